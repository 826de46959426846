"""Ingest runs: what was asked for, what became of each file, and when it ended (or that it never did)."""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, insert, select, update

from corpus.schema import documents, readings, run_files, runs
from corpus.store import now

Outcome = Literal["complete", "partial", "failed", "duplicate", "unchanged"]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. ``status`` is the reading's (complete, partial, failed), also for a file that
    was not read again; ``code`` and ``message`` say what went wrong and what to do."""

    path: str
    outcome: Outcome
    status: str | None = None
    id: str | None = None
    code: str | None = None
    message: str | None = None
    document_id: int | None = None


def start(connection: Connection, recipe: str, arguments: dict[str, Any]) -> int:
    """Begins a run; gives its id."""
    result = connection.execute(
        insert(runs).values(
            started_at=now(), recipe=recipe, host=socket.gethostname(), pid=os.getpid(), arguments=arguments
        )
    )
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def finish(connection: Connection, run_id: int) -> None:
    """Ends a run; one without an end was killed, or is still going."""
    connection.execute(update(runs).where(runs.c.id == run_id).values(finished_at=now()))


def note(connection: Connection, run_id: int, outcome: FileOutcome) -> None:
    """Writes down what became of a file, in the transaction that stores it."""
    connection.execute(
        insert(run_files).values(
            run_id=run_id,
            path=outcome.path,
            outcome=outcome.outcome,
            status=outcome.status,
            document_id=outcome.document_id,
            code=outcome.code,
            message=outcome.message.replace("\x00", " ") if outcome.message else None,
            at=now(),
        )
    )


def outcomes(connection: Connection, run_id: int) -> list[FileOutcome]:
    """What became of each file of a run, in the order in which they ended."""
    return _outcomes(connection, run_id)


def _outcomes(connection: Connection, run_id: int, path: str | None = None) -> list[FileOutcome]:
    query = (
        select(run_files, documents.c.directive_id)
        .outerjoin(documents, documents.c.id == run_files.c.document_id)
        .where(run_files.c.run_id == run_id)
        .order_by(run_files.c.id)
    )
    rows = connection.execute(query if path is None else query.where(run_files.c.path == path))
    return [
        FileOutcome(r.path, r.outcome, r.status, r.directive_id, r.code, r.message, r.document_id)
        for r in rows
    ]


def outcome_of(connection: Connection, run_id: int, path: str, sha256: str) -> FileOutcome | None:
    """What a run noted of a file with these bytes, None where it has not stored these bytes yet."""
    read = (
        select(readings.c.id)
        .join(documents, documents.c.id == readings.c.document_id)
        .where(documents.c.sha256 == sha256, readings.c.run_id == run_id)
    )
    if connection.execute(read).first() is None:  # the usual case: the list of the run's files is long
        return None
    return next(iter(_outcomes(connection, run_id, path)), None)


def history(connection: Connection, limit: int = 20) -> list[dict[str, Any]]:
    """The latest runs, newest first."""
    rows = connection.execute(select(runs).order_by(runs.c.id.desc()).limit(limit))
    return [dict(row._mapping) for row in rows]
