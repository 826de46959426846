"""FTS5: contentless tables whose columns hold tokens cut by `corpus.fold`, so that both databases agree.

Filters are columns too. A word that a fifth of all obligations hold, met with an issuer that has one in a
hundred, is then an intersection of two lists inside FTS5 (about 10 ms at a million obligations) instead of a
look-up of every row that holds the word (300 ms and more).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from corpus.index.base import Entry, Matched, Restriction, Table
from corpus.query import Group, Phrase, Query

_COLUMNS: dict[Table, tuple[str, ...]] = {
    "directive": ("exact", "folded", "head", "issuer", "bearer", "facets"),
    "obligation": ("exact", "folded", "issuer", "bearer", "facets"),
}
_WEIGHTS: dict[Table, str] = {"directive": "1.0, 1.0, 8.0, 0, 0, 0", "obligation": "1.0, 1.0, 0, 0, 0"}
"""bm25: a word in the number or subject counts for more than one in the body; filters count for nothing."""


class SqliteIndex:
    """See `corpus.index.base.SearchIndex`."""

    def create(self, connection: Connection) -> None:
        for table, columns in _COLUMNS.items():
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {table}_fts USING fts5({', '.join(columns)}, content='', "
                'tokenize="unicode61 remove_diacritics 0")'
            )

    def clear(self, connection: Connection) -> None:
        for table in _COLUMNS:
            connection.exec_driver_sql(f"INSERT INTO {table}_fts({table}_fts) VALUES('delete-all')")

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

    def match(
        self,
        table: Table,
        query: Query,
        restrictions: Sequence[Restriction],
        *,
        exact: bool,
        without: Sequence[tuple[Query, bool]] = (),
    ) -> Matched:
        positive = [_restrict(restriction) for restriction in restrictions]
        positive += [_group(group, table, exact) for group in query.positive]
        expression = " AND ".join(positive)
        # only the words weigh in the rank, but all decide the match
        excluded = [_group(group, table, exact) for group in query.negative]
        excluded += [
            " AND ".join(_group(group, table, was_exact) for group in earlier.positive)
            for earlier, was_exact in without
        ]
        for negative in excluded:
            expression = f"({expression}) NOT ({negative})"
        rows = "obligations" if table == "obligation" else "directives"
        key = "id" if table == "obligation" else "document_id"
        return Matched(
            join=f"{table}_fts AS f CROSS JOIN {rows} AS r ON r.{key} = f.rowid",
            where=f"{table}_fts MATCH :fts_match",
            rank=f"bm25({table}_fts, {_WEIGHTS[table]})",
            order_id="f.rowid",
            params={"fts_match": expression},
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


def _restrict(restriction: Restriction) -> str:
    options = " OR ".join(_quoted(phrase.folded, phrase.prefix) for phrase in restriction.anyof)
    return f"{restriction.column} : ({options})"


def _quoted(words: tuple[str, ...], prefix: bool) -> str:
    # tokens are letters and digits only, so no quote can stand in them
    return f'"{" ".join(words)}"' + (" *" if prefix else "")
