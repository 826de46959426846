"""A minimum of time: units founded, or people appointed or admitted, too lately are not ranked.

As in "chi bộ lập chưa đủ 06 tháng thì chưa xếp loại".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from pydantic import Field

from checker.binding import Binding
from checker.effects import Effect, read_effect
from checker.kinds.minimum_members import outcome_happened
from checker.periods import Days, served
from checker.record import RuleRecord
from checker.results import Person, Results, Unit
from checker.settings import Settings
from checker.subjects import PERSONS, UNITS, Subject, subjects_in, unit_is
from checker.verdict import Finding, Outcome, Verdict, verdict_on, worst
from checker.words import plain

Since = Literal["founded", "joined", "arrived", "appointed", "months_worked"]

_SINCE: tuple[tuple[Since, re.Pattern[str]], ...] = (
    ("founded", re.compile(r"\b(thanh lap|founded)\b")),
    ("joined", re.compile(r"\b(ket nap|vao dang|tuyen dung|joined|admitted)\b")),
    ("months_worked", re.compile(r"\b(thoi gian )?cong tac trong nam\b|\bmonths worked\b")),
    (
        "arrived",
        re.compile(
            r"\b(chuyen (sinh hoat|cong tac)?|luan chuyen|dieu dong|cong tac tai|sinh hoat tai|arrived)\b"
        ),
    ),
    ("appointed", re.compile(r"\b(bo nhiem|nhan nhiem vu|giu chuc( vu)?|appointed)\b")),
)
"""From when the months run, by the words that say so; the first that stands in the rule."""


class MinimumTenure(RuleRecord):
    """Those who have not served ``months`` by the day of the review are not ranked (or as ``effect``
    says)."""

    kind: Literal["minimum_tenure"] = "minimum_tenure"
    months: int | None = Field(default=None, ge=1)
    effect: str | None = Field(
        default=None, description="“not ranked” or “not reviewed”, in the act's words."
    )
    subject: str | None = Field(
        default=None, description="Who, as in tập thể lãnh đạo, quản lý mới thành lập."
    )

    @cached_property
    def forbids(self) -> Effect | None:
        return read_effect(self.effect, self.text)

    @cached_property
    def since(self) -> Since | None:
        """From which date the months run; None where the words do not say."""
        for words in (plain(self.subject or ""), plain(self.text)):
            for since, pattern in _SINCE:
                if pattern.search(words):
                    return since
        return None

    @cached_property
    def _subjects(self) -> frozenset[Subject]:
        found = subjects_in(self.subject or self.text)
        if self.since == "founded":
            return found & UNITS
        people = found & PERSONS
        return people or (PERSONS if self.since else frozenset())

    def subjects(self) -> frozenset[Subject]:
        return self._subjects

    def terms(self) -> tuple[object, ...]:
        return self.months, self.forbids, self.since

    def demands(self) -> str:
        effect = self.forbids.label if self.forbids else self.effect or "(effect not said)"
        return f"{self.since or 'in place'} less than {self.months or '?'} months ago: {effect}"


def evaluate(rule: MinimumTenure, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """One verdict for each unit; where the rule speaks of people, over all of the unit's own people."""
    unread = []
    if rule.months is None:
        unread.append("how many months the rule asks for")
    if rule.forbids is None:
        unread.append(
            "what the rule forbids before that time" + (f": “{rule.effect}”" if rule.effect else "")
        )
    if rule.since is None or not rule.subjects():
        unread.append("of whom the rule speaks, and from when the months run")
    if unread:
        return [verdict_on(rule, None, Outcome.CANNOT_TELL, missing=unread)]
    subjects = binding.narrow(rule.subjects())
    if rule.since == "founded":
        return list(_units(rule, subjects, results, settings, binding))
    return list(_people(rule, subjects, results, settings, binding))


def _days(unit: Unit | None, settings: Settings) -> tuple[dt.date, ...]:
    on = unit.reviewed_on if unit else None
    return (on.earliest, on.latest) if on else (settings.on,)


def _served(since: Days, days: tuple[dt.date, ...], months: int) -> bool | None:
    answers = {served(since, day, months) for day in days}
    return answers.pop() if len(answers) == 1 else None


