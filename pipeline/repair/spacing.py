"""Spaces and hyphens: syllables torn apart ("đ ảng"), run together ("tổchức", "ngày23"), broken at a
line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.repair.alphabet import ALL_MARKED
from pipeline.repair.edits import Edit, apart
from pipeline.repair.lexicon import Lexicon, shipped
from pipeline.repair.vocabulary import folded
from pipeline.syllable import is_syllable

_TORN = re.compile(r"(?<![\w-])([^\W\d_]{1,3})[ \u00a0]([^\W\d_]{1,6})(?![\w-])")
_BROKEN = re.compile(r"(?<![\w-])([^\W\d_]{1,6})-[ \t]*\n[ \t]*([^\W\d_]{1,6})(?![\w-])")
_TOGETHER = re.compile(r"(?<![\w/@.-])[^\W\d_]{4,18}(?![\w/@-])")
_NUMBERED = re.compile(
    r"(?<![\w/@.-])([^\W\d_]{2,14}?)(\d{1,4}(?=[\s.,;:/)-]|$|h\d\d)|(?<=[^\W\d_A-Z])(?:[IVX]{1,5}|[A-ZĐ]{3,6})(?!\w))"
)
_OFTEN, _FEWEST = 400, 3
"""Words run together in native text are a converter's fault, not single misprints, from three in a text and
one in 400 words on: 0 of 161,111 syllables of sound text are changed so (`python -m bench.repair`)."""
_COMMON, _UNCOMMON, _FAR_LIKELIER = -11.0, -12.5, 2.0
"""Log probabilities of syllables that are common or not; by how much one cut must be likelier than others."""
_CONSONANTS = frozenset("b c d đ g h k l m n p q r s t v x ch gh gi kh ng nh ph qu th tr ngh".split())  # noqa: SIM905


def spacing_edits(text: str) -> list[Edit]:
    """Edits to the spaces of NFC text that came from a page (OCR or a PDF text layer)."""
    lexicon = shipped()
    return apart(
        [*_torn(text, lexicon), *_broken(text, lexicon), *_together(text, lexicon), *_numbered(text, lexicon)]
    )


def glued_edits(text: str) -> list[Edit]:
    """Edits that part words a converter ran together ("Đảng uỷtổng hợp", "lần thứI") in native text; none
    where too few are to be a converter's work."""
    edits = apart([*_together(text, shipped()), *_numbered(text, shipped())])
    return edits if len(edits) >= max(_FEWEST, len(text.split()) / _OFTEN) else []


def _torn(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    for match in _TORN.finditer(text):
        head, tail = match.groups()
        # A clause may be called "đ": only a tail that is no common word shows a tear.
        if head.lower() in _CONSONANTS and _marked(tail) and _log(tail, lexicon) < _UNCOMMON:
            whole = head + tail
            if _log(whole, lexicon) > _COMMON:
                yield Edit(match.start(), match.end(), whole, "hyphenation", 0.95)


def _broken(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    for match in _BROKEN.finditer(text):
        head, tail = match.groups()
        whole = head + tail
        if _log(whole, lexicon) > _COMMON and min(_log(head, lexicon), _log(tail, lexicon)) < _UNCOMMON:
            yield Edit(match.start(), match.end(), whole + "\n", "hyphenation", 0.9)


def _together(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    for match in _TOGETHER.finditer(text):
        word = match.group()
        if not _marked(word) or is_syllable(word.lower()):
            continue
        ways = _ways(word, lexicon)
        if not ways and len(word) > 7:  # three together: "uỷđềnghị"
            ways = [
                (value + _log(word[:cut], lexicon), f"{word[:cut]} {rest}")
                for cut in range(2, len(word) - 3)
                if _log(word[:cut], lexicon) > _COMMON
                for value, rest in _ways(word[cut:], lexicon)
            ]
            ways.sort(reverse=True)
        if ways and (len(ways) == 1 or ways[0][0] - ways[1][0] > _FAR_LIKELIER):
            yield Edit(match.start(), match.end(), ways[0][1], "hyphenation", 0.9)


def _ways(word: str, lexicon: Lexicon) -> list[tuple[float, str]]:
    """The ways to part a word into two common syllables, the likeliest first, with log probabilities."""
    ways = []
    for cut in range(2, len(word) - 1):
        logs = [_log(word[:cut], lexicon), _log(word[cut:], lexicon)]
        if min(logs) > _COMMON:
            ways.append((float(sum(logs)), f"{word[:cut]} {word[cut:]}"))
    return sorted(ways, reverse=True)


def _numbered(text: str, lexicon: Lexicon) -> Iterator[Edit]:
    for match in _NUMBERED.finditer(text):
        word, number = match.groups()
        if not (word[1:].islower() and _marked(word)):
            continue
        if is_syllable(word.lower()):
            yield Edit(match.start(), match.end(), f"{word} {number}", "hyphenation", 0.95)
        elif ways := _ways(word, lexicon):  # "thịsố50"
            yield Edit(match.start(), match.end(), f"{ways[0][1]} {number}", "hyphenation", 0.9)


def _log(word: str, lexicon: Lexicon) -> float:
    number = lexicon.syllables.get(folded(word))
    return -99.0 if number is None else float(lexicon.model.unigrams[number])


def _marked(word: str) -> bool:
    return any(c in ALL_MARKED for c in word)
