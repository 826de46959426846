"""PostgreSQL: two tsvector columns a table (exact and folded) with GIN indexes.

Vectors are built here, token by token, and cast: PostgreSQL's own parser would cut "605-CV/TU" and
Vietnamese words otherwise than FTS5 does. Filters are lexemes of the folded vector that begin with "f/".
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from operator import add
from typing import Any

from sqlalchemy import Connection, text

from corpus.bulk import copying
from corpus.index.base import AnyOf, Entry, Matched, Table
from corpus.query import Group, Phrase, Query

_MAX_POSITION = 16_383
"""PostgreSQL keeps no position beyond; words there are found, phrases there are not."""
_MAX_POSITIONS = 255
_MAX_BYTES = 900_000
"""A tsvector may hold 1 MB; the words of a longer text are indexed as far as they fit."""

_ROWS: dict[Table, tuple[str, str]] = {
    "directive": ("directives", "document_id"),
    "obligation": ("obligation_keys", "id"),
}

_RARE = 0.0005
_SHARES = text(
    "SELECT token, share FROM (SELECT unnest(most_common_elems::text::text[]) AS token, "
    "unnest(most_common_elem_freqs) AS share FROM pg_stats WHERE schemaname = current_schema() "
    "AND tablename = 'obligation_search' AND attname = 'folded') AS s WHERE token = ANY(:tokens)"
)


class PostgresIndex:
    """See `corpus.index.base.SearchIndex`."""

    tests_rows = True
    most_options = 30  # GIN weighs the whole expression row by row: 118 options took 150 ms where 18 took 30

    def create(self, connection: Connection) -> None:
        owners = {"directive": "documents", "obligation": "obligations", "party": "parties"}
        for table, owner in owners.items():
            columns = ("folded",) if table == "party" else ("exact", "folded")
            vectors = ", ".join(f"{column} tsvector NOT NULL" for column in columns)
            connection.execute(
                text(
                    f"CREATE TABLE {table}_search "
                    f"(id integer PRIMARY KEY REFERENCES {owner}(id) ON DELETE CASCADE, {vectors})"
                )
            )
            for column in columns:
                connection.execute(
                    text(f"CREATE INDEX ix_{table}_search_{column} ON {table}_search USING gin ({column})")
                )

    def clear(self, connection: Connection) -> None:
        connection.execute(text("TRUNCATE directive_search, obligation_search, party_search"))

    def put(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        if entries:
            with copying(connection, f"{table}_search", ("id", "exact", "folded")) as copy:
                for entry in entries:
                    copy.write(_line(entry))

    def remove(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        ids = [{"id": entry.id} for entry in entries]
        if ids:
            connection.execute(text(f"DELETE FROM {table}_search WHERE id = :id"), ids)

    def put_names(self, connection: Connection, names: Mapping[int, str]) -> None:
        if names:
            with copying(connection, "party_search", ("id", "folded")) as copy:
                for key, name in names.items():
                    copy.write(f"{key}\t{_vector(name.split())}\n")

    def named(self, phrase: Phrase) -> tuple[str, dict[str, Any]]:
        sql = "SELECT id FROM party_search WHERE folded @@ CAST(:named AS tsquery)"
        return sql, {"named": _phrase(phrase, phrase.folded)}

    def share(self, connection: Connection, query: Query, restrictions: Sequence[AnyOf]) -> float:
        """From the server's own statistics of the commonest tokens; any other is rare. Words go together more
        often than by chance, so each further one counts by its root."""
        groups = [[phrase.folded for phrase in group.alternatives] for group in query.positive]
        wanted = {word for group in groups for words in group for word in words}
        wanted |= {f"f/{option}" for options in restrictions for option in options}
        rows = connection.execute(_SHARES, {"tokens": list(wanted)})
        known = {str(row.token): float(row.share) for row in rows}

        def common(token: str) -> float:
            return known.get(token, _RARE)

        found = 1.0
        for options in restrictions:
            found *= min(1.0, sum(common(f"f/{option}") for option in options))
        words = sorted(common(word) for group in groups for word in max(group, key=len))
        for position, part in enumerate(words):
            found *= part if position == 0 else math.sqrt(part)
        return found

    def match(self, table: Table, query: Query, restrictions: Sequence[AnyOf], *, exact: bool) -> Matched:
        folded = [f"({' | '.join(_quoted('f/' + token) for token in options)})" for options in restrictions]
        marked: list[str] = []
        for group in query.positive:
            (marked if _needs_exact(group, exact) else folded).append(_group(group, exact))
        folded += [f"!({_group(group, False)})" for group in query.negative]
        where: list[str] = []
        params: dict[str, Any] = {}
        if folded:
            where.append("s.folded @@ CAST(:q_folded AS tsquery)")
            params["q_folded"] = " & ".join(folded)
        if marked:
            where.append("s.exact @@ CAST(:q_exact AS tsquery)")
            params["q_exact"] = " & ".join(marked)
        rows, key = _ROWS[table]
        column, bound = ("exact", "q_exact") if marked else ("folded", "q_folded")
        return Matched(
            join=f"{table}_search AS s JOIN {rows} AS r ON r.{key} = s.id",
            where=" AND ".join(where),
            rank=f"-ts_rank(s.{column}, CAST(:{bound} AS tsquery), 1)",
            key="s.id",
            params=params,
            bare=f"{table}_search AS s",
        )


def _needs_exact(group: Group, exact: bool) -> bool:
    return exact and any(phrase.exact != phrase.folded for phrase in group.alternatives)


def _group(group: Group, exact: bool) -> str:
    marked = _needs_exact(group, exact)
    return "(" + " | ".join(_phrase(p, p.exact if marked else p.folded) for p in group.alternatives) + ")"


def _phrase(phrase: Phrase, words: tuple[str, ...]) -> str:
    quoted = [_quoted(word) for word in words]
    if phrase.prefix:
        quoted[-1] += ":*"
    return "(" + " <-> ".join(quoted) + ")"


def _quoted(token: str) -> str:
    return f"'{token}'"  # letters and digits only, so no quote can stand in it


def _line(entry: Entry) -> str:
    """An entry as a line of COPY. Facets come first in the folded vector: a long text must not push them
    out. Tokens are letters and digits, so nothing in a line has to be escaped."""
    exact, folded, head = entry.tokens()
    facets = ["f/" + token for token in entry.facets]
    marked, unmarked = _vector(exact, head), _vector([*facets, *folded], head, len(facets))
    return f"{entry.id}\t{marked}\t{unmarked}\n"


_SHORT = 3_500
"""Tokens of a text that fit into a tsvector whatever they are (64 letters of up to 4 bytes each)."""
_PLACES = [f":{position}" for position in range(1, _SHORT + 1)]


def _vector(tokens: Sequence[str], head: int = 0, skipped: int = 0) -> str:
    """A tsvector as text. ``head``: so many tokens, after so many ``skipped``, weigh most.

    The server puts a word's places together itself; to do it here took two thirds of the time of a load. Only
    of a long text must we see what fits.
    """
    if len(tokens) > _SHORT:
        return _fitted(tokens, head, skipped)
    places: Sequence[str] = _PLACES
    if head:
        places = [*_PLACES[:skipped], *(f"{p}A" for p in _PLACES[skipped : skipped + head])]
        places += _PLACES[skipped + head : len(tokens)]
    return " ".join(map(add, tokens, places))


def _fitted(tokens: Sequence[str], head: int, skipped: int) -> str:
    places: dict[str, list[str]] = {}
    size = 0
    for position, token in enumerate(tokens, start=1):
        weight = "A" if skipped < position <= skipped + head else ""
        known = places.get(token)
        if known is None:
            size += len(token.encode()) + 8
            if size > _MAX_BYTES:
                break
            known = places[token] = []
        if len(known) < _MAX_POSITIONS and (position <= _MAX_POSITION or not known):
            known.append(f"{min(position, _MAX_POSITION)}{weight}")
            size += 2
    return " ".join(f"{token}:{','.join(where)}" for token, where in places.items())
