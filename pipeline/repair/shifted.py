"""PDF text layers whose codes are not Unicode: glyph numbers taken for characters, bytes read in Mac Roman.

A PDF without a ToUnicode map gives the glyph's number in the font (pipeline/repair/glyph_order.py); fonts
with a simple encoding come out in Mac Roman instead of Windows-1252. Where the fonts are known each is
decoded as a whole (pipeline/repair/glyph_fonts.py). Here they are not, or one font holds codes and sound
text, as a map for some of its codes alone leaves it: each word is judged by itself.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.repair.alphabet import ALL_LETTERS
from pipeline.repair.glyph_order import FIRST, LAST, MAC_ROMAN, sign_of
from pipeline.repair.soundness import vietnameseness
from pipeline.repair.wholeness import reads_whole
from pipeline.syllable import is_syllable

_FAR = {code: sign for code in (*range(0xFF, 0x200), *range(0x46A, 0x46E)) if (sign := sign_of(code, 0x4A4))}
"""Vietnamese letters beyond the Macintosh order, the horned ones where most cuts have them."""
_LATIN = 209
"""From here on a number is sooner the letter that it is in Latin-1 ("ê", "ô") than a glyph of that place."""
_CHUNK = re.compile(r"[^ \t\r\n\f\u00a0]+")
_ENOUGH = 0.85
"""A page counts as mended if so many of its words are whole then (right shift: 0.97, wrong ones under
0.3)."""


def mend_shifted(text: str) -> str | None:
    """The text of a layer with shifted codes, letter for letter (same length), or None.

    None where the layer is sound, or where no shift makes it Vietnamese: then the page must be read from its
    image.
    """
    chunks = Counter(_CHUNK.findall(text))
    words = sum(n for c, n in chunks.items() if len(c) > 1)
    before = sum(n for c, n in chunks.items() if len(c) > 1 and reads_whole(c))
    if words < 8 or before > 0.8 * words or vietnameseness(text) > 0.75:
        return None
    shifts = _block_shifts(chunks)
    mended = _CHUNK.sub(lambda m: _best(m.group(), shifts), text)
    after = sum(reads_whole(c) for c in _CHUNK.findall(mended) if len(c) > 1)
    if after < _ENOUGH * words or after - before < 0.2 * words or vietnameseness(mended) < 0.6:
        return None
    return mended


def _block_shifts(chunks: Counter[str]) -> tuple[int, ...]:
    """Distances of the Vietnamese block, one a font: each makes words of chunks that those before it do
    not.
    """
    found: list[int] = []
    left = {
        chunk: far
        for chunk in chunks
        if (far := [ord(c) for c in chunk if ord(c) > 0x200 and not _known(c)])
        and max(far) - min(far) <= 0x59
    }
    for _ in range(4):
        votes: Counter[int] = Counter()
        for chunk, far in left.items():
            for shift in range(FIRST - min(far), LAST - max(far) + 1):
                if any(reads_whole(v) for v in _variants(chunk, shift)):
                    votes[shift] += chunks[chunk]
        if not votes or votes.most_common(1)[0][1] < 2:
            break
        shift = votes.most_common(1)[0][0]
        found.append(shift)
        left = {c: far for c, far in left.items() if not any(reads_whole(v) for v in _variants(c, shift))}
    return tuple(found)


def _known(char: str) -> bool:
    combining = 0x300 <= ord(char) < 0x370
    return FIRST <= ord(char) <= LAST or ord(char) in _FAR or not (char.isalpha() or combining)


def _variants(chunk: str, shift: int) -> tuple[str, ...]:
    """What a chunk may be: glyph numbers, glyph numbers before plain punctuation, only far letters
    shifted.
    """
    core = chunk.rstrip(".,;:)")
    far = "".join(
        _FAR.get(ord(c)) or (chr(ord(c) + shift) if 0x200 < ord(c) <= LAST - shift and not _known(c) else c)
        for c in chunk
    )
    variants = (_from_glyphs(chunk, shift), _from_glyphs(core, shift) + chunk[len(core) :], far)
    return (*variants, "".join(MAC_ROMAN.get(c, c) for c in far))


def _from_glyphs(chunk: str, shift: int) -> str:
    signs = []
    for char in chunk:
        code = ord(char)
        if code in _FAR:
            signs.append(_FAR[code])
        elif code < _LATIN:
            signs.append(sign_of(code) or char)
        elif code > 0x200 and FIRST <= code + shift <= LAST:
            signs.append(chr(code + shift))
        else:
            signs.append(char)
    return "".join(signs)


def _best(chunk: str, shifts: tuple[int, ...]) -> str:
    core = chunk.rstrip(".,;:)")
    if core.isascii() and core.isalpha() and core.isupper() and not is_syllable(core.lower()):
        # "EDQ" is "ban" sooner than an abbreviation; those of the register (UBND, VLNCN) make no syllable.
        glyphs = _from_glyphs(core, 0)
        if is_syllable(glyphs):
            return glyphs + chunk[len(core) :]
    if reads_whole(chunk):
        return chunk
    roman = "".join(MAC_ROMAN.get(c, c) for c in chunk)
    if roman != chunk and reads_whole(roman):
        return roman
    for shift in shifts or (0,):
        for variant in _variants(chunk, shift):
            if reads_whole(variant):
                return variant
    strange = any(ord(c) < 0x20 or (c not in ALL_LETTERS and not _known(c) and ord(c) > 0x200) for c in chunk)
    return _from_glyphs(chunk, shifts[0] if shifts else 0) if strange else roman
