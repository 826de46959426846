"""Issuers that a citation prints behind the act's title, or before the first number of a list."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD


@pytest.mark.parametrize(
    ("cited", "issuer"),
    [
        (
            "Thông tư số 41/2021/TT-BYT ngày 20/7/2021 quy định về trạm xá của Bộ trưởng Bộ Y tế",
            "Bộ trưởng Bộ Y tế",
        ),
        ("Công văn số 41/BGDĐT-GDTrH ngày 16/10/2023 về việc ôn bài cho học sinh của Bộ GDĐT", "Bộ GDĐT"),
        ("Thông tư số 41/2021/TT-BYT ngày 20/7/2021 quy định về nhiệm vụ của Sở Y tế", None),
        ("Thông tư số 41/2021/TT-BYT ngày 20/7/2021 quy định về trạm xá. Công văn của Bộ Y tế", None),
        (
            "Hướng dẫn số 12-HD/BTCTW ngày 02/4/2024 về sổ sách của Ban Tổ chức Trung ương",
            "Ban Tổ chức Trung ương",
        ),
        ("Kế hoạch số 12/KH-UBND ngày 02/4/2024 về chợ phiên của UBND huyện Cam Lộ", "UBND huyện Cam Lộ"),
        ("Kế hoạch số 12/KH-UBND ngày 02/4/2024 về chợ phiên của Hội Nông dân", None),
    ],
)
def test_the_body_behind_a_title_that_the_number_s_code_names(cited: str, issuer: str | None) -> None:
    found = read(f"{HEAD}Các xã thực hiện {cited}.\n").references
    assert [reference.issuer for reference in found][:1] == [issuer]


def test_a_body_before_the_first_number_has_issued_all_of_the_list() -> None:
    found = read(
        f"{HEAD}Các xã thực hiện các Quyết định của Bộ Y tế số 14/QĐ-BYT ngày 27/10/2008, số 53/QĐ-BYT ngày 20/8/2010 và "
        "số 62/QĐ-BYT ngày 09/11/2011.\n"
    ).references
    assert [(one.number, one.issuer) for one in found] == [
        ("14/QĐ-BYT", "Bộ Y tế"),
        ("53/QĐ-BYT", "Bộ Y tế"),
        ("62/QĐ-BYT", "Bộ Y tế"),
    ]


def test_a_body_named_for_examinations_is_whole() -> None:
    found = read(
        f"{HEAD}Các xã thực hiện Công văn số 53/KTKĐ ngày 12/6/2015 của Cục Khảo thí và Kiểm định chất lượng giáo dục.\n"
    ).references
    assert [one.issuer for one in found] == ["Cục Khảo thí và Kiểm định chất lượng giáo dục"]
