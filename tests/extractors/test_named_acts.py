"""Acts that are named and not numbered: congresses of the Party's branches, laws in capitals or in a title."""

from __future__ import annotations

import pytest

from extractors import amendments, named_acts, structure, view
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Nghị quyết Đại hội Đảng bộ tỉnh Yên Bái nhiệm kỳ 2025-2030", ["Nghị quyết Đại hội Đảng bộ tỉnh Yên Bái"]),
        ("Nghị quyết Đại hội đại biểu Đảng bộ thành phố Cần Thơ.", ["Nghị quyết Đại hội đại biểu Đảng bộ thành phố Cần Thơ"]),
        ("Nghị quyết Đại hội Đảng bộ Công an Trung ương lần thứ VIII", ["Nghị quyết Đại hội Đảng bộ Công an Trung ương lần thứ VIII"]),
        ("nghị quyết đại hội đảng bộ cấp mình và Nghị quyết Đại hội Đảng bộ các cấp", []),
        ("Theo Bộ luật tố tụng hình sự và bộ luật Hình sự năm 2015", ["Bộ luật tố tụng hình sự", "bộ luật Hình sự năm 2015"]),
        (
            "Căn cứ Quy chế làm việc của Ban Chấp hành, Ban Thường vụ và Thường trực Tỉnh ủy khóa XVII, giao Sở Nội vụ",
            ["Quy chế làm việc của Ban Chấp hành, Ban Thường vụ và Thường trực Tỉnh ủy khóa XVII"],
        ),
        ("Căn cứ Quy chế chi tiêu nội bộ ban hành kèm theo Quyết định số 12/QĐ-SYT", ["Quy chế chi tiêu nội bộ"]),
        ("Sửa đổi Điều 5 Quy chế chi tiêu nội bộ ban hành kèm theo Quyết định số 12/QĐ-SYT", []),
        ("Thực hiện Đề án 06 và Đề án số 12-ĐA/TU, Đề án 2025", ["Đề án 06"]),
        ("KẾ HOẠCH SOẠN LUẬT, PHÁP LỆNH NĂM 2019", []),
        ("theo luật định, luật sư và pháp luật Đất đai", []),
    ],
)  # fmt: skip
def test_named_acts(text: str, quotes: list[str]) -> None:
    found = named_acts.find(view.plain(text), view.folded(text))
    assert [text[slice(*act.span)] for act in found] == quotes


def test_the_assembly_adopted_a_law_on_its_day() -> None:
    text = (
        f"{HEAD}{LEAD}1. Thực hiện Luật Đê điều được Quốc hội khóa XI, kỳ họp thứ 10 thông qua ngày "
        "29/11/2006, các xã rà soát bờ bao.\n2. Các trạm lau máy.\n"
    )
    found = [r for r in read(text).references if r.text.startswith("Luật")]
    assert [(r.text.split(" được")[0], r.date, r.issuer) for r in found] == [
        ("Luật Đê điều", "2006-11-29", "Quốc hội khóa XI")
    ]


def test_the_session_may_stand_before_the_day() -> None:
    text = (
        f"{HEAD}{LEAD}1. Thực hiện Luật Đê điều được Quốc hội khóa XI thông qua tại kỳ họp thứ 10 ngày "
        "29/11/2006, các xã rà soát bờ bao.\n2. Các trạm lau máy.\n"
    )
    found = [r for r in read(text).references if r.text.startswith("Luật")]
    assert [(r.date, r.issuer) for r in found] == [("2006-11-29", "Quốc hội khóa XI")]


def test_a_law_in_a_title_in_capitals_is_cited() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\n--------\nSố: 12/KH-UBND\nHà Nam, ngày 05 tháng 3 năm 2020\n\n"
        "KẾ HOẠCH\nTRIỂN KHAI THI HÀNH LUẬT THƯ VIỆN\n\nThực hiện Luật Thư viện, Ủy ban nhân dân tỉnh ban hành "
        "Kế hoạch như sau:\n1. Sở Văn hóa rà soát văn bản.\n"
    )
    assert [reference.text for reference in read(text).references] == ["LUẬT THƯ VIỆN", "Luật Thư viện"]


