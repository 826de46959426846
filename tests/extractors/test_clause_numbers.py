"""A duty's clause is numbered as the page prints it; its place says in which part too."""

from __future__ import annotations

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def numbers(body: str) -> list[tuple[str | None, str | None]]:
    """(clause, place) of each duty of a letter with this body."""
    return [(duty.clause, duty.place) for duty in read(f"{HEAD}{LEAD}{body}").obligations]


def test_clauses_of_parts_have_the_number_beside_them() -> None:
    body = (
        "I. THỦY LỢI\n1. Các trạm kiểm tra máy bơm.\n2. Các trạm nạo vét kênh chính.\n"
        "II. ĐÊ ĐIỀU\n1. Mặt đê:\n1.1. Các hạt lập danh sách điểm xung yếu.\n1.2. Các hạt đo cao trình mặt đê.\n"
    )
    assert numbers(body) == [("1", "I.1"), ("2", "I.2"), ("1.1", "II.1.1"), ("1.2", "II.1.2")]


def test_items_below_a_number_are_joined_to_it() -> None:
    body = (
        "3. Công tác trực ban:\na) Các trạm phân công người trực đêm.\nb) Các trạm ghi sổ trực ban.\n"
        "3.1. Vật tư:\n(1) Các trạm kiểm kê bao tải.\n(2) Các trạm kiểm kê rọ thép.\n"
    )
    assert [clause for clause, _ in numbers(body)] == ["3(a)", "3(b)", "3.1(1)", "3.1(2)"]


def test_items_right_below_a_part_keep_their_own_mark() -> None:
    body = "I. THỦY LỢI\na) Các trạm kiểm tra máy bơm.\nb) Các trạm nạo vét kênh chính.\n"
    assert [clause for clause, _ in numbers(body)] == ["a", "b"]


def test_a_clause_that_only_a_part_numbers_has_the_part_s() -> None:
    body = "I. THỦY LỢI\n- Các trạm kiểm tra máy bơm.\nII. ĐÊ ĐIỀU\n- Các hạt đo cao trình mặt đê.\n"
    assert numbers(body) == [("I", "I"), ("II", "II")]


def test_ordinals_and_steps_are_numbers() -> None:
    body = "Thứ nhất, các trạm kiểm tra máy bơm.\nThứ hai, các trạm nạo vét kênh chính.\n"
    assert [clause for clause, _ in numbers(body)] == ["Thứ nhất", "Thứ hai"]


def test_a_rule_has_its_clause_and_its_place() -> None:
    body = (
        "I. XẾP LOẠI\n1. Số đảng viên xếp loại xuất sắc không quá 18% số đảng viên hoàn thành tốt nhiệm vụ.\n"
    )
    (rule,) = read(f"{HEAD}{LEAD}{body}").rules
    assert (rule.clause, rule.place) == ("1", "I.1")
