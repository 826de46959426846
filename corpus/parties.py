"""Bodies and people that directives name: one row a name, with the aliases that people add."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import Connection, insert, select, text
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from corpus.bulk import json_text
from corpus.errors import NotFound
from corpus.fold import folded_name, name_key
from corpus.index import SearchIndex
from corpus.query import Phrase
from corpus.schema import parties, party_aliases


def party_ids(connection: Connection, index: SearchIndex, names: Iterable[str]) -> dict[str, int]:
    """The id of each name, made where it is new. Names without a letter or digit are left out."""
    keys = {name: name_key(name) for name in names}
    by_key: dict[str, str] = {}
    for name, key in keys.items():
        if key:
            by_key.setdefault(key, name)  # of several spellings the first
    if not by_key:
        return {}
    found = _lookup(connection, by_key)
    missing = [key for key in by_key if key not in found]
    if missing:
        build = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
        connection.execute(
            build(parties).on_conflict_do_nothing(),
            [{"key": key, "name": by_key[key], "folded": folded_name(by_key[key])} for key in missing],
        )
        made = _lookup(connection, missing)
        index.put_names(connection, {made[key]: folded_name(by_key[key]) for key in missing})
        found |= made
    return {name: found[key] for name, key in keys.items() if key in found}


_LOOKUP = {
    "sqlite": "SELECT key, id FROM parties WHERE key IN (SELECT value FROM json_each(?))",
    "postgresql": "SELECT key, id FROM parties WHERE key = ANY(%s)",
}
"""One statement for any number of names: an IN list would be put together and parsed anew each time."""


def _lookup(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    wanted = list(keys)
    dialect = connection.dialect.name
    value: object = json_text(wanted) if dialect == "sqlite" else wanted
    return {key: int(found) for key, found in connection.exec_driver_sql(_LOOKUP[dialect], (value,))}


def add_alias(connection: Connection, name: str, alias: str) -> None:
    """Says that a body is also called ``alias``: a filter on either finds both. Raises `NotFound`."""
    party = connection.execute(select(parties.c.id).where(parties.c.key == name_key(name))).scalar()
    if party is None:
        raise NotFound(f"No body is called {name!r} in this corpus.")
    key = name_key(alias)
    known = select(party_aliases.c.id).where(party_aliases.c.party_id == party, party_aliases.c.key == key)
    if connection.execute(known).first() is None:
        connection.execute(
            insert(party_aliases).values(party_id=party, alias=alias, key=key, folded=folded_name(alias))
        )


_USED = {
    "issuer": "EXISTS (SELECT 1 FROM directives d WHERE d.issuer_id = p.id)",
    "bearer": "EXISTS (SELECT 1 FROM obligation_parties op WHERE op.party_id = p.id AND op.role = 'bearer')",
}


def parties_called(
    connection: Connection, index: SearchIndex, words: Phrase, role: Literal["issuer", "bearer"], limit: int
) -> set[int]:
    """The parties in a role, at most ``limit`` (and those of an alias), whose name or alias holds the words
    side by side, marks aside."""
    named, params = index.named(words)
    sql = f"SELECT p.id FROM parties p WHERE p.id IN ({named}) AND {_USED[role]} LIMIT {limit}"
    found = {int(key) for key in connection.execute(text(sql), params).scalars()}
    return found | aliased(connection, words)


def aliased(connection: Connection, words: Phrase) -> set[int]:
    """The parties that go by these words through an alias: the alias holds them, or another name of the same
    body does."""
    wanted = f" {' '.join(words.folded)} "
    owners: set[int] = set()
    rows = connection.execute(
        select(party_aliases.c.party_id, party_aliases.c.folded, parties.c.folded.label("name")).join(
            parties, parties.c.id == party_aliases.c.party_id
        )
    )
    for row in rows:
        if wanted in f" {row.folded} " or wanted in f" {row.name} ":
            owners.add(row.party_id)
    if not owners:
        return set()
    names = select(party_aliases.c.folded).where(party_aliases.c.party_id.in_(owners))
    also = connection.execute(select(parties.c.id).where(parties.c.folded.in_(names)))
    return owners | set(also.scalars())
