"""PostgreSQL: two tsvector columns a table (exact and folded) with GIN indexes.

Vectors are built here, token by token, and cast: PostgreSQL's own parser would cut "608-CV/TU" and
Vietnamese words otherwise than FTS5 does. Columns other than the text are prefixes of the lexemes: "i/" the
issuer, "b/" the bearers, "f/" the facets.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, text

from corpus.index.base import SEPARATOR, Entry, Matched, Restriction, Table
from corpus.query import Group, Phrase, Query

_PREFIX = {"issuer": "i/", "bearer": "b/", "facets": "f/"}
_MAX_POSITION = 16_383
"""PostgreSQL keeps no position beyond; words there are found, phrases there are not."""
_MAX_POSITIONS = 255
_MAX_BYTES = 900_000
"""A tsvector may hold 1 MB; the words of a longer text are indexed as far as they fit."""


class PostgresIndex:
    """See `corpus.index.base.SearchIndex`."""

    def create(self, connection: Connection) -> None:
        for table, owner in (("directive", "documents"), ("obligation", "obligations")):
            connection.execute(
                text(
                    f"CREATE TABLE {table}_search ("
                    f"id integer PRIMARY KEY REFERENCES {owner}(id) ON DELETE CASCADE, "
                    "exact tsvector NOT NULL, folded tsvector NOT NULL)"
                )
            )
            for column in ("exact", "folded"):
                connection.execute(
                    text(f"CREATE INDEX ix_{table}_search_{column} ON {table}_search USING gin ({column})")
                )

    def clear(self, connection: Connection) -> None:
        connection.execute(text("TRUNCATE directive_search, obligation_search"))

    def put(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        rows = [_row(entry) for entry in entries]
        if rows:
            connection.execute(
                text(
                    f"INSERT INTO {table}_search (id, exact, folded) "
                    "VALUES (:id, CAST(:exact AS tsvector), CAST(:folded AS tsvector))"
                ),
                rows,
            )

    def remove(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        ids = [{"id": entry.id} for entry in entries]
        if ids:
            connection.execute(text(f"DELETE FROM {table}_search WHERE id = :id"), ids)

    def match(
        self,
        table: Table,
        query: Query,
        restrictions: Sequence[Restriction],
        *,
        exact: bool,
        without: Sequence[tuple[Query, bool]] = (),
    ) -> Matched:
        folded = [_restrict(restriction) for restriction in restrictions]
        marked: list[str] = []
        for group in query.positive:
            (marked if _needs_exact(group, exact) else folded).append(_group(group, exact))
        folded += [f"!({_group(group, False)})" for group in query.negative]
        where: list[str] = []
        params: dict[str, object] = {}
        if folded:
            where.append("s.folded @@ CAST(:q_folded AS tsquery)")
            params["q_folded"] = " & ".join(folded)
        if marked:
            where.append("s.exact @@ CAST(:q_exact AS tsquery)")
            params["q_exact"] = " & ".join(marked)
        for position, (earlier, was_exact) in enumerate(without):
            where.append(_without(earlier, was_exact, f"q_not{position}", params))
        rows = "obligations" if table == "obligation" else "directives"
        key = "id" if table == "obligation" else "document_id"
        column, bound = ("exact", "q_exact") if marked else ("folded", "q_folded")
        return Matched(
            join=f"{table}_search AS s JOIN {rows} AS r ON r.{key} = s.id",
            where=" AND ".join(where),
            rank=f"-ts_rank(s.{column}, CAST(:{bound} AS tsquery), 1)",
            order_id="s.id",
            params=params,
        )


def _without(query: Query, exact: bool, name: str, params: dict[str, object]) -> str:
    parts = []
    for position, group in enumerate(query.positive):
        column = "exact" if _needs_exact(group, exact) else "folded"
        parts.append(f"s.{column} @@ CAST(:{name}_{position} AS tsquery)")
        params[f"{name}_{position}"] = _group(group, exact)
    return f"NOT ({' AND '.join(parts)})"


def _needs_exact(group: Group, exact: bool) -> bool:
    return exact and any(phrase.exact != phrase.folded for phrase in group.alternatives)


def _group(group: Group, exact: bool) -> str:
    marked = _needs_exact(group, exact)
    return "(" + " | ".join(_phrase(p, "", p.exact if marked else p.folded) for p in group.alternatives) + ")"


def _restrict(restriction: Restriction) -> str:
    prefix = _PREFIX[restriction.column]
    return "(" + " | ".join(_phrase(p, prefix, p.folded) for p in restriction.anyof) + ")"


def _phrase(phrase: Phrase, prefix: str, words: tuple[str, ...]) -> str:
    quoted = [f"'{prefix}{word}'" for word in words]
    if phrase.prefix:
        quoted[-1] += ":*"
    return "(" + " <-> ".join(quoted) + ")"


def _row(entry: Entry) -> dict[str, object]:
    columns = entry.columns()
    named = [
        *(("f/" + token, "") for token in columns["facets"].split()),
        *(("i/" + token, "") for token in columns["issuer"].split()),
        *(("b/" + token if token != SEPARATOR else SEPARATOR, "") for token in columns["bearer"].split()),
    ]
    head = columns["head"].count(" ") + 1 if columns["head"] else 0
    folded = named + [
        (token, "A" if position < head else "") for position, token in enumerate(columns["folded"].split())
    ]
    exact = [
        (token, "A" if position < head else "") for position, token in enumerate(columns["exact"].split())
    ]
    return {"id": entry.id, "exact": _vector(exact), "folded": _vector(folded)}


def _vector(tokens: list[tuple[str, str]]) -> str:
    places: dict[str, list[str]] = {}
    size = 0
    for position, (token, weight) in enumerate(tokens, start=1):
        known = places.get(token)
        if known is None:
            size += len(token.encode()) + 8
            if size > _MAX_BYTES:
                break
            known = places[token] = []
        if len(known) < _MAX_POSITIONS and (position <= _MAX_POSITION or not known):
            known.append(f"{min(position, _MAX_POSITION)}{weight}")
            size += 2
    return " ".join(f"'{token}':{','.join(where)}" for token, where in places.items())
