"""Phrases of deadlines met in directives: where each ends, what it is worth, what it must not swallow."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import deadline_binding, deadlines, structure
from extractors.model import Deadline

ISSUED = dt.date(2024, 3, 15)


def find(text: str) -> list[Deadline]:
    return deadlines.find(text, structure.parse(text), issued=ISSUED)


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Thư viện gửi báo cáo trước 16h00 ngày 20/3/2024; bản giấy gửi sau.", "trước 16h00 ngày 20/3/2024", "2024-03-20", "before"),
        ("Các tổ chấm điểm xong trước 30/4.", "trước 30/4", "2024-04-30", "before"),
        ("Bảo tàng gửi ảnh chậm nhất 17 giờ ngày 18/3/2024 (Thứ Hai).", "chậm nhất 17 giờ ngày 18/3/2024", "2024-03-18", "by"),
        ("Trạm bơm tu sửa trong tháng 3 - 4/2024.", "trong tháng 3 - 4/2024", "2024-03/2024-04", "by"),
        ("Các xã thu quỹ trong tháng 5 và tháng 6 năm 2024.", "trong tháng 5 và tháng 6 năm 2024", "2024-05/2024-06", "by"),
        ("Từ năm 2025, các trường dùng học bạ số.", "Từ năm 2025", "2025", "after"),
        ("Sở Y tế báo cáo tại phiên họp thường kỳ tháng 4/2024.", "tại phiên họp thường kỳ tháng 4/2024", "2024-04", "on"),
        (
            "Trong thời hạn 15 ngày, kể từ ngày nhận đủ hồ sơ, Sở Nội vụ thẩm định.",
            "Trong thời hạn 15 ngày, kể từ ngày nhận đủ hồ sơ",
            None,
            "by",
        ),
        (
            "Chậm nhất sau 07 ngày, kể từ khi có kết luận thanh tra, đơn vị phải công khai.",
            "Chậm nhất sau 07 ngày, kể từ khi có kết luận thanh tra",
            None,
            "by",
        ),
        ("Tổ trưởng bàn giao sổ sách khi kết thúc đợt thực tập.", "khi kết thúc đợt thực tập", None, "event"),
        ("Xã tổ chức hội nghị dự kiến ngày 05/4/2024.", "dự kiến ngày 05/4/2024", "2024-04-05", "on"),
        ("Trực 24/24 giờ trong thời gian nghỉ Tết.", "trong thời gian nghỉ Tết", None, "by"),
        ("Các tổ gửi báo cáo theo thời hạn ghi trong văn bản.", "theo thời hạn ghi trong văn bản", None, "by"),
        (
            "Trong thời hạn 15 ngày kể từ 6h00 ngày 24/3/2024, viên chức làm việc tại nhà.",
            "Trong thời hạn 15 ngày kể từ 6h00 ngày 24/3/2024",
            "2024-04-08",
            "by",
        ),
        ("Bảo đảm điện trong suốt thời gian thi.", "trong suốt thời gian thi", None, "by"),
        ("Sau mỗi đợt nhập số liệu, cơ sở đào tạo thực hiện đối soát.", "Sau mỗi đợt nhập số liệu", None, "event"),
        ("Ra quân: Ngày 26/3/2024.", "Ngày 26/3/2024", "2024-03-26", "on"),
        ("Các đại biểu có mặt trước 15 phút.", "trước 15 phút", None, "before"),
        ("Huyện đoàn thăm hộ nghèo vào dịp 26/3.", "vào dịp 26/3", "2024-03-26", "on"),
        ("Nhà thầu bàn giao đúng thời hạn ghi trong hợp đồng.", "đúng thời hạn ghi trong hợp đồng", None, "by"),
        ("Gia hạn giấy phép đã cấp trước ngày 30/6/2024.", "trước ngày 30/6/2024", "2024-06-30", "before"),
        ("Khi xảy ra sự cố các trạm y tế phải báo cáo.", "Khi xảy ra sự cố", None, "event"),
        ("Gửi giấy mời trước 03 ngày so với ngày họp.", "trước 03 ngày so với ngày họp", None, "before"),
        ("Xã lập biên bản ngay trong ngày phát hiện vi phạm.", "ngay trong ngày phát hiện vi phạm", None, "event"),
        ("Gửi hồ sơ chậm nhất 30 ngày trước ngày khai mạc.", "chậm nhất 30 ngày trước ngày khai mạc", None, "by"),
        ("Hộ nghèo được miễn phí trong 06 tháng đầu.", "trong 06 tháng đầu", None, "by"),
        ("Khi hàng hóa được chuyển đến kho, thủ kho kiểm tra.", "Khi hàng hóa được chuyển đến kho", None, "event"),
        ("Cập nhật mã chậm nhất từ ngày 01/8/2024.", "chậm nhất từ ngày 01/8/2024", "2024-08-01", "after"),
        ("Trước ngày 05/4, 05/7, 05/10, các tổ chấm điểm.", "Trước ngày 05/4, 05/7, 05/10", None, "before"),
        ("Nâng cấp theo đúng lộ trình quy định.", "theo đúng lộ trình quy định", None, "by"),
        ("Doanh nghiệp báo cáo việc dùng hóa đơn hằng tháng.", "hằng tháng", None, "recurring"),
        (
            "Trong thời hạn chuyển tiếp từ ngày ban hành Quyết định này đến hết ngày 31/12/2024, trạm dùng mã cũ.",
            "Trong thời hạn chuyển tiếp từ ngày ban hành Quyết định này đến hết ngày 31/12/2024", "2024-12-31", "by",
        ),
        ("Ngay sau hội thi, các trường phải chọn đội tuyển.", "Ngay sau hội thi", None, "event"),
    ],
)  # fmt: skip
def test_phrases(sentence: str, phrase: str, date: str | None, bound: str) -> None:
    assert [(item.text, item.date, item.bound) for item in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "recurrence"),
    [
        ("Các đội báo cáo hằng tháng, quý, 6 tháng, 9 tháng và cả năm.", "hằng tháng, quý, 6 tháng, 9 tháng và cả năm", "monthly"),
        ("Hằng năm, chậm nhất ngày 20 tháng 12, các trường họp.", "Hằng năm, chậm nhất ngày 20 tháng 12", "yearly:12-20"),
        ("Các chi bộ báo cáo 06 tháng, hằng năm.", "06 tháng, hằng năm", "every:6-months"),
        ("Gửi số liệu trước ngày 25 tháng cuối quý.", "trước ngày 25 tháng cuối quý", "quarterly:last-month:25"),
        (
            "Gửi số liệu trước ngày 10 tháng đầu tiên của quý tiếp theo.",
            "trước ngày 10 tháng đầu tiên của quý tiếp theo",
            "quarterly:first-month:10",
        ),
        (
            "Định kỳ hằng quý (trước ngày 20 của tháng cuối quý), các chi cục báo cáo.",
            "Định kỳ hằng quý (trước ngày 20 của tháng cuối quý)",
            "quarterly:last-month:20",
        ),
        ("Trạm gửi bản tin trước 15 giờ thứ Năm hằng tuần.", "trước 15 giờ thứ Năm hằng tuần", "weekly"),
        ("Thanh tra kiểm tra ít nhất 05 trạm mỗi năm.", "mỗi năm", "yearly"),
        ("Đài phát bản tin hằng ngày.", "hằng ngày", "daily"),
        ("Văn phòng tổng hợp số liệu, hằng ngày báo cáo Chủ tịch.", "hằng ngày", "daily"),
        ("Chi cục báo cáo theo định kỳ 6 tháng, năm.", "định kỳ 6 tháng, năm", "every:6-months"),
    ],
)  # fmt: skip
def test_recurrences(sentence: str, phrase: str, recurrence: str) -> None:
    assert [(item.text, item.recurrence) for item in find(sentence)] == [(phrase, recurrence)]


def test_a_report_s_own_date_still_binds_nothing() -> None:
    assert find("Sở Y tế xem xét báo cáo của huyện ngày 20/3/2024; làm rõ nguyên nhân.") == []


def test_what_somebody_was_asked_to_do_is_still_bounded() -> None:
    text = "Sở A đã có văn bản đề nghị Sở B ban hành hướng dẫn trước ngày 05/02/2026 nhưng chưa nhận được.\n"
    parsed = structure.parse(text)
    found = deadlines.find(text, parsed)
    assert [item.text for item in deadline_binding.bound(found, parsed, [])] == ["trước ngày 05/02/2026"]
    told = "Cục A ra đời trước ngày 05/02/2026.\n"
    parsed = structure.parse(told)
    assert deadline_binding.bound(deadlines.find(told, parsed), parsed, []) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Rà soát các giấy phép cấp trước ngày 01/01/2015.",
        "Thu hồi phụ cấp phát sinh đến ngày 31/12/2023.",
        "Khảo sát mức thu mỗi năm học của từng trường.",
        "Số liệu báo cáo được tính từ ngày 21 tháng 3 đến ngày 20 tháng 6 năm 2024.",
        "Các trạm duy trì chế độ kiểm tra định kỳ.",
    ],
)
def test_what_only_says_which_things_are_meant(sentence: str) -> None:
    assert find(sentence) == []


def test_what_is_done_from_time_to_time_recurs() -> None:
    assert [(d.text, d.bound) for d in find("Các tổ tự kiểm tra; định kỳ báo cáo Ban Quản lý.")] == [
        ("định kỳ", "recurring")
    ]


def test_dates_below_a_line_that_says_when_are_deadlines() -> None:
    text = "Thời gian treo cờ và khẩu hiệu:\n- Đợt 1: Từ ngày 18/3/2024 đến hết ngày 20/3/2024.\n- Đợt 2: Ngày 30/4/2024.\n"
    parsed = structure.parse(text)
    found = deadline_binding.bound(deadlines.find(text, parsed, issued=ISSUED), parsed, [])
    assert [d.date for d in found] == ["2024-03-18/2024-03-20", "2024-04-30"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mỗi tổ không dự quá hai cuộc họp trong một ngày.",
        "Ban Quản lý quy định thời gian được bày hàng trong ngày.",
        "Đoàn khảo sát nhà làm việc của các xã sau khi sáp nhập.",
        "Đơn vị đã kiểm kê xong trước khi có Kế hoạch này không phải làm lại.",
    ],
)
def test_how_often_and_what_had_been_bound_nothing(sentence: str) -> None:
    assert find(f"1. {sentence}\n") == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Thực hiện việc khác khi được Trưởng ban, Phó Trưởng ban phân công.", "khi được Trưởng ban, Phó Trưởng ban phân công", None, "event"),
        ("Tuyên truyền từ nay đến kết thúc đợt tuyển quân.", "từ nay đến kết thúc đợt tuyển quân", None, "event"),
        ("Thời gian tập huấn: 02 ngày (19 – 20/10/2024).", "19 – 20/10/2024", "2024-10-19/2024-10-20", "by"),
        ("Việc kiểm điểm bảo đảm thời gian quy định.", "bảo đảm thời gian quy định", None, "by"),
        ("Định kỳ, Thường trực Ủy ban chủ trì giao ban.", "Định kỳ", None, "recurring"),
        ("Lớp 1 tựu trường ngày 19/8/2024 (thứ Hai); lớp khác sau một tuần.", "ngày 19/8/2024", "2024-08-19", "on"),
        ("Báo cáo huyện khi phát sinh đơn thư hoặc vụ việc phức tạp.", "khi phát sinh đơn thư hoặc vụ việc phức tạp", None, "event"),
        ("Sinh viên nhận đề tài sau khi xây dựng được đề cương.", "sau khi xây dựng được đề cương", None, "event"),
    ],
)  # fmt: skip
def test_more_phrases(sentence: str, phrase: str, date: str | None, bound: str) -> None:
    assert [(item.text, item.date, item.bound) for item in find(f"1. {sentence}\n")] == [
        (phrase, date, bound)
    ]


def test_all_the_year_round_bounds_nothing() -> None:
    assert find("1. Các trường cho học sinh nghỉ bù những ngày bão trong năm học.\n") == []


def test_a_column_of_times_is_due_without_a_column_of_tasks() -> None:
    text = (
        "TT\tĐơn vị được kiểm tra\tThời gian công bố\tThời hạn kiểm tra\n1\tCông ty A\t23/3/2024\t02 ngày\n"
    )
    parsed = structure.parse(text)
    due = deadline_binding.bound(deadlines.find(text, parsed, issued=ISSUED), parsed, [])
    assert [(item.text, item.date) for item in due] == [("23/3/2024", "2024-03-23"), ("02 ngày", None)]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Thời hạn kiểm tra không quá 10 ngày làm việc.", "không quá 10 ngày làm việc"),
        ("Các xã phổ biến ngay sau khi các văn bản được ban hành đến người dân.", "ngay sau khi các văn bản được ban hành đến người dân"),
        ("Sau khi được Thủ tướng Chính phủ, Chủ tịch tỉnh giao dự toán, các sở phân bổ.", "Sau khi được Thủ tướng Chính phủ, Chủ tịch tỉnh giao dự toán"),
    ],
)  # fmt: skip
def test_where_terms_and_events_end(sentence: str, phrase: str) -> None:
    assert [item.text for item in find(f"1. {sentence}\n")] == [phrase]


def test_a_month_before_a_list_s_dash_is_no_number_of_an_act() -> None:
    assert [item.text for item in find("1. Đợt 1: Trong tháng 12/2024\n- Tổ chức tập huấn.\n")] == [
        "Trong tháng 12/2024"
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Các nhà treo cờ từ 7h30 ngày 30/4 đến 17 giờ 00 ngày 03/5/2024.", "từ 7h30 ngày 30/4 đến 17 giờ 00 ngày 03/5/2024", "2024-04-30/2024-05-03", "by"),
        ("Trường tổ chức thi trong các ngày 10, 11 và 12/6/2024.", "trong các ngày 10, 11 và 12/6/2024", "2024-06-10/2024-06-12", "by"),
        ("Hội chợ mở cửa trong ngày 05/4/2024 đến ngày 07/4/2024.", "trong ngày 05/4/2024 đến ngày 07/4/2024", "2024-04-05/2024-04-07", "by"),
        ("Thủ kho báo cáo trong ngày làm việc tiếp theo.", "trong ngày làm việc tiếp theo", None, "by"),
        ("Đại biểu có mặt trước giờ khai mạc 15 phút.", "trước giờ khai mạc 15 phút", None, "before"),
        ("Người nghỉ phép phải báo cáo trước 03 ngày làm việc.", "trước 03 ngày làm việc", None, "before"),
        ("Xã chi trả xong trước Tết Nguyên đán Ất Tỵ năm 2025.", "trước Tết Nguyên đán Ất Tỵ năm 2025", None, "before"),
        ("Trong vòng 24 giờ kể từ khi đê sạt lở, đơn vị quản lý báo cáo Sở Nông nghiệp.", "Trong vòng 24 giờ kể từ khi đê sạt lở", None, "by"),
        ("Ngay sau khi nhận được ý kiến của Sở Y tế, đơn vị gửi lại hồ sơ.", "Ngay sau khi nhận được ý kiến của Sở Y tế", None, "event"),
    ],
)  # fmt: skip
def test_hours_days_in_a_row_and_where_a_fronted_event_ends(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(item.text, item.date, item.bound) for item in find(f"1. {sentence}\n")] == [
        (phrase, date, bound)
    ]


def test_a_day_without_its_word_may_recur() -> None:
    found = find("1. Kho bạc đối chiếu xong trước 31/12 hằng năm.\n")
    assert [(item.text, item.date, item.recurrence) for item in found] == [
        ("trước 31/12 hằng năm", None, "yearly:12-31")
    ]


def test_days_of_a_past_inspection_bound_nothing() -> None:
    assert find("1. Khắc phục tồn tại nêu trong biên bản kiểm tra ngày 12, 13/12/2023.\n") == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Các tổ nhập xong sổ trước thời điểm 30/6/2024.", "trước thời điểm 30/6/2024", "2024-06-30", "before"),
        ("Dân quân tuần tra từ nay đến Tết Nguyên đán.", "từ nay đến Tết Nguyên đán", None, "by"),
        ("Trong tháng 12/2024 và tháng 01/2025, các xã phải ra quân.", "Trong tháng 12/2024 và tháng 01/2025", "2024-12/2025-01", "by"),
        ("Bản kê nộp chậm nhất là ngày 31 tháng 3 của năm kế hoạch.", "chậm nhất là ngày 31 tháng 3 của năm kế hoạch", None, "by"),
        ("Tổ đảng họp xong trước khi kiểm điểm cấp trên.", "trước khi kiểm điểm cấp trên", None, "event"),
        ("Trường sửa mái xong trước khi bước vào năm học mới.", "trước khi bước vào năm học mới", None, "event"),
        ("Kho bạc khóa sổ trước ngày làm việc cuối cùng của năm.", "trước ngày làm việc cuối cùng của năm", None, "before"),
    ],
)  # fmt: skip
def test_points_in_time_and_what_only_names_a_year(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(item.text, item.date, item.bound) for item in find(f"1. {sentence}\n")] == [
        (phrase, date, bound)
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Các xã phải sửa nhà cho hộ nghèo xong trong hai năm 2024 - 2025.", "trong hai năm 2024 - 2025", "2024/2025", "by"),
        ("Kết thúc năm 2025, Sở Y tế báo cáo kết quả.", "Kết thúc năm 2025", "2025", "by"),
        ("Phê duyệt danh sách trạm bơm trong năm 2024 để bố trí vốn.", "trong năm 2024", "2024", "by"),
        ("Tổ bầu cử trực từ ngày 15/3/2024 đến ngày bầu cử.", "từ ngày 15/3/2024 đến ngày bầu cử", None, "by"),
        ("Công an xã trực tại trụ sở trong ngày bầu cử.", "trong ngày bầu cử", None, "event"),
        ("Các đội báo cáo tình hình sau mỗi đợt tuần tra.", "sau mỗi đợt tuần tra", None, "event"),
        ("Trạm kiểm lâm báo cáo huyện khi phát hiện cháy rừng.", "khi phát hiện cháy rừng", None, "event"),
    ],
)  # fmt: skip
def test_years_election_days_and_what_is_found(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(item.text, item.date, item.bound) for item in find(f"1. {sentence}\n")] == [
        (phrase, date, bound)
    ]


def test_reports_from_time_to_time_or_as_asked() -> None:
    found = find("1. Định kỳ hằng quý báo cáo huyện hoặc đột xuất theo yêu cầu của Chủ tịch huyện.\n")
    assert [item.text for item in found] == [
        "Định kỳ hằng quý",
        "đột xuất theo yêu cầu của Chủ tịch huyện",
    ]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Chủ mỏ đo độ sâu từ khi bắt đầu bóc đất.", "từ khi bắt đầu bóc đất"),
        ("Nhà máy báo cáo Sở Công Thương khi hoàn thành lắp đặt.", "khi hoàn thành lắp đặt"),
    ],
)
def test_from_when_and_when_done(sentence: str, phrase: str) -> None:
    assert [(item.text, item.bound) for item in find(f"1. {sentence}\n")] == [(phrase, "event")]


def test_a_sentence_that_says_when_without_a_colon() -> None:
    text = "Các xã chuẩn bị nhân lực. Thời gian bắt đầu chi trả qua Bưu điện từ ngày 01/4/2024.\n"
    parsed = structure.parse(text)
    found = deadlines.find(text, parsed, issued=ISSUED)
    assert [item.date for item in deadline_binding.bound(found, parsed, [])] == ["2024-04-01"]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Ngay khi nhận được Công văn này, các xã báo cáo.", "Ngay khi nhận được Công văn này", None, "event"),
        ("Các xã nghỉ bù vào thứ Hai (02/4/2024).", "vào thứ Hai (02/4/2024)", "2024-04-02", "on"),
        ("Các trường nghỉ một ngày, thứ Bảy 30/3/2024.", "thứ Bảy 30/3/2024", "2024-03-30", "on"),
        (
            "Các xã tổ chức ra quân ngay sau lễ phát động của thành phố (ngày 03/5/2024).",
            "ngay sau lễ phát động của thành phố (ngày 03/5/2024)", "2024-05-03", "event",
        ),
        (
            "Trong thời hạn 30 ngày kể từ ngày được giới thiệu, đảng viên phải nộp giấy.",
            "Trong thời hạn 30 ngày kể từ ngày được giới thiệu", None, "by",
        ),
        ("Trường hợp mất hồ sơ thì trong 15 ngày phải báo cáo.", "trong 15 ngày", None, "by"),
    ],
)  # fmt: skip
def test_phrases_with_their_day_or_event(sentence: str, phrase: str, date: str | None, bound: str) -> None:
    assert [(d.text, d.date, d.bound) for d in find(f"1. {sentence}\n")] == [(phrase, date, bound)]


def test_the_time_that_a_case_holds_is_no_deadline() -> None:
    assert find("1. Trường hợp nghỉ trong quý I gửi hồ sơ về Sở.\n") == []


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        (
            "Chi bộ sinh hoạt định kỳ mỗi tháng một lần, vào ngày mùng 5 hằng tháng.",
            [("định kỳ mỗi tháng một lần, vào ngày mùng 5 hằng tháng", "monthly:05")],
        ),
        (
            "Văn phòng định kỳ 6 tháng, 01 năm tham mưu sơ kết.",
            [("định kỳ 6 tháng, 01 năm", "every:6-months")],
        ),
        ("Đảng viên phải báo cáo trước khi họp và được chi bộ đồng ý.", [("trước khi họp", None)]),
        ("Sở Giáo dục cho học sinh nghỉ học khi có mưa lớn.", [("khi có mưa lớn", None)]),
        ("Các đoàn thể phối hợp giám sát khi được mời.", [("khi được mời", None)]),
        ("Các xã hoàn thành khi có đủ hồ sơ.", []),
    ],
)
def test_recurrences_and_events_end_where_they_should(
    sentence: str, phrases: list[tuple[str, str | None]]
) -> None:
    assert [(d.text, d.recurrence) for d in find(f"1. {sentence}\n")] == phrases


@pytest.mark.parametrize(
    ("sentence", "phrase", "value", "bound"),
    [
        ("Các xã báo cáo trước ngày 15/6 và 15/12 hằng năm.", "trước ngày 15/6 và 15/12 hằng năm", None, "recurring"),
        ("Các xã báo cáo vào các ngày 10, 20, 30 hằng tháng.", "vào các ngày 10, 20, 30 hằng tháng", None, "recurring"),
        ("Sở Tài chính báo cáo ngày 27/10/2024.", "ngày 27/10/2024", "2024-10-27", "on"),
        ("Các xã nộp hồ sơ về Sở Nội vụ ngày 02/10/2024.", "ngày 02/10/2024", "2024-10-02", "on"),
        ("Sau khám tuyển 05 ngày, các xã niêm yết kết quả.", "Sau khám tuyển 05 ngày", None, "by"),
        ("Các xã giao hồ sơ trước thời gian họp 15 ngày.", "trước thời gian họp 15 ngày", None, "before"),
        ("Xã niêm yết danh sách 20 ngày trước khi phát lệnh.", "20 ngày trước khi phát lệnh", None, "before"),
        ("Các xã giao ban vào 10 giờ sáng thứ Hai hằng tuần.", "vào 10 giờ sáng thứ Hai hằng tuần", None, "recurring"),
        ("Các xã giao ban vào chiều thứ Năm hằng tuần.", "vào chiều thứ Năm hằng tuần", None, "recurring"),
        ("Công an tuần tra từ 18 giờ đến 22 giờ hằng ngày.", "từ 18 giờ đến 22 giờ hằng ngày", None, "recurring"),
        ("Các xã gửi trước 16h30’ thứ Ba, ngày 18/6/2024.", "trước 16h30’ thứ Ba, ngày 18/6/2024", "2024-06-18", "before"),
        ("Các chi bộ họp vào tuần cuối của tháng.", "vào tuần cuối của tháng", None, "recurring"),
        (
            "Xã báo cáo từng tháng, chậm nhất vào ngày 05 của tháng kế tiếp.",
            "từng tháng, chậm nhất vào ngày 05 của tháng kế tiếp", None, "recurring",
        ),
        ("Xã chốt số liệu vào ngày cuối cùng của mỗi quý.", "vào ngày cuối cùng của mỗi quý", None, "recurring"),
        ("Sở tuyên truyền trước, trong và sau hội nghị.", "trước, trong và sau hội nghị", None, "event"),
        ("Khi phát hiện vi phạm, Sở Tài chính báo cáo ngay UBND tỉnh.", "Khi phát hiện vi phạm", None, "event"),
        ("Các đoàn kiểm tra 02 lần/năm.", "02 lần/năm", None, "recurring"),
        ("Các trường ôn tập trong 02 tuần đầu của tháng 9/2024.", "trong 02 tuần đầu của tháng 9/2024", "2024-09", "by"),
        ("Văn phòng trình tại phiên họp tháng 9.", "tại phiên họp tháng 9", "2024-09", "on"),
        ("Các xã nộp báo cáo trước 30 tháng 9.", "trước 30 tháng 9", "2024-09-30", "before"),
        (
            "Kho bạc hạch toán trong thời hạn 30 ngày, kể từ ngày ký biên bản.",
            "trong thời hạn 30 ngày, kể từ ngày ký biên bản", None, "by",
        ),
    ],
)  # fmt: skip
def test_phrases_are_whole(sentence: str, phrase: str, value: str | None, bound: str) -> None:
    assert [(d.text, d.date, d.bound) for d in find(f"1. {sentence}\n")] == [(phrase, value, bound)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Nội vụ xử lý đơn vị không thực hiện đúng tiến độ.",
        "Ủy ban Kiểm tra tiến hành kiểm tra khi có dấu hiệu vi phạm đối với 02 chi bộ.",
        "Sở Nội vụ tiếp nhận viên chức nghỉ hưu từ 01/7/2024.",
        "Các xã báo cáo kết quả hưởng ứng Ngày Chủ nhật xanh 22/7/2024.",
    ],
)
def test_times_that_say_which_things_bound_nothing(sentence: str) -> None:
    assert find(f"1. {sentence}\n") == []


def test_within_the_time_named_before() -> None:
    found = find(
        "1. Các xã trực từ ngày 12/9/2024 đến ngày 16/9/2024. Trong thời gian trên, Sở Y tế cấp cứu.\n"
    )
    assert [d.date for d in found] == ["2024-09-12/2024-09-16"] * 2
