"""Words and their parts of speech, by underthesea (conditional random fields trained on VLSP 2013).

Vietnamese writes a blank between syllables, so "chủ trì" is one word of two. underthesea rewrites what it
reads: it splits "90/2020/NĐ-CP" and gives "hoà" as "hòa". So it sees only the stretches between numbers and
codes, and each word it returns is laid on the letters it came from; a stretch that does not fit is left out.

For search and study. The readers of obligations do not use it: with its tags their F1 fell from .937 to .930
on 70 documents (1 obligation gained, 12 false).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.model import Span

_RUN = re.compile(r"\S+")
_CODE = re.compile(r"[\d/@_]|[A-ZĐ]-[A-ZĐ]|www\.")
"""What makes a run of letters a number or a code: "30%", "90/2020/NĐ-CP", "BNV-VP", an address."""
_BREAK = re.compile(r"\n\s*\n|(?<=[.;:!?…])\s+")
_PIECE = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its part of speech (N noun, Np name, V verb, A adjective, E preposition, …) and its letters."""

    text: str
    tag: str
    span: Span


def find(text: str) -> list[Word]:
    """The words of a text in order, marks left out; each one's span covers exactly its letters."""
    found: list[Word] = []
    for start, end in _stretches(text):
        found += _tagged(text, start, end)
    return found


def _stretches(text: str) -> Iterator[Span]:
    """What lies between codes, blank lines and the ends of sentences, where it holds a letter."""
    cuts = [match.span() for match in _BREAK.finditer(text)]
    cuts += [match.span() for match in _RUN.finditer(text) if _CODE.search(match[0])]
    start = 0
    for a, b in (*sorted(cuts), (len(text), len(text))):
        if a > start and any(letter.isalpha() for letter in text[start:a]):
            yield start, a
        start = max(start, b)


def _tagged(text: str, start: int, end: int) -> list[Word]:
    """The words of one stretch; none where underthesea changed more than tones and their places."""
    from underthesea import pos_tag

    given: list[str] = []
    at: list[Span] = []  # for each letter that is given, the letters it stands for
    for match in _PIECE.finditer(text, start, end):
        piece = unicodedata.normalize("NFC", match[0])
        given.append(piece)
        one_each = len(piece) == len(match[0])
        at += [(i, i + 1) for i in range(*match.span())] if one_each else [match.span()] * len(piece)
    words: list[Word] = []
    place = 0
    for word, tag in pos_tag(" ".join(given)):
        first, place = place, place + len("".join(word.split()))
        if not first < place <= len(at):
            return []
        a, b = at[first][0], at[place - 1][1]
        if _bare(text[a:b]) != _bare(word):
            return []
        if tag != "CH" and any(letter.isalpha() for letter in word):
            words.append(Word(text[a:b], tag, (a, b)))
    return words if place == len(at) else []


def _bare(text: str) -> str:
    """The letters without blanks and without marks above or below."""
    return "".join(
        c for c in unicodedata.normalize("NFD", text) if not (c.isspace() or unicodedata.combining(c))
    )
