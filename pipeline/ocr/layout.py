"""The page in reading order: head, body, tables, recipients, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.imaging.grid import Grid
from pipeline.ocr.foot import by_signature, split_foot
from pipeline.ocr.head import split_head
from pipeline.ocr.lines import Run, line_height, rows_of, runs_of
from pipeline.ocr.noise import drop_noise, is_marker, is_page_number
from pipeline.ocr.stamps import is_table, take_stamps
from pipeline.ocr.tables import take_table
from pipeline.ocr.titles import title_rows
from pipeline.ocr.token import Token


@dataclass(slots=True)
class Line:
    """One line of the text: runs joined by a tab where a wide gap parts them, None for an empty cell of a
    table. ``zone``: "head", "title", "body", "recipients" or "signature"."""

    runs: Sequence[Run | None]
    zone: str


@dataclass(slots=True)
class Layout:
    """Lines in reading order, and the tokens kept out of the text (page numbers, stamps, noise)."""

    lines: list[Line]
    dropped: list[Token] = field(default_factory=list)


def lay_out(tokens: Sequence[Token], grids: Sequence[Grid], width: float, height: float) -> Layout:
    """Lines of a page of ``width`` × ``height`` pixels in the order in which a person reads them."""
    size = line_height(tokens)
    tokens, grades, dropped = take_stamps(tokens, grids, width)
    tables: list[tuple[float, list[list[Run | None]]]] = []
    for grid in grids:
        if is_table(grid):
            tokens, cells = take_table(tokens, grid, size)
            tables.append((grid.area.y0, cells))
    runs, noise = drop_noise(runs_of(tokens, size), size, width, height)
    dropped.extend(noise)
    rows = rows_of(runs)
    if rows and is_page_number(rows[0], width, height):
        dropped.extend(t for run in rows.pop(0) for t in run.tokens)
    if rows and is_page_number(rows[-1], width, height):
        dropped.extend(t for run in rows.pop() for t in run.tokens)
    lines: list[Line] = []
    head = split_head(rows, width, height)
    if head is not None:
        blocks, above, rows = head
        dropped.extend(t for run in above for t in run.tokens)
        lines.extend(Line([run], "head") for block in blocks for run in block)
    lines.extend(Line([run], "head") for run in grades)
    foot = split_foot(rows, width)
    if foot is not None:
        rows, recipients, signature = foot
    rows = by_signature(rows)
    title = title_rows(rows, size) if head is not None else 0
    lines.extend(Line(list(row), "title") for row in rows[:title])
    lines.extend(_body(rows[title:], tables))
    if foot is not None:
        lines.extend(Line(list(row), "recipients") for row in rows_of(recipients))
        lines.extend(Line(list(row), "signature") for row in rows_of(signature))
    return Layout(lines, dropped)


def _body(rows: list[list[Run]], tables: list[tuple[float, list[list[Run | None]]]]) -> list[Line]:
    """Rows of the body with the tables at their height."""
    lines: list[Line] = []
    waiting = sorted(tables, key=lambda table: table[0])
    for row in rows:
        while waiting and waiting[0][0] < row[0].y0:
            lines.extend(Line(cells, "body") for cells in waiting.pop(0)[1])
        lines.append(Line(_joined(row), "body"))
    for _, cells in waiting:
        lines.extend(Line(row_cells, "body") for row_cells in cells)
    return lines


def _joined(row: Sequence[Run]) -> list[Run]:
    """The runs of a row with a list's dash or number put to its item: the gap after it is no column."""
    runs: list[Run] = []
    for run in row:
        before = runs[-1] if runs else None
        if before is not None and is_marker(before) and run.x0 - before.x1 < 6 * run.height:
            runs[-1] = Run([*before.tokens, *run.tokens])
        else:
            runs.append(run)
    return runs
