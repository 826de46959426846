"""Duties by how directives word them: roles, labels, steps, lead-ins that name partners, caps."""

from __future__ import annotations

import pytest

from extractors import deadlines, obligations, structure
from extractors.model import Obligation, Reference


def find(text: str) -> list[Obligation]:
    read = structure.parse(text)
    found = deadlines.find(text, read)
    return obligations.find(text, read, deadlines=found)


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Báo Hòa Bình, Đài Truyền hình tỉnh mở chuyên mục về chuyển đổi số.", ["Báo Hòa Bình, Đài Truyền hình tỉnh"]),
        ("Sở Nội vụ là cơ quan thường trực của Tổ, có trách nhiệm theo dõi tiến độ.", ["Sở Nội vụ"]),
        ("Đơn vị thực hiện: Thư viện tỉnh chủ trì, phối hợp với các trường.", ["Thư viện tỉnh"]),
        ("Ngay trong tháng 5, các xã rà soát hộ nghèo.", ["các xã"]),
        ("Kết thúc đợt kiểm tra, các đoàn lập biên bản.", ["các đoàn"]),
    ],
)  # fmt: skip
def test_bearers(sentence: str, bearers: list[str]) -> None:
    assert [item.bearers for item in find(f"1. {sentence}\n")] == [bearers]


def test_a_role_given_under_a_body_s_heading_is_its_duty() -> None:
    found = find("IV. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\nLà cơ quan đầu mối theo dõi việc tiêm; lập danh sách.\n")
    assert [(item.text, item.place, item.bearers) for item in found] == [
        ("Là cơ quan đầu mối theo dõi việc tiêm", "IV.1", ["Sở Y tế"]),
        ("lập danh sách", "IV.1", ["Sở Y tế"]),
    ]


def test_a_lead_in_that_names_only_partners_orders_nothing_itself() -> None:
    found = find(
        "1. Sở Công Thương chủ trì, phối hợp với các sở liên quan:\n- Theo dõi giá xăng.\n- Kiểm tra các chợ.\n"
    )
    assert [(item.text, item.bearers) for item in found] == [
        ("Theo dõi giá xăng", ["Sở Công Thương"]),
        ("Kiểm tra các chợ", ["Sở Công Thương"]),
    ]


def test_who_only_directs_does_not_bear() -> None:
    found = find("Ủy ban nhân dân tỉnh chỉ đạo như sau:\n1. Rà soát hộ nghèo.\n2. Sở Y tế khám sức khỏe.\n")
    assert [item.bearers for item in found] == [[], ["Sở Y tế"]]


def test_steps_are_clauses() -> None:
    found = find(
        "II. QUY TRÌNH\nBước 1: Chuẩn bị\n- Thư ký dự thảo biên bản.\nBước 2. Tổ chức họp chi bộ.\n"
        "III. KINH PHÍ\n1. Kế toán lập dự toán.\n"
    )
    assert [(item.place, item.text) for item in found] == [
        ("Bước 1", "Thư ký dự thảo biên bản"),
        ("Bước 2", "Tổ chức họp chi bộ"),
        ("III.1", "Kế toán lập dự toán"),
    ]


def test_a_page_s_heading_ends_the_steps_above_it() -> None:
    found = find("**Bước 1:** Thư ký dự thảo biên bản.\n\n## Trình tự\n\n(1) Chi ủy họp trước chi bộ.\n")
    assert [item.clause for item in found] == ["Bước 1", "(1)"]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Đảng viên được xếp loại xuất sắc không quá 20% số đảng viên xếp loại tốt.", "prohibition"),
        ("Đảng viên được xin miễn sinh hoạt không quá 02 năm.", "permission"),
        ("Cấp phó xếp loại không cao hơn mức xếp loại của cấp trưởng.", "prohibition"),
        ("Tỷ lệ xếp loại xuất sắc tối đa 25% số viên chức.", "prohibition"),
        ("Số người được khen không quá một phần năm tổng số người.", "prohibition"),
        ("Người có họ hàng với bí thư chi bộ được kiểm tra thì không tham gia đoàn.", "prohibition"),
        ("Các sở chỉ được chi trong dự toán đã giao.", "obligation"),
        ("Mỗi xã đề cử không quá 03 người.", "prohibition"),
        ("Sở Y tế trả kết quả không quá 05 ngày.", "obligation"),
    ],
)
def test_caps_forbid(sentence: str, modality: str) -> None:
    assert [item.modality for item in find(f"1. {sentence}\n")] == [modality]


