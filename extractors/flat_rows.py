"""Rows of a table whose cells a converter printed each on a line: the task, who leads it, who helps, by when.

    Xây dựng sổ tay tỉa cành.
    Chi cục Kiểm lâm
    Các xã
    Quý III/2026

Lines that hold nothing but bodies, and one that holds nothing but a time, belong to the task above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors import moments, phrases, view
from extractors.bearers import named
from extractors.lexicon import verbs
from extractors.model import Span
from extractors.structure import Clause, Structure

_TIME = re.compile(
    rf"\W{{0,3}}(?:(?:trong|trước|đến|hết|từ)\s{{1,3}})?(?:{moments.LEAF}|thường\s+xuyên|h[ằà]ng\s+(?:năm|quý|tháng|tuần))"
    r"(?:\s?(?:,|và|-|–|đến)\s{0,3}(?:\d{4}|(?:quý|tháng|năm)\s[^\s,;]{1,7}|h[ằà]ng\s+(?:năm|quý|tháng)))*\W{0,3}"
)
_LONGEST_CELL = 260
_LEAST_ROWS = 2
"""Rows that make a table: one alone may be a letter's last lines."""
_LEAST_TASK = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A task's clause, the clauses of the cells below it and what they hold."""

    task: Clause
    leads: Clause
    helps: Clause | None
    time: Clause


def read(structure: Structure) -> list[Row]:
    """The rows of such tables, in order; none where there are fewer than two."""
    rows = list(_rows(structure))
    return rows if len(rows) >= _LEAST_ROWS else []


def _rows(structure: Structure) -> Iterator[Row]:
    clauses = structure.clauses
    for at, time in enumerate(clauses):
        if not _is_time(structure, time):
            continue
        cells: list[Clause] = []
        while len(cells) < 2 and at > len(cells) and _is_bodies(structure, clauses[at - 1 - len(cells)]):
            cells.append(clauses[at - 1 - len(cells)])
        if not cells or at <= len(cells):
            continue
        task = clauses[at - 1 - len(cells)]
        if task.kind != "row" and _is_task(structure, task):
            yield Row(task, cells[-1], cells[0] if len(cells) > 1 else None, time)


def _is_task(structure: Structure, clause: Clause) -> bool:
    """Whether a line says what to do: a verb first, and no list of names behind its colon."""
    words = view.squeeze(structure.low[slice(*clause.span)]).split()
    return len(words) >= _LEAST_TASK and not words[-1].endswith(":") and verbs().match(words, 0) > 0


def _is_cell(clause: Clause) -> bool:
    return clause.marker is None and clause.kind != "row" and clause.span[1] - clause.span[0] <= _LONGEST_CELL


def _is_time(structure: Structure, clause: Clause) -> bool:
    return _is_cell(clause) and _TIME.fullmatch(structure.low, *clause.span) is not None


def _is_bodies(structure: Structure, clause: Clause) -> bool:
    """Whether a line holds nothing but bodies: "Vụ Pháp chế; các cơ quan có liên quan"."""
    return _is_cell(clause) and all(_is_body(structure, span) for span in names(structure, clause))


def names(structure: Structure, clause: Clause) -> list[Span]:
    """The bodies of a cell, which semicolons part."""
    out, start = [], clause.span[0]
    for end in [*(m.start() for m in re.finditer(";", structure.plain[slice(*clause.span)])), None]:
        stop = clause.span[1] if end is None else clause.span[0] + end
        span = view.trim(structure.plain, start, stop, " \t\r\n\f.;,")
        if span[0] < span[1]:
            out.append(span)
        start = stop + 1
    return out


def _is_body(structure: Structure, span: Span) -> bool:
    tokens = phrases.read(structure.plain, structure.low, span, [])
    body = named(tokens, 0) if len(tokens) else None
    return body is not None and body.predicate is None and body.end == len(tokens)
