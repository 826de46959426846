"""Mentions of acts: where the quote ends, shared and preceding issuers, acts without a number, relations."""

from __future__ import annotations

import pytest

from extractors.model import Reference
from extractors.reading import read
from extractors.references import near

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 500/UBND-NC\nV/v giao nhiệm vụ\nYên Bái, ngày 12 tháng 7 năm "
    "2023\n\n"
    "Kính gửi: Các sở, ngành.\n\n"
)
CLOSING = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Huy Khôi\n"


def references(body: str) -> list[Reference]:
    text = HEAD + body + CLOSING
    found = read(text).references
    for reference in found:
        assert " ".join(text[slice(*reference.span)].split()) == reference.text
    return found


@pytest.mark.parametrize(
    ("body", "quote", "number", "date", "issuer"),
    [
        (
            "Ngày qua có Hướng dẫn số 15-HD/BTGTW ngày 21/7/2016 của Ban Tuyên giáo Trung ương về học tập.",
            "Hướng dẫn số 15-HD/BTGTW ngày 21/7/2016 của Ban Tuyên giáo Trung ương",
            "15-HD/BTGTW",
            "2016-07-21",
            "Ban Tuyên giáo Trung ương",
        ),
        (
            "Chỉ thị số 25-CT/TW, ngày 15-5-2016 của Bộ Chính trị khóa XII “Về đẩy mạnh” việc.",
            "Chỉ thị số 25-CT/TW, ngày 15-5-2016 của Bộ Chính trị khóa XII",
            "25-CT/TW",
            "2016-05-15",
            "Bộ Chính trị khóa XII",
        ),
        (
            "Kế hoạch số 128/KH-UBND ngày\n30/3/2022 của UBND Thành\nphố triển khai nhiệm vụ.",
            "Kế hoạch số 128/KH-UBND ngày 30/3/2022 của UBND Thành phố",
            "128/KH-UBND",
            "2022-03-30",
            "UBND Thành phố",
        ),
        (
            "Thông tư số 31/2021/TT-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch quy định mức chi.",
            "Thông tư số 31/2021/TT-BVHTTDL của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
            "31/2021/TT-BVHTTDL",
            None,
            "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch",
        ),
        (
            "Quyết định số 15 QĐ/TWĐTN ngày 2/2/2019 của Ban Bí thư Trung ương Đoàn.",
            "Quyết định số 15 QĐ/TWĐTN ngày 2/2/2019 của Ban Bí thư Trung ương Đoàn",
            "15-QĐ/TWĐTN",
            "2019-02-02",
            "Ban Bí thư Trung ương Đoàn",
        ),
        (
            "Tờ trình số 52/TTY-NHNN ngày 31 tháng 3 năm 2022.",
            "Tờ trình số 52/TTY-NHNN ngày 31 tháng 3 năm 2022",
            "52/TTr-NHNN",
            "2022-03-31",
            None,
        ),
        (
            "Công văn số 335 ngày 5/3/2020 của Sở Y tế có nêu.",
            "Công văn số 335 ngày 5/3/2020 của Sở Y tế",
            "335",
            "2020-03-05",
            "Sở Y tế",
        ),
    ],
)
def test_quote(body: str, quote: str, number: str, date: str | None, issuer: str | None) -> None:
    found = references(body)
    assert [(r.text, r.number, r.date, r.issuer) for r in found] == [(quote, number, date, issuer)]


def test_a_list_shares_the_issuer_of_its_last_act() -> None:
    found = references(
        "Rà soát Quy định số 31-QĐ/TU, ngày 19/10/2021, Hướng dẫn số 08-HD/TU, ngày 20/10/2021 và Công "
        "văn số 62-CV/TU "
        "của Ban Thường vụ Tỉnh ủy."
    )
    assert [r.issuer for r in found] == ["Ban Thường vụ Tỉnh ủy"] * 3
    assert [r.date for r in found] == ["2021-10-19", "2021-10-20", None]


def test_a_list_of_other_issuers_shares_nothing() -> None:
    found = references("Xem Nghị định số 15/2020/NĐ-CP, Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh.")
    assert [r.issuer for r in found] == [None, "Ủy ban nhân dân tỉnh"]


