"""Texts without a head that report an act: many wordings, joint issuers, signers, the subject's end."""

from __future__ import annotations

import pytest

from extractors.reading import read

BODY = "\n\n1. Các chi bộ rà soát hồ sơ đảng viên.\n\n2. Văn phòng tổng hợp, báo cáo trước ngày 20/9/2024.\n"


@pytest.mark.parametrize(
    ("text", "number", "issuer", "date", "subject"),
    [
        (
            "Ngày 12/3/2024, Ban Bí thư và Bộ Chính trị đã ban hành Chỉ thị số 31-CT/TW về bảo tồn di sản.",
            "31-CT/TW",
            "Ban Bí thư và Bộ Chính trị",
            "2024-03-12",
            "bảo tồn di sản",
        ),
        (
            "Phó Bí thư Thường trực Tỉnh ủy Cao Bằng Nông Văn Thái vừa ký ban hành Kế hoạch số 88-KH/TU "
            "ngày "
            "5/6/2023 về chuyển đổi số, yêu cầu các cấp ủy thực hiện các nhiệm vụ sau:",
            "88-KH/TU",
            "Tỉnh ủy Cao Bằng",
            "2023-06-05",
            "chuyển đổi số",
        ),
        (
            "Thay mặt Ban Thường vụ Thành ủy Đà Nẵng, đồng chí Lê Thị Hoài An, Phó Bí thư Thành ủy đã "
            "ký Thông báo "
            "kết luận số 201-TB/TU ngày 9/8/2024 về công tác dân vận.",
            "201-TB/TU",
            "Ban Thường vụ Thành ủy Đà Nẵng",
            "2024-08-09",
            "công tác dân vận",
        ),
        (
            "Theo Công văn số 411/SNV-TCBC ngày 7/7/2023 của Sở Nội vụ tỉnh Gia Lai về việc rà soát "
            "biên chế, các "
            "phòng chuyên môn thực hiện những việc sau:",
            "411/SNV-TCBC",
            "Sở Nội vụ tỉnh Gia Lai",
            "2023-07-07",
            "rà soát biên chế",
        ),
        (
            "Hồ sơ kết nạp gồm những gì?\nTại điểm b khoản 2 Điều 9 Quy định số 77-QĐ/TU năm 2022 của "
            "Tỉnh ủy Hòa "
            "Bình quy định như sau:",
            "77-QĐ/TU",
            "Tỉnh ủy Hòa Bình",
            "2022",
            None,
        ),
        (
            "Chi bộ họp vào ngày nào?\nHướng dẫn số 14-HD/BTCTU ngày 2/2/2021 của Ban Tổ chức Tỉnh ủy "
            "Bến Tre nêu "
            "rõ: chi bộ họp vào tuần đầu tháng.",
            "14-HD/BTCTU",
            "Ban Tổ chức Tỉnh ủy Bến Tre",
            "2021-02-02",
            None,
        ),
        (
            "Siết chặt quản lý tài sản công\nLãnh đạo huyện đã họp bàn. Xem chi tiết Công văn số "
            "530/UBND-TCKH "
            "ngày 4/5/2022 của UBND huyện Chợ Mới tại đây.",
            "530/UBND-TCKH",
            "Ủy ban nhân dân huyện Chợ Mới",
            "2022-05-04",
            None,
        ),
        (
            "Chỉ thị số 19/CT-UBND vừa được Chủ tịch UBND tỉnh Hà Giang ký ban hành ngày 6/1/2025 về "
            "phòng, chống "
            "rét cho gia súc.",
            "19/CT-UBND",
            "Ủy ban nhân dân tỉnh Hà Giang",
            "2025-01-06",
            "phòng, chống rét cho gia súc",
        ),
        (
            "Thủ tướng Chính phủ Trần Văn Bình vừa ký Công điện số 45/CĐ-TTg ngày 20/9/2024 về ứng phó "
            "với bão.",
            "45/CĐ-TTg",
            "Thủ tướng Chính phủ",
            "2024-09-20",
            "ứng phó với bão",
        ),
        (
            "Mới đây, Ban Tuyên giáo Tỉnh ủy Quảng Trị có Hướng dẫn số 45-HD/BTGTU, ngày 10/10/2023 hướng dẫn "
            "tuyên truyền ngày thành lập Hội. Theo đó:",
            "45-HD/BTGTU",
            "Ban Tuyên giáo Tỉnh ủy Quảng Trị",
            "2023-10-10",
            "hướng dẫn tuyên truyền ngày thành lập Hội",
        ),
        (
            "Nghị quyết số 39-NQ/TU ngày 2/6/2024 của Thành ủy Hải Phòng về kinh tế biển xác định các việc sau:",
            "39-NQ/TU",
            "Thành ủy Hải Phòng",
            "2024-06-02",
            "kinh tế biển",
        ),
        (
            "Trích Nghị quyết số 18-NQ/ĐU ngày 4/4/2023 của Đảng ủy phường Trần Hưng Đạo về du lịch:",
            "18-NQ/ĐU",
            "Đảng ủy phường Trần Hưng Đạo",
            "2023-04-04",
            "du lịch",
        ),
        (
            "Chủ tịch UBND tỉnh Đặng Văn Lâm vừa có Công văn số 2200/UBND-KT của UBND tỉnh Bắc Ninh về giải ngân.",
            "2200/UBND-KT",
            "Ủy ban nhân dân tỉnh Bắc Ninh",
            None,
            "giải ngân",
        ),
        (
            "# Nghị quyết 90: sắp xếp trường học\n\nHội nghị nhất trí cao.\n\n## Toàn văn Nghị quyết "
            "90-NQ/TU của "
            "Ban Chấp hành Đảng bộ tỉnh Sơn La\n",
            "90-NQ/TU",
            "Ban Chấp hành Đảng bộ tỉnh Sơn La",
            None,
            None,
        ),
    ],
)
def test_wordings(text: str, number: str, issuer: str, date: str | None, subject: str | None) -> None:
    reading = read(text + BODY)
    assert reading.kind == "report"
    assert reading.number is not None and reading.number.text == number
    assert reading.number.confidence < 0.8
    assert reading.issuer is not None and reading.issuer.name == issuer
    assert (reading.issued.date if reading.issued else None) == date
    assert reading.subject == subject
    assert [r for r in reading.references if r.number == number] == []
    assert len(reading.obligations) == 2


