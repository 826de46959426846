"""What if a rank were another: the verdicts before and after."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from checker.errors import CheckError
from checker.ranks import Rank, read_rank
from checker.record import Record
from checker.results import Person, Results, Unit
from checker.subjects import PERSONS, Subject, subjects_in
from checker.verdict import Outcome, Verdict
from checker.words import plain


@dataclass(frozen=True, slots=True)
class Change:
    """One rank to change: of a person or a unit, by name, code, or "people:ROW" / "units:ROW"; ``capacity``:
    only the rank that a person has in it."""

    who: str
    rank: Rank
    where: str | None = None
    capacity: Subject | None = None


class Difference(Record):
    """A verdict that a change turns."""

    rule: str
    unit: str
    subject: Subject | None
    before: Outcome
    after: Outcome
    numbers_before: str
    numbers_after: str
    counts: bool


def read_change(text: str) -> Change:
    """ "Nguyễn Văn A=HTTNV", "Nguyễn Văn A@Chi bộ 1=HTTNV", "people:12=HTTNV"; "people:12#đảng viên=HTTNV"
    changes the rank in one capacity only. Raises `CheckError`."""
    who, sign, word = text.rpartition("=")
    rank = read_rank(word)
    who, named, words = who.partition("#")
    capacities = subjects_in(words) & PERSONS if named else frozenset()
    if not sign or not who.strip() or rank is None or len(capacities) != bool(named):
        raise CheckError(
            "what-if", f"{text!r} is no change: write “NAME=RANK”, for example “Nguyễn Văn A=HTTNV”."
        )
    name, _, where = who.partition("@")
    return Change(name.strip(), rank, where.strip() or None, next(iter(capacities), None))


def apply(results: Results, changes: Iterable[Change]) -> Results:
    """The results with the changes made, the originals untouched. Raises `CheckError` where a name fits
    nobody, or more than one."""
    units = dict(results.units)
    people = list(results.people)
    for change in changes:
        found = _find(change, units, people)
        if isinstance(found, Unit):
            doubts = {k: v for k, v in found.doubts.items() if k != "rank"}
            units[found.key] = replace(found, rank=change.rank, doubts=doubts)
        else:
            at = next(i for i, person in enumerate(people) if person is found)
            people[at] = replace(found, reviews=_reviews(found, change))
    # a copy with its own caches: what hangs together must be worked out anew
    return Results(units, people, results.reports, results.issues, results.columns, results.circular)


def _reviews(person: Person, change: Change) -> tuple[tuple[Subject | None, Rank | None], ...]:
    if change.capacity is None:
        return tuple((capacity, change.rank) for capacity, _ in person.reviews) or ((None, change.rank),)
    others = tuple(review for review in person.reviews if review[0] not in (change.capacity, None))
    return (*others, (change.capacity, change.rank))


def _find(change: Change, units: dict[str, Unit], people: list[Person]) -> Unit | Person:
    row = re.fullmatch(r"(people|units):(\d+)", change.who)
    fitting: list[Unit | Person]
    if row:
        pool: Iterable[Unit | Person] = people if row.group(1) == "people" else units.values()
        fitting = [item for item in pool if item.place.row == int(row.group(2))]
    else:
        name = plain(change.who)
        fitting = [u for u in units.values() if name in (plain(u.name), plain(u.key))]
        if not fitting or change.where:
            fitting = [p for p in people if name in (plain(p.name), plain(p.code or ""))]
        if change.where:
            place = plain(change.where)
            fitting = [
                p
                for p in fitting
                if isinstance(p, Person) and p.unit and place in (plain(p.unit), plain(units[p.unit].name))
            ]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise CheckError("what-if", f"nobody and no unit is called {change.who!r} in the sheets.")
    rows = "; ".join(f"{item.name} ({item.place})" for item in fitting[:5])
    raise CheckError(
        "what-if",
        f"{change.who!r} fits {len(fitting)}: {rows}. Write “NAME@UNIT=RANK” or “people:ROW=RANK”.",
    )


def differences(before: Iterable[Verdict], after: Iterable[Verdict]) -> list[Difference]:
    """The verdicts that differ in outcome or numbers."""
    known = {(v.rule, v.unit_key, v.unit, v.subject, v.counts): v for v in before}
    out = []
    for new in after:
        old = known.get((new.rule, new.unit_key, new.unit, new.subject, new.counts))
        if old is not None and (old.outcome, old.numbers) != (new.outcome, new.numbers):
            out.append(
                Difference(
                    rule=new.rule,
                    unit=new.unit,
                    subject=new.subject,
                    before=old.outcome,
                    after=new.outcome,
                    numbers_before=old.numbers,
                    numbers_after=new.numbers,
                    counts=new.counts,
                )
            )
    return out
