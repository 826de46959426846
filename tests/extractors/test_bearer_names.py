"""Where the name of the body that must act ends, and who is meant where no sentence has a subject."""

from __future__ import annotations

import pytest

from extractors import deadlines, obligations, structure
from extractors.model import Obligation


def find(text: str) -> list[Obligation]:
    read = structure.parse(text)
    return obligations.find(text, read, deadlines=deadlines.find(text, read))


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Cục Biến đổi khí hậu rà soát số liệu.", "Cục Biến đổi khí hậu"),
        ("Cục Chuyển đổi số quốc gia hướng dẫn các địa phương.", "Cục Chuyển đổi số quốc gia"),
        ("Phòng Thẩm định giá đất lập biên bản.", "Phòng Thẩm định giá đất"),
        ("Cục Kiểm tra sau thông quan thực hiện việc kiểm tra.", "Cục Kiểm tra sau thông quan"),
        ("Thành viên Tổ giúp việc hoạt động theo chế độ kiêm nhiệm.", "Thành viên Tổ giúp việc"),
        ("Bộ phận giúp việc Ban Chỉ đạo lập danh sách.", "Bộ phận giúp việc Ban Chỉ đạo"),
        ("Đơn vị không nộp báo cáo thì không được bình xét.", "Đơn vị không nộp báo cáo"),
        ("Viên chức có thời gian nghỉ trong năm trên 06 tháng thì phải nộp bản giải trình.", "Viên chức có thời gian nghỉ trong năm trên 06 tháng"),
        ("Đơn vị có sai phạm, khi bị phát hiện thì phải bồi thường.", "Đơn vị"),
        ("Sở Tài chính: Căn cứ dự toán được giao, cấp kinh phí.", "Sở Tài chính"),
        ("Cơ quan Thuế: Trong thời hạn 05 ngày kể từ ngày nhận hồ sơ, thông báo số tiền phải nộp.", "Cơ quan Thuế"),
        ("Trường hợp mất điện thì đơn vị hoàn toàn chịu trách nhiệm bồi thường.", "đơn vị"),
        ("Nhà thầu tuyệt đối tuân thủ quy trình.", "Nhà thầu"),
        ("Yêu cầu các đơn vị nêu trên báo cáo trước ngày 3/4/2024.", "các đơn vị nêu trên"),
        ("Giao các sở có tên trên tổng hợp.", "các sở có tên trên"),
        ("Các ông, bà có tên tại Điều 1 thi hành.", "Các ông, bà có tên tại Điều 1"),
        ("Trước khi đóng dấu, kiểm soát viên phải đối chiếu hồ sơ.", "kiểm soát viên"),
        ("Nhiệm vụ cụ thể của từng người do Tổ trưởng phân công.", "Tổ trưởng"),
        ("Kinh phí do Sở Tài chính bố trí trong dự toán năm 2025.", "Sở Tài chính"),
        ("Trên đây là ý kiến thẩm định của Sở Xây dựng đề nghị Sở Tài chính tổng hợp.", "Sở Tài chính"),
        ("Trên đây là góp ý của Chi cục để Quý Công ty nghiên cứu, hoàn thiện.", "Quý Công ty"),
        ("Theo đó, Chỉ thị được ban hành theo Kế hoạch của tỉnh, Huyện ủy yêu cầu các chi bộ học tập.", "các chi bộ"),
    ],
)  # fmt: skip
def test_the_name_ends_where_the_predicate_begins(sentence: str, bearer: str) -> None:
    assert [item.bearers for item in find(f"2. {sentence}\n")] == [[bearer]]


@pytest.mark.parametrize(
    "bearers",
    [
        "Tổng Tham mưu trưởng, Chủ nhiệm Tổng cục Hậu cần, chỉ huy các cơ quan, đơn vị và cá nhân có liên quan",
        "Chánh Văn phòng Bộ, Vụ trưởng Vụ Pháp chế, Cục trưởng Cục Chuyển đổi số, Thủ trưởng các đơn vị thuộc Bộ",
        "Viện trưởng Viện kiểm sát nhân dân tỉnh, Cục trưởng Cục Thi hành án dân sự và các ông, bà có tên tại Điều 1",
        "Tư lệnh Quân khu 2, Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh, thủ trưởng các cơ quan liên quan",
    ],
)  # fmt: skip
def test_a_list_of_offices_is_one_bearer(bearers: str) -> None:
    found = find(f"Điều 3. {bearers} chịu trách nhiệm thi hành Quyết định này.\n")
    assert [item.bearers for item in found] == [[bearers]]


