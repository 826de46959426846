"""When something is due: a deadline's date, at whatever precision, as the last day on which it can be met.

"Trước ngày 30/10/2022" leaves out the day that it names, and is due on 29 October; "chậm nhất", "đến" and
"trong" include theirs. The rules checker counts alike (`checker.duties.timing`).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from extractors.model import Deadline

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_YEAR = re.compile(r"\d{4}")

DUE_BOUNDS = frozenset({"before", "by", "on", "recurring"})
"""Bounds that end a period. "after" opens one, and an event has no date until it happens."""


@lru_cache(maxsize=10_000)
def last_day(value: str | None) -> str | None:
    """The last day (ISO) of a date or period: "2022-09" gives "2022-09-30", "2023-Q1" "2023-03-31".

    An interval gives its end. None where the value is none of these, or no real date.
    """
    if not value:
        return None
    found = _days(value.rpartition("/")[2])
    return found[1].isoformat() if found else None


@lru_cache(maxsize=10_000)
def day_before(value: str | None) -> str | None:
    """The day (ISO) before a date or period begins: "2022-09" gives "2022-08-31". None as for `last_day`."""
    found = _days((value or "").partition("/")[0])
    if found is None or found[0] == date.min:
        return None
    return (found[0] - timedelta(days=1)).isoformat()


def _days(value: str) -> tuple[date, date] | None:
    """The first and the last day of a date or period; None where it is none, or no real one."""
    value = value.partition("T")[0].strip()
    try:
        if match := _DAY.fullmatch(value):
            day = date(int(match[1]), int(match[2]), int(match[3]))
            return day, day
        if match := _QUARTER.fullmatch(value):
            return _months(int(match[1]), int(match[2]) * 3 - 2, int(match[2]) * 3)
        if match := _MONTH.fullmatch(value):
            return _months(int(match[1]), int(match[2]), int(match[2]))
        if _YEAR.fullmatch(value):
            return _months(int(value), 1, 12)
    except ValueError:  # the thirtieth of February, as printed
        return None
    return None


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def due(deadline: Deadline) -> str | None:
    """The last day on which a deadline can be met, None where it fixes none."""
    return due_day(deadline.bound, deadline.date, deadline.precision)


def due_day(bound: str, value: str | None, precision: str | None) -> str | None:
    """As `due`, of a deadline's parts. Before an hour of a day ("trước 17 giờ ngày …") is still on that
    day."""
    if bound not in DUE_BOUNDS:
        return None
    return day_before(value) if bound == "before" and precision != "time" else last_day(value)


def earliest(days: Iterable[str | None]) -> str | None:
    """The earliest of the days that are known."""
    return min((day for day in days if day), default=None)
