"""Things that a named body deals with, what is only told of, and those whom an event parts from their duty."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Kết quả khắc phục được đội quản lý chợ đánh giá vào cuối mỗi quý.", ["đội quản lý chợ"]),
        ("Kinh phí tạm ứng được Sở Tài chính cấp trước ngày 10/6/2024.", ["Sở Tài chính"]),
        ("Phiếu khảo sát được ban tổ chức niêm phong, chuyển kho lưu trữ.", ["ban tổ chức"]),
        ("Hồ sơ khen thưởng do văn phòng lập thành 02 bộ.", ["văn phòng"]),
        ("Việc miễn phí do Hội đồng quyết định chậm nhất là ngày 20/6/2024.", ["Hội đồng"]),
    ],
)
def test_who_deals_with_a_thing(sentence: str, bearers: list[str]) -> None:
    (duty,) = read(f"{HEAD}{LEAD}1. {sentence}\n").obligations
    assert (duty.modality, duty.bearers) == ("obligation", bearers)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nghị quyết này được Hội đồng nhân dân tỉnh thông qua ngày 08/5/2024.",
        "Nội dung được Bộ Tài chính hướng dẫn tại Công văn số 12/BTC-NSNN.",
        "Nhìn chung, việc sửa kè được các tổ làm cẩn thận, đúng tiến độ.",
        "Đến 16 giờ ngày 02/5/2024, dịch cúm đã xảy ra tại 12 hộ, tổng số gà phải tiêu hủy là 950 con.",
        "Công tác lập sổ cơ bản đúng quy trình, song tại 2 xã vẫn có đơn thư, một số phiếu phải làm lại.",
        "Sở Xây dựng thẩm định kéo dài tới 40 ngày, trong khi quy định không được quá 20 ngày.",
        "Bước 2: Kiểm tra cho thấy sổ sách không khớp.",
        "Rà soát thực tế cho thấy còn 12 hộ chưa có nước sạch.",
    ],
)
def test_what_is_only_told_binds_nobody(sentence: str) -> None:
    assert read(f"{HEAD}{LEAD}1. {sentence}\n").obligations == []


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        (
            "Hộ trồng chè nhỏ trong vùng dự án, sau khi được xã xác nhận, có thể vay vốn tại quỹ.",
            "permission",
            ["Hộ trồng chè nhỏ trong vùng dự án"],
        ),
        (
            "Các thôn xa trung tâm, khi được giao trông coi cầu, phải cử người trực.",
            "obligation",
            ["Các thôn xa trung tâm"],
        ),
        ("Sở Y tế rà soát, sau khi có kết quả, phải báo cáo.", "obligation", ["Sở Y tế"]),
        ("Nhìn chung, các xã phải cử người trực cầu.", "obligation", ["các xã"]),
        ("Trường hợp kiểm tra cho thấy sổ sai thì lập biên bản.", "obligation", ["các đơn vị"]),
    ],
)
def test_what_stands_between_who_and_must(sentence: str, modality: str, bearers: list[str]) -> None:
    (duty,) = read(f"{HEAD}{LEAD}1. {sentence}\n").obligations
    assert (duty.modality, duty.bearers) == (modality, bearers)


def test_papers_to_hand_in_are_one_duty() -> None:
    (duty,) = read(
        f"{HEAD}{LEAD}1. Hội viên nộp các giấy tờ sau tại văn phòng trước ngày 05/10/2024:\n"
        "  • đơn xin học nghề theo mẫu\n"
        "  • bản sao bằng lái kèm bằng gốc.\n"
        "  • bảng điểm đối chiếu theo sổ in từ máy.\n"
    ).obligations
    assert duty.bearers == ["Hội viên"] and duty.text.startswith("Hội viên nộp các giấy tờ sau")


def test_what_else_is_done_about_papers_are_duties_of_their_own() -> None:
    duties = read(
        f"{HEAD}{LEAD}1. Các tổ chuẩn bị hồ sơ sau:\n"
        "- Báo cáo chi đoàn trước khi họp;\n- Lập danh sách hội viên.\n"
    ).obligations
    assert [duty.text for duty in duties] == ["Báo cáo chi đoàn trước khi họp", "Lập danh sách hội viên"]


@pytest.mark.parametrize(
    ("sentence", "modalities"),
    [
        ("Mẫu đơn học nghề có thể tải từ trang tin của hội.", ["permission"]),
        ("Dịch bệnh có thể lan rộng ra các xã lân cận.", []),
    ],
)
def test_what_readers_may_do_with_a_paper(sentence: str, modalities: list[str]) -> None:
    assert [d.modality for d in read(f"{HEAD}{LEAD}1. {sentence}\n").obligations] == modalities
