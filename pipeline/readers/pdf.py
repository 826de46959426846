"""PDF: a page's text layer where it is sound, the page's image read by OCR where it is not.

pypdfium2 reads a text layer about 40 times faster than pdfplumber and keeps the order in which the page
was written, so that a two-column head comes out column by column.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.document import Page
from pipeline.errors import ReadError
from pipeline.ocr.pages import Job, read_jobs
from pipeline.options import Options
from pipeline.overlays import Overlays, read_overlays, told
from pipeline.progress import given_up, out_of_time, page_begun, pages_counted
from pipeline.readers.pdf_layer import encoding_repairs, mended_layer, read_layer, unread_words
from pipeline.readers.pdf_layout import arrange
from pipeline.source import Source
from pipeline.text_layer import judge

_POINTS_PER_INCH = 72
_LEAST_DPI = 72


def read(source: Source, options: Options) -> Iterator[Page]:
    document = _opened(source)
    try:
        overlays = read_overlays(source.path, pages=options.limits.pages)
        jobs = _jobs(document, overlays, source, options)
        for page in read_jobs(jobs, options, _Pictures(source, options, document), source.name):
            page.signatures = overlays.signatures.get(page.number, [])
            page.warnings.extend(told(signature) for signature in page.signatures)
            yield page
    finally:
        document.close()


def _opened(source: Source) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(source.path)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(source, error) from error
    # fields and signature appearances hold numbers and days: drawn where a page goes to OCR
    document.init_forms()
    return document


def _cannot_open(source: Source, error: Exception) -> ReadError:
    if "password" in str(error).lower() or "security" in str(error).lower():
        return ReadError(
            "encrypted", f"{source.name} is protected by a password. Save it without one and read it again."
        )
    return ReadError(
        "damaged",
        f"{source.name}: the PDF cannot be opened ({error}). It may be cut short; fetch or export it again.",
    )


def _jobs(document: Any, overlays: Overlays, source: Source, options: Options) -> Iterator[Job]:
    count = len(document)
    if count == 0:
        raise ReadError("damaged", f"{source.name}: the PDF has no pages. Fetch or export it again.")
    pages_counted(min(count, options.limits.pages))
    for index in range(min(count, options.limits.pages)):
        if not options.wants(index + 1):
            continue
        if late := out_of_time(options, source.name, index + 1):
            yield Job(index + 1, error=late)
            return
        yield _job(document, index, overlays, source, options)
    if count > options.limits.pages and options.wants(options.limits.pages + 1):
        yield Job(
            options.limits.pages + 1,
            error=ReadError(
                "too-many-pages",
                f"{source.name} has {count:,} pages; those after {options.limits.pages:,} were not read. "
                "Split the file, or raise the limit pages.",
                page=options.limits.pages + 1,
            ),
        )


def _job(document: Any, index: int, overlays: Overlays, source: Source, options: Options) -> Job:
    number = index + 1
    if error := given_up(options, number):
        return Job(number, error=error)
    page_begun(number)

    def laid(page: Any) -> Job:
        size = page.get_size()
        layer = read_layer(page, size[1])
        if not judge(layer.text, layer.fonts, layer.unread).sound:
            mended = mended_layer(layer)
            if mended is None:
                return Job(number, size=size)
            layer = mended
        sound = arrange(source.path, page, layer, number, size, overlays.texts.get(number, ()))
        if layer.raw is not None:
            sound.repairs += encoding_repairs(sound, layer.raw)
        sound.warnings += unread_words(sound)
        return Job(number, page=sound)

    return _of_page(document, number, source, laid)


class _Pictures:
    """Draws pages; a process that was forked opens the file for itself, as the two would share one place in
    it."""

    def __init__(self, source: Source, options: Options, document: Any) -> None:
        self._source, self._options = source, options
        self._document, self._process = document, os.getpid()
        self._inherited: Any = None

    def __call__(self, job: Job) -> Job:
        def picture(page: Any) -> Job:
            size = job.size or page.get_size()
            image, dpi = _render(page, size, self._source, job.number, self._options)
            return Job(job.number, image=image, dpi=dpi, size=size)

        if self._process != os.getpid():
            try:
                # what is inherited is kept, for closing it would be its parent's
                self._inherited, self._document = self._document, _opened(self._source)
            except ReadError as error:
                return Job(job.number, error=error, size=job.size)
            self._process = os.getpid()
        return _of_page(self._document, job.number, self._source, picture)


def _of_page(document: Any, number: int, source: Source, work: Callable[[Any], Job]) -> Job:
    """What ``work`` makes of page ``number``, or the error that this met."""
    import pypdfium2

    def error(code: str, message: str) -> Job:
        return Job(number, error=ReadError(code, f"{source.name}, page {number}{message}", page=number))

    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError as fault:
        return error("damaged-page", f": cannot be opened ({fault}). Export the PDF again.")
    try:
        return work(page)
    except pypdfium2.PdfiumError as fault:
        return error("damaged-page", f": cannot be read or drawn ({fault}). Export the PDF again.")
    except MemoryError:
        return error(
            "memory",
            ", needs more memory than the limit memory_bytes allows. Raise it, or print the page anew.",
        )
    except ReadError as fault:
        return Job(number, error=fault)
    finally:
        page.close()


def _render(
    page: Any, size: tuple[float, float], source: Source, number: int, options: Options
) -> tuple[Any, float]:
    """The page as a BGR image at ``options.dpi``, coarser where the page is so large that it would pass
    the limit of pixels."""
    width, height = size
    if width <= 0 or height <= 0:
        raise ReadError("damaged-page", f"{source.name}, page {number}: its page box is empty.", page=number)
    square_inches = width * height / _POINTS_PER_INCH**2
    dpi = min(float(options.dpi), (options.limits.pixels / square_inches) ** 0.5)
    if dpi < _LEAST_DPI:
        raise ReadError(
            "too-many-pixels",
            f"{source.name}, page {number}, measures {width / 72:,.0f} × {height / 72:,.0f} inches; drawn "
            f"legibly it passes the limit of {options.limits.pixels:,} pixels. Scale the page down.",
            page=number,
        )
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH, rev_byteorder=False)
    try:
        # a copy: the bitmap's memory goes with the page
        pixels = bitmap.to_numpy()
        image = pixels[:, :, :3].copy() if pixels.ndim == 3 and pixels.shape[2] >= 3 else pixels.copy()
    finally:
        bitmap.close()
    if image.size and image.min() == image.max() and _lost_picture(page):
        raise ReadError(
            "damaged-page",
            f"{source.name}, page {number}: its picture cannot be decoded. Scan the page again, or look "
            "for an undamaged copy of the file.",
            page=number,
        )
    return image, dpi


def _lost_picture(page: Any) -> bool:
    """Whether a page that was drawn blank holds a picture that the library could not decode: it draws nothing
    then, and says nothing."""
    import pypdfium2
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        try:
            picture.get_bitmap().close()
        except pypdfium2.PdfiumError:
            return True
    return False
