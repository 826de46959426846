"""Roman numerals counted by their strokes: engines read III as II, IHI, IH or ]I.

An error in one turns a reference to "Mục III" into another's, and a heading into the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from pipeline.imaging.ink import Ink
from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token

_STROKES = re.compile(r"([(“\"]?[XV]{0,2})([IHlLĨÍ1|!\]\[]{1,5})([.,:;)/”\"-]*)$")
_LEADS = frozenset(
    ["mục", "chương", "phần", "khóa", "khoá", "phụ", "lục", "quý", "kỳ", "tiết", "nhóm", "loại", "hạng", "và"]
)
_SURE = 0.93


def settle(run: Run, ink: Ink) -> Run:
    """``run`` with its Roman numerals of plain strokes as many as the ink shows."""
    tokens = list(run.tokens)
    for place, token in enumerate(tokens):
        parts = _STROKES.fullmatch(token.text)
        if parts is None or not _may_be_numeral(tokens, place):
            continue
        count = _strokes(token, parts, run, ink)
        if count is not None and parts.group(2) != "I" * count:
            # the last stroke and its full stop are read as one L
            stop = parts.group(3) or ("." if parts.group(2)[-1] in "Ll" else "")
            text = parts.group(1) + "I" * count + stop
            kept = (token.text, round(min(token.confidence, 0.1), 3))
            tokens[place] = replace(token, text=text, alternatives=(kept, *token.alternatives))
    return Run(tokens) if tokens != run.tokens else run


def _may_be_numeral(tokens: Sequence[Token], place: int) -> bool:
    """Whether a numeral stands well at ``place``: it opens the line, or follows the name of what it counts;
    elsewhere it must look like one already."""
    text = tokens[place].text
    if not re.search(r"[IHXV]", text):
        return False
    before = tokens[place - 1].text.lower().rstrip(",;") if place else ""
    if place == 0:
        return re.search(r"[^\w|!\]\[]$|I[Ll]$", text) is not None
    return before in _LEADS or re.fullmatch(r"\W?[XVI]{2,}\W*", text) is not None


def _strokes(token: Token, parts: re.Match[str], run: Run, ink: Ink) -> int | None:
    """How many upright strokes of one width stand side by side in the numeral; None where other shapes do.

    Only the middle third of the letters' height is looked at: strokes that touch there touch nowhere else
    than at their serifs.
    """
    y0, y1 = int(token.y0), int(token.y1)
    x0, x1 = int(token.x0), int(token.x1)
    box = ink.dark[y0:y1, x0:x1]
    if box.size == 0 or y1 - y0 < 12:
        return None
    rows = np.flatnonzero(box.any(axis=1))
    if not len(rows):
        return None
    band = box[rows[0] : rows[-1] + 1]
    height = _capital(band)
    if height is None:
        return None
    middle = band[int(0.33 * height) : int(0.67 * height) + 1]
    full: np.ndarray = middle.mean(axis=0) > 0.75
    any_ink: np.ndarray = middle.sum(axis=0) > 0
    strokes = _stretches(full)
    # a stroke that leans or bends, X or V, is ink without a full column
    letters = len(parts.group(1).lstrip('(“"'))
    if letters:
        shapes = _stretches(any_ink)
        if len(shapes) <= letters:
            return None
        cut = shapes[letters - 1][1]
        strokes = [s for s in strokes if s[0] >= cut]
        rest = [s for s in shapes if s[0] >= cut]
    else:
        rest = _stretches(any_ink)
    if parts.group(3).startswith((":", ";")) and len(rest) == len(strokes) + 1:
        rest.pop()  # the upper dot
    widths = [b - a for a, b in strokes]
    if not widths or max(widths) > 0.33 * height or max(widths) > 1.6 * min(widths) + 1:
        return None
    if len(rest) != len(strokes) or len(strokes) > 4:
        return None
    gaps = [b[0] - a[1] for a, b in pairwise(strokes)]
    if gaps and (max(gaps) > 1.6 * min(gaps) + 2 or max(gaps) > 0.6 * height):
        return None
    return len(strokes)


def _capital(band: np.ndarray) -> float | None:
    """Height of the letters in a band that may hold a comma's tail below them."""
    filled = band.sum(axis=1)
    most = filled.max()
    rows = np.flatnonzero(filled > 0.3 * most)
    return float(rows[-1] - rows[0] + 1) if len(rows) > 8 else None


def _stretches(columns: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], columns.astype(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
