"""Rules as the extractors read them from whole directives drive the checker; no rule is written by hand."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import fixtures
from checker.acts import Act, act_of
from checker.check import Report, Rulebook, check
from checker.corpus_acts import acts_called, acts_in
from checker.settings import Settings
from congvan.cli import cli
from corpus.corpus import Corpus
from extractors.model import Directive, PageRecord, Source
from extractors.reading import read
from tests.checker.build import results


def directive(text: str, name: str) -> Directive:
    reading = read(text)
    return Directive(
        **reading.model_dump(),
        id=f"{name}-{'0' * 8}",
        source=Source(
            name=f"{name}.txt", media_type="text/plain", sha256=name.ljust(64, "0"), bytes=len(text)
        ),
        status="complete",
        text=text,
        pages=[PageRecord(number=1, start=0, end=len(text), method="native")],
    )


def fixture(name: str) -> Directive:
    return directive(fixtures.text(name), name)


UNITS = [
    {"Đơn vị": "Đảng bộ xã An Bình", "Loại đơn vị": "Đảng bộ cơ sở", "Xếp loại": "HTTNV"},
    {
        "Đơn vị": "Chi bộ Một",
        "Loại đơn vị": "Chi bộ",
        "Đơn vị cấp trên": "Đảng bộ xã An Bình",
        "Xếp loại": "HTTNV",
    },
    {"Đơn vị": "Huyện ủy Vị Xuyên", "Loại đơn vị": "Huyện ủy", "Xếp loại": "HTXSNV"},
]
PEOPLE = [
    {
        "Họ tên": "An",
        "Đơn vị": "Chi bộ Một",
        "Xếp loại đảng viên": "HTXSNV",
        "Đứng đầu": "Chi bộ Một",
        "Nhiệm vụ chính": "có",
        "Ngày bổ nhiệm": "2020-05-01",
    },
    {
        "Họ tên": "Bé",
        "Đơn vị": "Chi bộ Một",
        "Xếp loại đảng viên": "HTXSNV",
        "Đứng đầu": "",
        "Nhiệm vụ chính": "",
        "Ngày bổ nhiệm": "",
    },
    {
        "Họ tên": "x",
        "Đơn vị": "Chi bộ Một",
        "Xếp loại đảng viên": "HTTNV",
        "Đứng đầu": "",
        "Nhiệm vụ chính": "",
        "Ngày bổ nhiệm": "",
        "times": 7,
    },
]
REPORTS = [{"Đơn vị": "Huyện ủy Vị Xuyên", "Báo cáo": "gửi báo cáo về Tỉnh ủy", "Ngày gửi": "2024-01-18"}]


def held(*acts: Act, on: dt.date, year: int, **tables: Any) -> Report:
    found = results(**{"units": UNITS, "people": PEOPLE, "reports": REPORTS, **tables})
    return check(found, Rulebook(acts=acts, chosen=frozenset(a.id for a in acts)), Settings(on, year))


def outcomes(report: Report, kind: str) -> dict[str, tuple[str, str]]:
    return {v.unit: (v.outcome.value, v.numbers) for v in report.verdicts if v.kind == kind and v.counts}


def test_a_provinces_letter_drives_quota_cap_and_report() -> None:
    report = held(act_of(fixture("tu-cv-kiem-diem")), on=dt.date(2024, 2, 1), year=2023)
    assert outcomes(report, "quota") == {"Đảng bộ xã An Bình": ("violated", "2 of 9 = 22.2 % > 20 %")}
    assert outcomes(report, "rank_cap")["Chi bộ Một"] == ("violated", "HTXSNV > HTTNV")
    late = outcomes(report, "required_report")["Huyện ủy Vị Xuyên"]
    assert late == ("violated", "handed in 2024-01-18, due by 2024-01-15, 3 days late")
    quota = next(line for line in report.rules if line.kind == "quota")
    assert quota.cited == "1042-CV/TU, clause 2, page 1"
    assert "không vượt quá 20%" in quota.text


def test_rule_ids_are_the_same_on_every_reading() -> None:
    first, second = (act_of(fixture("tu-hd-danh-gia")) for _ in range(2))
    assert [rule.id for rule in first.rules] == [rule.id for rule in second.rules]
    assert len({rule.id for rule in first.rules}) == len(first.rules)


def test_rules_of_a_corpus(tmp_path: Path) -> None:
    with Corpus.open(str(tmp_path / "c.db")) as corpus:
        for name in ("tu-cv-kiem-diem", "tu-hd-danh-gia", "ubnd-tinh-ct-tet"):
            corpus.store(fixture(name), recipe="test")
        acts = list(acts_in(corpus))
        assert {"1042-CV/TU", "12-HD/TU"} <= {act.number for act in acts}
        (one,) = acts_called(corpus, ["1042-CV/TU"])
        assert [rule.kind for rule in one.rules].count("quota") == 1


@pytest.fixture
def sheets(tmp_path: Path) -> list[str]:
    import csv

    paths = []
    for name, rows in (("units", UNITS), ("people", PEOPLE), ("reports", REPORTS)):
        headers = list(dict.fromkeys(key for row in rows for key in row if key != "times"))
        path = tmp_path / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(headers)
            for row in rows:
                for _ in range(int(str(row.get("times", 1)))):
                    writer.writerow([row.get(key, "") for key in headers])
        paths.append(str(path))
    return paths


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.json"
    path.write_text(fixture("tu-cv-kiem-diem").model_dump_json(), encoding="utf-8")
    return str(path)


def invoke(*arguments: str, code: int = 0) -> str:
    found = CliRunner().invoke(cli, list(arguments))
    assert found.exit_code == code, found.output + found.stderr
    return found.stdout


def test_check_prints_tables_and_exits_by_strict(sheets: list[str], letter: str) -> None:
    options = ["--directive", letter, "--on", "2024-02-01"]
    out = invoke("check", *sheets, *options)
    assert "2 of 9 = 22.2 % > 20 %" in out
    assert "rank 1 fewer HTXSNV" in out
    invoke("check", *sheets, *options, "--strict", code=1)


def test_check_prints_json(sheets: list[str], letter: str) -> None:
    report = json.loads(invoke("check", *sheets, "--directive", letter, "--on", "2024-02-01", "--json"))
    assert report["year"] == 2023
    assert report["summary"]["violated"] == 3
    (quota,) = [v for v in report["verdicts"] if v["kind"] == "quota" and v["outcome"] == "violated"]
    assert quota["change"] == "rank 1 fewer HTXSNV (HTTNV instead): 1 of 9 = 11.1 %"


def test_what_if_shows_what_a_rank_turns(sheets: list[str], letter: str) -> None:
    options = ["--directive", letter, "--on", "2024-02-01", "--json", "--what-if", "An=HTTNV"]
    turned = json.loads(invoke("check", *sheets, *options))
    assert {(t["unit"], t["before"], t["after"]) for t in turned} == {
        ("Đảng bộ xã An Bình", "violated", "kept"),
        ("Chi bộ Một", "violated", "kept"),
    }


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("x=HTTNV", "fits 7"),
        ("Nobody=HTTNV", "nobody and no unit"),
        ("An=loại A", "is no change"),
        ("An", "is no change"),
    ],
)
def test_what_if_of_nobody_in_particular(sheets: list[str], letter: str, change: str, message: str) -> None:
    found = CliRunner().invoke(cli, ["check", *sheets, "--directive", letter, "--what-if", change])
    assert found.exit_code == 2
    assert message in found.stderr


def test_a_workbook_of_the_report(sheets: list[str], letter: str, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    target = tmp_path / "report.xlsx"
    invoke("check", *sheets, "--directive", letter, "--on", "2024-02-01", "--xlsx", str(target))
    book = load_workbook(target)
    rows = list(book["Verdicts"].iter_rows(values_only=True))
    assert rows[0][:3] == ("verdict", "counts", "unit")
    assert {row[0] for row in rows[1:]} >= {"violated"}


def test_names_that_look_like_formulas_stay_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from checker.reports.workbook import write_report

    evil = '=HYPERLINK("http://x","y")'
    report = held(
        act_of(fixture("tu-cv-kiem-diem")),
        on=dt.date(2024, 2, 1),
        year=2023,
        units=[{**UNITS[1], "Đơn vị cấp trên": "", "Đơn vị": evil}],
        people=[{**PEOPLE[0], "Đơn vị": evil, "Đứng đầu": evil}],
        reports=None,
    )
    write_report(report, tmp_path / "r.xlsx")
    cells = [
        c
        for row in load_workbook(tmp_path / "r.xlsx")["Verdicts"].iter_rows()
        for c in row
        if c.value == evil
    ]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_slip_is_told_and_exits_with_1(tmp_path: Path, letter: str) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Họ tên,Đơn vị,Xếp loại\nAn,Chi bộ,loại A\n", encoding="utf-8")
    found = CliRunner().invoke(cli, ["check", str(path), "--directive", letter])
    assert found.exit_code == 1
    assert "people.csv row 2, column 'Xếp loại': 'loại A' is not a rank" in found.stderr


def test_usage(tmp_path: Path, sheets: list[str]) -> None:
    invoke("check", code=2)
    invoke("check", *sheets, "--on", "mai", code=2)
    invoke("check", *sheets, "--as", "người", code=2)
    invoke("check", *sheets, "--db", str(tmp_path / "none.db"), code=4)
    bad = tmp_path / "rules.yaml"
    bad.write_text("rules: [{id: a, kind: quota, limt: 1}]", encoding="utf-8")
    invoke("check", *sheets, "--rules", str(bad), code=2)
    invoke("rules", "--validate", str(bad), code=2)
    assert json.loads(invoke("rules", "--schema"))["title"] == "RuleFile"


def test_rules_lists_sources_and_what_was_set_aside(tmp_path: Path) -> None:
    with Corpus.open(str(tmp_path / "c.db")) as corpus:
        corpus.store(fixture("tu-cv-kiem-diem"), recipe="test")
        corpus.store(fixture("tu-hd-danh-gia"), recipe="test")
    database = ["--db", str(tmp_path / "c.db")]
    out = json.loads(invoke("rules", *database, "--province", "Hà Giang", "--on", "2024-01-10", "--json"))
    assert {rule["source"]["act"] for rule in out["rules"]} == {"1042-CV/TU"}
    assert [item["what"] for item in out["set_aside"]] == ["12-HD/TU"]
    named = json.loads(invoke("rules", *database, "--act", "12-HD/TU", "--on", "2024-01-10", "--json"))
    assert {rule["source"]["act"] for rule in named["rules"]} == {"12-HD/TU"}


OF_2021 = """ĐẢNG BỘ TỈNH HÀ GIANG
HUYỆN ỦY XÍN MẦN
*
Số 77-CV/HU
V/v kiểm điểm, đánh giá, xếp loại đảng viên năm 2021