def test_numbers_in_a_list_share_kind_and_date() -> None:
    found = references(
        "Đã có các Quyết định số 212-TC/CĐKT ngày 15-12-1989, 598-TC/CĐKT và 605-TC/CĐKT ngày 8-12-1990."
    )
    assert [r.number for r in found] == ["212-TC/CĐKT", "598-TC/CĐKT", "605-TC/CĐKT"]
    assert [r.date for r in found] == ["1989-12-15", "1990-12-08", "1990-12-08"]
    assert found[1].type == found[0].type


@pytest.mark.parametrize(
    ("body", "issuer"),
    [
        (
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 15/TTr-SNV ngày 02/3/2023.",
            "Giám đốc Sở Nội vụ",
        ),
        (
            "Ngày 04/3/2023, Ban Thường vụ Tỉnh ủy ban hành Kế hoạch số 15-KH/TU về chuyển đổi số.",
            "Ban Thường vụ Tỉnh ủy",
        ),
        ("Có ý kiến của Bộ Tư pháp (văn bản số 467/BTP-PL).", "Bộ Tư pháp"),
    ],
)
def test_issuer_before_the_act(body: str, issuer: str) -> None:
    assert [r.issuer for r in references(body)] == [issuer]


def test_date_of_the_sentence_is_that_of_the_act_it_reports() -> None:
    assert (
        references("Ngày 04/3/2023, Đảng ủy xã ban hành Kế hoạch số 15-KH/ĐU về hòa giải.")[0].date
        == "2023-03-04"
    )


def test_alias_and_short_mentions() -> None:
    found = references(
        "Thực hiện Kế hoạch số 15-KH/TU ngày 04/3/2023 của Tỉnh ủy về chuyển đổi số (sau đây gọi tắt là "
        "Kế hoạch số 15), "
        "các sở rà soát. Việc báo cáo theo Kế hoạch 15. Trong kế hoạch 5 năm có 15 nhiệm vụ."
    )
    assert [r.number for r in found] == ["15-KH/TU"] * 3
    assert found[0].alias == "Kế hoạch số 15"
    assert [r.relation for r in found] == ["implements"] * 3


@pytest.mark.parametrize(
    ("body", "quote", "kind", "date"),
    [
        ("Căn cứ Luật Đầu tư công ngày 13/6/2019;", "Luật Đầu tư công ngày 13/6/2019", "L", "2019-06-13"),
        ("Căn cứ Luật Phòng, chống thiên tai năm 2013;", "Luật Phòng, chống thiên tai năm 2013", "L", "2013"),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17/6/2020;",
            "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng ngày 17/6/2020",
            "L",
            "2020-06-17",
        ),
        ("Căn cứ Điều lệ Công đoàn Việt Nam;", "Điều lệ Công đoàn Việt Nam", "Điều lệ", None),
        (
            "Theo Nghị quyết Trung ương 4 (khóa XI, XII), các cấp ủy",
            "Nghị quyết Trung ương 4 (khóa XI, XII)",
            "NQ",
            None,
        ),
        ("Theo Nghị quyết Đại hội XIII của Đảng, các cấp", "Nghị quyết Đại hội XIII của Đảng", "NQ", None),
        (
            "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XI;",
            "Quy chế làm việc của Ban Chấp hành Đảng bộ tỉnh khóa XI",
            "QC",
            None,
        ),
    ],
)
def test_acts_without_a_number(body: str, quote: str, kind: str, date: str | None) -> None:
    found = references(body)
    assert [(r.text, r.number, r.type, r.date) for r in found] == [(quote, None, kind, date)]


@pytest.mark.parametrize(
    "body",
    [
        "Luật sư và pháp luật hiện hành; kỷ luật lao động; điều lệ hợp tác xã.",
        "nghị quyết đại hội đảng bộ cấp mình và luật này",
        "Kế hoạch 5 năm, Báo cáo 6 tháng, Chương trình 135 xã.",
        "Ban hành kèm theo Công văn số 500/UBND-NC ngày 12/7/2023.",
    ],
)
def test_no_reference(body: str) -> None:
    assert references(body) == []


