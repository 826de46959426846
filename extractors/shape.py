"""Lines as a directive prints them, for texts whose lines a page or a converter lost or broke.

A text may come on one line, head, body and signature run together; or a narrow cell may break "Kính gửi"
in two. Blanks become line ends and line ends become blanks, letter for letter, so that every offset stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from extractors import layout, view
from extractors.lines import AUTHORITY, OFFICE, OFFICES, TITLES
from extractors.model import Span

_HEAD_LINES = 120
_LONG = 60
"""A line of a head that holds three of its signs is longer than this."""
_HEAD_REACH = 4000

_KINDS = TITLES.upper()
_UP = "A-ZĐÀÁẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬÈÉẺẼẸÊẾỀỂỄỆÌÍỈĨỊÒÓỎÕỌÔỐỒỔỖỘƠỚỜỞỠỢÙÚỦŨỤƯỨỪỬỮỰỲÝỶỸỴ"
_MOTTO = r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH"
_NUMBER = (
    r"Số\s{0,3}[:.]?\s{0,8}\d{0,6}(?:[^\s\d,;]{0,4}\s{0,4}[-/]\s{0,3}(?:\d{4}/)?|"
    r"(?<=\d)\s{1,2}(?=[A-ZĐ]{2,4}r?/))[A-ZĐ]"
)
_DAY = r"ngày[\s\d.…]{1,20}tháng[\s\d.…]{1,20}năm\s{0,3}\d{4}"
_SIGNS = (
    re.compile(rf"(?<!\w)(?:{_MOTTO})"),
    re.compile(rf"(?<!\w){_NUMBER}[A-ZĐ]"),
    re.compile(rf",\s{{0,3}}{_DAY}"),
    re.compile(rf"(?<!\w)(?:{_KINDS})(?=\s)"),
    re.compile(r"(?<!\w)Kính gửi\s{0,3}:"),
    re.compile(r"(?<!\w)Căn cứ\s"),
)
_PLACE = (
    rf"(?:(?:TP\.?\s?|Tp\.?\s?|Thành phố\s)?[{_UP}][^\W\d_A-Z]{{0,7}}"
    rf"(?:[ -]{{1,3}}[{_UP}][^\W\d_]{{0,7}}){{0,4}}(?:\s\d{{1,2}})?)"
)
_BEFORE = re.compile(
    rf"{_MOTTO}|Độc lập\s?-\s?Tự do|{_NUMBER}[A-ZĐ]|V/v\s|Kính gửi\s{{0,3}}:|"
    rf"{_PLACE},\s{{0,3}}ngày[\s\d.…]{{1,20}}tháng"
)
"""What starts a line of its own in a head."""
_AFTER = re.compile(
    r"VIỆT NAM(?=\s+Độc lập)|Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH|"
    rf"{_DAY}|{_NUMBER}[\wĐđ&]{{0,12}}(?:\s{{0,2}}[-/&]\s{{0,2}}[A-ZĐ][\wĐđ&]{{0,12}}){{0,3}}"
)
"""What ends one."""
_BODY = re.compile(
    r"(?<=[;.,:\d\w])\s+(?=(?:-\s)?(?:Căn cứ\s|Xét đề nghị|Theo đề nghị\s)|"
    r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|KẾT LUẬN|CHỈ THỊ)\s?:|"
    r"(?:Điều|Chương|Phần|Mục)\s(?:\d{1,3}|[IVXL]{1,6})[.:]?\s)|"
    r"(?<=[;.:/])\s+(?=(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]|[a-zđ]\)|[IVX]{1,5}[.-]|[-+–•])\s?\S)"
)
_OPENS_BODY = re.compile(
    r"\s(?:-\s?)?(?=(?:Căn cứ|Căn|Thực hiện|Theo|Xét|Nhân dịp|Để|Nhằm|Trong thời gian|Phúc đáp|"
    r"Trả lời|Ngày \d|"
    r"Trước tình hình|Vừa qua|Hiện nay|Sau khi|Được sự|Thi hành|Triển khai|Tiếp theo|Năm \d|Qua)\s)"
)
_CAPITAL_OFFICE = re.compile(rf"(?<=[\s.;])(?:{OFFICES.upper()})(?=\s)")
_LAST_NAME = re.compile(
    r"\s(?=(?:(?:GS|PGS|TS|ThS|BS|CKII|CKI|KS|CN)\.?\s?|(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy)\s){0,4}"
    rf"(?:[{_UP}][^\W\d_A-Z]+\s?){{2,5}}\W*$)"
)
_RUN_TOGETHER = re.compile(
    rf"{_DAY}\s+(?:(?:{_KINDS})\s+\S|Kính gửi)|"
    rf"(?:[{_UP}]\s+-{{3,}}\s+|^\W{{0,3}})(?:{_MOTTO})[^\n]{{0,20}}\s+Độc lập|"
    rf"{_NUMBER}[\wĐđ/-]{{0,16}}\s{{1,2}}(?:V/v\s[^\n]{{4,200}}\s)?{_PLACE},\s{{0,3}}ngày"
)
"""Pieces of a head that a converter put on one line, without the rest of it."""
_ENACTING = re.compile(
    r"(?<!CỦA)(?<!DO)(?<!VÀ)(?<!CHO)(?<!VỚI)\s(?=(?:BỘ TRƯỞNG|CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|"
    r"(?:TỔNG )?CỤC TRƯỞNG|VIỆN TRƯỞNG|THỐNG ĐỐC|THỦ TƯỚNG|HIỆU TRƯỞNG|(?:TỔNG )?KIỂM TOÁN|"
    r"(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|BAN BÍ THƯ|CHÁNH ÁN)"
    r"\s[^a-zđ\n]{2,90}$)"
)
"""Who enacts, in capitals behind a title in capitals."""
_CELLS = re.compile(r"\||<br|\t|\S\s{3,}\S")
"""What parts the cells of a row that came through whole."""
_CLOSING = re.compile(r"\s+(?=Nơi (?:nhận|gửi)\s{0,3}:)")


_GLUED = re.compile(
    r"(?m)^[ \t]{0,12}(?P<n>\d{1,2})\.\s?[A-ZĐ][^\n.;:]{8,400}[^\W\d]"
    r"(?<!mục)(?<!khoản)(?<!điểm)(?<!tại)(?<!theo)(?<!số)(?P<gap> )"
    r"(?=(?P=n)\.1\.(?:[ \t]+[^\W\da-zđ]|[ \t]*$))"
)
"""A heading with its first clause on the same line: "3. Xây dựng nền nếp | 3.1. Rà soát …"."""

_GLUED_LABEL = re.compile(
    r"[^\W\d][.;]?(?P<gap> )(?=[-–*]\s?(?:Thời (?:gian|hạn)|Cơ quan|Đơn vị)\s"
    r"(?:thực hiện|hoàn thành|chủ trì|phối hợp)[^:\n]{0,30}:\s)"
)
"""A label on the line of another: "Đơn vị chủ trì: Sở Y tế | - Thời gian thực hiện: …"."""


_LETTER_RUNS_ON = re.compile(
    r"(?m)^[ \t>|*]{0,8}Kính gửi\s{0,2}:[^\n;]{4,200}?[^\W\d](?<!TP)(?<!TX)(?<!Tp)\.(?P<gap>[ \t])[ \t]{0,8}"
    r"(?=(?:Thực hiện|Căn cứ|Triển khai|Theo|Để|Ngày \d|Nhằm|Vừa qua|Trong thời gian)\s)"
)
"""A letter's first sentence on the line of those it is to: "Kính gửi: Các trường. | Thực hiện Kế hoạch …"."""


