"""Events told by what has come of something, without "khi"; conditions and finished things beside them."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def times(sentence: str) -> list[tuple[str, str]]:
    """What was read as (phrase, bound) from a letter's first clause of two."""
    found = read(f"{HEAD}{LEAD}1. {sentence}\n2. Các trạm lau sạch máy bơm.\n").deadlines
    return [(item.text, item.bound) for item in found]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (
            "Các trạm niêm phong kho; kiểm đếm xong số vật tư cuối thì khóa sổ ngay.",
            "kiểm đếm xong số vật tư cuối",
        ),
        ("Kiểm đếm xong, Đoàn lập biên bản gửi Sở.", "Kiểm đếm xong"),
        ("Các phòng cử người dự họp, có kết luận thì ghi vào sổ theo dõi.", "có kết luận"),
        ("Thanh tra tỉnh xác minh đơn, kết thúc xác minh thì chuyển hồ sơ cho Sở.", "kết thúc xác minh"),
        (
            "Đề án của Ủy ban nhân dân tỉnh được phê duyệt thì cấp ứng một nửa kinh phí.",
            "Đề án của Ủy ban nhân dân tỉnh được phê duyệt",
        ),
        (
            "Các phòng đổi loại máy bơm khi Cục Thủy lợi Việt Nam có ý kiến trả lời.",
            "khi Cục Thủy lợi Việt Nam có ý kiến trả lời",
        ),
        (
            "Sở lập danh mục máy phải đình chỉ; đổi loại máy bơm khi Cục Thủy lợi Việt Nam có ý kiến trả lời.",
            "khi Cục Thủy lợi Việt Nam có ý kiến trả lời",
        ),
        (
            "Thực hiện theo Quyết định số 12/QĐ-UBND ngày 05/3/2020 của UBND tỉnh quy định mức chi cho trạm bơm cho "
            "đến khi có quy định mới.",
            "cho đến khi có quy định mới",
        ),
        ("Khi có kết quả kiểm đếm, gửi bảng kê cho các xã để đối chiếu.", "Khi có kết quả kiểm đếm"),
        (
            "Các phòng lập bảng; khi có kết quả kiểm đếm, gửi thông báo cho các xã, mỗi hồ sơ phải kèm phiếu.",
            "khi có kết quả kiểm đếm",
        ),
        (
            "Không được thanh lý máy bơm khi hội đồng định giá chưa họp.",
            "khi hội đồng định giá chưa họp",
        ),
        (
            "Phát thẻ ra vào ngay trong tháng mà nhân viên được tuyển dụng.",
            "ngay trong tháng mà nhân viên được tuyển dụng",
        ),
        ("Các trạm trả tiền ngay trong đêm phát hiện sự cố.", "ngay trong đêm phát hiện sự cố"),
        ("Các phòng báo cáo cùng kỳ báo cáo 6 tháng đầu năm.", "cùng kỳ báo cáo 6 tháng đầu năm"),
    ],
)
def test_what_has_come_about_is_when_to_act(sentence: str, phrase: str) -> None:
    assert times(sentence) == [(phrase, "event")]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Nếu cần kiểm đếm thêm thì kéo dài tối đa 07 ngày nhưng phải được Sở đồng ý.", "tối đa 07 ngày"),
        ("Việc tạm giữ máy bơm không kéo dài quá 10 ngày.", "không kéo dài quá 10 ngày"),
        ("Các xã niêm yết công khai bảng giá đủ 7 ngày liên tục.", "đủ 7 ngày liên tục"),
        ("Các trạm dùng cả hai loại sổ thêm một quý nữa.", "thêm một quý nữa"),
        ("Các trạm xét cấp lại thẻ, không để sang tháng sau.", "không để sang tháng sau"),
        ("Kho bạc trả hồ sơ trong ngày làm việc đối với hồ sơ đủ.", "trong ngày làm việc"),
        ("Các trạm báo tin về Sở trong 10 phút đầu và huy động lực lượng.", "trong 10 phút đầu"),
        (
            "Việc trả lời phải đảm bảo về thời hạn giải quyết theo quy định.",
            "đảm bảo về thời hạn giải quyết theo quy định",
        ),
    ],
)
def test_limits_told_in_other_words(sentence: str, phrase: str) -> None:
    assert times(sentence) == [(phrase, "by")]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (
            "Sở kiểm tra hiện trường hai tuần một lần, vào chiều thứ Năm.",
            "hai tuần một lần, vào chiều thứ Năm",
        ),
        (
            "Kho bạc gửi bản kê mười ngày một lần, kể từ đầu tháng 12.",
            "mười ngày một lần, kể từ đầu tháng 12",
        ),
        ("Các trạm đo mực nước 3 buổi/tuần, lúc 5 giờ sáng.", "3 buổi/tuần, lúc 5 giờ sáng"),
        ("Các trạm thanh toán theo từng tháng, không dồn vào cuối năm.", "theo từng tháng"),
    ],
)
def test_how_often_and_when_are_one(sentence: str, phrase: str) -> None:
    assert times(sentence) == [(phrase, "recurring")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nếu có vướng mắc thì báo cáo Sở Tài chính.",
        "Có vướng mắc thì báo cáo Sở Tài chính.",
        "Hộ nào làm xong thì báo cáo xã.",
        "Chủ rừng có phương án được duyệt thì đốt dọn thực bì.",
        "Nơi chưa được phê duyệt thì dùng bảng giá cũ.",
        "Lớp tập huấn cho kế toán không kéo dài quá 02 ngày.",
    ],
)
def test_conditions_and_lengths_bound_nothing(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase", "bound"),
    [
        (
            "Các phòng sửa quy chế ngay sau khi Luật Đê điều (sửa đổi) được Quốc hội thông qua.",
            "ngay sau khi Luật Đê điều (sửa đổi) được Quốc hội thông qua",
            "event",
        ),
        (
            "Sở in quy chế sau khi đã được Ban Quản lý hoặc Thường trực Ban (Trưởng ban, hai Phó ban) thẩm tra, "
            "thông qua.",
            "sau khi đã được Ban Quản lý hoặc Thường trực Ban (Trưởng ban, hai Phó ban) thẩm tra, thông qua",
            "event",
        ),
        (
            "Sở xin Thường trực cho ý kiến tại kỳ họp thứ mười (tháng 6/2024).",
            "tại kỳ họp thứ mười (tháng 6/2024)",
            "on",
        ),
        (
            "Sở trình đề án chậm nhất là tại phiên họp Ủy ban nhân dân tỉnh tháng 7/2024.",
            "chậm nhất là tại phiên họp Ủy ban nhân dân tỉnh tháng 7/2024",
            "by",
        ),
        (
            "Các phòng bình ổn giá trong những tháng cuối năm 2024 và đầu năm 2025.",
            "trong những tháng cuối năm 2024 và đầu năm 2025",
            "by",
        ),
        ("Các trường mỗi học kỳ tổ chức 01 buổi đọc sách.", "mỗi học kỳ", "recurring"),
        ("Sở lập dự thảo trình tại kỳ họp cuối năm 2024.", "tại kỳ họp cuối năm 2024", "on"),
        ("Sau 02 năm thực hiện, các phòng sơ kết việc giao kho.", "Sau 02 năm thực hiện", "after"),
    ],
)
def test_events_past_a_short_bracket_and_sessions_of_a_year(sentence: str, phrase: str, bound: str) -> None:
    assert times(sentence) == [(phrase, bound)]


