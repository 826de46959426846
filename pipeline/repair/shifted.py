"""PDF text layers whose codes are not Unicode: glyph numbers taken for characters, bytes read in Mac Roman.

A PDF without a ToUnicode map gives the glyph's number in the font. In fonts that keep the standard Macintosh
glyph order (Times New Roman, Arial) ASCII stands 29 lower, the accented letters of Western Europe follow from
98 on, and the Vietnamese block U+1EA0 to U+1EF9 lies together, a constant below its place in Unicode that
differs from font to font. Fonts with a simple encoding come out in Mac Roman instead of Windows-1252. One
page can hold all of these, and sound words too, so each word is judged by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from pipeline.repair.alphabet import ALL_LETTERS
from pipeline.repair.soundness import vietnameseness
from pipeline.syllable import is_syllable

_FIRST, _LAST = 0x1EA0, 0x1EF9
_ASCII_SHIFT = 29
_MAC_ORDER = (
    "Ä Å Ç É Ñ Ö Ü á à â ä ã å ç é è ê ë í ì î ï ñ ó ò ô ö õ ú ù û ü † ° ¢ £ § • ¶ ß ® © ™ ´ ¨ ≠ Æ "
    "Ø ∞ ± ≤ ≥ ¥ µ ∂ ∑ ∏ π ∫ ª º Ω"
    " æ ø ¿ ¡ ¬ √ ƒ ≈ ∆ « » … À Ã Õ Œ œ – — “ ” ‘ ’ ÷ ◊ ÿ Ÿ ⁄ ¤ ‹ › ﬁ ﬂ ‡ · ‚ „ ‰ Â Ê Á Ë È Í Î Ï Ì Ó Ô"
)
_GLYPHS = {98 + place: sign for place, sign in enumerate(_MAC_ORDER.split(" "))}
_FAR = {
    0xFF: "đ",
    0x108: "Đ",
    0x102: "Ă",
    0x103: "ă",
    0x1AC: "Ĩ",
    0x1AD: "ĩ",
    0x46A: "Ơ",
    0x46B: "ơ",
    0x46C: "Ư",
    0x46D: "ư",
}
"""Glyph numbers in Microsoft's Times New Roman and Arial."""
_MAC = {
    bytes([b]).decode("mac_roman"): bytes([b]).decode("cp1252", errors="replace") for b in range(0x80, 0x100)
}
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
    before = sum(n for c, n in chunks.items() if len(c) > 1 and _whole(c))
    if words < 8 or before > 0.8 * words or vietnameseness(text) > 0.75:
        return None
    shifts = _block_shifts(chunks)
    mended = _CHUNK.sub(lambda m: _best(m.group(), shifts), text)
    after = sum(_whole(c) for c in _CHUNK.findall(mended) if len(c) > 1)
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
            for shift in range(_FIRST - min(far), _LAST - max(far) + 1):
                if any(_whole(v) for v in _variants(chunk, shift)):
                    votes[shift] += chunks[chunk]
        if not votes or votes.most_common(1)[0][1] < 2:
            break
        shift = votes.most_common(1)[0][0]
        found.append(shift)
        left = {c: far for c, far in left.items() if not any(_whole(v) for v in _variants(c, shift))}
    return tuple(found)


def _known(char: str) -> bool:
    combining = 0x300 <= ord(char) < 0x370
    return _FIRST <= ord(char) <= _LAST or ord(char) in _FAR or not (char.isalpha() or combining)


def _variants(chunk: str, shift: int) -> tuple[str, ...]:
    """What a chunk may be: glyph numbers, glyph numbers before plain punctuation, only far letters
    shifted.
    """
    core = chunk.rstrip(".,;:)")
    far = "".join(
        _FAR.get(ord(c)) or (chr(ord(c) + shift) if 0x200 < ord(c) <= _LAST - shift and not _known(c) else c)
        for c in chunk
    )
    variants = (_from_glyphs(chunk, shift), _from_glyphs(core, shift) + chunk[len(core) :], far)
    return (*variants, "".join(_MAC.get(c, c) for c in far))


def _from_glyphs(chunk: str, shift: int) -> str:
    signs = []
    for char in chunk:
        code = ord(char)
        if code in _FAR:
            signs.append(_FAR[code])
        elif 3 <= code < 98:
            signs.append(chr(code + _ASCII_SHIFT))
        elif code in _GLYPHS:
            signs.append(_GLYPHS[code])
        elif code > 0x200 and _FIRST <= code + shift <= _LAST:
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
    if _whole(chunk):
        return chunk
    roman = "".join(_MAC.get(c, c) for c in chunk)
    if roman != chunk and _whole(roman):
        return roman
    for shift in shifts or (0,):
        for variant in _variants(chunk, shift):
            if _whole(variant):
                return variant
    strange = any(ord(c) < 0x20 or (c not in ALL_LETTERS and not _known(c) and ord(c) > 0x200) for c in chunk)
    return _from_glyphs(chunk, shifts[0] if shifts else 0) if strange else roman


@lru_cache(maxsize=65536)
def _whole(chunk: str) -> bool:
    """Whether a run of signs reads as words, numbers or a code."""
    core = chunk.strip("“”\"'‘’()[]{}.,;:!?…-–—*/%+")
    if not core:
        return all(ord(c) >= 0x20 for c in chunk)
    parts = re.findall(r"[^\W\d_]+|[\d.,:%]+", core)
    if not parts or sum(len(p) for p in parts) + len(re.findall(r"[-/.(),:–]", core)) < len(core):
        return False
    return all(p[0] in "0123456789.,:%" or _word(p, alone=len(parts) == 1) for p in parts)


def _word(part: str, *, alone: bool) -> bool:
    if (
        part.isupper()
        and len(part) <= 8
        and all(c in ALL_LETTERS for c in part)
        and (not alone or part.isascii())
    ):
        return True
    return is_syllable(part.lower()) and (part[1:].islower() or len(part) == 1 or part.isupper())
