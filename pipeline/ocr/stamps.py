"""Stamps: marks of receipt kept out of the text, urgency and secrecy kept in."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.imaging.grid import Grid
from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token
from pipeline.ocr.words import fold

_GRADES = ("hoatoc", "thuongkhan", "khan", "toimat", "tuyetmat", "mat")
"""Grades of urgency and secrecy (Decree 30/2020, annex I, cells 10a and 10b; Law on State secrets, 2018)."""


def is_frame(grid: Grid, width: float) -> bool:
    """Whether a ruled area is a stamp's or a mark's frame, not a table."""
    return grid.cells == 1 and grid.area.x1 - grid.area.x0 < 0.45 * width


def is_table(grid: Grid) -> bool:
    """Whether a ruled area has rows and columns."""
    return len(grid.rows) >= 2 and max(len(row) for row in grid.rows) >= 2 and grid.cells >= 4


def take_stamps(
    tokens: Sequence[Token], grids: Sequence[Grid], width: float
) -> tuple[list[Token], list[Run], list[Token]]:
    """The tokens outside stamps, the grades of urgency or secrecy read in stamps, and what was dropped."""
    frames = [grid.area for grid in grids if is_frame(grid, width)]
    kept: list[Token] = []
    held: list[list[Token]] = [[] for _ in frames]
    for token in tokens:
        for frame, inside in zip(frames, held, strict=True):
            if frame.holds(token.centre, token.middle):
                inside.append(token)
                break
        else:
            kept.append(token)
    grades = []
    dropped: list[Token] = []
    for inside in held:
        if fold("".join(t.text for t in inside)).replace(" ", "") in _GRADES:
            grades.append(Run(inside))
        else:
            dropped.extend(inside)
    return kept, grades, dropped
