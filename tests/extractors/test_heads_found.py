"""Heads printed on one line, with a blank for the hyphen, with labels above, or found only in an annex's line."""

from __future__ import annotations

import pytest

from extractors.reading import read

UNDER = (
    "\n\nĐảng ủy yêu cầu các chi bộ nộp báo cáo trước ngày 30/10/2012.\n\nT/M ĐẢNG ỦY\nBÍ THƯ\nTrần Văn Bảy\n"
)


@pytest.mark.parametrize(
    "left",
    [
        "ĐẢNG BỘ KHỐI DOANH NGHIỆP TỈNH ĐẢNG ỦY CÔNG TY CẤP NƯỚC",
        "ĐẢNG BỘ HUYỆN GIAO THỦY ĐẢNG ỦY CÔNG TY CẤP NƯỚC *",
    ],
)
@pytest.mark.parametrize("number", ["Số: 147 - CV/ĐUCN", "Số 147 CV/ĐUCN", "Số 147-CV/ĐUCN"])
def test_superior_unit_number_and_motto_in_one_line(left: str, number: str) -> None:
    reading = read(
        f"{left} {number} | | ĐẢNG CỘNG SẢN VIỆT NAM Hải Dương, ngày 12 tháng 10 năm 2012 |\n"
        f"V/v triển khai học tập\nnghị quyết mới\n\nKính gửi: Các chi bộ trực thuộc{UNDER}"
    )
    assert reading.number is not None and reading.number.text == "147-CV/ĐUCN"
    assert reading.issuer is not None and reading.issuer.name.casefold() == "đảng ủy công ty cấp nước"
    assert reading.issued is not None and (reading.issued.date, reading.issued.place) == (
        "2012-10-12",
        "Hải Dương",
    )
    assert reading.subject == "triển khai học tập nghị quyết mới"


STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def test_old_numbers_of_the_ministry_of_finance() -> None:
    reading = read(
        f"BỘ TÀI CHÍNH\nSố: 1234 TC/HCSN\n{STATE}Hà Nội, ngày 12 tháng 3 năm 1996\n\nKính gửi: Các Sở\n\n"
        "Căn cứ Thông tư số 57 TC/HCVX ngày 12/1/1995 của Bộ Tài chính, đề nghị các Sở báo cáo.\n"
    )
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.number is not None and reading.number.text == "1234TC/HCSN"
    assert [(r.number, r.type) for r in reading.references] == [("57TC/HCVX", "TT")]


def test_the_old_code_of_finance_is_no_misread_kind() -> None:
    reading = read(
        f"BỘ TÀI CHÍNH\nSố: 1234 TC/HCSN\n{STATE}Hà Nội, ngày 12 tháng 3 năm 1996\n\nKính gửi: Các Sở\n\n"
        "Thay thế Quyết định số 212-TC/CĐKT ngày 15-12-1989 và Thông tư số 307-TC/CĐKT ngày 21-2-1994 của Bộ Tài chính.\n"
    )
    assert [(r.number, r.type, r.issuer) for r in reading.references] == [
        ("212-TC/CĐKT", "QĐ", "Bộ Tài chính"),
        ("307-TC/CĐKT", "TT", "Bộ Tài chính"),
    ]


def test_a_quoted_subject_ends_with_its_quotation() -> None:
    reading = read(
        "TỈNH\nĐOÀN NAM ĐỊNH\nBCH ĐOÀN HUYỆN GIAO THỦY\n***\nSố:\n58-CV/ĐTN\n“V/v Triển\nkhai đồng loạt Ngày\n"
        "Thứ bảy tình nguyện”\n|\nĐOÀN\nTNCS HỒ CHÍ MINH\nGiao Thủy,\nngày 17 tháng 7 năm 2018\n|\n"
        "Kính gửi: Ban Chấp hành Đoàn\ncác xã, thị trấn.\n\nĐề nghị các xã báo cáo.\n"
    )
    assert reading.subject == "Triển khai đồng loạt Ngày Thứ bảy tình nguyện"


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("HƯỚNG DẪN LIÊN TỊCH\nVề tổ chức hội nghị viên chức", "Về tổ chức hội nghị viên chức"),
        ("KẾT LUẬN\n\nCỦA BAN BÍ THƯ VỀ ĐỔI MỚI CÔNG TÁC DÂN VẬN", "VỀ ĐỔI MỚI CÔNG TÁC DÂN VẬN"),
        ("KẾT LUẬN\nCỦA BAN BÍ THƯ\nvề đổi mới công tác dân vận", "về đổi mới công tác dân vận"),
    ],
)
def test_a_title_without_its_issuer(title: str, subject: str) -> None:
    reading = read(f"SỞ Y TẾ\nSố: 45/HD-SYT\n{STATE}Nam Định, ngày 05 tháng 9 năm 2016\n\n{title}\n\n{UNDER}")
    assert reading.subject == subject


