"""Many page images through OCR, a few at once, in order; a page that fails keeps its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pipeline.document import Page
from pipeline.errors import MissingDependency, ReadError
from pipeline.imaging.limits import MIN_SIDE
from pipeline.isolation import may_fork
from pipeline.options import Options


@dataclass(frozen=True, slots=True)
class Job:
    """One page to read: an image (grey or BGR, 8 bit), a page already read, the error met on the way, or none
    of these: then its image is still to be drawn."""

    number: int
    image: Any = None
    dpi: float | None = None
    page: Page | None = None
    error: ReadError | None = None
    size: tuple[float, float] | None = None
    """Width and height in points where the source states them (PDF)."""

    def settled(self) -> Page | None:
        """The page where there is nothing left to read."""
        return failed(self, self.error) if self.error is not None else self.page


Draw = Callable[[Job], Job]
"""Gives the job its image, or the error that this met. It may be called in another process than the one that
made the job, forked from it: then it opens the file anew."""


def read_jobs(
    jobs: Iterator[Job], options: Options, draw: Draw | None = None, name: str = ""
) -> Iterator[Page]:
    """Pages in the order of the jobs, ``options.page_jobs`` at once; ``draw`` makes the images that they are
    without, ``name`` is what errors call the file. At most ``page_jobs`` + 1 images are in memory. Raises
    `MissingDependency` where the engine is not installed.

    Several pages at once are read in processes, which draw their images too: threads of one process scale
    badly, for much of what is done to a page holds the interpreter's lock, and use more memory. Where a fork
    is not safe (other threads run, as in a web server; not Linux) they are read in threads all the same.
    """
    if options.page_jobs <= 1:
        yield from (read_job(job, options, draw) for job in jobs)
        return
    first = [job for job in (next(jobs, None), next(jobs, None)) if job is not None]
    if len(first) < 2:
        yield from (read_job(job, options, draw) for job in first)
        return
    jobs = chain(first, jobs)
    if may_fork():
        from pipeline.ocr.crew import Crew, preload

        preload()
        if may_fork():
            yield from Crew(options, draw, name).read(jobs)
            return
    yield from _in_threads(jobs, options, draw)


def _in_threads(jobs: Iterator[Job], options: Options, draw: Draw | None) -> Iterator[Page]:
    with ThreadPoolExecutor(options.page_jobs, thread_name_prefix="page") as pool:
        waiting: deque[Future[Page]] = deque()
        try:
            for job in jobs:
                # drawn here: PDFium and Pillow's files are no work for several threads
                waiting.append(pool.submit(read_job, drawn(job, draw), options))
                if len(waiting) > options.page_jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def drawn(job: Job, draw: Draw | None) -> Job:
    """The job with its image, where one is to be drawn."""
    missing = job.image is None and job.page is None and job.error is None
    return draw(job) if missing and draw is not None else job


def read_job(job: Job, options: Options, draw: Draw | None = None) -> Page:
    """The page of a job. Raises `MissingDependency`; other errors of reading stand in the page."""
    job = drawn(job, draw)
    if (page := job.settled()) is not None:
        return page
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
        return failed(job, error)
    try:
        page = read_image(job.image, number=job.number, dpi=job.dpi, options=options)
    except MissingDependency:
        raise
    except ReadError as error:
        error.page = job.number
        return failed(job, error)
    except MemoryError:
        return failed(
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


def failed(job: Job, error: ReadError) -> Page:
    """The page of a job that could not be read."""
    width, height = job.size or (None, None)
    return Page(job.number, "", "ocr", width=width, height=height, confidence=0.0, errors=[error.item()])
