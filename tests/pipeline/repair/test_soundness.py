"""How Vietnamese a text reads."""

from __future__ import annotations

import pytest

from pipeline.repair.alphabet import canonical, restyle, strip_marks
from pipeline.repair.soundness import vietnameseness
from pipeline.syllable import is_syllable

SOUND = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành báo cáo kết quả thực hiện trước ngày 30/6/2021."


def test_sound_text_scores_high_and_damaged_text_low() -> None:
    assert vietnameseness(SOUND) > 0.9
    assert vietnameseness(strip_marks(SOUND)) < 0.1
    assert vietnameseness("The committee shall report to the board before the end of the month.") < 0.1
    assert vietnameseness(SOUND.encode().decode("latin-1")) < 0.3
    assert vietnameseness("") == 0.0
    assert vietnameseness("12/2020 - 15%") == 0.0


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "đường",
        "quyết",
        "khuya",
        "giữa",
        "gì",
        "giếng",
        "uyên",
        "oanh",
        "yếu",
        "ủy",
        "quốc",
        "xoèn",
        "thuở",
        "ngoằn",
    ],
)
def test_syllables_of_the_language(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", "quyet kiem zebra nghang2 strong đương6 cần̉ hànhbộ wifi ubnd".split())  # noqa: SIM905
def test_what_no_syllable_is(word: str) -> None:
    assert not is_syllable(word)


def test_tone_marks_move_between_their_two_places() -> None:
    assert [canonical(w) for w in ("uỷ", "hoà", "KHOẺ", "quý", "toán")] == [
        "ủy",
        "hòa",
        "KHỎE",
        "quý",
        "toán",
    ]
    assert restyle("Thủy", newer=True) == "Thuỷ"
    assert restyle("quỳ", newer=True) == "quỳ"
