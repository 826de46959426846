"""Within what a quota is counted, and whom too small a unit spares what."""

from __future__ import annotations

import pytest

from extractors import rules, structure
from extractors.model import Rule


def find(text: str) -> list[Rule]:
    return rules.find(text, structure.parse(text))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mỗi chi bộ chọn không quá 15% số hội viên tốt trở lên để xếp loại xuất sắc.", "chi bộ"),
        ("Trong từng phòng, ban, số công chức xếp loại HTXSNV không quá 20% số công chức HTTNV.", "phòng, ban"),
        ("Các công đoàn cơ sở lựa chọn tối đa 10% số người loại tốt để xếp loại xuất sắc.", "công đoàn cơ sở"),
        ("Số đảng viên xếp loại HTXSNV của một đảng bộ cơ sở không quá 20% số HTTNV của đảng bộ đó.", "đảng bộ cơ sở"),
        ("Tỷ lệ công chức HTXSNV không quá 20% số công chức HTTNV trở lên của cùng cơ quan.", "cơ quan"),
        ("Không quá 20% số tổ loại tốt trong mỗi trường được xếp loại xuất sắc.", "trường"),
        ("Tỷ lệ cán bộ HTXSNV không quá 20% số cán bộ thuộc diện Quận ủy quản lý HTTNV.", "diện Quận ủy quản lý"),
        ("Số tập thể HTXSNV tối đa 20% số tập thể HTTNV theo từng nhóm có việc tương đồng.", "từng nhóm có việc tương đồng"),
        ("Số chi bộ HTXSNV không quá 25% số chi bộ HTTNV của đảng bộ cấp trên trực tiếp.", "đảng bộ cấp trên trực tiếp"),
    ],
)  # fmt: skip
def test_within_what_a_quota_is_counted(text: str, unit: str) -> None:
    assert [rule.unit for rule in find(f"1. {text}\n")] == [unit]


@pytest.mark.parametrize(
    "text",
    [
        "Số đảng viên xếp loại HTXSNV không quá 20% số đảng viên xếp loại HTTNV trở lên.",
        "Riêng viên chức các trường, tỷ lệ HTXSNV tối đa 25% số viên chức được xếp loại từ HTTNV trở lên.",
        "Mỗi chi bộ họp một lần; số đảng viên xếp loại HTXSNV không quá 20% số đảng viên HTTNV.",
        "Theo hướng dẫn của cơ quan cấp trên, số người HTXSNV không quá 20% số người HTTNV.",
    ],
)
def test_who_is_counted_is_not_within_what(text: str) -> None:
    assert [rule.unit for rule in find(f"1. {text}\n")] == [None]


@pytest.mark.parametrize(
    ("text", "count", "effect"),
    [
        ("Chi đoàn có dưới 06 đoàn viên thì không xét, xếp loại.", 6, "not ranked"),
        ("Tập thể có dưới 04 người không thuộc diện đánh giá, xếp loại.", 4, "not ranked"),
        ("Tập thể có dưới bốn người được miễn kiểm điểm.", 4, "not reviewed"),
        ("Không tiến hành xếp loại chi bộ có ít hơn 07 đảng viên.", 7, "not ranked"),
        ("Phòng có từ 02 công chức trở xuống thì không xếp loại.", 3, "not ranked"),
        (
            "Không xét xếp loại hoàn thành xuất sắc nhiệm vụ đối với chi bộ có dưới 07 đảng viên.",
            7,
            "not ranked hoàn thành xuất sắc nhiệm vụ or above",
        ),
    ],
)
def test_what_too_small_a_unit_is_spared(text: str, count: int, effect: str) -> None:
    found = [(rule.kind, rule.count, rule.effect) for rule in find(f"1. {text}\n")]
    assert found == [("minimum_members", count, effect)]


def test_of_what_a_small_unit_is_not_considered_may_be_left_unsaid() -> None:
    quota, least = find(
        "3. Từng chi bộ chọn không quá 10% số đảng viên HTTNV để đề nghị xếp loại HTXSNV; chi bộ có dưới 06 "
        "đảng viên thì không xét.\n"
    )
    assert (quota.kind, quota.unit) == ("quota", "chi bộ")
    assert (least.kind, least.count, least.subject, least.effect) == ("minimum_members", 6, "chi bộ", None)
    (below,) = find("2. Xếp loại chi bộ:\na) Chi bộ có dưới 06 đảng viên thì không xét.\n")[-1:]
    assert (below.kind, below.count) == ("minimum_members", 6)


def test_what_is_not_considered_outside_a_review_is_no_rule() -> None:
    assert find("1. Câu lạc bộ có dưới 15 người thì không xét hỗ trợ kinh phí.\n") == []
    assert find("1. Câu lạc bộ có dưới 15 người thì không xét.\n") == []
