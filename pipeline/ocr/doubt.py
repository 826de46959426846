"""Which words to doubt, and the short stretches of line in which they are read again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.ocr.lines import Run
from pipeline.ocr.syllable import is_syllable
from pipeline.ocr.token import Token

_DOUBT, _DOUBT_ON_CLEAN = 0.9, 0.8
_EDGES = "“”‘’\"'()[]{}.,;:!?…-–—/*+"


def doubt_of(tokens: Iterable[Token]) -> float:
    """The confidence under which words of a page are doubted: lower where the page reads well, for there
    Tesseract is as often right between the two as the second reader (16 to 18 words on 14 clean pages)."""
    words = [t for t in tokens if any(c.isalnum() for c in t.text)]
    doubted = sum(t.confidence < _DOUBT for t in words)
    return _DOUBT if doubted > 0.08 * len(words) else _DOUBT_ON_CLEAN


def is_doubtful(token: Token, doubt: float = _DOUBT) -> bool:
    """Whether a second reading is worth its time: low confidence, or lower-case letters that make no
    syllable. Raw confidence under 0.90 marks 6 % of words and holds over half of all errors."""
    if token.confidence < doubt:
        return any(c.isalnum() for c in token.text)
    bare = token.text.strip(_EDGES)
    return bare.isalpha() and bare[1:].islower() and not is_syllable(bare)


def stretches(run: Run, doubt: float = _DOUBT, *, longest: int = 8) -> list[tuple[int, int]]:
    """Index ranges of ``run``'s words to read again: the doubtful with a neighbour on either side, joined
    where they touch, at most ``longest`` words each."""
    wanted = [k for k, token in enumerate(run.tokens) if is_doubtful(token, doubt)]
    ranges: list[tuple[int, int]] = []
    for k in wanted:
        start, end = max(0, k - 1), min(len(run.tokens), k + 2)
        if ranges and start <= ranges[-1][1] and end - ranges[-1][0] <= longest:
            ranges[-1] = (ranges[-1][0], end)
        elif ranges and start < ranges[-1][1]:
            ranges.append((min(ranges[-1][1], k), end))
        else:
            ranges.append((start, end))
    return ranges


def is_code(text: str) -> bool:
    """Whether a word bears digits or is a code in capitals: language cannot vouch for it."""
    return bool(re.search(r"\d", text)) or (len(text) > 1 and text.strip(_EDGES).isupper())


def crop_box(run: Run, start: int, end: int) -> tuple[int, int, int, int]:
    """The pixels (x0, y0, x1, y1) of words ``start`` to ``end`` of a run: as high as the line's capitals and
    descenders reach, as wide as the gaps to the neighbours allow (the engine's boxes cut into italics)."""
    tokens = run.tokens[start:end]
    usual = run.height
    top = max(min(t.y0 for t in tokens), run.y0 - 0.45 * usual)
    bottom = min(max(t.y1 for t in tokens), run.y1 + 0.45 * usual)
    left, right = min(t.x0 for t in tokens), max(t.x1 for t in tokens)
    room_left = left - run.tokens[start - 1].x1 if start else usual
    room_right = run.tokens[end].x0 - right if end < len(run.tokens) else usual
    pad_left, pad_right = (max(4.0, min(0.35 * usual, 0.6 * room)) for room in (room_left, room_right))
    return (
        int(left - pad_left),
        int(min(top, run.y0)) - 3,
        int(right + pad_right),
        int(max(bottom, run.y1)) + 4,
    )