ĐẢNG CỘNG SẢN VIỆT NAM
Xín Mần, ngày 20 tháng 11 năm 2021

Kính gửi: Các tổ chức cơ sở đảng.

Ban Thường vụ Huyện ủy yêu cầu:
1. Số đảng viên xếp loại HTXSNV không vượt quá 20% số đảng viên xếp loại HTTNV trở lên trong từng tổ chức cơ sở đảng.
"""


@pytest.fixture
def of_2021(tmp_path: Path) -> list[str]:
    """A corpus that holds a letter about one year's review; the options that name both."""
    with Corpus.open(str(tmp_path / "y.db")) as corpus:
        corpus.store(directive(OF_2021, "of-2021"), recipe="test")
    return ["--db", str(tmp_path / "y.db"), "--act", "77-CV/HU"]


def test_an_act_that_is_named_is_held_for_the_year_that_it_is_about(
    sheets: list[str], of_2021: list[str], tmp_path: Path
) -> None:
    report = json.loads(invoke("check", *sheets, *of_2021, "--on", "2025-03-01", "--json"))
    assert (report["year"], report["summary"]["violated"]) == (2021, 1)
    assert json.loads(invoke("rules", *of_2021, "--json"))["year"] == 2021
    path = tmp_path / "of-2021.json"
    path.write_text(directive(OF_2021, "of-2021").model_dump_json(), encoding="utf-8")
    handed_in = json.loads(invoke("check", *sheets, "--directive", str(path), "--json"))
    assert (handed_in["year"], handed_in["summary"]["violated"]) == (2021, 1)


