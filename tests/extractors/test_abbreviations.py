"""Abbreviations that a directive defines for those who act."""

from __future__ import annotations

import pytest

from extractors import abbreviations
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mỗi kiểm soát viên an ninh (KSVAN) trực một ca", {"ksvan"}),
        ("các học sinh khuyết tật (sau đây viết tắt là HSKT) học hòa nhập", {"hskt"}),
        ("Ban Quản lý các dự án (sau đây gọi tắt là: “BQLDA”)", {"bqlda"}),
        ("kế hoạch giáo dục cá nhân (KHGDCN) của từng em", set()),  # what is made, not who acts
        ("báo cáo tài chính (BCTC) năm", set()),
        ("tổ chức bộ máy (TCBM) tinh gọn", set()),
        ("công tác phòng cháy, chữa cháy (PCCC)", set()),
        ("hội nghị trực tuyến (HNTT)", set()),
        ("người phụ trách (VAT) ghi sổ", set()),  # other letters than the words begin with
        ("cán bộ (xem Phụ lục I)", set()),
    ],
)
def test_letters_stand_for_a_body_or_person_whose_words_they_begin(text: str, expected: set[str]) -> None:
    assert abbreviations.of_bearers(text) == expected


def test_whom_an_abbreviation_names_is_a_bearer() -> None:
    body = (
        "1. Cảng hàng không bố trí kiểm soát viên an ninh (KSVAN) ở từng cổng.\n"
        "2. KSVAN phải trực đủ ca; lập biên bản khi có sự cố.\n"
    )
    duties = read(HEAD + LEAD + body).obligations
    assert [(duty.bearers, duty.text) for duty in duties if duty.clause == "2"] == [
        (["KSVAN"], "KSVAN phải trực đủ ca"),
        (["KSVAN"], "lập biên bản khi có sự cố"),
    ]


def test_letters_that_no_text_explains_name_nobody() -> None:
    duties = read(f"{HEAD}{LEAD}1. KSVAN phải trực đủ ca.\n").obligations
    assert [duty.bearers for duty in duties] == [["các đơn vị"]]


def test_the_usual_letters_of_tax_and_school_need_no_definition() -> None:
    duties = read(f"{HEAD}{LEAD}1. CQT kiểm tra hồ sơ; GVCN phải báo cáo danh sách.\n").obligations
    assert [duty.bearers for duty in duties] == [["CQT"], ["GVCN"]]