@pytest.mark.parametrize(
    ("body", "relations"),
    [
        (
            "Căn cứ Quyết định số 12/QĐ-TTg; Quyết định số 15/QĐ-TTg; các sở thực hiện.",
            ["implements", "implements"],
        ),
        (
            "Căn cứ các văn bản sau:\n- Luật Đầu tư ngày 17/6/2020;\n- Nghị định số 31/2021/NĐ-CP;\n",
            ["implements"] * 2,
        ),
        (
            "Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh thi hành Nghị quyết số 18-NQ/TW.",
            ["implements", "cites"],
        ),
        (
            "Căn cứ Luật Giá số 16/2023/QH15 được sửa đổi bởi Luật số 61/2024/QH15 và Luật số 64/2024/QH15;",
            ["implements", "cites", "cites"],
        ),
        (
            "Thực hiện Quy định số 22-QĐ/TW “Về thi hành Điều lệ Đảng”, Hướng dẫn số 02-HD/TW.",
            ["implements", "cites", "implements"],
        ),
        (
            "Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 08/2019/QĐ-UBND.",
            ["amends"],
        ),
        ("Văn bản này thay thế Công văn số 12/UBND-NC.", ["replaces"]),
        ("Bãi bỏ khoản 2 Điều 5 Quyết định số 12/QĐ-UBND.", ["amends"]),
        ("Chỉ thị số 12/CT-UBND hết hiệu lực kể từ ngày ký.", ["replaces"]),
        ("Chỉ thị số 12/CT-UBND ngày 15/7/2019 của UBND tỉnh về lệ phí bến bãi hết hiệu lực.", ["replaces"]),
        (
            "Chỉ thị số 12/CT-UBND ngày 15/7/2019 về lệ phí bến bãi và Chỉ thị số 14/CT-UBND ngày 20/8/2019 "
            "về lệ phí chợ không còn giá trị thi hành.",
            ["replaces", "replaces"],
        ),
        ("Quyết định số 8/QĐ-UBND ngày 2/3/2019 về công bố danh mục văn bản hết hiệu lực.", ["cites"]),
        ("Nơi nào chưa thực hiện đúng Quy định số 12-QĐ/TU thì chấn chỉnh.", ["cites"]),
        ("Danh mục ban hành kèm theo Quyết định số 12/QĐ-UBND gồm 3 mục.", ["cites"]),
        (
            "Bộ đang xây dựng Nghị định sửa đổi, bổ sung một số điều của Nghị định số 12/2022/NĐ-CP.",
            ["cites"],
        ),
        ("Hợp nhất nội dung nêu tại Công văn số 12/UBND-NC.", ["cites"]),
        (
            "Thực hiện Chỉ thị số 12/CT-TTg ngày 15/7/2022 về phát động thi đua theo Nghị quyết Đại hội đại biểu "
            "toàn quốc lần thứ XIII của Đảng và Kế hoạch số 40/KH-UBND ngày 20/8/2022 của UBND tỉnh, Sở yêu cầu:",
            ["implements", "cites", "implements"],
        ),
        ("Các xã làm theo kế hoạch điều chỉnh tại Quyết định số 45/QĐ-SNV ngày 22/10/2018.", ["implements"]),
        (
            "Triển khai thực hiện nghiêm, kịp thời các nội dung chỉ đạo của Sở Y tế tại Công văn số 15/SYT-VP.",
            ["implements"],
        ),
        ("Quy chế này thay Quy chế số 02/QC-SYT ngày 02/3/2020.", ["replaces"]),
        ("Sửa đổi, bổ sung, bãi bỏ một số điều của Nghị định số 12/2020/NĐ-CP.", ["amends"]),
        (
            "Theo Tờ trình số 34/TTr-STP ngày 26/7/2017 về danh mục văn bản hết hiệu lực toàn bộ,",
            ["implements"],
        ),
        (
            "Việc bình xét tiến hành theo đúng nội dung, tiến độ nêu trong Kế hoạch số 08-KH/TU ngày 12/3/2012.",
            ["implements"],
        ),
        (
            "Thực hiện Chỉ thị số 12/CT-TTg ngày 15/7/2022 về học tập Nghị quyết Đại hội đại biểu toàn quốc lần "
            "thứ XIII của Đảng và Nghị quyết Trung ương 4 khóa XIII.",
            ["implements", "cites", "cites"],
        ),
    ],
)
def test_relation(body: str, relations: list[str]) -> None:
    assert [r.relation for r in references(body)] == relations


