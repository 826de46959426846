"""Tests on what a word or line says, that bear with the engine's slips."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache


@lru_cache(maxsize=4096)  # a page's lines are asked for many phrases
def fold(text: str) -> str:
    """``text`` in lower case without marks, đ as d: how two readings of the same print are compared."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9 ]", "", "".join(c for c in bare if not unicodedata.combining(c)))


def likeness(text: str, phrase: str) -> float:
    """How far ``text`` reads as ``phrase`` (folded), 0 to 1."""
    seen = fold(text).replace(" ", "")
    return SequenceMatcher(None, seen, phrase.replace(" ", ""), autojunk=False).ratio() if seen else 0.0


def like(text: str, phrase: str, ratio: float = 0.75) -> bool:
    """Whether ``text`` reads as ``phrase`` (folded) but for a few letters."""
    return likeness(text, phrase) >= ratio


def holds(text: str, phrase: str, ratio: float = 0.8) -> bool:
    """Whether some stretch of ``text`` reads as ``phrase`` (folded) but for a few letters."""
    seen, wanted = fold(text).replace(" ", ""), phrase.replace(" ", "")
    if wanted in seen:
        return True
    size = len(wanted)
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    for k in range(max(1, len(seen) - size + 1)):
        matcher.set_seq1(seen[k : k + size])
        # the bounds cost little, and rule out nearly every stretch
        if (
            matcher.real_quick_ratio() >= ratio
            and matcher.quick_ratio() >= ratio
            and matcher.ratio() >= ratio
        ):
            return True
    return False


def is_number_line(text: str) -> bool:
    """Whether a line begins as a document number does: "Số", "Số:", "S6:"…"""
    return re.match(r"\W*s[oốôóòồ06ổỗộ]\s*([:.;,]|\s|\d|/|$|[^a-zà-ỹ])", text.lower()) is not None
