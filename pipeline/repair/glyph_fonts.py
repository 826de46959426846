"""Text layers decoded font by font: which fonts give glyph numbers or Mac Roman instead of characters.

Every font of a PDF has one encoding, so all its runs are decoded alike, a single letter inside a word of
another font too. Which encoding it is, the words tell: the one that makes most of them whole, together with
the fonts around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.repair.alphabet import ALL_LETTERS, QUALITIES
from pipeline.repair.glyph_order import FIRST, HORNED, KNOWN_BLOCKS, LAST, MAC_ROMAN, is_far, sign_of
from pipeline.repair.wholeness import reads_whole
from pipeline.syllable import TONES

NO_FONT = -1
"""The font of a blank or line end that stands in no font: the reader put it in."""
NARROW, INKED = "\ue000", "\ue001"
"""What to give for an "Ã" no wider than an I, and for a blank with ink: PDFium reads the bytes 0xC3 and 0xCC
both as "Ã", 0xCA as a blank, where they are Ã, Ì and Ê in Windows-1252."""
_PLAIN = {NARROW: "Ã", INKED: " "}
_ROMAN = MAC_ROMAN | {"Ã": "Ã", NARROW: "Ì", INKED: "Ê"}
_ENOUGH = 0.85
"""A font counts as decoded if so many of its words' letters stand in whole words then (right: 0.97, wrong
ones under 0.3)."""
_SUSPECT = 0.1
"""A font with fewer of its words' letters in broken words is sound (abbreviations and names from abroad)."""
_GARBAGE = 0.5
"""A font with more of its words' letters in broken words holds none as they stand; under this they are names
from abroad."""
_ROUNDS = 3
_IN_BLOCK = 0.8
"""Of a font's different far glyphs so many are Vietnamese letters, the others signs."""
_TRIED = 60
"""So many different words tell where a font's Vietnamese block lies."""

_MARKS = frozenset((*TONES, *QUALITIES))
_Chunk = tuple[tuple[int, str], ...]
"""A run without blanks, as its pieces: font and signs."""


@dataclass(frozen=True, slots=True)
class _Coding:
    """``roman``: Mac Roman for Windows-1252; ``glyphs``: glyph numbers, the Vietnamese block at ``block``."""

    kind: str = "unicode"
    block: int | None = None

    def read(self, sign: str) -> str | None:
        """What the sign is; None where the coding does not tell."""
        if self.kind == "roman":
            return _ROMAN.get(sign, sign)
        plain = _PLAIN.get(sign, sign)
        return sign_of(ord(plain), self.block) if self.kind == "glyphs" else plain


_SOUND = _Coding()


@dataclass(frozen=True, slots=True)
class Decoded:
    """``signs``: one for each given. ``doubtful``: places of those that no known coding tells, kept as they
    were."""

    signs: list[str]
    doubtful: frozenset[int]


def decode_fonts(signs: Sequence[str], fonts: Sequence[int]) -> Decoded | None:
    """Decodes the characters of a page, ``fonts`` telling the font of each (`NO_FONT`: none).

    None where every font is sound and no word holds signs that Vietnamese text has not.
    """
    runs = list(_runs(signs, fonts))
    chunks = Counter(_chunk(signs, fonts, run) for run in runs)
    of_font: dict[int, list[_Chunk]] = {}
    for chunk in chunks:
        for font in {font for font, _ in chunk}:
            of_font.setdefault(font, []).append(chunk)
    found: dict[int, _Coding] = {}
    suspects = [font for font, own in of_font.items() if _broken(own, chunks, found) > _SUSPECT]
    suspects.sort(key=lambda font: -sum(chunks[chunk] for chunk in of_font[font]))
    for _ in range(_ROUNDS):
        before = dict(found)
        for font in suspects:
            found[font] = _best(font, of_font[font], chunks, found)
        if found == before:
            break
    for font in suspects:
        if _broken(of_font[font], chunks, found) > 1 - _ENOUGH:
            found[font] = _SOUND
    unread = {font for font in suspects if _broken(of_font[font], chunks, found) > _GARBAGE}
    return _applied(signs, fonts, runs, found, unread)


def _runs(signs: Sequence[str], fonts: Sequence[int]) -> Iterator[list[int]]:
    """Places of the characters of each run without blanks. A glyph's number may be that of a line end."""

    def blank(place: int) -> bool:
        return fonts[place] == NO_FONT or signs[place] in " \xa0\x03"

    for is_blank, run in groupby(range(len(signs)), key=blank):
        if not is_blank:
            yield list(run)


