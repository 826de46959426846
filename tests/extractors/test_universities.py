"""Universities: their names in normal case, without a province behind them."""

from __future__ import annotations

import pytest

from extractors import names
from extractors.reading import read


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("TRƯỜNG ĐẠI HỌC HỒNG BÀNG", "Trường Đại học Hồng Bàng"),
        ("ĐẠI HỌC ĐÀ NẴNG", "Đại học Đà Nẵng"),
        ("TRƯỜNG ĐẠI HỌC KINH TẾ", "Trường Đại học Kinh tế"),
        ("TRƯỜNG ĐẠI HỌC SƯ PHẠM HÀ NỘI", "Trường Đại học Sư phạm Hà Nội"),
        ("TRƯỜNG ĐẠI HỌC HÀNG HẢI VIỆT NAM", "Trường Đại học Hàng hải Việt Nam"),
        ("HỌC VIỆN TÀI CHÍNH", "Học viện Tài chính"),
    ],
)
def test_a_name_is_capital_and_a_field_of_study_is_not(printed: str, name: str) -> None:
    assert names.normal(printed) == name


def test_a_university_under_a_province_keeps_its_own_name() -> None:
    head = (
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG ĐẠI HỌC TÂN LÂM                      Độc lập - Tự do - Hạnh phúc\n"
        "Số: 46/QĐ-ĐHTL                          Quảng Trị, ngày 22 tháng 8 năm 2022\n\n"
        "QUYẾT ĐỊNH\nVề việc ban hành Quy định về cố vấn học tập\n\n"
    )
    issuer = read(head).issuer
    assert issuer is not None and issuer.name == "Trường Đại học Tân Lâm"
