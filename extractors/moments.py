"""The moments and spans of time that deadlines name, as patterns over folded text, and their values.

A leaf is a day, month, quarter, year, hour, season; a value is ISO 8601 ("2023-Q1" for a quarter). A day
without a year takes the year that brings it nearest after the directive's own date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from extractors.dates import iso
from extractors.model import Precision
from extractors.typed_dates import WORDED_MONTH, read_day, read_month

_S = r"[\s.]{1,80}"
_O = r"[\s.]{0,80}"  # a line's end and the indent of the next
_SEP = r"\s{0,2}[/.-]\s{0,2}"
_YEAR = r"(?:1[89]|20)\d\d"
YEAR_NUMBER = _YEAR
_DIGIT_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_NUMBER_WORDS = {word: i for i, word in enumerate((*_DIGIT_WORDS, "mười"), start=1)}
_BEHIND_TENS = {**_NUMBER_WORDS, "mốt": 1, "tư": 4, "lăm": 5}
"""What a digit is called behind a ten; "năm" there is a year ("ba mươi năm" is thirty years)."""
_ONES = r"(?:một|mốt|hai|ba|bốn|tư|lăm|năm(?=\s+ngày)|sáu|bảy|tám|chín)"
_TENS = rf"(?:(?:hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi|mười)(?: {_ONES})?"
_WORD = rf"(?:một|hai|ba) trăm(?: {_TENS})?|{_TENS}|{'|'.join(_DIGIT_WORDS)}"


def spaced(pattern: str) -> str:
    """A pattern whose blanks stand for any run of blanks, a line's end among them."""
    return pattern.replace(" ", r"\s+")


EACH = spaced(
    r"(?:h[ằà]ng|mỗi|từng) (?:năm|quý|tháng|tuần|ngày|đêm)"
    r"(?:\s*(?:,|và)\s*(?:(?:h[ằà]ng |cả )?(?:năm|quý|qúy|tháng|tuần)(?! \d)|"
    r"(?:0?[369]|sáu|chín) tháng)){0,5}"
)