def test_where_no_rule_is_in_force_it_is_said_why_and_what_to_do(
    sheets: list[str], of_2021: list[str]
) -> None:
    out = " ".join(invoke("check", *sheets, *of_2021, "--year", "2024").replace("│", " ").split())
    assert "No rule is in force" in out
    assert "77-CV/HU, clause 1, page 1: HTXSNV at most 20 %" in out
    assert "it is about the review of 2021, not 2024" in out
    assert "--year 2021" in out
    assert "nothing was checked" in out
    assert "0 violated" not in out
    early = " ".join(invoke("check", *sheets, *of_2021, "--on", "2021-11-01").replace("│", " ").split())
    assert "issued 2021-11-20, after 2021-11-01" in early
    assert "name a later day" in early


def test_what_is_left_out_of_an_act_that_is_named_is_told(
    sheets: list[str], of_2021: list[str], letter: str
) -> None:
    found = CliRunner().invoke(
        cli, ["check", *sheets, *of_2021, "--directive", letter, "--year", "2023", "--on", "2024-02-01"]
    )
    assert "2 of 9 = 22.2 % > 20 %" in found.stdout
    assert "not applied: 77-CV/HU: it is about the review of 2021, not 2023" in found.stderr


@pytest.mark.shared
def test_the_real_directives_drive_the_checker(shared: Path) -> None:
    """Seeds 001 (cap, report), 003 (a deadline) and 004 (all kinds), without a rule written by hand."""
    texts = {path.name[:3]: path.read_text(encoding="utf-8") for path in (shared / "seeds").glob("*.txt")}
    one = act_of(directive(texts["001"], "one"))
    three = act_of(directive(texts["003"], "three"))
    four = act_of(directive(texts["004"], "four"))
    assert [rule.kind for rule in one.rules] == ["rank_cap", "deadline", "required_report"]
    assert [(rule.kind, rule.source.clause) for rule in three.rules] == [("deadline", "3")]
    kinds = [rule.kind for rule in four.rules]
    assert {"quota", "rank_cap", "minimum_members", "minimum_tenure"} <= set(kinds)
    report = held(one, four, on=dt.date(2022, 2, 10), year=2021)
    assert outcomes(report, "quota")["Đảng bộ xã An Bình"] == ("violated", "2 of 9 = 22.2 % > 20 %")
    assert outcomes(report, "rank_cap")["Chi bộ Một"][0] == "violated"
    assert {c.kind for c in report.conflicts} == {"quota", "rank_cap"}
    assert all(c.prevails for c in report.conflicts)
    mended = held(
        three,
        on=dt.date(2022, 12, 1),
        year=2022,
        reports=[{"Đơn vị": "Chi bộ Một", "Báo cáo": three.rules[0].id, "Ngày gửi": "2022-10-29"}],
    )
    assert outcomes(mended, "deadline")["Chi bộ Một"][0] == "kept"


