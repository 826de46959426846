"""The results of a review: units, people with their ranks, reports handed in, and how they hang together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from checker.periods import Days
from checker.ranks import Rank
from checker.subjects import Subject
from checker.units import UNKNOWN, Nature


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: file, sheet, row (from 1, the header counted)."""

    file: str
    sheet: str | None
    row: int

    def __str__(self) -> str:
        sheet = f" [{self.sheet}]" if self.sheet else ""
        return f"{self.file}{sheet} row {self.row}"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something wrong with the input: the place, the column, a stable code and what to do."""

    code: str
    message: str
    place: Place | None = None
    column: str | None = None
    severe: bool = True
    """False: a remark that changes no verdict."""

    def __str__(self) -> str:
        where = f"{self.place}" if self.place else ""
        if self.column:
            where += f", column {self.column!r}" if where else f"column {self.column!r}"
        return f"{where}: {self.message}" if where else self.message


@dataclass(slots=True)
class Unit:
    """A unit under review. ``rank`` None: the sheet does not say, or says what cannot be read
    (``doubts``)."""

    key: str
    name: str
    place: Place
    nature: Nature = UNKNOWN
    parent: str | None = None
    rank: Rank | None = None
    members: int | None = None
    founded: Days | None = None
    reviewed_on: Days | None = None
    reviewed: bool | None = None
    province: str | None = None
    district: str | None = None
    ward: str | None = None
    doubts: dict[str, str] = field(default_factory=dict)
    """Column → why its value could not be used."""


@dataclass(slots=True)
class Person:
    """One row of the people's sheet. ``reviews``: the rank in each capacity; capacity None: not said."""

    name: str
    place: Place
    unit: str | None
    reviews: tuple[tuple[Subject | None, Rank | None], ...] = ()
    code: str | None = None
    position: str | None = None
    heads: tuple[str, ...] = ()
    appointed: Days | None = None
    joined: Days | None = None
    arrived: Days | None = None
    months_worked: int | None = None
    main_post: bool | None = None
    exempt: bool | None = None
    managed_by: str | None = None
    group: str | None = None
    doubts: dict[str, str] | None = None

    def doubt(self, column: str) -> str | None:
        """Why a column's value could not be used; of ranks, any of the columns of ranks."""
        if not self.doubts:
            return None
        if column == "rank":
            return next((why for key, why in self.doubts.items() if key.startswith("rank")), None)
        return self.doubts.get(column)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A report handed in: by whom, what (an obligation's id, an act's number and clause, or words), when."""

    unit: str | None
    what: str
    when: Days | None
    place: Place
    doubt: str | None = None
    event_on: Days | None = None
    """The day of the event from which the time for it runs."""


@dataclass
class Results:
    """All that was handed to the checker. ``columns`` names the columns that were there, by table."""

    units: dict[str, Unit] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)
    reports: list[HandedIn] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    columns: dict[str, frozenset[str]] = field(default_factory=dict)
    circular: frozenset[str] = frozenset()
    """Units that stand in a circle of superiors or heads: what depends on the circle cannot be told."""

    def has(self, table: str, column: str) -> bool:
        return column in self.columns.get(table, frozenset())

    @cached_property
    def children(self) -> dict[str | None, list[str]]:
        out: dict[str | None, list[str]] = {}
        for key, unit in self.units.items():
            out.setdefault(unit.parent, []).append(key)
        return out

    @cached_property
    def heads(self) -> dict[str, list[Person]]:
        """Unit → the people who head it."""
        out: dict[str, list[Person]] = {}
        for person in self.people:
            for key in person.heads:
                out.setdefault(key, []).append(person)
        return out

    @cached_property
    def homeless(self) -> list[Person]:
        """People whose unit is not known: they may belong to any."""
        return [person for person in self.people if person.unit is None]

    @cached_property
    def reports_by_unit(self) -> dict[str | None, list[HandedIn]]:
        out: dict[str | None, list[HandedIn]] = {}
        for report in self.reports:
            out.setdefault(report.unit, []).append(report)
        return out

    def chain(self, key: str) -> Iterator[Unit]:
        """The unit and its superiors, from below; ends where a circle would begin."""
        seen: set[str] = set()
        current: str | None = key
        while current is not None and current not in seen:
            seen.add(current)
            unit = self.units[current]
            yield unit
            current = unit.parent
