"""The text of a clause after what other acts of the corpus changed in it, where old and new are known.

Changes are laid on the printed text in the order in which they were issued. One that cannot be laid on it for
certain (the old words are not there, the place is several) is told, and no text is claimed to be in force.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, select

from corpus import graph
from corpus.errors import NotFound, QueryError
from corpus.graph import AmendedPlace
from corpus.places import Act, each, parts, several
from corpus.schema import directives
from extractors.structure import Clause


@dataclass(frozen=True, slots=True)
class InForce:
    """A clause as it was printed and as it stands; ``text`` is None where that cannot be told, "" where the
    clause was taken out. ``changes`` are those that touch it, oldest first; ``doubts`` say what is unclear.
    """

    place: str
    printed: str | None
    text: str | None
    changes: list[AmendedPlace] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def clause_in_force(connection: Connection, document_id: int, place: str, on: date | None = None) -> InForce:
    """The clause at a place ("khoản 2 Điều 5") of a directive, as of a day (default: with all changes).

    Raises `QueryError` where the place names no clause, `NotFound` where the act has none there and no other
    act put one there.
    """
    if not parts(place):
        raise QueryError(f"{place!r} names no clause. Write it like: khoản 2 Điều 5, or điểm 2.3a mục IV.")
    text = connection.execute(
        select(directives.c.text).where(directives.c.document_id == document_id)
    ).scalar_one()
    act = Act.of(text)
    found = act.find(place)
    if len(found) > 1:
        raise QueryError(f"{place!r} can be {len(found)} clauses of this act. Name the ones above it too.")
    clause = found[0] if found else None
    changes = [
        change
        for change in graph.in_force(connection, document_id)
        if _touches(act, clause, place, change.place) and _issued_by(change, on)
    ]
    if clause is None and not changes:
        raise NotFound(f"This act has no clause {place!r}, and no act of the corpus puts one there.")
    printed = act.text[slice(*act.span(clause))] if clause else None
    stands, doubts = printed, []
    for change in changes:
        stands, doubt = _changed(act, clause, place, stands, change)
        if doubt:
            doubts.append(f"{change.by_number or change.by}: {doubt}")
    return InForce(place, printed, None if doubts else stands, changes, doubts)


def _issued_by(change: AmendedPlace, on: date | None) -> bool:
    return on is None or (change.on is not None and change.on <= on.isoformat())


def _touches(act: Act, clause: Clause | None, place: str, changed: str | None) -> bool:
    """Whether a change at a place is one of the clause, of what stands below it, or of what it stands in."""
    return any(_touches_at(act, clause, place, one) for one in each(changed or "") if parts(one))


def _touches_at(act: Act, clause: Clause | None, place: str, changed: str) -> bool:
    if parts(changed) == parts(place):
        return True
    if several(changed):
        return set(parts(place)) <= set(parts(changed))
    there = act.find(changed)
    if clause is None or len(there) != 1:
        return False
    other = there[0]
    return other.index == clause.index or act.below(other, clause) or act.below(clause, other)


def _changed(
    act: Act, clause: Clause | None, place: str, stands: str | None, change: AmendedPlace
) -> tuple[str | None, str | None]:
    """The text after one change, or what keeps it from being told."""
    places = each(change.place or "")
    same = any(parts(one) == parts(place) for one in places)
    if (len(places) > 1 or several(change.place or "")) and change.action != "delete" and not change.old:
        return stands, "it changes several clauses at once, and which words are this one's is not told"
    if change.old:
        return _replaced(stands, change.old, change.new or "")
    if change.action == "delete":
        return ("", None) if same else _without(act, clause, stands, places)
    if change.new is None:
        return stands, "its new words are not known"
    if same and (change.action == "replace" or stands is None):
        return change.new, None
    if change.action == "insert":
        return f"{stands.rstrip()}\n{change.new}" if stands else change.new, None
    there = act.find(change.place or "")
    if clause is not None and len(there) == 1 and act.below(there[0], clause):
        return _replaced(stands, act.text[slice(*act.span(there[0]))], change.new)
    return stands, f"it changes {change.place}, of which this clause is a part"


def _without(
    act: Act, clause: Clause | None, stands: str | None, places: list[str]
) -> tuple[str | None, str | None]:
    """The text without the clauses below it that are taken out; "" where one that it stands in is."""
    doubt = None
    for one in places:
        if several(one):
            return stands, "it changes several clauses at once, and which words are this one's is not told"
        there = act.find(one)
        if clause is None or len(there) != 1:
            continue
        if act.below(clause, there[0]):
            return "", None
        if act.below(there[0], clause):
            stands, doubt = _replaced(stands, act.text[slice(*act.span(there[0]))], "")
            stands = re.sub(r"\n\s*\n", "\n", stands.strip()) if stands else stands
        if doubt:
            break
    return stands, doubt


def _replaced(stands: str | None, old: str, new: str) -> tuple[str | None, str | None]:
    """Old words given way to new ones, line breaks aside; they must stand there once."""
    pattern = r"\s+".join(re.escape(word) for word in old.split())
    places = list(re.finditer(pattern, stands or ""))
    if len(places) != 1 or stands is None:
        return stands, "its old words do not stand there" if not places else "its old words stand there twice"
    start, end = places[0].span()
    return stands[:start] + new + stands[end:], None
