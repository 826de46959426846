"""Times that a plan prints beside or below what is to be done; phases over vague terms; what tells no time."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


def due(body: str) -> list[list[str]]:
    return [o.deadlines for o in read(HEAD + LEAD + body).obligations]


def test_a_plan_s_time_is_that_of_its_content() -> None:
    found = due(
        "1. Thời gian: Ngày 26/5/2024 (Chủ nhật)\n\n2. Địa điểm: Bãi tắm Cửa Việt.\n\n3. Nội dung:\n\n- Tổ chức dọn rác.\n\n"
        "- Sơn lại hàng rào trước ngày 20/5/2024.\n\n4. Các xã báo cáo kết quả về Sở.\n"
    )
    assert found == [["Ngày 26/5/2024"], ["trước ngày 20/5/2024"], []]


def test_when_something_else_takes_place_is_no_plan_s_time() -> None:
    found = due(
        "1. Thời gian: Hội nghị tổ chức vào ngày 26/5/2024.\n\n2. Nội dung:\n\n- Các xã phải lập danh sách.\n"
    )
    assert found[-1] == []


@pytest.mark.parametrize(
    "time", ["Thời gian thực hiện từ ngày 01/6/2024.", "Thời gian: từ ngày 01/6/2024 đến ngày 10/6/2024."]
)
def test_a_paragraph_s_time_stands_below_it(time: str) -> None:
    reading = read(
        HEAD
        + "Ban Thường vụ đề nghị:\n\n– Đoàn viên đi học đóng phí 2.000 đồng.\n\n– Đoàn viên đi làm đóng phí 5.000 đồng.\n\n"
        + time
        + "\n"
    )
    assert [len(o.deadlines) for o in reading.obligations] == [1, 1]


def test_a_phase_bounds_what_is_due_on_time() -> None:
    found = due(
        "1. Đợt 1: Từ ngày 05/12/2024 đến ngày 20/12/2024:\n\n- Kiểm tra việc nộp hồ sơ đúng thời hạn.\n\n"
        "- Giám sát hội nghị (từ 08/12/2024 đến 10/12/2024).\n"
    )
    assert found == [
        ["Từ ngày 05/12/2024 đến ngày 20/12/2024", "đúng thời hạn"],
        ["từ 08/12/2024 đến 10/12/2024"],
    ]


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        (
            "Quét sân trường vào lúc 16h00 ngày thứ Sáu 24/5/2024.",
            ["vào lúc 16h00 ngày thứ Sáu 24/5/2024"],
        ),
        ("Thực hiện các nhiệm vụ khác khi được Trưởng ban phân công.", []),
        ("Các xã cử dân quân khi được huy động.", ["khi được huy động"]),
    ],
)
def test_when_it_is_due_and_what_is_whose(sentence: str, deadlines: list[str]) -> None:
    assert [o.deadlines for o in find(sentence)] == [deadlines]


def test_a_list_of_rights_under_an_article_allows() -> None:
    reading = read(
        "QUY CHẾ\nGiải thưởng Bông Sen\n(Ban hành kèm theo Quyết định số 31/QĐ-UBND ngày 09/11/2023 của Ủy ban nhân dân tỉnh Cà Mau)\n\n"
        "Điều 1. Quyền lợi của học sinh được nhận giải\n\n- Được nhận học bổng.\n\n- Được giới thiệu dự trại hè.\n"
    )
    assert [o.modality for o in reading.obligations] == ["permission", "permission"]


def test_where_to_send_what_and_by_when_orders_over_a_list() -> None:
    reading = read(
        HEAD
        + "UBND tỉnh đề nghị các xã báo cáo số trường lớp.\n\nBáo cáo gửi về Sở Nội vụ trước ngày 28/8/2024:\n\n- Bằng thư điện tử.\n\n"
        "- Bằng đường công văn.\n"
    )
    assert ["trước ngày 28/8/2024"] in [o.deadlines for o in reading.obligations]
