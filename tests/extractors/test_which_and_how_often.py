"""Which bodies are meant, who acts behind "thì", what "không" bans; terms behind a case; how often in a season."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        (
            "Trạm gác mới thành lập chưa đủ 03 tháng không chấm điểm.",
            "prohibition",
            ["Trạm gác mới thành lập chưa đủ 03 tháng"],
        ),
        (
            "Người chủ trì cuộc họp không kết luận khi chưa rõ các nội dung được cấp trên gợi ý.",
            "prohibition",
            ["Người chủ trì cuộc họp"],
        ),
        (
            "Hội viên được miễn họp không bắt buộc chấm điểm nhưng có thể gửi bản tự nhận xét.",
            "permission",
            ["Hội viên được miễn họp"],
        ),
        (
            "Các trường chưa có nhà ăn được ký hợp đồng với quán bên ngoài.",
            "permission",
            ["Các trường chưa có nhà ăn"],
        ),
        ("Các trường có nhà ăn mở cửa phục vụ học sinh.", "obligation", ["Các trường có nhà ăn"]),
        ("Xã để tái diễn vi phạm thì Chủ tịch UBND xã phải kiểm điểm.", "obligation", ["Chủ tịch UBND xã"]),
        ("Trạm khi hỏng máy thì phải báo Sở Y tế.", "obligation", ["Trạm"]),
        ("Cấp dưới chấm trước, cấp trên chấm sau.", "obligation", ["Cấp dưới", "cấp trên"]),
    ],
)
def test_who_acts(sentence: str, modality: str, bearers: list[str]) -> None:
    (order,) = find(sentence)
    assert (order.modality, order.bearers) == (modality, bearers)


@pytest.mark.parametrize(
    ("sentence", "phrase", "bound"),
    [
        ("Gửi quà cho thợ lặn chậm nhất trước Tết Nguyên đán 7 ngày.", "chậm nhất trước Tết Nguyên đán 7 ngày", "by"),
        ("Gửi quà cho thợ lặn trước Tết Nguyên đán 7 ngày.", "trước Tết Nguyên đán 7 ngày", "before"),
        ("Báo Sở Y tế trong vòng 6 giờ qua đường dây nóng.", "trong vòng 6 giờ", "by"),
        ("Kiểm tra phao, mỗi trạm ít nhất 02 lần trong mùa mưa.", "ít nhất 02 lần trong mùa mưa", "recurring"),
    ],
)  # fmt: skip
def test_terms_are_whole(sentence: str, phrase: str, bound: str) -> None:
    assert [(d.text, d.bound) for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines] == [(phrase, bound)]


def test_how_often_stands_before_what_is_set_apart() -> None:
    deadlines = read(
        f"{HEAD}{LEAD}1. Các sở báo cáo kết quả về Bộ hằng quý, riêng báo cáo tổng kết gửi chậm nhất là ngày 31/8/2024.\n"
    ).deadlines
    assert [(d.text, d.recurrence) for d in deadlines] == [
        ("hằng quý", "quarterly"),
        ("chậm nhất là ngày 31/8/2024", None),
    ]


def test_a_time_that_is_past_stays_none() -> None:
    assert read(f"{HEAD}{LEAD}1. Đánh giá việc thu phí trong 03 tháng qua.\n").deadlines == []


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        (
            "Các chủ đò đã được hỗ trợ theo Nghị quyết số 07/2019/NQ-HĐND không được hưởng thêm.",
            "prohibition",
            ["Các chủ đò đã được hỗ trợ theo Nghị quyết số 07/2019/NQ-HĐND"],
        ),
        (
            "Chi bộ không thuộc đối tượng giám sát đợt này tự kiểm tra sổ sách.",
            "obligation",
            ["Chi bộ không thuộc đối tượng giám sát đợt này"],
        ),
        ("Đồng ý cho Bến xe Cửa Việt tạm ngừng thu phí.", "permission", ["Bến xe Cửa Việt"]),
        ("Về kinh phí: Sở Tài chính thẩm định dự toán.", "obligation", ["Sở Tài chính"]),
        ("Kinh phí: ngân sách tỉnh cấp 50 triệu đồng.", None, None),
    ],
)
def test_who_is_meant_by_what_they_had(
    sentence: str, modality: str | None, bearers: list[str] | None
) -> None:
    assert [(o.modality, o.bearers) for o in find(sentence)] == ([(modality, bearers)] if modality else [])


def test_the_same_day_is_the_one_named_right_before() -> None:
    ahead = read(f"{HEAD}{LEAD}1. Ngày 05/6/2024, các trạm chốt sổ, gửi Sở Y tế trước 17 giờ cùng ngày.\n")
    assert [(d.text, d.date) for d in ahead.deadlines] == [
        ("Ngày 05/6/2024", "2024-06-05"),
        ("trước 17 giờ cùng ngày", "2024-06-05"),
    ]
    alone = read(f"{HEAD}{LEAD}1. Các trạm chốt sổ, gửi Sở Y tế trước 17 giờ cùng ngày.\n")
    assert [(d.text, d.date) for d in alone.deadlines] == [("trước 17 giờ cùng ngày", None)]


def test_a_day_told_of_at_a_sentences_start_bounds_nothing() -> None:
    assert read(f"{HEAD}{LEAD}1. Ngày 05/4/2024, các trạm chốt sổ.\n").deadlines == []


def test_a_stretch_may_begin_in_the_afternoon() -> None:
    (deadline,) = read(f"{HEAD}{LEAD}1. Các trạm nghỉ từ chiều ngày 27/10/2024.\n").deadlines
    assert (deadline.text, deadline.date, deadline.bound) == (
        "từ chiều ngày 27/10/2024",
        "2024-10-27",
        "after",
    )


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("Trước khi nghỉ hè, các trường họp phụ huynh; bàn giao phao cho Đoàn xã.", ["Trước khi nghỉ hè"]),
        ("Trước khi nghỉ hè, các trường họp phụ huynh; trường hợp vắng phải gửi thư.", []),
        ("Trước khi nghỉ hè, các trường họp phụ huynh; Đoàn xã nhận bàn giao phao.", []),
        ("Trước khi nghỉ hè, các trường họp phụ huynh. Bàn giao phao cho Đoàn xã.", []),
    ],
)
def test_an_event_at_a_sentences_start_binds_its_parts(sentence: str, second: list[str]) -> None:
    first, then = find(sentence)
    assert (first.deadlines, then.deadlines) == (["Trước khi nghỉ hè"], second)
