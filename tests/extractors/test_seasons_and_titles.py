"""Seasons, school years and feasts as deadlines; titles of jobs before those who do them."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def _deadlines(line: str) -> list[tuple[str, str | None, str]]:
    found = read(f"{HEAD}{LEAD}1. {line}\n").deadlines
    return [(deadline.text, deadline.date, deadline.bound) for deadline in found]


def _duties(body: str) -> list[tuple[str, list[str], str]]:
    found = read(f"{HEAD}{LEAD}{body}\n").obligations
    return [(duty.modality, duty.bearers, duty.text) for duty in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Các xã nạo vét kênh mương trước mùa nắng nóng.", ("trước mùa nắng nóng", None, "before")),
        ("Các xã giao ruộng trước vụ Đông Xuân.", ("trước vụ Đông Xuân", None, "before")),
        ("Các trường sửa lớp học trong dịp hè năm 2024.", ("trong dịp hè năm 2024", None, "by")),
        (
            "Các trường tổ chức tập huấn đầu năm học 2024 - 2025.",
            ("đầu năm học 2024 - 2025", "2024/2025", "by"),
        ),
        (
            "Phòng Nội vụ trình phương án sau kỳ nghỉ Tết Nguyên đán Ất Tỵ.",
            ("sau kỳ nghỉ Tết Nguyên đán Ất Tỵ", None, "event"),
        ),
        (
            "Các xã được gia hạn thêm nhưng không quá ngày 30/6/2024.",
            ("không quá ngày 30/6/2024", "2024-06-30", "by"),
        ),
        ("Hội đồng họp mỗi học kỳ một lần.", ("mỗi học kỳ một lần", None, "recurring")),
        (
            "Các sở báo cáo định kỳ vào ngày 25 hằng tháng.",
            ("định kỳ vào ngày 25 hằng tháng", None, "recurring"),
        ),
        ("Các trạm đo báo cáo cứ 03 giờ/lần.", ("cứ 03 giờ/lần", None, "recurring")),
        (
            "Ngay sau khi hồ sơ được duyệt phải niêm yết công khai.",
            ("Ngay sau khi hồ sơ được duyệt", None, "event"),
        ),
        (
            "Khi cơ quan điều tra yêu cầu, cơ sở y tế cung cấp hồ sơ bệnh án, giấy tờ liên quan.",
            ("Khi cơ quan điều tra yêu cầu", None, "event"),
        ),
    ],
)
def test_what_bounds_a_duty(line: str, expected: tuple[str, str | None, str]) -> None:
    assert expected in _deadlines(line)


def test_a_day_of_the_year_before_is_no_day_of_this_one() -> None:
    """Whichever year is meant, the text does not fix it: no date, where one used to be guessed."""
    found = _deadlines("Các sở gửi danh sách trước ngày 01 tháng 11 của năm trước liền kề.")
    assert found == [("trước ngày 01 tháng 11 của năm trước liền kề", None, "before")]


def test_what_is_done_when_there_is_need_has_no_deadline() -> None:
    assert _deadlines("Khi cần thiết, các xã huy động lực lượng dân quân.") == []


def test_a_month_opens_a_stretch_in_an_undated_text_too() -> None:
    """ "01" of "tháng 01" is no day of the month in which the stretch ends."""
    undated = HEAD.replace("Quảng Trị, ngày 02 tháng 5 năm 2024\n", "")
    assert undated != HEAD
    (found,) = read(f"{undated}{LEAD}1. Các xã tuyên truyền từ tháng 01 đến ngày 15/3/2026.\n").deadlines
    assert found.date == "2026-01/2026-03-15"


def test_a_department_is_no_season() -> None:
    assert _deadlines("Các sở gửi hồ sơ trước Vụ Đông Nam Á xem xét.") == []


@pytest.mark.parametrize("title", ["Về công tác tổng kết năm", "Về chế độ của người làm việc"])
def test_a_title_that_ends_in_a_noun_is_not_run_into_the_paragraph_below(title: str) -> None:
    duties = _duties(f"1. {title}\nGiao Sở Tài chính dự thảo báo cáo trước ngày 25/11/2024.")
    assert duties == [
        (
            "obligation",
            ["Sở Tài chính"],
            "Giao Sở Tài chính dự thảo báo cáo trước ngày 25/11/2024",
        )
    ]


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        (
            "1. Kiểm tra việc thu, nộp học phí năm 2024: Sở Tài chính rà soát sổ sách các trường.",
            "Sở Tài chính",
        ),
        (
            "1. Giám sát chuyên đề việc đánh giá, xếp loại viên chức: Ban Tổ chức Tỉnh ủy đối chiếu hồ sơ.",
            "Ban Tổ chức Tỉnh ủy",
        ),
        ("1. Các xã Hòa Bình, Tân Lập phân công cán bộ theo dõi từng thôn.", "Các xã Hòa Bình, Tân Lập"),
        ("1. Chủ vật nuôi chấp hành việc tiêm phòng.", "Chủ vật nuôi"),
        ("1. Cấp xã và tương đương: các đảng ủy mở hội nghị trong tháng 5/2024.", "các đảng ủy"),
        (
            "1. Quá trình nhập dữ liệu, có khó khăn về mạng, đề nghị các chi, đảng bộ gọi Văn phòng.",
            "các chi, đảng bộ",
        ),
        ("1. Quá trình triển khai, các xã phản ánh khó khăn về Sở Tài chính.", "các xã"),
    ],
)
def test_who_acts(line: str, bearer: str) -> None:
    assert [duty[1] for duty in _duties(line)] == [[bearer]]


@pytest.mark.parametrize(
    ("whom", "expected"),
    [
        ("người nộp thuế", "các đơn vị"),
        ("chủ hộ", "các đơn vị"),
        ("người đứng đầu các phòng", "người đứng đầu các phòng"),
        ("chủ tịch xã", "chủ tịch xã"),
        ("nhân viên thú y", "nhân viên thú y"),
    ],
)
def test_whom_those_addressed_are_to_ask(whom: str, expected: str) -> None:
    """ "Yêu cầu | người nộp thuế …" is what those addressed ask of people outside; officials are ordered."""
    assert [duty[1] for duty in _duties(f"1. Yêu cầu {whom} báo cáo số liệu.")] == [[expected]]


def test_who_assigns_a_person_by_name_hands_the_duty_on() -> None:
    duties = _duties("1. Sở Nội vụ phân công đồng chí Trần Văn An theo dõi.")
    assert [duty[1] for duty in duties] == [["đồng chí Trần Văn An"]]


@pytest.mark.parametrize("verb", ["quyết định", "xem xét, quyết định"])
def test_a_share_that_a_body_decides_on_is_its_own_to_keep(verb: str) -> None:
    (duty,) = _duties(
        f"1. Ban Thường vụ Huyện ủy {verb} số chi bộ được xếp loại xuất sắc không vượt quá 20% số chi bộ."
    )
    assert duty[:2] == ("prohibition", ["Ban Thường vụ Huyện ủy"])


@pytest.mark.parametrize(
    "line",
    [
        "Số đảng viên được xếp loại “Xuất sắc” ở mỗi đảng bộ, chi bộ không quá 15% tổng số đảng viên.",
        "Đối với viên chức: số người được xếp loại “Xuất sắc” ở mỗi khoa, phòng không quá 15% tổng số.",
        "Đối với lãnh đạo khoa, phòng: mức thưởng của trưởng khoa không được cao hơn mức thưởng của khoa, "
        "trừ người mới nhận nhiệm vụ.",
    ],
)
def test_a_share_or_rank_not_to_be_passed_is_a_prohibition_of_those_asked(line: str) -> None:
    (duty,) = _duties(f"1. {line}")
    assert duty[:2] == ("prohibition", ["các đơn vị"])


@pytest.mark.parametrize(
    ("line", "modality", "bearer"),
    [
        (
            "Sở Giáo dục thông báo cho phụ huynh đón con trước 15 giờ ngày 06/6/2024.",
            "obligation",
            "Sở Giáo dục",
        ),
        ("Sở Nội vụ thông báo đến các xã thực hiện.", "obligation", "các xã"),
        (
            "Các cán bộ y tế có mặt tại vị trí được phân công trước 7 giờ ngày 06/6/2024.",
            "obligation",
            "Các cán bộ y tế",
        ),
    ],
)
def test_whom_a_notice_or_a_place_leaves_to_act(line: str, modality: str, bearer: str) -> None:
    assert [duty[:2] for duty in _duties(f"1. {line}")] == [(modality, [bearer])]


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        (
            "Văn phòng UBND tỉnh thông báo người đứng đầu các sở, ngành dự họp.",
            "người đứng đầu các sở, ngành",
        ),
        ("Sở Tài chính thông báo chủ đầu tư, nhà thầu nộp hồ sơ.", "chủ đầu tư, nhà thầu"),
        ("Tỉnh ủy giao cấp ủy các cấp lãnh đạo thực hiện.", "cấp ủy các cấp"),
        ("Đảng ủy giao cán bộ, công chức chịu trách nhiệm rà soát hồ sơ.", "cán bộ, công chức"),
        (
            "Số vốn chưa giải ngân, Sở Tài chính không được điều chuyển trước ngày 30/6/2025.",
            "Sở Tài chính",
        ),
        (
            "Tổng số lãnh đạo phòng không quá 5% biên chế, các sở rà soát trước ngày 30/6/2025.",
            "các sở",
        ),
        (
            "Khắc phục tồn tại nêu tại kết luận thanh tra: Sở Tài chính thực hiện sai quy định về đấu giá.",
            "các đơn vị",
        ),
    ],
)
def test_who_acts_is_not_taken_from_a_look_alike(line: str, bearer: str) -> None:
    assert [duty[1] for duty in _duties(f"1. {line}")] == [[bearer]]


def test_a_ban_with_a_case_behind_its_colon_stays_a_ban() -> None:
    (duty,) = _duties("1. Không chi trả đối với trường hợp: Người lao động nộp hồ sơ quá hạn.")
    assert duty[:2] == ("prohibition", ["các đơn vị"])


def test_a_share_that_only_describes_things_forbids_nothing() -> None:
    (duty,) = _duties("1. Các sở kiểm tra, báo cáo các dự án có tỷ lệ giải ngân không quá 20%.")
    assert duty[0] == "obligation"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Các xã sửa đập trước mùa thi công năm 2025.", []),
        ("Các xã kiểm tra trong vụ thu hoạch lúa.", []),
        ("Các xã giao ruộng trước vụ đông xuân 2025-2026.", ["trước vụ đông xuân 2025-2026"]),
        (
            "Các chi bộ báo cáo vào tháng 3, tháng 6 và tháng 9 hằng năm.",
            ["vào tháng 3, tháng 6 và tháng 9 hằng năm"],
        ),
        (
            "Định kỳ tháng 6 và tháng 12 hằng năm, các xã báo cáo.",
            ["Định kỳ tháng 6 và tháng 12 hằng năm"],
        ),
    ],
)
def test_the_whole_phrase_or_none(line: str, expected: list[str]) -> None:
    assert [text for text, _, _ in _deadlines(line)] == expected


def test_a_sentence_broken_before_a_capital_goes_on() -> None:
    """ "Ngày | Thành lập Đảng" is broken by the page's width, and no title."""
    body = (
        "1. Sở Văn hóa chủ trì tổ chức các hoạt động kỷ niệm 95 năm Ngày\n"
        "Thành lập Đảng Cộng sản Việt Nam, hoàn thành trước ngày 03/02/2025."
    )
    assert [duty[1] for duty in _duties(body)] == [["Sở Văn hóa"]]
