"""Who is counted together: the unit that a scope names, found by walking up from where a person stands."""

from __future__ import annotations

from checker.results import Results, Unit
from checker.scope import CELL, COMMITTEE, GRASSROOTS, OFFICE


def _is(unit: Unit, kind: str) -> bool | None:
    """Whether a unit is of the kind that a scope names; None where what it is is not known."""
    if kind == GRASSROOTS:
        return unit.nature.grassroots if unit.nature.known else None
    if not unit.nature.known:
        return None
    return {CELL: "cell", OFFICE: "office", COMMITTEE: "committee"}[kind] in unit.nature.tags


class Anchors:
    """Unit → the unit of the named kind that it belongs to, itself included."""

    def __init__(self, results: Results, kind: str) -> None:
        self._results = results
        self._kind = kind
        self._known: dict[str, tuple[str | None, bool]] = {}

    def of(self, key: str) -> tuple[str | None, bool]:
        """``(unit, certain)``: ``(None, True)`` where no superior is of that kind; where it cannot be told,
        the topmost unit that may be one, and False."""
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._find(key)
        return found

    def _find(self, key: str) -> tuple[str | None, bool]:
        doubtful: str | None = None
        for unit in self._results.chain(key):
            answer = _is(unit, self._kind)
            if answer:
                return unit.key, True
            if answer is None:
                doubtful = unit.key
        return doubtful, doubtful is None
