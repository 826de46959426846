"""Dates as directives print them: days, months, quarters, years, at the precision that the text gives.

The leaves that the head, references and deadlines share. Values are ISO 8601: "2022-10-14", "2022-09",
"2023-Q1" (a quarter, as annotation writes it), "2022".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import view
from extractors.model import Precision, Span
from extractors.typed_dates import WORDED_MONTH, read_day, read_month

_D = r"(?P<day>[0-3]?\d)"
_M = r"(?P<month>[01]?\d)"
_Y = r"(?P<year>(?:1[89]|20)\d\d)"
_Y2 = r"(?P<year>(?:1[89]|20)\d\d|\d\d)"
_GAP = r"[\s.…]{0,12}"
_SEP = r"\s{0,2}[/.-]\s{0,2}"
_MONTHLY, _YEARLY = "th[aáàảãạăắâấ]ng", "n[ăaâáãắ]m"
"""What OCR engines read for "tháng" and "năm"."""
_PARTED = r"(?P<month>1 [0-2]|[01]?\d)"
"""A month, whose two digits a scan may set apart: "tháng 1 1 năm 2025"."""
_WORDS = rf"{_D}{_GAP}{_MONTHLY}{_GAP}{_PARTED}{_GAP}(?:,\s{{0,2}})?{_YEARLY}{_GAP}{_Y}"
_DIGITS = rf"{_D}(?P<sep>{_SEP}){_M}{_SEP}{_Y2}"
_MIXED = rf"{_D}{_GAP}tháng{_GAP}{_M}\s{{0,2}}[/-]\s{{0,2}}{_Y}"
_NOT_IN = r"(?<![\w/])(?<!\d[.,-])"
_END = r"(?!\d)(?!\s?/\s?[a-zđ\d])(?!-[a-zđ])"

DAY = re.compile(
    rf"{_NOT_IN}(?:{_WORDS.replace('?P<', '?P<w')}|{_MIXED.replace('?P<', '?P<m')}|{_DIGITS}"
    rf"|(?P<worded>[0-3]?\d\s+{WORDED_MONTH})){_END}"
)
"""A full date, in folded text."""
MONTH = re.compile(
    rf"{_NOT_IN}tháng{_GAP}(?:{_M.replace('?P<', '?P<w')}{_GAP}năm{_GAP}{_Y.replace('?P<', '?P<w')}"
    rf"|{_M}{_SEP}{_Y}){_END}|{_NOT_IN}(?P<worded>{WORDED_MONTH}){_END}"
)
QUARTER = re.compile(
    rf"{_NOT_IN}quý\s{{1,3}}(?P<quarter>iv|iii|ii|i|[1-4])(?:\s{{0,2}}[/-]\s{{0,2}}|"
    rf",?\s{{1,3}}năm\s{{1,3}}){_Y}{_END}"
)
YEAR = re.compile(rf"{_NOT_IN}năm\s{{1,3}}{_Y}{_END}")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Found:
    """A date found: its ISO value, precision and span (without "ngày" or "tháng" before it, where a day)."""

    iso: str
    precision: Precision
    span: Span


def iso(day: int | None, month: int | None, year: int) -> str | None:
    """The ISO value at the precision given, None where there is no such date; two-digit years: from 1945."""
    if year < 100:
        year += 1900 if year >= 45 else 2000
    try:
        value = dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if month is None:
        return f"{year:04}"
    return value.isoformat() if day is not None else f"{year:04}-{month:02}"


def day_of(match: re.Match[str]) -> str | None:
    """The ISO value of a `DAY` match."""
    if match["worded"]:
        day = read_day(match["worded"])
        return day.isoformat() if day else None
    for prefix in ("w", "m", ""):
        if match[f"{prefix}day"]:
            month = int(match[f"{prefix}month"].replace(" ", ""))
            return iso(int(match[f"{prefix}day"]), month, int(match[f"{prefix}year"]))
    return None


def month_of(match: re.Match[str]) -> str | None:
    """The ISO value of a `MONTH` match."""
    if match["worded"]:
        worded = read_month(match["worded"])
        return iso(None, worded[1], worded[0]) if worded else None
    prefix = "w" if match["wmonth"] else ""
    return iso(None, int(match[f"{prefix}month"]), int(match[f"{prefix}year"]))


def find(text: str, start: int = 0, end: int | None = None) -> list[Found]:
    """Every date between two offsets, in order, each letter in one date only (the most precise)."""
    low = view.folded(text)
    return list(find_folded(low, start, len(low) if end is None else end))


def find_folded(low: str, start: int, end: int) -> Iterator[Found]:
    """As `find`, in a text that `view.folded` folded."""
    found: list[Found] = []
    for match in DAY.finditer(low, start, end):
        value = day_of(match)
        if value:
            found.append(Found(value, "day", match.span()))
    taken = bytearray(end - start)
    for item in found:
        taken[item.span[0] - start : item.span[1] - start] = b"\1" * (item.span[1] - item.span[0])
    for pattern, precision in ((QUARTER, "quarter"), (MONTH, "month"), (YEAR, "year")):
        for match in pattern.finditer(low, start, end):
            a, b = match.span()
            if any(taken[a - start : b - start]):
                continue
            if precision == "quarter":
                quarter = match["quarter"]
                value = f"{match['year']}-Q{_QUARTERS.get(quarter) or int(quarter)}"
            else:
                value = month_of(match) if precision == "month" else match["year"]
            if value:
                taken[a - start : b - start] = b"\1" * (b - a)
                found.append(Found(value, precision, (a, b)))  # type: ignore[arg-type]
    return iter(sorted(found, key=lambda item: item.span))
