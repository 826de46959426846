"""Days as people type them or write them in words, read by dateparser: "31-12-2022", "2 tháng chín năm 2022".

What reads documents has its own grammar of digits (`extractors.dates`); this is for what that does not value,
and for what people give on a command line or in a sheet. dateparser is imported at the first such day.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

_YEAR = r"(?:1[89]|20)\d\d"
WORDED_MONTH = (
    r"tháng\s+(?:mười(?:\s+(?:một|hai))?|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín),?\s+năm\s+"
    rf"{_YEAR}(?!\s*(?:-|–|,|và)\s*(?:năm\s+)?{_YEAR})"
)
"""A month in words with its year, in folded text. Not "giêng" and "chạp", which are of the lunar year, nor
"12 tháng hai năm 2022 và 2023"."""

_LONGEST = 60
_MONTH = re.compile(r"th[aá]ng|thg", re.IGNORECASE)
_SETTINGS = {
    "DATE_ORDER": "DMY",
    "STRICT_PARSING": True,  # a day, a month and a year, or nothing
    "PARSERS": ["absolute-time"],  # not "hôm nay", nor a timestamp
}


@lru_cache(maxsize=256)
def read_day(text: str) -> dt.date | None:
    """The day that a text of one date says, day first; None where it says none, or leaves part of it open.

    dateparser turns the parts round where that alone makes a day ("12/31/2022") and gives a year of two
    digits a century, so its answer counts only where the numbers printed are the day, the month (unless in
    words) and the year of four digits, in that order.
    """
    text = unicodedata.normalize("NFC", text)
    numbers = re.findall(r"[0-9]+", text)
    if len(text) > _LONGEST or not 2 <= len(numbers) <= 3 or len(numbers[-1]) != 4:
        return None
    if len(numbers) == 2 and not _MONTH.search(text):
        return None
    import dateparser

    # marks are taken off only where they were not typed: without them "sáu" (June) is "sau" (after)
    settings = _SETTINGS | {"NORMALIZE": len(numbers) == 3 and text.isascii()}
    found = dateparser.parse(text, languages=["vi"], settings=settings)
    if found is None:
        return None
    said = [found.day, found.month, found.year] if len(numbers) == 3 else [found.day, found.year]
    return found.date() if [int(number) for number in numbers] == said else None


def read_month(text: str) -> tuple[int, int] | None:
    """Year and month of "tháng mười hai năm 2022"; None where the text says no month of a year."""
    day = read_day(f"1 {text}")
    return (day.year, day.month) if day else None