def test_near_misses_are_warned_of_and_never_merged() -> None:
    text = HEAD + (
        "Thực hiện Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019 của Ban Tổ chức Trung ương. Hướng dẫn số "
        "21-HD/TW nêu rõ. "
        "Hướng dẫn số 21-HD/BTCTW ngày 19/10/2019 cũng vậy." + CLOSING
    )
    reading = read(text)
    assert [r.number for r in reading.references] == ["21-HD/BTCTW", "21-HD/TW", "21-HD/BTCTW"]
    warnings = {w.code: w for w in reading.warnings}
    assert "21-HD/TW" in warnings["number-near-miss"].message
    assert "21-HD/BTCTW" in warnings["number-near-miss"].message
    assert "2019-10-19" in warnings["reference-date-differs"].message


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("21-HD/TW", "21-HD/BTCTW", True),
        ("21-HD/TW", "22-HD/TW", False),
        ("12/QĐ-UBND", "12/QĐ-TTg", False),
        ("12/2020/NĐ-CP", "12/2021/NĐ-CP", False),
    ],
)
def test_near(a: str, b: str, expected: bool) -> None:
    assert near(a, b) is expected


def test_footnotes_are_read() -> None:
    text = (
        HEAD
        + "Các sở thực hiện¹."
        + CLOSING
        + "\n\n¹ Theo Chỉ thị số 13-CT/TU ngày 20 tháng 8 năm 2021 của Tỉnh ủy.\n"
    )
    found = read(text).references
    assert [(r.number, r.relation) for r in found] == [("13-CT/TU", "implements")]


@pytest.mark.parametrize(
    ("sentence", "number", "date", "issuer", "relation"),
    [
        # the date behind the issuer
        ("Thực hiện Chương trình số 8-CTr/TU của Tỉnh ủy Hà Nam ngày 3/4/2021 về việc làm, Sở báo cáo.", "8-CTr/TU", "2021-04-03", "Tỉnh ủy Hà Nam", "implements"),
        ("Căn cứ Quyết định số 20/QĐ-BYT của Bộ trưởng Bộ Y tế, ngày 05 tháng 6 năm 2020;", "20/QĐ-BYT", "2020-06-05", "Bộ trưởng Bộ Y tế", "implements"),
        ("Theo Công văn số 9/STC-NS của Sở Tài chính, ngày 3/4/2021 Sở Y tế họp.", "9/STC-NS", None, "Sở Tài chính", "implements"),
        # the issuer in the words that introduce the act
        ("Sau khi nghe Báo cáo của Ban Nội chính Tỉnh ủy về các vụ án (Báo cáo số 12-BC/BNCTU, ngày "
            "2/2/2023), Thường trực kết luận.", "12-BC/BNCTU", "2023-02-02", "Ban Nội chính Tỉnh ủy", "cites"),
        ("Sau khi nghe Sở Xây dựng trình phương án theo Nghị quyết Trung ương 6 khóa XII (Tờ trình số "
            "5/TTr-SXD ngày 3/3/2023), hội nghị thống nhất.", "5/TTr-SXD", "2023-03-03", "Sở Xây dựng", "cites"),
        ("Về đề nghị của Bộ Công Thương tại tại Tờ trình số 7/TTr-BCT ngày 4/4/2022, Thủ tướng đồng ý.", "7/TTr-BCT", "2022-04-04", "Bộ Công Thương", "cites"),
        ("Ghi nhận ý kiến của Lãnh đạo Chính phủ tại Thông báo số 8/TB-VPCP ngày 4/4/2022.", "8/TB-VPCP", "2022-04-04", None, "cites"),
        # what is told of, and what is carried out
        ("Qua 5 năm thực hiện Chỉ thị số 3-CT/TU, công tác dân vận có tiến bộ.", "3-CT/TU", None, None, "cites"),
        ("Đánh giá kết quả 3 năm thực hiện Kế hoạch số 44/KH-UBND và đề xuất nhiệm vụ mới.", "44/KH-UBND", None, None, "cites"),
        ("Theo đó, hội nghị bàn về mở rộng đối tượng áp dụng Nghị định số 61/2022/NĐ-CP.", "61/2022/NĐ-CP", None, None, "cites"),
        ("Các sở thực hiện nghiêm các ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại các\nThông báo số "
            "15/TB-UBND.", "15/TB-UBND", None, None, "implements"),
        ("Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ\ntrình số 31/TTr-SNV ngày 3/3/2023;", "31/TTr-SNV", "2023-03-03", None, "implements"),
    ],
)  # fmt: skip
def test_neighbouring_words(
    sentence: str, number: str, date: str | None, issuer: str | None, relation: str
) -> None:
    reading = read(HEAD_OF_A_DECISION + sentence + "\n")
    found = next(r for r in reading.references if r.number == number)
    assert (found.date, found.relation) == (date, relation)
    if "Xét" not in sentence and "UBND tỉnh" not in sentence:
        assert found.issuer == issuer


