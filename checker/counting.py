"""Who is counted with whom: people and units gathered into the groups that a scope makes, doubts included."""

from __future__ import annotations

from collections import Counter

from checker.binding import Binding
from checker.groups import Anchors
from checker.ranks import Rank
from checker.results import Person, Results, Unit
from checker.scope import CELL, Scope
from checker.settings import Settings
from checker.subjects import Subject, unit_is
from checker.tally import Contribution, Tally
from checker.words import plain

Contributions = dict[Rank, Contribution]
"""Rank → what one who has it adds."""

Group = tuple[str | None, str, str | None]
"""``(unit's key, label, what is not known of the group)``."""

Readings = tuple[Tally, ...]
"""One tally for each reading of the rule: two where it leaves open whether better ranks count."""


def count_people(
    tables: list[Contributions],
    scope: Scope,
    subject: Subject,
    results: Results,
    settings: Settings,
    binding: Binding,
) -> dict[Group, Readings]:
    """The people ranked as ``subject``, in the groups that the scope makes; one tally for each reading."""
    groups: dict[Group, Readings] = {}
    locate = _Locator(scope, results, binding)
    unplaced: dict[str | None, list[tuple[Person, Rank | None, str]]] = {}
    for person in results.people:
        if person.unit is None:
            continue
        found = _rank_in_capacity(person, subject, settings)
        if found is None:
            continue
        group = locate.of(person)
        if group is None:
            continue
        if group[2] is not None and (why := locate.missing(person)):
            unplaced.setdefault(group[0], []).append((person, found[0], why))
        tallies = groups.get(group)
        if tallies is None:
            tallies = groups[group] = tuple(Tally() for _ in tables)
        _count(tallies, tables, found, person)
    for key, people in unplaced.items():
        # who manages them, or what they do, is not said: they may belong to any group of the same unit
        _spread({g: t for g, t in groups.items() if g[0] == key and g[2] is None}, tables, people)
    homeless = [
        (person, found[0], f"the unit of {person.name} ({person.place})")
        for person in results.homeless
        if (found := _rank_in_capacity(person, subject, settings)) is not None
    ]
    _spread(groups, tables, homeless)
    return groups


def _spread(
    groups: dict[Group, Readings],
    tables: list[Contributions],
    people: list[tuple[Person, Rank | None, str]],
) -> None:
    """People who may belong to any of these groups: each group's tally holds them in doubt, and why."""
    extra = tuple(Tally() for _ in tables)
    for _, rank, reason in people:
        for tally, table in zip(extra, tables, strict=True):
            options = {(0, 0)} | ({table[rank]} if rank is not None else set(table.values()))
            tally.doubt(options, reason)
    if people:
        for tallies in groups.values():
            for tally, more in zip(tallies, extra, strict=True):
                tally.merge(more)


def _rank_in_capacity(
    person: Person, subject: Subject, settings: Settings
) -> tuple[Rank | None, bool] | None:
    """``(rank, certain that it is this capacity)``; None where the person is not ranked in this capacity."""
    # a capacity that the sheet gives and that cannot be read is not the one assumed for rows without one
    assumed = None if person.doubt("capacity") else settings.capacity
    for capacity, rank in person.reviews:
        if (capacity or assumed) is subject:
            return rank, True
    for capacity, rank in person.reviews:
        if capacity is None and assumed is None:
            return rank, False
    return None


def _count(
    tallies: Readings, tables: list[Contributions], found: tuple[Rank | None, bool], person: Person
) -> None:
    rank, certain = found
    for tally, table in zip(tallies, tables, strict=True):
        if certain and rank is not None:
            tally.add(table[rank])
            continue
        options = set(table.values()) if rank is None else {table[rank]}
        if not certain:
            options.add((0, 0))
            reason = f"in which capacity {person.name} is ranked ({person.place}): fill the column capacity"
        else:
            reason = person.doubt("rank") or f"the rank of {person.name} ({person.place})"
        tally.doubt(options, reason)