def shaped(text: str) -> str:
    """The text, as long as it was, its lines as a directive prints them; most texts come back as they are."""
    edits = dict(_joined(text))
    edits.update(_cells_of_tables(text))
    if not edits:
        edits.update(_double_spaced(text))
    plain = view.plain(text)
    edits.update(
        (match.start("gap"), "\n") for match in (*_GLUED.finditer(text), *_GLUED_LABEL.finditer(text))
    )
    edits.update((match.start("gap"), "\n") for match in _LETTER_RUNS_ON.finditer(text))
    for start, end in _flat_lines(text):
        edits.update((at, "\n") for at in _breaks(plain, start, end))
    for start, end in _signed_rows(text):
        edits.update((at, "\n") for at in _closing_breaks(plain, start, end))
    if not edits:
        return text
    letters = list(text)
    for at, letter in edits.items():
        letters[at] = letter
    return "".join(letters)


def _cells_of_tables(text: str) -> Iterator[tuple[int, str]]:
    """ "<br>" in a table's row that holds a head's cells or a closing's, as line ends."""
    if "<br" not in text:
        return
    for start, end in view.lines(text):
        tags = [*_BR.finditer(text, start, end)]
        if not tags or not (_SIGNS[0].search(text, start, end) or _NOTICE.search(text, start, end)):
            continue
        for tag in tags:
            yield tag.start(), "\n"
            yield from ((at, " ") for at in range(tag.start() + 1, tag.end()))


