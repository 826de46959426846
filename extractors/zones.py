"""Cuts a directive into head, body, closing, footnotes and appendices.

The parts are those of Nghị định 30/2020/NĐ-CP, Phụ lục I (State) and Hướng dẫn 36-HD/VPTW (Party): the
head ends with the title and its summary, or with the addressees; the closing starts at "Nơi nhận" or at
the signature's authority; what follows the closing under a head of its own is an appendix.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors import view
from extractors.body_phrases import phrases
from extractors.issuer import BODY_HEAD
from extractors.layout import VV
from extractors.model import Span

_HEAD_LINES = 70
"""A head is looked for in this many printed lines; the longest read so far took 38."""
_CLOSING_LINES = 90
"""A closing ends by this many printed lines; long lists of recipients take about 60."""

_LEFT = r"[\s|>.,:;'\"“”()\[\]+=~-]{0,12}"
_TITLES = (
    "chương trình hành động|chương trình công tác|chương trình phối hợp|nghị quyết liên tịch|"
    "kết luận thanh tra|thông tư liên tịch|quy chế phối hợp|văn bản hợp nhất|giấy giới thiệu|"
    "bản thỏa thuận|giấy nghỉ phép|giấy ủy quyền|chương trình|phiếu chuyển|bản ghi nhớ|lời kêu gọi|"
    "nghị quyết|quyết định|công điện|hướng dẫn|nghị định|phiếu báo|phiếu gửi|pháp lệnh|phương án|"
    "quy trình|thông báo|thông cáo|thông tri|biên bản|công văn|giấy mời|hợp đồng|kế hoạch|kết luận|"
    "quy định|sắc lệnh|thông tư|tuyên bố|tờ trình|báo cáo|bộ luật|chỉ thị|nội quy|quy chế|thư mời|"
    "điều lệ|thể lệ|dự án|đề án|luật|lệnh"
)
"""Kinds of acts as titles print them, longest first."""
TITLE = re.compile(rf"^{_LEFT}((?:{_TITLES}))(?:{_LEFT}$|\s+(của|số)\b|\s{{3,}}|\s+liên tịch{_LEFT}$)")
"""A line that holds the kind of act alone (folded text)."""
TITLED = re.compile(rf"^{_LEFT}((?:{_TITLES}))\b")
"""A line that starts with a kind of act; a title if it is in capitals."""
ADDRESSED = re.compile(r"\bkính\s{0,3}(?:gửi|gởi|trình)(?![\w])|^[^.;\n]{4,90}\sđiện\s{0,2}:")
NUMBERED = re.compile(
    r"^\W{0,12}[s8§][ốôồổỗộóòỏõo06]\s{0,4}[:.*]?(?=[\s\d:./_*-])(?=.{0,60}?[/-]\s{0,3}[a-zđ])"
)
DATED = re.compile(r"\bngày[\s\d.…/-]{0,60}tháng[\s\d.…/-]{0,60}năm|,\s{0,3}tháng[\s\d.…]{1,12}năm")
MOTTO = re.compile(
    r"^đoàn (?:tncs|thanh niên cộng sản) hồ chí minh$|cộng h\S{1,3} x\S{1,2} |xã hội chủ nghĩa việt|chủ "
    r"nghĩa việt nam|"
    r"hủ nghĩa việt nam|độc lập.{0,4}tự do|tự do.{0,4}hạnh phúc|độc lập\s{0,3}-|đảng cộng sản việt nam"
)
"""The motto and its like, also as scans leave them."""
RECIPIENTS = re.compile(rf"^{_LEFT}nơi (?:nhận|gửi)(?!\s+(?:hồ sơ|đơn|thông tin|kết quả|và|các))")
_BODY = re.compile(
    rf"^{_LEFT}(?:căn cứ|thực hiện|theo|để|xét|thi hành|nhằm|trong|qua|ngày|năm|điều \d|chương [ivx\d]|phần |"
    r"mục |[ivx]{1,4}\s{0,2}[./-]|\d{1,2}\s{0,2}[./)-]|tiếp theo|vừa qua|hiện nay|sau khi|triển khai|"
    r"nhân dịp|phúc đáp|trả lời|được sự|liên quan)"
)
_PART = re.compile(rf"^{_LEFT}(?:chương|phần|mục|điều)\s")
AUTHORITY = re.compile(
    r"(?:^|(?<=[\s|]))(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T/UQ|TM|KT|TL|TUQ|Q|TUN)(?:\s?[./]\s{0,3}|\s{1,3})"
    r"(?=[^\W\d_])"
)
"""What stands before the office of one who signs for others: T/M, K/T (Party), TM., KT., TL. (State)."""
_OFFICES = (
    "chủ tịch|phó chủ tịch|bí thư|phó bí thư|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|giám đốc|"
    "phó giám đốc|cục trưởng|phó cục trưởng|tổng cục trưởng|vụ trưởng|chi cục trưởng|chánh văn phòng|"
    "phó chánh văn phòng|"
    "trưởng ban|phó trưởng ban|trưởng phòng|phó trưởng phòng|chủ nhiệm|phó chủ nhiệm|hiệu trưởng|"
    "phó hiệu trưởng|viện trưởng|tổng giám đốc|phó tổng giám đốc|tổng bí thư|thường trực|chánh án|thống đốc|"
    "phó thống đốc|tổng thanh tra|tổng kiểm toán|chủ tịch nước|chánh thanh tra|chỉ huy trưởng|ủy viên|"
    "phó viện trưởng|phó tổng cục trưởng|phó vụ trưởng|trưởng đoàn|tư lệnh|chính ủy|phó chi cục trưởng|"
    "đội trưởng|trạm trưởng|tổng biên tập|trưởng công an|kế toán trưởng|người ký"
)
OFFICE = re.compile(rf"(?:{_OFFICES})\b")
_APPENDIX = re.compile(
    rf"^{_LEFT}(?:phụ lục(?:\s{{1,3}}(?:[ivx]{{1,5}}|\d{{1,3}}|[a-z]|số \S{{1,6}}))?{_LEFT}(?:$|:)|"
    r"phụ lục\b.{0,80}$|(?:ban hành )?(?:kèm )?theo (?:quyết định|công văn|kế hoạch|thông tư|nghị|hướng dẫn|"
    r"chỉ thị|tờ trình|báo cáo|văn bản)|"
    r"(?:biểu )?mẫu (?:số )?\d|biểu (?:số )?\d|danh mục\b|danh sách\b)"
)
_OWN_HEAD = re.compile(rf"^{_LEFT}(?:cộng h[oòa]{{2,3}} xã hội|đảng cộng sản việt nam)")
BODY_LINE = re.compile(
    r"^(?:ủy.ban|ubnd|hội đồng|bộ|sở|cục|tổng cục|ban|trường|viện|văn phòng|thành ủy|tỉnh ủy|huyện ủy|đảng)\s"
)
_FOOTNOTE = re.compile(r"^\s{0,20}(?:\[\d{1,3}\]|\(?[�¹²³⁴-⁹⁰]{1,3}\)?)(?=\s|\w|[-“])")
_MARKED = re.compile(r"^\s{0,20}\(\d{1,2}\)\s")
_RULE = re.compile(r"^\s*[-=_]{5,}\s*$")


@dataclass(frozen=True, slots=True)
class Zones:
    """Spans of the parts of a text, in order; empty spans are ``(x, x)``.

    ``head`` runs through the title's summary or the addressees, ``closing`` holds recipients and signatures;
    ``closing`` is empty at the end of the body where there is none.
    """

    head: Span
    body: Span
    closing: Span
    footnotes: tuple[Span, ...] = ()
    appendices: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    text: str
    """As printed, Markdown blanked."""
    low: str
    """Folded (see `view.folded`), blanks at the ends stripped."""

    @property
    def blank(self) -> bool:
        return not self.low.strip(" \t|-")

    @property
    def upper(self) -> bool:
        """Most of its letters are capitals."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.8 * len(letters)


