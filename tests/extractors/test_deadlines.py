"""Deadlines: each form with its date, bound and recurrence; what is no deadline."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import calendar_vn, deadline_binding, deadlines, obligations, structure
from extractors.model import Deadline, Reference

ISSUED = dt.date(2024, 3, 15)  # a Friday


def find(
    text: str, issued: dt.date | None = ISSUED, references: tuple[Reference, ...] = ()
) -> list[Deadline]:
    found = deadlines.find(text, structure.parse(text), references=references, issued=issued)
    for item in found:
        assert text[item.span[0] : item.span[1]] == item.text
    return found


@pytest.mark.parametrize(
    ("phrase", "date", "bound"),
    [
        ("trước ngày 25/4/2024", "2024-04-25", "before"),
        ("trước ngày 05 tháng 6 năm 2024", "2024-06-05", "before"),
        ("trước ngày 25/4", "2024-04-25", "before"),
        ("trước ngày 10/01", "2025-01-10", "before"),
        ("trước 16 giờ 30 ngày 20/3/2024", "2024-03-20", "before"),
        ("trước 20/4/2024", "2024-04-20", "before"),
        ("chậm nhất ngày 30/4/2024", "2024-04-30", "by"),
        ("chậm nhất là ngày 30/4/2024", "2024-04-30", "by"),
        ("không muộn hơn ngày 30/4/2024", "2024-04-30", "by"),
        ("trong tháng 9 năm 2024", "2024-09", "by"),
        ("trong tháng 9/2024", "2024-09", "by"),
        ("trong tháng Sáu năm 2024", "2024-06", "by"),
        ("trước ngày 15 tháng mười một năm 2024", "2024-11-15", "before"),
        ("trước 17 giờ ngày 5 tháng tư năm 2024", "2024-04-05", "before"),
        ("trước ngày 05 tháng Giêng", None, "before"),
        ("từ tháng hai năm 2025 đến tháng năm năm 2025", "2025-02/2025-05", "by"),
        ("từ tháng 6 đến tháng 8/2024", "2024-06/2024-08", "by"),
        ("từ tháng 11 đến tháng 2/2025", "2024-11/2025-02", "by"),
        ("từ ngày 15 tháng 5 đến tháng 6/2024", "2024-05-15/2024-06", "by"),
        ("từ ngày 10 đến 20/9", "2024-09-10/2024-09-20", "by"),
        ("từ 10 đến 20/9/2024", "2024-09-10/2024-09-20", "by"),
        ("trước ngày 10 tháng 4 âm lịch", None, "before"),
        ("trước ngày 10 tháng 4 âm lịch (tức ngày 17/5/2024)", "2024-05-17", "before"),
        ("trong Quý II/2024", "2024-Q2", "by"),
        ("trước Quý I năm 2025", "2025-Q1", "before"),
        ("trước Quý I của năm liền kề", None, "before"),
        ("đến hết ngày 31/12/2024", "2024-12-31", "by"),
        ("từ ngày 10/5/2024 đến hết ngày 14/5/2024", "2024-05-10/2024-05-14", "by"),
        ("từ ngày 10/5 đến ngày 14/5/2024", "2024-05-10/2024-05-14", "by"),
        ("sau ngày 01/7/2024", "2024-07-01", "after"),
        ("trong thời gian sớm nhất", None, "by"),
        ("trong thời gian sớm nhất có thể", None, "by"),
        ("trước ngày Quốc khánh 02/9/2024", "2024-09-02", "before"),
        ("trước dịp Tết Nguyên đán", None, "before"),
        ("trong mùa lũ, bão", None, "by"),
        ("trong Quý I và Quý II năm 2024", "2024-Q1/2024-Q2", "by"),
        ("cuối tháng 6/2024", "2024-06", "by"),
        ("trước ngày bắt đầu khai thác mỏ", None, "event"),
        ("khi có yêu cầu của Ủy ban nhân dân tỉnh", None, "event"),
        ("từ khi nhận bàn giao công trình đến khi hết thời hạn bảo hành", None, "event"),
        ("trong vòng một năm (kể từ ngày trả hồ sơ)", None, "by"),
        ("đúng tiến độ quy định tại hợp đồng", None, "by"),
        ("theo đúng tiến độ đã được giao", None, "by"),
        ("vào các ngày thứ Hai đầu tuần", None, "recurring"),
        ("từ sáng ngày 20/5/2024 (Thứ Hai) đến hết ngày 24/5/2024 (Thứ Sáu)", "2024-05-20/2024-05-24", "by"),
        ("kể từ ngày Quyết định này có hiệu lực cho đến hết ngày 31 tháng 12 năm 2024", "2024-12-31", "by"),
        ("đúng thời hạn quy định", None, "by"),
        ("trong 05 ngày làm việc kể từ ngày nhận được văn bản", None, "by"),
        ("ngay sau khi có kết luận của cấp có thẩm quyền", None, "event"),
        ("trước khi tiến hành nghiệm thu công trình", None, "event"),
    ],
)
def test_forms(phrase: str, date: str | None, bound: str) -> None:
    found = find(f"1. Sở Y tế hoàn thành rà soát {phrase}.")
    assert [(item.text, item.date, item.bound) for item in found] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    ("phrase", "recurrence"),
    [
        ("trước ngày 25 hằng tháng", "monthly:25"),
        ("trước ngày 15 tháng 11 hằng năm", "yearly:11-15"),
        ("định kỳ hằng quý", "quarterly"),
        ("06 tháng một lần", "every:6-months"),
        ("định kỳ 6 tháng", "every:6-months"),
        ("trước ngày 05 của tháng đầu mỗi quý", "quarterly:first-month:05"),
    ],
)
def test_recurring(phrase: str, recurrence: str) -> None:
    found = find(f"1. Sở Y tế báo cáo kết quả {phrase}.")
    assert [(item.text, item.bound, item.recurrence, item.date) for item in found] == [
        (phrase, "recurring", recurrence, None)
    ]


def test_a_name_is_no_recurrence() -> None:
    assert find("1. Thực hiện đánh giá, xếp loại hằng năm đối với cán bộ theo kế hoạch hằng năm.") == []
    assert [item.bound for item in find("1. Hằng năm, các đơn vị rà soát danh sách.")] == ["recurring"]


def test_terms_from_the_directive_s_own_date() -> None:
    working = find("1. Sở Y tế báo cáo trong 05 ngày làm việc kể từ ngày ký Công văn này.")
    assert [item.date for item in working] == ["2024-03-22"]
    calendar = find("1. Sở Y tế báo cáo trong thời hạn 10 ngày kể từ ngày ban hành Kế hoạch này.")
    assert [item.date for item in calendar] == ["2024-03-25"]
    assert find("1. Sở Y tế báo cáo trong 05 ngày làm việc kể từ ngày ký Công văn này.", None)[0].date is None


def test_back_pointer_takes_the_date_before_it() -> None:
    found = find(
        "1. Các đơn vị nộp hồ sơ trước ngày 20/4/2024. Sau thời gian trên, Sở Y tế không tiếp nhận hồ sơ."
    )
    assert [(item.date, item.bound) for item in found] == [("2024-04-20", "before"), ("2024-04-20", "after")]


def test_dates_of_acts_are_no_deadlines() -> None:
    assert (
        find(
            "1. Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ và Luật Thư viện ngày "
            "21/11/2019."
        )
        == []
    )
    text = (
        "1. Thực hiện Kế hoạch 12 ngày 01/02/2024 của Sở về khắc phục sau ngày 15/9/2023, các đơn vị "
        "báo cáo trước ngày 01/6/2024."
    )
    cited = "Kế hoạch 12 ngày 01/02/2024 của Sở"
    at = text.index(cited)
    reference = Reference(text=cited, span=(at, at + len(cited)))
    assert [item.date for item in find(text, references=(reference,))] == ["2024-06-01"]


def test_line_break_inside() -> None:
    assert [item.date for item in find("1. Các đơn vị gửi danh sách trước\nngày 07 tháng\n11 năm 2024.")] == [
        "2024-11-07"
    ]


def test_only_what_bounds_a_duty_is_kept() -> None:
    text = (
        "Sau khi thảo luận, Ban Thường vụ thống nhất như sau:\n"
        "1. Sở Y tế báo cáo trước ngày 25/4/2024.\n"
        "2. Thời gian: Vào lúc 08 giờ 00 phút, ngày 09/5/2024.\n"
    )
    read = structure.parse(text)
    found = deadlines.find(text, read, issued=ISSUED)
    orders = obligations.find(text, read, deadlines=found)
    assert [item.date for item in deadline_binding.bound(found, read, orders)] == ["2024-04-25", "2024-05-09"]


def test_a_deadline_before_the_directive_is_warned_of() -> None:
    found = find("1. Sở Y tế báo cáo trước ngày 25/4/2023.")
    assert [warning.code for warning in deadlines.warnings(found, ISSUED)] == ["deadline-before-issue"]
    assert deadlines.warnings(found, dt.date(2023, 1, 1)) == []


def test_working_days_skip_holidays() -> None:
    # 30/4 and 1/5/2024 are holidays; Monday 29/4 was moved to Saturday 4/5
    assert calendar_vn.add_working_days(dt.date(2024, 4, 26), 1) == dt.date(2024, 5, 2)
    # Tết Giáp Thìn: 8 to 14 February 2024
    assert calendar_vn.add_working_days(dt.date(2024, 2, 7), 1) == dt.date(2024, 2, 15)
    assert calendar_vn.add_days(dt.date(2024, 4, 20), 10) == dt.date(2024, 5, 2)
    assert calendar_vn.add_months(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)
    with pytest.raises(ValueError, match="working days"):
        calendar_vn.add_working_days(dt.date(2024, 1, 1), -1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Văn phòng định kỳ trước 25 hằng tháng báo cáo.", ("định kỳ trước 25 hằng tháng", "monthly:25")),
        ("Các xã trước 20 hàng tháng gửi số liệu.", ("trước 20 hàng tháng", "monthly:20")),
        ("Báo cáo gửi chậm nhất 10 mỗi quý.", ("chậm nhất 10 mỗi quý", "quarterly:10")),
        ("Gửi số liệu vào 05 hằng tháng.", ("vào 05 hằng tháng", "monthly:05")),
    ],
)
def test_a_day_of_each_month_may_lack_the_word_for_day(text: str, found: tuple[str, str]) -> None:
    read = structure.parse(text)
    assert [(item.text, item.recurrence) for item in deadlines.find(text, read)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế thực hiện kết luận tại cuộc họp ngày 22 tháng 8 năm 2023.",
        "Sở Y tế thực hiện chỉ đạo của Chủ tịch tại phiên họp ngày 02/01/2024 và báo cáo.",
        "Như đã nêu ở buổi làm việc ngày 05/02/2024, các xã rà soát.",
    ],
)
def test_what_names_a_past_meeting_bounds_nothing(text: str) -> None:
    assert deadlines.find(text, structure.parse(text), issued=dt.date(2024, 3, 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế cho ý kiến để Sở Nội vụ hoàn thiện đề án trước khi trình Ủy ban nhân dân tỉnh.",
        "Sở Y tế theo dõi hồ sơ từ khâu tiếp nhận đến khi trả kết quả.",
        "Mốc thời gian xét thi đua: từ ngày 01/9/2023 đến ngày 31/8/2024.",
        "Sở Y tế đánh giá tình hình trong 6 tháng đầu năm 2023.",
        "Bác sĩ nếu chuyển việc trong thời hạn 60 tháng kể từ ngày tuyển dụng thì phải hoàn trả học phí.",
        "Đối với trường hợp nghỉ trong quý II năm 2024 Sở Y tế chi trả một lần.",
    ],
)
def test_purposes_ranges_and_periods_told_of_bound_nothing(text: str) -> None:
    assert find(f"1. {text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế rà soát nhà ở công vụ mua trước ngày 05/7/1994.",
        "Sở Y tế tổng hợp ý kiến góp ý nhận từ ngày 20/02/2024 đến ngày 05/3/2024.",
        "Khi có yêu cầu, Sở Y tế cử bác sĩ tham gia.",
        "Sở Y tế căn cứ nội dung đã được tập huấn vào tháng 11/2024 để mở lớp.",
        "Sở Y tế thực hiện Luật Thú y (năm 2025).",
        "Sở Y tế đánh giá tiềm năng dược liệu, có xét đến năm 2050.",
        "Sở Y tế chỉ cấp phép khi có đề nghị của phường.",
        "Sở Y tế xây dựng kế hoạch 5 năm và hằng năm để thực hiện.",
        "Sở Y tế lập dự toán ngân sách hằng năm cho các trạm.",
    ],
)
def test_bygone_days_conditions_and_names_bound_nothing(text: str) -> None:
    assert find(f"1. {text}") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hằng tháng bệnh viện gửi số liệu về Sở.", [("Hằng tháng", "monthly")]),
        ("Cuối quý các trạm kiểm kê thuốc.", [("Cuối quý", "quarterly")]),
        ("Bố trí 2% tổng chi hằng năm cho y tế xã.", [("hằng năm", "yearly")]),
    ],
)
def test_each_time_at_the_start_or_before_what_it_serves(text: str, found: list[tuple[str, str]]) -> None:
    assert [(item.text, item.recurrence) for item in find(f"1. {text}")] == found


def test_cells_that_hold_a_time_alone() -> None:
    text = (
        "Nội dung công việc | Đơn vị chủ trì | Thời gian\n"
        "1. | Lập khung quy hoạch | Vụ Kế hoạch | 10-11/2024\n"
        "2. | Trình phê duyệt | Vụ Kế hoạch | 3/2025\n"
        "3. | Vận hành hệ thống | Vụ Kế hoạch | 2025 - 2027\n"
        "4. | Tổng kết | Vụ Kế hoạch | Quý III, IV/2027\n"
    )
    parsed = structure.parse(text)
    found = deadlines.find(text, parsed, issued=ISSUED)
    assert [item.date for item in found] == ["2024-10/2024-11", "2025-03", "2025/2027", "2027-Q3/2027-Q4"]
    duties = obligations.find(text, parsed, deadlines=found)
    assert [(item.clause, item.bearers, len(item.deadlines)) for item in duties] == [
        (None, ["Vụ Kế hoạch"], 1)
    ] * 4


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Mở hội thi ở các xã (Quý IV/2024, Quý I/2025 và thường xuyên).", ["2024-Q4/2025-Q1"]),
        ("Mở lớp tập huấn (tháng 6/2024).", ["2024-06"]),
        ("Thời gian thực hiện: năm 2024.", ["2024"]),
        ("Trong khi chưa có quy định mới, các trạm tiếp tục khám bệnh.", [None]),
    ],
)
def test_times_in_brackets_and_under_labels(text: str, dates: list[str | None]) -> None:
    assert [item.date for item in find(f"1. {text}")] == dates


def test_a_sentence_that_only_says_when_dates_the_order_before_it() -> None:
    text = "1. Sở Y tế lập kế hoạch tiêm chủng. Thời gian hoàn thành xong trước ngày 05/10/2024.\n"
    parsed = structure.parse(text)
    found = obligations.find(text, parsed, deadlines=deadlines.find(text, parsed, issued=ISSUED))
    assert found[0].text.endswith("tiêm chủng") and found[0].deadlines == ["trước ngày 05/10/2024"]


def test_a_regular_report_is_due_every_year() -> None:
    text = (
        "- Báo cáo 6 tháng: các xã gửi Phòng Y tế trước ngày 05/7;\nPhòng Y tế gửi Sở Y tế trước ngày 10/7.\n"
        "- Rà soát trạm y tế, xong trước ngày 15/8."
    )
    assert [(item.date, item.recurrence) for item in find(text)] == [
        (None, "yearly:07-05"),
        (None, "yearly:07-10"),
        ("2024-08-15", None),
    ]


def test_a_listed_assignment_does_not_end_a_time() -> None:
    [found] = find(
        "1. Trong thời gian hoàn thiện việc kiểm kê, giao, bảo trì thiết bị, các trạm tiếp tục mở cửa."
    )
    assert found.text == "Trong thời gian hoàn thiện việc kiểm kê, giao, bảo trì thiết bị"


def test_a_time_behind_a_cited_act_s_title() -> None:
    text = (
        "1. Sở Y tế hoàn thiện dự thảo sửa đổi Nghị định số 117/2020/NĐ-CP của Chính phủ quy định xử phạt, "
    )
    text += "trình Bộ Y tế trong tháng 5 năm 2024."
    start = text.index("Nghị định")
    act = Reference(
        text="Nghị định số 117/2020/NĐ-CP của Chính phủ",
        number="117/2020/NĐ-CP",
        relation="cites",
        span=(start, text.index(" quy định")),
    )
    assert [item.date for item in find(text, references=(act,))] == ["2024-05"]


def test_a_term_under_its_label_or_title() -> None:
    assert [item.text for item in find("1. Thời hạn giải quyết: 15 ngày, kể từ ngày nhận hồ sơ.")] == [
        "15 ngày, kể từ ngày nhận hồ sơ"
    ]
    text = "Điều 2. Thời hạn ủy quyền\nTừ ngày ký Quyết định này đến hết ngày 31/12/2024.\n"
    parsed = structure.parse(text)
    found = deadlines.find(text, parsed, issued=ISSUED)
    assert [item.date for item in deadline_binding.bound(found, parsed, [])] == ["2024-12-31"]


def test_a_meeting_to_come_is_a_date() -> None:
    text = "Tổ công tác họp ngày 15/4/2024."
    found = deadlines.find(text, structure.parse(text), issued=dt.date(2024, 3, 1))
    assert [item.date for item in found] == ["2024-04-15"]


@pytest.mark.parametrize("comma", ["", ","])
def test_an_event_before_the_asking_bounds_no_duty(comma: str) -> None:
    text = f"Sau khi xem xét{comma} Chủ tịch Ủy ban nhân dân tỉnh giao Sở Xây dựng kiểm tra cầu.\n"
    assert find(text) == []


@pytest.mark.parametrize(
    "event",
    [
        "ngay sau khi được Ủy ban nhân dân tỉnh giao Sở Xây dựng chỉ tiêu",
        "ngay sau khi Chủ tịch Ủy ban nhân dân tỉnh giao Sở Xây dựng thẩm định",
    ],
)
def test_an_event_that_is_itself_an_order_bounds(event: str) -> None:
    assert [item.text for item in find(f"1. Sở Y tế báo cáo {event}.\n")] == [event]


def test_a_day_behind_on_time_is_the_deadline() -> None:
    found = find("1. Sở Y tế hoàn thành đúng thời hạn trước ngày 25/4/2024 theo quy định.")
    assert [(item.text, item.date) for item in found] == [("trước ngày 25/4/2024", "2024-04-25")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Nhân dịp Hội xuân diễn ra tại Hà Nam từ ngày 23 đến ngày 26 tháng 3 năm 2024, yêu cầu Sở Y tế "
            "treo cờ từ ngày 22 đến ngày 26 tháng 3 năm 2024.",
            ["2024-03-22/2024-03-26"],
        ),
        (
            "Sở Y tế báo cáo thiệt hại do đợt lũ từ ngày 16-22/02/2024, gửi trước ngày 03/4/2024.",
            ["2024-04-03"],
        ),
        ("Sở Y tế trực chống bão từ ngày 10/4/2024 đến ngày 15/4/2024.", ["2024-04-10/2024-04-15"]),
    ],
)
def test_the_time_of_a_festival_or_a_flood_bounds_nothing(text: str, dates: list[str]) -> None:
    assert [item.date for item in find(text)] == dates


def test_an_indented_line_inside_and_every_year_since() -> None:
    found = find("1. Sở Y tế báo cáo trước ngày 30 tháng\n            6 hằng năm kể từ năm 2025.")
    assert [(item.bound, item.recurrence) for item in found] == [("recurring", "yearly:06-30")]
    assert found[0].text.endswith("kể từ năm 2025")


@pytest.mark.parametrize(
    ("start", "date"),
    [
        ("ban hành quyết định xử phạt", None),
        ("ban hành Công văn này", "2024-03-25"),
        ("ký ban hành", "2024-03-25"),
        ("ký hợp đồng", None),
    ],
)
def test_only_its_own_issue_starts_a_valued_term(start: str, date: str | None) -> None:
    assert [item.date for item in find(f"1. Sở Y tế báo cáo trong 10 ngày kể từ ngày {start}.")] == [date]
