"""Storing a reading: the record grows by one version, and the tables that follow from it are laid anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sqlalchemy import Connection, select

from corpus import acts as act_rules
from corpus import corrections as correction_layer
from corpus import records
from corpus.bulk import Rows, json_text
from corpus.index import SearchIndex
from corpus.known import Known, known, now, saw
from corpus.lay import Sheet, kept_words, lay, remove
from corpus.misses import near_misses
from corpus.schema import acts, citations, documents, readings
from extractors.model import Directive, Warning

__all__ = [
    "Known",
    "Outcome",
    "Read",
    "Stored",
    "current_reading",
    "known",
    "now",
    "rebuild",
    "saw",
    "set_target",
    "store",
    "store_all",
]

Outcome = Literal["stored", "unchanged"]


@dataclass(frozen=True, slots=True)
class Stored:
    """``outcome`` is unchanged where this very reading was there already (another run was faster)."""

    document_id: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one file. ``words``: packed words with boxes by page number; ``page_warnings``: those
    of the directive's warnings that come from reading the pages, so that fields can be extracted anew from
    the page texts alone."""

    directive: Directive
    page_warnings: Sequence[Warning] = ()
    words: dict[int, bytes] | None = None


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
    """Stores a reading. ``again`` adds a version even where this recipe has read these bytes."""
    read = Read(directive, page_warnings, words)
    return store_all(connection, index, [read], recipe=recipe, run_id=run_id, again=again)[0]


def store_all(
    connection: Connection,
    index: SearchIndex,
    reads: Iterable[Read],
    *,
    recipe: str,
    run_id: int | None = None,
    again: bool = False,
) -> list[Stored]:
    """Stores readings as `store` does one after another, but each table is written once: a hundred at a time
    take half the time."""
    reads = [replace(read, directive=records.storable(read.directive)) for read in reads]
    held = _held(connection, [read.directive.source.sha256 for read in reads])
    rows = Rows(connection)
    new: list[Sheet] = []
    outcomes = []
    for read in reads:
        sha256, status = read.directive.source.sha256, read.directive.status
        document_id = held.get(sha256)
        if document_id is None:  # nothing to take out, and no correction: the reading is the directive
            held[sha256] = document_id = rows.ids(documents)[0]
            rows.add(documents, [_document_row(document_id, read.directive)])
            reading_id = _add_reading(rows, document_id, read, recipe, run_id)
            new.append(Sheet(document_id, reading_id, read.directive, words=read.words or {}))
            outcomes.append(Stored(document_id, "stored"))
            continue
        if new:
            lay(rows, index, new)
            new = []
        if not again and _has_reading(connection, document_id, recipe, status):
            outcomes.append(Stored(document_id, "unchanged"))
            continue
        _add_reading(rows, document_id, read, recipe, run_id)
        rows.write()
        rebuild(connection, index, document_id, words=read.words)
        rows = Rows(connection)
        outcomes.append(Stored(document_id, "stored"))
    if new:
        lay(rows, index, new)
    return outcomes


_HELD = {
    "sqlite": "SELECT sha256, id FROM documents WHERE sha256 IN (SELECT value FROM json_each(?))",
    "postgresql": "SELECT sha256, id FROM documents WHERE sha256 = ANY(%s)",
}


def _held(connection: Connection, hashes: list[str]) -> dict[str, int]:
    dialect = connection.dialect.name
    value: object = json_text(hashes) if dialect == "sqlite" else hashes
    return {sha256: int(key) for sha256, key in connection.exec_driver_sql(_HELD[dialect], (value,))}


def _has_reading(connection: Connection, document_id: int, recipe: str, status: str) -> bool:
    same = select(readings.c.id).where(
        readings.c.document_id == document_id, readings.c.recipe == recipe, readings.c.status == status
    )
    return connection.execute(same).first() is not None


def _document_row(document_id: int, directive: Directive) -> records.Row:
    source = directive.source
    return {
        "id": document_id,
        "directive_id": directive.id,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "bytes": source.bytes,
        "name": source.name,
        "added_at": now(),
    }


def _add_reading(rows: Rows, document_id: int, read: Read, recipe: str, run_id: int | None) -> int:
    reading_id = rows.ids(readings)[0]
    row = {
        "id": reading_id,
        "document_id": document_id,
        "run_id": run_id,
        "recipe": recipe,
        "status": read.directive.status,
        "created_at": now(),
        "body": records.pack(read.directive),
        "page_warnings": [warning.model_dump(mode="json") for warning in read.page_warnings],
    }
    rows.add(readings, [row])
    return reading_id


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
    reviewed = correction_layer.reviewed(items, reading_id)
    sheet = Sheet(document_id, reading_id, directive, words=kept, doubts=doubts, reviewed=reviewed)
    lay(Rows(connection), index, [sheet], touched=touched)
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
