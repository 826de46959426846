"""What the results of a search are, counted for the page (see `corpus.facets`), each count with the address
that narrows the search to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from corpus.corpus import Corpus
from corpus.facets import COUNTED, Counted
from corpus.filters import Filters
from corpus.index import Table

__all__ = ["COUNTED", "Choice", "Counted", "count", "sections"]

_TITLES = {
    "due": "Đến hạn",
    "modality": "Tính chất",
    "type": "Thể loại",
    "year": "Năm",
    "issuer": "Cơ quan ban hành",
    "bearer": "Ai phải làm",
    "needs_review": "Duyệt",
    "in_force": "Hiệu lực",
    "confidence": "Độ tin cậy từ",
    "cites": "Viện dẫn văn bản",
    "cited_by": "Được viện dẫn bởi",
    "status": "Tình trạng",
}
"""The facets in the page's order, and what they are called."""
_NAMES = ("issuer", "bearer", "cites", "cited_by")
"""Those of which a single value tells something; of the others it would be true of all that was found."""
_DUE = ("overdue", "soon", "later", "none")
_FLAGS = {"needs_review": "review", "in_force": "in_force"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. ``changes``: what choosing it changes in the address, None where no filter asks
    for it; ``on``: it is chosen, and choosing it again takes it back. ``coded``: the label is a code."""

    label: str
    count: int
    changes: dict[str, Any] | None
    on: bool = False
    coded: bool = False


def count(corpus: Corpus, table: Table, query: str, filters: Filters) -> Counted:
    """The facets of a search. Raises what the search raises."""
    return corpus.facets(table, query, filters)


def sections(counted: Counted, values: dict[str, Any]) -> Iterator[tuple[str, list[Choice]]]:
    """Titles and choices, as the page shows them; ``values``: what the address asks for."""
    for name, title in _TITLES.items():
        pairs = counted.counts.get(name, [])
        if len(pairs) > 1 or (pairs and name in _NAMES):
            yield title, list(_choices(name, pairs, values))


def _choices(name: str, pairs: list[tuple[str, int]], values: dict[str, Any]) -> Iterator[Choice]:
    if name == "due":
        yield from _due(dict(pairs), values)
    elif name == "confidence":
        yield from _confidence(dict(pairs), values)
    elif name in _FLAGS:
        asked = _FLAGS[name]
        for value, many in pairs:
            flag = "1" if value == "true" else "0"
            on = values[asked] == flag
            yield Choice(f"{asked}:{flag}", many, {asked: None if on else flag}, on, True)
    else:
        given = values[name] or ()
        for value, many in pairs:
            on = value in ((given,) if isinstance(given, str) else given)
            coded = name in ("modality", "status")
            label = f"{name}:{value}" if coded else value
            if name == "type" and value in _kinds():
                label = f"{value} · {_kinds()[value]}"
            yield Choice(label, many, {name: None if on else value}, on, coded)


@cache
def _kinds() -> dict[str, str]:
    """What the codes of types stand for."""
    from extractors import tables

    return {kind.code: kind.name for kind in reversed(tables.kinds())}


def _due(counts: dict[str, int], values: dict[str, Any]) -> Iterator[Choice]:
    """Days as `corpus.facets` draws the lines: before today, within 30 days, after."""
    today = date.today()
    last, near = (today - timedelta(days=1)).isoformat(), (today + timedelta(days=31)).isoformat()
    asks = {
        "overdue": {"overdue": "1", "due_after": None, "due_before": None},
        "soon": {"overdue": None, "due_after": last, "due_before": near},
        "later": {"overdue": None, "due_after": (today + timedelta(days=30)).isoformat(), "due_before": None},
    }
    for value in _DUE:
        if value in counts:
            changes = asks.get(value)
            on = changes is not None and all(values[name] == want for name, want in changes.items())
            if changes and on:
                changes = dict.fromkeys(changes)
            yield Choice(f"due:{value}", counts[value], changes, on, True)


def _confidence(counts: dict[str, int], values: dict[str, Any]) -> Iterator[Choice]:
    """Each band with those above it, for that is what the filter finds."""
    many = 0
    for value in sorted(counts, key=float, reverse=True):
        many += counts[value]
        if float(value):
            on = values["min_confidence"] == value
            label = value.replace(".", ",")
            yield Choice(label, many, {"min_confidence": None if on else value}, on)
