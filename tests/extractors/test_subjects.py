"""Whose duty a sentence is where its grammatical subject is not the one who acts."""

from __future__ import annotations

import pytest

from extractors import deadlines, obligations, structure
from extractors.model import Obligation


def find(text: str) -> list[Obligation]:
    parsed = structure.parse(text)
    return obligations.find(text, parsed, deadlines=deadlines.find(text, parsed))


_LEAD = "Ban Thường vụ Huyện ủy yêu cầu các đảng ủy xã thực hiện các việc sau:\n"


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Chi bộ mới lập dưới 06 tháng thì không xếp loại.", "các đảng ủy xã"),
        ("Đảng viên ốm nặng cũng được đánh giá theo việc đã làm.", "các đảng ủy xã"),
        ("Chi bộ nào chấm sai thì xếp loại lại trước khi nộp.", "Chi bộ nào chấm sai"),
        ("Bí thư chi bộ không được xếp loại cao hơn chi bộ.", "Bí thư chi bộ"),
    ],
)
def test_the_one_a_review_is_of_does_not_carry_it_out(sentence: str, bearer: str) -> None:
    found = find(f"{_LEAD}1. Văn phòng Huyện ủy in mẫu phiếu. {sentence}\n")
    assert [item.bearers for item in found] == [["Văn phòng Huyện ủy"], [bearer]]


def test_a_lead_in_asks_behind_its_reason() -> None:
    found = find(
        "Rút kinh nghiệm đợt trước, Ban Thường vụ Huyện ủy yêu cầu các chi bộ làm tốt các việc sau:\n"
        "1. Chuẩn bị hồ sơ đầy đủ.\n"
    )
    assert [(item.text, item.bearers) for item in found] == [("Chuẩn bị hồ sơ đầy đủ", ["các chi bộ"])]


def test_verbs_in_a_row_are_no_reason_of_a_lead_in() -> None:
    found = find("1. Sở Y tế hướng dẫn, đôn đốc, yêu cầu các bệnh viện báo cáo các nội dung sau.\n")
    assert [item.bearers for item in found] == [["Sở Y tế"]]


def test_who_is_told_of_bears_nothing_on() -> None:
    found = find(
        "1. Qua theo dõi, một số xã làm chậm. Đề nghị không thu thêm quỹ của hộ nghèo.\n"
        "2. Ban Quản lý chợ nhận được phản ánh của tiểu thương. Không được thu phí hai lần.\n"
    )
    assert [item.bearers for item in found] == [[], []]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Các trường có học sinh dự thi tổ chức xe đưa đón.", "Các trường có học sinh dự thi"),
        ("Hộ được miễn tiền thuê nộp đơn tại phường.", "Hộ được miễn tiền thuê"),
        ("Cấp có thẩm quyền trả lời trong 05 ngày.", "Cấp có thẩm quyền"),
        ("Các xã có kế hoạch kiểm tra bến đò.", "Các xã"),
    ],
)
def test_what_says_who_is_meant_is_part_of_the_name(sentence: str, bearer: str) -> None:
    assert [item.bearers for item in find(f"2. {sentence}\n")] == [[bearer]]


def test_an_act_s_clause_on_itself_goes_on_behind_a_semicolon() -> None:
    found = find(
        "1. Các phòng nộp báo cáo hằng tháng.\n"
        "2. Quy định này có hiệu lực từ ngày ký; bãi bỏ Quy định số 12-QĐ/HU, ngày 02/3/2015.\n"
    )
    assert [item.clause for item in found] == ["1"]


def test_a_page_s_links_order_nothing() -> None:
    found = find(
        "1. Các đơn vị nộp báo cáo.\n2. Tải toàn văn Kế hoạch tại đây.\nTin liên quan: Họp bàn về chợ\n"
    )
    assert [item.clause for item in found] == ["1"]


def test_a_lead_that_ends_with_a_full_stop_gives_the_bearers() -> None:
    found = find(
        "Điều 3. Đội kiểm tra chợ có nhiệm vụ sau.\n1. Lập sổ theo dõi.\n2. Báo cáo Ủy ban nhân dân xã kết quả thu phí.\n"
    )
    assert [item.bearers for item in found] == [["Đội kiểm tra chợ"]] * 2


def test_a_list_of_rights_allows() -> None:
    found = find("Điều 3. Đội kiểm tra chợ có các quyền hạn sau:\n1. Lập biên bản.\n2. Tạm giữ hàng giả.\n")
    assert {item.modality for item in found} == {"permission"}


@pytest.mark.parametrize(
    ("title", "bearer"),
    [
        ("1. Trách nhiệm, quyền hạn của Đội phó.", "Đội phó"),
        ("1. Vai trò, trách nhiệm của cấp ủy, tổ chức đảng theo các nội dung:", "cấp ủy, tổ chức đảng"),
        ("1. Khoa Công nghệ sinh học", "Khoa Công nghệ sinh học"),
    ],
)
def test_titles_that_name_who_is_responsible(title: str, bearer: str) -> None:
    found = find(
        f"{title}\n- Triển khai công việc theo kế hoạch.\n- Lập biên bản kiểm tra.\n2. Kinh phí\n- Quỹ của trường.\n"
    )
    assert [item.bearers for item in found[:2]] == [[bearer], [bearer]]


