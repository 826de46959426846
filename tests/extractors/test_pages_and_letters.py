"""Heads that a page gives: a title that cites the act, a heading over a letter, "V/v" below the text."""

from __future__ import annotations

import pytest

from extractors.reading import read

BODY = "\nThực hiện chỉ đạo của Bộ Chính trị, Ban Thường vụ Thành ủy yêu cầu:\n1. Các quận ủy tổ chức mít tinh.\n"
SIGNED = BODY + "\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nNguyễn Văn An\n"


def test_a_title_that_cites_the_act_whole_is_its_head() -> None:
    reading = read(
        "Công văn số 175-CV/TU ngày 25/01/2007 của Thành ủy Cần Thơ về việc kỷ niệm ngày 3/2\n" + SIGNED
    )
    assert reading.number is not None and reading.number.text == "175-CV/TU"
    assert reading.issued is not None and reading.issued.date == "2007-01-25"
    assert reading.issuer is not None and reading.issuer.name == "Thành ủy Cần Thơ"
    assert reading.subject == "về việc kỷ niệm ngày 3/2"
    assert [reference.number for reference in reading.references] == []


@pytest.mark.parametrize(
    "first",
    [
        "Công văn số 175-CV/TU ngày 25/01/2007 của Thành ủy Cần Thơ về việc kỷ niệm như sau:",
        "Công văn của Thành ủy về việc kỷ niệm ngày 3/2",
    ],
)
def test_a_sentence_and_a_title_without_a_number_are_no_such_head(first: str) -> None:
    reading = read(first + "\n" + SIGNED)
    assert reading.number is None or reading.number.text is None


def test_a_title_with_a_day_alone_has_no_subject() -> None:
    reading = read(
        "Thông báo Khẩn ngày 18/10/2020\n\nKính gửi: Hiệu trưởng các trường tiểu học\n"
        "Phòng Giáo dục và Đào tạo yêu cầu:\n1. Các trường cho học sinh nghỉ học.\n2. Hiệu trưởng báo cáo ngay.\n"
    )
    assert reading.subject is None
    assert reading.issued is not None and reading.issued.date == "2020-10-18"


