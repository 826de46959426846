"""Whether a PDF page's text layer can be trusted, or the page must be read from its image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Reason = Literal["sound", "empty", "garbage", "not-vietnamese"]

_SOUND = 0.6
"""`vietnameseness` of a page from which its layer is used: sound pages of directives measure 0.75 to 1,
layers with shifted codes or read by an engine without Vietnamese under 0.4."""
_MOST_UNREAD = 0.02
"""Share of words with unknown codes above which a page is read from its image: OCR of clean pages gets as
many wrong (docs/ocr.md)."""
_LEAST_LETTERS = 12
"""A page with fewer letters (a page number, a stamp's overlay) is judged by its image."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reason`` says why a layer is not used; ``score`` is how Vietnamese it reads, 0 to 1."""

    reason: Reason
    score: float

    @property
    def sound(self) -> bool:
        return self.reason == "sound"


def judge(text: str, font_names: Sequence[str] = (), unread: float = 0.0) -> Verdict:
    """Judges the text layer of one page; the share ``unread`` of its words has codes that no table tells."""
    from pipeline.repair.codes import TO_VIETNAMESE
    from pipeline.repair.soundness import vietnameseness

    text = text.translate(TO_VIETNAMESE)  # mended afterwards, letter for letter
    letters = sum(character.isalpha() for character in text)
    if letters < _LEAST_LETTERS:
        return Verdict("empty", 0.0)
    score = vietnameseness(text)
    if score >= _SOUND:
        return Verdict("garbage" if unread > _MOST_UNREAD else "sound", score)
    return Verdict("garbage" if score < _SOUND / 2 else "not-vietnamese", score)
