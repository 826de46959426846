"""A quota: those ranked so high are at most a share of those ranked so and so.

As in "đảng viên loại xuất sắc không quá 20 % số đảng viên từ loại tốt trở lên của mỗi đảng bộ cơ sở" (the
sense of Hướng dẫn 21-HD/BTCTW 2019 and its successors).
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import Literal

from pydantic import Field

from checker.binding import Binding
from checker.counting import Contributions, Group, Readings, count_people, count_units
from checker.ranks import Rank, rank_in
from checker.record import RuleRecord, Share
from checker.results import Results
from checker.scope import Scope, read_scope, written
from checker.settings import Settings
from checker.subjects import PERSONS, Subject, counted_subjects, subjects_in
from checker.tally import RANKS, Contribution, Tally
from checker.verdict import Outcome, Verdict, verdict_on
from checker.words import has, plain


class Quota(RuleRecord):
    """At most ``limit`` of those ``among`` may be ranked ``of``. The words are read as acts write them."""

    kind: Literal["quota"] = "quota"
    limit: Share | None = Field(default=None, description="The share: 0.2, or 20%.")
    of: str | None = Field(default=None, description="The rank that is limited, as in HTXSNV.")
    among: str | None = Field(
        default=None,
        description="The rank they are counted among, “được xếp loại” (all ranked) or “tổng số”.",
    )
    among_or_above: bool | None = Field(default=None, description="Whether better ranks count among them.")
    unit: str | None = Field(default=None, description="Within what it is counted, as in tổ chức cơ sở đảng.")
    subject: str | None = Field(default=None, description="Who is counted, as in đảng viên.")

    @cached_property
    def _subjects(self) -> frozenset[Subject]:
        return subjects_in(self.subject) if self.subject else counted_subjects(self.text)

    def subjects(self) -> frozenset[Subject]:
        return self._subjects

    @cached_property
    def scope(self) -> Scope:
        return read_scope(self.unit, self.text)

    @cached_property
    def limited(self) -> Rank | None:
        return rank_in(self.of) if self.of else None

    @cached_property
    def base(self) -> Rank | Literal["ranked", "all"] | None:
        """What the share is a share of: a rank, all that are ranked, all; None where it is not said."""
        if not self.among:
            return None
        rank = rank_in(self.among)
        if rank is not None:
            return rank
        words = plain(self.among)
        if any(has(words, phrase) for phrase in ("xep loai", "danh gia", "ranked")):
            return "ranked"
        return "all" if any(has(words, phrase) for phrase in ("tong so", "so", "all")) else None

    def terms(self) -> tuple[object, ...]:
        return self.limit, self.limited, self.base, self.among_or_above, self.scope

    def specificity(self) -> int:
        return 2 * super().specificity() + (1 if self.scope.stated else 0)

    def elaborates(self, other: RuleRecord) -> bool:
        return isinstance(other, Quota) and self.terms()[:4] == other.terms()[:4] and not other.scope.stated

    def demands(self) -> str:
        limit = "an unknown share" if self.limit is None else percent(Fraction(str(self.limit)))
        above = " or above" if self.among_or_above else ""
        base = self.base.short if isinstance(self.base, Rank) else self.among or "(not said)"
        scope = self.scope
        if scope.managed_by:
            scope = replace(scope, managed_by=written(f"{self.unit or ''} {self.text}", scope.managed_by))
        where = f" within {scope}" if scope.stated else ""
        who = f", of {' / '.join(sorted(self.subjects()))}s" if self.subjects() else ""
        of = self.limited.short if self.limited is not None else self.of or "(not said)"
        return f"{of} at most {limit} of {base}{above}{where}{who}"

    def unreadable(self) -> list[str]:
        """What of the rule's terms the checker could not make out."""
        out = []
        if self.limit is None:
            out.append("the rule's limit (a share such as 20 %)")
        if self.limited is None:
            out.append("the rank that the rule limits" + (f": “{self.of}” is not one" if self.of else ""))
        if self.base is None:
            out.append("whom the share is counted among" + (f": “{self.among}”" if self.among else ""))
        narrowed = re.search(r"^rieng (.*?)(?= ty le| so | muc| khong| toi da)", plain(self.text))
        if narrowed and self.subjects() and len(narrowed.group(1).split()) > 2 * len(self.subjects()) + 1:
            out.append(f"which of them are meant: “{self.text.split(',')[0]}”")
        if not self.subjects():
            out.append("whom the rule counts (party members, officials, collectives …)")
        if self.scope.unread or (self.scope.superior and self.subjects() & PERSONS):
            out.append(f"within what it is counted: “{self.unit}”")
        return out


def percent(share: Fraction) -> str:
    """ "20 %", "33.3 %": one decimal where there is one."""
    text = f"{float(share * 100):.1f}".rstrip("0").rstrip(".")
    return f"{text} %"


