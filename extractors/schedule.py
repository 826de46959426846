"""Lines below tasks that say who does them and by when, under a label of their own.

A plan's part prints its tasks first, then "Đơn vị chủ trì: …", "Thời gian thực hiện: …", each a line, or a
number with a list of bodies under it. The line holds for every task of the part that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors import flat_rows, sentences, view
from extractors.markers import BULLETS
from extractors.model import Span
from extractors.structure import Clause, Structure

Said = Literal["bearers", "partners", "time"]

_LEADS = r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận)"
_LABEL = re.compile(
    rf"(?P<partners>{_LEADS}\s+phối\s+hợp(?:\s+thực\s+hiện)?|phối\s+hợp(?:\s+thực\s+hiện)?(?=\s*:))"
    rf"|(?P<bearers>{_LEADS}\s+(?:chủ\s+trì|thực\s+hiện|chịu\s+trách\s+nhiệm|phụ\s+trách|đầu\s+mối)"
    r"(?:,?\s+(?:và\s+)?(?:phối\s+hợp|thực\s+hiện|tham\s+mưu)){0,2}|chủ\s+trì(?:\s+thực\s+hiện)?(?=\s*:)|"
    r"trách\s+nhiệm(?:\s+chỉ\s+đạo)?(?:,?\s+(?:tổ\s+chức\s+)?thực\s+hiện)?(?=\s*:)|phân\s+công(?:\s+thực\s+hiện)?(?=\s*:))"
    r"|(?P<time>thời\s+(?:gian|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|hoàn\s+tất|triển\s+khai|tổ\s+chức|tiến\s+hành|kết\s+thúc))?)"
)
_LONGEST = 900
_BELOW_A_PART = ("decimal1", "decimal2", "decimal3", "decimal4", "letter", "paren", *BULLETS)
"""A label numbered as a part of the whole plan ("IV. THỜI GIAN THỰC HIỆN") holds for no tasks of one part."""
_DATED_REST = re.compile(r"\s{1,3}(?:là\s+)?(?:từ|trước|trong|đến)\s(?:ngày\s|tháng\s|\d)[^.;]{4,60}\W*$")
""" "Thời gian thực hiện | từ ngày 05/6/2024": a time without a colon."""
_ASIDE = re.compile(r"\s{1,3}\((?:[^\s()]{1,20}\s){6,60}[^()]{1,20}\)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A label and what stands under it."""

    clause: Clause
    said: Said
    content: tuple[Span, ...]
    """The names' spans, or the span of the times."""
    first: int
    """The index of the first clause that it holds for."""
    last: int
    """The index of the last clause that belongs to the label itself."""


_IN_LINE = re.compile(
    rf"(?:{_LABEL.pattern}|(?P<done>hoàn\s+thành|hạn\s+(?:chót|cuối|nộp|gửi)[^:.;]{{0,60}}?))\s{{0,3}}:\s{{0,3}}(?=\S)"
)


def in_line(structure: Structure, parts: Sequence[Span]) -> list[tuple[Said, list[Span]]] | None:
    """What the labels of one sentence say ("Thời gian thực hiện: Quý III/2026", "Cơ quan chủ trì: Sở Nội vụ;
    thời gian: tháng 10"); None where a part of it is no label."""
    out: list[tuple[Said, list[Span]]] = []
    for start, end in parts:
        match = _IN_LINE.match(structure.low, start, end)
        if match is None:
            return None
        said: Said = "partners" if match["partners"] else "bearers" if match["bearers"] else "time"
        rest = (match.end(), end)
        names = [rest] if said == "time" else _parts(structure, rest)
        out.append((said, _leading(structure, names) if said == "bearers" else names))
    return out


def read(structure: Structure) -> Iterator[Line]:
    """The labelled lines of a text, in order."""
    lines = [line for clause in structure.clauses if (line := _line(structure, clause)) is not None]
    labelled = {line.first for line in lines}
    for line in lines:
        yield replace(line, first=_first_of_part(structure, line, labelled))


def of_rows(structure: Structure) -> list[Line]:
    """The cells of tables that were printed line by line, as the labelled lines of each task."""
    out: list[Line] = []
    for row in flat_rows.read(structure):
        cells: list[tuple[Said, Clause | None]] = [
            ("bearers", row.leads),
            ("partners", row.helps),
            ("time", row.time),
        ]
        for said, cell in cells:
            if cell is not None:
                content = (cell.span,) if said == "time" else tuple(flat_rows.names(structure, cell))
                out.append(Line(cell, said, content, row.task.index, cell.index))
    return out


