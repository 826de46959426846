"""A black or grey seal is found by its rings and taken off the print under it."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.imaging.seal import find_seal, lift

DPI, RADIUS = 300.0, 213  # 36 mm across


def print_lines(image: np.ndarray) -> None:
    """Lines of bars as high as capitals, as titles and name of a signature are set."""
    for y in (160, 230, 300, 650):
        for x in range(60, 1000, 68):
            image[y : y + 34, x : x + 8] = 20
            image[y : y + 34, x + 16 : x + 22] = 20


def sealed(shade: int) -> tuple[np.ndarray, np.ndarray]:
    """Lines of print without and with a seal of two rings over them."""
    plain = np.full((960, 1080), 255, np.uint8)
    print_lines(plain)
    rings = np.full_like(plain, 255)
    cv2.circle(rings, (500, 480), RADIUS, shade, 6)
    cv2.circle(rings, (500, 480), RADIUS - 22, shade, 3)
    return plain, np.minimum(plain, rings)


def test_a_seal_is_found_where_it_is_and_nowhere_else() -> None:
    plain, page = sealed(110)
    assert find_seal(plain, DPI) is None
    seal = find_seal(page, DPI)
    assert seal is not None
    assert abs(seal.x - 500) < 8 and abs(seal.y - 480) < 8 and abs(seal.radius - RADIUS) < 12


def test_a_grey_seal_leaves_and_print_stays() -> None:
    plain, page = sealed(110)
    seal = find_seal(page, DPI)
    assert seal is not None
    clean = lift(page, seal)
    assert (clean[plain < 100] < 128).mean() > 0.99
    assert (clean[(page < 128) & (plain > 200)] < 128).mean() < 0.02


def test_the_rings_of_a_black_seal_leave_and_most_print_stays() -> None:
    plain, page = sealed(20)
    seal = find_seal(page, DPI)
    assert seal is not None
    clean = lift(page, seal)
    assert (clean[plain < 100] < 128).mean() > 0.95
    assert (clean[(page < 128) & (plain > 200)] < 128).mean() < 0.35