def evaluate(rule: Quota, results: Results, settings: Settings, binding: Binding) -> list[Verdict]:
    """One verdict for each group that the rule counts together, for each of its subjects."""
    unreadable = rule.unreadable()
    if unreadable:
        return [verdict_on(rule, None, Outcome.CANNOT_TELL, missing=unreadable)]
    out: list[Verdict] = []
    for subject in sorted(binding.narrow(rule.subjects())):
        tables = _contributions(rule)
        if subject in PERSONS:
            groups = count_people(tables, rule.scope, subject, results, settings, binding)
        else:
            groups = count_units(tables, rule.scope, subject, results, binding)
        for group, readings in groups.items():
            out.append(_judge(rule, subject, group, readings, results, settings))
    return out


def _contributions(rule: Quota) -> list[Contributions]:
    """For each reading of the rule, what a person of each rank adds."""
    base = rule.base
    tables = []
    for above in (
        (True, False) if rule.among_or_above is None and isinstance(base, Rank) else (rule.among_or_above,)
    ):
        table = {}
        for rank in RANKS:
            if isinstance(base, Rank):
                among = rank >= base if above else rank is base
            else:
                among = base == "all" or rank is not Rank.UNRANKED
            table[rank] = (int(rank is rule.limited), int(among))
        tables.append(table)
    return tables


def _judge(
    rule: Quota, subject: Subject, group: Group, readings: Readings, results: Results, settings: Settings
) -> Verdict:
    key, label, unknown = group
    unit = results.units[key] if key is not None else None
    limit = Fraction(str(rule.limit))
    if unknown:
        return verdict_on(rule, unit, Outcome.CANNOT_TELL, label=label, subject=subject, missing=[unknown])
    outcomes = {
        _within(pair, limit, settings) for tally in readings for pair in (tally.harshest(), tally.mildest())
    }
    numbers = " / ".join(dict.fromkeys(_numbers(tally, limit) for tally in readings))
    missing: list[str] = []
    change = None
    if len(outcomes) > 1:
        outcome = Outcome.CANNOT_TELL
        missing = readings[0].missing()
        if len(readings) > 1:
            missing.append("whether better ranks count among them (“trở lên”): the rule does not say")
    elif outcomes == {False}:
        outcome = Outcome.VIOLATED
        change = _change(rule, readings[0], limit, settings)
    elif all(tally.harshest() == (0, 0) for tally in readings):
        outcome = Outcome.NOT_APPLICABLE
    else:
        outcome = Outcome.KEPT
    return verdict_on(
        rule,
        unit,
        outcome,
        numbers,
        label=label,
        subject=subject,
        missing=missing,
        change=change,
        notes=_notes(rule, subject, limit, readings, settings),
    )


def _within(pair: Contribution, limit: Fraction, settings: Settings) -> bool:
    counted, among = pair
    return counted <= settings.rounding.whole(limit * among)


def _numbers(tally: Tally, limit: Fraction) -> str:
    counted, among = tally.counted, tally.among
    doubt = f" (and {tally.doubtful} in doubt)" if tally.doubtful else ""
    if among == 0:
        return f"{counted} of 0{doubt}, limit {percent(limit)}"
    share = Fraction(counted, among)
    sign = ">" if share > limit else "=" if share == limit else "<"
    text = f"{counted} of {among} = {percent(share)} {sign} {percent(limit)}{doubt}"
    if percent(share) == percent(limit) and share != limit:
        text = f"{counted} of {among} = {float(share * 100):.4f} % {sign} {percent(limit)}{doubt}"
    return text


def _notes(
    rule: Quota, subject: Subject, limit: Fraction, readings: Readings, settings: Settings
) -> list[str]:
    notes = []
    share = limit * readings[0].among
    if share.denominator != 1:
        whole = settings.rounding.whole(share)
        notes.append(
            f"{percent(limit)} of {readings[0].among} is {float(share):g}: at most {whole} (rounding: "
            f"{settings.rounding.value})"
        )
    if not rule.scope.stated:
        what = "each unit's own people" if subject in PERSONS else "the units of one superior"
        notes.append(f"The rule does not say within what it is counted: {what} were counted together.")
    return notes


def _change(rule: Quota, tally: Tally, limit: Fraction, settings: Settings) -> str:
    """The fewest ranks to change: of those ranked too high, or of those below, whichever is fewer."""
    counted, among = tally.counted, tally.among
    assert rule.limited is not None
    lower = Rank(max(rule.limited - 1, Rank.NOT_COMPLETED))
    table = _contributions(rule)[0]
    gained = table[lower][1] - table[rule.limited][1]
    fewer = next(k for k in range(counted + 1) if _within((counted - k, among + k * gained), limit, settings))
    after = percent(Fraction(counted - fewer, among + fewer * gained)) if among + fewer * gained else "0 %"
    return (
        f"rank {fewer} fewer {rule.limited.short} ({lower.short} instead): "
        f"{counted - fewer} of {among + fewer * gained} = {after}"
    )
