"""From colour to grey, leaving red seals and stamps behind."""

from __future__ import annotations

import cv2
import numpy as np

_RED_SHARE = 2e-4
"""Share of red pixels from which a page is taken to bear a seal (a 32 mm seal's ring alone covers 1e-3)."""


def red_mask(bgr: np.ndarray) -> np.ndarray:
    """Pixels of red ink: red well above green and blue (boolean, the image's height × width)."""
    blue, green, red = (bgr[:, :, k].astype(np.int16) for k in range(3))
    return (red - np.maximum(blue, green)) > 40


def to_grey(image: np.ndarray) -> tuple[np.ndarray, bool]:
    """Grey image, and whether red ink was lifted from it.

    In the red channel a red seal is as bright as paper, while black print and blue ink stay dark; where a
    page bears no red the usual weights keep more contrast.
    """
    if image.ndim == 2:
        return image, False
    if image.shape[2] == 1:
        return image[:, :, 0], False
    bgr = image[:, :, :3]
    small = bgr[::3, ::3]
    if red_mask(small).mean() < _RED_SHARE:
        return cv2.cvtColor(np.ascontiguousarray(bgr), cv2.COLOR_BGR2GRAY), False
    return np.ascontiguousarray(bgr[:, :, 2]), True
