"""How a file is read: limits that bound what a hostile or broken file may cost, and a few choices."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. Past a limit the file (or page) fails with a code; the run goes on."""

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
    file_seconds: float = 4 * 3600.0
    """Wall time of one file in its child process."""
    memory_bytes: int = 6 * 1024**3
    """Address space of the child process."""
    convert_seconds: float = 120.0
    """Wall time of an outside converter (LibreOffice) on one file."""


@dataclass(frozen=True, slots=True)
class Options:
    """``page_jobs``: pages of one file read at once; ``dpi``: resolution at which PDF pages are rendered."""

    limits: Limits = field(default_factory=Limits)
    page_jobs: int = 1
    dpi: int = 300
