"""The review queue: directives that a person should look at, the most doubtful first."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, text

from corpus.corpus import Corpus

QUEUED = 5_000
"""As many are queued; more than a room of archivists reads in a year."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A directive that waits for review."""

    document_id: int
    id: str


def queue(connection: Connection) -> list[Queued]:
    """What waits: read with a warning or in part, and not yet marked as reviewed since it was last read.

    The least confident first; among equals, those with most warnings.
    """
    rows = connection.execute(
        text(
            "SELECT d.document_id, o.directive_id, "
            "(SELECT count(*) FROM warnings w WHERE w.document_id = d.document_id) AS many "
            "FROM directives d JOIN documents o ON o.id = d.document_id "
            "WHERE d.needs_review = :yes AND d.status <> 'failed' AND NOT EXISTS ("
            "SELECT 1 FROM corrections c WHERE c.document_id = d.document_id "
            "AND c.reading_id = d.reading_id AND c.field = 'warnings') "
            "ORDER BY coalesce(d.confidence, 1.0), many DESC, d.document_id LIMIT :queued"
        ),
        {"queued": QUEUED, "yes": True},
    )
    return [Queued(row[0], row[1]) for row in rows]


def neighbours(items: list[Queued], directive_id: str) -> tuple[str | None, str | None, int | None]:
    """Who stands before and after in the queue, and at which place (from 1) this one stands."""
    place = next((i for i, item in enumerate(items) if item.id == directive_id), None)
    if place is None:
        return None, items[0].id if items else None, None
    before = items[place - 1].id if place else None
    after = items[place + 1].id if place + 1 < len(items) else None
    return before, after, place + 1


def queued(corpus: Corpus) -> list[Queued]:
    """`queue`, in a transaction of its own."""
    with corpus.reading() as connection:
        return queue(connection)
