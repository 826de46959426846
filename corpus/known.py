"""What the corpus holds of a file's bytes, and where they were seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from corpus.schema import documents, errors, files, readings


@dataclass(frozen=True, slots=True)
class Known:
    """What the corpus holds of a file's bytes: the newest reading's recipe and status, its errors' codes and
    the first one's message, and the paths where the bytes were seen, oldest first."""

    document_id: int
    id: str
    recipe: str
    status: str
    codes: tuple[str, ...]
    message: str | None
    paths: tuple[str, ...]

    @property
    def path(self) -> str | None:
        return self.paths[0] if self.paths else None


def now() -> str:
    """The moment, UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def known(connection: Connection, sha256: str) -> Known | None:
    """What is held of these bytes, None where nothing is."""
    row = connection.execute(
        select(documents.c.id, documents.c.directive_id, readings.c.recipe, readings.c.status)
        .join(readings, readings.c.document_id == documents.c.id)
        .where(documents.c.sha256 == sha256)
        .order_by(readings.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    problems = connection.execute(
        select(errors.c.code, errors.c.message).where(errors.c.document_id == row.id).order_by(errors.c.id)
    ).all()
    paths = connection.execute(select(files.c.path).where(files.c.document_id == row.id).order_by(files.c.id))
    return Known(
        document_id=row.id,
        id=row.directive_id,
        recipe=row.recipe,
        status=row.status,
        codes=tuple(dict.fromkeys(problem.code for problem in problems)),
        message=problems[0].message if problems else None,
        paths=tuple(paths.scalars()),
    )


def saw(connection: Connection, document_id: int, path: str) -> None:
    """Notes that a document lies at a path; a path whose bytes changed now belongs to its new document."""
    build = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = build(files).values(document_id=document_id, path=path, seen_at=now())
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["path"],
            set_={"document_id": statement.excluded.document_id, "seen_at": statement.excluded.seen_at},
        )
    )
