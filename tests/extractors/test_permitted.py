"""What may be done with things and for people, who acts when something is done, who is in no list."""

from __future__ import annotations

import pytest

from extractors.model import Obligation
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def first(sentence: str) -> Obligation:
    """The duty of the first clause of two."""
    duties = read(f"{HEAD}{LEAD}1. {sentence}\n2. Các trạm lau sạch máy bơm.\n").obligations
    return next(duty for duty in duties if duty.clause == "1")


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Sổ kho đã khóa có thể được mở lại để ghi thêm sau khi Phó Giám đốc duyệt phiếu.", ["các đơn vị"]),
        ("Chỉ sau khi bên nhận ký đủ các trang thì mới được khóa sổ kho.", ["các đơn vị"]),
        (
            "Hội viên bị ốm nặng, có giấy của bệnh viện, có thể được xét tặng kỷ niệm chương sớm hơn một năm.",
            ["Hội viên"],
        ),
        ("Mức hỗ trợ có thể được điều chỉnh theo giá thị trường.", ["các đơn vị"]),
    ],
)
def test_what_may_be_done_is_permitted(sentence: str, bearers: list[str]) -> None:
    duty = first(sentence)
    assert (duty.modality, duty.bearers) == ("permission", bearers)


def test_a_permission_that_a_duty_limits_is_a_duty() -> None:
    assert first("Cuộc họp có thể được tổ chức trực tuyến và phải ghi biên bản.").modality == "obligation"


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Kiểm đếm xong, Đoàn lập báo cáo gửi Sở Tài chính.", ["Đoàn"]),
        ("Thanh tra tỉnh xác minh đơn thư, có kết luận thì chuyển hồ sơ cho Sở Nội vụ.", ["Thanh tra tỉnh"]),
        (
            "Chủ tịch UBND các huyện: Gio Linh, Vĩnh Linh, Cam Lộ lập danh sách hộ nuôi tôm.",
            ["Chủ tịch UBND các huyện: Gio Linh, Vĩnh Linh, Cam Lộ"],
        ),
        (
            "Các phòng không nằm trong danh sách kiểm tra chủ động tự kiểm tra, báo cáo Sở.",
            ["Các phòng không nằm trong danh sách kiểm tra"],
        ),
        ("Các đoàn thể cùng cấp từ nhiệm kỳ 2015 - 2020 lập hồ sơ tài liệu.", ["Các đoàn thể cùng cấp"]),
        ("Phòng Kế hoạch tổng hợp số liệu gửi Sở.", ["Phòng Kế hoạch"]),
        ("Có điều gì chưa rõ, phản ánh về Sở Tài chính để giải quyết.", ["các đơn vị"]),
        ("Khó khăn, vướng mắc phản ánh về Phòng Tin học để được hỗ trợ.", ["các đơn vị"]),
    ],
)
def test_who_acts(sentence: str, bearers: list[str]) -> None:
    duty = first(sentence)
    assert (duty.modality, duty.bearers) == ("obligation", bearers)


def test_an_office_named_for_planning_and_summing_up_takes_in_nothing() -> None:
    duty = first("Phòng Kế hoạch tổng hợp không nhận hồ sơ giấy.")
    assert (duty.modality, duty.bearers) == ("prohibition", ["Phòng Kế hoạch tổng hợp"])


def test_those_whom_a_measure_is_of_do_not_take_it() -> None:
    duty = first("Đơn vị vi phạm, có kết luận thì chuyển hồ sơ cho Thanh tra tỉnh.")
    assert duty.bearers == ["các đơn vị"]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        (
            "Phân công nhiệm vụ rõ ràng cho các phòng, cơ quan, bảo đảm kho hoạt động thông suốt.",
            ["các đơn vị"],
        ),
        (
            "Thực hiện khen thưởng với các tổ chức, cá nhân có thành tích, tổ chức trao thưởng cuối năm.",
            ["các đơn vị"],
        ),
        ("Sau khi thông báo cho các trạm, Sở Tài chính lập bảng kê kinh phí.", ["Sở Tài chính"]),
    ],
)
def test_those_who_get_something_do_not_act_for_it(sentence: str, bearers: list[str]) -> None:
    assert first(sentence).bearers == bearers
