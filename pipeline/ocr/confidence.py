"""What a confidence is worth: engine confidences turned into shares of words right.

Measured as in `bench.ocr_confidence` on 8,181 words (9 real scans, 14 degraded prints, after the vote, before
repair): points of a monotone curve, the mean confidence of a bin against the share of its words right.
"""

from __future__ import annotations

import numpy as np

_RAW = (0.0, 0.10, 0.41, 0.70, 0.79, 0.82, 0.87, 0.907, 0.93, 0.953, 0.963, 0.968, 1.0)
_RIGHT = (0.08, 0.12, 0.20, 0.22, 0.45, 0.66, 0.78, 0.80, 0.915, 0.925, 0.980, 0.985, 0.99)


def calibrated(raw: float) -> float:
    """The share of words right among those that the engine gave ``raw`` (0 to 1)."""
    return round(float(np.interp(raw, _RAW, _RIGHT)), 3)
