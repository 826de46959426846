"""Reads a directive's head: number, kind, issuer, place and date, urgency, secrecy, subject, addressees."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors import (
    attached,
    cited_title,
    completion,
    dates,
    elsewhere,
    head_layout,
    names,
    numbers,
    sureness,
    tables,
    view,
)
from extractors import issued as issued_lines
from extractors import issuer as issuers
from extractors.addressees import addressees
from extractors.head_cells import MARK, is_day, may_name_issuer
from extractors.head_layout import HeadLayout
from extractors.head_pages import read_fused, read_page
from extractors.head_values import Head, act_type, warn
from extractors.layout import Cell
from extractors.lead_in import asking, lead_in
from extractors.lines import OFFICE, TITLED
from extractors.model import Issued, Issuer, Warning
from extractors.subject import subject_of_letter, subject_of_title
from extractors.zones import Zones

_URGENCY = {"hỏa tốc": "hỏa tốc", "thượng khẩn": "thượng khẩn", "khẩn": "khẩn"}


_SECRECY = {"tuyệt mật": "tuyệt mật", "tối mật": "tối mật", "mật": "mật"}


_ASKS_TO_REPORT = re.compile(
    r"(?<!\w)(?<!đã\s)(?:đề nghị|yêu cầu)\s(?:các(?!\scấp)|những|thủ trưởng|hiệu trưởng|giám đốc)\s"
    r"(?:(?!\sđể\s)[^.;]){2,160}?\s"
    r"(?:báo cáo|thực hiện|gửi)\s"
)
"""What a letter asks those it is to; a report's proposals go upwards, to one body."""


_ONLY_DAY = re.compile(r"(?P<mark>hỏa tốc|thượng khẩn|khẩn)?\s?ngày (?P<day>\d{1,2}\D.{3,20}\d{4})")
"""Behind the kind of act in a title: how urgent, of what day, no subject ("THÔNG BÁO khẩn ngày …")."""


_SENDS = re.compile(
    r"\W{0,6}((?:thủ tướng|bộ trưởng|chủ tịch|ban|bộ|ủy ban|văn phòng|tỉnh ủy|thành ủy)[^:;.]{0,80}?)"
    r"\s+điện\s{0,2}:"
)
"""A telegram's sender, before those it goes to: "THỦ TƯỚNG CHÍNH PHỦ điện:"."""


def read_head(text: str, zones: Zones) -> Head:
    """Reads the head zone of a text."""
    head = Head()
    laid = head_layout.read(text, zones)
    if laid is None:
        return head
    _read_number_and_day(head, laid)
    _read_marks(head, laid)
    sender, bodies = _read_issuer(head, text, laid)
    _read_subject(head, text, zones, laid, sender)
    named_so = _read_cited(head, text, laid)
    if laid.page:
        read_page(head, text, zones, laid.cells)
        head.page = not laid.addressed
    _day_for_subject(head)
    named_so = _read_above(head, text, zones, laid, named_so, bodies)
    _read_type(head, text, zones, laid, named_so)
    if laid.addressed:
        _read_addressees(head, text, laid)
    if head.type or head.number or head.addressees:
        _complete(head, text, zones)
    if head.subject and head.number:
        head.subject = elsewhere.without_number(head.subject, head.number)
    if head.issuer is not None:
        head.issuer = _own_body(head, text, zones)
        head.issuer = sureness.weighed(head.issuer, head.number, view.folded(text)[zones.head[1] :])
    elif head.number is not None and not head.addressees and laid.title is None:
        # a ticket or a receipt has a number and a date too
        head.number = head.number.model_copy(update={"confidence": min(head.number.confidence, 0.7)})
    warn(head)
    return head


