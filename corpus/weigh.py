"""Filters that the index and the rows can answer alike: which of the two is quicker, for these words.

"Tỉnh ủy" names the committees of all provinces: twenty tokens, a third of all obligations. Asked of the index
together with words that one obligation in a hundred holds, it merges twenty long lists to throw nearly all of
them away; asked of the rows, it looks at what the words left. Where the words are the common ones, it is the
other way round. How common either is, `SearchIndex.share` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from corpus.index import AnyOf, SearchIndex
from corpus.narrow import Either, Narrowed
from corpus.query import Query

_COMMONER = 10
"""A filter of several tokens is asked of the index unless it leaves this many times what the words leave:
measured at a million obligations with 2 to 19 tokens (`bench/corpus.py`)."""


def settle(connection: Connection, index: SearchIndex, query: Query, narrowed: Narrowed) -> Narrowed:
    """The same filters, each of ``either`` now for the index or for the rows. Obligations only."""
    if not narrowed.either or narrowed.nothing:
        return narrowed

    def share(asked: Query, restrictions: Sequence[AnyOf]) -> float:
        return index.share(connection, asked, restrictions)

    by_share = sorted((share(Query(), [item.options]), at) for at, item in enumerate(narrowed.either))
    if query.groups or narrowed.restrictions:
        others = share(query, narrowed.restrictions)
        asked = [at for part, at in by_share if part < others * _COMMONER]
    else:
        asked = [by_share[0][1]]
    return _settled(
        narrowed,
        [narrowed.either[at] for at in asked],
        [item for at, item in enumerate(narrowed.either) if at not in asked],
    )


def _settled(narrowed: Narrowed, asked: list[Either], looked_at: list[Either]) -> Narrowed:
    conditions = [item.condition for item in looked_at if item.condition]
    return replace(
        narrowed,
        either=[],
        restrictions=[*narrowed.restrictions, *(item.options for item in asked)],
        conditions=[*narrowed.conditions, *conditions],
        needs_index=narrowed.needs_index or any(item.condition for item in asked),
    )
