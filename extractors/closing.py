"""The closing: recipients ("Nơi nhận") and who signed, with office and authority, in either column order."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors import layout, tables, view
from extractors.addressees import BULLET, tidy
from extractors.layout import Cell
from extractors.lines import AUTHORITY, OFFICE, RECIPIENTS
from extractors.model import Signatory, Span
from extractors.zones import Zones, surnames

_SURNAMES = surnames()
_RANK = re.compile(
    r"^(?:(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy)|đô đốc|gs|pgs|tskh|ts|ths|cn|bs|ds|ks|kts|ckii|cki|"
    r"bsckii|bscki|dsckii|dscki|bsck2|bsck1|ngưt|ngnd|ttưt|ttnd|ahlđ|phó giáo sư|giáo sư|tiến sĩ|thạc sĩ|"
    r"bác sĩ|dược sĩ|kỹ sư|cử nhân|kiến trúc sư|luật sư|đ/c|đồng chí|ông|bà|nhà giáo|họ và tên|"
    r"\(?đã ký\)?)(?!\w)[\s.,:)-]*"
)
_SIGNED = re.compile(
    r"^\W*(?:đã ký\W*$|ký tên|ký, (?:ghi|đóng)|signed|người ký|ký bởi|email|thời gian|cơ quan\s*:|ngày ký|"
    r"tm\W*$)"
)
_OFFICE_WORDS = re.compile(rf"^\W*(?:q\.\s*)?{OFFICE.pattern}")
_BODY_WORDS = re.compile(
    r"^\W*(?:ban|ủy ban|hội đồng|bộ|chính phủ|thường trực|đảng ủy|đoàn|ubnd|hđnd|cơ quan|liên đoàn|quốc "
    r"hội|chủ tịch)\b"
)
_ACTING = re.compile(rf"^\W*q\s?[./]\s?{OFFICE.pattern}")
""""Q. GIÁM ĐỐC": the office itself, held for the time being."""
_LABEL = re.compile(r"^\W*n[ơo]i\s+(?:nhận|nh[âaạ]n|gửi)\W*")
_PAGE = re.compile(r"^\W*(?:page|trang)?\W*\d{0,3}\W*$")
_SIGNING = {"authority", "office", "name", "body"}
_STORE = re.compile(r"^\W*lưu\b")
_STAMPED = re.compile(r"(?<=[;.,\w])\s{1,9}\(\s?[Đđ]ã ký\s?\)\s*$")
"""The signature's note beside an item, the two columns run together."""
_APPEARANCE = re.compile(
    r"(?:(?<=[,;.])\s{0,9}\S{1,2})?[\s|]{0,9}(?:(?:người|ngày|thời gian|nơi|lý do) ký\s*:|ký bởi|e-?mail\s*:|"
    r"(?<=[,;.|]\s)(?:cơ quan|chức vụ)\s*:|\S{1,60}@\S{1,60}\.\w).*|"
    r"(?<=[,;.])\s{0,9}[^\w\s]{0,9}[\\|~^_{}<>=#].*"
)
"""What a digital signature shows beside the list ("Người ký: …", "Email: …"), a scan's two
columns having been run together, and the strokes of seals and pens behind an item's end."""


def recipients(text: str, zones: Zones) -> list[str]:
    """The items of "Nơi nhận", one per bullet; where none are bulleted, one per line that starts anew."""
    cells = _cells(text, zones.closing)
    start = next((i for i, cell in enumerate(cells) if RECIPIENTS.match(cell.low)), None)
    if start is None:
        return []
    kinds = _classify(cells)
    rest = [
        (c, k, kinds[start + n - 1] if n else "")
        for n, (c, k) in enumerate(zip(cells[start:], kinds[start:], strict=True))
        if k in {"item", "label"}
    ]
    bulleted = sum(bool(BULLET.match(c.text)) for c, *_ in rest) >= 2 or any(
        BULLET.match(c.text) for c, *_ in rest[:3]
    )
    items: list[str] = []
    ended, stored, garbled, worded = "", False, False, False
    for cell, kind, kind_before in rest:
        line = cell.text
        if kind == "label":
            match = _LABEL.match(cell.low)
            line = line[match.end() :] if match else ""
            if not re.search(r"\w", line):
                continue
        beside = _APPEARANCE.search(view.folded(line))
        line = _STAMPED.sub("", line[: beside.start()] if beside else line)
        if not re.search(r"\w", line):
            continue
        bullet = BULLET.match(line)
        line = line[bullet.end() :] if bullet else line
        lost = (
            ended == ";" and line[:1].isupper() and not stored and ":" not in items[-1]
        )  # a bullet that a scan lost
        below = stored and (kind_before in _SIGNING or cell.gap)
        garbled = not bullet and cell.columns == 1 and (below or garbled)
        if garbled:
            continue  # garbled print of the signature, below or beside the list
        fresh = (
            bool(bullet)
            or lost
            or bool(_STORE.match(view.folded(line)))
            or (not bulleted and (ended or line[:1].isupper()) and not line.startswith("("))
        )
        if stored and not fresh and ended:
            continue  # print below the last item: drafters' marks, page numbers
        if fresh or not items:
            items.append(line)
            stored = worded = False
        else:
            items[-1] = f"{items[-1]} {line}"
        ended = line.rstrip()[-1:] if line.rstrip().endswith((";", ".")) else ""
        if not worded and re.search(r"\w", line):  # the item's first word, however many lines follow
            worded, stored = True, bool(_STORE.match(view.folded(line)))
    return tidy(items)


