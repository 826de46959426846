"""Text read in blocks of bounded size, cut where it does not hurt."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

BLOCK = 200_000
"""Characters a block: memory stays flat, and a document of usual length is judged as a whole."""
_CUTS = ("\n\n", "\n", ". ", " ")


class NotText(Exception):
    """The bytes are no text; ``read`` holds what was taken from the stream."""

    def __init__(self, message: str, read: bytes) -> None:
        super().__init__(message)
        self.read = read


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text and the encoding of its bytes."""

    text: str
    encoding: str

    def as_it_came(self) -> bytes:
        """The bytes that were read."""
        errors = "surrogateescape" if self.encoding == "utf-8" else "strict"
        return self.text.encode(self.encoding, errors)


def blocks(stream: BinaryIO, size: int = BLOCK) -> Iterator[Block]:
    """The text of a UTF-8 (or UTF-16 with a byte-order mark) stream in blocks of about ``size`` characters.

    Blocks end after an empty line, else a line, a sentence, a word, else anywhere; joined they are the whole
    text. Bytes that are not UTF-8 are taken for a legacy encoding (Latin-1), as a whole file can be. Raises
    `NotText` if the stream opens like a binary file.
    """
    first = stream.read(1 << 16)
    encoding = "utf-8"
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\x00" in first:
        raise NotText("holds binary data, not text", first)
    else:
        try:
            codecs.getincrementaldecoder("utf-8")().decode(first)
        except UnicodeDecodeError:
            encoding = "latin-1"
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape" if encoding == "utf-8" else "strict")
    rest = ""
    chunk = first
    while chunk:
        rest += decoder.decode(chunk)
        while len(rest) > size:
            cut = _cut(rest, size)
            yield Block(rest[:cut], encoding)
            rest = rest[cut:]
        chunk = stream.read(1 << 16)
    rest += decoder.decode(b"", final=True)
    if rest:
        yield Block(rest, encoding)


def _cut(text: str, size: int) -> int:
    for mark in _CUTS:
        place = text.rfind(mark, size // 2, size)
        if place >= 0:
            return place + len(mark)
    return size