def _chunk(signs: Sequence[str], fonts: Sequence[int], run: Sequence[int]) -> _Chunk:
    pieces = groupby(run, key=lambda place: fonts[place])
    return tuple((font, "".join(signs[place] for place in places)) for font, places in pieces)


def _score(chunk: _Chunk, found: Mapping[int, _Coding]) -> int:
    """The letters in whole words less those in broken ones; abbreviations, which say nothing, count 0."""
    read: list[str] = []
    for font, signs in chunk:
        coding = found.get(font, _SOUND)
        # what the coding does not tell makes no word whole
        read.extend(coding.read(sign) or "�" for sign in signs)
    score = 0
    for word in "".join(read).split():
        if not reads_whole(word):
            score -= len(word)
        elif not (word.isupper() and word.isascii()):
            score += len(word)
    return score


def _broken(own: Iterable[_Chunk], chunks: Counter[_Chunk], found: Mapping[int, _Coding]) -> float:
    """The share of letters that stand in broken words."""
    whole = broken = 0
    for chunk in own:
        score = _score(chunk, found)
        whole += max(score, 0) * chunks[chunk]
        broken -= min(score, 0) * chunks[chunk]
    return broken / (whole + broken) if broken else 0.0


def _best(font: int, own: list[_Chunk], chunks: Counter[_Chunk], found: Mapping[int, _Coding]) -> _Coding:
    """The coding that makes most of the font's words whole, those of the other fonts read as ``found``; the
    sound one where none is better."""

    def total(coding: _Coding, some: Iterable[_Chunk]) -> int:
        trial = {**found, font: coding}
        return sum(_score(chunk, trial) * chunks[chunk] for chunk in some)

    best, most = _SOUND, total(_SOUND, own)
    for coding in (_Coding("roman"), _Coding("glyphs", _block(font, own, chunks, found, total))):
        if (reached := total(coding, own)) > most:
            best, most = coding, reached
    return best


def _block(
    font: int,
    own: list[_Chunk],
    chunks: Counter[_Chunk],
    found: Mapping[int, _Coding],
    total: Callable[[_Coding, Iterable[_Chunk]], int],
) -> int | None:
    """Where the font's Vietnamese block begins: its far glyphs lie in it or are horned letters before it.

    None where it has none, or where two places that nothing else speaks for do equally well.
    """
    far = [
        chunk for chunk in own if any(f == font and any(is_far(ord(s)) for s in text) for f, text in chunk)
    ]
    codes = {ord(s) for chunk in far for f, text in chunk if f == font for s in text if is_far(ord(s))}
    far.sort(key=lambda chunk: -chunks[chunk])
    holds = Counter(b for code in codes for b in range(code - (LAST - FIRST), code - HORNED + 1))
    places = [b for b, count in holds.items() if count >= _IN_BLOCK * len(codes)]
    others = {coding.block for other, coding in found.items() if other != font}
    ranked = sorted(
        ((total(_Coding("glyphs", b), far[:_TRIED]), b in others, b in KNOWN_BLOCKS, b) for b in places),
        reverse=True,
    )
    if not ranked or (len(ranked) > 1 and ranked[0][:3] == ranked[1][:3]):
        return None
    return ranked[0][3]


def _applied(
    signs: Sequence[str],
    fonts: Sequence[int],
    runs: Iterable[list[int]],
    found: Mapping[int, _Coding],
    unread: set[int],
) -> Decoded | None:
    out, doubtful = [_PLAIN.get(sign, sign) for sign in signs], set[int]()
    plain = list(out)
    for place, font in enumerate(fonts):
        sign = found.get(font, _SOUND).read(signs[place])
        if sign is None:
            doubtful.add(place)
        else:
            out[place] = sign
    for run in runs:
        if len(run) > 1:
            left = (place for place in run if found.get(fonts[place], _SOUND) is _SOUND)
            doubtful.update(place for place in left if _is_odd(out[place], known=fonts[place] not in unread))
    if out == plain and not doubtful:
        return None
    return Decoded(out, frozenset(doubtful))


def _is_odd(sign: str, *, known: bool) -> bool:
    """Whether no Vietnamese text has this sign inside a word. In a font ``known`` to be sound, names from
    abroad and letters of other scripts are no oddity; what a map for some of its codes alone leaves is."""
    code = ord(sign)
    if sign in ALL_LETTERS or 0x20 <= code <= 0xFF or sign in _MARKS:
        return False
    if code < 0x20:
        return not (known and sign.isspace())
    if known:
        return sign == "\ufffd" or 0x180 <= code < 0x370 or 0x460 <= code < 0x530
    return sign == "\ufffd" or 0xE000 <= code < 0xF900 or sign.isalpha() or 0x2B0 <= code < 0x370
