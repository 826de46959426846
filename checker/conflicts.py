"""Rules that differ on the same matter: which prevails, and why; never silently chosen."""

from __future__ import annotations

from dataclasses import dataclass

from checker.jurisdiction import LEVELS
from checker.kinds.minimum_members import MinimumMembers
from checker.kinds.minimum_tenure import MinimumTenure
from checker.kinds.quota import Quota
from checker.kinds.rank_cap import RankCap
from checker.periods import read_period
from checker.record import Record, RuleRecord
from checker.rules import AnyRule
from checker.subjects import Subject
from checker.words import plain


class Conflict(Record):
    """Two rules that differ for the same subjects. ``prevails`` is a rule's id; None: neither, both are
    held."""

    kind: str
    subjects: list[Subject]
    first: str
    second: str
    difference: str
    prevails: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    winner: AnyRule | None
    why: str


def same_matter(one: RuleRecord, other: RuleRecord) -> frozenset[Subject]:
    """The subjects for which two rules of one kind differ on one matter; empty where they can both be
    kept."""
    common = one.subjects() & other.subjects()
    if not common or one.kind != other.kind or one.terms() == other.terms():
        return frozenset()
    match one, other:
        case Quota(), Quota():
            # 20 % of a grassroots organisation and 20 % of each cell are two demands, not a contradiction
            scopes = one.scope.stated and other.scope.stated and one.scope != other.scope
            return frozenset() if scopes or one.limited is not other.limited else common
        case RankCap(), RankCap():
            return common if one.headed & other.headed else frozenset()
        case MinimumTenure(), MinimumTenure():
            # "not ranked" and "not reviewed" can both be kept
            return common if (one.since, one.forbids) == (other.since, other.forbids) else frozenset()
        case MinimumMembers(), MinimumMembers():
            return common if one.forbids == other.forbids else frozenset()
    return frozenset()


def decide(one: AnyRule, other: AnyRule) -> Decision:
    """Which of two rules prevails.

    Between acts of one body the later (Luật Ban hành văn bản quy phạm pháp luật 2015, Điều 156 khoản 3); one
    that says all that the other says and fills in what it leaves open; between levels the higher (khoản 2);
    then the
    more narrowly drawn; then the later. Acts of the Party follow the same order among themselves.
    """
    a, b = one.source, other.source
    same_act = a.act_id is not None and a.act_id == b.act_id
    same_body = bool(a.issuer and b.issuer and plain(a.issuer) == plain(b.issuer))
    days = [read_period(a.issued), read_period(b.issued)]
    order = 0
    if days[0] and days[1] and not same_act:
        order = (days[0].earliest > days[1].latest) - (days[1].earliest > days[0].latest)
    if same_body and order:
        return Decision(one if order > 0 else other, "later: both are acts of the same body")
    for rule, rival in ((one, other), (other, one)):
        if rule.elaborates(rival) and not rival.elaborates(rule):
            return Decision(
                rule, "more specific: it says within what is counted, which the other leaves open"
            )
    if a.level and b.level and a.level != b.level:
        winner = one if LEVELS.index(a.level) < LEVELS.index(b.level) else other
        return Decision(winner, f"higher: an act of {winner.source.issuer or winner.source.level}")
    narrow = one.specificity() - other.specificity()
    if narrow and (same_act or same_body or (a.level and a.level == b.level)):
        return Decision(
            one if narrow > 0 else other, "more specific: it names its subjects or scope more narrowly"
        )
    if order and a.level and a.level == b.level:
        return Decision(one if order > 0 else other, "later: bodies of the same level")
    return Decision(None, "undecided: neither later, higher nor more specific for certain; both are held")


def conflict(one: AnyRule, other: AnyRule) -> tuple[Conflict, Decision] | None:
    """The conflict of two rules, None where there is none."""
    subjects = same_matter(one, other)
    if not subjects:
        return None
    decision = decide(one, other)
    found = Conflict(
        kind=one.kind,
        subjects=sorted(subjects),
        first=one.id,
        second=other.id,
        difference=f"{one.source.label()}: {one.demands()} | {other.source.label()}: {other.demands()}",
        prevails=decision.winner.id if decision.winner else None,
        why=decision.why,
    )
    return found, decision
