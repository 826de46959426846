"""Near misses: references that nearly meet an act of the corpus, as doubts that a person settles.

Whether there is one changes as acts come and go, so it is no part of a reading: the warnings of a directive
that is shown are the reading's own and these.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, bindparam, delete, exists, or_, select, update

from corpus.bulk import insert_rows
from corpus.corrections import REVIEWED
from corpus.problems import TOLD
from corpus.schema import citations, corrections, directives, warnings
from extractors.model import Warning

NEAR_MISS, AMBIGUOUS = "reference-near-miss", "reference-ambiguous"
_CODES = {"near-miss": NEAR_MISS, "ambiguous": AMBIGUOUS}
_MESSAGES = {
    "near-miss": "{text}: an act of this number is in the corpus, with another date. One of the two may be "
    "misread; correct the date or the number, or leave both as they are if they are two acts.",
    "ambiguous": "{text}: several acts in the corpus fit alike, so it is linked to none.",
}

_DOUBTFUL = (
    select(
        citations.c.document_id,
        citations.c.text,
        citations.c.resolution,
        citations.c.span_start,
        citations.c.span_end,
    )
    .where(
        citations.c.document_id.in_(bindparam("ids", expanding=True)),
        citations.c.resolution.in_(list(_CODES)),
    )
    .order_by(citations.c.document_id, citations.c.position)
)
_HELD = select(warnings.c.document_id).where(
    warnings.c.document_id.in_(bindparam("ids", expanding=True)), warnings.c.code.in_(list(_CODES.values()))
)


def near_misses(connection: Connection, document_id: int) -> list[Warning]:
    """The references of a document that nearly meet an act, or meet several."""
    return [warning for _, warning in _found(connection, {document_id})]


def _found(connection: Connection, ids: set[int]) -> list[tuple[int, Warning]]:
    rows = connection.execute(_DOUBTFUL, {"ids": list(ids)})
    return [
        (
            row.document_id,
            Warning(
                code=_CODES[row.resolution],
                message=_MESSAGES[row.resolution].format(text=row.text),
                spans=[(row.span_start, row.span_end)],
            ),
        )
        for row in rows
    ]


def doubtful(resolutions: Iterable[str]) -> bool:
    """Whether one of these leaves a doubt that a person settles."""
    return not _CODES.keys().isdisjoint(resolutions)


def note(connection: Connection, wanted: set[int]) -> None:
    """Writes down the near misses of documents whose references now mean something else, and which of these
    are to be reviewed."""
    if not wanted:
        return
    found = _found(connection, wanted)
    held = set(connection.execute(_HELD, {"ids": list(wanted)}).scalars())
    if not found and not held:
        return
    chosen = sorted(held | {document_id for document_id, _ in found})
    connection.execute(
        delete(warnings).where(warnings.c.document_id.in_(chosen), warnings.c.code.in_(list(_CODES.values())))
    )
    insert_rows(
        connection,
        warnings,
        [
            {
                "document_id": document_id,
                "code": w.code,
                "message": w.message,
                "spans": [list(s) for s in w.spans],
            }
            for document_id, w in found
        ],
    )
    reviewed = exists().where(
        corrections.c.document_id == directives.c.document_id,
        corrections.c.reading_id == directives.c.reading_id,
        corrections.c.field == REVIEWED,
    )
    to_review = and_(
        ~reviewed,
        or_(
            directives.c.status != "complete",
            exists().where(warnings.c.document_id == directives.c.document_id, warnings.c.code.not_in(TOLD)),
        ),
    )
    connection.execute(
        update(directives).where(directives.c.document_id.in_(chosen)).values(needs_review=to_review)
    )