_NAMED_DAY = r"(?:bầu cử|khai mạc|bế mạc|khai giảng|hội|lễ|thi)"
DAY = spaced(
    rf"(?:thời điểm )?(?:(?:ngày(?: mùng| mồng)?|mùng|mồng){_S}(?:{_NAMED_DAY} )?)?"
    rf"(?:\d{{1,2}}{_O}tháng{_O}(?:1 [0-2](?={_O}năm)|\d{{1,2}})(?:{_O},?{_O}năm{_O}{_YEAR}|"
    rf"{_SEP}{_YEAR})"
    rf"|\d{{1,2}}{_SEP}\d{{1,2}}{_SEP}{_YEAR}|\d{{1,2}} {WORDED_MONTH})(?![\d/])"
)
YEARLESS = spaced(
    rf"(?:ngày(?: mùng| mồng)?|mùng|mồng){_S}\d{{1,2}}"
    rf"(?:{_SEP}\d{{1,2}}|{_O}tháng{_O}(?:\d{{1,2}}|chạp|giêng)| tết)(?![\d/]| \d năm)"
    rf"(?: (?:của )?năm (?:sau|trước(?: liền kề)?|liền kề|tiếp theo|kế tiếp|tới|kế hoạch|"
    r"đánh giá|báo cáo|xét(?: \w+){0,2})| \(năm (?:sau|báo cáo|liền kề)\))?"
    rf"(?: âm lịch(?: \((?:tức (?:là )?)?{DAY}\)|,? tức (?:là )?{DAY})?)?"
)
BARE_DAY = rf"\d{{1,2}}{_SEP}(?:0?[1-9]|1[0-2])(?!\d|[/.,]\d|\s*%|\s?-\s?\d)"
MONTH_DAY = r"ngày \d{1,2}(?!\s*(?:[/\d-]|\.\s?\d|tháng|ngày|\())"
MONTH = spaced(
    rf"(?:(?:cuối|đầu|giữa|hết) )?(?:{WORDED_MONTH}|"
    rf"tháng{_O}\d{{1,2}}(?:{_SEP}{_YEAR})?\s*(?:-|đến|và|,)\s*(?:tháng{_O})?\d{{1,2}}(?:{_SEP}{_YEAR}|{_O},?{_O}năm{_O}{_YEAR})|tháng{_O}\d{{1,2}}(?:{_SEP}{_YEAR}"
    rf"|{_O},?{_O}năm{_O}{_YEAR}|(?: của)? năm (?:sau|liền kề|tiếp theo|kế tiếp|tới))?)(?![\d/])"
)
_ROMAN = r"(?:iv|i{1,3}|[1-4])(?!\w|\.\w)"
_QUARTERS = (
    rf"qu[ýyí] {_ROMAN}(?:{_SEP}{_YEAR})?\s*(?:,|và|-|–|đến)\s*(?:qu[ýyí] )?{_ROMAN}"
    rf"(?:{_SEP}{_YEAR}|,? năm {_YEAR})"
)
QUARTER = spaced(
    rf"(?:{_QUARTERS}|"
    rf"(?:(?:cuối|đầu|giữa|hết) )?qu[ýyí] (?:iv|i{{1,3}}|[1-4])(?!\w|\.\w)"
    rf"(?:{_SEP}{_YEAR}|,? năm {_YEAR}|(?: "
    rf"của)? năm "
    r"(?:liền kề|sau|tiếp theo|nay))?)"
)
YEAR = spaced(
    rf"(?:(?:cuối|đầu|giữa|hết) )?(?:6 tháng (?:đầu|cuối) )?năm (?:{_YEAR}|nay|sau|tiếp theo|liền kề|học "
    rf"{_YEAR}\s*-\s*{_YEAR})(?!\s*-\s*\d)"
)
LUNAR_YEAR = (
    r"(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (?:tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
)
"""A year of the lunar cycle: "Tết Nguyên đán | Ất Tỵ"."""
SEASON = spaced(
    r"(?:(?:đầu |giữa |cuối )?mùa (?:khô|mưa|lũ|bão|đông|hè|thu(?! hoạch| hái| mua)|"
    r"xuân|nắng(?: nóng)?|"
    r"cạn|rét|du lịch|lễ hội|tuyển sinh|thi(?! công| đua| đấu))(?!\w)(?: này)?"
    r"(?:\s*(?:,|và)?\s*(?:mưa|lũ|bão)(?!\w))?"
    rf"(?: {_YEAR}\s?[-–]\s?{_YEAR})?|"
    r"(?:đầu |giữa |cuối )?vụ (?:đông\s?-?\s?xuân|hè\s?-?\s?thu|thu\s?-?\s?đông|xuân\s?-?\s?hè|xuân|"
    r"hè|thu(?! hoạch| hái| mua)|mùa|đông(?! (?:bắc|nam|á)))(?!\w)|"
    r"(?:dịp )?(?:nghỉ )?hè(?= năm| \d{4}|[^\w\s]|$)|"
    rf"niên độ(?: (?:ngân sách|kế toán))?|năm học(?: {_YEAR}\s?[-–]\s?{_YEAR}| mới)?|"
    rf"tết(?: nguyên đán)?(?: {LUNAR_YEAR})?)"
    rf"(?: (?:năm )?{_YEAR}(?:\s?[-–]\s?{_YEAR})?)?"
)
WEEK = spaced(
    rf"(?:tuần (?:thứ \w+|đầu|cuối|\d)(?! của (?:đợt|kỳ|khóa|chiến))(?: (?:của )?{MONTH})?|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|tuần này)"
)
HOUR = spaced(r"\d{1,2}\s*(?:giờ|g|h)(?!\w)(?:\s*\d{2}(?!\d))?(?:\s*phút|[’'])?|\d{1,2}h\d{2}[’']?")
TIME = spaced(
    rf"(?:{HOUR})(?:\s*(?:,|-|của|hằng ngày)?\s*(?:sáng|chiều|tối|trưa)?\s*(?:(?:ngày )?thứ \w+,?\s*)?(?:,|"
    rf"-)?\s*(?:{DAY}|{YEARLESS}))?"
)
COUNT = spaced(rf"(?:\d{{1,3}}(?:,5)?|nửa|{_WORD})(?:\s*\([^()]{{1,20}}\))?")
TERM = spaced(
    rf"{COUNT} (?:(?:ngày làm việc|ngày)(?: (?:tiếp theo|kế tiếp)(?= kể từ))?|"
    r"giờ(?: làm việc)?(?!\s*,?\s*(?:\d|ngày|sáng|chiều|thứ|h[ằà]ng))|"
    r"tiếng|tháng|tuần|năm|phút)"
    r"(?!\s*(?:tuổi|lần|một lần|/))"
)
LEAF = spaced(rf"(?:{TIME}|{DAY}|{YEARLESS}|{WEEK}|{MONTH}|{QUARTER}|{YEAR}|{SEASON})")
EDGE_DAYS = spaced(
    rf"{COUNT} ngày (?:đầu(?: tiên)?|cuối(?: cùng)?) (?:của )?tháng \d{{1,2}}(?:{_SEP}{_YEAR}| năm {_YEAR})"
)
"""The first or last days of a month: "10 ngày đầu tháng 3/2024"."""
FIXED = spaced(
    rf"(?:{TIME}|{DAY}|{YEARLESS}|{MONTH_DAY}(?: (?:của )?(?:{EACH}|"
    rf"tháng (?:báo cáo|liền kề|tiếp theo|kế tiếp|\w+)(?: (?:mỗi|h[ằà]ng) quý)?))?|"
    rf"{WEEK}|{MONTH}|{QUARTER}|{YEAR}|{SEASON})"
)

