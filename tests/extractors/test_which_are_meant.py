"""Clauses inside names that say which are meant, names of people by their calling, who acts on an answer."""

from __future__ import annotations

import pytest

from tests.extractors.build import find


@pytest.mark.parametrize(
    ("who", "does"),
    [
        ("Người nộp phí thuộc trường hợp được hoàn phí", "lập và gửi hồ sơ cho cơ quan thuế"),
        ("Công dân thuộc diện tạm hoãn", "nộp giấy tờ chứng minh"),
        ("Người bị kiểm tra", "ký biên bản"),
        ("Doanh nghiệp bị thu hồi giấy phép", "nộp lại giấy phép"),
        ("Pháp nhân thương mại bị đình chỉ hoạt động", "phải tạm dừng dự án"),
        ("Các hộ bị thiệt hại", "kê khai tại thôn"),
        ("Các cơ quan được hỏi", "trả lời bằng văn bản"),
        ("Cơ quan có chức năng quản lý đất đai", "gửi hồ sơ đến các thành viên"),
        ("Đơn vị quản lý tài sản", "chủ động sửa chữa"),
        ("Các đơn vị", "quản lý hồ sơ theo quy định"),
        ("Các đơn vị", "quản lý chặt chẽ nguồn thu"),
        ("Trưởng đoàn kiểm tra", "báo cáo kết quả"),
        ("Trưởng đoàn", "kiểm tra hồ sơ của các xã"),
        ("Các tổ chức phụ trách bầu cử", "lập danh sách"),
        ("Kiểm toán viên nội bộ", "phải trung thực"),
        ("Chủ chương trình, chủ đầu tư", "chịu trách nhiệm về báo cáo"),
        ("Người phải thi hành án", "nộp tiền tại Chi cục"),
        ("Các trung tâm giáo dục nghề nghiệp", "áp dụng quy chế này"),
        ("Hiệu trưởng", "phân công giáo viên dạy ôn tập"),
    ],
)
def test_the_name_ends_before_what_is_done(who: str, does: str) -> None:
    (obligation,) = find(f"{who} {does}.")
    assert obligation.bearers == [who]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        (
            "Sở Tài chính có ý kiến để các phòng Tài chính biết và triển khai thực hiện.",
            "các phòng Tài chính",
        ),
        ("Sở Y tế trả lời để các trạm biết, thực hiện theo quy định.", "các trạm"),
    ],
)
def test_who_is_told_is_to_act(sentence: str, bearer: str) -> None:
    (obligation,) = find(sentence)
    assert obligation.bearers == [bearer]
