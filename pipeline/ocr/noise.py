"""Ink that is no text: scribbles, seals' rings, specks read as letters; and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token

_LETTER = re.compile(r"[^\W_]")


def drop_noise(
    runs: Sequence[Run], size: float, width: float, height: float
) -> tuple[list[Run], list[Token]]:
    """Runs that say something, and the tokens of the others. ``size``: the page's line height in pixels."""
    kept: list[Run] = []
    dropped: list[Token] = []
    for run in runs:
        if _is_noise(run, size, width, height):
            dropped.extend(run.tokens)
        else:
            kept.append(run)
    return kept, dropped


def _is_noise(run: Run, size: float, width: float, height: float) -> bool:
    letters = len(_LETTER.findall(run.text))
    if letters == 0:
        return True
    if run.height < 0.35 * size or (run.height > 3 * size and run.confidence < 0.7):
        return True
    margin = (
        run.x1 < 0.04 * width or run.x0 > 0.96 * width or run.y1 < 0.02 * height or run.y0 > 0.98 * height
    )
    if margin and run.confidence < 0.8:
        return True
    if letters <= 2:
        return run.confidence < 0.6
    return run.confidence < 0.4


def is_page_number(row: Sequence[Run], width: float, height: float) -> bool:
    """Whether a row at the top or bottom of the page is its number: one to four digits, alone, in the
    middle third or at the right (Decree 30/2020, annex I, part I: top centre)."""
    if len(row) != 1 or not re.fullmatch(r"[-–—.~|\s]*\d{1,4}[-–—.~|\s]*", row[0].text):
        return False
    run = row[0]
    at_edge = run.y1 < 0.12 * height or run.y0 > 0.88 * height
    return at_edge and (0.35 * width < run.centre < 0.65 * width or run.x0 > 0.8 * width)