_READ_DAY = re.compile(
    rf"(\d{{1,2}}){_O}(?:tháng{_O}|[/.-]\s{{0,2}})(\d{{1,2}})(?:{_O},?{_O}(?:năm{_O}|"
    rf"[/.-]\s{{0,2}})({_YEAR}))?(?!\d)"
)
_READ_MONTH = re.compile(rf"tháng{_O}(\d{{1,2}})(?:{_SEP}({_YEAR})|{_O},?{_O}năm{_O}({_YEAR}))?(?!\d)")
_READ_QUARTER = re.compile(
    rf"qu[ýyí]\s+(iv|i{{1,3}}|[1-4])(?!\w|\.\w)(?:{_SEP}({_YEAR})|,?\s+năm\s+({_YEAR}))?(.{{0,24}})"
)
_READ_QUARTERS = re.compile(
    rf"qu[ýyí]\s+(iv|i{{1,3}}|[1-4])(?:{_SEP}({_YEAR}))?\s*(?:,|và|-|–|đến)\s*(?:qu[ýyí]\s+)?(iv|i{{1,3}}|[1-4])"
    rf"(?!\w|\.\w)(?:{_SEP}|,?\s+năm\s+)({_YEAR})"
)
_CELL_MONTHS = re.compile(rf"(?:(\d{{1,2}})\s*[-–]\s*)?(\d{{1,2}}){_SEP}({_YEAR})")
_CELL_DAYS = re.compile(
    rf"(?:ngày\s+)?(\d{{1,2}})(?:{_SEP}(\d{{1,2}}))?\s*[-–]\s*(?:ngày\s+)?(\d{{1,2}}){_SEP}(\d{{1,2}}){_SEP}({_YEAR})"
)
_CELL_YEARS = re.compile(rf"(?:năm\s+)?({_YEAR})\s*[-–]\s*(?:năm\s+)?({_YEAR})")
_QUARTER_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_READ_MONTHS = re.compile(
    rf"tháng{_O}(\d{{1,2}})(?:{_SEP}{_YEAR})?(?:\s*,\s*(?:tháng\s*)?\d{{1,2}}(?![\d/])){{0,4}}\s*(?:-|đến|và|,)\s*"
    rf"(?:tháng\s*)?(\d{{1,2}})(?:(?:{_SEP}|{_O},?{_O}năm{_O})({_YEAR})|(?![\d./-]|\s*(?:năm|%)))"
)
_READ_MONTHS_OF_YEARS = re.compile(
    rf"tháng{_O}(\d{{1,2}}){_SEP}({_YEAR})\s*(?:-|đến|và|,)\s*tháng{_O}(\d{{1,2}})(?:{_SEP}|{_O},?{_O}năm{_O})({_YEAR})"
)
_READ_YEARS = re.compile(rf"năm\s+({_YEAR})\s*(?:-|–|và|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?({_YEAR})")
_READ_SCHOOL_YEAR = re.compile(rf"năm\s+học\s+({_YEAR})\s*[-–]\s*({_YEAR})")
_HALF_YEAR = re.compile(r"học\s+k[ỳì]")
_READ_YEAR = re.compile(rf"năm\s+({_YEAR})")
_READ_WORDED = re.compile(rf"(\d{{1,2}}\s+)?{WORDED_MONTH}")
_NEXT_YEAR = re.compile(
    r"năm\s+(?:sau|trước|liền\s+kề|tiếp\s+theo|kế\s+tiếp|tới|kế\s+hoạch|đánh\s+giá|báo\s+cáo|xét)"
)
_SEASONAL = re.compile(r"mùa(?!\w)|tết|năm\s+học|(?<!\w)(?:vụ|hè)(?!\w)")
_READ_HALF = re.compile(rf"(?<!\d)(0?[2-9]|sáu|ba|hai)\s+tháng\s+(đầu|cuối)\s+(?:của\s+)?năm\s+({_YEAR}|nay)")
_PARTED_MONTH = re.compile(r"(?<=tháng )(1) ([0-2])(?=\s{1,3}năm\s)")
"""A month whose digits a scan set apart: "ngày 15 tháng 1 1 năm 2024"."""
_READ_TERM = re.compile(rf"({COUNT})\s+(ngày\s+làm\s+việc|ngày|giờ|tiếng|tháng|tuần|năm|phút)")


