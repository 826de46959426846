"""The last day of a duty, as the checker counts it: the day on which the corpus says that it is due."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.duties import timing
from checker.periods import exactly, read_period
from checker.record import Source
from checker.rules import from_obligation
from corpus.due import due
from extractors.model import Bound, Deadline
from extractors.reading import read

LETTER = """TỈNH ỦY BẮC SƠN
Số 7-CV/TU

Tỉnh ủy yêu cầu:
1. Các huyện ủy báo cáo kết quả đánh giá về Tỉnh ủy trước 16 giờ 00 ngày 28/01/2019.
"""


@pytest.mark.parametrize("bound", ["before", "by"])
@pytest.mark.parametrize("date", ["2022-10-30", "2022-10", "2023-Q2", "2025", "2022-10-05/2022-10-10"])
def test_the_checker_holds_the_same_day_for_the_last(bound: Bound, date: str) -> None:
    period, day = read_period(date), due(Deadline(text="hạn", date=date, bound=bound, span=(0, 3)))
    assert period is not None and day is not None
    last = dt.date.fromisoformat(day)
    assert timing(bound, period, exactly(last)).kept is True
    assert timing(bound, period, exactly(last + dt.timedelta(days=1))).kept is False


def test_what_is_due_before_an_hour_can_be_done_on_that_day() -> None:
    reading = read(LETTER)
    [duty] = [
        duty for item in reading.obligations for duty in from_obligation(item, reading.deadlines, Source())
    ]
    assert duty.due is not None and due(reading.deadlines[0]) == "2019-01-28"
    assert timing(duty.bound, duty.due, exactly(dt.date(2019, 1, 28))).kept is True
    assert timing(duty.bound, duty.due, exactly(dt.date(2019, 1, 29))).kept is False
