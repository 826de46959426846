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
