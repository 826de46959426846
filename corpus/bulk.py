"""Many rows at once: their ids are dealt out here, and each table is written in one go.

A statement costs more than the rows it carries: SQLAlchemy's own many-row INSERT looks at every value of
every row in Python (a third of the time of storing a directive), and a server answers every INSERT alone. So
rows, of one directive or of a hundred, are gathered and go to the driver as tuples: an INSERT that is written
once a process on SQLite, COPY on PostgreSQL.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError

from corpus.schema import acts, deadlines, documents, metadata, obligations, readings

Row = Mapping[str, Any]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_NUMBERED = (documents, readings, acts, deadlines, obligations)
"""Tables whose ids other rows of the same write refer to."""


def json_text(value: object) -> str:
    """A value as the JSON columns hold it."""
    return "[]" if value == [] else _encode(value)


class Rows:
    """Rows gathered in a writing transaction, to be written table by table, owners first.

    The write lock is held from the beginning of the transaction, so ids can be dealt out here: nobody else
    takes any. What was gathered and not written is lost; one such object at a time.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._rows: dict[str, list[Row]] = {}
        self._next: dict[str, int] = {}
        self._dealt: set[str] = set()

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Gathers rows of a table. All rows of a table have the same columns."""
        self._rows.setdefault(table.name, []).extend(rows)

    def ids(self, table: Table, count: int = 1) -> range:
        """The ids of so many new rows of a table."""
        if not self._next:
            self._next = _first_ids(self.connection)
        first = self._next[table.name]
        self._next[table.name] = first + count
        if count:
            self._dealt.add(table.name)
        return range(first, first + count)

    def write(self) -> None:
        """Inserts what was gathered."""
        for table in metadata.sorted_tables:
            insert_rows(self.connection, table, self._rows.pop(table.name, ()))
        if self._dealt and self.connection.dialect.name == "postgresql":
            # no row of a write has an id of its own making, so the sequences must be told
            last = [f"setval('{name}_id_seq', {self._next[name] - 1})" for name in sorted(self._dealt)]
            self.connection.exec_driver_sql(f"SELECT {', '.join(last)}")
        self._dealt.clear()


def _first_ids(connection: Connection) -> dict[str, int]:
    """The next free id of each numbered table, in one statement. Ids of rows that are gone are not given
    again where the table says so (AUTOINCREMENT)."""
    names = [table.name for table in _NUMBERED]
    if connection.dialect.name == "postgresql":
        parts = [f"nextval('{name}_id_seq')" for name in names]
    else:
        last = "max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{0}'), 0), "
        last += "coalesce((SELECT max(id) FROM {0}), 0)) + 1"
        parts = [last.format(name) for name in names]
    row = connection.exec_driver_sql(f"SELECT {', '.join(parts)}").one()
    return {name: int(value) for name, value in zip(names, row, strict=True)}


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Inserts rows in their order. All have the same columns, those of the first."""
    if not rows:
        return
    names = tuple(rows[0])
    encoders = _encoders(table, names)
    values = (
        tuple(row[name] if encode is None else encode(row[name]) for name, encode in encoders) for row in rows
    )
    if connection.dialect.name == "postgresql":
        with copying(connection, table.name, names) as copy:
            for line in values:
                copy.write_row(line)
    else:
        connection.exec_driver_sql(_insert(connection.dialect, table, names), list(values))


@contextmanager
def copying(connection: Connection, table: str, names: Iterable[str]) -> Iterator[Any]:
    """A COPY into a table of PostgreSQL; its errors are SQLAlchemy's, as those of any statement."""
    quote = connection.dialect.identifier_preparer.quote
    sql = f"COPY {quote(table)} ({', '.join(map(quote, names))}) FROM STDIN"
    driver = connection.dialect.loaded_dbapi
    try:
        with connection.connection.cursor() as cursor, cursor.copy(sql) as copy:  # type: ignore[attr-defined]
            yield copy
    except driver.Error as error:
        raise DBAPIError.instance(sql, None, error, driver.Error, dialect=connection.dialect) from error


@cache
def _encoders(table: Table, names: tuple[str, ...]) -> list[tuple[str, Callable[[object], str] | None]]:
    """What each value must be turned into for the driver."""
    return [(name, json_text if isinstance(table.c[name].type, JSON) else None) for name in names]


@cache
def _insert(dialect: Dialect, table: Table, names: tuple[str, ...]) -> str:
    quote = dialect.identifier_preparer.quote
    columns = ", ".join(quote(name) for name in names)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of the schema
