"""Who acts and how in parts of orders: items in a line, cases, the passive, what is only told or agreed."""

from __future__ import annotations

import pytest

from extractors import deadlines, obligations, structure
from extractors.model import Obligation


def find(text: str) -> list[Obligation]:
    parsed = structure.parse(text)
    return obligations.find(text, parsed, deadlines=deadlines.find(text, parsed))


def test_items_in_a_line_are_duties_of_their_own_and_have_their_numbers() -> None:
    text = (
        "1. Hồ sơ thi đua: (1) Phòng Nội vụ lập danh sách; (2) Phòng Tài chính thẩm định kinh phí.\n"
        "2. (1) Các xã rà soát hộ nghèo. (2) Phòng Lao động tổng hợp, công bố kết quả.\n"
    )
    assert [(item.clause, item.bearers, item.text) for item in find(text)] == [
        ("1(1)", ["Phòng Nội vụ"], "Phòng Nội vụ lập danh sách"),
        ("1(2)", ["Phòng Tài chính"], "Phòng Tài chính thẩm định kinh phí"),
        ("2(1)", ["Các xã"], "Các xã rà soát hộ nghèo"),
        ("2(2)", ["Phòng Lao động"], "Phòng Lao động tổng hợp, công bố kết quả"),
    ]


def test_what_is_agreed_to_is_no_order_and_what_is_ordered_with_it_is() -> None:
    text = (
        "1. Thống nhất chủ trương sửa đình làng: giao Phòng Văn hóa lập dự toán.\n"
        "2. Đồng ý chủ trương mua xe rác, giao Phòng Tài chính tham mưu nguồn vốn.\n"
        "3. Cơ bản nhất trí với báo cáo; đề nghị Phòng Nội vụ bổ sung phụ lục.\n"
    )
    assert [(item.bearers, item.text) for item in find(text)] == [
        (["Phòng Văn hóa"], "giao Phòng Văn hóa lập dự toán"),
        (["Phòng Tài chính"], "giao Phòng Tài chính tham mưu nguồn vốn"),
        (["Phòng Nội vụ"], "đề nghị Phòng Nội vụ bổ sung phụ lục"),
    ]


def test_the_standing_office_is_a_label_and_who_answers_for_it_has_a_duty() -> None:
    text = (
        "1. Cơ quan thường trực: Phòng Nội vụ chịu trách nhiệm tổng hợp kết quả.\n"
        "2. Trưởng thôn là người chịu trách nhiệm chính về an toàn cháy nổ ở thôn.\n"
    )
    assert [item.bearers for item in find(text)] == [["Phòng Nội vụ"], ["Trưởng thôn"]]


def test_a_thing_with_its_own_day_is_a_part_of_its_own() -> None:
    text = (
        "1. Phòng Tài chính lập sổ trước 20/12/2024; bản sao gửi về huyện chậm nhất ngày 25/12/2024.\n"
        "2. Các xã làm xong trước ngày 20/9. Phòng Nội vụ tổng hợp.\n"
    )
    assert [(item.text, item.deadlines) for item in find(text)] == [
        ("Phòng Tài chính lập sổ trước 20/12/2024", ["trước 20/12/2024"]),
        ("bản sao gửi về huyện chậm nhất ngày 25/12/2024", ["chậm nhất ngày 25/12/2024"]),
        ("Các xã làm xong trước ngày 20/9", ["trước ngày 20/9"]),
        ("Phòng Nội vụ tổng hợp", []),
    ]


def test_to_inform_is_the_duty_of_who_informs() -> None:
    text = (
        "1. Phòng Y tế thông báo cho Trạm Y tế biết.\n2. Phòng Y tế thông báo kết quả đến các xã.\n"
        "3. Trong 05 ngày, Văn phòng thông báo cho Công an huyện để tổng hợp.\n"
    )
    assert [item.bearers for item in find(text)] == [["Phòng Y tế"], ["Phòng Y tế"], ["Văn phòng"]]


