"""Where two columns part, and the rows on either side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token


def gutter(tokens: Sequence[Token], low: float, high: float) -> tuple[float, float]:
    """The widest band of x between ``low`` and ``high`` that the fewest words cross: its two ends."""
    if high <= low:
        return low, low
    step = max(1.0, (high - low) / 400)
    places = [low + k * step for k in range(int((high - low) / step) + 1)]
    # those that have begun, less those that have ended
    wide = [t for t in tokens if t.x0 < t.x1]
    begins, ends = sorted(t.x0 for t in wide), sorted(t.x1 for t in wide)
    crossing = [bisect_left(begins, x) - bisect_right(ends, x) for x in places]
    least = min(crossing)
    bands: list[tuple[float, float]] = []
    for x, count in zip(places, crossing, strict=True):
        if count > least:
            continue
        if bands and x - bands[-1][1] <= 1.5 * step:
            bands[-1] = (bands[-1][0], x)
        else:
            bands.append((x, x))
    return max(bands, key=lambda band: band[1] - band[0])


def split_at(row: Sequence[Run], edge: float) -> tuple[list[Run], list[Run]]:
    """The runs of a row left and right of ``edge``; a run that spans it is cut at its widest gap near the
    edge, where that gap is wider than a space, and else stays where more of it lies."""
    left: list[Run] = []
    right: list[Run] = []
    for run in row:
        if run.x1 <= edge:
            left.append(run)
        elif run.x0 >= edge:
            right.append(run)
        else:
            place = _widest_gap(run, edge)
            if place is None:
                (left if run.centre < edge else right).append(run)
            else:
                left.append(Run(run.tokens[:place]))
                right.append(Run(run.tokens[place:]))
    return left, right


def _widest_gap(run: Run, edge: float) -> int | None:
    reach = 2.5 * run.height
    best: tuple[float, int] | None = None
    for k in range(1, len(run.tokens)):
        before, after = run.tokens[k - 1], run.tokens[k]
        gap = after.x0 - before.x1
        if after.x0 < edge - reach or before.x1 > edge + reach:
            continue
        if gap > 0.6 * run.height and (best is None or gap > best[0]):
            best = (gap, k)
    return best[1] if best else None
