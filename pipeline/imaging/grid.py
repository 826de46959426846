"""Ruled lines: tables as grids of cells, and single frames (stamps of receipt and urgency)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.imaging.ink import pieces

_WORK_DPI = 100.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels of the image that was searched."""

    x0: float
    y0: float
    x1: float
    y1: float

    def holds(self, x: float, y: float) -> bool:
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled area and its cells, rows from top to bottom, cells from left to right.

    A merged cell stands once, in the first row it touches.
    """

    area: Rect
    rows: tuple[tuple[Rect, ...], ...]

    @property
    def cells(self) -> int:
        return sum(len(row) for row in self.rows)


def find_grids(grey: np.ndarray, dpi: float) -> list[Grid]:
    """Ruled areas of an upright page, tables and single frames alike, from top to bottom.

    Long straight strokes are kept by opening with a line; what they enclose are the cells. Works on the
    page reduced to 100 dpi, about 10 ms.
    """
    scale = min(1.0, _WORK_DPI / dpi)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < 190).astype(np.uint8)
    # a stroke that climbs a pixel or two over its length stays one stroke
    across = _strokes(ink, (40, 1), (1, 3))
    down = _strokes(ink, (1, 22), (3, 1))
    lines = cv2.dilate(across | down, np.ones((3, 3), np.uint8))
    labels, stats = pieces(lines)
    grids = []
    for label in range(1, len(stats)):
        x, y, width, height, _ = (int(v) for v in stats[label])
        if width < 45 or height < 25:
            continue
        part = (labels[y : y + height, x : x + width] == label).astype(np.uint8)
        grid = _grid(part, x, y, scale)
        if grid is not None:
            grids.append(grid)
    grids.sort(key=lambda grid: grid.area.y0)
    return [g for g in grids if not any(_inside(g.area, other.area) for other in grids if other is not g)]


def _strokes(ink: np.ndarray, length: tuple[int, int], slack: tuple[int, int]) -> np.ndarray:
    thick = cv2.dilate(ink, cv2.getStructuringElement(cv2.MORPH_RECT, slack))
    return cv2.morphologyEx(thick, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, length))


def _inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x0 >= outer.x0 and inner.y0 >= outer.y0 and inner.x1 <= outer.x1 and inner.y1 <= outer.y1
    ) and inner != outer


def _grid(part: np.ndarray, x: int, y: int, scale: float) -> Grid | None:
    """The cells that the strokes of one component enclose; None where they enclose nothing."""
    height, width = part.shape
    count, _, stats, _ = cv2.connectedComponentsWithStats(1 - part, connectivity=4)
    cells = []
    for label in range(1, count):
        cx, cy, cw, ch, pixels = (int(v) for v in stats[label])
        at_edge = cx == 0 or cy == 0 or cx + cw == width or cy + ch == height
        if at_edge or cw < 8 or ch < 7 or pixels < 0.6 * cw * ch:
            continue
        cells.append(Rect((x + cx) / scale, (y + cy) / scale, (x + cx + cw) / scale, (y + cy + ch) / scale))
    if not cells:
        return None
    # a stroke may run on past the frame (an underline that meets a stamp): the cells bound the area
    edge = 3 / scale
    area = Rect(
        min(c.x0 for c in cells) - edge,
        min(c.y0 for c in cells) - edge,
        max(c.x1 for c in cells) + edge,
        max(c.y1 for c in cells) + edge,
    )
    covered = sum((c.x1 - c.x0) * (c.y1 - c.y0) for c in cells)
    if covered < 0.5 * (area.x1 - area.x0) * (area.y1 - area.y0):
        return None
    if len(cells) == 1:
        area = _whole_frame(part, x, y, scale, area)
    if len(cells) == 1 and (area.x1 - area.x0 < 45 / scale or area.y1 - area.y0 < 20 / scale):
        return None
    rows: list[list[Rect]] = []
    for cell in sorted(cells, key=lambda c: (c.y0, c.x0)):
        if rows and cell.y0 - rows[-1][0].y0 < 8 / scale:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    return Grid(area, tuple(tuple(sorted(row, key=lambda c: c.x0)) for row in rows))


def _whole_frame(part: np.ndarray, x: int, y: int, scale: float, cell: Rect) -> Rect:
    """The frame about a single cell, with rows that print grew together with their strokes."""
    left, right = round(cell.x0 * scale) - x, round(cell.x1 * scale) - x
    columns = part[:, max(0, left) : right + 1]
    full = np.flatnonzero(columns.mean(axis=1) > 0.5)
    if not len(full):
        return cell
    return Rect(
        cell.x0, min(cell.y0, (y + full[0]) / scale), cell.x1, max(cell.y1, (y + full[-1] + 1) / scale)
    )


def erase_strokes(grey: np.ndarray, grids: Sequence[Grid], dpi: float) -> np.ndarray:
    """``grey`` with the ruled lines of ``grids`` whitened: engines read a rule beside a letter as "|" or
    "_", and miss whole rows of closely ruled tables."""
    clean = grey.copy()
    across, down = round(0.4 * dpi), round(0.22 * dpi)
    for grid in grids:
        box = grid.area
        rows = slice(max(0, int(box.y0) - 8), int(box.y1) + 8)
        columns = slice(max(0, int(box.x0) - 8), int(box.x1) + 8)
        part = clean[rows, columns]
        ink = (part < 190).astype(np.uint8)
        strokes = _strokes(ink, (across, 1), (1, 5)) | _strokes(ink, (1, down), (5, 1))
        part[cv2.dilate(strokes, np.ones((5, 5), np.uint8)) > 0] = 255
    return clean
