"""Pages that lie on their side or stand on their head."""

from __future__ import annotations

import cv2
import numpy as np

_SIDEWAYS = 1.5
_TURNS = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def looks_sideways(grey: np.ndarray) -> bool:
    """Whether the lines of text run down the page: sums over columns then rise and fall between lines and
    gaps as sums over rows do on an upright page. A few milliseconds; skew up to some degrees is borne."""
    scale = min(1.0, 700 / max(grey.shape))
    step = max(1, int(0.5 / scale))
    size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
    small = cv2.resize(np.ascontiguousarray(grey[::step, ::step]), size, interpolation=cv2.INTER_AREA)
    ink = (small < 170).astype(np.float32)
    margin = int(0.05 * min(ink.shape))
    ink = ink[margin:-margin, margin:-margin]
    if ink.sum() < 300:
        return False
    return _beat(ink.T) > _SIDEWAYS * _beat(ink)


def _beat(ink: np.ndarray) -> float:
    """How unevenly ink lies over the rows, in strips so that slight skew does no harm: the median over
    strips of the variance of row sums over their squared mean."""
    beats = []
    for strip in np.array_split(ink, 8, axis=1):
        rows = strip.sum(axis=1)
        held = np.flatnonzero(rows)
        if rows.sum() > 0.01 * strip.size and len(held) > 20:
            rows = rows[held[0] : held[-1] + 1]
            beats.append(float(rows.var() / rows.mean() ** 2))
    return float(np.median(beats)) if beats else 0.0


def turn(image: np.ndarray, degrees: int) -> tuple[np.ndarray, np.ndarray]:
    """``image`` turned clockwise by 90, 180 or 270 degrees, and the 3 × 3 matrix used."""
    height, width = image.shape[:2]
    matrix = {
        90: [[0, -1, height], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, width], [0, 0, 1]],
    }[degrees]
    return cv2.rotate(image, _TURNS[degrees]), np.array(matrix, float)
