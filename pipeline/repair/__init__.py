"""Repair: broken Vietnamese made whole, sound text left as it is.

`repair` is the whole of it: Unicode and encodings first, then syllables, by a noisy channel over an n-gram
model (docs/repair.md). Every change is listed with what stood before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.model import Method, Repair, Warning
from pipeline.document import Word
from pipeline.repair.edits import Draft, Edit, apart

_VIETNAMESE = 0.3
"""Above this `soundness.vietnameseness` a text is Vietnamese, if damaged."""

__all__ = ["Repaired", "repair"]


@dataclass
class Repaired:
    """A text in NFC, what was changed in it (spans in ``text``), its words moved along, and warnings."""

    text: str
    repairs: list[Repair]
    words: list[Word]
    warnings: list[Warning]


def repair(text: str, *, words: Sequence[Word] = (), method: Method = "native") -> Repaired:
    """Repair a page or document.

    ``words`` (offsets into ``text``) lend their confidences where an OCR engine gave them; ``method`` says
    where the text comes from: in text read by OCR the engine's usual slips are looked for. What is not
    Vietnamese comes back unchanged with a warning. Sound text comes back as it was, but for Unicode
    normalisation (NFC). E-mail and web addresses stand as they are.
    """
    from pipeline.repair.addresses import address_spans, outside
    from pipeline.repair.codes import TO_VIETNAMESE, foreign_edits, lookalike_edits, slip_edits
    from pipeline.repair.encodings import legacy_edits
    from pipeline.repair.mend import mend
    from pipeline.repair.soundness import vietnameseness
    from pipeline.repair.spacing import glued_edits, spacing_edits

    draft = Draft(text, list(words))
    draft.apply(_composed(draft.text))
    draft.apply(legacy_edits(draft.text, by_word=bool(words)))

    def change(edits: Iterable[Edit]) -> None:
        draft.apply(outside(edits, address_spans(draft.text)))

    if method == "ocr":
        change(apart(slip_edits(draft.text)))
    alike = draft.text.translate(TO_VIETNAMESE)
    if alike != draft.text and vietnameseness(alike) > _VIETNAMESE:
        change(lookalike_edits(draft.text))
    foreign = list(foreign_edits(draft.text))
    if foreign and vietnameseness(draft.text) > _VIETNAMESE:
        change(foreign)
    change(glued_edits(draft.text) if method == "native" else spacing_edits(draft.text))
    mended = mend(draft.text, draft.words, slips=method == "ocr")
    draft.apply(mended.edits)
    warnings = mended.warnings
    if not draft.repairs and text.strip() and vietnameseness(draft.text) < _VIETNAMESE:
        warnings = [
            *warnings,
            Warning(code="not-vietnamese", message="reads as no Vietnamese; left as it was"),
        ]
    return Repaired(draft.text, draft.repairs, draft.words, warnings)


def _composed(text: str) -> Iterator[Edit]:
    """Edits that bring a text into NFC, one for each word concerned."""
    if unicodedata.is_normalized("NFC", text):
        return
    place = 0
    for piece in _pieces(text):
        normal = unicodedata.normalize("NFC", piece)
        if normal != piece:
            yield Edit(place, place + len(piece), normal, "unicode")
        place += len(piece)


def _pieces(text: str) -> Iterator[str]:
    import re

    yield from re.findall(r"\s+|\S+", text)
