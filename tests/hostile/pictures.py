"""Hostile pictures and texts, and names that no file should have."""

from __future__ import annotations

import io
import struct
import zlib

from tests.hostile.pdfs import CANARY, Maker


def png(width: int, height: int, *chunks: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" + b"\xff" * min(width, 1000))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + b"".join(chunks)
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def jpeg(width: int, height: int) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (16, 16), 255).save(out, "JPEG")
    data = bytearray(out.getvalue())
    at = data.index(b"\xff\xc0")
    struct.pack_into(">HH", data, at + 5, height, width)
    return bytes(data)


def tiff(frames: int, *, loop: bool = False, width: int = 20, height: int = 20) -> bytes:
    """Bilevel frames that all show the same strip; ``loop``: the last names the first as the next."""
    strip = b"\x00" * 60
    out = bytearray(b"II*\x00" + struct.pack("<I", 8 + len(strip)) + strip)
    for number in range(frames):
        start = len(out)
        tags = [(256, 4, width), (257, 4, height), (258, 3, 1), (259, 3, 1), (262, 3, 1)]
        tags += [(273, 4, 8), (277, 3, 1), (278, 4, height), (279, 4, len(strip))]
        following = start + 2 + 12 * len(tags) + 4
        last = number == frames - 1
        out += struct.pack("<H", len(tags))
        out += b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
        out += struct.pack("<I", (8 + len(strip) if loop else 0) if last else following)
    return bytes(out)


def webp() -> bytes:
    data = bytearray(b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x10\x00\x00\x00\xff\xff\xff\xff\xff\xff")
    struct.pack_into("<I", data, 4, len(data) - 8)
    return bytes(data)


PICTURES: dict[str, Maker] = {
    "65535.png": lambda: png(65_535, 65_535),
    "2147483647.png": lambda: png(2**31 - 1, 2**31 - 1),
    "no-pixels.png": lambda: png(0, 0),
    "line.png": lambda: png(10_000_000, 1),
    "cut.png": lambda: png(1000, 1000),
    "text-bomb.png": lambda: png(
        99, 99, chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(70 * 1024**2), 9))
    ),
    "profile-bomb.png": lambda: png(
        99, 99, chunk(b"iCCP", b"a\x00\x00" + zlib.compress(bytes(70 * 1024**2), 9))
    ),
    "65535.jpg": lambda: jpeg(65_535, 65_535),
    "10000-frames.tif": lambda: tiff(10_000),
    "frame-loop.tif": lambda: tiff(3, loop=True),
    "65535.tif": lambda: tiff(1, width=65_535, height=65_535),
    "4294967295.tif": lambda: tiff(1, width=2**32 - 1, height=2**32 - 1),
    "16777216.webp": webp,
}

LETTER = "ỦY BAN NHÂN DÂN\nTỈNH A\n\nSố: 12/UBND-NC\n\nA, ngày 3 tháng 2 năm 2021\n\nKính gửi: Các sở\n\n"
_REPEATED = {
    "heads": "Số: 12/CV-UBND ngày 3 tháng 2 năm 2021 ",
    "labels": "1.1.1.1.1.1.1.1.1.1) a) - + ",
    "roman": "I. II. III. IV. V. ",
    "recipients": "Nơi nhận:\n- Như trên;\n",
    "references": "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 5/3/2020 của Chính phủ ",
    "deadlines": "trước ngày 30/10/2022, trong thời hạn 15 ngày kể từ ngày ",
    "brackets": "((((((((((",
    "digits": "1/1-1.1,",
    "dots": ".......... ",
    "dashes": "- - - _ _ _ ",
    "capitals": "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH ",
    "quotes": "“‘\"'” ",
    "marks": "e\u0302\u0301",
    "zalgo": "a" + "\u0301" * 1000,
    "joiners": "\u200d\u200b\ufeff\u00ad",
    "rtl": "\u202eabc\u202c\u2066",
    "astral": "\U0001f600\U0010ffff",
    "tabs": "\t \u00a0\u3000",
    "lines": "\n\r\u2028\u0085",
    "broken": "Ủy ban nh©n d©n tØnh ",
}


def _page_breaks() -> bytes:
    return b"\x0c" * 1_000_000 + b"a"


TEXTS: dict[str, Maker] = {
    **{
        f"{name}.txt": (lambda piece=piece: (LETTER + piece * (15_000 // len(piece))).encode())
        for name, piece in _REPEATED.items()
    },
    "one-word.txt": lambda: b"a" * 300_000,
    "million-pages.txt": _page_breaks,
    "control.txt": lambda: (LETTER + "\x1b[2J\x1b]0;x\x07\x08\x7f\x9b31m").encode(),
    "utf16-half.txt": lambda: b"\xff\xfe" + "Số".encode("utf-16-le") * 20_000 + b"\x01",
    "lone-surrogates.txt": lambda: b"\xff\xfe" + b"\x00\xd8" * 20_000,
}

NAMES: tuple[bytes, ...] = (
    b"..\\..\\evil.txt",
    b"new\nline.txt",
    b"tab\tbell\x07esc\x1b[31m.txt",
    "\u202etxt.exe\u202c.txt".encode(),
    b"-rf.txt",
    b"--help.html",
    b"$(touch " + CANARY.replace("/", "_").encode() + b").rtf",
    b"; touch x; .docx",
    b"not \xff\xfe utf-8.txt",
    b"%s%n%d{0}{x}.txt",
    b"[red]markup[/].txt",
    b"a" * 240 + b".txt",
    b" leading and trailing .txt ",
    b"CON.txt",
    b"....txt",
)
