"""Ordinary wordings beside those that a form is for: the form takes no more than it means."""

from __future__ import annotations

import pytest

from extractors.deadline_values import recurrence
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


def times(sentence: str) -> list[tuple[str, str | None]]:
    return [(item.text, item.date) for item in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date"),
    [
        (
            "Các trạm gửi bảng kê trước 17 giờ ngày thứ sáu, ngày 14/6/2024.",
            "trước 17 giờ ngày thứ sáu, ngày 14/6/2024",
            "2024-06-14",
        ),
        (
            "Các trạm gửi bảng kê chậm nhất là 17h00 ngày thứ hai, 10/6/2024.",
            "chậm nhất là 17h00 ngày thứ hai, 10/6/2024",
            "2024-06-10",
        ),
        ("Sau khi Sở Nội vụ có mẫu, các trạm lập sổ.", "Sau khi Sở Nội vụ có mẫu", None),
        (
            "Ngay sau khi UBND tỉnh có quyết định giao, các trạm nhận bàn giao.",
            "Ngay sau khi UBND tỉnh có quyết định giao",
            None,
        ),
        (
            "Gửi bảng kê cho sổ theo dõi định kỳ hằng quý trước ngày 15 tháng cuối quý.",
            "định kỳ hằng quý trước ngày 15 tháng cuối quý",
            None,
        ),
        ("Doanh nghiệp quyết toán phần được bù trước ngày 30/6/2024.", "trước ngày 30/6/2024", "2024-06-30"),
        ("Các trạm họp vào thứ sáu cuối tháng này.", "vào thứ sáu cuối tháng này", None),
    ],
)
def test_a_time_is_whole(sentence: str, phrase: str, date: str | None) -> None:
    assert times(sentence) == [(phrase, date)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hợp đồng thuê bến đã ký trước ngày 01/7/2024 được tiếp tục thực hiện đến hết thời hạn.",
        "Giấy tờ gửi trước ngày văn bản này có hiệu lực thì Sở tiếp tục xử lý.",
        "Các trạm niêm yết đúng quy định thời gian làm việc.",
        "Các xã mở cửa cùng thời điểm với trạm chính.",
        "Các trạm bố trí ngân sách hằng năm từ năm 2025 cho ca nô.",
        "Các trạm mua phao trong dự toán chi thường xuyên hằng năm.",
    ],
)
def test_what_bounds_nobody(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("mỗi ngày 2 lần", "daily"),
        ("mỗi tháng 2 lần", "monthly"),
        ("ngày 2 hằng tháng", "monthly:02"),
        ("hằng quý trước ngày 15 tháng cuối quý", "quarterly:last-month:15"),
    ],
)
def test_how_often_is_no_day(phrase: str, value: str) -> None:
    assert recurrence(phrase) == value


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Thủy thủ không tham gia đánh bạc, uống rượu trên tàu.", "prohibition", ["Thủy thủ"]),
        ("Thí sinh không có hành vi gian lận, mang máy ảnh vào phòng.", "prohibition", ["Thí sinh"]),
        ("Doanh nghiệp có trách nhiệm bảo đảm thợ lặn được nghỉ phép.", "obligation", ["Doanh nghiệp"]),
        ("Doanh nghiệp dùng phần vốn được giao đúng mục đích.", "obligation", ["Doanh nghiệp"]),
        ("Doanh nghiệp gửi đơn xin được thuê bến.", "obligation", ["Doanh nghiệp"]),
        ("UBND xã trực tiếp quản lý bến đò.", "obligation", ["UBND xã"]),
        ("Nếu các hộ chưa có chỗ neo phải bố trí bến tạm.", "obligation", ["các đơn vị"]),
        ("Các trạm có nội quy quy định rõ thợ máy phải đeo thẻ.", "obligation", ["Các trạm"]),
        ("Đơn vị mới phải đăng ký mẫu dấu.", "obligation", ["Đơn vị mới"]),
        ("Chỉ khi có ý kiến của Sở Tài chính, các trạm mới được mua dầu.", "permission", ["các trạm"]),
        (
            "Đối với các vụ chủ tàu yêu cầu tòa án giải quyết cần hướng dẫn thủ tục.",
            "obligation",
            ["các đơn vị"],
        ),
    ],
)
def test_who_must_may_or_must_not(sentence: str, modality: str, bearers: list[str]) -> None:
    (order,) = find(sentence)
    assert (order.modality, order.bearers) == (modality, bearers)


@pytest.mark.parametrize(
    "sentence",
    [
        "Công tác nạo vét luồng được tiếp tục đẩy mạnh.",
        "Hợp đồng thuê bến đã ký trước ngày 01/7/2024 được tiếp tục thực hiện.",
    ],
)
def test_what_goes_on_orders_nothing(sentence: str) -> None:
    assert find(sentence) == []


