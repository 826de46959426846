"""Tokens of a sentence for the obligation reader: a quotation, a bracket, a citation is one each."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from extractors import abbreviations
from extractors.lexicon import TOKEN
from extractors.model import Span
from extractors.sentences import protected

QUOTE, BRACKET, CITATION = "“”", "()", "§"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: folded words, their spans, whether printed with a capital."""

    words: list[str]
    spans: list[Span]
    capital: list[bool]
    abbreviated: frozenset[str] = frozenset()
    """Words that the text gives as abbreviations of bodies and persons."""
    bearers: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)
    """What `bearers.named` found at a token: a third of its calls ask again."""

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The span of tokens ``[start, end)``."""
        return self.spans[start][0], self.spans[end - 1][1]


def read(plain: str, low: str, span: Span, citations: Sequence[Span] = ()) -> Tokens:
    """Tokens of a span; ``citations`` are spans of references, sorted, each read as one token."""
    holes: list[tuple[int, int, str]] = []
    for start, end in protected(plain, span):
        holes.append((start, end, BRACKET if plain[start] in "([" else QUOTE))
    at = bisect.bisect_left(citations, (span[0], 0))
    for start, end in citations[max(0, at - 1) :]:
        if start >= span[1]:
            break
        if start >= span[0] and not any(a <= start < b for a, b, _ in holes):
            holes = [hole for hole in holes if not start <= hole[0] < end]
            holes.append((start, min(end, span[1]), CITATION))
    holes.sort()
    words: list[str] = []
    spans: list[Span] = []
    capital: list[bool] = []
    position = span[0]
    for start, end, word in [*holes, (span[1], span[1], "")]:
        for match in TOKEN.finditer(low, position, start):
            words.append(match[0])
            spans.append(match.span())
            capital.append(plain[match.start()].isupper())
        if word:
            words.append(word)
            spans.append((start, end))
            capital.append(False)
            position = end
    return Tokens(words, spans, capital, abbreviations.of_bearers(plain))
