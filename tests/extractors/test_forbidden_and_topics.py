"""Lists of what is forbidden, duties behind a topic, things that are sent on or must be stopped."""

from __future__ import annotations

import pytest

from extractors.model import Reading
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD


def letter(body: str) -> Reading:
    return read(f"{HEAD}{LEAD}{body}")


def two(sentence: str) -> Reading:
    """A letter whose first clause of two is the sentence."""
    return letter(f"1. {sentence}\n2. Các trạm lau sạch máy bơm.\n")


def test_what_stands_under_a_title_of_forbidden_acts_is_forbidden() -> None:
    found = letter(
        "Điều 4. Các hành vi bị nghiêm cấm\n\n1. Chở quá số khách quy định.\n\n2. Xả rác xuống hồ; neo đậu trên bãi "
        "giống.\n\n3. Tranh giành, đeo bám khách.\n\nĐiều 5. Trách nhiệm của các trạm\n\n1. Ghi sổ khách hằng ngày.\n"
    )
    read_so = [(duty.text, duty.modality) for duty in found.obligations]
    assert read_so[:4] == [
        ("Chở quá số khách quy định", "prohibition"),
        ("Xả rác xuống hồ", "prohibition"),
        ("neo đậu trên bãi giống", "prohibition"),
        ("Tranh giành, đeo bám khách", "prohibition"),
    ]
    assert [modality for _, modality in read_so[4:]] == ["obligation"]


def test_a_duty_behind_its_topic() -> None:
    (duty,) = [d for d in letter(
        "Thứ nhất, về vốn đầu tư: Sở Tài chính cân đối bổ sung 2 tỷ đồng cho các trạm bơm.\n"
        "Thứ hai, các trạm lau sạch máy bơm.\n"
    ).obligations if "vốn đầu tư" in d.text]  # fmt: skip
    assert (duty.bearers, duty.modality) == (["Sở Tài chính"], "obligation")


@pytest.mark.parametrize(
    "sentence",
    [
        "Khi có bão gần hoặc gió từ cấp 6 trở lên, tất cả tàu, thuyền phải ngừng đón khách, đưa khách về bến.",
        "Kết quả kiểm tra báo cáo Giám đốc Sở sau khi kết thúc đợt kiểm tra.",
        "Hồ sơ đề nghị gửi về Sở Tài chính bằng đường bưu điện.",
    ],
)
def test_things_that_must_be_stopped_or_sent(sentence: str) -> None:
    duties = two(sentence).obligations
    assert (duties[0].text, duties[0].modality) == (sentence.rstrip("."), "obligation")


def test_a_limit_of_time_is_a_duty() -> None:
    assert two("Thời gian thẩm định giá không quá 15 ngày làm việc.").obligations[0].modality == "obligation"


def test_the_title_of_further_clauses_is_no_duty() -> None:
    found = letter(
        "1. Đối với công tác quản lý kho vật tư trong mùa lũ\na) Các trạm kiểm kê bao tải.\nb) Các trạm ghi sổ kho.\n"
    )
    assert [duty.text for duty in found.obligations] == ["Các trạm kiểm kê bao tải", "Các trạm ghi sổ kho"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bản đồ sau khi số hóa phải đầy đủ, thống nhất với sổ gốc.",
        "Các trạm khi lập sổ kho phải ghi rõ số lô.",
        "Các trạm bàn giao sổ kho đúng tiến độ.",
    ],
)
def test_cases_and_manners_are_no_deadlines(sentence: str) -> None:
    assert two(sentence).deadlines == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Các trạm gửi bản chính khi đường truyền hoạt động trở lại.", "khi đường truyền hoạt động trở lại"),
        (
            "Sở Tài chính bố trí kinh phí khi xây dựng dự toán ngân sách năm sau.",
            "khi xây dựng dự toán ngân sách năm sau",
        ),
        (
            "Các trạm xem hộp thư ít nhất hai lần trong một ngày làm việc.",
            "ít nhất hai lần trong một ngày làm việc",
        ),
        ("Các trạm lập biểu riêng cùng thời gian trên.", "cùng thời gian trên"),
        ("Các trạm bàn giao kho đúng tiến độ đã cam kết.", "đúng tiến độ đã cam kết"),
    ],
)
def test_further_times(sentence: str, phrase: str) -> None:
    assert [item.text for item in two(sentence).deadlines] == [phrase]
