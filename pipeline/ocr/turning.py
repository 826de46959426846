"""Which way up a page is, told by what reads as Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.imaging.clean import Prepared
from pipeline.imaging.orientation import turn
from pipeline.ocr.engine import Engine
from pipeline.ocr.syllable import is_syllable
from pipeline.ocr.token import Token

_SINGLE_BLOCK = 6


def looks_wrong(tokens: Sequence[Token]) -> bool:
    """Whether a page reads like one upside down: words enough, few of them syllables read surely."""
    words = [t for t in tokens if len(t.text) > 1 and any(c.isalpha() for c in t.text)]
    return len(words) >= 12 and _sense(tokens) < 0.35 * len(words)


def best_turn(prepared: Prepared, engine: Engine, turns: Sequence[int], seconds: float) -> int:
    """The clockwise turn (degrees, one of ``turns``) after which a middle part of the page makes the most
    sense; the first of ``turns`` unless another makes clearly more."""
    height, width = prepared.image.shape
    part = _dense_part(prepared.image, min(height, width) // 2)
    scores = []
    for degrees in turns:
        view = part if not degrees else turn(part, degrees)[0]
        tokens = engine.read(view, dpi=prepared.dpi, psm=_SINGLE_BLOCK, seconds=seconds)
        scores.append(_sense(tokens))
    best = int(np.argmax(scores))
    return turns[best] if scores[best] > 2 * scores[0] + 3 else turns[0]


def _sense(tokens: Sequence[Token]) -> int:
    return sum(t.confidence > 0.7 and len(t.text) > 1 and is_syllable(t.text) for t in tokens)


def _dense_part(image: np.ndarray, side: int) -> np.ndarray:
    """The square of the page with the most ink."""
    best: tuple[float, int, int] | None = None
    height, width = image.shape
    for y in range(0, max(1, height - side + 1), max(1, side // 2)):
        for x in range(0, max(1, width - side + 1), max(1, side // 2)):
            ink = float((image[y : y + side : 4, x : x + side : 4] < 128).mean())
            if ink < 0.4 and (best is None or ink > best[0]):
                best = (ink, y, x)
    _, y, x = best or (0.0, 0, 0)
    return image[y : y + side, x : x + side]