def test_the_signer_of_a_reported_act() -> None:
    reading = read(
        "Thay mặt Ban Thường vụ Thành ủy Đà Nẵng, đồng chí Lê Thị Hoài An, Phó Bí thư Thành ủy đã ký "
        "Thông báo "
        "số 201-TB/TU ngày 9/8/2024 về công tác dân vận." + BODY
    )
    assert [(s.name, s.position, s.authority) for s in reading.signatories] == [
        ("Lê Thị Hoài An", "Phó Bí thư Thành ủy", "Thay mặt Ban Thường vụ Thành ủy Đà Nẵng")
    ]
    reading = read(
        "Phó Chủ tịch UBND tỉnh Kon Tum Trần Ngọc Lan vừa ký Công văn số 12/UBND-KT về giống lúa." + BODY
    )
    assert [(s.name, s.position) for s in reading.signatories] == [
        ("Trần Ngọc Lan", "Phó Chủ tịch UBND tỉnh Kon Tum")
    ]
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Kon Tum"


def test_the_act_is_found_however_far_down_it_is_named() -> None:
    filler = "Lãnh đạo tỉnh đi thăm các hộ dân vùng lũ và động viên bà con sớm ổn định cuộc sống.\n" * 60
    reading = read(
        f"Chăm lo vùng lũ\n{filler}Ngày 03/10/2024, Tỉnh ủy Yên Bái ban hành Công văn số 990-CV/TU về "
        f"cứu trợ.\n"
    )
    assert reading.number is not None and reading.number.text == "990-CV/TU"


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 15-KH/TU ngày 2/2/2022 của Tỉnh ủy Lào Cai, các xã tổ chức trồng rừng.\n",
        "Căn cứ Luật Đất đai, Quyết định số 12/QĐ-UBND ngày 3/3/2023 của UBND tỉnh, hộ ông A được giao "
        "đất.\n",
        "Theo Công văn số 31/SYT-NV ngày 3/3/2023, UBND huyện yêu cầu các xã làm ngay:\n",
    ],
)
def test_an_act_that_a_text_rests_on_is_not_what_it_reports(text: str) -> None:
    reading = read(text * 2)
    assert reading.number is None
    assert reading.kind == "directive"


