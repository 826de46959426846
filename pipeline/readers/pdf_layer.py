"""The text layer of one PDF page: its text in the order written, its words with boxes, its fonts."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from extractors.model import Repair, Warning
from pipeline.document import Box, Page, Word

_HYPHEN = 0xFFFE
"""PDFium's mark for a hyphen at a line's end, which it joins to the next line."""
_FONT_SAMPLES = 40
_MENDED_CONFIDENCE = 0.97
"""Share of words whole after decoding with the right coding (pipeline/repair/glyph_fonts.py, shifted.py)."""
_Bounds = tuple[float, float, float, float]
UNREAD = 0.0
"""Confidence of a word with codes that no table tells: it stands as the layer gives it."""
_NARROW = 0.6
"""Width of an "Ã" in heights under which its ink is an Ì (measured in Times New Roman: 0.39 against 0.82)."""
_WORD = re.compile(r"[^ \t\r\n\f\u00a0]+")
"""Words between blanks. Control characters are no blanks: in a layer with shifted codes they are letters."""


@dataclass(frozen=True, slots=True)
class Layer:
    text: str
    words: list[Word]
    fonts: tuple[str, ...]
    by_ocr: bool = False
    """The text is laid invisibly over a picture: another engine read it, with that engine's slips."""
    raw: Layer | None = None
    """The layer as its codes give it, where some of its fonts had to be decoded."""

    @property
    def unread(self) -> float:
        """The share of words with codes that no table tells."""
        return sum(word.confidence == UNREAD for word in self.words) / max(len(self.words), 1)


def read_layer(page: Any, height: float) -> Layer:
    """Reads the layer of a pypdfium2 page of ``height`` points. Boxes have their origin at the top left.

    Fonts that give glyph numbers or Mac Roman are decoded; their words have a confidence.
    """
    from pipeline.repair.glyph_fonts import decode_fonts

    textpage = page.get_textpage()
    try:
        characters, boxes, owning = _characters(textpage)
        fonts = _fonts(textpage, len(characters))
    finally:
        textpage.close()
    by_ocr = _is_invisible(page)
    raw = _layer(characters, boxes, height, fonts, by_ocr)
    decoded = decode_fonts(_by_ink(characters, boxes, owning), owning)
    if decoded is None:
        return raw
    sure: list[float | None] = [
        None if was == sign else _MENDED_CONFIDENCE
        for was, sign in zip(characters, decoded.signs, strict=True)
    ]
    for place in decoded.doubtful:
        sure[place] = UNREAD
    layer = _layer(decoded.signs, boxes, height, fonts, by_ocr, sure)
    return replace(layer, raw=raw)


def _layer(
    characters: list[str],
    boxes: list[_Bounds | None],
    height: float,
    fonts: tuple[str, ...],
    by_ocr: bool,
    sure: Sequence[float | None] = (),
) -> Layer:
    text, owners = _composed(characters)
    words = _words(text, owners, boxes, height)
    if sure:
        words = [replace(word, confidence=_least(sure, owners[word.start : word.end])) for word in words]
    return Layer(text, words, fonts, by_ocr)


def _least(sure: Sequence[float | None], places: Iterable[int]) -> float | None:
    return min((known for place in places if (known := sure[place]) is not None), default=None)


def _is_invisible(page: Any) -> bool:
    """Whether most of the page's text objects are drawn in mode 3, neither filled nor stroked
    (ISO 32000-1, 9.3.6), which is how OCR programs lay their text over a scan."""
    import pypdfium2.raw as raw

    texts = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3)
    modes = [raw.FPDFTextObj_GetTextRenderMode(text) for text in islice(texts, _FONT_SAMPLES)]
    invisible = modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    return 2 * invisible > len(modes)


def mended_layer(layer: Layer) -> Layer | None:
    """The layer with its shifted codes mended, or None where no shift makes it Vietnamese."""
    from pipeline.repair.shifted import mend_shifted

    mended = mend_shifted(layer.text)
    if mended is None or len(mended) != len(layer.text):
        return None
    # the mended text is the old one letter for letter, so the words' places hold
    return Layer(mended, layer.words, layer.fonts, layer.by_ocr, raw=layer.raw or layer)


def encoding_repairs(page: Page, raw: Layer) -> list[Repair]:
    """What the words of a page made from a mended layer were in the ``raw`` one, told by their places."""
    before = {place_of(word.box): raw.text[word.start : word.end] for word in raw.words}
    return [
        Repair(
            kind="encoding",
            span=(word.start, word.end),
            before=was,
            after=after,
            confidence=_MENDED_CONFIDENCE,
        )
        for word in page.words
        if (was := before.get(place_of(word.box))) is not None
        and was != (after := page.text[word.start : word.end])
    ]


