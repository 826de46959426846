"""The act that a text without a head was issued with: "(Ban hành kèm theo Công văn số … của …)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import dates, names, numbers, view
from extractors.body_phrases import body_end
from extractors.mentions import kind_before
from extractors.model import Issued, Issuer, Number, Span

_WITH = re.compile(
    r"(?m)^[\s|*_(]{0,12}(?:ban\s{1,3}hành\s{1,3})?(?:kèm\s{1,3})?theo\s{1,3}"
    r"(?=(?:công\s{1,3}văn|quyết\s{1,3}định|hướng\s{1,3}dẫn|kế\s{1,3}hoạch|thông\s{1,3}báo|chỉ\s{1,3}thị|"
    r"nghị\s{1,3}quyết|quy\s{1,3}định)\s)"
)
_DAY = re.compile(r"[\s,]{1,4}ngày\s{1,3}")
_OF = re.compile(r"[\s,]{1,4}của\s{1,3}")
_CLOSES = re.compile(r"\s{0,3}[.;]?\s{0,3}\)|[ \t.*_]{0,9}(?:\n|$)")
_TOP = 1500


@dataclass(frozen=True, slots=True)
class With:
    """Number, date and issuer of the act that a text was issued with."""

    number: Number
    issued: Issued | None
    issuer: Issuer | None


def found(text: str, *, letter: bool) -> With | None:
    """The act named on a line of its own, under the title or over an annex; None where several are named.

    ``letter``: the text is a letter to somebody, which only an official letter's annex can name.
    """
    plain, low = view.plain(text), view.folded(text)
    seen: dict[str, With] = {}
    for match in _WITH.finditer(low, 0, len(low) if letter else min(len(low), _TOP)):
        if not (low.startswith("công", match.end()) if letter else "(" in match[0]):
            continue  # a title may go on with the act that it amends: "… ban hành kèm theo Quyết định số …"
        one = _read(plain, low, match.end())
        if one is not None and one.number.text:
            kept = seen.get(one.number.text)
            seen[one.number.text] = one if kept is None or not (kept.issued and kept.issuer) else kept
    return next(iter(seen.values())) if len(seen) == 1 else None


def _read(plain: str, low: str, start: int) -> With | None:
    written = next(numbers.find_plain(plain, start, min(len(plain), start + 60)), None)
    if written is None or kind_before(low, start, written.span[0])[0] != start:
        return None
    at = written.span[1]
    issued: Issued | None = None
    day = _DAY.match(low, at)
    on = dates.DAY.match(low, day.end()) if day else None
    if on and dates.day_of(on):
        issued, at = Issued(date=dates.day_of(on), precision="day", span=on.span()), on.end()
    issuer: Issuer | None = None
    of = _OF.match(low, at)
    end = body_end(plain, low, of.end(), len(plain)) if of else None
    if of and end is not None:
        issuer, at = _issuer(plain, (of.end(), end)), end
    if not _CLOSES.match(low, at):
        return None
    return With(numbers.number_of(written, 0.7), issued, issuer)


def _issuer(plain: str, span: Span) -> Issuer:
    name = names.normal(plain[slice(*span)])
    return Issuer(name=name, level=names.level(name), span=span, confidence=0.7)