def test_what_carries_out_is_an_order_what_lies_behind_is_not() -> None:
    assert [item.text for item in find("2. Thực hiện xong việc công khai trong tháng 3.\n")] == [
        "Thực hiện xong việc công khai trong tháng 3"
    ]
    assert find("2. Thực hiện Chỉ thị của Tỉnh ủy, công tác tiêm phòng đã đạt kết quả.\n") == []
    assert [item.text for item in find("1. Các bệnh viện trực cấp cứu; hạn chế tối đa tử vong.\n")] == [
        "Các bệnh viện trực cấp cứu",
        "hạn chế tối đa tử vong",
    ]
    assert find("1. Hạn chế chủ yếu là còn 09 xã chưa có trạm y tế.\n") == []


def test_times_told_are_no_orders() -> None:
    assert find("1. Thời gian dự kiến trong tháng 5/2024.\n") == []
    assert [item.text for item in find("1. Thời gian hoàn thành trước ngày 05/5/2024.\n")] == [
        "Thời gian hoàn thành trước ngày 05/5/2024"
    ]


def test_who_is_reported_to_and_under_what_condition() -> None:
    (found,) = find(
        "1. Các xã báo cáo Sở Y tế trong ngày 05/5/2024, nếu có ca bệnh đề nghị gọi đường dây nóng.\n"
    )
    assert found.report_to == ["Sở Y tế"]
    assert found.condition == "nếu có ca bệnh"
    # a sentence may end in "chuyển đổi số"
    assert len(find("1. Ban Chỉ đạo điều phối việc chuyển đổi số. Tổ giúp việc lập kế hoạch.\n")) == 2


def test_what_is_asked_stands_behind_the_asking_verb_s_colon() -> None:
    found = find(
        "Trước tình hình trên, Chủ tịch tỉnh chỉ đạo: Các xã tại vùng bị ảnh hưởng khẩn trương sơ tán dân; bảo đảm lương "
        "thực; hằng ngày cập nhật số liệu, gửi về Văn phòng tỉnh.\n"
    )
    assert [(item.text, item.bearers) for item in found] == [
        ("Các xã tại vùng bị ảnh hưởng khẩn trương sơ tán dân", ["Các xã tại vùng bị ảnh hưởng"]),
        ("bảo đảm lương thực", ["Các xã tại vùng bị ảnh hưởng"]),
        ("hằng ngày cập nhật số liệu, gửi về Văn phòng tỉnh", ["Các xã tại vùng bị ảnh hưởng"]),
    ]


def test_a_paragraph_of_orders_behind_the_last_clause_belongs_to_it() -> None:
    found = find(
        "1. Đề nghị các xã kiểm tra đê.\n\nTập trung sửa chữa kè xung yếu; dự trữ vật tư.\n\nĐề nghị các xã báo cáo.\n"
    )
    assert [(item.clause, item.text) for item in found] == [
        ("1", "Đề nghị các xã kiểm tra đê"),
        ("1", "Tập trung sửa chữa kè xung yếu"),
        ("1", "dự trữ vật tư"),
        (None, "Đề nghị các xã báo cáo"),
    ]


def test_praise_binds_nobody() -> None:
    assert find("1. Ủy ban nhân dân tỉnh ghi nhận và biểu dương cố gắng của các xã.\n") == []


def test_a_list_of_acts_orders_nothing() -> None:
    text = (
        "1. Bãi bỏ các văn bản sau:\n- Công văn số 12/SNV-TC ngày 2/3/2020 của Sở Nội vụ về báo cáo tháng;\n"
    )
    parsed = structure.parse(text)
    cited = [
        Reference(
            text="Công văn số 12/SNV-TC ngày 2/3/2020 của Sở Nội vụ",
            number="12/SNV-TC",
            span=(text.index("Công"), text.index(" về")),
        )
    ]
    assert obligations.find(text, parsed, references=cited) == []


