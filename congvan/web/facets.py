"""What the results of a search are, counted for the page: kinds, years, issuers, and who must."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, bindparam, text

from corpus import ranking
from corpus.corpus import Corpus
from corpus.filters import Filters
from corpus.index import Table

COUNTED = 5_000
"""Results that are counted; beyond, the counts are of these and say so."""
_SHOWN, _YEARS = 8, 12
_BATCH = 500
_HEAD = "d.type_code AS type, d.year, d.issuer, d.status"
_ROWS: dict[Table, str] = {
    "directive": f"SELECT {_HEAD} FROM directives d WHERE d.document_id IN :ids",  # noqa: S608
    "obligation": f"SELECT {_HEAD}, o.modality FROM obligations o "  # noqa: S608
    "JOIN directives d ON d.document_id = o.document_id WHERE o.id IN :ids",
}
_BEARERS = (
    "SELECT p.name, count(*) AS many FROM obligation_parties op JOIN parties p ON p.id = op.party_id "
    "WHERE op.role = 'bearer' AND op.obligation_id IN :ids GROUP BY p.name"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts by name of facet, as text. ``partly``: more was found than was counted."""

    counts: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    counted: int = 0
    partly: bool = False


def count(corpus: Corpus, table: Table, query: str, filters: Filters) -> Counted:
    """The facets of a search. Raises what the search raises."""
    found: dict[str, Counter[str]] = {}
    with corpus.reading() as connection:
        ids, partly = _ids(connection, corpus, table, query, filters)
        for row in _rows(connection, _ROWS[table], ids):
            for name, value in row._mapping.items():
                if value is not None:
                    found.setdefault(name, Counter())[str(value)] += 1
        if table == "obligation":
            bearers = found.setdefault("bearer", Counter())
            for row in _rows(connection, _BEARERS, ids):
                bearers[row.name] += row.many
    counts = {name: values.most_common(_SHOWN) for name, values in found.items() if values}
    if "year" in found:
        counts["year"] = sorted(found["year"].items(), reverse=True)[:_YEARS]
    return Counted(counts, len(ids), partly)


def _ids(
    connection: Connection, corpus: Corpus, table: Table, query: str, filters: Filters
) -> tuple[list[int], bool]:
    search = ranking.plan(connection, corpus.index, table, query, filters)
    ids: list[int] = []
    while len(ids) <= COUNTED and (more := ranking.each_batch(search, ids[-1] if ids else 0)):
        ids += more
    return ids[:COUNTED], len(ids) > COUNTED


def _rows(connection: Connection, sql: str, ids: list[int]) -> list[Row[tuple[object, ...]]]:
    statement = text(sql).bindparams(bindparam("ids", expanding=True))
    rows: list[Row[tuple[object, ...]]] = []
    for start in range(0, len(ids), _BATCH):
        rows += connection.execute(statement, {"ids": ids[start : start + _BATCH]}).all()
    return rows
