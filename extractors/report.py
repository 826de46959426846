"""Articles and pages that report an act: the act they report gives number, kind, issuer, date and subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import dates, names, numbers, tables, view
from extractors.body_phrases import body_end
from extractors.head import act_type
from extractors.model import ActType, Issued, Issuer, Number, Span
from extractors.numbers import Written

_REACH = 3000
"""An article names the act that it reports in its first paragraphs (those at hand: within 400 letters)."""
_ISSUES = re.compile(
    r"(?P<when>ngày\s{1,3}[\d/.-]{6,10},?\s{1,3})?(?P<who>[^.;:!?\n]{4,140}?)\s{1,3}"
    r"(?:(?:vừa|đã|mới|có|vừa mới|cũng)\s{1,3}){0,3}(?:ký\s{1,3})?(?:ban hành|ra|có|gửi|phát hành|ký)\s{1,3}"
    r"(?P<kind>[^\W\d_]{2,8}\s{1,2}[^\W\d_]{2,8}(?:\s{1,2}hành động|\s{1,2}liên tịch)?)\s{1,3}(?:số\s{1,3})?$"
)
_ABOUT = re.compile(
    r"[\s,]{0,3}(?:(?:chỉ đạo|yêu cầu|hướng dẫn|đề nghị|triển khai)\s{1,3}(?:về\s{1,3})?việc|(?=về\s))\s{0,3}"
)


@dataclass(slots=True)
class Report:
    """The act that an article reports; ``span`` is the first mention of its number."""

    number: Number
    type: ActType | None
    issuer: Issuer | None
    issued: Issued | None
    subject: str | None
    span: Span


def read_report(text: str) -> Report | None:
    """The act that a text without a head of its own reports; None where it reports none."""
    plain, low = view.plain(text), view.folded(text)
    reach = min(len(text), _REACH)
    mentions = list(numbers.find_plain(plain, 0, reach))
    for written in mentions:
        floor = (
            max(
                low.rfind("\n", 0, written.span[0]),
                low.rfind(". ", 0, written.span[0]),
                written.span[0] - 300,
                -1,
            )
            + 1
        )
        match = _ISSUES.search(low, floor, written.span[0])
        if match:
            return _report(text, plain, low, written, match)
    for written in mentions:
        line = next(((a, b) for a, b in view.lines(text, 0, reach) if a <= written.span[0] < b), None)
        words = low[line[0] : line[1]].split() if line else []
        if line and len(words) <= 7 and _mentions(mentions, written) > 1:
            return _report(text, plain, low, written, None)
    return None


def _mentions(mentions: list[Written], written: Written) -> int:
    return sum(m.parsed.text == written.parsed.text for m in mentions)


def _report(text: str, plain: str, low: str, written: Written, match: re.Match[str] | None) -> Report:
    number = numbers.number_of(written)
    after = written.span[1]
    date: Issued | None = None
    day = re.compile(r"[\s,(]{0,3}ngày\s{1,3}").match(low, after)
    found = dates.DAY.match(low, day.end()) if day else None
    if found and dates.day_of(found):
        date = Issued(date=dates.day_of(found), precision="day", span=found.span())
        after = found.end()
    elif match and match["when"]:
        found = dates.DAY.search(low, match.start("when"), match.end("when"))
        if found and dates.day_of(found):
            date = Issued(date=dates.day_of(found), precision="day", span=found.span())
    of = re.compile(r"[\s,]{0,3}của\s{1,3}").match(low, after)
    issuer: Issuer | None = None
    if of:
        end = body_end(plain, low, of.end(), len(plain))
        if end is not None:
            issuer, after = _issuer(plain, (of.end(), end), number), end
    if issuer is None and match:
        issuer = _who(plain, low, match, number)
    if issuer is None:
        issuer = _coded(number, low)
    return Report(
        number, act_type(number, None, False), issuer, date, _subject(plain, low, after), written.span
    )


def _who(plain: str, low: str, match: re.Match[str], number: Number) -> Issuer | None:
    """The body before "vừa ban hành": the last one that starts after a comma, or at the sentence's start."""
    a, b = match.span("who")
    for start in sorted({a, *(a + m.end() for m in re.finditer(r",\s{1,3}", low[a:b]))}, reverse=True):
        start = view.trim(plain, start, b)[0]
        end = body_end(plain, low, start, b)
        if end is not None and not re.sub(r"\s|vừa|đã|mới|có|cũng|ký", "", low[end:b]):
            return _issuer(plain, (start, end), number)
    return None


def _issuer(plain: str, span: Span, number: Number) -> Issuer:
    name = names.normal(plain[slice(*span)])
    if (number.issuer_code or "").startswith("UBND"):
        name = re.sub(r"^(?:Phó )?Chủ tịch (?=Ủy ban|UBND)", "", name)
    return Issuer(name=name, level=names.level(name), span=span, confidence=0.85)


def _coded(number: Number, low: str) -> Issuer | None:
    body = tables.bodies().get(tables.ascii_code(number.issuer_code or ""))
    if body and body.level == "central" and view.folded(body.name) in low:
        return Issuer(name=body.name, level=body.level, confidence=0.7)
    return None


def _subject(plain: str, low: str, after: int) -> str | None:
    about = _ABOUT.match(low, after)
    if about is None:
        return None
    end = re.compile(r"\.(?:\s|$)|\n|;|$").search(low, about.end(), about.end() + 600)
    line = view.squeeze(plain[about.end() : end.start() if end else about.end() + 600]).strip(' .,;:“”"')
    return line or None
