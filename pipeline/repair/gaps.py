"""What the spaces tell where whole syllables vanished: "4 cấp : tốt" was "4 cấp độ: tốt".

Software that drops letters leaves the spaces on both sides of a syllable that it drops whole. Often they are
closed up later; where they are not, they are the surest sign. They say nothing in text that is spaced so
anyhow.
"""

from __future__ import annotations

import re

from pipeline.repair.tokens import Token

_WIDE = re.compile(r"(?<=[^\W\d_]) {2,}(?=[^\W\d_])")
_GAP = re.compile(r"(?<=[^\W\d_]) +(?=[^\W\d_])")
_APART = re.compile(r"(?<=[^\W\d_]) [,;:.)”]")
_SIGN = re.compile(r"(?<=[^\W\d_]) ?[,;:.)”]")
_OPENED = re.compile(r"[(“] ")
_OPENING = re.compile(r"[(“]")
_LEAST, _MOST = 0.003, 0.1
"""Of the gaps between words that are wide: syllables vanish whole in one place of thirty."""
_FEW = 0.2
"""Of the signs that a space stands before, at most."""
_CLOSE = 4.0
"""What a single space adds to nothing having stood, where vanished syllables left two."""


class Gaps:
    """How a text whose letters were dropped is spaced."""

    HOLE = -6.5
    """Logarithm of how seldom such a space is one too many (of -3 to -8 measured, little turns on it)."""

    def __init__(self, text: str) -> None:
        gaps = len(_GAP.findall(text))
        self._wide = _LEAST * gaps <= len(_WIDE.findall(text)) <= _MOST * gaps
        self._apart = len(_APART.findall(text)) <= _FEW * len(_SIGN.findall(text))
        self._opened = len(_OPENED.findall(text)) <= _FEW * len(_OPENING.findall(text))

    def before_sign(self, text: str, token: Token) -> bool:
        """Whether the space before this sign is the trace of a syllable."""
        return self._apart and token.start > 0 and _APART.match(text, token.start - 1) is not None

    def before_word(self, text: str, token: Token) -> float:
        """The cost of nothing having stood before this word."""
        before = text[max(token.start - 2, 0) : token.start]
        if (self._wide and before == "  ") or (self._opened and _OPENED.match(before)):
            return self.HOLE
        return _CLOSE if self._wide and before[-1:] == " " else 0.0
