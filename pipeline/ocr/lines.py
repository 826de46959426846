"""From tokens to runs (pieces of a line without a wide gap) and rows (runs side by side)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from pipeline.ocr.token import Token

_WIDE_GAP = 2.0
"""Gap, in line heights, from which words stand apart; justified text stays under one."""


@dataclass(slots=True)
class Run:
    """Words that read on, left to right, on one line."""

    tokens: list[Token]
    x0: float = field(init=False)
    x1: float = field(init=False)
    y0: float = field(init=False)
    y1: float = field(init=False)

    def __post_init__(self) -> None:
        self.x0 = min(t.x0 for t in self.tokens)
        self.x1 = max(t.x1 for t in self.tokens)
        self.y0 = median(t.y0 for t in self.tokens)
        self.y1 = median(t.y1 for t in self.tokens)

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def text(self) -> str:
        return " ".join(t.text for t in self.tokens)

    @property
    def confidence(self) -> float:
        """Mean confidence, each word by its length."""
        weight = sum(len(t.text) for t in self.tokens)
        return sum(t.confidence * len(t.text) for t in self.tokens) / max(1, weight)


def line_height(tokens: Sequence[Token]) -> float:
    """The height of a usual line of the page, in pixels (median of its words' heights)."""
    heights = [t.height for t in tokens if len(t.text) > 1]
    return median(heights) if heights else 40.0


def runs_of(tokens: Iterable[Token], height: float) -> list[Run]:
    """The engine's lines, cut where a gap is wide."""
    lines: dict[tuple[int, int, int], list[Token]] = defaultdict(list)
    for token in tokens:
        lines[token.line].append(token)
    runs = []
    for line in lines.values():
        runs.extend(cut(sorted(line, key=lambda t: t.x0), _WIDE_GAP * height))
    return runs


def cut(tokens: Sequence[Token], gap: float) -> list[Run]:
    """Runs of ``tokens`` (sorted by x) between gaps wider than ``gap``."""
    pieces: list[list[Token]] = []
    reach = 0.0  # of the last piece
    for token in tokens:
        if pieces and token.x0 - reach <= gap:
            pieces[-1].append(token)
            reach = max(reach, token.x1)
        else:
            pieces.append([token])
            reach = token.x1
    return [Run(piece) for piece in pieces]


def rows_of(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that stand side by side, rows from top to bottom, runs from left to right.

    A run joins the row whose last lines it overlaps by more than half of the lower of the two, so that
    neither a tall initial nor a raised note pulls two lines together.
    """
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.middle):
        for row in reversed(rows[-3:]):
            if all(_side_by_side(run, other) for other in row):
                row.append(run)
                break
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda r: r.x0)
    rows.sort(key=lambda row: median(r.middle for r in row))
    return rows


def _side_by_side(one: Run, other: Run) -> bool:
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    apart = one.x0 >= other.x1 - 0.3 * one.height or one.x1 <= other.x0 + 0.3 * one.height
    return apart and overlap > 0.5 * min(one.height, other.height)
