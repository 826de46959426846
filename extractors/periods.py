"""Times that a title sets for all that stands under it: "Đợt 1: Trong tháng 12/2025" over a list of tasks."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence

from extractors import flat_rows, view
from extractors.model import Deadline, Obligation
from extractors.structure import Clause, Structure

_LONGEST = 30
"""Words of a title; a longer one tells something itself."""
_TELLS = re.compile(r"kết\s+quả|tình\s+hình|đánh\s+giá|tổng\s+kết|sơ\s+kết|dự\s+toán|chỉ\s+tiêu|hiện\s+trạng")
"""Titles whose time is what is reported on."""


def titles(structure: Structure, deadlines: Sequence[Deadline]) -> dict[int, list[Deadline]]:
    """The deadlines in each heading or charging lead-in, by the clause's index; ``deadlines`` are in order.

    A year alone names a plan ("Nhiệm vụ năm 2024"), and a recurrence or a vague wording sets no time.
    """
    starts = [deadline.span[0] for deadline in deadlines]
    out: dict[int, list[Deadline]] = {}
    cells = {row.time.index for row in flat_rows.read(structure)}  # each is one task's, no title's
    for clause in structure.clauses:
        if clause.index in cells:
            continue
        low = structure.low[slice(*clause.span)]
        leads = clause.opens and clause.marker is not None and (_CHARGES.search(low) or _PHASE.match(low))
        inside = deadlines[
            bisect.bisect_left(starts, clause.span[0]) : bisect.bisect_left(starts, clause.span[1])
        ]
        if inside and (above := _phase_over(structure, clause, inside[-1])) is not None:
            out[above] = [inside[-1]]
        if not leads and (clause.kind != "heading" or len(low.split()) > _LONGEST or _TELLS.search(low)):
            continue
        found = [d for d in inside if _sets(d) or (leads and d.bound in ("before", "by"))]
        if found:
            out[clause.index] = found
    return out


_PHASE_ALONE = re.compile(
    r"\W*(?:đợt|giai\s+đoạn|bước|kỳ|vòng)\s+(?:\d{1,2}|[ivx]{1,4}|một|hai|ba|bốn|năm)\W*$"
)
_DONE_THEN = re.compile(r"\((?:thực\s+hiện|hoàn\s+thành|tiến\s+hành|thời\s+gian)[^()]{0,40}$")


def _phase_over(structure: Structure, clause: Clause, time: Deadline) -> int | None:
    """The phase whose time the line below it ends with: "BƯỚC MỘT | Tổ chức hội nghị lần đầu (thực hiện từ
    ngày …)"."""
    closed = structure.low[time.span[1] : clause.span[1]].strip(" .;:\n") == ")"
    if not closed or not _DONE_THEN.search(structure.low, clause.span[0], time.span[0]) or not clause.index:
        return None
    above = structure.clauses[clause.index - 1]
    return above.index if _PHASE_ALONE.match(structure.low, *above.span) else None


_CHARGES = re.compile(r"có\s+(?:trách\s+nhiệm|nhiệm\s+vụ)(?:\s+sau(?:\s+đây)?)?\W*$")
"""A lead-in that says by when, too: "Sở Y tế, trong 15 ngày, có trách nhiệm:"."""


_PHASE = re.compile(r"(?:đợt|giai\s+đoạn|bước)\s+(?:\d{1,2}|[ivx]{1,4}|một|hai|ba|bốn)\s?[:(,.-]")
"""A phase of a plan: "Đợt 1: Từ ngày 05/12 đến ngày 20/02:"."""
_WITHIN = re.compile(r"ngay\s+trong|trong|đến|hết")


def _sets(deadline: Deadline) -> bool:
    timed = deadline.date is not None and (
        deadline.precision != "year" or _WITHIN.match(view.folded(deadline.text))
    )
    return bool(timed) or deadline.bound == "event"


def over(structure: Structure, clause: Clause, times: dict[int, list[Deadline]]) -> list[Deadline]:
    """The times of the nearest title above a clause that sets any."""
    for above in structure.ancestors(clause):
        if above.index in times:
            return times[above.index]
    return []


_VAGUE = re.compile(r"(?:theo\s+)?(?:đúng|bảo\s+đảm|đảm\s+bảo|trong\s+thời\s+(?:gian|hạn))\s(?!.*\d)")


def due(own: list[Deadline], above: list[Deadline]) -> list[Deadline]:
    """What binds an order: its own deadlines; the title's too where its own only name an event and the title
    a time."""
    if own and above and all(deadline.bound == "event" for deadline in above):
        return own
    if own and all(_VAGUE.match(view.folded(deadline.text)) for deadline in own):
        return [*above, *own]  # "đúng thời hạn", in the phase's time
    return [*above, *own] if all(deadline.bound == "event" for deadline in own) else own


def bound(
    structure: Structure, deadlines: Sequence[Deadline], obligations: Sequence[Obligation]
) -> Iterator[tuple[int, int]]:
    """The spans of titles whose times bind an obligation under them."""
    times = titles(structure, deadlines)
    said = {text for obligation in obligations for text in obligation.deadlines}
    for index, found in times.items():
        if any(deadline.text in said for deadline in found):
            yield structure.clauses[index].span
