"""Photographed pages: the sheet found against what lies round it and drawn flat."""

from __future__ import annotations

import cv2
import numpy as np

_WORK = 600
_LEAST_SHARE, _MOST_SHARE = 0.2, 0.97
_A4_RATIO = 2**0.5


def find_sheet(grey: np.ndarray) -> np.ndarray | None:
    """The four corners (top left, top right, bottom right, bottom left; pixels, float32) of a bright sheet on
    a darker ground; None where the image is the sheet itself, as a scanner gives it.

    Scans are told apart first: their border is as bright as their middle.
    """
    height, width = grey.shape
    scale = _WORK / max(height, width)
    step = max(1, int(0.5 / scale))  # every second or third pixel is enough to average over
    size = (round(width * scale), round(height * scale))
    small: np.ndarray = cv2.resize(
        np.ascontiguousarray(grey[::step, ::step]), size, interpolation=cv2.INTER_AREA
    )
    small = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 7)
    edge = max(3, round(0.012 * _WORK))
    border = np.concatenate(
        [small[:edge].ravel(), small[-edge:].ravel(), small[:, :edge].ravel(), small[:, -edge:].ravel()]
    )
    middle = float(np.median(small[small.shape[0] // 4 : -small.shape[0] // 4]))
    if (border < 0.8 * middle).mean() < 0.35:
        return None
    level, _ = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    bright: np.ndarray = (small > level).astype(np.uint8)
    bright = cv2.morphologyEx(bright, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    bright = cv2.morphologyEx(bright, cv2.MORPH_OPEN, np.ones((15, 15), np.uint8))
    contours, _ = cv2.findContours(bright, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    share = cv2.contourArea(hull) / bright.size
    if not _LEAST_SHARE <= share <= _MOST_SHARE:
        return None
    corners = _corners(hull)
    if corners is None or cv2.contourArea(corners) < 0.85 * cv2.contourArea(hull):
        return None
    return corners / np.float32(scale)


def _corners(hull: np.ndarray) -> np.ndarray | None:
    perimeter = cv2.arcLength(hull, True)
    for slack in (0.02, 0.03, 0.05, 0.08):
        shape = cv2.approxPolyDP(hull, slack * perimeter, True)
        if len(shape) == 4:
            points = shape.reshape(4, 2).astype(np.float32)
            total, apart = points.sum(axis=1), np.diff(points, axis=1).ravel()
            order = [total.argmin(), apart.argmin(), total.argmax(), apart.argmax()]
            return points[order] if len(set(order)) == 4 else None
    return None


def flatten(image: np.ndarray, corners: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The sheet drawn as a rectangle, about as large as it was photographed, and the 3 × 3 matrix used.

    A ratio of sides within a sixth of A4's is taken for A4: a tilted camera shortens one side.
    """
    top, right, bottom, left = (float(np.linalg.norm(corners[(k + 1) % 4] - corners[k])) for k in range(4))
    width, height = max(top, bottom), max(left, right)
    ratio = height / width
    if 0.84 < ratio / _A4_RATIO < 1.19:
        height = max(height, width * _A4_RATIO)
        width = height / _A4_RATIO
    elif 0.84 < ratio * _A4_RATIO < 1.19:
        width = max(width, height * _A4_RATIO)
        height = width / _A4_RATIO
    goal = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), goal)
    flat = cv2.warpPerspective(
        image,
        matrix,
        (round(width), round(height)),
        flags=cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return flat, matrix
