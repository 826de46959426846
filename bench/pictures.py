"""The pictures of docs/web.md, taken anew: `python -m bench.pictures [--out docs/img]`.

Reads the composed directives (texts, and one printed and scanned), serves them, and photographs the pages in
Chromium as an archivist sees them. Needs Tesseract and Chromium; takes about a minute.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import fixtures
from bench.web import Server

SCANNED = "tu-cv-kiem-diem"
AS_OF = "2022-11-01"
_COLOURS = 128


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=Path("docs/img"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = filled(folder)
        server = Server(database, folder)
        try:
            photograph(f"http://127.0.0.1:{server.port}", folder)
        finally:
            server.stop()
        for picture in sorted(folder.glob("web-*.png")):
            keep(picture, options.out)


def filled(folder: Path) -> str:
    """A corpus of the composed directives: a SQLite file."""
    sources = folder / "in"
    sources.mkdir()
    for name in fixtures.names():
        if name != SCANNED:
            (sources / f"{name}.txt").write_text(fixtures.text(name), encoding="utf-8")
    first, *rest = fixtures.print_scan(SCANNED, "clean300", pen=True)
    first.save(sources / f"{SCANNED}.pdf", save_all=True, append_images=rest, resolution=300)
    database = str(folder / "corpus.db")
    congvan = str(Path(sys.executable).with_name("congvan"))
    subprocess.run([congvan, "ingest", str(sources), "--db", database, "--quiet"], check=True)
    return database


def photograph(address: str, folder: Path) -> None:
    """Search, review and deadlines, each as a file in the folder."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1360, "height": 820}, locale="vi-VN")
        page.goto(f"{address}/")
        page.fill("#q", "bao cao truoc ngay")
        page.keyboard.press("Enter")
        page.wait_for_selector("mark")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=folder / "web-search.png")
        review(page, address)
        page.screenshot(path=folder / "web-review.png")
        page.goto(f"{address}/due?as_of={AS_OF}", wait_until="networkidle")
        page.screenshot(path=folder / "web-due.png")
        browser.close()


def review(page: Any, address: str) -> None:
    """Opens the scanned directive and chooses, by keyboard, the first deadline that has ink."""
    page.goto(f"{address}/?kind=directives&q=1042-CV/TU")
    page.locator(".hit .open").first.click()
    page.locator("a[href^='/review/']").first.click()
    page.wait_for_load_state("networkidle")
    for _ in range(80):
        page.keyboard.press("j")
        chosen = page.locator("#fields .at")
        path, span = chosen.get_attribute("data-path") or "", chosen.get_attribute("data-span")
        if path.endswith("deadlines") and span:
            break
    page.wait_for_selector(".ink .hot", state="attached")
    page.wait_for_load_state("networkidle")


def keep(picture: Path, out: Path) -> None:
    """Puts a picture among the documents, in few colours."""
    from PIL import Image

    with Image.open(picture) as image:
        few = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
        few.save(out / picture.name, optimize=True)
    print(f"{out / picture.name}: {(out / picture.name).stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
