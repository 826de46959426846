"""A long scan is kept in pieces: what was read once is not read again."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from extractors.model import Error, Repair, Warning
from pipeline import progress, windows
from pipeline.document import Box, Page, Word
from pipeline.extract import extract_document, extract_file
from pipeline.options import LAST, Options
from pipeline.pool import run_many
from pipeline.source import fingerprint
from pipeline.windows import WINDOW, bounds, gathered, keep, kept, key, missing

PAGES = 2 * WINDOW + 6


def scan(path: Path, pages: int = PAGES) -> Path:
    """A TIFF of small blank frames."""
    frames = [Image.new("L", (64, 64), 255) for _ in range(pages)]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    return path


def page(number: int, **more: Any) -> Page:
    text = f"Trang {number}"
    word = Word(0, 5, Box(1.5, 2, 3, 4.25), 0.1 + 0.2, (("Trạng", 0.25),))
    return Page(number, text, "ocr", words=[word], width=595.32, confidence=1 / 3, **more)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Stands in for OCR; the pages it was asked for."""
    asked: list[int] = []

    def read_image(_picture: Any, *, number: int, dpi: float | None, options: Options) -> Page:
        asked.append(number)
        return page(number)

    monkeypatch.setattr("pipeline.ocr.read_image", read_image)
    return asked


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    first = page(
        1,
        repairs=[Repair(span=(0, 5), before="Tràng", after="Trang", kind="ocr", confidence=0.9)],
        warnings=[Warning(code="stamp", message="…", spans=[(0, 5)])],
    )
    window = [first, *(page(n) for n in range(2, WINDOW + 1))]
    keep(tmp_path / "one", window)
    assert kept(tmp_path / "one") == {(1, WINDOW): window}


def test_what_is_damaged_is_left_out(tmp_path: Path) -> None:
    keep(tmp_path, [page(n) for n in range(1, WINDOW + 1)])
    keep(tmp_path, [page(n) for n in range(WINDOW + 1, 2 * WINDOW + 1)])
    name = f"{WINDOW + 1}-{2 * WINDOW}.json.gz"
    whole = (tmp_path / name).read_bytes()
    for bad in (b"", whole[:-20], whole[:40] + b"\xff\x00\xff" + whole[43:], b"nothing of the kind"):
        (tmp_path / name).write_bytes(bad)
        assert set(kept(tmp_path)) == {(1, WINDOW)}
    (tmp_path / "1-32.json.gz.part").write_bytes(whole)
    (tmp_path / name).write_bytes((tmp_path / f"1-{WINDOW}.json.gz").read_bytes())  # pages of another window
    assert set(kept(tmp_path)) == {(1, WINDOW)}


def test_the_ranges_that_are_missing() -> None:
    assert bounds(1) == bounds(WINDOW) == (1, WINDOW) and bounds(WINDOW + 1)[0] == WINDOW + 1
    assert missing([]) == ((1, LAST),)
    assert missing([(1, 32)]) == ((33, LAST),)
    assert missing([(65, 96), (33, 64)]) == ((1, 32), (97, LAST))


def test_windows_with_errors_and_of_text_layers_are_not_kept(tmp_path: Path) -> None:
    error = Error(page=3, stage="ocr", code="timeout", message="…")

    def pages() -> Iterator[Page]:
        for number in range(1, 3 * WINDOW + 1):
            found = page(number, errors=[error] if number == 3 else [])
            if number > 2 * WINDOW:
                found.method = "native"
            yield found

    assert [p.number for p in gathered(pages(), tmp_path, {})] == list(range(1, 3 * WINDOW + 1))
    assert set(kept(tmp_path)) == {(WINDOW + 1, 2 * WINDOW)}


def test_a_reading_that_was_cut_short_goes_on(tmp_path: Path, engine: list[int]) -> None:
    path = scan(tmp_path / "long.tif")
    whole = extract_document(path, Options())
    options = Options(windows=tmp_path / "windows")
    with pytest.raises(KeyboardInterrupt):
        progress.listen(lambda number: _stop(number, WINDOW + 5))
        extract_file(path, options)
    progress.listen(None)
    engine.clear()
    again = extract_document(path, options)
    assert engine == list(range(WINDOW + 1, PAGES + 1))
    assert again == whole and again[1].source.pages == PAGES
    engine.clear()
    assert extract_document(path, replace(options, dpi=200))[1].source.pages == PAGES
    assert len(engine) == PAGES  # another resolution, other windows
    sha256, _ = fingerprint(path)
    windows.forget(options.windows, sha256, options)
    assert not (tmp_path / "windows" / key(sha256, options)).exists()


def _stop(number: int, at: int) -> None:
    if number == at:
        raise KeyboardInterrupt


def test_windows_read_on_several_machines_join(tmp_path: Path, engine: list[int]) -> None:
    path = scan(tmp_path / "long.tif")
    whole = extract_document(path, Options())
    options = Options(windows=tmp_path / "windows")
    folder = tmp_path / "windows" / key(fingerprint(path)[0], options)
    for first in (WINDOW + 1, 1, 2 * WINDOW + 1):
        part = extract_document(path, replace(options, windows=None, wanted=(bounds(first),)))
        assert part[1].source.pages == min(WINDOW, PAGES - first + 1)
    from pipeline.extract import read_repaired
    from pipeline.source import open_source

    for first in (WINDOW + 1, 1, 2 * WINDOW + 1):
        keep(folder, list(read_repaired(open_source(path), replace(options, wanted=(bounds(first),)))))
    engine.clear()
    assert extract_document(path, options) == whole
    assert engine == []


def crashing(path: Path, options: Options) -> Any:
    """Reads as the pipeline does, with an engine that dies on page 40 and says what it was asked for."""

    def read_image(_picture: Any, *, number: int, dpi: float | None, options: Options) -> Page:
        with path.with_suffix(".asked").open("a") as stream:
            stream.write(f"{number}\n")
        if number == WINDOW + 8:
            os.kill(os.getpid(), signal.SIGSEGV)
        return page(number)

    import pipeline.ocr

    pipeline.ocr.read_image = read_image
    return extract_file(path, options)


def test_a_window_that_fails_is_read_page_by_page(tmp_path: Path) -> None:
    """The window before it is read once only; the page that kills its reader is left out, the rest is read."""
    path = scan(tmp_path / "long.tif")
    options = Options(windows=tmp_path / "windows", page_jobs=2)
    [(_, directive)] = run_many(crashing, [path], options, jobs=1)
    assert [(e.page, e.code) for e in directive.errors] == [(WINDOW + 8, "crashed")]
    assert directive.source.pages == PAGES
    asked = [int(line) for line in path.with_suffix(".asked").read_text().split()]
    assert [asked.count(n) for n in range(1, WINDOW + 1)] == [1] * WINDOW
    assert 1 <= asked.count(PAGES) <= 2 and asked.count(WINDOW + 8) == 2
