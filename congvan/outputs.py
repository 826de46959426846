"""Files that a command is told to write: tried before the work begins, so that none is lost at its end."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def writing(target: Path, option: str) -> Iterator[None]:
    """Turns an error of writing ``target`` into a sentence and exit code 1; ``option`` chooses another."""
    try:
        yield
    except OSError as error:
        raise click.ClickException(
            f"{target} cannot be written ({error.strerror or error}). Choose another place with {option}."
        ) from error


def check_file(target: Path, option: str) -> None:
    """Fails (exit code 1) where the file ``target`` could not be written; nothing of it changes."""
    with writing(target, option):
        if target.exists():
            with target.open("ab"):
                pass
        else:
            _try_folder(target.parent)


def make_folder(target: Path, option: str) -> None:
    """Makes the folder ``target`` where it is missing. Fails (exit code 1) where no file could be written in
    it."""
    with writing(target, option):
        target.mkdir(parents=True, exist_ok=True)
        _try_folder(target)


def _try_folder(folder: Path) -> None:
    with tempfile.TemporaryFile(dir=folder):
        pass
