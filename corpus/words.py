"""Words with their boxes, compactly, so that a span can be shown in the ink it came from."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from corpus.undo import Splice
from pipeline.document import Box, Word

_WORD = struct.Struct("<IHhhhhB")
"""Start (from the one before), length, box in fifths of a point, confidence in 254ths (255: no doubt)."""
_SCALE = 5.0
_SURE = 255


def pack(words: Iterable[Word]) -> bytes:
    """Words of one page, in order. Boxes are kept to a fifth of a point, alternatives are not kept."""
    parts, last = [], 0
    for word in sorted(words, key=lambda item: item.start):
        box = word.box
        sure = _SURE if word.confidence is None else max(0, min(254, round(word.confidence * 254)))
        corners = (_fifths(box.x0), _fifths(box.y0), _fifths(box.x1), _fifths(box.y1))
        parts.append(_WORD.pack(word.start - last, min(word.end - word.start, 0xFFFF), *corners, sure))
        last = word.start
    return zlib.compress(b"".join(parts), 6)


def _fifths(points: float) -> int:
    return max(-32_768, min(32_767, round(points * _SCALE)))


def moved(packed: bytes, splice: Splice) -> bytes:
    """The same words where the text around them was changed in one place."""
    return pack(
        Word(splice.first(word.start), splice.last(word.end), word.box, word.confidence)
        for word in unpack(packed)
    )


def unpack(packed: bytes) -> list[Word]:
    """The words that were packed; offsets as they were given."""
    words, last = [], 0
    for step, length, x0, y0, x1, y1, sure in _WORD.iter_unpack(zlib.decompress(packed)):
        last += step
        box = Box(x0 / _SCALE, y0 / _SCALE, x1 / _SCALE, y1 / _SCALE)
        words.append(Word(last, last + length, box, None if sure == _SURE else sure / 254))
    return words