def signatories(text: str, zones: Zones) -> list[Signatory]:
    """Who signed: name, office, and the authority above it ("T/M BAN THƯỜNG VỤ"; "TM. … KT. CHỦ TỊCH").

    A name that is missing (blank, "đã ký") is None; an office with neither name nor authority is nobody's.
    """
    cells = _cells(text, zones.closing)
    kinds = _classify(cells)
    out: list[Signatory] = []
    authority: list[Cell] = []
    position: list[Cell] = []

    def done(name: Cell | None) -> None:
        if not (authority or position):
            return
        found = _name(name) if name else None
        span: Span = name.span if name else (authority + position)[0].span
        out.append(
            Signatory(
                name=found,
                position=_line(position),
                authority=_line(authority),
                span=span,
            )
        )
        authority.clear()
        position.clear()

    for cell, kind in zip(cells, kinds, strict=True):
        if kind == "authority" and _ACTING.match(cell.low) and not authority:
            position.append(cell)
        elif kind == "authority":
            authority.append(cell)
        elif kind == "office":
            position.append(cell)
        elif kind == "name" and (authority or position):
            done(cell)
        elif kind == "body" and authority and not position:
            authority.append(cell)
        elif kind == "body" and position:
            position.append(cell)
    if not out:
        done(None)
    return out or _unauthorised(cells, kinds)


def _unauthorised(cells: list[Cell], kinds: list[str]) -> list[Signatory]:
    """A name at the closing's end whose office a scan lost or garbled."""
    for i in range(len(cells) - 1, max(-1, len(cells) - 5), -1):
        known = (
            view.folded((_without_rank(cells[i].text).split() or [""])[0]) in _SURNAMES
            if cells[i].text.split()
            else False
        )
        if (
            kinds[i] in {"name", "item"}
            and known
            and is_name(cells[i].text)
            and not BULLET.match(cells[i].text)
        ):
            above = cells[i - 1] if i and cells[i - 1].upper else None
            return [
                Signatory(
                    name=_name(cells[i]), position=_line([above]) if above else None, span=cells[i].span
                )
            ]
    return []


def _cells(text: str, zone: Span) -> list[Cell]:
    """The closing's cells, cut once more where one holds an item and an office, an office and a name."""
    out: list[Cell] = []
    for cell in layout.cells(text, zone):
        points = [0, *sorted(_inner_starts(cell)), len(cell.text)]
        if len(points) == 2:
            out.append(cell)
            continue
        for a, b in pairwise(points):
            start, end = view.trim(cell.text, a, b)
            if start < end:
                out.append(_part(cell, start, end))
    return out


def _inner_starts(cell: Cell) -> set[int]:
    """Where an authority, an office or a name starts that a cell of its own would hold in a clean print."""
    points = set()
    right = _right_column(cell)
    if right:
        points.add(right)
    head = re.match(r"[\W\d]*", cell.text)
    start = right or (head.end() if head else 0)
    capitals = _CAPITALS.match(cell.text, start)
    if (capitals and AUTHORITY.match(cell.text, start)) or (capitals and OFFICE.match(cell.low, start)):
        points.update(m.start() for m in AUTHORITY.finditer(cell.text, start + 3, capitals.end()))
        points.update(m.start() for m in _DEPUTY.finditer(cell.low, start + 3, capitals.end()))
        points.update(_office_of_body(cell, start, capitals.end()))
        tail = cell.text[capitals.end() :].strip(" .")
        if tail and is_name(tail):
            points.add(capitals.end())
        words = cell.text[start : capitals.end()].split()
        for n in (3, 4, 2, 5):  # the name too is in capitals
            name = " ".join(words[-n:])
            known = len(words) > n and view.folded(words[-n]) in _SURNAMES and is_name(name)
            office = OFFICE.search(view.folded(" ".join(words[:-n])))
            if not tail and known and office and not _OF_BODY.search(f" {view.folded(' '.join(words))}"):
                points.add(start + cell.text[start : capitals.end()].rindex(name))
                break
    glued = _GLUED.search(cell.text)
    if glued and is_name(cell.text[glued.start() :]):
        points.add(glued.start())
    if BULLET.match(cell.text):
        end = _ENDS_WITH_NAME.search(cell.text)
        if end and is_name(end["name"]) and view.folded(end["name"].split()[0]) in _SURNAMES:
            points.add(end.start("name"))
    return {p for p in points if 0 < p < len(cell.text)}