@dataclass(frozen=True, slots=True)
class Value:
    """An ISO value with its precision; ``inferred`` where the year is the directive's, not printed."""

    iso: str | None = None
    precision: Precision | None = None
    inferred: bool = False


def _near(day: int, month: int, issued: dt.date) -> str | None:
    """The day in the directive's year, or in the next where it is long past (January, for December)."""
    value = iso(day, month, issued.year)
    if value and dt.date.fromisoformat(value) < issued - dt.timedelta(days=45):
        return iso(day, month, issued.year + 1)
    return value


_WEEK_OF = re.compile(r"tuần\s+(?:lễ\s+)?(?:thứ\s+)?[1-5]\s+(?:của\s+)?(?=tháng)")
"""The fourth week of a month: the text fixes the month, no day ("tuần 4 tháng 3/2024" is not March 4)."""
_LUNAR = re.compile(
    r"\d{1,2}\s{0,2}(?:tháng|/|-)\s{0,2}(?:\d{1,2}|giêng|chạp)(?:\s{0,2}[/-]\s{0,2}\d{4})?\s{0,2}\(?(?:âm\s+lịch|âl\b)"
)
"""A day of the moon's calendar, which is no day of the sun's: "10 tháng 3 âm lịch"."""


_LAST_DAY_OF = re.compile(r"ngày\s+cuối\s+cùng\s+(?:của\s+)?(tháng.*)", re.DOTALL)


def edge_days(text: str) -> Value:
    """The days of "10 ngày đầu tháng 3/2024": 2024-03-01/2024-03-10; none for more than its month has."""
    in_month, length = read(text[text.rfind("tháng") :], None), _READ_TERM.search(text)
    counted = length and term(length[0])
    last = last_day(in_month.iso) if in_month.iso else None
    if not counted or last is None or not 1 <= counted[0] <= last.day:
        return Value()
    first = 1 if "đầu" in text else last.day - counted[0] + 1
    end = counted[0] if "đầu" in text else last.day
    return Value(f"{in_month.iso}-{first:02}/{in_month.iso}-{end:02}", "interval")


