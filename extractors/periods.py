"""Times that a title sets for all that stands under it: "Đợt 1: Trong tháng 12/2025" over a list of tasks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from extractors.model import Deadline, Obligation
from extractors.structure import Clause, Structure

_LONGEST = 30
"""Words of a title; a longer one tells something itself."""
_TELLS = re.compile(r"kết\s+quả|tình\s+hình|đánh\s+giá|tổng\s+kết|sơ\s+kết|dự\s+toán|chỉ\s+tiêu|hiện\s+trạng")
"""Titles whose time is what is reported on."""


def titles(structure: Structure, deadlines: Sequence[Deadline]) -> dict[int, list[Deadline]]:
    """The deadlines in each heading, by the heading's index; ``deadlines`` are in order.

    A year alone names a plan ("Nhiệm vụ năm 2024"), and a recurrence or a vague wording sets no time.
    """
    starts = [deadline.span[0] for deadline in deadlines]
    out: dict[int, list[Deadline]] = {}
    for clause in structure.clauses:
        low = structure.low[slice(*clause.span)]
        if clause.kind != "heading" or len(low.split()) > _LONGEST or _TELLS.search(low):
            continue
        inside = deadlines[
            bisect.bisect_left(starts, clause.span[0]) : bisect.bisect_left(starts, clause.span[1])
        ]
        found = [d for d in inside if (d.date and d.precision != "year") or d.bound == "event"]
        if found:
            out[clause.index] = found
    return out


def over(structure: Structure, clause: Clause, times: dict[int, list[Deadline]]) -> list[Deadline]:
    """The times of the nearest title above a clause that sets any."""
    for above in structure.ancestors(clause):
        if above.index in times:
            return times[above.index]
    return []


def bound(
    structure: Structure, deadlines: Sequence[Deadline], obligations: Sequence[Obligation]
) -> Iterator[tuple[int, int]]:
    """The spans of titles whose times bind an obligation under them."""
    times = titles(structure, deadlines)
    said = {text for obligation in obligations for text in obligation.deadlines}
    for index, found in times.items():
        if any(deadline.text in said for deadline in found):
            yield structure.clauses[index].span
