"""Which rows match, and in which order: the part of search that knows no fields, only ids.

Ranking has tiers. What holds the words with their marks and side by side comes first, then with their marks,
then side by side without regard to marks, then all the rest. Within a tier the shorter obligation comes
first, and the directive that BM25 (``ts_rank`` on PostgreSQL) puts first; where thousands match alike, the
newest: to rank them all would take longer than a person waits, and say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, text

from corpus.errors import QueryError
from corpus.filters import COUNT_LIMIT, Filters
from corpus.fold import tokens
from corpus.index import AnyOf, Matched, SearchIndex, Table
from corpus.index.base import facet
from corpus.narrow import DUE_BOUNDS, Narrowed, narrow
from corpus.query import Group, Query, parse
from corpus.weigh import settle

FEW = {"directive": 2_000, "obligation": 300}
"""Matches that are ranked one by one: obligations by their text (30 µs), directives by BM25 (2 µs)."""

_ROWS: dict[Table, tuple[str, str]] = {
    "directive": ("directives AS r", "r.document_id"),
    "obligation": ("obligation_keys AS r", "r.id"),
}
_SORTS: dict[Table, dict[str, str]] = {
    "directive": {
        "issued": "r.issued ASC NULLS LAST",
        "-issued": "r.issued DESC NULLS LAST",
        "number": "r.serial ASC NULLS LAST, r.number ASC NULLS LAST",
        "added": "r.document_id DESC",
        "confidence": "r.confidence ASC NULLS LAST",
    },
    "obligation": {
        "due": "r.due ASC NULLS LAST",
        "-due": "r.due DESC NULLS LAST",
        "issued": "h.issued ASC NULLS LAST",
        "-issued": "h.issued DESC NULLS LAST",
        "confidence": "r.confidence ASC NULLS LAST",
    },
}
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Found:
    """Ids in order, how many match in all (up to `COUNT_LIMIT` and one), and what the order is."""

    ids: list[int]
    total: int
    order: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A search, parsed, on one connection."""

    connection: Connection
    index: SearchIndex
    table: Table
    query: Query
    narrowed: Narrowed
    exact: bool

    def matched(
        self, query: Query, *, exact: bool, more: tuple[AnyOf, ...] = (), rows: bool = False
    ) -> Matched:
        """The match of a query; without words or names to ask for, the plain table.

        ``rows``: with the rows' columns, as ``r``, even where only the index decides.
        """
        table, key = _ROWS[self.table]
        if not query.groups and not self.narrowed.needs_index and not more:
            return Matched(table, " AND ".join(self.narrowed.conditions or ["1 = 1"]), "0", key)
        restrictions = [*self.narrowed.restrictions, *more]
        match = self.index.match(self.table, query, restrictions, exact=exact)
        join = match.join if rows or self.narrowed.conditions else match.bare
        where = " AND ".join([match.where, *self.narrowed.conditions])
        return Matched(join, where, match.rank, match.key, match.params, match.bare)

    def ids(self, match: Matched, order: str, limit: int, offset: int = 0, joins: str = "") -> list[int]:
        sql = (
            f"SELECT {match.key} FROM {match.join}{joins} WHERE {match.where} "
            f"{'ORDER BY ' + order if order else ''} LIMIT {limit} OFFSET {offset}"
        )
        rows = self.connection.execute(text(sql), {**match.params, **self.narrowed.params})
        return list(rows.scalars().all())


def plan(
    connection: Connection,
    index: SearchIndex,
    table: Table,
    query: str,
    filters: Filters | None,
    *,
    exact: bool = False,
) -> Plan:
    """Parses a search. Raises `QueryError` or `NotFound` for what makes no sense."""
    parsed = parse(query)
    narrowed = settle(connection, index, parsed, narrow(connection, index, table, filters or Filters()))
    return Plan(connection, index, table, parsed, narrowed, exact)


