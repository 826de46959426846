"""What the ink shows where the engine's reading is often wrong: stops, Roman numerals, the marks of Party heads."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.imaging.ink import Ink
from pipeline.ocr import numerals, quotes, stops
from pipeline.ocr.layout import Layout, Line
from pipeline.ocr.lines import Run
from pipeline.ocr.party_marks import add_marks
from pipeline.ocr.token import Token

BASE, SIZE = 140, 40


def page() -> np.ndarray:
    return np.full((1200, 1600), 255, np.uint8)


def letters(image: np.ndarray, x: int, count: int) -> None:
    """Bars as high as small letters that stand on the line."""
    for k in range(count):
        image[BASE - 24 : BASE, x + k * 20 : x + k * 20 + 12] = 0


def with_stop(said: str, drawn: str) -> Token:
    """Three words, the last with the stop ``drawn`` and read as ``said``, after the stops were looked at."""
    image = page()
    for k in range(3):
        letters(image, 100 + k * 100, 4)
    x = 300 + 4 * 20
    if drawn in ".:;":
        foot = 6 if drawn != ";" else 12
        image[BASE - 6 : BASE - 6 + foot, x : x + 6] = 0
    if drawn == ",":
        image[BASE - 6 : BASE + 7, x : x + 6] = 0
    if drawn in ":;":
        image[BASE - 24 : BASE - 18, x : x + 6] = 0
    words = ["sung", "phát", f"phủ{said}"]
    ends = [172, 272, x + 6]
    run = Run([Token(w, 0.9, 100 + k * 100, BASE - 34, end, BASE + 6)
               for k, (w, end) in enumerate(zip(words, ends, strict=True))])  # fmt: skip
    return stops.settle(run, Ink(image)).tokens[-1]


@pytest.mark.parametrize("drawn", [".", ",", ";", ":"])
@pytest.mark.parametrize("said", [".", ",", ";", ":"])
def test_a_stop_is_what_its_ink_shows(said: str, drawn: str) -> None:
    assert with_stop(said, drawn).text == f"phủ{drawn}"


def test_a_stop_whose_ink_is_not_there_stays_as_it_was_read() -> None:
    assert with_stop(",", " ").text == "phủ,"


def numeral(said: str, strokes: int, before: str | None = None, stop: bool = True) -> str:
    image = page()
    for k in range(strokes):
        x = 300 + k * 20
        image[BASE - 28 : BASE, x : x + 7] = 0
        image[BASE - 28 : BASE - 25, x - 3 : x + 10] = 0  # serifs, which touch
        image[BASE - 3 : BASE, x - 3 : x + 10] = 0
    end = 300 + strokes * 20
    if stop:
        image[BASE - 5 : BASE, end : end + 5] = 0
    words = [Token(before, 0.95, 200, BASE - 34, 290, BASE + 6)] if before else []
    run = Run([*words, Token(said, 0.6, 297, BASE - 29, end + 6, BASE + 1)])
    return numerals.settle(run, Ink(image)).tokens[-1].text


@pytest.mark.parametrize("said", ["II.", "IHI.", "IH.", "]I.", "IIIL"])
def test_a_roman_numeral_has_as_many_ones_as_strokes(said: str) -> None:
    assert numeral(said, 3) == "III."


def test_a_numeral_after_what_it_counts() -> None:
    assert numeral("H,", 2, "Mục", stop=False) == "II,"
    assert numeral("HI", 2, "ông", stop=False) == "HI"  # no place for a numeral


def test_an_h_is_no_numeral() -> None:
    image = page()
    image[BASE - 28 : BASE, 300:306] = 0
    image[BASE - 28 : BASE, 320:326] = 0
    image[BASE - 16 : BASE - 12, 300:326] = 0  # the bar
    run = Run([Token("H.", 0.6, 298, BASE - 29, 334, BASE + 1)])
    assert numerals.settle(run, Ink(image)).tokens[0].text == "H."


def party_head(motto: str, junk: bool = True) -> tuple[np.ndarray, list[Token]]:
    """Issuer with an asterisk under it, number, title with hyphens under it."""
    image = page()
    tokens: list[Token] = []

    def words(text: str, x: int, y: int, line: int) -> None:
        for word in text.split(" "):
            end = x + 22 * len(word)
            image[y + 4 : y + 36, x:end] = 0
            tokens.append(Token(word, 0.95, x, y, end, y + 40, (1, 1, line)))
            x = end + 14

    words("HUYỆN ỦY THANH LIÊM", 100, 20, 1)
    words(motto, 800, 20, 2)
    words("Số 12-CV/HU", 180, 130, 3)
    words("VỀ VIỆC TẶNG THƯỞNG", 560, 300, 4)
    cv2.drawMarker(image, (310, 90), 0, cv2.MARKER_STAR, 20, 5)
    for k in range(5):
        image[376:380, 740 + k * 20 : 755 + k * 20] = 0
    if junk:
        tokens.append(Token("£", 0.3, 298, 78, 322, 102, (1, 1, 9)))
    return image, tokens


def test_the_marks_of_a_party_head_are_seen() -> None:
    image, tokens = party_head("ĐẢNG CỘNG SẢN VIỆT NAM")
    seen = add_marks(Ink(image), tokens)
    assert [t.text for t in seen if t not in tokens] == ["*", "-----"]
    assert all(t.text != "£" for t in seen)  # what the engine made of the asterisk


def test_other_heads_have_no_such_marks() -> None:
    image, tokens = party_head("CỘNG HÒA XÃ HỘI CHỦ NGHĨA")
    assert add_marks(Ink(image), tokens) == tokens


def test_quotation_marks_are_of_one_kind_on_a_page() -> None:
    def page_of(*words: str) -> list[str]:
        run = Run([Token(w, 0.9, 100 + 90 * k, 100, 180 + 90 * k, 140) for k, w in enumerate(words)])
        layout = Layout([Line([run], "body")])
        quotes.settle(layout)
        return [t.text for r in layout.lines[0].runs if r is not None for t in r.tokens]

    assert page_of("“Chi", 'bộ";', '"Đảng', 'viên".') == ["“Chi", "bộ”;", "“Đảng", "viên”."]
    assert page_of('"Chi', 'bộ"') == ['"Chi', 'bộ"']
