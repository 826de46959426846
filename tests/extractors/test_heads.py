"""Heads of many kinds of bodies and acts: issuer with its territory, kind, subject, blanks, marks."""

from __future__ import annotations

import pytest

from extractors.reading import read

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
BODY = (
    "\n\nCăn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\n"
    "Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ;\n\nĐiều 1. Giao các "
    "đơn vị.\n"
)


@pytest.mark.parametrize(
    ("left", "number", "right", "under", "code", "issuer", "subject"),
    [
        (
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH YÊN BÁI\nKHÓA XIX - KỲ HỌP THỨ 11",
            "Số: 21/NQ-HĐND",
            STATE + "Yên Bái, ngày 12 tháng 7 năm 2023",
            "NGHỊ QUYẾT\nVề phân bổ vốn đầu tư công",
            "NQ",
            "Hội đồng nhân dân tỉnh Yên Bái",
            "Về phân bổ vốn đầu tư công",
        ),
        (
            "QUỐC HỘI",
            "Luật số: 38/2023/QH15",
            STATE + "Hà Nội, ngày 29 tháng 6 năm 2023",
            "LUẬT\nTHỦY LỢI NHỎ",
            "L",
            "Quốc hội",
            "THỦY LỢI NHỎ",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\nVĂN PHÒNG\n*",
            "Số 7210-CV/VPTW",
            PARTY + "Hà Nội, ngày 02 tháng 5 năm 2023",
            "V/v gửi báo cáo quý\n\nKính gửi: Các tỉnh ủy",
            "CV",
            "Văn phòng Trung ương Đảng",
            "gửi báo cáo quý",
        ),
        (
            "TỈNH ỦY CAO BẰNG\nỦY BAN KIỂM TRA\n*",
            "Số 90-BC/UBKTTU",
            PARTY + "Cao Bằng, ngày 09 tháng 6 năm 2023",
            "BÁO CÁO\nKết quả kiểm tra, giám sát",
            "BC",
            "Ủy ban Kiểm tra Tỉnh ủy Cao Bằng",
            "Kết quả kiểm tra, giám sát",
        ),
        (
            "ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH\n*",
            "Số 44-KH/ĐU",
            PARTY + "Lào Cai, ngày 09 tháng 6 năm 2021",
            "KẾ HOẠCH\nCỦA BAN THƯỜNG VỤ\nkiểm tra năm 2021\n-----",
            "KH",
            "Đảng ủy Ủy ban nhân dân tỉnh Lào Cai",
            "kiểm tra năm 2021",
        ),
        (
            "BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ",
            "Số: 1720/TCT-CS",
            STATE + "Hà Nội, ngày 08 tháng 5 năm 2023",
            "V/v chính sách thuế giá trị gia tăng\n\nKính gửi: Cục Thuế tỉnh Bắc Giang",
            "CV",
            "Tổng cục Thuế",
            "chính sách thuế giá trị gia tăng",
        ),
        (
            "ỦY BAN NHÂN DÂN\nHUYỆN ĐỊNH HÓA\nPHÒNG NỘI VỤ",
            "Số: 15/PNV",
            STATE + "Định Hóa, ngày 20 tháng 4 năm 2022",
            "V/v lập hồ sơ công việc\n\nKính gửi: UBND các xã",
            "CV",
            "Phòng Nội vụ huyện Định Hóa",
            "lập hồ sơ công việc",
        ),
        (
            "BAN CHẤP HÀNH TRUNG ƯƠNG\n***",
            "Số: 254 - QĐ/TWĐTN-VP",
            "ĐOÀN TNCS HỒ CHÍ MINH\nHà Nội, ngày 20 tháng 4 năm 2022",
            "QUYẾT ĐỊNH\nVề khen thưởng",
            "QĐ",
            "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh",
            "Về khen thưởng",
        ),
        (
            "BỘ Y TẾ - BỘ TÀI CHÍNH",
            "Số: 37/2015/TTLT-BYT-BTC",
            STATE + "Hà Nội, ngày 29 tháng 10 năm 2015",
            "THÔNG TƯ LIÊN TỊCH\nQuy định giá dịch vụ",
            "TTLT",
            "Bộ Y tế - Bộ Tài chính",
            "Quy định giá dịch vụ",
        ),
    ],
)
def test_bodies(left: str, number: str, right: str, under: str, code: str, issuer: str, subject: str) -> None:
    reading = read(f"{left}\n{number}\n{right}\n\n{under}\n{BODY}")
    assert reading.number is not None and reading.number.text == number.split("ố")[-1].strip(": ").replace(
        " ", ""
    )
    assert reading.type is not None and reading.type.code == code
    assert reading.issuer is not None and reading.issuer.name == issuer
    assert reading.subject == subject
    assert reading.issued is not None and reading.issued.precision == "day"


