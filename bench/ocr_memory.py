"""Peak memory of reading a long scan: a PDF of many picture pages, made by program, read page by page.

    python -m bench.ocr_memory [--pages 1000] [--jobs 1] [--full-every 50]

Each page is a picture of A4 at 300 dpi with its own few lines of print; every ``--full-every``-th is a whole
printed page with a table and a head. The highest resident memory of this process is printed every hundred
pages: it must not grow with the number of pages.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from pipeline.isolation import ONE_THREAD

os.environ.update(ONE_THREAD)  # as a child of the pool has it: then pages may be read in forked processes


def long_pdf(path: Path, pages: int, full_every: int) -> None:
    """Writes a PDF of ``pages`` pictures, no text layer."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    import fixtures
    from fixtures import fonts

    files = fonts.font_files(fonts.pick())
    assert files is not None
    face = ImageFont.truetype(str(files["Regular"]), 54)
    whole = [fixtures.print_scan(name, "clean300")[0].convert("L") for name in fixtures.names()[:4]]
    canvas = Canvas(str(path), pagesize=(595.28, 841.89), pageCompression=1)
    for number in range(1, pages + 1):
        if full_every and number % full_every == 0:
            image = whole[number // full_every % len(whole)]
        else:
            image = Image.new("L", (2480, 3508), 255)
            draw = ImageDraw.Draw(image)
            for k in range(3):
                said = f"Trang {number}: thực hiện nhiệm vụ thứ {k + 1} trong năm {2000 + number % 26}."
                draw.text((300, 400 + 90 * k), said, font=face, fill=0)
        buffer = io.BytesIO()
        image.save(buffer, "PNG")
        canvas.drawImage(ImageReader(buffer), 0, 0, 595.28, 841.89)
        canvas.showPage()
    canvas.save()


def megabytes() -> float:
    """The highest resident memory so far of the largest process: this one or one that it has forked."""
    peaks = [resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]
    for children in Path("/proc/self/task").glob("*/children"):
        for child in children.read_text().split():
            status = Path("/proc", child, "status").read_text()
            peaks.append(int(status.split("VmHWM:")[1].split()[0]) / 1024)
    return max(peaks)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--full-every", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        child = os.fork()  # what drawing the file takes is not counted
        if child == 0:
            long_pdf(path, options.pages, options.full_every)
            os._exit(0)
        os.waitpid(child, 0)
        print(f"{options.pages} pages, {path.stat().st_size / 1e6:.0f} MB on disk")
        print("| pages | peak resident MB | CPU s |\n|---|---|---|")

        from pipeline.options import Options
        from pipeline.readers import read_pages
        from pipeline.source import open_source

        started = time.process_time()
        words = 0
        pages = read_pages(open_source(path), Options(page_jobs=options.jobs))
        for read, page in enumerate(pages, start=1):
            words += len(page.words)
            assert not page.errors, page.errors
            if read in (1, 10) or read % 100 == 0 or read == options.pages:
                print(f"| {read} | {megabytes():.0f} | {time.process_time() - started:.0f} |", flush=True)
        print(f"{words} words read.")


if __name__ == "__main__":
    main()
