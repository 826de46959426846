"""Dashes told by their ink: a hyphen is half as long as an en dash, an en dash half as long as an em dash.

Engines take the one for the other, or for a tilde or an underscore: on bilevel scans a list's dashes come out
as four different signs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from statistics import median

from pipeline.imaging.ink import Ink
from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token

_FLAT = re.compile(r"[-–—~_¬=]{1,3}")
_DASH = re.compile(r"[-–—]")
_HYPHEN, _EN = 0.47, 0.95
"""Width over the height of a line's words up to which a stroke is a hyphen, and an en dash. On eight real
scans hyphens measure 0.22 to 0.41, en dashes 0.53 to 0.82."""
_LEAST = 0.18


def dash_of(width: float, size: float) -> str:
    """The dash that a flat stroke of ``width`` is on a line whose words are ``size`` high."""
    return "-" if width < _HYPHEN * size else "–" if width < _EN * size else "—"


def is_stroke(width: float, height: float, size: float) -> bool:
    """Whether a piece of ink has a dash's shape: flat, no speck, no rule."""
    return _LEAST * size < width < 1.6 * size and height < 0.2 * size and width > 1.8 * height


def word_height(run: Run) -> float:
    """The height of the words of a run, its dashes and dots aside, in pixels."""
    heights = [t.height for t in run.tokens if any(c.isalnum() for c in t.text)]
    return median(heights) if heights else run.height


def settle(token: Token, run: Run) -> Token:
    """``token`` of ``run`` as the dash that its box shows; itself where it is none."""
    if _FLAT.fullmatch(token.text) is None:
        return token
    size = word_height(run)
    if not is_stroke(token.width, token.height, size):
        return token
    text = dash_of(token.width, size)
    return token if text == token.text else replace(token, text=text)


def settle_by_ink(run: Run, ink: Ink) -> Run:
    """``run`` with its dashes as their ink shows them, where their boxes take in a rule under the line."""
    tokens = list(run.tokens)
    size = word_height(run)
    for place, token in enumerate(tokens):
        if _DASH.fullmatch(token.text) is None or is_stroke(token.width, token.height, size):
            continue
        reach = 0.35 * size
        blobs = ink.within(token.x0 - 3, run.middle - reach, token.x1 + 3, run.middle + reach)
        strokes = [b for b in blobs if is_stroke(b.width, b.height, size)]
        if len(strokes) == 1 and (text := dash_of(strokes[0].width, size)) != token.text:
            tokens[place] = replace(token, text=text)
    return Run(tokens) if tokens != run.tokens else run
