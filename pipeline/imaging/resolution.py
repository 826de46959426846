"""The resolution of a page image, and the scale at which the engine reads best."""

from __future__ import annotations

import cv2
import numpy as np

READING_DPI = 300.0
"""Tesseract's models were trained on lines about as high as 300 dpi gives 12 to 14 point type."""

_A4_HEIGHT, _A4_WIDTH = 11.69, 8.27
_PLAUSIBLE = (50.0, 1200.0)


def page_dpi(width: int, height: int, stated: float | None) -> float:
    """Dots per inch of an image of ``width`` × ``height`` pixels: what its file states where that makes a
    page between A6 and A2, else what would make it A4 (either way up)."""
    long_side, short_side = max(width, height), min(width, height)
    if stated is not None and _PLAUSIBLE[0] <= stated <= _PLAUSIBLE[1] and 5 <= long_side / stated <= 24:
        return stated
    return max(long_side / _A4_HEIGHT, short_side / _A4_WIDTH)


def reading_scale(dpi: float) -> float:
    """The factor that brings ``dpi`` to `READING_DPI`; 1 where it is near enough (resampling blurs)."""
    factor = READING_DPI / dpi
    return 1.0 if 0.87 <= factor <= 1.15 else factor


def rescale(grey: np.ndarray, factor: float) -> np.ndarray:
    """``grey`` enlarged (cubic) or reduced (area mean) by ``factor``."""
    if factor == 1.0:
        return grey
    how = cv2.INTER_CUBIC if factor > 1 else cv2.INTER_AREA
    return cv2.resize(grey, None, fx=factor, fy=factor, interpolation=how)
