"""Sentences that look like those a rule was written for, and must be read otherwise."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def _borne(body: str) -> list[tuple[str, list[str]]]:
    return [(o.modality, o.bearers) for o in read(f"{HEAD}{LEAD}{body}\n").obligations]


ASKED = ["các đơn vị"]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Các nội dung khác đề nghị các sở giữ nguyên hiện trạng.", "obligation", ASKED),
        ("Bản vẽ được chủ thầu xác nhận phải nộp về phòng lưu trữ.", "obligation", ASKED),
        (
            "Số liệu mưa được trạm thủy văn tổng hợp, Đài Khí tượng phát bản tin hằng ngày.",
            "obligation",
            ["Đài Khí tượng"],
        ),
        ("Kết quả đo nước được cán bộ thủy nông đối chiếu.", "obligation", ["cán bộ thủy nông"]),
        ("Rất mong các hội quan tâm, gửi ý kiến trước ngày 12/8/2026.", "obligation", ["các hội"]),
        ("Các khoản thu, nhà trường niêm yết tại bảng tin.", "obligation", ["nhà trường"]),
        ("Các mức thu như học phí, trường học phải công khai.", "obligation", ASKED),
        ("Đối với hộ gia đình có người già yếu, thôn cử người giúp đỡ.", "obligation", ["thôn"]),
        ("Đối với các sở, ban ngành có xe cũ, các sở tự thanh lý.", "obligation", ["các sở"]),
        (
            "Nghiêm cấm người say rượu điều khiển phương tiện, nếu có thì lập biên bản.",
            "prohibition",
            ["người say rượu"],
        ),
        ("Cấm các hộ chăn thả trâu bò, chủ rừng lập biên bản.", "prohibition", ["các hộ"]),
        ("Cả hệ thống chính trị phải vào cuộc.", "obligation", ["Cả hệ thống chính trị"]),
    ],
)
def test_who_bears(sentence: str, modality: str, bearers: list[str]) -> None:
    assert _borne(f"1. {sentence}") == [(modality, bearers)]


@pytest.mark.parametrize("sentence", ["Các điều khoản khác giữ nguyên.", "Rất mong các hội quan tâm."])
def test_nobody_is_to_act(sentence: str) -> None:
    assert _borne(f"1. {sentence}") == []


def test_who_draws_up_a_plan_acts_where_no_clause_names_another() -> None:
    plan = "Ủy ban nhân dân xã xây dựng Kế hoạch dạy đan lưới như sau:\n1. Mở ba lớp đan lưới.\n"
    assert _borne(plan) == [("obligation", ["Ủy ban nhân dân xã"])]
    assert _borne(plan + "2. Hội Nông dân vận động hội viên học.\n") == [
        ("obligation", []),
        ("obligation", ["Hội Nông dân"]),
    ]


def test_a_title_of_findings_and_remedies_has_orders_below_it() -> None:
    body = "II. Hạn chế và giải pháp\n1. Các thôn dọn kênh trước ngày 5/5/2026.\n"
    assert _borne(body) == [("obligation", ["Các thôn"])]


def test_those_who_take_part_are_told_what_to_do() -> None:
    assert _borne("2. Đối tượng tham gia\nCác hộ có ao nuôi đăng ký tại thôn.\n") == [
        ("obligation", ["Các hộ có ao nuôi"])
    ]


def test_a_line_that_passes_on_before_others_is_a_duty() -> None:
    last = "Văn phòng Sở thông báo để các xã biết, thực hiện.\n"
    assert _borne(f"1. Các xã đắp bờ bao.\n{last}") == [("obligation", ["Các xã"])]
    assert len(_borne(f"{last}1. Các xã đắp bờ bao.\n2. Các thôn vớt bèo.\n")) == 3


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Sở Y tế hoàn thành trước lúc giao ban.", ["trước lúc giao ban"]),
        ("Người trực đứng trước lúc trời sáng.", []),
        ("Gửi báo cáo trước kỳ họp thứ 7/2026 của Hội đồng.", ["trước kỳ họp thứ 7/2026 của Hội đồng"]),
    ],
)
def test_a_limit_needs_what_it_ends(sentence: str, found: list[str]) -> None:
    assert [d.text for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines] == found


def test_two_words_below_an_office_are_no_name_beside_one() -> None:
    text = HEAD + LEAD + "1. Các xã đắp bờ bao.\n\nTRƯỞNG PHÒNG\n{}\n"
    for closing, name in (("Tràm Chim\n\nNguyễn Văn Bốn", "Nguyễn Văn Bốn"), ("Tràm Chim", "Tràm Chim")):
        assert [s.name for s in read(text.format(closing)).signatories] == [name]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Thóc gửi kho được lưu giữ trong thời gian không quá 09 tháng.", "permission", ASKED),
        ("Thời hạn mượn thuyền có thể kéo dài, nhưng không quá 12 ngày.", "permission", ASKED),
        ("Đơn phải được trả lời không quá 06 ngày làm việc.", "obligation", ASKED),
        (
            "Trường hợp nước lớn thì được Trưởng trạm bơm gia hạn một lần không quá 15 ngày.",
            "permission",
            ["Trưởng trạm bơm"],
        ),
        ("Trạm kiểm lâm nơi đi: kiểm lâm viên lập biên bản bàn giao.", "obligation", ["kiểm lâm viên"]),
        (
            "Các đơn vị: Chi cục Thú y, Trạm Khuyến nông cử cán bộ.",
            "obligation",
            ["Các đơn vị: Chi cục Thú y, Trạm Khuyến nông"],
        ),
    ],
)
def test_terms_and_labels(sentence: str, modality: str, bearers: list[str]) -> None:
    assert _borne(f"1. {sentence}") == [(modality, bearers)]


def test_an_example_orders_nothing_and_bounds_nothing() -> None:
    made_up = "1. Ví dụ: Hộ ông A thả cá từ ngày 15/12/2020 phải nộp phí trước ngày 31/12/2020.\n"
    found = read(HEAD + LEAD + made_up)
    assert found.obligations == [] and found.deadlines == []


def test_what_a_review_led_to_is_told() -> None:
    told = (
        "Qua sơ kết việc thả cá giống, ngày 16/8/2018 Sở Thủy sản đã có Công văn số 95/STS-NV đề nghị "
        "Công ty cần tìm cách khắc phục.\n"
    )
    assert _borne(told + "1. Các xã đắp bờ bao.") == [("obligation", ["Các xã"])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Thời gian đăng ký: 24/12/2026 - 27/12/2026.", ("24/12/2026 - 27/12/2026", "2026-12-24/2026-12-27")),
        ("Thời gian đăng ký: 24 - 27/12/2026.", ("24 - 27/12/2026", "2026-12-24/2026-12-27")),
        (
            "Thời gian mở kho: Sau khi có lệnh của Bộ Nội vụ và các bộ, ngành trung ương.",
            ("Sau khi có lệnh của Bộ Nội vụ và các bộ, ngành trung ương", None),
        ),
    ],
)
def test_a_time_behind_its_label_is_whole(sentence: str, found: tuple[str, str | None]) -> None:
    assert [(d.text, d.date) for d in read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines] == [found]


def test_a_law_in_the_subject_ends_before_the_column_beside_it() -> None:
    text = (
        "SỞ XÂY DỰNG                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Số: 45/SXD-QLN\n"
        "V/v thi hành Luật Nhà ở          Phú Thọ, ngày 27 tháng 01 năm 2021\n\n"
        "Kính gửi: Các phòng.\n\n1. Các phòng rà soát hồ sơ.\n"
    )
    assert [(r.text, r.date) for r in read(text).references] == [("Luật Nhà ở", None)]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        (
            "Việc đóng, mở các cống ảnh hưởng từ hai xã trở lên do Chủ tịch huyện quyết định theo đề nghị của trạm.",
            "obligation",
            ["Chủ tịch huyện"],
        ),
        (
            "Mức hỗ trợ đối với từng hộ do Ban Thường vụ quyết định trên cơ sở đề xuất của thôn.",
            "obligation",
            ["Ban Thường vụ"],
        ),
        (
            "Trường hợp nào cần kéo dài thì do Thường trực Huyện ủy xem xét.",
            "obligation",
            ["Thường trực Huyện ủy"],
        ),
        (
            "Mọi chỗ rò do dân quân, xã viên trông thấy phải được thủ kho ghi sổ.",
            "obligation",
            ["thủ kho"],
        ),
        ("Hồ sơ do cơ quan thuế lập phải gửi về phòng lưu trữ.", "obligation", ASKED),
        ("Phiếu tẩy xóa, thiếu chữ ký thì không thống kê, lưu trữ.", "prohibition", ASKED),
    ],
)
def test_who_decides_a_matter(sentence: str, modality: str, bearers: list[str]) -> None:
    assert _borne(f"1. {sentence}") == [(modality, bearers)]


@pytest.mark.parametrize("comma", ["", ","])
def test_whom_a_letter_asks_to_report_what_needs_to_be_changed(comma: str) -> None:
    line = f"Trong quá trình thực hiện, nếu gặp khó khăn cần điều chỉnh{comma} đề nghị các trạm báo cáo."
    assert _borne(f"1. Các xã đắp bờ bao.\n{line}") == [
        ("obligation", ["Các xã"]),
        ("obligation", ["các trạm"]),
    ]
