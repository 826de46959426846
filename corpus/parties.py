"""Bodies and people that directives name: one row a name, with the aliases that people add."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from corpus.errors import NotFound
from corpus.fold import folded_name, name_key
from corpus.schema import parties, party_aliases


def party_ids(connection: Connection, names: Iterable[str]) -> dict[str, int]:
    """The id of each name, made where it is new. Names without a letter or digit are left out."""
    keys = {name: name_key(name) for name in names}
    by_key = {key: name for name, key in keys.items() if key}
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
        found |= _lookup(connection, missing)
    return {name: found[key] for name, key in keys.items() if key in found}


def _lookup(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    wanted = list(keys)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        rows = connection.execute(select(parties.c.key, parties.c.id).where(parties.c.key.in_(part)))
        found.update((row.key, row.id) for row in rows)
    return found


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


def also_called(connection: Connection, name: str) -> list[str]:
    """The name with all others that the same body goes by (marks and case do not count here)."""
    folded = folded_name(name)
    if not folded:
        return [name]
    by_name = select(parties.c.id).where(parties.c.folded == folded)
    by_alias = select(party_aliases.c.party_id).where(party_aliases.c.folded == folded)
    owners = [row[0] for row in connection.execute(by_name.union(by_alias))]
    if not owners:
        return [name]
    others = connection.execute(
        select(parties.c.name)
        .where(parties.c.id.in_(owners))
        .union(select(party_aliases.c.alias).where(party_aliases.c.party_id.in_(owners)))
    )
    names = {folded: name}
    for row in others:
        names.setdefault(folded_name(row[0]), row[0])
    return list(names.values())
