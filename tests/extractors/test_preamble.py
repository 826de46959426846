"""Directives that a web page carries: menus, a title and a table stand above the head."""

from __future__ import annotations

import pytest

from extractors.reading import read

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\n-------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh "
    "phúc\n---------------\n\nSố: 417/KH-UBND\n\nYên Bái, ngày 08 tháng 5 năm 2019\n\nKẾ HOẠCH\n\n"
    "RÀ SOÁT CẦU TREO DÂN SINH\n\nThực hiện Luật Giao thông đường bộ, Ủy ban nhân dân tỉnh ban hành Kế hoạch "
    "như sau:\n\n1. Sở Giao thông vận tải rà soát các cầu treo trước ngày 30/6/2019.\n"
)
TABLE = (
    "Số hiệu: 417/KH-UBND Loại văn bản: Kế hoạch\nNơi ban hành: Tỉnh Yên Bái Người ký: Lò Thị Mai\n"
    "Ngày ban hành: 08/05/2019 Ngày hiệu lực: Đã biết\nTình trạng: Còn hiệu lực\n\n"
)
BARS = (
    "| Số hiệu | 417/KH-UBND |\n| Ngày ban hành | 08/05/2019 |\n| Loại văn bản | Kế hoạch |\n"
    "| Cơ quan ban hành | Tỉnh Yên Bái |\n| Người ký | Lò Thị Mai |\n"
)
TITLE = "Kế hoạch 417/KH-UBND năm 2019 rà soát cầu treo dân sinh do tỉnh Yên Bái ban hành\n\n"


@pytest.mark.parametrize(
    "above",
    [
        "Hệ thống pháp luật\n\n",
        TITLE,
        TABLE,
        TITLE + TABLE,
        TITLE + BARS,
        "Từ khoá: Số Hiệu, Tiêu đề...\n\nĐăng nhập\n\nĐang tải văn bản...\n\n" + TITLE + TABLE,
        "Bạn đang xem bản rút gọn của tài liệu. Xem và tải ngay bản đầy đủ của tài liệu tại đây (12 KB)\n\n",
        "(Báo Yên Bái) - Tại Kế hoạch số 417/KH-UBND ngày 08/5/2019, Ủy ban nhân dân tỉnh giao các sở, ngành rà "
        "soát cầu treo. Ban Biên tập đăng toàn văn.\n\n",
    ],
)
def test_what_a_page_prints_above_is_not_the_head(above: str) -> None:
    reading = read(above + HEAD)
    assert reading.kind == "directive"
    assert reading.number is not None and reading.number.text == "417/KH-UBND"
    assert reading.number.span is not None and reading.number.span[0] >= len(above)
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Yên Bái"
    assert reading.issued is not None and reading.issued.date == "2019-05-08"
    assert reading.subject == "RÀ SOÁT CẦU TREO DÂN SINH"
    assert all(r.number != "417/KH-UBND" for r in reading.references)


def test_a_table_that_names_another_number_is_a_warning() -> None:
    reading = read(TABLE.replace("417", "471") + HEAD)
    assert reading.number is not None and reading.number.text == "417/KH-UBND"
    assert reading.number.confidence < 0.8
    assert "number-mismatch" in {w.code for w in reading.warnings}


def test_the_table_names_who_signed_where_the_text_ends_without_a_signature() -> None:
    assert [s.name for s in read(TABLE + HEAD).signatories] == ["Lò Thị Mai"]
    signed = HEAD + "\nNơi nhận:\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nHoàng Văn Sáng\n"
    assert [s.name for s in read(TABLE + signed).signatories] == ["Hoàng Văn Sáng"]


def test_a_form_inside_an_article_is_no_head() -> None:
    text = (
        "Cách viết đơn xin chuyển trường cho con năm 2024 theo mẫu mới mà phụ huynh cần biết trước khi nộp hồ sơ "
        "cho nhà trường nơi đến\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN XIN "
        "CHUYỂN TRƯỜNG\n\nTôi tên là: ........\n"
    )
    reading = read(text)
    assert reading.number is None and reading.issuer is None and reading.obligations == []


def test_a_title_gives_the_subject_that_the_head_lost() -> None:
    lost = (
        "Công văn 52/SXD-QLN năm 2022 về kiểm tra nhà ở công nhân do Sở Xây dựng tỉnh Thái Bình ban hành\n"
        "Số hiệu: 52/SXD-QLN Loại văn bản: Công văn\nNơi ban hành: Sở Xây dựng tỉnh Thái Bình Người ký: Vũ An\n\n"
        "UBND TỈNH THÁI BÌNH\nSỞ XÂY DỰNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 52/SXD-QLN\nThái Bình, ngày 10 tháng 01 năm 2022\nKính gửi: Các chủ đầu tư\n"
        "Sở Xây dựng đề nghị các chủ đầu tư kiểm tra nhà ở trước ngày 20/01/2022.\n"
    )
    assert read(lost).subject == "về kiểm tra nhà ở công nhân"
