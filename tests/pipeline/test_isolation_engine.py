"""Tesseract replaced by programs that crash, hang or answer nonsense: an error, never a blank page."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import MissingDependency, ReadError
from pipeline.ocr.pages import Job, read_jobs
from pipeline.ocr.program import Program
from pipeline.options import Options

ROW = "5\\t1\\t1\\t1\\t1\\t1\\t10\\t10\\t50\\t20\\t90\\t"
HEAD = "level\\tpage_num\\n1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t400\\t200\\t-1\\t\\n"
FAKES = {
    "crashes": ("kill -SEGV $$", "engine"),
    "aborts": ("echo 'core dumped' >&2; exit 134", "engine"),
    "hangs": ("sleep 3600", "timeout"),
    "hangs with a child": ("sleep 3600 & wait", "timeout"),
    "says nothing": ("cat >/dev/null; exit 0", "engine"),
    "reads nothing": ("exit 0", "engine"),
    "says no table": ("echo 'Detected 12 diacritics'", "engine"),
    "says a broken table": (f"printf '{HEAD}5\\tx\\t1\\t1\\t1\\t1\\t?\\t1\\t1\\t1\\t1\\tword\\n'", "engine"),
    "never stops": ("exec yes", "too-much-output"),
    "has no data": ("echo 'Failed loading language vie' >&2; exit 1", "missing-language-data"),
}


def image() -> np.ndarray:
    page = np.full((200, 400), 255, np.uint8)
    page[80:120, 50:350:8] = 0
    return page


def fake(folder: Path, body: str) -> str:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(0o755)
    return str(program)


@pytest.mark.parametrize("name", FAKES)
def test_an_engine_that_fails_is_an_error(tmp_path: Path, name: str) -> None:
    body, code = FAKES[name]
    seconds = 0.5 if code == "timeout" else 30.0
    with pytest.raises(ReadError) as caught:
        Program(command=fake(tmp_path, body)).read(image(), dpi=300, seconds=seconds)
    assert caught.value.code == code and caught.value.stage == "ocr"
    assert isinstance(caught.value, MissingDependency) == code.startswith("missing-")


def test_bytes_that_are_no_utf8_cost_their_word_only(tmp_path: Path) -> None:
    body = f"printf '{HEAD}{ROW}\\377\\376b\\n{ROW}sound\\n'"
    tokens = Program(command=fake(tmp_path, body)).read(image(), dpi=300)
    assert tokens[-1].text == "sound" and all(token.text.isprintable() for token in tokens)


def test_an_engine_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingDependency) as caught:
        Program(command=str(tmp_path / "none")).read(image(), dpi=300)
    assert caught.value.code == "missing-tesseract"


def test_a_page_keeps_its_place_when_the_engine_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine crashes on every second call: pages fail alone."""
    count = tmp_path / "count"
    turn = f"echo x >> {count}; [ $(($(wc -l < {count}) % 2)) = 0 ]"
    body = f"cat >/dev/null; {turn} && kill -9 $$; printf '{HEAD}'"
    program = Program(command=fake(tmp_path, body))
    monkeypatch.setattr(
        "pipeline.ocr.read_image",
        lambda picture, *, number, dpi, options: _page(program, picture, number),
    )
    jobs = iter([Job(number, image=image()) for number in (1, 2, 3)])
    pages = list(read_jobs(jobs, Options()))
    assert [page.number for page in pages] == [1, 2, 3]
    assert [[e.code for e in page.errors] for page in pages] == [[], ["engine"], []]
    assert pages[1].errors[0].page == 2 and "-9" in pages[1].errors[0].message


def _page(program: Program, picture: np.ndarray, number: int) -> object:
    from pipeline.document import Page

    program.read(picture, dpi=300)
    return Page(number, "", "ocr")
