"""What an index holds of a directive or an obligation, and how a search asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from sqlalchemy import Connection

from corpus.fold import tokens
from corpus.query import Phrase, Query

Table = Literal["directive", "obligation"]

SEPARATOR = "0x0"
"""Stands between two names in one column, so that no phrase matches across them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of an index, as text that is not yet cut into tokens.

    ``head`` is the number, kind and subject, weighted above the text; ``bearers`` the names that a filter may
    ask for; ``facets`` single tokens such as "year2022" that make a filter as cheap as a word.
    """

    id: int
    text: str
    head: str = ""
    issuer: str = ""
    bearers: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()

    def columns(self) -> dict[str, str]:
        """The tokens of each column, joined by spaces."""
        exact, folded = tokens(f"{self.head}\n{self.text}" if self.head else self.text)
        return {
            "exact": " ".join(exact),
            "folded": " ".join(folded),
            "head": " ".join(tokens(self.head)[1]),
            "issuer": " ".join(tokens(self.issuer)[1]),
            "bearer": f" {SEPARATOR} ".join(" ".join(tokens(name)[1]) for name in self.bearers),
            "facets": " ".join(self.facets),
        }


@dataclass(frozen=True, slots=True)
class Restriction:
    """A filter that the index answers: the column holds one of the phrases (or facet tokens)."""

    column: Literal["issuer", "bearer", "facets"]
    anyof: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """SQL of a match: ``join`` follows ``FROM <rows>``, ``where`` and ``rank`` (smaller is better) use it."""

    join: str
    where: str
    rank: str
    order_id: str
    params: dict[str, Any] = field(default_factory=dict)


class SearchIndex(Protocol):
    """An index over both tables; ids are those of the documents and of the obligations."""

    def create(self, connection: Connection) -> None:
        """Makes the empty index."""

    def clear(self, connection: Connection) -> None:
        """Empties it, to be filled anew."""

    def put(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        """Adds entries whose ids are not in it."""

    def remove(self, connection: Connection, table: Table, entries: Sequence[Entry]) -> None:
        """Takes entries out; they must be the very entries that were put in."""

    def match(
        self,
        table: Table,
        query: Query,
        restrictions: Sequence[Restriction],
        *,
        exact: bool,
        without: Sequence[tuple[Query, bool]] = (),
    ) -> Matched:
        """The rows where the query holds (with its marks, where ``exact``) and every restriction does.

        ``without``: queries (and whether with their marks) that must not hold as well.
        """


def facet(kind: str, value: object) -> str:
    """A facet token: facet("type", "CV") is "typecv"."""
    return kind + "".join(char for char in str(value).casefold() if char.isalnum())
