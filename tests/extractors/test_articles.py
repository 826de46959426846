"""Articles: whose act, of which day, and which of their sentences order something."""

from __future__ import annotations

import pytest

from extractors import markers, report_dates, view
from extractors.closing import ends_with_name
from extractors.reading import read

FOREST = """Phòng cháy rừng mùa khô - Báo Hà Giang
Thứ Ba, 12/03/2024 08:15
Chủ tịch UBND tỉnh yêu cầu phòng cháy rừng
(BHG) - Ngày 11/3, Chủ tịch UBND tỉnh Hà Giang Lê Văn Tú ký ban hành Công điện số 03/CĐ-UBND về việc phòng cháy rừng.
Theo công điện, Chủ tịch UBND tỉnh yêu cầu Chủ tịch UBND các huyện kiểm tra phương án trước ngày 20/3.
Sở Nông nghiệp được giao chủ trì theo dõi, báo cáo UBND tỉnh.
Trước đó, ngày 02/02/2024, Bộ Nông nghiệp có Công điện số 11/CĐ-BNN yêu cầu các tỉnh trực cháy.
"""


def test_a_day_without_a_year_takes_it_from_the_article_s_own_day() -> None:
    reading = read(FOREST)
    assert reading.issued is not None
    assert reading.issued.date == "2024-03-11"
    assert [(d.text, d.date) for d in reading.deadlines] == [("trước ngày 20/3", "2024-03-20")]


def test_an_article_s_titles_and_the_sentence_that_reports_order_nothing() -> None:
    texts = [obligation.text for obligation in read(FOREST).obligations]
    assert texts == [
        "Theo công điện, Chủ tịch UBND tỉnh yêu cầu Chủ tịch UBND các huyện kiểm tra phương án trước ngày 20/3",
        "Sở Nông nghiệp được giao chủ trì theo dõi, báo cáo UBND tỉnh",
    ]


def test_a_body_that_is_charged_bears_without_the_passive() -> None:
    assert [o.bearers for o in read(FOREST).obligations][-1] == ["Sở Nông nghiệp"]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Tin mới\nThứ hai, 05/08/2024\nThân bài", "2024-08-05"),
        ("Tin mới\nCập nhật: 08:15 12/3/2024\nThân bài", "2024-03-12"),
        ("Tin mới\n10/10/2025 16:40\nThân bài", "2025-10-10"),
        ("2025-03-09\nTin mới\nThân bài", "2025-03-09"),
        ("Thực hiện Công văn số 12/UBND ngày 12/3/2024 của UBND tỉnh", None),
    ],
)
def test_the_day_on_which_an_article_was_put_out(printed: str, day: str | None) -> None:
    found = report_dates.dateline(view.folded(printed))
    assert (found.isoformat() if found else None) == day


def test_a_day_far_from_the_article_s_own_keeps_no_year() -> None:
    text = "Tin mới\nThứ hai, 05/12/2024\nNgày 11/3, X ban hành"
    assert report_dates.day_before(view.folded(text), text.index("Ngày 11"), len(text)) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chủ tịch UBND xã Hải Sơn Lê Văn Tú", "Lê Văn Tú"),
        ("Chủ tịch UBND tỉnh Hồ Văn An", "Hồ Văn An"),
        ("Bí thư Huyện ủy Bình Sơn Nguyễn Thị Hoa", "Nguyễn Thị Hoa"),
    ],
)
def test_a_surname_that_ends_a_place_s_name_is_no_surname(text: str, name: str) -> None:
    assert ends_with_name(text) == name


GUIDE = """Ban Tổ chức Trung ương hướng dẫn chuyển sinh hoạt đảng
Thứ hai - 14/07/2025 10:22
Ban Tổ chức Trung ương vừa ban hành Hướng dẫn số 31-HD/BTCTW về chuyển sinh hoạt đảng.
Hướng dẫn nêu rõ, đảng viên đi học xa thì chuyển sinh hoạt đảng tạm thời.
Đảng viên dự bị vi phạm thì chi bộ xem xét, đề nghị xóa tên.
Trường hợp làm mất hồ sơ thì trong 15 ngày phải báo cáo cấp ủy. Trong thời hạn 30 ngày kể từ ngày được \
giới thiệu, đảng viên phải xuất trình giấy giới thiệu.
"""


def test_what_an_article_says_that_an_act_says_is_ordered() -> None:
    found = {o.text: o.bearers for o in read(GUIDE).obligations}
    assert found["Hướng dẫn nêu rõ, đảng viên đi học xa thì chuyển sinh hoạt đảng tạm thời"] == [
        "đảng viên đi học xa"
    ]
    assert found["Đảng viên dự bị vi phạm thì chi bộ xem xét, đề nghị xóa tên"] == ["chi bộ"]


def test_a_term_behind_a_case_is_due_and_an_event_goes_on_past_duoc() -> None:
    assert [d.text for d in read(GUIDE).deadlines] == [
        "trong 15 ngày",
        "Trong thời hạn 30 ngày kể từ ngày được giới thiệu",
    ]


