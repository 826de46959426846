"""Review results held against the rules in force: the whole run, from results to a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from pydantic import Field

from checker.acts import Act
from checker.binding import Binding
from checker.collector import collector_paused
from checker.conflicts import Conflict
from checker.duties import Duty, match_reports
from checker.in_force import InForce, SetAside, Standing, rules_in_force
from checker.jurisdiction import Jurisdiction
from checker.record import Record, Source
from checker.results import Results
from checker.rules import AnyRule, evaluate
from checker.settings import Rounding, Settings
from checker.subjects import Subject
from checker.verdict import Outcome, Verdict


class RuleLine(Record):
    """A rule as it stood in the run. ``yields``: subjects for which another rule prevails, and which."""

    id: str
    kind: str
    demands: str
    text: str
    source: Source
    cited: str
    also: list[str] = Field(default_factory=list)
    yields: dict[str, str] = Field(default_factory=dict)
    notes: list[str] = Field(default_factory=list)


class IssueLine(Record):
    """A slip in the input: where, what, and whether it can have left a verdict in doubt."""

    code: str
    where: str | None
    row: int | None
    column: str | None
    message: str
    severe: bool


class Report(Record):
    """All that a run found. ``summary`` counts the verdicts that count, by outcome."""

    on: dt.date
    year: int
    rounding: Rounding
    summary: dict[Outcome, int]
    rules: list[RuleLine]
    conflicts: list[Conflict]
    set_aside: list[SetAside]
    issues: list[IssueLine]
    verdicts: list[Verdict]

    @property
    def violated(self) -> bool:
        return self.summary[Outcome.VIOLATED] > 0


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Where the rules come from: acts, rules written by hand, and the ids of acts that a person says bind."""

    acts: tuple[Act, ...] = ()
    written: tuple[AnyRule, ...] = ()
    chosen: frozenset[str] = frozenset()

    def place(self, rule_id: str) -> tuple[str, tuple[int, int]] | None:
        """The id of the act that a rule stands in, and where in its text; None for one written by hand."""
        return next((self._at(act, rule_id) for act in self.acts if rule_id in act.spans), None)

    @staticmethod
    def _at(act: Act, rule_id: str) -> tuple[str, tuple[int, int]]:
        start, end = act.spans[rule_id]
        return act.id, (start, end)


def check(results: Results, book: Rulebook, settings: Settings, where: Jurisdiction | None = None) -> Report:
    """Holds every unit against the rules that bind it on ``settings.on``.

    Units whose sheet gives a province, district or ward are held against the rules in force there; the others
    against those ``where`` the run as a whole stands.
    """
    with collector_paused():
        return _check(results, book, settings, where or Jurisdiction())


def _check(results: Results, book: Rulebook, settings: Settings, base: Jurisdiction) -> Report:
    places: dict[Jurisdiction, list[str]] = {}
    for unit in results.units.values():
        places.setdefault(base.of(unit), []).append(unit.key)
    if not places:
        places[base] = []
    rules: dict[str, RuleLine] = {}
    conflicts: dict[tuple[str, str], Conflict] = {}
    set_aside: dict[tuple[str, str], SetAside] = {}
    verdicts: list[Verdict] = []
    for place, keys in places.items():
        found = rules_in_force(book.acts, settings, place, written=book.written, chosen=book.chosen)
        bound = None if len(places) == 1 else frozenset(keys)
        verdicts += _hold(found, results, settings, bound)
        for standing in found.rules:
            rules.setdefault(standing.rule.id, rule_line(standing))
        conflicts.update({(c.first, c.second): c for c in found.conflicts})
        set_aside.update({(s.what, s.why): s for s in found.set_aside})
    summary = dict.fromkeys(Outcome, 0)
    for verdict in verdicts:
        if verdict.counts:
            summary[verdict.outcome] += 1
    return Report(
        on=settings.on,
        year=settings.year,
        rounding=settings.rounding,
        summary=summary,
        rules=list(rules.values()),
        conflicts=list(conflicts.values()),
        set_aside=list(set_aside.values()),
        issues=issue_lines(results),
        verdicts=verdicts,
    )


def _hold(
    found: InForce, results: Results, settings: Settings, bound: frozenset[str] | None
) -> Iterable[Verdict]:
    duties = [standing.rule for standing in found.rules if isinstance(standing.rule, Duty)]
    reports = match_reports(duties, results)
    for standing in found.rules:
        rule = standing.rule
        subjects = rule.subjects()
        yielded = frozenset(standing.yields) & subjects
        if not yielded:
            yield from _marked(standing, results, settings, Binding(bound, None, reports), counts=True)
            continue
        left = subjects - yielded
        if left:
            yield from _marked(standing, results, settings, Binding(bound, left, reports), counts=True)
        yield from _marked(standing, results, settings, Binding(bound, yielded, reports), counts=False)


def _marked(
    standing: Standing, results: Results, settings: Settings, binding: Binding, *, counts: bool
) -> Iterable[Verdict]:
    winners = sorted(set(standing.yields.values()))
    for verdict in evaluate(standing.rule, results, settings, binding):
        verdict.notes.extend(standing.notes)
        if not counts:
            verdict.counts = False
            verdict.notes.append(f"Another rule prevails here: {', '.join(winners)}.")
        yield verdict


def rule_line(standing: Standing) -> RuleLine:
    """A rule in force as the report shows it."""
    rule = standing.rule
    return RuleLine(
        id=rule.id,
        kind=rule.kind,
        demands=rule.demands(),
        text=rule.text,
        source=rule.source,
        cited=rule.source.label(),
        also=standing.also,
        yields={subject.value: winner for subject, winner in standing.yields.items()},
        notes=standing.notes,
    )


def issue_lines(results: Results) -> list[IssueLine]:
    """The slips in the input, as the report shows them."""
    return [
        IssueLine(
            code=issue.code,
            where=str(issue.place) if issue.place else None,
            row=issue.place.row if issue.place else None,
            column=issue.column,
            message=issue.message,
            severe=issue.severe,
        )
        for issue in results.issues
    ]


def capacity_called(text: str) -> Subject | None:
    """The capacity that a person names ("đảng viên", "official"); None where it is none, or several."""
    from checker.subjects import PERSONS, subjects_in

    found: Collection[Subject] = subjects_in(text) & PERSONS
    return next(iter(found)) if len(found) == 1 else None