@pytest.mark.parametrize(
    ("text", "code", "issuer", "date", "subject", "signer"),
    [
        (
            "Thông báo của Chủ tịch Công đoàn, Giám đốc\n\n05/9/2016\n\nNhằm chấn chỉnh nề nếp, Giám "
            "đốc yêu cầu:\n"
            "Các phòng nộp báo cáo tuần trước ngày 12/9/2016. Trưởng phòng phải ký duyệt.\n\n   Giám "
            "đốc\n  Phan Thị Mơ\n",
            "TB",
            "Chủ tịch Công đoàn, Giám đốc",
            "2016-09-05",
            None,
            "Phan Thị Mơ",
        ),
        (
            "Kế hoạch Tổ chức Ngày hội đọc sách năm học 2022\n\nKính gửi: Các tổ chuyên môn\n\nThực "
            "hiện Công văn số "
            "77/PGDĐT ngày 1/3/2022 của Phòng Giáo dục và Đào tạo, Trường Tiểu học Sơn Ca (THSC) đề "
            "nghị các tổ "
            "thực hiện các việc sau:\n\n1. Các tổ chuyên môn chọn sách.\n2. Thư viện phải trưng bày "
            "sách.\n",
            "KH",
            "Trường Tiểu học Sơn Ca",
            None,
            "Tổ chức Ngày hội đọc sách năm học 2022",
            None,
        ),
        (
            "Thông báo của Ban Thường vụ Huyện ủy về lịch tiếp dân\n\nBan Thường vụ Huyện ủy thông báo "
            "như sau:\n\n"
            "1. Các chi bộ phải niêm yết lịch.\n2. Văn phòng chuẩn bị phòng họp.\n",
            "TB",
            "Ban Thường vụ Huyện ủy",
            None,
            "về lịch tiếp dân",
            None,
        ),
    ],
)
def test_pages_with_a_title_and_no_head(
    text: str, code: str, issuer: str, date: str | None, subject: str | None, signer: str | None
) -> None:
    reading = read(text)
    assert reading.type is not None and reading.type.code == code
    assert reading.issuer is not None and reading.issuer.name == issuer
    assert (reading.issued.date if reading.issued else None) == date
    assert reading.subject == subject
    assert [s.name for s in reading.signatories] == ([signer] if signer else [])
    assert len(reading.obligations) >= 2


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Bí thư Đảng ủy, Hiệu trưởng yêu cầu các đồng chí thực hiện các nội dung sau:\n1. Nộp báo "
            "cáo trước ngày "
            "3/4/2024.\n2. Trực đúng lịch.\n",
            "Bí thư Đảng ủy, Hiệu trưởng",
        ),
        (
            "Trước tình hình mưa lớn kéo dài, Ủy ban nhân dân xã Tân Lập yêu cầu các thôn làm ngay:\n- "
            "Kiểm tra đê bao.\n"
            "- Di dời các hộ ven suối.\n",
            "Ủy ban nhân dân xã Tân Lập",
        ),
    ],
)
def test_duties_are_read_where_only_a_lead_in_says_who_orders(text: str, issuer: str) -> None:
    reading = read(text)
    assert reading.issuer is not None and reading.issuer.name == issuer and reading.issuer.confidence < 0.8
    assert len(reading.obligations) == 2
    assert [w.code for w in reading.warnings if w.code == "head-missing"] == ["head-missing"]


@pytest.mark.parametrize(
    "text",
    [
        "Hướng dẫn nấu phở bò tại nhà\n\nNguyên liệu gồm:\n- Xương bò\n- Hành, gừng\n\nBạn ninh xương "
        "trong 6 giờ.\n",
        "Thông báo lịch cắt điện\n\nThứ hai: khu A.\nThứ ba: khu B.\n",
        "Bộ bàn ghế gồm các món:\n- Bàn\n- Ghế\n",
    ],
)
def test_a_page_where_no_body_orders_is_no_directive(text: str) -> None:
    reading = read(text)
    assert reading.obligations == [] and reading.issuer is None and reading.type is None


