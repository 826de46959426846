"""Numbers and days that a signed PDF shows over its pages, and who signed."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from pipeline.document import Box, Word
from pipeline.extract import extract_file
from pipeline.options import Options
from pipeline.overlays import Overlay, placed, read_overlays, told
from pipeline.readers import read_pages
from pipeline.source import open_source


def signed(path: Path) -> Path:
    """A page "No: ... /UBND-KT" with the number in the appearance of a signature field."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(F=pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1,
                                                   BaseFont=pikepdf.Name.Helvetica))  # fmt: skip
    page.obj.Resources = pikepdf.Dictionary(Font=font)
    page.obj.Contents = document.make_stream(b"BT /F 12 Tf 100 700 Td (No:) Tj 100 0 Td (/UBND-KT) Tj ET")
    look = document.make_stream(
        b"BT /F 12 Tf 10 5 Td (542) Tj ET",
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array([0, 0, 60, 20]),
        Resources=pikepdf.Dictionary(Font=font),
    )  # fmt: skip
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="Signature1",
        Rect=pikepdf.Array([120, 695, 180, 715]), AP=pikepdf.Dictionary(N=look),
        V=pikepdf.Dictionary(Type=pikepdf.Name.Sig, Name="Nguyen Van A", M="D:20241106085421+07'00'"),
    )  # fmt: skip
    page.obj.Annots = pikepdf.Array([document.make_indirect(field)])
    document.save(path)
    return path


def test_an_appearance_is_read_where_it_stands(tmp_path: Path) -> None:
    found = read_overlays(signed(tmp_path / "a.pdf"))
    (overlay,) = found.texts[1]
    assert overlay.text == "542"
    assert 129 < overlay.box.x0 < 133 and 842 - 715 < overlay.box.y0 < overlay.box.y1 < 842 - 695
    (signature,) = found.signatures[1]
    assert (signature.signer, signature.time) == ("Nguyen Van A", "2024-11-06T08:54:21+07:00")
    assert "2024-11-06T08:54:21+07:00" in told(signature).message


def test_a_digital_signature_is_data_of_the_directive(tmp_path: Path) -> None:
    directive = extract_file(signed(tmp_path / "a.pdf"))
    assert [(s.page, s.signer, s.time) for s in directive.digital_signatures] == [
        (1, "Nguyen Van A", "2024-11-06T08:54:21+07:00")
    ]


def test_a_short_overlay_is_placed_after_the_word_left_of_it() -> None:
    words = [
        Word(0, 3, Box(100, 100, 120, 112)),
        Word(4, 12, Box(180, 100, 240, 112)),
        Word(13, 17, Box(100, 140, 130, 152)),
    ]
    number = Overlay("542", Box(128, 99, 150, 111))
    stamp = Overlay("ký ngày 06.11.2024 lúc 9 giờ", Box(128, 99, 300, 111))
    nowhere = Overlay("7", Box(300, 400, 310, 412))
    assert placed(words, [number, stamp, nowhere]) == [(number, 0)]


def test_a_pdf_without_overlays_or_damaged_has_none(tmp_path: Path) -> None:
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    assert read_overlays(broken).texts == {}


@pytest.mark.shared
def test_a_real_signed_directive_gives_number_day_and_signers(shared: Path) -> None:
    source = open_source(shared / "pdf" / "vht507_text_layer.pdf")
    first = next(iter(read_pages(source, Options())))
    assert "Số: 542 /TB-UBND" in first.text
    assert "ngày 06 tháng 11 năm 2024" in first.text
    assert any("Ủy ban nhân dân tỉnh Quảng Ngãi" in w.message for w in first.warnings)
