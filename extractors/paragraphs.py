"""Joins printed lines into paragraphs: a sentence that the page broke is one again, a new clause is new.

Text comes one paragraph a line (Word, HTML), or with the lines of the page (OCR, PDF), page numbers and page
breaks in between. The width of the page's lines tells which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import markers, view
from extractors.lexicon import classes
from extractors.model import Span

_PAGE_NUMBER = re.compile(r"^[\s|]*(?:-\s*)?(?:trang\s*|page\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?(?:\s*-)?\s*$")
_FILE_MARK = re.compile(
    r"^[\s|]*[^\s|]{1,60}\.(?:docx?|rtf|wpd|odt|pdf|xlsx?)\b[\s,|-]*(?:trang\s*)?\d{0,3}\s*$"
)
"""A page's foot that names the file: "18.CTR31.DOC 9"."""
_MIDDLE = " " * 15
"""Before a page number in the middle of its line; a number that a sentence needs stands at the margin."""
_PAGE_MARK = re.compile(
    r"^\s*(?:[-=*_#<\[]{1,12}\s*)(?:page\s+break|(?:page|trang)\s*[:#]?\s*\d{1,4})\s*(?:[-=*_#>\]]{1,12}\s*)?$"
)
"""What programs print between the pages of a scan: "--- PAGE BREAK ---", "=== Page 2 ==="."""
_NUMBER_ALONE = re.compile(r"^\s*[IVX]{1,5}\s*[.)/-]\s*$")
"""A Roman number on a line of its own belongs to the heading below it."""
_DECIMAL_ALONE = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}\.|[a-zđ]\))\s*$")
"""So do "2.7." and "a)" to the sentence below them."""
_RULE = re.compile(r"^[\s|_=*.~-]*$")
_OPEN_END = re.compile(
    r"(?:[,(/-]|\b(?:và|của|các|về|cho|với|theo|tại|trong|từ|đến|là|do|để|những|hoặc|số|ngày|tháng|năm|thuộc|trên|việc|được|bằng|có|không|đối))\s*$"
)
_WHOLE_END = re.compile(
    r"(?<!\w)(?:chứng\s+từ|điện\s+từ|lý\s+do|tự\s+do|(?:chỉ|thông|đổi|tham)\s+số|h[ằà]ng\s+(?:ngày|tháng|năm)|"
    r"(?:công|làm|giúp)\s+việc|(?:công|cân)\s+bằng|(?:tuyệt|cân)\s+đối)\s*$"
)
"""Words of two syllables whose last one alone would want more: "3. Về mức ăn và chứng từ"."""
_LONGEST_TITLE = 60
"""Letters of a title on one line; a printed page's full line has 70 to 90."""


def _ends_whole(line: str) -> bool:
    """Whether a short line, a title, ends in a whole word; a full one may go on behind it."""
    words = re.sub(r"^[\W\d]+", "", line.lower()).split()
    table = classes("bearers.tsv")
    body = table["head"].match(words, 0) or table["det"].match(words, 0)  # "Các sở gửi báo cáo hằng năm | …"
    return len(line.strip()) <= _LONGEST_TITLE and not body and _WHOLE_END.search(line.lower()) is not None


_TITLE = re.compile(
    r"(?:về|công\s+tác|đối\s+với|kết\s+quả|nhiệm\s+vụ|phương\s+hướng|chế\s+độ)\s[^.;:\n]{2,90}(?<!\w)(?:năm|việc)\s*$"
)
"""A title that ends in a noun which in mid-sentence wants more ("3. Về tổng kết năm")."""
_WANTS_NUMBER = re.compile(
    r"(?:(?:^|[,(/]|\b(?:và|hoặc|tại|theo|của|với|các|ở|trong|những|từ|đến|cả))\s*(?:điều|khoản|điểm|mục|tiết|chương|phụ\s+lục|"
    r"biểu|mẫu|quý|khóa)|\d[a-zđ]?,?\s+(?:điều|khoản|điểm|mục)|(?<!một)(?<!chỉ)(?<!dân)(?<!hồ)(?<!tổng)\s+số|\bngày|\btháng|\bnăm)\s*$"
)
"""A line that ends so has its number on the next one, whatever mark stands behind it."""
_WANTS_PLACE = re.compile(
    r"\b(?:và|của|về|với|theo|tại|trong|từ|đến|vào|các|hoặc|(?:khoản|điều)\s+\d{1,3}[a-zđ]?|điểm\s+[a-zđ]\d?|mục\s+[ivx\d]+),?$"
)
"""A line that ends so goes on with "Điều 14" or "Mục II" on the next one."""
_INLINE_ITEM = re.compile(r"[^\s\n][;,:.][ \t]+\((?:i{1,3}|iv|vi{0,3}|[2-9]|[a-e])\)[ \t\n]")
_MEASURE = re.compile(
    r"\d{1,2}[.,]\d{1,2}\s+(?:triệu|tỷ|nghìn|ngàn|lần|ha|km|m2|m3|tấn|điểm|năm|tháng|ngày|giờ|người|hộ|%)"
)
_DECISION = re.compile(
    r"^\W*(?:quyết\s+định|quyết\s+nghị|nghị\s+quyết|chỉ\s+thị|yêu\s+cầu|kết\s+luận)\s*[:.]?\s*$"
)


