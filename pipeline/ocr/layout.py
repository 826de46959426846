"""The page in reading order: head, body, tables, recipients, signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.ocr.foot import split_foot
from pipeline.ocr.head import split_head
from pipeline.ocr.lines import Run, line_height, rows_of, runs_of
from pipeline.ocr.noise import drop_noise, is_page_number
from pipeline.ocr.token import Token


@dataclass(slots=True)
class Line:
    """One line of the text: runs joined by a tab where a wide gap parts them. ``zone``: "head", "body",
    "recipients" or "signature"."""

    runs: list[Run]
    zone: str


@dataclass(slots=True)
class Layout:
    """Lines in reading order, and the tokens kept out of the text (page numbers, margin marks, noise)."""

    lines: list[Line]
    dropped: list[Token] = field(default_factory=list)


def lay_out(tokens: Sequence[Token], width: float, height: float) -> Layout:
    """Lines of a page of ``width`` × ``height`` pixels in the order in which a person reads them."""
    size = line_height(tokens)
    runs, dropped = drop_noise(runs_of(tokens, size), size, width, height)
    rows = rows_of(runs)
    if rows and is_page_number(rows[0], width, height):
        dropped.extend(t for run in rows.pop(0) for t in run.tokens)
    if rows and is_page_number(rows[-1], width, height):
        dropped.extend(t for run in rows.pop() for t in run.tokens)
    lines: list[Line] = []
    head = split_head(rows, width, height)
    if head is not None:
        blocks, above, rows = head
        dropped.extend(t for run in above for t in run.tokens)
        lines.extend(Line([run], "head") for block in blocks for run in block)
    foot = split_foot(rows, width)
    if foot is not None:
        rows, recipients, signature = foot
        lines.extend(Line(list(row), "body") for row in rows)
        lines.extend(Line(list(row), "recipients") for row in rows_of(recipients))
        lines.extend(Line(list(row), "signature") for row in rows_of(signature))
    else:
        lines.extend(Line(list(row), "body") for row in rows)
    return Layout(lines, dropped)
