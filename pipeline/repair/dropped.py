"""The channel that drops every letter outside Latin-1: "Hướng dẫn" → "Hng dn", "để" → nothing at all.

Seen where text passed through software that knew Western Europe only. A letter that was written as a base
with a combining mark loses only the mark: "đầu" → "âu", "là" → "la".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from math import log

import numpy as np

from pipeline.repair.alphabet import canonical, restyle, tone_of, without_tone
from pipeline.repair.channels import Candidates, Doubt
from pipeline.repair.lexicon import Lexicon
from pipeline.repair.vocabulary import UNKNOWN, folded

_WHOLE, _HALF = log(0.95), log(0.05)
"""A toned letter is lost whole, or only its combining tone mark is (in the text known: 1 in 20)."""
_TYPING = log(0.02)
"""A syllable stands as it was although it should have lost letters: typed or pasted in later."""
_RARE = -17.0
_TYPO, _USUAL = log(0.00005), -9.5
"""A syllable that lost one letter more, which Latin-1 has ("chính quy" for "chính quyền"); only common
syllables are looked for."""
_OFTEN, _ALSO_GONE = -7.45, (-1.0, 0.7)
"""What is added where a syllable that is common vanished, and another one: the model puts "để" and "ở" in too
often (on the directives of docs/repair.md 101 of 259 syllables too many are fewer, 11 more are missed)."""


def remains(syllable: str) -> dict[str, float]:
    """What is left of a syllable, and the logarithm of how likely each remainder is."""
    choices: list[list[tuple[str, float]]] = []
    for letter in syllable:
        if ord(letter) > 0xFF:
            plain = without_tone(letter)
            kept = plain if plain <= "\xff" else ""
            toned = bool(tone_of(letter))
            choices.append([("", _WHOLE), (kept, _HALF)] if toned and kept else [("", 0.0)])
        elif tone_of(letter):
            choices.append([(letter, _WHOLE), (without_tone(letter), _HALF)])
        else:
            choices.append([(letter, 0.0)])
    left: dict[str, float] = {}
    for letters in product(*choices):
        text = "".join(t for t, _ in letters)
        cost = sum(c for _, c in letters)
        left[text] = max(left.get(text, -99.0), cost)
    return left


def _shortened(text: str) -> Iterator[str]:
    """The text without one of the letters that it has beyond the first."""
    if len(text) > 1:
        for place in range(1, len(text)):
            yield text[:place] + text[place + 1 :]


class Dropped:
    """Candidates for what is left of a syllable."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._model = lexicon.model
        found: dict[str, dict[int, float]] = defaultdict(dict)
        for word, number in lexicon.syllables.items():
            if self._model.unigrams[number] < _RARE:
                continue
            for spelling in {word, canonical(word), restyle(word, newer=True)}:
                for text, cost in remains(spelling).items():
                    found[text][number] = max(cost, found[text].get(number, -99.0))
                    if self._model.unigrams[number] > _USUAL:
                        for less in _shortened(text):
                            found[less][number] = max(cost + _TYPO, found[less].get(number, -99.0))
        gone = found.pop("", {})
        common = {
            n: c + _ALSO_GONE[int(self._model.unigrams[n] < _OFTEN)]
            for n, c in gone.items()
            if self._model.unigrams[n] > -11
        }
        self.vanished: Candidates = _arrays(common)
        """Syllables of which nothing is left."""
        self._found: dict[str, Candidates] = {text: _arrays(numbers) for text, numbers in found.items()}

    def knows(self, seen: str) -> bool:
        """Whether something could have become this."""
        return seen.lower() in self._found

    def candidates(self, seen: str, doubt: Doubt | None = None) -> Candidates:
        word = seen.lower()
        found = self._found.get(word)
        own = self._model.index.get(folded(word), UNKNOWN)
        if found is None:
            return np.array([own], np.int32), np.zeros(1, np.float32)
        if own in found[0] or own == UNKNOWN:
            return found
        return np.append(found[0], np.int32(own)), np.append(found[1], np.float32(_TYPING))


def _arrays(numbers: dict[int, float]) -> Candidates:
    return np.array(list(numbers), np.int32), np.array(list(numbers.values()), np.float32)
