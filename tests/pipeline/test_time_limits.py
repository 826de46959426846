"""A file that takes longer than it may: what was read by then is kept, and a later run goes on from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from corpus.corpus import Corpus
from corpus.ingest import ingest, windows_folder
from extractors.model import Directive
from pipeline.document import Page
from pipeline.extract import extract_file
from pipeline.options import PAGES_SHARE, Clock, Limits, Options
from pipeline.pool import run_many
from pipeline.supervisor import Task
from pipeline.windows import WINDOW

PAGES = WINDOW + 9


def tiff(path: Path) -> Path:
    frames = [Image.new("L", (64, 64), 255) for _ in range(PAGES)]
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:])
    return path


def pdf(path: Path) -> Path:
    document = pikepdf.new()
    for _ in range(PAGES):
        document.add_blank_page(page_size=(100, 100))
    document.save(path)
    return path


class Pages:
    """Stands in for OCR; each page takes a second of a clock that nothing else moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.asked: list[int] = []

    def __call__(self, _picture: Any, *, number: int, dpi: float | None, options: Options) -> Page:
        self.now += 1.0
        self.asked.append(number)
        return Page(number, f"Trang {number}", "ocr", confidence=1.0)


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    stand_in = Pages()
    monkeypatch.setattr("pipeline.ocr.read_image", stand_in)
    monkeypatch.setattr("pipeline.options.monotonic", lambda: stand_in.now)
    monkeypatch.setattr("pipeline.options.process_time", lambda: stand_in.now / 2)
    return stand_in


@pytest.mark.parametrize("make", [tiff, pdf])
@pytest.mark.parametrize(
    ("limits", "code", "name"),
    [
        (Limits(file_seconds=20), "timeout", "file_seconds"),
        (Limits(cpu_seconds=10), "cpu", "cpu_seconds"),
    ],
)
def test_what_was_read_in_time_is_kept(
    tmp_path: Path, pages: Pages, make: Callable[[Path], Path], limits: Limits, code: str, name: str
) -> None:
    path = make(tmp_path / "long.bin")
    directive = extract_file(path, Options(limits=limits))
    read = int(PAGES_SHARE * 20)
    assert pages.asked == list(range(1, read + 1))
    assert directive.status == "partial"
    assert [(e.page, e.code) for e in directive.errors] == [(read + 1, code)]
    assert name in directive.errors[0].message and "--retry" in directive.errors[0].message
    assert [p.number for p in directive.pages] == list(range(1, read + 2))
    for page in directive.pages[:-1]:
        assert directive.text[page.start : page.end] == f"Trang {page.number}"


def test_one_that_ends_in_time_says_nothing(tmp_path: Path, pages: Pages) -> None:
    """Also where its last page takes it past the end: nothing is left to be read."""
    for seconds in (PAGES / PAGES_SHARE, 10 * PAGES):
        directive = extract_file(
            tiff(tmp_path / "long.tif"), Options(limits=Limits(file_seconds=seconds + 0.01))
        )
        assert directive.status == "complete" and len(directive.pages) == PAGES


def test_a_retry_goes_on_where_the_time_ended(
    tmp_path: Path, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whole windows are not read again, though the limit was raised meanwhile; the files agree in the end."""
    path = tiff(tmp_path / "long.tif")
    whole = extract_file(path, Options())
    pages.asked.clear()
    limits = Limits(file_seconds=(WINDOW + 4) / PAGES_SHARE)

    def in_process(
        work: Any, files: Iterable[Path], options: Options, **_: Any
    ) -> Iterator[tuple[Path, Directive]]:
        yield from ((file, work(file, options)) for file in files)

    monkeypatch.setattr("corpus.ingest.run_many", in_process)
    with Corpus.open(str(tmp_path / "corpus.db")) as corpus:

        def run(limits: Limits, retry: bool) -> tuple[dict[str, int], list[int]]:
            pages.asked.clear()
            done = ingest(corpus, [path], options=Options(limits=limits), retry=retry)
            return done.counts, list(pages.asked)

        assert run(limits, False) == ({"partial": 1}, list(range(1, WINDOW + 5)))
        assert run(limits, False) == ({"unchanged": 1}, [])
        raised = replace(limits, file_seconds=4000.0)
        assert run(raised, True) == ({"complete": 1}, list(range(WINDOW + 1, PAGES + 1)))
        directive = corpus.directive(whole.id)
        assert directive.text == whole.text and not directive.errors
    assert not list(windows_folder(corpus).iterdir())  # what it kept on the way is gone


def test_all_tries_share_the_time_of_the_file(tmp_path: Path) -> None:
    task = Task(tmp_path / "x", Options(limits=Limits(file_seconds=100)), extract_file)
    assert task.left(now=5000.0) == 100
    task.begun = 5000.0
    assert task.left(now=5030.0) == 70
    late = replace(task.options, seconds=task.left(now=5030.0))
    before = Clock.start(late).wall - Clock.start(task.options).wall
    assert before == pytest.approx(PAGES_SHARE * -30, abs=1)


def seconds_left(path: Path, options: Options) -> Directive:
    """Work of a child that dies at its first page once, and says what time it was given then."""
    import os
    import signal

    from pipeline import progress
    from tests.pipeline.misbehaving import said

    progress.page_begun(1)
    mark = path.with_suffix(".tries")
    with mark.open("a") as stream:
        stream.write(f"{options.seconds}\n")
    if len(mark.read_text().split()) < 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return said(path, mark.read_text())


def test_a_try_is_told_what_the_others_left(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("x")
    [(_, directive)] = run_many(seconds_left, [path], Options(limits=Limits(file_seconds=600)), jobs=1)
    told = [float(line) for line in directive.text.split()]
    assert told[0] == 600 and len(told) == 3
    assert 600 > told[1] > told[2] > 0