def test_the_office_one_signs_for_is_no_person() -> None:
    reading = read(
        f"VĂN PHÒNG CHÍNH PHỦ\nSố: 3251/ĐMDN\n{STATE}Hà Nội, ngày 20 tháng 6 năm 1997\n\nKính gửi: Các Bộ\n\n"
        "Các Bộ lập phương án.\n\nKT. BỘ TRƯỞNG, CHỦ NHIỆM\nVĂN PHÒNG CHÍNH PHỦ\nPHÓ CHỦ NHIỆM\nLê Văn Quốc\n"
    )
    assert [s.name for s in reading.signatories] == ["Lê Văn Quốc"]


def test_the_secretariat_signs() -> None:
    reading = read(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\nSố 88-KL/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 7 tháng 2 năm 2024\n\n"
        "KẾT LUẬN\nvề công tác dân vận\n\nCác cấp ủy phải đối thoại.\n\nT/M BAN BÍ THƯ\nTrần Văn Bảy\n"
    )
    assert [(s.name, s.authority) for s in reading.signatories] == [("Trần Văn Bảy", "T/M BAN BÍ THƯ")]


ANNEX = "(Ban hành kèm theo Công văn số 912-CV/BTCTU ngày 05/9/2023 của Ban Tổ chức Tỉnh ủy Nam Định)"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"HƯỚNG DẪN\nVề bình xét chi bộ\n{ANNEX}\n\n1. Các cấp ủy báo cáo trước ngày 15/11/2023.\n", "HD"),
        (
            "Kính gửi: Các huyện ủy.\n\nĐề nghị các huyện ủy gửi báo cáo.\n\nTRƯỞNG BAN\nPhạm Văn Tú\n\n"
            f"ĐỀ CƯƠNG\nBáo cáo tổng kết\n{ANNEX}\nI. Tình hình\n",
            "CV",
        ),
    ],
)
def test_the_act_a_text_was_issued_with_is_its_own(text: str, kind: str) -> None:
    reading = read(text)
    assert reading.number is not None and reading.number.text == "912-CV/BTCTU"
    assert reading.number.confidence < 0.8
    assert reading.type is not None and reading.type.code == kind
    assert reading.issuer is not None and reading.issuer.name == "Ban Tổ chức Tỉnh ủy Nam Định"
    assert reading.issued is not None and reading.issued.date == "2023-09-05"
    assert reading.references == []


@pytest.mark.parametrize(
    "line",
    [
        "ban hành kèm theo Quyết định số 61/2009/QĐ-UBND",
        "(Ban hành kèm theo Quyết định số 61/2009/QĐ-UBND và Quyết định số 62/2009/QĐ-UBND)",
        "theo Công văn số 912-CV/BTCTU ngày 05/9/2023 của Ban Tổ chức về việc sửa đổi",
    ],
)
def test_what_a_title_only_names_is_not_its_own(line: str) -> None:
    assert (
        read(f"QUYẾT ĐỊNH\nSửa đổi Quy định quản lý chợ\n{line}\n\nCăn cứ Luật Đất đai;{UNDER}").number
        is None
    )