def test_a_deed_that_comes_first_reaches_up_to_the_duty_of_nobody() -> None:
    body = "Trước khi xây dựng kho theo danh mục phục vụ công tác tra cứu phải rà soát khóa kho."
    reading = read(f"{HEAD}{LEAD}1. {body}\n2. Các trạm lau sạch máy bơm.\n")
    assert [d.text for d in reading.deadlines] == [body.split(" phải")[0]]
    assert reading.obligations[0].bearers == ["các đơn vị"]  # the lead-in's; "phục vụ" holds no department


def test_an_event_ends_before_the_report_on_it() -> None:
    sentence = "Phòng xin ý kiến trước khi sửa cống và báo cáo Ban Thường vụ Huyện ủy tại kỳ họp gần nhất."
    assert times(sentence) == [("trước khi sửa cống", "event"), ("tại kỳ họp gần nhất", "event")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gắn việc này với Chương trình mục tiêu quốc gia về nước sạch nông thôn đến năm 2030 cùng quy hoạch kho.",
        "Các phòng ban hành Đề án số hóa kho (đã hoàn thành trong tháng 4/2024).",
    ],
)
def test_a_programme_s_own_end_and_what_was_done_bound_nothing(sentence: str) -> None:
    assert times(sentence) == []


@pytest.mark.parametrize(
    ("phrase", "bound"),
    [
        ("từ HK251", "after"),
        ("từ học kỳ 1/2025-2026", "after"),
        ("kể từ học kỳ 2 năm học 2025-2026", "after"),
        ("trong học kỳ 1/2025-2026", "by"),
    ],
)
def test_semesters_of_a_university(phrase: str, bound: str) -> None:
    assert times(f"Sinh viên nộp học phí qua cổng điện tử {phrase}.") == [(phrase, bound)]


def test_from_a_year_onward() -> None:
    sentence = "Từ năm 2025 trở đi, các khoa nộp báo cáo qua cổng điện tử."
    assert times(sentence) == [("Từ năm 2025 trở đi", "after")]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        (
            "Sau khi có kết quả chấm (vòng 2) Hội đồng tuyển dụng công bố danh sách.",
            "Sau khi có kết quả chấm",
        ),
        ("Sau khi hoàn thành nhiệm vụ phải báo cáo Sở Nội vụ.", "Sau khi hoàn thành nhiệm vụ"),
        (
            "Các trạm chỉ sửa cống sau khi hỏi ý kiến Sở Tài chính và báo cáo Huyện ủy.",
            "sau khi hỏi ý kiến Sở Tài chính và báo cáo Huyện ủy",
        ),
    ],
)
def test_where_events_end(sentence: str, phrase: str) -> None:
    assert times(sentence) == [(phrase, "event")]


def test_a_term_of_each_school_term_is_one_phrase() -> None:
    assert [phrase for phrase, _ in times("Sau mỗi học kỳ, các trường gửi báo cáo.")] == ["Sau mỗi học kỳ"]


def test_what_a_programme_strives_for_has_its_year() -> None:
    sentence = (
        "Thực hiện Chương trình mục tiêu quốc gia về nước sạch, phấn đấu đến năm 2026 lắp xong máy lọc."
    )
    assert times(sentence) == [("đến năm 2026", "by")]


def test_what_is_summed_up_after_years_has_no_deadline() -> None:
    assert times("Nhìn lại kết quả sau 8 năm thực hiện việc giao kho.") == []


def test_what_was_done_before_the_letter_bounds_nothing() -> None:
    text = (
        f"{HEAD}Sau khi trao đổi với Sở Y tế, Hội Nông dân tỉnh tại cuộc họp ngày 27/3/2024, Sở Tài chính "
        "đề nghị các huyện thực hiện như sau:\n1. Rà soát danh sách người hưởng.\n2. Lập bảng kê kinh phí.\n"
    )
    assert read(text).deadlines == []
