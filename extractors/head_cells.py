"""What each cell of a directive's head is: its number, date, motto, title, addressees, mark or issuer."""

from __future__ import annotations

import re

from extractors import dates, layout, numbers, tables, view
from extractors import issued as issued_lines
from extractors import issuer as issuers
from extractors.head_rows import within_subject
from extractors.layout import Cell
from extractors.lines import ADDRESSED, MOTTO, STAMP, TITLE, TITLED, in_small_letters

MARK = re.compile(
    r"^(?:độ\s+(?:mật|khẩn)\s*:?\s*)?(tuyệt mật|tối mật|mật|hỏa tốc|thượng khẩn|khẩn)(?:\s*[,-]?\s*hẹn "
    r"giờ.{0,20})?$"
)


def may_name_issuer(cell: Cell) -> bool:
    """Whether a cell may be part of an issuer's name."""
    return (cell.upper or bool(issuers.BODY_HEAD.match(cell.low))) and not re.match(r"^\W*\d", cell.text)


def classified(cells: list[Cell]) -> list[str]:
    """A word for each cell; the second number or date of a head belongs to its subject."""
    kinds = [_classify(cell) for cell in cells]
    labels = [i for i, k in enumerate(kinds) if k == "number"]
    for i in [n for n in labels if _in_title(cells, n)]:
        kinds[i] = ""
        labels.remove(i)
    if len(labels) > 1 and layout.names_act(cells[: labels[0]]):
        kinds[labels[0]] = ""  # an issuer named after an act: "ĐOÀN KIỂM TRA THEO QUYẾT ĐỊNH SỐ …"
    cut = any(k == "motto" and _CUT_MOTTO.search(c.low) for c, k in zip(cells, kinds, strict=True))
    for i, cell in enumerate(cells) if cut else ():
        if _MOTTO_TAIL.fullmatch(cell.low.strip(" .:;-")):
            kinds[i] = "motto"
    telegram = next((i for i, cell in enumerate(cells) if cell.low.startswith("công điện")), len(cells))
    for i in range(telegram + 1, len(cells)):
        if not kinds[i] and cells[i].low.strip(" :") == "điện":
            kinds[i] = "address"  # "CHỦ TỊCH … / ĐIỆN / - Giám đốc Sở Y tế"
    for i, kind in enumerate(kinds[1:], 1):
        label = kind == "number" and cells[i - 1].row == cells[i].row and kinds[i - 1] == ""
        if (
            label
            and TITLE.match(cells[i - 1].low)
            and any(is_title(c, n, kinds) for n, c in _behind(cells, i))
        ):
            kinds[i - 1] = "noise"  # "Nghị quyết số: …", the title follows
    for i, kind in enumerate(kinds[1:], 1):
        small = not cells[i].upper and not cells[i - 1].upper and kinds[i - 1] == ""
        if kind == "noise" and small and _TERM_OF.match(cells[i].low):
            kinds[i] = ""  # "… Quy chế làm việc của Ban Chấp hành | khóa XXI, nhiệm kỳ 2015 - 2020"
    for kind in ("number", "date"):
        seen = [i for i, k in enumerate(kinds) if k == kind]
        for i in seen[1:]:
            kinds[i] = ""
    return kinds


_TERM_OF = re.compile(r"\W*(?:khóa\s+[ivx\d]|nhiệm kỳ\s+\d)")
_NAMED_ACT = re.compile(r"\W{0,4}(?!số\W)(?:[^\W\d]{2,8}\s+){2,4}số\W")
_LEADS_TO_ACT = re.compile(
    r"(?:^|\s)(?:theo|của|tại|thực hiện|sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|điều chỉnh|đính chính|"
    r"triển khai|một số (?:điều|nội dung))(?:\s+(?:của|tại))?\W*$"
)
"""How a title's line ends that goes on with another act: "Về việc điều chỉnh giá theo | Quyết định số …"."""


def _in_title(cells: list[Cell], at: int) -> bool:
    """Whether a cell that holds a number goes on the title above it, and the number is another act's."""
    named = _NAMED_ACT.match(cells[at].low) if at > 0 and not TITLE.match(cells[at - 1].low) else None
    kind = view.squeeze(named[0].strip(" .:;\t(").rpartition("số")[0]) if named else ""
    return kind in tables.kinds_by_name() and _LEADS_TO_ACT.search(cells[at - 1].low) is not None


_CUT_MOTTO = re.compile(r"cộng h\S{1,3} x\S{1,2}(?: hội(?: chủ(?: nghĩa(?: việt)?)?)?)?\W*$")
_MOTTO_TAIL = re.compile(r"(?:(?:(?:xã )?hội )?chủ )?(?:nghĩa )?(?:việt )?nam|(?:xã )?hội chủ nghĩa")
"""The motto's last words, alone in a cell: print of the other column stands between."""


def _behind(cells: list[Cell], at: int) -> list[tuple[int, Cell]]:
    return [(n, cell) for n, cell in enumerate(cells) if n > at and cell.upper]


_CITES = re.compile(r"(?:căn cứ|xét|theo|thực hiện|thi hành)\s")


def _classify(cell: Cell) -> str:
    low = cell.low.strip(" .:;")
    if MOTTO.search(low) and len(low.split()) < 14 and (cell.upper or not within_subject(low)):
        return "motto"
    if numbers.label_at(cell.text, 0, len(cell.text)) or (
        len(low.split()) < 8 and not _CITES.match(low) and numbers.head_number_plain(cell.text) is not None
    ):
        return "number"
    if re.match(rf"^\W{{0,6}}{layout.VV}", low):
        return "subject"
    if ADDRESSED.search(cell.low[:120]) and low.find("kính") < 80:
        return "address"
    if issued_lines.is_date_line(cell):
        return "date"
    if MARK.match(low.strip(" .:;()[]")):
        return "mark"
    if STAMP.match(cell.low):
        return "stamp"
    if (
        re.fullmatch(r"[A-ZĐ&]{2,12}(?:-[A-ZĐ&]{2,12})+", cell.text)
        or not re.search(r"\w{2}", low)
        or re.match(
            r"^(?:dự thảo|khóa [ivx\d]\w*|kỳ họp|nhiệm kỳ \d|bản sao|sao y|bản chính|văn bản mới|page)\b", low
        )
    ):
        return "noise"
    return ""


def is_title(cell: Cell, index: int, kinds: list[str]) -> bool:
    low = cell.low[:200]
    alone = TITLE.match(low)
    if alone:
        small = not alone[2] or (alone[2] == "của" and in_small_letters(cell.text))
        return cell.upper or (index < 12 if small else index == 0)
    return bool(TITLED.match(low)) and cell.upper and any(k in {"number", "date", "motto"} for k in kinds)


def is_day(cell: Cell) -> bool:
    """Whether a cell is a date alone ("20/03/2014")."""
    day = dates.DAY.fullmatch(cell.low.strip(" .()*"))
    return bool(day and dates.day_of(day))
