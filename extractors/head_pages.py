"""Heads that are no letterhead: a page's title over an act's text, a head in one sentence."""

from __future__ import annotations

import re

from extractors import dates, names, numbers, view
from extractors import issuer as issuers
from extractors.body_phrases import OPENERS, body_end
from extractors.head_cells import is_day
from extractors.head_layout import FUSED
from extractors.head_values import Head
from extractors.layout import Cell
from extractors.lead_in import lead_in
from extractors.lines import ADDRESSED, TITLED
from extractors.model import Issued, Issuer, Number, Span
from extractors.zones import Zones

_RECITAL = re.compile(r"\n\s{0,20}(?=(?:căn cứ|xét|theo đề nghị|thực hiện|thi hành)\s)")


_SUBJECT_BELOW = re.compile(
    r"\s{0,9}(?:về|quy định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt)\s[^\n]{4,300}"
    r"(?:\n[^\n]{4,200}){0,5}(?=\n\s{0,9}\n)"
)
"""What an act is about, on the lines below its kind, number and day, up to an empty line."""


def read_page(head: Head, text: str, zones: Zones, cells: list[Cell]) -> None:
    """A page without a head: the body in its title ("Thông báo của X"), else the one that orders in the
    sentence before the duties; a date on a line of its own."""
    title = cells[0]
    plain, low = view.plain(text), view.folded(text)
    match = TITLED.match(title.low)
    of = re.compile(r"\s+của\s+").match(title.low, match.end()) if match else None
    start = title.start + of.end() if of else 0
    head.issuer = None
    if of and (issuers.BODY_HEAD.match(low[start : title.end]) or OPENERS.match(low[start : title.end])):
        end = body_end(plain, low, start, title.end) or title.end
        about = re.match(r"\s+(?:về|v/v)\b", low[end : title.end])
        end = end if about else title.start + len(title.text.rstrip(" *#."))
        name = ", ".join(names.normal(part) for part in re.split(r",\s*", plain[start:end]))
        head.issuer = Issuer(name=name, level=names.level(name), span=(start, end), confidence=0.75)
        rest = view.trim(plain, end, title.end, " \t*#.")
        head.subject, head.subject_span = (view.squeeze(plain[slice(*rest)]), rest) if about else (None, None)
    else:
        head.issuer = lead_in(text, (zones.head[1], len(text)))
    for cell in cells[1:] if head.issued is None else ():
        if is_day(cell):
            day = dates.DAY.search(cell.low)
            head.issued = Issued(date=dates.day_of(day) if day else None, precision="day", span=cell.span)
            break


def read_fused(head: Head, text: str, zone: Span) -> None:
    """A head in one sentence, as law databases print it: "Quyết định của … số … ngày … về …"."""
    plain = view.plain(text)
    start = view.trim(text, *zone)[0]
    match = FUSED.match(view.folded(text)[start : zone[1]])
    if match is None:
        return
    span = start + match.start("issuer"), start + match.end("issuer")
    head.issuer = Issuer(
        name=names.normal(text[slice(*span)]),
        level=names.level(text[slice(*span)]),
        span=span,
        confidence=0.9,
    )
    after = span[1]
    written = None
    if match["serial"]:
        at = start + match.start("serial"), start + match.end("serial")
        head.number = Number(text=match["serial"], serial=int(match["serial"]), span=at, confidence=0.7)
    elif match[0].rstrip(" :").endswith("số"):
        written = next(numbers.find_plain(plain, start + match.end() - 1, zone[1]), None)
    if written:
        head.number = numbers.number_of(written)
        after = written.span[1]
    found = next(iter(dates.find(text, after, min(zone[1], after + 60))), None)
    if found:
        head.issued = Issued(date=found.iso, precision=found.precision, span=found.span)
        after = found.span[1]
    address = ADDRESSED.search(view.folded(text), after, zone[1])
    stop = address.start() if address else zone[1]
    recital = _RECITAL.search(view.folded(text), after, stop)
    rest = view.trim(text, after, recital.start() if recital else stop, " \t\r\n,.;:-*")
    if rest[0] >= rest[1] and not address and (below := _SUBJECT_BELOW.match(view.folded(text), zone[1])):
        rest = view.trim(text, *below.span(), " \t\r\n,.;:-*")
    head.subject, head.subject_span = view.squeeze(text[slice(*rest)]) or None, rest
