"""Place and date of a directive, at the precision that it prints (days and months are often left blank)."""

from __future__ import annotations

import re

from extractors import dates, view
from extractors.layout import Cell
from extractors.model import Issued, Precision

_FILL = r"[\s.…:;,_/|“”‘’'\"*!-]{0,40}"
_HOUR = r"(?:(?:hồi|lúc)[\s\d.…]{1,16}(?:giờ|h)[\s\d.…]{0,12}(?:phút)?\s{0,3},?\s{1,4})?"
"""A telegram tells the hour before the day."""
LINE = re.compile(
    rf"(?:(?P<place>[^,;:!?()\d\s][^,;:!?()]{{1,50}}?)\s{{0,3}}[,.;]?\s{{1,4}}|(?:^|"
    rf"(?<=\s))){_HOUR}ng[àaáảạ]y(?P<rest>{_FILL}(?:\d{{1,2}}{_FILL})?"
    rf"(?:th[aáàảãạăắâấ]ng|[/.-]){_FILL}(?:\d{{1,2}})?{_FILL}(?:n[ăaâáãắ]m|[/.-]){_FILL}(?P<year>(?:1[89]|20)\d\d)?)"
)
_MONTH_LINE = re.compile(
    r"^(?P<place>[^,;:!?()\d]{2,50}),\s{0,4}tháng[\s.…]{0,12}(?P<month>\d{1,2})\s{0,3}(?:năm|"
    r"[/-])\s{0,3}(?P<year>(?:1[89]|20)\d\d)$"
)


_NO_PLACE = re.compile(
    r"căn cứ|theo|quyết định|kế hoạch|nghị|luật|hành kèm|thông|(?<!\w)(?:kết luận|công văn|hướng dẫn|chỉ thị|"
    r"đính chính|cuộc họp|phiên họp|buổi|tại|của|về)(?!\w)"
)
"""Words of an act's name or of a meeting, whose day is not the directive's."""
_HOUR_FIRST = re.compile(r"(?:hồi|lúc)\s")
_DAMAGED = re.compile(
    r"^(?P<place>[^\W\d_][^,;:!?()\d]{1,40}?)\s{0,2}[,.]\s{0,3}ng[àaáảạ]y(?!\s{1,3}(?:càng|nay|ký|họp|"
    r"làm))[^,;:()]{0,40}?"
    r"(?:n[ăaãâáấ]m\s{0,3}(?P<year>20\d\d)?\W{0,3})?$"
)
"""A date line of which a scan left only the place, "ngày" and perhaps the year."""


def issued(cells: list[Cell]) -> Issued | None:
    """Place and date from the first cell of a head that gives them."""
    for cell in cells:
        found = read(cell)
        if found:
            return found
    return None


def is_date_line(cell: Cell) -> bool:
    return read(cell) is not None


def read(cell: Cell) -> Issued | None:
    """A cell's place and date; None where it is no such line."""
    if len(cell.low.split()) > 22:
        return None
    match = LINE.search(cell.low)
    if match is None:
        damaged = _DAMAGED.match(cell.low)
        if damaged and len(cell.low.split()) <= 11:
            year = damaged["year"]
            date, precision = value_of(cell.low[damaged.end("place") :], year)
            place = _place(cell.text[: damaged.end("place")])
            return Issued(date=date, precision=precision, place=place, span=cell.span)
        month = _MONTH_LINE.match(cell.low.strip(" .,"))
        if month is None:
            return None
        value = dates.iso(None, int(month["month"]), int(month["year"]))
        return Issued(
            date=value,
            precision="month" if value else None,
            place=_place(cell.text[: month.end("place")]),
            span=cell.span,
        )
    before = cell.low[: match.start("place") if match["place"] else match.start()].strip()
    if before:
        return None
    after = cell.low[match.end() :].strip(" .,;)/-")
    if len(after.split()) > 2:
        return None
    if not match["place"] and not re.search(r"th.ng", match["rest"]):
        return None
    date, precision = value_of(match["rest"], match["year"])
    place = _place(cell.text[match.start("place") : match.end("place")]) if match["place"] else None
    if place is not None and _HOUR_FIRST.match(view.folded(place)):
        place = None  # "hồi 15 giờ 30 ngày 08/9/2023"
    if place is not None and (_NO_PLACE.search(view.folded(place)) or len(place.split()) > 8):
        return None
    return Issued(date=date, precision=precision, place=place, span=cell.span)


def value_of(rest: str, year: str | None) -> tuple[str | None, Precision | None]:
    """The date that "… 14 tháng 10 năm 2022" says, at the precision that is printed."""
    day = dates.DAY.search(re.sub(r"[ \t]{2,}", " ", rest.strip(" .…:;,_/-")))  # filled in by hand
    if day:
        value = dates.day_of(day)
        return value, "day" if value else None
    if not year:
        return None, None
    month = re.search(r"th[aáàảãạăắâấ]ng[\s.…]{0,40}(\d{1,2})(?![^\s.…,/-])", rest) or re.search(
        r"[/.-][\s.…]{0,40}(\d{1,2})[\s.…]{0,40}[/.-]", rest
    )
    if month:
        value = dates.iso(None, int(month[1]), int(year))
        return (value, "month") if value else (year, "year")
    return year, "year"


def _place(text: str) -> str | None:
    words = text.strip(" .,;-|\t").split()
    while words and words[0].isupper() and len(words[0]) > 3 and any(w[1:].islower() for w in words):
        words.pop(0)  # the end of an issuer in capitals, run together with the place
    place = " ".join(words)
    return place or None
