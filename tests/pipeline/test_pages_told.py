"""Whoever asks is told which page of which file is being read, while it is read."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.model import Directive
from pipeline.options import Limits, Options
from pipeline.pool import run_many
from tests.pipeline.misbehaving import said


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
    return said(path, "read")


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


@pytest.mark.parametrize(("frames", "most", "told"), [(3, 2000, 3), (3, 2, 2), (1, 2000, 1)])
def test_frames_of_a_tiff_are_counted_before_they_are_read(
    tmp_path: Path, frames: int, most: int, told: int
) -> None:
    from PIL import Image

    path = tmp_path / "fax.tif"
    first, *rest = [Image.new("1", (40, 40), 1) for _ in range(frames)]
    first.save(path, save_all=True, append_images=rest)
    assert counted(path, most) == [told]
    path.write_bytes(path.read_bytes()[:-40])  # cut short: what is counted goes no further, nothing is raised
    assert len(counted(path, most)) <= 1


def counted(path: Path, most: int) -> list[int]:
    """What the reader of images says that there is to read."""
    from pipeline import progress
    from pipeline.errors import ReadError
    from pipeline.readers import image
    from pipeline.source import open_source

    said: list[int] = []
    options = Options(limits=replace(Limits(), pages=most), wanted=((9_999, 9_999),))
    progress.listen(lambda _page: None, said.append)
    try:
        list(image.read(open_source(path), options))
    except ReadError:
        pass
    finally:
        progress.listen(None)
    return said
