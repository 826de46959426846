"""The Vietnamese alphabet: marks taken off, tone marks moved, letters that Latin-1 lacks.

A syllable's *base* is its letters without any mark (``"đường"`` → ``"duong"``). The tone mark of "hòa/hoà",
"ủy/uỷ", "khỏe/khoẻ" has two spellings in daily use; `canonical` folds them into the older one, on which the
model is built, and `restyle` writes the newer one again for documents that do.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Grave, acute, tilde, hook above, dot below."""

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


_ONSETS = "ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p q r s t v x".split()  # noqa: SIM905
_CODAS = {"ch", "ng", "nh", "c", "m", "n", "p", "t"}
_NUCLEI = frozenset(
    [
        "a",
        "ai",
        "ao",
        "au",
        "ay",
        "ă",
        "â",
        "âu",
        "ây",
        "e",
        "eo",
        "ê",
        "êu",
        "i",
        "ia",
        "iê",
        "iêu",
        "iu",
        "o",
        "oa",
        "oai",
        "oao",
        "oay",
        "oă",
        "oe",
        "oeo",
        "oi",
        "oo",
        "ô",
        "ôi",
        "ơ",
        "ơi",
        "u",
        "ua",
        "uâ",
        "uây",
        "uê",
        "ui",
        "uô",
        "uôi",
        "uơ",
        "uy",
        "uya",
        "uyê",
        "uyu",
        "ư",
        "ưa",
        "ưi",
        "ươ",
        "ươi",
        "ươu",
        "ưu",
        "y",
        "ya",
        "yê",
        "yêu",
    ]
)
_OPEN_ONLY = {n for n in _NUCLEI if n[-1] in "iuyo" and len(n) > 1 and n not in {"oo", "uy"}} | {
    "ia",
    "ưa",
    "ua",
    "uya",
    "ya",
}
_NEED_CODA = {"ă", "â", "iê", "oă", "uâ", "uô", "uyê", "ươ", "yê", "oo"}


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether the lower-case word is spelt as a Vietnamese syllable can be (source: the rules of chữ Quốc
    ngữ).

    Onset, nucleus and coda must be known ones, and a syllable closed by c, ch, p or t must carry the acute or
    the dot below.
    """
    if not LETTERS.issuperset(word):
        return False
    plain = without_tone(word)
    for onset in (*_ONSETS, ""):
        if not plain.startswith(onset):
            continue
        rest = plain[len(onset) :]
        for size in (2, 1, 0):
            coda = rest[len(rest) - size :] if size else ""
            if size and coda not in _CODAS:
                continue
            nucleus = rest[: len(rest) - size]
            if not nucleus and onset == "gi" and (coda or not rest):
                nucleus = "i"
            if (
                nucleus not in _NUCLEI
                or (coda and nucleus in _OPEN_ONLY)
                or (not coda and nucleus in _NEED_CODA)
            ):
                continue
            if coda in {"c", "ch", "p", "t"} and tone_of(word) not in {"\u0301", "\u0323"}:
                continue
            return True
    return False