def read_lines(text: str) -> list[Line]:
    """Every line of a text with its span, plain and folded."""
    plain, low = view.plain(text), view.folded(text)
    return [Line(a, b, plain[a:b], low[a:b].strip()) for a, b in view.lines(text)]


def cut(text: str) -> Zones:
    """Finds the parts of a directive; a text without a head or closing is all body."""
    rows = read_lines(text)
    if not rows:
        return Zones((0, 0), (0, 0), (0, 0))
    first = _body_row(rows)
    begin, finish = _closing_rows(rows, first)
    at = [row.start for row in rows] + [len(text)]
    footnotes, appendices = _rest(rows, begin, finish, len(text))
    notes = _notes_within(rows, first, begin)
    return Zones(
        head=(0, at[first]),
        body=(at[first], at[begin]),
        closing=(at[begin], at[finish]),
        footnotes=tuple(sorted(notes + footnotes)),
        appendices=tuple(appendices),
    )


def _body_row(rows: list[Line]) -> int:
    """The row where the body starts: after the addressees, else the title's summary, else the number."""
    printed = [i for i, row in enumerate(rows) if not row.blank][:_HEAD_LINES]
    seen = {"title": -1, "number": -1, "date": -1, "motto": -1}
    for n, i in enumerate(printed):
        row = rows[i]
        if (
            ADDRESSED.search(row.low)
            and row.low.find("kính") < 60 + len(row.low) // 2
            and not row.low.endswith("điện tử:")
        ):
            return _after_addressees(rows, i)
        if NUMBERED.match(row.low):
            seen["number"] = i
        if MOTTO.search(row.low[:400]) and len(row.low.split()) < 26 and not _BODY.match(row.low):
            seen["motto"] = i
        opens = bool(_BODY.match(row.low)) and not row.low.lstrip().startswith("ngày")
        if opens and seen["title"] >= 0 and i > seen["title"] + 1:
            break
        if row.low.startswith("căn cứ") and 0 <= seen["number"] < i - 1 and _starts_sentence(row):
            break
        lone = row.low.startswith("ngày") and len(row.low.split()) <= 8
        dated = DATED.search(row.low[:400]) and len(row.low.split()) < 25 and not opens
        if seen["date"] < 0 and dated and (lone or not row.low.startswith("ngày")):
            seen["date"] = i
        alone = TITLE.match(row.low[:200])
        named = alone and (row.upper or (n < 12 if not alone[2] else n == 0))
        if seen["title"] < 0 and (named or (row.upper and TITLED.match(row.low))):
            seen["title"] = i
        if len(row.low.split()) > 45:
            break
    last = max(seen.values())
    if last < 0 or (last == seen["title"] == (printed or [0])[0] and page_title(rows[last].text)):
        return _after_page_title(rows, printed)
    if seen["title"] >= 0 and seen["title"] >= seen["number"] - 3:
        return _after_summary(rows, max(last, seen["title"]))
    return _after_number(rows, last)


