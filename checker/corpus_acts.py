"""The acts of a corpus that matter to the checker: those with rules or dated duties of a review, and those
that change them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, bindparam, select, text

from checker.acts import REVIEW_WORDS, Act, act_of, speaks_of_reviews
from checker.jurisdiction import Jurisdiction, reach
from checker.settings import Settings
from corpus import ranking
from corpus.corpus import Corpus
from corpus.errors import NotFound
from corpus.filters import Filters
from corpus.index import Table
from corpus.lookup import document_called
from corpus.schema import amendments, citations, directives, documents, obligations, rules

_QUERY = " OR ".join(f'"{words}"' for words in REVIEW_WORDS)
_BATCH = 500


def acts_in(
    corpus: Corpus, settings: Settings | None = None, places: Collection[Jurisdiction] = ()
) -> Iterator[Act]:
    """Every such act, people's corrections included, in the order in which they came in.

    With ``settings`` those are left out that a run for that day and year would not look at: issued later, or
    with no rule and no duty of that year or after it. An act that binds in none of ``places`` comes by its
    head alone (`Act.head_only`): to read the rules of thousands that do not bind would take minutes.
    """
    since = dt.date(settings.year, 1, 1) if settings else None
    with corpus.reading() as connection:
        wanted = set(connection.execute(select(rules.c.document_id).distinct()).scalars())
        wanted |= _with_duties(connection, corpus, since)
        wanted |= _changing(connection, wanted)
        for head, document_id in _heads(connection, wanted):
            if settings and head.days is not None and head.days.earliest > settings.on:
                continue
            if places and not any(reach(head, place).binds for place in places):
                yield head
            else:
                yield act_of(corpus.load(connection, document_id))


def _heads(connection: Connection, wanted: set[int]) -> Iterator[tuple[Act, int]]:
    ids = sorted(wanted)
    d = directives.c
    for at in range(0, len(ids), _BATCH):
        query = (
            select(
                documents.c.directive_id, d.document_id, d.number, d.type_code, d.issuer, d.issuer_parent,
                d.level, d.system, d.issued, d.place, d.subject,
            )
            .join(documents, documents.c.id == d.document_id)
            .where(d.document_id.in_(ids[at : at + _BATCH]))
            .order_by(d.document_id)
        )  # fmt: skip
        for row in connection.execute(query).all():
            head = Act(
                id=row.directive_id, number=row.number, type_code=row.type_code, issuer=row.issuer,
                parent=row.issuer_parent, level=row.level, system=row.system, issued=row.issued,
                place=row.place, subject=row.subject, head_only=True,
            )  # fmt: skip
            yield head, row.document_id


def _with_duties(connection: Connection, corpus: Corpus, since: dt.date | None) -> set[int]:
    """Documents with a dated duty that itself, or whose act's subject, speaks of a review. The index finds
    the words: a corpus may hold a million duties."""
    dated = obligations.c.due.is_not(None) if since is None else obligations.c.due >= since.isoformat()
    found: set[int] = set()
    after = None if since is None else (since - dt.timedelta(days=1)).isoformat()
    for ids in _matching(connection, corpus, "obligation", Filters(due_after=after)):
        query = select(obligations.c.document_id).where(obligations.c.id.in_(ids), dated)
        found |= set(connection.execute(query).scalars())
    for ids in _matching(connection, corpus, "directive", Filters()):
        query = select(directives.c.document_id, directives.c.subject).where(
            directives.c.document_id.in_(ids),
            select(obligations.c.id)
            .where(obligations.c.document_id == directives.c.document_id, dated)
            .exists(),
        )
        found |= {row[0] for row in connection.execute(query) if speaks_of_reviews(row[1])}
    return found


def _matching(connection: Connection, corpus: Corpus, table: Table, filters: Filters) -> Iterator[list[int]]:
    search = ranking.plan(connection, corpus.index, table, _QUERY, filters)
    last = 0
    while more := ranking.each_batch(search, last):
        yield more
        last = more[-1]


def _changing(connection: Connection, wanted: set[int]) -> set[int]:
    """Documents that replace or amend one of those wanted, or an act that could not be told."""
    changing = set(
        connection.execute(
            select(amendments.c.document_id).distinct().where(amendments.c.act_id.is_(None))
        ).scalars()
    )
    changing |= set(
        connection.execute(
            select(citations.c.document_id)
            .distinct()
            .where(citations.c.relation.in_(("replaces", "amends")), citations.c.act_id.is_(None))
        ).scalars()
    )
    statement = text(
        "SELECT c.document_id FROM citations c JOIN directives d ON d.act_id = c.act_id "
        "WHERE c.relation IN ('replaces', 'amends') AND d.document_id IN :ids "
        "UNION SELECT a.document_id FROM amendments a JOIN directives d ON d.act_id = a.act_id "
        "WHERE d.document_id IN :ids"
    ).bindparams(bindparam("ids", expanding=True))
    ids = sorted(wanted)
    for at in range(0, len(ids), _BATCH):
        changing |= set(connection.execute(statement, {"ids": ids[at : at + _BATCH]}).scalars())
    return changing


def acts_called(corpus: Corpus, names: list[str]) -> list[Act]:
    """The acts that ids or numbers mean. Raises `NotFound` or `Ambiguous`."""
    out = []
    with corpus.reading() as connection:
        for name in names:
            document_id = document_called(connection, name)
            out.append(act_of(corpus.load(connection, document_id)))
    return out


__all__ = ["NotFound", "acts_called", "acts_in"]
