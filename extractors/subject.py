"""The subject (trích yếu): under the title of a named act, under the number of a công văn."""

from __future__ import annotations

import re

from extractors import view
from extractors.issuer import BODY_HEAD
from extractors.layout import VV, Cell
from extractors.lines import TITLED
from extractors.model import Span

_ATTACHED = re.compile(r"^\s*\(\s*(?:ban hành\s+)?(?:kèm theo|theo (?:quyết định|công văn|nghị))\b")
_OF_BODY = re.compile(r"^của\s")
_VV = re.compile(rf"^\W*(?:{VV}\s?:?|về\s?:|trích yếu\s?:)\s*")
_LABEL = re.compile(rf"^{VV}\s?:?\s*", re.IGNORECASE)
_ABOUT = re.compile(r"^\W*(?:về việc|v/v)\s\S")
_ENDS = " \t\r\n-=~*|.;:&_"


def subject_of_title(
    text: str, cells: list[Cell], kinds: list[str], *, closed: bool = False
) -> tuple[str | None, Span | None]:
    """The lines under the title (``cells[0]``), joined; a line that only names the issuer is left out.

    ``closed``: the addressees follow, so that all before them belongs to the subject.
    """
    parts: list[Span] = []
    title = cells[0]
    rest = _after_kind(title)
    if rest is not None:
        parts.append(rest)
    whose = next((i for i, cell in enumerate(cells[1:], 1) if kinds[i] == ""), 0)
    named = _meeting(cells)
    for i, (cell, kind) in enumerate(zip(cells[1:], kinds[1:], strict=True), 1):
        if i < named:
            continue
        if _ATTACHED.match(cell.low) or (parts and _ENACTS.match(cell.low) and cell.upper):
            break
        if parts and _body_enacts(cells, i):
            break
        about = _OF_BODY_ABOUT.match(cell.low)
        if not parts and _OF_BODY.match(cell.low) and cell.upper and len(cell.low.split()) < 12 and not about:
            continue
        if kind in {"motto", "mark", "noise", "address", "stamp"} or (
            kind in {"number", "date"} and not parts
        ):
            continue
        # lines set close under their title end at the first empty line; where the title itself is followed by
        # one, empty lines stand between all
        if (
            parts
            and not closed
            and _parted(text, parts[-1], cell.span)
            and not _parted(text, title.span, parts[0])
        ):
            break
        parts.append(cell.span)
        if about and i == whose and len(parts) == 1 and cell.upper:
            parts[0] = cell.start + about.end(), cell.end
    if rest is None and parts and title.upper:
        own = _OWN_NUMBER.match(view.folded(text)[parts[0][0] : parts[-1][1]])
        start = parts[0][0] + (own.end() if own else 0)
        parts = [(max(a, start), b) for a, b in parts if b > start]
    return _joined(text, parts)


_ENACTS = re.compile(
    r"^\W*(?:bộ trưởng|thứ trưởng|chủ tịch|giám đốc|tổng giám đốc|hiệu trưởng|viện trưởng|cục trưởng|"
    r"tổng cục trưởng|thủ tướng|thống đốc|chánh án|trưởng ban|chủ nhiệm)\s[^,;.]{3,120}$"
)
"""Who enacts, in capitals below the subject: "BỘ TRƯỞNG BỘ NỘI VỤ"."""
_BODY_ENACTS = re.compile(
    r"^\W*(?:(?:hội đồng nhân dân|ủy ban nhân dân|hđnd|ubnd)\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|"
    r"thị trấn)\s[^,;:.]{2,40}|(?:ủy ban thường vụ )?quốc hội|chính phủ|chủ tịch nước)\W*$"
)
_LEFT_OPEN = re.compile(r"(?:(?<!\w)(?:của|và|do|cho|với|tại|trình|giữa|đối với|theo)|[,–-])\s*$")
_BEGINS = re.compile(r"^\W*(?:khóa|kỳ họp|căn cứ|xét|theo|thực hiện|trên cơ sở)(?!\w)")


