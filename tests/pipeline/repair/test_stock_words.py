"""Stock words of Party and State directives, each a mark away from another syllable, as OCR reads them."""

from __future__ import annotations

import re

import pytest

from pipeline.document import Box, Word
from pipeline.repair import Repaired, repair
from pipeline.repair.alphabet import strip_marks

NOWHERE = Box(0, 0, 0, 0)
FRAMES = (
    "Báo cáo về {} phải nêu rõ ưu điểm, hạn chế và nguyên nhân.",
    "Cán bộ chuyên trách đang công tác tại {} nơi cư trú.",
    "Hội nghị bàn về {} và những việc cần làm ngay.",
    "Có ý kiến cho rằng {} chưa được quan tâm đúng mức.",
)
PAIRS = (
    ("chi bộ", "chỉ bộ"),
    ("chi ủy", "chỉ ủy"),
    ("chi bộ", "chi bô"),
    ("đảng bộ", "đẳng bộ"),
    ("đảng ủy", "đăng ủy"),
    ("thành phố", "thành phó"),
    ("thành phố", "thành phô"),
    ("cấp ủy", "cập ủy"),
    ("cấp ủy", "câp ủy"),
    ("huyện ủy", "huyên ủy"),
    ("tổ chức đảng", "tố chức đảng"),
    ("tỉnh ủy", "tính ủy"),
    ("nghị quyết", "nghị quyêt"),
    ("kết luận", "kết luân"),
    ("quán triệt", "quản triệt"),
    ("chỉ đạo", "chi đạo"),
    ("chỉ đạo", "chí đạo"),
    ("giám sát", "giảm sát"),
    ("cán bộ", "cản bộ"),
    ("hội đồng nhân dân", "hội đông nhân dân"),
    ("ủy ban nhân dân", "ủy ban nhân dẫn"),
    ("phó bí thư", "phó bị thư"),
    ("công an", "cống an"),
    ("nội chính", "nôi chính"),
    ("đoàn thể", "đoàn thế"),
    ("kiểm tra", "kiếm tra"),
    ("kỷ luật", "kỷ luât"),
    ("triển khai", "triên khai"),
    ("bổ sung", "bố sung"),
)


def read(text: str, doubtful: str, confidence: float) -> Repaired:
    """The text as OCR gives it: ``doubtful`` with this confidence, all else read well."""
    place = text.index(doubtful)
    words = [
        Word(m.start(), m.end(), NOWHERE, confidence if place <= m.start() < place + len(doubtful) else 0.97)
        for m in re.finditer(r"\S+", text)
    ]
    return repair(text, words=words, method="ocr")


@pytest.mark.parametrize(("true", "slip"), PAIRS)
@pytest.mark.parametrize("frame", FRAMES)
def test_a_mark_misread_in_a_stock_word_is_mended_anywhere(frame: str, true: str, slip: str) -> None:
    assert read(frame.format(slip), slip, 0.5).text == frame.format(true)


@pytest.mark.parametrize("true", sorted({true for true, _ in PAIRS}))
def test_a_stock_word_stands_however_badly_it_was_read(true: str) -> None:
    for frame in FRAMES:
        assert read(frame.format(true), true, 0.3).repairs == []


@pytest.mark.parametrize(
    "text",
    [
        "Trong trường hợp này chỉ Bộ trưởng mới có quyền quyết định.",
        "Đồng chí Phó Chủ tịch Ủy ban nhân dân thành phố chủ trì.",
        "Giao chỉ tiêu kết nạp đảng viên cho từng chi bộ.",
        "Các khoản chi tiêu nội bộ phải công khai.",
        "Đăng ký khai sinh, đăng tải thông tin trên cổng thông tin điện tử.",
        "Hoạt động thương vụ của doanh nghiệp, tham tán thương mại.",
        "Giảm sút ý chí, giảm biên chế, giám đốc chịu trách nhiệm.",
        "Thông báo kết quả khóa học và đề tài khoa học.",
    ],
)
def test_words_a_mark_away_from_a_stock_word_stand(text: str) -> None:
    words = [Word(m.start(), m.end(), NOWHERE, 0.6) for m in re.finditer(r"\S+", text)]
    assert repair(text, words=words, method="ocr").repairs == []


@pytest.mark.parametrize(
    "line", ["- Thường trực HĐND Thành phó;", "- Các sở, ngành Thành phó;", "Công báo Thành phó"]
)
def test_the_city_in_a_list_of_recipients(line: str) -> None:
    text = f"Nơi nhận:\n- Như trên;\n{line}\n- Lưu: VT."
    assert read(text, "phó", 0.85).text == text.replace("phó", "phố")


@pytest.mark.parametrize(
    ("true", "read"),
    [
        ("Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm thi hành quyết định này.", "Thứ trưởng"),
        ("Yêu cầu thủ trưởng đơn vị trực tiếp chỉ đạo, kiểm tra.", "thứ trưởng"),
        ("Hoàn thành các chỉ tiêu kinh tế - xã hội năm 2022.", "chi tiêu"),
        ("Quy chế chi tiêu nội bộ của đơn vị được công khai.", "chỉ tiêu"),
        ("Giao chỉ tiêu biên chế cho các sở, ban, ngành.", "chi tiêu"),
        ("Bảo đảm an ninh, trật tự trong dịp lễ.", "dịp lẻ"),
    ],
)
def test_of_two_words_a_mark_apart_the_sentence_tells_which(true: str, read: str) -> None:
    bare = strip_marks(read)
    place = strip_marks(true).index(bare)
    wrong = true[:place] + read + true[place + len(read) :]
    assert wrong != true
    assert repair(wrong, method="ocr").text == true
    assert repair(true, method="ocr").text == true
