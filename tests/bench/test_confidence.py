"""The map from stated confidences to the share that is right."""

from __future__ import annotations

import pytest

from bench.confidence import calibration_error, mapped, monotone


def test_the_map_never_falls() -> None:
    points = [(0.6, True), (0.6, True), (0.8, False), (0.8, True), (0.9, True)]
    steps = monotone(points)
    assert [top for top, _ in steps] == [0.8, 0.9]  # 0.6 did better than 0.8: they are one step
    assert steps[0][1] == pytest.approx((3 + 0.6 + 0.8) / 6)  # each smoothed by one of its own
    assert mapped(steps, 0.7) == steps[0][1]
    assert mapped(steps, 0.95) == steps[-1][1]
    assert mapped([], 0.7) == 0.7


def test_the_error_is_the_gap_between_what_is_stated_and_what_is_right() -> None:
    assert calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0
    assert calibration_error([(0.95, False), (0.95, True)]) == pytest.approx(0.45)
    assert calibration_error([]) == 0
