"""Reads a directive's head and closing, the head of the act that an article reports, or what a text without a
head tells of itself."""

from __future__ import annotations

import re

from extractors import (
    closing,
    completion,
    elsewhere,
    head,
    names,
    report,
    report_own,
    report_told,
    signing,
    tables,
    view,
)
from extractors.head_rows import page_title
from extractors.head_values import Head
from extractors.lead_in import asking, has_items, lead_in, opening_body, orders_itself
from extractors.lines import ADDRESSED, TITLE
from extractors.model import ActType, Reading, Signatory, Warning
from extractors.zones import Zones

_BARE_KIND = re.compile(
    r"(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy)$"
)
"""A name that ends with the kind of its territory, which the place of issue completes."""


def read_ends(text: str, zones: Zones, reading: Reading) -> bool:
    """Reads head and closing, or the head of the act that an article reports; False for neither."""
    found = _read_parts(text, zones, reading)
    if found and not any(signatory.name for signatory in reading.signatories):
        named = elsewhere.signatory(zones.above)
        named = named or (elsewhere.signed_last(text) if reading.kind == "directive" else None)
        reading.signatories += [named] if named else []
    if found and reading.kind == "directive" and reading.issuer is None:
        place = reading.issued.place if reading.issued else None
        signed = next((s.authority for s in reading.signatories if s.authority), "")
        reading.issuer = elsewhere.issuer_signed_for(signed, place, text)
    if found and reading.kind == "directive" and reading.issuer is not None:
        place = reading.issued.place if reading.issued else None
        bare = _BARE_KIND.search(reading.issuer.name) and names.territory(reading.issuer.name) is None
        if place and bare:
            name, _ = completion.complete(reading.issuer.name, reading.issuer.parent, place, text)
            reading.issuer.name = name
    if found and reading.issuer is not None:
        reading.issuer.name = elsewhere.of_school(reading.issuer.name, text)
    if found and reading.kind == "directive" and reading.type is None:
        reading.type = elsewhere.called_itself(text)
    beside = reading.recipients if found and reading.kind == "directive" else []
    reading.warnings += signing.doubts(reading.signatories, beside, zones.closing)
    reading.signatories = [signatory for signatory in reading.signatories if signatory.name]
    return found


def _read_parts(text: str, zones: Zones, reading: Reading) -> bool:
    top = head.read_head(text, zones)
    signer = _introduce(text, zones, top) if top.number is None and top.addressees else None
    reading.recipients = closing.recipients(text, zones)
    reading.signatories = closing.signatories(text, zones) or ([signer] if signer else [])
    if (not top.found or top.page) and _reads_report(text, reading):
        return True
    signed = any(s.authority or s.position for s in reading.signatories)
    if top.found or (top.addressees and signed) or (top.type and _opens_as_act(text)):
        reading.number, reading.type, reading.issuer, reading.issued = (
            top.number,
            top.type,
            top.issuer,
            top.issued,
        )
        reading.urgency, reading.secrecy = top.urgency, top.secrecy
        reading.subject, reading.addressees = top.subject, top.addressees
        reading.warnings += top.warnings
        return True
    if reading.recipients and any(s.authority or s.position for s in reading.signatories):
        message = "No number, kind of act or addressees were found: the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    if (own := elsewhere.titled(text)) is not None:
        reading.type, reading.issuer, reading.subject = own
        message = "The text has no head: its title names the kind of act; the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    ordering = lead_in(text) if has_items(text) else None
    if ordering is not None:
        reading.issuer, reading.subject = ordering, elsewhere.page_heading(text)
        message = (
            "No number, kind of act or addressees were found: the issuer is the body that orders in the "
            "text; "
            "the first page may be missing."
        )
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    if _reads_headless(text, reading):
        return True
    if (asks := orders_itself(text)) is not None:
        reading.issuer, reading.subject = asks, elsewhere.page_heading(text)
        message = "The text has no head: its issuer is the body that asks; the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    if _in_articles(text):
        message = "The text has no head: it is parts of an act in articles; the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    reading.recipients, reading.signatories = [], []
    message = (
        "No number, kind of act or addressees were found at the start of this text: "
        "it may be no directive, or pages of it are missing."
    )
    reading.warnings.append(Warning(code="not-a-directive", message=message))
    return False


def _introduce(text: str, zones: Zones, top: Head) -> Signatory | None:
    """The head of a letter that a page reprints without it, from the page's sentence above it ("Ngày …,
    X có Công văn số … về việc …. Nội dung công văn:"); who signed it, where the sentence says so."""
    address = ADDRESSED.search(view.folded(text), *zones.head)
    above = text[: address.start()] if address else ""
    told = report.read_report(above) or report_told.read_told(above)
    if told is None or not told.issuing:
        return None
    top.number = told.number if told.number.text else None
    top.type, top.issuer = told.type or top.type, told.issuer or top.issuer
    top.issued, top.subject = told.issued or top.issued, top.subject or told.subject
    return told.signatory