def _office_of_body(cell: Cell, start: int, end: int) -> set[int]:
    """Where the office starts behind the body one signs for, in one line: "TM. ỦY BAN NHÂN DÂN TỈNH | CHỦ
    TỊCH"."""
    authority = AUTHORITY.match(cell.text, start)
    if authority is None or OFFICE.match(cell.low, authority.end()):
        return set()
    stop = len(cell.low[:end].rstrip())
    return {
        m.start()
        for m in OFFICE.finditer(cell.low, authority.end() + 4, stop)
        if m.end() == stop
        and not cell.low.startswith(("ban bí thư", "phó "), m.start() - 4)
        and m[0].strip() != "thường trực"
    }


_UPPER = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
_CAPITALS = re.compile(rf"(?:[{_UPPER}./,&-]+(?:\s+|$))+")
_GLUED = re.compile(rf"(?<=[{_UPPER}]{{2}})(?=[{_UPPER}][^\W\d_{_UPPER}])")
"""A name that a page glued to the office above it ("GIÁM ĐỐCLê Văn An")."""
_OF_BODY = re.compile(
    r"\s(?:hội đồng|thành viên|quản trị|nhân dân|công ty|trung tâm|pháp chế|kế hoạch|tổ chức|nông dân|"
    r"phụ nữ)\s?"
)
"""Words of a body behind an office in capitals, whose last may look like a name ("… HỘI ĐỒNG THÀNH VIÊN")."""
_DEPUTY = re.compile(r"(?<=\s)(?:phó|thứ trưởng|bí thư)(?=\s|$)(?<!phó bí thư)(?<!ban bí thư)")
_ENDS_WITH_NAME = re.compile(rf"[;.,]\s+(?P<name>(?:[{_UPPER}][^\W\d_]*\s+){{1,4}}[{_UPPER}][^\W\d_]*)$")


def _part(cell: Cell, start: int, end: int) -> Cell:
    return Cell(
        cell.start + start,
        cell.start + end,
        cell.text[start:end],
        cell.low[start:end],
        cell.row,
        cell.column,
        cell.columns + 1,
        cell.gap,
    )


def _right_column(cell: Cell) -> int:
    """Where the right column starts in a cell that holds both; 0 where it holds one."""
    if cell.upper:
        return 0
    for match in AUTHORITY.finditer(cell.text):
        rest = [c for c in cell.text[match.start() :] if c.isalpha()]
        if match.start() > 0 and rest and sum(c.isupper() for c in rest) >= 0.8 * len(rest):
            return match.start()
    for match in OFFICE.finditer(cell.low):
        tail = cell.text[match.start() :]
        if (
            match.start() > 3
            and tail.isupper()
            and len(tail.split()) >= 2
            and cell.text[match.start() - 1] == " "
        ):
            return match.start()
    return 0


def _classify(cells: list[Cell]) -> list[str]:
    kinds: list[str] = []
    signing = False
    for cell in cells:
        kind = _kind(cell, signing, kinds)
        signing = signing or kind in {"authority", "office"}
        kinds.append(kind)
    if "name" not in kinds:
        _name_by_pen(cells, kinds)
    return kinds


def _name_by_pen(cells: list[Cell], kinds: list[str]) -> None:
    """Two words with capitals below the office are a name whatever the first, where the closing has no other:
    "PHÓ THỦ TƯỚNG / Sóng Việt"."""
    for n in range(1, len(cells)):
        text = cells[n].text.strip()
        if kinds[n - 1] == "office" and _PEN_NAME.fullmatch(text) and not _OF_A_PLACE.match(cells[n].low):
            kinds[n] = "name"