def _first_of_part(structure: Structure, line: Line, labelled: set[int]) -> int:
    """The first clause of the part, where its last one alone has labels: they hold for all beside it."""
    task = structure.clauses[line.first]
    part = structure.clauses[task.parent] if task.parent is not None else None
    if part is None or part.marker is None or task.marker is None or len(part.children) < _SEVERAL:
        return line.first
    if part.children[-1] != task.index or task.marker.style in BULLETS or part.index in labelled:
        return line.first
    return line.first if labelled.intersection(part.children[:-1]) else part.index


def tasks(structure: Structure, lines: Sequence[Line]) -> set[int]:
    """The clauses that have nothing but labels below them, as a task printed like a title has."""
    labels = {line.clause.index for line in lines}
    return {
        clause.index
        for clause in structure.clauses
        if clause.marker is not None and clause.children and labels.issuperset(clause.children)
    }


_SEVERAL = 3
"""Tasks of a part whose last one has the labels of all."""


def _line(structure: Structure, clause: Clause) -> Line | None:
    if clause.kind == "row":
        return None
    start, end = clause.span
    match = _LABEL.match(structure.low, start, end)
    if match is None or end - start > _LONGEST:
        return None
    rest = structure.low[match.end() : end]
    colon = re.match(r"\s{0,3}:\s{0,3}", rest)
    below = _below(structure, clause)
    dated = match["time"] and _DATED_REST.match(rest)
    if colon is None and rest.strip(" .:") and not dated:
        return None  # a sentence that begins with the words
    at = match.end() + (colon.end() if colon else 0 if dated else len(rest))
    said: Said = "partners" if match["partners"] else "bearers" if match["bearers"] else "time"
    content: list[Span] = []
    if structure.plain[at:end].strip(" .;:"):
        content += _parts(structure, (at, end)) if said != "time" else [(at, end)]
    elif said != "time":
        inner = [
            structure.clauses[i] for i in below if not _LABEL.match(structure.low, *structure.clauses[i].span)
        ]
        if len(inner) == len(below):
            content += [part for item in inner for part in _parts(structure, item.span)]
    elif below:
        content.append((structure.clauses[below[0]].span[0], structure.clauses[below[-1]].span[1]))
    if said == "bearers":
        content = _leading(structure, content)
    block = clause
    while block.parent is not None and _is_label(structure, structure.clauses[block.parent]):
        block = structure.clauses[block.parent]
    if (
        said == "time"
        and clause.marker is None
        and content
        and (before := _before(structure, clause)) is not None
    ):
        return Line(clause, said, tuple(content), before, below[-1] if below else clause.index)
    if block.parent is None:
        return None
    above = structure.clauses[block.parent]
    mark = block.marker or (above.marker if above.kind == "heading" else None)  # below a step's title
    if mark is None or mark.style not in _BELOW_A_PART:
        return None
    if structure.clauses[block.parent].marker is None:
        return None  # the whole plan's lead-in: the label is a part beside the parts with tasks
    return Line(clause, said, tuple(content), block.parent, below[-1] if below else clause.index)


_VENUE = re.compile(r"\W*(?:địa\s+điểm|thành\s+phần|hình\s+thức|chương\s+trình)(?:\s|:)")
_HELD = re.compile(
    r"\W*thời\s+gian\s+tổ\s+chức|"
    r"\W*thời\s+gian\s{0,3}:\s{0,3}(?:\d{1,2}\s?(?:giờ|h|g)|vào\s+(?:lúc|hồi)|lúc)"
)
"""The time of something that is held, an hour or with its venue below: none to act by."""


def _before(structure: Structure, clause: Clause) -> int | None:
    """The paragraph or the list right before an unnumbered time, which it is the time of; None behind a
    title, or where the one before has labels of its own."""
    if clause.index == 0:
        return None
    before = structure.clauses[clause.index - 1]
    while before.marker is not None and before.marker.style in BULLETS and before.parent is not None:
        above = structure.clauses[before.parent]
        if above.kind != "text" or not above.opens:
            break
        before = above
    after = structure.clauses[clause.index + 1 : clause.index + 2]
    if any(_VENUE.match(structure.low, *line.span) for line in after) or _HELD.match(
        structure.low, *clause.span
    ):
        return None
    if before.kind != "text" or _LABEL.match(structure.low, *before.span):
        return None
    alone = before.marker is None or before.opens
    return before.index if alone and before.region == clause.region else None


_PLAN_TIME = re.compile(
    r"\W*thời\s+gian(?:\s+(?:thực\s+hiện|tổ\s+chức|tiến\s+hành|triển\s+khai))?\s{0,3}:\s{0,3}(?:dự\s+kiến,?\s+)?"
    r"(?:bắt\s+đầu\s+)?(?:từ|trong|vào|ngày|tháng|quý|trước|sáng|chiều|\d)[^\n]{0,60}\d"
)
_PLAN_CONTENT = re.compile(
    r"\W*(?:các\s+)?(?:nội\s+dung|quy\s+trình|trình\s+tự|hoạt\s+động|cách\s+thức|các\s+bước)(?!\w)"
)


