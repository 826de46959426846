"""How much commands say, and in what form."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congvan.cli import COMMANDS, cli
from tests.hostile.faulty import LETTER


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A letter and a file that is none."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(LETTER.format(n=1), encoding="utf-8")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_them(name: str) -> None:
    said = run(name, "--help").output
    assert all(option in said for option in ("--quiet", "--verbose", "--log-format"))


def test_quiet_leaves_the_errors(tmp_path: Path) -> None:
    database = tmp_path / "x.db"
    loud = run("ingest", tmp_path / "none.pdf", "--db", database)
    assert "1 files" in loud.stderr and "none.pdf" in loud.stderr
    for options in (("--quiet", "ingest"), ("ingest", "-q")):
        silent = run(*options, tmp_path / "none.pdf", "--db", database)
        assert silent.exit_code == 1 and "none.pdf" in silent.stderr and "1 files" not in silent.stderr
    assert "checked" in run("backup", tmp_path / "a.db", "--db", database).stderr
    assert run("backup", "-q", tmp_path / "b.db", "--db", database).stderr == ""


def test_verbose_says_each_file(tmp_path: Path) -> None:
    said = run("ingest", "-v", tmp_path / "none.pdf", "--db", tmp_path / "x.db").stderr
    assert f"INFO congvan.files: failed: {tmp_path / 'none.pdf'}" in said


@pytest.mark.parametrize("options", [("--log-format", "json", "-v"), ("-v", "--log-format", "json")])
def test_lines_of_json(files: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    result = run("ingest", *options, files, "--db", tmp_path / "x.db", "-j", 1)
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stderr.splitlines()]
    by_file = {Path(line["path"]).name: line for line in lines if "path" in line}
    assert by_file["a.txt"]["outcome"] == "complete" and by_file["a.txt"]["level"] == "info"
    assert by_file["b.pdf"]["level"] == "warning" and by_file["b.pdf"]["code"] == "damaged"
    assert lines[-1]["complete"] == lines[-1]["failed"] == 1 and lines[-1]["level"] == "note"
    assert all(line["time"].endswith("+00:00") for line in lines)


def test_the_loggers_are_left_as_they_were(tmp_path: Path) -> None:
    before = (
        list(logging.getLogger().handlers),
        logging.getLogger().level,
        logging.getLogger("congvan").level,
    )
    run("ingest", "-vv", "--log-format", "json", tmp_path / "none.txt", "--db", tmp_path / "x.db")
    after = (
        list(logging.getLogger().handlers),
        logging.getLogger().level,
        logging.getLogger("congvan").level,
    )
    assert after == before