def find(search: Plan, *, sort: str | None, limit: int, offset: int) -> Found:
    """A page of ids. Without a sort: by relevance where words are asked for, else obligations as they fall
    due and directives as they were issued, the latest first."""
    worded = bool(search.query.groups)
    order = sort if sort and (sort != "relevance" or worded) else None
    if order is None:
        order = "relevance" if worded else "due" if search.table == "obligation" else "-issued"
    if order != "relevance" and order not in _SORTS[search.table]:
        raise QueryError(f"Sort by relevance, {', '.join(_SORTS[search.table])}; not by {order}.")
    if search.narrowed.nothing:
        return Found([], 0, order)
    everything = search.matched(search.query, exact=search.exact)
    newest = search.ids(everything, f"{everything.key} DESC" if worded else "", COUNT_LIMIT + 1)
    total = len(newest)
    if order != "relevance":
        return Found(_sorted(search, order, newest, limit, offset), total, order)
    if total > FEW[search.table]:
        return Found(_by_tier(search, newest, limit, offset, ranked=False), total, "newest")
    if search.table == "obligation":
        return Found(_by_text(search, newest)[offset : offset + limit], total, order)
    return Found(_by_tier(search, newest, limit, offset, ranked=True), total, order)


def each_batch(search: Plan, after: int) -> list[int]:
    """The next ids above ``after`` that match, in their order: for exports, which take everything."""
    if search.narrowed.nothing:
        return []
    match = search.matched(search.query, exact=search.exact)
    above = Matched(match.join, f"{match.where} AND {match.key} > {int(after)}", "0", match.key, match.params)
    return search.ids(above, above.key, _BATCH)


def batches(search: Plan, limit: int | None = None) -> Iterator[list[int]]:
    """All ids that match, or the first ``limit`` of them, in their order, some hundreds at a time."""
    last, left = 0, limit
    while left != 0 and (ids := each_batch(search, last)):
        last = ids[-1]
        if left is not None:
            ids = ids[:left]
            left -= len(ids)
        yield ids


def more_than(search: Plan, rows: int) -> bool:
    """Whether more rows match. The table is counted only where it has more at all."""
    table, key = _ROWS[search.table]
    highest = search.connection.execute(text(f"SELECT max({key}) FROM {table}")).scalar() or 0
    if highest <= rows or search.narrowed.nothing:
        return False
    match = search.matched(search.query, exact=search.exact)
    sql = f"SELECT 1 FROM {match.join} WHERE {match.where} LIMIT 1 OFFSET {int(rows)}"
    found = search.connection.execute(text(sql), {**match.params, **search.narrowed.params})
    return found.first() is not None


def _tiers(search: Plan) -> list[tuple[Query, bool]]:
    """``(query, with its marks)``, best first; each holds what the one before holds, or stands beside it."""
    side_by_side = search.query.as_phrase()
    found: list[tuple[Query, bool]] = []
    for exact in (True, False):
        if exact and not search.query.marked:
            continue
        if side_by_side is not None:
            found.append((side_by_side, exact))
        found.append((search.query, exact))
        if search.exact:
            break
    return found


def _by_tier(search: Plan, newest: list[int], limit: int, offset: int, *, ranked: bool) -> list[int]:
    """Tier after tier until the page is full; a tier that did not fill it has been seen whole."""
    wanted = offset + limit
    tiers = _tiers(search)
    taken: dict[int, None] = {}
    for position, (query, exact) in enumerate(tiers):
        last = position == len(tiers) - 1
        if last and not ranked and (len(newest) <= COUNT_LIMIT or len(taken) + wanted <= COUNT_LIMIT):
            ids = newest  # all that match have been listed already, newest first
        else:
            if search.index.tests_rows and not ranked and len(newest) <= COUNT_LIMIT:
                match = _among(search, query, exact, newest)
            else:
                match = search.matched(query, exact=exact)
            order = f"{match.rank}, {match.key} DESC" if ranked else f"{match.key} DESC"
            ids = search.ids(match, order, wanted + len(taken))
        for key in ids:
            taken.setdefault(key)
        if len(taken) >= wanted:
            break
    return list(taken)[offset:wanted]


