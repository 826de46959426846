"""PDF: the text layer laid out as a person reads the page, its words boxed; pages without one are drawn."""

from __future__ import annotations

from pathlib import Path

import pikepdf

import fixtures
from bench.metrics import overlap
from pipeline.document import Box, Page, Word
from pipeline.ocr.lines import Run
from pipeline.ocr.titles import title_rows
from pipeline.ocr.token import Token
from pipeline.options import Options
from pipeline.overlays import Overlay, placed
from pipeline.readers import read_pages
from pipeline.readers.pdf_layer import UNREAD, Layer, encoding_repairs, mended_layer, unread_words
from pipeline.source import open_source
from pipeline.text_layer import judge


def pages(tmp_path: Path, name: str) -> list[Page]:
    path = tmp_path / "a.pdf"
    path.write_bytes(fixtures.print_pdf(name))
    return list(read_pages(open_source(path), Options()))


def test_head_columns_table_rows_and_boxes(tmp_path: Path) -> None:
    found = pages(tmp_path, "so-hd-danh-gia")
    assert {page.method for page in found} == {"text-layer"}
    lines = found[0].text.split("\n")
    assert lines[:2] == ["UBND TỈNH BẮC NINH", "SỞ NỘI VỤ"]
    whole = "\n".join(page.text for page in found)
    row = next(line for line in whole.split("\n") if line.startswith("1\t"))
    assert row.split("\t")[1:] == ["Cá nhân tự đánh giá theo Mẫu số 02, Mẫu số 03", "Trước ngày 25/11/2021"]
    for page in found:
        assert page.width is not None
        assert page.height is not None
        for word in page.words:
            assert page.text[word.start : word.end].strip()
            assert 0 <= word.box.x0 < word.box.x1 <= page.width
            assert 0 <= word.box.y0 < word.box.y1 <= page.height


def test_title_stands_apart_from_the_body(tmp_path: Path) -> None:
    text = pages(tmp_path, "ubnd-tinh-ct-tet")[0].text
    title = text.split("\n\n")[1]
    assert title.startswith("CHỈ THỊ\n")
    assert title.replace("\n", " ").endswith("Kỷ Hợi năm 2019")


def row(x0: float, x1: float) -> list[Run]:
    return [Run([Token("chữ", 1.0, x0, 0, x1, 20)])]


def test_rows_of_a_title() -> None:
    body = [row(160, 900), row(100, 900), row(100, 900), row(100, 380)]
    assert title_rows([row(400, 600), row(300, 700), *body], 20) == 2
    assert title_rows([row(400, 600), row(108, 892), row(480, 520), *body], 20) == 3
    speck = [Run([Token("-", 1.0, 260, 0, 270, 20)])]
    assert title_rows([row(400, 600), speck, row(300, 700), *body], 20) == 3
    assert title_rows(body, 20) == 0
    assert title_rows([], 20) == 0


def test_a_layer_of_garbage_is_not_used(tmp_path: Path) -> None:
    """The fixture with its ToUnicode maps taken out: codes without letters."""
    path = tmp_path / "a.pdf"
    path.write_bytes(fixtures.print_pdf("vptw-cv-ho-so"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            for font in page.resources["/Font"].values():
                if "/ToUnicode" in font:
                    del font["/ToUnicode"]
        pdf.save(path)
    assert next(read_pages(open_source(path), Options())).method == "ocr"


def test_a_page_with_one_font_of_unknown_codes_is_read_from_its_image(tmp_path: Path) -> None:
    """The fixture with the map taken out of the bold font alone, in which its headings stand."""
    path = tmp_path / "a.pdf"
    path.write_bytes(fixtures.print_pdf("vptw-cv-ho-so"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            for font in page.resources["/Font"].values():
                if "/ToUnicode" in font and str(font.BaseFont).endswith("-Bold"):
                    del font["/ToUnicode"]
        pdf.save(path)
    page = next(read_pages(open_source(path), Options()))
    assert page.method == "ocr"
    assert "VĂN PHÒNG" in page.text


def test_few_words_of_unknown_codes_are_told() -> None:
    words = [Word(3 * i, 3 * i + 2, Box(i, 1, i + 1, 2), UNREAD if i == 7 else None) for i in range(100)]
    layer = Layer("ab " * 100, words, ())
    assert layer.unread == 0.01
    sound = "Các sở, ban, ngành của tỉnh báo cáo kết quả thực hiện trước ngày cuối tháng"
    assert judge(sound, (), layer.unread).sound
    assert not judge(sound, (), 0.05).sound
    (warning,) = unread_words(Page(4, layer.text, "text-layer", words))
    assert warning.code == "layer-unread"
    assert warning.spans == [(21, 23)]
    assert warning.message.startswith("page 4: ")
    assert unread_words(Page(4, layer.text, "text-layer", words[:5])) == []


def test_a_number_shown_over_the_page_is_read_where_it_stands() -> None:
    words = [
        Word(0, 3, Box(10, 10, 30, 20)),
        Word(4, 12, Box(60, 10, 120, 20)),
        Word(13, 16, Box(10, 40, 30, 50)),
    ]
    number = Overlay("542", Box(35, 9, 55, 21))
    elsewhere = Overlay("7", Box(400, 300, 410, 310))
    stamp = Overlay("Ký bởi: Văn phòng, ngày 3", Box(35, 40, 90, 50))
    assert placed(words, [stamp, elsewhere, number]) == [(number, 0)]


def test_shifted_codes_are_mended_and_recorded() -> None:
    clean = (
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện nghiêm các nội dung sau đây "
        "và báo cáo kết quả trước ngày cuối tháng"
    )
    # glyph numbers of Times New Roman: ASCII 29 lower, the Vietnamese block a constant lower
    shifted = "".join(
        c if c == " " else chr(ord(c) - 29) if c.isascii() else chr(ord(c) - 0x1A00) if ord(c) > 0x1E00 else c
        for c in clean
    )
    layer = Layer(shifted, [], ())
    mended = mended_layer(layer)
    assert mended is not None
    assert overlap(mended.text, clean) > 0.9
    assert mended_layer(Layer(clean, [], ())) is None
    raw = Layer("$", [Word(0, 1, Box(1, 1, 5, 9))], ())
    page = Page(1, "A", "text-layer", [Word(0, 1, Box(1.2, 1.1, 5, 9))])
    (repair,) = encoding_repairs(page, raw)
    assert (repair.before, repair.after, repair.span) == ("$", "A", (0, 1))


def test_an_invisible_layer_is_another_engines_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(fixtures.print_pdf("vptw-cv-ho-so"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"BT ", b"BT 3 Tr "))
        pdf.save(path)
    page = next(read_pages(open_source(path), Options()))
    assert page.method == "text-layer"
    assert page.confidence == 0.9
    assert pages(tmp_path, "vptw-cv-ho-so")[0].confidence == 1.0
