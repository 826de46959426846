"""What tells, defines or lists is no duty, whatever verbs of duty stand in it."""

from __future__ import annotations

import pytest

from extractors import deadlines, obligations, structure
from extractors.model import Obligation

_ORDER = "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành thực hiện các nội dung sau:\n1. Rà soát hộ nghèo.\n"


def find(text: str) -> list[Obligation]:
    read = structure.parse(text)
    return obligations.find(text, read, deadlines=deadlines.find(text, read))


@pytest.mark.parametrize(
    "sentence",
    [
        "Năm 2022, ngành Y tế vẫn phải đối mặt với tình trạng thiếu thuốc kéo dài.",
        "Năm 2021, giáo viên toàn ngành đã khắc phục khó khăn, đạt các chỉ tiêu, yêu cầu của Bộ.",
        "6 tháng đầu năm 2024, các doanh nghiệp phải cạnh tranh gay gắt với hàng nhập khẩu.",
        "Tuy nhiên đến nay, các đơn vị vẫn chưa được bố trí kinh phí để thực hiện.",
        "Hiện nay các cơ quan chuyên môn chưa được hướng dẫn về định mức.",
        "Thời gian qua, nhiều địa phương phải ứng phó với mưa lũ lớn.",
        "Đây cũng là dịp để các tổ chức đảng đánh giá lại việc thực hiện nghị quyết.",
        "Sở Tài chính đã có Công văn đề nghị báo cáo, nhưng đến nay kinh phí vẫn chưa được phân bổ.",
        "Tổng cục Hải quan thông báo để Công ty biết.",
        "Được biết, trước đó huyện được hỗ trợ 05 tỷ đồng để xây cầu.",
        "Nhiều hộ dân phải di dời nhà ở để nhường đất cho công trình.",
        "Do các xã phải rà soát lại danh sách từ thôn, bản nên việc chi trả còn chậm.",
        "Đến nay đã có thêm 7 xã gửi danh sách.",
        "Trên đây chỉ nêu vài việc giao cho trạm bơm làm trước.",
        "Cơ quan chủ trì thẩm tra",
        "Hoàn thành tốt nhiệm vụ.",
        "Không hoàn thành nhiệm vụ.",
        "Bộ Tài chính thấy rằng nhiều doanh nghiệp kê khai chưa đúng.",
        "(Ban hành kèm theo Quyết định số 22/QĐ-UBND ngày 10 tháng 6 năm 2024 của Ủy ban nhân dân tỉnh)",
    ],
)
def test_what_is_told_binds_nobody(sentence: str) -> None:
    assert find(f"{sentence}\n") == []
    assert [item.text for item in find(f"{sentence}\n{_ORDER}")] == ["Rà soát hộ nghèo"]
    assert find(f"2. Khó khăn, vướng mắc\nThứ hai, {sentence}\n") == []


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Năm 2024, các doanh nghiệp phải lắp đặt trạm quan trắc.", "các doanh nghiệp"),
        ("Đến nay chưa được cấp phép thì các đơn vị phải dừng khai thác.", "các đơn vị"),
        ("Bộ Tài chính thông báo để các đơn vị biết, thực hiện.", "các đơn vị"),
        ("Do đó các xã phải rà soát lại danh sách nên nộp trước ngày 30/6/2024.", "các xã"),
        ("Sở Y tế là cơ quan đầu mối theo dõi việc tiêm chủng.", "Sở Y tế"),
        ("Ông Lê Văn Hòa, Trưởng phòng Nội vụ chịu trách nhiệm lập hồ sơ.", "Ông Lê Văn Hòa, Trưởng phòng Nội vụ"),
    ],
)  # fmt: skip
def test_orders_that_look_alike_still_bind(sentence: str, bearer: str) -> None:
    assert [item.bearers for item in find(f"1. {sentence}\n")] == [[bearer]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đến nay mới có 12 xã gửi bản kê, các phòng khẩn trương đôn đốc.",
        "Do danh mục phải in lại nên giao Văn phòng in trước ngày 30/6/2024.",
        "Nhiều trạm chưa có máy, chủ đầu tư phải khẩn trương lắp máy.",
        "Các đơn vị theo dõi thực hiện.",
    ],
)
def test_an_order_behind_what_is_told_binds(sentence: str) -> None:
    assert len(find(f"1. {sentence}\n")) == 1


def test_many_with_a_day_ahead_are_bound() -> None:
    assert len(find("1. Nhiều hộ dân phải được cấp nước trước ngày 30/6/2024.\n")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Ủy ban nhân dân xã là cơ quan quyết định việc hỗ trợ.",
        "Người phụ thuộc là người do người nộp thuế có trách nhiệm nuôi dưỡng.",
        "Cơ quan có thẩm quyền phê duyệt phương án là cơ quan cấp phép khai thác.",
        "Đơn vị sử dụng lao động là các cơ quan được giao biên chế.",
    ],
)
def test_a_definition_binds_nobody(sentence: str) -> None:
    assert find(f"Điều 3. Thẩm quyền xử lý\n2. {sentence}\n") == []


