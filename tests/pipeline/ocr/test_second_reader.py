"""Which words are read twice, and which of two readings stands."""

from __future__ import annotations

import pytest

from pipeline.ocr.confidence import calibrated
from pipeline.ocr.doubt import crop_box, is_doubtful, stretches
from pipeline.ocr.line_reader import Reading
from pipeline.ocr.lines import Run
from pipeline.ocr.syllable import is_syllable
from pipeline.ocr.token import Token
from pipeline.ocr.vote import _weigh, choose


def word(text: str, confidence: float = 0.96, x: float = 0) -> Token:
    return Token(text, confidence, x, 0, x + 22 * len(text), 40)


@pytest.mark.parametrize(
    "text", ["nghiêng", "Quyết", "định,", "khuya", "“giữa", "Ủy", "thoát", "ĐIỀU", "quý"]
)
def test_syllables(text: str) -> None:
    assert is_syllable(text)


@pytest.mark.parametrize("text", ["ngh", "thuơng", "qujểh", "ăc", "hach", "BNNMT", "Kaa", "2019", "áà", ""])
def test_what_is_no_syllable(text: str) -> None:
    assert not is_syllable(text)


def test_words_are_doubted_by_confidence_and_by_shape() -> None:
    assert is_doubtful(word("chuyên", 0.7))
    assert is_doubtful(word("dã2u", 0.4))
    assert is_doubtful(word("qujểh", 0.95))
    assert not is_doubtful(word("chuyên", 0.95))
    assert not is_doubtful(word("BNNMT", 0.95))
    assert not is_doubtful(word("-", 0.3))


def test_doubtful_words_are_read_with_a_neighbour_on_either_side() -> None:
    run = Run([word(t, 0.5 if t in "ch" else 0.96, 100 * n) for n, t in enumerate("abcdeghik")])
    assert stretches(run) == [(1, 4), (5, 8)]
    near = Run([word(t, 0.5 if t in "ce" else 0.96, 100 * n) for n, t in enumerate("abcdeghik")])
    assert stretches(near) == [(1, 6)]
    x0, _, x1, _ = crop_box(run, 1, 4)
    assert 22 < x0 <= 100 and 322 <= x1 < 400


def test_two_readers_that_agree_confirm() -> None:
    assert choose(word("tổ", 0.4), "tổ", 0.9).confidence > 0.95


@pytest.mark.parametrize(
    ("seen", "sure", "other", "other_sure", "stands"),
    [
        ("thê", 0.8, "thể", 0.97, "thể"),
        ("thê", 0.95, "thế", 0.97, "thê"),
        ("thê", 0.8, "thể", 0.85, "thê"),
        ("qujểh", 0.95, "quyền", 0.97, "quyền"),
        ("0§-CTr/TU", 0.65, "08-CTr/TU", 0.98, "08-CTr/TU"),
        ("83/TTr-UBND", 0.58, "83/7Tr-UBND", 0.97, "83/TTr-UBND"),
        ("12/2019/NĐ-CP", 0.7, "17/2019/NĐ-CP", 0.95, "12/2019/NĐ-CP"),
        ("TTĐTCP", 0.85, "TTĐTCp", 0.96, "TTĐTCP"),
    ],
)
def test_the_likelier_reading_stands_and_the_other_is_kept(
    seen: str, sure: float, other: str, other_sure: float, stands: str
) -> None:
    chosen = choose(word(seen, sure), other, other_sure)
    assert chosen.text == stands
    assert {chosen.text, chosen.alternatives[0][0]} == {seen, other}
    assert chosen.confidence <= 0.95


def test_a_letter_that_the_crops_edge_took_off_does_no_harm() -> None:
    tokens = [word("tháng", 0.8), word("năm", 0.96)]
    assert [t.text for t in _weigh(tokens, Reading("háng năm", 0.97))] == ["tháng", "năm"]


def test_a_code_that_one_reader_parts_is_compared_as_one_word() -> None:
    tokens = [word("Số:"), word("1680/QĐ-BVHTTDL", 0.5)]
    (_, code) = _weigh(tokens, Reading("Số: 1680/QĐ - BVHTTDL", 0.97))
    assert code.text == "1680/QĐ-BVHTTDL"
    assert code.confidence > 0.95


def test_words_parted_otherwise_are_not_taken_for_one_another() -> None:
    tokens = [word("Số:#4", 0.1), word("/TTr", 0.47), word("-UBND", 0.47)]
    assert [t.text for t in _weigh(tokens, Reading("Số: 24 /TTr-UBND", 0.97))][1] == "/TTr"


def test_confidence_is_monotone_and_never_certain() -> None:
    values = [calibrated(k / 100) for k in range(101)]
    assert values == sorted(values)
    assert 0 < values[0] < values[-1] < 1
