"""How fast the page answers: `python -m bench.web --db /tmp/bench.db` (made by `python -m bench.corpus`).

Starts `congvan serve` on the corpus as anyone would, waits until it listens, and asks for every main page:
the very first answer after the start, the next five, and the median of all. Times are those from sending the
request to the last byte, on this machine, with the CPU seconds that the server used for it beside them (which
say more on a machine that others use too). The first page is to take 200 ms at most with 50,000 directives.

`--scan` makes a corpus of one scan of 100 pages and measures how long its review page takes to open.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAGES = (
    "/",
    "/?q=bao+cao",
    "/?q=%E2%80%9Cki%E1%BB%83m+tra%E2%80%9D&kind=directives",
    "/?kind=directives&sort=-issued",
    "/due",
    "/due?month=2023-06",
    "/review",
    "/overview",
    "/inbox",
    "/check",
    "/graph/1",
)
ROUNDS = 6


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--db", help="a corpus, as bench.corpus makes one")
    parser.add_argument("--scan", action="store_true", help="the review page of a scan of 100 pages instead")
    parser.add_argument("--alone", action="store_true", help="a fresh server for every page's first answer")
    options = parser.parse_args()
    if options.scan:
        scan()
        return
    if not options.db:
        parser.error("name a corpus: --db")
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'page':<58}{'first':>12}{'CPU':>8}{'median':>9}{'CPU':>8}{'slowest':>9}   bytes")
        server = None
        for page in PAGES:
            if server is None or options.alone:
                if server is not None:
                    server.stop()
                server = Server(options.db, Path(folder))
            first, *rest = [server.ask(page) for _ in range(ROUNDS)]
            times = [item.seconds for item in rest]
            print(
                f"{page:<58}{first.seconds * 1000:>9.0f} ms{first.cpu * 1000:>8.0f}"
                f"{statistics.median(times) * 1000:>9.0f}{statistics.mean(r.cpu for r in rest) * 1000:>8.0f}"
                f"{max(times) * 1000:>9.0f}   {first.size:,}"
            )
        if server is not None:
            print(f"listening {server.started:.1f} s after the start, memory {server.memory() // 2**20} MB")
            server.stop()


def scan() -> None:
    """Opens the review page of a long scan in Chromium: until its fields and the first page's picture are
    there, and until the ink of a field that was chosen is lit."""
    from playwright.sync_api import sync_playwright

    from bench.web_scan import make

    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        database, made = make(folder)
        server = Server(str(database), folder)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        for time_ in ("first", "again"):
            cpu = server.cpu()
            began = time.monotonic()
            page.goto(f"http://127.0.0.1:{server.port}/review/{made}", wait_until="commit")
            page.wait_for_selector(".field")
            fields = time.monotonic() - began
            while not page.evaluate("document.querySelector('.plate img').naturalWidth"):
                pass  # the page's policy forbids what a wait would evaluate in it
            whole = time.monotonic() - began
            page.keyboard.press("j")
            page.wait_for_selector(".ink .hot", state="attached")
            ink = time.monotonic() - began
            print(
                f"{time_}: fields {fields:.2f} s, first picture {whole:.2f} s, ink of a field {ink:.2f} s; "
                f"the server used {server.cpu() - cpu:.2f} CPU s"
            )
        print(f"the page has {len(page.content()):,} characters")
        answer = [server.ask(f"/review/{made}") for _ in range(5)]
        print(
            f"server alone: {statistics.median(a.seconds for a in answer) * 1000:.0f} ms, "
            f"{statistics.mean(a.cpu for a in answer) * 1000:.0f} ms CPU"
        )
        browser.close()
        server.stop()


class Answer:
    def __init__(self, seconds: float, cpu: float, size: int) -> None:
        self.seconds, self.cpu, self.size = seconds, cpu, size


class Server:
    """`congvan serve`, started and ready to be asked."""

    def __init__(self, db: str, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        began = time.monotonic()
        command = [
            str(Path(sys.executable).with_name("congvan")),
            "serve",
            "--db",
            db,
            "--port",
            str(self.port),
        ]
        self.process = subprocess.Popen(
            [*command, "--folder", str(folder / "web")], stderr=subprocess.DEVNULL
        )
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                break
            except OSError:
                if self.process.poll() is not None or time.monotonic() - began > 120:
                    raise
                time.sleep(0.01)
        self.started = time.monotonic() - began

    def cpu(self) -> float:
        """CPU seconds that the server has used, all its threads."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE")

    def ask(self, page: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        before, began = self.cpu(), time.monotonic()
        connection.request("GET", page)
        answer = connection.getresponse()
        body = answer.read()
        seconds = time.monotonic() - began
        if answer.status not in (200, 303, 404):
            raise SystemExit(f"{page}: {answer.status}")
        return Answer(seconds, self.cpu() - before, len(body))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


if __name__ == "__main__":
    main()
