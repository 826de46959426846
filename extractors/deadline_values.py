"""Values a deadline's phrase: the stretch of time, the end of a term, how often, where the event begins."""

from __future__ import annotations

import datetime as dt
import re

from extractors import calendar_vn, moments
from extractors.dates import iso
from extractors.deadline_forms import AFTER_EVENT
from extractors.model import Precision
from extractors.moments import COUNT

_ACT = (
    r"(?:công\s+văn|văn\s+bản|thông\s+báo|chỉ\s+thị|quyết\s+định|kế\s+hoạch|hướng\s+dẫn|kết\s+luận|"
    r"công\s+điện)"
)
_OWN_ACT = re.compile(
    rf"(?:kể\s+|tính\s+)?từ\s+(?:ngày\s+)?(?:ký|ban\s+hành|phát\s+hành)?\s*(?:ban\s+hành\s+)?{_ACT}\s*(?:này|ký|ban\s+hành)(?!\s+có\s+hiệu)|"
    rf"từ\s+ngày\s+(?:ký\s+ban\s+hành|ký|ban\s+hành)(?!\s+(?:danh\s+mục|kết\s+quả|phụ\s+lục)|\s+(?:\w+\s+)?(?:hợp\s+đồng|biên\s+bản|thỏa\s+thuận|bản|giấy|phiếu|chứng|{_ACT}(?!\s+này)))"
)


def event_at(phrase: str) -> int:
    squeezed = re.sub(r"\s+", " ", phrase)
    match = re.search(AFTER_EVENT, squeezed)
    return match.start() if match else len(squeezed)


_FIRST_DAY = re.compile(
    r"\b(\d{1,2})(?!\d|\s{0,3}(?:giờ|g|h|phút)(?![^\W\d]))(?<!giờ\s\d\d)(?<!h\d\d)"
    r"(?:\s*[/.-]\s*(\d{1,2})|\s*tháng\s*(\d{1,2}))?"
)
"""The day that opens a stretch of time, past the hour: "từ 18 giờ 00 ngày | 31/8 đến …"."""


_HOURS = re.compile(rf"(?:từ|trong)?\s*(?:{moments.HOUR})\s*(?:-|–|đến)\s*(?=(?:{moments.HOUR}))")
"""Before the hour and day that end a stretch of one day: "từ 06h30 – | 11h30 ngày 26/11"."""
_FIRST_MONTH = re.compile(r"(?<!\d )\btháng\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?\s*$")
_DAYS_IN_A_ROW = re.compile(r"\d{1,2}\s?(?:,|-|–|và)\s?(?:ngày\s)?(?=\d{1,2}\D{1,7}\d{1,2}\D)")
"""Up to the last of several days, which alone has its month: "các ngày 10, 11 và | 12/6/2026"."""


_HOW_MANY = re.compile(r"^(?:(?:vào|trong)\s+)?\d{1,2}\s+(?=ngày\s+\d)")
"""Before several days: "vào 02 | ngày 15 và 16/4/2021"."""


def interval(phrase: str, issued: dt.date | None) -> moments.Value:
    hours = _HOURS.match(phrase)
    if hours:
        return moments.read(phrase[hours.end() :], issued)
    phrase = _HOW_MANY.sub("", phrase)
    listed = None if "đến" in phrase else _DAYS_IN_A_ROW.search(phrase)
    if listed:
        first, second = phrase[: listed.end()], phrase[listed.end() :]
    else:
        first, _, second = (
            phrase.partition("đến") if "đến" in phrase else phrase.replace("–", "-").partition("-")
        )
    end = moments.read(second, issued)
    start = moments.read(first, issued)
    opening = _FIRST_MONTH.search(first)
    if end.iso and opening and not opening[2] and end.precision in ("day", "time"):
        month, close = int(opening[1]), moments.first_day(end.iso)
        if close and 1 <= month <= 12:  # "từ tháng 01 đến ngày 15/3/2026"
            start = moments.Value(f"{close.year - (month > close.month)}-{month:02}", "month", end.inferred)
    elif end.iso and end.precision == "month" and opening:
        month, year = int(opening[1]), int(end.iso[:4])  # "từ tháng 5 đến tháng 6/2026"
        year = int(opening[2]) if opening[2] else year - (month > int(end.iso[5:7]))
        if 1 <= month <= 12:
            start = moments.Value(f"{year}-{month:02}", "month", end.inferred)
    elif end.iso and (start.iso is None or start.inferred):
        match = _FIRST_DAY.search(first)
        close = moments.first_day(end.iso)
        if match and close:
            month = int(match[2] or match[3] or close.month)
            year = close.year - (month > close.month)
            start = moments.Value(iso(int(match[1]), month, year), "day", end.inferred)
    if not (start.iso and end.iso):
        return moments.Value()
    return moments.Value(f"{start.iso}/{end.iso}", "interval", start.inferred or end.inferred)


_FROM_DAY = re.compile(
    rf"(?:kể|tính)\s+từ\s+(?:(?:{moments.HOUR})\s*,?\s*)?(?=(?:ngày\s+)?\d{{1,2}}(?:[/.-]|\s+tháng\s))"
)
"""Before the day that a term runs from: "trong 12 ngày kể từ 7h30 | ngày 05/7/2024"."""


