"""Specks of dust and fold: isolated dots smaller than any mark of the script."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.ink import Ink

_DOTS_PER_LETTER = 0.35
"""Isolated dots per letter-sized component from which a page counts as speckled."""


def despeckle(grey: np.ndarray, dpi: float, ink: Ink) -> tuple[np.ndarray, bool]:
    """``grey``, whose pieces of ink are ``ink``, without isolated specks, and whether any were taken.

    A speck is a component smaller than a full stop, with no larger ink within a tone mark's reach: dots
    and marks stand close to their letter and stay.
    """
    count = len(ink.stats)
    if count < 2:
        return grey, False
    area = ink.stats[:, cv2.CC_STAT_AREA]
    speck_area = max(2.0, (dpi / 300.0) ** 2 * 14)
    letter_area = (dpi / 300.0) ** 2 * 120
    small = area <= speck_area
    small[0] = False
    letters = int((area[1:] > letter_area).sum())
    if small.sum() < _DOTS_PER_LETTER * max(letters, 40):
        return grey, False
    labels = ink.labels if ink.labels is not None else Ink(grey, keep_labels=True).labels
    assert labels is not None
    large = (~small)[labels] & (labels > 0)
    reach = max(3, round(dpi * 0.035)) | 1
    near = cv2.dilate(large.astype(np.uint8), cv2.getStructuringElement(cv2.MORPH_RECT, (reach, reach)))
    keep = np.zeros(count, bool)
    keep[np.unique(labels[near > 0])] = True
    gone = small & ~keep
    if not gone.any():
        return grey, False
    clean = grey.copy()
    clean[cv2.dilate(gone[labels].astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = 255
    return clean, True
