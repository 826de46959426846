"""The engines: one protocol, stopped whole at the time limit, plain about what is missing."""

from __future__ import annotations

import importlib.util
import os
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.errors import MissingDependency, ReadError
from pipeline.ocr.data import data_folder
from pipeline.ocr.engine import engine
from pipeline.ocr.program import Program, parse_tsv
from pipeline.ocr.wrapped import Wrapped

LINE = np.full((80, 700), 255, np.uint8)
cv2.putText(LINE, "Cong van 3722", (20, 55), cv2.FONT_HERSHEY_SIMPLEX, 1.6, 0, 4, cv2.LINE_AA)


def script(folder: Path, body: str) -> str:
    path = folder / "engine"
    path.write_text("#!/bin/sh\n" + body)
    path.chmod(0o755)
    return str(path)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not (status.exists() and status.read_text().split(") ")[1].startswith("Z"))


def test_a_hanging_engine_is_stopped_with_what_it_started(tmp_path: Path) -> None:
    mark = tmp_path / "child"
    hanging = script(tmp_path, f"sleep 60 & echo $! > {mark}; cat > /dev/null; wait\n")
    started = time.monotonic()
    with pytest.raises(ReadError) as caught:
        Program(command=hanging).read(LINE, dpi=300, seconds=1)
    assert caught.value.code == "timeout"
    assert time.monotonic() - started < 20
    child = int(mark.read_text())
    deadline = time.monotonic() + 10
    while alive(child) and time.monotonic() < deadline:
        os.sched_yield()
    assert not alive(child)


def test_an_engine_that_fails_tells_what_it_said(tmp_path: Path) -> None:
    failing = script(tmp_path, "cat > /dev/null; echo 'no such thing' >&2; exit 3\n")
    with pytest.raises(ReadError, match="no such thing") as caught:
        Program(command=failing).read(LINE, dpi=300)
    assert caught.value.code == "engine"


def test_what_is_not_installed_is_named_with_the_command_that_installs_it(tmp_path: Path) -> None:
    with pytest.raises(MissingDependency, match="apt-get install tesseract-ocr"):
        Program(command=str(tmp_path / "none")).read(LINE, dpi=300)
    dataless = script(tmp_path, "cat > /dev/null; echo 'Error opening data file x' >&2; exit 1\n")
    with pytest.raises(MissingDependency, match="tesseract-ocr-vie"):
        Program(command=dataless).read(LINE, dpi=300)
    with pytest.raises(MissingDependency):
        data_folder("no-such-language")


def test_words_come_from_the_table_with_boxes_and_confidence() -> None:
    table = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
        "1\t1\t0\t0\t0\t0\t0\t0\t700\t80\t-1\t\n"
        "4\t1\t1\t1\t2\t0\t10\t20\t300\t40\t-1\t\n"
        '5\t1\t1\t1\t2\t1\t10\t20\t90\t40\t96.5\tÐiều"\n'
        "5\t1\t1\t1\t2\t2\t110\t20\t30\t40\t-1\t \n"
    )
    (token,) = parse_tsv(table)
    assert (token.text, token.confidence, token.line) == ('Điều"', 0.965, (1, 1, 2))
    assert (token.x0, token.y0, token.x1, token.y1) == (10, 20, 100, 60)


def test_an_answer_that_is_no_table_is_no_empty_page() -> None:
    assert parse_tsv("1\t1\t0\t0\t0\t0\t0\t0\t700\t80\t-1\t\n") == []
    with pytest.raises(ReadError) as caught:
        parse_tsv("")
    assert caught.value.code == "engine"


@pytest.mark.tesseract
@pytest.mark.parametrize("name", ["tesseract", "tesserocr", "pytesseract"])
def test_all_engines_read_the_same_line(tesseract: str, name: str) -> None:
    if name == "tesserocr" and importlib.util.find_spec("tesserocr") is None:
        pytest.skip("tesserocr is not installed (pip install congvan[fast])")
    tokens = engine(name).read(LINE, dpi=300, psm=7)
    assert tokens[-1].text == "3722"
    ink = np.flatnonzero((LINE < 128).any(axis=0))
    assert abs(tokens[-1].x1 - ink[-1]) < 6
    assert 200 < tokens[-1].x0 < 260


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(ValueError, match="tesserocr"):
        engine("abbyy")


def test_the_environment_names_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGVAN_OCR_ENGINE", "pytesseract")
    assert engine().name == "pytesseract"


@pytest.mark.parametrize(
    ("body", "seconds", "code"),
    [
        ("sleep 60\n", 1, "timeout"),
        ("echo 'no such thing' >&2; exit 3\n", 30, "engine"),
        ("echo 'Error opening data file x' >&2; exit 1\n", 30, "missing-language-data"),
        ("exit 0\n", 30, "engine"),
    ],
)
def test_pytesseract_tells_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, seconds: float, code: str
) -> None:
    import pytesseract

    version = 'case "$1" in --version) echo "tesseract 5.3.0"; exit 0;; esac\n'
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", script(tmp_path, version + body))
    with pytest.raises(ReadError) as caught:
        Wrapped().read(LINE, dpi=300, seconds=seconds)
    assert caught.value.code == code
