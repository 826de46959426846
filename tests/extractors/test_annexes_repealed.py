"""Annexes that a decision takes out of earlier acts: no duties, each act replaced, each place deleted."""

from __future__ import annotations

from extractors.model import Reading
from extractors.reading import read

_HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
Số: 812/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Trị, ngày 02 tháng 5 năm 2024

QUYẾT ĐỊNH
Về việc ban hành danh mục mã số công trình thủy lợi

Điều 1. Ban hành kèm theo Quyết định này các phụ lục.

"""


def _read(articles: str) -> Reading:
    return read(f"{_HEAD}{articles}\n")


def _relations(found: Reading) -> list[tuple[str | None, str]]:
    return [(reference.number, reference.relation) for reference in found.references]


def _changes(found: Reading) -> list[tuple[str | None, str | None, str]]:
    return [(change.target, change.place, change.action) for change in found.amendments]


def test_a_list_of_annexes_that_go() -> None:
    found = _read(
        "Điều 2. Bãi bỏ các danh mục sau đây:\n"
        "1. Phụ lục 03 Danh mục mã trạm bơm, Phụ lục 04 Danh mục mã cống ban hành kèm theo Quyết định số "
        "115/QĐ-UBND ngày 12 tháng 3 năm 2019 của Ủy ban nhân dân tỉnh ban hành bộ mã danh mục.\n"
        "2. Phụ lục 2 Danh mục mã kênh ban hành kèm theo Quyết định số 220/QĐ-UBND ngày 15 tháng 6 năm 2021 "
        "của Ủy ban nhân dân tỉnh.\n"
    )
    assert _relations(found) == [("115/QĐ-UBND", "replaces"), ("220/QĐ-UBND", "replaces")]
    assert [target for target, _, action in _changes(found) if action == "delete"] == [
        "115/QĐ-UBND",
        "220/QĐ-UBND",
    ]
    assert found.obligations == []


def test_annexes_of_two_acts_in_one_sentence() -> None:
    found = _read(
        "Điều 2. Bãi bỏ Phụ lục 5 Danh mục mã đê ban hành kèm theo Quyết định số 115/QĐ-UBND ngày 12/3/2019 của "
        "Ủy ban nhân dân tỉnh và Phụ lục 2 ban hành kèm theo Quyết định số 220/QĐ-UBND ngày 15/6/2021 của Ủy "
        "ban nhân dân tỉnh.\n"
    )
    assert _relations(found) == [("115/QĐ-UBND", "replaces"), ("220/QĐ-UBND", "replaces")]


def test_what_earlier_decisions_made_public_is_replaced() -> None:
    found = _read(
        "Điều 2. Quyết định này thi hành từ ngày ký và thay thế Danh mục trạm bơm mà Giám đốc Sở Thủy lợi đã "
        "công bố tại các Quyết định: Số 310/QĐ-UBND ngày 05/8/2020, số 311/QĐ-UBND ngày 06/8/2020.\n"
    )
    assert _relations(found) == [("310/QĐ-UBND", "replaces"), ("311/QĐ-UBND", "replaces")]


def test_a_clause_that_goes_amends_its_act() -> None:
    found = _read("Điều 2. Bãi bỏ khoản 2 Điều 4 Quyết định số 17/QĐ-UBND ngày 05/01/2022.\n")
    assert _relations(found) == [("17/QĐ-UBND", "amends")]
    assert _changes(found) == [("17/QĐ-UBND", "Điều 4, khoản 2", "delete")]


def test_an_annex_that_is_only_spoken_of_replaces_nothing() -> None:
    found = _read("Điều 2. Danh mục ban hành kèm theo Quyết định số 12/QĐ-UBND gồm 3 mục.\n")
    assert _relations(found) == [("12/QĐ-UBND", "cites")]
