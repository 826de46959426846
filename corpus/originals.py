"""Where an original lies: a path, or (with a cluster) a URL that fsspec knows, like s3://archive/2021/a.pdf.

Nothing here is fetched unless a person named the URL; it is fetched by the parent, never by the child process
that reads the file.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from corpus.inputs import Found, Where, find_files
from pipeline.errors import ReadError
from pipeline.options import Limits

_URL = re.compile(r"[a-z][a-z0-9+.-]+(?:://|::)", re.IGNORECASE)
_PIECE = 1 << 20


def is_url(text: object) -> bool:
    """Whether a text names an original by URL; a path never does."""
    return isinstance(text, str) and _URL.match(text) is not None


def find(places: Sequence[Where], *, skip: Collection[Path] = ()) -> list[Found]:
    """As `corpus.inputs.find_files`, URLs too: one of a folder stands for all files below it."""
    found: list[Found] = []
    for place in places:
        found += _below(place) if isinstance(place, str) else find_files([place], skip=skip)
    return list({str(item.path): item for item in found}.values())


def _below(url: str) -> list[Found]:
    try:
        system, path = _open(url)
        names = [path] if system.isfile(path) else sorted(system.find(path))
    except ReadError as error:
        return [Found(url, (error.code, error.message))]
    except Exception as error:  # noqa: BLE001 - each file system raises errors of its own; it is told
        return [Found(url, ("unreadable", f"{url} cannot be listed ({error}). Check the URL."))]
    if not names:
        return [Found(url, ("not-found", f"There is no file at {url}. Check the URL."))]
    return [Found(system.unstrip_protocol(name)) for name in names]


@contextmanager
def brought(where: Where, limits: Limits) -> Iterator[Path]:
    """The original as a file of this machine, its name kept; one that was fetched is gone afterwards.

    Raises `ReadError` where it cannot be fetched or has more bytes than ``limits.file_bytes``.
    """
    if isinstance(where, Path):
        yield where
        return
    name = PurePosixPath(where).name
    with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
        path = Path(folder) / (name if name not in ("", ".", "..") else "file")
        with path.open("wb") as stream:
            for piece in _pieces(where, limits.file_bytes):
                stream.write(piece)
        yield path


def fingerprint(url: str) -> str:
    """SHA-256 of what lies at a URL. Raises `ReadError`."""
    digest = hashlib.sha256()
    for piece in _pieces(url, None):
        digest.update(piece)
    return digest.hexdigest()


def exists(url: str) -> bool:
    """Whether there is a file at a URL. Raises `ReadError` where that cannot be found out."""
    try:
        system, path = _open(url)
        return bool(system.isfile(path))
    except ReadError:
        raise
    except Exception as error:  # each file system raises errors of its own
        raise _unreadable(url, error) from error


def _pieces(url: str, most: int | None) -> Iterator[bytes]:
    size = 0
    try:
        system, path = _open(url)
        with system.open(path, "rb") as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if most is not None and size > most:
                    raise ReadError(
                        "too-large",
                        f"{url} has more bytes than the limit of {most:,}. Split it, or raise the limit "
                        "file_bytes.",
                    )
                yield piece
    except ReadError:
        raise
    except Exception as error:  # each file system raises errors of its own
        raise _unreadable(url, error) from error


def _open(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError as error:
        raise ReadError(
            "missing-fsspec", f"{url}: originals at URLs need fsspec: pip install 'congvan[cluster]'"
        ) from error
    return url_to_fs(url)  # type: ignore[no-any-return]


def _unreadable(url: str, error: Exception) -> ReadError:
    return ReadError("unreadable", f"{url}: cannot be read ({error}). Check that it exists and that you may.")