def test_brackets_within_an_order_assign_it() -> None:
    [found] = find(
        "1. Thành lập đoàn kiểm tra bến đò trong tỉnh (Giao Công an tỉnh chủ trì, phối hợp với Sở Y tế).\n"
    )
    assert found.bearers == ["Công an tỉnh"]


def test_staff_who_are_assigned_are_nobody_in_particular() -> None:
    [found] = find("1. Đặc biệt, phân công cán bộ trực cả thứ Bảy.\n")
    assert found.bearers == []


def test_who_is_encouraged_is_named() -> None:
    [found] = find("1. Khuyến khích các tổ chức, cá nhân tham gia trồng cây.\n")
    assert (found.modality, found.bearers) == ("obligation", ["các tổ chức, cá nhân"])


@pytest.mark.parametrize("made", ["xây dựng", "ban hành"])
def test_who_draws_up_or_issues_a_plan_leaves_it_to_those_named_below(made: str) -> None:
    found = find(
        f"Tiểu ban Tuyên truyền xã Tân Hội {made} kế hoạch triển khai như sau:\n"
        "1. Tổ chức treo cờ.\n2. Sở Y tế trực cấp cứu.\n"
    )
    assert [item.bearers for item in found] == [[], ["Sở Y tế"]]


def test_bodies_that_go_on_with_a_list_of_others_act_not() -> None:
    found = find("1. Nhấn mạnh trách nhiệm của cấp ủy, chính quyền trong lãnh đạo công tác nhân sự.\n")
    assert [item.bearers for item in found] == [[]]


def test_who_pays_may_be_said_by_a_clause() -> None:
    [found] = find("1. Kinh phí đi lại, ăn, ở do đơn vị cử người tham dự thanh toán theo quy định.\n")
    assert found.bearers == ["đơn vị cử người tham dự"]


def test_orders_go_on_in_a_letter_s_paragraph() -> None:
    found = find(
        "Trong kiểm điểm phải khắc phục tình trạng nể nang. Thực hiện đánh giá liên tục, đa chiều. Cấp ủy cấp trên "
        "tăng cường hướng dẫn.\n"
    )
    assert [item.bearers for item in found] == [[], [], ["Cấp ủy cấp trên"]]


def test_a_report_orders_in_its_tasks_to_come_only() -> None:
    text = (
        "I. KẾT QUẢ CÔNG TÁC THÁNG 01/2025\n1. Các sở phải nộp báo cáo.\n"
        "II. NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2025\n1. Ban hành kế hoạch kiểm tra.\n"
    )
    parsed = structure.parse(text)
    dated = deadlines.find(text, parsed)
    found = obligations.find(text, parsed, deadlines=dated, act="BC")
    assert [(item.text, item.deadlines) for item in found] == [
        ("Ban hành kế hoạch kiểm tra", ["THÁNG 02 NĂM 2025"])
    ]


@pytest.mark.parametrize(
    ("sentence", "bearer", "due"),
    [
        ("Ủy ban nhân dân các xã trong quý I/2026 phải hoàn thành việc rà soát.", "Ủy ban nhân dân các xã", "trong quý I/2026"),
        ("Trạm thú y theo định kỳ hằng tháng phải có báo cáo tiêm phòng.", "Trạm thú y", "định kỳ hằng tháng"),
    ],
)  # fmt: skip
def test_a_time_is_no_part_of_the_name_before_it(sentence: str, bearer: str, due: str) -> None:
    assert [(o.bearers, o.deadlines) for o in find(f"{sentence}\n")] == [([bearer], [due])]


def test_a_body_that_acts_by_a_day_to_come_is_ordered() -> None:
    found = find("Trước ngày 25/12/2024, các xã gửi danh sách hộ nghèo về Phòng Lao động.\n")
    assert [(o.bearers, o.deadlines) for o in found] == [(["các xã"], ["Trước ngày 25/12/2024"])]
    assert find("Hằng năm, xã đón hàng vạn du khách.\n") == []
    assert find("Đến năm 2030, tỉnh có 100 xã đạt chuẩn nông thôn mới.\n") == []


def test_a_party_of_officials_acts_and_a_briefing_asks_nobody() -> None:
    found = find("1. Hằng tuần, Tổ công tác báo cáo Chủ tịch kết quả.\n2. Tổ giúp việc họp giao ban.\n")
    assert [o.bearers for o in found] == [["Tổ công tác"], ["Tổ giúp việc"]]


