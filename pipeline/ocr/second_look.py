"""Places that page segmentation passes over, read again on their own: framed marks, signatures under seals,
the line of the number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from pipeline.imaging.grid import Grid, Rect
from pipeline.imaging.ink import Ink
from pipeline.imaging.seal import find_seal, lift
from pipeline.ocr.engine import Engine
from pipeline.ocr.foot import find_recipients
from pipeline.ocr.lines import line_height, rows_of, runs_of
from pipeline.ocr.stamps import is_frame
from pipeline.ocr.syllable import is_syllable
from pipeline.ocr.token import Token

_SINGLE_BLOCK, _SINGLE_LINE = 6, 7
_MOST_HEAPS = 4
_MOST_PLACES = 8
"""A page with more unread places than this is a picture."""
_SURE, _LOST, _LIKELY = 0.6, 0.4, 0.5
_COARSE = 4


def look_again(
    image: np.ndarray,
    ink: Ink,
    tokens: Sequence[Token],
    grids: Sequence[Grid],
    engine: Engine,
    *,
    dpi: float,
    seconds: float,
) -> list[Token]:
    """``tokens`` with what a second look at the passed-over places adds."""
    height, width = image.shape
    found = list(tokens)
    for grid in grids:
        if is_frame(grid, width) and grid.area.y1 < 0.5 * height:
            inside = [t for t in found if grid.area.holds(t.centre, t.middle)]
            if not any(t.confidence > _SURE and len(t.text) > 2 for t in inside):
                found.extend(_read(image, _inner(grid.area), engine, dpi, seconds))
    place = signature_place(found, width, height)
    if place is not None:
        again = _read(image, place, engine, dpi, seconds)
        again = [t for t in again if t.confidence > _SURE and _is_word(t)]
        old = [t for t in found if place.holds(t.centre, t.middle) and t.confidence > _SURE and _is_word(t)]
        if len(again) > len(old):
            found = [t for t in found if not place.holds(t.centre, t.middle)] + again
    found = under_seal(image, found, engine, dpi=dpi, seconds=seconds)
    size = line_height(found)
    for heap in [t for t in found if t.height > 1.9 * size and t.confidence < 0.4][:_MOST_HEAPS]:
        # two lines read as one word
        again = _read(image, Rect(heap.x0 - 6, heap.y0 - 6, heap.x1 + 6, heap.y1 + 6), engine, dpi, seconds)
        if any(t.confidence > _SURE and len(t.text) > 1 and t.height < 1.9 * size for t in again):
            found = [t for t in found if t is not heap] + again
    # a run read as nothing sensible is as good as not read
    lost = {id(t) for run in runs_of(found, size) if run.confidence < _LOST for t in run.tokens}
    for place in unread_places(ink, [t for t in found if id(t) not in lost], grids)[:_MOST_PLACES]:
        again = _read(image, place, engine, dpi, seconds, psm=_SINGLE_LINE)
        words = [t for t in again if t.confidence > _SURE and (_is_word(t) or t.text[0].isdigit())]
        code = any("/" in t.text and t.text.rsplit("/", 1)[1][:2].isupper() for t in words)
        alone = len(again) == 1 and again[0].confidence > _LIKELY and is_syllable(again[0].text)
        if alone or ((len(words) >= 2 or code) and 2 * len(words) >= len(again)):
            found = [t for t in found if id(t) not in lost or not any(_covers(t, new) for new in again)]
            found.extend(again)
    return found


def unread_places(ink: Ink, tokens: Sequence[Token], grids: Sequence[Grid]) -> list[Rect]:
    """Where letters stand in a row that no word covers, the widest first: lines that page segmentation
    left out. Looked for at a quarter of the page's resolution, letters as their boxes."""
    size = line_height(tokens)
    covered = np.zeros([side // _COARSE + 2 for side in ink.dark.shape], np.uint8)
    areas = [(t.x0, t.y0, t.x1, t.y1) for t in tokens]
    areas += [(g.area.x0, g.area.y0, g.area.x1, g.area.y1) for g in grids]
    for area in areas:
        first_x, first_y = (max(0, int(v) - 4) // _COARSE for v in area[:2])
        end_x, end_y = ((int(v) + 5) // _COARSE + 1 for v in area[2:])
        covered[first_y:end_y, first_x:end_x] = 1
    left, top, width, height = ink.stats.T[:4]
    letters = (height > 0.3 * size) & (height < 1.3 * size) & (width > 0.08 * size) & (width < 1.6 * size)
    letters[0] = False
    # row 0, the paper, lies nowhere on a page that is all ink: places are looked up for letters alone
    at = np.flatnonzero(letters)
    middle, centre = (top[at] + height[at] // 2) // _COARSE, (left[at] + width[at] // 2) // _COARSE
    letters[at] = covered[middle, centre] == 0
    if letters.sum() < 3:
        return []
    boxes = np.stack([left, top, left + width, top + height], axis=1)[letters]
    canvas = np.zeros_like(covered)
    for x0, y0, x1, y1 in boxes // _COARSE:
        canvas[y0 : max(y0 + 1, y1), x0 : max(x0 + 1, x1)] = 1  # no larger: lines stand a few pixels apart
    reach = round(1.6 * size / _COARSE)
    joined = cv2.morphologyEx(canvas, cv2.MORPH_CLOSE, np.ones((1, reach), np.uint8))
    count, places = cv2.connectedComponents(joined, connectivity=8)
    line_of = places[boxes[:, 1::2].sum(axis=1) // 2 // _COARSE, boxes[:, ::2].sum(axis=1) // 2 // _COARSE]
    found = []
    for label in range(1, count):
        held = boxes[line_of == label]
        if len(held) < 3:
            continue
        (x0, y0), (x1, y1) = held[:, :2].min(axis=0), held[:, 2:].max(axis=0)
        whole = len(held) >= 4 and x1 - x0 > 2.5 * size
        if (whole or _ends_paragraph(x0, x1, y0, tokens, size)) and 0.4 * size < y1 - y0 < 1.8 * size:
            pad = 0.35 * size
            found.append(Rect(float(x0 - pad), float(y0 - pad), float(x1 + pad), float(y1 + pad)))
    return sorted(found, key=lambda place: place.x0 - place.x1)


def _ends_paragraph(x0: float, x1: float, y0: float, tokens: Sequence[Token], size: float) -> bool:
    """Whether a short piece of ink stands as a paragraph's last word does: under the first word of a line."""
    if x1 - x0 < 1.1 * size:
        return False
    return any(
        abs(t.x0 - x0) < 0.6 * size and -0.3 * size < y0 - t.y1 < 1.2 * size and t.confidence > _SURE
        for t in tokens
    )


def under_seal(
    image: np.ndarray, tokens: list[Token], engine: Engine, *, dpi: float, seconds: float
) -> list[Token]:
    """``tokens`` with the lines of a signature that a black or grey seal lies on read without the seal."""
    height, width = image.shape
    size = line_height(tokens)
    label = find_recipients(rows_of(runs_of(tokens, size)))
    if label is None:
        return tokens
    run = label[1]
    left, top = int(run.x1), max(0, int(run.y0 - 4 * size))
    part = image[top : min(height, int(run.y0 + 34 * size)), left:]
    seal = find_seal(part, dpi)
    if seal is None:
        return tokens
    x, y, radius = seal.x + left, seal.y + top, seal.radius
    sure = [t for t in tokens if t.confidence > _SURE and _is_word(t) and t.x1 > x - 1.25 * radius]
    crossed = [t for t in sure if t.y1 > y - 1.2 * radius and t.y0 < y + 1.2 * radius]
    pad = 0.3 * size
    place = Rect(
        x - 1.25 * radius,
        min([y - 1.2 * radius, *(t.y0 for t in crossed)]) - pad,
        width,
        max([y + 1.2 * radius, *(t.y1 for t in crossed)]) + pad,
    )
    clean = image[top : top + part.shape[0]].copy()
    clean[:, left:] = lift(part, seal)
    rows = [(t.y0 - pad, t.y1 + pad) for t in crossed]
    for row in range(max(top, int(y - 0.6 * radius)), min(top + part.shape[0], int(y + 0.6 * radius))):
        if not any(y0 <= row <= y1 for y0, y1 in rows):
            clean[row - top, max(0, int(x - 1.1 * radius)) : int(x + 1.1 * radius)] = 255
    shown = Rect(place.x0, max(0.0, place.y0 - top), place.x1, place.y1 - top)
    again = [replace(t, y0=t.y0 + top, y1=t.y1 + top) for t in _read(clean, shown, engine, dpi, seconds)]
    return _merged(tokens, [t for t in again if t.confidence > _SURE and _is_word(t)], place)


def _merged(tokens: Sequence[Token], again: Sequence[Token], place: Rect) -> list[Token]:
    """``tokens`` with the words of ``again``: those that stand where none was read, and those surer than, or
    whole where only a part was read. What was read in ``place`` and is no word goes."""
    kept = [
        t
        for t in tokens
        if not place.holds(t.centre, t.middle) or (t.confidence > 0.5 and (_is_word(t) or t.confidence > 0.8))
    ]
    for word in again:
        under = [t for t in kept if _covers(t, word)]
        if all(
            t.confidence <= word.confidence or (t.text in word.text and t.text != word.text) for t in under
        ):
            kept = [t for t in kept if t not in under]
            kept.append(word)
    return kept


def _covers(one: Token, other: Token) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 0.3 * min(one.width, other.width) and down > 0.4 * min(one.height, other.height)


def signature_place(tokens: Sequence[Token], width: float, height: float) -> Rect | None:
    """Where the signature should stand, right of the recipients, if little was read there; else None."""
    size = line_height(tokens)
    rows = rows_of(runs_of(tokens, size))
    label = find_recipients(rows)
    if label is None:
        return None
    at, run = label
    left = [
        t
        for row in rows[at:]
        for other in row
        for t in other.tokens
        if other.x0 < run.x1 and other.x1 < 0.62 * width
    ]
    x0 = max([t.x1 for t in left if t.confidence > _SURE] or [run.x1]) + 0.5 * size
    x0 = min(max(x0, 0.36 * width), 0.6 * width)
    place = Rect(x0, max(0.0, run.y0 - 1.2 * size), width, min(height, run.y0 + 26 * size))
    inside = [t for t in tokens if place.holds(t.centre, t.middle) and t.confidence > _SURE and _is_word(t)]
    return place if len(inside) < 5 else None


def _is_word(token: Token) -> bool:
    capitals = token.text.rstrip(".,;:")
    return len(token.text) > 1 and (
        is_syllable(token.text) or (capitals.isupper() and capitals.replace("/", "").isalpha())
    )


def _inner(area: Rect) -> Rect:
    return Rect(area.x0 + 14, area.y0 + 14, area.x1 - 14, area.y1 - 14)


def _read(
    image: np.ndarray, place: Rect, engine: Engine, dpi: float, seconds: float, psm: int = _SINGLE_BLOCK
) -> list[Token]:
    x, y = max(0, int(place.x0)), max(0, int(place.y0))
    part = image[y : int(place.y1), x : int(place.x1)]
    if min(part.shape) < 20 or not (part < 128).any():
        return []
    return [
        replace(t, x0=t.x0 + x, x1=t.x1 + x, y0=t.y0 + y, y1=t.y1 + y, line=(-x - 1, -y - 1, t.line[2]))
        for t in engine.read(part, dpi=dpi, psm=psm, seconds=seconds)
    ]
