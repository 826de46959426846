"""Bad input ends as a record with a code and what to do next; nothing else is affected."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from extractors.model import Directive
from pipeline.extract import extract_file
from pipeline.options import Limits, Options


def one_page_pdf(text: str = "") -> pikepdf.Pdf:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    if text:
        pdf.pages[0].Contents = pdf.make_stream(text.encode())
    return pdf


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def bomb_png(side: int) -> bytes:
    """A PNG of side × side white pixels in a few kB: its header alone must be enough to refuse it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compressobj(9)
    body = b"".join(rows.compress(b"\x00" + b"\xff" * side) for _ in range(64)) + rows.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def read(tmp_path: Path, name: str, data: bytes, **limits: int) -> Directive:
    path = tmp_path / name
    path.write_bytes(data)
    return extract_file(path, Options(limits=Limits(**limits)))  # type: ignore[arg-type]


ENCRYPTED = saved(one_page_pdf(), encryption=pikepdf.Encryption(owner="o", user="u"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("locked.pdf", ENCRYPTED, "encrypted"),
        ("header-only.pdf", b"%PDF-1.7\n", "damaged"),
        ("big.png", bomb_png(20_000), "too-many-pixels"),
        ("program.txt", b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 20, "unsupported-type"),
        ("cut.png", bomb_png(100)[:60], "damaged"),
        ("bad.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ("damaged", "unsupported-type")),
    ],
)
def test_a_file_that_cannot_be_read(
    tmp_path: Path, name: str, data: bytes, code: str | tuple[str, ...]
) -> None:
    directive = read(tmp_path, name, data)
    assert directive.status == "failed"
    (error,) = directive.errors
    assert error.code in ((code,) if isinstance(code, str) else code)
    assert name in error.message
    assert directive.source.bytes == len(data)
    assert len(directive.id) == 16


def test_missing_file(tmp_path: Path) -> None:
    directive = extract_file(tmp_path / "gone.pdf")
    assert (directive.status, directive.errors[0].code) == ("failed", "unreadable")


def test_a_file_that_lies_about_its_type_is_read_as_what_it_is(tmp_path: Path) -> None:
    directive = read(tmp_path, "scan.pdf", "Số: 15/QĐ-BNV\nHà Nội, ngày 3 tháng 2 năm 2021".encode())
    assert directive.status == "complete"
    assert directive.source.media_type == "text/plain"
    assert "type-mismatch" in [w.code for w in directive.warnings]
    assert "15/QĐ-BNV" in directive.text


def test_text_in_utf16(tmp_path: Path) -> None:
    directive = read(tmp_path, "a.txt", "Kính gửi: Các sở, ban, ngành".encode("utf-16"))
    assert directive.text == "Kính gửi: Các sở, ban, ngành"


def test_white_space_is_no_text(tmp_path: Path) -> None:
    directive = read(tmp_path, "a.txt", b" \n\t\n ")
    assert directive.status == "complete"
    assert "no-text" in [w.code for w in directive.warnings]
    assert directive.number is None
    assert directive.obligations == []


def test_pages_past_the_limit_are_reported(tmp_path: Path, tesseract: str) -> None:
    stream = io.BytesIO()
    frames = [Image.new("L", (80, 80), 255) for _ in range(4)]
    frames[0].save(stream, "TIFF", save_all=True, append_images=frames[1:])
    directive = read(tmp_path, "a.tif", stream.getvalue(), pages=2)
    assert [e.code for e in directive.errors] == ["too-many-pages"]
    assert [p.number for p in directive.pages] == [1, 2, 3]  # the third stands for those not read
    assert directive.status in ("partial", "failed")


def test_a_page_too_large_to_draw_fails_alone(tmp_path: Path, tesseract: str) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(200, 200))
    pdf.add_blank_page(page_size=(14_400, 14_400))
    directive = read(tmp_path, "a.pdf", saved(pdf), pixels=20_000_000)
    assert [(e.page, e.code) for e in directive.errors] == [(2, "too-many-pixels")]
    assert [p.number for p in directive.pages] == [1, 2]


def test_a_pdf_cut_short_is_failed_or_partial_never_complete_nonsense(tmp_path: Path) -> None:
    whole = saved(one_page_pdf("BT ET"))
    directive = read(tmp_path, "cut.pdf", whole[: len(whole) // 3])
    assert directive.status == "failed"
    assert directive.errors[0].code == "damaged"


def test_a_fault_of_the_extractors_costs_the_fields_not_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(text: str) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("extractors.reading.read", fault)
    directive = read(tmp_path, "a.txt", "Số: 15/QĐ-BNV".encode())
    assert (directive.status, directive.text) == ("partial", "Số: 15/QĐ-BNV")
    assert [(e.stage, e.code) for e in directive.errors] == [("extract", "internal")]
    assert directive.pages and "report it" in directive.errors[0].message


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_not_waited_for(tmp_path: Path, kind: str) -> None:
    path = {"pipe": tmp_path / "pipe", "device": Path("/dev/zero"), "folder": tmp_path}[kind]
    if kind == "pipe":
        os.mkfifo(path)
    directive = extract_file(path)
    assert (directive.status, directive.errors[0].code) == ("failed", "unreadable")


def test_a_tiff_without_dimensions_is_damaged(tmp_path: Path) -> None:
    """Found by bench.fuzz: Pillow raises a TypeError."""
    stream = io.BytesIO()
    Image.new("L", (40, 40), 255).save(stream, "TIFF")
    data = stream.getvalue().replace(
        struct.pack("<H", 256) + b"\x03\x00", struct.pack("<H", 999) + b"\x03\x00"
    )
    directive = read(tmp_path, "a.tif", data.replace(struct.pack("<HH", 256, 4), struct.pack("<HH", 999, 4)))
    assert (directive.status, [e.code for e in directive.errors]) == ("failed", ["damaged"])