@pytest.mark.parametrize(
    ("lead_in", "bearer"),
    [
        ("1. Các nội dung Sở Y tế cần lưu ý khi triển khai:", "Sở Y tế"),
        ("1. Các nội dung cần lưu ý khi chủ mỏ khai thác:", "chủ mỏ"),
        ("1. Những công việc các xã phải làm ngay:", "các xã"),
        ("1. Một số nhiệm vụ Đoàn kiểm tra cần tập trung:", "Đoàn kiểm tra"),
        ("Tổng cục Hải quan hướng dẫn Cục Hải quan các tỉnh, thành phố một số nội dung như sau:", "Cục Hải quan các tỉnh, thành phố"),
        ("Ban Tổ chức hướng dẫn các chi bộ thêm một số nội dung cụ thể sau:", "các chi bộ"),
    ],
)  # fmt: skip
def test_a_lead_in_names_who_must_act(lead_in: str, bearer: str) -> None:
    mark = "-" if lead_in[0].isdigit() else "1."
    found = find(f"{lead_in}\n{mark} Bảo đảm an toàn lao động cho công nhân.\n")
    assert [(item.text, item.bearers) for item in found] == [
        ("Bảo đảm an toàn lao động cho công nhân", [bearer])
    ]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Đảng viên viết bản tự kiểm điểm, chi bộ tổ chức lấy phiếu.", ["Đảng viên", "chi bộ"]),
        ("Sở Y tế cung cấp số liệu, Sở Tài chính thẩm định kinh phí.", ["Sở Y tế", "Sở Tài chính"]),
        ("Sở Y tế phối hợp với Sở Tài chính, Sở Nội vụ thẩm định hồ sơ.", ["Sở Y tế"]),
        ("Trường học báo cáo Phòng Giáo dục, Ủy ban nhân dân xã xem xét.", ["Trường học"]),
        ("Giám đốc chịu trách nhiệm trước pháp luật, Ủy ban nhân dân tỉnh về việc quản lý.", ["Giám đốc"]),
        ("Sở Y tế tổng hợp đề xuất của các xã, các trường gửi Sở Tài chính.", ["Sở Y tế"]),
    ],
)
def test_a_further_clause_brings_its_own_subject(sentence: str, bearers: list[str]) -> None:
    found = find(f"2. {sentence} Lập danh sách trước ngày 3/4/2024.\n")
    assert [item.bearers for item in found] == [bearers, bearers[:1]]


def test_a_heading_of_duties_names_one_body_verbs_and_all() -> None:
    found = find(
        "Điều 2. Nhiệm vụ của Tổ tiếp công dân, xử lý đơn thư:\n1. Ghi chép ý kiến.\n2. Lập sổ theo dõi đơn.\n"
    )
    assert [item.bearers for item in found] == [["Tổ tiếp công dân, xử lý đơn thư"]] * 2


def test_a_report_is_no_newspaper() -> None:
    found = find("Yêu cầu các sở gửi báo cáo như sau:\n1. Báo cáo tháng: Phản ánh tình hình an ninh.\n")
    assert [item.bearers for item in found] == [["các sở"]]


def test_brackets_say_who_does_what_stands_before_them_and_by_when() -> None:
    text = (
        "Đảng ủy yêu cầu thực hiện các nhiệm vụ sau:\n"
        "1. Giám sát việc thu quỹ của các chi bộ. (Giao Ban Kiểm tra chủ trì trong quý II/2026).\n2. Kiểm tra sổ sách thu chi.\n"
    )
    found = find(text)
    assert [(item.clause, item.bearers, item.deadlines) for item in found] == [
        ("1", ["Ban Kiểm tra"], ["trong quý II/2026"]),
        ("2", [], []),
    ]
    assert found[0].text == text[slice(*found[0].span)]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        (
            "Tổ chức, cá nhân nuôi, vận chuyển thú quý phải lập báo cáo.",
            "Tổ chức, cá nhân nuôi, vận chuyển thú quý",
        ),
        ("Các cơ quan, đơn vị thực hiện nghiêm quy định, phải báo cáo ngay.", "Các cơ quan, đơn vị"),
        ("Các đơn vị căn cứ nhiệm vụ được giao phải báo cáo.", "Các đơn vị"),
    ],
)
def test_a_clause_before_the_modal_verb_says_which_are_meant(sentence: str, bearer: str) -> None:
    [found] = find(f"1. {sentence}\n")
    assert found.bearers == [bearer]
