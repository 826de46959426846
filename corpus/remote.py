"""What a worker of a cluster does: reads one original in a supervised child of its own, and stores it or
hands it back. `corpus.cluster` sends these tasks; a task that ran twice has done no more than once.

Each thread of a worker keeps a child process, walled in as on one machine (`pipeline.isolation`); the child
has neither network nor database, the worker looks up and stores.
"""

from __future__ import annotations

import gzip
import pickle
import socket
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from corpus import runs
from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.ingest import Run
from corpus.inputs import Found, Where, shown
from corpus.originals import brought
from corpus.reader import Again, Kept, kept_text
from corpus.runs import FileOutcome
from extractors.model import Directive
from extractors.model import Source as SourceRecord
from pipeline import recipe, windows
from pipeline.child import unpack
from pipeline.errors import ReadError
from pipeline.extract import failed, read_repaired
from pipeline.options import Options
from pipeline.pool import Reader
from pipeline.source import PDF, TIFF, fingerprint, open_source

LONG_BYTES = 1 << 20
"""Files below this are not asked how many pages they have: a scanned page takes some 30 KB."""
LONG_PAGES = 2 * windows.WINDOW
"""Files of as many pages are read by several workers, a window each."""

_of_thread = threading.local()


@dataclass(frozen=True, slots=True)
class Job:
    """What a run asks of its workers. ``url``: the database that they store in, None: they hand back what
    they read."""

    run_id: int
    options: Options
    retry: bool = False
    url: str | None = None
    recipe: str = recipe.VERSION


@dataclass(frozen=True, slots=True)
class Long:
    """The answer instead of a reading: the file has so many pages; give it out window by window."""

    pages: int


@dataclass(frozen=True, slots=True)
class Window:
    """Pages that were read of a file with these bytes. ``data`` is None where the child that read them
    failed: whoever joins the windows reads them again."""

    name: str
    sha256: str
    data: bytes | None


def hand_back(job: Job, where: Where, kept: Kept | None, parts: Sequence[Window] | None) -> bytes | Long:
    """Reads an original; a pickled and packed directive, for `unpacked`. Never raises for a bad file.

    ``kept``: what the corpus holds of its text; ``parts``: its windows, None where they are not read yet.
    """
    _same_recipe(job)
    try:
        with _here(where, job.options) as path:
            if kept is None and parts is None and (pages := _pages(path, job.options)) >= LONG_PAGES:
                return Long(pages)
            directive = _read(path, job.options, kept, parts or ())
    except ReadError as error:
        directive = failed(Path(shown(where)), error.item())
    return gzip.compress(pickle.dumps(directive, protocol=pickle.HIGHEST_PROTOCOL), compresslevel=1)


def unpacked(answer: bytes) -> Directive:
    """The directive of `hand_back`. A worker has seen foreign files: only records are made of it."""
    return unpack(gzip.decompress(answer))


def keep(job: Job, where: Where, parts: Sequence[Window] | None) -> FileOutcome | Long:
    """Reads an original and stores it in the run's database, all in one transaction; what became of it.

    Given twice, because a worker died or its answer was lost, it finds what was stored and says so. Raises
    `CorpusError` where the database refuses.
    """
    _same_recipe(job)
    assert job.url is not None
    corpus = _corpus(job.url)
    outcomes: list[FileOutcome] = []
    run = Run(corpus, job.run_id, 1, job.retry, lambda outcome, _total: outcomes.append(outcome))
    try:
        with _here(where, job.options) as path:
            sha256, _ = fingerprint(path)
            with corpus.reading() as connection:
                noted = runs.outcome_of(connection, job.run_id, shown(where), sha256)
            if noted is not None:
                return noted
            run.fingerprint = lambda _where: sha256
            for _ in run.to_read([Found(where)]):
                with corpus.reading() as connection:
                    kept = kept_text(connection, sha256, job.retry)
                if kept is None and parts is None and (pages := _pages(path, job.options)) >= LONG_PAGES:
                    return Long(pages)
                run.keep(where, _read(path, job.options, kept, parts or ()))
    except ReadError as error:
        run.fail(where, error.code, error.message)
    return outcomes[0]