_OPEN_CELL = re.compile(
    r"[|\t][^|\t]*(?:trước|sau|ngày|đến|tháng|năm|quý|kết\s+thúc|chậm\s+nhất|trong|hằng)\s*$"
)
"""A row's last cell that the line's end broke: "… | Trước ⏎ 10/02/2026"."""
_LONGEST_CELL = 6
_CAPITALLESS = re.compile(r"(?:ủy ban|ủy viên|ủy quyền|ở các|ưu tiên|ứng dụng)(?!\w)")
"""Words that begin a sentence in small letters in old Word files: TCVN3's fonts have no capital Ủ, Ở, Ứ."""


@dataclass(slots=True)
class Paragraph:
    span: Span
    marker: markers.Marker | None
    cells: bool = False
    """A table's row: cells parted by tabs or bars."""


def _width(lines: list[str]) -> int:
    """The width that lines were broken at, in characters; 0 where lines are paragraphs: few of those that are
    about as long as the longest end in mid-sentence."""
    long = sorted(len(line) for line in lines if len(line) > 30)
    if len(long) < 4:
        return 0
    high = long[int(len(long) * 0.9)]
    full = [line for line in lines if len(line) >= 0.8 * high]
    broken = sum(not line.endswith((".", ";", ":")) for line in full)
    return high if high <= 150 and len(full) >= 0.35 * len(long) and broken >= 0.4 * len(full) else 0


def read(plain: str, low: str, region: Span, skip: tuple[Span, ...] = ()) -> list[Paragraph]:
    """Paragraphs of a region of the text, leaving out ``skip`` (footnotes), page numbers and rules."""
    rows = [row for row in view.lines(plain, *region) if not any(a <= row[0] < b for a, b in skip)]
    width = _width([plain[a:b].strip() for a, b in rows])
    rows = _numbers_joined(plain, rows)
    out: list[Paragraph] = []
    gap = False
    previous = (0, 0)
    for start, end in rows:
        line = low[start:end]
        if not line.strip() or _RULE.match(line):
            gap = True
            continue
        if _FILE_MARK.match(line) or _PAGE_MARK.match(line):
            gap = True
            continue
        if _PAGE_NUMBER.match(line) and (
            gap or not out or line.startswith(_MIDDLE) or not _OPEN_END.search(low[previous[0] : previous[1]])
        ):
            gap = True
            continue
        cells = _is_row(plain[start:end])
        marker = None if cells else markers.read(plain, low, (start, end))
        if out and not cells and _continues(plain, low, out[-1], previous, (start, end), marker, gap, width):
            out[-1].span = (out[-1].span[0], end)
        else:
            content = start if marker is None else marker.end
            content, _ = view.trim(plain, content, end)
            out.append(Paragraph((content, end), marker, cells))
        previous, gap = (start, end), False
    return out


def _numbers_joined(plain: str, rows: list[Span]) -> list[Span]:
    """Lines, a Roman number alone on its own taken with the heading in capitals below it, a decimal one or a
    letter with the sentence below it."""
    out: list[Span] = []
    alone: int | None = None
    decimal = False
    for start, end in rows:
        line = plain[start:end]
        count = bool(_DECIMAL_ALONE.match(line))
        number = count or bool(_NUMBER_ALONE.match(line))
        opens = line.lstrip()[:1].isupper() if decimal else line.isupper()
        if alone is not None and opens and not number:
            del out[alone + 1 :]
            out[alone] = (out[alone][0], end)
            alone = None
            continue
        if number:
            alone, decimal = len(out), count
        elif line.strip():
            alone = None
        out.append((start, end))
    return out


def _is_row(line: str) -> bool:
    stripped = line.strip()
    if stripped.startswith("|") or stripped.count("|") >= 2:
        return True
    return len([cell for cell in stripped.split("\t") if cell.strip()]) >= 3


