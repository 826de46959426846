"""Ruled tables, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.imaging.grid import Grid, Rect
from pipeline.ocr.lines import Run, rows_of, runs_of
from pipeline.ocr.token import Token


def take_table(
    tokens: Sequence[Token], grid: Grid, height: float
) -> tuple[list[Token], list[list[Run | None]]]:
    """The tokens outside the table, and its rows: a run a cell, None where the cell is empty.

    ``height``: the page's line height in pixels. Rows without a word are left out.
    """
    cells = [cell for row in grid.rows for cell in row]
    lines = _row_lines(cells, height)
    held: dict[tuple[int, int], list[Token]] = {}
    kept: list[Token] = []
    for token in tokens:
        if not grid.area.holds(token.centre, token.middle):
            kept.append(token)
            continue
        inside = [k for k, cell in enumerate(cells) if cell.holds(token.centre, token.middle)]
        place = inside[0] if inside else _nearest(token, grid)
        band = sum(line <= token.middle for line in lines)
        held.setdefault((band, place), []).append(token)
    rows: list[list[Run | None]] = []
    for band in sorted({band for band, _ in held}):
        top = lines[band - 1] if band else grid.area.y0
        bottom = lines[band] if band < len(lines) else grid.area.y1
        middle = (top + bottom) / 2
        across = [k for k, cell in enumerate(cells) if cell.y0 <= middle <= cell.y1 or (band, k) in held]
        across.sort(key=lambda k: cells[k].x0)
        runs = [_one_run(held.get((band, k), []), height) for k in across]
        if any(run is not None for run in runs):
            rows.append(runs)
    return kept, rows


def _row_lines(cells: Sequence[Rect], height: float) -> list[float]:
    """Heights at which any column has a rule. A rule that the scan broke in one column still parts its rows
    by what the others show; a cell that truly spans rows gives its words to the rows they stand in."""
    lines: list[float] = []
    for y in sorted(cell.y0 for cell in cells):
        if not lines or y - lines[-1] > 0.5 * height:
            lines.append(y)
    return lines


def _nearest(token: Token, grid: Grid) -> int:
    cells = [cell for row in grid.rows for cell in row]
    return min(
        range(len(cells)),
        key=lambda k: (
            max(cells[k].x0 - token.centre, 0, token.centre - cells[k].x1)
            + max(cells[k].y0 - token.middle, 0, token.middle - cells[k].y1)
        ),
    )


def _one_run(tokens: Sequence[Token], height: float) -> Run | None:
    """All words of a cell in reading order, lines after one another."""
    rows = rows_of(runs_of(tokens, height))
    ordered = [t for row in rows for run in row for t in run.tokens]
    return Run(ordered) if ordered else None