HEAD_OF_A_DECISION = (
    "UBND TỈNH HÀ NAM\nSố: 300/QĐ-UBND\nHà Nam, ngày 9 tháng 9 năm 2023\n\nQUYẾT ĐỊNH\nVề nhân sự\n\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương;\n"
)


def test_a_law_whose_own_title_holds_bodies() -> None:
    reading = read(
        HEAD_OF_A_DECISION + "Căn cứ Luật Ban hành văn bản quy phạm pháp luật\ncủa Hội đồng nhân dân, "
        "Ủy ban nhân dân "
        "ngày 03 tháng 12 năm 2004;\nCăn cứ điều lệ Đảng;\n"
    )
    laws = [r for r in reading.references if r.date == "2004-12-03"]
    assert [r.text for r in laws] == [
        "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân ngày 03 tháng "
        "12 năm 2004"
    ]
    assert [r.text for r in reading.references][-1] == "điều lệ Đảng"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Căn cứ Luật Nhà ở số 27/2023/QH15 năm 2023;\nCăn cứ Luật Đất đai 2024;",
            [("27/2023/QH15", "2023"), (None, "2024")],
        ),
        (
            "Căn cứ Luật Nhà ở năm 2023 và Nghị định số 95/2024/NĐ-CP;",
            [(None, "2023"), ("95/2024/NĐ-CP", None)],
        ),
        ("Thực hiện Luật Đất đai 2024-2025;", [(None, None)]),
        ("Căn cứ Nghị định số 95/2024/NĐ-CP, năm 2025 các đơn vị rà soát nhà ở.", [("95/2024/NĐ-CP", None)]),
    ],
)
def test_a_year_for_a_date(body: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(r.number, r.date) for r in references(body)] == expected


def test_a_recital_behind_one_without_its_semicolon_is_one_of_its_own() -> None:
    body = (
        "Căn cứ Luật Nhà ở ngày 27/11/2023; Luật sửa đổi bổ sung một số điều của Luật Nhà ở số 43/2024/QH15\n"
        "Căn cứ Luật Kiến trúc ngày 13/6/2019;\nCăn cứ Luật Giá ngày 19/6/2023;"
    )
    found = references(body)
    assert [r.text for r in found][1] == "Luật sửa đổi bổ sung một số điều của Luật Nhà ở số 43/2024/QH15"
    assert [r.relation for r in found] == ["implements"] * 4


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("Thu hồi Quyết định số 8/QĐ-SXD ngày 2/3/2024 của Sở Xây dựng.", "replaces"),
        ("Thu hồi, hủy bỏ hiệu lực của Quyết định số 8/QĐ-SXD ngày 2/3/2024 của Sở Xây dựng.", "replaces"),
        (
            "Báo cáo việc thu hồi kinh phí nêu trong Công văn số 8/SXD-KT ngày 2/3/2024 của Sở Xây dựng.",
            "cites",
        ),
    ],
)
def test_what_is_taken_back(body: str, relation: str) -> None:
    assert [r.relation for r in references(body)] == [relation]


