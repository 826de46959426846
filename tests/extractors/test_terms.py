"""Terms that acts set: in words, within a term before a day, the first days of a month, within the law's own."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import deadlines, moments, structure
from extractors.model import Deadline

ISSUED = dt.date(2024, 3, 15)


def find(text: str) -> list[Deadline]:
    return deadlines.find(text, structure.parse(text), issued=ISSUED)


@pytest.mark.parametrize(
    ("phrase", "length"),
    [
        ("mười lăm (15) ngày làm việc", (15, "ngày làm việc")),
        ("ba mươi ngày", (30, "ngày")),
        ("bốn mươi lăm ngày", (45, "ngày")),
        ("hai mươi mốt ngày", (21, "ngày")),
        ("một trăm hai mươi ngày", (120, "ngày")),
        ("mười năm", (10, "năm")),
        ("ba mươi năm", (30, "năm")),
        ("năm ngày", (5, "ngày")),
        ("2,5 ngày", None),
        ("nửa tháng", None),
    ],
)
def test_lengths_in_words(phrase: str, length: tuple[int, str] | None) -> None:
    assert moments.term(phrase) == length


def test_a_term_in_words_ends_on_its_day() -> None:
    (term,) = find(
        "Trong thời hạn hai mươi ngày kể từ ngày ký ban hành văn bản này, các xã niêm yết sơ đồ bến."
    )
    assert (term.date, term.bound) == ("2024-04-04", "by")


@pytest.mark.parametrize(
    ("phrase", "date"),
    [
        ("trong 15 ngày kể từ ngày 24/7/2024", "2024-08-08"),
        # 3 August is a Saturday: a term ends on the next working day (Civil Code 2015, Article 148)
        ("trong 10 ngày, kể từ 06 giờ 00 phút ngày 24/7/2024", "2024-08-05"),
        ("trong thời gian 10 ngày kể từ ngày 24/7/2024", "2024-07-24/2024-08-03"),
        ("trong 02 tháng kể từ ngày 24 tháng 7 năm 2024", "2024-09-24"),
        # 2 and 3 September are the National Day's holidays, 31 August and 1 September a weekend
        ("trong 05 ngày làm việc kể từ ngày 26/8/2024", "2024-09-04"),
        ("trong thời gian 12 ngày kể từ 7h30 ngày 05/7/2024", "2024-07-05/2024-07-17"),
        ("trong 15 ngày kể từ ngày Nghị định ngày 24/7/2024 có hiệu lực", None),
    ],
)
def test_a_term_from_a_day_that_is_given_ends_on_its_day(phrase: str, date: str | None) -> None:
    (found,) = find(f"1. Các trường gửi bản kê {phrase}.\n")
    assert (found.date, found.bound) == (date, "by")


def test_what_begins_after_a_term_ends_on_no_day() -> None:
    (found,) = find("1. Sau 30 ngày kể từ ngày 15/6/2024, Sở Công Thương tổ chức kiểm tra.\n")
    assert found.date is None


def test_a_month_whose_digits_a_scan_set_apart_is_read_whole() -> None:
    (found,) = find("1. Các trường gửi bản kê trước ngày 15 tháng 1 1 năm 2024.\n")
    assert (found.text, found.date) == ("trước ngày 15 tháng 1 1 năm 2024", "2024-11-15")


@pytest.mark.parametrize(
    ("sentence", "phrase", "bound"),
    [
        (
            "Trong thời hạn hai mươi (20) ngày kể từ ngày mở kho, thủ kho lập biên bản.",
            "Trong thời hạn hai mươi (20) ngày kể từ ngày mở kho",
            "by",
        ),
        (
            "Ban quản lý chợ treo sơ đồ trong thời hạn 10 ngày trước ngày khai trương.",
            "trong thời hạn 10 ngày trước ngày khai trương",
            "before",
        ),
        (
            "Trạm thủy nông báo lịch cho các thôn ít nhất là 02 ngày trước khi mở nước.",
            "ít nhất là 02 ngày trước khi mở nước",
            "before",
        ),
        (
            "Nhà hát gửi kịch bản ít nhất 07 ngày làm việc, trước ngày công diễn.",
            "ít nhất 07 ngày làm việc, trước ngày công diễn",
            "before",
        ),
        (
            "Trong vòng 02 tuần trước ngày thu hoạch, các hộ ngừng phun thuốc.",
            "Trong vòng 02 tuần trước ngày thu hoạch",
            "before",
        ),
        (
            "Sở Xây dựng trả lời trong thời hạn tối đa không quá 09 ngày kể từ ngày nhận bản vẽ.",
            "trong thời hạn tối đa không quá 09 ngày kể từ ngày nhận bản vẽ",
            "by",
        ),
        (
            "Phòng Kinh tế thẩm định phương án tối đa là 08 ngày, kể từ ngày nhận đủ bản vẽ.",
            "tối đa là 08 ngày, kể từ ngày nhận đủ bản vẽ",
            "by",
        ),
        (
            "Trong thời hạn 1,5 ngày làm việc, kể từ ngày nhận mẫu, trạm trả kết quả.",
            "Trong thời hạn 1,5 ngày làm việc, kể từ ngày nhận mẫu",
            "by",
        ),
        ("Các kho nộp sổ quỹ về Sở Tài chính trong thời hạn quy định.", "trong thời hạn quy định", "by"),
        ("Các kho trả lời đoàn kiểm tra trong thời hạn theo yêu cầu.", "trong thời hạn theo yêu cầu", "by"),
        (
            "Chậm nhất trong thời hạn quy định tại khoản 2 Điều này, các kho phải trả lời.",
            "Chậm nhất trong thời hạn quy định tại khoản 2 Điều này",
            "by",
        ),
        ("Từ nay đến cuối năm, các bến đò thay áo phao cũ.", "Từ nay đến cuối năm", "by"),
        ("Từ nay đến hết nhiệm kỳ, các chi hội kết nạp hội viên.", "Từ nay đến hết nhiệm kỳ", "by"),
        ("Ngay từ những tháng đầu năm, các bến phải nạo vét.", "Ngay từ những tháng đầu năm", "by"),
        ("Các bến gửi danh sách áo phao về huyện trong tuần.", "trong tuần", "by"),
        ("Các bến gửi báo cáo định kỳ (6 tháng, năm) về huyện.", "định kỳ (6 tháng, năm)", "recurring"),
        (
            "Các bến nộp danh sách chậm nhất là thứ 2, ngày 25 tháng 3 năm 2024.",
            "chậm nhất là thứ 2, ngày 25 tháng 3 năm 2024",
            "by",
        ),
        (
            "Các bến đăng ký từ nay đến hết 23 giờ 59 phút ngày 28/4/2024.",
            "từ nay đến hết 23 giờ 59 phút ngày 28/4/2024",
            "by",
        ),
        ("Các bến gửi sổ đúng theo thời gian quy định.", "đúng theo thời gian quy định", "by"),
        ("Bến tàu hoạt động đúng tiến độ thời gian quy định.", "đúng tiến độ thời gian quy định", "by"),
        ("Gửi biên bản ngay sau khi họp 01 ngày.", "ngay sau khi họp 01 ngày", "by"),
        ("Thời gian dự kiến đua thuyền: 15/04 đến 20/04/2024.", "15/04 đến 20/04/2024", "by"),
        ("Các bến chạy thử từ năm 2024 đến hết năm 2026.", "từ năm 2024 đến hết năm 2026", "by"),
        (
            "Các bến chạy thử trong thời hạn 03 năm, từ năm 2024 đến hết năm 2026.",
            "03 năm, từ năm 2024 đến hết năm 2026",
            "by",
        ),
        ("Các bến nạo vét luồng trước mùa mưa hàng năm.", "trước mùa mưa hàng năm", "recurring"),
        ("Các xã có bến định kỳ tổng hợp số khách.", "định kỳ", "recurring"),
        ("Định kỳ hoặc đột xuất tổng hợp số khách.", "Định kỳ hoặc đột xuất", "recurring"),
        ("Giai đoạn đến hết năm 2025, các bến thay phao.", "đến hết năm 2025", "by"),
        ("Bến đò báo cáo tải trọng trước thời điểm rời bến.", "trước thời điểm rời bến", "event"),
        (
            "Các đội đăng ký trước thời điểm 17 giờ ngày 20/4/2024.",
            "trước thời điểm 17 giờ ngày 20/4/2024",
            "before",
        ),
        (
            "Không cho xe tải vào phố trong thời gian từ 22 giờ đến 05 giờ sáng ngày hôm sau.",
            "trong thời gian từ 22 giờ đến 05 giờ sáng ngày hôm sau",
            "on",
        ),
        (
            "Ngay sau khi nhận mẫu nước, cơ quan chuyên môn được Ủy ban nhân dân huyện phân công báo cáo kết quả.",
            "Ngay sau khi nhận mẫu nước",
            "event",
        ),
    ],
)
def test_terms_are_whole(sentence: str, phrase: str, bound: str) -> None:
    assert [(item.text, item.bound) for item in find(sentence)] == [(phrase, bound)]


@pytest.mark.parametrize(
    ("sentence", "phrase", "recurrence"),
    [
        (
            "Định kỳ hằng tuần, trong thời hạn 02 ngày làm việc đầu tiên của tuần tiếp theo, trạm gửi số liệu.",
            "Định kỳ hằng tuần, trong thời hạn 02 ngày làm việc đầu tiên của tuần tiếp theo",
            "weekly",
        ),
        (
            "Trong 05 ngày đầu của tháng đầu quý sau, các bến phà gửi bảng kê.",
            "Trong 05 ngày đầu của tháng đầu quý sau",
            "quarterly:first-month",
        ),
        (
            "Trong vòng 10 ngày làm việc đầu tiên của tháng tiếp theo, quầy vé quyết toán.",
            "Trong vòng 10 ngày làm việc đầu tiên của tháng tiếp theo",
            "monthly",
        ),
        (
            "Trạm gửi bảng kê chậm nhất là ngày thứ mười của tháng kế tiếp.",
            "chậm nhất là ngày thứ mười của tháng kế tiếp",
            "monthly",
        ),
        (
            "Trạm đăng ký lịch chậm nhất vào ngày 20 tháng trước.",
            "chậm nhất vào ngày 20 tháng trước",
            "monthly:20",
        ),
        (
            "Kế toán đối chiếu số dư với Kho bạc hằng tháng, quý, năm.",
            "hằng tháng, quý, năm",
            "monthly",
        ),
        (
            "Định kỳ hằng năm trước ngày 31 tháng 12, các bến lập sổ theo dõi.",
            "Định kỳ hằng năm trước ngày 31 tháng 12",
            "yearly:12-31",
        ),
    ],
)
def test_days_that_come_back(sentence: str, phrase: str, recurrence: str) -> None:
    assert [(item.text, item.recurrence) for item in find(sentence)] == [(phrase, recurrence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các giấy phép đã cấp trước thời điểm Nghị định có hiệu lực được dùng tiếp.",
        "Trong năm kế hoạch, trạm giữ nguyên số máy bơm.",
        "Kết thúc hoạt động của bến huyện, bến xã.",
        "Thực hiện Chương trình giai đoạn từ năm 2021 đến năm 2025.",
        "Các bến gửi báo cáo định kỳ kết quả bán vé.",
    ],
)
def test_which_things_are_meant_is_no_term(sentence: str) -> None:
    assert find(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "bound", "date"),
    [
        ("1. Các bến nộp biểu mẫu cùng thời hạn tại điểm 2.", "cùng thời hạn tại điểm 2", "by", None),
        ("Thủy thủ không rời bến trong thời gian có bão.", "trong thời gian có bão", "by", None),
        (
            "Các bến quyết toán trong niên độ ngân sách năm 2024.",
            "trong niên độ ngân sách năm 2024",
            "by",
            "2024",
        ),
        (
            "Các bến trực từ thứ Năm 18/4/2024 đến hết thứ Ba 23/4/2024.",
            "từ thứ Năm 18/4/2024 đến hết thứ Ba 23/4/2024",
            "by",
            "2024-04-18/2024-04-23",
        ),
        (
            "Bến ghi sổ chậm nhất trong ngày làm việc tiếp theo ngày phát sinh chuyến.",
            "chậm nhất trong ngày làm việc tiếp theo ngày phát sinh chuyến",
            "event",
            None,
        ),
        (
            "Bến trả phiếu chậm nhất 5 ngày sau ngày thi của từng khóa.",
            "chậm nhất 5 ngày sau ngày thi của từng khóa",
            "by",
            None,
        ),
    ],
)
def test_terms_that_point_at_others_and_at_what_comes(
    sentence: str, phrase: str, bound: str, date: str | None
) -> None:
    (term,) = find(sentence)
    assert (term.text, term.bound, term.date) == (phrase, bound, date)


@pytest.mark.parametrize(
    ("sentence", "phrase", "recurrence"),
    [
        (
            "Các bến báo mực nước mỗi ngày hai lần, lúc 6 giờ và 17 giờ.",
            "mỗi ngày hai lần, lúc 6 giờ và 17 giờ",
            "daily",
        ),
        (
            "Trước 15 giờ ngày thứ Năm hằng tuần các bến gửi sổ.",
            "Trước 15 giờ ngày thứ Năm hằng tuần",
            "weekly",
        ),
        (
            "Thời gian báo cáo: ngày 20 của tháng cuối quý.",
            "ngày 20 của tháng cuối quý",
            "quarterly:last-month:20",
        ),
        ("Các bến báo cáo theo định kỳ quý, 6 tháng, năm.", "định kỳ quý, 6 tháng, năm", "quarterly"),
    ],
)
def test_days_that_come_again_are_one_phrase(sentence: str, phrase: str, recurrence: str) -> None:
    (term,) = find(sentence)
    assert (term.text, term.recurrence) == (phrase, recurrence)


@pytest.mark.parametrize(
    ("sentence", "phrase", "date"),
    [
        (
            "Các bến gửi biểu chậm nhất ngày 12 (mười hai) của tháng báo cáo đối với báo cáo định kỳ hằng tháng.",
            "chậm nhất ngày 12 (mười hai) của tháng báo cáo",
            None,
        ),
        (
            "Các bến gửi biểu chậm nhất ngày 22 (hai mươi hai) tháng 10 (mười) đối với báo cáo định kỳ hằng năm.",
            "chậm nhất ngày 22 (hai mươi hai) tháng 10 (mười)",
            "2024-10-22",
        ),
        ("Sau đợt khảo sát có tổng kết báo cáo Cục.", "Sau đợt khảo sát", None),
        (
            "Bến bố trí chỗ ở cho tổ trong thời gian khảo sát nói trên.",
            "trong thời gian khảo sát nói trên",
            None,
        ),
        ("Phiếu phải nộp trước ngày tàu cập bến.", "trước ngày tàu cập bến", None),
        (
            "Bến kiểm định cân theo đúng yêu cầu và thời hạn quy định.",
            "theo đúng yêu cầu và thời hạn quy định",
            None,
        ),
    ],
)
def test_numbers_spelled_again_and_times_of_what_comes(sentence: str, phrase: str, date: str | None) -> None:
    assert [(term.text, term.date) for term in find(sentence)] == [(phrase, date)]


def test_a_term_spelled_again_keeps_the_words_of_its_event() -> None:
    (term,) = find("Chủ tàu nhận phép trong thời hạn 30 (ba mươi) ngày kể từ ngày nhận thông báo.")
    assert term.event == "kể từ ngày nhận thông báo"


@pytest.mark.parametrize(
    ("sentence", "phrase", "recurrence"),
    [
        (
            "Bến mở cửa tất cả các ngày trong tuần, kể cả Chủ nhật và các ngày nghỉ lễ.",
            "tất cả các ngày trong tuần, kể cả Chủ nhật và các ngày nghỉ lễ",
            "weekly",
        ),
        ("Bến đón khách hằng ngày từ 7h00 đến 22h00.", "hằng ngày từ 7h00 đến 22h00", "daily"),
        ("Các bến sơn phao hằng năm từ năm 2025.", "hằng năm từ năm 2025", "yearly"),
        (
            "Phao được kiểm tra định kỳ hằng năm hoặc khi có yêu cầu.",
            "định kỳ hằng năm hoặc khi có yêu cầu",
            "yearly",
        ),
        ("Tổ chức bảo dưỡng phao theo định kỳ và thay phao hỏng.", "theo định kỳ", "yearly"),
    ],
)
def test_times_that_come_again_with_what_belongs_to_them(sentence: str, phrase: str, recurrence: str) -> None:
    (term,) = find(sentence)
    assert (term.text, term.recurrence) == (phrase, recurrence)


def test_a_purpose_at_the_start_sets_no_time() -> None:
    assert find("Để tiện và đảm bảo thời gian quy định khi thu phí, các bến lập sổ.") == []
