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


_ITEMS = "1. Tổ chức họp thôn để bàn cách làm.\n2. Nghiêm cấm lợi dụng việc này để bán đất công.\n"


@pytest.mark.parametrize(
    ("lead", "bearers"),
    [
        (
            "Để phát triển nông nghiệp, UBND tỉnh chỉ thị các cấp, các ngành tập trung làm tốt những việc sau đây:",
            ["các cấp, các ngành"],
        ),
        (
            "Chủ tịch UBND tỉnh chỉ thị Thủ trưởng các sở, Chủ tịch UBND các huyện thực hiện các nội dung sau:",
            ["Thủ trưởng các sở, Chủ tịch UBND các huyện"],
        ),
        ("Chủ tịch UBND tỉnh chỉ thị:", []),
    ],
)
def test_who_is_directed_acts(lead: str, bearers: list[str]) -> None:
    assert [duty.bearers for duty in read(f"{HEAD}{lead}\n{_ITEMS}").obligations] == [bearers, bearers]


def test_what_is_only_done_then_is_a_duty_of_its_own() -> None:
    found = two(
        "Không được tự ý tiêu hủy sổ kho; việc hủy sổ cũ chỉ thực hiện sau khi có ý kiến của Sở Nội vụ."
    )
    assert [(duty.text, duty.modality) for duty in found.obligations if duty.clause == "1"] == [
        ("Không được tự ý tiêu hủy sổ kho", "prohibition"),
        ("việc hủy sổ cũ chỉ thực hiện sau khi có ý kiến của Sở Nội vụ", "obligation"),
    ]


def test_what_is_done_with_the_papers_of_several_people() -> None:
    found = two("Hồ sơ gốc của cán bộ, công chức, viên chức được chuyển giao cho cơ quan quản lý mới.")
    assert [duty.clause for duty in found.obligations] == ["1", "2"]


def test_whom_a_review_leaves_out() -> None:
    found = letter(
        "2. Đối tượng kiểm điểm\n2.1. Các chi bộ trực thuộc.\n2.2. Không kiểm điểm tập thể đối với nơi có dưới 03 thành "
        "viên.\n"
    )
    assert [(duty.modality, duty.clause) for duty in found.obligations] == [("prohibition", "2.2")]
