"""Dates as people type them: 31/12/2022, 10/2022, 2022-12-31, brought to ISO 8601 and held against the
calendar."""

from __future__ import annotations

import re

from corpus.due import last_day
from corpus.errors import QueryError
from extractors.model import Precision

_TYPED = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}", re.ASCII)
_QUARTER = re.compile(r"\d{4}-Q[1-4]", re.ASCII)
_HOUR = re.compile(r"(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d", re.ASCII)
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


def iso(value: str) -> str:
    """A day or month as typed, in ISO's order ("30/10/2022": 2022-10-30, "10/2022": 2022-10); anything else
    comes back as it is. Whether the day exists is not asked."""
    typed = value.strip()
    if found := _TYPED.fullmatch(typed):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if found := _MONTH.fullmatch(typed):
        return f"{found[2]}-{int(found[1]):02}"
    return typed


def precision(value: str, *, period: bool = False) -> Precision | None:
    """How exact an ISO date is; None for what is no date of the calendar.

    ``period``: a quarter ("2022-Q4"), an interval ("2022-01/2022-03") and an hour ("2022-10-30T17:00") are
    dates too, as deadlines have them.
    """
    if _PLAIN.fullmatch(value):
        return _PRECISIONS[len(value)] if last_day(value) else None
    if not period:
        return None
    if _QUARTER.fullmatch(value):
        return "quarter"
    if hour := _HOUR.fullmatch(value):
        return "time" if last_day(hour[1]) else None
    if value.count("/") != 1:
        return None
    start, end = value.split("/")
    if None in (precision(start, period=True), precision(end, period=True)):
        return None
    return "interval" if (last_day(start) or "") <= (last_day(end) or "") else None


def entered(value: str, *, period: bool = False) -> str:
    """A date as a person enters it, in ISO's form. Raises `QueryError` for what is no date."""
    found = iso(value)
    if precision(found, period=period) is None:
        from extractors.typed_dates import read_day

        day = read_day(found)  # "ngày 30 tháng 10 năm 2022"
        if day is None:
            raise QueryError(f"{value.strip()[:60]} is no date. Write 30/10/2022, 10/2022 or 2022.")
        return day.isoformat()
    return found