@pytest.mark.parametrize(
    "members",
    [
        "1. Hội đồng\n1.1. Chủ tịch Hội đồng: Bà Trần Thị Mai, Phó Chủ tịch Ủy ban nhân dân huyện.\n"
        "1.2. Các ủy viên:\n- Bà Đỗ Thị Hạnh, Giám đốc Sở Công Thương - Phó Chủ tịch Thường trực Hội đồng.\n",
        "1. Tổ trưởng: Ông Nguyễn Văn Thành, Phó Giám đốc Sở Y tế.\n3. Thành viên: Lãnh đạo các phòng.\n",
        "1. Đồng chí Vũ Thị Lan, Chủ tịch Ủy ban nhân dân huyện - Phó Trưởng ban Thường trực.\n",
        "2. Bà Mai Thị Thu, Chuyên viên Phòng Quản lý đô thị, Thư ký;\n",
    ],
)
@pytest.mark.parametrize("formula", ["Hội đồng gồm các ông, bà có tên sau:", "Tổ công tác như sau:"])
def test_members_of_a_council_are_no_duties(members: str, formula: str) -> None:
    assert find(f"Điều 1. Thành lập {formula}\n{members}") == []


@pytest.mark.parametrize(
    "fact",
    [
        "Vốn vay: 20 tỷ đồng do Ngân hàng Thế giới cho vay và chuyển giao qua Bộ Tài chính.",
        "Nguồn vốn: ngân sách tỉnh hỗ trợ 70%, ngân sách huyện cân đối 30%.",
        "Diện tích: 12 ha do Ban Quản lý rừng bàn giao.",
    ],
)
def test_a_fact_under_its_name_is_no_duty(fact: str) -> None:
    assert (
        find(f"Điều 1. Phê duyệt dự án Đường liên xã, cụ thể như sau:\n1. Nội dung dự án:\n- {fact}\n") == []
    )


def test_a_lead_in_that_sets_up_a_council_still_lets_tasks_bind() -> None:
    found = find("Điều 1. Thành lập Tổ công tác với các nhiệm vụ sau:\n1. Rà soát hồ sơ tồn đọng.\n")
    assert [item.text for item in found] == ["Rà soát hồ sơ tồn đọng"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong năm 2023, toàn tỉnh tổ chức 125 lớp tập huấn, thu hút 3.000 lượt người.",
        "Đến ngày 30/6/2024, toàn ngành giải ngân 45% kế hoạch vốn.",
        "Nhu cầu sử dụng điện tăng cao, có thời điểm phải cắt giảm phụ tải.",
    ],
)
def test_an_account_under_its_heading_binds_nobody(sentence: str) -> None:
    assert find(f"I. ĐÁNH GIÁ CHUNG\n1. {sentence}\n") == []


def test_signs_and_kinds_below_a_lead_in_are_no_duties() -> None:
    found = find(
        "Tổng cục Thuế yêu cầu các chi cục thực hiện các nội dung sau:\n"
        "1. Các chi cục phân loại doanh nghiệp rủi ro cao và tăng cường kiểm tra tại trụ sở, lưu ý các dấu hiệu sau đây:\n"
        "+ Doanh nghiệp đổi địa chỉ nhiều lần.\n+ Các doanh nghiệp có giao dịch đáng ngờ.\n"
        "2. Các chi cục báo cáo kết quả.\n"
    )
    assert [(item.clause, item.bearers) for item in found] == [("1", ["Các chi cục"]), ("2", ["Các chi cục"])]


def test_what_a_purpose_goes_on_with_is_no_duty() -> None:
    found = find(
        "I. MỤC ĐÍCH\nNhằm nâng cao nhận thức; phân công nhiệm vụ cụ thể cho các xã; tạo sự thống nhất.\n"
        "II. NHIỆM VỤ\n1. Các xã phải trồng cây.\n"
    )
    assert [item.text for item in found] == ["Các xã phải trồng cây"]


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("Thời gian kê khai lại là 07 ngày.", ["Thời gian kê khai lại là 07 ngày"]),
        ("Thời gian bắt đầu chi trả từ ngày 01/01/2025.", ["Thời gian bắt đầu chi trả từ ngày 01/01/2025"]),
    ],
)
def test_a_time_that_is_set_is_a_duty(sentence: str, texts: list[str]) -> None:
    found = find(f"UBND tỉnh yêu cầu các sở thực hiện các nội dung sau:\n1. {sentence}\n")
    assert [item.text for item in found] == texts