def _read_number_and_day(head: Head, laid: HeadLayout) -> None:
    cells, labelled = laid.cells, laid.labelled
    if labelled is not None:
        head.number = numbers.head_number_plain(cells[labelled].text, cells[labelled].start)
    dated = (cell for cell, kind in zip(cells, laid.kinds, strict=True) if kind == "date")
    head.issued = next((found for cell in dated if (found := issued_lines.read(cell))), None)
    if head.issued is None and labelled is not None:
        head.issued = _day_in_line(cells[labelled]) or _day_beside(cells, labelled)


def _read_marks(head: Head, laid: HeadLayout) -> None:
    """How urgent and how secret, by a stamp or by the title ("CÔNG ĐIỆN KHẨN")."""
    for cell, kind in zip(laid.cells, laid.kinds, strict=True):
        if kind == "mark":
            word = MARK.match(cell.low.strip(" .:;()[]"))
            if word:
                head.urgency = head.urgency or _URGENCY.get(word[1])
                head.secrecy = head.secrecy or _SECRECY.get(word[1])
    urgent = re.search(r"(?<=công điện )(hỏa tốc|thượng khẩn|khẩn)\W*$", view.squeeze(laid.titled or ""))
    head.urgency = head.urgency or (urgent[1] if urgent else None)


def _read_issuer(head: Head, text: str, laid: HeadLayout) -> tuple[list[Cell], bool]:
    """The cells of a sender below the title, and whether any above it name a body."""
    cells, title = laid.cells, laid.title
    bodies = [cell for cell in _free(laid) if may_name_issuer(cell)]
    head.issuer = issuers.read_issuer(bodies, head.number, head.issued, text, laid.titled or "")
    if head.issuer is not None:
        lines = [c.text for c in cells[title : title + 3]] if title is not None else []
        head.issuer = completion.of_central_committee(head.issuer, lines, text, head.number)
    sender = _sender(cells, laid.kinds, laid.address)
    if sender and not bodies:
        head.issuer = sent = Issuer(name=names.normal(" ".join(c.text for c in sender)), confidence=0.9)
        sent.level, sent.span = names.level(sent.name), (sender[0].start, sender[-1].end)
    return sender, bool(bodies)


def _free(laid: HeadLayout) -> list[Cell]:
    """The cells above the title that may name a body: those above the number, those below it only where they
    go on with the name or none stands above."""
    cells, kinds, labelled = laid.cells, laid.kinds, laid.labelled
    ends = (laid.title, laid.address, _letter_subject(cells, kinds), len(cells))
    stop = min(i for i in ends if i is not None)
    free = [cell for i, cell in enumerate(cells[:stop]) if kinds[i] == ""]
    if labelled is None:
        return free
    above = [c for c in free if c.start < cells[labelled].start]
    below = [c for c in free if c.start > cells[labelled].start and c.upper]
    if above and below and any(map(may_name_issuer, above)) and not issuers.BODY_HEAD.match(below[0].low):
        below = below if issuers.goes_on(above[-1].low, below[0].low) else []
    return above + below or free


def _read_subject(head: Head, text: str, zones: Zones, laid: HeadLayout, sender: list[Cell]) -> None:
    cells, kinds, title, address = laid.cells, laid.kinds, laid.title, laid.address
    if laid.fused:
        read_fused(head, text, zones.head)
    elif title is not None:
        end = cells.index(sender[0]) if sender else address
        end = next((i for i in range(title + 1, address) if laid.page and is_day(cells[i])), end)
        head.subject, head.subject_span = subject_of_title(
            text, cells[title:end], kinds[title:end], closed=end == address < len(cells)
        )
    else:
        of_kind = bool(head.number and head.number.type_code not in {None, "CV"})
        head.subject, head.subject_span = subject_of_letter(text, cells, kinds, laid.labelled, of_kind)


