"""Who acts where the main clause stands behind something else: another adverbial, a label, "thì", "được"."""

from __future__ import annotations

import pytest

from tests.extractors.build import find


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Hằng năm, cùng với việc kiểm kê kho, tổ quản lý chợ thay biển báo.", "tổ quản lý chợ"),
        ("Hằng quý, ngoài việc thu phí, tổ dân phố kiểm tra bến bãi.", "tổ dân phố"),
        ("Trong 03 ngày làm việc các xã phải lập biên bản.", "các xã"),
        ("Đơn vị nào để thất lạc sổ sách phải lập biên bản.", "Đơn vị nào để thất lạc sổ sách"),
        ("Xã nào để chậm giao mặt bằng thì không được xét thưởng.", "Xã nào để chậm giao mặt bằng"),
        ("Về trách nhiệm của người trực: phải có mặt tại kho.", "người trực"),
        ("Về trách nhiệm của người trực theo quy chế.", None),
        ("Bản vẽ được Phòng Kỹ thuật thẩm định trước khi in.", "Phòng Kỹ thuật"),
        ("Lịch trực được Giám đốc Bến xe phê duyệt trước ngày 20/6/2024.", "Giám đốc Bến xe"),
        ("Lịch trực được Giám đốc Bến xe phê duyệt là căn cứ chấm công.", None),
        ("Hằng tuần, căn cứ lịch trực, đội trưởng phân công đội viên.", "đội trưởng"),
        ("Đội trưởng phân công đội viên trực đêm.", "Đội trưởng"),
        ("Đội trưởng giao Tổ cơ điện sửa máy bơm.", "Tổ cơ điện"),
    ],
)
def test_who_acts_behind_something_else(sentence: str, bearer: str | None) -> None:
    assert [duty.bearers for duty in find(sentence)] == ([[bearer]] if bearer else [])
