"""Whether a word as a reader gives it, with capitals and marks of punctuation, is a Vietnamese syllable."""

from __future__ import annotations

from pipeline import syllable

_EDGES = "“”‘’\"'()[]{}.,;:!?…-–—/*+"


def is_syllable(word: str) -> bool:
    """Whether ``word``, marks of punctuation at its ends aside, can be one syllable of Vietnamese."""
    return syllable.is_syllable(word.strip(_EDGES).lower())
