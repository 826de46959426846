"""Many rows of one table at once: its INSERT is written once a process, and rows go to the driver as tuples.

SQLAlchemy's own many-row INSERT looks at every value of every row in Python; that took a third of the time of
storing a directive.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import JSON, Connection, Table
from sqlalchemy.engine import Dialect

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_text(value: object) -> str:
    """A value as the JSON columns hold it."""
    return _encode(value) if value else "[]" if value == [] else _encode(value)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows in their order. All have the same columns, those of the first."""
    if not rows:
        return
    names = tuple(rows[0])
    statement, encoders = _statement(connection.dialect, table, names)
    values = [
        tuple(row[name] if encode is None else encode(row[name]) for name, encode in encoders) for row in rows
    ]
    connection.exec_driver_sql(statement, values)


@cache
def _statement(
    dialect: Dialect, table: Table, names: tuple[str, ...]
) -> tuple[str, list[tuple[str, Callable[[object], str] | None]]]:
    """The INSERT in the driver's own manner, and what each value must be turned into."""
    quote = dialect.identifier_preparer.quote
    mark = "?" if dialect.paramstyle == "qmark" else "%s"
    columns = ", ".join(quote(name) for name in names)
    marks = ", ".join([mark] * len(names))
    sql = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of the schema
    return sql, [(name, json_text if isinstance(table.c[name].type, JSON) else None) for name in names]
