"""What frees, what is claimed, targets with a day, whom one reports to, several directives in one file."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    "sentence",
    [
        "Các sở không bắt buộc phải báo cáo nếu không có phát sinh.",
        "Các sở không nhất thiết phải tổ chức lễ.",
        "Các sở không cần lập thêm sổ.",
        "Các sở không phải báo cáo lại.",
    ],
)
def test_who_need_not_is_free_to(sentence: str) -> None:
    (obligation,) = find(sentence)
    assert (obligation.modality, obligation.bearers) == ("permission", ["Các sở"])


def test_what_somebody_claims_is_nobodys_duty() -> None:
    body = (
        "Ngày 01/3/2024, huyện nhận được đơn của bà Lê Thị Năm. Nội dung khiếu nại:\n1. Yêu cầu bồi thường nhà kho.\n"
        "2. Yêu cầu bố trí đất tái định cư.\n"
    )
    assert read(f"{HEAD}{body}").obligations == []


@pytest.mark.parametrize(
    ("sentence", "bearer", "deadline"),
    [
        (
            "Đến hết ngày 30/6/2024, 100% xã, thị trấn ban hành kế hoạch.",
            "100% xã, thị trấn",
            "Đến hết ngày 30/6/2024",
        ),
        ("Đến ngày 30/9/2024, UBND các xã lắp đặt thùng rác.", "UBND các xã", "Đến ngày 30/9/2024"),
        ("100% các xã ban hành kế hoạch trước ngày 15/7/2024.", "100% các xã", "trước ngày 15/7/2024"),
    ],
)
def test_a_target_with_a_day_to_come_binds(sentence: str, bearer: str, deadline: str) -> None:
    (obligation,) = read(f"{HEAD}{LEAD}I. CHỈ TIÊU\n1. {sentence}\n").obligations
    assert (obligation.bearers, obligation.deadlines) == ([bearer], [deadline])


def test_a_target_that_has_been_reached_tells() -> None:
    body = "I. KẾT QUẢ\n1. Đến hết ngày 30/6/2024, các xã đã lắp đặt xong thùng rác.\n"
    assert read(f"{HEAD}{body}").obligations == []


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Báo cáo Sở Nội vụ tình hình thực hiện trước ngày 15/9/2024.", ["Sở Nội vụ"]),
        ("Sở Tài chính trình Chính phủ đề án về sử dụng đất.", ["Chính phủ"]),
        ("Các đơn vị đăng ký ít nhất 01 công trình thanh niên.", []),
        ("Gửi danh sách về Văn phòng Đoàn ĐBQH và HĐND tỉnh trước ngày 27/11/2024.", ["Văn phòng Đoàn ĐBQH và HĐND tỉnh"]),
    ],
)  # fmt: skip
def test_whom_one_reports_to_ends_before_what_is_reported(sentence: str, bodies: list[str]) -> None:
    (obligation,) = find(sentence)
    assert obligation.report_to == bodies


_FIRST = f"{HEAD}{LEAD}1. Các xã rà soát hộ nghèo.\n\nNơi nhận:\n- Như trên.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Hòa\n"
_SECOND = """ỦY BAN NHÂN DÂN
HUYỆN CAM LỘ
Số: 215/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cam Lộ, ngày 19 tháng 5 năm 2024
KẾ HOẠCH
Thu gom rác thải
Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020;
1. Các xã lập tổ tự quản.
"""


def test_another_directive_in_the_same_file_is_told_of_and_not_mixed_in() -> None:
    found = read(f"{_FIRST}\n{_SECOND}")
    (warning,) = [warning for warning in found.warnings if warning.code == "another-directive"]
    assert "215/KH-UBND" in warning.message
    assert [o.text for o in found.obligations] == ["Các xã rà soát hộ nghèo"]
    assert all(r.number != "215/KH-UBND" and "Bảo vệ" not in r.text for r in found.references)


def test_an_appendix_without_a_number_is_no_other_directive() -> None:
    appendix = _SECOND.replace("Số: 215/KH-UBND\n", "")
    assert [w.code for w in read(f"{_FIRST}\n{appendix}").warnings if w.code == "another-directive"] == []


def test_a_story_in_which_people_bid_each_other_is_no_directive() -> None:
    story = (
        "Năm ấy, bà Tư sai anh phải gánh nước trước khi trời tối. Bà yêu cầu anh không được kể cho ai. Ông Bảy đề nghị "
        "thầy giáo giữ hộ con trâu trước ngày 15/8. Cô Lụa phải về hỏi mẹ rồi mới quyết định. Mọi người trong làng cần "
        "tránh mặt anh mỗi khi anh say."
    )
    found = read(story)
    assert found.obligations == []
    assert "not-a-directive" in [warning.code for warning in found.warnings]


def test_a_heads_next_column_is_no_more_of_a_citation() -> None:
    found = read(
        "ĐẢNG BỘ TỈNH HÀ NAM\nHUYỆN ỦY KIM BẢNG\n*\nSố 45-CV/HU\nV/v triển khai Nghị quyết Đại hội Đảng bộ tỉnh\n"
        "ĐẢNG CỘNG SẢN VIỆT NAM\nKim Bảng, ngày 03 tháng 4 năm 2024\n\nKính gửi: Các chi bộ.\n\nHuyện ủy yêu cầu các chi bộ "
        "báo cáo trước ngày 10/5/2024.\n"
    )
    assert all("ĐẢNG CỘNG SẢN" not in reference.text for reference in found.references)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBAN CHẤP HÀNH TỈNH HÀ NAM\n***\n",
            "Ban Chấp hành Đoàn TNCS Hồ Chí Minh tỉnh Hà Nam",
        ),
        ("TỈNH ĐOÀN HÀ NAM\nBAN THƯỜNG VỤ\n***\n", "Ban Thường vụ Tỉnh Đoàn Hà Nam"),
    ],
)
def test_boards_of_the_youth_union(head: str, issuer: str) -> None:
    union = "" if head.startswith("ĐOÀN") else "ĐOÀN TNCS HỒ CHÍ MINH\n"
    found = read(
        f"{head}Số: 367-CV/TĐTN-VP\n{union}Hà Nam, ngày 11 tháng 01 năm 2024\n\nKính gửi: Các huyện, thị, thành đoàn.\n\n"
        "Ban Thường vụ Tỉnh đoàn đề nghị các đơn vị gửi báo cáo trước ngày 20/01/2024.\n"
    )
    assert found.issuer is not None
    assert found.issuer.name == issuer
    assert found.number is not None
    assert found.number.system == "union"


def test_those_invited_are_the_addressees_of_an_invitation() -> None:
    found = read(
        "VĂN PHÒNG UBND TỈNH\nSố: 33/GM-VP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Hà Nam, ngày 02 tháng 5 năm 2024\nGIẤY MỜI\nHọp giao ban\n\nVăn phòng UBND tỉnh trân trọng kính mời:\n"
        "- Giám đốc Sở Xây dựng;\n- Chủ tịch UBND các huyện.\nThời gian: 14h00 ngày 30/5/2024.\n"
        "Đại biểu không ủy quyền dự thay.\nTL. CHÁNH VĂN PHÒNG\nLê Văn Hòa\n"
    )
    assert found.addressees == ["Giám đốc Sở Xây dựng", "Chủ tịch UBND các huyện"]


def test_a_title_and_the_sentence_below_it_that_begins_in_a_small_letter() -> None:
    body = (
        "Điều 4. Nhiệm vụ của ủy ban nhân dân tỉnh, thành phố\nủy ban nhân dân tỉnh, thành phố có nhiệm vụ sau đây:\n"
        "1. Quản lý kho lưu trữ.\n2. Tổ chức kiểm tra hằng năm.\n"
    )
    found = read(f"{HEAD}{body}").obligations
    assert [o.bearers for o in found] == [["ủy ban nhân dân tỉnh, thành phố"]] * 2
