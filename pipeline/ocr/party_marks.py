"""The asterisk under the issuer of a Party document and the hyphens under its title, which engines drop.

Guidance 36-HD/VPTW, part II: under the issuer stands an asterisk (the Youth Union sets three), under the name
of the act a row of five hyphens. Too small and too far from any word, they are read as specks or as letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.imaging.ink import Blob, Ink
from pipeline.ocr.lines import line_height, rows_of, runs_of
from pipeline.ocr.token import Token
from pipeline.ocr.words import holds

_PARTY = ("dang cong san", "doan tncs", "thanh nien cong san")
_CONFIDENCE = 0.95
_UNREAD = 0.5


def add_marks(ink: Ink, tokens: Sequence[Token]) -> list[Token]:
    """``tokens`` with the marks of a Party head where its page shows them; what the engine made of their ink
    is dropped. Other pages come back as they are."""
    size, height = line_height(tokens), ink.dark.shape[0]
    rows = rows_of(runs_of(tokens, size))
    top = [run for row in rows for run in row if run.y0 < 0.3 * height]
    if not any(holds(run.text, name, 0.8) for run in top for name in _PARTY):
        return list(tokens)
    words = [t for t in tokens if t.confidence > _UNREAD and sum(c.isalnum() for c in t.text) > 1]
    kept = list(tokens)
    for mark in (*_asterisks(ink, words, size, 0.3 * height), *_hyphens(ink, words, size, 0.55 * height)):
        kept = [t for t in kept if not _overlaps(t, mark) or t in words]
        kept.append(mark)
    return kept


def _asterisks(ink: Ink, words: Sequence[Token], size: float, depth: float) -> list[Token]:
    """One or three star-sized pieces of ink alone on their line, centred under words."""
    small = [
        b
        for b in ink.within(0, 0, float(ink.dark.shape[1]), depth)
        if 0.25 * size < b.width < 0.75 * size
        and 0.25 * size < b.height < 0.75 * size
        and not _covered(b, words)
    ]
    found = []
    for group in _groups(small, 0.5 * size):
        if len(group) not in (1, 3) or any(not _is_star(b, ink) for b in group):
            continue
        x0, x1 = group[0].x0, group[-1].x1
        y0, y1 = min(b.y0 for b in group), max(b.y1 for b in group)
        if _alone(ink, words, x0, y0, x1, y1, size) and _under(words, x0, x1, y0, size):
            found.append(_token("*" * len(group), x0, y0, x1, y1))
    return found


def _hyphens(ink: Ink, words: Sequence[Token], size: float, depth: float) -> list[Token]:
    """Four to six short strokes of one length in a row, alone and centred under words."""
    strokes = [
        b
        for b in ink.within(0, 0, float(ink.dark.shape[1]), depth)
        if 0.15 * size < b.width < 0.6 * size and b.height < 0.25 * size and b.width > 1.5 * b.height
    ]
    found = []
    for group in _groups(strokes, 0.3 * size):
        widths = [b.width for b in group]
        if not 4 <= len(group) <= 6 or max(widths) > 1.4 * min(widths) + 1:
            continue
        x0, x1 = group[0].x0, group[-1].x1
        y0, y1 = min(b.y0 for b in group), max(b.y1 for b in group)
        if (
            y1 - y0 < 0.3 * size
            and _alone(ink, words, x0, y0, x1, y1, size)
            and _under(words, x0, x1, y0, size)
        ):
            found.append(_token("-" * len(group), x0, y0, x1, y1))
    return found


def _groups(blobs: Sequence[Blob], gap: float) -> list[list[Blob]]:
    """Pieces on one height whose gaps are at most ``gap`` and alike."""
    groups: list[list[Blob]] = []
    for blob in sorted(blobs, key=lambda b: b.x0):
        for group in groups:
            last = group[-1]
            level = abs(blob.middle - last.middle) < 0.35 * max(blob.height, last.height, 4)
            if level and -1 <= blob.x0 - last.x1 <= gap:
                group.append(blob)
                break
        else:
            groups.append([blob])
    even = []
    for group in groups:
        gaps = [b.x0 - a.x1 for a, b in pairwise(group)]
        if not gaps or max(gaps) <= 2 * min(gaps) + 3:
            even.append(group)
    return even


def _is_star(blob: Blob, ink: Ink) -> bool:
    """Whether a piece is as wide as high, with ink at its middle and paper in its corners."""
    if not 0.7 < blob.width / blob.height < 1.45:
        return False
    shape = ink.dark[blob.y0 : blob.y1, blob.x0 : blob.x1]
    share = float(shape.mean())
    third_y, third_x = max(1, blob.height // 3), max(1, blob.width // 3)
    centre = float(shape[third_y:-third_y, third_x:-third_x].mean())
    return 0.25 < share < 0.8 and centre > 0.5 and centre > share


def _covered(blob: Blob, words: Sequence[Token]) -> bool:
    return any(w.x0 - 2 <= blob.centre <= w.x1 + 2 and w.y0 - 2 <= blob.middle <= w.y1 + 2 for w in words)


def _alone(ink: Ink, words: Sequence[Token], x0: float, y0: float, x1: float, y1: float, size: float) -> bool:
    """Whether neither words nor other ink of a letter's size stand beside the mark."""
    beside = [
        w for w in words if w.y0 < (y0 + y1) / 2 < w.y1 and w.x1 > x0 - 2.5 * size and w.x0 < x1 + 2.5 * size
    ]
    around = ink.within(x0 - 2 * size, y0 - 0.25 * size, x1 + 2 * size, y1 + 0.25 * size)
    strange = [b for b in around if (b.x1 <= x0 or b.x0 >= x1) and b.area > 0.02 * size * size]
    return not beside and not strange


def _under(words: Sequence[Token], x0: float, x1: float, y0: float, size: float) -> bool:
    """Whether the mark stands right under a line of words, near the middle of that line."""
    above = [w for w in words if -0.4 * size < y0 - w.y1 < 1.7 * size]
    runs = [run for row in rows_of(runs_of(above, size)) for run in row]
    middle = (x0 + x1) / 2
    return any(
        run.x0 <= middle <= run.x1 and abs(run.centre - middle) < max(size, 0.12 * (run.x1 - run.x0))
        for run in runs
    )


def _overlaps(token: Token, mark: Token) -> bool:
    return token.x0 < mark.x1 and token.x1 > mark.x0 and token.y0 < mark.y1 and token.y1 > mark.y0


def _token(text: str, x0: float, y0: float, x1: float, y1: float) -> Token:
    return Token(text, _CONFIDENCE, x0, y0, x1, y1, line=(-2, -round(x0) - 1, -round(y0) - 1))
