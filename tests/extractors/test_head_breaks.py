"""Heads whose lines or cells break: bodies over several lines, the motto between, formulas cut in two."""

from __future__ import annotations

import pytest

from extractors.reading import read

UNDER = (
    "\n\nQUYẾT ĐỊNH\nVề khen thưởng năm 2022\n\nCăn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm "
    "2022;\n\n"
    "Điều 1. Khen thưởng các tập thể có tên trong danh sách kèm theo.\n"
)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "ĐẢNG BỘ KHỐI CƠ QUAN TỈNH\nĐẢNG ỦY TRƯỜNG CAO ĐẲNG\nNGHỀ CƠ ĐIỆN PHÚ THỌ\nĐẢNG CỘNG SẢN "
            "VIỆT NAM\n*\n"
            "Số 21-QĐ/ĐU\nPhú Thọ, ngày 3 tháng 4 năm 2023",
            "Đảng ủy Trường cao đẳng nghề cơ điện Phú Thọ",
        ),
        (
            "# ĐẢNG BỘ TỈNH THANH HÓA\n\n# ĐẢNG CỘNG SẢN VIỆT NAM\n\n# ĐẢNG UỶ KHỐI CƠ QUAN\n\n# VÀ "
            "DOANH NGHIỆP TỈNH\n\n"
            "Thanh Hóa, ngày 9 tháng 5 năm 2022\n\nSố 300-QĐ/ĐUK",
            "Đảng ủy Khối cơ quan và doanh nghiệp tỉnh Thanh Hóa",
        ),
        (
            "ĐẢNG BỘ THÀNH PHỐ CẦN THƠ\nĐẢNG ỦY TRƯỜNG ĐHSPKT CẦN THƠ\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n"
            "Số 18-QĐ/ĐU\nCần Thơ, ngày 1 tháng 2 năm 2022",
            "Đảng ủy Trường ĐHSPKT Cần Thơ",
        ),
        (
            "SỞ KHCN TỈNH BẮC KẠN\nTRUNG TÂM\nỨNG DỤNG KHCN\nSố: 30/QĐ-TTƯD\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA "
            "VIỆT NAM\n"
            "Độc lập - Tự do - Hạnh phúc\nBắc Kạn, ngày 7 tháng 7 năm 2022",
            "Trung tâm ứng dụng KHCN tỉnh Bắc Kạn",
        ),
        (
            "ĐẢNG ỦY KHỐI CÁC TRƯỜNG\nĐẢNG CỘNG SẢN VIỆT NAM\nĐẠI HỌC, CAO ĐẲNG ĐÀ NẴNG\nSố 55-QĐ/ĐUK\n"
            "Đà Nẵng, ngày 12 tháng 12 năm 2022",
            "Đảng ủy Khối các trường đại học, Cao đẳng Đà Nẵng",
        ),
    ],
)
def test_wrapped_bodies(head: str, issuer: str) -> None:
    reading = read(head + UNDER)
    assert reading.issuer is not None and reading.issuer.name.casefold() == issuer.casefold()
    assert [w for w in reading.issuer.name.split() if w.isupper()] == [
        w for w in issuer.split() if w.isupper()
    ]
    assert reading.subject == "Về khen thưởng năm 2022"


