"""When an act was issued that an article reports, and when the article itself was put out."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from extractors import dates
from extractors.model import Issued, Span


def day_behind(low: str, after: int) -> tuple[Issued | None, int]:
    """The date or year behind a number or issuer, and where it ends."""
    day = re.compile(r"[\s,(]{0,3}(?:ban hành\s{1,3}|ký\s{1,3})?ngày\s{1,3}").match(low, after)
    found = dates.DAY.match(low, day.end()) if day else None
    if found and dates.day_of(found):
        close = found.end() + (low[found.end() : found.end() + 1] == ")")
        return Issued(date=dates.day_of(found), precision="day", span=found.span()), close
    year = re.compile(r"\s{1,3}\(?(?:năm\s{1,3})?((?:19|20)\d\d)(?![\d/.,-]*\d)\)?").match(low, after)
    if year:
        return Issued(date=year[1], precision="year", span=year.span(1)), year.end()
    return None, after


_DAY_OPENS = re.compile(
    r"\W{0,8}(?:\([^()\n]{2,30}\)\W{0,4}|[a-zđ]{2,8}\s?[-–]\s{1,3})?(?:mới đây,?\s)?(?:vào\s)?"
    r"(?:hôm\snay\s?\(|ngày\s{1,3}|(?:chiều|sáng|tối|trưa)\s(?:nay,?\s)?\(?(?:ngày\s{1,3})?)"
)


def day_before(low: str, start: int, end: int) -> Issued | None:
    """ "Ngày 17/5/2025, X đã ban hành …"; "Ngày 17/5" takes its year from the article's own day."""
    lead = _DAY_OPENS.match(low, start)
    if lead is None:
        return None
    found = dates.DAY.match(low, lead.end())
    if found is None:
        return _of_year(low, lead.end(), end)
    if found.end() > end + 60 or not dates.day_of(found):
        return None
    return Issued(date=dates.day_of(found), precision="day", span=found.span())


_YEARLESS = re.compile(r"(?P<day>[0-3]?\d)\s{0,2}(?:/|-|tháng)\s{0,2}(?P<month>[01]?\d)(?=\s{0,3}[,)])")
_DATELINE = re.compile(
    r"(?:(?:thứ\s+\w{2,4}|chủ\s+nhật)\W{1,4}(?:ngày\s+)?|"
    r"(?:cập\s+nhật|đăng|ngày\s+đăng|đăng\s+(?:lúc|ngày)|xuất\s+bản|thời\s+gian)\W{1,4}|"
    r"\d{1,2}:\d{2}(?::\d\d)?\W{1,4}(?:ngày\s+)?|(?m:^)\W{0,4}(?:ngày\s+)?)"
    r"(?:\d{1,2}:\d{2}\W{1,4}(?:ngày\s+)?)?(?=\d)"
)
"""Before the day on which an article was put out: "Thứ Ba, 12/03/2024", "Cập nhật: 08:15 12/3/2024"."""
_ISO = re.compile(r"(20\d\d)-(\d\d)-(\d\d)(?!\d)")
"""The same day as a page's data print it: "2025-08-24", "2025-08-24 07:15:00+07:00"."""
_OLDEST = dt.timedelta(days=90)


def dateline(low: str) -> dt.date | None:
    """The day on which an article was put out, printed near its title; None where none is."""
    for lead in _DATELINE.finditer(low, 0, 1500):
        iso = _ISO.match(low, lead.end())
        on = iso or dates.DAY.match(low, lead.end())
        value = dates.iso(int(iso[3]), int(iso[2]), int(iso[1])) if iso else on and dates.day_of(on)
        if on and value and not re.match(r"\s{1,3}của\s", low[on.end() : on.end() + 8]):
            return dt.date.fromisoformat(value)
    return None


def _of_year(low: str, at: int, end: int) -> Issued | None:
    """A day without a year: the last such day before the article was put out, if that is not long ago; else
    in the only year that the article names."""
    on = _YEARLESS.match(low, at)
    if on is None or on.end() > end + 60:
        return None
    out = dateline(low)
    if out is None:
        only = year_of(low)
        value = dates.iso(int(on["day"]), int(on["month"]), only.year) if only else None
        days = [day for found in dates.DAY.finditer(low) if (day := dates.day_of(found))]
        if value is None or (days and max(days) < value):
            return None  # all that the article names lies before it: it is another year's
        return Issued(date=value, precision="day", span=on.span())
    for year in (out.year, out.year - 1):
        value = dates.iso(int(on["day"]), int(on["month"]), year)
        if value and dt.timedelta(0) <= out - dt.date.fromisoformat(value) <= _OLDEST:
            return Issued(date=value, precision="day", span=on.span())
    return None


_YEAR_SAID = re.compile(r"(?:\d{1,2}\s?[/.-]\s?|năm\s{1,3})(?P<year>20\d\d)(?![\d/])")


def year_of(low: str, cited: Sequence[Span] = ()) -> dt.date | None:
    """A day of the year that an article without a date of its act is about: when it was put out, else the
    first of the only year that it names outside the acts it cites; None where it names several."""
    out = dateline(low)
    if out is not None:
        return out
    years = {
        int(match["year"])
        for match in _YEAR_SAID.finditer(low)
        if not any(a <= match.start() < b for a, b in cited)
    }
    return dt.date(years.pop(), 1, 1) if len(years) == 1 else None


_BEHIND_PURPOSE = re.compile(r"(?<=,)\s{1,3}(?:ngày|chiều|sáng)\s{1,3}(?:ngày\s{1,3})?")


def day_within(low: str, start: int, end: int) -> Issued | None:
    """The last day before the body that issued: "Để …, ngày 12/5/2014, Thủ tướng Chính phủ đã ban hành …"."""
    for lead in _BEHIND_PURPOSE.finditer(low, start, end):
        on = dates.DAY.match(low, lead.end())
        if on and dates.day_of(on) and re.match(r",?\s", low[on.end() : on.end() + 2]):
            return Issued(date=dates.day_of(on), precision="day", span=on.span())
    return None


_SIGNED = re.compile(
    r"(?<!\w)này\s{1,3}(?:chính\s{1,3}thức\s{1,3})?có\s{1,3}hiệu\s{1,3}lực\s[^.;\n]{0,40}?từ\s{1,3}ngày\s{1,3}"
    r"(?:ký(?:\s{1,3}ban\s{1,3}hành)?|ban\s{1,3}hành)\s{0,3}[,(]?\s{0,3}(?:tức\s{1,3})?(?:là\s{1,3})?(?:ngày\s{1,3})?(?=\d)"
)


def day_signed(low: str) -> Issued | None:
    """ "Nghị quyết này có hiệu lực từ ngày ký ban hành (ngày 11/6/2025)"."""
    for lead in _SIGNED.finditer(low):
        on = dates.DAY.match(low, lead.end())
        if on and dates.day_of(on):
            return Issued(date=dates.day_of(on), precision="day", span=on.span())
    return None
