"""Text cut into tokens: syllables that repair may touch, and all else, which it may not.

Codes, numbers, dates, e-mail and web addresses are single tokens of kind CODE or NUMBER; nothing in repair
rewrites their letters by guesswork.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from pipeline.repair.addresses import ADDRESS, address_spans

_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_ALNUM = r"(?:[^\W_][\u0300-\u036f]*)"

_PLAIN = rf"""
    (?P<word>{_LETTER}+(?![\w/@\u0300-\u036f]|[-.]\w))
    |(?P<joined>{_ALNUM}+(?:[-/.,:]{_ALNUM}+)*)
    |(?P<stop>[.;:!?…])
    |(?P<comma>,)
    |(?P<line>\n[^\S\n]*\n\s*|[\n\f\u2028\u2029])
    |(?P<other>[^\w\s]|_)
    """
_TOKEN = re.compile(_PLAIN, re.VERBOSE)
_WITH_ADDRESSES = re.compile(rf"(?P<address>{ADDRESS})|{_PLAIN}", re.VERBOSE)
"""Takes twice the time, so that only texts that hold an address are cut by it."""
_PART = re.compile(rf"{_LETTER}+|{_ALNUM}+")
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\Z")


class Kind(IntEnum):
    WORD = 0
    NUMBER = 1
    CODE = 2
    STOP = 3
    COMMA = 4
    OTHER = 5
    LINE = 6
    BREAK = 7
    """An empty line."""


class Token(NamedTuple):
    start: int
    end: int
    text: str
    kind: Kind


def _joined(match: re.Match[str]) -> Iterator[Token]:
    """Runs with digits or inner punctuation: a code, or words joined by a hyphen, slash or missing space."""
    start, text = match.start(), match.group()
    if any(c.isdigit() for c in text):
        yield Token(
            start, match.end(), text, Kind.NUMBER if not any(c.isalpha() for c in text) else Kind.CODE
        )
        return
    parts = list(_PART.finditer(text))
    if len(parts) > 1 and text.isupper() and ("/" in text or max(len(p.group()) for p in parts) <= 4):
        yield Token(start, match.end(), text, Kind.CODE)
        return
    last = 0
    for part in parts:
        if part.start() > last:
            yield Token(start + last, start + part.start(), text[last : part.start()], Kind.OTHER)
        yield word(start + part.start(), part.group())
        last = part.end()


def word(start: int, text: str) -> Token:
    """A word token, or a number where the word is a Roman numeral in capitals."""
    kind = Kind.NUMBER if text.isupper() and _ROMAN.match(text) else Kind.WORD
    return Token(start, start + len(text), text, kind)


_KINDS = {"stop": Kind.STOP, "comma": Kind.COMMA, "other": Kind.OTHER, "address": Kind.CODE}


def tokenize(text: str) -> Iterator[Token]:
    """The tokens of NFC text in order; white space other than line ends is dropped."""
    pattern = _WITH_ADDRESSES if address_spans(text) else _TOKEN
    for match in pattern.finditer(text):
        group = match.lastgroup
        if group == "word":
            yield word(match.start(), match.group())
        elif group == "joined":
            yield from _joined(match)
        elif group == "line":
            kind = Kind.BREAK if match.group().count("\n") > 1 or match.group() == "\f" else Kind.LINE
            yield Token(match.start(), match.end(), match.group(), kind)
        else:
            yield Token(match.start(), match.end(), match.group(), _KINDS[group or "other"])
