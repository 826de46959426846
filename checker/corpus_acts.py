"""The acts of a corpus that matter to the checker: those with rules, dated duties, or that change other
acts."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select, union

from checker.acts import Act, act_of
from corpus.corpus import Corpus
from corpus.errors import NotFound
from corpus.lookup import document_called
from corpus.schema import amendments, citations, deadlines, rules


def acts_in(corpus: Corpus) -> Iterator[Act]:
    """Every such act, people's corrections included, in the order in which they came in."""
    wanted = union(
        select(rules.c.document_id),
        select(amendments.c.document_id),
        select(citations.c.document_id).where(citations.c.relation.in_(("replaces", "amends"))),
        select(deadlines.c.document_id).where(deadlines.c.date.is_not(None)),
    )
    with corpus.reading() as connection:
        for document_id in sorted(connection.execute(wanted).scalars()):
            yield act_of(corpus.load(connection, document_id))


def acts_called(corpus: Corpus, names: list[str]) -> list[Act]:
    """The acts that ids or numbers mean. Raises `NotFound` or `Ambiguous`."""
    out = []
    with corpus.reading() as connection:
        for name in names:
            document_id = document_called(connection, name)
            out.append(act_of(corpus.load(connection, document_id)))
    return out


__all__ = ["NotFound", "acts_called", "acts_in"]
