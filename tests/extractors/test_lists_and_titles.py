"""Lists of things under an order, titles with a time, who asks on, organisations, kinds of act without a head."""

from __future__ import annotations

import pytest

from extractors.model import Obligation
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def _find(body: str) -> list[Obligation]:
    return read(f"{HEAD}{LEAD}{body}\n").obligations


def _bearers(body: str) -> list[list[str]]:
    return [obligation.bearers for obligation in _find(body)]


def test_things_that_a_lead_in_governs_are_one_with_its_order() -> None:
    body = (
        "1. Đoàn kiểm tra làm việc thông qua:\n- Việc dự các cuộc họp của tổ dân phố.\n"
        "- Việc đối chiếu sổ sách với hàng trong kho.\n2. Các xã cử người dẫn đường."
    )
    first, second = _find(body)
    assert first.text.startswith("Đoàn kiểm tra làm việc thông qua:")
    assert first.text.endswith("hàng trong kho.") or first.text.endswith("hàng trong kho")
    assert second.bearers == ["Các xã"]


def test_criteria_below_an_order_are_no_orders() -> None:
    body = (
        "1. Hội đồng chấm chọn các bài dự thi căn cứ vào các tiêu chí:\n- Tiêu chuẩn của thể loại.\n"
        "- Kết quả chấm vòng một.\n- Hồ sơ, biên bản của các trường gửi đến."
    )
    (order,) = _find(body)
    assert order.text == "Hội đồng chấm chọn các bài dự thi căn cứ vào các tiêu chí"


def test_jobs_under_a_lead_in_to_tasks_stay_orders() -> None:
    body = (
        "1. Các sở thực hiện các nhiệm vụ sau:\n- Công tác tuyên truyền: Đẩy mạnh tuyên truyền về phòng cháy.\n"
        "- Công tác kiểm tra: Kiểm tra các chợ."
    )
    assert _bearers(body) == [["Các sở"], ["Các sở"]]


def test_a_phase_has_the_time_that_the_line_below_it_ends_with() -> None:
    body = (
        "BƯỚC MỘT\nTổ chức hội nghị lần đầu (thực hiện từ ngày 01/6/2024 đến ngày 10/6/2024)\n"
        "1. Mặt trận huyện triệu tập hội nghị.\nBƯỚC HAI\nTổ chức hội nghị lần hai\n1. Các xã lập danh sách."
    )
    due = {obligation.text: obligation.deadlines for obligation in _find(body)}
    assert due["Mặt trận huyện triệu tập hội nghị"] == ["từ ngày 01/6/2024 đến ngày 10/6/2024"]
    assert due["Các xã lập danh sách"] == []


@pytest.mark.parametrize(
    ("body", "bearers"),
    [
        # who is named before a colon
        ("1. Đồng chí Trưởng phòng Nội vụ - Tổ trưởng: Phụ trách chung, chịu trách nhiệm trước huyện.", "Đồng chí "
         "Trưởng phòng Nội vụ - Tổ trưởng"),
        # organisations, and bodies without a capital behind a time
        ("1. Căn cứ quy định hiện hành, tổ chức công đoàn lập dự toán trình cấp trên.", "tổ chức công đoàn"),
        ("1. Đối với sổ điện tử, tổ chức cung ứng dịch vụ phải kiểm tra số liệu.", "tổ chức cung ứng dịch vụ"),
        ("1. Tổ chức được cấp phép vận chuyển phải định kỳ báo cáo.", "Tổ chức được cấp phép vận chuyển"),
        ("1. Trong thời hạn 05 ngày kể từ ngày họp, hợp tác xã nộp biên bản về huyện.", "hợp tác xã"),
        ("1. Trong thời gian 15 ngày kể từ ngày kết thúc chuyến đi, doanh nghiệp gửi báo cáo.", "doanh nghiệp"),
        ("1. Chế độ chi do Liên đoàn hướng dẫn.", "Liên đoàn"),
        ("1. Hội đồng xét chọn cấp trường gửi kết quả về tỉnh.", "Hội đồng xét chọn cấp trường"),
        # a title of two works; asking on
        ("1. Các cơ sở đào tạo, bồi dưỡng giáo viên\n- Tổ chức nghiên cứu chuyên đề.", "Các cơ sở đào tạo, bồi "
         "dưỡng giáo viên"),
        ("1. Các sở Nông nghiệp\n- Yêu cầu các trạm báo cáo hằng tuần.", "Các sở Nông nghiệp"),
        ("1. Yêu cầu người nộp thuế cung cấp sổ sách.", "các đơn vị"),
        ("1. Yêu cầu các xã báo cáo.", "các xã"),
    ],
)  # fmt: skip
def test_who_acts(body: str, bearers: str) -> None:
    assert _bearers(body) == [[bearers]]


