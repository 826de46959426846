"""Tables of tasks: what is to be done, who leads, with whom, by when, a row each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Span
from extractors.structure import Clause, Structure

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"^(?:s?tt|số tt|số|bước|#)\.?$")),
    ("partners", re.compile(r"phối\s*hợp")),
    (
        "time",
        re.compile(
            r"thời\s*(?:gian|hạn|điểm)|tiến\s*độ|hoàn\s*thành|^hạn\b|mốc|^(?:phải\s+)?xong|^khi\s+nào|^bao\s+giờ|^lúc\s+nào"
        ),
    ),
    (
        "task",
        re.compile(r"nhiệm\s*vụ|công\s*việc|^việc|nội\s*dung|hoạt\s*động|đầu\s*việc|phần\s*việc|yêu\s*cầu"),
    ),
    (
        "bearer",
        re.compile(
            r"chủ\s*trì|thực\s*hiện|phụ\s*trách|phân\s*công|cơ\s*quan|đơn\s*vị|người\s*làm|trách\s*nhiệm"
        ),
    ),
)


_NUMBER = re.compile(r"[\dIVX]{1,4}\.?|")
_LONGEST_TITLE = 12
"""Words of a column's title."""


@dataclass(frozen=True, slots=True)
class Task:
    """A row: the clause it is, and the spans of its cells."""

    clause: Clause
    task: Span
    label: str | None
    bearer: Span | None = None
    partners: Span | None = None
    time: Span | None = None


def cells(plain: str, span: Span) -> list[Span]:
    """The cells of a row, parted by tabs or bars, trimmed; empty ones keep their place."""
    start, end = span
    while start < end and plain[start] in " |":
        start += 1
    while end > start and plain[end - 1] in " |":
        end -= 1
    mark = "\t" if "\t" in plain[start:end] else "|"
    out: list[Span] = []
    at = start
    for i in range(start, end + 1):
        if i == end or plain[i] == mark:
            a, b = at, i
            while a < b and plain[a].isspace():
                a += 1
            while b > a and (plain[b - 1].isspace() or plain[b - 1] in ".;,"):
                b -= 1
            out.append((a, b))
            at = i + 1
    return out


def read(structure: Structure) -> Iterator[Task]:
    """Rows below a header that names a column of tasks and one of bodies or times."""
    columns: dict[str, int] = {}
    last, width = -2, 0
    for clause in structure.clauses:
        if clause.kind != "row":
            continue
        found = cells(structure.plain, clause.span)
        if clause.index != last + 1 or not columns:
            header = _header([structure.low[a:b] for a, b in found])
            if header or clause.index != last + 1:
                columns, last, width = header, clause.index, len(found)
                if header:
                    continue
        last = clause.index
        if "task" not in columns:
            continue
        if (
            "number" not in columns
            and len(found) > width
            and _NUMBER.fullmatch(structure.plain[slice(*found[0])])
        ):
            found = found[1:]  # rows are numbered, the header's cell over the numbers was lost
        cell = {name: found[i] for name, i in columns.items() if i < len(found) and found[i][0] < found[i][1]}
        if "task" not in cell or not ("bearer" in cell or "time" in cell):
            continue
        if len(structure.low[slice(*cell["task"])].split()) < 2:
            continue
        number = structure.plain[slice(*cell["number"])].strip(". ") if "number" in cell else ""
        yield Task(
            clause,
            cell["task"],
            number if re.fullmatch(r"[\dIVX.]{1,6}[a-z]?", number) else clause.label,
            cell.get("bearer"),
            cell.get("partners"),
            cell.get("time"),
        )


def times(structure: Structure) -> Iterator[Span]:
    """The cells below a header's columns of times, whatever its others hold ("Thời gian kiểm tra"); all
    cells of a table under a title "Lịch …"."""
    columns: list[int] = []
    last = -2
    scheduled = False
    for clause in structure.clauses:
        if clause.kind != "row":
            scheduled = clause.kind == "heading" and bool(_SCHEDULE.match(structure.low, *clause.span))
            continue
        found = cells(structure.plain, clause.span)
        if clause.index != last + 1 or not columns:
            texts = [structure.low[a:b].strip() for a, b in found]
            short = len(texts) > 2 and all(len(text.split()) <= _LONGEST_TITLE for text in texts)
            columns = [
                i
                for i, text in enumerate(texts)
                if short and (_TIMES.match(text) or (scheduled and not _PERIODS.match(text)))
            ]
        else:
            yield from (found[i] for i in columns if i < len(found) and found[i][0] < found[i][1])
        last = clause.index


_SCHEDULE = re.compile(r"\W*(?:lịch(?!\s+sử)|thời\s*gian\s*biểu)\s")
_PERIODS = re.compile(r"(?:thời\s*kỳ|niên\s*độ|giai\s*đoạn|năm|kỳ)(?!\w)")
"""Columns of what is looked into, not of when."""
_TIMES = re.compile(r"(?:thời\s*(?:gian|hạn)|hạn|ngày|tiến\s*độ)(?!\w)")


def _header(texts: list[str]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for i, text in enumerate(texts):
        if len(text.split()) > _LONGEST_TITLE:
            return {}
        for name, pattern in _COLUMNS:
            if name not in columns and pattern.search(text.strip()):
                columns[name] = i
                break
    return columns if "task" in columns and ("bearer" in columns or "time" in columns) else {}