@pytest.mark.parametrize(
    ("clause", "bearer"),
    [
        ("Sở Nội vụ: Chủ trì xây dựng đề án tinh giản.", "Sở Nội vụ"),
        ("Văn phòng: Theo dõi, đôn đốc các phòng.", "Văn phòng"),
        ("Giám đốc các sở: Giáo dục và Đào tạo, Tài chính phải báo cáo.", "Giám đốc các sở: Giáo dục và Đào tạo, Tài chính"),
        ("Về kinh phí: giao Sở Tài chính tham mưu nguồn chi.", "Sở Tài chính"),
        ("Kinh phí thực hiện: Sở Tài chính bố trí từ nguồn dự phòng.", "Sở Tài chính"),
        ("Địa điểm: giao Văn phòng bố trí hội trường.", "Văn phòng"),
    ],
)  # fmt: skip
def test_who_acts_at_a_colon(clause: str, bearer: str) -> None:
    assert [o.bearers for o in find(f"1. {clause}\n")] == [[bearer]]
    assert find("1. Địa điểm: Hội trường Sở Tài chính.\n") == []


def test_a_plan_s_last_paragraph_orders_by_the_plan() -> None:
    found = find(
        "1. Sở Y tế chủ trì tiêm phòng.\n2. Sở Tài chính bố trí kinh phí.\nCăn cứ nội dung Kế hoạch này, các "
        "xã xây dựng lịch tiêm cụ thể.\n"
    )
    assert [o.bearers for o in found] == [["Sở Y tế"], ["Sở Tài chính"], ["các xã"]]


def test_titles_of_rights_and_of_duties_name_who_has_them() -> None:
    found = find(
        "Điều 4. Quyền của thí sinh\n1. Xem lại bài thi của mình.\n2. Mượn tài liệu.\nĐiều 5. Quyền và nghĩa vụ của chủ "
        "rừng\n1. Nộp phí đúng hạn.\nĐiều 6. Quyền, nghĩa vụ\n1. Quyền:\na) Từ chối việc trái quy chế.\n"
    )
    assert [(o.bearers, o.modality) for o in found] == [
        (["thí sinh"], "permission"),
        (["thí sinh"], "permission"),
        (["chủ rừng"], "obligation"),
        ([], "permission"),
    ]


@pytest.mark.parametrize(
    "lead", ["Ban Thường vụ kết luận:", "Bí thư Tỉnh ủy chỉ đạo:", "Thường trực Tỉnh ủy có ý kiến:"]
)
def test_who_concludes_does_not_act(lead: str) -> None:
    assert [o.bearers for o in find(f"{lead}\n- Khẩn trương rà soát, bổ sung quy hoạch.\n")] == [[]]


def test_repeals_and_contacts_order_nothing() -> None:
    text = (
        "Điều 7. Hiệu lực thi hành\n1. Thông tư này có hiệu lực từ ngày 01/01/2026.\n2. Bãi bỏ Thông tư số "
        "5/2010/TT-BYT.\n3. Đầu mối liên hệ: ông Trần Văn Bính, điện thoại 02193866xxx.\n"
    )
    assert find(text) == []


def test_what_a_builder_is_to_hurry_is_no_part_of_its_name() -> None:
    found = find("1. Yêu cầu nhà thầu đẩy nhanh tiến độ; nếu chậm, chấm dứt hợp đồng.\n")
    assert [(o.bearers, o.text) for o in found] == [
        (["nhà thầu"], "Yêu cầu nhà thầu đẩy nhanh tiến độ"),
        (["nhà thầu"], "nếu chậm, chấm dứt hợp đồng"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Giám đốc Sở yêu cầu các phòng, trung tâm, chi cục:",
        "Giao các phòng, trung tâm, chi cục có trách nhiệm:",
        "Giám đốc Sở yêu cầu các phòng, trung tâm, chi cục thực hiện các nội dung sau:",
        "Đối với các phòng, trung tâm, chi cục:",
    ],
)
def test_a_lead_before_items_in_the_line_only_says_who(lead: str) -> None:
    found = find(f"1. {lead} (1) Lập hồ sơ lưu trữ; (2) Đeo thẻ khi làm việc; (3) Không hút thuốc lá.\n")
    assert [(o.text, o.bearers) for o in found] == [
        ("Lập hồ sơ lưu trữ", ["các phòng, trung tâm, chi cục"]),
        ("Đeo thẻ khi làm việc", ["các phòng, trung tâm, chi cục"]),
        ("Không hút thuốc lá", ["các phòng, trung tâm, chi cục"]),
    ]


@pytest.mark.parametrize(
    ("clause", "bearers"),
    [
        ("Tổ chức, cá nhân hoạt động khai thác cát phải cắm mốc.", ["Tổ chức, cá nhân hoạt động khai thác cát"]),
        ("Sau khi được giao đất đề nghị Công ty Bình Minh sử dụng đất đúng ranh giới.", ["Công ty Bình Minh"]),
        ("Tổ chức Đoàn kiểm tra việc trồng rừng tại các xã.", []),
    ],
)  # fmt: skip
def test_names_with_verbs_and_parties_sent_out(clause: str, bearers: list[str]) -> None:
    assert [o.bearers for o in find(f"1. {clause}\n")] == [bearers]
