"""Days that come again: "hằng tháng trước ngày 25", "6 tháng một lần", within the year under review."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from checker.periods import Days, add_months, exactly
from checker.words import plain

_PATTERN = re.compile(
    r"(?P<unit>[a-z]+)(?::(?P<part>first|last)-month)?(?::(?:(?P<month>\d{2})-)?(?P<day>\d{2}))?"
)
_EVERY = re.compile(r"every:(\d{1,2})-(months|quarters)")
_SPANS = {"monthly": 1, "quarterly": 3, "yearly": 12}


@dataclass(frozen=True, slots=True)
class Turn:
    """One time that a duty falls due: the last day that keeps it, and the day after the turn before it."""

    last: dt.date
    since: dt.date


def turns(recurrence: str, deadline: str | None, year: int) -> list[Turn] | None:
    """The turns of a year under review; None where the words do not fix them (weekly, "hằng năm" alone).

    Without a day of its own a turn ends with its month, quarter or half year. "Trước ngày D" leaves out D. A
    yearly day of the first half of the year is the next year's: it closes the year under review.
    """
    months = _months(recurrence)
    match = _PATTERN.fullmatch(recurrence)
    if months is None or months > 12 or 12 % months:
        return None
    day = int(match["day"]) if match and match["day"] else None
    month = int(match["month"]) if match and match["month"] else None
    if months == 12 and (day is None or month is None):
        return None
    before = bool(re.search(r"\btruoc\b", plain(deadline or "")))
    out: list[Turn] = []
    for number in range(12 // months):
        first = add_months(dt.date(year, 1, 1), number * months)
        end = add_months(first, months) - dt.timedelta(days=1)
        if day is None:
            last = end
        else:
            where = {"first": 0, "last": months - 1}.get((match["part"] if match else None) or "", months - 1)
            at = dt.date(year + (month <= 6), month, 1) if month else add_months(first, where)
            last = add_months(at, 1) - dt.timedelta(days=1)
            last = min(last, at + dt.timedelta(days=day - 1))
            if before:
                last -= dt.timedelta(days=1)
        since = (
            out[-1].last + dt.timedelta(days=1) if out else add_months(last, -months) + dt.timedelta(days=1)
        )
        out.append(Turn(last, since))
    return out


def _months(recurrence: str) -> int | None:
    every = _EVERY.fullmatch(recurrence)
    if every:
        return int(every[1]) * (3 if every[2] == "quarters" else 1) or None
    return _SPANS.get(recurrence.partition(":")[0])


def after_event(deadline: str, event_on: Days) -> Days | None:
    """The day by which a term that runs from an event ends ("trong 05 ngày làm việc kể từ ngày nhận …"); None
    where the words give no length that can be counted."""
    from extractors import calendar_vn, moments

    length = moments.term(deadline.casefold())
    if length is None or not event_on.known:
        return None
    number, unit = length
    day = event_on.earliest
    if unit == "ngày làm việc":
        return exactly(calendar_vn.add_working_days(day, number))
    if unit in ("ngày", "tuần"):
        return exactly(calendar_vn.add_days(day, number * (7 if unit == "tuần" else 1)))
    if unit in ("tháng", "năm"):
        return exactly(calendar_vn.add_months(day, number * (12 if unit == "năm" else 1)))
    return None


def turns_from(deadline: str) -> bool:
    """Whether a deadline gives a length of time that can be counted from an event."""
    from extractors import moments

    return moments.term(deadline.casefold()) is not None
