"""What a person calls a directive: its id, the beginning of one, or its number, also with words before it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, or_, select

from corpus.called import MIN_PREFIX, number_keys
from corpus.errors import Ambiguous, NotFound
from corpus.fold import fold
from corpus.schema import directives, documents


def document_called(connection: Connection, name: str) -> int:
    """The document that an id, a unique beginning of one, or a number means.

    Raises `NotFound`, or `Ambiguous` with the ids to choose from.
    """
    name = name.strip()
    exact = connection.execute(
        select(documents.c.id).where(or_(documents.c.directive_id == name, documents.c.sha256 == name))
    ).scalar()
    if exact is not None:
        return int(exact)
    by_number = select(documents.c.id, documents.c.directive_id).join(
        directives, directives.c.document_id == documents.c.id
    )
    keys = number_keys(name)
    found: list[Any] = []
    for key in keys:
        found = found or [*connection.execute(by_number.where(directives.c.number_key == key))]
    if not found and len(name) >= MIN_PREFIX and name.isalnum():
        starts = documents.c.directive_id.startswith(name.lower(), autoescape=True)
        found = [
            *connection.execute(select(documents.c.id, documents.c.directive_id).where(starts).limit(20))
        ]
    for key in keys:
        if found or key != fold(key):
            continue
        # typed without marks: 17-KH/DU for 17-KH/ĐU
        serial = key.partition("-")[0]
        rows = connection.execute(
            by_number.add_columns(directives.c.number_key).where(
                directives.c.number_key.startswith(f"{serial}-", autoescape=True)
            )
        ).all()
        found = [row for row in rows if fold(row.number_key) == key]
    if not found:
        raise NotFound(f"No directive {name} in this corpus. Look for it with: congvan search {name!r}")
    if len(found) > 1:
        raise Ambiguous(f"{name} names {len(found)} directives.", [str(row.directive_id) for row in found])
    return int(found[0].id)
