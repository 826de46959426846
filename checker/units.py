"""What a unit is: a party cell, a grassroots organisation, a collective, an office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from checker.words import plain, table


@dataclass(frozen=True, slots=True)
class Nature:
    """What the words say of a unit. ``grassroots`` is None where they leave it open; ``tags`` empty:
    unknown."""

    tags: frozenset[str] = frozenset()
    grassroots: bool | None = None

    @property
    def known(self) -> bool:
        return bool(self.tags)


UNKNOWN = Nature()


@cache
def _table() -> dict[str, Nature]:
    answers = {"yes": True, "no": False, "?": None}
    return {
        plain(row[0]): Nature(frozenset(row[1].split()), answers[row[2]]) for row in table("unit_kinds.tsv")
    }


@lru_cache(maxsize=65536)
def nature(words: str) -> Nature:
    """The nature that a kind or a name begins with; the longest entry of the table wins."""
    text = plain(words)
    tokens = text.split()
    known = _table()
    for length in range(min(len(tokens), 8), 0, -1):
        found = known.get(" ".join(tokens[:length]))
        if found is not None:
            return found
    return UNKNOWN


def nature_of(kind: str | None, name: str) -> Nature:
    """From the kind that the sheet gives, completed by the name where the kind leaves something open."""
    if not kind:
        return nature(name)
    told = nature(kind)
    if told.known and told.grassroots is None:
        named = nature(name)
        if named.tags == told.tags:
            return named
    return told
