"""Times inside sentences, names that a time or a clause ends, sentences that begin with a time or a place."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("Khi phát sinh trường hợp chưa được quy định, báo cáo Giám đốc.", "Khi phát sinh trường hợp chưa được quy định"),
        (
            "Khi xây dựng kế hoạch phát triển kinh tế - xã hội phải hỏi ý kiến các thôn.",
            "Khi xây dựng kế hoạch phát triển kinh tế - xã hội",
        ),
        ("Bố trí họp giao ban định kỳ vào tuần thứ hai hằng tháng.", "định kỳ vào tuần thứ hai hằng tháng"),
        ("Trong khi chờ quyết định, các trường tạm thu theo mức cũ.", "Trong khi chờ quyết định"),
        ("Các xã báo cáo chậm nhất không quá ngày 15/7/2024.", "chậm nhất không quá ngày 15/7/2024"),
        ("Các trường dạy bơi bắt đầu từ năm 2025.", "bắt đầu từ năm 2025"),
        ("Nắm tình hình hằng ngày, báo cáo Sở.", "hằng ngày"),
        ("Các đài phát tin phòng dịch hằng ngày trên sóng.", "hằng ngày"),
        ("Bí thư phải trực tiếp chỉ đạo, hằng năm nghe báo cáo của thanh niên.", "hằng năm"),
        ("Tổ kiểm tra tiến hành phúc tra sau 06 tháng.", "sau 06 tháng"),
        ("Giám sát cấp dưới, khi phát hiện nơi nào làm sai thì báo cáo cấp ủy.", "khi phát hiện nơi nào làm sai"),
        ("Đội mở lớp năng khiếu trong các dịp hè.", "trong các dịp hè"),
        ("Xong các cống, chậm nhất là cuối mùa khô này.", "chậm nhất là cuối mùa khô này"),
        ("Sơ kết hằng năm, biểu dương cách làm hay.", "hằng năm"),
        ("Sở Y tế ít nhất 10 ngày một lần công bố kết quả.", "ít nhất 10 ngày một lần"),
    ],
)  # fmt: skip
def test_a_time_inside_a_sentence(sentence: str, deadline: str) -> None:
    (obligation,) = find(sentence)
    assert obligation.deadlines == [deadline]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Sở Tài chính trong thời hạn 03 ngày làm việc kể từ khi nhận được đề nghị phải trình phương án.", "Sở Tài chính"),
        ("Tổ chức tiêm phòng bắt buộc cho toàn bộ gà, vịt.", "các đơn vị"),
        ("Đoàn Thanh niên phân công đoàn viên trực tại bến.", "Đoàn Thanh niên"),
        ("Những nơi có từ 50 hộ vi phạm, ban thường vụ huyện ủy có thể lập tổ công tác.", "ban thường vụ huyện ủy"),
        ("Đảng viên được miễn sinh hoạt đảng thì được miễn kiểm điểm.", "Đảng viên được miễn sinh hoạt đảng"),
        ("Các cơ sở giết mổ tập trung có kiểm soát thú y được phép hoạt động.", "Các cơ sở giết mổ tập trung có kiểm soát thú y"),
        ("Chiều thứ sáu hằng tuần báo cáo huyện số liệu.", "các đơn vị"),
    ],
)  # fmt: skip
def test_who_acts(sentence: str, bearer: str) -> None:
    (obligation,) = find(sentence)
    assert obligation.bearers == [bearer]


def test_a_label_of_time_before_who_acts() -> None:
    first, second = find(
        "Về thời gian: chi bộ hoàn thành trước ngày 15/6/2024; huyện ủy hoàn thành trước ngày 30/6/2024."
    )
    assert (first.bearers, first.deadlines) == (["chi bộ"], ["trước ngày 15/6/2024"])
    assert second.bearers == ["huyện ủy"]


def test_a_row_s_last_cell_that_the_line_s_end_broke() -> None:
    table = (
        "III. PHÂN CÔNG\nNội dung công việc | Đơn vị chủ trì | Thời gian hoàn thành\n"
        "Kiện toàn tổ thu thập | Văn phòng | Trước\n10/6/2024\nTập huấn cho các tổ | Phòng Kinh tế | Ngày 12/6/2024\n"
    )
    found = read(f"{HEAD}{LEAD}{table}").obligations
    assert [(o.text, o.bearers) for o in found] == [
        ("Kiện toàn tổ thu thập", ["Văn phòng"]),
        ("Tập huấn cho các tổ", ["Phòng Kinh tế"]),
    ]
    assert [" ".join(o.deadlines[0].split()) for o in found] == ["Trước 10/6/2024", "Ngày 12/6/2024"]
