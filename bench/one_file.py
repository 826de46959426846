"""One long scan on one core and on two: seconds, CPU seconds, and memory of the largest process.

    python -m bench.one_file [--pages 24] [--preset office200] [--repeats 2] [--ocrmypdf]

The scan is a PDF of pictures, each another page: fixtures printed and degraded. It is read as by `congvan
extract`, in a child of the pool, with one page at a time and with two. What the second core can give at best
is told by reading the file twice side by side. The cores must be free; a column tells how many others used.
``--ocrmypdf`` OCRmyPDF makes the same scan searchable with two jobs.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def scan(path: Path, pages: int, preset: str) -> None:
    """A PDF of so many pictures (JPEG) of A4."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    import fixtures

    names = fixtures.names()
    canvas = Canvas(str(path), pagesize=(595.28, 841.89))
    for number in range(pages):
        buffer = io.BytesIO()
        image = fixtures.print_scan(names[number % len(names)], preset, number)[0]
        image.convert("RGB").save(buffer, "JPEG", quality=85)
        canvas.drawImage(ImageReader(buffer), 0, 0, 595.28, 841.89)
        canvas.showPage()
    canvas.save()


def read(path: Path, jobs: int) -> None:
    """Reads the scan, and prints as JSON what that took; the program's only work, so that its children's
    memory is that of this run."""
    from bench.scale import machine
    from pipeline.options import Options
    from pipeline.pool import extract_many

    started, before, own = time.monotonic(), machine(), time.process_time()
    [(_, directive)] = extract_many([path], Options(page_jobs=jobs), jobs=1)
    assert directive.status == "complete", directive.errors
    wall, (cpu, peak) = time.monotonic() - started, used()
    others = machine() - before - cpu - (time.process_time() - own)
    print(json.dumps([wall, cpu, peak, max(0.0, others) / wall]))


def used() -> tuple[float, float]:
    """CPU seconds of all children, and megabytes of the largest."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime, children.ru_maxrss / 1024


def measured(path: Path, jobs: int) -> list[float]:
    command = [sys.executable, "-m", "bench.one_file", "--read", str(path), "--jobs", str(jobs)]
    found: list[float] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--preset", default="office200")
    parser.add_argument("--repeats", type=int, default=2, help="the fastest of so many is taken")
    parser.add_argument("--ocrmypdf", action="store_true")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.read:
        read(options.read, options.jobs)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scan.pdf"
        scan(path, options.pages, options.preset)
        print(f"{options.pages} pages, {options.preset}, {path.stat().st_size / 1e6:.1f} MB")
        print("| reader | s | CPU s | MB of the largest process | cores that others used |")
        print("|---|---|---|---|---|")
        walls = []
        for jobs in (1, 2):
            best = min(measured(path, jobs) for _ in range(options.repeats))
            walls.append(best[0])
            wall, cpu, peak, others = best
            print(
                f"| congvan, {jobs} at once | {wall:.1f} | {cpu:.1f} | {peak:.0f} | {others:.2f} |",
                flush=True,
            )
        with ThreadPoolExecutor(2) as pool:
            pair = list(pool.map(lambda _: measured(path, 1), range(2)))
        both = max(wall for wall, *_ in pair)
        print(f"| two such files, each 1 at once | {both:.1f} | {sum(one[1] for one in pair):.1f} | | |")
        print(
            f"The second core gives {walls[0] / walls[1]:.2f} times; for two files {2 * walls[0] / both:.2f}."
        )
        if options.ocrmypdf:
            command = ["ocrmypdf", "-q", "-l", "vie", "--jobs", "2", "--output-type", "pdf", "--deskew"]
            before, started = used()[0], time.monotonic()
            os.environ["PATH"] += os.pathsep + str(Path(sys.executable).parent)
            subprocess.run([*command, str(path), str(Path(folder) / "out.pdf")], check=True)
            wall = time.monotonic() - started
            print(f"| ocrmypdf, 2 jobs | {wall:.1f} | {used()[0] - before:.1f} | | |")
            print(f"OCRmyPDF takes {wall / walls[1]:.2f} times as long.")


if __name__ == "__main__":
    main()
