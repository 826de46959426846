"""Filling the search indexes anew from the tables, after tokens came to be cut otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, select

from corpus.fold import folded_name
from corpus.index import SearchIndex
from corpus.lay import directive_index_entry
from corpus.records import obligation_entry
from corpus.schema import directives, obligations, parties

_BATCH = 200


def reindex(connection: Connection, index: SearchIndex) -> int:
    """Empties and fills the indexes; gives the number of directives. Memory stays flat."""
    index.clear(connection)
    last = 0
    while rows := _after(connection, select(parties.c.id, parties.c.name), parties.c.id, last):
        index.put_names(connection, {row.id: folded_name(row.name) for row in rows})
        last = rows[-1].id
    count = last = 0
    columns = select(directives.c.document_id, directives.c.text, directives.c.indexed)
    while rows := _after(connection, columns, directives.c.document_id, last):
        entries = [directive_index_entry(row.document_id, row.text, row.indexed) for row in rows]
        index.put(connection, "directive", entries)
        duties = connection.execute(
            select(obligations).where(obligations.c.document_id.in_([row.document_id for row in rows]))
        )
        index.put(
            connection,
            "obligation",
            [obligation_entry(duty.id, duty.text, duty.bearers, duty.indexed) for duty in duties],
        )
        count, last = count + len(rows), rows[-1].document_id
    return count


def _after(
    connection: Connection, columns: Select[Any], key: ColumnElement[int], last: int
) -> Sequence[Row[Any]]:
    return connection.execute(columns.where(key > last).order_by(key).limit(_BATCH)).all()
