"""Cells: the pieces of a head's or closing's lines, however its two columns were flattened.

A head printed in two columns reaches plain text in many ways: left column then right, row by row with tabs or
blanks between, Markdown table rows, or run together on one line. Lines are cut at gaps, at table bars, and
before what only ever starts a cell (the motto, "Số:", "V/v", place and date, "Kính gửi").
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from extractors import numbers, tables, view
from extractors.model import Span

VV = r"(?:v\s?[/⁄.]\s?[vwy]|v[vw]|w\s?/\s?v|v\s?/(?=\s))(?![^\W\d_])"
""""V/v" (về việc), also as scans leave it: "V/W", "VW", "V/"."""
ENDS_WITH_ACT = re.compile(r"(?:theo|của)\s+(?:quyết định|kế hoạch|nghị quyết|chỉ thị|công văn)$")
"""An issuer named after an act, whose number the next line gives ("ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH / SỐ …")."""
GAP = re.compile(r"[ ]{3,}|[ ]*[\t|]+[ \t|]*|(?<=\s)-{4,}(?=\s|$)")
_EDGES = " \t\r\n\f\v|"
_STARTS = re.compile(
    r"(?<=\S)(?<!luật)(?<!lệnh)\s{1,2}(?=cộng\s{1,3}h\S{1,3}\s{1,3}x\S{1,2}\s|"
    r"độc lập\s{0,3}-\s{0,3}t|v\s?/\s?[vw]\b|kính gửi\s{0,3}:|"
    r"s[ốôỗ]\s{0,3}:(?=.{0,30}[/-]\s{0,3}[a-zđ])|n[ơo]i nh[ậâạa]n\s{0,2}:)"
    r"|(?<=[;:,.])\s{1,2}(?=[-+]\s\S)"
)
DATE_BLANKS = re.compile(
    r"\bngày(?:[\W\d_]{0,16}(?=tháng\s)|[\s\d.…/-]{0,60})(?:tháng[\s\d.…/-]{0,60}(?:năm[\s\d.…]{0,12})?)?"
)
"""A date line, the day and month left blank or written by hand: it is one piece however wide the blanks are,
whatever an engine made of the ink ("ngày-|“tháng")."""
_PARTY_TITLE = re.compile(r"(?<=\S)\s{1,2}(?=ĐẢNG CỘNG SẢN VIỆT NAM)")
"""The Party's title as a head prints it; in other letters the words belong to a subject."""
_UNDER_BODY = re.compile(
    rf"(?<=[{view.CAPITALS}]{{2}})\s{{1,2}}(?=Số\s{{1,3}}\d{{1,6}}\s{{0,3}}[-/]?\s{{0,3}}[A-ZĐ]{{2,4}}r?\s{{0,2}}[-/])"
)
"""A number without a colon, run together with the body above it."""
_PLACE_DATE = re.compile(
    r"(?<=\s)(?P<place>(?:TP\.?\s?|"
    r"Tp\.?\s?)?[A-ZĐÀ-Ỹ][a-zđà-ỹ]{0,7}(?:[ .-]{1,3}(?:[A-ZĐÀ-Ỹ]?[a-zđà-ỹ]{1,7}|\d{1,2}|"
    r"[A-Z]{2,4}\b)){0,5}),"
    r"\s{0,4}(?=ngày)"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line: its span, print (plain) and folded print, its row, and its place in the row."""

    start: int
    end: int
    text: str
    low: str
    row: int
    column: int
    columns: int
    """How many cells its row has."""
    gap: bool
    """A blank line stands before its row."""

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def upper(self) -> bool:
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def cells(text: str, zone: Span) -> list[Cell]:
    """The cells of a zone in reading order; empty ones left out."""
    plain, low = view.plain(text), view.folded(text)
    out: list[Cell] = []
    gap = numbered = False
    row = 0
    for start, end in view.lines(text, *zone):
        pieces, found = _split(plain, low, start, end, numbered)
        numbered = numbered or (found and not names_act(out))
        if not pieces:
            gap = True
            continue
        for column, (a, b) in enumerate(pieces):
            out.append(
                Cell(a, b, view.spelled(plain[a:b], low[a:b]), low[a:b], row, column, len(pieces), gap)
            )
        gap = False
        row += 1
    return _mended(out, plain, low)


_BROKEN = (
    (r"cộng h\S{1,3} x\S{1,2} hội chủ$", r"nghĩa việt nam"),
    (r"^đảng$", r"cộng sản việt nam$"),
    (r"^đoàn$", r"(?:tncs|thanh niên cộng sản) hồ chí minh$"),
    (r"^đoàn (?:tncs|thanh niên cộng sản)$", r"hồ chí minh$"),
    (r"^đảng cộng$", r"sản việt nam$"),
    (r"^cộng$", r"h\S{1,3} x\S{1,2} hội"),
    (r"^kính$", r"(?:gửi|gởi|trình)\s?:?"),
    (
        r"^(?:tp\.? ?)?[^\W\d_]{1,7}(?: [^\W\d_]{1,7})?$",
        r"[^\W\d_]{1,7}(?: [^\W\d_]{1,7}){0,2},? ngày[\s\d.…]{1,20}tháng",
    ),
    (r"^[^,;:\d]{2,40},\s{0,3}ngày[\s\d.…]{1,20}tháng[\s\d.…]{1,12}$", r"năm\s{0,3}\d{4}$"),
    (rf"^{VV}$", r":?\s?\w"),
    (r"cộng h\S{1,3} x\S{1,2}$", r"hội chủ nghĩa"),
    (r"cộng h\S{1,3}$", r"xã hội chủ nghĩa"),
    (r"xã hội chủ nghĩa$", r"việt nam$"),
    (r"(?:độc lập )?-? ?tự do ?-?$", r"-? ?hạnh phúc$"),
    (r"độc lập ?-?$", r"-? ?tự do"),
    (r"đảng cộng sản$", r"việt nam$"),
    (
        r"^s[ốôỗ]\s?[:.]?$",
        r"\d{0,6}\s{0,3}[a-zđ]?\s{0,3}[/-]\s{0,3}(?:(?:19|"
        r"20)\d\d)?\s{0,3}[/-]?\s{0,3}[a-zđ]{2}",
    ),
    (
        r"^s[ốôỗ]\s?[:.]?\s{0,3}\d{1,6}[a-zđ]?$",
        r"[/-]\s{0,3}(?:(?:19|"
        r"20)\d\d\s{0,3}[/-]?\s{0,3})?[a-zđ]{2}",
    ),
    (
        r"^s[ốôỗ]\s?[:.]?\s{0,3}\d{1,6}[a-zđ]?\s?(?:[/-]\s?(?:19|20)\d\d\s?)?[/-](?:\s?[a-zđ]{1,6}\s?[/-])?$",
        r"[a-zđ]{2,12}(?:\s?[/&.-]\s?[a-zđ]{1,12}){0,4}$",
    ),
    (
        r"^[^,;:\d]{2,40},\s{0,3}ngày(?:\s{0,3}\d{1,2})?$",
        r"(?:\d{1,2}\s{0,3})?tháng[\s\d.…]{1,20}năm\s{0,3}\d{4}$",
    ),
    (
        r"^[^,;:\d]{2,40},\s{0,3}ngày[\s\d.…]{1,20}tháng(?:\s{0,3}\d{1,2})?$",
        r"(?:\d{1,2}\s{0,3})?năm\s{0,3}\d{4}$",
    ),
    (r"^[^,;:\d]{2,40},\s{0,3}ngày[\s\d.…]{1,20}tháng[\s\d.…]{1,12}năm$", r"(?:19|20)\d\d$"),
    (
        r"^[^,;:\d]{2,40},$",
        r"ngày(?:[\s\d.…]{1,20}(?:tháng(?:[\s\d.…]{1,20}(?:năm(?:\s{0,3}\d{4})?)?)?)?)?$",
    ),
)
"""Formulas of a head that a narrow cell breaks over two lines: how the first line ends, the second starts."""
_MAY_BREAK = re.compile("|".join(f"(?:{first})" for first, _ in _BROKEN))
_BROKEN_AT = tuple((re.compile(a), re.compile(b)) for a, b in _BROKEN)


def _mended(found: list[Cell], plain: str, low: str) -> list[Cell]:
    """Cells with the lines of a broken formula put together; the break in their text is a blank."""
    out: list[Cell] = []
    for cell in found:
        last = out[-1] if out else None
        alone = last is not None and last.columns == cell.columns == 1 and not cell.gap
        if last is not None and alone and one_formula(last.low, cell.low) and not _name_over_date(last, cell):
            a, b = last.start, cell.end
            out[-1] = replace(
                last,
                end=b,
                text=re.sub(r"\s", " ", view.spelled(plain[a:b], low[a:b])),
                low=re.sub(r"\s", " ", low[a:b]),
            )
        else:
            out.append(cell)
    return out


def _name_over_date(first: Cell, second: Cell) -> bool:
    """Whether the end of a body's name in capitals stands over a place and date, which are one print of their
    own: "GIA SÀNG" over "Sông Công, ngày 20 tháng 5", no place that broke ("Hồ Chí / Minh, ngày …")."""
    return first.upper and not second.upper and " ngày" in second.low


def one_formula(first: str, second: str) -> bool:
    """Whether two lines are one formula of a head that a narrow cell broke."""
    if len(first) > 60 or len(second) > 60:
        return False
    before, after = view.squeeze(view.folded(first)), view.squeeze(view.folded(second))
    if not _MAY_BREAK.search(before):
        return False
    return any(a.search(before) and b.match(after) for a, b in _BROKEN_AT)


def names_act(before: list[Cell]) -> bool:
    """Whether the last cell but for motto, date and marks ends in the kind of an act that names a body."""
    for cell in reversed(before[-8:]):
        if ENDS_WITH_ACT.search(cell.low.strip(" .:")):
            return True
        if not re.search(r"cộng h|tự do|đảng cộng sản|ngày|^\W*\d*\W*$", cell.low):
            return False
    return False


def _surplus(place: str) -> int:
    """How many letters of a seeming place stand before a province's name ("… Phó Chủ tịch Hà Nội, ngày")."""
    for word in re.finditer(r"\S+", place):
        if place[word.start() :] in tables.provinces() and not re.search(
            r"(?:tp\.?|thành phố|tỉnh)\s*$", place[: word.start()]
        ):
            return word.start()
    return 0


def _split(plain: str, low: str, start: int, end: int, numbered: bool) -> tuple[list[Span], bool]:
    """The pieces of a line, and whether it holds the head's number (only the first is the head's own)."""
    found = False
    points = [start]
    for pattern, source in ((GAP, plain), (_STARTS, low), (_PARTY_TITLE, plain), (_UNDER_BODY, plain)):
        points.extend(match.end() for match in pattern.finditer(source, start, end))
    after = start
    for point in sorted(points) if not numbered else ():
        begin = view.trim(plain, point, end, _EDGES)[0]
        number = numbers.label_at(plain, begin, end)
        if number:  # the blanks left for a handwritten number are no gap
            after, found = number[1], True
            points = [p for p in points if not number[0] < p < after]
            if re.match(r"\s{1,}\S{2}", plain[after : min(end, after + 6)]):
                points.append(after)
            break
    for match in _PLACE_DATE.finditer(plain, max(start, after), end):
        if match.start() > start:
            points.append(match.start("place") + _surplus(low[match.start("place") : match.end("place")]))
    for blank in DATE_BLANKS.finditer(low, start, end):
        points = [p for p in points if not blank.start() < p < blank.end()]
    points = [*sorted({p for p in points if start <= p < end}), end]
    spans = [view.trim(plain, a, b, _EDGES) for a, b in itertools.pairwise(points)]
    return [(a, b) for a, b in spans if a < b and re.search(r"[^\s\-=~.:]", plain[a:b])], found
