"""A number or day that is not print leaves the text, with a warning that points at the ink."""

from __future__ import annotations

import numpy as np

from pipeline.handwriting import take_date, take_number, warning
from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token

TOP, FOOT, LETTER = 100, 140, 24


def drawn(
    words: list[tuple[str, float, float]], ink: dict[int, tuple[int, int]] | None = None
) -> tuple[Run, np.ndarray]:
    """A line of words ``(text, x, confidence)``: each letter a bar 40 pixels high, but those of the words in
    ``ink`` from the top to the foot given there."""
    image = np.full((300, 1600), 255, np.uint8)
    tokens = []
    for n, (text, x, confidence) in enumerate(words):
        top, foot = (ink or {}).get(n, (TOP, FOOT))
        for k, letter in enumerate(text):
            if letter.isalnum():
                image[top:foot, int(x) + k * LETTER + 4 : int(x) + k * LETTER + 18] = 0
        tokens.append(Token(text, confidence, x, TOP - 2, x + LETTER * len(text), FOOT + 2))
    return Run(tokens), image


def test_a_printed_number_stays() -> None:
    run, image = drawn([("Số:", 100, 0.96), ("3722", 190, 0.93), ("/VPCP-CN", 300, 0.92)])
    kept, ink = take_number(run, image)
    assert (kept.text, ink) == ("Số: 3722 /VPCP-CN", None)


def test_a_printed_number_in_one_word_with_its_code_stays() -> None:
    run, image = drawn([("Số:", 100, 0.96), ("318-QĐ/TW", 190, 0.9)])
    assert take_number(run, image)[1] is None


def test_a_number_larger_than_the_print_beside_it_is_handwriting() -> None:
    run, image = drawn([("Số:", 100, 0.96), ("445", 190, 0.97), ("/NQ-CP", 300, 0.92)], {1: (80, 150)})
    kept, ink = take_number(run, image)
    assert kept.text == "Số: /NQ-CP"
    assert ink is not None
    assert ink.x0 <= 195 and ink.x1 >= 255
    told = warning(ink, (45.0, 20.0, 65.0, 40.0), 1)
    assert told.code == "handwritten-number"
    assert "[45.0, 20.0, 65.0, 40.0]" in told.message


def test_a_number_off_the_line_or_read_with_doubt_is_not_taken() -> None:
    run, image = drawn([("Số:", 100, 0.96), ("2265", 190, 0.97), ("/BCT-XNK", 300, 0.92)], {1: (85, 125)})
    assert take_number(run, image)[0].text == "Số: /BCT-XNK"
    run, image = drawn([("Số:", 100, 0.96), ("7", 190, 0.6), ("/BC-UBND", 300, 0.92)])
    assert take_number(run, image)[0].text == "Số: /BC-UBND"
    run, image = drawn([("Số:", 100, 0.96), ("{0", 190, 0.9), ("/QĐ-TTg", 300, 0.9)])
    assert take_number(run, image)[0].text == "Số: /QĐ-TTg"


def test_a_number_of_which_a_part_was_not_read_is_not_taken() -> None:
    run, image = drawn([("Số:", 100, 0.96), ("2", 190, 0.93), ("1", 220, 0.9), ("/TT-BCT", 300, 0.92)])
    run = Run([token for token in run.tokens if token.text != "1"])
    kept, ink = take_number(run, image)
    assert (kept.text, ink is None) == ("Số: /TT-BCT", False)


def test_digits_broken_by_low_resolution_are_print() -> None:
    run, image = drawn([("Yên", 100, 0.96), ("Bái,", 190, 0.96), ("ngày", 300, 0.96), ("18", 420, 0.97),
                        ("tháng", 490, 0.97), ("5", 630, 0.97), ("năm", 670, 0.97), ("2022", 760, 0.97)])  # fmt: skip
    whole = take_date(run, image)
    image[124:128, 760:900] = 255  # the feet of the 2s stand apart
    image[118:121, 440:470] = 255  # the loops of the 8
    assert take_date(run, image) == whole == (run, [])


def test_a_blank_is_a_blank_and_ink_in_it_is_told() -> None:
    run, image = drawn([("Số:", 100, 0.96), ("/UBND-KT", 400, 0.9)])
    assert take_number(run, image)[1] is None
    image[90:150, 230:245] = 0
    kept, ink = take_number(run, image)
    assert kept.text == "Số: /UBND-KT"
    assert ink is not None and ink.kind == "number"


def test_a_handwritten_day_leaves_the_date() -> None:
    words = [("Hà", 50, 0.96), ("Nội,", 120, 0.96), ("ngày", 230, 0.96), ("28", 340, 0.95),
             ("tháng", 410, 0.96), ("4", 550, 0.96), ("năm", 600, 0.96), ("2026", 700, 0.96)]  # fmt: skip
    run, image = drawn(words)
    assert take_date(run, image)[1] == []
    run, image = drawn(words, {3: (75, 150)})
    kept, inks = take_date(run, image)
    assert kept.text == "Hà Nội, ngày tháng 4 năm 2026"
    assert [ink.kind for ink in inks] == ["date"]


def test_days_and_months_that_cannot_be_are_not_taken() -> None:
    words = [("ngày", 230, 0.96), ("38", 340, 0.95), ("tháng", 410, 0.96), ("14", 550, 0.96),
             ("năm", 620, 0.96), ("2026", 720, 0.96)]  # fmt: skip
    run, image = drawn(words)
    assert take_date(run, image)[0].text == "ngày tháng năm 2026"


def test_other_lines_are_left_alone() -> None:
    run, image = drawn([("V/v", 100, 0.9), ("triển", 200, 0.9)])
    assert take_number(run, image) == (run, None)
    assert take_date(run, image) == (run, [])
