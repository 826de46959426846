"""What stands close to a deadline, a duty or a change and is another thing: each of these once was misread."""

from __future__ import annotations

import pytest

from extractors.model import Directive
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def of(body: str, lead: str = LEAD) -> Directive:
    return read(f"{HEAD}{lead}{body}\n")


def deadlines(sentence: str) -> list[str]:
    return [item.text for item in of(f"1. {sentence}").deadlines]


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Cập nhật số liệu vào phần mềm đến hết ngày 20/12/2024.", "đến hết ngày 20/12/2024"),
        ("Hoàn trả số dư tài khoản đến hết ngày 31/12/2024.", "đến hết ngày 31/12/2024"),
        (
            "Lập sổ trong vòng 20 ngày, kể từ ngày Kế hoạch này được ban hành.",
            "trong vòng 20 ngày, kể từ ngày Kế hoạch này được ban hành",
        ),
        ("Chuyển phao cho các bến ngay khi danh sách được duyệt.", "ngay khi danh sách được duyệt"),
        (
            "Họp lần đầu trong thời hạn 12 tháng, kể từ ngày bến được bàn giao đưa vào sử dụng.",
            "trong thời hạn 12 tháng, kể từ ngày bến được bàn giao đưa vào sử dụng",
        ),
        ("Văn phòng hằng tuần nắm tình hình các bến.", "hằng tuần"),
        ("Gửi sổ theo dõi chậm nhất vào ngày 28.", "chậm nhất vào ngày 28"),
        ("Nhận được Công điện, các xã kéo thuyền lên bờ.", "Nhận được Công điện"),
        ("Tiếp tục theo dõi tình hình mực nước đến hết ngày 30/11/2024.", "đến hết ngày 30/11/2024"),
        ("Rà soát các bến có nguy cơ sạt lở, di dời trong 02 ngày tới.", "trong 02 ngày tới"),
        ("Khẩn trương đưa thuyền khỏi nơi nguy hiểm trong 24 giờ tới.", "trong 24 giờ tới"),
        ("Luôn sẵn sàng áo phao, hỗ trợ các bến khi có yêu cầu.", "khi có yêu cầu"),
        ("Không được quá ngày 15/12/2024.", "Không được quá ngày 15/12/2024"),
        ("Không để nợ phí kéo dài sang năm 2025.", "kéo dài sang năm 2025"),
        ("Các trạm đóng cống ngay sau khi nước rút bảo đảm không ngập ruộng.", "ngay sau khi nước rút"),
        ("Ngay sau khi xong khối lượng đơn vị thi công phải bàn giao.", "Ngay sau khi xong khối lượng"),
        (
            "Sau khi đội quản lý chợ kiểm đếm, tổ thu phí lập biên bản, gửi huyện.",
            "Sau khi đội quản lý chợ kiểm đếm",
        ),
        (
            "Trong thời hạn 07 ngày kể từ ngày tiếp nhận hồ sơ Phòng Nội vụ yêu cầu các xã bổ sung.",
            "Trong thời hạn 07 ngày kể từ ngày tiếp nhận hồ sơ",
        ),
    ],
)
def test_deadlines(sentence: str, phrase: str) -> None:
    assert deadlines(sentence) == [phrase]


def test_figures_of_a_day_are_not_due_on_it() -> None:
    sentence = "Tổng hợp số liệu thu phí đến hết ngày 30/11/2024 gửi huyện trước ngày 05/12/2024."
    assert deadlines(sentence) == ["trước ngày 05/12/2024"]


def test_what_ends_a_day_has_its_duty() -> None:
    (duty,) = of("1. Không được quá ngày 15/12/2024.").obligations
    assert (duty.modality, duty.deadlines) == ("prohibition", ["Không được quá ngày 15/12/2024"])


