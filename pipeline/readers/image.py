"""Pictures of pages: PNG, JPEG, WebP and TIFF of one or many frames, read by OCR."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from pipeline.document import Page
from pipeline.errors import ReadError
from pipeline.ocr.pages import Job, read_jobs
from pipeline.options import Options
from pipeline.progress import given_up, out_of_time, page_begun, pages_counted
from pipeline.source import TIFF, Source

_BROKEN = (
    *(OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, AttributeError),
    *(ArithmeticError, RuntimeError, struct.error, zlib.error),
)
"""What Pillow's decoders may raise where a file is damaged: they trust its tags to be of the right kind."""
_MIN_DPI, _MAX_DPI = 50, 1200


def read(source: Source, options: Options) -> Iterator[Page]:
    from PIL import Image

    # our own limit stands in for Pillow's, whose error names no file and gives no advice
    Image.MAX_IMAGE_PIXELS = None
    image = _opened(source)
    with image:
        pages_counted(_count(source, options))
        jobs, pictures = _frames(image, source, options), _Pictures(source, options, image)
        yield from read_jobs(jobs, options, pictures, source.name)


def _opened(source: Source) -> Any:
    from PIL import Image

    try:
        return Image.open(source.path)
    except _BROKEN as error:
        raise _damaged(source, error) from error


class _Pictures:
    """Decodes frames; a process that was forked opens the file for itself, as the two would share one place
    in it."""

    def __init__(self, source: Source, options: Options, image: Any) -> None:
        self._source, self._options = source, options
        self._image, self._process = image, os.getpid()

    def __call__(self, job: Job) -> Job:
        try:
            if self._process != os.getpid():
                self._image, self._process = _opened(self._source), os.getpid()
            self._image.seek(job.number - 1)
        except ReadError as error:
            return Job(job.number, error=error)
        except (EOFError, *_BROKEN) as error:
            return Job(job.number, error=_damaged(self._source, error, job.number))
        return _job(self._image, self._source, self._options, job.number)


def _count(source: Source, options: Options) -> int:
    """How many frames there are to read, for those who wait. Of a TIFF that takes a walk from one to the
    next, no further than will be read; it ends where the file is broken, as reading will."""
    from PIL import Image

    count = 1
    if source.media_type != TIFF:
        return count
    try:
        with Image.open(source.path) as image:
            while count < options.limits.pages:
                image.seek(count)
                count += 1
    except (EOFError, Image.DecompressionBombError, *_BROKEN):
        pass  # reading tells what is wrong, and of which frame
    return count


def _frames(image: Any, source: Source, options: Options) -> Iterator[Job]:
    from PIL import Image

    width, height = image.size
    if width * height > options.limits.pixels:
        raise ReadError(
            "too-many-pixels",
            f"{source.name} has {width:,} × {height:,} pixels, more than the limit of "
            f"{options.limits.pixels:,}. Scale it down to 300 dpi, or raise the limit pixels.",
        )
    frame = 0
    while options.wants_after(frame + 1):
        if not options.wants(frame + 1):
            frame += 1
            continue
        if frame >= options.limits.pages:
            yield Job(
                frame + 1,
                error=ReadError(
                    "too-many-pages",
                    f"{source.name}: frames after {frame} were not read. "
                    "Split the file, or raise the limit pages.",
                    page=frame + 1,
                ),
            )
            return
        if lost := given_up(options, frame + 1):
            yield Job(frame + 1, error=lost)
            frame += 1
            continue
        page_begun(frame + 1)
        try:
            image.seek(frame)
        except EOFError:
            return
        except (*_BROKEN, Image.DecompressionBombError) as error:
            yield Job(frame + 1, error=_damaged(source, error, frame + 1))
            return
        if late := out_of_time(options, source.name, frame + 1):
            yield Job(frame + 1, error=late)
            return
        yield Job(frame + 1)
        frame += 1


def _job(image: Any, source: Source, options: Options, number: int) -> Job:
    import numpy as np
    from PIL import ImageOps

    width, height = image.size
    if width * height > options.limits.pixels:
        return Job(
            number,
            error=ReadError(
                "too-many-pixels",
                f"{source.name}, frame {number}, has {width:,} × {height:,} pixels, more than the limit of "
                f"{options.limits.pixels:,}. Scale it down to 300 dpi, or raise the limit pixels.",
                page=number,
            ),
        )
    try:
        upright = ImageOps.exif_transpose(image)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            upright = _on_white(upright.convert("RGBA"))
        grey = upright.mode in ("1", "L", "I;16", "I", "F")
        pixels = np.asarray(_eight_bit(upright) if grey else upright.convert("RGB"))
    except (*_BROKEN, MemoryError) as error:
        return Job(number, error=_damaged(source, error, number))
    dpi = _dpi(image)
    return Job(number, image=pixels if grey else np.ascontiguousarray(pixels[:, :, ::-1]), dpi=dpi)


def _eight_bit(image: Any) -> Any:
    if image.mode in ("I;16", "I", "F"):
        low, high = image.getextrema()
        scale = 255 / (high - low) if high > low else 1.0
        return image.convert("F").point(lambda value: (value - low) * scale).convert("L")
    return image.convert("L")


def _on_white(image: Any) -> Any:
    from PIL import Image

    page = Image.new("RGB", image.size, "white")
    page.paste(image, mask=image.getchannel("A"))
    return page


def _dpi(image: Any) -> float | None:
    """The resolution that the file states, None where it states none or one that cannot be."""
    try:
        value = float(image.info.get("dpi", (0, 0))[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return None
    return value if _MIN_DPI <= value <= _MAX_DPI else None


def _damaged(source: Source, error: BaseException, page: int | None = None) -> ReadError:
    where = f", frame {page}" if page else ""
    return ReadError(
        "damaged",
        f"{source.name}{where}: the image cannot be decoded ({error}). Scan or export the page again.",
        page=page,
    )
