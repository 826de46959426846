"""Which places of another act a clause changes: "Điều 7, khoản 3, điểm a, điểm b; Điều 8".

State acts name a place from its least part up ("điểm a khoản 3 Điều 7"), Party directives from the greatest
down ("Mục IV, khoản 2, điểm 2.3a"); here the greatest part comes first, and a semicolon parts places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest

from extractors import view
from extractors.amendment_parts import PLACE
from extractors.model import Span
from extractors.structure import Clause, Structure

_BESIDE = re.compile(r"\s*(?:,|;|và|,\s*và)\s*(?:các\s+)?")
_NUMBERS = re.compile(
    r"\s*(?:,|và)\s*(?P<number>\d{1,3}[a-zđ]?)(?![\w/.%])(?!\s*(?:ngày|tháng|năm|người|lần|đồng|như|bộ|điều\s+kiện))"
)
"""Further places of one kind: "Điều 3, Điều 5", "khoản 1, 2 và 3 Điều 6"."""
_LETTERS = re.compile(r"\s*(?:,\s*|và\s+)(?P<number>[a-zđ]\d?)(?![\w/.%)])")
""" "các điểm a, b và c khoản 2"."""
_ORDER = (
    "trang",
    "dòng",
    "dòng thứ",
    "phần",
    "chương",
    "mục",
    "tiểu mục",
    "điều",
    "khoản",
    "điểm",
    "tiết",
    "gạch đầu dòng",
    "gạch đầu dòng thứ",
    "đoạn",
    "phụ lục",
    "biểu mẫu",
    "mẫu",
)
_RANK = {unit: rank for rank, unit in enumerate(_ORDER)}
_CAPITAL = frozenset(["phần", "chương", "mục", "tiểu mục", "điều", "trang"])
_COUNTED = re.compile(r"\s+(?:từ\s+)?(?:trên\s+xuống|dưới\s+lên)(?!\w)")
_AT = re.compile(r"\W*(?:tại|(?:sửa|bổ|thay|bãi)\s)")
_LONGEST = 400

_Place = dict[str, list[str]]
"""The parts of one place by their unit, as printed: {"khoản": ["khoản 3"], "điều": ["Điều 7"]}."""


def read(structure: Structure, clause: Clause, quotes: Sequence[Span]) -> str | None:
    """Where in the act; what the clause does not say the clauses above may. None where no place is named.

    ``quotes``: the old and the new words, in which places are none of the act's own.
    """
    end = quotes[0][0] if quotes and quotes[0][0] < clause.span[1] else clause.span[1]
    spans = [(clause.span[0], end)]
    spans += [(a[1], b[0]) for a, b in pairwise(quotes) if b[0] < clause.span[1]]
    if quotes and quotes[-1][1] < clause.span[1]:
        spans.append((quotes[-1][1], clause.span[1]))
    places: list[_Place] = []
    for span in spans:
        places = _joined(places, _within(structure, span))
    for above in structure.ancestors(clause):
        if _AT.match(structure.low, *above.span):
            places = _joined(places, _within(structure, above.span))
    return "; ".join(_printed(place) for place in places) or None


def _joined(places: list[_Place], further: list[_Place]) -> list[_Place]:
    """What is said further on, or above, tells what the places lack; alone it is the place."""
    if not places:
        return further
    if further:
        for place in places:
            _complete(place, further[0].items())
    return places


def _complete(place: _Place, parts: Iterable[tuple[str, list[str]]]) -> None:
    for unit, said in parts:
        place.setdefault(unit, said)


def _within(structure: Structure, span: Span) -> list[_Place]:
    """The places named in a stretch of text, in the order printed."""
    low = structure.low[span[0] : min(span[1], span[0] + _LONGEST)]
    places: list[_Place] = []
    last, stop = "", -1
    matches = list(PLACE.finditer(low))
    for match, following in zip_longest(matches, matches[1:]):
        unit = _unit(match)
        beside = bool(places) and _BESIDE.fullmatch(low, stop, match.start()) is not None
        numbers, after = _numbers(low, unit, match)
        name = unit.capitalize() if unit in _CAPITAL else unit
        parts = [f"{name} {view.squeeze(structure.plain[span[0] + a : span[0] + b])}" for a, b in numbers]
        begins = beside and (
            _begins(places[-1], last, unit) or (unit != last and _goes_up(low, unit, after, following))
        )
        if not places or begins:
            places.append({unit: parts})
        elif unit not in places[-1]:
            places[-1][unit] = parts
        elif beside and unit == last:
            places[-1][unit] += parts
        else:
            continue  # named again in another connection: "Điều 3 … quy định tại Điều 9"
        last, stop = unit, after
    for place, later in reversed(list(pairwise(places))):
        top = min(_RANK[unit] for unit in place)
        _complete(place, ((unit, said) for unit, said in later.items() if _RANK[unit] < top))
    for place, later in pairwise(places):  # "Mục IV, khoản 2, điểm a; khoản 3": of the same Mục
        greatest = min(later, key=_RANK.__getitem__)
        if greatest in place:
            above = [(unit, said) for unit, said in place.items() if _RANK[unit] < _RANK[greatest]]
            _complete(later, above)
    return places


def _begins(place: _Place, last: str, unit: str) -> bool:
    """Whether a part beside a place begins another: one of a lesser kind than the part just named, where that
    ended a place told from its least part up ("khoản 2 Điều 3, | điểm a khoản 1 Điều 4"), or the like of it
    ("khoản 3 Điều 7 và | Điều 8")."""
    upward = list(place)[-1] == last and len(place) > 1 and _RANK[next(iter(place))] > _RANK[last]
    if upward:
        return _RANK[unit] >= _RANK[last]
    return unit in place and unit != last  # "điểm a khoản 1, | khoản 2 …" has been told by the first rule


def _goes_up(low: str, unit: str, after: int, following: re.Match[str] | None) -> bool:
    """Whether the greater part follows at once: "Điều 3 và | khoản 2 Điều 7"."""
    if following is None or _RANK[_unit(following)] >= _RANK[unit]:
        return False
    return not low[after : following.start()].strip()


def _unit(match: re.Match[str]) -> str:
    return re.sub(r"\s+", " ", match["unit"])


def _numbers(low: str, unit: str, match: re.Match[str]) -> tuple[list[Span], int]:
    way = _COUNTED.match(low, match.end()) if unit.startswith("dòng") else None
    stop = way.end() if way else match.end("number")
    numbers = [(match.start("number"), stop)]
    further = _LETTERS if match["number"][0].isalpha() and unit in ("điểm", "tiết") else _NUMBERS
    while more := further.match(low, stop):
        numbers.append(more.span("number"))
        stop = more.end()
    return numbers, stop


def _printed(place: _Place) -> str:
    return ", ".join(part for unit in _ORDER for part in place.get(unit, ()))
