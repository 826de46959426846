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
    parser.add_argument("--db", required=True, help="a corpus, as bench.corpus makes one")
    parser.add_argument("--alone", action="store_true", help="a fresh server for every page's first answer")
    options = parser.parse_args()
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
