"""The obligations database: store, search, corrections, export, ingest runs.

`Corpus` is the way in; it is imported when it is first asked for, so that the command line starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from corpus.filters import Filters

__all__ = ["Corpus", "Filters"]


def __getattr__(name: str) -> Any:
    if name == "Corpus":
        from corpus.corpus import Corpus

        return Corpus
    if name == "Filters":
        from corpus.filters import Filters

        return Filters
    raise AttributeError(f"module 'corpus' has no attribute {name!r}")
