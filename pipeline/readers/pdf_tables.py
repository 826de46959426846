"""Ruled tables of a text-layer page, from the lines that the page draws: pdfplumber's table finder."""

from __future__ import annotations

import logging
from pathlib import Path

from pipeline.imaging.grid import Grid, Rect

_LOG = logging.getLogger(__name__)
_LEAST_CELLS = 4


def find_tables(path: Path, number: int, scale: float) -> list[Grid]:
    """Tables of page ``number`` (from 1), their cells in points times ``scale``, origin top left.

    A cell that spans rows stands once, in the first row it touches. A page that pdfplumber cannot parse has
    no tables: its text was read by another parser, and reads on line by line.
    """
    import pdfplumber
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd colour
    try:
        with pdfplumber.open(path, pages=[number]) as pdf:
            tables = pdf.pages[0].find_tables() if pdf.pages else []
            return [grid for table in tables if (grid := _grid(table.cells, scale)).cells >= _LEAST_CELLS]
    except (PDFException, PSException, ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        _LOG.info("page %d: pdfplumber found no tables (%s: %s)", number, type(error).__name__, error)
        return []
    except (RecursionError, OverflowError) as error:
        _LOG.info("page %d: too deep for pdfplumber (%s)", number, type(error).__name__)
        return []


def _grid(cells: list[tuple[float, float, float, float]], scale: float) -> Grid:
    rects = sorted((Rect(*(v * scale for v in cell)) for cell in cells), key=lambda r: (round(r.y0), r.x0))
    rows: list[list[Rect]] = []
    for rect in rects:
        if rows and abs(rows[-1][0].y0 - rect.y0) <= scale:
            rows[-1].append(rect)
        else:
            rows.append([rect])
    area = Rect(
        min(r.x0 for r in rects), min(r.y0 for r in rects), max(r.x1 for r in rects), max(r.y1 for r in rects)
    )
    return Grid(area, tuple(tuple(row) for row in rows))
