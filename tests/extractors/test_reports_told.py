"""Articles that report an act without its number, pages that reprint a letter below a sentence about it."""

from __future__ import annotations

import pytest

from extractors.reading import read

UNDER = "\n\nTheo đó, các đơn vị phải rà soát và báo cáo trước ngày 20/9/2024.\n"


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "date", "subject", "signer"),
    [
        (
            "Chiều 6/9/2024, thay mặt Ban Thường vụ Tỉnh ủy, Phó Bí thư Thường trực Tỉnh ủy Lê Văn Chỉnh đã ký công "
            "văn hỏa tốc gửi các huyện ủy, thành ủy về việc ứng phó với bão số 3.",
            "CV", "Ban Thường vụ Tỉnh ủy", "2024-09-06", "ứng phó với bão số 3", "Lê Văn Chỉnh",
        ),
        (
            "(BNĐ) - Ban Bí thư Trung ương Đảng vừa có Điện gửi các tỉnh ủy về việc phòng, chống dịch bệnh.",
            "CĐ", "Ban Bí thư Trung ương Đảng", None, "phòng, chống dịch bệnh", None,
        ),
        (
            "Bộ GD&ĐT có văn bản yêu cầu các sở giáo dục và đào tạo chấn chỉnh hoạt động dạy thêm.",
            None, "Bộ Giáo dục và Đào tạo", None,
            "chấn chỉnh hoạt động dạy thêm", None,
        ),
        (
            "Để chiến dịch đạt kết quả, ngày 12 tháng 5 năm 2014, Thủ tướng Chính phủ đã ban hành Công văn yêu cầu các "
            "bộ, ngành phối hợp.",
            "CV", "Thủ tướng Chính phủ", "2014-05-12", "phối hợp", None,
        ),
        (
            "Sáng 23/12, thông tin từ Bộ Y tế cho biết Bộ Y tế vừa có công văn gửi các tỉnh về việc phòng, chống dịch.",
            "CV", "Bộ Y tế", None, "phòng, chống dịch", None,
        ),
        (
            "Ngày 20-9-2023, Văn phòng UBND tỉnh Hà Nam cho biết vừa có công văn gửi Cục Thuế tỉnh đề nghị xem lại hồ sơ.",
            "CV", "Văn phòng Ủy ban nhân dân tỉnh Hà Nam", "2023-09-20", "đề nghị xem lại hồ sơ", None,
        ),
        (
            "Cục Thú y nhiệt đới, Bộ Y tế vừa có công văn gửi các trại yêu cầu tiêm phòng.",
            "CV", "Cục Thú y nhiệt đới", None, "yêu cầu tiêm phòng", None,
        ),
        (
            "Sở GD&ĐT Hà Nội vừa có văn bản gửi các trường về việc tổ chức kỳ thi\n\nSở GD&ĐT Hà Nội vừa có văn bản gửi "
            "các trường về việc chuẩn bị kỳ thi tuyển sinh. Văn bản do Phó Giám đốc Sở Lê Văn Hòa ký ngày 12/4/2023.",
            None, "Sở Giáo dục và Đào tạo Hà Nội", "2023-04-12", "chuẩn bị kỳ thi tuyển sinh", "Lê Văn Hòa",
        ),
    ],
)  # fmt: skip
def test_an_act_told_of_without_its_number(
    text: str, kind: str | None, issuer: str, date: str | None, subject: str, signer: str | None
) -> None:
    reading = read(text + UNDER)
    assert reading.kind == "report"
    assert reading.number is None
    assert (reading.type.code if reading.type else None) == kind
    assert reading.issuer is not None and reading.issuer.name == issuer
    assert (reading.issued.date if reading.issued else None) == date
    assert reading.subject == subject
    assert [s.name for s in reading.signatories] == ([signer] if signer else [])


@pytest.mark.parametrize(
    "text",
    [
        "Công ty A vừa có văn bản gửi UBND tỉnh đề nghị gia hạn dự án." + UNDER,
        "Thời gian qua, UBND tỉnh đã có văn bản chỉ đạo quản lý đất đai. Kết quả còn thấp, yêu cầu cao."
        + UNDER,
        "UBND tỉnh đã có văn bản chỉ đạo quản lý đất đai. Tuy nhiên kết quả còn thấp so với yêu cầu.\n",
        "Bộ quần áo đã có thông báo gửi về từ hôm qua, mẹ đề nghị anh về nhà.\n",
    ],
)
def test_what_is_no_report(text: str) -> None:
    reading = read(text)
    assert reading.kind == "directive"
    assert reading.issuer is None


