"""The text of a clause after its amendments: put together where all is known, and only there."""

from __future__ import annotations

from datetime import date

import pytest
from click.testing import CliRunner

from congvan.cli import cli
from corpus.corpus import Corpus
from corpus.errors import NotFound, QueryError
from corpus.places import Act, each, parts
from tests.corpus.build import make

LAW = """THÀNH ỦY CẦN THƠ
*
Số 5-QĐ/TU
Cần Thơ, ngày 01 tháng 01 năm 2020

QUY CHẾ
Làm việc của Thành ủy

Điều 1. Phạm vi áp dụng cho tỉnh.
Điều 2. Trách nhiệm
1. Sở Nội vụ thẩm định trong 10 ngày.
2. Sở Tài chính:
a) Cấp kinh phí hằng năm;
b) Kiểm tra việc sử dụng
kinh phí.
Điều 3. Hiệu lực từ ngày ký.
"""
ACT = {
    "text": "Quyết định số 5-QĐ/TU",
    "number": "5-QĐ/TU",
    "issuer": "Thành ủy Cần Thơ",
    "relation": "amends",
}


def held(corpus: Corpus, *changes: dict[str, str], day: str = "2022-10-14", name: str = "change") -> str:
    """The act, and another that amends it."""
    act = make("law", number="5-QĐ/TU", type="QĐ", date="2020-01-01").model_copy(
        update={"text": LAW, "pages": []}
    )
    corpus.store(act, recipe="1")
    said = [{"target": "5-QĐ/TU", "action": "replace", **change} for change in changes]
    corpus.store(make(name, number=f"{name}-QĐ/TU", date=day, references=[ACT], amendments=said), recipe="1")
    return act.id


def test_places_are_read_from_the_outermost_in() -> None:
    assert [part.number for part in parts("điểm c khoản 2 Điều 16")] == ["16", "2", "c"]
    assert [part.number for part in parts("Mục III, khoản 1, điểm 1.1, tiết (1)")] == ["iii", "1", "1.1", "1"]
    assert parts("toàn bộ văn bản") == []


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Điều 1", "Điều 1. Phạm vi áp dụng cho tỉnh."),
        ("khoản 1 Điều 2", "1. Sở Nội vụ thẩm định trong 10 ngày."),
        ("điểm b khoản 2 Điều 2", "b) Kiểm tra việc sử dụng\nkinh phí."),
    ],
)
def test_a_clause_is_found_by_its_place(place: str, text: str) -> None:
    act = Act.of(LAW)
    [clause] = act.find(place)
    assert act.text[slice(*act.span(clause))] == text
    assert act.find("khoản 7 Điều 2") == [] and act.find("điểm a khoản 1 Điều 2") == []


def test_words_are_replaced_and_clauses_too_in_the_order_of_their_days(corpus: Corpus) -> None:
    law = held(corpus, {"place": "khoản 1 Điều 2", "old": "10 ngày", "new": "05 ngày"}, day="2021-02-01")
    assert corpus.in_force(law, "khoản 1 Điều 2").text == "1. Sở Nội vụ thẩm định trong 05 ngày."
    whole = {"place": "khoản 1 Điều 2", "new": "1. Sở Nội vụ thẩm định ngay."}
    held(corpus, whole, day="2022-02-01", name="later")
    found = corpus.in_force(law, "Khoản 1, Điều 2")
    assert found.printed == "1. Sở Nội vụ thẩm định trong 10 ngày."
    assert found.text == "1. Sở Nội vụ thẩm định ngay." and found.doubts == []
    assert [change.by_number for change in found.changes] == ["change-QĐ/TU", "later-QĐ/TU"]
    before = corpus.in_force(law, "khoản 1 Điều 2", on=date(2021, 12, 31))
    assert before.text == "1. Sở Nội vụ thẩm định trong 05 ngày."
    assert corpus.in_force(law, "khoản 1 Điều 2", on=date(2020, 12, 31)).text == found.printed


def test_a_change_below_shows_in_the_clause_above(corpus: Corpus) -> None:
    law = held(
        corpus,
        {"place": "điểm b khoản 2 Điều 2", "old": "sử dụng kinh phí", "new": "chi tiêu"},
        {"place": "điểm a khoản 2 Điều 2", "new": "a) Cấp kinh phí hằng quý;"},
        {"place": "khoản 3 Điều 2", "action": "insert", "new": "3. Thanh tra tỉnh giám sát."},
    )
    assert corpus.in_force(law, "khoản 2 Điều 2").text == (
        "2. Sở Tài chính:\na) Cấp kinh phí hằng quý;\nb) Kiểm tra việc chi tiêu."
    )
    added = corpus.in_force(law, "khoản 3 Điều 2")
    assert (added.printed, added.text) == (None, "3. Thanh tra tỉnh giám sát.")
    assert corpus.in_force(law, "Điều 3").changes == []


