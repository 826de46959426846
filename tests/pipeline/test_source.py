"""A file is what its bytes say, whatever its name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from pipeline import source
from pipeline.errors import ReadError
from pipeline.options import Limits


def image_bytes(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.new("L", (4, 4), 255).save(stream, kind)
    return stream.getvalue()


def docx_bytes() -> bytes:
    stream = io.BytesIO()
    Document().save(stream)
    return stream.getvalue()


def other_zip() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n...", source.PDF),
        (b"\n\n%PDF-1.4", source.PDF),
        (image_bytes("PNG"), source.PNG),
        (image_bytes("JPEG"), source.JPEG),
        (image_bytes("TIFF"), source.TIFF),
        (image_bytes("WEBP"), source.WEBP),
        (docx_bytes(), source.DOCX),
        (other_zip(), source.UNKNOWN),
        (b"{\\rtf1\\ansi x}", source.RTF),
        (b"<!DOCTYPE html><p>x", source.HTML),
        ("﻿<html><body>Số</body></html>".encode(), source.HTML),
        ("Số: 12/UBND-VX".encode(), source.TEXT),
        ("Số: 12/UBND-VX, ngày 3".encode("utf-16"), source.TEXT),
        ("Số: 12/UBND-VX, ngày 3 tháng 4".encode("utf-16-le"), source.TEXT),
        (bytes(range(256)) * 8, source.UNKNOWN),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" * 40, source.UNKNOWN),
    ],
)
def test_type_is_told_by_bytes(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "file.docx"  # the name lies for all but one
    path.write_bytes(data)
    assert source.open_source(path).media_type == expected


def test_same_bytes_have_one_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("như nhau")
    (tmp_path / "b.txt").write_text("như nhau")
    a, b = source.open_source(tmp_path / "a.txt"), source.open_source(tmp_path / "b.txt")
    assert a.sha256 == b.sha256
    assert a.bytes == len("như nhau".encode())


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: None, "unreadable"),
        (lambda path: path.mkdir(), "unreadable"),
        (lambda path: path.write_bytes(b"x" * 101), "too-large"),
    ],
)
def test_what_cannot_be_opened_says_why(tmp_path: Path, make, code: str) -> None:
    path = tmp_path / "file.txt"
    make(path)
    with pytest.raises(ReadError) as caught:
        source.open_source(path, Limits(file_bytes=100))
    assert caught.value.code == code
    assert "file.txt" in caught.value.message