def test_a_closing_bracket_binds_no_part_that_has_its_own_manner_or_bearer() -> None:
    orders = find("Thường xuyên nhắc dân; bố trí phao; lắp biển báo (hoàn thành trước ngày 30/9/2024).")
    assert [o.deadlines for o in orders] == [[], ["trước ngày 30/9/2024"], ["trước ngày 30/9/2024"]]
    orders = find("Công an xã trực bến; Trạm Y tế cấp thuốc (hoàn thành trước ngày 30/9/2024).")
    assert [(o.bearers, o.deadlines) for o in orders] == [
        (["Công an xã"], []),
        (["Trạm Y tế"], ["trước ngày 30/9/2024"]),
    ]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        (
            "Hội viên không xin phép khi vắng họp phải kiểm điểm.",
            "obligation",
            ["Hội viên không xin phép"],
        ),
        (
            "Các trạm được nêu rõ tại Phụ lục phải báo cáo.",
            "obligation",
            ["Các trạm được nêu rõ tại Phụ lục"],
        ),
        (
            "Các trạm có sai sót đã nêu rõ trong kết luận phải khắc phục.",
            "obligation",
            ["Các trạm có sai sót đã nêu rõ trong kết luận"],
        ),
        (
            "Trạm không hoàn thành việc ghi rõ nguyên nhân phải kiểm điểm.",
            "obligation",
            ["Trạm không hoàn thành việc ghi rõ nguyên nhân"],
        ),
        ("Khi tàu cập cảng cá phải khai báo với trạm.", "obligation", ["các đơn vị"]),
        (
            "Người vừa lái ca đêm, người đang ốm không tham gia chèo đò.",
            "prohibition",
            ["Người vừa lái ca đêm, người đang ốm"],
        ),
        (
            "Hộ dân đã có giấy chứng nhận được sử dụng lối đi cũ.",
            "permission",
            ["Hộ dân đã có giấy chứng nhận"],
        ),
        ("Sở Y tế đã có văn bản được UBND tỉnh duyệt, phải gửi các trạm.", "obligation", ["Sở Y tế"]),
    ],
)
def test_who_is_meant_stays_whole(sentence: str, modality: str, bearers: list[str]) -> None:
    (order,) = find(sentence)
    assert (order.modality, order.bearers) == (modality, bearers)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kinh phí: Sở Tài chính đã cấp cho các trạm 500 triệu đồng.",
        "Về kinh phí: Bộ Tài chính chưa bố trí vốn.",
        "Hộ không thuộc diện nghèo tự nguyện đóng góp.",
    ],
)
def test_what_is_told_orders_nothing(sentence: str) -> None:
    assert find(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sở Y tế báo cáo số ca mắc trong 7 ngày qua theo mẫu.", []),
        ("Thống kê thiệt hại trong 24 giờ qua gửi về Sở.", []),
        ("Đối với báo cáo định kỳ hằng tháng, gửi trước ngày 20.", ["định kỳ hằng tháng", "trước ngày 20"]),
        ("Gửi sổ vào thứ Sáu cuối tuần trước 15 giờ.", ["vào thứ Sáu cuối tuần", "trước 15 giờ"]),
        ("Hội viên bị phê bình 02 lần trong nhiệm kỳ không được tái cử.", []),
        ("Báo cáo 01 lần trong đợt này.", []),
        ("Hoàn thiện hồ sơ trình trước ngày khai mạc kỳ họp.", ["trước ngày khai mạc kỳ họp"]),
        ("Ngày 01/7/2024, Luật Đất đai có hiệu lực thi hành; các sở rà soát sổ.", []),
        ("Chấp hành đúng quy định, thời gian làm việc.", []),
        ("Số liệu lấy từ thời điểm đầu năm đến nay.", []),
        (
            "Tạm dừng cấp phép cho đến khi có kết luận, quyết định của thanh tra.",
            ["cho đến khi có kết luận, quyết định của thanh tra"],
        ),
        (
            "Phòng Nội vụ niêm yết danh sách khi có kết luận, thông báo của hội đồng xét tuyển.",
            ["khi có kết luận, thông báo của hội đồng xét tuyển"],
        ),
        (
            "Phản ánh với lãnh đạo ngay khi thấy trạm nào chạy theo số lượng.",
            ["ngay khi thấy trạm nào chạy theo số lượng"],
        ),
        ("Chấm điểm vào kỳ sinh hoạt tháng 12.", ["vào kỳ sinh hoạt tháng 12"]),
    ],
)
def test_times_beside_what_looks_like_them(sentence: str, found: list[str]) -> None:
    assert [text for text, _ in times(sentence)] == found