class _Locator:
    """Finds the group a person is counted in; None where no group that is bound holds them."""

    def __init__(self, scope: Scope, results: Results, binding: Binding) -> None:
        self._scope = scope
        self._results = results
        self._binding = binding
        self._anchors = Anchors(results, scope.unit) if scope.unit else None
        self._by_unit: dict[str, Group | None] = {}
        # one name for each body, however the rows spell it and in whatever order they come
        self._spelled: dict[str, str] = {}
        often = Counter(person.managed_by for person in results.people if person.managed_by)
        for spelling, _ in sorted(often.items(), key=lambda item: (item[1], item[0])):
            self._spelled[plain(spelling)] = " ".join(spelling.split())

    def of(self, person: Person) -> Group | None:
        assert person.unit is not None
        if person.unit not in self._by_unit:
            self._by_unit[person.unit] = self._unit_group(person.unit)
        group = self._by_unit[person.unit]
        if group is None or not (self._scope.manager or self._scope.group):
            return group
        key, label, unknown = group
        parts = [] if key is None else [label]
        if self._scope.manager:
            by = plain(person.managed_by) if person.managed_by else None
            if self._scope.managed_by and by is not None and not _same_body(self._scope.managed_by, by):
                return None
            parts.append(f"managed by {self._spelled[by] if by else '?'}")
            if person.managed_by is None:
                unknown = "which level manages each person: fill the column managed_by"
        if self._scope.group:
            parts.append(f"group {person.group or '?'}")
            if person.group is None:
                unknown = "who has like tasks: fill the column group"
        return key, ", ".join(parts), unknown

    def missing(self, person: Person) -> str | None:
        """What the person's row would have to say for the person to be placed; None where it says enough."""
        if self._scope.manager and person.managed_by is None:
            return f"which level manages {person.name} ({person.place}): fill the column managed_by"
        if self._scope.group and person.group is None:
            return f"what tasks {person.name} has ({person.place}): fill the column group"
        return None

    def _without_cells(self, key: str) -> bool:
        """Whether the rule counts by cells, and this is a Party organisation that must have some, though the
        sheet has none below it."""
        if self._scope.unit != CELL or not self._binding.binds(key):
            return False
        nature = self._results.units[key].nature
        below = self._results.children.get(key, [])
        cells = any("cell" in self._results.units[child].nature.tags for child in below)
        return "party" in nature.tags and nature.grassroots is True and not cells

    def _unit_group(self, key: str) -> Group | None:
        units = self._results.units
        if any(unit.key in self._results.circular for unit in self._results.chain(key)) and self._scope.unit:
            return key, units[key].name, "its superiors, which stand in a circle"
        if self._anchors is not None:
            anchor, certain = self._anchors.of(key)
            if anchor is None and self._without_cells(key):
                name = units[key].name
                return (
                    key,
                    name,
                    f"in which party cell the people of “{name}” are: the sheet names none in it",
                )
            if anchor is None or not self._binding.binds(anchor):
                return None
            name = units[anchor].name
            return anchor, name, None if certain else f"what “{name}” is: fill the column unit_kind"
        if not self._binding.binds(key):
            return None
        return (None, "", None) if self._scope.manager else (key, units[key].name, None)


def _same_body(one: str, other: str) -> bool:
    """Whether two names, as `plain` words, mean one body: "Ban Thường vụ" for "Ban Thường vụ Tỉnh ủy"."""
    return one == other or one.startswith(f"{other} ") or other.startswith(f"{one} ")


def count_units(
    tables: list[Contributions], scope: Scope, subject: Subject, results: Results, binding: Binding
) -> dict[Group, Readings]:
    """Collectives are counted among those of one superior, or of the unit that the scope names."""
    groups: dict[Group, Readings] = {}
    anchors = Anchors(results, scope.unit) if scope.unit else None
    for unit in results.units.values():
        belongs = unit_is(unit.nature, subject)
        if belongs is False or not binding.binds(unit.key):
            continue
        group = _unit_group(unit, results, anchors)
        if group is None:
            continue
        tallies = groups.get(group)
        if tallies is None:
            tallies = groups[group] = tuple(Tally() for _ in tables)
        for tally, table in zip(tallies, tables, strict=True):
            if belongs and unit.rank is not None:
                tally.add(table[unit.rank])
                continue
            options = set(table.values()) if unit.rank is None else {table[unit.rank]}
            if belongs is None:
                options.add((0, 0))
                reason = f"what “{unit.name}” is ({unit.place}): fill the column unit_kind"
            else:
                reason = unit.doubts.get("rank") or f"the rank of “{unit.name}” ({unit.place})"
            tally.doubt(options, reason)
    return groups


def _unit_group(unit: Unit, results: Results, anchors: Anchors | None) -> Group | None:
    if anchors is not None:
        above = unit.parent or unit.key
        anchor, certain = anchors.of(above)
        if anchor is None:
            return None
        name = results.units[anchor].name
        return anchor, name, None if certain else f"what “{name}” is: fill the column unit_kind"
    if unit.parent is None:
        return None, "units without a superior in the sheet", None
    return unit.parent, f"units under {results.units[unit.parent].name}", None
