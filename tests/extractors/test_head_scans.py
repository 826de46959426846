"""Heads and closings as scans leave them: "V/W" for "V/v", lost titles and bullets, an issuer's number."""

from __future__ import annotations

import pytest

from extractors.reading import read

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


@pytest.mark.parametrize("mark", ["V/v", "V/W", "VW", "V/", "Vv", "V/y", "W/v"])
def test_the_mark_of_a_subject_through_a_scan(mark: str) -> None:
    reading = read(
        f"SỞ TƯ PHÁP\nTỈNH HẬU GIANG\n{MOTTO}Số: 452/STP-VP\n{mark} tuyên truyền pháp luật\nvề cư trú "
        f"năm 2024\n"
        "Hậu Giang, ngày 6 tháng 3 năm 2024\n\nKính gửi: Phòng Tư pháp các huyện\n\nSở Tư pháp đề nghị "
        "báo cáo.\n"
    )
    assert reading.subject == "tuyên truyền pháp luật về cư trú năm 2024"
    assert reading.issuer is not None and reading.issuer.name == "Sở Tư pháp tỉnh Hậu Giang"
    assert reading.addressees == ["Phòng Tư pháp các huyện"]


@pytest.mark.parametrize(
    "number", ["Số: 77/BC-TKS", "Số:\t77\t/BC-TKS", "Số: 77 /BC-TKS"], ids=["plain", "tabs", "blank"]
)
def test_an_issuer_named_after_an_act_keeps_its_number(number: str) -> None:
    reading = read(
        f"SỞ TÀI CHÍNH\nTỔ KHẢO SÁT\nTHEO QUYẾT ĐỊNH\n{MOTTO}\n3\nSỐ 618/QĐ-STC\tTuy Hòa, ngày 9 tháng "
        f"4 năm 2025\n"
        f"{number}\nBÁO CÁO\nKết quả khảo sát giá đất\n\nThực hiện Quyết định số 618/QĐ-STC ngày "
        f"01/4/2025, Tổ báo cáo.\n"
    )
    assert reading.number is not None and reading.number.text == "77/BC-TKS"
    assert reading.issuer is not None and reading.issuer.name.endswith("theo Quyết định số 618/QĐ-STC")
    assert reading.issuer.parent == "Sở Tài chính"


def test_a_subject_whose_title_is_lost_ends_at_the_recitals() -> None:
    reading = read(
        f"BỘ Y TẾ {MOTTO}Số: 14/2025/TT-BYT Hà Nội, ngày 3 tháng 2 năm 2025\nQuy định một số điều về kê "
        f"đơn thuốc\n"
        "trong điều trị ngoại trú\nCăn cứ Luật Khám bệnh, chữa bệnh;\nCăn cứ Nghị định\nsố "
        "95/2022/NĐ-CP của Chính phủ;\n"
        "Bộ trưởng Bộ Y tế ban hành Thông tư.\nĐiều 1. Bệnh viện phải kê đơn.\n"
    )
    assert reading.subject == "Quy định một số điều về kê đơn thuốc trong điều trị ngoại trú"
    assert len(reading.references) == 2


def test_a_gap_inside_a_subject_that_addressees_follow() -> None:
    reading = read(
        f"UBND HUYỆN SÌN HỒ\n{MOTTO}Số: 12/TTr-UBND\nSìn Hồ, ngày 9 tháng 1 năm 2025\n\nTỜ TRÌNH\nVề "
        f"việc bổ sung vốn\n\n-\n"
        "cho các công trình nước sạch năm 2025\nKính gửi: Sở Tài chính\nUBND huyện đề nghị bổ sung vốn.\n"
    )
    assert reading.subject == "Về việc bổ sung vốn cho các công trình nước sạch năm 2025"


def test_recipients_with_lost_bullets_and_a_garbled_signature() -> None:
    reading = read(
        f"SỞ Y TẾ\n{MOTTO}Số: 3/QĐ-SYT\nĐồng Nai, ngày 5 tháng 5 năm 2025\nQUYẾT ĐỊNH\nVề nhân sự\nĐiều "
        f"1. Giao việc.\n\n"
        "Nơi nhận:\n- Như Điều 1;\nSở Nội vụ;\n- VP: CVP, PCVP;\nCác phòng: TH, KT;\n- Lưu: "
        "VT.ngh2\n\nTUỚNG GIAM\nnh Hoa\n"
    )
    assert reading.recipients == [
        "Như Điều 1",
        "Sở Nội vụ",
        "VP: CVP, PCVP; Các phòng: TH, KT",
        "Lưu: VT.ngh2",
    ]