@pytest.mark.parametrize(
    ("sentence", "recurrence"),
    [
        ("Mỗi nhiệm kỳ ít nhất một lần, các chi hội kiểm tra sổ quỹ.", None),
        ("Định kỳ tuần cuối hằng tháng, các chi hội báo cáo.", "monthly"),
        ("Định kỳ tuần đầu hằng quý, các chi hội báo cáo.", "quarterly"),
    ],
)
def test_recurrences(sentence: str, recurrence: str | None) -> None:
    (item,) = of(f"1. {sentence}").deadlines
    assert (item.bound, item.recurrence) == ("recurring", recurrence)


@pytest.mark.parametrize(
    ("sentence", "bearers", "action"),
    [
        ("Hộ bị thu hồi đất thì nộp lại giấy hẹn.", ["Hộ bị thu hồi đất"], "nộp lại giấy hẹn"),
        ("Tổ công tác hướng dẫn kê khai tài sản.", ["Tổ công tác"], "hướng dẫn kê khai tài sản"),
        ("Giáo viên hướng dẫn phải chấm bài.", ["Giáo viên hướng dẫn"], "chấm bài"),
        ("Cơ quan giải quyết kịp thời các kiến nghị.", ["Cơ quan"], "giải quyết kịp thời các kiến nghị"),
        ("Đơn vị chi trả tiền hỗ trợ cho các hộ.", ["Đơn vị"], "chi trả tiền hỗ trợ cho các hộ"),
        ("Cơ quan tiếp nhận hồ sơ gửi giấy hẹn.", ["Cơ quan tiếp nhận hồ sơ"], "gửi giấy hẹn"),
        (
            "Đối với bến khách ngang sông: tổ chức quản lý bến phải niêm yết giá vé.",
            ["tổ chức quản lý bến"],
            "niêm yết giá vé",
        ),
        ("Đối với xã không được chia bến thì không tổ chức đua.", ["xã không được chia bến"], None),
        (
            "Đối với thôn có từ 100 hộ trở lên: Có thể tổ chức họp theo ngõ.",
            ["thôn có từ 100 hộ trở lên"],
            None,
        ),
        (
            "Việc lấy ý kiến được tiến hành tại hội nghị giữa Đảng ủy, HĐND, UBND, do Bí thư Đảng ủy chủ trì.",
            ["Bí thư Đảng ủy"],
            None,
        ),
        ("Đối với Sở Y tế, cần chỉ đạo các trạm phát phao.", ["Sở Y tế"], None),
        ("Giáo viên chủ nhiệm rà soát áo phao của lớp.", ["Giáo viên chủ nhiệm"], None),
        ("Trước khi đò chạy, giáo viên chủ nhiệm đối chiếu danh sách.", ["giáo viên chủ nhiệm"], None),
        ("Văn phòng Sở là đơn vị thường trực, theo dõi việc phát phao.", ["Văn phòng Sở"], None),
        ("Chiều thứ năm nộp sổ trực về Văn phòng.", ["các đơn vị"], "nộp sổ trực về Văn phòng"),
        (
            "Kiểm tra sổ sách các trường năm 2024: Hiệu trưởng ký xác nhận từng trang.",
            ["các đơn vị"],
            None,
        ),
    ],
)
def test_who_does_what(sentence: str, bearers: list[str], action: str | None) -> None:
    (duty,) = of(f"1. {sentence}").obligations
    assert duty.bearers == bearers
    if action is not None:
        assert duty.action == action


def test_those_whom_the_lead_in_addresses_keep_what_is_asked_of_them() -> None:
    lead = "Sở Xây dựng yêu cầu các chủ đầu tư, nhà thầu thực hiện các nội dung sau:\n"
    found = of("1. Yêu cầu chủ đầu tư lập sổ nhật ký.\n2. Yêu cầu nhà thầu thi công trả mặt bằng.", lead)
    assert [duty.bearers for duty in found.obligations] == [["chủ đầu tư"], ["nhà thầu thi công"]]