def _among(search: Plan, query: Query, exact: bool, ids: list[int]) -> Matched:
    """The match among rows that are known to be all that can match, the newest looked at first, no more than
    fill the page; OFFSET 0 keeps the server from walking its whole index all the same."""
    match = search.index.match(search.table, query, (), exact=exact)
    listed = ", ".join(str(key) for key in ids)
    rows = f"(SELECT * FROM {search.table}_search WHERE id IN ({listed}) ORDER BY id DESC OFFSET 0) AS s"
    return Matched(rows, match.where, match.rank, match.key, match.params, rows)


def _by_text(search: Plan, ids: list[int]) -> list[int]:
    """Few obligations: each by the tier that its text belongs to, then the shorter, then the newer."""
    sql = text("SELECT id, text, bearers FROM obligations WHERE id IN :ids").bindparams(
        bindparam("ids", expanding=True)
    )
    tiers = _tiers(search)
    scored = []
    for row in search.connection.execute(sql, {"ids": ids}):
        exact, folded = tokens(f"{row.text}\n{row.bearers}")
        held = (f" {' '.join(exact)} ", f" {' '.join(folded)} ")
        tier = next((i for i, (query, marks) in enumerate(tiers) if _holds(query, held, marks)), len(tiers))
        scored.append((tier, len(folded), -row.id))
    return [-key for _, _, key in sorted(scored)]


def _holds(query: Query, held: tuple[str, str], marks: bool) -> bool:
    return all(_holds_group(group, held, marks) for group in query.positive)


def _holds_group(group: Group, held: tuple[str, str], marks: bool) -> bool:
    for phrase in group.alternatives:
        exactly = marks and phrase.exact != phrase.folded
        words = " ".join(phrase.exact if exactly else phrase.folded)
        if f" {words}{'' if phrase.prefix else ' '}" in held[0 if exactly else 1]:
            return True
    return False


def _sorted(search: Plan, order: str, matching: list[int], limit: int, offset: int) -> list[int]:
    """A page in an order of the rows' own; ``matching``: the ids that match, as far as they were counted."""
    if not matching:
        return []
    by_index = bool(search.query.groups) or search.narrowed.needs_index
    many = len(matching) > COUNT_LIMIT
    if search.table == "obligation" and order in ("due", "-due") and by_index and many:
        return _walk_months(search, order == "due", limit, offset)
    sql = _SORTS[search.table][order]
    joins = " JOIN directives AS h ON h.document_id = r.document_id" if "h." in sql else ""
    if by_index and not many:  # all are known: to sort them needs no second walk through the index
        table, key = _ROWS[search.table]
        chosen = ", ".join(str(number) for number in matching)
        match = Matched(table, f"{key} IN ({chosen})", "0", key)
    else:
        match = search.matched(search.query, exact=search.exact, rows=True)
    return search.ids(match, f"{sql}, {match.key}", limit, offset, joins)


def _walk_months(search: Plan, ascending: bool, limit: int, offset: int) -> list[int]:
    """Many matches by due day: month after month until the page is full, instead of sorting them all."""
    bounds = search.narrowed.due or search.connection.execute(text(DUE_BOUNDS)).one()
    months: list[str] = []
    if bounds[0] is not None:
        first, last = ((int(day[:4]) * 12 + int(day[5:7]) - 1) for day in bounds)
        months = [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    direction = "ASC" if ascending else "DESC"
    found: list[int] = []
    for month in months if ascending else reversed(months):
        more = ((facet("due", month),),)
        match = search.matched(search.query, exact=search.exact, more=more, rows=True)
        found += search.ids(match, f"r.due {direction}, {match.key}", offset + limit - len(found))
        if len(found) >= offset + limit:
            return found[offset:]
    if search.narrowed.due:
        return found[offset:]
    match = search.matched(search.query, exact=search.exact, rows=True)
    undated = Matched(match.join, f"{match.where} AND r.due IS NULL", "0", match.key, match.params)
    found += search.ids(undated, match.key, offset + limit - len(found))
    return found[offset:]