def page_title(printed: str) -> bool:
    """Whether a line is a web page's title: a kind of act and its subject or issuer, not in capitals."""
    line = printed.strip(" \t#*")
    match = TITLED.match(view.folded(line))
    if match is None or not line[:1].isupper() or line.isupper():
        return False
    rest = view.folded(line)[match.end() :]
    return 2 <= len(rest.split()) <= 40 and rest[-1] not in ".;:,!?" and not _NO_TITLE.match(rest)


_NO_TITLE = re.compile(r"\s+(?:số\b|này\b|trên\b|\d|liên tịch số)")
_DAY_LINE = re.compile(r"^\W*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d\W*$")


def _after_page_title(rows: list[Line], printed: list[int]) -> int:
    """The row behind a page's title and the date on a line of its own; 0 where the text has no such title."""
    if len(printed) < 3 or not page_title(rows[printed[0]].text):
        return 0
    last = printed[1] if _DAY_LINE.match(rows[printed[1]].low) else printed[0]
    return last + 1


def _after_addressees(rows: list[Line], start: int) -> int:
    """The row after the addressees: after the last item (a bullet, a wrapped line, a line of its own)."""
    gap = False
    last = rows[start].low
    awaited = bool(re.search(r"(?:kính\s{0,3}\w+|điện)\s*:?\W*$", last))
    for i in range(start + 1, min(len(rows), start + 60)):
        row = rows[i]
        if row.blank:
            gap = True
            continue
        words = len(row.low.split())
        short = words <= 14
        if re.match(r"^[\s|]*[-+•·–▪○]\s*\S", row.text) and not re.match(r"^[\s|-]*căn cứ", row.low):
            awaited = False
        elif NUMBERED.match(row.low) or _is_subject(row) or (_dates_place(row) and short):
            gap = False  # a right column read after the left one
            continue
        elif awaited and not (_BODY.match(row.low) and words > 20):
            awaited = False
        elif (
            (_BODY.match(row.low) and _starts_sentence(row))
            or (last.rstrip(' |"').endswith((".", ":")) and not row.low.startswith("("))
            or (gap and not (short and row.low.endswith((";", ".", ","))) and not row.low.startswith("("))
            or (_starts_sentence(row) and words > 22)
            or (gap and _ORDERS.search(row.low) and row.low.endswith((".", ":", "./.")))
        ):
            return i
        gap, last = False, row.low
    return min(len(rows), start + 60)


_ORDERS = re.compile(
    r"^[^,;:]{4,90}\s(?:yêu cầu|đề nghị|thông báo|trân trọng|nhận được|có ý kiến|kính đề nghị|kính trình|kính mời|"
    r"báo cáo|xin ý kiến|gửi|chuyển)\s\S"
)


