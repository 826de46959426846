"""One cell's value: whole numbers, yes and no, dates in the orders that people write them in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Literal

from checker.periods import Days, exactly, read_period
from checker.words import plain
from extractors.typed_dates import read_day

Order = Literal["dmy", "mdy"]

_NUMERIC = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})")
_SHORT_YEAR = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2}")
_WORDS = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})")
_MONTH = re.compile(r"(?:thang )?(\d{1,2}) (\d{4})|thang (\d{1,2}) nam (\d{4})")
_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*")

_YES = frozenset({"co", "yes", "y", "true", "x", "1", "dung", "da", "v"})
_NO = frozenset({"khong", "no", "n", "false", "0", "sai", "chua"})


class CellError(ValueError):
    """A cell that cannot be read; the message says what is wrong with it and what would be right."""

    def __init__(self, code: str, message: str, days: Days | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.days = days
        """For a date that may be two: the bounds, so that what does not depend on it can still be told."""


def text_of(cell: object) -> str:
    """A cell as text: numbers without a needless ".0", spaces collapsed."""
    if type(cell) is str:
        return cell if cell.isalnum() else " ".join(cell.split())
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def whole_number(cell: object) -> int:
    """A count. Raises `CellError` for fractions, negative numbers and words."""
    text = text_of(cell)
    if isinstance(cell, bool) or not re.fullmatch(r"[+-]?\d{1,9}", text):
        raise CellError("number", f"{text!r} is no whole number")
    value = int(text)
    if value < 0:
        raise CellError("negative", f"{value} is negative: a count is 0 or more")
    return value


def yes_or_no(cell: object) -> bool:
    """Raises `CellError` for anything but the usual words ("có", "x", "không", …)."""
    if isinstance(cell, bool):
        return cell
    word = plain(text_of(cell))
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError("yes-or-no", f"{text_of(cell)!r} is neither “có” nor “không”")


def order_of(cells: Iterable[object]) -> Order | None:
    """The order that a column's own dates prove: one with a day above 12 settles the others. None where none
    does, or where they contradict each other."""
    found: set[Order] = set()
    for cell in {cell for cell in cells if isinstance(cell, str)}:
        match = _NUMERIC.fullmatch(cell.strip())
        if match:
            first, second = int(match.group(1)), int(match.group(2))
            if first > 12 >= second:
                found.add("dmy")
            elif second > 12 >= first:
                found.add("mdy")
    return found.pop() if len(found) == 1 else None


def order_in_header(header: str) -> Order | None:
    """ "Ngày thành lập (ngày/tháng/năm)", "Founded (dd/mm/yyyy)"."""
    words = plain(header)
    if re.search(r"\b(ngay thang nam|dd mm yyyy|d m y|dd mm yy)\b", words):
        return "dmy"
    return "mdy" if re.search(r"\b(mm dd yyyy|m d y|thang ngay nam)\b", words) else None


def read_date(cell: object, order: Order | None) -> Days:
    """A date, or the bounds of a month or year. Raises `CellError`, with both readings' bounds where it
    may be two dates ("03/04/2023" in a column that does not say which number is the day)."""
    if isinstance(cell, dt.datetime):
        return exactly(cell.date())
    if isinstance(cell, dt.date):
        return exactly(cell)
    text = text_of(cell)
    iso = _ISO_TIME.fullmatch(text)
    period = read_period(iso.group(1) if iso else text)
    if period is not None and "/" not in text:
        return period
    match = _NUMERIC.fullmatch(text)
    if match:
        return _numeric(text, int(match.group(1)), int(match.group(2)), int(match.group(3)), order)
    words = plain(text)
    match = _WORDS.fullmatch(words)
    if match:
        return exactly(_date(text, int(match.group(3)), int(match.group(2)), int(match.group(1))))
    match = _MONTH.fullmatch(words) if re.search(r"[/-]|năm", text.lower()) else None
    if match:
        month, year = (match.group(1) or match.group(3)), (match.group(2) or match.group(4))
        _date(text, int(year), int(month), 1)
        found = read_period(f"{int(year):04}-{int(month):02}")
        assert found is not None
        return found
    if "thang" in words or "thg" in words:
        day = read_day(text)  # "2 tháng chín, 2023", "02 thg 9 2023"
        if day is not None:
            return exactly(day)
    if _SHORT_YEAR.fullmatch(text):
        raise CellError("date", f"{text!r} has a year of two digits: write it with four (31/12/2023)")
    raise CellError("date", f"{text!r} is no date: write 31/12/2023 or 2023-12-31")


def _numeric(text: str, first: int, second: int, year: int, order: Order | None) -> Days:
    if first > 12 or second > 12 or first == second:
        day, month = (second, first) if second > 12 else (first, second)
        if order == "mdy" and first > 12:
            raise CellError("date", f"{text!r} is no date with the month first, as this column's others are")
        if order == "dmy" and second > 12:
            raise CellError("date", f"{text!r} is no date with the day first, as this column's others are")
        return exactly(_date(text, year, month, day))
    if order == "mdy":
        return exactly(_date(text, year, first, second))
    if order == "dmy":
        return exactly(_date(text, year, second, first))
    readings = sorted((_date(text, year, second, first), _date(text, year, first, second)))
    raise CellError(
        "ambiguous-date",
        f"{text!r} may be {readings[0].isoformat()} or {readings[1].isoformat()}: write it as 2023-12-31, or "
        "“(ngày/tháng/năm)” in the header",
        Days(readings[0], readings[1]),
    )


def _date(text: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as error:
        raise CellError("date", f"{text!r} is no date: {error}") from error