@pytest.mark.parametrize(
    "sentence", ["Tổ chức cung ứng vật tư cho các hộ.", "Tổ chức kiểm tra các cơ sở phải đăng ký."]
)
def test_to_organise_is_no_body(sentence: str) -> None:
    assert _bearers(f"1. {sentence}") == [["các đơn vị"]]


_PLAN = """Ban Thường trực Mặt trận phường giao các tổ dân phố thực hiện các việc sau:
1. Các tổ dân phố lập danh sách cử tri trước ngày 12/02/2026.
2. Ban công tác Mặt trận niêm yết danh sách.
Trên đây là Kế hoạch giám sát bầu cử, đề nghị các tổ dân phố thực hiện theo Kế hoạch này.
TM. BAN THƯỜNG TRỰC
CHỦ TỊCH
Lê Thị Hạnh
"""


def test_a_text_without_a_head_is_of_the_kind_that_it_calls_itself() -> None:
    found = read(_PLAN)
    assert found.type is not None
    assert found.type.code == "KH"
    assert found.issuer is not None
    assert found.issuer.name == "Ban Thường trực Mặt trận phường"


def test_an_act_cited_in_articles_without_a_head_is_not_what_they_report() -> None:
    found = read(
        "CHƯƠNG I\nQUY ĐỊNH CHUNG\nĐiều 1. Đối tượng\n1. Các liên đội xét chọn theo Hướng dẫn số 87/2006/HD-ĐTN của "
        "Ban Thường vụ Thành đoàn ngày 24/11/2006 về rèn luyện.\nĐiều 2. Thực hiện\n1. Các liên đội gửi hồ sơ trước "
        "ngày 30/5/2024.\n"
    )
    assert found.number is None
    assert found.kind == "directive"


def test_standards_of_a_title_are_no_duties_and_its_rights_are_permissions() -> None:
    body = (
        "Điều 3. Tiêu chuẩn danh hiệu\n1. Xếp loại học lực đạt loại Tốt.\n2. Không vi phạm nội quy của nhà trường.\n"
        "3. Được khen về hoạt động tình nguyện.\n4. Liên đội gửi hồ sơ trước ngày 20/5/2024.\n"
        "Điều 4. Quyền lợi của học sinh được nhận danh hiệu\n1. Được nhận giấy khen của Thành đoàn."
    )
    first, second = read(f"{HEAD}{body}\n").obligations
    assert first.text == "Liên đội gửi hồ sơ trước ngày 20/5/2024"
    assert (second.modality, second.bearers) == ("permission", ["học sinh được nhận danh hiệu"])


def test_who_calls_a_meeting_under_the_title_of_who_takes_part() -> None:
    body = "I. THÀNH PHẦN HỘI NGHỊ\nBan Thường trực Mặt trận xã triệu tập và chủ trì hội nghị.\nGồm các thành viên."
    (order,) = _find(body)
    assert order.bearers == ["Ban Thường trực Mặt trận xã"]


def test_articles_whose_head_is_lost_are_read() -> None:
    found = read(
        "Chương II\nTỔ CHỨC THỰC HIỆN\nĐiều 5. Liên đội\n1. Liên đội gửi hồ sơ trước ngày 20/5/2024.\nĐiều 6. Thành đoàn\n"
        "1. Thành đoàn tổng hợp danh sách.\nĐiều 7. Kinh phí\n1. Kinh phí được chi theo quy định hiện hành của Nhà nước.\n"
    )
    assert [o.bearers for o in found.obligations][:2] == [["Liên đội"], ["Thành đoàn"]]
    assert "head-missing" in [warning.code for warning in found.warnings]
