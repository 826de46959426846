"""Places read a second time: lines that were lost, and words under a seal."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import pytest

from pipeline.imaging.grid import Rect
from pipeline.imaging.ink import Ink
from pipeline.ocr.second_look import _merged, look_again, unread_places
from pipeline.ocr.token import Token

HEIGHT = 40


def word(text: str, x: float, y: float, confidence: float = 0.95, width: float = 90) -> Token:
    return Token(text, confidence, x, y, x + width, y + HEIGHT, line=(1, 1, round(y)))


class Reader:
    """An engine that says the same of every place, and keeps which places it was asked for."""

    name, language = "stub", "vie"

    def __init__(self, answer: Sequence[Token]) -> None:
        self.answer = list(answer)
        self.asked: list[tuple[int, int, int]] = []

    def read(self, image: np.ndarray, *, dpi: float, psm: int = 3, seconds: float = 120.0) -> list[Token]:
        self.asked.append((image.shape[1], image.shape[0], psm))
        return self.answer


def page(lines: int) -> tuple[np.ndarray, list[Token]]:
    """Lines of eight words, each word of three letters drawn as boxes, and the tokens that read them right."""
    image = np.full((1400, 1000), 255, np.uint8)
    tokens = []
    for row in range(lines):
        y = 100 + 90 * row
        for column in range(8):
            x = 60 + 110 * column
            for letter in range(3):
                image[y : y + HEIGHT, x + 30 * letter : x + 30 * letter + 22] = 0
            tokens.append(word("chung", x, y))
    return image, tokens


def look(image: np.ndarray, tokens: Sequence[Token], reader: Reader) -> list[Token]:
    return look_again(image, Ink(image), tokens, [], reader, dpi=300, seconds=10)


def lost_line(tokens: Sequence[Token], y: float) -> list[Token]:
    """The tokens with those of one line read as nothing sensible."""
    bad = [Token("xq", 0.1, t.x0, t.y0, t.x1, t.y1, t.line) for t in tokens if t.y0 == y]
    return [t for t in tokens if t.y0 != y] + bad


def test_a_page_that_was_read_whole_is_not_read_again() -> None:
    image, tokens = page(10)
    reader = Reader([word("khác", 5, 5)])
    assert look(image, tokens, reader) == tokens
    assert reader.asked == []


def test_a_line_that_segmentation_left_out_is_found_where_it_stands() -> None:
    image, tokens = page(10)
    places = unread_places(Ink(image), [t for t in tokens if t.y0 != 460], [])
    assert len(places) == 1
    assert places[0].y0 < 460 and places[0].y1 > 460 + HEIGHT
    assert places[0].x0 < 60 and places[0].x1 > 60 + 110 * 7 + 82


def test_a_line_left_out_is_read_as_a_line() -> None:
    image, tokens = page(10)
    reader = Reader([word("Giao", 20, 15), word("Văn", 130, 15), word("phòng", 240, 15)])
    found = look(image, [t for t in tokens if t.y0 != 460], reader)
    assert [psm for _, _, psm in reader.asked] == [7]
    new = [t for t in found if t.text in ("Giao", "Văn", "phòng")]
    assert len(new) == 3
    assert all(abs(t.y0 - 460) < 20 for t in new), (
        "boxes are those of the page, not of the part that was read"
    )


def test_a_line_read_as_nothing_sensible_is_replaced_by_what_was_read_again() -> None:
    image, tokens = page(10)
    tokens = lost_line(tokens, 460)
    reader = Reader([word("nhân", 15 + 110 * k, 15) for k in range(8)])
    found = look(image, tokens, reader)
    assert sum(t.text == "nhân" for t in found) == 8
    assert not any(t.text == "xq" for t in found)
    assert sum(t.text == "chung" for t in found) == 72


@pytest.mark.parametrize(
    "answer",
    [
        [],
        [word("|", 20, 15, 0.9, 20), word("~~", 60, 15, 0.9)],
        [word("Giao", 20, 15, 0.3), word("Văn", 130, 15, 0.3)],
        [
            word("Giao", 20, 15),
            word("Văn", 130, 15),
            *(word("x|", 240 + 60 * k, 15, 0.2, 50) for k in range(4)),
        ],
    ],
    ids=["nothing", "specks", "unsure", "mostly specks"],
)
def test_what_a_second_look_cannot_read_leaves_the_first(answer: list[Token]) -> None:
    image, tokens = page(10)
    tokens = lost_line(tokens, 460)
    reader = Reader(answer)
    assert look(image, tokens, reader) == tokens
    assert reader.asked, "the place was looked at"


def test_the_line_of_the_number_counts_by_its_code() -> None:
    image, tokens = page(10)
    reader = Reader([Token("12/QĐ-UBND", 0.9, 20, 15, 300, 55)])
    found = look(image, [t for t in tokens if t.y0 != 460], reader)
    assert any(t.text == "12/QĐ-UBND" for t in found)


def test_letters_in_a_picture_are_no_lines() -> None:
    image, tokens = page(10)
    reader = Reader([])
    cv2.circle(image, (500, 1250), 90, 0, 8)
    assert look(image, tokens, reader) == tokens
    assert reader.asked == []


SEAL = Rect(300, 300, 900, 700)


def merged(tokens: Sequence[Token], again: Sequence[Token]) -> list[str]:
    return sorted(t.text for t in _merged(tokens, again, SEAL))


def test_words_that_none_was_read_for_are_added() -> None:
    assert merged([word("CHỦ", 400, 350)], [word("TỊCH", 520, 350)]) == ["CHỦ", "TỊCH"]


def test_the_surer_reading_of_a_word_stands() -> None:
    assert merged([word("TỊCN", 400, 350, 0.6)], [word("TỊCH", 400, 350, 0.9)]) == ["TỊCH"]
    assert merged([word("TỊCH", 400, 350, 0.9)], [word("TICH", 400, 350, 0.7)]) == ["TỊCH"]


def test_the_whole_word_beats_a_part_that_was_surer() -> None:
    assert merged([word("Ngu", 400, 350, 0.97, 50)], [word("Nguyễn", 400, 350, 0.8)]) == ["Nguyễn"]


def test_no_word_stands_twice_where_one_covers_two() -> None:
    parts = [word("Nguy", 400, 350, 0.7, 40), word("ễn", 445, 350, 0.7, 40)]
    assert merged(parts, [word("Nguyễn", 400, 350, 0.9)]) == ["Nguyễn"]


def test_pieces_of_the_seal_leave_and_what_is_outside_stays() -> None:
    inside = [word("^~", 500, 500, 0.4), word("(@", 600, 500, 0.7), word("ủy", 700, 500, 0.45)]
    outside = [word("^~", 100, 500, 0.4)]
    assert merged([*inside, *outside], []) == ["^~"]


def test_sure_figures_under_a_seal_stay() -> None:
    assert merged([word("2026", 500, 500, 0.9)], []) == ["2026"]


@pytest.mark.parametrize("shade", [0, 255], ids=["all ink", "no ink"])
def test_a_page_of_one_shade_has_no_lines_that_were_left_out(shade: int) -> None:
    assert unread_places(Ink(np.full((600, 400), shade, np.uint8)), [], []) == []
