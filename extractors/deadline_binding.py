"""Keeps the deadlines that bound a duty, of all the phrases that may."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from extractors import modes, periods, tasks
from extractors.model import Deadline, Obligation, Span
from extractors.structure import Clause, Structure

_NEXT_SENTENCE = 160
"""Characters behind an order within which a sentence of its own says by when."""


def bound(
    found: Iterable[Deadline],
    structure: Structure,
    obligations: Sequence[Obligation],
    titles: Span = (0, 0),
) -> list[Deadline]:
    """The deadlines that bound a duty: inside an obligation, a lead-in, or a clause "Thời gian: …".

    ``titles``: an article's headlines, which say by when in short ("Hoàn thành đại hội trước ngày 30/6").
    """
    spans = [obligation.span for obligation in obligations]
    for clause in structure.clauses:
        low = structure.low[clause.span[0] : clause.span[1]]
        if re.match(
            r"(?:(?:về\s+)?thời\s+(?:gian|hạn)(?!\s+(?:qua|tới|vừa))(?:,?\s+[^\s:,;.]+){0,14})\s*:", low
        ):
            spans.append(clause.span)
            spans += [structure.clauses[child].span for child in clause.children]
        elif _is_timed(structure, clause):
            spans.append(clause.span)
        elif (
            clause.opens and clause.sentences and clause.children and modes.own(structure, clause) == "binds"
        ):
            spans.append(clause.sentences[-1][-1])
        spans += [
            part for parts in clause.sentences for part in parts if _SAYS_WHEN.match(structure.low, *part)
        ]
    found = list(found)
    spans += [task.time for task in tasks.read(structure) if task.time]
    spans += tasks.times(structure)
    spans += periods.bound(structure, found, obligations)
    ends: dict[str, list[int]] = {}
    for obligation in obligations:
        for text in obligation.deadlines:
            ends.setdefault(text, []).append(obligation.span[1])
    for stops in ends.values():
        stops.sort()
    spans.sort()
    starts = [span[0] for span in spans]
    reach: list[int] = []  # how far any span that begins so far extends
    for _, end in spans:
        reach.append(max(end, reach[-1] if reach else 0))
    return [
        deadline
        for deadline in found
        if _stands_behind(deadline, ends.get(deadline.text, []))
        or (
            deadline.bound in ("before", "by")
            and (
                titles[0] <= deadline.span[0] < titles[1]
                or _ASKED.search(structure.low, *_before(deadline.span))
            )
        )
        or ((at := bisect.bisect_right(starts, deadline.span[0])) and deadline.span[1] <= reach[at - 1])
    ]


def _stands_behind(deadline: Deadline, ends: Sequence[int]) -> bool:
    """Whether a deadline stands right behind an order that has one of its words. ``ends``: sorted."""
    at = bisect.bisect_right(ends, deadline.span[0])
    return at > 0 and deadline.span[0] - ends[at - 1] <= _NEXT_SENTENCE


_SAYS_WHEN = re.compile(
    r"(?:thời\s+)?hạn\s+(?:cuối(?:\s+cùng)?|chót)\s[^.;:]{2,60}?\slà\s|"
    r"(?:(?:theo\s+(?:đó|kế\s+hoạch|công\s+văn|văn\s+bản|hướng\s+dẫn)|cụ\s+thể),\s+)?"
    r"thời\s+(?:gian|hạn|điểm)\s+(?:(?:[^\s.;:]+\s+){1,9}(?:tiến\s+hành|được\s+tiến\s+hành|bắt\s+đầu|kéo\s+dài)\s+)?"
    r"(?:(?:công\s+tác|làm\s+việc|học|tập\s+huấn|kiểm\s+tra|khảo\s+sát|nghỉ)\s(?:[^\s.;:]+\s+){0,6})?"
    r"(?=(?:là\s+)?từ\s+(?:ngày\s+)?\d{1,2}\D)|"
    r"thời\s+(?:gian|hạn|điểm)\s+(?:bắt\s+đầu|tiến\s+hành|thực\s+hiện|hoàn\s+thành|nộp|gửi|báo\s+cáo|tổ\s+chức|triển\s+khai|đăng\s+ký|tiếp\s+nhận|"
    r"(?:[^\s,.;:]+\s+){1,4}bắt\s+đầu)\s"
    r"(?!.{0,200}\bđã\s)",
    re.DOTALL,
)
"""A sentence that says when, without a colon: "Thời gian bắt đầu chi trả qua Bưu điện từ ngày 01/01/2026"."""


def _is_timed(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under a title that names its time: "Điều 2. Thời hạn ủy quyền"."""
    above = structure.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.kind != "heading":
        return False
    title = structure.low[slice(*above.span)]
    return bool(re.match(r"thời\s+(?:hạn|gian)\s", title)) and len(title.split()) <= 12


_ASKED = re.compile(r"(?<!\w)(?:đề\s+nghị|yêu\s+cầu|giao)\s+(?!của)[^.;“”]{10,330}$")
"""What somebody is said to have been asked: "Cục A đã có Văn bản … đề nghị Cục B báo cáo trước ngày …"."""


def _before(span: Span) -> Span:
    return max(0, span[0] - 370), span[0]
