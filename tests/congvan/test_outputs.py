"""Files that cannot be written: a sentence and exit code 1, before the work where that can be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congvan.cli import cli

LETTER = "HUYỆN ỦY BẮC SƠN\nSố 12-CV/HU\n\nCác xã báo cáo trước ngày 5/6/2021.\n"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def results(tmp_path: Path) -> Path:
    path = tmp_path / "units.csv"
    path.write_text("Đơn vị,Loại đơn vị\nChi bộ 1,chi bộ\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("place", ["missing/out", "letter.txt/out"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "{letter}", "-o", "{out}"),
        ("searchable", "{letter}", "-o", "{out}"),
        ("train", "{letter}", "-o", "{out}"),
        ("ingest", "{letter}", "--db", "{db}", "--report", "{out}"),
        ("check", "--template", "{out}.xlsx"),
        ("check", "--template", "{out}.csv"),
        ("check", "{results}", "--directive", "{letter}", "--xlsx", "{out}"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_what_cannot_be_written_is_said(
    letter: Path, results: Path, tmp_path: Path, arguments: tuple[str, ...], place: str
) -> None:
    if arguments[0] == "extract" and place.startswith("missing"):
        pytest.skip("the folder is made")
    names = {"letter": letter, "results": results, "out": tmp_path / place, "db": tmp_path / "c.db"}
    result = run(*(argument.format(**names) for argument in arguments))
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert "cannot be written" in result.stderr and "Choose another place with -" in result.stderr
    assert not (tmp_path / "c.db").exists()  # told before anything was read


def test_a_report_replaces_the_one_before_whole(letter: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text("old\n" * 50)
    assert run("ingest", str(letter), "--db", str(tmp_path / "c.db"), "--report", str(report)).exit_code == 0
    assert report.read_text(encoding="utf-8").splitlines()[0].startswith("path,outcome")
    assert "old" not in report.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.glob("report*")) == ["report.csv"]


def test_a_model_has_the_name_that_was_given(letter: Path, tmp_path: Path) -> None:
    from pipeline.repair.ngram import load

    model = tmp_path / "model"
    result = run("train", str(letter), "-o", str(model))
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.txt", "model"]
    assert load(model).words
