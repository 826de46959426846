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
        (
            "Có mặt tại chốt trước 12 giờ trưa ngày mai 03/5.",
            ("trước 12 giờ trưa ngày mai 03/5", "2024-05-03", "before"),
        ),
        (
            "Báo cáo 03 lần mỗi ngày, vào lúc 05 giờ và 17 giờ.",
            ("03 lần mỗi ngày, vào lúc 05 giờ và 17 giờ", None, "recurring"),
        ),
        (
            "Giải ngân trước khi kết thúc năm ngân sách 2024.",
            ("trước khi kết thúc năm ngân sách 2024", "2024", "before"),
        ),
        ("Nộp trước khi hết ngày 31/10/2024.", ("trước khi hết ngày 31/10/2024", "2024-10-31", "before")),
        (
            "Bình xét trước lễ tổng kết ngày 20-12-2024.",
            ("trước lễ tổng kết ngày 20-12-2024", "2024-12-20", "before"),
        ),
        (
            "Không cho bè rời bến cho đến khi có tin bè đã neo chắc.",
            ("cho đến khi có tin bè đã neo chắc", None, "event"),
        ),
        ("Xếp lại lớp sau mỗi năm học.", ("sau mỗi năm học", None, "event")),
        ("Không mở hội trong nửa đầu tháng 3/2025.", ("trong nửa đầu tháng 3/2025", "2025-03", "by")),
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
        "Chuẩn bị gạo tối thiểu trong 07 ngày.",
        "Nghiêm cấm học sinh bơi qua sông khi có lũ.",
        "Sẵn sàng kéo tàu, cứu nạn khi có yêu cầu.",
        "Sổ phải ghi đúng số bè tại thời điểm 24 giờ ngày 31/12/2024.",
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
        "Các điều khác của Quyết định số 7/2020/QĐ-UBND ngày 01/02/2020 không thay đổi và vẫn có giá trị.",
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
        ("Nghiêm cấm người dân vớt củi.", ["người dân"]),
        ("Giao Sở Công Thương là cơ quan thường trực của tỉnh.", ["Sở Công Thương"]),
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
        "  UBND TỈNH PHÚ THỌ                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ LAO ĐỘNG - THƯƠNG BINH                    Độc lập - Tự do - Hạnh phúc\n"
        "       VÀ XÃ HỘI\n"
        "Số: 77/SLĐTBXH-VP                    Việt Trì, ngày 24 tháng 11 năm 2011\n"
        "V/v kiểm tra lò hơi\n\nKính gửi: Các xưởng sấy.\n\nĐề nghị các xưởng sấy khai báo lò hơi.\n"
    )
    reading = read(text)
    assert reading.number is not None and reading.number.text == "77/SLĐTBXH-VP"
    assert reading.issuer is not None
    assert reading.issuer.name == "Sở Lao động - Thương binh và Xã hội tỉnh Phú Thọ"


def test_an_old_number_with_the_bodys_letters() -> None:
    text = (
        "BỘ TÀI CHÍNH                       CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỔNG CỤC THUẾ                          Độc lập – Tự do – Hạnh phúc\n"
        "Số: 318TCT/QĐ/NV                   Hà Nội, ngày 19 tháng 5 năm 1999\n\n"
        "QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH SỔ THU LỆ PHÍ ĐÒ\n\nTỔNG CỤC TRƯỞNG TỔNG CỤC THUẾ\n\n"
        "Căn cứ Nghị định số 281/HĐBT ngày 7/8/1990;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Các cục thuế phải mở sổ.\n"
    )
    number = read(text).number
    assert number is not None and (number.text, number.serial, number.type_code) == (
        "318TCT/QĐ/NV",
        318,
        "QĐ",
    )


def test_a_unit_below_the_body_on_the_letterhead_issues() -> None:
    text = (
        "TỔNG CỤC THỦY SẢN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "                                       Độc lập - Tự do - Hạnh phúc\n"
        "Số: 512/GSTC-NV                    Hà Nội, ngày 20 tháng 3 năm 2019\nV/v kiểm tra lồng bè\n\n"
        "Kính gửi: Chi cục Thủy sản các tỉnh.\n\n"
        "Thực hiện kế hoạch năm, Cục Giám sát tàu cá có ý kiến như sau:\n\n"
        "1. Đề nghị các Chi cục kiểm tra lồng bè.\n"
    )
    issuer = read(text).issuer
    assert issuer is not None and issuer.name == "Cục Giám sát tàu cá"


