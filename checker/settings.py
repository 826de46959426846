"""What a run of the checker is told: the day, the year under review, how parts of a person are rounded."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from checker.subjects import Subject


class Rounding(StrEnum):
    """How "20 % of 14 people = 2.8" becomes whole people.

    FLOOR is the default: "không vượt quá 20 %" is broken by the third of 14 (21.4 %). Where an act or the
    body that reviews allows rounding, NEAREST (half goes up) or CEILING may be chosen; each verdict says so.
    """

    FLOOR = "floor"
    NEAREST = "nearest"
    CEILING = "ceiling"

    def whole(self, share: Fraction) -> int:
        """The most whole people within the share."""
        if self is Rounding.FLOOR:
            return share.numerator // share.denominator
        if self is Rounding.CEILING:
            return -((-share.numerator) // share.denominator)
        return (2 * share.numerator + share.denominator) // (2 * share.denominator)


@dataclass(frozen=True, slots=True)
class Settings:
    """``on``: the day the check speaks of; ``year``: the year under review; ``capacity``: in which capacity
    the sheet's people are ranked, where no column says so."""

    on: dt.date
    year: int
    rounding: Rounding = Rounding.FLOOR
    capacity: Subject | None = None


def year_under_review(on: dt.date) -> int:
    """Reviews of a year end by the spring of the next: until June the year before is meant."""
    return on.year - 1 if on.month <= 6 else on.year
