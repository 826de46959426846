"""Several changes of other acts in one clause, and what an act is that loses words."""

from __future__ import annotations

import pytest

from extractors.model import Amendment
from extractors.reading import read

HEAD = (
    "BỘ THƯƠNG NGHIỆP\nSố: 31/QĐ-BTN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Hà Nội, ngày 8 tháng 5 năm 2023\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế lưu trữ\nBỘ TRƯỞNG BỘ THƯƠNG NGHIỆP\n"
    "Theo đề nghị của Chánh Văn phòng.\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế lưu trữ.\nĐiều 2. "
)
FOOT = "\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\nBỘ TRƯỞNG\nLê Hữu Khang\n"


def changes(text: str) -> list[Amendment]:
    whole = HEAD + text + FOOT
    found = read(whole).amendments
    for item in found:
        assert whole[slice(*item.span)] in text
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định này có hiệu lực từ ngày ký và thay thế Quyết định số 6/QĐ-BTN; bãi bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN.",
        "Quyết định này thay thế Quyết định số 6/QĐ-BTN và bãi bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN.",
        "Quyết định này có hiệu lực từ ngày 01/6/2023. Bãi bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN.",
        "Quyết định này thay thế Quyết định số 6/QĐ-BTN, đồng thời hủy bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN.",
    ],
)  # fmt: skip
def test_a_part_is_repealed_beside_an_act_that_is_replaced_whole(text: str) -> None:
    assert [(a.target, a.place, a.action) for a in changes(text)] == [
        ("9/QĐ-BTN", "Điều 8, khoản 2", "delete")
    ]


def test_places_of_several_acts_under_one_verb() -> None:
    found = changes(
        "Bãi bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN và Điều 4 Quyết định số 12/QĐ-BTN; điểm b khoản 1 Điều 3 "
        "Quyết định số 15/QĐ-BTN."
    )
    assert [(a.target, a.place, a.action) for a in found] == [
        ("9/QĐ-BTN", "Điều 8, khoản 2", "delete"),
        ("12/QĐ-BTN", "Điều 4", "delete"),
        ("15/QĐ-BTN", "Điều 3, khoản 1, điểm b", "delete"),
    ]


def test_each_change_keeps_its_own_words() -> None:
    found = changes(
        "Quyết định này thay thế Quyết định số 6/QĐ-BTN; sửa đổi khoản 3 Điều 2 Quyết định số 9/QĐ-BTN như sau: “3. Kho "
        "mở hằng ngày; trả hồ sơ.”; bỏ từ “tạm” tại Điều 5 Quyết định số 9/QĐ-BTN; bãi bỏ Điều 7 Quyết định số "
        "12/QĐ-BTN."
    )
    assert [(a.target, a.place, a.action, a.old, a.new) for a in found] == [
        ("9/QĐ-BTN", "Điều 2, khoản 3", "replace", None, "3. Kho mở hằng ngày; trả hồ sơ."),
        ("9/QĐ-BTN", "Điều 5", "delete", "tạm", None),
        ("12/QĐ-BTN", "Điều 7", "delete", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Sửa đổi, bãi bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN.",
            [("9/QĐ-BTN", "Điều 8, khoản 2", "delete", None)],
        ),
        (
            "Vụ Pháp chế rà soát, trình Bộ trưởng sửa đổi Quy chế; bãi bỏ khoản 2 Điều 8 Quyết định số 9/QĐ-BTN.",
            [],
        ),
        (
            "Thay cụm từ “kho; bãi bỏ khoản 2” bằng cụm từ “bãi” tại Điều 6 Quyết định số 9/QĐ-BTN.",
            [("9/QĐ-BTN", "Điều 6", "replace", "kho; bãi bỏ khoản 2")],
        ),
    ],
)  # fmt: skip
def test_what_is_one_change_or_only_proposed_is_not_cut(
    text: str, found: list[tuple[str, str, str, str | None]]
) -> None:
    assert [(a.target, a.place, a.action, a.old) for a in changes(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Thay cụm từ “Phòng Máy tính” bằng cụm từ “Phòng Số hóa” tại khoản 1 Điều 6 Quyết định số 9/QĐ-BTN.",
        'Thay từ "kho" bằng từ "phòng lưu trữ" tại Điều 6 Quyết định số 9/QĐ-BTN.',
        "Bỏ cụm từ “và người được ủy quyền theo từng lần bằng giấy của đơn vị quản lý hồ sơ gốc đã nộp vào kho lưu trữ "
        "của cơ quan trong năm trước liền kề” tại Điều 6 Quyết định số 9/QĐ-BTN.",
        "Thêm từ “riêng” vào khoản 1 Điều 6 của Quyết định số 9/QĐ-BTN.",
    ],
)  # fmt: skip
def test_an_act_whose_words_are_changed_is_amended(text: str) -> None:
    (reference,) = [r for r in read(HEAD + text + FOOT).references if r.number == "9/QĐ-BTN"]
    assert reference.relation == "amends"