_ITSELF = re.compile(r"(?<!\w)(công văn|thông báo|kế hoạch|hướng dẫn|chỉ thị|công điện)\s{1,3}này(?!\w)")


def _reads_headless(text: str, reading: Reading) -> bool:
    """Whether a body that asks opens the text ("Ban Thường vụ … đề nghị …") and the text calls itself an act
    ("công văn này"): the body and the kind of act are all there is of a head."""
    itself = _ITSELF.search(view.folded(text[:_REACH]))
    issuer = opening_body(text) if itself else None
    if itself is None or issuer is None:
        return False
    kind = tables.kinds_by_name()[itself[1]]
    reading.type, reading.issuer = ActType(code=kind.code, name=kind.name), issuer
    message = "The text has no head: kind and issuer are from its sentences; the first page may be missing."
    reading.warnings.append(Warning(code="head-missing", message=message))
    return True


_BASIS = re.compile(
    r"(?m)^\W{0,6}(?:căn cứ|thực hiện|theo đề nghị|xét|để)\s|(?:như sau|sau đây|(?:nội dung|việc) sau)\s?:"
)

_TITLE_OF = re.compile(
    r"\W{0,4}\w+ \w+ (?:về|v/v|tổ chức|xét|thực hiện|triển khai|đánh giá|kiểm tra|đăng ký|tuyển|phân công|"
    r"hướng dẫn)\s"
)

_TOP, _REACH = 3000, 20000


def _opens_as_act(text: str) -> bool:
    """Whether a text starts with a kind of act in capitals ("HƯỚNG DẪN") or a page's title ("Thông báo về …")
    and soon says what it rests on: an act whose head was not copied."""
    first = next((line for line in text.splitlines() if re.search(r"\w", line)), "")
    low = view.folded(text[:_TOP])
    about = page_title(first) and _TITLE_OF.match(view.folded(first))
    return bool(((first.isupper() and TITLE.match(view.folded(first))) or about) and _BASIS.search(low))


def _told(text: str) -> report.Report | None:
    """An act told of without its number; None where another body orders in the text, whose act it then is."""
    told = report_told.read_told(text)
    ordering = lead_in(text) if told and has_items(text) else None
    if told is None or told.issuer is None or ordering is None:
        return told
    a, b = view.folded(told.issuer.name), view.folded(ordering.name)
    return told if a in b or b in a else None


_IN_PARTS = re.compile(r"\W{0,8}(?:chương|phần|mục|điều)\s{1,3}(?:[ivx]{1,5}|\d{1,3})(?!\w)")

_ARTICLE = re.compile(r"(?m)^\W{0,6}điều\s{1,3}\d{1,3}[a-zđ]?\s{0,2}[.:]")

_LEAST_ARTICLES = 3


def _in_articles(text: str) -> bool:
    """Whether a text opens with a part of an act and goes on in articles ("Chương I … Điều 1. …")."""
    low = view.folded(text)
    articles = sum(1 for _ in _ARTICLE.finditer(low))
    return _IN_PARTS.match(low[:40]) is not None and articles >= _LEAST_ARTICLES


def _reads_report(text: str, reading: Reading) -> bool:
    if _IN_PARTS.match(view.folded(text[:40])):
        return False  # an act's own parts, its head lost: what it cites is not what it reports
    reported = report.read_report(text)
    if reported is not None and (own := report_own.carries_out(text, reported)):
        reading.issuer = reading.issuer or asking(text, own)
        return False
    if reported is not None and (reported.issuer is None or reported.subject is None):
        reported = report_told.filled(reported, text)
    if reported is not None:
        reported = report.with_asker(report_told.signed_later(reported, text), text)
    reported = reported or _told(text) or report_told.read_said(text)
    if reported is None or (reading.signatories and not reported.issuing):
        return False
    signed = [
        s for s in reading.signatories if s.authority or s.position
    ]  # of the letter that a page reprints
    reading.signatories = [reported.signatory] if reported.signatory else signed
    reading.recipients = reading.recipients if signed else []
    reading.kind = "report"
    reading.number = reported.number if reported.number.text else None
    reading.type, reading.issuer = reported.type, reported.issuer
    reading.issued, reading.subject = reported.issued, reported.subject
    reading.addressees = reported.addressees
    message = "This text reports an act and is not the act itself: the head's fields are the reported act's."
    reading.warnings.append(Warning(code="report", message=message, spans=[reported.span]))
    return True
