"""Who is asked for others' sake, whom a state sets apart, times that bind several parts, grounds that order nothing."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "bearer", "modality"),
    [
        (
            "Giáo viên không hưởng lương, đóng phí 2.000 đồng/tháng.",
            "Giáo viên không hưởng lương",
            "obligation",
        ),
        ("Giáo viên có hưởng lương, đóng phí 5.000 đồng/tháng.", "Giáo viên có hưởng lương", "obligation"),
        ("Học sinh không đi học muộn, chấp hành nội quy.", "Học sinh", "prohibition"),
        (
            "Đối với nhân viên làm tại các trạm, không hưởng quỹ lương Nhà máy đề nghị đơn vị thu và nộp về Công đoàn.",
            "đơn vị",
            "obligation",
        ),
        (
            "Ngoài ra, các giáo viên có nguyện vọng góp thêm, đề nghị Ban Chấp hành công đoàn trường thu giúp.",
            "Ban Chấp hành công đoàn trường",
            "obligation",
        ),
        (
            "Đối với các hồ sơ đề nghị Sở Y tế cấp phép, phòng khám phải nộp bản sao.",
            "phòng khám",
            "obligation",
        ),
        (
            "Trên cơ sở kết quả chấm của tổ, nhóm; phòng khảo thí lấy ý kiến của các khoa.",
            "phòng khảo thí",
            "obligation",
        ),
        ("Chỉ khi trúng tuyển, thí sinh mới phải nộp học bạ.", "thí sinh", "obligation"),
        (
            "Chỉ những tổ chức giám định đã đăng ký hoặc được chỉ định theo pháp luật về đo lường mới được phép kiểm định cân.",
            "những tổ chức giám định đã đăng ký hoặc được chỉ định theo pháp luật về đo lường",
            "permission",
        ),
        ("Đại lý làm thủ tục hải quan nộp bản sao.", "Đại lý làm thủ tục hải quan", "obligation"),
    ],
)
def test_who_it_is_that_acts(sentence: str, bearer: str, modality: str) -> None:
    (order,) = find(sentence)
    assert (order.bearers, order.modality) == ([bearer], modality)


def test_a_time_in_brackets_at_the_end_binds_the_parts_before_it() -> None:
    orders = find(
        "Lập kế hoạch (tháng 6/2024); mở lớp tập huấn; chấm điểm các tổ (hoàn thành trong quý IV/2024)."
    )
    assert [o.deadlines for o in orders] == [
        ["tháng 6/2024"],
        ["trong quý IV/2024"],
        ["trong quý IV/2024"],
    ]


def test_lines_that_only_say_when_are_one_with_their_order() -> None:
    reading = read(
        HEAD
        + LEAD
        + "1. Thời hạn các trường gửi biểu về Sở Nội vụ:\n\n- Chậm nhất ngày 15 của tháng báo cáo đối với báo cáo tháng;\n\n"
        "- Chậm nhất ngày 06 của tháng cuối quý đối với báo cáo quý.\n\n2. Các trường thực hiện:\n\n- Trước ngày 15/6 rà soát phòng học;\n\n"
        "- Trước ngày 20/6 sơn lại cổng.\n"
    )
    assert [(o.clause, len(o.deadlines)) for o in reading.obligations] == [("1", 2), ("2", 1), ("2", 1)]


def test_who_is_left_out_is_forbidden_by_the_line_above() -> None:
    reading = read(
        HEAD
        + LEAD
        + "1. Chấm điểm\n\n- Không chấm điểm đối với các trường hợp sau:\n\n+ Nhân viên nghỉ sinh.\n"
    )
    assert [o.modality for o in reading.obligations] == ["prohibition"]


def test_what_an_article_says_the_law_s_principles_are() -> None:
    reading = read(
        "Quy định mới về chấm điểm\n\nBan Tổ chức Trung ương vừa ban hành Hướng dẫn số 14-HD/BTCTW về chấm điểm.\n\n"
        "Căn cứ tại Điều 3 Hướng dẫn số 14-HD/BTCTW quy định nguyên tắc chấm điểm như sau:\n\n"
        "1. Bảo đảm công khai; thực hiện nghiêm quy trình.\n\n2. Gắn trách nhiệm cá nhân với tập thể.\n"
    )
    assert [o.clause for o in reading.obligations] == ["1", "1", "2"]


def test_paragraphs_that_mostly_order_are_the_body_s_that_assigns() -> None:
    reading = read(
        "Chỉ đạo ban chấp hành hội các cấp chuẩn bị tốt nội dung đại hội, bảo đảm đúng quy trình.\n"
        "Đẩy mạnh công tác tuyên truyền trước, trong và sau đại hội của các cấp hội.\n"
        "Tạo điều kiện thuận lợi để hội các cấp tổ chức đại hội trang trọng, tiết kiệm.\n"
        "Ban Thường vụ Tỉnh ủy giao Đảng đoàn Hội Nông dân tỉnh xây dựng kế hoạch tổ chức đại hội.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Tỉnh ủy"
    assert len(reading.obligations) == 4


def test_a_second_body_behind_a_semicolon_acts_too() -> None:
    reading = read(
        "Ban Thường vụ Tỉnh ủy vừa xây dựng kế hoạch kiểm tra.\n\nTheo đó, các huyện ủy tự kiểm tra, báo cáo trước ngày 30/10/2019; "
        "các ban đảng căn cứ vào chức năng, nhiệm vụ được giao tự kiểm tra và nêu đề xuất.\n"
    )
    assert [o.bearers for o in reading.obligations] == [["các huyện ủy"], ["các ban đảng"]]