def test_blank_number_and_day_are_null_with_warnings() -> None:
    text = (
        "Số *     -CV/TU\nĐồng Tháp, ngày      tháng 8 năm 2021\n\n*Về luân chuyển cán bộ*\n\nKính gửi:\n"
        "- Các huyện ủy,\n- Các sở, ngành.\n\nBan Thường vụ Tỉnh ủy yêu cầu rà soát.\n"
    )
    reading = read(text)
    assert reading.number is not None
    assert (reading.number.text, reading.number.type_code, reading.number.issuer_code) == (None, "CV", "TU")
    assert reading.issued is not None
    assert (reading.issued.date, reading.issued.precision, reading.issued.place) == (
        "2021-08",
        "month",
        "Đồng Tháp",
    )
    assert reading.issuer is not None and reading.issuer.name == "Tỉnh ủy Đồng Tháp"
    assert reading.issuer.confidence < 0.8, "the head prints no issuer: the number and the place say it"
    assert {w.code for w in reading.warnings} >= {"number-blank", "date-incomplete"}
    assert reading.addressees == ["Các huyện ủy", "Các sở, ngành"]


@pytest.mark.parametrize(
    ("line", "date", "precision"),
    [
        ("Hà Nội, ngày     tháng     năm 2026", "2026", "year"),
        ("Hà Nội, ngày tháng năm", None, None),
        ("Hà Nội, ngày ...../4/2024", "2024-04", "month"),
        ("Hà Nội, tháng 4 năm 2024", "2024-04", "month"),
        ("Hà Nội, ngày 5/4/2024", "2024-04-05", "day"),
    ],
)
def test_date_at_the_precision_printed(line: str, date: str | None, precision: str | None) -> None:
    reading = read(f"BỘ NỘI VỤ\nSố: 12/BNV-VP\n{STATE}{line}\n\nKính gửi: Sở Nội vụ.\n\nBộ Nội vụ đề nghị.\n")
    assert reading.issued is not None
    assert (reading.issued.date, reading.issued.precision) == (date, precision)
    assert reading.issued.place == "Hà Nội"


def test_urgency_and_secrecy() -> None:
    head = f"BỘ NỘI VỤ\nSố: 12/BNV-VP\n{STATE}Hà Nội, ngày 05 tháng 4 năm 2024\nHỎA TỐC\nMẬT\n"
    reading = read(head + "\nKính gửi: Sở Nội vụ.\n\nBộ Nội vụ đề nghị.\n")
    assert (reading.urgency, reading.secrecy) == ("hỏa tốc", "mật")


def test_year_of_number_and_date_disagree() -> None:
    reading = read(
        f"BỘ NỘI VỤ\nSố: 12/2023/TT-BNV\n{STATE}Hà Nội, ngày 05 tháng 4 năm 2024\n\nTHÔNG TƯ\nQuy định{BODY}"
    )
    assert "year-mismatch" in {w.code for w in reading.warnings}


def test_a_lone_digit_may_be_the_rest_of_a_handwritten_number() -> None:
    reading = read(
        f"BỘ NỘI VỤ\nSố: 2 /2023/TT-BNV\n{STATE}Hà Nội, ngày 05 tháng 4 năm 2023\n\nTHÔNG TƯ\nQuy định{BODY}"
    )
    assert reading.number is not None and reading.number.confidence < 0.8
    assert "number-unsure" in {w.code for w in reading.warnings}


def test_a_stamp_between_the_lines_is_not_the_issuer() -> None:
    number = "Số: 22/2023/TT-BNV\nHà Nội, ngày 05 tháng 4 năm 2023"
    text = f"BỘ NỘI VỤ\n{STATE}VĂN PHÒNG CHÍNH PHỦ :\n{number}\n\nTHÔNG TƯ\nQuy định{BODY}"
    reading = read(text)
    assert reading.issuer is not None and reading.issuer.name == "Bộ Nội vụ"


def test_head_in_one_sentence() -> None:
    reading = read(
        "Quyết định của Bộ trưởng Bộ Thủy sản số 31-TS/QĐ ngày 02 tháng 6 năm 1996 về việc ban hành quy "
        "chế\n\n"
        "Bộ trưởng Bộ Thủy sản\n\nCăn cứ Nghị định số 15/CP ngày 02/3/1993 của Chính phủ;\n"
    )
    assert reading.number is not None and reading.number.text == "31-TS/QĐ"
    assert reading.issuer is not None and reading.issuer.name == "Bộ trưởng Bộ Thủy sản"
    assert reading.issued is not None and reading.issued.date == "1996-06-02"
    assert reading.subject == "về việc ban hành quy chế"


