"""Counting with doubt: what is certain, and the most and least that unreadable rows could add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.ranks import Rank

Contribution = tuple[int, int]
"""What one person adds: ``(to those counted, to those they are counted among)``."""

MAX_REASONS = 5

_HARSHNESS: dict[Contribution, int] = {(1, 0): 3, (1, 1): 2, (0, 0): 1, (0, 1): 0}
"""How much a contribution works against a quota. A person counted and also among adds 1 to the one side
and at most 1 to the other (a limit is at most 1), so (1, 1) is never better than (0, 0)."""


@dataclass(slots=True)
class Tally:
    """``counted`` of ``among`` for certain; ``worst`` and ``best`` are what the doubtful rows may add."""

    counted: int = 0
    among: int = 0
    worst: Contribution = (0, 0)
    best: Contribution = (0, 0)
    doubtful: int = 0
    reasons: list[str] = field(default_factory=list)

    def add(self, contribution: Contribution) -> None:
        self.counted += contribution[0]
        self.among += contribution[1]

    def doubt(self, possible: Iterable[Contribution], reason: str) -> None:
        options = sorted(set(possible), key=_HARSHNESS.__getitem__)
        if len(options) == 1:
            self.add(options[0])
            return
        self.worst = (self.worst[0] + options[-1][0], self.worst[1] + options[-1][1])
        self.best = (self.best[0] + options[0][0], self.best[1] + options[0][1])
        self.doubtful += 1
        if len(self.reasons) < MAX_REASONS:
            self.reasons.append(reason)

    def merge(self, other: Tally) -> None:
        self.counted += other.counted
        self.among += other.among
        self.worst = (self.worst[0] + other.worst[0], self.worst[1] + other.worst[1])
        self.best = (self.best[0] + other.best[0], self.best[1] + other.best[1])
        self.doubtful += other.doubtful
        self.reasons = (self.reasons + other.reasons)[:MAX_REASONS]

    def harshest(self) -> Contribution:
        return self.counted + self.worst[0], self.among + self.worst[1]

    def mildest(self) -> Contribution:
        return self.counted + self.best[0], self.among + self.best[1]

    def missing(self) -> list[str]:
        more = self.doubtful - len(self.reasons)
        return [*self.reasons, f"and {more} more rows like these"] if more > 0 else list(self.reasons)


RANKS = tuple(Rank)
