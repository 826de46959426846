"""The order of glyphs in Times New Roman and Arial, for layers that give a glyph's number for its character.

Up to 255 it is the standard Macintosh order (Apple, TrueType Reference Manual, 'post' table) less the
no-break space and the apple, from 258 on Microsoft's WGL4 order. The Vietnamese block U+1EA0 to U+1EF9 lies
together, at a place that differs from font to font; the letters with a horn lie 58 to 55 before it (measured
in the regular, bold, italic and bold italic cuts of Times New Roman, whose blocks begin at 0x4A4 and 0x328).
"""

from __future__ import annotations

FIRST, LAST = 0x1EA0, 0x1EF9
"""The Vietnamese block of Unicode."""
ASCII_SHIFT = 29
HORNED = -58
"""Where Ơ, ơ, Ư, ư stand, counted from the block's first glyph."""
KNOWN_BLOCKS = (0x4A4, 0x328)
_HORNS = "ƠơƯư"
_MAC_ORDER = (
    "Ä Å Ç É Ñ Ö Ü á à â ä ã å ç é è ê ë í ì î ï ñ ó ò ô ö õ ú ù û ü † ° ¢ £ § • ¶ ß ® © ™ ´ ¨ ≠ Æ "
    "Ø ∞ ± ≤ ≥ ¥ µ ∂ ∑ ∏ π ∫ ª º Ω"
    " æ ø ¿ ¡ ¬ √ ƒ ≈ ∆ « » … À Ã Õ Œ œ – — “ ” ‘ ’ ÷ ◊ ÿ Ÿ ⁄ ¤ ‹ › ﬁ ﬂ ‡ · ‚ „ ‰ Â Ê Á Ë È Í Î Ï Ì Ó Ô"
    " Ò Ú Û Ù ı ˆ ˜ ¯ ˘ ˙ ˚ ¸ ˝ ˛ ˇ Ł ł Š š Ž ž ¦ Ð ð Ý ý Þ þ − × ¹ ² ³ ½ ¼ ¾ ₣ Ğ ğ İ Ş ş Ć ć Č č đ"
)
_GLYPHS = {98 + place: sign for place, sign in enumerate(_MAC_ORDER.split(" "))} | {
    0x102: "Ă",
    0x103: "ă",
    0x108: "Đ",
    0x1AC: "Ĩ",
    0x1AD: "ĩ",
    0x1C9: "Ũ",
    0x1CA: "ũ",
    0x1E3: "Ỳ",
    0x1E4: "ỳ",
}

MAC_ROMAN = {
    bytes([b]).decode("mac_roman"): bytes([b]).decode("cp1252", errors="replace") for b in range(0x80, 0x100)
} | {"£": "Á"}
"""Windows-1252 taken for Mac Roman, and back. PDFium's own table gives "£" for both 0xA3 and 0xC1."""


def sign_of(glyph: int, block: int | None = None) -> str | None:
    """The sign that glyph number ``glyph`` draws, None where the order is not known.

    ``block`` is the number of the glyph of U+1EA0; without it the letters of the block and the horned ones
    are not known.
    """
    if 3 <= glyph < 98:
        return chr(glyph + ASCII_SHIFT)
    if glyph in _GLYPHS:
        return _GLYPHS[glyph]
    if block is None:
        return None
    if block <= glyph <= block + LAST - FIRST:
        return chr(FIRST + glyph - block)
    if 0 <= glyph - block - HORNED < len(_HORNS):
        return _HORNS[glyph - block - HORNED]
    return None


def is_far(glyph: int) -> bool:
    """Whether only the block's place tells what this glyph is."""
    return glyph > 0x1E4