def _read_cited(head: Head, text: str, laid: HeadLayout) -> str | None:
    """The act that a page's title cites, where the head has no number. Gives the line that names its kind."""
    cells, title = laid.cells, laid.title
    own = head.number is not None or laid.fused
    cited = cited_title.read(cells[0], text) if title == 0 and not own else None
    label = title == 0 and cells[0].low.strip(" .:#*") in tables.kinds_by_name()
    named_so = laid.titled
    if cited is None and label and not own and len(cells) > 1:
        cited = cited_title.read(cells[1], text)  # "Thông báo", the page's section, above the title
        named_so = cells[1].low if cited else named_so
    if cited is not None:
        head.number, head.subject, head.subject_span = cited.number, cited.subject, cited.subject_span
        head.issued, head.issuer = head.issued or cited.issued, cited.issuer or head.issuer
        head.page = not laid.addressed
    return named_so


def _day_for_subject(head: Head) -> None:
    """A day alone behind the kind of act is no subject: "THÔNG BÁO khẩn ngày 12 tháng 3 năm 2020"."""
    if head.subject and (day := _ONLY_DAY.fullmatch(view.folded(head.subject))):
        on = dates.DAY.search(day["day"])
        value = dates.day_of(on) if on else None
        head.issued = head.issued or (Issued(date=value, precision="day") if value else None)
        head.urgency, head.subject, head.subject_span = head.urgency or day["mark"], None, None


def _read_above(
    head: Head, text: str, zones: Zones, laid: HeadLayout, named_so: str | None, bodies: bool
) -> str | None:
    """Number and issuer from the page's heading above a letter, or from the act that it was issued with."""
    unnumbered = head.number is None and laid.labelled is None
    named_above = (
        cited_title.above(text, laid.cells[laid.address].start) if laid.addressed and unnumbered else None
    )
    if named_above is not None and not bodies and _asks_as(named_above[1].issuer, text, zones):
        named_so, own = named_above
        head.number, head.issuer, head.issued = own.number, own.issuer, head.issued or own.issued
        head.subject = head.subject or elsewhere.page_heading(text)
    elif unnumbered and (laid.title is not None or laid.addressed):
        _attach(head, text, letter=laid.addressed)
    return named_so


def _read_type(head: Head, text: str, zones: Zones, laid: HeadLayout, named_so: str | None) -> None:
    head.type = act_type(head.number, named_so, laid.addressed)
    letter = laid.page and laid.addressed
    asked = _ASKS_TO_REPORT.search(view.folded(text), *zones.body) if letter else None
    if asked and head.type and head.type.code == "BC":
        # a letter under a page's title that says what it asks for: "Báo cáo tình hình thu phí"
        head.type = act_type(None, None, True)
        title = laid.cells[0]
        head.subject, head.subject_span = view.squeeze(title.text).strip(" #*."), title.span


def _read_addressees(head: Head, text: str, laid: HeadLayout) -> None:
    """Whom it is to; and who sends it, where only that line says so ("Thủ tướng Chính phủ điện:")."""
    address = laid.cells[laid.address]
    head.addressees = addressees(laid.cells[laid.address :], laid.kinds[laid.address :])
    sends = _SENDS.match(address.low) if head.issuer is None else None
    if sends:
        span = address.start + sends.start(1), address.start + sends.end(1)
        name = names.normal(text[slice(*span)])
        head.issuer = Issuer(name=name, level=names.level(name), span=span, confidence=0.9)


def _own_body(head: Head, text: str, zones: Zones) -> Issuer:
    """The unit whose letterhead names the body above it alone: the one that asks in the text, if the number's
    code stands for it and not for the letterhead's ("TỔNG CỤC THỦY SẢN / Số: 12/KĐGS-NV": Cục Kiểm định)."""
    assert head.issuer is not None
    if head.number is None or not head.number.text or sureness.fits(head.number, head.issuer.name):
        return head.issuer
    asks = lead_in(text, zones.body) or asking(text, zones.body)
    unit = asks is not None and _UNIT.match(view.folded(asks.name)) is not None
    if asks is not None and asks.name.startswith("Văn phòng") and "VP" not in head.number.text:
        return head.issuer  # an office asks on behalf of its body
    return asks if asks and unit and sureness.fits(head.number, asks.name) else head.issuer