def _dates_place(row: Line) -> bool:
    return bool(re.match(r"[^,;]{0,40},\s{0,4}ngày[\s\d.…]", row.low))


def _is_subject(row: Line) -> bool:
    return bool(re.match(rf"^\W{{0,6}}{VV}", row.low))


def _after_summary(rows: list[Line], title: int) -> int:
    """A summary is a run of printed lines after the title; a body's first line ends it."""
    printed = int(bool(re.search(r"\s(?:về|quy định|ban hành)\s", rows[title].low)))
    for i in range(title + 1, min(len(rows), title + 30)):
        row = rows[i]
        if row.blank:
            if printed:
                return i
            continue
        if (
            printed
            and _BODY.match(row.low)
            and _starts_sentence(row)
            and (len(row.low) > 45 or not row.upper or _PART.match(row.low))
        ):
            return i
        if printed and _enacts(rows, i):
            return i
        if printed and row.upper and not rows[title + 1].upper:
            return i  # the issuing body in capitals opens the body
        if _RULE.match(row.low) or (printed and not re.sub(r"[-=\s.&]", "", row.low)):
            return i + 1
        printed += 1
        if len(row.low.split()) > 60:
            return i
    return min(len(rows), title + 1)


def _enacts(rows: list[Line], at: int) -> bool:
    """The enacting body's line in capitals between a title and the recitals ("ỦY BAN NHÂN DÂN TỈNH X")."""
    row = rows[at]
    if not row.upper or not (BODY_HEAD.match(row.low) or OFFICE.match(row.low)):
        return False
    before = next((r.low for r in reversed(rows[:at]) if not r.blank), "")
    if re.search(r"(?:\b(?:của|và|các|thuộc|cho|về|do|tại|với|giữa|trực thuộc)|[,-])$", before):
        return False
    after = next((r for r in rows[at + 1 : at + 6] if not r.blank), None)
    return after is not None and bool(re.match(rf"{_LEFT}(?:căn cứ|xét|theo)\b", after.low))


def _starts_sentence(row: Line) -> bool:
    """A line in capitals or that starts with one; a summary that goes on does not, a paragraph does."""
    first = next((c for c in row.text if c.isalnum()), "")
    return first.isupper() or first.isdigit()


def _after_number(rows: list[Line], last: int) -> int:
    """Below the number: lines of the left column (subject, date), until a paragraph starts. Where recitals
    follow, all before them is the summary of a title that a scan lost."""
    for i in range(last + 1, min(len(rows), last + 9)):
        if rows[i].low.startswith("căn cứ") and _starts_sentence(rows[i]) and i > last + 1:
            return i
        if len(rows[i].low.split()) > 24 or rows[i].low.rstrip().endswith((".", ";")):
            break
    for i in range(last + 1, min(len(rows), last + 25)):
        row = rows[i]
        if row.blank:
            continue
        if len(row.low.split()) > 16 or _BODY.match(row.low):
            return i
    return last + 1


def _closing_rows(rows: list[Line], first: int) -> tuple[int, int]:
    """``(begin, end)`` of the closing; both are the end of the body where there is none."""
    begin = -1
    limit = len(rows)
    for i in range(first, len(rows)):
        row = rows[i]
        if _APPENDIX.match(row.low) and row.upper and i > first + 5:
            limit = min(limit, i)
        if RECIPIENTS.match(row.low) or (len(row.low) < 300 and _signature(row) and _near_name(rows, i)):
            begin = i
            break
        if _mixed_signature(rows, i):
            begin = i
            break
    if begin < 0:
        return (limit, limit) if limit < len(rows) else (len(rows), len(rows))
    if limit < begin:
        # an appendix stands before any closing: what signs it does not sign the document
        return limit, limit
    return begin, _closing_end(rows, begin)


def _signature(row: Line) -> bool:
    authority = AUTHORITY.search(row.text)
    if authority:
        rest = row.text[authority.end() :]
        letters = [c for c in rest[:14] if c.isalpha()]
        capital = bool(letters) and sum(c.isupper() for c in letters) >= 0.7 * len(letters)
        alone = len(row.low.split()) < 9 and row.text[: authority.start()].strip() == ""
        return capital or (alone and bool(re.search(r"[./]", authority[0])))
    return row.upper and bool(OFFICE.match(row.low.strip(" \t|."))) and len(row.low.split()) < 8


@cache
def surnames() -> frozenset[str]:
    """Vietnamese surnames, folded."""
    return frozenset(word for line in phrases("surnames.txt") for word in line.split())


