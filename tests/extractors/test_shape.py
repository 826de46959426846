"""Texts whose lines a page or a converter lost or broke: heads in one line, in narrow cells, in a table's row."""

from __future__ import annotations

import itertools
import textwrap

import pytest

from extractors.reading import read
from extractors.shape import shaped

LEFT = ["UBND TỈNH SƠN LA", "SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Số: 812/SVHTTDL-QLDT"]
RIGHT = [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Sơn La, ngày 14 tháng 9 năm 2021",
]
REST = [
    "THÔNG BÁO",
    "Về việc tạm dừng tham quan nhà trưng bày",
    "Căn cứ Công văn số 90/UBND-KGVX ngày 10/9/2021 của Ủy ban nhân dân tỉnh, Sở thông báo như sau:",
    "1. Nhà trưng bày tạm dừng đón khách từ ngày 15/9/2021.",
    "2. Bảo tàng tỉnh báo cáo Sở trước ngày 20/9/2021.",
    "Nơi nhận:",
    "- UBND tỉnh;",
    "- Lưu: VT, QLDT.",
    "KT. GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "Cầm Thị Nga",
]


def _narrow(lines: list[str]) -> str:
    return "\n".join(itertools.chain.from_iterable(textwrap.wrap(line, 21) for line in lines))


SHAPES = {
    "one line": " ".join([*LEFT, *RIGHT, *REST]),
    "head in one line": " ".join([*LEFT, *RIGHT]) + "\n" + "\n".join(REST),
    "rows run together": "\n".join(f"{a} {b}" for a, b in zip(LEFT, RIGHT, strict=True))
    + "\n\n"
    + "\n".join(REST),
    "narrow cells": "\n|\n".join(
        [_narrow(LEFT[:2]), _narrow(RIGHT[:2]), _narrow(LEFT[2:]), _narrow(RIGHT[2:]), "\n".join(REST)]
    ),
    "table": "| "
    + "<br>".join(LEFT)
    + " | "
    + "<br>".join(RIGHT)
    + " |\n| --- | --- |\n\n"
    + "\n\n".join(REST),
    "empty lines": "\n\n".join([*LEFT, *RIGHT, *REST]),
    "page number": "1 " + " ".join([*LEFT, *RIGHT, *REST]),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_head_reads_the_same_in_every_shape(shape: str) -> None:
    text = SHAPES[shape]
    reading = read(text)
    assert reading.number is not None and reading.number.text == "812/SVHTTDL-QLDT"
    assert reading.number.span is not None and text[slice(*reading.number.span)] == "812/SVHTTDL-QLDT"
    assert reading.type is not None and reading.type.code == "TB"
    assert reading.issuer is not None
    assert reading.issuer.name == "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La"
    assert reading.issued is not None and (reading.issued.date, reading.issued.place) == (
        "2021-09-14",
        "Sơn La",
    )
    assert reading.subject == "Về việc tạm dừng tham quan nhà trưng bày"
    assert [(s.name, s.position) for s in reading.signatories] == [("Cầm Thị Nga", "PHÓ GIÁM ĐỐC")]
    assert reading.recipients == ["UBND tỉnh", "Lưu: VT, QLDT"]


def test_every_letter_keeps_its_place() -> None:
    for text in SHAPES.values():
        out = shaped(text)
        assert len(out) == len(text)
        assert "".join(out.split()) == "".join(text.replace("<br>", "").split())


def test_a_text_with_lines_of_its_own_is_left_as_it_is() -> None:
    text = "\n".join([*LEFT, *RIGHT, "", *REST])
    assert shaped(text) == text
    long = "Ông kể chuyện ngày 2 tháng 9 năm 1945 ở Hà Nội cho cháu nghe, rồi cả nhà đi ngủ. " * 40
    assert shaped(long) == long


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("CỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("CỘNG HÒA XÃ HỘI CHỦ\nNGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Kính\ngửi:", "Kính gửi:"),
        ("Cao\nBằng, ngày 07 tháng 02 năm 2020", "Cao Bằng, ngày 07 tháng 02 năm 2020"),
        ("Cao Bằng,\nngày 07 tháng 02\nnăm 2020", "Cao Bằng, ngày 07 tháng 02 năm 2020"),
        ("Số:\n15/2019/TT-BXD", "Số: 15/2019/TT-BXD"),
        ("V/v\n: sửa chữa cầu", "V/v : sửa chữa cầu"),
    ],
)
def test_formulas_that_a_narrow_cell_broke(broken: str, whole: str) -> None:
    assert shaped(broken) == whole


def test_empty_lines_between_all_lines_do_not_end_a_sentence() -> None:
    lines = [
        *LEFT,
        *RIGHT,
        "THÔNG BÁO",
        "Về việc tạm dừng tham quan nhà trưng bày và",
        "khu di tích trên địa bàn tỉnh năm",
        "2021",
        "Căn cứ Công văn số 90/UBND-KGVX ngày 10/9/2021 của",
        "Ủy ban nhân dân tỉnh, Sở thông báo các đơn vị",
        "thực hiện như sau:",
        "1. Nhà trưng bày tạm dừng đón khách từ",
        "ngày 15/9/2021.",
        "2. Bảo tàng tỉnh báo cáo Sở",
        "trước ngày 20/9/2021.",
    ]
    reading = read("\n\n".join(lines))
    assert reading.subject == (
        "Về việc tạm dừng tham quan nhà trưng bày và khu di tích trên địa bàn tỉnh năm 2021"
    )
    assert [d.date for d in reading.deadlines if d.bound == "before"] == ["2021-09-20"]


def test_the_end_of_the_motto_alone_is_no_part_of_the_issuer() -> None:
    text = "UBND TỈNH SƠN LA\nSỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA\n-------\nVIỆT NAM\nSố: 81/SNV-TCCB\n"
    reading = read(
        text + "Sơn La, ngày 14 tháng 9 năm 2021\n\nKính gửi: Các huyện\n\nCác huyện gửi báo cáo.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Sở Nội vụ tỉnh Sơn La"
