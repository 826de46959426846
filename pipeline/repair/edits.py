"""Edits applied to a text while spans, words and earlier repairs move along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import NamedTuple

from extractors.model import Repair, RepairKind
from pipeline.document import Word


class Edit(NamedTuple):
    """Replace ``text[start:end]``."""

    start: int
    end: int
    text: str
    kind: RepairKind
    confidence: float = 1.0


_PLACE = itemgetter(0, 1)


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in order, without those that overlap a surer one."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=_PLACE):
        if kept and edit.start < kept[-1].end:
            if edit.confidence > kept[-1].confidence:
                kept[-1] = edit
        else:
            kept.append(edit)
    return kept


@dataclass
class Draft:
    """A text under repair. ``repairs`` and ``words`` always speak of the text as it now is."""

    text: str
    words: list[Word] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def apply(self, edits: Iterable[Edit]) -> None:
        """Apply edits that do not overlap. An edit inside or over earlier repairs is merged with them."""
        edits = sorted(edits, key=_PLACE)
        if not edits:
            return
        old = self.text
        pieces, made = [], []
        starts, shifts = [0], [0]
        last = grown = 0
        for edit in edits:
            if edit.start < last:
                raise ValueError(f"edits overlap at offset {edit.start}")
            pieces.append(old[last : edit.start])
            pieces.append(edit.text)
            begin = edit.start + grown
            before = old[edit.start : edit.end]
            made.append(
                Repair(
                    kind=edit.kind,
                    span=(begin, begin + len(edit.text)),
                    before=before,
                    after=edit.text,
                    confidence=round(edit.confidence, 4),
                )
            )
            grown += len(edit.text) - len(before)
            last = edit.end
            starts.append(edit.end)
            shifts.append(grown)
        pieces.append(old[last:])
        self.text = "".join(pieces)

        def move(offset: int, *, end: bool = False) -> int:
            place = bisect_right(starts, offset) - 1
            if place < len(edits) and edits[place].start < offset < edits[place].end:
                inside = edits[place]
                at = inside.start + shifts[place]
                return at + len(inside.text) if end else at
            if end and place and offset == starts[place]:
                return offset + shifts[place]
            if place and not end and edits[place - 1].start == edits[place - 1].end == offset:
                return offset + shifts[place - 1]
            return offset + shifts[place]

        self.words = [replace(w, start=move(w.start), end=move(w.end, end=True)) for w in self.words]
        self.repairs = self._merge(
            [(r, (move(r.span[0]), move(r.span[1], end=True))) for r in self.repairs], made, old
        )

    def _merge(
        self, earlier: list[tuple[Repair, tuple[int, int]]], made: list[Repair], old: str
    ) -> list[Repair]:
        if not earlier:
            return made
        merged: list[Repair] = []
        queue = sorted(
            [(span, 0, r) for r, span in earlier] + [(r.span, 1, r) for r in made], key=lambda q: (q[0], q[1])
        )
        for span, age, repair in queue:
            if merged and span[0] < merged[-1].span[1]:
                top = merged[-1]
                whole = (top.span[0], max(top.span[1], span[1]))
                source = top if age else repair
                merged[-1] = source.model_copy(
                    update={
                        "span": whole,
                        "after": self.text[whole[0] : whole[1]],
                        "confidence": min(top.confidence, repair.confidence),
                    }
                )
            else:
                merged.append(repair.model_copy(update={"span": span, "after": self.text[span[0] : span[1]]}))
        return merged