@pytest.mark.parametrize(
    "line",
    [
        "Thường trực Hội đồng nhân dân: có mặt 05/05.",
        "Ủy ban nhân dân xã: Thành phần dự hội nghị gồm Chủ tịch và công chức.",
        "Lãnh đạo Phòng Nội vụ và các phòng liên quan.",
        "Điện thoại: 0210.000.000; Email: thu@vidu.vn.",
        "Tổ chức thực hiện.",
        "Trên đây là kết luận của đồng chí Chủ tịch tại cuộc họp giao ban Thường trực tuần thứ 30.",
        "Kính báo các sở, ngành biết liên hệ công tác.",
        "Cơ bản thống nhất với báo cáo của Trưởng ban.",
    ],
)
def test_what_only_tells(line: str) -> None:
    assert find(f"Chủ tịch tỉnh yêu cầu các sở thực hiện các nội dung sau:\n1. {line}\n") == []


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("Lãnh đạo các phòng giải trình số liệu chênh lệch.", "Lãnh đạo các phòng"),
        ("Lãnh đạo Văn phòng ký sổ kho từng tháng.", "Lãnh đạo Văn phòng"),
        ("Lãnh đạo Phòng Quản lý đô thị có mặt tại cuộc họp.", "Lãnh đạo Phòng Quản lý đô thị"),
    ],
)
def test_leaders_act_where_a_verb_follows_their_name(line: str, bearer: str) -> None:
    found = find(f"Chủ tịch tỉnh yêu cầu các sở thực hiện các nội dung sau:\n1. {line}\n")
    assert [duty.bearers for duty in found] == [[bearer]]


def test_offices_listed_behind_a_colon_are_one_bearer() -> None:
    found = find(
        "Điều 3. Giám đốc các sở: Giáo dục và Đào tạo, Tài chính; Chủ tịch các huyện chịu trách nhiệm thi hành.\n"
    )
    assert [item.bearers for item in found] == [
        ["Giám đốc các sở: Giáo dục và Đào tạo, Tài chính; Chủ tịch các huyện"]
    ]


def test_a_cap_binds_without_a_number_or_a_request() -> None:
    assert [(o.text, o.modality) for o in find("Mỗi xã đề cử không quá 03 người.\n")] == [
        ("Mỗi xã đề cử không quá 03 người", "prohibition")
    ]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Đề nghị các đồng chí tổ chức lực lượng tham gia đúng giờ.", ["các đồng chí"]),
        ("Nơi được gợi ý gửi báo cáo giải trình.", ["Nơi được gợi ý"]),
        ("Sở Y tế được giao chủ trì thẩm định.", ["Sở Y tế"]),
        ("Đơn vị được giao chủ trì đề tài phải nộp báo cáo.", ["Đơn vị được giao chủ trì đề tài"]),
        ("Đảng viên vi phạm kỷ luật thì chi bộ xem xét, đề nghị xử lý.", ["chi bộ"]),
        ("Các xã chọn làm điểm ở một số đảng bộ, chi bộ để rút kinh nghiệm.", ["Các xã"]),
        (
            "Người đứng đầu cấp ủy, thủ trưởng đơn vị trực tiếp chỉ đạo và chịu trách nhiệm về kết quả.",
            ["Người đứng đầu cấp ủy, thủ trưởng đơn vị"],
        ),
    ],
)
def test_where_a_bearer_s_name_ends(sentence: str, bearers: list[str]) -> None:
    assert [item.bearers for item in find(f"1. {sentence}\n")] == [bearers]


@pytest.mark.parametrize(
    "line",
    [
        "Vụ trưởng Vụ Đào tạo, bồi dưỡng cán bộ, công chức - Ủy viên.",
        "Tiểu ban lễ tân do Chánh Văn phòng Bộ làm Trưởng Tiểu ban.",
        "Thành viên của Tổ giúp việc gồm đại diện lãnh đạo các đơn vị thực hiện dự án.",
        "Khoản 3 hiện nay chuyển thành Khoản 4 thực hiện từ nay.",
        "Chi đoàn Khoa Kinh tế: 80 sinh viên tham gia.",
        "Trang phục: áo thanh niên Việt Nam.",
        "Trân trọng đề nghị.",
    ],
)
def test_lines_that_only_say_who_or_how_many_order_nothing(line: str) -> None:
    assert find(f"III. TỔ CHỨC THỰC HIỆN\n1. {line}\n") == []


def test_who_sets_up_a_team_is_to_act() -> None:
    [found] = find("1. Mỗi phường thành lập một tổ công tác do Phó Bí thư làm tổ trưởng.\n")
    assert found.bearers == ["Mỗi phường"]


