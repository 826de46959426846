"""Search: directives and obligations, by words and by filters, a page at a time, as people are shown them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from corpus import ranking
from corpus.filters import COUNT_LIMIT, DirectiveHit, Filters, ObligationHit, Results, check_page
from corpus.index import SearchIndex, Table
from corpus.query import Phrase
from corpus.schema import directives as d
from corpus.schema import documents
from corpus.schema import obligations as o
from corpus.snippets import highlights, snippet


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
    check_page(limit, offset)
    plan = ranking.plan(connection, index, "directive", query, filters, exact=exact)
    found = ranking.find(plan, sort=sort, limit=limit, offset=offset)
    items = load_directives(connection, found.ids, plan.query.phrases())
    return Results(
        items, min(found.total, COUNT_LIMIT), found.total > COUNT_LIMIT, limit, offset, found.order
    )


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
    check_page(limit, offset)
    plan = ranking.plan(connection, index, "obligation", query, filters, exact=exact)
    found = ranking.find(plan, sort=sort, limit=limit, offset=offset)
    items = load_obligations(connection, found.ids, plan.query.phrases())
    return Results(
        items, min(found.total, COUNT_LIMIT), found.total > COUNT_LIMIT, limit, offset, found.order
    )


def matched_ids(
    connection: Connection,
    index: SearchIndex,
    table: Table,
    query: str = "",
    filters: Filters | None = None,
    after: int = 0,
) -> list[int]:
    """The next ids above ``after`` that match, in their order, none at the end; see `ranking.each_batch`."""
    return ranking.each_batch(ranking.plan(connection, index, table, query, filters), after)


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
            action=row.action,
            condition=row.condition,
            due=row.due,
            span=(row.span_start, row.span_end),
            confidence=row.confidence,
            highlights=highlights(row.text, phrases) if phrases else [],
            **values,
        )
    return [found[key] for key in ids if key in found]