def test_whom_an_article_says_the_act_was_sent_to() -> None:
    reading = read(
        "Quy định mới về xe công\n\nNgày 12/3, bà Lò Thị Mai - Ủy viên Bộ Chính trị, Thường trực Ban Bí thư đã ký Công văn "
        "số 88-CV/TW gửi các tỉnh ủy, thành ủy; các đảng đoàn, ban cán sự đảng về sử dụng xe công.\n\n"
        "1. Các đồng chí lãnh đạo không dùng xe công vào việc riêng.\n"
    )
    assert reading.addressees == ["các tỉnh ủy, thành ủy", "các đảng đoàn, ban cán sự đảng"]
    assert reading.subject == "sử dụng xe công"
    assert [s.name for s in reading.signatories] == ["Lò Thị Mai"]
    assert reading.issuer is not None and reading.issuer.name == "Ban Bí thư"


def test_a_telegram_s_addressees_stand_in_a_sentence_of_their_own() -> None:
    reading = read(
        "Thủ tướng Chính phủ vừa ký Công điện số 31/CĐ-TTg ngày 02/6/2024 về vỡ đập Hồng Lĩnh.\n\n"
        "Công điện gửi Bộ trưởng các Bộ: Công an, Quốc phòng; Chủ tịch Ủy ban nhân dân tỉnh Sơn La, nêu rõ:\n"
        "1. Bộ Quốc phòng huy động lực lượng tìm kiếm người mất tích.\n"
    )
    assert reading.addressees == [
        "Bộ trưởng các Bộ: Công an, Quốc phòng",
        "Chủ tịch Ủy ban nhân dân tỉnh Sơn La",
    ]


def test_the_territory_comes_from_elsewhere_in_the_article() -> None:
    reading = read(
        "UBND tỉnh yêu cầu rà soát chợ tạm\n\nNgày 04/5/2018, UBND tỉnh ban hành Công văn số 210/UBND-KT về rà soát chợ "
        "tạm.\n\nTheo đó, UBND tỉnh yêu cầu các huyện báo cáo kết quả về Ủy ban nhân dân tỉnh Cao Bằng trước ngày 20/5/2018.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Cao Bằng"


def test_an_article_s_title_orders_nothing() -> None:
    reading = read(
        "UBND tỉnh yêu cầu các huyện kiểm tra chợ tạm\n\nNgày 04/5/2018, UBND tỉnh ban hành Công văn số 210/UBND-KT về kiểm "
        "tra chợ tạm.\n\nTheo đó, UBND tỉnh yêu cầu các huyện kiểm tra chợ tạm trước ngày 20/5/2018.\n"
    )
    assert len(reading.obligations) == 1 and reading.obligations[0].text.endswith("trước ngày 20/5/2018")


def test_an_office_s_own_notice_of_another_act_is_no_report_of_it() -> None:
    reading = read(
        "TRƯỜNG CAO ĐẲNG NGHỀ PHÚ THỌ THÔNG BÁO THỰC HIỆN CHỈ THỊ 09/CT-UBND CỦA UBND TỈNH PHÚ THỌ VỀ PHÒNG CHÁY\n\n"
        "Thực hiện Chỉ thị 09/CT-UBND ngày 05/3/2024 của Chủ tịch UBND tỉnh Phú Thọ, Nhà trường yêu cầu:\n\n"
        "Các khoa kiểm tra bình chữa cháy trước ngày 20/3/2024. (Chi tiết Chỉ thị 09/CT-UBND kèm theo).\n"
    )
    assert reading.kind == "directive" and reading.number is None
    assert reading.type is not None and reading.type.code == "TB"
    assert reading.issuer is not None and reading.issuer.name == "Trường Cao đẳng nghề Phú Thọ"
    assert (reading.subject or "").startswith("THỰC HIỆN CHỈ THỊ 09/CT-UBND")
    assert [r.number for r in reading.references][:2] == ["09/CT-UBND", "09/CT-UBND"]
    assert [o.deadlines for o in reading.obligations] == [["trước ngày 20/3/2024"]]


def test_the_title_behind_the_number_and_the_day_of_signing_at_the_end() -> None:
    found = read(
        "Nghị quyết 412/NQ-CP: Nạo vét luồng vào các bến cá\n\nTheo Nghị quyết số 412/NQ-CP, Ủy ban nhân dân các xã "
        "ven biển phải công khai lịch nạo vét.\n\nNghị quyết này có hiệu lực thi hành kể từ ngày ký ban hành (ngày "
        "14/8/2024).\n"
    )
    assert found.number is not None and found.issued is not None
    assert (found.number.text, found.issued.date) == ("412/NQ-CP", "2024-08-14")
    assert found.subject == "Nạo vét luồng vào các bến cá"
