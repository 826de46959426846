"""Whose duty a sentence is where its grammatical subject is not the one who acts."""

from __future__ import annotations

import pytest

from extractors import deadlines, obligations, structure
from extractors.model import Obligation


def find(text: str) -> list[Obligation]:
    parsed = structure.parse(text)
    return obligations.find(text, parsed, deadlines=deadlines.find(text, parsed))


_LEAD = "Ban Thường vụ Huyện ủy yêu cầu các đảng ủy xã thực hiện các việc sau:\n"


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Chi bộ mới lập dưới 06 tháng thì không xếp loại.", "các đảng ủy xã"),
        ("Đảng viên ốm nặng cũng được đánh giá theo việc đã làm.", "các đảng ủy xã"),
        ("Chi bộ nào chấm sai thì xếp loại lại trước khi nộp.", "Chi bộ nào chấm sai"),
        ("Bí thư chi bộ không được xếp loại cao hơn chi bộ.", "Bí thư chi bộ"),
    ],
)
def test_the_one_a_review_is_of_does_not_carry_it_out(sentence: str, bearer: str) -> None:
    found = find(f"{_LEAD}1. Văn phòng Huyện ủy in mẫu phiếu. {sentence}\n")
    assert [item.bearers for item in found] == [["Văn phòng Huyện ủy"], [bearer]]


def test_a_lead_in_asks_behind_its_reason() -> None:
    found = find(
        "Rút kinh nghiệm đợt trước, Ban Thường vụ Huyện ủy yêu cầu các chi bộ làm tốt các việc sau:\n"
        "1. Chuẩn bị hồ sơ đầy đủ.\n"
    )
    assert [(item.text, item.bearers) for item in found] == [("Chuẩn bị hồ sơ đầy đủ", ["các chi bộ"])]


def test_verbs_in_a_row_are_no_reason_of_a_lead_in() -> None:
    found = find("1. Sở Y tế hướng dẫn, đôn đốc, yêu cầu các bệnh viện báo cáo các nội dung sau.\n")
    assert [item.bearers for item in found] == [["Sở Y tế"]]


def test_who_is_told_of_bears_nothing_on() -> None:
    found = find(
        "1. Qua theo dõi, một số xã làm chậm. Đề nghị không thu thêm quỹ của hộ nghèo.\n"
        "2. Ban Quản lý chợ nhận được phản ánh của tiểu thương. Không được thu phí hai lần.\n"
    )
    assert [item.bearers for item in found] == [[], []]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Các trường có học sinh dự thi tổ chức xe đưa đón.", "Các trường có học sinh dự thi"),
        ("Hộ được miễn tiền thuê nộp đơn tại phường.", "Hộ được miễn tiền thuê"),
        ("Cấp có thẩm quyền trả lời trong 05 ngày.", "Cấp có thẩm quyền"),
        ("Các xã có kế hoạch kiểm tra bến đò.", "Các xã"),
    ],
)
def test_what_says_who_is_meant_is_part_of_the_name(sentence: str, bearer: str) -> None:
    assert [item.bearers for item in find(f"2. {sentence}\n")] == [[bearer]]


def test_an_act_s_clause_on_itself_goes_on_behind_a_semicolon() -> None:
    found = find(
        "1. Các phòng nộp báo cáo hằng tháng.\n"
        "2. Quy định này có hiệu lực từ ngày ký; bãi bỏ Quy định số 12-QĐ/HU, ngày 02/3/2015.\n"
    )
    assert [item.clause for item in found] == ["1"]


def test_a_page_s_links_order_nothing() -> None:
    found = find(
        "1. Các đơn vị nộp báo cáo.\n2. Tải toàn văn Kế hoạch tại đây.\nTin liên quan: Họp bàn về chợ\n"
    )
    assert [item.clause for item in found] == ["1"]
