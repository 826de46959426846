"""What the checker says of one rule and one unit, with the numbers it used."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from checker.record import Record, RuleRecord
from checker.results import Unit
from checker.subjects import Subject


class Outcome(StrEnum):
    KEPT = "kept"
    VIOLATED = "violated"
    NOT_APPLICABLE = "not applicable"
    CANNOT_TELL = "cannot tell"


class Finding(Record):
    """One person, collective or report behind a verdict, with the row it stands in."""

    who: str
    where: str
    """File, sheet and row."""
    outcome: Outcome
    detail: str


class Verdict(Record):
    """One rule, one unit (or one group that the rule counts together).

    ``numbers`` is the comparison as a person would write it: "3 of 10 = 30 % > 20 %". ``missing`` says what
    is needed to tell; ``change`` the smallest change that would keep the rule. ``counts`` is False where
    another rule prevails over this one: the verdict is shown, and is no ground for action.
    """

    rule: str
    kind: str
    subject: Subject | None = None
    unit: str
    unit_key: str | None = None
    where: str | None = None
    outcome: Outcome
    numbers: str = ""
    missing: list[str] = Field(default_factory=list)
    change: str | None = None
    notes: list[str] = Field(default_factory=list)
    findings: list[Finding] = Field(default_factory=list)
    counts: bool = True


def worst(outcomes: list[Outcome]) -> Outcome:
    """Of several findings of one unit: a violation outweighs doubt, doubt outweighs what is kept."""
    for outcome in (Outcome.VIOLATED, Outcome.CANNOT_TELL, Outcome.KEPT):
        if outcome in outcomes:
            return outcome
    return Outcome.NOT_APPLICABLE


def verdict_on(
    rule: RuleRecord,
    unit: Unit | None,
    outcome: Outcome,
    numbers: str = "",
    *,
    label: str | None = None,
    subject: Subject | None = None,
    missing: list[str] | None = None,
    change: str | None = None,
    notes: list[str] | None = None,
    findings: list[Finding] | None = None,
) -> Verdict:
    """A verdict of a rule on a unit; without one, on the group that ``label`` names. Not validated: there
    may be tens of thousands of a run."""
    return Verdict.model_construct(
        rule=rule.id,
        kind=rule.kind,
        subject=subject,
        unit=label or (unit.name if unit else "all units"),
        unit_key=unit.key if unit else None,
        where=str(unit.place) if unit else None,
        outcome=outcome,
        numbers=numbers,
        missing=missing or [],
        change=change,
        notes=notes or [],
        findings=findings or [],
        counts=True,
    )