def _continues(
    plain: str,
    low: str,
    last: Paragraph,
    previous: Span,
    row: Span,
    marker: markers.Marker | None,
    gap: bool,
    width: int,
) -> bool:
    """Whether a printed line goes on with the paragraph before it."""
    if last.cells:
        rest = low[row[0] : row[1]].split()
        return bool(_OPEN_CELL.search(low[previous[0] : previous[1]])) and len(rest) <= _LONGEST_CELL
    before = plain[previous[0] : previous[1]].rstrip(" \t”\"'")
    after = plain[row[0] : row[1]].lstrip(" \t")
    bare = after.lstrip("“\"'(-+. \t")
    ended = before.endswith((".", ":", ";", "!", "?", "…"))
    lower = bool(bare) and (bare[0].islower() or bare[0].isdigit())
    if _DECISION.match(low[previous[0] : previous[1]]):
        return False
    if marker is not None:
        if (
            marker.style == "paren"
            and not gap
            and before.endswith((":", ";"))
            and _runs_on(plain, previous, marker, width)
        ):
            return True
        if ended or (gap and not lower):
            return False
        printed = low[previous[0] : previous[1]].strip()
        if _WANTS_NUMBER.search(printed) and len(printed.split()) > 4 and not before.isupper() and not gap:
            return marker.style not in {*markers.BULLETS, "article"}
        if (
            marker.style in ("article", "section", "chapter", "part")
            and not gap
            and _WANTS_PLACE.search(printed)
        ):
            return True
        if marker.style == "decimal2" and _MEASURE.match(after.lower()):
            return True
        if marker.style in markers.BULLETS:
            # "2026\n- 2030": a dash in mid-sentence; a list's item starts with a capital or
            # comes after a mark of punctuation
            return lower and not before.endswith(",") and width > 0
        if marker.style == "paren":
            return _runs_on(plain, previous, marker, width)
        if marker.style.startswith("decimal") or marker.style == "letter":
            full = width > 0 and len(plain[previous[0] : previous[1]].strip()) >= 0.75 * width
            return full and not _follows(last, marker) and bool(_OPEN_END.search(before.lower()))
        return False
    if (
        not gap
        and not ended
        and _ENDS_AT_PLACE.search(before.lower())
        and _PLACE_GOES_ON.match(after.lower())
    ):
        return True
    if gap:
        short = len(before.split()) < 4
        return lower and not ended and not short and not before.isupper()
    if before.endswith(";") and bare[:1].islower():
        return True  # a list's next part, whatever the line's length
    if ended:
        # a sentence that ends at the page's edge may be followed by its paragraph's next sentence
        full = width > 0 and len(plain[previous[0] : previous[1]].strip()) >= 0.9 * width
        return full and before.endswith(".") and not plain[row[0] : row[1]].startswith((" ", "\t"))
    titled = (
        last.marker is not None and last.marker.style == "article" and not _OPEN_END.search(before.lower())
    )
    if titled and not width and _CAPITALLESS.match(bare):
        return False
    numbered = last.marker is not None and last.marker.style not in markers.BULLETS
    closed = numbered and bare[:1].isupper() and _TITLE.match(low[last.span[0] : last.span[1]])
    hangs = _OPEN_END.search(before.lower()) and not _ends_whole(before)
    if lower or (hangs and not closed):
        return not (before.isupper() and len(before) > 8)
    if width and len(plain[previous[0] : previous[1]].strip()) >= 0.7 * width:
        return before.isupper() == after.isupper() or not before.isupper()
    return before.isupper() and after.isupper() and last.marker is not None


_ENDS_AT_PLACE = re.compile(r"\s(?:khoản\s\d{1,2}[a-zđ]?|điểm\s[a-zđ\d]{1,2}|tại|theo|của|và|mục\s\w{1,4})$")
_PLACE_GOES_ON = re.compile(
    r"(?:khoản|điều|mục|chương)\s\d{1,3}[a-zđ]?\s(?:của|này|luật|bộ luật|nghị|thông|quyết|pháp|quy|và)\s?"
)
"""A place in an act, broken over lines: "… theo quy định tại khoản 3 | Điều 5 của Luật Phí"."""


def _runs_on(plain: str, previous: Span, marker: markers.Marker, width: int) -> bool:
    """ "(i) …; (ii) …" printed on in one paragraph: a list begins each of its items on a line of its own."""
    full = width > 0 and len(plain[previous[0] : previous[1]].strip()) >= 0.75 * width
    inline = _INLINE_ITEM.search(plain, marker.end, marker.end + 600)
    before = _INLINE_ITEM.search(plain, max(0, previous[0]), previous[1])
    return full and bool(inline or before)


def _follows(last: Paragraph, marker: markers.Marker) -> bool:
    if last.marker is None or not marker.number or not last.marker.number:
        return bool(marker.number) and marker.number[-1] == 1
    return marker.number[-1] in (1, last.marker.number[-1] + 1)
