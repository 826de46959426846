"""The graph of acts: what an act implements, amends, replaces or cites, and what does so to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from corpus.schema import acts, amendments, citations, directives, documents


@dataclass(frozen=True, slots=True)
class Edge:
    """One reference. ``label`` names the act at the other end, ``directive`` is its id where it is held.

    ``resolution``: held, stub (cited, not held), near-miss (an act of this number is held, with another
    date), ambiguous (several could be meant), unresolved (too little is said).
    """

    relation: str
    label: str
    directive: str | None
    resolution: str
    text: str


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The edges of one act. ``replaced_by``: numbers (or ids) of the acts that say they replace it."""

    cites: list[Edge] = field(default_factory=list)
    cited_by: list[Edge] = field(default_factory=list)
    replaced_by: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class AmendedPlace:
    """One change to an act, by another: at which place, what was there, what stands there now."""

    place: str | None
    action: str
    old: str | None
    new: str | None
    by: str
    by_number: str | None
    on: str | None


def neighbours(connection: Connection, document_id: int) -> Neighbours:
    """The acts that a document refers to, in its text's order, and those that refer to it, latest first."""
    held = documents.alias("held")
    going = connection.execute(
        select(citations, held.c.directive_id)
        .outerjoin(acts, acts.c.id == citations.c.act_id)
        .outerjoin(held, held.c.id == acts.c.document_id)
        .where(citations.c.document_id == document_id)
        .order_by(citations.c.position)
    )
    cites = [Edge(r.relation, r.text, r.directive_id, r.resolution, r.text) for r in going]
    own = select(directives.c.act_id).where(directives.c.document_id == document_id).scalar_subquery()
    coming = connection.execute(
        select(
            citations.c.relation,
            citations.c.text,
            citations.c.resolution,
            directives,
            documents.c.directive_id,
        )
        .join(directives, directives.c.document_id == citations.c.document_id)
        .join(documents, documents.c.id == directives.c.document_id)
        .where(citations.c.act_id == own, citations.c.document_id != document_id)
        .order_by(directives.c.issued.desc(), citations.c.id)
    ).all()
    cited_by = [
        Edge(
            r.relation,
            name_of(r.number, r.type_name, r.subject, r.directive_id),
            r.directive_id,
            "held",
            r.text,
        )
        for r in coming
    ]
    replaced = dict.fromkeys(r.number or r.directive_id for r in coming if r.relation == "replaces")
    return Neighbours(cites, cited_by, list(replaced))


def name_of(number: str | None, kind: str | None, subject: str | None, directive_id: str) -> str:
    """What to call an act in one line."""
    return " ".join(part for part in (number or kind or directive_id, subject) if part)


def in_force(connection: Connection, document_id: int, place: str | None = None) -> list[AmendedPlace]:
    """What other acts changed in this one, oldest first: a place's last entry is the text in force there.

    ``place`` narrows to places that hold these words. Where neither the old nor the new text is known, the
    entry says at least who changed what.
    """
    from corpus.fold import folded_name

    own = select(directives.c.act_id).where(directives.c.document_id == document_id).scalar_subquery()
    rows = connection.execute(
        select(amendments, directives.c.number, directives.c.issued, documents.c.directive_id)
        .join(directives, directives.c.document_id == amendments.c.document_id)
        .join(documents, documents.c.id == directives.c.document_id)
        .where(amendments.c.act_id == own, amendments.c.document_id != document_id)
        .order_by(directives.c.issued, amendments.c.id)
    )
    wanted = folded_name(place) if place else None
    return [
        AmendedPlace(r.place, r.action, r.old, r.new, r.directive_id, r.number, r.issued)
        for r in rows
        if wanted is None or f" {wanted} " in f" {folded_name(r.place or '')} "
    ]
