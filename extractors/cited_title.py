"""A page's title that cites the act below it: "Công văn số 12-CV/TU ngày 25/01/2007 của X về việc …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import dates, names, numbers, view
from extractors.body_phrases import body_end
from extractors.issuer import BODY_HEAD
from extractors.layout import Cell
from extractors.lines import TITLED
from extractors.model import Issued, Issuer, Number, Span

_NUMBER_AT = re.compile(r"\s{0,3}(?:số\s{0,3}:?\s{0,3})?(?=\d)")
_DAY_AT = re.compile(r"[\s,(]{0,4}(?:ban hành\s|ký\s)?ngày\s{1,3}")
_OF = re.compile(r"[\s,]{0,3}của\s{1,3}")
_ABOUT = re.compile(r"[\s,:)-]{0,4}(?=\S)")


@dataclass(frozen=True, slots=True)
class CitedTitle:
    """What such a title says; ``subject_span`` is where the subject stands."""

    number: Number
    issued: Issued | None
    issuer: Issuer | None
    subject: str | None
    subject_span: Span | None


def read(cell: Cell, text: str) -> CitedTitle | None:
    """The act that a title cites; None where it gives no whole number behind the kind of act."""
    plain, low = view.plain(text), view.folded(text)
    kind = TITLED.match(low[cell.start : cell.end])
    if plain[cell.start : cell.end].rstrip(" *\t")[-1:] in tuple(".:;,"):
        return None  # a sentence
    at = _NUMBER_AT.match(low, cell.start + kind.end(), cell.end) if kind else None
    written = next(numbers.find_plain(plain, at.end(), cell.end), None) if at else None
    if at is None or written is None or written.span[0] > at.end() or not written.parsed.issuer_code:
        return None
    after = written.span[1]
    issued: Issued | None = None
    lead = _DAY_AT.match(low, after, cell.end)
    day = dates.DAY.match(low, lead.end(), cell.end) if lead else None
    if day and dates.day_of(day):
        issued, after = Issued(date=dates.day_of(day), precision="day", span=day.span()), day.end()
    issuer: Issuer | None = None
    of = _OF.match(low, after, cell.end)
    end = body_end(plain, low, of.end(), cell.end) if of else None
    if of and end:
        name = names.normal(plain[of.end() : end])
        issuer, after = Issuer(name=name, level=names.level(name), span=(of.end(), end), confidence=0.8), end
    about = _ABOUT.match(low, after, cell.end)
    span = view.trim(plain, about.end(), cell.end, " \t\r\n*#.|") if about else None
    subject = view.squeeze(plain[slice(*span)]) if span else ""
    return CitedTitle(numbers.number_of(written), issued, issuer, subject or None, span)


_LINES_ABOVE = 6
_LONGEST_ISSUER = 14
_ALONE = re.compile(
    r"\W{0,6}(?P<kind>[^\W\d_]+ [^\W\d_]+)\s{1,3}số\s{0,3}:?\s{0,3}(?=\d)[^\s,]{3,30},?\s{1,3}"
    r"(?:ban hành\s{1,3})?ngày\s[^,.;:]{6,24}?\s{1,3}của\s{1,3}(?P<issuer>[^,.;:]{3,120})$"
)


def above(text: str, start: int) -> tuple[str, CitedTitle] | None:
    """The kind and the head of an act that a page names on a line of its own above its "Kính gửi" ("Thông báo
    số 12/TB-CĐ ngày 12/9/2019 của Công đoàn Trường X"); None where no line there names one so."""
    plain, low = view.plain(text), view.folded(text)
    lines = [line for line in view.lines(text, 0, start) if low[slice(*line)].strip()]
    for n, line in enumerate(lines[-_LINES_ABOVE:]):
        a, b = view.trim(plain, *line)
        before = low[slice(*lines[-_LINES_ABOVE:][n - 1])].strip(" :\t") if n else ""
        if before.endswith(("thực hiện", "căn cứ", "theo")):
            continue  # an act that this one rests on
        match = _ALONE.match(low[a:b])
        if match is None or not TITLED.match(match["kind"]) or len(match["issuer"].split()) > _LONGEST_ISSUER:
            continue
        written = next(numbers.find_plain(plain, a, b), None)
        day = dates.DAY.search(low, written.span[1], b) if written else None
        if written is None or day is None or not BODY_HEAD.match(match["issuer"]):
            continue
        span = a + match.start("issuer"), b
        name = names.normal(plain[slice(*span)])
        issuer = Issuer(name=name, level=names.level(name), span=span, confidence=0.8)
        issued = Issued(date=dates.day_of(day), precision="day", span=day.span())
        return match["kind"], CitedTitle(numbers.number_of(written), issued, issuer, None, None)
    return None
