"""A deadline: what must be done by a day was reported as done in time.

"… rà soát, chấn chỉnh, khắc phục xong trước ngày …": the sheet of reports says when a unit did it. Where it
says nothing, the checker cannot tell: a duty done may go unreported.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal

from checker.binding import Binding
from checker.duties import Duty, binds, last_day, timing
from checker.recurring import after_event, turns
from checker.results import HandedIn, Results, Unit
from checker.settings import Settings
from checker.verdict import Finding, Outcome, Verdict, verdict_on, worst


class Deadline(Duty):
    """A duty to be done in time; its record in the reports' sheet says when it was."""

    kind: Literal["deadline"] = "deadline"

    def demands(self) -> str:
        return f"{', '.join(self.bearers) or 'those bound'}: done {self.when()}"


def evaluate(rule: Deadline, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """One verdict for each unit that the duty binds."""
    return list(judge(rule, results, settings, binding, absent=Outcome.CANNOT_TELL))


def judge(
    rule: Duty, results: Results, settings: Settings, binding: Binding, *, absent: Outcome
) -> Iterator[Verdict]:
    """``absent``: what it means that the sheet holds no report though the day has passed."""
    if "reports" not in results.columns:
        yield verdict_on(
            rule,
            None,
            Outcome.CANNOT_TELL,
            missing=["the sheet of reports: which unit handed in what, and when"],
        )
        return
    unsure: list[Unit] = []
    for unit in results.units.values():
        if not binding.binds(unit.key):
            continue
        reports, certain = binding.reports.get((rule.id, unit.key), ((), True))
        bound = True if reports and certain else binds(rule.bearers, unit)
        if bound is False:
            yield verdict_on(
                rule, unit, Outcome.NOT_APPLICABLE, notes=[f"The duty is that of: {', '.join(rule.bearers)}."]
            )
        elif rule.recurrence and (bound or reports):
            yield _judge_turns(rule, unit, reports, settings, absent, certain=certain)
        elif not certain:
            missing = [f"which duty this answers: {report.what!r} ({report.place})" for report in reports]
            yield verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
        elif reports:
            yield _judge_reports(rule, unit, reports)
        elif bound is None and not _not_due(rule, settings):
            unsure.append(unit)
        else:
            yield _judge_absent(rule, unit, settings, absent)
    if unsure:
        # one verdict, not thousands: the same words leave it open for all of them
        names = f"“{unsure[0].name}”" + (f" and {len(unsure) - 1} more units" if len(unsure) > 1 else "")
        missing = [f"whether the duty binds {names}: it is that of {', '.join(rule.bearers) or '(not said)'}"]
        one = unsure[0] if len(unsure) == 1 else None
        yield verdict_on(
            rule, one, Outcome.CANNOT_TELL, label=one.name if one else f"{len(unsure)} units", missing=missing
        )


def _not_due(rule: Duty, settings: Settings) -> bool:
    due = rule.due
    return (
        due is not None and rule.bound in ("before", "by", "on") and settings.on <= last_day(rule.bound, due)
    )


def _judge_turns(
    rule: Duty,
    unit: Unit,
    reports: tuple[HandedIn, ...],
    settings: Settings,
    absent: Outcome,
    *,
    certain: bool,
) -> Verdict:
    """A duty that comes again is kept where each of its turns that has passed was answered in time."""
    assert rule.recurrence is not None
    found = turns(rule.recurrence, rule.deadline, settings.year)
    if found is None:
        missing = [f"how often it is due: “{rule.deadline or rule.recurrence}”"]
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
    passed = [turn for turn in found if turn.last < settings.on]
    if not passed:
        return verdict_on(rule, unit, Outcome.NOT_APPLICABLE, f"not due yet: {rule.when()}")
    unclear = [
        r.doubt or f"when it was handed in ({r.place})" for r in reports if not (r.when and r.when.known)
    ]
    days = sorted(report.when.earliest for report in reports if report.when and report.when.known)
    ends = [turn.since for turn in found[1:]] + [dt.date.max]
    kept = [turn for turn in passed if any(turn.since <= day <= turn.last for day in days)]
    late = [
        turn
        for turn, end in zip(found, ends, strict=True)
        if turn in passed and turn not in kept and any(turn.last < day < end for day in days)
    ]
    wanting = [turn for turn in passed if turn not in kept]
    if not wanting:
        return verdict_on(rule, unit, Outcome.KEPT, f"{len(kept)} of {len(passed)} handed in")
    listed = ", ".join(turn.last.isoformat() for turn in wanting[:12])
    numbers = f"{len(kept)} of {len(passed)} handed in in time, late or missing: {listed}"
    if unclear or not certain:
        missing = unclear or [f"which duty this answers: {r.what!r} ({r.place})" for r in reports]
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, numbers, missing=missing)
    if late or absent is Outcome.VIOLATED:
        return verdict_on(rule, unit, Outcome.VIOLATED, numbers, change="hand in what is missing")
    missing = [f"which times “{unit.name}” did this ({rule.when()}): rows in the sheet of reports"]
    return verdict_on(rule, unit, Outcome.CANNOT_TELL, numbers, missing=missing)