def test_labels_above_the_head_are_the_pages() -> None:
    reading = read(
        f"Quyết định\n28/4/2010\n\nThị xã Tân An\n\nUBND TỈNH LONG AN {STATE}SỞ TÀI CHÍNH\n\n"
        "Số: 650/STC-NS\n\nTân An, ngày 27 tháng 04 năm 2010\n\nVề việc thanh toán\n\nKính gửi: Các phòng\n\n"
        "Đề nghị các phòng báo cáo.\n"
    )
    assert reading.number is not None and reading.number.text == "650/STC-NS"
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.subject == "Về việc thanh toán"


def test_a_closing_whose_marks_a_scan_lost() -> None:
    reading = read(
        f"SỞ TÀI CHÍNH\nSố: 650/STC-NS\n{STATE}Nam Định, ngày C4 tháng 4 năm 2010\n\nKính gửi: Các phòng\n\n"
        "Đề nghị các phòng báo cáo.\n\nNoi nhận: - GIÁM ĐỐC\n~ UBND tỉnh (đê b/c); =\n\n- Các phòng: Ngân sách va\n"
        "Đầu tư;\n\n- Lưu: VT.\n\nTrần Văn Hòa\n"
    )
    assert reading.recipients == ["UBND tỉnh (đê b/c)", "Các phòng: Ngân sách va Đầu tư", "Lưu: VT"]
    assert [s.name for s in reading.signatories] == ["Trần Văn Hòa"]
    assert reading.issued is not None and reading.issued.date == "2010-04"


def test_the_day_of_a_meeting_is_not_the_acts() -> None:
    reading = read(
        "VĂN PHÒNG TỈNH ỦY\nSố: 330-TB/VPTU\n\nTHÔNG BÁO\nKết luận của Bí thư tại cuộc họp ngày 3 tháng 10 năm 2022\n\n"
        "Bí thư Tỉnh ủy kết luận như sau:\n\n1. Sở Tài chính báo cáo.\n"
    )
    assert reading.issued is None
    assert reading.subject == "Kết luận của Bí thư tại cuộc họp ngày 3 tháng 10 năm 2022"


@pytest.mark.parametrize("mark", ["", "**"])
def test_a_head_in_two_cells_of_one_row(mark: str) -> None:
    reading = read(
        f"| BỘ GIÁO DỤC VÀ ĐÀO TẠO {mark}TRƯỜNG ĐẠI HỌC HOA SEN{mark} Số: 312/ĐHHS-HSSV V/v thu học phí học kỳ 2 | "
        f"{mark}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM{mark} Độc lập - Tự do - Hạnh phúc Nghệ An, ngày 3 tháng 4 năm 2023 |\n"
        "|---|---|\n\nKính gửi: Các khoa (nơi dạy ngành y; ngành dược)\n\nNhà trường yêu cầu các khoa báo cáo.\n"
    )
    assert reading.number is not None and reading.number.text == "312/ĐHHS-HSSV"
    assert reading.issuer is not None and reading.issuer.name.casefold() == "trường đại học hoa sen"
    assert reading.issued is not None and (reading.issued.date, reading.issued.place) == (
        "2023-04-03",
        "Nghệ An",
    )
    assert reading.subject == "thu học phí học kỳ 2"
    assert reading.addressees == ["Các khoa (nơi dạy ngành y; ngành dược)"]


@pytest.mark.parametrize("hour", ["hồi 16 giờ 00 phút, ", "lúc 7 giờ, ", ""])
def test_a_telegram_tells_the_hour(hour: str) -> None:
    reading = read(
        f"UỶ BAN NHÂN DÂN TỈNH NAM ĐỊNH\nSố: 04/CĐ-UBND\n{STATE}Nam Định, {hour}ngày 06 tháng 9 năm 2024\n\n"
        "CÔNG ĐIỆN KHẨN\nVề việc ứng phó với bão số 3\n\nCHỦ TỊCH UBND TỈNH điện:\n- Giám đốc các sở;\n- Chủ tịch các xã.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu các xã cấm biển.\n\nNơi nhận: CHỦ TỊCH\n- Như trên; (Đã ký)\n- Lưu: VP.\nLê Văn Nghị\n"
    )
    assert reading.issued is not None and (reading.issued.date, reading.issued.place) == (
        "2024-09-06",
        "Nam Định",
    )
    assert reading.subject == "Về việc ứng phó với bão số 3"
    assert reading.urgency == "khẩn"
    assert reading.recipients == ["Như trên", "Lưu: VP"]


