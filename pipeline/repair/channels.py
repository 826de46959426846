"""What may have stood where a damaged syllable stands, and how likely the damage is: one class a kind of
damage."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from pipeline.repair.alphabet import ALL_MARKED, strip_marks
from pipeline.repair.confusions import VIETNAMESE, letter_costs
from pipeline.repair.lexicon import Lexicon
from pipeline.repair.nearness import neighbours
from pipeline.repair.vocabulary import UNKNOWN, folded
from pipeline.syllable import is_syllable

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Candidates = tuple[Ints, Floats]
"""Word numbers and log P(seen | word) for each."""

SEEN = -2
"""Stands for the word as it was seen, where the model does not know it."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an OCR engine says of a word that it read: the share of such words that are right, and other
    readings of the same ink, letters only.
    """

    confidence: float
    others: tuple[str, ...] = ()


class Channel(Protocol):
    """Candidates for a word as seen (NFC, any case), with the reader's doubt where it has one."""

    def candidates(self, seen: str, doubt: Doubt | None = None) -> Candidates: ...


def _fixed(number: int) -> Candidates:
    return np.array([number], np.int32), np.zeros(1, np.float32)


class Stripped:
    """All marks stripped, or each with probability ``rate``: a mark that is there was there before."""

    def __init__(self, lexicon: Lexicon, rate: float = 1.0) -> None:
        self._lexicon = lexicon
        self._lost, self._left = log(max(rate, 1e-4)), log(max(1 - rate, 1e-4))
        self._whole = rate >= 1.0
        self._memory: dict[str, Candidates] = {}

    def candidates(self, seen: str, doubt: Doubt | None = None) -> Candidates:
        word = folded(seen)
        if word not in self._memory:
            self._memory[word] = self._find(word)
        return self._memory[word]

    def _find(self, word: str) -> Candidates:
        model = self._lexicon.model
        numbers = self._lexicon.by_base.get(strip_marks(word))
        if numbers is None or (len(word) == 1 and word not in "aeiouyd"):
            return _fixed(model.index.get(word, UNKNOWN))
        if self._whole and not any(c in ALL_MARKED for c in word):
            return numbers, np.zeros(len(numbers), np.float32)
        kept, costs = [], []
        bare = not any(c in ALL_MARKED for c in word)
        for number in numbers.tolist():
            syllable = model.words[number]
            if syllable == word:
                cost = 0.0 if bare else self._left
            elif bare:
                # Words lose all their marks together.
                cost = self._lost
            elif all(_within(now, was) for was, now in zip(syllable, word, strict=True)):
                cost = self._lost + _SOME
            else:
                continue
            kept.append(number)
            costs.append(cost)
        if not kept:
            return _fixed(model.index.get(word, UNKNOWN))
        return np.array(kept, np.int32), np.array(costs, np.float32)


_SOME = log(0.1)
"""A word lost some marks and kept others."""


@lru_cache(maxsize=4096)
def _within(part: str, whole: str) -> bool:
    return set(unicodedata.normalize("NFD", part)) <= set(unicodedata.normalize("NFD", whole))


class Slips:
    """Marks mistaken by an OCR engine that knows Vietnamese. The word as seen is always a candidate."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._memory: dict[str, Candidates] = {}
        self._costs = letter_costs(VIETNAMESE)

    def candidates(self, seen: str, doubt: Doubt | None = None) -> Candidates:
        word = folded(seen)
        plain = all(c not in ALL_MARKED or c == "Đ" for c in seen)
        if seen.isupper() and plain and strip_marks(word) not in self._lexicon.by_base:
            # HĐND, QĐ: an abbreviation, for its letters are no syllable's.
            return _fixed(self._lexicon.model.index.get(word, UNKNOWN))
        if word not in self._memory:
            self._memory[word] = self._find(word)
        numbers, costs = self._memory[word]
        if doubt is None:
            return numbers, costs
        odds = _odds_wrong(doubt.confidence)
        if len(numbers) > 1:
            costs = costs + np.where(costs < 0, np.float32(odds - _USUAL), np.float32(0))
        for other in doubt.others:
            number = self._lexicon.syllables.get(folded(other))
            if number is None or len(other) == 1:
                continue
            # The likeliest of what it may be if not what it was read as.
            cost = np.float32(odds + _OTHER)
            place = np.flatnonzero(numbers == number)
            if not len(place):
                numbers, costs = np.append(numbers, np.int32(number)), np.append(costs, cost)
            elif place[0]:
                costs = costs.copy()
                costs[place[0]] = max(costs[place[0]], cost)
        return numbers, costs

    def _find(self, word: str) -> Candidates:
        model = self._lexicon.model
        own = model.index.get(word, UNKNOWN)
        if len(word) == 1:
            return _fixed(own)
        kept, costs = [own], [0.0]
        for number in self._lexicon.by_base.get(strip_marks(word), np.zeros(0, np.int32)).tolist():
            if number == own:
                continue
            cost = sum(
                max(self._costs.get((was, now), _SLIP), _SLIP)
                for was, now in zip(model.words[number], word, strict=True)
                if was != now
            )
            if cost > _FAR:
                kept.append(number)
                costs.append(cost)
        if not is_syllable(word) and any(c in ALL_MARKED for c in word):
            # A word with marks that is no syllable was hardly written so; letters may be wrong too.
            for number, cost in neighbours(word, self._lexicon).items():
                if number not in kept:
                    kept.append(number)
                    costs.append(cost)
            # Names of the Highlands (Đắk, Krông) are known though they are none.
            costs[0] = _IMPOSSIBLE if own == UNKNOWN else _UNHEARD
        elif own == UNKNOWN and len(kept) > 1:
            costs[0] = _UNHEARD
        return np.array(kept, np.int32), np.array(costs, np.float32)


_SLIP = log(0.002)
"""One mark taken for another, at least: the pages on which slips were counted hold few of each kind. Of
0.0008, 0.002 and 0.004 the middle one mends most without touching more of what is right."""
_FAR = -15.0
_IMPOSSIBLE, _UNHEARD = -9.0, -3.0
"""What stands as it was read: no syllable; one that no text seen has. (The model gives all unknown words
together what it gives one common word.)"""


_OTHER = log(0.33)
"""An engine's second reading is right where the first is wrong (measured: 25 of 76 such words)."""
_USUAL = log(0.04 / 0.96)
"""Odds of a wrong word on the pages on which slips were counted."""


def _odds_wrong(confidence: float) -> float:
    share = min(0.98, max(0.005, 1 - confidence))
    return log(share / (1 - share))
