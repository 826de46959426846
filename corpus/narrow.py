"""Filters as a database answers them: part through the index (names, kinds, years), part as conditions on the
rows, part either way, whichever is quicker with the words that are asked for (`corpus.weigh`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from sqlalchemy import Connection, text

from corpus.called import acts_called
from corpus.errors import QueryError
from corpus.filters import Filters
from corpus.index import AnyOf, SearchIndex, Table
from corpus.index.base import facet, plain
from corpus.kinds import kinds_called
from corpus.parties import aliased, parties_called
from corpus.query import phrase

DUE_BOUNDS = "SELECT (SELECT min(due) FROM deadlines), (SELECT max(due) FROM deadlines)"
"""Two look-ups in an index; min and max in one SELECT would walk it all on SQLite (40 ms at 400,000 days)."""

_FEW_TOKENS = 6
"""Months and years of a span up to which the index narrows by them. In a longer span so much is due that to
look at the rows is quicker: twenty tokens OR-ed took 100 ms and more at a million obligations."""


@dataclass(frozen=True, slots=True)
class Either:
    """A filter that the index can answer (``options``) and a condition on the rows as well; empty, where one
    of the conditions says the same already."""

    options: AnyOf
    condition: str


@dataclass(slots=True)
class Narrowed:
    """``restrictions`` go to the index, ``conditions`` (SQL on ``r``) hold besides, ``either`` waits for
    `corpus.weigh`; ``needs_index``: some of the restrictions have no condition that says the same, so the
    index must be asked even without words."""

    restrictions: list[AnyOf] = field(default_factory=list)
    either: list[Either] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    params: dict[str, Any] = field(default_factory=dict)
    needs_index: bool = False
    due: tuple[str, str] | None = None
    """The first and the last day that can match, where filters bound them."""
    nothing: bool = False
    """True where no row can match."""

    def add(self, options: AnyOf) -> None:
        self.restrictions.append(options)
        self.needs_index = True


def narrow(connection: Connection, index: SearchIndex, table: Table, filters: Filters) -> Narrowed:
    """Lays filters out. Raises `QueryError` or `NotFound` where a filter names nothing."""
    found = Narrowed()
    _named(connection, index, found, table, "issuer", filters.issuer)
    _named(connection, index, found, table, "bearer", filters.bearer)
    _kinds(connection, found, table, filters.types)
    _choice(found, table, "year", filters.years, "r.year IN :years", filters.years)
    for kind, value in (("modality", filters.modality), ("status", filters.status)):
        if value:
            found.add((facet(kind, value),))
    _due(connection, found, table, filters)
    _graph(connection, index, found, filters)
    _review(found, table, filters)
    return found


def _kinds(connection: Connection, found: Narrowed, table: Table, typed: tuple[str, ...]) -> None:
    """Rows of acts of one of several kinds."""
    if not typed:
        return
    kinds = kinds_called(connection, typed)
    _choice(found, table, "type", kinds.codes, "r.type_key IN :types", tuple(map(plain, kinds.codes)))
    if kinds.shared:
        listed: dict[str, list[str]] = {}
        for kind, values in (("kind", kinds.names), ("shared", kinds.shared)):
            params = {f"{kind}_{position}": value for position, value in enumerate(values)}
            listed[kind] = [f":{name}" for name in params]
            found.params |= params
        found.conditions.append(
            "r.document_id IN (SELECT d.document_id FROM directives d "
            f"WHERE d.type_name IN ({', '.join(listed['kind'])}) "
            f"OR d.type_code NOT IN ({', '.join(listed['shared'])}))"
        )


def _choice(
    found: Narrowed,
    table: Table,
    kind: str,
    values: tuple[Any, ...],
    condition: str,
    compared: tuple[Any, ...],
) -> None:
    """Rows of one of several kinds or years."""
    if not values:
        return
    options = tuple(dict.fromkeys(facet(kind, value) for value in values))
    if table == "directive" or len(options) == 1:
        found.add(options)
        return
    names = [f"{kind}_{position}" for position in range(len(compared))]
    found.params |= dict(zip(names, compared, strict=True))
    listed = ", ".join(f":{name}" for name in names)
    found.either.append(Either(options, condition.replace(f":{kind}s", f"({listed})")))


def _named(
    connection: Connection,
    index: SearchIndex,
    found: Narrowed,
    table: Table,
    role: Literal["issuer", "bearer"],
    name: str | None,
) -> None:
    """Rows of the parties whose name (or an alias) holds the words."""
    if name is None:
        return
    words = phrase(name)
    if words is None:
        raise QueryError(f"{name!r} names nobody: it holds no letter.")
    ids = parties_called(connection, index, words, role, index.most_options + 1)
    if not ids:
        found.nothing = True
    elif len(ids) <= index.most_options:
        options = tuple(facet(role, key) for key in sorted(ids))
        if table == "directive" or len(options) == 1:
            found.add(options)
        else:
            listed = ", ".join(str(key) for key in sorted(ids))
            found.either.append(Either(options, _JOINED[role, table].format(parties=listed)))
    else:
        sql, params = index.named(words)
        found.params |= {f"{role}_{key}": value for key, value in params.items()}
        sql = sql.replace(":named", f":{role}_named")
        for key in sorted(aliased(connection, words)):
            sql += f" UNION SELECT {key}"
        found.conditions.append(_JOINED[role, table].format(parties=sql))


_JOINED: dict[tuple[str, Table], str] = {
    ("issuer", "directive"): "r.issuer_id IN ({parties})",
    ("issuer", "obligation"): "r.issuer_id IN ({parties})",
    ("bearer", "obligation"): "(r.bearer_id IN ({parties}) OR r.bearers > 1 AND EXISTS "
    "(SELECT 1 FROM obligation_parties p WHERE p.obligation_id = r.id "
    "AND p.role = 'bearer' AND p.party_id IN ({parties})))",
    ("bearer", "directive"): "r.document_id IN (SELECT o.document_id FROM obligations o "
    "JOIN obligation_parties p ON p.obligation_id = o.id WHERE p.role = 'bearer' "
    "AND p.party_id IN ({parties}))",
}


def _due(connection: Connection, found: Narrowed, table: Table, filters: Filters) -> None:
    after, before = filters.due_after, filters.due_before
    if after is None and before is None:
        return
    bounds = []
    if after is not None:
        bounds.append("{}.due > :due_after")
        found.params["due_after"] = _real(after)
    if before is not None:
        bounds.append("{}.due < :due_before")
        found.params["due_before"] = _real(before)
    if table == "obligation":
        found.conditions += [bound.format("r") for bound in bounds]
    else:
        inner = " AND ".join(bound.format("l") for bound in bounds)
        found.conditions.append(
            f"EXISTS (SELECT 1 FROM deadlines l WHERE l.document_id = r.document_id AND {inner})"
        )
    first, last = connection.execute(text(DUE_BOUNDS)).one()
    if first is None:
        found.nothing = True
        return
    found.due = max(after or first, first), min(before or last, last)
    tokens = tuple(due_tokens(*found.due))
    if not tokens:
        found.nothing = True
    elif len(tokens) <= _FEW_TOKENS:
        # the index narrows to the months; the conditions above then decide by the day
        if table == "directive":
            found.restrictions.append(tokens)
        else:
            found.either.append(Either(tokens, ""))


def due_tokens(from_day: str, to_day: str) -> Iterator[str]:
    """Facet tokens that cover all days from one to another: whole years as one, the rest by months."""
    first, last = date.fromisoformat(from_day), date.fromisoformat(to_day)
    for year in range(first.year, last.year + 1):
        start = first.month if year == first.year else 1
        end = last.month if year == last.year else 12
        if (start, end) == (1, 12):
            yield facet("due", year)
        else:
            yield from (facet("due", f"{year}-{month:02}") for month in range(start, end + 1))


def _real(day: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError as error:
        raise QueryError(f"{day} is no day of the calendar.") from error


def _graph(connection: Connection, index: SearchIndex, found: Narrowed, filters: Filters) -> None:
    if filters.cites is not None:
        called = acts_called(connection, filters.cites)
        options = []
        for number, key in enumerate(sorted(called.keys)):
            options.append(f"c.number_key = :cites_{number}")
            found.params[f"cites_{number}"] = key
        for column, listed in (("act_id", called.acts), ("id", called.references)):
            if listed:
                options.append(f"c.{column} IN ({', '.join(map(str, listed))})")
        found.conditions.append(
            f"r.document_id IN (SELECT c.document_id FROM citations c WHERE {' OR '.join(options)})"
        )
        keys = {*called.keys, *called.acts.values()}
        if called.acts and not called.references and None not in keys and len(keys) <= index.most_options:
            # every citation of these acts bears one of these numbers, and the index knows the numbers
            found.either.append(Either(tuple(facet("cites", k) for k in keys), ""))
    if filters.cited_by is not None:
        from corpus.lookup import document_called

        found.params["citing"] = document_called(connection, filters.cited_by)
        found.conditions.append(
            "r.document_id IN (SELECT d.document_id FROM directives d "
            "JOIN citations c ON c.act_id = d.act_id WHERE c.document_id = :citing)"
        )
    if filters.in_force is not None:
        replaced = (
            "r.document_id IN (SELECT d.document_id FROM directives d "
            "JOIN citations c ON c.act_id = d.act_id "
            "WHERE c.relation = 'replaces' AND c.document_id <> d.document_id)"
        )
        found.conditions.append(f"NOT {replaced}" if filters.in_force else replaced)


def _review(found: Narrowed, table: Table, filters: Filters) -> None:
    if filters.min_confidence is not None:
        found.conditions.append("r.confidence >= :min_confidence")
        found.params["min_confidence"] = filters.min_confidence
    if filters.needs_review is not None:
        found.params["needs_review"] = filters.needs_review
        found.conditions.append(
            "r.needs_review = :needs_review"
            if table == "directive"
            else "r.document_id IN "
            "(SELECT d.document_id FROM directives d WHERE d.needs_review = :needs_review)"
        )