def test_the_lead_in_of_a_list_names_the_issuer_of_its_acts() -> None:
    body = (
        "Bộ Xây dựng đã ban hành các văn bản về nhà ở, cụ thể:\n"
        "- Thông tư số 5/2024/TT-BXD ngày 31/7/2024 quy định chi tiết một số điều;\n"
        "- Thông tư số 9/2024/TT-BXD ngày 30/8/2024 sửa đổi định mức.\n"
        "Các đơn vị thực hiện đúng quy định.\n- Thông tư số 7/2024/TT-BXD ngày 1/8/2024 về vật liệu.\n"
    )
    assert [r.issuer for r in references(body)] == ["Bộ Xây dựng", "Bộ Xây dựng", None]


@pytest.mark.parametrize(
    ("body", "quote", "date"),
    [
        (
            "Căn cứ Luật Phòng cháy, chữa cháy\n        và cứu nạn, cứu hộ;\nUBND xã thực hiện.",
            "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
            None,
        ),
        (
            "Căn cứ Luật Giữ rừng, bờ suối ngày 20/6/2021;\nUBND xã thực hiện.",
            "Luật Giữ rừng, bờ suối ngày 20/6/2021",
            "2021-06-20",
        ),
        (
            "Căn cứ Luật sửa đổi, bổ\nsung một số điều của Luật Đê điều ngày 17/6/2020;\nUBND xã thực hiện.",
            "Luật sửa đổi, bổ sung một số điều của Luật Đê điều ngày 17/6/2020",
            "2020-06-17",
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của 11 Luật có liên quan đến quy hoạch ngày 20 tháng 11 năm "
            "2018;\nUBND xã thực hiện.",
            "Luật sửa đổi, bổ sung một số điều của 11 Luật có liên quan đến quy hoạch ngày 20 tháng 11 năm 2018",
            "2018-11-20",
        ),
    ],
)
def test_titles_of_laws_go_on_over_commas_and_lines(body: str, quote: str, date: str | None) -> None:
    (found,) = references(body)
    assert (found.text, found.date, found.relation) == (quote, date, "implements")


def test_a_law_with_a_comma_behind_it_ends_there() -> None:
    (found,) = references("UBND xã thực hiện Luật Giữ rừng, báo cáo kết quả ngày 20/6/2023.")
    assert found.text == "Luật Giữ rừng"


def test_the_body_that_approved_an_act_is_its_issuer() -> None:
    body = (
        "Sở Xây dựng rà soát quy hoạch đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 512/QĐ-TTg ngày "
        "28 tháng 11 năm 2018 và điều chỉnh, bổ sung tại Quyết định số 45/QĐ-TTg ngày 09 tháng 01 năm 2020."
    )
    first, second = references(body)
    assert first.issuer == second.issuer == "Thủ tướng Chính phủ"
    assert second.relation == "cites"


