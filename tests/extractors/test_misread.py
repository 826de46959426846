"""Texts whose diacritics an engine lost: the readers match what was meant, and quote what was printed."""

from __future__ import annotations

import pytest

from extractors import misread, view
from extractors.reading import read

LETTER = """BO CONG THUONG CONG HOA XA HOI CHU NGHIA VIET NAM
TONG CUC THUE Doc lap - Tu do - Hanh phuc
Số: 512 /TCT-KK Hà Nội, ngày 04 tháng 3 năm 2024
V/v kiêm tra hồ sơ

Kính gửi: Cục Thuế các tỉnh.

Thực hiện Nghị dịnh số 12/2023/NĐ-CP ngày 14/4/2023 của Chính phủ, Tổng cục Thuế dé nghị các Cục Thuế triển
khai các nội dung sau:

1. Rà soát hồ sơ của từng cơ quan thuê, báo cáo trước ngày 15/4/2024.
2. Chỉ cục Thuế kiêm tra kêt quả, gửi báo cáo trong thời hạn 05 ngày ké từ ngày nhận được công văn này.
"""


def test_misread_phrases_are_right_in_the_copy_and_as_long() -> None:
    low = view.folded(LETTER)
    assert len(low) == len(LETTER)
    for phrase in ("đề nghị các cục thuế", "nghị định số", "chi cục thuế kiểm tra", "kể từ ngày", "kết quả"):
        assert phrase in low
    assert view.plain(LETTER).count("dé nghị") == 1


def test_a_misread_letter_is_read_as_meant_and_quoted_as_printed() -> None:
    reading = read(LETTER)
    assert reading.issuer is not None and reading.issuer.name == "Tổng cục Thuế"
    first, second = reading.obligations
    assert first.bearers == ["các Cục Thuế"] and "cơ quan thuê" in first.text
    assert second.bearers == ["Chỉ cục Thuế"]
    assert [d.text for d in reading.deadlines] == [
        "trước ngày 15/4/2024",
        "trong thời hạn 05 ngày ké từ ngày nhận được công văn này",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "sửa đổi kê hoạch và kiêm tra.",  # two faults alone: a slip, not an engine
        "nhân viên làm bù để nghỉ tết, đi từ đó, cần cù; đoàn công diễn vở mới để nghỉ để nghỉ.",
        "các cơ quan thực hiện kế hoạch, kiểm tra kết quả.",
        "kê hoạch huyện; kê hoạch xã; kê hoạch thôn; kiêm tra.",  # one slip over and over
        "ủy ban nhân dân huyện văn bàn, huyện ủy văn bàn, đoàn văn bàn: kê hoạch và kiêm tra.",
        "đồng chí cục trưởng mời cộng tác viên; hộ sơ tán tại chính quyền xã; gửi trước ngay hôm nay.",
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert misread.respelled(text) == text


def test_a_phrase_broken_over_lines_keeps_its_blanks() -> None:
    assert misread.respelled("dé\nnghị kiêm  tra; quyét định") == "đề\nnghị kiểm  tra; quyết định"