_SPACED = (
    "ỦY BAN NHÂN DÂN\n\nXÃ TÂN HỘI\n\nSố: 15/KH-UBND\n\nTân Hội, ngày 05 tháng 3 năm 2025\n\nKẾ HOẠCH\n\n{subject}\n\n"
    "Căn cứ Luật Trẻ em năm 2016;\n\nỦy ban nhân dân xã xây dựng kế hoạch như sau:\n\n1. Tổ chức dạy bơi.\n"
)


@pytest.mark.parametrize(
    ("printed", "subject"),
    [
        ("Tổ chức dạy bơi cho trẻ em, lập danh\n\nsách lớp học hè", "Tổ chức dạy bơi cho trẻ em, lập danh sách lớp học hè"),
        ("Tổ chức dạy bơi cho trẻ em các thôn,\n\nGiai đoạn 2024 - 2025", "Tổ chức dạy bơi cho trẻ em các thôn, Giai đoạn 2024 - 2025"),
    ],
)  # fmt: skip
def test_a_subject_goes_on_behind_empty_lines(printed: str, subject: str) -> None:
    assert read(_SPACED.format(subject=printed)).subject == subject


def test_a_long_subject_in_capitals() -> None:
    long = "SỬA ĐỔI, BỔ SUNG QUY ĐỊNH " + "VỀ QUẢN LÝ CHỢ VÀ BẾN ĐÒ TRÊN ĐỊA BÀN XÃ " * 6 + "TÂN HỘI"
    assert read(_SPACED.format(subject=long)).subject == " ".join(long.split())


def test_a_signature_in_one_line_before_the_regulation_it_issues() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI\nSố: 31/2011/QĐ-UBND\nGia Lai, ngày 10 tháng 11 năm 2011\n\nQUYẾT ĐỊNH\nVề quản lý chợ\n\n"
        "Điều 1. Ban hành kèm theo Quyết định này Quy định về quản lý chợ.\n\nTM. ỦY BAN NHÂN DÂN TỈNH CHỦ TỊCH Lê Văn Bình\n\n"
        "QUY ĐỊNH\n\nVỀ QUẢN LÝ CHỢ (Ban hành kèm theo Quyết định số 31/2011/QĐ-UBND)\n\n"
        "Điều 1. Trách nhiệm\n\n1. Các chợ phải có lối thoát nạn.\n"
    )
    found = read(text)
    [signed] = found.signatories
    assert (signed.name, signed.position, signed.authority) == (
        "Lê Văn Bình",
        "CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN TỈNH",
    )
    assert [item.text for item in found.obligations] == ["Các chợ phải có lối thoát nạn"]


def test_a_subject_in_capitals_ends_before_the_body_that_enacts() -> None:
    head = (
        "HỘI ĐỒNG NHÂN DÂN\nTỈNH PHÚ THỌ\nSố: 12/NQ-HĐND\nPhú Thọ, ngày 09 tháng 12 năm 2020\n\nNGHỊ QUYẾT\n"
        "VỀ MỨC CHI TRỰC KHO LƯU TRỮ NĂM 2021 CỦA\nHỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ\n"
    )
    body = "Căn cứ Luật Lưu trữ;\nQUYẾT NGHỊ:\nĐiều 1. Thông qua mức chi trực kho.\n"
    session = "KHÓA XIX, KỲ HỌP THỨ TƯ\n"
    whose = read(head + session + body).subject
    assert whose is not None and whose.startswith(
        "VỀ MỨC CHI TRỰC KHO LƯU TRỮ NĂM 2021 CỦA HỘI ĐỒNG NHÂN DÂN"
    )
    enacted = read(head.replace(" CỦA\n", "\n") + session + body)
    assert enacted.subject == "VỀ MỨC CHI TRỰC KHO LƯU TRỮ NĂM 2021"