def _body_enacts(cells: list[Cell], i: int) -> bool:
    """Whether the body that enacts stands below a subject in capitals, before its session or its grounds:
    "HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ / KHÓA XIX, KỲ HỌP THỨ TƯ"."""
    cell = cells[i]
    if not (cell.upper and _BODY_ENACTS.match(cell.low)) or _LEFT_OPEN.search(cells[i - 1].low):
        return False
    return i + 1 < len(cells) and _BEGINS.match(cells[i + 1].low) is not None


_OWN_NUMBER = re.compile(
    r"\W*(?:của\s[^,;:.\d]{3,70}?\s)?số\s*:?\s+\d[^\s,;]*\s+ngày\s+\d[\d\s./-]{0,12}(?:tháng\s+\d+\s+năm\s+\d+)?(?:\s*của\s[^,;:.]{3,90}?)?\s"
    r"(?=(?:về|v/v|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|công bố|phê duyệt)\s)"
)
"""Number, date and issuer of the act itself between its title and its subject (law databases print them)."""


_OF_BODY_ABOUT = re.compile(r"^\W*của\s(?:[^,;:.]{4,70}?)\s(?=về\s)")
"""The issuer between a title and its subject ("NGHỊ QUYẾT / CỦA BỘ CHÍNH TRỊ VỀ …")."""
_MEETING = re.compile(
    r"^\W*(?:của |tại )?(?:hội nghị|đại hội|phiên họp|kỳ họp|ban chấp hành|ban thường vụ|bộ chính trị|"
    r"ban bí thư|lần thứ|"
    r"khóa|nhiệm kỳ|đảng bộ|trung ương|tỉnh ủy|thành ủy|hội đồng nhân dân)\b"
)


def _meeting(cells: list[Cell]) -> int:
    """The index of the first cell behind the meeting that adopted the act, in capitals under the title
    ("KẾT LUẬN / HỘI NGHỊ LẦN THỨ TÁM / …"); 1 where none stands there or no subject follows it."""
    for i in range(1, len(cells)):
        cell = cells[i]
        if cell.upper and _MEETING.match(cell.low):
            continue
        subject = re.match(r"^\W*(?:về|v/v|ban hành|quy định|tiếp tục|thực hiện)\b", cell.low)
        return i if i > 1 and (subject or not cell.upper) else 1
    return 1


def _parted(text: str, before: Span, after: Span) -> bool:
    """Whether an empty line lies between two spans."""
    between = text[before[1] : after[0]]
    return between.count("\n") > 1 and not between.strip(" \t\r\n*-_=~|")


_JOINT = re.compile(
    r"\s+(?:liên (?:tịch|ngành|bộ|cơ quan)|kết luận|phối hợp|chi tiết|(?:thượng\s+)?khẩn|hỏa tốc)(?=\W*$)"
)
"""Behind a kind of act, that several bodies issue it ("HƯỚNG DẪN LIÊN TỊCH") or that it is urgent."""


def _after_kind(title: Cell) -> Span | None:
    match = TITLED.match(title.low)
    if match is None:
        return None
    joint = _JOINT.match(title.low, match.end())
    start, end = view.trim(title.text, joint.end() if joint else match.end(), len(title.text), " :.-")
    if end - start < 4 or _OF_BODY.match(title.low[start:]) or not re.search(r"\w{2}", title.low[start:end]):
        return None
    return title.start + start, title.start + end


