"""Many page images through OCR, a few at once, in order; a page that fails keeps its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from pipeline.document import Page
from pipeline.errors import MissingDependency, ReadError
from pipeline.imaging.limits import MIN_SIDE
from pipeline.options import Options


@dataclass(frozen=True, slots=True)
class Job:
    """One page to read: an image (grey or BGR, 8 bit), a page already read, or the error met on the way."""

    number: int
    image: Any = None
    dpi: float | None = None
    page: Page | None = None
    error: ReadError | None = None
    size: tuple[float, float] | None = None
    """Width and height in points where the source states them (PDF)."""


def read_jobs(jobs: Iterator[Job], options: Options) -> Iterator[Page]:
    """Pages in the order of the jobs, ``options.page_jobs`` at once. Threads suffice: the engine runs in
    its own process, and the image filters release the interpreter lock. At most ``page_jobs`` + 1 images
    are in memory. Raises `MissingDependency` where the engine is not installed."""
    if options.page_jobs <= 1:
        for job in jobs:
            yield _read(job, options)
        return
    with ThreadPoolExecutor(options.page_jobs, thread_name_prefix="page") as pool:
        waiting: deque[Future[Page]] = deque()
        try:
            for job in jobs:
                waiting.append(pool.submit(_read, job, options))
                if len(waiting) > options.page_jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _read(job: Job, options: Options) -> Page:
    if job.page is not None:
        return job.page
    if job.error is not None:
        return _failed(job, job.error)
    from pipeline.ocr import read_image

    if min(job.image.shape[:2]) < MIN_SIDE:
        height, width = job.image.shape[:2]
        error = ReadError(
            "too-few-pixels",
            f"page {job.number} has {width:,} × {height:,} pixels, too few to hold a letter. "
            "Scan or export the page again.",
            stage="image",
            page=job.number,
        )
        return _failed(job, error)
    try:
        page = read_image(job.image, number=job.number, dpi=job.dpi, options=options)
    except MissingDependency:
        raise
    except ReadError as error:
        error.page = job.number
        return _failed(job, error)
    except MemoryError:
        return _failed(
            job,
            ReadError(
                "memory",
                f"page {job.number} needs more memory than the limit memory_bytes allows. "
                "Raise it, or scan the page at 300 dpi.",
                stage="ocr",
                page=job.number,
            ),
        )
    if job.size is not None and (page.width, page.height) != job.size:
        page.width, page.height = page.width or job.size[0], page.height or job.size[1]
    return page


def _failed(job: Job, error: ReadError) -> Page:
    width, height = job.size or (None, None)
    return Page(job.number, "", "ocr", width=width, height=height, confidence=0.0, errors=[error.item()])
