"""Windows of pages: a long scan is kept piece by piece, so that what was read once is not read again.

Reading a page by OCR takes seconds, and a scan may have a thousand. Every `WINDOW` pages what was read is
put into a folder (``Options.windows``); a reading that was killed, or whose child crashed, goes on after the
last window that is whole. The same folder joins what several machines have read of one file
(`Options.wanted`).

A window holds text and numbers only, as JSON: whoever finds a damaged one reads its pages again.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import recipe
from pipeline.document import Page
from pipeline.durable import write_whole
from pipeline.options import LAST, Options

if TYPE_CHECKING:
    from pydantic import TypeAdapter

WINDOW = 32
"""Pages of a window: about two minutes of a core's OCR."""
STALE_SECONDS = 30 * 24 * 3600.0
"""Windows of a file that nobody came back to for so long are thrown away."""

_NAME = re.compile(r"(\d+)-(\d+)\.json\.gz")


def key(sha256: str, options: Options) -> str:
    """Names the windows of one file: same bytes, same recipe, same resolution, and those limits by which a
    page without an error may come out otherwise. Whoever raises another limit goes on from what is kept."""
    limits = options.limits
    said = repr((recipe.READ, options.dpi, limits.pixels, limits.page_seconds, limits.text_chars)).encode()
    return f"{sha256[:32]}-{hashlib.sha256(said).hexdigest()[:8]}"


def bounds(number: int) -> tuple[int, int]:
    """First and last page of the window in which page ``number`` (from 1) lies."""
    first = (number - 1) // WINDOW * WINDOW + 1
    return first, first + WINDOW - 1


def kept(folder: Path) -> dict[tuple[int, int], list[Page]]:
    """The windows of a file that are there, by first and last page. Damaged ones are left out."""
    found: dict[tuple[int, int], list[Page]] = {}
    if not folder.is_dir():
        return found
    for path in sorted(folder.iterdir()):
        name = _NAME.fullmatch(path.name)
        if name is None:
            continue
        with suppress(OSError, ValueError, EOFError, zlib.error):
            pages = _pages().validate_json(gzip.decompress(path.read_bytes()))
            first, last = int(name[1]), int(name[2])
            if [page.number for page in pages] == list(range(first, first + len(pages))) and pages:
                found[first, last] = pages
    return found


def keep(folder: Path, pages: list[Page]) -> None:
    """Puts a window (consecutive pages) into the folder. Raises `OSError`."""
    folder.mkdir(parents=True, exist_ok=True)
    first, last = bounds(pages[0].number)
    data = gzip.compress(_pages().dump_json(pages), compresslevel=1)
    write_whole(folder / f"{first}-{last}.json.gz", data)


def missing(held: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The ranges of pages outside of the windows held: first and last, both wanted; the last is open."""
    ranges, at = [], 1
    for first, last in sorted(held):
        if first > at:
            ranges.append((at, first - 1))
        at = max(at, last + 1)
    return (*ranges, (at, LAST))


def gathered(read: Iterator[Page], folder: Path, held: dict[tuple[int, int], list[Page]]) -> Iterator[Page]:
    """The pages read now and those held, in order; each window read whole is kept on the way.

    A window with an error is not kept (the next reading may do better), nor one whose pages all came from a
    text layer (they cost nothing). A folder that cannot be written to costs the windows, not the reading.
    """
    waiting = sorted(held.items())
    window: list[Page] = []
    for page in read:
        while waiting and waiting[0][0][0] < page.number:
            yield from waiting.pop(0)[1]
        first, last = bounds(page.number)
        window = [*(p for p in window if p.number >= first), page]
        if page.number == last and len(window) == WINDOW and worth_keeping(window):
            with suppress(OSError):
                keep(folder, window)
        yield page
    for _, pages in waiting:
        yield from pages


def worth_keeping(window: list[Page]) -> bool:
    """Whether a window took OCR, and is sound."""
    return any(page.method == "ocr" for page in window) and not any(page.errors for page in window)


def forget(folder: Path | None, sha256: str, options: Options) -> None:
    """Throws the windows of a file away: what they held is stored."""
    if folder is not None:
        shutil.rmtree(folder / key(sha256, options), ignore_errors=True)


def tidy(folder: Path) -> None:
    """Throws away the windows of files that nobody came back to."""
    until = time.time() - STALE_SECONDS
    with suppress(OSError):
        for path in folder.iterdir():
            if path.is_dir() and path.stat().st_mtime < until:
                shutil.rmtree(path, ignore_errors=True)


@cache
def _pages() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(list[Page])
