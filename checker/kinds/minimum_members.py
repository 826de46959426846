"""A minimum of members: a collective with fewer is not reviewed, or not ranked.

As in "tập thể còn dưới 03 người thì không kiểm điểm, không xếp loại".
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from checker.binding import Binding
from checker.effects import Effect, read_effect
from checker.ranks import Rank
from checker.record import RuleRecord
from checker.results import Results, Unit
from checker.settings import Settings
from checker.subjects import UNITS, Subject, subjects_in, unit_is
from checker.verdict import Outcome, Verdict, verdict_on


class MinimumMembers(RuleRecord):
    """A unit of fewer than ``count`` members is not reviewed or not ranked, as ``effect`` says."""

    kind: Literal["minimum_members"] = "minimum_members"
    count: int | None = Field(
        default=None, ge=1, description="The fewest members with which it may be ranked."
    )
    effect: str | None = Field(
        default=None, description="“not ranked” or “not reviewed”, in the act's words."
    )
    subject: str | None = Field(default=None, description="Which units, as in tập thể lãnh đạo, quản lý.")

    @cached_property
    def forbids(self) -> Effect | None:
        return read_effect(self.effect, self.text)

    @cached_property
    def _subjects(self) -> frozenset[Subject]:
        return subjects_in(self.subject or self.text) & UNITS

    def subjects(self) -> frozenset[Subject]:
        return self._subjects

    def terms(self) -> tuple[object, ...]:
        return self.count, self.forbids

    def demands(self) -> str:
        effect = self.forbids.label if self.forbids else self.effect or "(effect not said)"
        return f"with fewer than {self.count or '?'} members: {effect}"


def evaluate(rule: MinimumMembers, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """One verdict for each unit of the rule's subject. Kept: it has the members, or is left unranked."""
    unread = []
    if rule.count is None:
        unread.append("how many members the rule asks for")
    if rule.forbids is None:
        unread.append(
            "what the rule forbids below that number" + (f": “{rule.effect}”" if rule.effect else "")
        )
    if not rule.subjects():
        unread.append("which units the rule speaks of")
    if unread:
        return [verdict_on(rule, None, Outcome.CANNOT_TELL, missing=unread)]
    subjects = binding.narrow(rule.subjects())
    out = []
    for unit in results.units.values():
        if not binding.binds(unit.key):
            continue
        belongs = [unit_is(unit.nature, subject) for subject in sorted(subjects)]
        if any(answer is not False for answer in belongs):
            out.append(_judge(rule, unit, certain=True in belongs))
    return out


def _judge(rule: MinimumMembers, unit: Unit, *, certain: bool) -> Verdict:
    assert rule.count is not None
    assert rule.forbids is not None
    done = outcome_happened(rule.forbids, unit)
    word = rule.forbids.label.removeprefix("not ")
    if unit.members is None:
        if done is False:
            return verdict_on(rule, unit, Outcome.NOT_APPLICABLE, f"not {word}")
        missing = [unit.doubts.get("members") or f"how many members “{unit.name}” has ({unit.place})"]
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing)
    enough = unit.members >= rule.count
    sign = "≥" if enough else "<"
    numbers = f"{unit.members} {sign} {rule.count} members"
    if enough:
        outcome = Outcome.NOT_APPLICABLE if done is False else Outcome.KEPT
        return verdict_on(rule, unit, outcome, numbers)
    if done is False:
        return verdict_on(rule, unit, Outcome.KEPT, f"{numbers}, not {word}")
    if done is None:
        missing = [unit.doubts.get("rank") or f"whether “{unit.name}” was {word} ({unit.place})"]
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, numbers, missing=missing)
    if not certain:
        missing = [f"what “{unit.name}” is ({unit.place}): fill the column unit_kind"]
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, numbers, missing=missing)
    change = f"leave “{unit.name}” {rule.forbids.label}"
    return verdict_on(rule, unit, Outcome.VIOLATED, f"{numbers}, yet {word}", change=change)


def outcome_happened(effect: Effect, unit: Unit) -> bool | None:
    """Whether what the effect forbids was done to the unit; None where the sheet does not say."""
    if effect.reviewed:
        if unit.reviewed is not None:
            return unit.reviewed
        if unit.rank is not None and unit.rank is not Rank.UNRANKED:
            return True  # nobody is ranked without a review
        return True if unit.reviewed_on is not None else None
    return None if unit.rank is None else effect.forbids(unit.rank)