def _mixed_signature(rows: list[Line], at: int) -> bool:
    """An office in small letters over a person's name, alone at the text's end ("Hiệu trưởng / Lê Văn An")."""
    row = rows[at]
    if not OFFICE.match(row.low) or len(row.low.split()) > 9 or row.low[-1] in ".;:,":
        return False
    if not row.text.strip()[:1].isupper():
        return False
    after = [r for r in rows[at + 1 : at + 14] if not r.blank and not re.match(r"^\W*\(?đã ký", r.low)]
    if not 1 <= len(after) <= 3 or len(rows) > at + 14:
        return False
    name = after[0].text.strip()
    return _looks_like_name(name) and view.folded(name.split()[0]) in surnames()


def _near_name(rows: list[Line], at: int) -> bool:
    """Within a few lines of a signature's first line a person's name, or the end of the text, follows."""
    words = 0
    for row in rows[at + 1 : at + 25]:
        if row.blank:
            continue
        if RECIPIENTS.match(row.low) or AUTHORITY.search(row.text):
            return True
        parts = [part for part in re.split(r"\s{3,}|\t|\|", row.text.strip()) if part]
        if any(_looks_like_name(part) for part in parts):
            return True
        words += len(row.low.split())
        if words > 60:
            return False
    return False


def _looks_like_name(text: str) -> bool:
    words = text.strip(" .,").split()
    return 2 <= len(words) <= 5 and all(w[0].isupper() and w.isalpha() for w in words) and not text.isupper()


def _closing_end(rows: list[Line], begin: int) -> int:
    printed = 0
    quiet = 0
    signed = False
    for i in range(begin, len(rows)):
        row = rows[i]
        if row.blank:
            quiet += 1
            continue
        printed += 1
        if i > begin + 1 and _OWN_HEAD.match(row.low):
            return _own_head_start(rows, begin, i)
        if i > begin + 1 and (
            _FOOTNOTE.match(row.text)
            or (signed and _MARKED.match(row.text))
            or _APPENDIX.match(row.low)
            or (TITLE.match(row.low) and row.upper and signed)
            or _RULE.match(row.low)
            or len(row.low.split()) > 60
            or printed > _CLOSING_LINES
        ):
            return i
        signed = signed or (
            _looks_like_name(row.text) or any(map(_looks_like_name, re.split(r"\s{3,}|\t|\|", row.text)))
        )
        if signed and row.upper and len(row.low.split()) > 2 and not _signature(row) and quiet > 3:
            return i
        quiet = 0
    return len(rows)


def _own_head_start(rows: list[Line], begin: int, motto: int) -> int:
    """The row where the head of a further document starts whose motto stands at ``motto``: its issuer, in
    capitals, stands above."""
    start = motto
    for i in range(motto - 1, begin + 1, -1):
        row = rows[i]
        if row.blank:
            continue
        if not row.upper or _signature(row):
            break
        start = i
    return start if any(BODY_LINE.match(row.low) for row in rows[start:motto]) else motto


def _rest(rows: list[Line], begin: int, finish: int, size: int) -> tuple[list[Span], list[Span]]:
    """Footnotes and appendices behind the closing."""
    footnotes: list[Span] = []
    appendices: list[Span] = []
    current: tuple[str, int] | None = None

    def close(end: int) -> None:
        if current:
            (footnotes if current[0] == "note" else appendices).append((current[1], end))

    for i in range(finish, len(rows)):
        row = rows[i]
        if row.blank:
            continue
        marked = begin < finish and (current is None or current[0] == "note") and _MARKED.match(row.text)
        note = _FOOTNOTE.match(row.text) or marked
        titled = _APPENDIX.match(row.low) and (row.upper or re.match(rf"^{_LEFT}phụ lục", row.low))
        opens = titled or _OWN_HEAD.match(row.low)
        if note:
            close(row.start)
            current = ("note", row.start)
        elif current is None or (opens and (current[0] == "note" or row.start - current[1] > 400)):
            close(row.start)
            current = ("appendix", row.start)
    close(size)
    return footnotes, appendices


def _notes_within(rows: list[Line], first: int, last: int) -> list[Span]:
    """Footnotes at the feet of the body's pages: from the mark to the next mark, blank line or page end."""
    notes: list[Span] = []
    start = -1
    for i in range(first, last):
        row = rows[i]
        if _FOOTNOTE.match(row.text):
            if start >= 0:
                notes.append((rows[start].start, rows[i - 1].end))
            start = i
        elif start >= 0 and row.blank:
            notes.append((rows[start].start, rows[i - 1].end))
            start = -1
    if start >= 0:
        notes.append((rows[start].start, rows[last - 1].end))
    return notes
