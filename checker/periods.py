"""Days known exactly or within bounds: "03/04/2023" that may be two dates, "2023-07", "Quý I"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?")


@dataclass(frozen=True, slots=True)
class Days:
    """From the earliest to the latest day that a date may mean; both the same where it is known."""

    earliest: dt.date
    latest: dt.date

    @property
    def known(self) -> bool:
        return self.earliest == self.latest

    def __str__(self) -> str:
        if self.known:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()} … {self.latest.isoformat()}"


def exactly(day: dt.date) -> Days:
    return Days(day, day)


def read_period(text: str | None) -> Days | None:
    """An ISO date, month, quarter, year or interval ("2017-11-10/2017-12-10"); None for anything else."""
    if not text:
        return None
    if "/" in text:
        first, _, last = text.partition("/")
        start, end = read_period(first), read_period(last)
        return Days(start.earliest, end.latest) if start and end and start.earliest <= end.latest else None
    match = _ISO.fullmatch(text.strip()[:10] if "T" in text else text.strip())
    if match is None:
        return None
    year, month, day, quarter = match.groups()
    try:
        if quarter:
            last_month = int(quarter) * 3
            return Days(dt.date(int(year), last_month - 2, 1), _end_of_month(int(year), last_month))
        if month is None:
            return Days(dt.date(int(year), 1, 1), dt.date(int(year), 12, 31))
        if day is None:
            return Days(dt.date(int(year), int(month), 1), _end_of_month(int(year), int(month)))
        return exactly(dt.date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _end_of_month(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@lru_cache(maxsize=65536)
def add_months(day: dt.date, months: int) -> dt.date:
    """The day on which a period of months ends: the same day of the month, or the month's last where it has
    none (Bộ luật Dân sự 2015, Điều 148 khoản 3)."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def served(since: Days, on: dt.date, months: int) -> bool | None:
    """Whether so many months have passed by a day; None where the date's bounds leave it open."""
    early = add_months(since.earliest, months) <= on
    late = add_months(since.latest, months) <= on
    return early if early == late else None
