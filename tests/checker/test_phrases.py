"""The checker in Vietnamese: every sentence of its source is in the table, and no English word is left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.cases import kinds, load
from checker.check import Report
from checker.phrases import _vietnamese, vietnamese
from checker.reports.language import in_language
from checker.words import table
from tests.checker.build import run
from tests.messages import sentences

CHECKER = Path(__file__).parents[2] / "checker"
ENGLISH = re.compile(
    r"(?<![\w@-])(the|of|is|are|was|has|not|no|that|which|when|what|who|whose|with|within|than|at most|row|column|"
    r"unit|units|clause|page|fill|whether|handed|due|rank|rule|people|members|months|by|before|after)(?![\w@])"
)
NOT_SHOWN = {"tap the", "not main post", "not read", ", with {} exception{}", "in ?", "{}{} row {}"}
"""Patterns, names of kinds, and pieces of sentences that the table holds whole."""


def test_no_sentence_stands_in_the_table_twice() -> None:
    """The second would take the place of the first."""
    said = [row[0] for row in table("vietnamese.tsv")]
    assert sorted({one for one in said if said.count(one) > 1}) == []


def test_within_what_a_rule_is_counted_is_said_in_vietnamese() -> None:
    assert vietnamese("those with like tasks") == "những người có nhiệm vụ tương đồng"
    both = vietnamese("each party cell and those with like tasks")
    assert both is not None and "{" not in both and "những người có nhiệm vụ tương đồng" in both


SOURCES = [path for path in sorted(CHECKER.rglob("*.py")) if path.name != "terminal.py"]
"""The terminal speaks English, as the rest of the command line does."""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_every_sentence_of_the_source_is_in_the_table(path: Path) -> None:
    pieces = " ¦ ".join(re.sub(r"\{\w+\}", "{}", row[0]) for row in table("vietnamese.tsv"))
    missing = [
        (line, text)
        for line, text in sentences(path)
        if text not in NOT_SHOWN
        and translated(text) is None
        and not all(
            part.strip(" :,.()") in pieces for part in text.split("{}") if re.search("[a-z]{2}", part)
        )
    ]
    assert missing == []


def translated(sentence: str) -> str | None:
    """The sentence of the table that fits, with 7 for all that is filled in."""
    return _vietnamese()(sentence.replace("{}", "7"))


def texts(report: Report) -> Iterator[str]:
    for rule in report.rules:
        yield from (rule.demands, rule.cited, *rule.also, *rule.notes)
    for verdict in report.verdicts:
        yield from (verdict.unit, verdict.numbers, verdict.change or "", *verdict.missing, *verdict.notes)
        for finding in verdict.findings:
            yield from (finding.where, finding.detail)
    for issue in report.issues:
        yield from (issue.where or "", issue.message)
    for item in report.set_aside:
        yield from (item.what, item.why)
    for conflict in report.conflicts:
        yield from (conflict.difference, conflict.why)


@pytest.mark.parametrize("kind", kinds())
def test_no_english_is_left_in_a_vietnamese_report(kind: str) -> None:
    left = set()
    for case in load(kind):
        for text in texts(in_language(run(case), "vi")):
            if ENGLISH.search(re.sub(r"people\.csv|units\.csv|reports\.csv", "", text)):
                left.add(text)
    assert left == set()


def test_days_shares_and_columns_are_written_as_in_viet_nam() -> None:
    assert (
        vietnamese("3 of 14 = 21.4 % > 20 % (and 2 in doubt)") == "3 trên 14 = 21,4 % > 20 % (và 2 còn ngờ)"
    )
    assert vietnamese("handed in 2022-10-30, due before 2022-10-30, 1 day late") == (
        "gửi 30/10/2022, hạn trước 30/10/2022, muộn 1 ngày"
    )
    assert vietnamese("what “Chi bộ X” is: fill the column unit_kind") == (
        "“Chi bộ X” là loại đơn vị gì: điền cột Loại đơn vị"
    )


def test_a_rank_is_told_from_a_name() -> None:
    assert vietnamese("rank Lê Thị Mai HTNV, not HTXSNV (or the unit HTXSNV)") == (
        "xếp Lê Thị Mai mức HTNV, không phải HTXSNV (hoặc xếp đơn vị HTXSNV)"
    )
    assert vietnamese("'rất tốt' is no whole number") == "“rất tốt” không phải số nguyên"


def test_names_and_wording_stay_as_they_are() -> None:
    assert vietnamese("Chi bộ thôn Đông") == "Chi bộ thôn Đông"
    assert vietnamese("the rank of Lê office (a.csv row 3)") == "mức xếp loại của Lê office (a.csv dòng 3)"


def test_a_workbook_speaks_either_language(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from checker.reports.workbook import write_report

    case = next(case for case in load("quota") if case["name"].startswith("one more than 20 %"))
    found = {}
    for language in ("vi", "en"):
        path = tmp_path / f"{language}.xlsx"
        write_report(run(case), path, language)  # type: ignore[arg-type]
        book = load_workbook(path, read_only=True)
        sheet = book.worksheets[0]
        rows = [[cell for cell in row if cell] for row in sheet.iter_rows(values_only=True)]
        found[language] = (sheet.title, rows[1][0], rows[1][-5])
        book.close()
    assert found["en"][:2] == ("Verdicts", "violated")
    assert found["vi"][:2] == ("Kết luận", "vi phạm")