def _kind(cell: Cell, signing: bool, before: list[str]) -> str:
    low = view.squeeze(cell.low).strip(" .,:;()[]\"'")
    words = low.split()
    if RECIPIENTS.match(cell.low):
        return "label"
    if words and cell.text.startswith("(") and before and before[-1] in {"name", "office", "noise"}:
        return "noise"
    if cell.column > 0 and cell.columns > 1 and _OFFICE_WORDS.fullmatch(low) and not BULLET.match(cell.text):
        return "office"
    if low == "kiêm" and before and before[-1] == "office":
        return "office"
    if BULLET.match(cell.text) and not (cell.upper and _OFFICE_WORDS.match(low)):
        return "item"
    if _SIGNED.match(low) or _PAGE.match(low) or (low.startswith("pt") and not words):
        return "noise"
    authority = AUTHORITY.match(cell.text.lstrip("*( "))
    if authority and (
        cell.upper
        or (len(words) < 9 and re.search(r"[./]", authority[0]) and not cell.text.rstrip().endswith(";"))
    ):
        return "authority"
    capital = cell.upper or (
        signing and cell.text[:1].isupper() and before and before[-1] in {"authority", "office"}
    )
    capital = capital or (not before and cell.text[:1].isupper() and len(words) < 10)
    if capital and _OFFICE_WORDS.match(low) and len(words) < 14 and not cell.text.rstrip().endswith(";"):
        return "office"
    if is_name(cell.text) and (
        signing or cell.upper or not before or before[-1] not in {"item", "label"} or cell.gap
    ):
        return "name"
    if cell.upper and signing and len(words) > 1 and _BODY_WORDS.match(low):
        return "body"
    if cell.upper and signing and before and before[-1] in {"authority", "office", "body"} and len(words) > 1:
        return "body"
    return "item"


_PEN_NAME = re.compile(rf"[{_UPPER}][^\W\d_{_UPPER}]+\s+[{_UPPER}][^\W\d_{_UPPER}]+")
_OF_A_PLACE = re.compile(
    r"\W*(?:tỉnh|thành|huyện|quận|xã|phường|thị|ban|bộ|sở|văn|hội|đoàn|công|chi|cục|vụ|viện|trường|đảng)\s"
)
_NOT_NAMED = re.compile(r"\W*văn phòng\s")
"""Bodies whose first word is a surname too."""


def is_name(text: str) -> bool:
    """Whether a piece of a closing is a person's name: two to six words, a Vietnamese surname first."""
    words = _without_rank(text).split()
    if not 2 <= len(words) <= 6 or not all(
        w.isalpha() or "'" in w or "-" in w or w.endswith(".") for w in words
    ):
        return False
    if _NOT_NAMED.match(view.folded(text)) or "và" in view.folded(text).split():
        return False  # "… SỞ TÀI | NGUYÊN VÀ MÔI TRƯỜNG"
    known = view.folded(words[0]) in _SURNAMES or re.match(r"[hk]['’]\w", view.folded(words[0]))
    if not known and not (len(words) in {3, 4} and _titled(words)):
        return False
    return text.isupper() or _titled(words)


_AREAS = frozenset(["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu"])


def ends_with_name(text: str) -> str | None:
    """The person's name that a piece of running text ends with, its surname known; None where none does.

    A territory is no person, though its first word may be a surname ("tỉnh Hà Giang", "Huyện ủy Lê Chân").
    """
    words = text.split()
    for n in (4, 3, 5, 2):
        name = " ".join(words[-n:])
        if len(words) < n or view.folded(words[-n]) not in _SURNAMES or not is_name(name):
            continue
        if _half_a_place(words, n):
            continue
        before = view.folded(words[-n - 1]) if len(words) > n else ""
        person = n > 2 and before in {"tỉnh", "phố", "ủy"}  # "Chủ tịch UBND tỉnh Hồ Văn An"
        if view.folded(name) in tables.provinces() or (not person and before in {*_AREAS, "ủy"}):
            return None
        printed = re.search(r"\s+".join(map(re.escape, words[-n:])) + r"(?=\s*$)", text)
        return printed[0] if printed else None
    return None


def _half_a_place(words: list[str], n: int) -> bool:
    """Whether the first of ``n`` last words ends a territory's name, a surname behind it: "UBND xã Hải | Sơn
    Lê Văn Tú"."""
    before = [view.folded(word) for word in words[: len(words) - n]]
    placed = len(before) > 1 and before[-2] in {*_AREAS, "ủy"} and words[-n - 1][0].isupper()
    return placed and n > 3 and view.folded(words[1 - n]) in _SURNAMES


def _titled(words: list[str]) -> bool:
    return all(w[0].isupper() and (len(w) == 1 or not w.isupper()) for w in words)


def _without_rank(text: str) -> str:
    line = view.squeeze(text).strip(" .,:;()*|")
    for _ in range(6):
        match = _RANK.match(view.folded(line))
        if not match or not match.end():
            break
        line = line[match.end() :]
    return line


def _name(cell: Cell) -> str | None:
    line = _without_rank(cell.text)
    if line.isupper():
        line = line.title()
    return line or None


def _line(cells: list[Cell]) -> str | None:
    return view.squeeze(" ".join(cell.text.strip(" *|") for cell in cells)).strip(" .,;:") or None
