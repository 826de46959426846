"""The head's two columns: issuer, number, subject on the left; motto, place and date on the right.

Their places are fixed by Decree 30/2020/NĐ-CP, annex I, part IV (cells 1 to 5b); Party documents keep the
same two columns (Guidance 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.ocr.columns import gutter, split_at
from pipeline.ocr.lines import Run
from pipeline.ocr.words import fold, holds, is_number_line, like, likeness

_MOTTOES = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam", "doan tncs ho chi minh")
_DEVICE = "doc lap tu do hanh phuc"
_STOP = re.compile(r"^(kinh ?gui|can cu|dieu 1|thuc hien)")


def find_motto(rows: Sequence[Sequence[Run]], width: float, height: float) -> tuple[int, float] | None:
    """Row index and left edge of the national motto or the Party's name, None where the page has none."""
    for index, row in enumerate(rows):
        if row[0].y0 > 0.45 * height:
            return None
        found = [
            (
                max(likeness(" ".join(t.text for t in run.tokens[start:]), motto) for motto in _MOTTOES),
                token.x0,
            )
            for run in row
            if run.x1 > 0.5 * width
            for start, token in enumerate(run.tokens)
            if fold(token.text).startswith(("con", "cgn", "dan", "doa"))
        ]
        # "BỘ CÔNG THƯƠNG" and the motto may be one run: it begins where the likeness is greatest
        if found and max(found)[0] >= 0.8:
            return index, max(found)[1]
    return None


def split_head(
    rows: Sequence[Sequence[Run]], width: float, height: float
) -> tuple[list[list[Run]], list[Run], list[list[Run]]] | None:
    """The head in reading order: blocks of runs, then what stood above it or was stamped on it, then the
    rows below it.

    Blocks: issuer; motto; number and subject; place and date. None where no head is found.
    """
    found = find_motto(rows, width, height)
    if found is None:
        return None
    at, motto_x = found
    band = [t for row in rows[max(0, at - 2) : at + 6] for run in row for t in run.tokens]
    start, end_of_band = gutter(band, motto_x - 0.1 * width, motto_x + 0.01 * width)
    edge = max((start + end_of_band) / 2, end_of_band - 0.01 * width)
    if end_of_band < motto_x - 0.03 * width:
        edge = motto_x - 0.01 * width
    first = at
    while first > 0 and rows[at][0].y0 - rows[first - 1][0].y0 < 3.2 * rows[at][0].height:
        above = rows[first - 1]
        if not all(run.x1 < edge and len(fold(run.text)) > 3 for run in above):
            break
        first -= 1
    left: list[Run] = []
    right: list[Run] = []
    stamped: list[Run] = []
    dated = False
    end = first
    for index in range(first, len(rows)):
        here_left, here_right = split_at(rows[index], edge)
        said_right = " ".join(run.text for run in here_right)
        is_date = _is_date(said_right)
        if index > at and _below_head(here_left, here_right, left, right, dated, edge, is_date):
            if not dated and not here_left and _goes_on(rows[index + 1 : index + 4], edge):
                stamped.extend(here_right)  # a stamp of receipt under the motto
                continue
            break
        # a blank for the number or the day parts a line, it does not end it
        left.extend([_one(here_left)] if here_left else [])
        right.extend([_one(here_right)] if here_right else [])
        dated = dated or is_date
        end = index + 1
    right, stamps = _without_stamps(right)
    aside = [run for row in rows[:first] for run in row] + stamps + stamped
    return _blocks(left, right), aside, [list(row) for row in rows[end:]]


def _goes_on(rows: Sequence[Sequence[Run]], edge: float) -> bool:
    """Whether the number on the left, or the date on the right, is still to come in ``rows``."""
    for row in rows:
        left, right = split_at(row, edge)
        number = left and is_number_line(left[0].text) and re.search(r"[/-]\s?[A-ZĐ]{2}", left[-1].text)
        if number or _is_date(" ".join(run.text for run in right)):
            return True
    return False


def _without_stamps(right: Sequence[Run]) -> tuple[list[Run], list[Run]]:
    """The right column without what stands between motto and date: the column holds nothing else, so that
    is a stamp of receipt."""
    date = next((k for k, run in enumerate(right) if _is_date(run.text)), None)
    if date is None:
        return list(right), []
    kept = [
        run
        for k, run in enumerate(right)
        if k >= date or k == 0 or any(like(run.text, motto, 0.6) for motto in (*_MOTTOES, _DEVICE))
    ]
    return kept, [run for run in right if run not in kept]


def _is_date(text: str) -> bool:
    return holds(text, "thang", 0.75) and holds(text, "nam", 0.6)


def _below_head(
    here_left: Sequence[Run],
    here_right: Sequence[Run],
    left: Sequence[Run],
    right: Sequence[Run],
    dated: bool,
    edge: float,
    is_date: bool,
) -> bool:
    """Whether a row stands below the head."""
    runs = [*here_left, *here_right]
    if not runs:
        return False
    if any(_STOP.match(fold(run.text)) for run in runs):
        return True
    height = max(run.height for run in runs)
    if any(run.x0 < edge - 3 * height and run.x1 > edge + 3 * height for run in runs):
        return True
    if here_right and not is_date:
        if dated:
            return True
        return len(right) >= 2 and not here_left and not holds(here_right[0].text, "doc lap", 0.7)
    if here_left and not here_right and left:
        last = left[-1]
        x0, x1 = min(run.x0 for run in left), max(run.x1 for run in left)
        inside = min(here_left[-1].x1, x1) - max(here_left[0].x0, x0)
        reach = 6.0 if is_number_line(here_left[0].text) else 2.6
        far = here_left[0].y0 - last.y0 > reach * max(height, last.height)
        return dated and (far or inside < 0.6 * (here_left[-1].x1 - here_left[0].x0))
    return False


def _blocks(left: list[Run], right: list[Run]) -> list[list[Run]]:
    number = next((k for k, run in enumerate(left) if is_number_line(run.text)), None)
    if number is None:
        number = next((k for k, run in enumerate(left) if "/" in run.text and "-" in run.text), len(left))
    date = next(
        (k for k, run in enumerate(right) if _is_date(run.text)),
        len(right),
    )
    return [block for block in (left[:number], right[:date], left[number:], right[date:]) if block]


def _one(runs: Sequence[Run]) -> Run:
    """One run of a column's words on a row, from its first word with a letter on (specks stand before it)."""
    tokens = [token for run in runs for token in run.tokens]
    start = next((k for k, t in enumerate(tokens) if any(c.isalnum() for c in t.text)), 0)
    return Run(tokens[start:])
