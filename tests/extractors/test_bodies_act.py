"""Every body that the tables know can act: its name ends where its predicate begins."""

from __future__ import annotations

import pytest

from extractors import obligations, structure, tables

_NAMES = [
    *(body.name for body in tables.bodies().values() if len(body.name.split()) > 1),
    "Sở Giáo dục và Đào tạo",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Thông tin và Truyền thông",
    "Ban Quản lý dự án đầu tư xây dựng tỉnh",
    "Ban An toàn giao thông tỉnh",
    "Tổ giúp việc Ban Chỉ đạo",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Giáo dục thường xuyên",
    "Hội đồng Bầu cử quốc gia",
    "Công ty Điện lực Lâm Đồng",
    "Sở Y tế Khánh Hòa",
    "Chi cục Thuế khu vực",
    "Tòa án nhân dân hai cấp",
    "Các đơn vị sự nghiệp công lập",
    "Các nhà thầu thi công",
    "Các cơ quan báo chí",
    "Thủ trưởng các cơ quan, đơn vị",
    "Phó Trưởng phòng được phân công phụ trách khoáng sản và Chuyên viên được giao nhiệm vụ",
]
_NOT_ACTING = ("Hội nghị", "Đại hội", "Đảng Cộng sản")


@pytest.mark.parametrize("name", [name for name in _NAMES if not name.startswith(_NOT_ACTING)])
def test_a_body_acts(name: str) -> None:
    text = (
        f"1. {name} báo cáo kết quả trước ngày 20/3/2024.\n"
        f"2. {name} chủ trì, phối hợp với Sở Y tế rà soát.\n"
        f"3. {name} đề nghị các đơn vị báo cáo.\n"
        f"4. Giao {name} thẩm định hồ sơ.\n"
        f"5. {name} có trách nhiệm tổng hợp.\n"
    )
    found = obligations.find(text, structure.parse(text))
    assert [item.bearers for item in found] == [[name], [name], ["các đơn vị"], [name], [name]]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Các sở trong phạm vi chức năng của mình có trách nhiệm phối hợp.", ["Các sở"]),
        ("Bộ Y tế đồng ý với đề nghị của Sở Y tế được lùi thời hạn kiểm kê.", ["Sở Y tế"]),
        ("Các đảng viên dự bị viết bản kiểm điểm.", ["Các đảng viên dự bị"]),
    ],
)
def test_where_a_name_ends(sentence: str, bearers: list[str]) -> None:
    text = f"1. {sentence}\n"
    assert [item.bearers for item in obligations.find(text, structure.parse(text))] == [bearers]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 28/9/2009, Bộ Y tế có công văn số 3456/BYT-KCB đồng ý để các bệnh viện dùng mẫu cũ.",
        "Khoản 2 Điều 21 Nghị định quy định các trường hợp miễn giấy phép nhập thuốc.",
        "Các nội dung khác không sửa đổi tại Quyết định này giữ nguyên như Quyết định cũ.",
        "Công chức dự bị là công dân Việt Nam, được tuyển dụng để bổ sung cho đội ngũ.",
    ],
)
def test_what_is_told_or_defined_binds_nobody(sentence: str) -> None:
    text = f"1. {sentence}\n"
    assert obligations.find(text, structure.parse(text)) == []


def test_a_topic_is_no_bearer_under_a_heading_that_names_one() -> None:
    text = (
        "1. Công an tỉnh, các sở và Ủy ban nhân dân các xã\n"
        "Đối với các cơ sở thuộc phạm vi quản lý, hướng dẫn chủ cơ sở lập phương án chữa cháy.\n"
    )
    found = obligations.find(text, structure.parse(text))
    assert [item.bearers for item in found] == [["Công an tỉnh, các sở và Ủy ban nhân dân các xã"]]


def test_a_list_of_bodies_after_a_colon_holds_no_duties() -> None:
    text = (
        "I. QUY ĐỊNH CHUNG\n"
        "2. Chế độ này được thực hiện trong các cơ quan sau:\n"
        "2.1. Các tổ chức thuộc Văn phòng Quốc hội thực hiện nhiệm vụ giúp việc Quốc hội;\n"
        "2.2. Các tổ chức thuộc Văn phòng Chủ tịch nước.\n"
    )
    assert obligations.find(text, structure.parse(text)) == []


def test_who_answers_for_a_task_acts() -> None:
    text = "1. Sở Y tế chịu trách nhiệm chính trong việc giám sát dịch; không để dịch lan rộng.\n"
    found = obligations.find(text, structure.parse(text))
    assert [(item.bearers, item.modality) for item in found] == [
        (["Sở Y tế"], "obligation"),
        (["Sở Y tế"], "prohibition"),
    ]