def test_bodies_below_an_inspection_act_and_things_do_not() -> None:
    acting = "1. Phân công kiểm tra:\n- Tổ 1 kiểm tra các bến phía bắc.\n- Tổ 2 kiểm tra các bến phía nam."
    assert [duty.bearers for duty in of(acting).obligations] == [["Tổ 1"], ["Tổ 2"]]
    things = "1. Đoàn công tác kiểm tra các vấn đề sau:\n- Việc ghi sổ của các kho.\n- Hồ sơ nhập hàng."
    assert of(things).obligations == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Trước đây, các bến phải xin ý kiến huyện.",
        "Tính từ đầu năm đến nay, các bến tổ chức 12 lớp tập huấn.",
        "Tháng 5 năm ngoái, các bến phải đóng lại 3 chiếc đò.",
    ],
)
def test_what_was_bound_earlier_binds_nobody(sentence: str) -> None:
    assert of(f"1. {sentence}").obligations == []


def test_what_has_come_about_by_a_day_is_no_duty() -> None:
    told = "I. KẾT QUẢ\n1. Đến ngày 30/6/2024, các xã lắp đặt được 40 thùng rác."
    assert of(told, lead="").obligations == []


def test_whom_something_is_sent_to_behind_a_list() -> None:
    (first, second) = of(
        "1. Gửi danh sách, báo cáo kết quả về Sở Y tế.\n2. Các trạm gửi số liệu, họp với Sở Y tế về Sở Xây dựng."
    ).obligations
    assert (first.report_to, second.report_to) == (["Sở Y tế"], [])


@pytest.mark.parametrize(
    ("rule", "subject"),
    [
        ("Chi hội có dưới 06 hội viên thì không xét, xếp loại.", "Chi hội"),
        ("Số chi đoàn xếp loại HTXSNV không quá 20% số chi đoàn HTTNV.", "chi đoàn"),
    ],
)
def test_whom_a_rule_is_about(rule: str, subject: str) -> None:
    (found,) = of(f"1. {rule}").rules
    assert found.subject == subject


def test_an_abbreviation_that_a_clause_explains_names_who_acts() -> None:
    found = of("1. Ban đại diện cha mẹ (BDDCM) họp mỗi quý.\n2. BDDCM phải ghi biên bản.").obligations
    assert found[-1].bearers == ["BDDCM"]


def test_an_event_of_its_own_is_not_added_to_the_title_s() -> None:
    body = "1. Trước khi đưa bến vào hoạt động\n- Cắm mốc bến.\n- Kê khai số đò trước khi thả phao."
    assert [duty.deadlines for duty in of(body).obligations] == [
        ["Trước khi đưa bến vào hoạt động"],
        ["trước khi thả phao"],
    ]


def test_a_month_filled_in_by_hand_keeps_its_day() -> None:
    head = HEAD.replace("ngày 02 tháng 5 năm 2024", "ngày 23 tháng               7    năm 2024")
    issued = read(f"{head}{LEAD}1. Cắm mốc bến.\n").issued
    assert issued is not None and (issued.date, issued.precision) == ("2024-07-23", "day")


def test_a_meeting_s_title_names_nobody_and_who_takes_part_is_asked_nothing() -> None:
    body = (
        "1. Hội nghị giới thiệu bến mẫu\n- Gửi biên bản về huyện.\n"
        "- Thành phần: Chi cục Kiểm lâm; Ban quản lý bến (chủ trì); mời đại diện Hội Nông dân và chủ đò các thôn."
    )
    assert [duty.bearers for duty in of(body).obligations] == [["các đơn vị"]]


def test_a_topic_before_its_items_is_no_duty() -> None:
    body = "1. Về tổ chức bến bãi: (1) Kê khai số đò; (2) Thay phao cũ.\n2. Về phà: Sơn lại mạn phà."
    assert [duty.text for duty in of(body).obligations] == [
        "Kê khai số đò",
        "Thay phao cũ",
        "Về phà: Sơn lại mạn phà",
    ]
