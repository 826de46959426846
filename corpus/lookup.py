"""What a person calls a directive: its id, the beginning of its id, or its number."""

from __future__ import annotations

from sqlalchemy import Connection, or_, select

from corpus.acts import number_key
from corpus.errors import Ambiguous, NotFound
from corpus.fold import fold, name_key
from corpus.schema import acts, directives, documents

MIN_PREFIX = 4


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
    key = number_key(name)
    by_number = select(documents.c.id, documents.c.directive_id).join(
        directives, directives.c.document_id == documents.c.id
    )
    found = connection.execute(by_number.where(directives.c.number_key == key)).all() if key else []
    if not found and len(name) >= MIN_PREFIX and name.isalnum():
        found = connection.execute(
            select(documents.c.id, documents.c.directive_id)
            .where(documents.c.directive_id.startswith(name.lower(), autoescape=True))
            .limit(20)
        ).all()
    if not found and key and key == fold(key):
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


def acts_called(connection: Connection, name: str) -> dict[int, str | None]:
    """All acts, held or only cited, that an id, a number or a title may mean, with their number's key."""
    key = number_key(name)
    conditions = [acts.c.title_key == name_key(name)]
    if key:
        conditions.append(acts.c.number_key == key)
    owner = select(directives.c.act_id).join(documents, documents.c.id == directives.c.document_id)
    if len(name) >= MIN_PREFIX and name.isalnum():
        starts = documents.c.directive_id.startswith(name.lower(), autoescape=True)
        conditions.append(acts.c.id.in_(owner.where(starts)))
    rows = connection.execute(select(acts.c.id, acts.c.number_key).where(or_(*conditions)))
    return {row.id: row.number_key for row in rows}
