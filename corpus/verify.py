"""Verifying the originals: is each file still where it was seen, with the bytes that were read?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sqlalchemy import select

from corpus import originals
from corpus.corpus import Corpus
from corpus.originals import is_url
from corpus.schema import documents, files
from pipeline.errors import ReadError
from pipeline.source import fingerprint

State = Literal["ok", "missing", "altered", "unreadable"]
_BATCH = 500


@dataclass(frozen=True, slots=True)
class Checked:
    """One original. ``copies`` are the other paths where the same bytes were seen."""

    path: str
    state: State
    id: str
    copies: tuple[str, ...]
    message: str | None = None


def verify(corpus: Corpus) -> Iterator[Checked]:
    """Every path that was ingested, in order; each file is read whole, once."""
    last = 0
    while True:
        with corpus.reading() as connection:
            rows = connection.execute(
                select(files.c.id, files.c.path, documents.c.sha256, documents.c.directive_id, documents.c.id)
                .join(documents, documents.c.id == files.c.document_id)
                .where(files.c.id > last)
                .order_by(files.c.id)
                .limit(_BATCH)
            ).all()
            owners = {row[4] for row in rows}
            paths: dict[int, list[str]] = {}
            others = select(files.c.document_id, files.c.path).where(files.c.document_id.in_(owners))
            for owner, path in connection.execute(others):
                paths.setdefault(owner, []).append(path)
        if not rows:
            return
        for row in rows:
            copies = tuple(path for path in paths[row[4]] if path != row.path)
            yield _check(row.path, row.sha256, row.directive_id, copies)
        last = rows[-1].id


def _check(path: str, sha256: str, directive_id: str, copies: tuple[str, ...]) -> Checked:
    try:
        gone = not _there(path)
    except ReadError as error:  # of a URL: whether it is there cannot be found out
        return Checked(path, "unreadable", directive_id, copies, error.message)
    if gone:
        elsewhere = next((copy for copy in copies if not is_url(copy) and Path(copy).exists()), None)
        message = (
            f"The same bytes lie at {elsewhere}."
            if elsewhere
            else "No copy is known. Put the file back, or ingest it from where it lies now."
        )
        return Checked(path, "missing", directive_id, copies, message)
    try:
        found = originals.fingerprint(path) if is_url(path) else fingerprint(Path(path))[0]
    except ReadError as error:
        return Checked(path, "unreadable", directive_id, copies, error.message)
    if found != sha256:
        message = "Its bytes are no longer those that were read. Ingest it again to read what it says now."
        return Checked(path, "altered", directive_id, copies, message)
    return Checked(path, "ok", directive_id, copies)


def _there(path: str) -> bool:
    return originals.exists(path) if is_url(path) else Path(path).exists()
