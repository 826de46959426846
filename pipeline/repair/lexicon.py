"""The syllables the model knows, found by what is left of them after damage."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.repair import ngram
from pipeline.repair.alphabet import strip_marks
from pipeline.repair.ngram import NGrams
from pipeline.repair.vocabulary import RESERVED
from pipeline.syllable import is_syllable

Ints = NDArray[np.int32]
_RARE = -16.0
"""A syllable under this log probability is no witness that a text is sound."""

_LONGEST = 8
"""Letters of an abbreviation."""


class Lexicon:
    """Syllables by their base letters; see `channels` for the other ways in."""

    def __init__(self, model: NGrams) -> None:
        self.model = model
        self.syllables = {
            word: number
            for number, word in enumerate(model.words)
            if number >= len(RESERVED) and is_syllable(word)
        }
        by_base: dict[str, list[int]] = defaultdict(list)
        for word, number in self.syllables.items():
            by_base[strip_marks(word)].append(number)
        self.by_base: dict[str, Ints] = {
            base: np.array(numbers, np.int32) for base, numbers in by_base.items()
        }
        self.short: dict[str, int] = {}
        """Abbreviations with Đ by what is left of them ("hdnd", "hnd"), where that is nothing else."""
        for number, word in enumerate(model.words):
            if "đ" in word and len(word) <= _LONGEST and not is_syllable(word):
                for left in (word.replace("đ", "d"), word.replace("đ", "")):
                    if len(left) > 1 and left.isascii() and left not in model.index:
                        self.short.setdefault(left, number)
        self.known = {w for w, n in self.syllables.items() if model.unigrams[n] > _RARE}


@lru_cache(maxsize=1)
def shipped() -> Lexicon:
    return Lexicon(ngram.shipped())
