"""All kinds of rules as one type: how they are read from directives and handed to their evaluators."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from checker.binding import Binding
from checker.duties import Duty, part_bounded
from checker.kinds import deadline, minimum_members, minimum_tenure, quota, rank_cap, required_report
from checker.kinds.deadline import Deadline
from checker.kinds.minimum_members import MinimumMembers
from checker.kinds.minimum_tenure import MinimumTenure
from checker.kinds.quota import Quota
from checker.kinds.rank_cap import RankCap
from checker.kinds.required_report import RequiredReport
from checker.record import Source
from checker.recurring import turns_from
from checker.results import Results
from checker.settings import Settings
from checker.verdict import Verdict
from checker.words import plain
from extractors import model

AnyRule = Annotated[
    Quota | RankCap | MinimumMembers | MinimumTenure | Deadline | RequiredReport, Field(discriminator="kind")
]
RULE: TypeAdapter[AnyRule] = TypeAdapter(AnyRule)

_EVALUATORS: dict[type, Callable[[Any, Results, Settings, Binding], list[Verdict]]] = {
    Quota: quota.evaluate,
    RankCap: rank_cap.evaluate,
    MinimumMembers: minimum_members.evaluate,
    MinimumTenure: minimum_tenure.evaluate,
    Deadline: deadline.evaluate,
    RequiredReport: required_report.evaluate,
}

_REPORT = re.compile(r"\bbao cao\b")


def evaluate(rule: AnyRule, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """The verdicts of one rule on all units that it binds."""
    return _EVALUATORS[type(rule)](rule, results, settings, binding)


def from_rule(rule: model.Rule, source: Source) -> AnyRule:
    """A rule as the extractors read it, with its words; the evaluator makes out what they mean."""
    common: dict[str, object] = {"id": rule.id, "kind": rule.kind, "text": rule.text, "source": source}
    subject = rule.subject
    terms: dict[str, object]
    match rule.kind:
        case "quota":
            terms = {
                "limit": rule.limit,
                "of": rule.of,
                "among": rule.among,
                "among_or_above": rule.among_or_above,
                "unit": rule.unit,
                "subject": subject,
            }
        case "rank_cap":
            terms = {"of": rule.of, "not_above": rule.not_above, "exceptions": rule.exceptions}
        case "minimum_members":
            terms = {"count": rule.count, "effect": rule.effect, "subject": subject}
        case "minimum_tenure":
            terms = {"months": rule.months, "effect": rule.effect, "subject": subject}
    return RULE.validate_python({**common, **terms})


def from_obligation(
    obligation: model.Obligation, deadlines: list[model.Deadline], source: Source
) -> list[Duty]:
    """The duties with a day that an obligation holds, one for each of its deadlines that has a date, comes
    again, or runs from an event.

    A duty to report (``report_to`` is given, or the act says "báo cáo") asks for a report; any other for
    being done in time. Prohibitions and permissions hold no duty.
    """
    if obligation.modality != "obligation":
        return []
    # "sau ngày …" names no last day that a duty could miss
    own = [
        d
        for d in deadlines
        if d.text in obligation.deadlines
        and (
            (d.date is not None and d.bound in ("before", "by", "on"))
            or d.recurrence
            or (d.event and turns_from(d.text))
        )
    ]
    inside = [d for d in own if obligation.span[0] <= d.span[0] < obligation.span[1]]
    out: list[Duty] = []
    for number, found in enumerate(inside or own, start=1):
        words = plain(part_bounded(obligation.text, found.text))
        common: dict[str, Any] = {
            "id": obligation.id if len(inside or own) == 1 else f"{obligation.id}.{number}",
            "obligation": obligation.id,
            "text": obligation.text,
            "source": source,
            "bearers": obligation.bearers,
            "date": found.date,
            "bound": _bound(found),
            "deadline": found.text,
            "recurrence": found.recurrence,
            "event": found.event if found.date is None else None,
        }
        if _REPORT.search(words):
            out.append(RequiredReport(**common, report_to=obligation.report_to))
        else:
            out.append(Deadline(**common))
    return out


def _bound(found: model.Deadline) -> model.Bound:
    """How a day is bound. What is due before an hour of a day can be done on that day, and the sheets tell
    no hours."""
    return "by" if found.bound == "before" and found.precision == "time" else found.bound
