"""Whoever asks is told which page of which file is being read, while it is read."""

from __future__ import annotations

import time
from pathlib import Path

from extractors.model import Directive
from pipeline.options import Options
from pipeline.pool import run_many
from tests.pipeline.misbehaving import _said


def stepwise(path: Path, options: Options) -> Directive:
    """A file of three pages that goes on to the next once the page was seen."""
    from pipeline import progress

    progress.pages_counted(3)
    for number in (1, 2, 3):
        progress.page_begun(number)
        until = time.monotonic() + 30
        while not path.with_name(f"seen-{number}").exists() and time.monotonic() < until:
            time.sleep(0.005)
    progress.page_begun(progress.READ)
    return _said(path, "read")


def test_pages_are_told_as_they_are_begun(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("three pages")
    told = []

    def on_page(file: Path, page: int, pages: int | None) -> None:
        told.append((file, page, pages))
        (tmp_path / f"seen-{page}").touch()

    [(_, directive)] = run_many(stepwise, [path], jobs=1, on_page=on_page)
    assert directive.text == "read"
    assert told == [(path, 1, 3), (path, 2, 3), (path, 3, 3)]
