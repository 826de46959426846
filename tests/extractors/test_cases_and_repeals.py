"""Cases beside times, bodies known by what they have in a heading, acts repealed in a list, names of bodies."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


def times(sentence: str) -> list[tuple[str, str]]:
    return [(d.text, d.bound) for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Khi có hai khách ngã, chủ đò báo trạm y tế trong vòng 30 phút.", [("trong vòng 30 phút", "by")]),
        (
            "Khi xảy ra tai nạn, chủ đò báo ngay trạm y tế. Trạm báo Sở trong vòng 30 phút.",
            [("Khi xảy ra tai nạn", "event"), ("trong vòng 30 phút", "by")],
        ),
        (
            "Nhận được công văn này, yêu cầu các trạm nộp sổ trước ngày 12/5/2024.",
            [("trước ngày 12/5/2024", "before")],
        ),
        ("Nhận được công văn này, các trạm nộp sổ.", [("Nhận được công văn này", "event")]),
        ("Đò bị tạm giữ quá 36 giờ mà không ai nhận thì UBND xã xử lý.", []),
        ("Thu hồi giấy phép đối với đò không bật đèn quá 10 ngày mà không có lý do.", []),
        ("Việc gia hạn không được quá 30 ngày.", [("không được quá 30 ngày", "by")]),
        ("Trình UBND tỉnh, không để quá 07 ngày làm việc.", [("không để quá 07 ngày làm việc", "by")]),
        ("Không nhận khách sau 6 giờ 30 phút sáng.", [("sau 6 giờ 30 phút sáng", "after")]),
        (
            "Các hộ được dùng bến cũ cho tới lúc bến mới hoàn thành.",
            [("cho tới lúc bến mới hoàn thành", "event")],
        ),
    ],
)
def test_times_and_cases(sentence: str, found: list[tuple[str, str]]) -> None:
    assert times(sentence) == found


def test_a_heading_names_a_body_by_what_it_has() -> None:
    orders = read(
        f"{HEAD}{LEAD}1. Hiệu trưởng các trường có nhà ăn\n1.1. Rà soát ngay hợp đồng với nhà cung cấp.\n"
        "1.2. Lưu mẫu thức ăn đủ 24 giờ.\n2. Sở Y tế\n2.1. Lập đoàn kiểm tra.\n"
    ).obligations
    assert [o.bearers for o in orders if o.text.startswith(("Rà", "Lưu", "Lập"))] == [
        ["Hiệu trưởng các trường có nhà ăn"],
        ["Hiệu trưởng các trường có nhà ăn"],
        ["Sở Y tế"],
    ]


def test_acts_repealed_in_a_list_order_nothing_whatever_their_titles_say() -> None:
    reading = read(
        f"{HEAD}{LEAD}1. Bãi bỏ các Quyết định sau đây:\n"
        "a) Quyết định số 17/2012/QĐ-UBND ngày 09 tháng 5 năm 2012 của Ủy ban nhân dân tỉnh Hà Nam Ban hành Quy chế quản lý đò; cập nhật sổ đò;\n"
        "b) Quyết định số 31/2019/QĐ-UBND ngày 14 tháng 3 năm 2019 của Ủy ban nhân dân tỉnh Bắc Giang Ban hành Quy chế thu phí.\n"
        "2. Các trạm thực hiện Quyết định số 08/2023/QĐ-UBND ngày 22 tháng 4 năm 2023 của Ủy ban nhân dân tỉnh Bắc Giang Sửa đổi, bổ sung các quyết định về đò.\n"
    )
    assert [o.text[:8] for o in reading.obligations] == ["Các trạm"]
    assert [(r.number, r.relation, r.issuer) for r in reading.references][1:] == [
        ("17/2012/QĐ-UBND", "replaces", "Ủy ban nhân dân tỉnh Hà Nam"),
        ("31/2019/QĐ-UBND", "replaces", "Ủy ban nhân dân tỉnh Bắc Giang"),
        ("08/2023/QĐ-UBND", "implements", "Ủy ban nhân dân tỉnh Bắc Giang"),
    ]


def test_lettered_acts_carried_out_are_as_their_lead_in_says() -> None:
    reading = read(
        f"{HEAD}{LEAD}1. Căn cứ các văn bản sau:\na) Quyết định số 23/QĐ-BYT ngày 28/7/2021;\n"
        "b) Quyết định số 44/QĐ-BYT ngày 11/8/2021.\n"
    )
    assert [r.relation for r in reading.references if r.type == "QĐ"] == ["implements", "implements"]


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        (
            "Thông tư liên tịch số 21/2014/TTLT-BYT-BGDĐT ngày 03/9/2014 của Bộ Y tế, Bộ Giáo dục và Đào tạo, Sở yêu cầu các trạm rà soát sổ.",
            "Bộ Y tế, Bộ Giáo dục và Đào tạo",
        ),
        (
            "Công văn số 37/BCĐ-PC ngày 08/02/2024 của Ban Chỉ đạo phổ cập giáo dục tỉnh, các trạm đăng ký.",
            "Ban Chỉ đạo phổ cập giáo dục tỉnh",
        ),
    ],
)
def test_the_issuers_name_is_whole_and_no_more(printed: str, issuer: str) -> None:
    assert read(f"{HEAD}{LEAD}1. Thực hiện {printed}\n").references[-1].issuer == issuer


def test_what_befell_people_is_no_duty() -> None:
    assert find("Ngày 18/4/2024, tại một bến đò có 31 khách phải nhập viện theo dõi.") == []


def test_a_paragraph_that_ends_in_the_month_after_announces_nothing() -> None:
    orders = read(
        f"{HEAD}{LEAD}1. Công an tỉnh\nLập danh sách lái đò, báo Sở Y tế trước ngày 05 của tháng sau.\n"
        "2. Sở Xây dựng\nRà soát bến, báo cáo vào quý sau.\n3. Sở Nội vụ\nLập sổ theo dõi các bến.\n"
    ).obligations
    assert [o.bearers for o in orders] == [["Công an tỉnh"], ["Sở Xây dựng"], ["Sở Nội vụ"]]
    assert [o.clause for o in orders] == ["1", "2", "3"]


@pytest.mark.parametrize("week", ["tuần 4", "tuần thứ 4", "tuần 4 của"])
def test_the_week_of_a_month_is_no_day(week: str) -> None:
    (deadline,) = read(f"{HEAD}{LEAD}1. Tập huấn cho các xã trong {week} tháng 6/2024.\n").deadlines
    assert (deadline.text, deadline.date, deadline.precision) == (
        f"trong {week} tháng 6/2024",
        "2024-06",
        "month",
    )


def test_a_tables_cells_under_a_title_of_days_are_times() -> None:
    table = (
        "TT | Bến | Mở niêm phong | Đo, đếm\n01 | Bến A | 14 giờ 00, ngày 06/6/2024 | từ 07/6 đến 24/6/2024\n"
    )
    for title, dates in (
        ("Lịch kiểm tra", ["2024-06-06", "2024-06-07/2024-06-24"]),
        ("Các vụ đã xét", []),
    ):
        reading = read(f"{HEAD}{LEAD}1. {title}\n\n{table}")
        assert [d.date for d in reading.deadlines] == dates


@pytest.mark.parametrize("title", ["Về mức phí và chứng từ", "Chuyển đổi số", "Họp giao ban hằng tháng"])
def test_a_title_may_end_in_a_word_whose_last_syllable_hangs(title: str) -> None:
    orders = read(
        f"{HEAD}{LEAD}1. {title}\nCác trạm niêm yết bảng giá mới.\n2. Việc khác\nCác trạm lập sổ riêng.\n"
    ).obligations
    assert [o.text for o in orders] == ["Các trạm niêm yết bảng giá mới", "Các trạm lập sổ riêng"]


def test_a_full_line_goes_on_behind_such_a_word() -> None:
    (order,) = read(
        f"{HEAD}{LEAD}1. Các trạm ở các xã ven sông lập sổ và báo cáo tình hình thu phí hằng ngày\n"
        "UBND xã và Phòng Tài chính theo mẫu.\n"
    ).obligations
    assert order.text.endswith("theo mẫu")


def test_the_holidays_of_summer_are_a_time() -> None:
    assert times("Dặn học sinh mang phao trước kỳ nghỉ hè.") == [("trước kỳ nghỉ hè", "before")]


def test_a_stretch_from_a_day_to_an_event_begins_on_the_day() -> None:
    (deadline,) = read(
        f"{HEAD}{LEAD}1. Các trạm canh gác kể từ ngày 20/5/2024 cho đến khi bến được xóa bỏ.\n"
    ).deadlines
    assert (deadline.text, deadline.date, deadline.bound, deadline.event) == (
        "kể từ ngày 20/5/2024 cho đến khi bến được xóa bỏ",
        "2024-05-20",
        "after",
        "đến khi bến được xóa bỏ",
    )


def test_the_end_of_every_month() -> None:
    (deadline,) = read(f"{HEAD}{LEAD}1. Các trạm công khai sổ thu vào cuối tháng.\n").deadlines
    assert (deadline.text, deadline.bound, deadline.recurrence) == ("vào cuối tháng", "recurring", "monthly")
    assert times("Các trạm công khai sổ thu vào cuối tháng 6/2024.")[0][1] != "recurring"