def test_an_act_that_tells_where_words_stand_is_not_amended() -> None:
    text = "Văn phòng sửa từ “kho” trong mẫu phiếu cho đúng, thực hiện theo Quyết định số 9/QĐ-BTN."
    (reference,) = [r for r in read(HEAD + text + FOOT).references if r.number == "9/QĐ-BTN"]
    assert reference.relation == "implements"


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ("các điểm a, b khoản 3 Điều 7 và Điều 8", "Điều 7, khoản 3, điểm a, điểm b; Điều 8"),
        ("khoản 2 Điều 3, điểm a khoản 1 Điều 4", "Điều 3, khoản 2; Điều 4, khoản 1, điểm a"),
        ("điểm a khoản 1 và khoản 2 Điều 5", "Điều 5, khoản 1, điểm a; Điều 5, khoản 2"),
        ("Điều 3, Điều 5 và khoản 2 Điều 7", "Điều 3, Điều 5; Điều 7, khoản 2"),
        ("khoản 2, khoản 3 Điều 4", "Điều 4, khoản 2, khoản 3"),
        ("khoản 1, 2 và 3 Điều 6", "Điều 6, khoản 1, khoản 2, khoản 3"),
        ("khoản 5 Mục II", "Mục II, khoản 5"),
        ("khoản 4, điểm a, b khoản 5 Điều 7", "Điều 7, khoản 4; Điều 7, khoản 5, điểm a, điểm b"),
        ("Mục IV, khoản 2, điểm a; khoản 3, điểm b", "Mục IV, khoản 2, điểm a; Mục IV, khoản 3, điểm b"),
    ],
)
def test_each_place_has_its_own_parts(named: str, place: str) -> None:
    (change,) = changes(f"Bãi bỏ {named} Quyết định số 9/QĐ-BTN.")
    assert (change.target, change.place, change.action) == ("9/QĐ-BTN", place, "delete")


@pytest.mark.parametrize(
    "text",
    [
        "Bãi bỏ khoản 3 Điều 7 Quyết định số 9/QĐ-BTN đã được sửa đổi tại khoản 1 Điều 1 Quyết định số 12/QĐ-BTN.",
        "Bãi bỏ khoản 3 Điều 7 Quyết định số 9/QĐ-BTN (được sửa đổi, bổ sung bởi Quyết định số 12/QĐ-BTN).",
    ],
)
def test_an_act_that_had_changed_the_place_is_not_changed(text: str) -> None:
    (change,) = changes(text)
    assert (change.target, change.place) == ("9/QĐ-BTN", "Điều 7, khoản 3")
    relations = {act.number: act.relation for act in read(HEAD + text + FOOT).references}
    assert (relations["9/QĐ-BTN"], relations["12/QĐ-BTN"]) == ("amends", "cites")
