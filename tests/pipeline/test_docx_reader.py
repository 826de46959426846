"""DOCX: what Word shows is what is read, the automatic numbers too."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from pipeline.errors import ReadError
from pipeline.options import Limits, Options
from pipeline.readers import read_pages
from pipeline.source import open_source


def text_of(path: Path, options: Options | None = None) -> str:
    (page,) = read_pages(open_source(path), options or Options())
    return page.text


def saved(document, tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    document.save(path)
    return path


def test_head_table_is_read_column_by_column(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH HẢI DƯƠNG\nSố: 12/UBND-VX"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    lines = text_of(saved(document, tmp_path)).split("\n")
    assert lines[:4] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH HẢI DƯƠNG",
        "Số: 12/UBND-VX",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]


def test_data_table_is_read_row_by_row(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for row, values in enumerate([("TT", "Nhiệm vụ", "Thời hạn"), ("1", "Lập\nkế hoạch", "30/6/2023")]):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    text = text_of(saved(document, tmp_path))
    assert "TT\tNhiệm vụ\tThời hạn\n1\tLập kế hoạch\t30/6/2023" in text


def test_automatic_numbers_are_read(tmp_path: Path) -> None:
    document = Document()
    for text in ("Các cấp ủy quán triệt", "Ban Tổ chức theo dõi"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Ghi chú", style="List Bullet")
    document.add_paragraph("Văn phòng tổng hợp", style="List Number")
    lines = [line for line in text_of(saved(document, tmp_path)).split("\n") if line]
    assert lines == [
        "1. Các cấp ủy quán triệt",
        "2. Ban Tổ chức theo dõi",
        "- Ghi chú",
        "3. Văn phòng tổng hợp",
    ]


def test_deleted_text_is_left_out_and_inserted_text_kept(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Giữ ")
    for tag, inner, text in (("w:del", "w:delText", "bỏ"), ("w:ins", "w:t", "thêm")):
        change, run, node = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        node.text = text
        run.append(node)
        change.append(run)
        paragraph._p.append(change)
    assert text_of(saved(document, tmp_path)) == "Giữ thêm"


def test_runs_in_a_legacy_font_are_decoded_and_recorded(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph()
    for piece in ("Th«ng b", "¸o"):  # TCVN3; Word cuts runs inside syllables
        run = paragraph.add_run(piece)
        run.font.name = ".VnTime"
        run._r.rPr.rFonts.set(qn("w:hAnsi"), ".VnTime")
    (page,) = read_pages(open_source(saved(document, tmp_path)), Options())
    assert page.text == "Thông báo"
    (repair,) = page.repairs
    assert (repair.kind, repair.before, repair.after) == ("encoding", "Th«ng b¸o", "Thông báo")


def test_soft_hyphen_is_a_letter_in_a_tcvn3_font_and_nothing_elsewhere(tmp_path: Path) -> None:
    document = Document()
    for font in (".VnTime", "Times New Roman"):
        run = document.add_paragraph().add_run("n")
        run._r.append(OxmlElement("w:softHyphen"))
        rest = OxmlElement("w:t")
        rest.text = "íc" if font == ".VnTime" else "ước"
        run._r.append(rest)
        run.font.name = font
    assert text_of(saved(document, tmp_path)) == "nước\nnước"


def test_encrypted_document(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    with pytest.raises(ReadError) as caught:
        text_of(path)
    assert caught.value.code in ("encrypted", "unsupported-type")


def test_document_cut_short(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("x" * 5000)
    path = saved(document, tmp_path)
    path.write_bytes(path.read_bytes()[:-3000])
    with pytest.raises(ReadError) as caught:
        text_of(path)
    assert caught.value.code == "damaged"
    assert "save it again" in caught.value.message


def test_bomb_is_refused_before_it_expands(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 5_000_000)
    with pytest.raises(ReadError) as caught:
        text_of(path, Options(limits=Limits(expanded_bytes=1_000_000)))
    assert caught.value.code == "too-large"


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật")
    path = tmp_path / "a.docx"
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "lol">]>'
            f'<w:document xmlns:w="{w}"><w:body><w:p><w:r><w:t>a&x;b&y;</w:t></w:r></w:p></w:body>'
            "</w:document>",
        )
    with pytest.raises(ReadError) as caught:
        text_of(path)
    assert caught.value.code == "unsafe" and "bí mật" not in caught.value.message


def test_a_member_whose_packing_is_broken_is_damage(tmp_path: Path) -> None:
    """Found by bench.fuzz: zlib's own error is none of zipfile's."""
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<a>" + "công văn số " * 50 + "</a>")
    data = bytearray(path.read_bytes())
    start = data.index(b"document.xml") + len("document.xml")
    data[start : start + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        text_of(path)
    assert caught.value.code == "damaged"
