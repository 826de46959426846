"""The rules that bind a unit on a day: by jurisdiction, dates, what was replaced or amended, what
prevails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from pydantic import Field

from checker.acts import Act, about_reviews, year_reviewed
from checker.conflicts import Conflict, conflict
from checker.duties import Duty, last_day
from checker.jurisdiction import LEVELS, Jurisdiction, reach
from checker.periods import read_period
from checker.record import Record
from checker.relations import relations
from checker.rules import AnyRule
from checker.settings import Settings
from checker.subjects import Subject


class SetAside(Record):
    """An act or a rule that was looked at and does not bind (or may, where ``doubtful``), and why.

    ``rules``: of an act as a whole, what its rules demand, as far as they were read.
    """

    what: str
    act_id: str | None = None
    why: str
    doubtful: bool = False
    rules: list[str] = Field(default_factory=list)


@dataclass(slots=True)
class Standing:
    """A rule in force. ``yields`` maps the subjects for which another prevails to that rule's id;
    ``also`` cites the other acts that say the same."""

    rule: AnyRule
    yields: dict[Subject, str] = field(default_factory=dict)
    also: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class InForce:
    rules: list[Standing] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)


def rules_in_force(
    acts: Iterable[Act],
    settings: Settings,
    where: Jurisdiction,
    *,
    written: Iterable[AnyRule] = (),
    chosen: Collection[str] = (),
) -> InForce:
    """The rules of acts and those written by hand that bind a unit that stands ``where`` on ``settings.on``.

    ``chosen``: ids of acts that a person says bind, whatever their level and territory. Acts set aside carry
    the reason; those of which it cannot be told whether they bind are set aside as doubtful, never applied.
    """
    out = InForce()
    bound: list[Act] = []
    for act in acts:
        why, doubtful = _unfit(act, settings, where, act.id in chosen)
        if why is None:
            bound.append(act)
        elif act.rules or act.head_only:
            out.set_aside.append(_whole(act, why, doubtful=doubtful))
    related = relations(bound)
    out.set_aside += [SetAside(what="relation", why=doubt, doubtful=True) for doubt in related.doubts]
    rules: list[Standing] = []
    for act in bound:
        newer = related.replaced.get(act.id)
        if newer is not None:
            if act.rules:
                out.set_aside.append(_whole(act, f"replaced by {newer.label} ({newer.issued})"))
            continue
        for rule in act.rules:
            reason = related.amended.get(rule.id) or _past(rule, settings)
            if (
                reason is None
                and isinstance(rule, Duty)
                and act.id not in chosen
                and not about_reviews(act, rule)
            ):
                reason = (
                    f"a duty that is not about the review; to have it checked: --act {act.number or act.id}"
                )
            if reason:
                out.set_aside.append(SetAside(what=_told(rule), act_id=act.id, why=reason))
            else:
                notes = [] if act.issued else ["The act's date is not known: it was taken to be in force."]
                rules.append(Standing(rule, notes=notes))
    for rule in written:
        if rule.valid.on(settings.on):
            rules.append(Standing(rule))
        else:
            out.set_aside.append(SetAside(what=rule.id, why=f"written to hold {_span(rule)}"))
    out.rules = _merge_equal(rules)
    _settle(out)
    return out


def _whole(act: Act, why: str, *, doubtful: bool = False) -> SetAside:
    rules = [_told(rule) for rule in act.rules]
    return SetAside(what=act.label, act_id=act.id, why=why, doubtful=doubtful, rules=rules)


def _told(rule: AnyRule) -> str:
    return f"{rule.source.label()}: {rule.demands()}"


def _unfit(act: Act, settings: Settings, where: Jurisdiction, chosen: bool) -> tuple[str | None, bool]:
    """``(why the act does not bind, whether that is in doubt)``; ``(None, …)`` where it binds."""
    days = act.days
    if days is not None and days.earliest > settings.on:
        why = f"issued {act.issued}, after {settings.on.isoformat()}"
        return (f"{why}; to hold the results against it, name a later day" if chosen else why), False
    year = year_reviewed(act)
    if year is not None and year != settings.year:
        why = f"it is about the review of {year}, not {settings.year}"
        return f"{why}; to hold the results against it, name that year (--year {year})", False
    if chosen:
        return None, False
    found = reach(act, where)
    return (None, False) if found.binds else (found.why, found.binds is None)


def _past(rule: AnyRule, settings: Settings) -> str | None:
    """A duty whose day fell before the year under review belongs to an earlier review."""
    if isinstance(rule, Duty) and rule.due is not None:
        last = last_day(rule.bound, rule.due)
        if last >= dt.date(settings.year, 1, 1):
            return None
        return f"it was due {rule.when()}, before the year under review"
    return None


def _span(rule: AnyRule) -> str:
    return f"from {rule.valid.start or '…'} to {rule.valid.end or '…'}"


def _merge_equal(rules: list[Standing]) -> list[Standing]:
    """Rules that say the same for the same subjects become one, with the other sources cited: the highest
    body's, among them the latest."""
    groups: dict[tuple[object, ...], list[Standing]] = {}
    out: list[Standing] = []
    for standing in rules:
        rule = standing.rule
        if isinstance(rule, Duty) or not rule.subjects():
            out.append(standing)
            continue
        key = (rule.kind, rule.subjects(), rule.terms())
        if key not in groups:
            groups[key] = []
            out.append(standing)
        groups[key].append(standing)
    for at, standing in enumerate(out):
        rule = standing.rule
        group = groups.get((rule.kind, rule.subjects(), rule.terms()), [])
        if len(group) > 1:
            first = min(group, key=_precedence)
            others = [other.rule.source.label() for other in group if other is not first]
            first.also = list(dict.fromkeys(label for label in others if label != first.rule.source.label()))
            out[at] = first
    return out


def _precedence(standing: Standing) -> tuple[int, int]:
    source = standing.rule.source
    level = LEVELS.index(source.level) if source.level else len(LEVELS)
    days = read_period(source.issued)
    return level, -(days.earliest.toordinal() if days else 0)


def _settle(out: InForce) -> None:
    """Every pair that differs is a conflict; the one that does not prevail yields for the subjects in
    common."""
    by_kind: dict[str, list[Standing]] = {}
    for standing in out.rules:
        if not isinstance(standing.rule, Duty):
            by_kind.setdefault(standing.rule.kind, []).append(standing)
    for group in by_kind.values():
        for at, one in enumerate(group):
            for other in group[at + 1 :]:
                found = conflict(one.rule, other.rule)
                if found is None:
                    continue
                told, decision = found
                out.conflicts.append(told)
                if decision.winner is not None:
                    loser = other if decision.winner is one.rule else one
                    for subject in told.subjects:
                        loser.yields.setdefault(subject, decision.winner.id)
