"""Sheets of people without a column of units, in which a row of its own names the unit of those below it:
"I. Chi bộ khu phố 1", or a merged cell over the whole width."""

from __future__ import annotations

import re

from checker.tables.cells import text_of
from checker.tables.files import Cell
from checker.tables.grid import Grid
from checker.units import nature_of

_NUMBER = re.compile(r"(?:[IVXLC]+|\d{1,3}|[A-ZĐ])\s*[.)/]?", re.ASCII)
_NUMBERED = re.compile(r"^(?:[IVXLC]+|\d{1,3}|[A-ZĐ])\s*[.)/-]\s+")


def under_headings(grid: Grid) -> list[str | None] | None:
    """The unit of each row that is left, the headings taken out of `Grid.rows`; None where there is none.

    A heading holds nothing but a unit's name, of a kind that is known, and perhaps a number before it. Rows
    above the first have no unit.
    """
    found = [heading(cells) for _, cells in grid.rows]
    if not any(found):
        return None
    kept: list[tuple[int, list[Cell]]] = []
    units: list[str | None] = []
    current: str | None = None
    for row, name in zip(grid.rows, found, strict=True):
        if name is not None:
            current = name
        else:
            kept.append(row)
            units.append(current)
    grid.rows[:] = kept
    return units


def heading(cells: list[Cell]) -> str | None:
    """The unit that a row names and nothing else."""
    filled = [text_of(cell) for cell in cells if cell is not None and text_of(cell)]
    if len(filled) == 2 and _NUMBER.fullmatch(filled[0]):
        filled = filled[1:]
    if len(filled) != 1:
        return None
    name = _NUMBERED.sub("", filled[0]).strip(" :")
    return name if nature_of(None, name).known else None
