"""List marks that page segmentation took for a column of their own, and lost: put back before their items.

A list's numbers or dashes stand apart from its text. Where few lie under one another they come out as garbage
or not at all; the ink is there, to the left of a line that begins with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.imaging.grid import Grid
from pipeline.imaging.ink import Blob, Ink
from pipeline.ocr.dashes import dash_of, is_stroke, word_height
from pipeline.ocr.engine import Engine
from pipeline.ocr.lines import Run, line_height, runs_of
from pipeline.ocr.token import Token

_MARK = re.compile(r"\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]")
_REACH = 3.5
"""How far left of its item a mark may stand, in line heights: Word sets it off by a quarter of an inch to
half an inch, at most three heights of 13 points."""
_WIDEST = 2.2
_SINGLE_LINE = 7
_MOST_READ = 24
_SURE, _SHOWN = 0.5, 0.95


def add_margin_marks(
    image: np.ndarray,
    ink: Ink,
    tokens: Sequence[Token],
    grids: Sequence[Grid],
    engine: Engine,
    *,
    dpi: float,
    seconds: float,
) -> list[Token]:
    """``tokens`` with the list marks that stand unread to the left of lines."""
    size = line_height(tokens)
    runs = runs_of(tokens, size)
    found: list[Token] = []
    read = 0
    for run in runs:
        if not _is_line(run, size) or any(g.area.holds(run.x0, run.middle) for g in grids):
            continue
        pieces = _before(run, runs, ink, size)
        if not pieces:
            continue
        x0, x1 = pieces[0].x0, max(p.x1 for p in pieces)
        y0, y1 = min(p.y0 for p in pieces), max(p.y1 for p in pieces)
        line = run.tokens[0].line
        if len(pieces) == 1 and is_stroke(x1 - x0, y1 - y0, size):
            if abs((y0 + y1) / 2 - run.middle) < 0.35 * size:
                found.append(Token(dash_of(x1 - x0, word_height(run)), _SHOWN, x0, y0, x1, y1, line))
        elif read < _MOST_READ and 0.45 * size < y1 - y0 < 1.3 * size and x1 - x0 < _WIDEST * size:
            read += 1
            mark = _read(image, (x0, y0, x1, y1), size, engine, dpi, seconds)
            if mark is not None:
                found.append(replace(mark, line=line))
    return [*(t for t in tokens if not _is_garbage(t, found)), *found]


def _is_line(run: Run, size: float) -> bool:
    """Whether a run is a line of text that a mark may open: words read surely, no mark of its own."""
    first = run.tokens[0].text
    if _MARK.match(first) or not first[0].isalpha():
        return False
    sure = [t for t in run.tokens if t.confidence > 0.8 and len(t.text) > 1]
    return len(sure) >= 2 and 0.6 * size < run.height < 1.5 * size


def _before(run: Run, runs: Sequence[Run], ink: Ink, size: float) -> list[Blob]:
    """The pieces of ink in the blank to the left of a run; none where another run stands there, or where
    they are more than a mark's."""
    left = max([run.x0 - _REACH * size, *(r.x1 + 2 for r in runs if r is not run and _beside(r, run))])
    pieces = ink.within(left, run.y0 - 0.25 * size, run.x0 - 0.15 * size, run.y1 + 0.25 * size)
    pieces = [p for p in pieces if p.width >= 0.06 * size and p.height >= 0.04 * size]
    large = [p for p in pieces if max(p.width, p.height) > 0.18 * size]
    if not large or len(large) > 4:
        return []
    first = large[0].x0
    return [p for p in pieces if p.x0 >= first]


def _beside(other: Run, run: Run) -> bool:
    overlap = min(other.y1, run.y1) - max(other.y0, run.y0)
    return other.x1 < run.x0 + 2 and overlap > 0.3 * run.height and other.confidence > 0.4


def _read(
    image: np.ndarray,
    box: tuple[int, int, int, int],
    size: float,
    engine: Engine,
    dpi: float,
    seconds: float,
) -> Token | None:
    """The mark read within ``box``, None where what is read is no mark."""
    pad = round(0.3 * size)
    x0, y0 = max(0, box[0] - pad), max(0, box[1] - pad)
    part = image[y0 : box[3] + pad, x0 : box[2] + pad]
    # a lone letter is read worse than the same letter with paper round it
    sheet = np.full((part.shape[0] + 2 * pad, part.shape[1] + 4 * pad), 255, np.uint8)
    sheet[pad : pad + part.shape[0], 2 * pad : 2 * pad + part.shape[1]] = part
    words = engine.read(sheet, dpi=dpi, psm=_SINGLE_LINE, seconds=seconds)
    if len(words) != 1 or words[0].confidence < _SURE or _MARK.fullmatch(words[0].text) is None:
        return None
    return replace(words[0], x0=box[0], y0=box[1], x1=box[2], y1=box[3])


def _is_garbage(token: Token, found: Sequence[Token]) -> bool:
    """Whether a word of no confidence lies over a mark that has been read."""
    return token.confidence < 0.5 and any(
        token.x0 < mark.x1 and mark.x0 < token.x1 and token.y0 < mark.y1 and mark.y0 < token.y1
        for mark in found
    )
