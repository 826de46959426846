"""Black seals: where colour cannot tell a seal from print, its rings can.

On bilevel and grey scans the round seal lies over the lines of a signature in the same black. Its rings are
circles of known size; drawn out in polar coordinates they are level lines, and are taken out as such.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

_WORK_DPI = 75.0
_LEAST_MM, _MOST_MM = 13.0, 23.0
"""Radius of a seal: 32 to 42 mm across (Circular 21/2012/TT-BCA, as amended), the scan a little off."""
_ROUND = 0.85
"""Share of a circle's length that must be ink: seals have 0.94 and more, lines of text up to 0.72."""
_LIGHTER = 35.0
"""By how much a seal must be lighter than print to be told by its shade."""
_TRIED = 12
_ARC = 9.0
"""Degrees along which a ring's ink runs on at one radius; no stroke of a letter does."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Centre and outer radius, in pixels of the page."""

    x: float
    y: float
    radius: float


def find_seal(grey: np.ndarray, dpi: float) -> Seal | None:
    """The seal on an upright page or part of one; None where no circle of a seal's size is drawn."""
    scale = min(1.0, _WORK_DPI / dpi)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if min(small.shape) < 60:
        return None
    per_mm = dpi * scale / 25.4
    circles = cv2.HoughCircles(
        cv2.GaussianBlur(small, (0, 0), 1.0),
        cv2.HOUGH_GRADIENT,
        dp=1.5,
        minDist=_LEAST_MM * per_mm,
        param1=120,
        param2=24,
        minRadius=round(_LEAST_MM * per_mm),
        maxRadius=round(_MOST_MM * per_mm),
    )
    if circles is None:
        return None
    ink = cv2.dilate((small < 200).astype(np.uint8), np.ones((3, 3), np.uint8))
    radii = np.arange(_LEAST_MM * per_mm, _MOST_MM * per_mm)
    for x, y, _ in circles[0][:_TRIED]:
        # the outermost of its rings
        round_ = [float(r) for r in radii if _inked(ink, float(x), float(y), float(r)) > _ROUND]
        if round_:
            return Seal(float(x) / scale, float(y) / scale, round_[-1] / scale)
    return None


def _inked(ink: np.ndarray, x: float, y: float, radius: float) -> float:
    angles = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    columns = np.rint(x + radius * np.cos(angles)).astype(int)
    rows = np.rint(y + radius * np.sin(angles)).astype(int)
    held = (columns >= 0) & (columns < ink.shape[1]) & (rows >= 0) & (rows < ink.shape[0])
    return float(ink[rows[held], columns[held]].sum()) / len(angles)


def lift(grey: np.ndarray, seal: Seal) -> np.ndarray:
    """``grey`` without ``seal``, as far as it can be told from print: by its lighter shade on grey scans, and
    by its rings on bilevel ones."""
    shade, print_ = _shade(grey, seal), float(np.percentile(grey[::4, ::4], 1))
    return (
        _without_shade(grey, seal, shade, print_) if shade - print_ > _LIGHTER else without_rings(grey, seal)
    )


def _shade(grey: np.ndarray, seal: Seal) -> float:
    """How dark the seal's outer ring is: the median of its ink."""
    angles = np.linspace(0, 2 * np.pi, 720, endpoint=False)
    darkest = np.full(len(angles), 255, np.uint8)
    for radius in np.linspace(0.94, 1.04, 9) * seal.radius:
        columns = np.clip(np.rint(seal.x + radius * np.cos(angles)).astype(int), 0, grey.shape[1] - 1)
        rows = np.clip(np.rint(seal.y + radius * np.sin(angles)).astype(int), 0, grey.shape[0] - 1)
        darkest = np.minimum(darkest, grey[rows, columns])
    return float(np.median(darkest))


def _without_shade(grey: np.ndarray, seal: Seal, shade: float, print_: float) -> np.ndarray:
    """The seal's disc with all that is as light as the seal made white; print keeps its darkness."""
    disc = np.zeros(grey.shape, np.uint8)
    cv2.circle(disc, (round(seal.x), round(seal.y)), round(1.15 * seal.radius), 255, -1)
    white = print_ + 0.75 * (shade - print_)
    values = np.clip((np.arange(256) - print_) * 255.0 / (white - print_), 0, 255).astype(np.uint8)
    return np.where(disc > 0, cv2.LUT(grey, values), grey)


def without_rings(grey: np.ndarray, seal: Seal) -> np.ndarray:
    """``grey`` with the rings of ``seal`` white: ink that runs along a circle about its centre for longer
    than a letter's stroke does. Print that they cross loses what the ring covers, and no more."""
    reach = round(1.12 * seal.radius)
    steps = max(360, round(2 * np.pi * seal.radius))
    flags = cv2.WARP_POLAR_LINEAR | cv2.INTER_LINEAR
    polar = cv2.warpPolar(grey, (reach, steps), (seal.x, seal.y), reach, flags | cv2.WARP_FILL_OUTLIERS)
    ink = (polar < 170).astype(np.uint8)
    ink[:, : round(0.3 * seal.radius)] = 0
    # the circle found is a pixel or two off: a ring's ink may sway that much over its length
    thick = cv2.dilate(ink, np.ones((1, 3), np.uint8))
    length = max(9, round(_ARC / 360 * steps))
    wrapped = np.vstack([thick[-length:], thick, thick[:length]])
    arcs = cv2.morphologyEx(wrapped, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))[length:-length]
    near, inked = cv2.dilate(arcs, np.ones((1, 3), np.uint8)), cv2.dilate(ink, np.ones((3, 3), np.uint8))
    arcs = cv2.bitwise_and(near, inked)
    back = cv2.warpPolar(
        arcs * 255, (grey.shape[1], grey.shape[0]), (seal.x, seal.y), reach, flags | cv2.WARP_INVERSE_MAP
    )
    outside = np.full(grey.shape, 255, np.uint8)
    cv2.circle(outside, (round(seal.x), round(seal.y)), reach - 2, 0, -1)
    back[outside > 0] = 0
    clean = grey.copy()
    clean[back > 90] = 255
    return clean
