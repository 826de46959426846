"""What a web page prints above the directive that it carries: menus, a title, a table about the document.

Law databases and portals put the page's title and a table ("Số hiệu", "Nơi ban hành", "Người ký") above the
text. None of it is the directive's head. The table is kept for what the head itself does not say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import numbers, view
from extractors.issuer import BODY_HEAD
from extractors.layout import VV
from extractors.lines import ADDRESSED, DATED, NUMBERED, RULE, TITLE, TITLED, Line

_FIRST_LINES = 70
"""A head starts within this many printed lines of a page; the longest wrapper seen had 41."""
_LABELS = (
    "số hiệu|số ký hiệu|số/ký hiệu|loại văn bản|nơi ban hành|cơ quan ban hành|người ký|ngày ban hành|"
    "ngày có hiệu lực|ngày hiệu lực|ngày hết hiệu lực|hết hiệu lực|ngày công báo|ngày đăng công báo|"
    "số công báo|tình trạng hiệu lực|tình trạng|lĩnh vực|hiệu lực|áp dụng|ngày đăng|ngày cập nhật|"
    "cơ quan ban hành/ chức danh/ người ký|chức vụ|trích yếu nội dung"
)
_TABLE = re.compile(rf"^\W*(?:{_LABELS})\s{{0,3}}(?:[:|]|$)")
"""A row of the table about the document."""
_VALUE = re.compile(
    rf"(?<!\w)(?P<label>{_LABELS})\s{{0,3}}(?::\s{{0,3}}\|?|\|)\s{{0,3}}(?P<value>[^|\n]{{1,160}}?)"
    rf"(?=\s{{0,3}}(?:\||$)|\s{{1,8}}(?:{_LABELS})\s{{0,3}}[:|])",
    re.MULTILINE,
)
_MENU = re.compile(
    r"^\W*(?:trang chủ|đăng nhập|đăng ký|quên mật khẩu|từ khóa|hệ thống pháp luật|mục lục|in mục lục|"
    r"in (?:trang|văn bản|bài)|toàn văn|thuộc tính|văn bản (?:gốc|liên quan|pháp luật|mới)|lược đồ|"
    r"tải (?:về|bản|văn bản|file|xuống)|bạn đang xem|you are on page|nội dung (?:toàn văn|text|chi tiết)|"
    r"đang tải|chia sẻ|lượt xem|thông tin (?:tài liệu|văn bản)|xem (?:thêm|mẫu)|cổng thông tin|chủ đề|"
    r"để sử dụng|nếu bạn là|print|share|download|home|menu|search)(?!\w)"
)
_DAY_ALONE = re.compile(r"\W*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?:\s\d{1,2}:\d\d)?\W*$")
_STATE = re.compile(r"cộng h\S{1,3} x\S{1,2} hội|xã hội chủ nghĩa|^\W*cộng$|đảng cộng sản việt nam")
_KIND_LABEL = re.compile(r"^\W*[^\W\d]+(?: [^\W\d]+){0,3} số\s{0,3}:\s{0,6}\S{0,40}(?:\s{2}|\t|\||\W*$)")


@dataclass(frozen=True, slots=True)
class Preamble:
    """Where the directive's own head starts, and what the page's table says about it (label → value)."""

    rows: int = 0
    """Printed and blank lines above the head."""
    table: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    """The page's own title of the document, where one stands there."""


def find(rows: list[Line], text: str) -> Preamble:
    """The lines of a page above its directive; none where the text starts with the directive itself."""
    printed = [i for i, row in enumerate(rows) if not row.blank][:_FIRST_LINES]
    motto = _motto(rows, printed)
    above = [i for i in printed if i < motto] if motto is not None else printed
    tabled = [i for i in above if _TABLE.match(rows[i].low)]
    if motto is None:
        if len(tabled) < 2:
            return Preamble()
        above = [i for i in above if i <= tabled[-1]]
    foreign = [i for i in above if _is_foreign(rows[i]) and not _under_number(rows, printed, i)]
    if not foreign or (motto is not None and not _is_head(rows, motto)):
        return Preamble()
    start = next(
        (i for i in printed if i > foreign[-1] and (i == motto or motto is None or _opens(rows[i]))), None
    )
    if start is None:
        return Preamble()
    head = text[: rows[start].start]
    plain = view.plain(head)
    table: dict[str, str] = {}
    for match in _VALUE.finditer(view.folded(head)):
        table.setdefault(match["label"], view.squeeze(plain[slice(*match.span("value"))]).strip(" .;*"))
    titles = [rows[i].text.strip(" #*|") for i in foreign if _is_title(rows[i])]
    return Preamble(start, table, max(titles, key=len) if titles else None)


def _motto(rows: list[Line], printed: list[int]) -> int | None:
    """The first line that prints the national motto or the Party's title as a head does, in capitals."""
    for i in printed:
        row = rows[i]
        if _STATE.search(row.low) and len(row.low.split()) < 40:
            found = _STATE.search(view.folded(row.text))
            if found and row.text[found.start() : found.end()].isupper():
                return i
    return None


def _is_head(rows: list[Line], motto: int) -> bool:
    """Whether a number or a date stands near the motto (a form inside an article has neither)."""
    near = [r for r in rows[max(0, motto - 12) : motto + 24] if not r.blank]
    return any(
        numbers.label_at(row.text, len(row.text) - len(row.text.lstrip(" \t|-(")), len(row.text))
        or DATED.search(row.low[:300])
        or re.match(r"^\W*s[ốôỗ]\s?:?$", row.low)
        for row in near
    )


def _is_foreign(row: Line) -> bool:
    """Whether a line is the page's and not the head's."""
    words = len(row.low.split())
    if _TABLE.match(row.low) or _MENU.match(row.low) or _is_title(row):
        return True
    if not row.upper and (_DAY_ALONE.match(row.low) or TITLE.fullmatch(row.low)):
        return True  # a page's or a file's label above the head
    kept = re.match(rf"^\W{{0,6}}(?:{VV}|về việc)", row.low) or ADDRESSED.search(row.low[:120])
    return words > 18 and not row.upper and not kept and not _STATE.search(row.low)


def _is_title(row: Line) -> bool:
    """A page's title: a kind of act with a number or a year, and not a label of the head."""
    if not TITLED.match(row.low) or _KIND_LABEL.match(row.low) or RULE.match(row.low):
        return False
    named = re.search(r"\d{1,6}[a-zđ]?\s?[/-]\s?(?:\d{4}\s?/\s?)?[a-zđ]{1,8}|năm \d{4}", row.low)
    return named is not None and (not row.upper or len(row.low.split()) > 8)


def _under_number(rows: list[Line], printed: list[int], at: int) -> bool:
    """Whether a line that names an act is small print under a head's number ("Triển khai / Kế hoạch số …"): a
    line that holds the number alone stands at most three above it, and a body in capitals above that."""
    above = [rows[i] for i in printed if i < at]
    for n in range(max(1, len(above) - 3), len(above)):
        row = above[n]
        if NUMBERED.match(row.low) and not _TABLE.match(row.low) and len(row.low.split()) <= 5:
            over = above[max(0, n - 3) : n]
            between = above[n + 1 :]
            return any(r.upper and BODY_HEAD.match(r.low.lstrip(" |#")) for r in over) and not any(
                r.upper or len(r.low.split()) > 18 for r in between
            )
    return False


def _opens(row: Line) -> bool:
    return (
        row.upper
        or bool(BODY_HEAD.match(row.low.lstrip(" |#(1)")))
        or bool(NUMBERED.match(row.low))
        or bool(re.match(rf"^\W{{0,6}}{VV}", row.low))
    )
