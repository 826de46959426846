"""Kinds of acts as a person names them in a filter: by code ("CV") or by name ("Công văn")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from corpus.errors import QueryError
from corpus.fold import folded_name
from corpus.index.base import plain
from corpus.schema import directives
from extractors import tables


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds that are asked for. ``codes``: all their codes; ``names`` and ``shared``: where a kind is asked
    for by its name and its codes are also another's (QĐ: Quyết định, Quy định), the names that are meant and
    the codes of which no other name is."""

    codes: tuple[str, ...]
    names: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


def kinds_called(connection: Connection, typed: Iterable[str]) -> Kinds:
    """The kinds that codes or names mean. Case does not count; marks neither, where only one kind is so.

    Raises `QueryError` for what is no kind, neither of the table of kinds nor of an act of the corpus.
    """
    whole: dict[str, None] = {}
    named: dict[str, tuple[str, ...]] = {}
    for name in typed:
        code = coded(name)
        meant = by_name(name)
        if code is None and not meant:
            code = _held(connection, name)
        if code is not None:
            whole[code] = None
        elif not meant:
            known = ", ".join(dict.fromkeys(kind.code for kind in tables.kinds()))
            raise QueryError(
                f"{name!r} is no kind of act. Give a code or a name, like CV or Công văn; there are: {known}."
            )
        for kind in () if code is not None else meant:
            codes_of = tables.codes_of(kind)
            if any(other.name != kind.name and other.code in codes_of for other in tables.kinds()):
                named[kind.name] = (*named.get(kind.name, ()), *codes_of)
            else:
                whole |= dict.fromkeys(codes_of)
    every = dict.fromkeys([*whole, *(code for codes_of in named.values() for code in codes_of)])
    shared = tuple(code for code in every if code not in whole)
    return Kinds(tuple(every), tuple(named), shared) if shared else Kinds(tuple(every))


def by_name(name: str) -> list[tables.Kind]:
    """The kinds of the table that are called so, case and marks aside."""
    return [kind for kind in tables.kinds() if folded_name(kind.name) == folded_name(name)]


def coded(name: str) -> str | None:
    """The code of the table that was typed, with its marks ("qđ" is QĐ) or, where that is no code, without
    ("QD" is QĐ too, HD is not HĐ)."""
    known = [code for kind in tables.kinds() for code in tables.codes_of(kind)]
    found = next((code for code in known if plain(code) == plain(name)), None)
    if found is None and (kind := tables.kind_by_code(name.strip())) is not None:
        found = kind.code
    return found


def _held(connection: Connection, name: str) -> str | None:
    """The code of an act of the corpus that no table knows; a person may have given it one."""
    codes = connection.execute(select(directives.c.type_code).distinct()).scalars()
    return next((code for code in codes if code and plain(code) == plain(name)), None)
