"""When something is due: a deadline's date, at whatever precision, as the last day on which it can be met."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date
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
    end = value.rpartition("/")[2].partition("T")[0].strip()
    try:
        if match := _DAY.fullmatch(end):
            return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
        if match := _QUARTER.fullmatch(end):
            return _month_end(int(match[1]), int(match[2]) * 3)
        if match := _MONTH.fullmatch(end):
            return _month_end(int(match[1]), int(match[2]))
        if _YEAR.fullmatch(end):
            return date(int(end), 12, 31).isoformat()
    except ValueError:  # the thirtieth of February, as printed
        return None
    return None


def _month_end(year: int, month: int) -> str:
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def due(deadline: Deadline) -> str | None:
    """The day by which a deadline is due, None where it fixes none."""
    return last_day(deadline.date) if deadline.bound in DUE_BOUNDS else None


def earliest(days: Iterable[str | None]) -> str | None:
    """The earliest of the days that are known."""
    return min((day for day in days if day), default=None)
