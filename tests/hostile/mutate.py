"""A small mutation fuzzer: sound files of every format, and ways to break them."""

from __future__ import annotations

import io
import random
from pathlib import Path

from tests.hostile.archives import body, docx, html, numbering, paragraph, rtf
from tests.hostile.faulty import LETTER
from tests.hostile.pdfs import one_page

_NUMBERS = (b"0", b"-1", b"65536", b"2147483647", b"4294967296", b"99999999999999999999", b"1e309", b"")
_BYTES = (
    b"\x00",
    b"\xff",
    b"\x7f",
    b"\x80",
    b"\x00\x00\x00\x00",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\n",
)


_TABLE = "<table><tr><td>a<td>b</table>"


def seeds() -> dict[str, bytes]:
    """One small sound file a format, by name."""
    letter = LETTER.format(n=12)
    paragraphs = "".join(paragraph(line) for line in letter.splitlines())
    text = b"BT /F 12 Tf 40 250 Td (So: 12/UBND-NC ngay 3 thang 2 nam 2021, De nghi cac so bao cao) Tj ET"
    font = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return {
        "seed.txt": letter.encode(),
        "utf16.txt": letter.encode("utf-16"),
        "legacy.txt": "ñeà nghò caùc sôû baùo caùo".encode("cp1252") * 20,
        "seed.html": html("".join(f"<p>{line}</p>" for line in letter.splitlines()) + _TABLE),
        "seed.docx": docx(body(paragraphs)),
        "numbered.docx": numbering("lowerLetter", "3"),
        "seed.rtf": rtf(letter),
        "seed.pdf": one_page(text, resources=font),
        "form.pdf": one_page(text, resources=font, page=b"/MediaBox [0 0 300 300] /Annots [5 0 R]", more={
            5: b"<< /FT /Tx /T (a) /V (12) /Subtype /Widget /Rect [40 250 90 270] >>"}),
        **pictures(),
    }  # fmt: skip


def pictures() -> dict[str, bytes]:
    from PIL import Image, ImageDraw

    page = Image.new("L", (160, 60), 255)
    ImageDraw.Draw(page).text((8, 20), "So 12/UBND-NC", fill=0)
    found = {}
    for kind, suffix in (("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif"), ("WEBP", "webp")):
        stream = io.BytesIO()
        page.save(stream, kind)
        found[f"seed.{suffix}"] = stream.getvalue()
    return found


def mutated(data: bytes, chance: random.Random) -> bytes:
    """``data`` broken in one to eight places: bytes flipped, cut, doubled, moved, numbers made absurd."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        at = chance.randrange(len(out) + 1)
        to = min(len(out), at + chance.choice((1, 2, 4, 16, 200)))
        match chance.randrange(7):
            case 0 if at < len(out):
                out[at] ^= 1 << chance.randrange(8)
            case 1:
                out[at:to] = chance.choice(_BYTES)
            case 2:
                del out[at:to]
            case 3:
                out[at:at] = out[at:to] * chance.choice((1, 2, 50))
            case 4:
                out[at:at] = chance.choice(_NUMBERS)
            case 5:
                digits = [i for i, byte in enumerate(out) if 48 <= byte < 58]
                if digits:
                    place = chance.choice(digits)
                    out[place : place + 1] = chance.choice(_NUMBERS)
            case _:
                if chance.random() < 0.2:
                    del out[at:]
    return bytes(out)


def write(folder: Path, count: int, seed: int) -> list[Path]:
    """``count`` mutants, in turn of each seed."""
    chance = random.Random(seed)
    whole = list(seeds().items())
    paths = []
    for number in range(count):
        name, data = whole[number % len(whole)]
        path = folder / f"{number:05}-{name}"
        path.write_bytes(mutated(data, chance))
        paths.append(path)
    return paths
