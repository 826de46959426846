"""What the words of a sentence say of the act it names: carried out, amended, cited."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Bãi bỏ khoản 5 Mục IV Kế hoạch số 102/KH-UBND ngày 22/9/2023 của UBND xã.", "amends"),
        ("Tại khoản 3 Mục II Kế hoạch số 102/KH-UBND, sửa đổi cụm từ “quý I” thành “quý II”.", "amends"),
        ("Theo Báo cáo số 214-BC/BCSĐ ngày 27/4/2024 của Ban cán sự đảng, toàn tỉnh còn 40 hộ.", "cites"),
        (
            "Hộ không chấp hành tiêm phòng phải xử phạt theo quy định của Nghị định số 90/2017/NĐ-CP.",
            "implements",
        ),
        ("Các xã không thực hiện Kế hoạch số 102/KH-UBND.", "cites"),
        ("Trên tinh thần Nghị quyết số 63/NQ-CP, các xã rà soát quỹ đất.", "implements"),
        ("Thời gian qua, các xã đã nỗ lực triển khai Kế hoạch số 102/KH-UBND.", "cites"),
        (
            "Sửa đổi, bổ sung một số điều của Quy chế văn thư và lưu trữ ban hành kèm theo Quyết định số "
            "21/2013/QĐ-UBND ngày 14/5/2013 của Ủy ban nhân dân tỉnh như sau:",
            "amends",
        ),
        ("Sở Tài chính góp ý dự thảo Nghị định sửa đổi, bổ sung Nghị định số 126/2020/NĐ-CP.", "cites"),
        ("Tập trung thực hiện công văn hướng dẫn số 110-CV/BTGĐU ngày 25/4/2019.", "implements"),
        ("Đại hội tiến hành theo Điều lệ Đảng và tinh thần Chỉ thị số 36-CT/TW.", "implements"),
    ],
)
def test_what_a_sentence_says_of_the_act_it_names(sentence: str, relation: str) -> None:
    found = [
        r for r in read(f"{HEAD}{LEAD}1. {sentence}\n").references if r.number and "15/BNV" not in r.number
    ]
    assert [r.relation for r in found] == [relation]


@pytest.mark.parametrize(
    ("body", "issuers"),
    [
        (
            "Căn cứ Quy chế Cán bộ do Ban Bí thư Trung ương Đảng ban hành theo Quyết định số 41-QĐ/TW ngày 03/6/2015;",
            ["Ban Bí thư Trung ương Đảng"],
        ),
        (
            "Căn cứ Quy chế Cán bộ do hội nghị góp ý, ban hành theo Quyết định số 41-QĐ/TW ngày 03/6/2015;",
            [None],
        ),
    ],
)
def test_who_issued_rules_issued_the_decision_they_come_with(body: str, issuers: list[str | None]) -> None:
    assert [r.issuer for r in read(f"{HEAD}{body}\n").references] == issuers


def test_an_act_that_changed_what_stands_here_is_carried_out() -> None:
    reading = read(
        f"{HEAD}1. Đạt giải cấp xã trở lên (Điều chỉnh theo Thông báo số 63-TB/TWĐTN ngày 10/10/2023).\n"
    )
    assert [r.relation for r in reading.references] == ["implements"]


@pytest.mark.parametrize("ended", ["không còn áp dụng", "không còn được áp dụng", "hết hiệu lực"])
def test_an_act_that_applies_no_more_is_replaced(ended: str) -> None:
    reading = read(f"{HEAD}{LEAD}1. Công văn số 112-CV/HU ngày 02/4/2024 của Huyện ủy {ended}.\n")
    assert reading.references[-1].relation == "replaces"
