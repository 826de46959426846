"""Acts without a number: congresses of any organisation, acts told by their body and day; names with "các"."""

from __future__ import annotations

import pytest

from extractors.model import Reference
from extractors.reading import read

_HEAD = (
    "UBND TỈNH CÀ MAU\n---------\nSố: 500/UBND-NC\nCà Mau, ngày 10 tháng 8 năm 2023\nKính gửi: Các sở.\n\n"
)


def references(body: str) -> list[Reference]:
    return read(_HEAD + body + "\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nHuỳnh Quốc Việt\n").references


@pytest.mark.parametrize(
    ("act", "issuer"),
    [
        ("Nghị quyết Đại hội X của Đảng", "Đại hội X của Đảng"),
        ("Nghị quyết Đại hội lần thứ XIII của Đảng", "Đại hội lần thứ XIII của Đảng"),
        ("nghị quyết Đại hội XI của Đảng", "Đại hội XI của Đảng"),
        ("nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX", "Đại hội Đảng bộ tỉnh lần thứ XX"),
        ("Nghị quyết Đại hội Đoàn toàn quốc lần thứ XII", "Đại hội Đoàn toàn quốc lần thứ XII"),
        ("Nghị quyết Đại hội XII Công đoàn Việt Nam", "Đại hội XII Công đoàn Việt Nam"),
        ("Nghị quyết Đại hội Đảng bộ trường Cao đẳng Nghề lần thứ V", "Đại hội Đảng bộ trường Cao đẳng Nghề lần thứ V"),
    ],
)  # fmt: skip
def test_a_congress_issues_its_resolution(act: str, issuer: str) -> None:
    found = references(f"Thực hiện {act}, các sở nộp báo cáo.")
    assert [(r.text, r.type, r.issuer) for r in found] == [(act, "NQ", issuer)]


@pytest.mark.parametrize(
    ("act", "kind", "date", "issuer"),
    [
        ("nghị quyết của Ban Thường vụ Đảng ủy ngày 15/8/2021", "NQ", "2021-08-15", "Ban Thường vụ Đảng ủy"),
        ("nghị quyết Ban Chấp hành Đảng bộ xã tháng 9/2021", "NQ", "2021-09", "Ban Chấp hành Đảng bộ xã"),
        ("Nghị quyết Đảng ủy tháng 8 năm 2021", "NQ", "2021-08", "Đảng ủy"),
        ("Thông báo ngày 20/8/2021 của Văn phòng Tỉnh ủy", "TB", "2021-08-20", "Văn phòng Tỉnh ủy"),
        ("Công văn của Bộ Nội vụ ngày 03 tháng 4 năm 2021", "CV", "2021-04-03", "Bộ Nội vụ"),
    ],
)
def test_an_act_is_told_by_its_body_and_day(act: str, kind: str, date: str, issuer: str) -> None:
    found = references(f"Theo {act}, các sở nộp báo cáo.")
    assert [(r.text, r.number, r.type, r.date, r.issuer) for r in found] == [(act, None, kind, date, issuer)]


@pytest.mark.parametrize(
    "body",
    [
        "Ban Thường vụ quyết định ngày 15/8/2021 tổ chức hội nghị.",
        "Các sở thực hiện kế hoạch của Tỉnh ủy và thông báo của Sở Nội vụ.",
        "Sở Nội vụ thông báo ngày 15/8/2021 để các sở biết.",
        "Theo nghị quyết của Ban Thường vụ Đảng ủy. Ngày 15/8/2021 các xã họp.",
    ],
)
def test_what_only_sounds_like_one(body: str) -> None:
    assert references(body) == []


@pytest.mark.parametrize(
    "issuer",
    [
        "Đảng ủy Khối các trường Đại học, Cao đẳng Hà Nội",
        "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh",
        "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Nam Định",
    ],
)
def test_names_go_on_behind_the_plural(issuer: str) -> None:
    found = references(f"Thực hiện Công văn số 45/CV ngày 02/9/2021 của {issuer} về báo cáo năm.")
    assert [r.issuer for r in found] == [issuer]


def test_no_name_ends_with_the_plural() -> None:
    found = references("Theo Công văn số 16/BCĐ ngày 3/9/2021 của Ban Chỉ đạo các đơn vị nộp báo cáo.")
    assert [r.issuer for r in found] == ["Ban Chỉ đạo"]


