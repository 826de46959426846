"""Articles that tell what an act grants, quote its words, or leave the province to the title."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import find

GRANTS = (
    "Hỗ trợ bữa trưa cho học sinh đảo\n\n"
    "HĐND tỉnh Cà Mau vừa thông qua Nghị quyết số 41/2025/NQ-HĐND quy định mức hỗ trợ bữa trưa cho học sinh đảo.\n\n"
    "Theo nghị quyết, học sinh tiểu học trên đảo được hỗ trợ 25.000 đồng/ngày.\n\n"
    '"Hiệu trưởng phải công khai thực đơn", nghị quyết nêu rõ.\n'
)


def test_what_an_act_grants_and_its_words_in_marks_are_read() -> None:
    told = [(o.text, o.modality, o.bearers) for o in read(GRANTS).obligations]
    assert told == [
        (
            "Theo nghị quyết, học sinh tiểu học trên đảo được hỗ trợ 25.000 đồng/ngày",
            "permission",
            ["học sinh tiểu học trên đảo"],
        ),
        ("Hiệu trưởng phải công khai thực đơn", "obligation", ["Hiệu trưởng"]),
    ]


def test_somebody_s_own_words_keep_their_marks() -> None:
    reading = read(GRANTS.replace("nghị quyết nêu rõ", "bà Lê Thị Hạnh nói"))
    assert not any(o.text == "Hiệu trưởng phải công khai thực đơn" for o in reading.obligations)


@pytest.mark.parametrize(
    "opening",
    [
        "Cà Mau phê duyệt đề án nuôi tôm\n\nChủ tịch UBND tỉnh",
        "Cà Mau: Phê duyệt đề án nuôi tôm\n\nChủ tịch UBND tỉnh",
        "Phê duyệt đề án nuôi tôm\n\n(Báo Cà Mau) - Chủ tịch UBND tỉnh",
    ],
)
def test_the_title_or_the_paper_names_the_province(opening: str) -> None:
    reading = read(
        f"{opening} vừa ký Quyết định số 77/QĐ-UBND phê duyệt đề án nuôi tôm.\n\nSở Tài chính bố trí vốn.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Cà Mau"


def test_a_place_that_no_title_opens_with_is_none_of_the_issuer_s() -> None:
    reading = read(
        "Phê duyệt đề án nuôi tôm như Cà Mau\n\nChủ tịch UBND tỉnh vừa ký Quyết định số 77/QĐ-UBND phê duyệt đề án nuôi tôm.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    ("who", "what"),
    [
        ("Người dân tham gia dự án", "được vay vốn ưu đãi"),
        ("Hộ có người cao tuổi", "được ưu tiên sửa nhà"),
        ("Doanh nghiệp đầu tư vào cảng", "được miễn tiền thuê đất"),
    ],
)
def test_what_people_do_or_have_says_which_are_meant(who: str, what: str) -> None:
    (grant,) = find(f"{who} {what}.")
    assert (grant.bearers, grant.modality) == ([who], "permission")


def test_what_people_list_is_no_grant() -> None:
    (order,) = find("Người dân kê khai các khoản được hỗ trợ trong năm.")
    assert (order.bearers, order.modality) == (["Người dân"], "obligation")
