"""Snippets: the stretch of text that shows best why it was found, with what matched marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from corpus.fold import exact_tokens, fold
from corpus.query import Phrase

_WIDTH = 160
"""Characters of a snippet, about two lines of a terminal."""
_MAX_HITS = 300
"""Hits looked at in one text; a long text of common words has thousands, and the first tell enough."""


class _FoldTable(dict[int, str]):
    """Folds one character to one character, so that offsets into the folded text hold in the text."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = fold(char)
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_TABLE = _FoldTable()


def highlights(text: str, phrases: Sequence[Phrase]) -> list[tuple[int, int]]:
    """Where the phrases stand in the text, marks aside: sorted, without overlaps."""
    spans = sorted(span for span, _, _ in _hits(text, phrases))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def snippet(
    text: str, phrases: Sequence[Phrase], *, width: int = _WIDTH
) -> tuple[str, list[tuple[int, int]]]:
    """A stretch of about ``width`` characters on one line, with the offsets in it that matched.

    The stretch with the most different phrases wins, exact marks before folded ones, then the first.
    """
    hits = sorted(_hits(text, phrases))
    start = _best_start(hits, width) if hits else 0
    start = max(0, start - width // 5)
    end = min(len(text), start + width)
    start = _to_space(text, start, -1) if start else 0
    end = _to_space(text, end, 1) if end < len(text) else end
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    line = before + " ".join(text[start:end].split()) + after
    return line, highlights(line, phrases)


def _hits(text: str, phrases: Sequence[Phrase]) -> list[tuple[tuple[int, int], int, bool]]:
    plain = text.casefold().translate(_TABLE) if text.isascii() else text.translate(_TABLE)
    found = []
    for number, phrase in enumerate(phrases):
        pattern = r"[\W_]+".join(re.escape(word) for word in phrase.folded)
        tail = "" if phrase.prefix else r"(?![^\W_])"
        for count, match in enumerate(re.finditer(rf"(?<![^\W_]){pattern}{tail}", plain)):
            if count >= _MAX_HITS:
                break
            exact = tuple(exact_tokens(text[match.start() : match.end()])) == phrase.exact
            found.append((match.span(), number, exact))
    return found


def _best_start(hits: list[tuple[tuple[int, int], int, bool]], width: int) -> int:
    starts = [span[0] for span, _, _ in hits]
    best, best_score = starts[0], (-1, -1)
    for position, start in enumerate(starts):
        window = hits[position : bisect_left(starts, start + width * 4 // 5)]
        score = (len({number for _, number, _ in window}), sum(exact for _, _, exact in window))
        if score > best_score:
            best, best_score = start, score
    return best


def _to_space(text: str, position: int, step: int) -> int:
    """The nearest word boundary in a direction, within reason."""
    for moved in range(25):
        place = position + moved * step
        if place <= 0 or place >= len(text):
            return max(0, min(place, len(text)))
        if text[place].isspace():
            return place + 1 if step < 0 else place
    return position