def read_window(job: Job, where: Where, first: int) -> Window:
    """Reads the pages from ``first`` to the end of their window. Never raises for a bad file."""
    _same_recipe(job)
    with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
        place = Path(folder)
        try:
            with _here(where, job.options) as path:
                sha256, _ = fingerprint(path)
                options = replace(job.options, wanted=(windows.bounds(first),))
                _reader(options).read(_ReadWindow(place), path, options)
        except ReadError:
            sha256 = ""
        for file in place.iterdir():
            return Window(file.name, sha256, file.read_bytes())
        return Window("", sha256, None)


def close() -> None:
    """Ends the child of this thread; it would end with the thread as well."""
    reader: Reader | None = getattr(_of_thread, "reader", None)
    if reader is not None:
        reader.close()
        _of_thread.reader = None


@dataclass(frozen=True, slots=True)
class _ReadWindow:
    """Work of a child: puts the wanted pages of a file into a folder."""

    folder: Path

    def __call__(self, path: Path, options: Options) -> Directive:
        source = open_source(path, options.limits)
        pages = list(read_repaired(source, options))
        if pages:
            windows.keep(self.folder, pages)
        return _told(path, len(pages))


def _count(path: Path, options: Options) -> Directive:
    """Work of a child: how many pages a file has, 1 where that is not to be found out."""
    source = open_source(path, options.limits)
    pages = 1
    if source.media_type == PDF:
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(source.path)
        except pypdfium2.PdfiumError:
            return _told(path, 1)
        pages = len(document)
        document.close()
    elif source.media_type == TIFF:
        pages = _frames(source.path, options.limits.pages)
    return _told(path, min(pages, options.limits.pages + 1))


def _frames(path: Path, most: int) -> int:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None
    count = 0
    try:
        with Image.open(path) as image:
            while count <= most:
                image.seek(count)
                count += 1
    except Exception:  # noqa: BLE001 - the end, or damage, which the reading itself will tell of
        return max(1, count)
    return count


def _told(path: Path, pages: int) -> Directive:
    source = SourceRecord(name=path.name, media_type="", sha256="0" * 64, bytes=0, pages=pages)
    return Directive(id="0" * 16, source=source, status="complete")


def _pages(path: Path, options: Options) -> int:
    if path.stat().st_size < LONG_BYTES:
        return 1
    return _reader(options).read(_count, path, options).source.pages or 1


def _read(path: Path, options: Options, kept: Kept | None, parts: Sequence[Window]) -> Directive:
    """A file in the child of this thread, its windows laid where the child looks for them."""
    with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
        options = replace(options, windows=Path(folder))
        sha256, _ = fingerprint(path)
        place = Path(folder) / windows.key(sha256, options)
        place.mkdir()
        for part in parts:
            if part.data is not None and part.sha256 == sha256:
                (place / Path(part.name).name).write_bytes(part.data)
        return _reader(options).read(Again(kept), path, options)


def _reader(options: Options) -> Reader:
    """The child of this thread, for these limits."""
    if getattr(_of_thread, "limits", None) != options.limits:
        close()
    reader: Reader | None = getattr(_of_thread, "reader", None)
    if reader is None:
        reader = Reader(options)
        _of_thread.reader, _of_thread.limits = reader, options.limits
    return reader


@contextmanager
def _here(where: Where, options: Options) -> Iterator[Path]:
    with brought(where, options.limits) as path:
        if not path.exists():
            raise ReadError(
                "not-here",
                f"{shown(where)} is not on {socket.gethostname()}. Originals must lie on a path that all "
                "workers share, or at a URL.",
            )
        yield path


def _same_recipe(job: Job) -> None:
    if job.recipe != recipe.VERSION:
        raise CorpusError(
            f"The worker on {socket.gethostname()} reads as recipe {recipe.VERSION}, this run as "
            f"{job.recipe}. Install the same congvan on all machines.",
            code="cluster",
        )


@cache
def _corpus(url: str) -> Corpus:
    """One to a worker: it is safe for several threads."""
    return Corpus.open(url, create=False)
