"""The Vietnamese alphabet: marks taken off, tone marks moved, letters that Latin-1 lacks.

A syllable's *base* is its letters without any mark (``"đường"`` → ``"duong"``). The tone mark of "hòa/hoà",
"ủy/uỷ", "khỏe/khoẻ" has two spellings in daily use; `canonical` folds them into the older one, on which the
model is built, and `restyle` writes the newer one again for documents that do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from pipeline.syllable import TONES

QUALITIES = "\u0302\u0306\u031b"
"""Circumflex, breve, horn."""

_VOWELS = "aăâeêioôơuưy"


def _compose(base: str, tone: str) -> str:
    return unicodedata.normalize("NFC", base + tone)


VOWELS = "".join(_compose(v, t) for v in _VOWELS for t in ("", *TONES))
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz" + "đ" + VOWELS)
MARKED = frozenset(c for c in VOWELS + "đ" if c not in "aeiouy")
ALL_LETTERS = LETTERS | frozenset(c.upper() for c in LETTERS)
ALL_MARKED = MARKED | frozenset(c.upper() for c in MARKED)

_STRIP: dict[int, str] = {}
for _c in ALL_MARKED:
    _decomposed = unicodedata.normalize("NFD", _c)
    _STRIP[ord(_c)] = {"đ": "d", "Đ": "D"}.get(_c, _decomposed[0])


def strip_marks(text: str) -> str:
    """The text without Vietnamese marks, letter for letter (same length): "Đường" → "Duong"."""
    return text.translate(_STRIP)


@lru_cache(maxsize=65536)
def tone_of(syllable: str) -> str:
    """The syllable's tone mark as a combining character, "" for the level tone."""
    for char in unicodedata.normalize("NFD", syllable):
        if char in TONES:
            return char
    return ""


@lru_cache(maxsize=65536)
def without_tone(syllable: str) -> str:
    """The syllable with its tone mark taken off, its letters kept: "đường" → "đương"."""
    return unicodedata.normalize(
        "NFC", "".join(c for c in unicodedata.normalize("NFD", syllable) if c not in TONES)
    )


def _pairs() -> dict[str, str]:
    new: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in TONES:
            new[first + _compose(second, tone)] = _compose(first, tone) + second
    return new


_NEW_TO_OLD = _pairs()
_OLD_TO_NEW = {old: new for new, old in _NEW_TO_OLD.items()}


def _move(syllable: str, pairs: dict[str, str]) -> str:
    tail = pairs.get(syllable[-2:].lower())
    if tail is None or syllable[:-2].lower().endswith("q"):
        return syllable
    return syllable[:-2] + "".join(
        new.upper() if old.isupper() else new for new, old in zip(tail, syllable[-2:], strict=True)
    )


def canonical(syllable: str) -> str:
    """The syllable with its tone mark in the older place: "uỷ" → "ủy", "hoà" → "hòa"; "quý" stays."""
    return _move(syllable, _NEW_TO_OLD)


@lru_cache(maxsize=1 << 16)
def restyle(syllable: str, *, newer: bool) -> str:
    """The syllable with its tone mark where the document's habit puts it."""
    return _move(syllable, _OLD_TO_NEW if newer else _NEW_TO_OLD)


@lru_cache(maxsize=1 << 16)
def style_of(syllable: str) -> str | None:
    """ "newer" or "older" if the syllable shows the writer's habit, else None."""
    tail = syllable[-2:].lower()
    if syllable[:-2].lower().endswith("q"):
        return None
    if tail in _NEW_TO_OLD:
        return "newer"
    return "older" if tail in _OLD_TO_NEW else None