def _units(
    rule: MinimumTenure, subjects: frozenset[Subject], results: Results, settings: Settings, binding: Binding
) -> Iterable[Verdict]:
    assert rule.forbids is not None
    assert rule.months is not None
    word = rule.forbids.label.removeprefix("not ")
    for unit in results.units.values():
        belongs = [unit_is(unit.nature, subject) for subject in subjects]
        if not binding.binds(unit.key) or all(answer is False for answer in belongs):
            continue
        done = outcome_happened(rule.forbids, unit)
        days = _days(unit, settings)
        if unit.founded is None:
            if done is False:
                yield verdict_on(rule, unit, Outcome.NOT_APPLICABLE, f"not {word}")
            else:
                missing = [unit.doubts.get("founded") or f"when “{unit.name}” was founded ({unit.place})"]
                yield verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
            continue
        long_enough = _served(unit.founded, days, rule.months)
        span = f"founded {unit.founded}, by {days[0].isoformat()} "
        if long_enough is None:
            if done is False:
                yield verdict_on(rule, unit, Outcome.KEPT, f"not {word}")
            else:
                missing = [
                    unit.doubts.get("founded") or f"the day on which “{unit.name}” was founded or reviewed"
                ]
                yield verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
        elif long_enough:
            outcome = Outcome.NOT_APPLICABLE if done is False else Outcome.KEPT
            yield verdict_on(rule, unit, outcome, span + f"≥ {rule.months} months")
        elif done is False:
            yield verdict_on(rule, unit, Outcome.KEPT, span + f"< {rule.months} months, not {word}")
        elif done is None:
            missing = [unit.doubts.get("rank") or f"whether “{unit.name}” was {word} ({unit.place})"]
            yield verdict_on(
                rule, unit, Outcome.CANNOT_TELL, span + f"< {rule.months} months", missing=missing
            )
        elif True not in belongs:
            missing = [f"what “{unit.name}” is ({unit.place}): fill the column unit_kind"]
            yield verdict_on(
                rule, unit, Outcome.CANNOT_TELL, span + f"< {rule.months} months", missing=missing
            )
        else:
            yield verdict_on(
                rule,
                unit,
                Outcome.VIOLATED,
                span + f"< {rule.months} months, yet {word}",
                change=f"leave “{unit.name}” {rule.forbids.label}",
            )


def _people(
    rule: MinimumTenure, subjects: frozenset[Subject], results: Results, settings: Settings, binding: Binding
) -> Iterable[Verdict]:
    by_unit: dict[str | None, list[Person]] = {}
    for person in results.people:
        by_unit.setdefault(person.unit, []).append(person)
    for key, people in by_unit.items():
        unit = results.units[key] if key is not None else None
        if unit is not None and not binding.binds(unit.key):
            continue
        findings: list[Finding] = []
        missing: list[str] = []
        outcomes: list[Outcome] = []
        for person in people:
            outcome, detail, needed = _judge_person(rule, person, subjects, _days(unit, settings), settings)
            outcomes.append(outcome)
            missing += needed[: max(0, 5 - len(missing))]
            if outcome in (Outcome.VIOLATED, Outcome.CANNOT_TELL):
                findings.append(
                    Finding(who=person.name, where=str(person.place), outcome=outcome, detail=detail)
                )
        bad = [f for f in findings if f.outcome is Outcome.VIOLATED]
        kept = outcomes.count(Outcome.KEPT)
        numbers = f"{len(bad)} of {len(bad) + kept} against the rule"
        if len(bad) == 1:
            numbers += f": {bad[0].detail}"
        change = None
        if bad and rule.forbids is not None:
            names = ", ".join(f.who for f in bad[:5]) + (" …" if len(bad) > 5 else "")
            change = f"leave {names} {rule.forbids.label}"
        label = unit.name if unit else "people without a unit"
        yield verdict_on(
            rule,
            unit,
            worst(outcomes),
            numbers,
            label=label,
            missing=missing,
            change=change,
            findings=findings,
        )


def _judge_person(
    rule: MinimumTenure,
    person: Person,
    subjects: frozenset[Subject],
    days: tuple[dt.date, ...],
    settings: Settings,
) -> tuple[Outcome, str, list[str]]:
    assert rule.forbids is not None
    assert rule.months is not None
    assert rule.since is not None
    assumed = None if person.doubt("capacity") else settings.capacity
    sure = [r for c, r in person.reviews if (c or assumed) in subjects or subjects == PERSONS]
    maybe = [r for c, r in person.reviews if c is None and assumed is None]
    ranks = sure or maybe
    if not ranks or all(rank is not None and not rule.forbids.forbids(rank) for rank in ranks):
        return Outcome.NOT_APPLICABLE, "", []
    since, long_enough = _time_served(rule.since, rule.months, person, days)
    if long_enough:
        return Outcome.KEPT, "", []
    if long_enough is None:
        missing = person.doubt(rule.since) or f"{_ASKED[rule.since]} of {person.name} ({person.place})"
        return Outcome.CANNOT_TELL, missing, [missing]
    by = "" if rule.since == "months_worked" else f", by {days[0].isoformat()}"
    detail = f"{person.name} {rule.since.replace('_', ' ')} {since}{by} < {rule.months} months"
    if not sure:
        missing = f"in which capacity {person.name} is ranked ({person.place}): fill the column capacity"
        return Outcome.CANNOT_TELL, missing, [missing]
    if not any(rank is not None and rule.forbids.forbids(rank) for rank in ranks):
        missing = person.doubt("rank") or f"the rank of {person.name} ({person.place})"
        return Outcome.CANNOT_TELL, missing, [missing]
    return Outcome.VIOLATED, detail, []


_ASKED: dict[Since, str] = {
    "founded": "the day of founding",
    "joined": "the day of joining (column joined)",
    "arrived": "the day of arrival in the unit (column arrived)",
    "appointed": "the day of appointment (column appointed)",
    "months_worked": "the months worked in the year (column months_worked)",
}


def _time_served(
    since: Since, months: int, person: Person, days: tuple[dt.date, ...]
) -> tuple[Days | int | None, bool | None]:
    """``(the date or number used, whether it is long enough)``; None where the sheet does not settle it."""
    if since == "months_worked":
        worked = person.months_worked
        return worked, None if worked is None else worked >= months
    day = {"joined": person.joined, "arrived": person.arrived}.get(since, person.appointed)
    return day, None if day is None else _served(day, days, months)