@pytest.mark.shared
def test_the_real_directives_drive_the_command_from_file_to_verdict(
    shared: Path, sheets: list[str], tmp_path: Path
) -> None:
    """`congvan ingest` of seeds 001, 003 and 004, then `congvan check`: no rule is written by hand."""
    seeds = [str(path) for path in (shared / "seeds").glob("00[134]_*.txt")]
    database = ["--db", str(tmp_path / "c.db")]
    invoke("ingest", *seeds, *database, "--quiet")
    with Corpus.open(database[1]) as corpus:
        ids = {hit.file[:3]: hit.id for hit in corpus.search().items}
    when = ["--on", "2022-02-10", "--year", "2021"]
    acts = [option for seed in ("001", "004") for option in ("--act", ids[seed])]
    report = json.loads(invoke("check", *sheets, *database, *acts, *when, "--json"))
    found = {(v["kind"], v["unit"]): (v["outcome"], v["numbers"]) for v in report["verdicts"]}
    assert found["quota", "Đảng bộ xã An Bình"] == ("violated", "2 of 9 = 22.2 % > 20 %")
    assert found["rank_cap", "Chi bộ Một"] == ("violated", "HTXSNV > HTTNV")
    assert {c["kind"] for c in report["conflicts"]} == {"quota", "rank_cap"}
    invoke("check", *sheets, *database, *acts, *when, "--strict", code=1)
    rules = json.loads(invoke("rules", *database, "--act", ids["003"], "--on", "2022-12-01", "--json"))[
        "rules"
    ]
    assert [(rule["kind"], rule["source"]["clause"]) for rule in rules] == [("deadline", "3")]
    # by jurisdiction, no act named: the city's letter binds there, the ward's only in the ward
    place = ["--province", "Cần Thơ", *when]
    bound = json.loads(invoke("rules", *database, *place[:2], "--on", "2022-02-10", "--json"))
    assert {rule["kind"] for rule in bound["rules"]} == {"rank_cap", "deadline", "required_report"}
