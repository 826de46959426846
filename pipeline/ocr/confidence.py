"""What a confidence is worth: engine confidences turned into shares of words right.

Measured as in `bench.ocr_confidence` (after the vote, before repair) on 15,710 words of 39 degraded prints
and 5 real scans, a scan's word counting four times: points of a monotone curve, the mean confidence of a bin
against the share of its words right, rounded down where real scans stay under it. docs/ocr.md has the table
of other pages, on which it was checked.
"""

from __future__ import annotations

import numpy as np

_RAW = (0.0, 0.103, 0.565, 0.756, 0.825, 0.872, 0.908, 0.93, 0.944, 0.956, 0.963, 0.971, 1.0)
_RIGHT = (0.02, 0.036, 0.354, 0.457, 0.74, 0.80, 0.81, 0.94, 0.945, 0.955, 0.99, 0.991, 0.991)


def calibrated(raw: float) -> float:
    """The share of words right among those that the engine gave ``raw`` (0 to 1)."""
    return round(float(np.interp(raw, _RAW, _RIGHT)), 3)
