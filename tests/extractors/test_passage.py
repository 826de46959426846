"""A passage read by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import passage

DAY = dt.date(2022, 10, 1)


def test_an_obligation_says_who_by_when_and_under_what() -> None:
    words = "Giao Phòng Lưu trữ kiểm kê kho theo Kế hoạch số 12-KH/TU trước ngày 25/10."
    duty, due = passage.obligation(words, DAY)
    assert duty.text == words and duty.span == (0, len(words)) and duty.confidence == 1.0
    assert duty.bearers == ["Phòng Lưu trữ"]
    assert duty.references == ["Kế hoạch số 12-KH/TU"]
    assert [(item.text, item.date) for item in due] == [("trước ngày 25/10", "2022-10-25")]


def test_words_that_no_reader_takes_apart_stay_words() -> None:
    duty, due = passage.obligation("dọn\nkho")
    assert (duty.text, duty.bearers, due) == ("dọn kho", [], [])
    assert passage.reference("văn bản ấy").number is None
    assert passage.deadline("sớm").date is None


@pytest.mark.parametrize(
    ("words", "date", "precision", "bound"),
    [
        ("trước ngày 5/11/2022", "2022-11-05", "day", "before"),
        ("ngày 5/11/2022", "2022-11-05", "day", "by"),
        ("quý IV/2022", "2022-Q4", "quarter", "by"),
        ("hằng quý", None, None, "recurring"),
    ],
)
def test_a_deadline_is_valued(words: str, date: str | None, precision: str | None, bound: str) -> None:
    found = passage.deadline(words, DAY)
    assert (found.text, found.date, found.precision, found.bound) == (words, date, precision, bound)


def test_a_passage_is_found_across_lines_and_spellings() -> None:
    text = "1. Thành uỷ giao.\n2. THÀNH  ỦY\ngiao thêm."
    assert [text[a:b] for a, b in passage.places(text, "thành ủy giao")] == [
        "Thành uỷ giao",
        "THÀNH  ỦY\ngiao",
    ]
    assert passage.places(text, "huyện ủy giao") == [] == passage.places(text, " ")


def test_a_passage_is_under_the_number_of_its_clause() -> None:
    text = "Kính gửi: Các sở\n1. Sở A nộp báo cáo.\n2. Sở B:\na) Kiểm kê kho;\nb) Dọn kho.\n"
    at = text.index("Dọn")
    assert passage.label(text, (at, at + 3)) == ("2(b)", "2b")
