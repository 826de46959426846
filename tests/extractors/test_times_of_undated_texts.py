"""Texts without a day of their own: a printed day stays, days without a year take the only year printed."""

from __future__ import annotations

from extractors.reading import read

NEWS = (
    "(GLO) - UBND tỉnh vừa ban hành Kế hoạch số 31/KH-UBND về rà soát bến thủy.\n\n"
    "Theo kế hoạch, thời gian rà soát, đăng ký tiến hành từ ngày 1-9 đến hết ngày 31-12-2018. Trước ngày 25-10, các xã phải "
    "báo cáo kết quả{more}.\n"
)


def test_days_without_a_year_take_the_year_of_the_only_dated_term() -> None:
    more = ", làm cơ sở cho chương trình năm 2020"
    found = {d.text: d.date for d in read(NEWS.format(more=more)).deadlines}
    assert found == {
        "từ ngày 1-9 đến hết ngày 31-12-2018": "2018-09-01/2018-12-31",
        "Trước ngày 25-10": "2018-10-25",
    }


def test_terms_of_two_years_leave_the_others_open() -> None:
    more = " và trước ngày 16/3/2019 phải nộp hồ sơ, làm cơ sở cho chương trình năm 2020"
    found = {d.text: d.date for d in read(NEWS.format(more=more)).deadlines}
    assert found["Trước ngày 25-10"] is None


def test_from_now_to_a_printed_day_keeps_the_day() -> None:
    reading = read(
        "Đẩy nhanh cấp thẻ\n\nUBND tỉnh vừa có văn bản về việc cấp thẻ.\n\nTheo đó, UBND tỉnh yêu cầu từ nay đến ngày 5/8/2021 Công an "
        "tỉnh phải duy trì các tổ cấp thẻ.\n"
    )
    assert [d.date for d in reading.deadlines] == ["2021-08-05"]


def test_a_term_that_only_says_how_long_is_no_ban() -> None:
    reading = read(
        "BỘ TÀI CHÍNH\nSố: 19/BTC-TCHQ\nHà Nội, ngày 29 tháng 12 năm 2014\n\nKính gửi: Các Cục Hải quan.\n\n"
        "Bộ Tài chính yêu cầu các đơn vị thực hiện như sau:\n\n1. Thời hạn kiểm tra hồ sơ: không quá 03 giờ làm việc kể từ thời điểm "
        "nhận đủ hồ sơ.\n\n2. Số người của mỗi tổ: không quá 05 người.\n"
    )
    assert [o.modality for o in reading.obligations] == ["obligation", "prohibition"]