def _judge_reports(rule: Duty, unit: Unit, reports: tuple[HandedIn, ...]) -> Verdict:
    findings = [_judge_one(rule, report) for report in reports]
    # several reports of one duty: the first in time keeps it, whatever came later
    outcomes = [finding.outcome for finding in findings]
    outcome = (
        Outcome.KEPT
        if Outcome.KEPT in outcomes
        else worst([o if Outcome.CANNOT_TELL not in outcomes else Outcome.CANNOT_TELL for o in outcomes])
    )
    shown = next(f for f in findings if f.outcome is outcome)
    missing = (
        [f.detail for f in findings if f.outcome is Outcome.CANNOT_TELL]
        if outcome is Outcome.CANNOT_TELL
        else []
    )
    change = "none: the day has passed" if outcome is Outcome.VIOLATED else None
    return verdict_on(rule, unit, outcome, shown.detail, missing=missing, change=change, findings=findings)


def _judge_one(rule: Duty, report: HandedIn) -> Finding:
    due = rule.due
    bound = rule.bound
    if due is None and rule.event and rule.deadline:
        if report.event_on is None:
            what = f"the day of “{rule.event}” ({report.place}): fill the column event_on"
            return Finding(who=report.what, where=str(report.place), outcome=Outcome.CANNOT_TELL, detail=what)
        due, bound = after_event(rule.deadline, report.event_on), "by"
    if report.when is None:
        outcome, detail = Outcome.CANNOT_TELL, report.doubt or f"when it was handed in ({report.place})"
    elif due is None:
        fixed = rule.bound not in ("event", "recurring") and not rule.deadline
        outcome = Outcome.KEPT if fixed else Outcome.CANNOT_TELL
        detail = f"handed in {report.when}" if fixed else f"the day that “{rule.when()}” falls on"
    else:
        answer = timing(bound, due, report.when)
        when = rule.when() if rule.due else f"by {due} ({rule.event})"
        late = f", {answer.late} day{'s' if answer.late != 1 else ''} late" if answer.late else ""
        detail = f"handed in {report.when}, due {when}{late}"
        if answer.kept is None:
            outcome, detail = (
                Outcome.CANNOT_TELL,
                f"the exact day it was handed in ({report.place}): {detail}",
            )
        else:
            outcome = Outcome.KEPT if answer.kept else Outcome.VIOLATED
    return Finding(who=report.what, where=str(report.place), outcome=outcome, detail=detail)


def _judge_absent(rule: Duty, unit: Unit, settings: Settings, absent: Outcome) -> Verdict:
    due = rule.due
    if _not_due(rule, settings):
        return verdict_on(rule, unit, Outcome.NOT_APPLICABLE, f"not due yet: {rule.when()}")
    if due is None and rule.event:
        missing = [
            f"whether and when “{rule.event}” came about for “{unit.name}”: a row in the sheet of reports"
        ]
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
    if due is None:
        return verdict_on(
            rule,
            unit,
            Outcome.CANNOT_TELL,
            missing=[f"the day it was due ({rule.when()}), and when it was done"],
        )
    if absent is Outcome.VIOLATED and rule.bound in ("before", "by", "on"):
        return verdict_on(
            rule,
            unit,
            Outcome.VIOLATED,
            f"nothing handed in, due {rule.when()}",
            change="hand the report in; it is late",
        )
    missing = [f"when “{unit.name}” did this (due {rule.when()}): a row in the sheet of reports"]
    return verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
