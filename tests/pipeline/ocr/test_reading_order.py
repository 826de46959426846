"""Words come out in the order in which a person reads a directive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from pipeline.imaging.clean import Prepared
from pipeline.imaging.grid import Grid, Rect
from pipeline.ocr.compose import compose, is_cut
from pipeline.ocr.layout import Layout, lay_out
from pipeline.ocr.token import Token, normal

WIDTH, HEIGHT, LETTER, CAPITAL = 2480, 3508, 22, 40


def line(text: str, x: float, y: float, number: int, confidence: float = 0.96) -> list[Token]:
    """Words of one engine line, each letter 22 pixels wide."""
    tokens = []
    for word in text.split(" "):
        end = x + len(word) * LETTER
        tokens.append(Token(word, confidence, x, y, end, y + CAPITAL, (number, 1, 1)))
        x = end + 14
    return tokens


def laid(
    *lines: tuple[str, float, float], grids: tuple[Grid, ...] = (), more: Sequence[Token] = ()
) -> Layout:
    tokens = [*more, *(t for n, (text, x, y) in enumerate(lines) for t in line(text, x, y, n))]
    return lay_out(tokens, grids, WIDTH, HEIGHT)


def text(layout: Layout) -> str:
    blank = Prepared(np.zeros((1, 1), np.uint8), 300, np.diag([0.24, 0.24, 1]), 595, 842, ())
    return compose(layout, blank, 1).text


HEAD = (
    ("ỦY BAN NHÂN DÂN", 300, 260),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1200, 258),
    ("TỈNH QUẢNG NAM", 310, 320),
    ("Độc lập - Tự do - Hạnh phúc", 1300, 322),
    ("Số:", 330, 420),
    ("/UBND-KT", 520, 420),
    ("Quảng Nam, ngày 12 tháng 5 năm 2023", 1250, 424),
    ("V/v tăng cường phòng", 290, 490),
    ("cháy mùa khô", 350, 545),
)


def test_the_heads_two_columns_are_read_as_columns() -> None:
    said = text(laid(*HEAD, ("Kính gửi: Các sở, ban, ngành", 800, 700), ("Thực hiện Chỉ thị", 300, 800)))
    assert said.split("\n") == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH QUẢNG NAM",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /UBND-KT",
        "V/v tăng cường phòng",
        "cháy mùa khô",
        "Quảng Nam, ngày 12 tháng 5 năm 2023",
        "",
        "Kính gửi: Các sở, ban, ngành",
        "Thực hiện Chỉ thị",
    ]


def test_columns_that_the_engine_read_as_one_line_are_cut_at_the_gutter() -> None:
    joined = (
        line("THỦ TƯỚNG CHÍNH PHỦ", 300, 260, 0)
        + line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1200, 258, 0)
        + line("Hà Nội, ngày 2 tháng 3 năm 2024", 1300, 420, 1)
        + line("Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025 và các luật khác", 300, 700, 2)
    )
    said = text(lay_out(joined, (), WIDTH, HEIGHT)).split("\n")
    assert said[:2] == ["THỦ TƯỚNG CHÍNH PHỦ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_an_issuer_that_begins_as_the_motto_does_and_a_stamp_under_the_motto() -> None:
    # the engine reads issuer and motto as one line, with a gap too small to cut it
    top = line("BỘ CÔNG THƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 700, 260, 99)
    top = [replace(t, x0=t.x0 + 50, x1=t.x1 + 50) if k > 2 else t for k, t in enumerate(top)]
    said = text(
        laid(
            ("Độc lập - Tự do - Hạnh phúc", 1200, 320),
            ("VĂN PHÒNG CHÍNH PHỦ", 1750, 400),
            ("Số: 21/2026/TT-BCT", 700, 480),
            ("Hà Nội, ngày 28 tháng 4 năm 2026", 1250, 480),
            ("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", 400, 800),
            more=top,
        )
    )
    assert said.split("\n") == [
        "BỘ CÔNG THƯƠNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 21/2026/TT-BCT",
        "Hà Nội, ngày 28 tháng 4 năm 2026",
        "",
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
    ]


def test_a_stamp_of_receipt_stays_out_and_urgency_stays_in() -> None:
    received = Grid(Rect(1500, 500, 2000, 640), ((Rect(1505, 505, 1995, 635),),))
    urgent = Grid(Rect(300, 600, 600, 680), ((Rect(305, 605, 595, 675),),))
    layout = laid(
        *HEAD[:7], ("CÔNG VĂN ĐẾN", 1550, 540), ("HỎA TỐC", 330, 620), ("Kính gửi: Bộ Y tế", 900, 800),
        grids=(received, urgent),
    )  # fmt: skip
    said = text(layout)
    assert "ĐẾN" not in said
    assert "HỎA TỐC" in said
    assert {t.text for t in layout.dropped} == {"CÔNG", "VĂN", "ĐẾN"}


def test_recipients_come_before_the_signature_beside_them() -> None:
    said = text(
        laid(
            ("Nơi nhận:", 300, 2000),
            ("TM. ỦY BAN NHÂN DÂN", 1500, 1990),
            ("- Như trên;", 300, 2060),
            ("CHỦ TỊCH", 1620, 2050),
            ("- Lưu: VT, KT.", 300, 2120),
            ("Trần Văn Bình", 1580, 2500),
        )
    )
    assert said == "Nơi nhận:\n- Như trên;\n- Lưu: VT, KT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Bình"


def test_several_signatures_are_read_one_after_another() -> None:
    said = text(
        laid(
            ("KT. BỘ TRƯỞNG", 400, 900),
            ("KT. CHÁNH ÁN", 1500, 905),
            ("THỨ TRƯỞNG", 430, 960),
            ("PHÓ CHÁNH ÁN", 1490, 965),
            ("Lê Văn An", 440, 1300),
            ("Hồ Thị Cúc", 1520, 1300),
        )
    )
    assert said.split("\n") == [
        "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Văn An", "KT. CHÁNH ÁN", "PHÓ CHÁNH ÁN", "Hồ Thị Cúc",
    ]  # fmt: skip


def test_a_table_is_read_row_by_row_with_tabs() -> None:
    rows = tuple(
        (Rect(300, y, 500, y + 80), Rect(500, y, 1500, y + 80), Rect(1500, y, 2000, y + 80))
        for y in (1000, 1080, 1160)
    )
    grid = Grid(Rect(295, 995, 2005, 1245), rows)
    said = text(
        laid(
            ("Danh sách kèm theo", 300, 900), ("STT", 320, 1020), ("Đơn vị", 620, 1020), ("Số", 1600, 1020),
            ("1", 320, 1100), ("Sở Y tế", 620, 1100), ("03", 1600, 1100), ("Tổng cộng", 620, 1180),
            ("03", 1600, 1180), ("Ghi chú thêm", 300, 1400), grids=(grid,),
        )
    )  # fmt: skip
    assert said.split("\n") == [
        "Danh sách kèm theo", "STT\tĐơn vị\tSố", "1\tSở Y tế\t03", "\tTổng cộng\t03", "Ghi chú thêm",
    ]  # fmt: skip


def test_the_page_number_is_left_out() -> None:
    assert text(laid(("2", 1230, 150), ("luật khác có liên quan.", 300, 300))) == "luật khác có liên quan."


def test_a_lists_number_keeps_to_its_item() -> None:
    assert text(laid(("1.", 300, 800), ("Chuyên ngành dự tuyển", 440, 800))) == "1. Chuyên ngành dự tuyển"


def test_a_number_cut_at_the_lines_end_is_joined_and_told() -> None:
    layout = laid(("tại Tờ trình số 4017/TTr-", 300, 800), ("BNNMT ngày 23 tháng 4", 300, 860))
    blank = Prepared(np.zeros((1, 1), np.uint8), 300, np.diag([0.24, 0.24, 1]), 595, 842, ())
    page = compose(layout, blank, 1)
    assert page.text == "tại Tờ trình số 4017/TTr-BNNMT ngày 23 tháng 4"
    (repair,) = page.repairs
    assert page.text[slice(*repair.span)] == repair.after == "4017/TTr-BNNMT"
    assert repair.before == "4017/TTr-\nBNNMT"
    assert all(page.text[w.start : w.end].strip() == page.text[w.start : w.end] for w in page.words)
    assert is_cut("64/2025/QH", "15") and not is_cut("phòng-", "chống")
    assert is_cut("số 15-", "HD/TU") and not is_cut("15-", "Hướng")
    assert is_cut("05-", "11-2014,") and is_cut("(05-11-", "2014)") and not is_cut("2020-", "2025")


def test_words_carry_boxes_in_points_and_their_place_in_the_text() -> None:
    layout = laid(("Căn cứ Luật", 300, 800))
    blank = Prepared(np.zeros((1, 1), np.uint8), 300, np.diag([0.24, 0.24, 1]), 595, 842, ())
    page = compose(layout, blank, 1)
    assert [page.text[w.start : w.end] for w in page.words] == ["Căn", "cứ", "Luật"]
    assert (page.words[0].box.x0, page.words[0].box.y0) == (72.0, 192.0)


def test_specks_leave_the_text_and_quotation_marks_stay() -> None:
    words = line("' điểm 'đề nghị “Bãi bỏ | .64/2025 này |", 300, 800, 0)
    doubted = [replace(t, confidence=0.5) if t.text == "|" else t for t in words]
    assert text(lay_out(doubted, (), WIDTH, HEIGHT)) == "điểm đề nghị “Bãi bỏ 64/2025 này"


def test_signs_that_a_web_page_sets_stay() -> None:
    assert text(laid(("Trang chủ > Văn bản | In trang |", 300, 800))) == "Trang chủ > Văn bản | In trang"
    assert text(laid(("**1.** Gắn kiểm điểm *Kính gửi:*", 300, 800))) == "**1.** Gắn kiểm điểm *Kính gửi:*"


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("chợ;- theo", "chợ; theo"),
        ("hàng giả.. Sở", "hàng giả. Sở"),
        ("và những việc khác...", "và những việc khác..."),
        ("thực.hiện như sau", "thực hiện như sau"),
        ("các sở,ngành và", "các sở, ngành và"),
        ("hộp thư baochi.vn và", "hộp thư baochi.vn và"),
        ("2026 - 2030,.chuẩn bị", "2026 - 2030, chuẩn bị"),
        ("I.MỤC TIÊU", "I. MỤC TIÊU"),
        ("từ ngày23 tháng", "từ ngày 23 tháng"),
    ],
)
def test_specks_read_into_words_and_words_run_together(read: str, said: str) -> None:
    assert text(laid((read, 300, 800))) == said


def test_a_speck_at_the_height_of_a_hyphen_is_none() -> None:
    words = line("khắc phục hậu - quả", 300, 800, 0)
    speck = [replace(t, x1=t.x0 + 6) if t.text == "-" else t for t in words]
    assert text(lay_out(words, (), WIDTH, HEIGHT)) == "khắc phục hậu - quả"
    assert text(lay_out(speck, (), WIDTH, HEIGHT)) == "khắc phục hậu quả"


def test_letters_the_models_mistake_are_the_vietnamese_ones() -> None:
    assert normal("Ðảng") == "Đảng"
    assert normal("15-KH/ĐÐU") == "15-KH/ĐU"
    assert normal("35⁄2018") == "35/2018"
