"""Which acts others replace, and which rules an amendment takes out of force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.acts import Act
from checker.record import RuleRecord
from checker.words import has, plain
from corpus.acts import number_key, same_date, same_issuer
from corpus.fold import name_key
from extractors.model import Amendment, Reference


@dataclass(frozen=True, slots=True)
class Relations:
    """``replaced``: act → the act that replaces it. ``amended``: rule id → why it is out of force.
    ``doubts``: what could not be settled, for people."""

    replaced: dict[str, Act]
    amended: dict[str, str]
    doubts: list[str]


def relations(acts: Iterable[Act]) -> Relations:
    """The relations among acts that are all issued by the day in question. A mention that fits several acts
    resolves to none, and is told."""
    known = list(acts)
    by_number: dict[str, list[Act]] = {}
    for act in known:
        if act.key:
            by_number.setdefault(act.key, []).append(act)
    by_id = {act.id: act for act in known}
    out = Relations({}, {}, [])
    for act in known:
        for reference in act.references:
            if reference.relation == "replaces":
                old = _target(reference, act, by_id, by_number, out.doubts)
                if old is not None:
                    out.replaced[old.id] = act
        _quoted(act, out)
        for amendment in act.amendments:
            old = _amended(amendment, act, by_id, by_number, out.doubts)
            if old is not None:
                _take_out(amendment, act, old, out)
    return out


def _target(
    reference: Reference, act: Act, by_id: dict[str, Act], by_number: dict[str, list[Act]], doubts: list[str]
) -> Act | None:
    if reference.target is not None:
        return by_id.get(reference.target)
    key = number_key(reference.number)
    if key is None:
        return None
    issuer = name_key(reference.issuer) if reference.issuer else None
    own = name_key(act.issuer) if act.issuer else None
    fitting = []
    for other in by_number.get(key, []):
        if other.id == act.id or same_date(reference.date, other.issued) is False or _later(other, act):
            continue
        theirs = name_key(other.issuer) if other.issuer else None
        # numbers run anew in each body: without a date, the same body must be meant
        same = same_issuer(issuer or own, theirs)
        if same is False and not same_date(reference.date, other.issued):
            continue
        fitting.append(other)
    if len(fitting) > 1:
        doubts.append(
            f"{act.label} {reference.relation} {reference.number}: {len(fitting)} acts have that number"
        )
    return fitting[0] if len(fitting) == 1 else None


def _later(one: Act, other: Act) -> bool:
    return bool(one.days and other.days and one.days.earliest > other.days.latest)


def _amended(
    amendment: Amendment, act: Act, by_id: dict[str, Act], by_number: dict[str, list[Act]], doubts: list[str]
) -> Act | None:
    key = number_key(amendment.target)
    if key is None:
        return None
    same = [r for r in act.references if number_key(r.number) == key]
    told = next((r for r in same if r.target), None) or next((r for r in same if r.date), None)
    reference = told or Reference(text=amendment.target or "", number=amendment.target, span=amendment.span)
    return _target(reference.model_copy(update={"relation": "amends"}), act, by_id, by_number, doubts)


def _quoted(act: Act, out: Relations) -> None:
    """Rules read from the wording that an act replaces are not rules of that act."""
    for amendment in act.amendments:
        old, new = plain(amendment.old or ""), plain(amendment.new or "")
        for rule in act.rules:
            span = act.spans.get(rule.id)
            inside = span is not None and amendment.span[0] <= span[0] and span[1] <= amendment.span[1]
            words = plain(rule.text)
            if inside and old and has(old, words) and not has(new, words):
                out.amended[rule.id] = f"{act.label} quotes it as the wording that it replaces"


def _take_out(amendment: Amendment, act: Act, old: Act, out: Relations) -> None:
    if amendment.action == "insert":
        return
    for rule in old.rules:
        if not _touches(amendment, rule):
            continue
        place = f" ({amendment.place})" if amendment.place else ""
        verb = "deletes" if amendment.action == "delete" else "replaces its wording"
        out.amended[rule.id] = f"{act.label} {verb}{place}"


def _touches(amendment: Amendment, rule: RuleRecord) -> bool:
    """True where the amendment speaks of the rule: it quotes its words, or names its clause and quotes
    none."""
    words = plain(rule.text)
    old = plain(amendment.old or "")
    if old:
        return has(old, words) or has(words, old)
    clause = plain(rule.source.clause or "")
    return bool(clause and amendment.place and has(plain(amendment.place), clause))