@pytest.mark.parametrize("between", ["Để thực hiện, Ủy ban", "Kết quả còn thấp. Ủy ban"])
def test_the_body_that_orders_here_goes_before_one_told_of(between: str) -> None:
    reading = read(
        f"Ngày 5/3/2022, UBND tỉnh đã có văn bản chỉ đạo quản lý đất đai. {between} nhân dân huyện Giao Thủy yêu cầu các "
        "xã:\n\n1. Rà soát hồ sơ trước ngày 20/3/2022.\n2. Báo cáo về Phòng Tài chính.\n"
    )
    assert reading.kind == "directive"
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân huyện Giao Thủy"


LETTER = (
    "Kính gửi: - Các tỉnh ủy, thành ủy.\n\nNgày 12/4/2012, Ban Tổ chức Trung ương ban hành Hướng dẫn số "
    "14-HD/BTCTW về công tác nhân sự.\n\nBan Tổ chức Trung ương đề nghị các cấp ủy thực hiện.\n\n"
    "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n(đã ký)\nLê Văn Trung\n"
)


def test_a_letter_reprinted_below_a_sentence_about_it() -> None:
    reading = read(
        "Đính chính Hướng dẫn số 14-HD/BTCTW ngày 12/4/2012\n\nCập nhật lúc 09:15\n\nNgày 18/5/2012, Ban Tổ chức Trung "
        "ương có Công văn số 2841-CV/BTCTW về việc đính chính Hướng dẫn số 14-HD/BTCTW. Dưới đây là nội dung công "
        f"văn:\n\n{LETTER}"
    )
    assert reading.kind == "directive"
    assert reading.number is not None and reading.number.text == "2841-CV/BTCTW"
    assert reading.issuer is not None and reading.issuer.name == "Ban Tổ chức Trung ương"
    assert reading.issued is not None and (reading.issued.date, reading.issued.place) == ("2012-05-18", None)
    assert reading.addressees == ["Các tỉnh ủy, thành ủy"]
    assert [s.name for s in reading.signatories] == ["Lê Văn Trung"]
    assert {r.number for r in reading.references} == {"14-HD/BTCTW"}


def test_a_telegram_reprinted_names_its_signer_above() -> None:
    reading = read(
        "Ban Bí thư yêu cầu tổ chức tốt Tết trồng cây\n\nNgày 05/02/2021, Thường trực Ban Bí thư Trần Quốc Văn vừa có "
        "Điện về việc tổ chức Tết trồng cây. Toàn văn như sau:\n\nKính gửi các tỉnh ủy.\n\n1. Các tỉnh ủy tổ chức Tết "
        "trồng cây thiết thực.\n"
    )
    assert reading.type is not None and reading.type.code == "CĐ"
    assert reading.issuer is not None and reading.issuer.name == "Ban Bí thư"
    assert reading.issued is not None and reading.issued.date == "2021-02-05"
    assert [s.name for s in reading.signatories] == ["Trần Quốc Văn"]


def test_a_plan_that_a_body_has_just_drawn_up() -> None:
    reading = read(
        "Thực hiện chỉ đạo của Trung ương, Ban Thường vụ Tỉnh ủy vừa xây dựng kế hoạch kiểm tra việc thu đảng phí "
        "trong Đảng bộ.\nNội dung tập trung vào việc lập sổ. Các đảng bộ trực thuộc tiến hành tự kiểm tra và báo "
        "cáo trước ngày 30/10/2019. Ban Thường vụ Tỉnh ủy giao Văn phòng Tỉnh ủy tổng hợp.\n"
    )
    assert reading.kind == "report" and reading.type is not None and reading.type.code == "KH"
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Tỉnh ủy"
    assert [d.date for d in reading.deadlines] == ["2019-10-30"]


