"""Pages' headings over letters: when they were put out, what they are called, whose act they reprint."""

from __future__ import annotations

import pytest

from extractors.reading import read

LETTER = (
    "\n\nKính gửi: Các trường trực thuộc. Thực hiện Kế hoạch số 123/KH-UBND ngày 19 tháng 6 năm 2018 của UBND thành phố, "
    "Phòng Giáo dục và Đào tạo yêu cầu các trường trực thuộc thực hiện các nội dung sau:\n\n1. Quét dọn sân trường.\n\n2. Phát quang bờ rào.\n"
)


@pytest.mark.parametrize(
    "stamp", ["Cập nhật lúc : 08:51 17/04/2018", "8/24/2018 9:49:07 AM", "Ngày đăng: 17/04/2018"]
)
def test_when_a_page_was_put_out_is_no_part_of_its_subject(stamp: str) -> None:
    reading = read(f"Thông báo về việc tổng vệ sinh trường học\n{stamp}{LETTER}")
    assert reading.subject == "về việc tổng vệ sinh trường học"


def test_a_letter_that_runs_on_behind_those_it_is_to() -> None:
    reading = read(f"Thông báo về việc tổng vệ sinh trường học{LETTER}")
    assert reading.addressees == ["Các trường trực thuộc"]
    assert reading.issuer is not None and reading.issuer.name == "Phòng Giáo dục và Đào tạo"
    assert [o.bearers for o in reading.obligations] == [["các trường trực thuộc"]] * 2


def test_a_heading_that_says_what_to_report_is_a_letter_s() -> None:
    reading = read(f"Báo cáo công tác chuẩn bị năm học{LETTER}")
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.subject == "Báo cáo công tác chuẩn bị năm học"
    assert len(reading.obligations) == 2


def test_a_report_addressed_to_somebody_stays_one() -> None:
    reading = read(
        "Báo cáo công tác chuẩn bị năm học\n\nKính gửi: Sở Giáo dục và Đào tạo.\n\nNhà trường đã sơn lại bàn ghế và mua sách mới.\n"
    )
    assert reading.type is not None and reading.type.code == "BC"
    assert reading.obligations == []


def test_a_page_s_rules_issued_with_a_decision_are_no_report_of_an_act_they_cite() -> None:
    reading = read(
        'Quy chế giải thưởng "Bông Sen" giai đoạn 2023-2027\n(Ban hành kèm theo Quyết định số 45-QĐ/TWĐTN ngày 09/11/2023\n'
        "của Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh)\n\nĐiều 1. Đối tượng\nHọc sinh đạt giải theo Hướng dẫn số 87/2006/HDLT-ĐTN, "
        "Hướng dẫn số 87/2006/HDLT-ĐTN quy định mức thưởng.\n\nĐiều 2. Các tỉnh đoàn xét chọn trước ngày 30/9 hằng năm.\n"
    )
    assert reading.kind == "directive"
    assert reading.number is not None and reading.number.text == "45-QĐ/TWĐTN"
    assert reading.issuer is not None
    assert reading.issuer.name == "Ban Bí thư Trung ương Đoàn TNCS Hồ Chí Minh"


def test_the_title_above_a_head_ends_with_the_number() -> None:
    reading = read(
        "HƯỚNG DẪN NGHIỆP VỤ ĐẢNG PHÍ, SỐ 19-HD/BTCTW\n\nBAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n\n"
        "Số: 19-HD/BTCTW\nHà Nội, ngày 05 tháng 6 năm 2017\n\nCăn cứ Điều lệ Đảng;\nBan Tổ chức Trung ương hướng dẫn như sau:\n\n"
        "1. Chi bộ thu đảng phí hằng tháng.\n"
    )
    assert reading.subject == "NGHIỆP VỤ ĐẢNG PHÍ"


def test_the_day_behind_a_page_s_heading_is_no_part_of_it() -> None:
    reading = read(
        "Kỷ niệm ngày sinh nhà thơ Tố Hữu(07/10/2020)\n\nCăn cứ Công văn số 27-CV/ĐU ngày 12/8/2021 của Đảng ủy Bộ Xây dựng, "
        "Văn phòng Đảng ủy đề nghị các Chi bộ tuyên truyền trong sinh hoạt.\n"
    )
    assert reading.subject == "Kỷ niệm ngày sinh nhà thơ Tố Hữu"
