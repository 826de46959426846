"""The closing: recipients on the left, the signature on the right (cells 7 and 9b of Decree 30/2020)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.ocr.columns import gutter, split_at
from pipeline.ocr.lines import Run
from pipeline.ocr.words import fold, like

_AUTHORITY = re.compile(r"^(tm|kt|tl|tuq|q|t/m|k/t|t/l|thay mat)\b[. ]", re.IGNORECASE)


def find_recipients(rows: Sequence[Sequence[Run]]) -> tuple[int, Run] | None:
    """Row index and run of the label "Nơi nhận", the last on the page; None where it has none."""
    for index in range(len(rows) - 1, -1, -1):
        for run in rows[index]:
            for start in range(min(2, len(run.tokens))):
                said = " ".join(t.text for t in run.tokens[start : start + 2])
                if like(said, "noi nhan", 0.8) and len(fold(said)) <= 10:
                    return index, run
    return None


def split_foot(
    rows: Sequence[Sequence[Run]], width: float
) -> tuple[list[list[Run]], list[Run], list[Run]] | None:
    """The rows above the closing, the recipients' runs, the signature's runs; None without "Nơi nhận"."""
    found = find_recipients(rows)
    if found is None:
        return None
    at, label = found
    first = at
    while first > 0 and rows[at][0].y0 - rows[first - 1][0].y0 < 4 * label.height:
        if not all(
            run.x0 > label.x1 and run.centre > 0.5 * width and _is_title(run) for run in rows[first - 1]
        ):
            break
        first -= 1
    below = [list(row) for row in rows[first:]]
    tokens = [t for row in below for run in row for t in run.tokens]
    edge = sum(gutter(tokens, max(label.x1, 0.3 * width), 0.75 * width)) / 2
    recipients: list[Run] = []
    signature: list[Run] = []
    for row in below:
        left, right = split_at(row, edge)
        recipients.extend(left)
        signature.extend(right)
    return [list(row) for row in rows[:first]], recipients, signature


def by_signature(rows: Sequence[Sequence[Run]]) -> list[list[Run]]:
    """Rows with several signatures side by side, read one signature after another.

    A set of signatures begins with a row of two or more authorities ("KT. BỘ TRƯỞNG" twice) and goes on
    until the next such row, or one that spans the columns.
    """
    ordered: list[list[Run]] = []
    index = 0
    while index < len(rows):
        heads = [run for run in rows[index] if _AUTHORITY.match(run.text)]
        if len(heads) < 2 or len(heads) < len(rows[index]):
            ordered.append(list(rows[index]))
            index += 1
            continue
        columns: list[list[Run]] = [[run] for run in heads]
        middles = [run.centre for run in heads]
        reach = 0.75 * min(b - a for a, b in pairwise(middles))
        index += 1
        while index < len(rows):
            runs = [piece for run in rows[index] for piece in _pieces(run, middles)]
            nearest = [min(range(len(middles)), key=lambda k: abs(middles[k] - run.centre)) for run in runs]
            far = any(abs(middles[k] - run.centre) > reach for k, run in zip(nearest, runs, strict=True))
            if far or sum(_AUTHORITY.match(run.text) is not None for run in runs) >= 2:
                break
            for k, run in zip(nearest, runs, strict=True):
                columns[k].append(run)
            index += 1
        ordered.extend([run] for column in columns for run in column)
    return ordered


def _pieces(run: Run, middles: Sequence[float]) -> list[Run]:
    """``run`` cut between columns where it spans more than one."""
    for a, b in pairwise(middles):
        if run.x0 < a and run.x1 > b:
            left, right = split_at([run], (a + b) / 2)
            return [
                piece for part in (*left, *right) if part is not run for piece in _pieces(part, middles)
            ] or [run]
    return [run]


def _is_title(run: Run) -> bool:
    """Whether a run is an authority or position as signatures print them: capitals."""
    letters = [c for c in run.text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
