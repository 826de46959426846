"""Ordinary sentences that look like those of a new reading and are read as before."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def of(sentence: str) -> list[tuple[list[str], list[str]]]:
    return [(item.bearers, item.deadlines) for item in read(f"{HEAD}{LEAD}1. {sentence}\n").obligations]


@pytest.mark.parametrize(
    "sentence",
    [
        "Đánh giá kết quả trồng cây đến hết ngày 31/3/2024.",
        "Đối chiếu số liệu thu phí đến hết ngày 31/3/2024.",
        "Báo cáo kết quả cho vay trên địa bàn đến hết ngày 31/3/2024.",
        "Bố trí người trực bến các ngày trong tuần.",
        "Niêm yết lịch làm việc trong tuần.",
        "Số dư không sử dụng hết được chuyển sang năm 2025.",
        "Không bố trí vốn cho các bến kéo dài sang năm 2025.",
        "Thông báo cho dân dự báo mưa lớn, ngập lụt trong 48 giờ tới.",
        "Bảo đảm sẵn sàng lực lượng, phương tiện tham gia cứu hộ khi có yêu cầu.",
        "Tổ chức khám sức khỏe định kỳ theo dõi học sinh.",
        "Giải quyết hồ sơ tiếp nhận trước thời điểm sáp nhập.",
    ],
)
def test_times_that_bound_nothing(sentence: str) -> None:
    assert read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Nộp số thu phí bến đến hết ngày 20/6/2024.", "đến hết ngày 20/6/2024"),
        ("Trong 10 ngày đầu năm học, các trường rà soát phao.", None),
        ("Trong thời hạn hai mươi năm ngày kể từ ngày ký văn bản này, các xã kê khai.", "hai mươi năm ngày"),
    ],
)
def test_times_are_whole(sentence: str, phrase: str | None) -> None:
    ((_, deadlines),) = of(sentence)
    assert (phrase or "năm học") in " ".join(deadlines)


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Đối với cán bộ không hoàn thành nhiệm vụ: kiểm điểm, xử lý nghiêm.", ["các đơn vị"]),
        ("Đối với học sinh thuộc hộ nghèo: miễn phí đò.", ["các đơn vị"]),
        ("Mỗi đơn vị đăng ký tham gia ít nhất 01 đội.", ["Mỗi đơn vị"]),
        ("Thủ trưởng đơn vị đăng ký tham gia đua thuyền.", ["Thủ trưởng đơn vị"]),
        ("Đơn vị kiểm soát chi tiêu chặt chẽ.", ["Đơn vị"]),
        ("Sở Xây dựng rà soát, nếu có vướng mắc đề nghị cấp có thẩm quyền tháo gỡ.", ["Sở Xây dựng"]),
        ("Việc cấp phép chậm, do Sở Xây dựng thẩm định kéo dài, cần khắc phục ngay.", ["các đơn vị"]),
        ("Chi bộ thi hành kỷ luật đảng viên vi phạm bằng hình thức phù hợp.", ["Chi bộ"]),
        ("Danh sách thuyền viên phải được lập theo mẫu.", ["các đơn vị"]),
    ],
)
def test_who_acts(sentence: str, bearers: list[str]) -> None:
    assert [who for who, _ in of(sentence)] == [bearers]


def test_a_partner_s_own_duty_stays() -> None:
    found = of("Sở Y tế phối hợp kiểm tra, Sở Tài chính bố trí kinh phí.")
    assert [who for who, _ in found] == [["Sở Y tế", "Sở Tài chính"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thống nhất về chủ trương giao đất làm bến mới.",
        "Thống nhất với đề nghị của UBND xã về việc cho phép gia hạn.",
    ],
)
def test_what_is_only_agreed(sentence: str) -> None:
    assert of(sentence) == []


def test_a_permission_stays_one_where_its_case_has_a_must() -> None:
    text = f"{HEAD}{LEAD}1. Cá nhân có thể xin gia hạn nếu ốm và phải nằm viện.\n"
    assert [item.modality for item in read(text).obligations] == ["permission"]


def test_an_act_beside_one_that_ends_is_not_ended_with_it() -> None:
    text = f"{HEAD}{LEAD}1. Bãi bỏ Quyết định số 10/QĐ-UBND, nội dung tại Quyết định số 12/QĐ-UBND vẫn thực hiện.\n"
    relations = {act.number: act.relation for act in read(text).references}
    assert (relations["10/QĐ-UBND"], relations["12/QĐ-UBND"] != "replaces") == ("replaces", True)