def term(phrase: str, issued: dt.date | None) -> moments.Value:
    """The end of a term that runs from the directive's own date or from a day that is given; nothing for
    other terms. "Trong thời gian 15 ngày kể từ ngày …" is the stretch of time."""
    length = moments.term(phrase)
    from_day = _FROM_DAY.search(phrase)
    start = moments.read(phrase[from_day.end() :], issued) if from_day else None
    if phrase.startswith("sau "):
        return moments.Value()  # "Sau 30 ngày kể từ ngày 15/5": it begins then, no day ends it
    if length and start and start.iso and start.precision == "day":
        first = dt.date.fromisoformat(start.iso)
        number, unit = length
        if unit in ("ngày", "tuần") and re.match(r"trong\s+thời\s+gian\s", phrase):
            last = first + dt.timedelta(days=number * (7 if unit == "tuần" else 1))  # on a Sunday, too
            return moments.Value(f"{start.iso}/{last.isoformat()}", "interval", inferred=True)
        return _later(first, number, unit)
    if length is None or issued is None or not _OWN_ACT.search(phrase):
        return moments.Value()
    return _later(issued, *length)


def _later(start: dt.date, number: int, unit: str) -> moments.Value:
    if unit == "ngày làm việc":
        day = calendar_vn.add_working_days(start, number)
    elif unit in ("ngày", "tuần"):
        day = calendar_vn.add_days(start, number * (7 if unit == "tuần" else 1))
    elif unit in ("tháng", "năm"):
        day = calendar_vn.add_months(start, number * (12 if unit == "năm" else 1))
    else:
        return moments.Value()
    return moments.Value(day.isoformat(), "day", inferred=True)


_UNITS = {
    "năm": "yearly",
    "quý": "quarterly",
    "qúy": "quarterly",
    "tháng": "monthly",
    "tuần": "weekly",
    "ngày": "daily",
}


_PLURALS = {
    "tháng": "months",
    "năm": "years",
    "tuần": "weeks",
    "quý": "quarters",
    "ngày": "days",
    "giờ": "hours",
    "phút": "minutes",
}


_NO_CALENDAR = re.compile(r"mỗi\s+(?:nhiệm\s+kỳ|học\s+k[ỳì]|khóa|đợt|vụ|kỳ)")


def recurrence(phrase: str) -> str | None:
    """ "monthly:25", "yearly:11-15", "quarterly:first-month:05", "every:6-months"; else the unit alone. None
    for what no calendar tells ("mỗi nhiệm kỳ một lần")."""
    if _NO_CALENDAR.match(phrase):
        return None
    every = re.search(rf"({COUNT})\s+(tháng|năm|tuần|quý|ngày|giờ|phút)\s*(?:một|01|1|/)", phrase)
    every = every or re.search(rf"định\s+kỳ\s+({COUNT})\s+(tháng|năm|tuần|quý|ngày)(?!\s+trong)", phrase)
    day = re.search(
        r"(?:ngày|trước|vào|đến|(?<!ít\s)nhất|mùng|mồng)\s+(\d{1,2})(?!\d|\s*(?:giờ|lần|lượt|[hg](?![^\W\d])))(?:\s*(?:[/.-]|tháng)\s*(\d{1,2}))?",
        phrase,
    )
    unit = re.search(r"h[ằà]ng\s+(năm|quý|qúy|tháng)", phrase) if "tuần " in phrase else None
    unit = unit or re.search(
        r"(?:(?:h[ằà]ng|mỗi|từng|định\s+kỳ|của|trong|đầu|cuối)\s+|/\s?(?:0?1\s)?|"
        r"(?:\d|mươi|mười|cùng|ngày)\s+(?=tháng\s+(?:sau|trước|kế|liền|tiếp)))"
        r"(năm|quý|qúy|tháng(?!\s+\d(?!\d?\s+lần))|tuần|ngày(?!\s+\d(?!\d?\s+l(?:ần|ượt))))",
        phrase,
    )
    first = re.match(rf"({COUNT})\s+(tháng)\s*(?:,|và)\s*h[ằà]ng\s+năm", phrase)
    if first:
        every, unit = first, None  # "06 tháng, hằng năm": the shorter of the two
    if every and not unit:
        length = moments.term(phrase)
        number = length[0] if length else 1
        return f"every:{number}-{_PLURALS[every[2]]}"
    part = re.search(r"tháng\s+(đầu|cuối)", phrase)
    name = _UNITS[unit[1]] if unit else "weekly" if phrase.endswith(" tuần") else "yearly"
    if part and re.search(r"quý", phrase):
        name = f"quarterly:{'first' if part[1] == 'đầu' else 'last'}-month"
    if not day:
        return name
    return f"{name}:{int(day[2]):02}-{int(day[1]):02}" if day[2] else f"{name}:{int(day[1]):02}"


def precision(value: str) -> Precision:
    if "/" in value:
        return "interval"
    return "quarter" if "Q" in value else ("day", "month", "year")[(10, 7, 4).index(len(value))]
