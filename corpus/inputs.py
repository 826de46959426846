"""Which files a command line or a folder means."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

Where = Path | str
"""An original: a path, or a URL (`corpus.originals`)."""

_LITTER = frozenset({"thumbs.db", "desktop.ini"})
"""Written into folders by desktops; no one means them. Names that begin with a dot or ~$ are skipped too."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to ingest, or a path that is none, with ``(code, message)`` of why."""

    path: Where
    problem: tuple[str, str] | None = None


def find_files(paths: Sequence[Path], *, skip: Collection[Path] = ()) -> list[Found]:
    """Files in the order given, folders walked in the order of names, each file once.

    Files named outright are always taken; in folders, hidden files and desktops' litter are passed over.
    """
    found: dict[str, Found] = {}
    for path in paths:
        for item in _walk(path) if path.is_dir() else [_one(path)]:
            if Path(item.path).absolute() not in skip:
                found.setdefault(os.path.abspath(item.path), item)  # noqa: PTH100 - "a/../b" is b, links stay
    return list(found.values())


def _one(path: Path) -> Found:
    if not os.path.lexists(path):
        return Found(path, ("not-found", f"{shown(path)} does not exist. Check the path."))
    if not path.is_file():
        return Found(path, ("not-a-file", f"{shown(path)} is not a regular file. Name a file or a folder."))
    return Found(path)


def _walk(folder: Path) -> list[Found]:
    found: list[Found] = []

    def refused(error: OSError) -> None:
        where = Path(error.filename or folder)
        cause = error.strerror or error
        message = f"{shown(where)} cannot be listed ({cause}). Check that you may read the folder."
        found.append(Found(where, ("unreadable", message)))

    for root, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            _one(Path(root) / name)
            for name in sorted(names)
            if not name.startswith((".", "~$")) and name.lower() not in _LITTER
        ]
    if not found:
        message = f"{shown(folder)} holds no file. Check that it is the right folder."
        found.append(Found(folder, ("empty-folder", message)))
    return found


def shown(path: Where) -> str:
    """A path as text: absolute, bytes that are not UTF-8 written as \\xNN. A URL is shown as it is."""
    if isinstance(path, str):
        return path
    return os.fsencode(os.path.abspath(path)).decode("utf-8", errors="backslashreplace")  # noqa: PTH100
