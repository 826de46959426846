"""Legacy encodings: recognised by font name, else by how Vietnamese the result is, and turned into
Unicode."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.repair.alphabet import ALL_LETTERS, ALL_MARKED
from pipeline.repair.charmaps import CP1252, TABLES
from pipeline.repair.edits import Edit
from pipeline.syllable import is_syllable

_FONTS = (
    (re.compile(r"^\.?vn[a-z]", re.IGNORECASE), "tcvn3"),
    (re.compile(r"^\.?vni(?:[-_ ]|$)", re.IGNORECASE), "vni"),
    (re.compile(r"^abc[-_ ]", re.IGNORECASE), "tcvn3"),
    (re.compile(r"^vps", re.IGNORECASE), "vps"),
    (re.compile(r"viscii|^vi (?:times|arial)|^heo(?:-|$)", re.IGNORECASE), "viscii"),
)
_CHUNK = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n\f]+")
_MARKED_WIDE = re.compile("[" + "".join(sorted(c for c in ALL_MARKED if ord(c) > 0xFF)) + "]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d?);")
_UTF8 = re.compile(r"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|\xc3 ")

_SIGNS = frozenset("“”‘’–—…•°º§«»·×÷±²³¼½¾©®™€\u00a0")
_ENOUGH = 0.85
"""Of the words that a decoding changes at least so many must become syllables (right encoding: over 0.97
of the words of any file in ``legacy``; the next best: under 0.45)."""


@dataclass(frozen=True)
class Decoded:
    """Text in Unicode (NFC) and the name of the encoding it was in."""

    text: str
    encoding: str


def encoding_of_font(font_name: str) -> str | None:
    """The encoding that a font stands for: ".VnTime" → "tcvn3", "VNI-Times" → "vni"; None for a Unicode
    font.
    """
    name = font_name.split("+")[-1].strip().strip("'\"")
    if name.lower().startswith(("vni-", "vni ", "vni_")) or name.lower() == "vni":
        return "vni"
    for pattern, encoding in _FONTS:
        if pattern.search(name):
            return encoding
    return None


def decode(text: str, font_name: str | None = None) -> Decoded | None:
    """Text in a legacy encoding as Unicode, or None where it is not in one.

    With a font name the font decides, so that a run of two letters can be decoded; a run that already holds
    Vietnamese letters no legacy font can show is left alone (None). Without one, the text's words decide: it
    takes two words at least. Case stays as typed: fonts that show capitals for small letters (".VnTimeH")
    keep what was typed.
    """
    if text.isascii() and "&" not in text:
        return None
    if font_name is not None:
        encoding = encoding_of_font(font_name)
        if encoding is None or any(ord(c) > 0xFF and c in ALL_MARKED for c in text):
            return None
        decoded = _DECODERS[encoding](text)
        return Decoded(decoded, encoding) if decoded != text else None
    return _by_text(text)


def _by_text(text: str) -> Decoded | None:
    sample = text if len(text) <= 20_000 else text[:10_000] + text[len(text) // 2 : len(text) // 2 + 10_000]
    best: tuple[float, str] | None = None
    for name, decoder in _DECODERS.items():
        score = _gain(sample, decoder)
        if score is not None and (best is None or score > best[0]):
            best = (score, name)
    if best is None:
        return None
    decoded = _DECODERS[best[1]](text)
    return Decoded(decoded, best[1])


def legacy_edits(text: str, *, by_word: bool = False) -> list[Edit]:
    """Edits that bring the parts of a text that are in a legacy encoding into Unicode.

    A document can mix encodings, so only lines without Vietnamese letters beyond Latin-1 are looked at; one
    encoding is found for all of them, and a line that reads better as it stands is left alone. One edit a
    line, or one a word with ``by_word``.
    """
    if text.isascii() and "&" not in text:
        return []
    lines = [m for m in _LINE.finditer(text) if not _MARKED_WIDE.search(m.group())]
    found = _by_text("\n".join(m.group() for m in lines if not m.group().isascii() or "&" in m.group()))
    if found is None:
        return []
    decoder = _DECODERS[found.encoding]
    mixed = _MARKED_WIDE.search(text) is not None
    edits: list[Edit] = []
    for line in lines:
        spans = [m.span() for m in _CHUNK.finditer(line.group())]
        chunks = [line.group()[a:b] for a, b in spans]
        after = [decoder(c) for c in chunks]
        changed = [(c, a) for c, a in zip(chunks, after, strict=True) if c != a and not _typographic(c)]
        better = sum(_reads(a) for _, a in changed) - sum(_reads(c) for c, _ in changed)
        if mixed and better <= 0:
            continue
        if by_word:
            edits.extend(
                Edit(line.start() + span[0], line.start() + span[1], a, "encoding")
                for span, c, a in zip(spans, chunks, after, strict=True)
                if c != a
            )
        elif (decoded := decoder(line.group())) != line.group():
            edits.append(Edit(line.start(), line.end(), decoded, "encoding"))
    return edits


def _gain(text: str, decoder: Callable[[str], str]) -> float | None:
    """How many words more are syllables once decoded; None if the decoding does not hold."""
    gained = changed = was = 0
    for match in _CHUNK.finditer(text):
        chunk = match.group()
        if chunk.isascii() and "&" not in chunk:
            continue
        after = decoder(chunk)
        if after == chunk or _typographic(chunk):
            continue
        changed += 1
        gained += _reads(after)
        was += _reads(chunk)
    if changed < 2 or gained < _ENOUGH * changed or was > 0.5 * changed:
        return None
    return float(gained - was) - 2.0 * (changed - gained)


def _typographic(chunk: str) -> bool:
    """Whether all that is not ASCII are signs of good typography, which some encodings have for letters."""
    return all(ord(c) < 0x80 or c in _SIGNS for c in chunk) and "&" not in chunk


@lru_cache(maxsize=65536)
def _reads(chunk: str) -> bool:
    """Whether all words of a chunk are syllables, and some letter bears a mark."""
    words = _LETTERS.findall(chunk)
    odd = any(ord(c) > 0x7F and c not in ALL_LETTERS and c not in _SIGNS for c in chunk)
    return (
        bool(words)
        and not odd
        and any(c in ALL_MARKED for c in chunk)
        and all(is_syllable(w.lower()) or (w.isupper() and len(w) <= 5) for w in words)
    )


def _single(table: dict[str, str]) -> Callable[[str], str]:
    known = {ord(k): v for k, v in table.items()}
    for shown, control in CP1252.items():
        if control in table:
            known.setdefault(ord(shown), table[control])
    return lambda text: text.translate(known)


def _vni() -> Callable[[str], str]:
    table = TABLES["vni"]
    pattern = re.compile("|".join(re.escape(k) for k in sorted(table, key=len, reverse=True)))
    return lambda text: pattern.sub(lambda m: table[m.group()], text)


def _cp1258(text: str) -> str:
    table = {0xC3: "Ă", 0xCC: "\u0300", 0xD0: "Đ", 0xD2: "\u0309", 0xD5: "Ơ", 0xDD: "Ư", 0xDE: "\u0303",
             0xE3: "ă", 0xEC: "\u0301", 0xF0: "đ", 0xF2: "\u0323", 0xF5: "ơ", 0xFD: "ư"}  # fmt: skip
    return unicodedata.normalize("NFC", text.translate(table))


def _utf8(text: str) -> str:
    """UTF-8 that was read as Latin-1 or Windows-1252, once or twice; a no-break space may have become a
    space.
    """
    for _ in range(2):
        plain = "".join(CP1252.get(c, c) for c in text)

        def whole(match: re.Match[str]) -> str:
            sequence = match.group()
            try:
                return sequence.replace("\xc3 ", "\xc3\xa0").encode("latin-1").decode("utf-8")
            except UnicodeDecodeError:
                return sequence

        after = _UTF8.sub(whole, plain)
        if after == plain:
            return text
        back = {v: k for k, v in CP1252.items()}
        text = "".join(back.get(c, c) for c in after)
    return unicodedata.normalize("NFC", text)


def _entities(text: str) -> str:
    return unicodedata.normalize("NFC", _ENTITY.sub(lambda m: html.unescape(m.group()), text))


_DECODERS: dict[str, Callable[[str], str]] = {
    "utf-8 read as latin-1": _utf8,
    "html entities": _entities,
    "tcvn3": _single(TABLES["tcvn3"]),
    "vni": _vni(),
    "viscii": _single(TABLES["viscii"]),
    "vps": _single(TABLES["vps"]),
    "cp1258": _cp1258,
}
