"""What kind of damage a stretch of text shows, line by line; most text shows none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from pipeline.repair.alphabet import ALL_MARKED, is_syllable, strip_marks
from pipeline.repair.lexicon import Lexicon
from pipeline.repair.tokens import Kind, Token


class Damage(Enum):
    SOUND = auto()
    """Vietnamese as it should be, or so little of it that nothing can be said."""
    FOREIGN = auto()
    """No Vietnamese: another language, code, tables of codes. Never touched."""
    STRIPPED = auto()
    """All marks lost."""
    PARTLY = auto()
    """Some marks lost."""


@dataclass
class Evidence:
    """Counts over the words (two letters or more) of a stretch."""

    words: int = 0
    marked: int = 0
    sound: int = 0
    """Spelt as a syllable can be, marks or none."""
    restorable: int = 0
    """Some syllable has these base letters."""
    bare: int = 0
    """Restorable, without marks, and impossible as they stand ("quyet", "kiem")."""

    def __iadd__(self, other: Evidence) -> Evidence:
        for name in self.__slots__ if hasattr(self, "__slots__") else vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


def weigh(tokens: Sequence[Token], lexicon: Lexicon) -> Evidence:
    """Count the evidence in a stretch of tokens."""
    seen = Evidence()
    for token in tokens:
        if token.kind is not Kind.WORD or len(token.text) < 2:
            continue
        word = token.text.lower()
        seen.words += 1
        marked = any(c in ALL_MARKED for c in word)
        sound = is_syllable(word)
        restorable = sound or strip_marks(word) in lexicon.by_base
        seen.marked += marked
        seen.sound += sound
        seen.restorable += restorable
        seen.bare += restorable and not sound and not marked
    return seen


def judge(seen: Evidence, *, around: Damage = Damage.SOUND) -> Damage:
    """The damage that the evidence shows; ``around`` is that of the whole text, which decides where this is mute.

    Measured on held-out text: of sound Vietnamese words 88 % bear marks and 0.1 % are bare and impossible; once
    stripped, 47 % are bare and impossible. In English prose a third of words are restorable.
    """
    if seen.words == 0:
        return Damage.SOUND
    if seen.restorable < 0.5 * seen.words:
        return Damage.FOREIGN if around in (Damage.SOUND, Damage.FOREIGN) else around
    if seen.marked <= 0.03 * seen.words and seen.restorable >= 0.7 * seen.words:
        if seen.bare >= max(2, 0.2 * seen.words):
            return Damage.STRIPPED
        return around if around is Damage.STRIPPED else Damage.SOUND
    if seen.bare >= 3 and seen.bare >= 0.06 * seen.words and seen.restorable >= 0.8 * seen.words:
        return Damage.PARTLY
    return Damage.SOUND
