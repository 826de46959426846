"""What the language model counts: tokens as small whole numbers.

Syllables are counted in lower case with the tone mark in the older place; numbers, codes and sentence ends
are one symbol each; other punctuation is not counted at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

from pipeline.repair.alphabet import canonical
from pipeline.repair.tokens import Kind, Token

UNKNOWN, STOP, NUMBER, CODE, COMMA = range(5)
RESERVED = ("<unk>", "<s>", "<num>", "<code>", "<,>")
_SYMBOLS = {
    Kind.NUMBER: NUMBER,
    Kind.CODE: CODE,
    Kind.COMMA: COMMA,
    Kind.STOP: STOP,
    Kind.BREAK: STOP,
}


class Shape(IntEnum):
    """How a word is written; a capital that opens a sentence says nothing."""

    LOWER = 0
    CAPITAL = 1
    UPPER = 2
    OPENING = 3


@lru_cache(maxsize=1 << 17)
def folded(text: str) -> str:
    """The form in which the model counts a word."""
    return canonical(text.lower())


def symbol(token: Token) -> int | None:
    """The symbol of a token that is no word; None for what the model does not count."""
    return _SYMBOLS.get(token.kind)


def shapes(tokens: Iterable[Token]) -> Iterator[tuple[Token, Shape]]:
    """Each token with its shape. Openings follow a sentence end, a line break, a bracket or a clause mark."""
    opening = True
    for token in tokens:
        if token.kind is Kind.WORD:
            text = token.text
            if opening:
                yield token, Shape.OPENING
            elif text.islower():
                yield token, Shape.LOWER
            elif len(text) > 1 and text.isupper():
                yield token, Shape.UPPER
            else:
                yield token, Shape.CAPITAL
            opening = False
        else:
            yield token, Shape.OPENING
            opening = (
                token.kind is not Kind.COMMA and token.kind is not Kind.NUMBER and token.kind is not Kind.CODE
            )
