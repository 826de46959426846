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
            "CV", "Ban Thường vụ Tỉnh ủy", "2024-09-06", "về việc ứng phó với bão số 3", "Lê Văn Chỉnh",
        ),
        (
            "(BNĐ) - Ban Bí thư Trung ương Đảng vừa có Điện gửi các tỉnh ủy về việc phòng, chống dịch bệnh.",
            "CĐ", "Ban Bí thư Trung ương Đảng", None, "về việc phòng, chống dịch bệnh", None,
        ),
        (
            "Bộ GD&ĐT có văn bản yêu cầu các sở giáo dục và đào tạo chấn chỉnh hoạt động dạy thêm.",
            None, "Bộ Giáo dục và Đào tạo", None,
            "yêu cầu các sở giáo dục và đào tạo chấn chỉnh hoạt động dạy thêm", None,
        ),
        (
            "Để chiến dịch đạt kết quả, ngày 12 tháng 5 năm 2014, Thủ tướng Chính phủ đã ban hành Công văn yêu cầu các "
            "bộ, ngành phối hợp.",
            "CV", "Thủ tướng Chính phủ", "2014-05-12", "yêu cầu các bộ, ngành phối hợp", None,
        ),
        (
            "Sáng 23/12, thông tin từ Bộ Y tế cho biết Bộ Y tế vừa có công văn gửi các tỉnh về việc phòng, chống dịch.",
            "CV", "Bộ Y tế", None, "về việc phòng, chống dịch", None,
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
            None, "Sở Giáo dục và Đào tạo Hà Nội", "2023-04-12", "về việc chuẩn bị kỳ thi tuyển sinh", "Lê Văn Hòa",
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
