"""The commands of the corpus as a person meets them: output, streams, exit codes."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from congvan.cli import cli
from corpus.corpus import Corpus
from corpus.export.tables import HEADERS
from extractors.model import Error, Warning
from tests.corpus.build import Duty, make


@pytest.fixture
def db(sqlite_url: str) -> str:
    with Corpus.open(sqlite_url) as corpus:
        corpus.store(
            make(
                "a",
                duties=[
                    Duty(
                        "Ban Tổ chức Thành ủy tổng hợp, báo cáo",
                        ["Ban Tổ chức Thành ủy"],
                        "trước 31/12",
                        "2022-12-31",
                    ),
                    Duty("Văn phòng theo dõi", ["Văn phòng"]),
                ],
                references=[{"text": "Quy định số 132-QĐ/TW", "number": "132-QĐ/TW", "date": "2018-03-08"}],
                warnings=[Warning(code="number-mismatch", message="two numbers")],
            ),
            recipe="1",
            path="/in/a.txt",
        )
        corpus.store(make("b", number="18-QĐ/TU", type="QĐ", subject="Quy chế [bold]đỏ[/bold]"), recipe="1")
        broken = [Error(stage="open", code="encrypted", message="Ask for the password.")]
        corpus.store(make("c", status="failed", errors=broken), recipe="1")
    return sqlite_url


def run(db: str, *arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "120"}).invoke(cli, [*arguments, "--db", db])


def test_search_table_json_csv(db: str) -> None:
    shown = run(db, "search", "quy", "che")
    assert shown.exit_code == 0
    assert "18-QĐ/TU" in shown.stdout and "[bold]đỏ[/bold]" in shown.stdout  # no markup of a document runs
    assert "1 to 1 of 1" in shown.stderr and "1 to 1" not in shown.stdout
    found = json.loads(run(db, "search", "quy chế", "--format", "json").stdout)
    assert (found["total"], found["items"][0]["number"]) == (1, "18-QĐ/TU")
    rows = list(csv.DictReader(io.StringIO(run(db, "search", "--type", "QĐ", "--format", "csv").stdout)))
    assert [row["number"] for row in rows] == ["18-QĐ/TU"]
    assert "Nothing found" in run(db, "search", "khongcogi").stderr


def test_obligations_of_a_body_due_before_a_day(db: str) -> None:
    asked = ("obligations", "--bearer", "Ban Tổ chức Thành ủy", "--due-before", "2023-01-01")
    shown = run(db, *asked)
    assert "2022-12-30" in shown.stdout and "tổng hợp" in shown.stdout
    assert json.loads(run(db, *asked, "--format", "json").stdout)["total"] == 1
    # "trước 31/12": the thirtieth is the last day, and on the day that is named it is late
    for day, late in (("2022-12-30", 0), ("2022-12-31", 1)):
        found = json.loads(run(db, "obligations", "--overdue", day, "--format", "json").stdout)
        assert found["total"] == late
    assert json.loads(run(db, "obligations", "--overdue", "--format", "json").stdout)["total"] == 1


def test_a_list_of_obligations_has_the_columns_of_the_export(db: str) -> None:
    listed = run(db, "obligations", "--format", "csv", "--sort", "issued").stdout
    exported = run(db, "export", "--format", "csv", "--table", "obligations").stdout
    assert listed.splitlines()[0] == exported.splitlines()[0]
    assert {"action", "type_code"} <= set(listed.splitlines()[0].split(","))
    assert sorted(listed.splitlines()) == sorted(exported.splitlines())


def test_a_day_is_typed_as_people_write_it(db: str) -> None:
    def total(*arguments: str) -> int:
        return int(json.loads(run(db, "obligations", *arguments, "--format", "json").stdout)["total"])

    assert total("--due-before", "30/12/2022") == 0 and total("--due-before", "31/12/2022") == 1
    assert total("--due-after", "ngày 29 tháng 12 năm 2022") == 1
    assert total("--overdue", "31 tháng 12, 2022") == 1
    refused = run(db, "obligations", "--due-before", "cuối năm")
    assert refused.exit_code == 2 and "2022-12-31 or 31/12/2022" in refused.stderr


def test_a_kind_of_act_is_a_code_or_a_name(db: str) -> None:
    for kind in ("CV", "cv", "Công văn", "cong van"):
        assert json.loads(run(db, "search", "--type", kind, "--format", "json").stdout)["total"] == 1, kind
    refused = run(db, "search", "--type", "ZZ")
    assert refused.exit_code == 2 and "CV, CĐ" in refused.stderr and "Nothing" not in refused.stderr


def test_problems_of_a_code_that_there_is_not(db: str) -> None:
    shown = run(db, "problems", "--code", "number-mismatc")
    assert shown.exit_code == 0 and "There are: encrypted, number-mismatch." in shown.stderr
    assert "There are" not in run(db, "problems", "--code", "encrypted").stderr


def test_a_search_is_saved_and_run_again(db: str) -> None:
    run(db, "obligations", "báo cáo", "--bearer", "ban tổ chức", "--save", "mine")
    assert json.loads(run(db, "obligations", "--saved", "mine", "--format", "json").stdout)["total"] == 1
    assert run(db, "obligations", "x", "--saved", "mine").exit_code == 2
    assert run(db, "search", "--saved", "mine").exit_code == 2
    missing = run(db, "obligations", "--saved", "other")
    assert missing.exit_code == 1 and "There are: mine" in missing.stderr


def test_show_reads_like_a_page(db: str) -> None:
    shown = run(db, "show", "605-CV/TU").stdout
    for piece in (
        "605-CV/TU",
        "Thành ủy Cần Thơ",
        "2022-10-14",
        "tổng hợp",
        "trước 31/12",
        "132-QĐ/TW",
        "two numbers",
    ):
        assert piece in shown, piece
    assert json.loads(run(db, "show", make("a").id[:6], "--json").stdout)["id"] == make("a").id
    page = run(db, "show", make("a").id[:6], "--html").stdout
    assert page.startswith("<!DOCTYPE html>") and "605-CV/TU" in page
    assert "encrypted" in run(db, "show", make("c").id).stdout
    missing = run(db, "show", "77-QĐ/TW")
    assert missing.exit_code == 1 and "congvan search" in missing.stderr


def test_correct_and_show(db: str) -> None:
    done = run(db, "correct", "605-CV/TU", "number/text", "609-CV/TU", "--who", "Lan", "--why", "the ink")
    assert done.exit_code == 0, done.output
    shown = run(db, "show", "609-CV/TU").stdout
    assert "Lan" in shown and "the ink" in shown
    refused = run(db, "correct", "609-CV/TU", "colour", "red")
    assert refused.exit_code == 2 and "cannot be corrected" in refused.stderr


@pytest.mark.parametrize(
    ("field", "value", "now"),
    [
        ("issued/date", "2022", "issued/date: 2022-10-14 → 2022"),
        ("issued/date", '"2021"', "issued/date: 2022-10-14 → 2021"),
        ("issued/date", "13/9/2022", "issued/date: 2022-10-14 → 2022-09-13"),
        ("subject", "2022", "→ 2022"),
        ("subject", "null", "→ nothing"),
        ("signatories/+", "Lê An", "signatories: nothing → Lê An"),
        ("addressees", '["Sở A", "Sở B"]', "addressees: nothing → Sở A; Sở B"),
    ],
)
def test_a_value_is_typed_as_it_is_said(db: str, field: str, value: str, now: str) -> None:
    done = run(db, "correct", "605-CV/TU", field, value)
    assert done.exit_code == 0, done.output
    assert now in done.stderr
    assert "says so already" in run(db, "correct", "605-CV/TU", field, value).stderr or field.endswith("+")


@pytest.mark.parametrize(
    ("field", "value"),
    [("issued/date", "2022-99-13"), ("signatories/0/name", "X"), ("obligations/none/bearers", '["a"]')],
)
def test_what_cannot_be_corrected_is_said(db: str, field: str, value: str) -> None:
    refused = run(db, "correct", "605-CV/TU", field, value)
    assert refused.exit_code == 2 and "Error: " in refused.stderr
    assert "corrected" not in run(db, "show", "605-CV/TU").stdout


def test_a_history_shows_what_each_correction_replaced(db: str) -> None:
    for day in ("1/9/2022", "2/9/2022"):
        run(db, "correct", "605-CV/TU", "issued/date", day, "--who", "Lan")
    shown = run(db, "show", "605-CV/TU").stdout
    assert "2022-10-14 → 2022-09-01" in shown and "2022-09-01 → 2022-09-02" in shown


def test_directives_are_marked_as_reviewed(db: str) -> None:
    def waiting() -> int:
        return int(json.loads(run(db, "search", "--needs-review", "--format", "json").stdout)["total"])

    before = waiting()
    assert before
    done = run(db, "reviewed", "605-CV/TU", "--who", "Lan")
    assert done.exit_code == 0 and make("a").id in done.stderr
    assert waiting() == before - 1
    assert "reviewed by Lan" in run(db, "show", "605-CV/TU").stdout
    missing = run(db, "reviewed", "77-QĐ/TW")
    assert missing.exit_code == 1 and "congvan search" in missing.stderr


@pytest.mark.parametrize("form", ["jsonl", "csv", "ics", "graphml"])
def test_export_to_standard_output(db: str, form: str) -> None:
    done = run(db, "export", "--format", form)
    assert done.exit_code == 0, done.output
    assert done.stdout.strip() and not done.stderr
    if form == "jsonl":
        assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [make(n).id for n in "abc"]
    if form == "csv":
        assert done.stdout.splitlines()[0] == ",".join(HEADERS["obligations"])


def test_export_to_files(db: str, tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    assert run(db, "export", "--format", "xlsx", "-o", str(out)).exit_code == 0 and out.stat().st_size > 0
    assert run(db, "export", "--format", "xlsx").exit_code == 2
    assert run(db, "export", "--format", "akn").exit_code == 2
    xml = run(db, "export", "--format", "akn", "--id", "605-CV/TU").stdout
    assert xml.startswith("<?xml") and "akomaNtoso" in xml
    assert run(db, "export", "-o", str(tmp_path / "no" / "such" / "x.jsonl")).exit_code == 1


def test_errors_of_the_database_exit_with_4(tmp_path: Path, sqlite_url: str) -> None:
    absent = run(str(tmp_path / "none.db"), "search", "x")
    assert absent.exit_code == 4 and "congvan ingest" in absent.stderr and not absent.stdout
    letter = tmp_path / "letter.db"
    letter.write_text("Kính gửi " * 500)
    assert run(str(letter), "obligations").exit_code == 4
    with sqlite3.connect(sqlite_url) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    newer = run(sqlite_url, "export")
    assert newer.exit_code == 4 and "pip install --upgrade" in newer.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("search", "-x"),
        ("search", "--due-before", "12/31/2022"),
        ("search", "--due-after", "31/12/22"),
        ("search", "--due-before", "2022-02-30"),
        ("search", "--limit", "0"),
        ("search", "--sort", "due"),
        ("obligations", "--bearer", "?!"),
        ("ingest",),
    ],
)
def test_what_makes_no_sense_exits_with_2(db: str, arguments: tuple[str, ...]) -> None:
    assert run(db, *arguments).exit_code == 2


def test_ingest_reports(sqlite_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "THÀNH ỦY HẢI PHÒNG\n*\nSố 605-CV/TU\n\nHải Phòng, ngày 14 tháng 10 năm 2022\n"
    )
    shutil.copy(folder / "a.txt", folder / "b.txt")
    (folder / "empty.txt").write_text("")
    report = tmp_path / "report.csv"
    done = run(sqlite_url, "ingest", str(folder), "-j", "1", "--report", str(report))
    assert done.exit_code == 1 and not done.stdout
    assert "empty.txt" in done.stderr and "1 complete, 1 duplicate, 1 failed" in done.stderr
    with report.open() as stream:
        rows = {Path(row["path"]).name: row for row in csv.DictReader(stream)}
    assert {name: row["outcome"] for name, row in rows.items()} == {
        "a.txt": "complete",
        "b.txt": "duplicate",
        "empty.txt": "failed",
    }
    assert rows["empty.txt"]["code"] == "empty" and rows["empty.txt"]["message"]
    (folder / "empty.txt").unlink()
    again = run(sqlite_url, "ingest", str(folder), "--report", str(tmp_path / "report.json"))
    assert again.exit_code == 0 and "2 unchanged" in again.stderr
    assert json.loads((tmp_path / "report.json").read_text())["counts"] == {"unchanged": 2}


def test_verify_names_what_is_missing_or_altered(sqlite_url: str, tmp_path: Path) -> None:
    import hashlib

    kept, altered = tmp_path / "kept", tmp_path / "altered"
    with Corpus.open(sqlite_url) as corpus:
        for path in (kept, altered, tmp_path / "gone"):
            path.write_text(path.name)
            made = make(path.name)
            assert made.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
            corpus.store(made, recipe="1", path=str(path))
    assert run(sqlite_url, "verify").exit_code == 0
    altered.write_text("something else")
    (tmp_path / "gone").unlink()
    found = run(sqlite_url, "verify", "--format", "json")
    assert found.exit_code == 1
    problems = json.loads(found.stdout)
    assert problems["ok"] == 1
    assert {Path(item["path"]).name: item["state"] for item in problems["problems"]} == {
        "altered": "altered",
        "gone": "missing",
    }