def _double_spaced(text: str) -> Iterator[tuple[int, str]]:
    """The empty lines of a text that has one behind every printed line, sentences broken by it, as blanks."""
    printed = [view.trim(text, *line) for line in view.lines(text) if text[slice(*line)].strip()]
    gaps = [(a[1], b[0]) for a, b in itertools.pairwise(printed)]
    breaks = [len(re.findall(r"\r\n|[\n\f\r]", text[a:b])) for a, b in gaps]
    if len(gaps) < 12 or sum(n < 2 for n in breaks) > 0.05 * len(gaps):
        return
    parted = [gap for gap, n in zip(gaps, breaks, strict=True) if n == 2]
    wrapped = sum(text[b].islower() and text[a - 1] not in ".;:!?" for a, b in parted)
    if wrapped < 0.12 * len(gaps):
        return
    for (a, b), n in zip(gaps, breaks, strict=True):
        if n == 2:
            last = max(text.rfind("\n", a, b), text.rfind("\r", a, b))
            yield from (
                (at, " ") for at in range(a, last) if text[at] in "\r\n" and text[at : last + 1] != "\r\n"
            )


_BR = re.compile(r"<br\s?/?>")
_NOTICE = re.compile(r"Nơi (?:nhận|gửi)")


_LABEL_ALONE = re.compile(r"Số\s{0,2}:?")
_BARE_NUMBER = re.compile(r"\d{1,6}\s{0,2}[-/]\s{0,2}[\dA-ZĐ]")


def _joined(text: str) -> Iterator[tuple[int, str]]:
    """Line ends inside a formula of the head that a narrow cell broke ("Kính / gửi:"), as blanks."""
    before: Span | None = None
    for n, (start, end) in enumerate(view.lines(text)):
        if n == _HEAD_LINES:
            return
        now = view.trim(text, start, end)
        if before is not None and now[0] < now[1]:
            gap = text[before[1] : now[0]]
            broken = layout.one_formula(text[slice(*before)], text[slice(*now)])
            broken = broken or bool(_LABEL_ALONE.fullmatch(text, *before) and _BARE_NUMBER.match(text, *now))
            if gap.count("\n") == 1 and broken:
                yield from ((before[1] + n, " ") for n, letter in enumerate(gap) if letter in "\r\n")
                now = before[0], now[1]
        before = now if now[0] < now[1] else None


def _flat_lines(text: str) -> Iterator[Span]:
    """Lines that hold several cells of a head, or a closing's."""
    seen = 0
    flat = False
    for start, end in view.lines(text):
        if end - start < 40:
            seen += start < end
            continue
        line = text[start : min(end, start + _HEAD_REACH)]
        if seen < 12 and not flat and not _CELLS.search(line):
            flat = (
                end - start > _LONG
                and sum(sign.search(line) is not None for sign in _SIGNS) >= 3
                and _SIGNS[0].search(line[:600]) is not None
            )
            if flat or _RUN_TOGETHER.search(line[:900]):
                yield start, end
        elif (seen < 12 and not flat and "|" in line and _whole_head(line)) or (
            (end - start > 600 or _CLOSING.search(text, start, end)) if flat else _ends_all(text, start, end)
        ):
            yield start, end
        seen += 1


_LONGEST_SIGNATURE = 200


def _signed_rows(text: str) -> Iterator[Span]:
    """Rows of a table that hold a signature alone, its lines run together: "| | KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Lê
    Văn An |"."""
    if "|" not in text:
        return
    for start, end in view.lines(text):
        line = text[start:end]
        if "|" not in line or len(line) > _LONGEST_SIGNATURE or _NOTICE.search(line):
            continue
        cells = [cell for cell in line.split("|") if cell.strip(" -:")]
        if len(cells) == 1 and AUTHORITY.search(cells[0]) and _LAST_NAME.search(cells[0]):
            yield start, end


