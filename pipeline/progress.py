"""Telling the supervisor which page is being read, so that a page that kills its reader can be left out."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.errors import ReadError
from pipeline.options import Options

_listener: Callable[[int], None] | None = None
_counted: Callable[[int], None] | None = None

READ = 0
"""Told instead of a page number once all pages are read."""


def listen(listener: Callable[[int], None] | None, counted: Callable[[int], None] | None = None) -> None:
    """Has ``listener`` told of every page, ``counted`` of how many there are; None ends it. One to a process:
    the pool's children set it."""
    global _listener, _counted
    _listener, _counted = listener, counted


def page_begun(number: int) -> None:
    """Page ``number`` (from 1) is about to be opened; `READ`: the pages are done with."""
    if _listener is not None:
        _listener(number)


def pages_counted(count: int) -> None:
    """The file at hand has so many pages to be read. Not every reader knows before it is through."""
    if _counted is not None:
        _counted(count)


def out_of_time(options: Options, name: str, number: int) -> ReadError | None:
    """Why page ``number`` and those after it are not read: the file has had its time. None while there is
    some left."""
    limit = options.clock.over() if options.clock is not None else None
    if limit is None:
        return None
    code = "timeout" if limit == "file_seconds" else "cpu"
    return ReadError(
        code,
        f"{name}: pages from {number} on were not read, the time for one file was used up ({limit}, "
        f"{getattr(options.limits, limit):,.0f} s). What was read is kept. Run `congvan ingest --retry` to "
        f"go on from there; or split the file, or raise the limit {limit}.",
        page=number,
    )


def given_up(options: Options, number: int) -> ReadError | None:
    """Why a page is not to be tried (again): it ended the processes that read it before."""
    for error in options.given_up:
        if error.page == number:
            return error
    return None
