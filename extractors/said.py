"""A unit of a sentence with what it stands under, as it is asked whether it binds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import cues, modes, starts
from extractors.predicate import Predicate
from extractors.structure import Clause, Structure
from extractors.units import Unit


@dataclass(frozen=True, slots=True)
class Said:
    """A unit with what it stands under.

    ``mode``: what the clause's surroundings make of it; ``borne``: a body goes on from above; ``asking``: its
    sentence or the one before asks; ``due``: it has a deadline.
    """

    structure: Structure
    clause: Clause
    unit: Unit
    mode: modes.Mode
    borne: bool
    asking: bool
    due: bool
    low: str = field(init=False)
    """The unit, folded, behind "Theo đó," and the like."""
    timed: bool = field(init=False)
    """It has a deadline, and is not told of as done."""

    def __post_init__(self) -> None:
        unit = self.unit
        said = starts.says_so(unit.tokens.words, 0)
        start = unit.tokens.spans[said][0] if said else unit.span[0]
        object.__setattr__(self, "low", self.structure.low[start : unit.span[1]])
        timed = self.due and not re.match(r"(?:\S+\s+){0,7}đã\s", self.low)
        object.__setattr__(self, "timed", timed)

    @property
    def found(self) -> Predicate:
        return self.unit.found

    @property
    def words(self) -> list[str]:
        return self.unit.tokens.words

    @property
    def predicate_at(self) -> int:
        """Where the predicate starts behind a subject, counted from the unit's start; 0 without a subject."""
        found = self.found
        if found.subject is None or found.verb is None:
            return 0
        return self.unit.tokens.spans[found.verb][0] - self.unit.span[0]


def serves(structure: Structure, unit: Unit, due: bool) -> bool:
    """A body that hands its readers something "để tham khảo": nobody is asked, it bears nothing on."""
    found = unit.found
    if found.subject is None or found.verb is None or found.must or found.asks or due:
        return False
    start = unit.tokens.spans[found.verb][0]
    return bool(cues.OWN_SERVICE.match(structure.low, start, unit.span[1]))


def takes_effect(low: str) -> bool:
    """Whether a folded part says that an act takes effect; "… trong 20 ngày kể từ ngày | Kế hoạch này được
    ban hành" only counts from it."""
    effect = cues.EFFECT.search(low)
    return effect is not None and re.search(r"từ\s+(?:ngày|khi)\s+$", low[: effect.start()]) is None