def test_what_is_taken_out_is_empty(corpus: Corpus) -> None:
    law = held(corpus, {"place": "điểm a khoản 2 Điều 2", "action": "delete"})
    assert corpus.in_force(law, "điểm a khoản 2 Điều 2").text == ""
    assert (
        corpus.in_force(law, "khoản 2 Điều 2").text == "2. Sở Tài chính:\nb) Kiểm tra việc sử dụng\nkinh phí."
    )


def test_one_change_of_several_places_is_a_change_of_each(corpus: Corpus) -> None:
    law = held(corpus, {"place": "Điều 2, khoản 2, điểm a, điểm b; Điều 1", "action": "delete"})
    for gone in ("điểm b khoản 2 Điều 2", "Điều 1"):
        assert corpus.in_force(law, gone).text == ""
    assert corpus.in_force(law, "khoản 1 Điều 2").changes == []
    words = {"place": "Điều 1; Điều 2, khoản 1", "old": "10 ngày", "new": "05 ngày"}
    changed = corpus.in_force(held(corpus, words, name="words"), "khoản 1 Điều 2")
    assert changed.text == "1. Sở Nội vụ thẩm định trong 05 ngày."


@pytest.mark.parametrize(
    ("place", "places"),
    [
        ("Điều 4, khoản 2, khoản 3", ["điều 4, khoản 2", "điều 4, khoản 3"]),
        ("Điều 3, Điều 5; Điều 7, khoản 2", ["điều 3", "điều 5", "Điều 7, khoản 2"]),
        ("Mục IV, điểm 2.3a", ["Mục IV, điểm 2.3a"]),
        ("Điều 3, Điều 5, khoản 1, khoản 2", ["Điều 3, Điều 5, khoản 1, khoản 2"]),
    ],
)
def test_places_that_one_change_names(place: str, places: list[str]) -> None:
    assert each(place) == places


@pytest.mark.parametrize(
    ("change", "doubt"),
    [
        ({"place": "khoản 1 Điều 2", "old": "15 ngày", "new": "05 ngày"}, "do not stand there"),
        ({"place": "khoản 1 và khoản 2 Điều 2", "new": "…"}, "several clauses"),
        ({"place": "Điều 2", "new": "Điều 2. Trách nhiệm mới."}, "is a part"),
        ({"place": "Điều 2, khoản 1, khoản 2, điểm a, điểm b", "action": "delete"}, "several clauses"),
        ({"place": "khoản 1 Điều 2"}, "new words are not known"),
    ],
)
def test_what_is_not_certain_is_not_claimed(corpus: Corpus, change: dict[str, str], doubt: str) -> None:
    found = corpus.in_force(held(corpus, change), "khoản 1 Điều 2")
    assert found.text is None and found.printed is not None
    assert len(found.doubts) == 1 and doubt in found.doubts[0] and found.doubts[0].startswith("change-QĐ/TU")


def test_places_that_are_none(corpus: Corpus) -> None:
    law = held(corpus)
    with pytest.raises(QueryError, match="names no clause"):
        corpus.in_force(law, "đoạn cuối")
    with pytest.raises(NotFound, match="no clause"):
        corpus.in_force(law, "Điều 99")


def test_the_command_prints_the_clause_or_says_why_not(sqlite: Corpus, sqlite_url: str) -> None:
    law = held(sqlite, {"place": "khoản 1 Điều 2", "old": "10 ngày", "new": "05 ngày"})
    said = CliRunner().invoke(cli, ["show", law, "--clause", "khoản 1 Điều 2", "--db", sqlite_url])
    assert (said.exit_code, said.stdout) == (0, "1. Sở Nội vụ thẩm định trong 05 ngày.\n")
    held(sqlite, {"place": "Điều 2", "new": "mới"}, name="later", day="2023-01-01")
    said = CliRunner().invoke(cli, ["show", law, "--clause", "khoản 1 Điều 2", "--db", sqlite_url])
    assert (said.exit_code, said.stdout) == (1, "1. Sở Nội vụ thẩm định trong 10 ngày.\n")
    assert "Not certain" in said.stderr and "later-QĐ/TU" in said.stderr
