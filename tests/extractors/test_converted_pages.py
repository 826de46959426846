"""Texts whose lines a page or a converter ran together, or that begin in the middle of an act."""

from __future__ import annotations

import pytest

from extractors.reading import read

RUN_TOGETHER = """BỘ Y TẾ --------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------
Số:
811/QĐ-BYT Hà Nội, ngày 03 tháng 4 năm 2024 QUYẾT ĐỊNH BAN HÀNH DANH MỤC THUỐC CẤP CỨU CỦA TRẠM Y TẾ BỘ TRƯỞNG BỘ Y TẾ
Căn cứ Luật Dược;
Theo đề nghị của Cục trưởng Cục Quản lý Dược.
QUYẾT ĐỊNH:

Điều 1.
Ban hành kèm theo Quyết định này Danh mục thuốc cấp cứu.

Điều 2. Giám đốc các Sở Y tế chịu trách nhiệm thi hành Quyết định này.
Nơi nhận: - Như Điều 2; - Lưu: VT. BỘ TRƯỞNG Lê Thị Hồng Vân
"""


def test_a_head_whose_lines_were_run_together() -> None:
    reading = read(RUN_TOGETHER)
    assert reading.number is not None and reading.number.text == "811/QĐ-BYT"
    assert reading.type is not None and reading.type.code == "QĐ"
    assert reading.issuer is not None and reading.issuer.name == "Bộ Y tế"
    assert reading.issued is not None
    assert (reading.issued.date, reading.issued.place) == ("2024-04-03", "Hà Nội")
    assert reading.subject == "BAN HÀNH DANH MỤC THUỐC CẤP CỨU CỦA TRẠM Y TẾ"
    assert [o.bearers for o in reading.obligations] == [["Giám đốc các Sở Y tế"]]


PLAN = """ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG -------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ---------------
Số: 77/KH-UBND Đắk Nông, ngày 10 tháng 02 năm 2023 KẾ HOẠCH TRỒNG CÂY XANH NĂM 2023
I. MỤC ĐÍCH
Phủ xanh đất trống.
II. NHIỆM VỤ
1. Chọn giống và chuẩn bị đất 1.1.
Rà soát quỹ đất trồng cây.
- Cơ quan thực hiện: Sở Tài nguyên và Môi trường chủ trì, phối hợp với Sở Xây dựng; các xã, phường.
- Thời gian thực hiện: Hoàn thành trong quý I/2023.
1.2.
Ươm cây giống bản địa.
- Cơ quan thực hiện: Chi cục Kiểm lâm -Thời gian thực hiện: Thực hiện thường xuyên hằng năm.
2. Tuyên truyền
2.1. In tờ rơi.
2.2. Phát thanh bản tin.
2.3. Tổ chức hội thi vẽ tranh.
- Đơn vị chủ trì: Sở Thông tin và Truyền thông.
- Thời gian thực hiện: Trước ngày 30/4/2023.
Nơi nhận:
- Như trên.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Hồ Văn Mười
"""


def test_numbers_alone_on_their_lines_and_labels_run_together() -> None:
    duties = {o.text: (o.place, o.bearers, o.deadlines) for o in read(PLAN).obligations}
    assert duties["Rà soát quỹ đất trồng cây"] == (
        "II.1.1", ["Sở Tài nguyên và Môi trường"], ["trong quý I/2023"],
    )  # fmt: skip
    assert duties["Ươm cây giống bản địa"] == ("II.1.2", ["Chi cục Kiểm lâm"], ["thường xuyên hằng năm"])


def test_labels_below_the_last_task_of_a_part_hold_for_all_of_it() -> None:
    duties = {o.text: (o.bearers, o.deadlines) for o in read(PLAN).obligations}
    said = ["Sở Thông tin và Truyền thông"], ["Trước ngày 30/4/2023"]
    assert duties["In tờ rơi"] == duties["Phát thanh bản tin"] == duties["Tổ chức hội thi vẽ tranh"] == said


def test_a_page_s_middle_that_is_orders_is_read() -> None:
    reading = read(
        "Thủ trưởng các đơn vị lập danh sách người có nghĩa vụ kê khai gửi về Thanh tra huyện trước ngày 05/12/2024.\n\n"
        "Người có nghĩa vụ kê khai nộp 02 bản kê khai cho Phòng Nội vụ.\n\n"
        "Trong thời hạn 10 ngày kể từ ngày nhận được bản kê khai tài sản, thu nhập, phòng nghiệp vụ rà soát hồ sơ và "
        "bàn giao cho Thanh tra huyện.\n"
    )
    assert [(o.bearers, o.deadlines) for o in reading.obligations] == [
        (["Thủ trưởng các đơn vị"], ["trước ngày 05/12/2024"]),
        (["Người có nghĩa vụ kê khai"], []),
        (["phòng nghiệp vụ"], ["Trong thời hạn 10 ngày kể từ ngày nhận được bản kê khai tài sản, thu nhập"]),
    ]
    assert "head-missing" in [warning.code for warning in reading.warnings]
    assert reading.number is None and reading.issuer is None