def test_a_committee_with_a_preposition_in_its_name() -> None:
    body = (
        "Thực hiện Kế hoạch số 05-KH/BCĐTW, ngày 04/7/2023 của Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, "
        "tiêu cực về kiểm tra, các sở báo cáo."
    )
    assert references(body)[0].issuer == "Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực"


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("Bộ trình Quốc hội xem xét bổ sung, sửa đổi Luật Khoáng sản trong năm tới.", "cites"),
        ("Kế hoạch tuyển người để bổ sung cho đội ngũ giáo viên quy định tại Điều 4 Luật Giáo dục.", "cites"),
        (
            "Nội dung không sửa đổi tiếp tục thực hiện theo Quyết định số 88/QĐ-UBND ngày 02/3/2022.",
            "implements",
        ),
    ],
)
def test_what_is_not_amended_here(body: str, relation: str) -> None:
    assert references(body)[0].relation == relation


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Hướng dẫn số 10-HD/HU ngày 27/11/2019 Ban Thường vụ Huyện ủy Đại Từ;",
            "Ban Thường vụ Huyện ủy Đại Từ",
        ),
        ("Công văn số 12/BYT-DP ngày 02/3/2024 Bộ Y tế về phòng dịch.", "Bộ Y tế"),
        ("Công văn số 12/BYT-DP ngày 02/3/2024 Sở Y tế báo cáo.", None),
        ("Công văn số 12/BYT-DP ngày 02/3/2024, Sở Y tế.", None),
        (
            "Quyết định số 3/QĐ-BHXH của Bảo hiểm xã hội (BHXH) Việt Nam về thu.",
            "Bảo hiểm xã hội (BHXH) Việt Nam",
        ),
        ("Quyết định số 3/QĐ-BHXH của Bảo hiểm xã hội (BHXH) tỉnh.", "Bảo hiểm xã hội (BHXH) tỉnh"),
        ("Quyết định số 3/QĐ-STC của Sở Tài chính (STC) Theo đó.", "Sở Tài chính"),
        ("Quyết định số 5/QĐ-UBND của Ủy ban nhân dân huyện Giao Thủy.", "Ủy ban nhân dân huyện Giao Thủy"),
        (
            "Quyết định số 5/QĐ-UBND của Ủy ban nhân dân huyện Mê Linh từ năm 2024.",
            "Ủy ban nhân dân huyện Mê Linh",
        ),
        ("Quyết định số 5/QĐ-UBND của Ủy ban nhân dân phường Từ Sơn.", "Ủy ban nhân dân phường Từ Sơn"),
    ],
)
def test_bodies_beside_the_date_with_short_forms_and_stop_words_in_places(
    text: str, issuer: str | None
) -> None:
    assert [reference.issuer for reference in references(f"Căn cứ {text}\n")] == [issuer]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Công văn số 12/CV-ABC của Công ty cổ phần khai thác nước sạch Thanh Liêm về giá nước.",
            "Công ty cổ phần khai thác nước sạch Thanh Liêm",
        ),
        ("Công văn số 4/CV-X của Công ty TNHH Sao Mai báo cáo Sở Tài chính.", "Công ty TNHH Sao Mai"),
        (
            "Nghị quyết số 3/NQ-HĐTV của Hội đồng thành viên Sở Giao dịch Chứng khoán Hà Nội về vốn;",
            "Hội đồng thành viên Sở Giao dịch Chứng khoán Hà Nội",
        ),
    ],
)
def test_companies_by_trade_and_name(text: str, issuer: str) -> None:
    assert [reference.issuer for reference in references(f"Căn cứ {text}\n")] == [issuer]


def test_laws_that_changed_an_act_are_only_named() -> None:
    text = "Căn cứ Luật Nước số 5/2012/QH13 (được sửa đổi, bổ sung bởi các Luật số 6/2015/QH13, Luật số 7/2018/QH14);\n"
    assert [reference.relation for reference in references(text)] == ["implements", "cites", "cites"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Căn cứ Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương về Đảng;",
            "Ban Chấp hành Trung ương",
        ),
        (
            "Căn cứ Kết luận Hội nghị lần thứ ba Ban Chấp hành Trung ương Đảng khóa XIII;",
            "Ban Chấp hành Trung ương Đảng khóa XIII",
        ),
        ("Căn cứ Nghị quyết Hội nghị Trung ương 5 khóa XII;", None),
        (
            "Cục Thuế - Bộ Tài chính đã có Văn bản số 78/CN-TA ngày 3/2/2026.",
            "Cục Thuế - Bộ Tài chính",
        ),
    ],
)
def test_plenums_and_offices_of_a_ministry(text: str, issuer: str | None) -> None:
    assert [reference.issuer for reference in references(f"{text}\n")] == [issuer]


def test_a_form_s_number_is_no_act_s() -> None:
    assert references("Lập biên bản (Mẫu số 02/BCĐ-MT) và danh sách (Biểu mẫu số 04/HNCT).") == []


