"""Saved searches: a query and filters under a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, delete, insert, select

from corpus.errors import NotFound
from corpus.filters import Filters
from corpus.schema import saved_searches
from corpus.store import now

Kind = Literal["directives", "obligations"]


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """``query`` and ``filters`` as they were typed; a relative day ("overdue") was made a day when saved."""

    name: str
    kind: Kind
    query: str
    filters: Filters


def save(connection: Connection, search: SavedSearch) -> None:
    """Saves a search, in place of another of this name."""
    forget(connection, search.name)
    values: dict[str, Any] = {"query": search.query, **search.filters.as_dict()}
    connection.execute(
        insert(saved_searches).values(name=search.name, kind=search.kind, filters=values, at=now())
    )


def forget(connection: Connection, name: str) -> bool:
    """Drops a saved search; False where there was none."""
    found = connection.execute(delete(saved_searches).where(saved_searches.c.name == name))
    return found.rowcount > 0


def load(connection: Connection, name: str) -> SavedSearch:
    """The search of a name. Raises `NotFound`, naming those that there are."""
    row = connection.execute(select(saved_searches).where(saved_searches.c.name == name)).first()
    if row is None:
        names = connection.execute(select(saved_searches.c.name).order_by(saved_searches.c.name)).scalars()
        raise NotFound(f"No saved search is called {name}. There are: {', '.join(names) or 'none'}.")
    return _search(row.name, row.kind, dict(row.filters))


def everything(connection: Connection) -> list[SavedSearch]:
    """All saved searches, by name."""
    rows = connection.execute(select(saved_searches).order_by(saved_searches.c.name))
    return [_search(row.name, row.kind, dict(row.filters)) for row in rows]


def _search(name: str, kind: Kind, values: dict[str, Any]) -> SavedSearch:
    query = values.pop("query", "")
    return SavedSearch(name, kind, query, Filters.from_dict(values))
