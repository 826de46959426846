"""A page image cleaned up for reading, step by step, each step only where the page needs it.

The order and the refusal to binarise come from measurement: on 130 degraded pages clean-up brought
Tesseract's word error rate from 12.3 % to 3.7 %, while every thresholding tried made it worse.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pipeline.imaging.background import is_bilevel, level, needs_levelling, paper
from pipeline.imaging.colour import to_grey
from pipeline.imaging.despeckle import despeckle
from pipeline.imaging.dewarp import find_sheet, flatten
from pipeline.imaging.ink import Ink
from pipeline.imaging.orientation import turn
from pipeline.imaging.resolution import page_dpi, reading_scale, rescale
from pipeline.imaging.skew import skew_angle, straighten

_MIN_SKEW = 0.15
"""Degrees below which turning costs more (resampling) than it mends."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """``image``: grey, paper white, text upright, about 300 dpi. ``to_points``: the 3 × 3 matrix from its
    pixels to points on the page as it came. ``steps``: what was done, in order."""

    image: np.ndarray
    dpi: float
    to_points: np.ndarray
    width: float
    height: float
    steps: tuple[str, ...]
    blank: bool = False
    ink: Ink | None = None


def prepare(image: np.ndarray, dpi: float | None, *, turned: int = 0) -> Prepared:
    """``image`` (grey or BGR, uint8) made ready for the engine, first turned clockwise by ``turned``
    degrees (0, 90, 180, 270)."""
    height, width = image.shape[:2]
    source_dpi = dpi_as_given = page_dpi(width, height, dpi)
    steps: list[str] = []
    matrix = np.eye(3)
    grey, lifted = to_grey(image)
    if lifted:
        steps.append("lift-red")
    corners = find_sheet(grey)
    if corners is not None:
        grey, flat = flatten(grey, corners)
        matrix = flat @ matrix
        source_dpi = page_dpi(grey.shape[1], grey.shape[0], None)
        steps.append("dewarp")
    if turned:
        grey, quarter = turn(grey, turned)
        matrix = quarter @ matrix
        steps.append(f"turn-{turned}")
    if not is_bilevel(grey):
        background = paper(grey, source_dpi)
        if needs_levelling(grey, background):
            grey = level(grey, background)
            steps.append("level")
    ink = Ink(grey)
    grey, specks = despeckle(grey, source_dpi, ink)
    if specks:
        steps.append("despeckle")
        ink = Ink(grey)
    blank = is_blank(ink, source_dpi)
    before = grey
    if not blank:
        factor = reading_scale(source_dpi)
        angle = skew_angle(grey)
        skewed = abs(angle) >= _MIN_SKEW
        if factor > 1.0 and skewed:  # enlarged and turned at once: one resampling less
            grey, both = straighten(grey, angle, factor)
            matrix = np.vstack([both, [0, 0, 1]]) @ matrix
            steps += ["rescale", "deskew"]
        else:
            if factor != 1.0:
                grey = rescale(grey, factor)
                matrix = np.diag([factor, factor, 1.0]) @ matrix
                steps.append("rescale")
            if skewed:
                grey, rotation = straighten(grey, angle)
                matrix = np.vstack([rotation, [0, 0, 1]]) @ matrix
                steps.append("deskew")
    if grey is not before:
        ink = Ink(grey)
    points = 72.0 / dpi_as_given
    to_points = np.diag([points, points, 1.0]) @ np.linalg.inv(matrix)
    reading_dpi = source_dpi * reading_scale(source_dpi)
    return Prepared(grey, reading_dpi, to_points, width * points, height * points, tuple(steps), blank, ink)


def is_blank(ink: Ink, dpi: float) -> bool:
    """Whether the page holds no print: less letter-sized ink, margins aside, than a page number has."""
    height, width = ink.dark.shape
    dy, dx = int(height * 0.03), int(width * 0.03)
    if (
        ink.dark[dy : height - dy : 2, dx : width - dx : 2].mean() > 0.02
    ):  # no seal showing through covers that
        return False
    left, top, wide, high, area = ink.stats[1:].T
    inside = (left + wide > dx) & (left < width - dx) & (top + high > dy) & (top < height - dy)
    # dark edges of the sheet are no print
    inside &= (wide < 0.9 * width) & (high < 0.9 * height)
    letter = (dpi / 300.0) ** 2 * 100
    return not bool((inside & (area > letter)).any())
