"""Storing a reading: the record grows by one version, and the tables that follow from it are laid anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, bindparam, select

from corpus import acts as act_rules
from corpus import corrections as correction_layer
from corpus import records
from corpus.index import SearchIndex
from corpus.known import Known, known, now, saw
from corpus.lay import insert_one, kept_words, lay, remove
from corpus.misses import near_misses
from corpus.schema import acts, citations, documents, readings
from extractors.model import Directive, Warning

__all__ = [
    "Known",
    "Outcome",
    "Stored",
    "current_reading",
    "known",
    "now",
    "rebuild",
    "saw",
    "set_target",
    "store",
]

Outcome = Literal["stored", "unchanged"]

_BY_HASH = select(documents.c.id).where(documents.c.sha256 == bindparam("sha256"))


@dataclass(frozen=True, slots=True)
class Stored:
    """``outcome`` is unchanged where this very reading was there already (another run was faster)."""

    document_id: int
    outcome: Outcome


def store(
    connection: Connection,
    index: SearchIndex,
    directive: Directive,
    *,
    recipe: str,
    run_id: int | None = None,
    page_warnings: Sequence[Warning] = (),
    words: dict[int, bytes] | None = None,
    again: bool = False,
) -> Stored:
    """Stores a reading. ``again`` adds a version even where this recipe has read these bytes.

    ``words``: packed words with boxes by page number; ``page_warnings``: those of the directive's warnings
    that come from reading the pages, so that fields can be extracted anew from the page texts alone.
    """
    directive = records.storable(directive)
    found = connection.execute(_BY_HASH, {"sha256": directive.source.sha256}).scalar()
    new = found is None
    if found is None:
        source = directive.source
        found = insert_one(
            connection,
            documents,
            {
                "directive_id": directive.id,
                "sha256": source.sha256,
                "media_type": source.media_type,
                "bytes": source.bytes,
                "name": source.name,
                "added_at": now(),
            },
        )
    elif not again:
        same = select(readings.c.id).where(
            readings.c.document_id == found,
            readings.c.recipe == recipe,
            readings.c.status == directive.status,
        )
        if connection.execute(same).first() is not None:
            return Stored(found, "unchanged")
    reading_id = insert_one(
        connection,
        readings,
        {
            "document_id": found,
            "run_id": run_id,
            "recipe": recipe,
            "status": directive.status,
            "created_at": now(),
            "body": records.pack(directive),
            "page_warnings": [warning.model_dump(mode="json") for warning in page_warnings],
        },
    )
    if new:  # nothing to take out, and no correction yet: the reading is the directive
        lay(connection, index, found, reading_id, directive, words=words or {})
    else:
        rebuild(connection, index, found, words=words)
    return Stored(found, "stored")


def current_reading(connection: Connection, document_id: int) -> tuple[int, Directive]:
    """The reading in force: the newest, but a failed one never stands in for one that was read."""
    rows = connection.execute(
        select(readings.c.id, readings.c.status)
        .where(readings.c.document_id == document_id)
        .order_by(readings.c.id.desc())
    ).all()
    chosen = next((row.id for row in rows if row.status != "failed"), rows[0].id)
    body = connection.execute(select(readings.c.body).where(readings.c.id == chosen)).scalar_one()
    return chosen, records.unpack(body)


def rebuild(
    connection: Connection,
    index: SearchIndex,
    document_id: int,
    *,
    words: dict[int, bytes] | None = None,
) -> None:
    """Lays the tables of one document anew from its reading and its corrections."""
    reading_id, machine = current_reading(connection, document_id)
    items = correction_layer.history(connection, document_id)
    directive = correction_layer.apply(machine, items)
    kept = words if words is not None else kept_words(connection, document_id, reading_id, directive)
    touched, loose = remove(connection, index, document_id)
    doubts = correction_layer.doubts(machine, items)
    lay(connection, index, document_id, reading_id, directive, words=kept, doubts=doubts, touched=touched)
    act_rules.drop_orphans(connection, loose)


def set_target(connection: Connection, document_id: int, directive: Directive) -> Directive:
    """Fills in the ids of the acts that the corpus holds, and warns of references that nearly meet one."""
    rows = connection.execute(
        select(citations.c.position, documents.c.directive_id)
        .join(acts, acts.c.id == citations.c.act_id)
        .join(documents, documents.c.id == acts.c.document_id)
        .where(citations.c.document_id == document_id)
    ).all()
    targets = {row.position: row.directive_id for row in rows}
    for position, reference in enumerate(directive.references):
        reference.target = targets.get(position)
    directive.warnings += near_misses(connection, document_id)
    return directive
