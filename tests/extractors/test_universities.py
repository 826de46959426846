"""Universities: their names in normal case, without a province behind them."""

from __future__ import annotations

import pytest

from extractors import names
from extractors.reading import read
from tests.extractors.build import HEAD


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("HỘI ĐỒNG HỌC VỤ ĐẠI HỌC & SĐH", "Hội đồng học vụ đại học và SĐH"),
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


@pytest.mark.parametrize(
    "school",
    [
        "Trường Đại học Quốc tế Hồng Bàng",
        "Trường Đại học Sư phạm Kỹ thuật Hưng Yên",
        "Học viện Công nghệ Bưu chính viễn thông",
        "Trường Cao đẳng Cộng đồng Hậu Giang",
        "Trường Trung học phổ thông chuyên Lê Quý Đôn",
    ],
)
def test_a_school_called_after_what_is_taught_is_cited_whole(school: str) -> None:
    reading = read(f"{HEAD}Căn cứ Quyết định số 15/QĐ-ABC ngày 02/4/2024 của {school} về việc mở lớp.\n")
    assert [reference.issuer for reference in reading.references] == [school]


UNION = (
    "HƯỚNG DẪN\n\nV/v phân loại đoàn viên\n\nCăn cứ tình hình phong trào thanh niên {schools}, Ban Thường vụ Đoàn trường ban hành "
    "hướng dẫn như sau:\n\n1. Các chi đoàn tổ chức họp.\n\n2. Các chi đoàn nộp biên bản.\n"
)


def test_a_school_s_union_takes_the_name_of_the_only_school() -> None:
    reading = read(UNION.format(schools="trường Đại học Quốc tế Hồng Bàng"))
    assert reading.issuer is not None
    assert reading.issuer.name == "Ban Thường vụ Đoàn trường Đại học Quốc tế Hồng Bàng"


def test_of_two_schools_none_is_the_union_s() -> None:
    reading = read(UNION.format(schools="trường Đại học Quốc tế Hồng Bàng và trường Đại học Lâm nghiệp"))
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Đoàn trường"


def test_a_school_s_committee_gets_no_territory() -> None:
    reading = read(
        "ĐOÀN TNCS HỒ CHÍ MINH TP HÀ NỘI\nBCH TRƯỜNG ĐẠI HỌC LÂM NGHIỆP\nSố: 08/ĐT\n\nHà Nội, ngày 22 tháng 02 năm 2011\n\n"
        "Kính gửi: Các chi đoàn.\n\nBan Thường vụ đề nghị các chi đoàn nộp đoàn phí.\n"
    )
    assert reading.issuer is not None
    assert reading.issuer.name == "Ban Chấp hành trường đại học Lâm nghiệp"
