"""The command line as a person meets it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from congvan.cli import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[2]
LETTER = """TỈNH ỦY HẢI HƯNG
*
Số 57-CV/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Hải Hưng, ngày 12 tháng 5 năm 2021

Kính gửi: Các huyện ủy, thành ủy.

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện các nội dung sau:
1. Các cấp ủy hoàn thành kiểm điểm trước ngày 30/11/2021.
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0, result.output
    assert "Usage" in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"congvan {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_help_loads_no_command() -> None:
    """The start stays quick because nothing heavy is imported; the figure itself is measured in bench."""
    heavy = ("spacy", "pydantic", "numpy", "sqlalchemy", "rich")
    code = f"import sys, congvan.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_the_package_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "congvan", "schema"], capture_output=True, check=True, cwd=ROOT
    )
    assert json.loads(done.stdout)["title"] == "Directive"


def test_extract_prints_json_that_validates(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(LETTER)
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    result = run("extract", str(path))
    assert result.exit_code == 0, result.output
    directive = json.loads(result.stdout)
    jsonschema.validate(directive, schema)
    assert directive["number"]["text"] == "57-CV/TU"
    assert directive["issued"]["date"] == "2021-05-12"
    for item in directive["deadlines"] + directive["obligations"] + directive["references"]:
        start, end = item["span"]
        assert directive["text"][start:end] == item["text"]


def test_extract_of_several_files_prints_lines_in_order(tmp_path: Path) -> None:
    names = ["b.txt", "a.txt", "missing.txt"]
    for name in names[:2]:
        (tmp_path / name).write_text(f"{LETTER}{name}")
    result = run("extract", *(str(tmp_path / name) for name in names))
    assert result.exit_code == 1
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [d["source"]["name"] for d in found] == names
    assert found[2]["status"] == "failed"
    assert "missing.txt" in result.stderr


def test_extract_writes_one_file_each_and_overwrites_none(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "b.txt"):
        (tmp_path / name).write_text(LETTER + name)
    out = tmp_path / "out"
    result = run("extract", *(str(tmp_path / n) for n in ("a.txt", "a.md", "b.txt")), "-o", str(out))
    assert result.exit_code == 0, result.output
    assert sorted(p.name for p in out.iterdir()) == ["a.md.json", "a.txt.json", "b.json"]
    assert json.loads((out / "a.md.json").read_text())["source"]["name"] == "a.md"


def test_usage_errors_exit_with_2() -> None:
    assert run("extract").exit_code == 2
    assert run("nonsense").exit_code == 2


def test_doctor_names_what_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = run("doctor", "--db", str(tmp_path / "none.db"))
    assert result.exit_code == 3
    assert "MISSING  Tesseract" in result.stdout
    assert "sudo apt-get install tesseract-ocr" in result.stdout


def test_doctor_on_this_machine(tesseract: str, tmp_path: Path) -> None:
    result = run("doctor", "--json", "--db", str(tmp_path / "none.db"))
    rows = {row["name"]: row for row in json.loads(result.stdout)}
    assert rows["Tesseract"]["present"]
    assert result.exit_code == (0 if all(r["present"] or not r["needed"] for r in rows.values()) else 3)


@pytest.mark.parametrize("form", ["table", "csv"])
def test_a_reader_who_has_had_enough_is_no_failure(tmp_path: Path, form: str) -> None:
    """As `| head` does; the pipe is closed before anything is written."""
    database = str(tmp_path / "c.db")
    (tmp_path / "a.txt").write_text(LETTER)
    assert run("ingest", str(tmp_path / "a.txt"), "--db", database).exit_code == 0
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "congvan", "search", "--format", form, "--db", database]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert ended.returncode == 0
    assert "Broken" not in ended.stderr and "Traceback" not in ended.stderr


def test_a_corpus_that_is_named_and_not_there_is_not_served(tmp_path: Path) -> None:
    refused = run("serve", "--db", str(tmp_path / "mistyped.db"))
    assert refused.exit_code == 4
    assert "There is no corpus at" in refused.stderr
    assert not list(tmp_path.iterdir())


def test_a_busy_port_is_told_and_no_address(tmp_path: Path) -> None:
    database = str(tmp_path / "c.db")
    (tmp_path / "a.txt").write_text(LETTER)
    run("ingest", str(tmp_path / "a.txt"), "--db", database)
    with socket.create_server(("127.0.0.1", 0)) as busy:
        refused = run("serve", "--db", database, "--port", str(busy.getsockname()[1]))
    assert refused.exit_code == 2
    assert "--port" in refused.stderr and "http://" not in refused.stderr


def test_a_folder_is_named_as_it_was_given() -> None:
    assert "congvan: .: unreadable: . is no regular file." in run("extract", ".").stderr
