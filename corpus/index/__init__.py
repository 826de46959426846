"""The full-text indexes: FTS5 on SQLite, tsvector with GIN on PostgreSQL, behind one interface."""

from __future__ import annotations

from corpus.index.base import AnyOf, Entry, Matched, SearchIndex, Table


def for_dialect(name: str) -> SearchIndex:
    """The index of a database dialect: "sqlite" or "postgresql"."""
    if name == "postgresql":
        from corpus.index.postgresql import PostgresIndex

        return PostgresIndex()
    from corpus.index.sqlite import SqliteIndex

    return SqliteIndex()


__all__ = ["AnyOf", "Entry", "Matched", "SearchIndex", "Table", "for_dialect"]
