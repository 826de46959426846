"""Heads of Party bodies as sites print them: broken numbers, joint bodies, the body in the title, one line."""

from __future__ import annotations

import pytest

from extractors.reading import read

UNDER = "\n\nCăn cứ Điều lệ Đảng;\n\n1. Các chi bộ tổ chức kiểm điểm trước ngày 15/12/2022.\n"


@pytest.mark.parametrize("number", ["Số: 27 -\nHD/BTCTU", "Số: 27-\nHD/BTCTU", "Số: 27-HD/\nBTCTU"])
def test_a_number_broken_behind_its_mark(number: str) -> None:
    reading = read(
        f"TỈNH ỦY NINH BÌNH\nBAN TỔ CHỨC\n-----\n|\nĐẢNG CỘNG SẢN\nVIỆT NAM\n|\n{number}\n|\n"
        f"Ninh Bình, ngày\n4 tháng 5 năm 2022\n|\nHƯỚNG DẪN\nVề kiểm điểm cuối năm{UNDER}"
    )
    assert reading.number is not None and reading.number.text == "27-HD/BTCTU"
    assert reading.issuer is not None and reading.issuer.name == "Ban Tổ chức Tỉnh ủy Ninh Bình"
    assert reading.subject == "Về kiểm điểm cuối năm"
    assert [r.number for r in reading.references] == [None]


@pytest.mark.parametrize(
    "subject",
    [
        "Phối hợp biên tập, đăng tin và quản lý Trang tin điện tử Đảng Cộng sản Việt Nam",
        "Về thi hành Điều lệ Đảng Cộng sản Việt Nam",
    ],
)
def test_a_subject_that_ends_in_the_partys_name(subject: str) -> None:
    reading = read(
        "TỈNH ỦY NINH BÌNH\n*\n\nĐẢNG CỘNG SẢN VIỆT NAM\n______\n\nSố 12-QĐ/TU\n\n"
        f"Ninh Bình, ngày 4 tháng 5 năm 2022\n\nQUYẾT ĐỊNH\n\n{subject}\n__________{UNDER}"
    )
    assert reading.subject == subject


def test_a_joint_office_of_a_district() -> None:
    reading = read(
        "HUYỆN ỦY GIA VIỄN\nCƠ QUAN TỔ CHỨC - NỘI VỤ\n\nSố 9-CV/TC-NV\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Gia Viễn, ngày 4 tháng 5 năm 2022\n\nKính gửi: Các chi bộ\n\nĐề nghị các chi bộ gửi báo cáo.\n"
    )
    assert reading.issuer is not None
    assert reading.issuer.name.startswith("Cơ quan Tổ chức - Nội vụ") and "Gia Viễn" in reading.issuer.name


def test_the_title_says_which_central_body_issues() -> None:
    reading = read(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 3-CTr/TW\nHà Nội, ngày 4 tháng 5 năm 2022\n\n"
        f"CHƯƠNG TRÌNH HÀNH ĐỘNG\nCỦA BỘ CHÍNH TRỊ\nvề phát triển văn hóa đọc{UNDER}"
    )
    assert reading.issuer is not None and reading.issuer.name == "Bộ Chính trị"


def test_an_invitation_without_number_and_date() -> None:
    reading = read(
        "THƯ MỜI\nDự Hội thảo về văn hóa đọc\nTriển khai kế hoạch năm 2022\nKính gửi: Ban Giám hiệu,\n"
        "          Các phòng, khoa trực thuộc Trường.\n\nĐề nghị các đồng chí dự đúng giờ.\nTrân trọng.\n"
        "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nĐã ký\nNguyễn Thị Lan\n"
    )
    assert "not-a-directive" not in [w.code for w in reading.warnings]
    assert len(reading.addressees) == 2 and reading.type is None
    assert reading.signatories[0].name == "Nguyễn Thị Lan"
    assert reading.subject == "Dự Hội thảo về văn hóa đọc Triển khai kế hoạch năm 2022"


def test_small_print_under_the_number_that_names_an_act_is_the_subject() -> None:
    reading = read(
        "ĐẢNG BỘ HUYỆN GIA VIỄN\nĐẢNG ỦY XÃ GIA HÒA\n*\nSố      -CV/ĐU\nTuyên truyền, thực hiện\n"
        "Chỉ thị số 9-CT/HU của\nBan Thường vụ Huyện ủy\n\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Gia Hòa, ngày 4 tháng 5 năm 2022\n\nKính gửi:\n- Các chi bộ;\n- Ủy ban nhân dân xã.\n\n"
        "Đảng ủy đề nghị các chi bộ tuyên truyền trước ngày 20 tháng 5 năm 2022.\n"
    )
    assert reading.subject == "Tuyên truyền, thực hiện Chỉ thị số 9-CT/HU của Ban Thường vụ Huyện ủy"
    assert reading.issuer is not None and reading.issuer.name == "Đảng ủy xã Gia Hòa"
    assert reading.number is not None and reading.number.type_code == "CV"


def test_a_pages_title_above_the_head_stays_out_of_it() -> None:
    reading = read(
        "Trang chủ\nCông văn số 9-CV/HU năm 2022 về chuyển đổi số\nSố hiệu: 9-CV/HU\nNgười ký: Lê Văn An\n"
        "HUYỆN ỦY GIA VIỄN\n*\nSố 9-CV/HU\nvề chuyển đổi số\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Gia Viễn, ngày 4 tháng 5 năm 2022\n\nKính gửi: Các chi bộ\n\nĐề nghị các chi bộ gửi báo cáo.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Huyện ủy Gia Viễn"
    assert reading.subject == "về chuyển đổi số"


def test_a_name_broken_over_the_date_of_the_right_column() -> None:
    reading = read(
        "ĐẢNG BỘ THAN NINH BÌNH               ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "ĐẢNG ỦY CÔNG TY CỔ PHẦN\n"
        "      GIA SÀNG\n"
        "          *                           Tam Điệp, ngày 20 tháng 5 năm 2011\n"
        f"    Số: 31-HD/ĐU\n\n                    HƯỚNG DẪN\n          về kiểm điểm cuối năm{UNDER}"
    )
    assert reading.issuer is not None
    assert reading.issuer.name.casefold() == "đảng ủy công ty cổ phần gia sàng"
    assert reading.issued is not None
    assert (reading.issued.date, reading.issued.place) == ("2011-05-20", "Tam Điệp")


def test_a_committee_in_a_department_has_the_territory_of_its_superior() -> None:
    reading = read(
        "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH NINH BÌNH\nĐẢNG ỦY SỞ GIAO THÔNG VẬN TẢI\n*\nSố 5-HD/ĐU\n"
        f"ĐẢNG CỘNG SẢN VIỆT NAM\nNinh Bình, ngày 4 tháng 5 năm 2022\n\nHƯỚNG DẪN\nvề kiểm điểm cuối năm{UNDER}"
    )
    assert reading.issuer is not None
    assert reading.issuer.name == "Đảng ủy Sở Giao thông vận tải tỉnh Ninh Bình"
