"""Telegrams that print who sends them over "ĐIỆN"; heads in a title's lines; acts named above "Kính gửi"."""

from __future__ import annotations

import pytest

from extractors.model import Reading
from extractors.reading import read

TELEGRAM = """CÔNG ĐIỆN KHẨN

Số: 07/CĐ-UBND {day}

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ

{sends}

- Giám đốc Sở Y tế;
- Chủ tịch UBND các huyện, thị xã.

Để chủ động phòng dịch, Chủ tịch UBND tỉnh yêu cầu Giám đốc Sở Y tế lấy mẫu trước ngày 15/9/2023.

CHỦ TỊCH
Võ Văn Hòa
"""


def head(reading: Reading) -> tuple[str | None, str | None, str | None, str | None]:
    return (
        reading.number.text if reading.number else None,
        reading.issuer.name if reading.issuer else None,
        reading.issued.date if reading.issued else None,
        reading.subject,
    )


@pytest.mark.parametrize("sends", ["ĐIỆN", "Điện:", "ĐIỆN:"])
@pytest.mark.parametrize("day", ["hồi 15 giờ 30 ngày 08/9/2023", ", hồi 15 giờ 30 ngày 08/9/2023"])
def test_who_sends_a_telegram_stands_above_the_word(day: str, sends: str) -> None:
    reading = read(TELEGRAM.format(day=day, sends=sends))
    assert head(reading) == (
        "07/CĐ-UBND",
        "Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị",
        "2023-09-08",
        None,
    )
    assert reading.issued is not None and reading.issued.place is None
    assert reading.addressees == ["Giám đốc Sở Y tế", "Chủ tịch UBND các huyện, thị xã"]


def test_a_letterhead_goes_before_the_sender() -> None:
    reading = read(
        "TỔNG CỤC THỦY LỢI\nSố: 12/CĐ-TCTL, hồi 9 giờ 00 ngày 03/10/2013\n\nCÔNG ĐIỆN\n\n"
        "TỔNG CỤC THỦY LỢI - BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI\nĐIỆN:\n\n- Các Chi cục Thủy lợi;\n"
        "- Các Công ty Khai thác công trình thủy lợi.\n\n1. Các Chi cục Thủy lợi trực ban.\n"
    )
    assert head(reading) == ("12/CĐ-TCTL", "Tổng cục Thủy lợi", "2013-10-03", None)
    assert reading.addressees == ["Các Chi cục Thủy lợi", "Các Công ty Khai thác công trình thủy lợi"]


def test_a_line_that_says_power_lists_nobody() -> None:
    reading = read(
        "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ\nSố: 812/QĐ-UBND\nQuảng Trị, ngày 02 tháng 5 năm 2024\n\nQUYẾT ĐỊNH\n"
        "Về việc giá dịch vụ\n\nCăn cứ Luật Giá;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giá dịch vụ:\n\nĐiện\n\nNước\n"
    )
    assert reading.addressees == [] and reading.subject == "Về việc giá dịch vụ"


@pytest.mark.parametrize(
    ("top", "want"),
    [
        (
            "CÔNG VĂN\n\nCỦA VĂN PHÒNG CHÍNH PHỦ SỐ 611/VPCP-NN\nNGÀY 15 THÁNG 2 NĂM 2001 VỀ VIỆC XỬ LÝ NƯỚC THẢI\n"
            "TẠI CÁC LÀNG NGHỀ\n\nKính gửi: Bộ Khoa học và Công nghệ.\n\nThủ tướng có ý kiến như sau:\n\n1. Giao Bộ Xây dựng lập dự án.\n",
            (
                "611/VPCP-NN",
                "Văn phòng Chính phủ",
                "2001-02-15",
                "VỀ VIỆC XỬ LÝ NƯỚC THẢI TẠI CÁC LÀNG NGHỀ",
            ),
        ),
        (
            "Nghị định của Chính phủ số 61/2004/NĐ-CP ngày 12/02/2004\nvề việc quản lý bến thủy\ntrong các khu bảo tồn.\n\n"
            "Chính phủ\n\nCăn cứ Luật Tổ chức Chính phủ;\n\nNghị định:\n\nĐiều 1. Các bến phải đăng ký.\n",
            (
                "61/2004/NĐ-CP",
                "Chính phủ",
                "2004-02-12",
                "về việc quản lý bến thủy trong các khu bảo tồn",
            ),
        ),
        (
            "THÔNG TƯ\ncủa Bộ Tài chính số 12/2003/TT-BTC ngày 14 tháng 02 năm 2003 hướng dẫn thu phí bến bãi\n\n"
            "Căn cứ Nghị định số 57/2002/NĐ-CP;\n\nBộ Tài chính hướng dẫn như sau:\n\n1. Các bến phải niêm yết mức phí.\n",
            ("12/2003/TT-BTC", "Bộ Tài chính", "2003-02-14", "hướng dẫn thu phí bến bãi"),
        ),
        (
            "Phát động quyên góp sách cho vùng cao\n\n"
            "Thông báo số 48/TB-CĐCĐ ngày 12/9/2019 của Công đoàn Trường Cao đẳng Cộng đồng Hậu Giang\n\n\n"
            "Kính gửi: Ban Chấp hành các Công đoàn cơ sở\n\nCông đoàn Trường đề nghị các Công đoàn bộ phận nộp sách.\n",
            (
                "48/TB-CĐCĐ",
                "Công đoàn Trường Cao đẳng Cộng đồng Hậu Giang",
                "2019-09-12",
                "Phát động quyên góp sách cho vùng cao",
            ),
        ),
    ],
)
def test_heads_in_a_title_s_lines(top: str, want: tuple[str, str, str, str]) -> None:
    assert head(read(top)) == want