def test_telegram_names_its_addressees_after_the_verb() -> None:
    reading = read(
        f"THỦ TƯỚNG CHÍNH PHỦ\nSố: 311/CĐ-TTg\n{STATE}Hà Nội, ngày 24 tháng 3 năm 2022\nCÔNG ĐIỆN\nVề "
        f"an toàn giao thông\n"
        "THỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ Công an;\n- Ủy ban nhân dân các tỉnh.\n\nTrong thời gian qua, "
        "tai nạn tăng.\n"
    )
    assert reading.subject == "Về an toàn giao thông"
    assert reading.addressees == ["Bộ Công an", "Ủy ban nhân dân các tỉnh"]


def test_addressees_without_bullets() -> None:
    head = f"BỘ NỘI VỤ\nSố: 12/BNV-VP\n{STATE}Hà Nội, ngày 05 tháng 4 năm 2024\n\n"
    reading = read(
        head + "Kính gửi: Các Bộ, cơ quan ngang Bộ,\ncơ quan thuộc Chính phủ\n\nNgày 01 tháng 3 năm 2024, Bộ "
        "ra văn bản.\n"
    )
    assert reading.addressees == ["Các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ"]


def test_a_telegram_s_sender_issues_it() -> None:
    reading = read(
        "CÔNG ĐIỆN\nVỀ PHÒNG, CHỐNG RÉT HẠI\n\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng các Bộ: Y tế, Công an;\n"
        "- Chủ tịch Ủy ban nhân dân các tỉnh.\n\nThủ tướng Chính phủ yêu cầu các Bộ che chắn chuồng trại.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Thủ tướng Chính phủ"
    assert reading.addressees == ["Bộ trưởng các Bộ: Y tế, Công an", "Chủ tịch Ủy ban nhân dân các tỉnh"]


def test_the_printed_kind_goes_before_the_number_s_code() -> None:
    reading = read(
        "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\n\nSố: 15/2007/CT-UBND\nYên Bái, ngày 05 tháng 3 năm 2007\n\nQUYẾT ĐỊNH\n"
        "Ban hành Quy chế quản lý chợ\n\nCăn cứ Luật Đất đai;\n\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế quản lý chợ.\n"
    )
    assert reading.number is not None and reading.number.text == "15/2007/CT-UBND"
    assert reading.type is not None and reading.type.code == "QĐ"


def test_an_act_whose_head_was_not_copied_is_read() -> None:
    reading = read(
        "HƯỚNG DẪN\nĐánh giá giáo viên năm học 2022 - 2023\n\nThực hiện Văn bản số 41/SGDĐT-TCCB ngày 02/5/2023 của Sở "
        "Giáo dục và Đào tạo, trường THPT Nậm Pồ hướng dẫn đánh giá giáo viên như sau:\n\nI. YÊU CẦU\n"
        "Các tổ hoàn thành việc đánh giá trước ngày 20/5/2023.\n"
    )
    assert reading.type is not None and reading.type.code == "HD"
    assert reading.subject == "Đánh giá giáo viên năm học 2022 - 2023"
    assert reading.issuer is not None and reading.issuer.name == "Trường THPT Nậm Pồ"
    assert [d.date for d in reading.deadlines] == ["2023-05-20"]


def test_a_union_s_central_body_carries_the_union_s_name() -> None:
    reading = read(
        "HỘI NÔNG DÂN VIỆT NAM\nBAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 64 - CV/HNDTW\nV/v đề cử hội viên\n"
        "Hà Nội, ngày 20 tháng 7 năm 2014\n\nKính gửi: Hội Nông dân các tỉnh\n\nĐề nghị các tỉnh gửi danh sách.\n"
    )
    assert reading.issuer is not None
    assert reading.issuer.name == "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"


def test_a_first_sentence_with_a_dated_act_is_the_body_s() -> None:
    reading = read(
        "ĐẢNG BỘ TỈNH ĐIỆN BIÊN\nĐẢNG ỦY XÃ MƯỜNG LÓI\n*\nSố 12-CV/ĐU\nV/v nề nếp làm việc\nĐẢNG CỘNG SẢN VIỆT NAM\n"
        "Mường Lói, ngày 05 tháng 01 năm 2026\nKính gửi: Các chi bộ.\nThực hiện Kết luận số 31-KL/TU, ngày 11/12/2025 của Ban "
        "Thường vụ về\nlề lối làm việc, Đảng ủy yêu cầu các chi bộ thực hiện các nhiệm vụ sau:\n1. Họp đúng giờ.\n"
    )
    assert reading.addressees == ["Các chi bộ"]
    assert [o.bearers for o in reading.obligations] == [["các chi bộ"]]