def test_what_an_article_tells_apart_from_the_number_fills_the_head() -> None:
    reading = read(
        "Phó Bí thư Thành ủy Đà Nẵng Lê Thị Hoa vừa ký văn bản về việc tiết kiệm điện mùa khô.\n\n"
        "Theo Công văn số 91-CV/TU, Thường trực Thành ủy yêu cầu:\n\n"
        "Các cơ quan đảng tắt đèn ngoài giờ làm việc.\n"
    )
    assert reading.number is not None and reading.number.text == "91-CV/TU"
    assert reading.issuer is not None and reading.issuer.name == "Thành ủy Đà Nẵng"
    assert reading.subject == "tiết kiệm điện mùa khô"
    assert [signatory.name for signatory in reading.signatories] == ["Lê Thị Hoa"]


def test_a_guide_that_an_order_rests_on_is_not_the_act_reported() -> None:
    reading = read(
        "Nộp hồ sơ quy hoạch trước tháng 9\n\n"
        "(Baoquangninh.com)- Ban Thường vụ Tỉnh ủy vừa có công văn chỉ đạo thực hiện việc quy hoạch cán bộ.\n\n"
        "Công văn nêu rõ, Báo Quảng Ninh và các huyện ủy tiếp tục thực hiện việc quy hoạch theo Hướng dẫn số 16- HD/BTCTW ngày "
        "12/3/2016 của Ban Tổ chức Trung ương và Hướng dẫn số 04-HD/TU ngày 02/4/2016 của Ban Thường vụ Tỉnh ủy.\n"
    )
    assert reading.number is None
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Tỉnh ủy Quảng Ninh"
    assert [reference.number for reference in reading.references] == ["16-HD/BTCTW", "04-HD/TU"]


def test_a_paper_s_short_name_in_capitals_is_no_part_of_who_issues() -> None:
    reading = read(
        "TTHT - Ban Thường vụ Tỉnh ủy Hà Tĩnh vừa ban hành Kế hoạch số 30-KH/TU về chuyển đổi số." + UNDER
    )
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Tỉnh ủy Hà Tĩnh"


