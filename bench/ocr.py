"""Reading scans: plain Tesseract, OCRmyPDF and this project side by side, on the same degraded pages.

    python -m bench.ocr [--presets fax200,phone] [--pages 20] [--readers tesseract,ocrmypdf,congvan]
                        [--pen] [--no-fixtures] [--no-scans] [--seed 0] [--json FILE]

Pages are the project's own fixtures printed and degraded by ``fixtures.presets``, and the real scans of
``../shared/scans`` where that folder is present. Error rates are the least over the legal reading orders of
head and foot (``fixtures.truth_orders``), whitespace folded, of all letters or words of a preset together.
``diacritics``: words wrong in their marks only. ``number``: the document number, as `extractors` reads it
from the text: right / wrong / null. ``CPU``: user and system seconds a page, children included; ``s``: wall
seconds; ``MB``: peak resident memory of the reader's process (ours: this one, which holds the fixtures too).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image
from rapidfuzz.distance import Levenshtein

os.environ.setdefault("OMP_THREAD_LIMIT", "1")

_MOTTO = "CỘNG HÒA|CỘNG HOÀ|ĐẢNG CỘNG SẢN|ĐOÀN TNCS"
SCANS = Path(__file__).resolve().parents[2] / "shared" / "scans"


@dataclass
class Sample:
    """One page image with the texts it may be read as, and its document number (None: blank or written)."""

    name: str
    group: str
    image: Image.Image
    orders: list[str]
    number: str | None = None
    has_number: bool = True


@dataclass
class Tally:
    letters: int = 0
    letter_errors: int = 0
    words: int = 0
    word_errors: int = 0
    mark_errors: int = 0
    right: int = 0
    wrong: int = 0
    null: int = 0
    pages: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    peak: float = 0.0
    worst: list[tuple[float, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        for key, value in asdict(other).items():
            if key not in ("worst", "peak"):
                setattr(self, key, getattr(self, key) + value)
        self.peak = max(self.peak, other.peak)
        self.worst = sorted([*self.worst, *other.worst], reverse=True)[:3]


def fixture_samples(presets: list[str], pages: int, seed: int, pen: bool) -> Iterator[Sample]:
    """``pages`` first pages a preset, each of another fixture."""
    import fixtures

    names = fixtures.names()
    for row, preset in enumerate(presets):
        for k in range(pages):
            # another stretch of the fixtures for each preset, so that few pages still show many documents
            name = names[(row * 5 + k) % len(names)]
            image = fixtures.print_scan(name, preset, seed + k // len(names), pen=pen)[0]
            number = fixtures.gold(name).get("number")
            orders = fixtures.truth_orders(name)[0]
            yield Sample(name, preset, image, [*orders, *(by_cells(order) for order in orders)], number)


def by_cells(text: str) -> str:
    """A page whose head reads column by column with its four blocks in the order in which they stand:
    issuer, motto, number and subject, place and date. ``text`` itself where it has no such head."""
    lines = text.split("\n")
    number = next((k for k, line in enumerate(lines[:12]) if re.match(r"Số\b", line)), None)
    motto = next((k for k, line in enumerate(lines[:16]) if re.match(_MOTTO, line)), None)
    if number is None or motto is None or number > motto:
        return text
    date = next(
        (k for k in range(motto, min(motto + 4, len(lines))) if re.search("ngày.*tháng", lines[k])), None
    )
    if date is None:
        return text
    blocks = [lines[:number], lines[motto:date], lines[number:motto], lines[date:]]
    return "\n".join(line for block in blocks for line in block)


def scan_samples() -> Iterator[Sample]:
    for path in sorted(SCANS.glob("*.png")):
        truth = path.with_suffix(".txt")
        if truth.exists():
            text = truth.read_text(encoding="utf-8")
            yield Sample(path.stem, "real scans", Image.open(path).convert("RGB"), [text], None, False)


def plain_tesseract(image: Image.Image, folder: Path) -> str:
    path = folder / "page.png"
    image.save(path, dpi=image.info.get("dpi", (200, 200)))
    command = ["tesseract", str(path), "stdout", "-l", "vie", "--psm", "3"]
    return _run(command)


_child_peak = 0.0
"""Peak resident megabytes of the program that `_run` ran last, its own children included."""


def _run(command: list[str]) -> str:
    """Standard output of a program; its peak memory is noted. Raises `CalledProcessError`."""
    global _child_peak
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(command, stdout=out, stderr=err)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        _child_peak = used.ru_maxrss / 1024
        out.seek(0)
        if child.returncode:
            err.seek(0)
            raise subprocess.CalledProcessError(child.returncode, command, stderr=err.read())
        return out.read().decode("utf-8")


def ocrmypdf(image: Image.Image, folder: Path) -> str:
    path, sidecar = folder / "page.png", folder / "page.txt"
    dpi = round(image.info.get("dpi", (image.width / 8.27, 0))[0])
    image.save(path, dpi=(dpi, dpi))
    command = ["ocrmypdf", "-q", "-l", "vie", "--jobs", "1", "--output-type", "pdf", "--image-dpi", str(dpi)]
    command += ["--deskew", "--sidecar", str(sidecar), str(path), str(folder / "page.pdf")]
    _run(command)
    return sidecar.read_text(encoding="utf-8")


def congvan(image: Image.Image, folder: Path) -> str:
    from pipeline.ocr import read_image
    from pipeline.repair import repair

    pixels = np.asarray(image.convert("RGB"))[:, :, ::-1]
    dpi = image.info.get("dpi", (None,))[0]
    page = read_image(np.ascontiguousarray(pixels), number=1, dpi=dpi)
    return repair(page.text, words=page.words, method="ocr").text


READERS: dict[str, Callable[[Image.Image, Path], str]] = {
    "tesseract": plain_tesseract,
    "ocrmypdf": ocrmypdf,
    "congvan": congvan,
}


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def bare(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def score(sample: Sample, text: str) -> Tally:
    read = folded(text)
    truth = min((folded(order) for order in sample.orders), key=lambda t: Levenshtein.distance(t, read))
    said, wanted = read.split(), truth.split()
    tally = Tally(pages=1, letters=len(truth), words=len(wanted))
    tally.letter_errors = Levenshtein.distance(truth, read)
    tally.word_errors = Levenshtein.distance(wanted, said)
    for edit in Levenshtein.editops(wanted, said):
        if edit.tag == "replace" and bare(wanted[edit.src_pos]) == bare(said[edit.dest_pos]):
            tally.mark_errors += 1
    if sample.has_number:
        found = number_in(text)
        if found is None:
            tally.null = 1
            tally.right = int(sample.number is None)
            tally.null -= tally.right
        elif sample.number is not None and _same(found, sample.number):
            tally.right = 1
        else:
            tally.wrong = 1
    tally.worst = [(round(tally.word_errors / max(1, tally.words), 3), sample.name)]
    return tally


def number_in(text: str) -> str | None:
    from extractors.reading import read

    number = read(text).number
    return number.text if number is not None else None


def _same(one: str, other: str) -> bool:
    return re.sub(r"\s", "", one) == re.sub(r"\s", "", other)


def cpu_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def run(samples: Iterator[Sample], readers: list[str]) -> dict[str, dict[str, Tally]]:
    table: dict[str, dict[str, Tally]] = {}
    with tempfile.TemporaryDirectory() as name:
        for sample in samples:
            for reader in readers:
                cpu, wall = cpu_seconds(), time.monotonic()
                text = READERS[reader](sample.image, Path(name))
                cpu, wall = cpu_seconds() - cpu, time.monotonic() - wall
                tally = score(sample, text)
                tally.cpu, tally.wall = cpu, wall
                own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                tally.peak = own if reader == "congvan" else _child_peak
                table.setdefault(sample.group, {}).setdefault(reader, Tally()).add(tally)
            print(f"\r{sample.group} {sample.name}".ljust(70), end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return table


def show(table: dict[str, dict[str, Tally]]) -> None:
    names = "pages|reader|CER %|WER %|diacritics %|number right/wrong/null|CPU s/page|s/page|MB|worst page"
    print("| " + names.replace("|", " | ") + " |")
    print("|" + "---|" * 10)
    totals: dict[str, Tally] = {}
    for group, readers in table.items():
        for reader, tally in readers.items():
            print(_row(f"{group} ({tally.pages})", reader, tally))
            if group != "real scans":
                totals.setdefault(reader, Tally()).add(tally)
    for reader, tally in totals.items():
        print(_row(f"all presets ({tally.pages})", reader, tally))


def _row(group: str, reader: str, tally: Tally) -> str:
    share = 100 / max(1, tally.words)
    worst = ", ".join(f"{name} {rate:.1%}" for rate, name in tally.worst[:1])
    return (
        f"| {group} | {reader} | {100 * tally.letter_errors / max(1, tally.letters):.2f} "
        f"| {share * tally.word_errors:.2f} | {share * tally.mark_errors:.2f} "
        f"| {tally.right}/{tally.wrong}/{tally.null} | {tally.cpu / max(1, tally.pages):.2f} "
        f"| {tally.wall / max(1, tally.pages):.2f} | {tally.peak:.0f} | {worst} |"
    )


def main() -> None:
    from fixtures.presets import PRESETS

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--presets", default=",".join(PRESETS))
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--readers", default="tesseract,ocrmypdf,congvan")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--pen", action="store_true", help="fill blank numbers and days by hand")
    parser.add_argument("--no-fixtures", action="store_true")
    parser.add_argument("--no-scans", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    readers = options.readers.split(",")

    def samples() -> Iterator[Sample]:
        if not options.no_fixtures:
            yield from fixture_samples(options.presets.split(","), options.pages, options.seed, options.pen)
        if not options.no_scans and SCANS.is_dir():
            yield from scan_samples()

    table = run(samples(), readers)
    show(table)
    if options.json:
        options.json.write_text(
            json.dumps({g: {r: asdict(t) for r, t in rs.items()} for g, rs in table.items()}, indent=1),
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
