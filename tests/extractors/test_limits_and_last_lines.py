"""Deadlines that set a limit, what a letter's last lines and an act's titles leave unordered, whose number it is."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def _deadlines(sentence: str) -> list[tuple[str, str | None, str]]:
    return [(d.text, d.date, d.bound) for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Các xã kiểm đếm cầu phao, làm xong không sau ngày 12 tháng 9 năm 2025.",
            ("không sau ngày 12 tháng 9 năm 2025", "2025-09-12", "by"),
        ),
        ("Các xã tổng kết không quá quý III năm 2029.", ("không quá quý III năm 2029", "2029-Q3", "by")),
        ("Sáp nhập trạm bơm không trễ hơn năm 2027.", ("không trễ hơn năm 2027", "2027", "by")),
        ("Thả cá giống ngay trong năm 2025.", ("ngay trong năm 2025", "2025", "by")),
        (
            "Tổ dân phố trông kho từ lúc nhập muối cho đến khi cấp phát.",
            ("từ lúc nhập muối cho đến khi cấp phát", None, "event"),
        ),
        ("Giữ chốt gác cho tới khi nước rút.", ("cho tới khi nước rút", None, "event")),
        ("Nạo vét mương, xong trước lúc gieo mạ vụ Mùa.", ("trước lúc gieo mạ vụ Mùa", None, "event")),
        (
            "Văn thư vào sổ ngay trong ngày hồ sơ được nộp.",
            ("ngay trong ngày hồ sơ được nộp", None, "event"),
        ),
        (
            "Thủ kho báo số chậm nhất là ngày làm việc tiếp theo.",
            ("chậm nhất là ngày làm việc tiếp theo", None, "by"),
        ),
        (
            "Xếp lịch trực chậm nhất là 10 ngày trước Tết Nguyên đán.",
            ("chậm nhất là 10 ngày trước Tết Nguyên đán", None, "before"),
        ),
        ("Kéo lưới lên bờ trước 17 giờ ngày mai.", ("trước 17 giờ ngày mai", "2024-05-03", "before")),
        ("Cấm đò kể từ 20 giờ tối nay.", ("kể từ 20 giờ tối nay", "2024-05-02", "after")),
        (
            "Duyệt danh sách 08 ngày sau khi nhận đủ hồ sơ.",
            ("08 ngày sau khi nhận đủ hồ sơ", None, "by"),
        ),
        (
            "Sơn lại biển báo, làm xong trước khi vào vụ Đông Xuân 2024 - 2025.",
            ("trước khi vào vụ Đông Xuân 2024 - 2025", None, "event"),
        ),
        (
            "Thu hồi giấy mời phải xong khi kết thúc quý II năm 2025.",
            ("khi kết thúc quý II năm 2025", "2025-Q2", "by"),
        ),
        ("Các đội trở lại đúng ca sau kỳ nghỉ lễ.", ("sau kỳ nghỉ lễ", None, "event")),
        ("Không mở hội trong nửa đầu tháng 3/2025.", ("nửa đầu tháng 3/2025", "2025-03", "by")),
    ],
)
def test_a_limit_is_a_deadline(sentence: str, found: tuple[str, str | None, str]) -> None:
    assert _deadlines(sentence) == [found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Để bến phà mới chạy từ ngày 01/7/2025, đề nghị Sở Giao thông vận tải sớm cấp phép.",
        "Người lái đò không quá 60 tuổi.",
        "Mỗi toa chở không quá 40 khách.",
    ],
)
def test_what_looks_like_a_limit_is_none(sentence: str) -> None:
    assert _deadlines(sentence) == []


def _obliged(text: str) -> list[str]:
    return [o.text for o in read(text).obligations]


@pytest.mark.parametrize(
    "line",
    [
        "Sở Thủy sản gửi ý kiến góp ý đến Quý Sở để tổng hợp./.",
        "Trân trọng đề nghị./.",
        "Các điều khác của Quyết định số 7/2020/QĐ-UBND ngày 01/02/2020 không thay đổi và có giá trị thực hiện.",
    ],
)
def test_last_lines_order_nothing(line: str) -> None:
    assert _obliged(f"{HEAD}{LEAD}1. Kiểm tra phao cứu sinh.\n{line}\n") == ["Kiểm tra phao cứu sinh"]


def test_titles_of_those_meant_and_of_findings_order_nothing() -> None:
    text = (
        f"{HEAD}{LEAD}I. PHẠM VI, ĐỐI TƯỢNG ÁP DỤNG\n"
        "1. Chủ bè; người nuôi cá có từ 03 lồng trở lên.\n"
        "II. KHUYẾT ĐIỂM, VI PHẠM\n"
        "1. Chưa thực hiện đúng quy chế trực; không lập sổ dù Phòng Thủy sản đã nhắc hai lần.\n"
        "III. NHIỆM VỤ\n"
        "Thứ nhất, về nội dung kiểm điểm. Chủ bè phải ghi sổ.\n"
    )
    assert _obliged(text) == ["Chủ bè phải ghi sổ"]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Sở Nội vụ kính mong các phòng phối hợp kiểm kê.", ["các phòng"]),
        ("Đề nghị toàn hệ thống chính trị khẩn trương vào cuộc.", ["toàn hệ thống chính trị"]),
        (
            "Yêu cầu các Phòng Giáo dục và Đào tạo thanh tra, kiểm tra bếp ăn.",
            ["các Phòng Giáo dục và Đào tạo"],
        ),
        ("Bộ phận thanh tra, kiểm tra lập biên bản.", ["Bộ phận thanh tra, kiểm tra"]),
        ("Dữ liệu bến đò, hộ nuôi cá, trạm cân phải được cập nhật hằng tuần.", ["các đơn vị"]),
        ("Đại hội các chi đoàn, chi hội hoàn thành trước ngày 30/6/2025.", ["các đơn vị"]),
        ("Các khoản đã chi sai, chủ dự án phải nộp lại.", ["chủ dự án"]),
        ("Nhân dân được cử ban trông đập.", ["Nhân dân"]),
        (
            "Viên chức được giao giải quyết hồ sơ có trách nhiệm lập sổ.",
            ["Viên chức được giao giải quyết hồ sơ"],
        ),
        ("Cục đo đạc và bản đồ có trách nhiệm in bản đồ.", ["Cục đo đạc và bản đồ"]),
        (
            "Các sở, các đơn vị quản lý hồ thủy điện, thủy lợi và các đơn vị liên quan chủ động trực gác.",
            ["Các sở, các đơn vị quản lý hồ thủy điện, thủy lợi và các đơn vị liên quan"],
        ),
    ],
)
def test_who_is_asked(sentence: str, bearers: list[str]) -> None:
    found = read(f"{HEAD}{LEAD}1. {sentence}\n").obligations
    assert [o.bearers for o in found] == [bearers]


def test_a_letter_without_numbers_goes_on_with_further_orders() -> None:
    text = (
        f"{HEAD}Sở Thủy sản yêu cầu các trạm lập sổ khách ra vào.\n\n"
        "Đồng thời tuyên truyền cho hành khách trong toàn tuyến mặc áo phao.\n"
    )
    assert [o.bearers for o in read(text).obligations] == [["các trạm"], ["các trạm"]]


def test_the_number_of_the_act_that_a_title_is_about_is_not_the_directives() -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LÂM THAO\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Lâm Thao, ngày 10 tháng 7 năm 2003\n\n"
        "QUYẾT ĐỊNH CỦA UBND TỈNH LÂM THAO\n\n"
        "Về việc lùi thời điểm thu phí đò theo\nQuyết định số 58/2003/QĐ-UB ngày 02/6/2003\n\n"
        "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Các bến đò thu phí từ ngày 01/9/2003.\n"
    )
    reading = read(text)
    assert reading.number is None
    assert "58/2003/QĐ-UB" in {reference.number for reference in reading.references}


def test_a_department_above_its_number_is_no_misread_label() -> None:
    text = (
        "  UBND TỈNH BÌNH ĐỊNH                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ LAO ĐỘNG - THƯƠNG BINH                    Độc lập - Tự do - Hạnh phúc\n"
        "       VÀ XÃ HỘI\n"
        "Số: 77/SLĐTBXH-VP                    Quy Nhơn, ngày 24 tháng 11 năm 2011\n"
        "V/v kiểm tra lò hơi\n\nKính gửi: Các xưởng sấy.\n\nĐề nghị các xưởng sấy khai báo lò hơi.\n"
    )
    reading = read(text)
    assert reading.number is not None and reading.number.text == "77/SLĐTBXH-VP"
    assert reading.issuer is not None
    assert reading.issuer.name == "Sở Lao động - Thương binh và Xã hội tỉnh Bình Định"
