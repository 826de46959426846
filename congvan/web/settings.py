"""How `congvan serve` runs: where things lie, and the limits that bound what a request may cost."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from corpus.database import parse_url

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")


@dataclass(frozen=True, slots=True)
class Settings:
    """``url``: the corpus; ``folder``: accounts, uploads and page images; the rest are limits."""

    url: str
    folder: Path
    host: str = "127.0.0.1"
    port: int = 8765
    jobs: int = 1
    upload_bytes: int = 100 * 1024**2
    """Bytes of one uploaded file."""
    request_bytes: int = 400 * 1024**2
    """Bytes of one upload, all its files together."""
    upload_files: int = 200
    """Files of one upload."""
    form_bytes: int = 1024**2
    """Bytes of any other request."""
    query_seconds: float = 10.0
    """Time of one database statement."""
    page_rows: int = 200
    """Rows of one page of the API."""
    export_rows: int = 2_000_000
    """Obligations, or directives, of one export."""
    export_seconds: float = 3_600.0
    """Time of one export, the asker's slowness included."""
    cache_bytes: int = 512 * 1024**2
    """Page images kept on disk."""
    session_hours: int = 12
    warm: bool = False
    """Ask for the main pages at the start, before anyone does."""
    https: bool = False
    """Behind TLS: cookies are marked Secure, and browsers are told to keep to HTTPS."""


def data_folder(url: str) -> Path:
    """Where the page keeps its own files: beside a SQLite corpus, else in the user's data folder."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database and parsed.database != ":memory:":
        path = Path(parsed.database).absolute()
        return path.with_name(path.stem + "-web")
    from corpus.database import default_url

    named = f"{parsed.host or 'local'}-{parsed.database or 'congvan'}-web"
    beside = default_url()
    folder = Path(beside).parent if "://" not in beside else Path.home() / ".local" / "share" / "congvan"
    return folder / "".join(c if c.isalnum() or c in "-_." else "_" for c in named)


def is_loopback(host: str) -> bool:
    """Whether an address to listen on can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
