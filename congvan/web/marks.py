"""The text of a page cut where something begins or ends: fields, doubtful words, repairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.model import Repair
from pipeline.document import Word

DOUBTFUL = 0.75
"""A word under this confidence is tinted: about one in three of them is wrong."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that is all of one kind. ``before``: what the source said before a repair."""

    start: int
    end: int
    text: str
    classes: tuple[str, ...] = ()
    before: str | None = None


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    name: str
    before: str | None = field(default=None)


def cut(
    text: str,
    start: int,
    end: int,
    words: Sequence[Word],
    repairs: Iterable[Repair],
    spans: Iterable[tuple[int, int]],
) -> list[Piece]:
    """The pieces of ``text[start:end]``, in order; they join to it without gap or overlap."""
    marks = [
        _Mark(word.start, word.end, "doubt")
        for word in words
        if word.confidence is not None and word.confidence < DOUBTFUL
    ]
    marks += [_Mark(*repair.span, "repair", repair.before) for repair in repairs]
    marks = [mark for mark in marks if mark.end > start and mark.start < end and mark.end > mark.start]
    bounds = {start, end}
    for mark in marks:
        bounds |= {max(start, mark.start), min(end, mark.end)}
    for first, last in spans:
        bounds |= {min(max(first, start), end), min(max(last, start), end)}
    edges = sorted(bounds)
    marks.sort(key=lambda mark: mark.start)
    pieces, active, upcoming = [], [], 0
    for first, last in pairwise(edges):
        while upcoming < len(marks) and marks[upcoming].start <= first:
            active.append(marks[upcoming])
            upcoming += 1
        active = [mark for mark in active if mark.end > first]
        names = tuple(dict.fromkeys(mark.name for mark in active))
        before = next((mark.before for mark in active if mark.before is not None), None)
        pieces.append(Piece(first, last, text[first:last], names, before))
    return pieces
