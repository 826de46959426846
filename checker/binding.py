"""Which units and subjects a rule is held against in one run of an evaluator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.results import HandedIn
from checker.subjects import Subject


@dataclass(frozen=True, slots=True)
class Binding:
    """None means all. Subjects are narrowed where another rule prevails for the rest.

    ``reports``: (rule, unit) → the reports that answer it, and whether that is certain
    (`duties.match_reports`).
    """

    units: frozenset[str] | None = None
    subjects: frozenset[Subject] | None = None
    reports: Mapping[tuple[str, str], tuple[tuple[HandedIn, ...], bool]] = field(default_factory=dict)

    def binds(self, unit: str) -> bool:
        return self.units is None or unit in self.units

    def narrow(self, subjects: frozenset[Subject]) -> frozenset[Subject]:
        return subjects if self.subjects is None else subjects & self.subjects
