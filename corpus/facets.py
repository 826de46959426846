"""Facets: how what a search found is spread over each of its filters, with values that the filters take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, text

from corpus import ranking
from corpus.filters import Filters
from corpus.index import SearchIndex, Table

COUNTED = 5_000
"""Results that are counted; beyond, the counts are of these and say so."""
_SHOWN, _YEARS = 8, 12
_BATCH = 1_000
_SOON = 30

_FROM: dict[Table, str] = {
    "directive": "directives d",
    "obligation": "obligation_keys r JOIN directives d ON d.document_id = r.document_id",
}
_KEY: dict[Table, str] = {"directive": "d.document_id", "obligation": "r.id"}

_REPLACED = (
    "EXISTS (SELECT 1 FROM citations x WHERE x.act_id = d.act_id AND x.relation = 'replaces' "
    "AND x.document_id <> d.document_id)"
)
_HEAD = {
    "type": "d.type_code",
    "year": "d.year",
    "issuer": "d.issuer",
    "status": "d.status",
    "needs_review": "CASE WHEN d.needs_review THEN 'true' ELSE 'false' END",
    "in_force": f"CASE WHEN {_REPLACED} THEN 'false' ELSE 'true' END",
}
_CONFIDENCE = (
    "CASE WHEN {0}.confidence >= 0.9 THEN '0.9' WHEN {0}.confidence >= 0.7 THEN '0.7' "
    "WHEN {0}.confidence >= 0.5 THEN '0.5' WHEN {0}.confidence IS NOT NULL THEN '0.0' END"
)
"""Bands, each by the least confidence in it, so that ``min_confidence`` asks for it and those above."""
_DUE = (
    "CASE WHEN {0} IS NULL THEN 'none' WHEN {0} < :today THEN 'overdue' WHEN {0} <= :soon THEN 'soon' "
    "ELSE 'later' END"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts by name of facet, as text. ``partly``: more was found than was counted.

    ``due``: overdue, soon (within 30 days), later, none; ``in_force`` and ``needs_review``: true, false;
    ``confidence``: 0.9, 0.7, 0.5, 0.0 and up to the next; ``cites``: acts that are cited, by number;
    ``cited_by``: directives that cite, by number.
    """

    counts: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    counted: int = 0
    partly: bool = False


def facets(
    connection: Connection,
    index: SearchIndex,
    table: Table,
    query: str,
    filters: Filters,
    *,
    today: date | None = None,
) -> Counted:
    """The facets of a search; what is due is told as of ``today``. Raises what the search raises."""
    ids, partly = _ids(connection, index, table, query, filters)
    day = today or date.today()
    days = {"today": day.isoformat(), "soon": (day + timedelta(days=_SOON)).isoformat()}
    found: dict[str, Counter[str]] = {}
    for name, sql in _statements(table).items():
        values: Counter[str] = Counter()
        for listed in _batches(ids):
            bound = {key: value for key, value in days.items() if f":{key}" in sql}
            for value, many in connection.execute(text(sql.replace("{ids}", listed)), bound):
                if value is not None:
                    values[str(value)] += int(many)
        if values:
            found[name] = values
    counts = {name: values.most_common(_SHOWN) for name, values in found.items()}
    if "year" in found:
        counts["year"] = sorted(found["year"].items(), reverse=True)[:_YEARS]
    return Counted(counts, len(ids), partly)


def _statements(table: Table) -> dict[str, str]:
    """By facet: SQL that gives values and how many of the ids have them."""
    source, key = _FROM[table], _KEY[table]

    def grouped(value: str, joins: str = "", many: str = "count(*)", where: str = "") -> str:
        return f"SELECT {value}, {many} FROM {source}{joins} WHERE {key} IN ({{ids}}){where} GROUP BY 1"

    each = f"count(DISTINCT {key})"
    found = {name: grouped(value) for name, value in _HEAD.items()}
    found["cites"] = grouped(
        "c.number", " JOIN citations c ON c.document_id = d.document_id", each, " AND c.number IS NOT NULL"
    )
    found["cited_by"] = grouped(
        "b.number",
        " JOIN citations c ON c.act_id = d.act_id JOIN directives b ON b.document_id = c.document_id",
        each,
        " AND b.document_id <> d.document_id AND b.number IS NOT NULL",
    )
    if table == "directive":
        found["confidence"] = grouped(_CONFIDENCE.format("d"))
        return found
    found["confidence"] = grouped(_CONFIDENCE.format("r"))
    found["due"] = grouped(_DUE.format("r.due"))
    found["modality"] = grouped("o.modality", " JOIN obligations o ON o.id = r.id")
    found["bearer"] = grouped(
        "p.name",
        " JOIN obligation_parties op ON op.obligation_id = r.id JOIN parties p ON p.id = op.party_id",
        where=" AND op.role = 'bearer'",
    )
    return found


def _ids(
    connection: Connection, index: SearchIndex, table: Table, query: str, filters: Filters
) -> tuple[list[int], bool]:
    search = ranking.plan(connection, index, table, query, filters)
    ids: list[int] = []
    while len(ids) <= COUNTED and (more := ranking.each_batch(search, ids[-1] if ids else 0)):
        ids += more
    return ids[:COUNTED], len(ids) > COUNTED


def _batches(ids: Iterable[int]) -> Iterator[str]:
    listed: list[Any] = [str(key) for key in ids]
    for start in range(0, len(listed), _BATCH):
        yield ", ".join(listed[start : start + _BATCH])
