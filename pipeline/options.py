"""How a file is read: limits that bound what a hostile or broken file may cost, and a few choices."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic, process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.errors import ReadError

LAST = 10**9
"""The last page of a range that is open."""
PAGES_SHARE = 0.9
"""Of the time for one file, what its pages may take: the rest is for the fields, and for the page at hand
(reading the fields of a page takes a hundredth of what its OCR does)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Past a limit the file (or page) fails with a code; the run goes on.

    docs/limits.md has the table; `pipeline.configuration` reads other values from a file or a command line.
    """

    file_bytes: int = 512 * 1024**2
    """Bytes of the file itself."""
    expanded_bytes: int = 1024 * 1024**2
    """Bytes that a zipped document (DOCX) may expand to, all members together."""
    pages: int = 5_000
    """Pages (or frames) read of one file; those beyond are reported as not read."""
    pixels: int = 120_000_000
    """Pixels of one page image, checked before it is decoded (A3 at 600 dpi is 70 million)."""
    text_chars: int = 50_000_000
    """Characters of text read from one file."""
    page_seconds: float = 120.0
    """Wall time of the engine on one page."""
    stall_seconds: float = 900.0
    """Wall time without a further page begun, in the child process; then the page is given up."""
    file_seconds: float = 4 * 3600.0
    """Wall time of one file, all tries together. After `PAGES_SHARE` of it no further page is begun."""
    cpu_seconds: float = 8 * 3600.0
    """CPU time of one try at a file in its child process, and of each program it starts. After `PAGES_SHARE`
    of it no further page is begun."""
    memory_bytes: int = 6 * 1024**3
    """Address space of the child process, and of each program it starts."""
    open_files: int = 512
    """Files and pipes the child process may have open, and each program it starts."""
    written_bytes: int = 1024**3
    """Size of any one file that the child process, or a program it starts, writes."""
    record_bytes: int = 512 * 1024**2
    """What the child process may hand back for one file."""
    convert_seconds: float = 120.0
    """Wall time of an outside converter (LibreOffice) on one file."""


@dataclass(slots=True)
class Clock:
    """Until when pages of the file at hand are begun, in this process: what is read by then is kept."""

    wall: float
    """By `time.monotonic`."""
    cpu: float
    """By `time.process_time`."""
    elsewhere: float = 0.0
    """CPU seconds that other processes used for pages of the file."""

    @classmethod
    def start(cls, options: Options) -> Clock:
        """For a file that is begun now."""
        seconds = options.limits.file_seconds if options.seconds is None else options.seconds
        return cls(
            monotonic() + PAGES_SHARE * seconds,
            process_time() + PAGES_SHARE * options.limits.cpu_seconds,
        )

    def over(self) -> str | None:
        """The limit whose time is used up, None while there is time left."""
        if monotonic() >= self.wall:
            return "file_seconds"
        return "cpu_seconds" if process_time() + self.elsewhere >= self.cpu else None


@dataclass(frozen=True, slots=True)
class Options:
    """``page_jobs``: pages of one file read at once; ``dpi``: resolution at which PDF pages are rendered;
    ``given_up``: pages not to be tried, each an error with its page; ``windows``: the folder that keeps what
    was read of long scans (`pipeline.windows`), None: nowhere; ``wanted``: ranges of pages to read, first
    and last, None: all (pages of PDFs, frames of TIFFs; other formats are read whole); ``seconds``:
    what earlier tries have left of ``limits.file_seconds``, None: all; ``clock``: set as a file is begun."""

    limits: Limits = field(default_factory=Limits)
    page_jobs: int = 1
    dpi: int = 300
    given_up: tuple[ReadError, ...] = ()
    windows: Path | None = None
    wanted: tuple[tuple[int, int], ...] | None = None
    seconds: float | None = None
    clock: Clock | None = None

    def wants(self, number: int) -> bool:
        """Whether page ``number`` (from 1) is to be read."""
        return self.wanted is None or any(first <= number <= last for first, last in self.wanted)

    def wants_after(self, number: int) -> bool:
        """Whether any page from ``number`` on is to be read."""
        return self.wanted is None or any(last >= number for _, last in self.wanted)
