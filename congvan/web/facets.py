"""What the results of a search are, counted for the page; see `corpus.facets`."""

from __future__ import annotations

from corpus.corpus import Corpus
from corpus.facets import COUNTED, Counted
from corpus.filters import Filters
from corpus.index import Table

__all__ = ["COUNTED", "Counted", "count"]


def count(corpus: Corpus, table: Table, query: str, filters: Filters) -> Counted:
    """The facets of a search. Raises what the search raises."""
    return corpus.facets(table, query, filters)
