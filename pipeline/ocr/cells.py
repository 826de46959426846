"""The cells of ruled tables, read one under another.

Page segmentation takes a column of short cells for vertical text or drops it; stacked on one sheet, every
cell is a line of its own, and one call of the engine reads them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.imaging.grid import Grid, Rect
from pipeline.ocr.engine import Engine
from pipeline.ocr.token import Token

_SINGLE_BLOCK = 6


def blank_out(image: np.ndarray, grids: Sequence[Grid]) -> np.ndarray:
    """``image`` with the areas of ``grids`` white."""
    clean = image.copy()
    for grid in grids:
        box = grid.area
        clean[max(0, int(box.y0)) : int(box.y1) + 1, max(0, int(box.x0)) : int(box.x1) + 1] = 255
    return clean


def read_cells(
    image: np.ndarray, grids: Sequence[Grid], engine: Engine, *, dpi: float, seconds: float
) -> list[Token]:
    """Tokens of all cells, with boxes in pixels of ``image`` (ruled lines erased)."""
    pieces = [piece for cell in _cells(grids) if (piece := _piece(image, cell)) is not None]
    if not pieces:
        return []
    gap = round(0.08 * dpi)
    margin = round(0.2 * dpi)
    width = max(pixels.shape[1] for _, _, pixels in pieces) + 2 * margin
    height = sum(pixels.shape[0] + gap for _, _, pixels in pieces) + gap
    sheet = np.full((height, width), 255, np.uint8)
    places = []
    top = gap
    for x, y, pixels in pieces:
        sheet[top : top + pixels.shape[0], margin : margin + pixels.shape[1]] = pixels
        places.append((top, top + pixels.shape[0], x, y))
        top += pixels.shape[0] + gap
    tokens = []
    for token in engine.read(sheet, dpi=dpi, psm=_SINGLE_BLOCK, seconds=seconds):
        for start, end, x, y in places:
            if start - gap / 2 <= token.middle <= end + gap / 2:
                dx, dy = x - margin, y - start
                # a line number of its own keeps the engine's lines of different cells apart
                moved = replace(token, x0=token.x0 + dx, x1=token.x1 + dx, y0=token.y0 + dy, y1=token.y1 + dy)
                tokens.append(replace(moved, line=(-start, *token.line[1:])))
                break
    return _ordinals(tokens)


def _ordinals(tokens: Sequence[Token]) -> list[Token]:
    """``tokens`` with an upright stroke that is all a cell holds as the figure 1: rules are erased before the
    cells are read, and the first row of a table is numbered."""
    words = Counter(token.line[0] for token in tokens)
    return [
        replace(t, text="1", alternatives=((t.text, round(0.5 * t.confidence, 3)), *t.alternatives))
        if t.text in ("|", "l") and words[t.line[0]] == 1
        else t
        for t in tokens
    ]


def _cells(grids: Sequence[Grid]) -> list[Rect]:
    return [cell for grid in grids for row in grid.rows for cell in row]


def _piece(image: np.ndarray, cell: Rect) -> tuple[int, int, np.ndarray] | None:
    """Left, top and pixels of a cell's ink with a little paper round it; None where it is empty."""
    x0, y0 = int(cell.x0), int(cell.y0)
    part = image[y0 : int(cell.y1) + 1, x0 : int(cell.x1) + 1]
    ink = part < 140
    inner = ink[3:-3, 3:-3] if min(part.shape) > 12 else ink
    if inner.sum() < 25:
        return None
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    top, bottom = max(0, rows[0] - 6), rows[-1] + 7
    left, right = max(0, columns[0] - 6), columns[-1] + 7
    return x0 + int(left), y0 + int(top), part[top:bottom, left:right]