def read(text: str, issued: dt.date | None) -> Value:
    """The value of a moment in folded text; nothing where the text fixes none."""
    edge = _LAST_DAY_OF.search(text)
    of_month = read(edge[1], issued) if edge else Value()
    if of_month.iso and of_month.precision == "month":
        closing = last_day(of_month.iso)
        return Value(closing.isoformat() if closing else None, "day", of_month.inferred)
    if _NEXT_YEAR.search(text):
        return Value()  # of whichever year's review: the text fixes none
    text = _PARTED_MONTH.sub(r"\1\2", text)
    text = _BUDGET_YEAR.sub("năm ", _WEEK_OF.sub("tuần ", _LUNAR.sub("", text)))
    match = _READ_MONTHS_OF_YEARS.search(text)
    if match and match[2] != match[4]:
        begins, ends = iso(None, int(match[1]), int(match[2])), iso(None, int(match[3]), int(match[4]))
        return Value(f"{begins}/{ends}", "interval") if begins and ends else Value()
    match = _READ_MONTHS.search(text)
    if match and 1 <= int(match[1]) < int(match[2]) <= 12 and not match[3]:
        if issued is None:
            return Value(None, "interval")
        nearest = issued.year + (int(match[2]) < issued.month - 3)
        return Value(f"{nearest}-{int(match[1]):02}/{nearest}-{int(match[2]):02}", "interval", inferred=True)
    if match and 1 <= int(match[1]) < int(match[2]) <= 12:
        year = match[3]
        return Value(f"{year}-{int(match[1]):02}/{year}-{int(match[2]):02}", "interval")
    match = _READ_DAY.search(text)
    if match:
        day, month = int(match[1]), int(match[2])
        precision: Precision = "time" if re.match(rf"\D{{0,40}}(?:{HOUR})", text) else "day"
        if match[3]:
            return Value(iso(day, month, int(match[3])), precision)
        if issued and 1 <= month <= 12:
            return Value(_near(day, month, issued), precision, inferred=True)
        return Value()
    match = _READ_WORDED.search(text)
    if match and match[1]:
        precision = "time" if re.match(rf"\D{{0,40}}(?:{HOUR})", text) else "day"
        worded_day = read_day(match[0])
        return Value(worded_day.isoformat(), precision) if worded_day else Value()
    if match:
        worded = read_month(match[0])
        return Value(iso(None, worded[1], worded[0]), "month") if worded else Value()
    match = _READ_QUARTERS.search(text)
    if match:
        first, last = (_QUARTER_NUMBERS.get(match[i]) or int(match[i]) for i in (1, 3))
        return Value(f"{match[2] or match[4]}-Q{first}/{match[4]}-Q{last}", "interval")
    match = _READ_QUARTER.search(text)
    if match:
        quarter = _QUARTER_NUMBERS.get(match[1]) or int(match[1])
        year = match[2] or match[3]
        if year:
            return Value(f"{year}-Q{quarter}", "quarter")
        if re.match(r"\s*(?:của\s+)?năm\s+(?:liền|sau|tiếp)", match[4]) or issued is None:
            return Value(None, "quarter")
        return Value(f"{issued.year}-Q{quarter}", "quarter", inferred=True)
    match = _READ_MONTH.search(text)
    if match and 1 <= int(match[1]) <= 12:
        year = match[2] or match[3]
        if year:
            return Value(iso(None, int(match[1]), int(year)), "month")
        if issued:
            late = int(match[1]) < issued.month - 3
            return Value(iso(None, int(match[1]), issued.year + late), "month", inferred=True)
        return Value(None, "month")
    match = _READ_SCHOOL_YEAR.search(text)
    if match and not _HALF_YEAR.search(text):
        return Value(f"{match[1]}/{match[2]}", "interval")
    if _SEASONAL.search(text):
        return Value()
    match = _READ_YEARS.search(text)
    if match:
        return Value(f"{match[1]}/{match[2]}", "interval")
    match = _READ_HALF.search(text)
    if match and (issued or match[3] != "nay"):
        year = str(issued.year) if issued and match[3] == "nay" else match[3]
        size = _NUMBER_WORDS.get(match[1]) or int(match[1])
        first, last = (1, size) if match[2] == "đầu" else (13 - size, 12)
        return Value(f"{year}-{first:02}/{year}-{last:02}", "interval")
    match = _READ_YEAR.search(text)
    if match:
        return Value(match[1], "year")
    if re.search(r"năm\s+nay", text) and issued:
        return Value(str(issued.year), "year", inferred=True)
    ahead = _TODAY.search(text) if issued else None
    if ahead and issued:
        then = issued + dt.timedelta(days=ahead[1] == "mai")
        timed = re.match(rf"\D{{0,40}}(?:{HOUR})", text) is not None
        return Value(then.isoformat(), "time" if timed else "day", inferred=True)
    return Value()


