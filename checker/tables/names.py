"""Which unit a name or a code means; a name that fits two units means neither."""

from __future__ import annotations

from checker.results import Issue, Place, Results, Unit
from checker.units import Nature, nature_of
from checker.words import plain


class Names:
    """Units by code, by name where only one has it, and by "superior/name" where several do."""

    def __init__(self, results: Results) -> None:
        self._results = results
        self._parents: list[tuple[Unit, str | None, str | None]] = []
        self._codes: dict[str, str] = {}
        self._names: dict[str, list[str]] = {}
        self._paths: dict[tuple[str, str], list[str]] = {}
        self._found: dict[str, str | None] = {}
        self._told: set[str] = set()
        self._open = False

    def add(self, unit: Unit, code: str | None, parent: str | None, parent_header: str | None) -> None:
        """Takes a unit of the units' sheet. The same code twice, or the same name under the same superior
        without
        codes, is an issue: the second row is left out, and the first loses its rank and number of members."""
        units = self._results.units
        if code is None:
            unit.key = f"{unit.name} ({parent})" if unit.key in units and parent else unit.key
        first = units.get(unit.key)
        if first is not None:
            what = f"the code {code!r}" if code else f"“{unit.name}”"
            message = (
                f"{what} stands in row {first.place.row} already; give each unit its own code (unit_code)"
            )
            self._results.issues.append(Issue("twice", message, unit.place))
            doubt = f"which row of {what} holds ({first.place}, {unit.place})"
            for column in ("rank", "members", "founded", "reviewed"):
                if getattr(first, column) != getattr(unit, column):
                    setattr(first, column, None)
                    first.doubts[column] = doubt
            return
        units[unit.key] = unit
        if code is not None:
            self._codes[plain(code)] = unit.key
        self._names.setdefault(plain(unit.name), []).append(unit.key)
        if parent is not None:
            self._paths.setdefault((plain(parent), plain(unit.name)), []).append(unit.key)
        self._parents.append((unit, parent, parent_header))

    def settle(self) -> None:
        """All units are known: gives each its superior. Without a sheet of units, people's units become
        units."""
        self._open = not self._results.units
        for unit, parent, header in self._parents:
            if parent is not None:
                unit.parent = self.find(parent, unit.place, header)
        for unit in self._results.units.values():
            if "cell" not in unit.nature.tags or unit.nature.grassroots is not None:
                continue
            # a cell of a grassroots organisation is not one itself (Điều lệ Đảng, Điều 21 and 24)
            above = [u.nature.grassroots for u in self._results.chain(unit.key) if u is not unit]
            if True in above:
                unit.nature = Nature(unit.nature.tags, False)

    def look(self, text: str) -> str | None:
        """The unit's key, None where no unit or more than one is meant."""
        if text not in self._found:
            self._found[text] = self._look(text)
        return self._found[text]

    def _look(self, text: str) -> str | None:
        words = plain(text)
        if words in self._codes:
            return self._codes[words]
        named = self._names.get(words, [])
        if len(named) == 1:
            return named[0]
        if not named and "/" in text:
            parent, _, name = text.rpartition("/")
            paths = self._paths.get((plain(parent), plain(name)), [])
            return paths[0] if len(paths) == 1 else None
        return None

    def find(self, text: str | None, place: Place, column: str | None) -> str | None:
        """As `look`, with an issue where it fails."""
        if text is None:
            return None
        key = self.look(text)
        if key is not None:
            return key
        named = self._names.get(plain(text), [])
        if len(named) > 1:
            message = f"{len(named)} units are called {text!r}: write the code, or “superior/{text}”"
            self._results.issues.append(Issue("which-unit", message, place, column))
            return None
        if self._open:
            unit = Unit(key=text, name=text, place=place, nature=nature_of(None, text))
            self._results.units[text] = unit
            self._names.setdefault(plain(text), []).append(text)
            self._found[text] = text
            return text
        message = f"no unit is called {text!r} in the sheet of units"
        self._results.issues.append(Issue("unknown-unit", message, place, column))
        return None