_UNIT = re.compile(r"(?:cục|vụ|viện|văn phòng|trung tâm|chi cục|phòng|thanh tra|ban quản lý)\s")


def _attach(head: Head, text: str, *, letter: bool) -> None:
    """Number, date and issuer from the act that the text says it was issued with."""
    act = attached.found(text, letter=letter)
    if act is not None:
        head.number = act.number
        head.issued, head.issuer = head.issued or act.issued, head.issuer or act.issuer
        head.page = head.page and not act.issuer  # the title is the act's own, not a page's about another


def _complete(head: Head, text: str, zones: Zones) -> None:
    """What the head leaves open, from elsewhere in the text."""
    above = zones.above
    listed = elsewhere.number(above)
    if head.number and listed and head.number.text and listed.text != head.number.text:
        head.number = head.number.model_copy(update={"confidence": min(head.number.confidence, 0.6)})
        message = f"The page's table says {listed.text}, the head {head.number.text}: compare them."
        spans = [head.number.span] if head.number.span else []
        head.warnings.append(Warning(code="number-mismatch", message=message, spans=spans))
    if head.number is None and not head.page:
        head.number = listed
    head.type = head.type or elsewhere.kind(above)
    head.issued = head.issued or elsewhere.issued(above)
    head.issuer = head.issuer or elsewhere.issuer(text, above, zones.body)
    if head.issuer is None and head.addressees:
        head.issuer = asking(text, zones.body)
    if head.subject is None:
        head.subject = elsewhere.subject(above) or elsewhere.printed_after(text, zones.head[1])
    if head.subject is None and head.number is None and head.addressees:
        head.subject = elsewhere.page_heading(text)


_DAY_FOLLOWS = re.compile(r"[,;(]\s{0,3}(?=(?:hồi|lúc|ngày)\s)")


def _day_in_line(cell: Cell) -> Issued | None:
    """The day behind a number in its line: "Số: 12/CĐ-TW, hồi 9 giờ 00 ngày 03/10/2013"."""
    at = _DAY_FOLLOWS.search(cell.low)
    if at is None:
        return None
    start = cell.start + at.end()
    return issued_lines.read(replace(cell, start=start, text=cell.text[at.end() :], low=cell.low[at.end() :]))


def _day_beside(cells: list[Cell], at: int) -> Issued | None:
    """The day alone behind a number in its row: "Số 12/SNV-CCHC Ngày 07-9-2015 V/v …"."""
    beside = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].row == cells[at].row else None
    on = _ONLY_DATE.fullmatch(beside.low.strip(" .,;")) if beside else None
    day = dates.DAY.search(beside.low) if beside and on else None
    value = dates.day_of(day) if day else None
    return Issued(date=value, precision="day") if value else None


_ONLY_DATE = re.compile(r"ngày\s{1,3}\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}")


def _asks_as(issuer: Issuer | None, text: str, zones: Zones) -> bool:
    """Whether the body that asks in a letter is the one named above it, in full or by its first words."""
    asks = asking(text, zones.body)
    return bool(asks and issuer and view.folded(issuer.name).startswith(view.folded(asks.name)))


def _sender(cells: list[Cell], kinds: list[str], address: int) -> list[Cell]:
    """The lines in capitals right above "ĐIỆN" on a line of its own: who sends a telegram."""
    if address >= len(cells) or cells[address].low.strip(" :") != "điện":
        return []
    first = address
    while (
        first > 1
        and not kinds[first - 1]
        and cells[first - 1].upper
        and not TITLED.match(cells[first - 1].low)
    ):
        first -= 1
    named = first < address and (issuers.BODY_HEAD.match(cells[first].low) or OFFICE.match(cells[first].low))
    return cells[first:address] if named else []


def _letter_subject(cells: list[Cell], kinds: list[str]) -> int | None:
    return next((i for i, kind in enumerate(kinds) if kind == "subject"), None)
