"""Duties with a day: whom they bind, which reports answer them, whether a day was kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from pydantic import Field, field_validator

from checker.periods import Days, read_period
from checker.record import RuleRecord
from checker.results import HandedIn, Results, Unit
from checker.subjects import Subject
from checker.words import has, plain
from extractors.model import Bound

MIN_WORDS = 3
"""Fewer words than this name no report ("báo cáo" alone would answer every duty)."""


class Duty(RuleRecord):
    """A duty of ``bearers``, due on ``date`` as ``bound`` says (before: the day itself is late; by: it is
    not)."""

    obligation: str | None = Field(default=None, description="Id of the obligation in the corpus.")
    bearers: list[str] = Field(default_factory=list, description="Who must, as the act has it.")
    date: str | None = Field(default=None, description="ISO day, month, quarter (2023-Q1), year or interval.")
    bound: Bound = "by"
    deadline: str | None = Field(default=None, description="The deadline in the act's words.")
    recurrence: str | None = Field(
        default=None,
        description="How often, as directives have it: monthly:25, quarterly, every:6-months, yearly:12-15.",
    )
    event: str | None = Field(default=None, description="From what the time runs, in the act's words.")

    @field_validator("date", mode="before")
    @classmethod
    def _day(cls, value: object) -> object:
        return value.isoformat() if isinstance(value, dt.date) else value

    @field_validator("date")
    @classmethod
    def _readable(cls, value: str | None) -> str | None:
        if value is not None and read_period(value) is None:
            raise ValueError(
                f"{value!r} is no ISO day, month, quarter, year or interval (2023-12-15, 2023-Q1)"
            )
        return value

    @property
    def due(self) -> Days | None:
        return read_period(self.date)

    def subjects(self) -> frozenset[Subject]:
        return frozenset()

    def terms(self) -> tuple[object, ...]:
        return self.date, self.bound, self.recurrence, tuple(self.bearers), plain(self.text)

    def when(self) -> str:
        """ "before 2022-01-31"."""
        return f"{self.bound} {self.date}" if self.date else self.deadline or "on no stated day"


BOUNDS: tuple[str, ...] = get_args(Bound)


@dataclass(frozen=True, slots=True)
class Timing:
    """Whether a day keeps a bound (None: cannot be told) and by how many days it is late."""

    kept: bool | None
    late: int = 0


def timing(bound: str, due: Days, handed: Days) -> Timing:
    """Bounds as acts use them: "trước ngày D" excludes D, "chậm nhất ngày D", "đến", "trong" include it."""
    answers = {_timing(bound, due, day) for day in (handed.earliest, handed.latest)}
    kept = {answer.kept for answer in answers}
    if len(kept) > 1:
        return Timing(None)
    return Timing(kept.pop(), min(answer.late for answer in answers))


def _timing(bound: str, due: Days, day: dt.date) -> Timing:
    if bound == "before":
        last = due.earliest - dt.timedelta(days=1)
    elif bound in ("by", "on"):
        last = due.latest
    elif bound == "after":
        return Timing(day > due.latest)
    else:
        return Timing(None)
    if bound == "on" and day < due.earliest:
        return Timing(False)
    return Timing(day <= last, max(0, (day - last).days))


def last_day(bound: str, due: Days) -> dt.date:
    """The last day on which the duty is still kept."""
    return due.earliest - dt.timedelta(days=1) if bound == "before" else due.latest


_PART = re.compile(r"\s*(?:[,;]|\bvà\b)\s*")
_LEAD = re.compile(r"^(cac|nhung|moi|tung|toan the|dong chi)\s+")
_TAIL = re.compile(r"\s(truc thuoc|tren dia ban|trong|thuoc|cap)\b.*$")
_CLASSES: tuple[tuple[str, str], ...] = (
    ("cap uy", "party"),
    ("to chuc dang", "party"),
    ("to chuc co so dang", "party"),
    ("chi bo", "cell"),
    ("dang bo", "party"),
    ("tap the", "collective"),
    ("co quan", "office"),
    ("don vi", "office"),
    ("dia phuong", "office"),
)
_PARTY = re.compile(r"\b\w+ uy\b|\bdang\b|\bchi bo\b")


def binds(bearers: Iterable[str], unit: Unit) -> bool | None:
    """Whether a duty of these bearers is the unit's; None where neither name nor kind settles it."""
    name = plain(unit.name)
    party = False
    other = False
    for bearer in bearers:
        if has(plain(bearer), name):
            return True
        for raw in _PART.split(bearer):
            part = _TAIL.sub("", _LEAD.sub("", plain(raw)))
            if not part:
                continue
            if name == part or name.startswith(part + " "):
                return True
            tag = next((tag for phrase, tag in _CLASSES if part == phrase), None)
            if tag is not None and tag in unit.nature.tags:
                return True
            if _PARTY.search(part):
                party = True
            else:
                other = True
    if not unit.nature.known or not (party or other):
        return None
    # a duty of committees may well be its party organisation's: the sheet's name does not settle that
    if party and "party" in unit.nature.tags:
        return None
    if other and "party" not in unit.nature.tags:
        return None
    return False