def test_an_issuer_s_name_ends_before_the_motto_beside_it() -> None:
    text = (
        "ĐẢNG ỦY XÃ SÍNH PHÌNH\n*\nSố 21-CV/ĐU\nV/v học tập Nghị quyết số 80-NQ/TW\ncủa Bộ Chính trị\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\nSính Phình, ngày 02 tháng 3 năm 2026\n\nKính gửi: Các chi bộ.\n"
    )
    assert [r.issuer for r in read(text).references] == ["Bộ Chính trị"]


def test_a_standard_s_number_is_no_act() -> None:
    assert references("Đề nghị các sở áp dụng quy chuẩn QCVN 01:2019/BCT về an toàn.") == []


def test_bodies_that_issue_together_stand_before_any_title() -> None:
    [found] = references(
        "Căn cứ Nghị quyết liên tịch số 102/2025/NQLT-UBTVQH15-CP, ngày 26/9/2025 của Ủy ban Thường vụ Quốc hội, Chính "
        "phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam hướng dẫn quy trình hiệp thương;"
    )
    assert found.issuer == (
        "Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"
    )


def test_a_number_run_together_with_its_label() -> None:
    [found] = references("Thực hiện Thông báo số53/TB-VPCP ngày 02/3/2010 của Văn phòng Chính phủ,")
    assert (found.number, found.date) == ("53/TB-VPCP", "2010-03-02")


@pytest.mark.parametrize(
    "issuer",
    [
        "Bộ Khoa học, Công nghệ và Môi trường",
        "Tổng cục Địa chính",
        "Ủy ban Dân tộc và Miền núi",
        "Ban Tư tưởng - Văn hóa Trung ương",
        "Sở Tài chính - Vật giá",
        "Đoàn giám sát",
        "Ban Chỉ đạo quốc gia về sự cố Y2K",
        "Ban Chỉ đạo Trung ương về phòng chống thiên tai",
        "Ban Chỉ đạo cấp tỉnh về chuyển đổi số",
        "Trưởng Ban Chỉ đạo 389 quốc gia",
        "Trưởng ban Chỉ đạo 35 Tỉnh ủy",
    ],
)
def test_bodies_of_earlier_times_and_steering_committees(issuer: str) -> None:
    text = f"1. Thực hiện Công văn số 45/CV-TH ngày 14/5/2001 của {issuer}, các sở rà soát.\n"
    (found,) = read(text).references
    assert (found.issuer, found.number) == (issuer, "45/CV-TH")


@pytest.mark.parametrize("kind", ["Công văn số 03-CV/TW", "Kế hoạch số 03-KH/TW", "Thông tri số 03-TT/TW"])
def test_a_body_s_name_ends_before_the_next_act(kind: str) -> None:
    text = (
        f"1. Thực hiện Chỉ thị số 30-CT/TW ngày 18/2/2020 của Ban Bí thư và {kind} ngày 01/7/2020 "
        "của Bộ Chính trị, các sở rà soát.\n"
    )
    assert [(r.issuer, r.text[:4]) for r in read(text).references] == [
        ("Ban Bí thư", "Chỉ "),
        ("Bộ Chính trị", kind[:4]),
    ]


def test_an_office_only_tells_what_another_body_said() -> None:
    """The body stands before "tại", the number is the office's own."""
    told, asked = references(
        "Theo ý kiến của Thủ tướng Chính phủ tại Văn bản số 412/VPCP-KTTH ngày 02/3/2024 và đề nghị của Sở Tư pháp "
        "tại Tờ trình số 31/TTr-STP ngày 04/3/2024."
    )
    assert (told.number, told.issuer) == ("412/VPCP-KTTH", None)
    assert (asked.number, asked.issuer) == ("31/TTr-STP", "Sở Tư pháp")


def test_markdown_s_escapes_are_no_part_of_a_number() -> None:
    first, second = references(
        "Thực hiện Kế hoạch số 55/KH\\-UBND ngày 03/01/2024 của Ủy ban nhân dân tỉnh và Quyết định số 217\\-QĐ/TW."
    )
    assert (first.number, first.date) == ("55/KH-UBND", "2024-01-03")
    assert second.number == "217-QĐ/TW"
