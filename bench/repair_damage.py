"""Damage done by program to sound text, and how much of a text is right again after repair."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.repair.alphabet import canonical, strip_marks, tone_of, without_tone
from pipeline.syllable import is_syllable

_WORD = re.compile(r"[^\W\d_]+")


def syllables(text: str) -> list[str]:
    """The words of a text, case and the two tone-mark spellings folded."""
    return [canonical(w.lower()) for w in _WORD.findall(unicodedata.normalize("NFC", text))]


def stripped(text: str) -> str:
    return strip_marks(text)


def dropped(text: str, *, half: float = 0.05, seed: int = 1) -> str:
    """Letters outside Latin-1 lost; with probability ``half`` only a letter's tone mark; spaces closed up."""
    rng = random.Random(seed)
    left = []
    for char in text:
        if ord(char) <= 0xFF or not char.isalpha():
            left.append(char)
        elif tone_of(char) and rng.random() < half and ord(without_tone(char)) <= 0xFF:
            left.append(without_tone(char))
    return re.sub(r"[ \t]+", " ", "".join(left))


def partly(text: str, *, rate: float = 0.3, seed: int = 1) -> str:
    """Each word loses all its marks with probability ``rate``."""
    rng = random.Random(seed)
    return _WORD.sub(lambda m: strip_marks(m.group()) if rng.random() < rate else m.group(), text)


def right(gold: Sequence[str], got: Sequence[str]) -> float:
    """The share of the gold words that stand in the text, in order."""
    if not gold:
        return 1.0
    blocks = SequenceMatcher(None, gold, got, autojunk=False).get_matching_blocks()
    return sum(b.size for b in blocks) / len(gold)


def slips(gold: Sequence[str], got: Sequence[str]) -> int:
    """Words read as another syllable: same base letters, or one letter off."""
    from rapidfuzz.distance import Levenshtein

    count = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, gold, got, autojunk=False).get_opcodes():
        if tag != "replace" or i2 - i1 != j2 - j1:
            continue
        for true, read in zip(gold[i1:i2], got[j1:j2], strict=True):
            a, b = (strip_marks(w.strip('.,;:“”"()').lower()) for w in (true, read))
            count += (
                a.isalpha()
                and len(a) > 1
                and is_syllable(true.strip('.,;:“”"()').lower())
                and Levenshtein.distance(a, b) <= 1
            )
    return count


def broken(gold: Sequence[str], seen: Sequence[str], got: Sequence[str]) -> tuple[int, int]:
    """Of the words read right, how many repair changed: ``(changed, right)``. Words must correspond one to
    one.
    """
    good: set[int] = set()
    for block in SequenceMatcher(None, gold, seen, autojunk=False).get_matching_blocks():
        good.update(range(block.b, block.b + block.size))
    pairs = SequenceMatcher(None, seen, got, autojunk=False)
    kept = {block.a + k for block in pairs.get_matching_blocks() for k in range(block.size)}
    return len(good - kept), len(good)