def test_the_day_alone_behind_the_number() -> None:
    text = (
        "Số 61/SNV-VP Ngày 07-9-2015 V/v báo cáo kiểm kê kho.\n\nKính gửi:\n\n- Thủ trưởng các Sở.\n\n"
        "Sở Nội vụ đề nghị các sở gửi báo cáo trước ngày 20/9/2015.\n"
    )
    issued = read(text).issued
    assert issued is not None and issued.date == "2015-09-07"


def test_a_signer_by_a_pen_name() -> None:
    text = f"{HEAD}{LEAD}1. Đắp đê.\n\nK/T CHỦ TỊCH\nPHÓ CHỦ TỊCH\nSóng Việt\n"
    assert [s.name for s in read(text).signatories] == ["Sóng Việt"]


def test_a_letter_that_goes_along_is_not_what_an_article_reports() -> None:
    text = (
        "Kiểm tra việc bán phân bón\n\nNgày 25/10/2013, UBND tỉnh ban hành Công văn số: 2207 /UBND-NN chỉ đạo "
        "việc kiểm tra việc bán phân bón trên địa bàn tỉnh.\n\n"
        "Thực hiện Công văn số 5151/BNN-TT ngày 9 tháng 11 năm 2013 của Bộ Nông nghiệp và Phát triển nông thôn; "
        "Chủ tịch UBND tỉnh chỉ đạo:\n\nGiao Sở Công Thương kiểm tra các cửa hàng theo Công văn số 5151/BNN-TT.\n\n"
        "(Sao gửi Công văn số 5151/BNN-TT ngày 16/10/2013 kèm theo)\n"
    )
    number = read(text).number
    assert number is not None and number.text == "2207/UBND-NN"


def test_a_subject_goes_on_with_the_term_it_is_of() -> None:
    text = (
        "HUYỆN ỦY KIM BẢNG                      ĐẢNG CỘNG SẢN VIỆT NAM\n        *\n"
        "Số 77-QĐ/HU                            Kim Bảng, ngày 16 tháng 8 năm 2013\n\n"
        "QUYẾT ĐỊNH\nsửa đổi Quy chế làm việc\ncủa Ban Thường vụ Huyện ủy\nkhóa XIX, nhiệm kỳ 2010 - 2015\n"
        "-----\n\n- Căn cứ Điều lệ Đảng;\n\nBAN CHẤP HÀNH QUYẾT ĐỊNH\n\nĐiều 1. Văn phòng phải in lịch họp.\n"
    )
    assert read(text).subject == (
        "sửa đổi Quy chế làm việc của Ban Thường vụ Huyện ủy khóa XIX, nhiệm kỳ 2010 - 2015"
    )


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Tăng cường kiểm tra, chú trọng các chợ đông khách; các quán ven đường có bán đồ sống; "
            "các dự án nhà ở mới.",
            1,
        ),
        ("Tập trung tuyên truyền các quy định mới; các xã có bến đò rà soát áo phao.", 2),
        ("Ưu tiên các hộ nghèo; các sở có trách nhiệm bố trí vốn.", 2),
    ],
)
def test_a_list_of_those_an_order_is_about_is_one_with_it(sentence: str, parts: int) -> None:
    assert len(read(f"{HEAD}{LEAD}1. {sentence}\n").obligations) == parts


