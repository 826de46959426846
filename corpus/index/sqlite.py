"""FTS5: contentless tables whose columns hold tokens cut by `corpus.fold`, so that both databases agree.

Filters are tokens too. A word that a tenth of all obligations hold, met with an issuer that has one in a
hundred, is then an intersection of two lists inside FTS5, not a look-up of every row that holds the word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from corpus.index.base import AnyOf, Entry, Matched, Table
from corpus.query import Group, Phrase, Query

_COLUMNS: dict[Table, tuple[str, ...]] = {
    "directive": ("exact", "folded", "head", "facets"),
    "obligation": ("exact", "folded", "facets"),
}
_WEIGHTS: dict[Table, str] = {"directive": "1.0, 1.0, 8.0, 0", "obligation": "1.0, 1.0, 0"}
"""bm25: a word in the number or subject counts for more than one in the body; filters count for nothing."""

_ROWS: dict[Table, tuple[str, str]] = {
    "directive": ("directives", "document_id"),
    "obligation": ("obligation_keys", "id"),
}
_SAMPLE = 100
_NEWEST = 0.05
"""The share of all obligations, the newest, that is looked at: where few match, to walk all is dear."""


class SqliteIndex:
    """See `corpus.index.base.SearchIndex`."""

    tests_rows = False
    most_options = 500

    def create(self, connection: Connection) -> None:
        names = {f"{table}_fts": ", ".join(columns) for table, columns in _COLUMNS.items()}
        for name, columns in {**names, "party_fts": "folded"}.items():
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, content='', "
                'tokenize="unicode61 remove_diacritics 0")'
            )

    def clear(self, connection: Connection) -> None:
        for name in (*(f"{table}_fts" for table in _COLUMNS), "party_fts"):
            connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES('delete-all')")

    def put(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        columns = _COLUMNS[table]
        _execute_many(
            connection,
            f"INSERT INTO {table}_fts(rowid, {', '.join(columns)}) VALUES ({_marks(len(columns) + 1)})",
            (_row(entry, columns) for entry in entries),
        )

    def remove(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        columns = _COLUMNS[table]
        _execute_many(
            connection,
            f"INSERT INTO {table}_fts({table}_fts, rowid, {', '.join(columns)}) "
            f"VALUES ('delete', {_marks(len(columns) + 1)})",
            (_row(entry, columns) for entry in entries),
        )

    def put_names(self, connection: Connection, names: Mapping[int, str]) -> None:
        _execute_many(connection, "INSERT INTO party_fts(rowid, folded) VALUES (?, ?)", names.items())

    def named(self, phrase: Phrase) -> tuple[str, dict[str, Any]]:
        quoted = _quoted(phrase.folded, phrase.prefix)
        return "SELECT rowid FROM party_fts WHERE party_fts MATCH :named", {"named": quoted}

    def share(self, connection: Connection, query: Query, restrictions: Sequence[AnyOf]) -> float:
        """Judged by the newest: FTS5 walks from there, and only as far as it must."""
        newest = int(connection.exec_driver_sql("SELECT max(id) FROM obligations").scalar() or 0)
        match = self.match("obligation", query, restrictions, exact=False)
        first = int(newest * (1 - _NEWEST))
        rows = connection.exec_driver_sql(
            "SELECT rowid FROM obligation_fts WHERE obligation_fts MATCH ? AND rowid > ? "
            "ORDER BY rowid DESC LIMIT ?",
            (match.params["fts_match"], first, _SAMPLE),
        )
        ids = [row[0] for row in rows]
        if len(ids) == _SAMPLE:
            first = ids[-1] - 1
        return len(ids) / max(1, newest - first)

    def match(self, table: Table, query: Query, restrictions: Sequence[AnyOf], *, exact: bool) -> Matched:
        parts = [f"facets : ({' OR '.join(options)})" for options in restrictions]
        parts += [_group(group, table, exact) for group in query.positive]
        expression = " AND ".join(parts)
        for group in query.negative:
            expression = f"({expression}) NOT {_group(group, table, exact)}"
        rows, key = _ROWS[table]
        return Matched(
            join=f"{table}_fts AS f CROSS JOIN {rows} AS r ON r.{key} = f.rowid",
            where=f"{table}_fts MATCH :fts_match",
            rank=f"bm25({table}_fts, {_WEIGHTS[table]})",
            key="f.rowid",
            params={"fts_match": expression},
            bare=f"{table}_fts AS f",
        )


def _marks(count: int) -> str:
    return ", ".join("?" * count)


def _row(entry: Entry, columns: tuple[str, ...]) -> tuple[object, ...]:
    values = entry.columns()
    return (entry.id, *(values[column] for column in columns))


def _execute_many(connection: Connection, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
    values = list(rows)
    if values:
        connection.exec_driver_sql(sql, values)


def _group(group: Group, table: Table, exact: bool) -> str:
    return "(" + " OR ".join(_phrase(phrase, table, exact) for phrase in group.alternatives) + ")"


def _phrase(phrase: Phrase, table: Table, exact: bool) -> str:
    marked = exact and phrase.exact != phrase.folded
    column = "exact" if marked else "{folded head}" if table == "directive" else "folded"
    return f"{column} : {_quoted(phrase.exact if marked else phrase.folded, phrase.prefix)}"


def _quoted(words: tuple[str, ...], prefix: bool) -> str:
    # tokens are letters and digits only, so no quote can stand in them
    return f'"{" ".join(words)}"' + (" *" if prefix else "")