_NUMBER = re.compile(r"\d{1,6}(?:\s*/\s*\d{4})?\s*[-/]\s*[^\W\d_]{1,6}(?:\s*[-/]\s*[^\W\d_][^\W_]*)+")
_CLAUSE = re.compile(
    r"\b(?:khoan|muc|diem|clause|dieu)\s+((?:[ivx]+|\d+)(?:\.\d+)*[a-z]?|thu \w+)", re.IGNORECASE
)


def _number(text: str) -> str | None:
    match = _NUMBER.search(text)
    return re.sub(r"\s+", "", match.group(0)).casefold() if match else None


def _answers(report: HandedIn, duty: Duty) -> int:
    """How surely a report answers a duty: 3 by its id, 2 by act and clause or by the words that its own
    deadline bounds, 1 by act or words of the clause alone, 0
    not."""
    what = report.what.strip()
    if what in (duty.id, duty.obligation):
        return 3
    number = _number(what)
    act = re.sub(r"\s+", "", duty.source.act).casefold() if duty.source.act else None
    if number is not None:
        if number != act:
            return 0
        # clauses are read from the words as typed: plain() would drop the full stop of "3.1"
        clause = _CLAUSE.search(_unmarked(what))
        if clause is None:
            return 1
        own = plain(duty.source.clause or "")
        return 2 if plain(clause.group(1)) == own else 0
    words = plain(what)
    if len(words.split()) < MIN_WORDS or not has(plain(duty.text), words):
        return 0
    part = part_bounded(duty.text, duty.deadline) if duty.deadline else duty.text
    return 2 if has(plain(part), words) else 1


def _unmarked(text: str) -> str:
    from corpus.fold import fold

    return fold(text)


Matched = Mapping[tuple[str, str], "tuple[tuple[HandedIn, ...], bool]"]
"""(rule, unit) → reports, and whether it is certain that they answer this duty and no other."""


def match_reports(duties: Iterable[Duty], results: Results) -> Matched:
    """Which reports answer which duty. One that fits several duties equally well answers none for certain."""
    out: dict[tuple[str, str], tuple[tuple[HandedIn, ...], bool]] = {}
    known = list(duties)
    cache: dict[str, list[tuple[Duty, int]]] = {}
    for report in results.reports:
        if report.unit is None:
            continue
        fits = cache.get(report.what)
        if fits is None:
            scored = [(duty, _answers(report, duty)) for duty in known]
            best = max((score for _, score in scored), default=0)
            fits = cache[report.what] = [
                (duty, score) for duty, score in scored if score == best and best > 0
            ]
        for duty, score in fits:
            certain = score >= 3 or len(fits) == 1
            before, sure = out.get((duty.id, report.unit), ((), True))
            out[duty.id, report.unit] = ((*before, report), sure and certain)
    return out


def part_bounded(text: str, deadline: str) -> str:
    """The part of an obligation that a deadline ends: "hoàn thành … trước ngày A và gửi báo cáo … chậm nhất
    ngày B" asks for a report by B only."""
    at = text.find(deadline)
    if at < 0:
        return text
    before = text[:at]
    earlier = max((m.end() for m in re.finditer(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}|;", before)), default=0)
    part = before[earlier:]
    # a deadline may also open the part that it bounds: "Trước ngày B, gửi báo cáo …"
    return part if len(part.split()) >= 3 else text[at:]
