"""Writing a file whole or not at all, also when the power fails."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def write_whole(target: Path, data: bytes | memoryview) -> None:
    """Writes ``data`` to ``target``: what stood there stays until all of the new bytes are on the disk.

    The order is what makes it hold: the bytes to a file beside it, these to the disk, then the name, then
    the folder that holds the name. Raises `OSError`; then nothing of ``target`` has changed.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as stream:
            stream.write(data)
        keep(part, target)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def keep(part: Path, target: Path) -> None:
    """Gives a finished file ``part`` its name ``target`` (in the same folder), durably. Raises `OSError`."""
    with part.open("rb") as stream:
        os.fsync(stream.fileno())
    part.replace(target)
    try:
        folder = os.open(target.absolute().parent, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders; there the name is kept by the file system
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
