"""Charters tell what a body is, who sits on it and where; what it must do binds it."""

from __future__ import annotations

import pytest

from tests.extractors.build import find


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội đồng tư vấn có trụ sở đặt tại phường Đông Hà.",
        "Các Phó Trưởng ban gồm: một Phó Trưởng ban chuyên trách và hai Phó Trưởng ban kiêm nhiệm.",
        "Hội đồng có các tổ chuyên môn để thực hiện nhiệm vụ của Hội đồng.",
        "Các tổ chuyên môn của Hội đồng bao gồm: Tổ Xây dựng quy chế; Tổ Thẩm định; Tổ Pháp chế.",
        "Văn phòng Ban có một Chánh Văn phòng cùng hai Phó Chánh Văn phòng.",
        "Ban Chỉ đạo gồm Trưởng ban, 02 Phó Trưởng ban và các ủy viên.",
        "Quỹ có tư cách pháp nhân, con dấu riêng.",
    ],
)
def test_what_a_body_is_made_of_orders_nothing(sentence: str) -> None:
    assert find(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Hội đồng có trách nhiệm họp mỗi quý một lần.", ["Hội đồng"]),
        ("Các phòng có báo cáo gửi Sở Nội vụ trước ngày 05/6/2024.", ["Các phòng"]),
        ("Tổ kiểm tra có ít nhất 03 thành viên, trong đó có 01 kế toán.", ["Tổ kiểm tra"]),
        (
            "Sở Nội vụ là cơ quan thường trực, tham mưu và tổng hợp báo cáo UBND tỉnh.",
            ["Sở Nội vụ"],
        ),
        ("Tổ thư ký gồm 5 người, phải có 01 người của Sở Tư pháp.", ["Tổ thư ký"]),
    ],
)
def test_what_a_body_must_do_or_have_binds_it(sentence: str, bearers: list[str]) -> None:
    assert [item.bearers for item in find(sentence)] == [bearers]


def test_who_is_meant_by_what_they_have_acts() -> None:
    (duty,) = find("Các đơn vị có cán bộ đi học báo cáo Sở Nội vụ kết quả học tập.")
    assert duty.text == "Các đơn vị có cán bộ đi học báo cáo Sở Nội vụ kết quả học tập"
