"""Letters and marks lost, and what is told by the spaces and the lines around. All texts were written for these tests."""

from __future__ import annotations

import re

import pytest

from bench.repair_damage import dropped, partly, right, syllables
from pipeline.repair import repair
from pipeline.repair.alphabet import strip_marks
from tests.pipeline.repair.test_repair import PARTY, STATE


def lost(text: str) -> str:
    """Letters outside Latin-1 dropped, every space left where it stood."""
    return "".join(c for c in text if ord(c) <= 0xFF or not c.isalpha())


@pytest.mark.parametrize("found", ["đúng tiến độ, chất lượng", "đầy đủ, rõ ràng"])
def test_a_space_before_a_sign_is_the_trace_of_a_syllable(found: str) -> None:
    hurt = dropped(f"{PARTY}\nHồ sơ {found} theo yêu cầu.\n{STATE}", half=0)
    assert found in repair(hurt).text
    assert found not in repair(hurt.replace(" ,", ",")).text, "nothing else tells of it"


def test_two_spaces_are_the_trace_of_a_syllable() -> None:
    line = "Tình hình trật tự ở khu vực này ổn định, cán bộ cơ sở nắm chắc để báo cáo."
    hurt = lost(f"{STATE}\n{PARTY}\n{line}")
    assert repair(hurt).text.endswith(f"\n{line}")
    closed = repair(re.sub(" +", " ", hurt)).text
    assert " ở khu vực" not in closed and " để báo cáo" not in closed, "nothing else tells of them"


def test_spaces_say_nothing_where_all_signs_stand_apart() -> None:
    text = re.sub(r"(?<=[^\W\d_])(?=[,;:.](?:\s|\Z))", " ", f"{PARTY}\n{STATE}")
    assert " ," in text
    got, gold = syllables(repair(dropped(text, half=0)).text), syllables(text)
    # Each of the twenty signs would have put a syllable in.
    assert len(got) <= len(gold) + 2


@pytest.mark.parametrize(
    "line", ["Đối tượng áp dụng gồm cán bộ, công chức.", "Xử lý nghiêm các trường hợp vi phạm pháp luật."]
)
def test_a_roman_number_may_be_what_is_left_of_a_word(line: str) -> None:
    repaired = repair(dropped(f"{PARTY}\n{line}\n{STATE}", half=0)).text
    assert f"\n{line}\n" in repaired


def test_roman_numbers_stand() -> None:
    text = f"{PARTY}\nI. MỤC ĐÍCH, YÊU CẦU\nBáo cáo trong quý I năm 2022, theo Nghị quyết Đại hội khóa X.\n{STATE}"
    repaired = repair(dropped(text, half=0)).text
    assert "\nI. M" in repaired and "quý I năm 2022" in repaired and "khóa X." in repaired


def test_short_lines_of_a_text_that_lost_some_marks_are_mended() -> None:
    text = f"ỦY BAN NHÂN DÂN\n{partly(STATE)}\n{partly(PARTY)}\nTrach nhiệm thi hanh\nNơi nhan:"
    repaired = repair(text).text
    assert repaired.endswith("Trách nhiệm thi hành\nNơi nhận:")
    assert repaired.startswith("ỦY BAN NHÂN DÂN\n")


def test_what_kept_its_marks_is_right_after_some_were_lost() -> None:
    text = f"{STATE}\n{PARTY}"
    hurt = partly(text)
    kept = [(a, b) for a, b in zip(syllables(text), syllables(hurt), strict=True) if a == b]
    assert len(kept) > 0.6 * len(syllables(text))
    got = syllables(repair(hurt).text)
    assert right(syllables(text), got) > 0.98


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("Quyết định số 15-QĐ/ĐUK", "Quyet dinh so 15-QD/DUK"),
        ("Quy định số 07-QĐi/TW", "Quy dinh so 07-QDi/TW"),
        ("Thông báo số 17/TB-TTHĐND", "Thong bao so 17/TB-TTHDND"),
        ("Nghị quyết số 40/NQ-HĐBCQG", "Nghi quyet so 40/NQ-HDBCQG"),
        ("Kế hoạch số 9-KH/TWĐTN", "Ke hoach so 9-KH/TWDTN"),
        ("Lưu VPĐU", "Luu VPDU"),
        ("Hướng dẫn số 8-HD/TU", "Huong dan so 8-HD/TU"),
    ],
)
def test_codes_whose_d_can_only_have_been_marked(code: str, seen: str) -> None:
    assert repair(f"{strip_marks(PARTY)}\n{seen}").text.endswith(f"\n{code}")


def test_a_text_half_repaired_is_not_made_worse() -> None:
    lines = f"{PARTY}\n{STATE}".splitlines()
    for harm in (strip_marks, lambda t: dropped(t, half=0)):
        mixed = "\n".join(line if n % 2 else harm(line) for n, line in enumerate(lines))
        gold = syllables("\n".join(lines))
        before, after = right(gold, syllables(mixed)), right(gold, syllables(repair(mixed).text))
        assert after > before
        again = repair(repair(mixed).text)
        assert again.repairs == []


def test_one_line_of_a_megabyte() -> None:
    line = " ".join(STATE.split())
    text = " ".join([line] * (1_000_000 // len(line)))
    assert repair(text).text == text


def test_a_common_word_that_lost_a_letter_more() -> None:
    hurt = dropped(f"{PARTY}\nMột số nội dung chủ yếu sau đây.\n{STATE}", half=0)
    assert "ch yu" in hurt
    assert "nội dung chủ yếu sau" in repair(hurt.replace("ch yu", "ch y")).text


def test_what_a_stripped_text_says_elsewhere_tells_its_words() -> None:
    market = "Các hộ kinh doanh ở chợ, ban quản lý chợ, phí chợ, chợ đầu mối, xây dựng chợ theo quy hoạch."
    line = "Vệ sinh cổng chợ sạch sẽ."
    told = repair(strip_marks(f"{PARTY}\n{market}\n{market}\n{line}")).text.splitlines()[-1]
    untold = repair(strip_marks(f"{PARTY}\n{line}")).text.splitlines()[-1]
    assert " chợ " in told and " chợ " not in untold
