"""What an index holds of a directive or an obligation, and how a search asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal, Protocol

from sqlalchemy import Connection

from corpus.fold import exact_tokens, tokens
from corpus.query import Phrase, Query

Table = Literal["directive", "obligation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an index, as text that is not yet cut into tokens.

    ``head`` is the number, kind and subject, weighted above the text; ``facets`` are single tokens such as
    "year2022" that make a filter as cheap as a word.
    """

    id: int
    text: str
    head: str = ""
    facets: tuple[str, ...] = ()

    def tokens(self) -> tuple[list[str], list[str], int]:
        """``(exact, folded, head)``: the tokens of head and text, and how many of them are the head's."""
        exact, folded = tokens(f"{self.head}\n{self.text}" if self.head else self.text)
        return exact, folded, len(exact_tokens(self.head)) if self.head else 0

    def columns(self) -> dict[str, str]:
        """The tokens of each column, joined by spaces."""
        exact, folded, head = self.tokens()
        return {
            "exact": " ".join(exact),
            "folded": " ".join(folded),
            "head": " ".join(folded[:head]),
            "facets": " ".join(self.facets),
        }


AnyOf = tuple[str, ...]
"""Facet tokens of which a row must have one."""


@dataclass(frozen=True, slots=True)
class Matched:
    """SQL of a match: ``join`` follows FROM and names the rows ``r``; ``where`` and ``rank`` (smaller is
    better) use it; ``key`` is the row's id as the index walks it."""

    join: str
    where: str
    rank: str
    key: str
    params: dict[str, Any] = field(default_factory=dict)
    bare: str = ""
    """As ``join``, without the rows: enough where only the index decides."""


class SearchIndex(Protocol):
    """An index over directives, obligations and the names of parties; ids are those of their tables."""

    tests_rows: bool
    """Whether a match can be told of rows that are known, one by one, without a walk through the index."""
    most_options: int
    """Facet tokens of one restriction up to which the index is quicker than a join of the tables."""

    def create(self, connection: Connection) -> None:
        """Makes the empty index."""

    def clear(self, connection: Connection) -> None:
        """Empties it, to be filled anew."""

    def put(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        """Adds entries whose ids are not in it."""

    def remove(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        """Takes entries out; they must be the very entries that were put in."""

    def put_names(self, connection: Connection, names: Mapping[int, str]) -> None:
        """Adds folded names of parties by id."""

    def named(self, phrase: Phrase) -> tuple[str, dict[str, Any]]:
        """SQL that gives the ids of the parties whose name holds a phrase, and its parameters."""

    def share(self, connection: Connection, query: Query, restrictions: Sequence[AnyOf]) -> float:
        """Which part of all obligations matches, roughly, in a millisecond or two."""

    def match(self, table: Table, query: Query, restrictions: Sequence[AnyOf], *, exact: bool) -> Matched:
        """The rows where the query holds (with its marks, where ``exact``) and every restriction does."""


@lru_cache(maxsize=100_000, typed=True)
def facet(kind: str, value: object) -> str:
    """A facet token: facet("type", "CV") is "typecv"."""
    return kind + plain(value)


def plain(value: object) -> str:
    """A value as facet tokens hold it: lower case, letters and digits only."""
    return "".join(char for char in str(value).casefold() if char.isalnum())