_BUDGET_YEAR = re.compile(r"năm\s+(?:ngân\s+sách|tài\s+chính)\s+(?=\d{4})")
_TODAY = re.compile(r"(?:(?:ngày|sáng|trưa|chiều|tối|đêm)\s+(?=nay|mai)|hôm\s+(?=nay))(nay|mai)(?!\w)")
"""The act's own day, or the next."""


def read_cell(text: str, issued: dt.date | None) -> Value:
    """The value of a table's cell that holds a time alone: "10/2021", "9-10/2021", "2021 - 2025" too."""
    months = _CELL_MONTHS.fullmatch(text)
    if months and 1 <= int(months[2]) <= 12:
        last = iso(None, int(months[2]), int(months[3]))
        if not months[1]:
            return Value(last, "month")
        return Value(f"{months[3]}-{int(months[1]):02}/{last}", "interval")
    days = _CELL_DAYS.fullmatch(text)
    if days:
        close = iso(int(days[3]), int(days[4]), int(days[5]))
        month = int(days[2] or days[4])
        begins = iso(int(days[1]), month, int(days[5]) - (month > int(days[4])))
        return Value(f"{begins}/{close}", "interval") if begins and close and begins <= close else Value()
    years = _CELL_YEARS.fullmatch(text)
    if years:
        return Value(f"{years[1]}/{years[2]}", "interval")
    if re.fullmatch(_YEAR, text):
        return Value(text, "year")
    return read(text, issued)


def term(text: str) -> tuple[int, str] | None:
    """A term's length and unit: (15, "ngày làm việc")."""
    match = _READ_TERM.search(text)
    if not match:
        return None
    digits = re.match(r"\d+(?![\d,])", match[1])
    number = int(digits[0]) if digits else _worded(match[1].partition("(")[0].split())
    if number is None:
        return None  # "nửa tháng", "2,5 ngày"
    return number, re.sub(r"\s+", " ", match[2])


def _worded(words: list[str]) -> int | None:
    """ "một trăm hai mươi" is 120, "mười lăm" 15."""
    number = 0
    for word in words:
        if word == "trăm":
            number *= 100
        elif word == "mươi":
            number += 9 * (number % 10)
        elif word in _BEHIND_TENS:
            number += _BEHIND_TENS[word]
        else:
            return None
    return number or None


def first_day(value: str) -> dt.date | None:
    """The first day that an ISO value covers, for comparing."""
    value = value.split("/")[0]
    match = re.fullmatch(r"(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?", value)
    if not match:
        return None
    month = int(match[2]) * 3 - 2 if match[2] else int(match[3] or 1)
    return dt.date(int(match[1]), month, int(match[4] or 1))


def last_day(value: str) -> dt.date | None:
    """The last day that an ISO value covers."""
    value = value.split("/")[-1]
    start = first_day(value)
    if start is None:
        return None
    if re.fullmatch(r"\d{4}", value):
        return dt.date(start.year, 12, 31)
    if "Q" in value or re.fullmatch(r"\d{4}-\d\d", value):
        month = start.month + (3 if "Q" in value else 1)
        year, month = start.year + (month - 1) // 12, (month - 1) % 12 + 1
        return dt.date(year, month, 1) - dt.timedelta(days=1)
    return start
