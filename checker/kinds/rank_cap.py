"""A rank cap: the rank of one is not above the rank of another, save for exceptions.

As in "thủ trưởng không xếp loại cao hơn cơ quan mình phụ trách, trừ người mới nhận việc" (the sense of
Hướng dẫn 21-HD/BTCTW 2019 and its successors).
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from pydantic import Field

from checker.binding import Binding
from checker.exceptions import CapException, read_exception
from checker.periods import served
from checker.ranks import Rank
from checker.record import RuleRecord
from checker.results import Person, Results, Unit
from checker.settings import Settings
from checker.subjects import UNITS, Subject, subjects_in, unit_is
from checker.verdict import Finding, Outcome, Verdict, verdict_on, worst
from checker.words import plain

_HEAD = re.compile(r"\b(nguoi dung dau|cap truong|thu truong|bi thu|heads?)\b")
_USUAL = re.compile(
    r"\b(nguoi dung dau|cap truong|thu truong|bi thu|heads?|cac|nhung|muc|xep loai|chat luong|cua|doi voi"
    r"|o|va|la"
    r"|cap uy|chi bo|dang bo|chi uy|dang uy|to chuc( co so)?( dang)?|tap the|co quan|don vi|dia phuong"
    r"|doanh nghiep"
    r"|can bo|dang vien|ca nhan|lanh dao|quan ly|of|the|a|unit|party|cell)\b"
)
"""What the words for a head usually hold; what is left narrows the rule ("cán bộ luân chuyển giữ chức vụ
…")."""


class RankCap(RuleRecord):
    """The rank of ``of`` is not above that of ``not_above``, unless one of the ``exceptions`` holds."""

    kind: Literal["rank_cap"] = "rank_cap"
    of: str | None = Field(default=None, description="Whose rank is bounded, as in người đứng đầu.")
    not_above: str | None = Field(
        default=None, description="Whose rank bounds it, as in tập thể do mình đứng đầu."
    )
    exceptions: list[str] = Field(default_factory=list, description="Who is exempt, one case an entry.")

    @cached_property
    def heads(self) -> bool:
        """True where those bounded are the heads of units."""
        return bool(_HEAD.search(plain(self.of or self.text)))

    @cached_property
    def narrowed(self) -> str | None:
        """Words that narrow the heads meant to some of them, which no sheet says; None where there are
        none."""
        rest = " ".join(_USUAL.sub(" ", plain(self.of or "")).split())
        return self.of if self.heads and rest else None

    @cached_property
    def headed(self) -> frozenset[Subject]:
        """The sorts of units whose heads are meant; "tập thể", or several sorts, mean any."""
        found = subjects_in(self.not_above or "") & UNITS
        anything = re.search(r"\bto chuc\b(?! (dang|co so))", plain(self.not_above or ""))
        if Subject.COLLECTIVE in found or anything:
            return UNITS
        return (found | (subjects_in(self.of or "") & UNITS)) or UNITS

    @cached_property
    def units(self) -> tuple[frozenset[Subject], frozenset[Subject]] | None:
        """``(bounded, bounding)`` where both are units, each the superior of the other in the sheet."""
        if self.heads or not (self.of and self.not_above):
            return None
        low, high = subjects_in(self.of) & UNITS, subjects_in(self.not_above) & UNITS
        return (low, high) if low and high else None

    @cached_property
    def exempting(self) -> list[CapException]:
        return [read_exception(text) for text in self.exceptions]

    def subjects(self) -> frozenset[Subject]:
        """The units whose heads, or whose own ranks, the rule bounds."""
        if self.heads:
            return self.headed
        return self.units[0] if self.units else frozenset()

    def terms(self) -> tuple[object, ...]:
        told = [e for e in self.exempting if e.kind != "empty"]
        exceptions = frozenset((e.kind, e.months, plain(e.text) if e.kind == "other" else "") for e in told)
        return self.heads, self.units, plain(self.narrowed or ""), exceptions

    def specificity(self) -> int:
        return 2 * super().specificity() + (1 if self.exempting else 0)

    def elaborates(self, other: RuleRecord) -> bool:
        # an exception that the other act does not know is a difference to be shown, never a detail filled in
        return False

    def demands(self) -> str:
        who = self.of or ("người đứng đầu" if self.heads else "(not said)")
        text = f"rank of {who} not above that of {self.not_above or 'the unit that they head'}"
        named = [e for e in self.exempting if e.kind != "empty"]
        return text + (f", with {len(named)} exception{'s' if len(named) > 1 else ''}" if named else "")


def evaluate(rule: RankCap, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """One verdict for each unit that is headed, or for each unit whose superior's rank bounds it."""
    if rule.heads:
        if not results.has("people", "heads"):
            missing = ["who heads what: the people's column heads (Đứng đầu)"]
            return [verdict_on(rule, None, Outcome.CANNOT_TELL, missing=missing)]
        sorts = binding.narrow(rule.headed)
        out = []
        for unit in results.units.values():
            meant = _meant(sorts, unit)
            if binding.binds(unit.key) and meant is not False:
                out.append(_judge_unit(rule, unit, results, settings, certain=meant is True))
        return out
    if rule.units is None:
        unread = f"whose rank the rule bounds by whose: “{rule.of or '?'}” by “{rule.not_above or '?'}”"
        return [verdict_on(rule, None, Outcome.CANNOT_TELL, missing=[unread])]
    return _judge_pairs(rule, rule.units, results, binding)


def _meant(sorts: frozenset[Subject], unit: Unit) -> bool | None:
    """Whether the unit is of a sort whose heads the rule bounds; None where what it is is not known."""
    if sorts == UNITS:
        return True
    answers = {unit_is(unit.nature, subject) for subject in sorts}
    return True if True in answers else None if None in answers else False


def _judge_unit(rule: RankCap, unit: Unit, results: Results, settings: Settings, *, certain: bool) -> Verdict:
    if unit.key in results.circular:
        circle = f"who heads “{unit.name}”: the sheet's heads or superiors stand in a circle"
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=[circle])
    heads = results.heads.get(unit.key, [])
    if not heads:
        if unit.rank is Rank.EXCELLENT or unit.rank is Rank.UNRANKED:
            why = "no rank is above HTXSNV" if unit.rank is Rank.EXCELLENT else "the unit is not ranked"
            return verdict_on(rule, unit, Outcome.NOT_APPLICABLE, notes=[f"No head is named; {why}."])
        return verdict_on(
            rule, unit, Outcome.CANNOT_TELL, missing=[f"who heads “{unit.name}” ({unit.place})"]
        )
    findings: list[Finding] = []
    missing: list[str] = []
    notes: list[str] = []
    changes: list[str] = []
    numbers: list[str] = []
    for person in heads:
        outcome, detail, needed, change = _judge_head(rule, person, unit, settings, certain=certain)
        findings.append(
            Finding.model_construct(who=person.name, where=str(person.place), outcome=outcome, detail=detail)
        )
        numbers.append(f"{person.name}: {detail}" if len(heads) > 1 else detail)
        missing += needed
        if change:
            changes.append(change)
    if len(heads) > 1:
        notes.append(f"{len(heads)} people are named as heading “{unit.name}”; each was held against it.")
    if any(e.kind == "empty" for e in rule.exempting):
        notes.append("The act's list of exceptions ends in “…”: there may be others that it does not print.")
    return verdict_on(
        rule,
        unit,
        worst([f.outcome for f in findings]),
        "; ".join(numbers),
        missing=missing,
        change="; ".join(changes) or None,
        notes=notes,
        findings=findings,
    )


def _judge_head(
    rule: RankCap, person: Person, unit: Unit, settings: Settings, *, certain: bool
) -> tuple[Outcome, str, list[str], str | None]:
    """``(outcome, numbers, what is missing, smallest change)`` for one head and one unit."""
    ranks = {rank for _, rank in person.reviews}
    if len(ranks) > 1:
        # ranked in several capacities: the head of an office is bounded as an official, of a party
        # organisation as a member of it
        wanted = Subject.PARTY_MEMBER if "party" in unit.nature.tags else Subject.OFFICIAL
        ranks = {rank for capacity, rank in person.reviews if capacity is wanted} or ranks
    outcomes = {_compare(rank, unit.rank) for rank in ranks} or {None}
    above = next(iter(outcomes)) if len(outcomes) == 1 else None
    shown = "/".join(r.short if r is not None else "?" for r in sorted(ranks, key=lambda r: r or 0)) or "?"
    bound = unit.rank.short if unit.rank is not None else "?"
    if Rank.UNRANKED in (unit.rank, *(ranks if len(ranks) == 1 else ())):
        return Outcome.NOT_APPLICABLE, f"{shown}, unit {bound}: one of them is not ranked", [], None
    exempt, why, needed = _exempt(rule, person, unit, settings)
    if above is False:
        return Outcome.KEPT, f"{shown} ≤ {bound}", [], None
    if exempt:
        sign = ">" if above else "against"
        return Outcome.NOT_APPLICABLE, f"{shown} {sign} {bound}, exempt: {why}", [], None
    if above is None:
        return Outcome.CANNOT_TELL, f"{shown} against {bound}", _missing_ranks(person, unit, ranks), None
    if exempt is None:
        return Outcome.CANNOT_TELL, f"{shown} > {bound}", needed, None
    if rule.narrowed:
        doubt = f"whether {person.name} is “{rule.narrowed}” ({person.place})"
        return Outcome.CANNOT_TELL, f"{shown} > {bound}", [doubt], None
    if not certain:
        doubt = f"what “{unit.name}” is ({unit.place}): fill the column unit_kind"
        return Outcome.CANNOT_TELL, f"{shown} > {bound}", [doubt], None
    return (
        Outcome.VIOLATED,
        f"{shown} > {bound}",
        [],
        f"rank {person.name} {bound}, not {shown} (or the unit {shown})",
    )


def _compare(rank: Rank | None, bound: Rank | None) -> bool | None:
    """True where the rank is above the bound; None where it cannot be told. Nothing is above the highest
    rank, nor the lowest above anything."""
    if rank is Rank.NOT_COMPLETED or bound is Rank.EXCELLENT:
        return False
    if rank is None or bound is None:
        return None
    return rank > bound


def _missing_ranks(person: Person, unit: Unit, ranks: set[Rank | None]) -> list[str]:
    out = []
    if unit.rank is None:
        out.append(unit.doubts.get("rank") or f"the rank of “{unit.name}” ({unit.place})")
    if None in ranks or not ranks:
        out.append(person.doubt("rank") or f"the rank of {person.name} ({person.place})")
    if len(ranks - {None}) > 1:
        out.append(f"which of the ranks of {person.name} counts here ({person.place})")
    return out


def _exempt(
    rule: RankCap, person: Person, unit: Unit, settings: Settings
) -> tuple[bool | None, str, list[str]]:
    """``(exempt, why, what is missing)``: None where an exception may hold and the sheet does not say."""
    if person.exempt:
        if rule.exempting:
            return True, "the sheet says that an exception holds", []
        return False, "", []
    if person.exempt is False:
        return False, "", []
    needed: list[str] = []
    for exception in rule.exempting:
        answer, missing = _holds(exception, person, unit, settings)
        if answer:
            return True, f"“{exception.text}”", []
        if answer is None:
            needed.append(missing)
    return (None if needed else False), "", needed


def _holds(
    exception: CapException, person: Person, unit: Unit, settings: Settings
) -> tuple[bool | None, str]:
    if exception.kind == "empty":
        return False, ""
    if exception.kind == "newly appointed":
        assert exception.months is not None
        since = person.appointed or person.arrived
        if since is None:
            why = person.doubt("appointed") or f"when {person.name} was appointed ({person.place})"
            return None, f"{why}; under {exception.months} months is exempt"
        on = unit.reviewed_on
        days = [on.earliest, on.latest] if on else [settings.on]
        answers = {served(since, day, exception.months) for day in days}
        if len(answers) > 1 or None in answers:
            return None, f"the exact day on which {person.name} was appointed or reviewed ({person.place})"
        return not answers.pop(), ""
    if exception.kind == "not main post":
        if exception.party_only:
            party = "party" in unit.nature.tags if unit.nature.known else None
            if party is False:
                return False, ""
            if party is None and person.main_post is not True:
                return None, f"whether “{unit.name}” is a party organisation: fill the column unit_kind"
        if person.main_post is None:
            why = (
                person.doubt("main_post")
                or f"whether heading “{unit.name}” is the main post of {person.name}"
            )
            return None, f"{why} ({person.place}): fill the column main_post"
        return not person.main_post, ""
    return (
        None,
        f"whether this exception holds for {person.name}: “{exception.text}” (fill the column exception)",
    )


def _judge_pairs(
    rule: RankCap, pair: tuple[frozenset[Subject], frozenset[Subject]], results: Results, binding: Binding
) -> list[Verdict]:
    out = []
    for unit in results.units.values():
        if not binding.binds(unit.key) or not _any(unit, pair[0]):
            continue
        above = [u for u in results.chain(unit.key) if u.key != unit.key and _any(u, pair[1])]
        if not above:
            missing = [
                f"the {' or '.join(sorted(pair[1]))} that “{unit.name}” belongs to: fill the column parent"
            ]
            out.append(verdict_on(rule, unit, Outcome.CANNOT_TELL, missing=missing))
            continue
        bound = above[0]
        mine = unit.rank.short if unit.rank is not None else "?"
        theirs = bound.rank.short if bound.rank is not None else "?"
        answer = _compare(unit.rank, bound.rank)
        if Rank.UNRANKED in (unit.rank, bound.rank):
            out.append(verdict_on(rule, unit, Outcome.NOT_APPLICABLE, f"{mine}, {theirs}"))
        elif answer is None:
            missing = [f"the rank of “{u.name}” ({u.place})" for u in (unit, bound) if u.rank is None]
            out.append(
                verdict_on(rule, unit, Outcome.CANNOT_TELL, f"{mine} against {theirs}", missing=missing)
            )
        elif answer:
            change = f"rank “{unit.name}” {theirs}, not {mine}"
            out.append(verdict_on(rule, unit, Outcome.VIOLATED, f"{mine} > {theirs}", change=change))
        else:
            out.append(verdict_on(rule, unit, Outcome.KEPT, f"{mine} ≤ {theirs}"))
    return out


def _any(unit: Unit, subjects: frozenset[Subject]) -> bool:
    return any(unit_is(unit.nature, subject) for subject in subjects)
