"""The channel of an OCR engine without Vietnamese: "Nâng cao chất lượng" → "Ndng cao chat lwong".

Every syllable of the language is aligned with what was read, letter by letter, at the costs that were counted
(`confusions`); the best few dozen are candidates.
"""

from __future__ import annotations

from math import log

import numpy as np
from numpy.typing import NDArray

from pipeline.repair.alphabet import strip_marks
from pipeline.repair.channels import Candidates, Doubt
from pipeline.repair.confusions import ENGLISH, letter_costs
from pipeline.repair.lexicon import Lexicon
from pipeline.repair.vocabulary import NUMBER, UNKNOWN, folded

_SAME, _BARE, _ALIKE, _OTHER = log(0.9), log(0.35), log(0.05), log(0.0006)
"""At least: a letter without marks read as itself, one that lost its marks, one that looks alike, any
other."""
_EXTRA, _MISSED = log(0.003), log(0.004)
_FOREIGN = -15.0
"""The word stands as it was read: a foreign word, or one beyond repair."""
_DIGITS, _FAR = log(0.03), -11.0
"""One number among those of so many digits; digits that look like no syllable."""
_KEEP, _NEAR = 32, 11.0
_RARE = -15.0
_LONGEST = 7
_STROKES = {("đ", "p"), ("đ", "b")}
"""Capital Đ is taken for P and B."""
# v, g, i, d and é were counted too seldom: "dugc" is "được", "nim" is "năm", "ý" comes out as "v".
# Of real scans read with data `eng` 92.1 % of the syllables are right without them, 92.6 % with.
_ALSO = {
    "1": "lit",
    "v": "y",
    "g": "o",
    "i": "a",
    "d": "oa",
    "é": "o",
    "3": "a",
    "4": "a",
    "5": "s",
    "0": "o",
    "6": "o",
    "|": "li",
    "&": "o",
    "¥": "y",
    "¢": "c",
    "€": "e",
    "@": "o",
    "$": "s",
    "’": "",
    "'": "",
}


class Misread:
    """Candidates for a word as such an engine read it; letters, digits and signs may stand for letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        model = self._model = lexicon.model
        words = [w for w, n in lexicon.syllables.items() if model.unigrams[n] > _RARE and len(w) <= _LONGEST]
        self._numbers = np.array([lexicon.syllables[w] for w in words], np.int32)
        letters = sorted({c for w in words for c in w})
        place = {c: i for i, c in enumerate(letters)}
        self._letters = letters
        self._spelt = np.full((len(words), _LONGEST), -1, np.int64)
        for row, word in enumerate(words):
            self._spelt[row, : len(word)] = [place[c] for c in word]
        self._length = np.array([len(w) for w in words])
        self._counted = letter_costs(ENGLISH)
        self._memory: dict[str, Candidates] = {}
        self._columns: dict[str, NDArray[np.float32]] = {}

    def candidates(self, seen: str, doubt: Doubt | None = None) -> Candidates:
        word = seen.lower()
        if len(seen) > 1 and seen[0] == "I" and seen[1:].islower():
            # A capital I is an l as often.
            word = "|" + word[1:]
        if word not in self._memory:
            self._memory[word] = self._number(word) if word.isdigit() else self._find(word)
        return self._memory[word]

    def _number(self, digits: str) -> Candidates:
        """A number, or a syllable whose letters look like these digits."""
        numbers, costs = self._find(digits)
        alike = (costs > _FAR) & (numbers != UNKNOWN)
        return np.append(np.int32(NUMBER), numbers[alike]), np.append(np.float32(_DIGITS), costs[alike])

    def _cost(self, read: str) -> NDArray[np.float32]:
        """log P(read | letter) for every letter, and one more place for none."""
        if read not in self._columns:
            self._columns[read] = self._column(read)
        return self._columns[read]

    def _column(self, read: str) -> NDArray[np.float32]:
        costs = np.full(len(self._letters) + 1, -99.0, np.float32)
        for place, letter in enumerate(self._letters):
            usual = -99.0
            if len(read) == 1:
                base = strip_marks(letter)
                if read == letter == base:
                    usual = _SAME
                elif read == base:
                    usual = _BARE
                elif strip_marks(read) == base or base in _ALSO.get(read, "") or (letter, read) in _STROKES:
                    usual = _ALIKE
                else:
                    usual = _OTHER
            # Letters next to each other were counted together ("đả" → "da"), so single counts run low.
            costs[place] = max(usual, self._counted.get((letter, read), -99.0))
        return costs

    def _find(self, word: str) -> Candidates:
        if len(word) > _LONGEST + 3:
            return np.array([self._model.index.get(folded(word), UNKNOWN)], np.int32), np.zeros(1, np.float32)
        count, longest = self._spelt.shape
        single = [self._cost(c)[self._spelt] for c in word]
        double = [self._cost(word[i : i + 2])[self._spelt] for i in range(len(word) - 1)]
        # best[k][:, j]: the first k signs read stand for the first j letters.
        best = np.full((len(word) + 1, count, longest + 1), -99.0, np.float32)
        best[0, :, 0] = 0
        for k in range(len(word) + 1):
            row = best[k]
            if k:
                np.maximum(row, best[k - 1] + _EXTRA, out=row)
                np.maximum(row[:, 1:], best[k - 1][:, :-1] + single[k - 1], out=row[:, 1:])
            if k > 1:
                np.maximum(row[:, 1:], best[k - 2][:, :-1] + double[k - 2], out=row[:, 1:])
            for j in range(1, longest + 1):
                np.maximum(row[:, j], row[:, j - 1] + _MISSED, out=row[:, j])
        total = best[len(word)][np.arange(count), self._length]
        prior = total + 0.5 * self._model.unigrams[self._numbers]
        order = np.argsort(-prior)[:_KEEP]
        order = order[total[order] > total.max() - _NEAR]
        own = self._model.index.get(folded(word), UNKNOWN)
        if own in self._numbers[order]:
            return self._numbers[order], total[order]
        # It may be no Vietnamese at all.
        return np.append(self._numbers[order], np.int32(own)), np.append(total[order], np.float32(_FOREIGN))