def subject_of_letter(
    text: str, cells: list[Cell], kinds: list[str], number: int | None, titled: bool = False
) -> tuple[str | None, Span | None]:
    """The subject of a công văn: from "V/v", else the small print under the number, up to what is not it.

    ``titled``: the number says a named act, whose title a scan lost; its summary stands there too.
    """
    first = next((i for i, kind in enumerate(kinds) if kind == "subject"), None)
    if first is None:
        first = _unmarked(cells, kinds, number, titled)
        if first is None:
            return None, None
    parts: list[Span] = []
    column = cells[first].column
    quoted = cells[first].text.lstrip(" *_").startswith(("“", '"'))
    for i in range(first, len(cells)):
        cell, kind = cells[i], kinds[i]
        if kind in {"address", "number"}:
            break
        if kind in {"motto", "date", "mark", "noise"} or (
            cell.column != column and cell.row != cells[first].row
        ):
            continue
        if i > first and cell.upper and len(cell.text) > 12:
            continue
        if len(cell.low.split()) > 60 or _STAMP.match(cell.low):
            break
        whole = not (parts and _HANGS.search(view.folded(text[slice(*parts[-1])])))
        if whole and "date" in kinds[first:i] and _CITES.match(cell.low) and _set_apart(text, cells, i):
            break
        parts.append(cell.span)
        if quoted and cell.text.rstrip(" .*_").endswith(("”", '"')):
            break
    if parts:
        mark = _VV.match(cells[first].low)
        if mark:
            parts[0] = parts[0][0] + mark.end(), parts[0][1]
    return _joined(text, parts)


_HANGS = re.compile(
    r"(?:triển khai|thực hiện|thi hành|hướng dẫn|quán triệt|theo|tại|của|về|và|với|góp ý|tham gia)\W*$"
)
"""A subject that goes on with the act it is about."""
_CITES = re.compile(r"^\W*(?:thực hiện\s?:?\s|căn cứ\s)?(?:\w{2,9} ){1,3}số:? \d{1,5}[/-]\w")


def _set_apart(text: str, cells: list[Cell], at: int) -> bool:
    """Whether a line stands behind an empty one, and the line before it does not: a paragraph of its own, as
    the act that a letter names above "Kính gửi"."""
    return _parted(text, cells[at - 1].span, cells[at].span) and not _parted(
        text, cells[at - 2].span, cells[at - 1].span
    )


_STAMP = re.compile(
    r"[\W_]*(?:(?:công văn )?đến\W{1,6}(?:số|ngày|giờ)\W|chuyển\s?:|số và ký hiệu hs|lưu hồ sơ số)"
)
"""The stamp of the office that received the letter, printed into the head: "ĐẾN Ngày: …", "Chuyển: …"."""


def _unmarked(cells: list[Cell], kinds: list[str], number: int | None, titled: bool) -> int | None:
    """The first cell of a subject that no "V/v" opens: under the number; in capitals only where the number
    says a named act whose title is lost."""
    about = next((i for i, cell in enumerate(cells) if kinds[i] == "" and _ABOUT.match(cell.low)), None)
    if number is None:
        return about if "address" in kinds[about or 0 :] else None
    address = next((i for i, kind in enumerate(kinds) if kind == "address"), None)
    if address is None:
        address = len(cells) if titled else 0
    for i in range(number + 1, address):
        lost = titled and len(cells[i].low.split()) > 4 and not BODY_HEAD.match(cells[i].low)
        if kinds[i] == "" and (lost or not cells[i].upper) and len(cells[i].low.split()) > 1:
            return i
    return None


def _joined(text: str, parts: list[Span]) -> tuple[str | None, Span | None]:
    pieces = [
        view.trim(text, *span, _ENDS) if n == len(parts) - 1 else view.trim(text, *span, " \t\r\n*|_")
        for n, span in enumerate(parts)
    ]
    line = view.squeeze(" ".join(view.plain(text[a:b]) if "*" in text[a:b] else text[a:b] for a, b in pieces))
    line = line.strip(" -=~*|;:_")
    for opening, close in (("“", "”"), ('"', '"')):
        if (
            line.startswith(opening)
            and line.endswith(close)
            and line.count(opening) == 1 + (opening == close)
        ):
            line = line[1:-1].strip()
    if line.endswith(("”", '"')) and not re.search('[“"].', line[:-1]):
        line = line[:-1].rstrip()
    line = _LABEL.sub("", line)
    return (line, (pieces[0][0], pieces[-1][1])) if line else (None, None)