def test_a_list_behind_its_colon_is_one_duty_with_its_verb() -> None:
    [found] = find("1. Lập danh sách, gồm: người kê khai hằng năm; người kê khai bổ sung.\n")
    assert found.text == "Lập danh sách, gồm: người kê khai hằng năm; người kê khai bổ sung"


def test_who_only_concludes_bears_nothing() -> None:
    found = find(
        "Sau khi nghe báo cáo, Phó Thủ tướng Trần Văn An kết luận như sau:\n1. Các dự án phải hoàn thành đồng bộ.\n"
    )
    assert [item.bearers for item in found] == [[]]


def test_what_an_act_does_not_cover_is_no_duty() -> None:
    assert find("1. Chi bộ sinh hoạt tạm thời không thuộc phạm vi của Quy định này.\n") == []


@pytest.mark.parametrize(
    ("label", "bearers"),
    [("các bệnh viện tuyến cuối", ["các bệnh viện tuyến cuối"]), ("đảng viên vi phạm", ["các đơn vị"])],
)
def test_a_body_that_a_label_addresses_acts_people_are_what_it_is_about(
    label: str, bearers: list[str]
) -> None:
    found = find(
        f"Sở Y tế đề nghị các đơn vị thực hiện các nội dung sau:\n1. Đối với {label}: Thành lập đội xem xét xử lý.\n"
    )
    assert [item.bearers for item in found] == [bearers]


def test_a_lead_in_that_says_what_to_do_is_a_duty_with_its_particulars_below() -> None:
    found = find(
        "1. Về đánh giá\nCác chi bộ đánh giá chất lượng đảng viên tại hội nghị chi bộ cuối năm, cụ thể:\n"
        "- Đảng viên đọc bản tự kiểm điểm.\n- Chi ủy đọc nhận xét.\n"
    )
    assert [item.text for item in found] == [
        "Các chi bộ đánh giá chất lượng đảng viên tại hội nghị chi bộ cuối năm, cụ thể",
        "Đảng viên đọc bản tự kiểm điểm",
        "Chi ủy đọc nhận xét",
    ]


def test_a_lead_in_that_only_makes_known_is_none() -> None:
    found = find(
        "1. Tổ chức\nCác chi bộ triển khai thực hiện nghiêm túc Kế hoạch của Đảng ủy, cụ thể:\n- Đảng viên họp.\n"
    )
    assert [item.text for item in found] == ["Đảng viên họp"]


def test_stages_in_one_paragraph_are_duties_of_their_own() -> None:
    found = find(
        "1. Giai đoạn 1: Hoàn thành việc cấp mã cho các cơ sở; Kết nối dữ liệu lên cổng; Tổ chức tuyên truyền cho dân.\n"
    )
    assert [item.text for item in found] == [
        "Hoàn thành việc cấp mã cho các cơ sở", "Kết nối dữ liệu lên cổng", "Tổ chức tuyên truyền cho dân",
    ]  # fmt: skip


def test_a_main_clause_behind_a_day_without_a_comma() -> None:
    found = find(
        "1. Sở giao Ban An đôn đốc. Chậm nhất ngày 25/5/2018 (thứ Sáu) các chi đoàn phải nộp xong.\n"
    )
    assert found[-1].bearers == ["các chi đoàn"]


def test_an_alias_inside_a_bearer_s_name_is_left_out() -> None:
    [found] = find("1. Đề nghị các bộ (sau đây gọi là Bộ) và Ủy ban nhân dân các tỉnh rà soát danh mục.\n")
    assert found.bearers == ["các bộ và Ủy ban nhân dân các tỉnh"]


def test_a_letter_s_next_paragraph_goes_on_ordering() -> None:
    found = find(
        "Các sở cần tổ chức rút kinh nghiệm việc thực hiện nhiệm vụ năm học.\n"
        "Báo cáo đầy đủ các số liệu về trường, lớp; thực hiện đánh giá chương trình.\n"
        "Phong trào đã có nhiều kết quả.\n"
    )
    assert [(item.text, item.bearers) for item in found][1:] == [
        ("Báo cáo đầy đủ các số liệu về trường, lớp", []),
        ("thực hiện đánh giá chương trình", []),
    ]
