"""Search: directives and obligations, by words and by filters, best first, a page at a time.

Ranking has tiers. What holds the words with their marks and side by side comes first, then with their marks,
then side by side without regard to marks, then all the rest. Within a tier BM25 decides (``ts_rank`` on
PostgreSQL), unless thousands match alike: then the newest come first, because ranking all of them would take
longer than a person waits and say nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, text

from corpus.filters import (
    COUNT_LIMIT,
    DirectiveHit,
    Filters,
    ObligationHit,
    Results,
    check_page,
)
from corpus.index import Matched, SearchIndex, Table
from corpus.narrow import Narrowed, narrow
from corpus.query import Phrase, Query, parse
from corpus.snippets import highlights, snippet

RANK_LIMIT = 2_000
"""More matches than this in one tier are not ranked but listed newest first (ranking is 2 µs each)."""

_KEY: dict[Table, str] = {"directive": "r.document_id", "obligation": "r.id"}
_ROWS: dict[Table, str] = {"directive": "directives AS r", "obligation": "obligations AS r"}
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


@dataclass(frozen=True, slots=True)
class _Plan:
    """A search as it will be run."""

    table: Table
    query: Query
    narrowed: Narrowed
    exact_only: bool


def search_directives(
    connection: Connection,
    index: SearchIndex,
    query: str = "",
    filters: Filters | None = None,
    *,
    sort: str | None = None,
    limit: int = 20,
    offset: int = 0,
    exact: bool = False,
) -> Results[DirectiveHit]:
    """Directives that hold the query and the filters. Raises `QueryError` for what makes no sense."""
    plan, ids, total, order = _find(
        connection, index, "directive", query, filters, sort or "", limit, offset, exact
    )
    phrases = plan.query.phrases()
    items = load_directives(connection, ids, phrases)
    return Results(items, min(total, COUNT_LIMIT), total > COUNT_LIMIT, limit, offset, order)


def search_obligations(
    connection: Connection,
    index: SearchIndex,
    query: str = "",
    filters: Filters | None = None,
    *,
    sort: str | None = None,
    limit: int = 20,
    offset: int = 0,
    exact: bool = False,
) -> Results[ObligationHit]:
    """Obligations that hold the query and the filters; without a query, those due first come first."""
    plan, ids, total, order = _find(
        connection, index, "obligation", query, filters, sort or "", limit, offset, exact
    )
    items = load_obligations(connection, ids, plan.query.phrases())
    return Results(items, min(total, COUNT_LIMIT), total > COUNT_LIMIT, limit, offset, order)


def _find(
    connection: Connection,
    index: SearchIndex,
    table: Table,
    query: str,
    filters: Filters | None,
    sort: str,
    limit: int,
    offset: int,
    exact: bool,
) -> tuple[_Plan, list[int], int, str]:
    check_page(limit, offset)
    plan = _Plan(table, parse(query), narrow(connection, table, filters or Filters()), exact)
    if not sort:
        sort = "relevance" if plan.query.groups else "due" if table == "obligation" else "-issued"
    if sort == "relevance" and not plan.query.groups:
        sort = "due" if table == "obligation" else "-issued"
    total = _count(connection, index, plan)
    if total == 0:
        return plan, [], 0, sort
    if sort == "relevance":
        ids, ranked = _by_relevance(connection, index, plan, limit, offset)
        return plan, ids, total, "relevance" if ranked else "newest"
    return plan, _sorted(connection, index, plan, sort, limit, offset), total, sort


def matched_ids(
    connection: Connection, index: SearchIndex, table: Table, query: str, filters: Filters | None, after: int
) -> list[int]:
    """The next 500 ids above ``after`` that match, in their order: for exports, which take everything."""
    plan = _Plan(table, parse(query), narrow(connection, table, filters or Filters()), False)
    matched = _matched(index, plan)
    sql = (
        f"SELECT {matched.order_id} FROM {matched.join} WHERE {_where(matched, plan)} "
        f"AND {matched.order_id} > :after ORDER BY {matched.order_id} LIMIT 500"
    )
    rows = connection.execute(text(sql), {**matched.params, **plan.narrowed.params, "after": after})
    return [int(row[0]) for row in rows]


def _matched(
    index: SearchIndex,
    plan: _Plan,
    query: Query | None = None,
    exact: bool | None = None,
    without: Sequence[tuple[Query, bool]] = (),
) -> Matched:
    """The match of a tier; where neither words nor names are asked for, the plain table."""
    words = plan.query if query is None else query
    if not words.groups and not plan.narrowed.needs_index:
        return Matched(_ROWS[plan.table], "1 = 1", "0", _KEY[plan.table])
    marks = plan.exact_only if exact is None else exact
    return index.match(plan.table, words, plan.narrowed.restrictions, exact=marks, without=without)


def _where(matched: Matched, plan: _Plan) -> str:
    return " AND ".join([matched.where, *plan.narrowed.conditions])


def _count(connection: Connection, index: SearchIndex, plan: _Plan, matched: Matched | None = None) -> int:
    matched = matched or _matched(index, plan)
    sql = (
        f"SELECT count(*) FROM (SELECT 1 FROM {matched.join} WHERE {_where(matched, plan)} "
        f"LIMIT {COUNT_LIMIT + 1}) AS found"
    )
    return int(connection.execute(text(sql), {**matched.params, **plan.narrowed.params}).scalar_one())


def _tiers(plan: _Plan) -> list[tuple[Query, bool, list[tuple[Query, bool]]]]:
    """``(query, with marks, what earlier tiers have taken)``, best first."""
    side_by_side = plan.query.as_phrase()
    tiers: list[tuple[Query, bool, list[tuple[Query, bool]]]] = []
    if plan.query.marked or plan.exact_only:
        if side_by_side is not None:
            tiers.append((side_by_side, True, []))
        tiers.append((plan.query, True, [(side_by_side, True)] if side_by_side else []))
    if plan.exact_only:
        return tiers
    taken = [(plan.query, True)] if tiers else []
    if side_by_side is not None:
        tiers.append((side_by_side, False, taken))
        taken = [*taken, (side_by_side, False)]
    tiers.append((plan.query, False, taken))
    return tiers


def _by_relevance(
    connection: Connection, index: SearchIndex, plan: _Plan, limit: int, offset: int
) -> tuple[list[int], bool]:
    ids: list[int] = []
    ranked, skip = True, offset
    for query, exact, without in _tiers(plan):
        matched = _matched(index, plan, query, exact, without)
        params = {**matched.params, **plan.narrowed.params}
        where = _where(matched, plan)
        bound = max(RANK_LIMIT, skip + limit) + 1
        probe = f"SELECT count(*) FROM (SELECT 1 FROM {matched.join} WHERE {where} LIMIT {bound}) AS found"
        count = int(connection.execute(text(probe), params).scalar_one())
        if count <= skip:
            skip -= count
            continue
        few = count <= RANK_LIMIT
        ranked = ranked and few
        order = f"{matched.rank}, {matched.order_id} DESC" if few else f"{matched.order_id} DESC"
        sql = (
            f"SELECT {matched.order_id} FROM {matched.join} WHERE {where} "
            f"ORDER BY {order} LIMIT {limit - len(ids)} OFFSET {skip}"
        )
        ids += [int(row[0]) for row in connection.execute(text(sql), params)]
        skip = 0
        if len(ids) >= limit:
            break
    return ids, ranked


def _sorted(
    connection: Connection, index: SearchIndex, plan: _Plan, sort: str, limit: int, offset: int
) -> list[int]:
    from corpus.errors import QueryError

    order = _SORTS[plan.table].get(sort)
    if order is None:
        raise QueryError(f"Sort by relevance, {', '.join(_SORTS[plan.table])}; not by {sort}.")
    matched = _matched(index, plan)
    head = " JOIN directives AS h ON h.document_id = r.document_id" if "h." in order else ""
    sql = (
        f"SELECT {_KEY[plan.table]} FROM {matched.join}{head} WHERE {_where(matched, plan)} "
        f"ORDER BY {order}, {_KEY[plan.table]} LIMIT {limit} OFFSET {offset}"
    )
    rows = connection.execute(text(sql), {**matched.params, **plan.narrowed.params})
    return [int(row[0]) for row in rows]


def load_directives(
    connection: Connection, ids: Sequence[int], phrases: Sequence[Phrase] = ()
) -> list[DirectiveHit]:
    """The directives of these ids, in their order, each with a snippet."""
    sql = text(
        "SELECT d.document_id, o.directive_id, o.name, d.number, d.type_code, d.type_name, d.issuer, "
        "d.issued, d.subject, d.status, d.needs_review, d.confidence, d.obligation_count"
        f"{', d.text' if phrases else ''} "
        "FROM directives d JOIN documents o ON o.id = d.document_id WHERE d.document_id IN :ids"
    ).bindparams(bindparam("ids", expanding=True))
    found: dict[int, DirectiveHit] = {}
    for row in connection.execute(sql, {"ids": list(ids)}):
        shown, marks = snippet(row.text, phrases) if phrases else ("", [])
        found[row.document_id] = DirectiveHit(
            id=row.directive_id,
            document_id=row.document_id,
            file=row.name,
            number=row.number,
            type_code=row.type_code,
            type_name=row.type_name,
            issuer=row.issuer,
            issued=row.issued,
            subject=row.subject,
            status=row.status,
            needs_review=bool(row.needs_review),
            confidence=row.confidence,
            obligations=row.obligation_count,
            snippet=shown,
            highlights=marks,
        )
    return [found[key] for key in ids if key in found]


_OBLIGATION_JSON = ("bearers", "partners", "report_to", "deadlines")


def load_obligations(
    connection: Connection, ids: Sequence[int], phrases: Sequence[Phrase] = ()
) -> list[ObligationHit]:
    """The obligations of these ids, in their order."""
    from sqlalchemy import select

    from corpus.schema import directives as d
    from corpus.schema import documents
    from corpus.schema import obligations as o

    statement = (
        select(
            o,
            documents.c.directive_id,
            d.c.number,
            d.c.type_code,
            d.c.issuer,
            d.c.issued,
            d.c.subject,
        )
        .join(d, d.c.document_id == o.c.document_id)
        .join(documents, documents.c.id == o.c.document_id)
        .where(o.c.id.in_(list(ids)))
    )
    found: dict[int, ObligationHit] = {}
    for row in connection.execute(statement):
        values: dict[str, Any] = {name: list(getattr(row, name)) for name in _OBLIGATION_JSON}
        found[row.id] = ObligationHit(
            id=row.obligation_id,
            directive=row.directive_id,
            document_id=row.document_id,
            number=row.number,
            type_code=row.type_code,
            issuer=row.issuer,
            issued=row.issued,
            subject=row.subject,
            clause=row.clause,
            modality=row.modality,
            text=row.text,
            condition=row.condition,
            due=row.due,
            span=(row.span_start, row.span_end),
            confidence=row.confidence,
            highlights=highlights(row.text, phrases) if phrases else [],
            **values,
        )
    return [found[key] for key in ids if key in found]
