"""Who acts behind a case that names nobody, who stands behind a long adverbial, what a rule is about; times of a
quarter's last month and of a weekday's hour."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Hiện vật dễ hỏng thì Ban Vận động cấp xã bán ngay.", "obligation", ["Ban Vận động cấp xã"]),
        ("Phương án đã duyệt thì chủ tàu được tiếp tục thực hiện.", "permission", ["chủ tàu"]),
        (
            "Kể từ ngày ký thông báo của cơ quan thuế, người trúng thầu phải nộp phí.",
            "obligation",
            ["người trúng thầu"],
        ),
        ("Các trạm còn nợ phí năm 2023 nộp dứt điểm.", "obligation", ["Các trạm còn nợ phí năm 2023"]),
        (
            "Học sinh thuộc diện nội trú được đăng ký ở bến.",
            "permission",
            ["Học sinh thuộc diện nội trú"],
        ),
        ("Lãnh đạo Cục Thuế chịu trách nhiệm trước pháp luật.", "obligation", ["Lãnh đạo Cục Thuế"]),
        (
            "Đảng viên thực hiện nghiêm Quy định số 37-QĐ/TW về những điều đảng viên không được làm.",
            "obligation",
            ["Đảng viên"],
        ),
        ("Hội viên giữ chức vụ tự kiểm tra sổ sách.", "obligation", ["Hội viên giữ chức vụ"]),
    ],
)
def test_who_acts(sentence: str, modality: str, bearers: list[str]) -> None:
    (order,) = find(sentence)
    assert (order.modality, order.bearers) == (modality, bearers)


@pytest.mark.parametrize(
    ("sentence", "phrase", "bound", "recurrence"),
    [
        (
            "Định kỳ ngày 18 của tháng cuối quý, gửi sổ về Sở.",
            "Định kỳ ngày 18 của tháng cuối quý",
            "recurring",
            "quarterly:last-month:18",
        ),
        (
            "Nộp phí vào 10 ngày đầu của tháng cuối quý.",
            "vào 10 ngày đầu của tháng cuối quý",
            "recurring",
            "quarterly:last-month:10",
        ),
        ("Sổ tuần gửi trước 10 giờ sáng thứ Hai.", "trước 10 giờ sáng thứ Hai", "before", None),
        ("Báo cáo Sở Y tế vào 15 giờ chiều thứ Năm.", "vào 15 giờ chiều thứ Năm", "on", None),
        (
            "Quá thời hạn 45 ngày kể từ ngày có giấy phép mà chưa nộp tiền thì hủy kết quả.",
            "Quá thời hạn 45 ngày kể từ ngày có giấy phép",
            "by",
            None,
        ),
    ],
)
def test_times_are_whole(sentence: str, phrase: str, bound: str, recurrence: str | None) -> None:
    found = read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines
    assert [(d.text, d.bound, d.recurrence) for d in found] == [(phrase, bound, recurrence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Đài phát bản tin vào 6 giờ 15, 12 giờ và 19 giờ mỗi ngày.",
            ["vào 6 giờ 15, 12 giờ và 19 giờ mỗi ngày"],
        ),
        ("Treo cờ vào các ngày diễn ra đại hội.", ["vào các ngày diễn ra đại hội"]),
        (
            "Treo cờ trong suốt thời gian hội thao và lập danh sách người vắng.",
            ["trong suốt thời gian hội thao"],
        ),
        (
            "Không tăng phí đò trong thời gian công bố dịch.",
            ["trong thời gian công bố dịch"],
        ),
    ],
)
def test_times_end_where_another_act_begins(sentence: str, found: list[str]) -> None:
    assert [d.text for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines] == found


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Đoàn giám sát được yêu cầu trạm đưa sổ.", "permission", ["Đoàn giám sát"]),
        (
            "Hộ đã nhận hỗ trợ trong 03 năm gần đây thì không được vay thêm.",
            "prohibition",
            ["Hộ đã nhận hỗ trợ trong 03 năm gần đây"],
        ),
        (
            "Ban Tuyên giáo định hướng Báo Quảng Trị, Đài Truyền hình tỉnh đưa tin kịp thời.",
            "obligation",
            ["Ban Tuyên giáo"],
        ),
    ],
)
def test_who_asks_who_had_and_who_directs(sentence: str, modality: str, bearers: list[str]) -> None:
    (order,) = find(sentence)
    assert (order.modality, order.bearers) == (modality, bearers)


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Trưởng trạm phân công người trực cả đêm và chịu trách nhiệm về sổ trực.", "Trưởng trạm"),
        ("Trạm kiến nghị cơ quan có thẩm quyền xử phạt, ghi sổ trong 36 giờ.", "Trạm"),
        ("Sở Y tế kiến nghị Bộ Y tế cấp thuốc.", "Bộ Y tế"),
        (
            "Hội đồng thi do trưởng trạm làm chủ tịch, có ít nhất 03 người.",
            "Hội đồng thi",
        ),
    ],
)
def test_whose_duty_it_is_to_assign_petition_and_sit(sentence: str, bearer: str) -> None:
    (order,) = find(sentence)
    assert order.bearers == [bearer]
