"""Sentences that look like those a rule was written for, and must be read otherwise."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def _borne(body: str) -> list[tuple[str, list[str]]]:
    return [(o.modality, o.bearers) for o in read(f"{HEAD}{LEAD}{body}\n").obligations]


ASKED = ["các đơn vị"]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Các nội dung khác đề nghị các sở giữ nguyên hiện trạng.", "obligation", ASKED),
        ("Bản vẽ được chủ thầu xác nhận phải nộp về phòng lưu trữ.", "obligation", ASKED),
        (
            "Số liệu mưa được trạm thủy văn tổng hợp, Đài Khí tượng phát bản tin hằng ngày.",
            "obligation",
            ["Đài Khí tượng"],
        ),
        ("Kết quả đo nước được cán bộ thủy nông đối chiếu.", "obligation", ["cán bộ thủy nông"]),
        ("Rất mong các hội quan tâm, gửi ý kiến trước ngày 12/8/2026.", "obligation", ["các hội"]),
        ("Các khoản thu, nhà trường niêm yết tại bảng tin.", "obligation", ["nhà trường"]),
        ("Các mức thu như học phí, trường học phải công khai.", "obligation", ASKED),
        ("Đối với hộ gia đình có người già yếu, thôn cử người giúp đỡ.", "obligation", ["thôn"]),
        ("Đối với các sở, ban ngành có xe cũ, các sở tự thanh lý.", "obligation", ["các sở"]),
        (
            "Nghiêm cấm người say rượu điều khiển phương tiện, nếu có thì lập biên bản.",
            "prohibition",
            ["người say rượu"],
        ),
        ("Cấm các hộ chăn thả trâu bò, chủ rừng lập biên bản.", "prohibition", ["các hộ"]),
        ("Cả hệ thống chính trị phải vào cuộc.", "obligation", ["Cả hệ thống chính trị"]),
    ],
)
def test_who_bears(sentence: str, modality: str, bearers: list[str]) -> None:
    assert _borne(f"1. {sentence}") == [(modality, bearers)]


@pytest.mark.parametrize("sentence", ["Các điều khoản khác giữ nguyên.", "Rất mong các hội quan tâm."])
def test_nobody_is_to_act(sentence: str) -> None:
    assert _borne(f"1. {sentence}") == []


def test_who_draws_up_a_plan_acts_where_no_clause_names_another() -> None:
    plan = "Ủy ban nhân dân xã xây dựng Kế hoạch dạy đan lưới như sau:\n1. Mở ba lớp đan lưới.\n"
    assert _borne(plan) == [("obligation", ["Ủy ban nhân dân xã"])]
    assert _borne(plan + "2. Hội Nông dân vận động hội viên học.\n") == [
        ("obligation", []),
        ("obligation", ["Hội Nông dân"]),
    ]


def test_a_title_of_findings_and_remedies_has_orders_below_it() -> None:
    body = "II. Hạn chế và giải pháp\n1. Các thôn dọn kênh trước ngày 5/5/2026.\n"
    assert _borne(body) == [("obligation", ["Các thôn"])]


def test_those_who_take_part_are_told_what_to_do() -> None:
    assert _borne("2. Đối tượng tham gia\nCác hộ có ao nuôi đăng ký tại thôn.\n") == [
        ("obligation", ["Các hộ có ao nuôi"])
    ]


def test_a_line_that_passes_on_before_others_is_a_duty() -> None:
    last = "Văn phòng Sở thông báo để các xã biết, thực hiện.\n"
    assert _borne(f"1. Các xã đắp bờ bao.\n{last}") == [("obligation", ["Các xã"])]
    assert len(_borne(f"{last}1. Các xã đắp bờ bao.\n2. Các thôn vớt bèo.\n")) == 3


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sở Y tế hoàn thành trước lúc giao ban.", ["trước lúc giao ban"]),
        ("Người trực đứng trước lúc trời sáng.", []),
        ("Gửi báo cáo trước kỳ họp thứ 7/2026 của Hội đồng.", ["trước kỳ họp thứ 7/2026 của Hội đồng"]),
    ],
)
def test_a_limit_needs_what_it_ends(sentence: str, found: list[str]) -> None:
    assert [d.text for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines] == found


def test_two_words_below_an_office_are_no_name_beside_one() -> None:
    text = HEAD + LEAD + "1. Các xã đắp bờ bao.\n\nTRƯỞNG PHÒNG\n{}\n"
    for closing, name in (("Tràm Chim\n\nNguyễn Văn Bốn", "Nguyễn Văn Bốn"), ("Tràm Chim", "Tràm Chim")):
        assert [s.name for s in read(text.format(closing)).signatories] == [name]