def plan_times(structure: Structure) -> Iterator[tuple[Span, int, int]]:
    """The time of a whole plan, and the first and last clause of the content beside it whose time it is:
    "1. Thời gian: Ngày 26/5. … 3. Nội dung: - Tổ chức …"."""
    beside: dict[int | None, list[Clause]] = {}
    for clause in structure.clauses:
        if clause.marker is not None:
            beside.setdefault(clause.parent, []).append(clause)
    for part in beside.values():
        times = [c for c in part if not c.children and _PLAN_TIME.match(structure.low, *c.span)]
        if len(times) != 1:
            continue
        for other in part:
            alike = other.marker is not None and times[0].marker is not None
            alike = alike and other.marker.style == times[0].marker.style  # type: ignore[union-attr]
            content = other.children and _PLAN_CONTENT.match(structure.low, *other.span)
            if content and alike and not _AROUND.search(structure.low, *other.span):
                yield times[0].span, other.index, _below(structure, other)[-1]


LISTS_TIMES = re.compile(
    r"\W*(?:về\s+)?(?:thống\s+nhất\s+)?(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|(?:các\s+)?mốc\s+thời\s+gian)"
    r"\s[^.;]{0,300}$|"
    r"[^.]{0,400}\s(?:theo|trong|với)\s+(?:các\s+)?(?:thời\s+(?:gian|hạn)|tiến\s+độ|lộ\s+trình|mốc(?:\s+thời\s+gian)?)"
    r"(?:\s+như)?\s+sau(?:\s+đây)?\W*$"
)
_SAID_OF = re.compile(
    r"[^:;.]{2,160}:\s{1,3}(?P<time>(?:(?:cuối|đầu|giữa)\s+)?(?:ngày|tháng|quý|năm)\s+[\divx][^:;–-]{0,30}?|"
    r"(?:lúc\s+)?\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?phút)?(?:\s(?:thứ\s\w{2,4}|chủ\snhật|hằng\s\w{3,5}))?)[\s.;]*$"
)


def listed_times(structure: Structure) -> Iterator[tuple[int, Span]]:
    """The times of a list under a lead-in that says when, each behind whom or what it is for: "Thời gian hoàn
    thành quy định như sau: - Vùng núi: | cuối năm 2027"; with the item's index."""
    for lead in structure.clauses:
        if not lead.children or not lead.opens or not LISTS_TIMES.match(structure.low, *lead.span):
            continue
        for i in lead.children:
            item = structure.clauses[i]
            said = None if item.children else _SAID_OF.match(structure.low, *item.span)
            if said is not None:
                yield i, said.span("time")


_AROUND = re.compile(r"(?<!\w)(?:chuẩn\s+bị|trước|sau|tổng\s+kết)(?!\w)")
"""A title of what is done before or after a plan's time."""


def _is_label(structure: Structure, clause: Clause) -> bool:
    match = _LABEL.match(structure.low, *clause.span)
    return match is not None and not structure.low[match.end() : clause.span[1]].strip(" .:")


def _below(structure: Structure, clause: Clause) -> list[int]:
    """Indexes of all that stands under a clause, in order."""
    out: list[int] = []
    for child in clause.children:
        out += [child, *_below(structure, structure.clauses[child])]
    return out


_LEADS_WITH = re.compile(
    r"\s{1,3}(?:(?:làm\s{1,3})?chủ\s{1,3}trì|là\s{1,3}cơ\s{1,3}quan|phối\s{1,3}hợp|đôn\s{1,3}đốc|tham\s{1,3}mưu|triển\s{1,3}khai)(?=[\s,;]|$)"
)


def _leading(structure: Structure, content: list[Span]) -> list[Span]:
    """The bodies that lead, of "Sở A chủ trì, phối hợp với Sở B; các xã": what stands behind "phối hợp với"
    are partners."""
    out: list[Span] = []
    for start, end in content:
        cut = _LEADS_WITH.search(structure.low, start, end)
        if cut is None:
            out.append((start, end))
            continue
        if cut.start() > start:
            out.append((start, cut.start()))
        if "phối hợp với" in view.squeeze(structure.low[cut.start() : end]):
            break
    return out or content


def _parts(structure: Structure, span: Span) -> list[Span]:
    out: list[Span] = []
    for parts in sentences.split(structure.plain, structure.low, span):
        for part in parts:
            start, end = view.trim(structure.plain, *part, " \t\r\n\f.;,:")
            aside = _ASIDE.search(structure.plain, start, end)
            if start < end and structure.plain[start] != "(":
                out.append((start, aside.start() if aside else end))
    return out