@pytest.mark.parametrize("ink", ["-|“", " | ", "'~ ", " 4‘", "…"])
def test_a_day_written_by_hand_is_one_line_whatever_the_engine_made_of_it(ink: str) -> None:
    reading = read(
        f"SỞ Y TẾ TỈNH HÀ GIANG        CỘNG  HÒA XÃ HỘI CHỦ NGHĨA  VIỆT NAM\nTRUNG TÂM KIỂM NGHIỆM        "
        f"Độc lập - Tự do - Hạnh phúc\nSố: 407/KH-TTKN        Hà Giang, ngày{ink}tháng 11 năm 2024\n\n"
        "KẾ HOẠCH\nKiểm nghiệm mẫu nước sinh hoạt\n\nCác trạm y tế gửi mẫu trước ngày 30/11/2024.\n"
    )
    assert reading.issued is not None and reading.issued.place == "Hà Giang"
    assert (reading.issued.date or "").startswith("2024-11")
    assert reading.subject == "Kiểm nghiệm mẫu nước sinh hoạt"
    assert reading.issuer is not None and reading.issuer.parent == "Sở Y tế tỉnh Hà Giang"


def test_a_speck_before_the_superior_is_no_letter_of_it() -> None:
    reading = read(
        f"/ỦY BAN MTTQ VIỆT NAM\n\nXÃ ĐÔNG HẢI\n\nBAN THƯỜNG TRỰC\n\nSố:     /KH-MTTQ-BTT\n\n{MOTTO}\n"
        "Đông Hải, ngày    tháng 01 năm 2026\n\nKẾ HOẠCH\n\nTổ chức hội nghị hiệp thương\n\nCác thôn "
        "gửi danh sách.\n"
    )
    assert reading.issuer is not None
    assert reading.issuer.name == "Ban Thường trực Ủy ban MTTQ Việt Nam xã Đông Hải"


def test_a_title_out_of_a_font_of_capitals() -> None:
    reading = read(
        "Bộ Công nghiệp\nSố: 12/2001/QĐ-BCN\n\n cộng hoà xã hội chủ nghĩa Việt nam\nĐộc lập -Tự do - Hạnh "
        "phúc\n\nHà Nội, ngày 13 tháng 3 năm 2001\n\nquyết định của bộ trưởng bộ công nghiệp\nVề việc ban hành "
        "Quy chế kiểm tra nồi hơi\n trong các nhà máy\n\n\tbộ trưởng bộ công nghiệp\n\n\t- Căn cứ Nghị định số "
        "15/CP ngày 2/3/1993 của Chính phủ;\nQuyết định\nĐiều 1. Ban hành Quy chế.\n"
    )
    assert reading.subject == "Về việc ban hành Quy chế kiểm tra nồi hơi trong các nhà máy"
    assert reading.issuer is not None and reading.issuer.name == "Bộ Công nghiệp"


@pytest.mark.parametrize(("ink", "date"), [("4Ô", "2018"), ("2!", "2018"), ("10", "2018-10"), ("", "2018")])
def test_a_month_that_is_half_read_is_not_guessed(ink: str, date: str) -> None:
    reading = read(
        f"SỞ TƯ PHÁP\nTỈNH HẬU GIANG\n{MOTTO}Số: 452/STP-VP\nV/v cư trú\n"
        f"Hậu Giang, ngày AF tháng {ink} năm 2018\n\nKính gửi: Các huyện\n\nSở Tư pháp đề nghị báo cáo.\n"
    )
    assert reading.issued is not None and reading.issued.date == date


def test_a_letter_that_opens_with_its_department_ends_the_addressees() -> None:
    reading = read(
        f"SỞ TƯ PHÁP\nTỈNH HẬU GIANG\n{MOTTO}Số: 452/STP-VP\nV/v cư trú\n"
        "Hậu Giang, ngày 6 tháng 3 năm 2018\n\nKính gửi: Công ty Bông Sen\n\n"
        "Sở Tư pháp nhận được Công văn số 12/CV-BS ngày 02/3/2018 của Công ty Bông Sen. Sở trả lời như sau:\n"
        "1. Công ty nộp hồ sơ trước ngày 20/3/2018.\n"
    )
    assert reading.addressees == ["Công ty Bông Sen"]


def test_places_of_every_people_are_spelled_as_names() -> None:
    reading = read(
        f"ỦY BAN NHÂN DÂN\nHUYỆN KRÔNG BÚK\n{MOTTO}Số: 45/UBND-VP\nV/v cư trú\n"
        "Krông Búk, ngày 6 tháng 3 năm 2018\n\nKính gửi: Các xã\n\nUBND huyện đề nghị các xã báo cáo.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân huyện Krông Búk"
