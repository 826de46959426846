"""Deadlines of several parts are one phrase; what each is worth."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import deadlines, structure
from extractors.model import Deadline

ISSUED = dt.date(2024, 3, 15)


def find(text: str) -> list[Deadline]:
    text = f"1. {text}\n"
    return deadlines.find(text, structure.parse(text), issued=ISSUED)


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Các tổ nộp ảnh, hạn cuối 25/4.", "hạn cuối 25/4", "2024-04-25", "by"),
        ("Các tổ nộp ảnh chậm nhất 10/4.", "chậm nhất 10/4", "2024-04-10", "by"),
        ("Trạm bơm sửa máy không để quá ngày 20/4/2024.", "không để quá ngày 20/4/2024", "2024-04-20", "by"),
        ("Chi bộ bàn tại kỳ sinh hoạt tháng 4.", "tại kỳ sinh hoạt tháng 4", "2024-04", "on"),
        ("Thư viện mở hội sách vào dịp cuối tháng 4.", "vào dịp cuối tháng 4", "2024-04", "on"),
        ("Đoàn về xã, dự kiến cuối tháng 5.", "dự kiến cuối tháng 5", "2024-05", "on"),
        ("Từ nay đến hết tháng 6/2024, các thôn ra quân.", "Từ nay đến hết tháng 6/2024", "2024-06", "by"),
        ("Từ nay đến đại hội, các tổ sinh hoạt chuyên đề.", "Từ nay đến đại hội", None, "event"),
        ("Các thôn rà soát từ 15 đến 20 tháng 4.", "từ 15 đến 20 tháng 4", "2024-04-15/2024-04-20", "by"),
        ("Trạm báo trước 17 giờ hôm nay (15/3).", "trước 17 giờ hôm nay (15/3)", "2024-03-15", "before"),
        ("Trạm báo trước 15 giờ thứ Năm.", "trước 15 giờ thứ Năm", None, "before"),
        ("Đội trực từ 18 giờ ngày 22/4 cho tới khi nước rút.", "từ 18 giờ ngày 22/4 cho tới khi nước rút", "2024-04-22", "after"),
        ("Trạm báo ngay trong sáng ngày 24/4.", "ngay trong sáng ngày 24/4", "2024-04-24", "by"),
        ("Chợ mở từ 06h30 – 11h30 ngày 26 tháng 4 năm 2024.", "từ 06h30 – 11h30 ngày 26 tháng 4 năm 2024", "2024-04-26", "on"),
        (
            "Trường nghỉ Tết 25/1/2025 (tức ngày 26 tháng chạp) đến hết ngày 9/2/2025.",
            "25/1/2025 (tức ngày 26 tháng chạp) đến hết ngày 9/2/2025",
            "2025-01-25/2025-02-09",
            "by",
        ),
        ("Tổ dọn chợ 07h30-10h00 ngày 17/4/2024 (Thứ 4).", "07h30-10h00 ngày 17/4/2024 (Thứ 4)", "2024-04-17", "on"),
        ("Kết thúc đợt dọn chợ, tổ báo cáo xã.", "Kết thúc đợt dọn chợ", None, "event"),
        ("Xã trực trong dịp nghỉ Tết Nguyên đán.", "trong dịp nghỉ Tết Nguyên đán", None, "by"),
        ("Các xã làm xong trong 2 tháng cuối năm 2024.", "trong 2 tháng cuối năm 2024", "2024-11/2024-12", "by"),
        ("Thủ kho khóa cửa trước khi ra về.", "trước khi ra về", None, "event"),
        ("Tổ báo cáo sau khi kết thúc mỗi đợt.", "sau khi kết thúc mỗi đợt", None, "event"),
        ("Các xã gửi hồ sơ trước ngày 30/9 năm xét khen thưởng.", "trước ngày 30/9 năm xét khen thưởng", None, "before"),
        ("Các xã gửi sổ chậm nhất là ngày 20 tháng 12 (năm báo cáo).", "chậm nhất là ngày 20 tháng 12 (năm báo cáo)", None, "by"),
        ("Văn thư gửi sổ trong 03 ngày làm việc kể từ ngày ban hành Danh mục.", "trong 03 ngày làm việc kể từ ngày ban hành Danh mục", None, "by"),
        ("Quá hạn trên, thư viện không nhận ảnh.", "Quá hạn trên", None, "after"),
        ("Khi lắp máy mới, trạm phải thử tải.", "Khi lắp máy mới", None, "event"),
        ("Trạm mở cống khi nhận được tin báo của xã.", "khi nhận được tin báo của xã", None, "event"),
    ],
)  # fmt: skip
def test_one_phrase(sentence: str, phrase: str, date: str | None, bound: str) -> None:
    assert [(d.text, d.date, d.bound) for d in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "recurrence"),
    [
        ("Các trạm gửi số liệu hằng ngày, trước 16 giờ.", "hằng ngày, trước 16 giờ", "daily"),
        ("Hằng tuần, vào thứ Sáu, các trạm gửi số liệu.", "Hằng tuần, vào thứ Sáu", "weekly"),
        ("Tổ họp mỗi tháng một lần, vào ngày 20.", "mỗi tháng một lần, vào ngày 20", "monthly:20"),
        ("Ban họp mỗi tháng 01 lần.", "mỗi tháng 01 lần", "monthly"),
        ("Ban họp ít nhất 02 lần/tháng.", "ít nhất 02 lần/tháng", "monthly"),
        ("Trạm báo mực nước cứ 12 giờ một lần.", "cứ 12 giờ một lần", "every:12-hours"),
        ("Định kỳ ngày 05 hàng tháng, tổ thu quỹ.", "Định kỳ ngày 05 hàng tháng", "monthly:05"),
        ("Xã tiếp dân định kỳ 01 ngày trong tháng, vào ngày 15.", "định kỳ 01 ngày trong tháng, vào ngày 15", "monthly:15"),
        ("Tổ dọn chợ vào sáng Chủ nhật tuần thứ hai trong tháng.", "vào sáng Chủ nhật tuần thứ hai trong tháng", "monthly"),
        ("Chi bộ họp vào buổi sáng ngày 01 của tháng.", "vào buổi sáng ngày 01 của tháng", "monthly:01"),
        ("Tổ thu quỹ từ ngày 15 đến ngày 17 hàng tháng.", "từ ngày 15 đến ngày 17 hàng tháng", "monthly:15"),
        ("Tháng 11 hằng năm, thư viện mở hội sách.", "Tháng 11 hằng năm", "yearly"),
        ("Giao Trạm bơm hằng tháng báo cáo mực nước.", "hằng tháng", "monthly"),
        (
            "Trạm báo cáo 6 tháng một lần (trước ngày 20/6 và trước ngày 20/12).",
            "6 tháng một lần (trước ngày 20/6 và trước ngày 20/12)",
            "every:6-months",
        ),
    ],
)  # fmt: skip
def test_one_recurrence(sentence: str, phrase: str, recurrence: str) -> None:
    assert [(d.text, d.recurrence, d.date) for d in find(sentence)] == [(phrase, recurrence, None)]


def test_a_second_day_has_the_first_one_s_bound() -> None:
    found = find("Các tổ nộp ảnh chậm nhất ngày 10/4/2024 (đợt 1) và ngày 30/4/2024 (đợt 2).")
    assert [(d.date, d.bound) for d in found] == [("2024-04-10", "by"), ("2024-04-30", "by")]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Các tổ nộp sổ chậm nhất vào ngày làm việc cuối cùng của tháng.", "chậm nhất vào ngày làm việc cuối cùng của tháng", None, "recurring"),
        ("Trạm đo mưa vào 02 ngày 15 và 16/4/2024.", "vào 02 ngày 15 và 16/4/2024", "2024-04-15/2024-04-16", "by"),
        ("Các trạm báo mực nước hằng ngày trước 15 giờ.", "hằng ngày trước 15 giờ", None, "recurring"),
        ("Xã niêm yết phương án trong thời gian 15 ngày liên tục.", "trong thời gian 15 ngày liên tục", None, "by"),
        ("Trường dùng mẫu sổ mới từ học kỳ 2 năm học 2024-2025.", "từ học kỳ 2 năm học 2024-2025", None, "after"),
        ("Kho bạc áp dụng bảng kê kể từ kỳ lương tháng 5/2024.", "kể từ kỳ lương tháng 5/2024", "2024-05", "after"),
        ("Đội sửa cầu trước thềm năm học mới.", "trước thềm năm học mới", None, "before"),
        ("Kế toán chi trả trong quý liền sau quý phát sinh.", "trong quý liền sau quý phát sinh", None, "recurring"),
        ("Hạn chót nộp bài dự thi là 17 giờ ngày 20/4/2024.", "17 giờ ngày 20/4/2024", "2024-04-20", "by"),
        ("Cuối mỗi học kỳ, thư viện kiểm kê sách.", "Cuối mỗi học kỳ", None, "recurring"),
        ("Định kỳ cuối quý, thủ quỹ đối chiếu sổ.", "Định kỳ cuối quý", None, "recurring"),
        ("Mỗi khi thay người giữ kho, hai bên kiểm đếm.", "Mỗi khi thay người giữ kho", None, "event"),
        ("Trong thời hạn bảo hành, nhà thầu sửa mái.", "Trong thời hạn bảo hành", None, "event"),
        ("Sau Tết, các đội ra quân trồng cây.", "Sau Tết", None, "event"),
        ("Trong các ngày nghỉ lễ, bảo vệ trực cổng.", "Trong các ngày nghỉ lễ", None, "by"),
        ("Vào dịp cuối năm, Hội thăm hộ neo đơn.", "Vào dịp cuối năm", None, "on"),
        ("Nhà thầu bảo hành mái ngói 12 tháng kể từ ngày nghiệm thu.", "12 tháng kể từ ngày nghiệm thu", None, "by"),
    ],
)  # fmt: skip
def test_ends_of_periods_terms_and_events(sentence: str, phrase: str, date: str | None, bound: str) -> None:
    assert [(d.text, d.date, d.bound) for d in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Xét các hộ có thời gian cư trú đủ 12 tháng kể từ ngày đăng ký.",
        "Khen các tổ đạt giải trong 03 năm liên tục.",
        "Sau bữa cơm các cháu nghỉ trưa.",
    ],
)
def test_lengths_of_a_case_are_no_deadlines(sentence: str) -> None:
    assert find(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Nộp sổ hằng năm chậm nhất là ngày 31/12/2024.", "chậm nhất là ngày 31/12/2024", "2024-12-31", "by"),
        ("Cung cấp số liệu thống kê, muộn nhất là ngày 05/4/2024.", "muộn nhất là ngày 05/4/2024", "2024-04-05", "by"),
        ("Tổ thu quỹ mỗi tháng một lần vào ngày sinh hoạt thường kỳ.", "mỗi tháng một lần vào ngày sinh hoạt thường kỳ", None, "recurring"),
        ("Chi hội nộp quỹ mỗi quý nộp một lần vào tuần đầu của quý tiếp theo.", "mỗi quý nộp một lần vào tuần đầu của quý tiếp theo", None, "recurring"),
        ("Cán bộ dự họp thôn ít nhất mỗi quý một lần.", "ít nhất mỗi quý một lần", None, "recurring"),
        ("Đội nạo vét cống ít nhất hai lần trong năm.", "ít nhất hai lần trong năm", None, "recurring"),
        ("Chủ nhiệm có mặt tại hiện trường mỗi tuần ít nhất hai ngày.", "mỗi tuần ít nhất hai ngày", None, "recurring"),
        ("Báo đăng tin vào thứ ba và thứ sáu hằng tuần.", "vào thứ ba và thứ sáu hằng tuần", None, "recurring"),
        ("Tổ dọn bãi biển vào ngày mồng một và ngày rằm hằng tháng.", "vào ngày mồng một và ngày rằm hằng tháng", None, "recurring"),
        ("Trạm báo cáo định kỳ vào ngày 10 và ngày 25 hằng tháng.", "định kỳ vào ngày 10 và ngày 25 hằng tháng", None, "recurring"),
        ("Chòi canh có người trực từ 9 giờ sáng đến 20 giờ tối hàng ngày.", "từ 9 giờ sáng đến 20 giờ tối hàng ngày", None, "recurring"),
        ("Khoa nhập điểm chậm nhất 10 ngày sau ngày thi của từng học phần.", "chậm nhất 10 ngày sau ngày thi của từng học phần", None, "by"),
        ("Trạm nghiệm thu không chậm quá 24 giờ kể từ khi nhà thầu có phiếu yêu cầu.", "không chậm quá 24 giờ kể từ khi nhà thầu có phiếu yêu cầu", None, "by"),
        ("Kho công khai trong 05 ngày kể từ ngày có quyết định, ưu tiên bản điện tử.", "trong 05 ngày kể từ ngày có quyết định", None, "by"),
        ("Khi phát hiện có cháy, chủ rừng phải gọi người chữa.", "Khi phát hiện có cháy", None, "event"),
        ("Sau kiểm điểm, tập thể và cá nhân lập kế hoạch khắc phục, nêu rõ việc.", "Sau kiểm điểm", None, "event"),
        ("Các trường giữ nguyên mức thu cho đến hết thời hạn ghi trong hợp đồng.", "cho đến hết thời hạn ghi trong hợp đồng", None, "event"),
        ("Trưởng khoa phổ biến trong buổi giao ban gần nhất.", "trong buổi giao ban gần nhất", None, "event"),
        ("Tàu đưa rác về bờ sau mỗi chuyến.", "sau mỗi chuyến", None, "event"),
        ("Thủ kho ngừng cấp phép kể từ ngày nhận được công văn.", "kể từ ngày nhận được công văn", None, "event"),
        ("Không cắt điện trong các tháng 5, 6 và 7.", "trong các tháng 5, 6 và 7", "2024-05/2024-07", "by"),
        ("Văn phòng trình Hội đồng tại kỳ họp thứ 6.", "tại kỳ họp thứ 6", None, "event"),
        ("Quá ngày 31/12/2024 hộ nào không nộp thì thu hồi sạp.", "Quá ngày 31/12/2024", "2024-12-31", "after"),
    ],
)  # fmt: skip
def test_rounds_days_named_by_custom_and_events_that_come(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(d.text, d.date, d.bound) for d in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Tổ báo ngay, sau đó có báo cáo bằng văn bản trong 02 ngày.", "trong 02 ngày", None, "by"),
        ("Thư viện ban hành nội quy trong quí II.", "trong quí II", "2024-Q2", "by"),
        ("Tổ dân phố họp ngày 20 hằng tháng.", "ngày 20 hằng tháng", None, "recurring"),
        ("Chi hội gửi tài liệu ít nhất 02 ngày trước buổi họp.", "ít nhất 02 ngày trước buổi họp", None, "before"),
        ("Hòa giải trong 20 ngày kể từ ngày được chỉ định, vụ việc khó có thể kéo dài.", "trong 20 ngày kể từ ngày được chỉ định", None, "by"),
        ("Trình khen thưởng đúng dịp 19/5/2024.", "đúng dịp 19/5/2024", "2024-05-19", "on"),
        ("Đưa ra góp ý tại kỳ sinh hoạt gần nhất.", "tại kỳ sinh hoạt gần nhất", None, "event"),
        ("Kiểm tra bếp ăn trong học kỳ I.", "trong học kỳ I", None, "by"),
        ("Ban báo cáo vào quý I hằng năm.", "vào quý I hằng năm", None, "recurring"),
        ("Biểu dương thầy cô vào dịp 20/11 hằng năm.", "vào dịp 20/11 hằng năm", None, "recurring"),
        ("Gửi bảng cân đối trước ngày 05 tháng sau.", "trước ngày 05 tháng sau", None, "recurring"),
        ("Mở hội chợ vào trung tuần tháng 10.", "vào trung tuần tháng 10", "2024-10", "by"),
        ("Ngay trong đêm 18/5 đưa dân ra khỏi vùng ngập.", "Ngay trong đêm 18/5", "2024-05-18", "by"),
        ("Trạm cứ hai tuần gửi cảnh báo cho các xã.", "cứ hai tuần", None, "recurring"),
        ("Cắm mốc bảo vệ nguồn nước trong mùa khô 2024 - 2025.", "trong mùa khô 2024 - 2025", None, "by"),
        ("Không giữ tang vật quá 24 giờ mà không có quyết định.", "quá 24 giờ", None, "by"),
        ("Làm việc với Sở trong tuần từ 12 đến 16/8.", "trong tuần từ 12 đến 16/8", "2024-08-12/2024-08-16", "by"),
        ("Cử người trực từ 7 giờ đến 18 giờ các ngày làm việc.", "từ 7 giờ đến 18 giờ các ngày làm việc", None, "recurring"),
        ("Nộp báo cáo định kỳ 6 tháng một lần, vào ngày 15 tháng 6 và ngày 15 tháng 12.", "định kỳ 6 tháng một lần, vào ngày 15 tháng 6 và ngày 15 tháng 12", None, "recurring"),
        ("Trong 6 tháng cuối năm, các hội tập trung giúp hộ nghèo.", "Trong 6 tháng cuối năm", None, "by"),
    ],
)  # fmt: skip
def test_days_of_custom_weeks_nights_and_halves(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(d.text, d.date, d.bound) for d in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "bound"),
    [
        ("Chi hội gửi báo cáo tháng trước ngày 18 của tháng.", "trước ngày 18 của tháng", "recurring"),
        ("Trạm soi bẫy đèn hàng đêm.", "hàng đêm", "recurring"),
        ("Phòng cấp kinh phí trước mỗi đợt tiêm phòng.", "trước mỗi đợt tiêm phòng", "event"),
        ("Cán bộ trực vào các tối thứ Ba, thứ Năm.", "vào các tối thứ Ba, thứ Năm", "recurring"),
        ("Đội đánh giá kết quả sau 03 tháng thực hiện.", "sau 03 tháng thực hiện", "after"),
        ("Điều dưỡng báo trưởng khoa ngay trong ca làm việc.", "ngay trong ca làm việc", "by"),
    ],
)
def test_nights_shifts_and_each_round_ahead(sentence: str, phrase: str, bound: str) -> None:
    assert [(d.text, d.bound) for d in find(sentence)] == [(phrase, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Trao sách cho các em trước ngày khai giảng năm học mới.", "trước ngày khai giảng năm học mới", None, "before"),
        ("Công nhân trở lại làm việc đúng ngày 02/4/2024.", "đúng ngày 02/4/2024", "2024-04-02", "on"),
        ("Từ nay đến khi công bố kết quả, các tổ trực.", "Từ nay đến khi công bố kết quả", None, "event"),
    ],
)  # fmt: skip
def test_school_years_set_days_and_until_then(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(d.text, d.date, d.bound) for d in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Mỗi khi có gió lốc, trạm treo cờ báo.", "Mỗi khi có gió lốc", None, "event"),
        ("Trong tháng 4 và tháng 5 mở 02 lớp.", "Trong tháng 4 và tháng 5", "2024-04/2024-05", "by"),
        ("Mở 03 lớp trong các tháng 4, 5 và 6.", "trong các tháng 4, 5 và 6", "2024-04/2024-06", "by"),
    ],
)
def test_each_time_and_months_one_after_another(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    assert [(d.text, d.date, d.bound) for d in find(sentence)] == [(phrase, date, bound)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Từ chối nhận đơn nộp quá 20/4/2024.",
        "Đánh giá tình hình thu phí trong 6 tháng đầu năm.",
        "Học viên nghỉ 45 ngày kể từ ngày nhập học phải bảo lưu.",
    ],
)
def test_which_cases_a_duty_is_about_is_no_deadline(sentence: str) -> None:
    assert find(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "date", "bound"),
    [
        ("Gửi báo cáo nhanh sau mỗi đợt và báo cáo tổng kết về huyện.", "sau mỗi đợt", None, "event"),
        ("Các thôn treo pa nô trước trong và sau ngày hội.", "trước trong và sau ngày hội", None, "event"),
        (
            "Các tổ trực từ ngày khai mạc hội chợ đến ngày kết thúc hội chợ.",
            "từ ngày khai mạc hội chợ đến ngày kết thúc hội chợ",
            None,
            "event",
        ),
        ("Các trường dùng sổ mới từ năm học 2025 - 2026.", "từ năm học 2025 - 2026", "2025/2026", "after"),
        ("Nhà trường khen học sinh vào dịp tổng kết năm học.", "vào dịp tổng kết năm học", None, "event"),
        ("Các trạm báo cáo định kỳ về Sở.", "định kỳ", None, "recurring"),
        ("Trình Hội đồng vào kỳ họp tháng 7/2024.", "vào kỳ họp tháng 7/2024", None, "event"),
        ("Xong thủ tục, không kéo dài sang Quý IV năm 2024.", "không kéo dài sang Quý IV năm 2024", "2024-Q4", "before"),
        ("Các hộ nộp phần còn lại vào kỳ tiếp theo.", "vào kỳ tiếp theo", None, "on"),
        ("Giao chỉ tiêu cho các thôn ngay từ đầu năm.", "ngay từ đầu năm", None, "by"),
        ("Nhận được Thông báo này, các thôn lập danh sách.", "Nhận được Thông báo này", None, "event"),
        ("Các lớp đọc sách trong năm học 2024-2025.", "trong năm học 2024-2025", "2024/2025", "by"),
        (
            "Tổ công tác làm việc bắt đầu từ ngày 28/3/2024 đến khi kết thúc đợt tuyển (21/4/2024).",
            "bắt đầu từ ngày 28/3/2024 đến khi kết thúc đợt tuyển (21/4/2024)",
            "2024-03-28/2024-04-21",
            "by",
        ),
    ],
)  # fmt: skip
def test_stretches_occasions_and_what_recurs(
    sentence: str, phrase: str, date: str | None, bound: str
) -> None:
    (deadline,) = find(sentence)
    assert (deadline.text, deadline.date, deadline.bound) == (phrase, date, bound)


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo dõi bão (vùng nguy hiểm trong 48 giờ tới từ vĩ tuyến 15).",
        "Lực lượng sẵn sàng tham gia cứu hộ khi có yêu cầu.",
        "Báo cáo kết quả kiểm tra đến hết ngày 23/3/2024 của các xã.",
        "Rà soát các khoản nợ phát sinh trước ngày 01/7/2024.",
        "Các lớp mượn sách khi có nhu cầu.",
        "Kết quả được dùng để chỉnh sửa khi cần thiết.",
    ],
)
def test_forecasts_figures_and_conditions_are_no_deadlines(sentence: str) -> None:
    assert find(sentence) == []