@pytest.mark.parametrize(
    ("quote", "number", "date", "issuer"),
    [
        (
            "Hướng dẫn của Ban Tổ chức Trung ương số 25-HD/BTCTW ngày 5/8/2022",
            "25-HD/BTCTW", "2022-08-05", "Ban Tổ chức Trung ương",
        ),
        (
            "Công điện số 03/CĐ-UBND hồi 14 giờ 30 phút, ngày 5/9/2022 của Chủ tịch UBND tỉnh",
            "03/CĐ-UBND", "2022-09-05", "Chủ tịch UBND tỉnh",
        ),
    ],
)  # fmt: skip
def test_the_body_before_the_number_the_hour_before_the_day(
    quote: str, number: str, date: str, issuer: str
) -> None:
    (found,) = references(f"Thực hiện {quote}, các sở báo cáo.")
    assert (found.text, found.number, found.date, found.issuer) == (quote, number, date, issuer)


def test_the_central_bodies_of_the_party_have_one_code() -> None:
    found = references(
        "Thực hiện Chỉ thị số 33-CT/TW ngày 3/1/2014; Quy định số 37-QĐ/TW ngày 25/10/2021 của Ban Chấp hành Trung ương."
    )
    assert [r.issuer for r in found] == [None, "Ban Chấp hành Trung ương"]


@pytest.mark.parametrize(
    "before",
    [
        "Các sở thực hiện tốt các nhiệm vụ, quyền hạn được giao tại",
        "Sở Y tế cụ thể hóa các mục tiêu, nhiệm vụ, giải pháp của",
        "Các sở rà soát, sửa đổi Luật Giáo dục theo yêu cầu của Bộ Nội vụ tại",
        "Các sở nghiên cứu Luật Giáo dục và tổ chức thực hiện các chỉ tiêu, giải pháp đề ra tại",
    ],
)
def test_duties_that_an_act_lays_down_are_carried_out(before: str) -> None:
    found = references(f"{before} Quyết định số 77/QĐ-UBND ngày 1/9/2021.")
    assert found[-1].number == "77/QĐ-UBND"
    assert found[-1].relation == "implements"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Theo Công ước khung của Liên hợp quốc về biến đổi khí hậu và Nghị định thư Kyoto, các sở báo cáo.",
            [
                ("Công ước khung của Liên hợp quốc về biến đổi khí hậu", "Liên hợp quốc"),
                ("Nghị định thư Kyoto", None),
            ],
        ),
        ("Các sở nghiên cứu Hiệp định Thương mại tự do.", []),
        (
            "Thực hiện nhiệm vụ Thủ tướng Chính phủ giao cho Sở Y tế tại Chỉ thị số 13/CT-TTg, các trạm báo cáo.",
            [("Chỉ thị số 13/CT-TTg", None)],
        ),
        (
            "Thực hiện chỉ thị 16/CT-Tg của Thủ tướng Chính phủ, các trạm báo cáo.",
            [("chỉ thị 16/CT-Tg của Thủ tướng Chính phủ", "Thủ tướng Chính phủ")],
        ),
        (
            "Thực hiện chủ trương chung, ngày 05 tháng 3 năm 2024 Sở Y tế đã ban hành Kế hoạch số 12/KH-SYT.",
            [("Kế hoạch số 12/KH-SYT", "Sở Y tế")],
        ),
    ],
)
def test_treaties_and_bodies_that_an_act_charges(sentence: str, found: list[tuple[str, str | None]]) -> None:
    text = (
        "SỞ Y TẾ\nSố: 7/SYT-VP\nHà Nam, ngày 01 tháng 4 năm 2024\n\nKính gửi: Các trạm y tế\n\n"
        + sentence
        + "\n"
    )
    reading = read(text)
    assert [(r.text, r.issuer) for r in reading.references] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Xét ý kiến của các Bộ: Y tế (Công văn số 34/BYT-KH ngày 17/9/2022), Tài chính (Công văn số 13/BTC-NS).",
            [("34/BYT-KH", "Bộ Y tế", "cites"), ("13/BTC-NS", "Bộ Tài chính", "cites")],
        ),
        (
            "Ngày 09/3/2015, Ủy ban Thường vụ Quốc hội khóa XIII ban hành Pháp lệnh số 17/2015/UBTVQH13.",
            [("17/2015/UBTVQH13", "Ủy ban Thường vụ Quốc hội", "implements")],
        ),
        (
            "Các sở thực hiện tốt các quy định của pháp luật, trọng tâm là: Luật Thú y năm 2015; Nghị định số "
            "26/2020/NĐ-CP ngày 28/02/2020 của Chính phủ.",
            [(None, None, "implements"), ("26/2020/NĐ-CP", "Chính phủ", "implements")],
        ),
    ],
)
def test_ministries_in_a_row_and_lists_of_rules(
    sentence: str, found: list[tuple[str | None, str | None, str]]
) -> None:
    assert [(r.number, r.issuer, r.relation) for r in references(sentence)] == found


