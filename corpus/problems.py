"""What a person should look at, over the whole corpus: pages that failed, doubts of a reading, references
that nearly meet an act, corrections that a later reading disagrees with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, literal, null, select, union_all

from corpus.schema import directives, documents, errors, files, warnings

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Problem:
    """One error or warning. ``page`` and ``stage`` are known of errors only; ``path`` is where the file was
    seen last."""

    id: str
    number: str | None
    path: str | None
    status: str
    severity: str
    page: int | None
    stage: str | None
    code: str
    message: str


TOLD = ("digital-signature",)
"""Warnings that tell something and ask for nothing: they are no reason for a person to look."""


def problems(
    connection: Connection,
    *,
    failures: bool = False,
    code: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Iterator[Problem]:
    """Every problem, in the order in which the documents came in, errors first. ``failures``: errors only.

    What is only told (`TOLD`) is listed where its code is asked for.
    """
    told = select(
        errors.c.document_id.label("document"),
        literal("error").label("severity"),
        literal(0).label("rank"),
        errors.c.id.label("at"),
        errors.c.page,
        errors.c.stage,
        errors.c.code,
        errors.c.message,
    )
    if not failures:
        told = union_all(  # type: ignore[assignment]
            told,
            select(
                warnings.c.document_id,
                literal("warning"),
                literal(1),
                warnings.c.id,
                null(),
                null(),
                warnings.c.code,
                warnings.c.message,
            ).where(warnings.c.code.not_in(TOLD if code is None else ())),
        )
    each = told.subquery()
    path: ColumnElement[str] = (
        select(files.c.path)
        .where(files.c.document_id == each.c.document)
        .order_by(files.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            documents.c.directive_id,
            directives.c.number,
            path.label("path"),
            directives.c.status,
            each.c.severity,
            each.c.page,
            each.c.stage,
            each.c.code,
            each.c.message,
        )
        .join(documents, documents.c.id == each.c.document)
        .join(directives, directives.c.document_id == each.c.document)
        .order_by(each.c.document, each.c.rank, each.c.at)
        .offset(offset)
    )
    if code is not None:
        query = query.where(each.c.code == code)
    if limit is not None:
        query = query.limit(limit)
    for row in connection.execution_options(yield_per=_BATCH).execute(query):
        yield Problem(*row)


def problem_codes(connection: Connection) -> list[str]:
    """The codes of all errors and warnings of the corpus, by the alphabet."""
    return sorted(connection.execute(select(errors.c.code).union(select(warnings.c.code))).scalars())
