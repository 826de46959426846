"""Duties that come again and terms that run from an event, as directives' deadlines say them."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.record import Source
from checker.recurring import turns
from checker.rules import from_obligation
from extractors.reading import read


@pytest.mark.parametrize(
    ("recurrence", "words", "days"),
    [
        ("quarterly", "hằng quý", ["2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31"]),
        ("quarterly:last-month:20", "chậm nhất ngày 20 tháng cuối quý", ["2023-03-20", "2023-06-20", "2023-09-20", "2023-12-20"]),
        ("quarterly:first-month:05", "trước ngày 5 tháng đầu quý", ["2023-01-04", "2023-04-04", "2023-07-04", "2023-10-04"]),
        ("every:6-months", "6 tháng một lần", ["2023-06-30", "2023-12-31"]),
        ("yearly:11-15", "trước ngày 15/11 hằng năm", ["2023-11-14"]),
        ("yearly:01-15", "chậm nhất ngày 15/01 hằng năm", ["2024-01-15"]),
    ],
)  # fmt: skip
def test_the_days_of_a_year(recurrence: str, words: str, days: list[str]) -> None:
    found = turns(recurrence, words, 2023)
    assert found is not None
    assert [turn.last.isoformat() for turn in found] == days


def test_a_month_without_the_day_ends_the_turn() -> None:
    found = turns("monthly:31", "ngày 31 hằng tháng", 2023)
    assert found is not None
    assert [turn.last.day for turn in found][:4] == [31, 28, 31, 30]
    assert found[1].since == dt.date(2023, 2, 1)


@pytest.mark.parametrize("recurrence", ["weekly", "daily", "yearly", "every:5-months", "nonsense"])
def test_what_is_not_fixed_is_not_guessed(recurrence: str) -> None:
    assert turns(recurrence, None, 2023) is None


LETTER = """TỈNH ỦY QUẢNG AN
*
Số 21-CV/TU
V/v đánh giá, xếp loại đảng viên
Quảng An, ngày 05 tháng 9 năm 2023

Kính gửi: Các huyện ủy

Tỉnh ủy yêu cầu:
1. Các huyện ủy báo cáo kết quả đánh giá về Tỉnh ủy trước ngày 25 hằng tháng.
2. Các huyện ủy gửi báo cáo về Tỉnh ủy trong thời hạn 05 ngày làm việc kể từ ngày có kết luận.
"""


def test_a_directive_drives_it() -> None:
    reading = read(LETTER)
    duties = [
        duty for item in reading.obligations for duty in from_obligation(item, reading.deadlines, Source())
    ]
    assert {duty.kind for duty in duties} == {"required_report"}
    assert [duty.recurrence for duty in duties] == ["monthly:25", None]
    assert duties[1].event == "kể từ ngày có kết luận"