def test_an_ordinance_keeps_its_name() -> None:
    [found] = references("Căn cứ Pháp lệnh số 17/2015/UBTVQH13 ngày 09/3/2015, các sở báo cáo.")
    assert found.text == "Pháp lệnh số 17/2015/UBTVQH13 ngày 09/3/2015"


def test_a_short_name_is_the_act_wherever_it_is_used() -> None:
    found = references(
        "Ngày 05/6/2018, Thủ tướng Chính phủ đã ban hành Quyết định số 61/2018/QĐ-TTg về thư viện xã (sau đây gọi tắt là "
        "QĐ61).\n\n1. Các sở thực hiện QĐ61; QĐ611 không áp dụng."
    )
    assert [(r.text, r.number, r.relation) for r in found] == [
        ("Quyết định số 61/2018/QĐ-TTg", "61/2018/QĐ-TTg", "implements"),
        ("QĐ61", "61/2018/QĐ-TTg", "implements"),
        ("QĐ61", "61/2018/QĐ-TTg", "implements"),
    ]


def test_what_replaces_and_what_had_lapsed_are_only_cited() -> None:
    found = references(
        "a) Nghị định số 32/2015/NĐ-CP đã hết hiệu lực; đề nghị thay thế bằng Nghị định số 10/2021/NĐ-CP."
    )
    assert [r.relation for r in found] == ["cites", "cites"]
    assert [r.relation for r in references("Quyết định này thay thế Quyết định số 05/2016/QĐ-UBND.")] == [
        "replaces"
    ]


@pytest.mark.parametrize(
    "issuer", ["Bộ Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "Ủy ban bầu cử xã Tân Hội"]
)
def test_a_body_s_name_may_hold_a_kind_of_act(issuer: str) -> None:
    found = references(f"Xét đề nghị của {issuer} tại Tờ trình số 18/TTr-KH ngày 22/02/2023, các sở báo cáo.")
    assert [r.issuer for r in found] == [issuer]


def test_the_next_act_is_no_part_of_a_name() -> None:
    found = references("Theo Thông tư số 8/2022/TT-BTC của Bộ Tài chính Kế hoạch số 5/KH-BTC được sửa.")
    assert found[0].issuer == "Bộ Tài chính"


def test_the_directive_s_own_name_goes_on_as_its_head_says() -> None:
    found = read(
        "HỌC VIỆN KỸ THUẬT MẬT MÃ\nSố: 40/KH-HVM\nHà Nội, ngày 05 tháng 11 năm 2024\n\nKẾ HOẠCH\nLàm đồ án\n\n"
        "Căn cứ Thông báo số 11/TB-HVM ngày 24/01/2024 của Giám đốc Học viện Kỹ thuật mật mã ban hành quy định; Kế "
        "hoạch số 39/KH-HVM của Học viện Kỹ thuật\nmật mã.\n\n1. Các khoa phải nộp danh sách.\n"
    ).references
    assert [r.issuer for r in found] == ["Giám đốc Học viện Kỹ thuật mật mã", "Học viện Kỹ thuật mật mã"]
    assert found[1].text.endswith("mật mã")


def test_a_law_on_laws_is_quoted_whole() -> None:
    found = references("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15, các sở rà soát.")
    assert [(r.text, r.type) for r in found] == [
        ("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "L")
    ]


def test_acts_of_the_same_day_in_short_and_with_a_day_they_bear() -> None:
    found = references(
        "Tiếp theo Công văn số 31/SYT-VP ngày 03/8/2023 của Sở Y tế, Công văn số 32/SYT-VP cùng ngày, CV số 7/BYT-KH "
        "ngày 02/8/2023 và Văn bản số 9/BYT-TC đề ngày 04/8/2023 của Bộ Y tế, các sở báo cáo."
    )
    assert [(r.number, r.type, r.date) for r in found] == [
        ("31/SYT-VP", "CV", "2023-08-03"),
        ("32/SYT-VP", "CV", "2023-08-03"),
        ("7/BYT-KH", "CV", "2023-08-02"),
        ("9/BYT-TC", None, "2023-08-04"),
    ]


def test_a_law_that_is_being_drafted_is_no_act_yet() -> None:
    found = references("Bộ Y tế xây dựng Luật Dược (sửa đổi); thực hiện Luật Dược (sửa đổi) ngày 21/11/2024.")
    assert [(r.type, r.date) for r in found] == [("L", "2024-11-21")]


def test_a_footnote_s_mark_behind_a_ministry_s_code() -> None:
    found = references("Theo Thông tư số 47/2024/TT-BGTVT4 của Bộ Giao thông vận tải, các sở kiểm tra.")
    assert [r.number for r in found] == ["47/2024/TT-BGTVT"]
