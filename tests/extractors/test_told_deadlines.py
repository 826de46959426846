"""Deadlines as people tell them: by closing time, at a month's meeting, when a time has run out unanswered."""

from __future__ import annotations

import pytest

from extractors import moments
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Các thôn nộp sổ trước ngày mùng 8 tháng 11 tới.",
            [("trước ngày mùng 8 tháng 11", "2024-11-08", "before")],
        ),
        (
            "Phát bản tin vào các khung giờ 6 giờ 15, 12 giờ và 19 giờ 15 hằng ngày.",
            [("vào các khung giờ 6 giờ 15, 12 giờ và 19 giờ 15 hằng ngày", None, "recurring")],
        ),
        ("Báo cáo tại phiên họp cuối mỗi quý.", [("tại phiên họp cuối mỗi quý", None, "recurring")]),
        (
            "Phổ biến quy chế tại kỳ sinh hoạt chi bộ tháng 9/2024.",
            [("tại kỳ sinh hoạt chi bộ tháng 9/2024", "2024-09", "on")],
        ),
        ("Các xã làm theo kết luận của Chủ tịch tại phiên họp tháng 3/2024.", []),
        ("Các xã xem lại sổ đã trình tại phiên họp tháng 3/2024.", []),  # before the letter's own day
        (
            "Nghiệm thu trong 12 ngày làm việc tiếp theo kể từ ngày nhận bàn giao.",
            [("trong 12 ngày làm việc tiếp theo kể từ ngày nhận bàn giao", None, "by")],
        ),
        (
            "Gửi tài liệu 03 ngày trước phiên họp thường kỳ tháng 10.",
            [("03 ngày trước phiên họp thường kỳ tháng 10", None, "before")],
        ),
        (
            "Sửa đê trong vòng 08 ngày, kể cả ngày nghỉ.",
            [("trong vòng 08 ngày, kể cả ngày nghỉ", None, "by")],
        ),
        (
            "Cấp xã nộp trước ngày 10/8/2024, cấp huyện nộp trước ngày 20 cùng tháng.",
            [
                ("trước ngày 10/8/2024", "2024-08-10", "before"),
                ("trước ngày 20 cùng tháng", "2024-08-20", "before"),
            ],
        ),
        (
            "Cấp xã nộp trước ngày 10/6/2024, cấp huyện nộp trước ngày 31 cùng tháng.",
            [
                ("trước ngày 10/6/2024", "2024-06-10", "before"),
                ("trước ngày 31 cùng tháng", None, "before"),  # June has none
            ],
        ),
        (
            "Nộp về Sở chậm nhất là hết giờ làm việc ngày 30/9/2024.",
            [("chậm nhất là hết giờ làm việc ngày 30/9/2024", "2024-09-30", "by")],
        ),
        (
            "Trả xe về kho trước khi hết giờ hành chính buổi sáng ngày 08/9/2024.",
            [("trước khi hết giờ hành chính buổi sáng ngày 08/9/2024", "2024-09-08", "before")],
        ),
        (
            "Kiểm kê mỗi năm một lần, vào tuần giữa của tháng sau Tết.",
            [("mỗi năm một lần, vào tuần giữa của tháng sau Tết", None, "recurring")],
        ),
        (
            "Sở trình Ủy ban nhân dân tỉnh xem xét, quyết định tại phiên họp ngày 22/12/2024.",
            [("tại phiên họp ngày 22/12/2024", "2024-12-22", "on")],
        ),
        ("Các xã làm theo kết luận tại phiên họp ngày 22/4/2024.", []),
        (
            "Phổ biến ngay tại buổi sinh hoạt gần nhất sau hội làng và ghi rõ vào sổ.",
            [("ngay tại buổi sinh hoạt gần nhất sau hội làng", None, "event")],
        ),
        ("Trả kết quả trong 05 ngày tiếp theo.", [("trong 05 ngày tiếp theo", None, "by")]),
        (
            "Nộp đủ trước ngày 10/6/2024; quá hạn nộp nêu trên thì chủ hộ phải giải trình.",
            [
                ("trước ngày 10/6/2024", "2024-06-10", "before"),
                ("quá hạn nộp nêu trên", "2024-06-10", "after"),
            ],
        ),
        ("Xem xét lại sau học kỳ kế tiếp.", [("sau học kỳ kế tiếp", None, "event")]),
        ("Gửi sổ trước buổi họp từ 2 đến 3 ngày.", [("trước buổi họp từ 2 đến 3 ngày", None, "before")]),
        (
            "Gửi sổ trước cuộc họp xét khen thưởng của Hội đồng thi đua tỉnh 05 ngày.",
            [("trước cuộc họp xét khen thưởng của Hội đồng thi đua tỉnh 05 ngày", None, "before")],
        ),
        ("Thanh tra tỉnh hằng năm lập kế hoạch tuần đê.", [("hằng năm", None, "recurring")]),
        ("Thanh tra tỉnh đưa vào kế hoạch hằng năm việc tuần đê.", []),
        (
            "Sở trình Ủy ban nhân dân tỉnh cho ý kiến tại phiên họp thường kỳ tháng 6/2024.",
            [("tại phiên họp thường kỳ tháng 6/2024", "2024-06", "on")],
        ),
        (
            "Nộp sổ về huyện, hạn cuối là ngày làm việc cuối cùng của tháng 6/2024.",
            [("hạn cuối là ngày làm việc cuối cùng của tháng 6/2024", "2024-06", "by")],
        ),
        (
            "Lập tổ trực, chậm nhất cuối ngày 24/8/2024.",
            [("chậm nhất cuối ngày 24/8/2024", "2024-08-24", "by")],
        ),
        (
            "Nạo vét xong trong tuần từ ngày 22/7/2024 đến ngày 26/7/2024.",
            [("trong tuần từ ngày 22/7/2024 đến ngày 26/7/2024", "2024-07-22/2024-07-26", "by")],
        ),
        ("Nộp sổ đúng hạn đã nêu tại mục 2.4.", [("đúng hạn đã nêu tại mục 2.4", None, "by")]),
        ("Chấm lại trong tháng liền kề.", [("trong tháng liền kề", None, "by")]),
        (
            "Gửi sổ trước lúc 16 giờ 30 phút ngày 15/6/2024.",
            [("trước lúc 16 giờ 30 phút ngày 15/6/2024", "2024-06-15", "before")],
        ),
        (
            "Việc cân lại kết thúc chậm nhất vào kỳ sinh hoạt tháng 6/2024.",
            [("chậm nhất vào kỳ sinh hoạt tháng 6/2024", "2024-06", "by")],
        ),
        (
            "Các xã vùng cao được nộp sổ chậm hơn 10 ngày so với thời hạn nêu trên.",
            [("chậm hơn 10 ngày so với thời hạn nêu trên", None, "by")],
        ),
        (
            "Nhập lại trong 03 ngày kể từ ngày bị trả về.",
            [("trong 03 ngày kể từ ngày bị trả về", None, "by")],
        ),
        (
            "Ý kiến của các hộ được ghi vào biên bản ngay tại cuộc họp.",
            [("ngay tại cuộc họp", None, "event")],
        ),
        ("Nộp nhận xét của thôn cho thời gian từ tháng 6 đến tháng 8.", []),
        ("Báo cáo ba tháng một kỳ.", [("ba tháng một kỳ", None, "recurring")]),
        (
            "Chủ tịch xã tiếp dân ít nhất hai ngày trong một tháng.",
            [("ít nhất hai ngày trong một tháng", None, "recurring")],
        ),
        ("Nộp sổ không quá ngày 18 của tháng đó.", [("không quá ngày 18 của tháng đó", None, "by")]),
        (
            "Bố trí kinh phí cùng thời điểm lập dự toán.",
            [("cùng thời điểm lập dự toán", None, "event")],
        ),
        ("Phân công người trực ngay kỳ họp tháng 6/2024.", [("ngay kỳ họp tháng 6/2024", "2024-06", "on")]),
        (
            "Quá thời hạn nêu tại khoản 1 Điều này, các kho phải giải trình.",
            [("Quá thời hạn nêu tại khoản 1 Điều này", None, "after")],
        ),
        ("Cứ 05 ngày, tổ quản lý chợ tổng vệ sinh một lần.", [("Cứ 05 ngày", None, "recurring")]),
        ("Cứ 05 hộ cử một người trực chợ.", []),
        (
            "Trả lời trong 10 ngày đối với đơn của một hộ, 25 ngày đối với đơn của nhiều hộ.",
            [("trong 10 ngày", None, "by"), ("25 ngày", None, "by")],
        ),
        (
            "Nạo vét mương xong trước ngày 10/6/2024 (xã vùng thấp), ngày 20/6/2024 (xã vùng cao).",
            [("trước ngày 10/6/2024", "2024-06-10", "before"), ("ngày 20/6/2024", "2024-06-20", "before")],
        ),
        (
            "Trả lời trong 10 ngày đối với đơn của một hộ, 25 hộ đối với mỗi xã được mời.",
            [("trong 10 ngày", None, "by")],
        ),
        (
            "Nộp biên lai chậm nhất sau 03 ngày kết thúc phiên chợ.",
            [("chậm nhất sau 03 ngày kết thúc phiên chợ", None, "by")],
        ),
        (
            "Chủ sạp báo trước 24 giờ khi nghỉ bán hàng.",
            [("trước 24 giờ khi nghỉ bán hàng", None, "before")],
        ),
        (
            "Đối chiếu sổ 06 tháng một lần, vào tháng 5 và tháng 11.",
            [("06 tháng một lần, vào tháng 5 và tháng 11", None, "recurring")],
        ),
        (
            "Hằng tháng, bắt đầu từ tháng 7, kiểm tra chợ.",
            [("Hằng tháng, bắt đầu từ tháng 7", None, "recurring")],
        ),
        (
            "Nộp hồ sơ ngay trong tháng kết thúc vụ việc.",
            [("ngay trong tháng kết thúc vụ việc", None, "event")],
        ),
        (
            "Hết 15 ngày mà chủ tàu không trả lời, cảng vụ lập biên bản.",
            [("Hết 15 ngày mà chủ tàu không trả lời", None, "event")],
        ),
        (
            "Hết thời hạn này mà không ai đến lấy thì kho bán thanh lý.",
            [("Hết thời hạn này mà không ai đến lấy", None, "after")],
        ),
        (
            "Gửi yêu cầu chậm lắm là 09 ngày sau khi lấy xong ý kiến.",
            [("chậm lắm là 09 ngày sau khi lấy xong ý kiến", None, "by")],
        ),
        ("Sửa bàn ghế, đến 15/8 là hạn cuối.", [("đến 15/8 là hạn cuối", "2024-08-15", "by")]),
        (
            "Nộp bài chậm nhất vào thứ Bảy, ngày 18/5.",
            [("chậm nhất vào thứ Bảy, ngày 18/5", "2024-05-18", "by")],
        ),
        (
            "Chốt số dư vào cuối giờ làm việc ngày 28/6/2024.",
            [("vào cuối giờ làm việc ngày 28/6/2024", "2024-06-28", "on")],
        ),
        (
            "Nộp sổ trong 05 ngày làm việc đầu tiên của năm 2025.",
            [("trong 05 ngày làm việc đầu tiên của năm 2025", "2025", "by")],
        ),
        (
            "Các xã tổ chức tổng vệ sinh chợ trong 10 ngày đầu tháng 6/2024.",
            [("trong 10 ngày đầu tháng 6/2024", "2024-06-01/2024-06-10", "on")],
        ),
        (
            "Các xã tổ chức kiểm kê kho 05 ngày cuối tháng 6/2024.",
            [("05 ngày cuối tháng 6/2024", "2024-06-26/2024-06-30", "on")],
        ),
        ("Dán lại biển số nhà xong ngay trong tháng này.", [("ngay trong tháng này", "2024-05", "by")]),
        ("Dán lại biển số nhà xong ngay trong tuần này.", [("ngay trong tuần này", None, "by")]),
        (
            "Các thôn gửi danh sách trước lúc đoàn xe khởi hành.",
            [("trước lúc đoàn xe khởi hành", None, "event")],
        ),
        (
            "Nộp bản thu không trễ hơn thứ Sáu, ngày 14/6/2024.",
            [("không trễ hơn thứ Sáu, ngày 14/6/2024", "2024-06-14", "by")],
        ),
        (
            "Bầu tổ trưởng không muộn hơn kỳ sinh hoạt kế tiếp.",
            [("không muộn hơn kỳ sinh hoạt kế tiếp", None, "by")],
        ),
        (
            "Gửi bản góp ý trước kỳ sinh hoạt tháng 7.",
            [("trước kỳ sinh hoạt tháng 7", "2024-07", "before")],
        ),
        (
            "Gửi bản góp ý 03 ngày trước kỳ sinh hoạt tháng 7.",
            [("03 ngày trước kỳ sinh hoạt tháng 7", None, "before")],
        ),
        (
            "Dọn xong kho trước khi bước sang tháng 8.",
            [("trước khi bước sang tháng 8", "2024-08", "before")],
        ),
        (
            "Các thôn đăng ký trước ngày 10/6/2024; sau mốc nêu trên, xã không nhận.",
            [("trước ngày 10/6/2024", "2024-06-10", "before"), ("sau mốc nêu trên", "2024-06-10", "after")],
        ),
        (
            "Trạm y tế gửi số liệu trước ngày 18 của tháng báo cáo.",
            [("trước ngày 18 của tháng báo cáo", None, "recurring")],
        ),
        (
            "Bình chọn tổ sạch đẹp vào kỳ sinh hoạt cuối mỗi quý.",
            [("vào kỳ sinh hoạt cuối mỗi quý", None, "recurring")],
        ),
        ("Kiểm phiếu, công bố kết quả ngay tại hội nghị.", [("ngay tại hội nghị", None, "event")]),
        (
            "Sơn lại cột mốc chậm nhất vào ngày cuối cùng của tháng 6/2024.",
            [("chậm nhất vào ngày cuối cùng của tháng 6/2024", "2024-06-30", "by")],
        ),
        (
            "Trạm trả kết quả lần một trong ngày; sau đó 02 ngày, trả kết quả lần hai.",
            [("trong ngày", None, "by"), ("sau đó 02 ngày", None, "by")],
        ),
        (
            "Không tặng kỷ niệm chương đối với người đến trước ngày 25/7/2024 đã có đủ 20 năm công tác.",
            [],
        ),
        (
            "Nộp lệ phí: 60.000 đồng/hộ tại phòng Kế toán, hạn cuối ngày 08/10/2024.",
            [("hạn cuối ngày 08/10/2024", "2024-10-08", "by")],
        ),
        (
            "Các thôn gửi báo cáo theo đúng biểu mẫu, nội dung và thời hạn quy định.",
            [("theo đúng biểu mẫu, nội dung và thời hạn quy định", None, "by")],
        ),
        ("Tổ chức thăm hỏi trước, sau kỳ thi.", [("trước, sau kỳ thi", None, "event")]),
        ("Nộp đơn trước, sau đó chờ gọi.", []),
        (
            "Gửi kết quả về văn phòng 03 ngày trước lịch tiếp dân tháng 8.",
            [("03 ngày trước lịch tiếp dân tháng 8", None, "before")],
        ),
        ("Hai xã được kéo dài thêm 3 ngày.", [("thêm 3 ngày", None, "by")]),
        ("Tuyển thêm 3 ngày công.", []),
        (
            "Các xã giải trình cùng với báo cáo tổng kết năm 2024.",
            [("cùng với báo cáo tổng kết năm 2024", None, "event")],
        ),
        ("Nộp đơn cùng với hồ sơ xin việc.", []),
    ],
)
def test_what_is_told_of_a_time(sentence: str, found: list[tuple[str, str | None, str]]) -> None:
    deadlines = read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines
    assert [(d.text, d.date, d.bound) for d in deadlines] == found


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("03/6 - 21/6/2024", "2024-06-03/2024-06-21"),
        ("12 - 14/6/2024", "2024-06-12/2024-06-14"),
        ("28/12 - 05/01/2025", "2024-12-28/2025-01-05"),
        ("14 - 12/6/2024", None),
    ],
)
def test_days_of_a_cell(cell: str, date: str | None) -> None:
    assert moments.read_cell(cell, None).iso == date


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "Sau khi đo đạc xong từng thửa đất, bản đồ được phòng chuyên môn kiểm tra, đóng dấu.",
            "Sau khi đo đạc xong từng thửa đất",
        ),
        ("Khi tiếp nhận, hồ sơ của người dân phải được kiểm tra lại.", "Khi tiếp nhận"),
        (
            "Hộ nuôi vịt sau khi được trạm thú y kiểm dịch, có thể bán vịt tại chợ xã.",
            "sau khi được trạm thú y kiểm dịch",
        ),
        (
            "Việc đổi tên sau khi được huyện ủy xác nhận do đảng ủy xã ghi vào sổ.",
            "sau khi được huyện ủy xác nhận",
        ),
        (
            "Tổ trưởng nhận sổ ngay sau khi được bầu nhưng chưa thu phí khi chưa có quyết định.",
            "ngay sau khi được bầu",
        ),
        (
            "Khi hết hạn nhưng chưa trả sách, người mượn phải báo cho thư viện.",
            "Khi hết hạn nhưng chưa trả sách",
        ),
        (
            "Sau khi cầu tạm, đường tránh được nghiệm thu, nhà thầu phải dỡ rào chắn.",
            "Sau khi cầu tạm, đường tránh được nghiệm thu",
        ),
    ],
)
def test_where_an_event_ends(sentence: str, event: str) -> None:
    assert [d.text for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines][:1] == [event]
