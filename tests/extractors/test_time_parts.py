"""Moments told by their parts, put together as directives put them: the whole is one deadline."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def times(sentence: str) -> list[tuple[str, str | None, str]]:
    """What was read as (phrase, date or recurrence, bound) from a letter of 02/5/2024."""
    found = read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines
    return [(item.text, item.date or item.recurrence, item.bound) for item in found]


@pytest.mark.parametrize(
    ("phrase", "value", "bound"),
    [
        ("vào ngày làm việc đầu tiên của tuần", "weekly", "recurring"),
        ("trong tuần đầu tiên của tháng 6 năm 2024", "2024-06", "by"),
        ("chậm nhất cuối giờ chiều ngày 15/8/2024", "2024-08-15", "by"),
        ("đến 17 giờ 00 thứ Sáu, ngày 14/6/2024", "2024-06-14", "by"),
        ("đúng 7 giờ 30 ngày 20/6/2024", "2024-06-20", "on"),
        ("vào lúc 8h00, thứ Hai ngày 17/6/2024", "2024-06-17", "on"),
        ("trong quý I của năm kế tiếp", None, "by"),
        ("trong 6 tháng cuối năm nay", "2024-07/2024-12", "by"),
        ("trong tháng tới", None, "by"),
        ("trước cuối tuần này", None, "before"),
        ("chậm nhất thứ Sáu tuần này", None, "by"),
        ("trước ngày 30 tháng 11 của năm hiện hành", "2024-11-30", "before"),
        ("đến ngày cuối cùng của tháng 9/2024", "2024-09-30", "by"),
        ("hết ngày làm việc cuối cùng của tháng 6", "2024-06", "by"),
        ("trong nửa đầu tháng 7/2024", "2024-07", "by"),
        ("trong sáng ngày mai", "2024-05-03", "by"),
        ("trong giờ làm việc của ngày 28/6/2024", "2024-06-28", "by"),
        ("từ năm ngân sách 2025", "2025", "after"),
        ("trong hạn 15 ngày", None, "by"),
        ("trong hạn một tháng kể từ ngày ký", "2024-06-02", "by"),
        ("vào ngày làm việc đầu tiên sau kỳ nghỉ lễ", None, "event"),
        ("chậm nhất là kỳ họp liền sau ngày nhận được kết luận", None, "by"),
    ],
)
def test_parts_together_are_one_deadline(phrase: str, value: str | None, bound: str) -> None:
    assert times(f"Các phòng gửi bảng kê về Sở Tài chính {phrase}.") == [(phrase, value, bound)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhiệm vụ trong năm tới của các phòng rất nặng nề.",
        "Công tác kiểm kê của kỳ này khó hơn kỳ trước.",
        "Trong tháng vừa qua, các phòng đã hoàn thành việc kiểm kê.",
    ],
)
def test_times_that_are_told_bound_nothing(sentence: str) -> None:
    assert times(sentence) == []


def test_a_time_counted_from_something_is_no_moment_of_its_own() -> None:
    phrase = "trong thời hạn 05 năm, kể từ năm tiếp theo năm phát sinh lỗ"
    assert [text for text, _, _ in times(f"Các phòng lưu giữ chứng từ {phrase}.")] == [phrase]
