"""Syllables one letter away from what an OCR engine read: "lìghiệp" for "nghiệp", "ấưa" for "đưa"."""

from __future__ import annotations

from math import log

from pipeline.repair.alphabet import strip_marks
from pipeline.repair.lexicon import Lexicon

_LETTERS = "abcdeghiklmnopqrstuvxy"
_LOOK_ALIKE = (
    "li lt il it ft tf hb bh hn nh uo ou oe eo ec ce oc co nu un dđ đd aâ ad da gq qg vy yv rn cg gc mn ij "
    "vu uv xk"
)
_ALIKE = frozenset((pair[0], pair[1]) for pair in _LOOK_ALIKE.split())
_SUBSTITUTED, _SIMILAR, _EXTRA, _MISSED, _MARK = log(3e-4), log(3e-3), log(1e-3), log(1e-3), log(0.05)


def neighbours(word: str, lexicon: Lexicon) -> dict[int, float]:
    """Syllables whose base letters differ from the word's by one letter: number → log P(read | syllable)."""
    base = strip_marks(word)
    found: dict[int, float] = {}

    def offer(text: str, cost: float, aligned: str) -> None:
        numbers = lexicon.by_base.get(text)
        if numbers is None:
            return
        for number in numbers.tolist():
            syllable = lexicon.model.words[number]
            marks = sum(_MARK for was, now in zip(syllable, aligned, strict=True) if now not in ("\0", was))
            found[number] = max(found.get(number, -99.0), cost + marks)

    for place in range(len(base) + 1):
        before, after = base[:place], base[place + 1 :]
        if place < len(base):
            offer(before + after, _EXTRA, word[:place] + word[place + 1 :])
            for letter in _LETTERS:
                if letter != base[place]:
                    cost = _SIMILAR if (letter, base[place]) in _ALIKE else _SUBSTITUTED
                    # Whatever mark the wrong letter bears, the right one may bear any.
                    offer(before + letter + after, cost, word[:place] + "\0" + word[place + 1 :])
        for letter in _LETTERS:
            offer(before + letter + base[place:], _MISSED, word[:place] + "\0" + word[place:])
    return {number: cost for number, cost in found.items() if cost > -15}
