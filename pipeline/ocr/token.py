"""A word as the engine saw it: text, confidence, box in pixels of the prepared image."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_LOOKALIKES = str.maketrans("Ðð⁄∕ˆ˜", "Đđ//^~")


@dataclass(frozen=True, slots=True)
class Token:
    """``confidence`` is the engine's own, 0 to 1; ``line`` tells which tokens the engine put on one line."""

    text: str
    confidence: float
    x0: float
    y0: float
    x1: float
    y1: float
    line: tuple[int, int, int] = (0, 0, 0)
    alternatives: tuple[tuple[str, float], ...] = ()

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


def normal(text: str) -> str:
    """The engine's text in NFC, with Đ for the Icelandic eth that its models write for it, also where they
    write the letter once as each ("ĐÐU" for "ĐU"), and the plain slash for the fraction's."""
    for pair in ("ĐÐ", "ÐĐ"):
        text = text.replace(pair, "Đ")
    return unicodedata.normalize("NFC", text.translate(_LOOKALIKES)).strip()
