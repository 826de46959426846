"""Who acts where the main clause stands behind something else: another adverbial, a label, "thì", "được"."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


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
        ("Ở cấp xã cần lập sổ theo dõi đò ngang.", "cấp xã"),
        ("Tại các trường phải có tủ thuốc.", "các trường"),
        ("Tại xã Cam Hiếu phải lập chốt kiểm dịch.", "các đơn vị"),  # where, not who
        ("Phòng Kỹ thuật, Phòng Vật tư... bố trí kho chứa.", "Phòng Kỹ thuật, Phòng Vật tư"),
        ("Đội trưởng giao Tổ cơ điện sửa máy bơm.", "Tổ cơ điện"),
    ],
)
def test_who_acts_behind_something_else(sentence: str, bearer: str | None) -> None:
    assert [duty.bearers for duty in find(sentence)] == ([[bearer]] if bearer else [])


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Đồng ý mở thêm bến đò tại thôn An Thái.", "permission"),
        ("Đồng ý với phương án của Phòng Kỹ thuật.", None),
        ("Đồng ý bổ nhiệm ông Lê Văn Mạ làm đội trưởng.", None),  # done by saying so
        ("Đồng ý ban hành quy chế chợ.", None),
    ],
)
def test_what_is_agreed_to_may_be_done(sentence: str, modality: str | None) -> None:
    assert [duty.modality for duty in find(sentence)] == ([modality] if modality else [])


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        ("Sửa các lỗi kỹ thuật phát sinh trước khi mở cửa bến.", ["trước khi mở cửa bến"]),
        ("Giải quyết các đơn thư phát sinh trước khi sáp nhập thôn.", []),  # which letters
    ],
)
def test_faults_are_put_right_before_an_event(sentence: str, deadlines: list[str]) -> None:
    found = read(f"{HEAD}{LEAD}1. {sentence}\n")
    assert [deadline.text for deadline in found.deadlines] == deadlines
    assert [duty.deadlines for duty in found.obligations] == [deadlines]
