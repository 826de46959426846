"""Heads beside those that a new form is for: another act's number, a cited act above "Kính gửi", a report."""

from __future__ import annotations

import pytest

from extractors.reading import read

LETTER = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
Số: 812/UBND-NC
V/v {subject}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Trị, ngày 02 tháng 5 năm 2024

{above}Kính gửi: Các sở, ban, ngành.

UBND tỉnh yêu cầu các sở kiểm tra ca nô.
"""
CITED = "Công văn số 15/BXD-VP ngày 02/4/2024 của Bộ Xây dựng về việc kiểm tra ca nô\n\n"


@pytest.mark.parametrize(
    ("printed", "subject"),
    [
        ("thực hiện Kế hoạch số 15/KH-BXD", "thực hiện Kế hoạch số 15/KH-BXD"),
        ("kiểm tra ca nô, số 812/UBND-NC", "kiểm tra ca nô"),
    ],
)
def test_only_the_acts_own_number_is_no_part_of_its_subject(printed: str, subject: str) -> None:
    assert read(LETTER.format(subject=printed, above="")).subject == subject


@pytest.mark.parametrize("above", [CITED, f"Thực hiện: {CITED}", f"Thực hiện {CITED}"])
def test_an_act_named_above_the_addressees_is_not_the_letter(above: str) -> None:
    reading = read(LETTER.format(subject="kiểm tra ca nô", above=above))
    assert reading.number is not None and reading.number.text == "812/UBND-NC"
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Quảng Trị"
    assert reading.subject == "kiểm tra ca nô"
    assert [r.number for r in reading.references] == ["15/BXD-VP"]


def test_a_subject_goes_on_behind_the_date_with_an_act() -> None:
    printed = LETTER.format(subject="triển khai thực hiện", above="").replace(
        "\nKính gửi", "Công văn số 15/BXD-VP\n\nKính gửi"
    )
    assert read(printed).subject == "triển khai thực hiện Công văn số 15/BXD-VP"


@pytest.mark.parametrize(
    "top",
    [
        "SỞ Y TẾ\nTỈNH QUẢNG TRỊ\nSố: 12/BC-SYT\nQuảng Trị, ngày 02 tháng 5 năm 2024\n\nBÁO CÁO\nKết quả phun thuốc\n",
        "Báo cáo kết quả phun thuốc\n",
    ],
)
def test_a_report_that_proposes_to_one_body_stays_a_report(top: str) -> None:
    reading = read(
        f"{top}\nKính gửi: Ủy ban nhân dân tỉnh Quảng Trị.\n\nSở Y tế báo cáo như sau:\n\n1. Kết quả: đã phun 50 thôn.\n"
        "2. Kiến nghị: Đề nghị UBND tỉnh bố trí kinh phí, chỉ đạo các huyện thực hiện.\n"
    )
    assert reading.type is not None and reading.type.code == "BC"


def test_power_alone_on_a_line_addresses_nobody_outside_a_telegram() -> None:
    reading = read(
        "SỞ CÔNG THƯƠNG\nTỈNH QUẢNG TRỊ\nSố: 12/TB-SCT\nQuảng Trị, ngày 02 tháng 5 năm 2024\n\nTHÔNG BÁO\n"
        "Giá dịch vụ\n\nĐIỆN\n\n- Giá ban ngày;\n- Giá ban đêm.\n\n1. Các trạm niêm yết giá.\n"
    )
    assert reading.addressees == []


@pytest.mark.parametrize(
    "asked",
    [
        "Trong năm, Trạm đã đề nghị các hộ thuê bến thực hiện nghiêm hợp đồng.",
        "Đề nghị các cấp, các ngành quan tâm bố trí kinh phí để Trạm thực hiện nhiệm vụ.",
    ],
)
def test_a_page_reports_though_it_tells_what_was_asked(asked: str) -> None:
    reading = read(
        "Báo cáo tình hình thu phí năm 2024\n\nKính gửi: Sở Tài chính\n\n"
        f"Trạm báo cáo kết quả như sau: đã thu 50 triệu đồng. {asked}\n"
    )
    assert reading.type is not None and reading.type.code == "BC"


def test_a_subject_that_hangs_goes_on_with_the_act_below_the_date() -> None:
    printed = LETTER.format(subject="hướng dẫn triển khai", above="Công văn số 15/BXD-VP của Bộ Xây dựng\n\n")
    assert read(printed).subject == "hướng dẫn triển khai Công văn số 15/BXD-VP của Bộ Xây dựng"


def test_a_time_with_its_venue_is_nobodys_deadline() -> None:
    reading = read(
        LETTER.format(subject="mở hội đua thuyền", above="").replace(
            "UBND tỉnh yêu cầu các sở kiểm tra ca nô.",
            "UBND tỉnh yêu cầu các sở thực hiện:\n- Gửi giấy mời khách;\n- Lập danh sách đội thuyền.\n"
            "Thời gian: Ngày 26/5/2024.\nĐịa điểm: Bến Cửa Việt.",
        )
    )
    assert [o.deadlines for o in reading.obligations] == [[], []]