@pytest.mark.parametrize(
    "text",
    [
        "Chiều muộn, ông Tư ra đồng. Người làng bảo ông phải về trước khi trời tối, nhưng ông còn nán lại. Con trâu "
        "già đứng bên bờ ruộng, nhai cỏ. Gió thổi qua hàng tre, mang theo mùi khói bếp. Ông nhớ những ngày còn trẻ.",
        "Giá gạo tẻ hôm nay 18.000 đồng một ki-lô-gam; gạo nếp 25.000 đồng. Các chợ mở cửa từ 5 giờ sáng. Khách mua "
        "trên mười cân được giảm giá. Hàng mới về mỗi ngày. Liên hệ quầy số 4.",
        "Sáng 12/3, Sở Y tế tổ chức hội nghị tổng kết. Các bệnh viện đã khám cho hơn một triệu lượt người. Phát biểu "
        "tại hội nghị, lãnh đạo Sở đề nghị các bệnh viện tiếp tục nâng cao chất lượng. Hội nghị cũng trao bằng khen.",
    ],
)
def test_stories_prices_and_news_are_no_orders(text: str) -> None:
    reading = read(text)
    assert reading.obligations == [] and reading.deadlines == [] and reading.references == []
    assert [warning.code for warning in reading.warnings] == ["not-a-directive"]


def test_a_serial_that_a_secretary_has_just_signed() -> None:
    reading = read(
        "Ông Lê Văn Thịnh - Bí thư Thành ủy Huế vừa ký Quyết định số 614 ban hành Quy định đánh giá cán bộ hằng quý.\n"
        "Theo đó: Các phòng chấm điểm trước ngày 05 hằng tháng.\n"
    )
    assert reading.number is not None and reading.number.text == "614"
    assert reading.subject == "ban hành Quy định đánh giá cán bộ hằng quý"
    assert [signatory.name for signatory in reading.signatories] == ["Lê Văn Thịnh"]


def test_the_act_that_a_page_names_as_its_source() -> None:
    reading = read(
        "UBND tỉnh Yên Bái yêu cầu các sở tiết kiệm điện, báo cáo kết quả trước ngày 20/5/2022.\n\n"
        "Sở Công Thương tổng hợp trình UBND tỉnh.\n\nNguồn: Công văn số 518/VPUBND-KT ngày 04/5/2022\n"
    )
    assert reading.number is not None and reading.number.text == "518/VPUBND-KT"
    assert reading.issued is not None and reading.issued.date == "2022-05-04"


HEAD = "PHÒNG GD&ĐT MỘC CHÂU\nSố: 32/PGDĐT\nMộc Châu, ngày 05 tháng 10 năm 2016\nKính gửi: Các trường.\n"


@pytest.mark.parametrize(
    ("closing", "names"),
    [
        ("\n\nDương Công Hiếu\n", ["Dương Công Hiếu"]),
        ("\n\n|  | Dương Công Hiếu (Đã ký) |\n|---|---|\n", ["Dương Công Hiếu"]),
        ("\n\n|  | KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG Dương Công Hiếu |\n|---|---|\n", ["Dương Công Hiếu"]),
        ("\n\nMộc Châu\n", []),
        ("\n\nGửi kèm mẫu số 2\n", []),
    ],
)
def test_a_name_below_the_last_sentence_signs(closing: str, names: list[str]) -> None:
    reading = read(f"{HEAD}Yêu cầu các trường báo cáo trước ngày 20/10/2016./.{closing}")
    assert [signatory.name for signatory in reading.signatories] == names


STEPS = """UBND TỈNH BẾN TRE
Số: 12/KH-UBND
Bến Tre, ngày 05 tháng 3 năm 2014
KẾ HOẠCH
Hỗ trợ nhà ở
II. NỘI DUNG
2.1. Bước 1: Phổ biến chính sách.
Trưởng ấp phổ biến chính sách và lập danh sách hộ có nhà hư hỏng cần sửa chữa.
Thời gian hoàn tất: trước ngày 27 tháng 6 năm 2014.
2.2. Bước 2: Kiểm tra nhà ở.
Ủy ban nhân dân xã, phường kiểm tra hiện trạng nhà ở của từng hộ có đơn đề nghị hỗ trợ.
Thời gian hoàn tất: trước ngày 25 tháng 7 năm 2014.
2.3.a. Ủy ban nhân dân xã, phường, thị trấn có trách nhiệm giúp các hộ.
"""


def test_steps_have_titles_and_a_time_of_their_own() -> None:
    assert [(o.bearers, o.deadlines) for o in read(STEPS).obligations] == [
        (["Trưởng ấp"], ["trước ngày 27 tháng 6 năm 2014"]),
        (["Ủy ban nhân dân xã, phường"], ["trước ngày 25 tháng 7 năm 2014"]),
        (["Ủy ban nhân dân xã, phường, thị trấn"], []),
    ]
