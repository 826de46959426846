"""Stops told by their ink: a comma has a tail, a semicolon a dot above it.

Engines know letters better than stops: on real scans most words that are wrong in nothing but their last
sign are semicolons read as commas, and the items of a list end in semicolons.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.imaging.ink import Blob, Ink, baseline
from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token

_STOP = re.compile(r"(?<=[^\W_])[.,;:]$")
_TAIL, _NO_TAIL = 1.5, 1.2
"""Height of a stop's foot over the diameter of its dot: from the first on it is a comma's, up to the second
a dot's; between the two the engine's reading stands."""


def settle(run: Run, ink: Ink) -> Run:
    """``run`` with the stop at the end of each word as its ink shows it."""
    base: float | None = None
    tokens = list(run.tokens)
    for place, token in enumerate(tokens):
        if _STOP.search(token.text) is None:
            continue
        if base is None:
            around = 0.3 * run.height
            base = baseline(ink.within(run.x0 - 2, run.y0 - around, run.x1 + 2, run.y1 + around), run.height)
            if base is None:
                return run
        room = tokens[place + 1].x0 - token.x1 if place + 1 < len(tokens) else run.height
        shown = _shown(token, ink, base, run.height, room)
        if shown is not None and shown != token.text[-1]:
            tokens[place] = replace(token, text=token.text[:-1] + shown)
    return Run(tokens)


def _shown(token: Token, ink: Ink, base: float, size: float, room: float) -> str | None:
    """The stop that stands at the end of ``token``; None where its ink is not clear (it touches a letter,
    is smudged, or there is more than a stop)."""
    reach = min(0.3 * size, max(2.0, 0.5 * room))
    column = ink.within(token.x1 - 0.45 * size, base - 0.8 * size, token.x1 + reach, base + 0.45 * size)
    column = [b for b in column if b.width < 0.36 * size and b.height < 0.5 * size]
    feet = [b for b in column if abs(b.y0 - base) < 0.3 * size and b.y1 > base - 0.1 * size]
    if not feet:
        return None
    foot = max(feet, key=lambda b: b.x1)
    if min(foot.width, foot.height) < 0.06 * size:
        return None
    over = [b for b in column if b is not foot and _stands_over(b, foot, base, size)]
    if len(over) > 1:
        return None
    if over:
        dot = max(over[0].width, over[0].height)
        if foot.height >= _TAIL * dot:
            return ";"
        return ":" if foot.height <= _NO_TAIL * dot else None
    if _crossed(foot, column) or any(b is not foot and _above(b, foot) for b in column):
        return None
    falls = foot.y1 - base
    if falls > 0.14 * size and foot.height >= _TAIL * 0.16 * size and foot.height > 1.3 * foot.width:
        return ","
    if falls < 0.05 * size and foot.height <= 1.1 * foot.width:
        return "."
    return None


def _stands_over(blob: Blob, foot: Blob, base: float, size: float) -> bool:
    """Whether ``blob`` is the upper dot over ``foot``: as wide, above it, no higher than small letters."""
    alike = 0.55 * foot.width <= blob.width <= 1.6 * foot.width and blob.height <= 1.5 * blob.width
    return _above(blob, foot) and alike and base - 0.75 * size < blob.y0 and blob.y1 < base - 0.2 * size


def _above(blob: Blob, foot: Blob) -> bool:
    lean = blob.centre - foot.centre  # italics lean to the right
    wide = 0.7 * max(blob.width, foot.width)
    return blob.y1 <= foot.y0 and -wide < lean < wide + 0.3 * (foot.middle - blob.middle)


def _crossed(foot: Blob, column: list[Blob]) -> bool:
    """Whether other ink stands at or right of the foot: then the sign is not alone."""
    return any(b is not foot and b.x1 > foot.x0 + 1 and b.y1 > foot.y0 - 2 * foot.height for b in column)