def _whole_head(line: str) -> bool:
    """Whether a table's row holds a whole head, the lines of each cell run together."""
    signs = sum(sign.search(line) is not None for sign in _SIGNS[:3]) + (_VV.search(line) is not None)
    return len(line) < _HEAD_REACH and "<br" not in line and len(line.split()) > 24 and signs >= 3


_VV = re.compile(r"(?<![^\W\d_])V/v\s")


def _ends_all(text: str, start: int, end: int) -> bool:
    """Whether a line holds "Nơi nhận", its items and the signature."""
    found = re.compile(r"(?:^|\s)Nơi nhận\s{0,3}:").search(text, start, end)
    if found is None or end - found.end() < 60:
        return False
    rest = text[found.end() : end]
    return rest.count(" - ") + rest.count("; -") > 2 and AUTHORITY.search(rest) is not None


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Where the blanks of a flat line end a line."""
    close = _CLOSING.search(text, start, end)
    body_end = close.start() if close else end
    address = re.compile(r"Kính gửi\s{0,3}:").search(text, start, body_end)
    enacts = _OPENS_BODY.search(text, address.end() if address else start, end)
    head_end = min(enacts.start() if enacts else end, start + _HEAD_REACH)
    title = re.compile(rf"\s(?=(?:{_KINDS})(?:\s|$))(?!\S+ \S+\s?:)").search(
        text, _last_sign(text, start, head_end), head_end
    )
    page = re.compile(rf"\s{{0,4}}\d{{1,3}}(?=\s[{_UP}]{{2}})").match(text, start, end)
    if page:
        yield page.end()
    for match in _BEFORE.finditer(text, start, head_end):
        if match.start() > start and text[match.start() - 1].isspace():
            yield match.start() - 1
    for match in _AFTER.finditer(text, start, head_end):
        if match.end() < end and text[match.end()].isspace():
            yield match.end()
    if title:
        kind = re.compile(_KINDS).match(text, title.end())
        yield title.start()
        if kind and kind.end() < end and text[kind.end()].isspace():
            yield kind.end()
            enacting = re.compile(rf"\s(?=(?:[{_UP}]+\s){{4,}}.{{0,40}}$)").search(
                text, kind.end() + 1, head_end
            )
            if enacting and not text[kind.end() : enacting.start()].isupper():
                yield enacting.start()
            else:
                yield from [m.start() for m in _ENACTING.finditer(text, kind.end() + 8, head_end)][-1:]
    for match in _BODY.finditer(text, head_end if enacts else start, body_end):
        yield match.end() - 1
    if enacts and enacts.start() < body_end:
        yield enacts.start()
    if close:
        yield close.end() - 1
        yield from _closing_breaks(text, close.end(), end)


def _last_sign(text: str, start: int, end: int) -> int:
    """The end of the last motto, number or date: the title follows it."""
    stops = [m.end() for sign in _SIGNS[:3] for m in [*sign.finditer(text, start, end)][:1]]
    return max(stops, default=start)


def _closing_breaks(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of the items, the authority, the offices and the names of a closing on one line."""
    for match in re.compile(r"\s(?=[-–+]\s?\S)").finditer(text, start, end):
        yield match.start()
    signs = AUTHORITY.search(text, start, end) or _CAPITAL_OFFICE.search(text, start, end)
    if signs is None:
        return
    first = signs.start()
    if first > start and text[first - 1].isspace():
        yield first - 1
    at = first
    for match in re.compile(r"\s+").finditer(text, first, end):
        word = view.folded(text[match.end() : match.end() + 24])
        if (
            match.end() < end
            and text[match.end()].isupper()
            and text[match.end() + 1 : match.end() + 2].isupper()
        ):
            if OFFICE.match(word) and not re.search(
                r"(?:KT|K/T|TL|T/L|TUQ|Q)[./]?\s?$|(?:PHÓ|BAN)$",
                text[max(at, match.start() - 12) : match.start()],
            ):
                yield match.start()
        elif re.match(r"\(?\s?đã ký", word):
            yield match.start()
    name = _LAST_NAME.search(text, first, end)
    if name:
        yield name.start()
