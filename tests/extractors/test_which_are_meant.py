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
        ("Các trạm có tỷ lệ hao nước của vụ trước trên 12%", "rà soát đường ống"),
        ("Các trạm có số giờ bơm của năm trước từ 900 giờ trở lên", "phải giải trình"),
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


@pytest.mark.parametrize(
    ("who", "does"),
    [
        ("Nhân viên có sai sót, vi phạm", "phải làm bản kiểm điểm"),
        ("Các đoàn viên có nhà thuộc diện di dời", "gương mẫu dọn trước"),
        ("Chi ủy quản lý trực tiếp", "theo dõi việc sửa chữa"),
        ("Thí sinh tự do", "nộp phiếu tại bưu điện"),
    ],
)
def test_who_has_what_belongs_to_the_name(who: str, does: str) -> None:
    (obligation,) = find(f"{who} {does}.")
    assert obligation.bearers == [who]


def test_two_who_act_are_no_list_of_what_one_has() -> None:
    (obligation,) = find("Các trạm có xe chở khách, tài xế phải mang giấy phép.")
    assert obligation.bearers != ["Các trạm có xe chở khách, tài xế"]


@pytest.mark.parametrize(
    ("sentence", "bearer", "modality"),
    [
        ("Tổ nào thiếu sách, thư viện trường có thể cho mượn thêm.", "thư viện trường", "permission"),
        ("Không một nhân viên nào được sửa điểm đã niêm yết.", "nhân viên nào", "prohibition"),
        ("Nghiêm cấm các trường thu các khoản ngoài học phí.", "các trường", "prohibition"),
        ("Các bến còn hạn phép được tiếp tục đón khách.", "các đơn vị", "permission"),
    ],
)
def test_who_may_and_who_may_not(sentence: str, bearer: str, modality: str) -> None:
    (obligation,) = find(sentence)
    assert (obligation.bearers, obligation.modality) == ([bearer], modality)