def test_the_same_day_is_no_day_of_another_sentence() -> None:
    found = times(
        "Các trạm gửi sổ trước ngày 20/5/2024. Hằng tuần, nếu có phát sinh thì báo cáo trước 17 giờ cùng ngày."
    )
    assert found[-1] == ("trước 17 giờ cùng ngày", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sau khi bão tan, các xã dọn bến; thường xuyên theo dõi dự báo.",
        "Sau khi bão tan, các xã dọn bến; tiếp tục theo dõi dự báo.",
        "Khi xảy ra sự cố, các xã báo cáo ngay; trang bị phao cho dân.",
    ],
)
def test_an_event_does_not_bind_standing_duties(sentence: str) -> None:
    assert find(sentence)[-1].deadlines == []


def test_days_before_a_full_one_are_of_its_year() -> None:
    deadlines = read(
        "Kính gửi: Các phòng.\n\nĐề nghị các phòng báo cáo sơ kết trước ngày 30/6, báo cáo tổng kết trước ngày 15/12/2024.\n"
    ).deadlines
    assert [(d.text, d.date) for d in deadlines] == [
        ("trước ngày 30/6", "2024-06-30"),
        ("trước ngày 15/12/2024", "2024-12-15"),
    ]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        (
            "Nghiêm cấm đổ rác ra sông, để xảy ra thì Chủ tịch UBND xã phải chịu trách nhiệm.",
            "prohibition",
            ["các đơn vị"],
        ),
        (
            "Hoàn thành việc di dời, quá hạn thì UBND huyện tổ chức cưỡng chế.",
            "obligation",
            ["các đơn vị"],
        ),
        ("Khắc phục tình trạng có kết luận thì trạm không thực hiện.", "obligation", ["các đơn vị"]),
        ("Thanh tra vụ việc tham nhũng tại Sở Y tế.", "obligation", ["các đơn vị"]),
        (
            "Các trường còn thiếu phòng học được bố trí vốn.",
            "permission",
            ["Các trường còn thiếu phòng học"],
        ),
        ("Các xã còn tồn tại hạn chế khắc phục ngay.", "obligation", ["Các xã"]),
        (
            "Hộ dân thuộc diện giải tỏa đã được nhận tiền bồi thường bàn giao mặt bằng.",
            "obligation",
            ["Hộ dân thuộc diện giải tỏa đã được nhận tiền bồi thường"],
        ),
    ],
)
def test_orders_before_a_case_and_names_that_go_on(sentence: str, modality: str, bearers: list[str]) -> None:
    (order,) = find(sentence)
    assert (order.modality, order.bearers) == (modality, bearers)


@pytest.mark.parametrize(
    ("sentence", "recurrences"),
    [
        ("Họp vào 8 giờ sáng thứ Hai đầu tuần.", [None, "weekly"]),
        ("Họp vào 8 giờ sáng thứ Hai và thứ Năm hàng tuần.", [None, "weekly"]),
        ("Khởi công bến trong tháng 5/2024, mở cửa vào cuối tháng.", [None]),
        ("Xử lý hồ sơ tiếp nhận từ ngày 01/01/2023 đến khi Luật có hiệu lực.", [None]),
    ],
)
def test_what_recurs_and_what_does_not(sentence: str, recurrences: list[str | None]) -> None:
    found = read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines
    assert [d.recurrence for d in found] == recurrences
    assert not any(d.date == "2023-01-01" for d in found)


def test_events_go_on_to_the_comma_before_who_acts() -> None:
    assert times("Trong vòng 10 ngày sau hội nghị và tổng kết thi đua, các trạm báo cáo.") == [
        ("Trong vòng 10 ngày sau hội nghị và tổng kết thi đua", None)
    ]
    assert times("Phân công trực vào ngày diễn ra bầu cử, báo cáo Sở.") == [("vào ngày diễn ra bầu cử", None)]


def test_a_short_line_that_names_who_acts_is_no_title() -> None:
    orders = read(
        f"{HEAD}{LEAD}1. Các sở, ngành gửi bảng thống kê hằng năm\nUBND tỉnh trước ngày 20/5/2024.\n"
        "2. Sở Y tế kiểm tra các trạm.\n"
    ).obligations
    assert [(o.bearers, o.deadlines) for o in orders] == [
        (["Các sở, ngành"], ["trước ngày 20/5/2024"]),
        (["Sở Y tế"], []),
    ]


@pytest.mark.parametrize(
    ("title", "column", "cell"),
    [
        ("Lịch sử phát triển", "Thành lập", "12/8/1990"),
        ("Lịch kiểm tra các trạm", "Thời kỳ", "Từ ngày 01/01/2022 đến ngày 31/12/2023"),
    ],
)
def test_tables_of_history_and_of_periods_hold_no_times(title: str, column: str, cell: str) -> None:
    reading = read(
        f"{HEAD}{LEAD}2. {title}\n| STT | Đơn vị | {column} |\n|---|---|---|\n| 1 | Sở Y tế | {cell} |\n"
    )
    assert reading.deadlines == []