def test_a_share_not_to_be_exceeded_forbids_more() -> None:
    text = (
        f"{HEAD}{LEAD}1. Mỗi tổ chỉ xét khen mức “Hoàn thành xuất sắc nhiệm vụ” cho không quá 20% số "
        "đảng viên được xếp loại “Hoàn thành tốt nhiệm vụ”.\n2. Mức thu không vượt mức trần.\n"
        "3. Tổ chức mỗi lớp không quá 40 học viên.\n"
    )
    assert [o.modality for o in read(text).obligations] == ["prohibition", "prohibition", "obligation"]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        (
            "Đối với những hộ thực sự khó khăn, Ủy ban nhân dân xã được xét miễn phí đò.",
            ["Ủy ban nhân dân xã"],
        ),
        ("Đối với những nơi khó khăn về bến bãi, công đoàn cơ sở có thể dùng bến tạm.", ["công đoàn cơ sở"]),
        ("Đối với các sở, các huyện phải rà soát.", ["các sở, các huyện"]),
        ("Kết quả đo được cán bộ thủy nông cấp huyện đối chiếu với sổ.", ["cán bộ thủy nông cấp huyện"]),
        ("Trong 03 ngày sau khi được Công an xã đồng ý, chủ đò phải khai báo.", ["chủ đò"]),
    ],
)
def test_who_acts_for_or_on_those_meant(sentence: str, bearers: list[str]) -> None:
    assert [o.bearers for o in read(f"{HEAD}{LEAD}1. {sentence}\n").obligations] == [bearers]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "1. Ủy ban nhân dân các xã có tuyến kênh đi qua:\na) Cắm biển báo.\n",
            [("Cắm biển báo", ["Ủy ban nhân dân các xã có tuyến kênh đi qua"], "obligation")],
        ),
        (
            "1. Các huyện ủy\n- Lãnh đạo chính quyền cùng cấp rà soát quỹ đất.\n",
            [("Lãnh đạo chính quyền cùng cấp rà soát quỹ đất", ["Các huyện ủy"], "obligation")],
        ),
        (
            "1. Đơn vị có dưới 12 hội viên, đoàn viên được chọn 03 người.\n",
            [
                (
                    "Đơn vị có dưới 12 hội viên, đoàn viên được chọn 03 người",
                    ["Đơn vị có dưới 12 hội viên, đoàn viên"],
                    "permission",
                )
            ],
        ),
        (
            "1. Cấp ủy được mời báo cáo viên nói chuyện.\n",
            [("Cấp ủy được mời báo cáo viên nói chuyện", ["Cấp ủy"], "permission")],
        ),
        (
            "1. Về đối tượng: Không xét tổ có dưới 03 người.\n",
            [("Về đối tượng: Không xét tổ có dưới 03 người", ["các đơn vị"], "prohibition")],
        ),
        (
            "1. Trong một quý, không đề nghị hai lần khen.\n",
            [("Trong một quý, không đề nghị hai lần khen", ["các đơn vị"], "prohibition")],
        ),
        (
            "1. Giao Ban Thanh tra kiểm tra sổ quỹ; sáu tháng một lần báo cáo Ban Thường vụ.\n",
            [
                ("Giao Ban Thanh tra kiểm tra sổ quỹ", ["Ban Thanh tra"], "obligation"),
                ("sáu tháng một lần báo cáo Ban Thường vụ", ["Ban Thanh tra"], "obligation"),
            ],
        ),
    ],
)
def test_who_may_must_or_must_not(body: str, found: list[tuple[str, list[str], str]]) -> None:
    duties = read(f"{HEAD}{LEAD}{body}").obligations
    assert [(o.text, o.bearers, o.modality) for o in duties] == found


_MILESTONES = "- Vùng cát ven biển: {};\n- Vùng núi đá (phía Tây): {}.\n"


@pytest.mark.parametrize(
    ("first", "second", "dates"),
    [
        ("cuối năm 2026", "cuối năm 2027", [("2026", "by"), ("2027", "by")]),
        ("quý I/2026", "quý III/2026", [("2026-Q1", "by"), ("2026-Q3", "by")]),
        ("ngày 05/6/2026", "ngày 07/6/2026", [("2026-06-05", "on"), ("2026-06-07", "on")]),
    ],
)
def test_a_list_of_milestones_is_one_duty_with_all_of_them(
    first: str, second: str, dates: list[tuple[str, str]]
) -> None:
    lead = "1. Thời gian hoàn thành việc đóng cột mốc ở các vùng được quy định như sau:\n"
    found = read(HEAD + LEAD + lead + _MILESTONES.format(first, second))
    assert [(d.date, d.bound) for d in found.deadlines] == dates
    assert [o.deadlines for o in found.obligations] == [[first, second]]


def test_bare_years_below_a_lead_in_that_says_no_time_are_no_deadlines() -> None:
    lead = "1. Kết quả đóng cột mốc ở các vùng được thống kê như sau:\n"
    assert read(HEAD + LEAD + lead + _MILESTONES.format("năm 2026", "năm 2027")).deadlines == []