@pytest.mark.parametrize(
    ("clause", "place", "action", "new"),
    [
        (
            "Thay thế Mục I Phụ lục II ban hành kèm theo Quyết định số 10/2020/QĐ-UBND bằng Phụ lục I kèm theo "
            "Quyết định này.",
            "Mục I, phụ lục II",
            "replace",
            "Phụ lục I kèm theo Quyết định này",
        ),
        ("Thay thế Mẫu số 02 bằng Mẫu số 05 kèm theo Thông tư này.", "mẫu số 02", "replace", "Mẫu số 05 kèm theo Thông tư này"),
        ("Bổ sung Mục V Phụ lục I như Phụ lục kèm theo.", "Mục V, phụ lục I", "insert", "Phụ lục kèm theo"),
    ],
)  # fmt: skip
def test_new_text_may_stand_in_an_annex(clause: str, place: str, action: str, new: str) -> None:
    text = f"Điều 1. {clause}\n"
    found = amendments.find(text, structure.parse(text))
    assert [(a.place, a.action, a.old, a.new) for a in found] == [(place, action, None, new)]


def test_a_whole_act_replaced_is_no_amendment() -> None:
    text = "Điều 2. Quyết định này thay thế Quyết định số 5/2010/QĐ-UBND theo Phụ lục kèm theo.\n"
    assert amendments.find(text, structure.parse(text)) == []


def test_an_ordinance_whose_title_is_in_small_letters() -> None:
    text = "Căn cứ Pháp lệnh ưu đãi người có công với cách mạng; Pháp lệnh Thú y ngày 29/4/2004;"
    found = [
        (act.kind, text[slice(*act.span)]) for act in named_acts.find(view.plain(text), view.folded(text))
    ]
    assert found == [
        ("PL", "Pháp lệnh ưu đãi người có công với cách mạng"),
        ("PL", "Pháp lệnh Thú y ngày 29/4/2004"),
    ]


@pytest.mark.parametrize(
    ("sentence", "quote", "issuer", "relation"),
    [
        (
            "Thực hiện Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025, các thôn làm đường.",
            "Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020 - 2025",
            "Đại hội Đảng bộ xã",
            "implements",
        ),
        (
            "Thực hiện Chương trình giám sát năm 2024 của Hội đồng nhân dân xã, các thôn gửi sổ thu.",
            "Chương trình giám sát năm 2024 của Hội đồng nhân dân xã",
            "Hội đồng nhân dân xã",
            "implements",
        ),
        (
            "Các thôn góp ý dự thảo Nghị định quy định chi tiết, hướng dẫn thi hành một số điều của Luật Thư viện.",
            "Luật Thư viện",
            None,
            "cites",
        ),
        (
            "Các thôn tìm hiểu Thỏa thuận Paris về tín chỉ các-bon.",
            "Thỏa thuận Paris",
            None,
            "cites",
        ),
        (
            "Các thôn tìm hiểu Công ước khung của Liên hợp quốc về biến đổi khí hậu.",
            "Công ước khung của Liên hợp quốc về biến đổi khí hậu",
            "Liên hợp quốc",
            "cites",
        ),
    ],
)
def test_acts_of_terms_years_drafts_and_treaties(
    sentence: str, quote: str, issuer: str | None, relation: str
) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nXÃ HÒA PHONG\nSố: 12/UBND\nHòa Phong, ngày 03 tháng 4 năm 2024\n\n1. {sentence}\n"
    )
    (found,) = read(text).references
    assert (found.text, found.issuer, found.relation) == (quote, issuer, relation)


@pytest.mark.parametrize(
    "sentence",
    [
        "Các thôn xây dựng Kế hoạch kiểm tra năm 2024 của Ủy ban nhân dân xã.",
        "Theo Kế hoạch công tác năm 2024 của Sở.",
    ],
)
def test_programmes_to_be_made_or_of_nobody_named_are_no_acts(sentence: str) -> None:
    assert list(named_acts.find(sentence, view.folded(sentence))) == []


def test_the_partys_election_rules_are_an_act_by_name() -> None:
    reading = read(f"{HEAD}{LEAD}1. Việc bầu cử thực hiện theo Quy chế bầu cử trong Đảng.\n")
    assert [r.text for r in reading.references][1:] == ["Quy chế bầu cử trong Đảng"]
    reading = read(f"{HEAD}{LEAD}1. Các chi bộ lập quy chế bầu cử trong tổ.\n")
    assert len(reading.references) == 1  # the lead-in's
