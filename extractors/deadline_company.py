"""What deadlines that stand beside one another say of each other: one bound for two days, how often and when,
the day that another points back to."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors import dates, deadline_values, moments, view
from extractors.deadline_forms import POINTS_BACK
from extractors.model import Deadline


def read(found: list[Deadline], text: str, low: str) -> list[Deadline]:
    """The deadlines of a clause, in order, with what they say of each other."""
    found = _joined(found, text, low)
    for rule in (_every_report, _each_year, _beside, _terms):
        found = rule(found, low)
    return found


_TERM_IS = re.compile(
    r"(?:thời\s+hạn|(?<!thời\s)hạn(?:\s+(?:cuối|chót))?)(?:\s+\w{1,8}){0,7}?\s*(?:là|:)\s*(?:vào\s+|đến\s+)?$"
)


def _terms(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Hạn chót nộp phiếu là | 17 giờ ngày 20/4": the day a term ends."""
    for deadline in found:
        at = deadline.span[0]
        if deadline.bound == "on" and deadline.date and _TERM_IS.search(low[max(0, at - 90) : at]):
            deadline.bound = "by"
    return found


_TIMES = re.compile(r"(?:lần|buổi|kỳ|đợt|cuộc)(?:\s?/\s?\w{2,5})?$")
_WHEN = re.compile(r"(?:vào|lúc|trước|kể\s+từ|bắt\s+đầu\s+từ)\s")
_SINCE = re.compile(r"kể\s+từ|bắt\s+đầu\s+từ")


def _joined(found: list[Deadline], text: str, low: str) -> list[Deadline]:
    """ "hai tuần một lần, | vào chiều thứ Năm": how often and when is one deadline."""
    out: list[Deadline] = []
    for deadline in found:
        often = out[-1] if out else None
        at, end = deadline.span
        if (
            often
            and often.bound == "recurring"
            and _TIMES.search(low[slice(*often.span)])
            and re.fullmatch(r",?\s", low[often.span[1] : at])
            and _WHEN.match(low, at)
            and (_SINCE.match(low, at) or not re.search(r"\d{4}", deadline.text))
        ):
            span = often.span[0], end
            rule = deadline_values.recurrence(low[slice(*span)])
            out[-1] = often.model_copy(update={"span": span, "text": text[slice(*span)], "recurrence": rule})
            continue
        out.append(deadline)
    return out


_REGULAR_REPORT = re.compile(
    r"báo\s+cáo\s+(?:(?:định\s+kỳ|sơ\s+kết|tổng\s+kết)\s+)?(?:(?:0?[369]|sáu|chín)\s+tháng|năm|quý|tháng|tuần)"
    r"(?:\s+(?:đầu\s+năm|cuối\s+năm))?\s*:"
)


_NEXT_ITEM = re.compile(r"\n[ \t]{0,40}(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))")


def _every_report(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Báo cáo 6 tháng: … trước ngày 05/7": due every year, the text fixes none."""
    for deadline in found:
        day = moments.first_day(deadline.date or "")
        yearless = deadline.precision == "day" and not re.search(r"\d{4}", deadline.text)
        if not (day and yearless) or deadline.recurrence is not None:
            continue
        before = low[max(0, deadline.span[0] - 300) : deadline.span[0]]
        named = list(_REGULAR_REPORT.finditer(before))
        if named and not _NEXT_ITEM.search(before, named[-1].end()):
            deadline.recurrence = f"yearly:{day.month:02}-{day.day:02}"
            deadline.date = deadline.precision = None
    return found


def _each_year(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Hằng năm, … báo cáo trước ngày 15/12": the day is every year's, the text fixes no date."""
    for first, second in pairwise(found):
        between = low[first.span[1] : second.span[0]]
        yearless = second.date is not None and not re.search(r"\d{4}", second.text)
        if first.recurrence == "yearly" and yearless and "." not in between and len(between) < 200:
            day = moments.first_day(second.date or "")
            if day and second.precision == "day":
                second.recurrence = f"yearly:{day.month:02}-{day.day:02}"
            second.date = second.precision = None
    return found


_BESIDE = re.compile(r"\s?(?:\([^()]{1,30}\))?\s?(?:và|,|;|,? còn)\s")


def _beside(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Chậm nhất 17 giờ ngày 10/9 (đợt 1) và 17 giờ ngày 30/9 (đợt 2)": one bound for both."""
    for first, second in pairwise(found):
        if (
            second.bound == "on"
            and first.bound in ("by", "before")
            and first.date
            and second.date
            and re.match(r"\d|ngày\s", low[second.span[0] : second.span[1]])
            and _BESIDE.fullmatch(low[first.span[1] : second.span[0]])
        ):
            second.bound = first.bound
    return found


_SAME_DAY = re.compile(r"\scùng ngày$")
_SAME_MONTH = re.compile(r"ngày\s{1,3}(\d{1,2})\s{1,3}cùng tháng$")
_ELSEWHEN = re.compile(
    r"[.:](?=\s)|\n\s*\n|(?<!\w)(?:h[ằà]ng|mỗi|từng|nếu|khi|thì|trong\s+ngày|phát\s+sinh)(?!\w)"
)
"""Between a day and "trước 17 giờ cùng ngày": another sentence, or another day is meant."""


def point_back(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Sau thời gian trên" takes its date from the deadline before it that has one, "trước 17 giờ cùng ngày"
    from the day right before it."""
    last: str | None = None
    day: Deadline | None = None
    for deadline in found:
        if deadline.date is None and POINTS_BACK.match(view.folded(deadline.text)):
            within = view.folded(deadline.text).startswith("trong") and last is not None
            if within and deadline.recurrence is None and deadline.event is None:
                deadline.date, deadline.precision = last, deadline_values.precision(last or "")
            elif last and deadline.bound != "by" and deadline.recurrence is None and deadline.event is None:
                end = moments.last_day(last)
                deadline.date = end.isoformat() if end and "/" in last else last
                deadline.precision = deadline_values.precision(deadline.date)
        elif day is not None and day.date and (same := _SAME_MONTH.search(view.folded(deadline.text))):
            value = dates.iso(int(same[1]), int(day.date[5:7]), int(day.date[:4]))
            deadline.date, deadline.precision = value, "day" if value else None
        elif deadline.date is None and _SAME_DAY.search(view.folded(deadline.text)):
            near = day is not None and not _ELSEWHEN.search(low, day.span[1], deadline.span[0])
            if near and day is not None and day.date:
                deadline.date, deadline.precision = day.date[:10], "day"
        elif deadline.date and deadline.bound in ("before", "by", "on"):
            last = deadline.date
        if (
            deadline.date
            and len(deadline.date) >= 10
            and "/" not in deadline.date
            and deadline.bound != "after"
        ):
            day = deadline
    return found
