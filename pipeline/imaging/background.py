"""Uneven paper, shadows and faint print: the page divided by its own background."""

from __future__ import annotations

import cv2
import numpy as np


def is_bilevel(grey: np.ndarray) -> bool:
    """Whether nearly all pixels are full black or full white, as fax and archive scanners write them."""
    sample = grey[::3, ::3]
    return bool(((sample < 16) | (sample > 239)).mean() > 0.985)


def paper(grey: np.ndarray, dpi: float) -> np.ndarray:
    """The page without its ink: the paper's brightness (uint8), at about 50 dpi.

    A closing wider than a line of bold type swallows the ink, a median smooths what remains.
    """
    scale = min(1.0, 50.0 / dpi)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    small = cv2.dilate(small, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9)))
    return cv2.medianBlur(small, 21)


def needs_levelling(grey: np.ndarray, background: np.ndarray) -> bool:
    """Whether the paper is dark or uneven, or the print faint."""
    low, high = np.percentile(background, (5, 95))
    ink = np.percentile(grey[::4, ::4], 1)
    return bool(low < 235 or high - low > 12 or ink > 70)


def level(grey: np.ndarray, background: np.ndarray) -> np.ndarray:
    """``grey`` over ``background``: paper white everywhere, and the darkest print stretched to black."""
    whole = cv2.resize(background, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    flat = cv2.divide(grey, np.maximum(whole, 1), scale=255)
    black = float(np.percentile(flat[::4, ::4], 0.5))
    if 60 < black < 250:
        flat = _stretch(flat, black)
    return flat


def _stretch(flat: np.ndarray, black: float) -> np.ndarray:
    table = np.clip((np.arange(256) - black) * 255.0 / (255.0 - black), 0, 255).astype(np.uint8)
    return cv2.LUT(flat, table)
