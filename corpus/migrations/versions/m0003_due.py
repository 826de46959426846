"""What is to be done before a day is due on the day before it: due days of "trước ngày …" laid anew."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

from corpus.due import due_day
from corpus.index.base import facet

revision = "0003"
down_revision = "0002"

_BATCH = 2_000

_BOUND = (
    "SELECT x.obligation_id FROM obligation_deadlines x JOIN deadlines l ON l.id = x.deadline_id "
    "WHERE l.bound = 'before'"
)


def upgrade() -> None:
    connection = op.get_bind()
    for rows in _batches(connection, "deadlines", "id", "date, precision", "bound = 'before' AND date IS NOT NULL"):
        _update(
            connection,
            "UPDATE deadlines SET due = :due WHERE id = :key",
            [{"key": row.id, "due": due_day("before", row.date, row.precision)} for row in rows],
        )
    connection.execute(
        sa.text(
            "UPDATE obligations SET due = (SELECT min(l.due) FROM obligation_deadlines x "
            "JOIN deadlines l ON l.id = x.deadline_id WHERE x.obligation_id = obligations.id) "
            f"WHERE id IN ({_BOUND})"
        )
    )
    connection.execute(
        sa.text(
            "UPDATE obligation_keys SET due = (SELECT o.due FROM obligations o WHERE o.id = obligation_keys.id) "
            f"WHERE id IN ({_BOUND})"
        )
    )
    if _obligations(connection) + _directives(connection):
        # the tokens of due months stand in the search index too: it is filled anew when the corpus is opened
        connection.execute(sa.text("DELETE FROM settings WHERE key = 'fold'"))


def _obligations(connection: sa.Connection) -> int:
    """Lays the facet tokens of obligations anew; gives how many changed."""
    changed = 0
    for rows in _batches(connection, "obligations", "id", "due, indexed", f"id IN ({_BOUND})"):
        news = []
        for row in rows:
            tokens = row.indexed.split()
            laid = _with_due(tokens, [row.due])
            if laid != tokens:
                news.append({"key": row.id, "indexed": " ".join(laid)})
        _update(connection, "UPDATE obligations SET indexed = :indexed WHERE id = :key", news)
        changed += len(news)
    return changed


def _directives(connection: sa.Connection) -> int:
    """The same of directives."""
    table = sa.table("directives", sa.column("document_id"), sa.column("indexed", sa.JSON))
    bound = "document_id IN (SELECT l.document_id FROM deadlines l WHERE l.bound = 'before')"
    changed = 0
    for keys in _batches(connection, "directives", "document_id", "year", bound):
        ids = [row.document_id for row in keys]
        days: dict[int, list[str]] = {}
        listed = sa.text(
            "SELECT document_id, due FROM deadlines WHERE document_id IN :ids AND due IS NOT NULL "
            "ORDER BY document_id, position"
        ).bindparams(sa.bindparam("ids", expanding=True))
        for row in connection.execute(listed, {"ids": ids}):
            days.setdefault(row.document_id, []).append(row.due)
        for row in connection.execute(sa.select(table).where(table.c.document_id.in_(ids))).all():
            laid = _with_due(row.indexed["facets"], days.get(row.document_id, []))
            if laid != row.indexed["facets"]:
                news = {**row.indexed, "facets": laid}
                connection.execute(table.update().where(table.c.document_id == row.document_id).values(indexed=news))
                changed += 1
    return changed


def _with_due(tokens: list[str], days: Sequence[str | None]) -> list[str]:
    """Facet tokens, those of due days replaced; they stand before those of bearers."""
    kept = [token for token in tokens if not token.startswith("due")]
    due = [token for day in days if day for token in (facet("due", day[:4]), facet("due", day[:7]))]
    at = next((i for i, token in enumerate(kept) if token.startswith("bearer")), len(kept))
    return [*kept[:at], *dict.fromkeys(due), *kept[at:]]


def _batches(connection: sa.Connection, table: str, key: str, columns: str, where: str) -> Iterator[list[Any]]:
    """Rows of a table some thousands at a time, in the order of their key."""
    statement = sa.text(
        f"SELECT {key}, {columns} FROM {table} WHERE {key} > :last AND {where} ORDER BY {key} LIMIT {_BATCH}"
    )
    last = 0
    while rows := connection.execute(statement, {"last": last}).all():
        last = rows[-1][0]
        yield list(rows)


def _update(connection: sa.Connection, statement: str, values: list[dict[str, Any]]) -> None:
    if values:
        connection.execute(sa.text(statement), values)