def test_who_asks_issues_a_letter_without_a_head_and_the_page_s_heading_is_its_subject() -> None:
    reading = read(
        "Lấy ý kiến nhân dân về quy hoạch chung thành phố\n\nKính gửi: UBND các xã Lưu Sơn, Thạch Đài.\n\n"
        "Thực hiện Công văn số 821/SXD-QH ngày 12/4/2022 của Sở Xây dựng, UBND huyện giao UBND các xã lấy ý kiến "
        "nhân dân. UBND cấp xã gửi kết quả về UBND huyện trước ngày 05/5/2022.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân huyện"
    assert reading.subject == "Lấy ý kiến nhân dân về quy hoạch chung thành phố"


def test_a_frame_that_slid_below_the_letter_still_gives_the_subject() -> None:
    reading = read(
        "UBND TỈNH HÀ GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\n"
        "Số: 327/SYT-KH Hà Giang, ngày 29 tháng 4 năm 2011\nKính gửi:\n- Các bệnh viện;\n- Các trung tâm y tế.\n"
        "Sở Y tế đề nghị các đơn vị báo cáo trước ngày 12/5/2011.\n- Như trên;\n- Lưu VT.\n"
        "V/v đánh giá tình hình sử dụng\ncác công trình nước sạch\nGIÁM ĐỐC\nNguyễn Văn An\n"
    )
    assert reading.subject == "đánh giá tình hình sử dụng các công trình nước sạch"


def test_who_enacts_ends_the_subject() -> None:
    reading = read(
        "BỘ NỘI VỤ\nSố: 15/QĐ-BNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 02 tháng 02 năm 2024\nQUYẾT ĐỊNH\n"
        "Về việc thành lập Ban Chỉ đạo chuyển đổi số\nBỘ TRƯỞNG BỘ NỘI VỤ\n"
        "Căn cứ Nghị định số 63/2022/NĐ-CP ngày 12/9/2022 của Chính phủ;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Thành lập Ban Chỉ đạo.\n"
    )
    assert reading.subject == "Về việc thành lập Ban Chỉ đạo chuyển đổi số"


QUOTED = (
    "Tăng cường phòng, chống dịch bệnh trong tình hình mới\n\n"
    "Công văn nêu rõ: Hiện nay, dịch bệnh vẫn diễn biến phức tạp, nhiều nước phải tăng cường kiểm soát. Ban Cán sự đảng "
    "Bộ Y tế yêu cầu các cấp ủy triển khai thực hiện nghiêm túc một số nhiệm vụ trọng tâm sau: Tăng cường sự lãnh đạo "
    "của cấp ủy các cấp; phát huy phương châm bốn tại chỗ. Người đứng đầu cấp ủy, thủ trưởng đơn vị trực tiếp chỉ "
    "đạo và chịu trách nhiệm về kết quả; không được chủ quan.\n"
)


def test_an_act_quoted_by_its_kind_alone() -> None:
    reading = read(QUOTED)
    assert reading.kind == "report"
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.issuer is not None and reading.issuer.name == "Ban Cán sự đảng Bộ Y tế"
    assert reading.subject == "Tăng cường phòng, chống dịch bệnh trong tình hình mới"


def test_what_an_act_so_quoted_asks_inside_a_paragraph() -> None:
    assert [(o.text, o.bearers) for o in read(QUOTED).obligations] == [
        ("Tăng cường sự lãnh đạo của cấp ủy các cấp", ["các cấp ủy"]),
        ("phát huy phương châm bốn tại chỗ", ["các cấp ủy"]),
        (
            "Người đứng đầu cấp ủy, thủ trưởng đơn vị trực tiếp chỉ đạo và chịu trách nhiệm về kết quả",
            ["Người đứng đầu cấp ủy, thủ trưởng đơn vị"],
        ),
        ("không được chủ quan", ["Người đứng đầu cấp ủy, thủ trưởng đơn vị"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Để ban hành quy chế, Nhà trường giao cho Phòng Hành chính xin ý kiến góp ý.\nNhà trường yêu cầu Trưởng các đơn vị "
        "gửi ý kiến trước ngày 23/8/2016.\n",
        "Căn cứ tình hình thu đoàn phí năm học;\nNhà trường thông báo việc trả đoàn phí.\nCác đoàn khoa phải báo cáo "
        "trước ngày 23/8/2016.\n",
    ],
)
def test_a_text_without_a_head_in_which_a_body_orders_is_read(text: str) -> None:
    reading = read(text)
    assert reading.issuer is not None and reading.issuer.name == "Nhà trường"
    assert [d.date for d in reading.deadlines] == ["2016-08-23"]
    assert [w.code for w in reading.warnings] == ["head-missing"]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế thông báo có thêm năm ca mắc mới trong ngày.\nNhiều người dân đã được xét nghiệm. Thành phố vẫn yên tĩnh.\n",
        "Ông Tư bảo vợ mang gạo sang nhà bà Sáu. Bà cười. Chiều hôm ấy mưa to, Trường đi học về muộn.\n",
        "Bảng giá: gạo 18.000 đồng/kg; nếp 22.000 đồng/kg. Công ty giao hàng tận nơi.\n",
    ],
)
def test_news_a_novel_and_a_price_list_order_nothing(text: str) -> None:
    reading = read(text)
    assert [w.code for w in reading.warnings] == ["not-a-directive"]
    assert (reading.issuer, reading.obligations, reading.deadlines) == (None, [], [])


@pytest.mark.parametrize("kind", ["THÔNG BÁO KẾT LUẬN", "KẾ HOẠCH PHỐI HỢP", "KẾ HOẠCH CHI TIẾT"])
def test_the_second_half_of_a_kind_is_no_subject(kind: str) -> None:
    reading = read(
        "UBND TỈNH HÀ GIANG\nSố: 15/TB-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Giang, ngày 02 tháng 02 năm 2024\n"
        f"{kind}\nCông tác phòng cháy rừng\n\nThực hiện Nghị định số 63/2022/NĐ-CP, UBND tỉnh yêu cầu:\n1. Các xã trực.\n"
    )
    assert reading.subject == "Công tác phòng cháy rừng"