@pytest.mark.parametrize(
    ("sentence", "bearer", "modality"),
    [
        ("Các xã không cần nộp bản giấy.", ["Các xã"], "permission"),
        ("Các xã không bắt buộc nộp bản giấy.", ["Các xã"], "permission"),
        ("Đơn vị phải thỏa thuận bằng văn bản, không quá 04 giờ/ngày.", ["Đơn vị"], "obligation"),
        ("05 đơn vị phải hoàn thành số hóa.", ["05 đơn vị"], "obligation"),
        ("100% chi bộ có ít nhất 01 cộng tác viên.", ["100% chi bộ"], "obligation"),
        ("Cục Y tế dự phòng theo dõi dịch.", ["Cục Y tế dự phòng"], "obligation"),
        ("TTYT huyện lập danh sách.", ["TTYT huyện"], "obligation"),
        ("Người lao động đeo khẩu trang.", ["Người lao động"], "obligation"),
        ("Thí sinh bốc thăm thứ tự thi.", ["Thí sinh"], "obligation"),
    ],
)
def test_who_and_how(sentence: str, bearer: list[str], modality: str) -> None:
    text = f"Phòng Nội vụ yêu cầu các xã thực hiện các nội dung sau:\n1. {sentence}\n"
    (found,) = find(text)
    assert (found.clause, found.bearers, found.modality) == ("1", bearer, modality)
    assert found.text == sentence.rstrip(".")


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Danh sách phải được UBND xã xác nhận.", ["UBND xã"]),
        ("Hồ sơ của học viên sẽ do Phòng Đào tạo lưu giữ.", ["Phòng Đào tạo"]),
        ("Học viên khóa 12, 13 nộp học phí.", ["Học viên khóa 12, 13"]),
        ("Các đoàn thanh tra, kiểm tra phối hợp với Phòng Thuế.", ["Các đoàn thanh tra, kiểm tra"]),
        ("Phòng Thuế thực hiện đưa các hộ phải kiểm tra vào kế hoạch.", ["Phòng Thuế"]),
        ("Đơn vị chủ trì lấy ý kiến của các xã.", ["Đơn vị chủ trì"]),
        ("Trường hợp hộ dân, tổ chức đề nghị giải thích thì phòng thuế phải trả lời.", ["phòng thuế"]),
        ("Trường hợp đơn vị chưa nộp đủ hồ sơ thì bổ sung trong 05 ngày.", ["đơn vị"]),
        ("Trường hợp thiếu vốn thì các xã báo cáo.", ["các xã"]),
        (
            "Đề nghị các chi bộ chưa tổ chức đại hội thực hiện theo thông báo này.",
            ["các chi bộ chưa tổ chức đại hội"],
        ),
        ("Các xã chưa nộp quỹ phải nộp trong tháng 6/2024.", ["Các xã chưa nộp quỹ"]),
        ("Thôn nào nộp chậm, Phòng Thuế nhắc nhở.", ["Phòng Thuế"]),
        (
            "Sau khi duyệt kế hoạch thanh tra, kiểm tra năm sau, phòng thuế công khai kế hoạch.",
            ["phòng thuế"],
        ),
    ],
)
def test_who_acts_in_the_passive_and_behind_light_verbs(sentence: str, bearer: list[str]) -> None:
    text = f"Phòng Nội vụ yêu cầu các xã thực hiện các nội dung sau:\n1. {sentence}\n"
    (found,) = find(text)
    assert found.bearers == bearer


def test_what_has_come_about_and_what_is_meant_bind_nobody() -> None:
    text = (
        "Đánh giá kết quả công tác thu quỹ như sau:\n- Thu quỹ đạt 78% kế hoạch.\n"
        "Phòng Thuế yêu cầu các xã thực hiện các nội dung sau:\n"
        "II. Lập kế hoạch kiểm tra quỹ của các thôn trong năm sau.\n"
        "1. Các nhóm hộ cần tập trung kiểm tra:\n- Hộ kinh doanh có doanh thu lớn;\n- Hộ chưa nộp tờ khai.\n"
        "2. Một số xã có tỷ lệ thu thấp như: xã An Sơn, xã Bình Hòa.\n"
        "3. Các xã nộp sổ trước ngày 20/9/2024. (Số liệu lấy từ phần mềm thu quỹ)\n"
    )
    assert [item.text for item in find(text)] == ["Các xã nộp sổ trước ngày 20/9/2024"]


def test_a_question_binds_nobody_and_its_answer_does() -> None:
    text = (
        "1. Câu hỏi 1: Công ty có phải nộp quỹ không?\n"
        "2. Trả lời: Theo quy định hiện hành, người sử dụng lao động phải nộp quỹ.\n"
    )
    assert [(item.clause, item.bearers) for item in find(text)] == [("2", ["người sử dụng lao động"])]


def test_a_lead_in_whose_colon_stands_behind_in_particular() -> None:
    text = (
        "Đảng ủy Khối hướng dẫn cấp ủy các chi bộ thực hiện theo Quyết định số 24-QĐ/TW. Cụ thể là:\n"
        "Tại đại hội không lấy phiếu giới thiệu. Nếu cần lấy phiếu thì các chi bộ xin ý kiến Đảng ủy Khối.\n"
    )
    assert [(item.bearers, item.modality) for item in find(text)] == [
        (["cấp ủy các chi bộ"], "prohibition"),
        (["các chi bộ"], "obligation"),
    ]