def test_a_name_takes_the_case_in_which_the_text_writes_it() -> None:
    reading = read(
        "ĐẢNG BỘ HUYỆN ĐẠI TỪ\nĐẢNG ỦY TRƯỜNG TRUNG CẤP\nNGHỀ THỦY SẢN\n*\nSố 4-QĐ/ĐU\nĐại Từ, ngày 2 "
        "tháng 3 năm 2022" + UNDER + "Điều 2. Chi bộ Trường Trung cấp Nghề Thủy sản và các chi bộ thi hành.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Đảng ủy Trường Trung cấp Nghề Thủy sản"


@pytest.mark.parametrize(
    ("head", "number", "issuer", "date"),
    [
        (
            "UỶ BAN NHÂN\nDÂN\nTỈNH AN GIANG\n-------\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập "
            "- Tự do -\nHạnh phúc\n"
            "|\nSố:\n37/2008/QĐ-UBND\n|\nLong Xuyên, ngày\n05 tháng 10 năm 2008\n|",
            "37/2008/QĐ-UBND",
            "Ủy ban nhân dân tỉnh An Giang",
            "2008-10-05",
        ),
        (
            "SỞ Y TẾ\nTỈNH LÂM ĐỒNG\nSố: 91\n/QĐ-SYT\nCỘNG HÒA\nXÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập "
            "-\nTự do - Hạnh phúc\n"
            "Đà Lạt, ngày 8\ntháng 11 năm 2019",
            "91/QĐ-SYT",
            "Sở Y tế tỉnh Lâm Đồng",
            "2019-11-08",
        ),
        (
            "BỘ NỘI VỤ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\nĐộc lập - Tự do - Hạnh "
            "phúc\nSố:\n12/2010QĐ-BNV\n"
            "Hà Nội,\nngày 15 tháng 4 năm 2010",
            "12/2010QĐ-BNV",
            "Bộ Nội vụ",
            "2010-04-15",
        ),
        (
            "BỘ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 640/QĐ-BXD\n"
            "Hà Nội, ngày 15 tháng 4 năm\n2020",
            "640/QĐ-BXD",
            "Bộ Xây dựng",
            "2020-04-15",
        ),
    ],
)
def test_formulas_that_a_cell_breaks(head: str, number: str, issuer: str, date: str) -> None:
    reading = read(head + UNDER)
    assert reading.number is not None and reading.number.text == number
    assert reading.issuer is not None and reading.issuer.name == issuer
    assert reading.issued is not None and reading.issued.date == date
    assert reading.subject == "Về khen thưởng năm 2022"


@pytest.mark.parametrize(
    "enacting", ["ỦY BAN NHÂN DÂN TỈNH AN GIANG", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "GIÁM ĐỐC SỞ Y TẾ"]
)
def test_the_enacting_line_is_no_part_of_a_subject_in_capitals(enacting: str) -> None:
    reading = read(
        "UBND TỈNH AN GIANG\nSố: 8/QĐ-UBND\nAn Giang, ngày 5 tháng 6 năm 2013\nQUYẾT ĐỊNH\nBAN HÀNH QUY "
        "CHẾ THI ĐUA\n"
        f"CỦA CÁC SỞ, NGÀNH THUỘC\nỦY BAN NHÂN DÂN TỈNH\n{enacting}\nCăn cứ Luật Tổ chức chính quyền "
        f"địa phương;\n"
    )
    assert reading.subject == "BAN HÀNH QUY CHẾ THI ĐUA CỦA CÁC SỞ, NGÀNH THUỘC ỦY BAN NHÂN DÂN TỈNH"


def test_a_conference_between_kind_and_subject() -> None:
    for lines in (
        "KẾT LUẬN\nHỘI NGHỊ LẦN THỨ TÁM\nBAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV\nvề phát triển du lịch",
        "NGHỊ QUYẾT\nHỘI NGHỊ BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nLẦN THỨ 12, KHÓA XV\nvề phát triển du lịch",
        "NGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVI\nNHIỆM KỲ 2020 - 2025\nvề phát triển du lịch",
        "KẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nTẠI HỘI NGHỊ LẦN THỨ 30\nvề phát triển du lịch",
    ):
        reading = read(
            f"TỈNH ỦY NINH BÌNH\n*\nSố 61-KL/TU\nNinh Bình, ngày 4 tháng 5 năm 2022\n\n{lines}\n\nCác "
            f"cấp ủy thực hiện:\n"
            "1. Rà soát các khu du lịch.\n"
        )
        assert reading.subject == "về phát triển du lịch"
        assert reading.references == []


def test_a_subject_in_quotation_marks_over_two_paragraphs() -> None:
    text = (
        "TRƯỜNG THCS NẬM XÉ\nSố: 19/QĐ-THCS\nNậm Xé, ngày 5 tháng 9 năm 2016\n\nQUYẾT ĐỊNH\n\n“V/v phân công trực "
        "thư viện\n\nNăm học 2016 - 2017”\n\nHIỆU TRƯỞNG TRƯỜNG THCS NẬM XÉ\n\nCăn cứ Điều lệ trường;\n\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Phân công trực.\n"
    )
    assert read(text).subject == "phân công trực thư viện Năm học 2016 - 2017"


def test_the_body_that_enacts_in_two_lines_is_no_subject() -> None:
    text = (
        "TỔNG CÔNG TY CHÈ\nSố: 31/QĐ-HĐTV\nHà Nội, ngày 5 tháng 9 năm 2016\nQUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH QUY CHẾ KHO\n"
        "HỘI ĐỒNG THÀNH VIÊN\nTỔNG CÔNG TY CHÈ\n*Căn cứ Luật Doanh nghiệp;*\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành.\n"
    )
    assert read(text).subject == "VỀ VIỆC BAN HÀNH QUY CHẾ KHO"


@pytest.mark.parametrize(
    ("cell", "issuer"),
    [
        ("VĂN\nPHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("ỦY\nBAN NHÂN DÂN\nTHÀNH PHỐ CẦN THƠ", "Ủy ban nhân dân thành phố Cần Thơ"),
        ("UBND TỈNH AN GIANG\nTHANH\nTRA TỈNH", "Thanh tra tỉnh An Giang"),
        ("ỦY BAN NHÂN DÂN\nTỈNH\nAN GIANG", "Ủy ban nhân dân tỉnh An Giang"),
    ],
)
def test_a_cell_whose_first_line_breaks_inside_the_bodys_name(cell: str, issuer: str) -> None:
    reading = read(
        f"{cell}\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n|\nSố:\n"
        f"14/2003/QĐ-UB\n|\nngày 5 tháng 6 năm 2003\n|{UNDER}"
    )
    assert reading.issuer is not None and reading.issuer.name == issuer


@pytest.mark.parametrize(
    ("whose", "subject"),
    [
        ("CỦA ỦY BAN NHÂN DÂN TỈNH", "Về việc tăng cường phòng cháy, chữa cháy rừng mùa khô năm 1998"),
        ("CỦA CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Về một số biện pháp cấp bách chống hạn"),
    ],
)
def test_whose_act_it_is_stands_between_title_and_subject(whose: str, subject: str) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH GIA LAI\nSố: 07/1998/CT-UB\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Pleiku, ngày 14 tháng 1 năm 1998\n\n"
        f"CHỈ THỊ\n{whose}\n{subject}\n\n"
        "Mùa khô năm trước, toàn tỉnh xảy ra nhiều vụ cháy, nguyên nhân chủ yếu do đốt nương không có người canh.\n\n"
        "1- Chủ tịch Ủy ban nhân dân các huyện kiện toàn Ban chỉ huy, xong trước ngày 25/1/1998.\n\n"
        "T/M ỦY BAN NHÂN DÂN TỈNH\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nRAHLAN HƠN\n"
    )
    found = read(text)
    assert found.subject == subject
    assert [(s.name, s.position) for s in found.signatories] == [("Rahlan Hơn", "PHÓ CHỦ TỊCH")]