def test_an_article_on_what_a_body_asks_by_a_day_is_read_though_it_names_no_act() -> None:
    reading = read(
        "Lạng Sơn: Đại hội chi bộ xong trước tháng tư\n\n"
        "Đợt này nhằm rút kinh nghiệm cho toàn Đảng bộ.\n\n"
        "Tỉnh ủy Lạng Sơn yêu cầu các chi bộ hoàn thành đại hội trước ngày 31/3/2015; cấp Huyện ủy hoàn thành "
        "trước ngày 30/6/2015.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Tỉnh ủy Lạng Sơn"
    assert [(o.bearers, o.deadlines) for o in reading.obligations] == [
        (["các chi bộ"], ["trước ngày 31/3/2015"]),
        (["cấp Huyện ủy"], ["trước ngày 30/6/2015"]),
    ]


def test_news_of_a_body_that_asks_for_nothing_by_any_day_is_no_directive() -> None:
    reading = read(
        "Hội khỏe của huyện\n\nSáng nay hội khỏe khai mạc tại sân vận động.\n\n"
        "Huyện ủy Văn Lãng đề nghị khán giả cổ vũ văn minh.\n"
    )
    assert reading.obligations == [] and reading.issuer is None


def test_the_day_before_the_body_needs_no_comma() -> None:
    reading = read(
        "Thực hiện Chỉ thị số 17-CT/TU, ngày 30/12/2013 UBND tỉnh có Công văn 9417/UBND-TH yêu cầu:" + UNDER
    )
    assert reading.issued is not None and reading.issued.date == "2013-12-30"


def test_what_was_issued_before_is_not_what_the_article_reports() -> None:
    reading = read(
        "Đội mũ bảo hiểm khi đi xe đạp điện\n\n"
        "(Báo Cà Mau)- Ban Thường vụ Tỉnh ủy chỉ đạo các chi bộ thực hiện nghiêm Chỉ thị số 31-CT/TU về an toàn giao thông.\n\n"
        "Trước đó, năm 2014, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị số 31-CT/TU. Các chi bộ phải báo cáo trước ngày "
        "20/9/2016.\n"
    )
    assert reading.number is None
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Tỉnh ủy"


def test_a_page_s_section_above_a_title_that_cites_the_act() -> None:
    reading = read(
        "Thông báo\n\n"
        "Công văn số 2936/UBND-XD ngày 17/8/2018 của Ủy ban nhân dân tỉnh Hà Nam về việc thực hiện Chỉ thị số 21-CT/TU "
        "ngày 09/8/2018 của Tỉnh ủy Hà Nam\nỦy ban nhân dân tỉnh yêu cầu các sở thực hiện các nhiệm vụ sau:\n"
        "1. Các sở phổ biến Chỉ thị.\n"
    )
    assert reading.number is not None and reading.number.text == "2936/UBND-XD"
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Hà Nam"
    assert [reference.issuer for reference in reading.references] == ["Tỉnh ủy Hà Nam"]


def test_the_title_says_whose_committee_it_is_and_the_page_s_day_the_year() -> None:
    reading = read(
        "Cao Bằng: Hoãn đại hội các chi bộ\nNgày cập nhật 27/03/2020\n\n"
        "Chiều nay (26/3), thay mặt Ban Thường vụ Tỉnh ủy, Phó Bí thư Tỉnh ủy Lê Văn Hoàn đã ký công văn gửi các huyện ủy "
        "về việc hoãn đại hội.\n\nCông văn yêu cầu các huyện ủy báo cáo trước ngày 30/3/2020.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Tỉnh ủy Cao Bằng"
    assert reading.issued is not None and reading.issued.date == "2020-03-26"


def test_to_whom_it_was_sent_is_no_part_of_its_subject() -> None:
    reading = read(
        "Hội LHPN tỉnh Hà Nam vừa có Công văn số 24/HPN-TG về việc tổ chức Tuần lễ Áo dài gửi Hội LHPN các huyện."
        + UNDER
    )
    assert reading.subject == "tổ chức Tuần lễ Áo dài"


def test_an_act_quoted_by_its_serial_and_days_of_the_only_year_named() -> None:
    reading = read(
        "Rà soát quy định về cán bộ\n\n"
        "Theo kết luận 127 ban hành ngày 28/2, Bộ Chính trị giao Ban Tổ chức Trung ương rà soát quy định trước 7/4; các "
        "đề án hoàn thành từ đầu tháng 3/2025.\n"
    )
    assert reading.number is not None and reading.number.text == "127"
    assert reading.type is not None and reading.type.code == "KL"
    assert reading.issuer is not None and reading.issuer.name == "Bộ Chính trị"
    assert reading.issued is not None and reading.issued.date == "2025-02-28"
    assert [deadline.date for deadline in reading.deadlines if "7/4" in deadline.text] == ["2025-04-07"]


def test_a_day_without_a_year_stays_open_where_several_years_are_named() -> None:
    reading = read(
        "Ban Thường vụ Tỉnh ủy vừa xây dựng kế hoạch kiểm tra nội bộ.\n\nTheo đó, các huyện ủy phải báo cáo trước 30/10. "
        "Đợt kiểm tra năm 2018 và năm 2019 chưa đạt.\n"
    )
    assert [deadline.date for deadline in reading.deadlines] == [None]


@pytest.mark.parametrize(
    ("carried_out", "number", "issuer"),
    [
        (
            "Để thực hiện Quy định trên, Ban Tổ chức Tỉnh ủy hướng dẫn việc trao kỷ niệm chương như sau:",
            None,
            "Ban Tổ chức Tỉnh ủy",
        ),
        (
            "Để thực hiện Quy định trên, Ban Thường vụ Tỉnh ủy yêu cầu các huyện ủy thực hiện các việc sau:",
            "31-QĐ/TU",
            "Ban Thường vụ Tỉnh ủy",
        ),
    ],
)
def test_a_page_that_carries_out_another_body_s_act_is_not_that_act(
    carried_out: str, number: str | None, issuer: str
) -> None:
    reading = read(
        "Về việc trao kỷ niệm chương\n\nNgày 12/5/2022, Ban Thường vụ Tỉnh ủy đã ban hành Quy định số 31-QĐ/TU về công "
        f"tác khen thưởng. {carried_out}\n\n- Các huyện ủy lập danh sách trước ngày 30/6/2022.\n"
    )
    assert (reading.number.text if reading.number else None) == number
    assert reading.issuer is not None and reading.issuer.name == issuer


def test_a_subject_between_quotation_marks() -> None:
    reading = read(
        "Ngày 27/5/2022, Phó Bí thư Huyện ủy Lộc Bình đã ký ban hành Công văn số 27-CV/HU “về việc chuẩn bị lễ hội bến "
        "nước”.\n\nCông văn yêu cầu các chi bộ báo cáo trước ngày 30/6/2022.\n"
    )
    assert reading.subject == "chuẩn bị lễ hội bến nước"
