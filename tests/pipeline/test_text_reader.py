"""Plain text in the encodings it is found in."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.options import Options
from pipeline.readers import read_pages
from pipeline.source import open_source

TEXT = "Kính gửi: Các sở, ban, ngành\nSố: 15/QĐ-BNV"


def pages(path: Path):
    return list(read_pages(open_source(path), Options()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_form(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    (page,) = pages(path)
    assert page.text == TEXT
    assert page.method == "native"
    assert page.warnings == []


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    import unicodedata

    path = tmp_path / "a.txt"
    path.write_text(unicodedata.normalize("NFD", TEXT))
    assert pages(path)[0].text == TEXT


def test_windows_line_ends_and_page_breaks(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Trang một\r\ndòng hai\fTrang hai".encode())
    assert [(p.number, p.text) for p in pages(path)] == [(1, "Trang một\ndòng hai"), (2, "Trang hai")]


def test_utf8_cut_inside_a_letter_is_still_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((TEXT + " ộ").encode()[:-1])
    (page,) = pages(path)
    assert page.text.startswith(TEXT)
    assert [w.code for w in page.warnings] == ["broken-bytes"]


def test_single_byte_text_keeps_every_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(0xA1, 0x100)) * 3 + b" \x81\x8d plain")
    (page,) = pages(path)
    assert page.text.count("\x81") == 1  # undefined in cp1252, used by VNI and TCVN3 fonts
    assert "legacy-encoding" in [w.code for w in page.warnings]