def test_a_weekday_numbers_no_clause() -> None:
    assert {o.clause for o in read(GUIDE).obligations} == {None}


PARTY = """Trang chủ » Tin tức
Quận ủy Ninh Kiều triển khai công tác kiểm tra cuối năm

Nhằm hoàn thành chương trình kiểm tra, ngày 12-10-2022, Ban Thường vụ Quận ủy Ninh Kiều (TP. Cần Thơ) ban hành \
Công văn số 812-CV/QU yêu cầu các chi, đảng bộ trực thuộc thực hiện một số nội dung:
* Rà soát các cuộc kiểm tra, kết thúc trước ngày 30-11.
* Báo cáo kết quả về Ủy ban Kiểm tra chậm nhất ngày 10-12.
"""


def test_a_place_in_brackets_and_a_purpose_stand_around_who_issued() -> None:
    reading = read(PARTY)
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Quận ủy Ninh Kiều"
    assert reading.issued is not None and reading.issued.date == "2022-10-12"


def test_items_with_stars_are_ordered_of_those_whom_the_act_asks() -> None:
    assert [(o.text, o.bearers) for o in read(PARTY).obligations] == [
        ("Rà soát các cuộc kiểm tra, kết thúc trước ngày 30-11", ["các chi, đảng bộ trực thuộc"]),
        ("Báo cáo kết quả về Ủy ban Kiểm tra chậm nhất ngày 10-12", ["các chi, đảng bộ trực thuộc"]),
    ]


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("* Rà soát các cuộc kiểm tra.", "star"),
        ("**Rà soát** các cuộc kiểm tra.", None),
        ("* * *", None),
        ("*        Cần Thơ, ngày 02 tháng 3 năm 2024", None),
        ("* Số 12-CV/TU", None),
    ],
)
def test_a_star_that_opens_an_item(line: str, style: str | None) -> None:
    found = markers.read(view.plain(line), view.folded(line), (0, len(line)))
    assert (found.style if found else None) == style


def test_what_had_come_about_by_a_day_is_no_deadline() -> None:
    text = (
        "Thủ tướng Chính phủ đã ký Công điện số 190/CĐ-TTg ngày 9/10/2025 về giải ngân.\n"
        "Công điện nêu: Đến hết tháng 9/2025, cả nước giải ngân đạt 50% kế hoạch.\n"
        "1. Các bộ tháo gỡ khó khăn, hoàn thành trước ngày 15/11/2025.\n"
    )
    reading = read(text)
    assert [d.text for d in reading.deadlines] == ["trước ngày 15/11/2025"]
    assert [o.bearers for o in reading.obligations] == [["Các bộ"]]


YEAR_PLAN = """(Baohagiang.vn) - Thành ủy Hà Giang vừa ban hành kế hoạch kiểm tra, giám sát của Đảng bộ TP. Hà Giang năm 2023.
Theo đó, Thành ủy Hà Giang sẽ tổ chức hai cuộc giám sát chuyên đề.
Quý II/2023, Thành ủy Hà Giang sẽ giám sát về công tác cán bộ. Cụ thể, quý III/2023, các đảng ủy phường tự kiểm tra.
Thời gian tiến hành tự kiểm tra bắt đầu từ 01/7/2023 và hoàn thành trước ngày 30/8/2023.
"""


def test_an_article_about_an_act_without_a_number_or_of_what() -> None:
    reading = read(YEAR_PLAN)
    assert reading.type is not None and reading.type.code == "KH"
    assert reading.issuer is not None and reading.issuer.name == "Thành ủy Hà Giang"
    assert reading.subject == "kiểm tra, giám sát của Đảng bộ TP. Hà Giang năm 2023"


def test_a_quarter_that_opens_a_sentence_bounds_what_it_says() -> None:
    assert [(d.text, d.date) for d in read(YEAR_PLAN).deadlines] == [
        ("Quý II/2023", "2023-Q2"),
        ("quý III/2023", "2023-Q3"),
        ("bắt đầu từ 01/7/2023", "2023-07-01"),
        ("trước ngày 30/8/2023", "2023-08-30"),
    ]


def test_a_headline_s_deadline_counts() -> None:
    text = (
        "Hoàn thành kiểm điểm trước ngày 05-12-2022\n\nNgày 03/11/2022, Ban Thường vụ Tỉnh ủy đã ban hành Kế hoạch số "
        "72-KH/TU về kiểm điểm.\nTheo đó, các huyện ủy phải báo cáo trước ngày 25-12-2022.\n"
    )
    assert [d.date for d in read(text).deadlines] == ["2022-12-05", "2022-12-25"]


def test_the_province_that_an_article_names_is_its_issuer_s() -> None:
    text = (
        "Ngày 22/10/2024, UBND tỉnh ban hành Kế hoạch số 185/KH-UBND về tinh giản biên chế tỉnh Ninh Bình năm 2025.\n"
        "UBND tỉnh yêu cầu các sở rà soát trước ngày 15/11/2024.\n"
    )
    reading = read(text)
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Ninh Bình"