def unread_words(page: Page) -> list[Warning]:
    """The warning of words with codes that no table tells, where the page has any."""
    spans = [(word.start, word.end) for word in page.words if word.confidence == UNREAD]
    if not spans:
        return []
    message = (
        f"page {page.number}: {len(spans)} words of the text layer have codes without letters; they stand as "
        "they came. Compare them with the page."
    )
    return [Warning(code="layer-unread", message=message, spans=spans)]


def place_of(box: Box) -> tuple[int, int]:
    """Where a word begins, to find it again in another reading of the same layer."""
    return round(box.x0), round(box.y0)


def _words(text: str, owners: list[int], boxes: list[_Bounds | None], height: float) -> list[Word]:
    return [
        Word(match.start(), match.end(), box)
        for match in _WORD.finditer(text)
        if (box := _around([boxes[i] for i in owners[match.start() : match.end()]], height)) is not None
    ]


def _characters(textpage: Any) -> tuple[list[str], list[_Bounds | None], list[int]]:
    """The characters, their boxes (left, bottom, right, top) and a number for the font of each."""
    import pypdfium2.raw as raw

    from pipeline.repair.glyph_fonts import NO_FONT

    handle = textpage.raw
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    references = [ctypes.byref(value) for value in (left, right, bottom, top)]
    characters: list[str] = []
    boxes: list[_Bounds | None] = []
    owning: list[int] = []
    fonts: dict[bytes, int] = {}
    of_object: dict[bytes, int] = {}
    for index in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, index)
        if code == _HYPHEN or code == 2:
            characters.append("-")
        elif code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
            characters.append("�")
        else:
            characters.append(chr(code))
        found = raw.FPDFText_GetCharBox(handle, index, *references)
        boxes.append((left.value, bottom.value, right.value, top.value) if found else None)
        run = raw.FPDFText_GetTextObject(handle, index)
        if not run:  # a blank or line end that PDFium put in
            owning.append(NO_FONT)
            continue
        address = bytes(run)
        if address not in of_object:
            font = bytes(raw.FPDFTextObj_GetFont(run))
            of_object[address] = fonts.setdefault(font, len(fonts))
        owning.append(of_object[address])
    return characters, boxes, owning


def _by_ink(characters: list[str], boxes: list[_Bounds | None], owning: list[int]) -> list[str]:
    """The characters, those told apart by their ink alone marked (`pipeline.repair.glyph_fonts`)."""
    from pipeline.repair.glyph_fonts import INKED, NARROW, NO_FONT

    marked = list(characters)
    for place, (sign, box) in enumerate(zip(characters, boxes, strict=True)):
        if sign not in " Ã" or box is None or owning[place] == NO_FONT:
            continue
        width, height = box[2] - box[0], box[3] - box[1]
        if sign == " " and 2 * height > width > 0:  # a blank's box is flat
            marked[place] = INKED
        elif sign == "Ã" and width < _NARROW * height:
            marked[place] = NARROW
    return marked


def _composed(characters: list[str]) -> tuple[str, list[int]]:
    """NFC text with "\\n" for line ends, and for each of its characters the index it came from.

    Vietnamese text layers often hold a letter and its tone mark apart; NFC of the whole would lose the
    way back to the boxes, so a base and its marks are composed as one.
    """
    out: list[str] = []
    owners: list[int] = []
    at = 0
    while at < len(characters):
        end = at + 1
        while end < len(characters) and unicodedata.combining(characters[end]):
            end += 1
        piece = unicodedata.normalize("NFC", "".join(characters[at:end]))
        if piece == "\r":
            piece = "" if end < len(characters) and characters[end] == "\n" else "\n"
        elif piece == "\x0c":
            piece = "\n"
        for character in piece:
            out.append(character)
            owners.append(at)
        at = end
    return "".join(out), owners


def _around(boxes: list[_Bounds | None], height: float) -> Box | None:
    known = [box for box in boxes if box is not None and box[2] > box[0]]
    if not known:
        return None
    return Box(
        min(b[0] for b in known),
        height - max(b[3] for b in known),
        max(b[2] for b in known),
        height - min(b[1] for b in known),
    )


def _fonts(textpage: Any, count: int) -> tuple[str, ...]:
    """Names of the fonts of some characters spread over the page, without the subset's tag ("ABCDEF+")."""
    import pypdfium2.raw as raw

    names: set[str] = set()
    flags = ctypes.c_int()
    for index in range(0, count, max(1, count // _FONT_SAMPLES)):
        size = raw.FPDFText_GetFontInfo(textpage.raw, index, None, 0, ctypes.byref(flags))
        if size > 1:
            buffer = ctypes.create_string_buffer(size)
            raw.FPDFText_GetFontInfo(textpage.raw, index, buffer, size, ctypes.byref(flags))
            names.add(re.sub(r"^[A-Z]{6}\+", "", buffer.value.decode("utf-8", errors="replace")))
    return tuple(sorted(names))
