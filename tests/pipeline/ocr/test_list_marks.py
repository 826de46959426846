"""A list's dashes and numbers: which dash the ink is, and marks that stand unread before their items."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from pipeline.imaging.grid import Grid, Rect
from pipeline.imaging.ink import Ink
from pipeline.ocr.cells import read_cells
from pipeline.ocr.dashes import settle, settle_by_ink
from pipeline.ocr.lines import Run
from pipeline.ocr.margin import add_margin_marks
from pipeline.ocr.noise import drop_noise
from pipeline.ocr.second_look import look_again
from pipeline.ocr.token import Token

HEIGHT = 40
LEFT = 300


class Reader:
    """An engine that says the same of every place it is shown, and counts how often it is asked."""

    name, language = "stub", "vie"

    def __init__(self, *answer: Token) -> None:
        self.answer, self.asked = list(answer), 0

    def read(self, image: np.ndarray, *, dpi: float, psm: int = 3, seconds: float = 120.0) -> list[Token]:
        self.asked += 1
        return self.answer


def item(y: float, *words: str, confidence: float = 0.95) -> list[Token]:
    return [
        Token(word, confidence, LEFT + 110 * k, y, LEFT + 110 * k + 90, y + HEIGHT, (1, 1, round(y)))
        for k, word in enumerate(words)
    ]


def dash(text: str, width: float, height: float = 5) -> Token:
    return Token(text, 0.9, 200, 120 - height / 2, 200 + width, 120 + height / 2, (1, 1, 100))


@pytest.mark.parametrize("said", ["-", "–", "—", "~", "—_"])
@pytest.mark.parametrize(("width", "true"), [(13, "-"), (27, "–"), (50, "—")])
def test_a_dash_is_as_long_as_its_ink(said: str, width: float, true: str) -> None:
    token = dash(said, width)
    run = Run([token, *item(100, "Nộp", "hồ", "sơ")])
    assert settle(token, run).text == true


def test_small_print_beside_a_dash_does_not_make_it_longer() -> None:
    token = dash("-", 11)
    small = Token("Lưu:", 0.9, 230, 105, 290, 138, (1, 1, 100))
    assert settle(token, Run([token, small])).text == "-"


def test_a_sign_that_is_not_flat_is_no_dash() -> None:
    token = dash("=", 26, height=18)
    assert settle(token, Run([token, *item(100, "hai", "vế")])) is token


def test_a_dash_over_a_rule_is_measured_by_its_ink() -> None:
    image = np.full((300, 900), 255, np.uint8)
    image[117:122, 200:227] = 0
    image[150:153, 100:800] = 0
    boxed = Token("-", 0.8, 198, 95, 229, 155, (1, 1, 100))
    run = Run([Token("lập", 0.9, 110, 100, 180, 140, (1, 1, 100)), boxed, *item(100, "Tự", "do")])
    assert settle_by_ink(run, Ink(image)).tokens[1].text == "–"


def page() -> np.ndarray:
    return np.full((1200, 1600), 255, np.uint8)


def marked(image: np.ndarray, tokens: Sequence[Token], reader: Reader, *grids: Grid) -> list[str]:
    found = add_margin_marks(image, Ink(image), tokens, grids, reader, dpi=300, seconds=10)
    return [t.text for t in sorted(found, key=lambda t: (t.line, t.x0))]


def test_an_unread_dash_opens_its_item() -> None:
    image = page()
    image[118:123, 240:266] = 0
    assert marked(image, item(100, "Đơn", "dự", "tuyển"), Reader()) == ["–", "Đơn", "dự", "tuyển"]


def test_an_unread_number_is_read_on_its_own() -> None:
    image = page()
    image[105:138, 240:256] = 0
    image[132:138, 264:270] = 0
    reader = Reader(Token("7.", 0.9, 0, 0, 30, 30))
    assert marked(image, item(100, "Giấy", "chứng", "nhận"), reader)[:2] == ["7.", "Giấy"]


@pytest.mark.parametrize("answer", [("xơ", 0.9), ("7", 0.9), ("7.", 0.2)])
def test_ink_that_reads_as_no_mark_is_left_out(answer: tuple[str, float]) -> None:
    image = page()
    image[105:138, 240:256] = 0
    image[132:138, 264:270] = 0
    reader = Reader(Token(*answer, 0, 0, 30, 30))
    assert marked(image, item(100, "Giấy", "chứng", "nhận"), reader)[0] == "Giấy"
    assert reader.asked == 1


def test_specks_and_rules_before_a_line_are_no_marks() -> None:
    image = page()
    image[119:121, 250:253] = 0
    image[218:221, 160:290] = 0
    reader = Reader()
    tokens = [*item(100, "Giấy", "chứng", "nhận"), *item(200, "của", "bệnh", "viện")]
    assert "–" not in marked(image, tokens, reader) and "-" not in marked(image, tokens, reader)
    assert reader.asked == 0


def test_garbage_over_a_mark_that_was_read_leaves() -> None:
    image = page()
    image[105:138, 240:256] = 0
    image[132:138, 264:270] = 0
    garbage = Token("®@", 0.1, 236, 90, 272, 150, (9, 1, 1))
    reader = Reader(Token("8.", 0.9, 0, 0, 30, 30))
    assert marked(image, [garbage, *item(100, "Bằng", "bác", "sĩ")], reader) == ["8.", "Bằng", "bác", "sĩ"]


def test_a_line_in_a_table_gets_no_mark() -> None:
    image = page()
    image[118:123, 240:266] = 0
    area = Rect(200, 60, 1000, 300)
    assert marked(image, item(100, "Đơn", "dự", "tuyển"), Reader(), Grid(area, ((area,),)))[0] == "Đơn"


def test_a_paragraphs_last_word_left_out_is_read() -> None:
    image = page()
    tokens = []
    for row in range(3):
        tokens += item(100 + 70 * row, *["chung"] * 8)
        for token in tokens[-8:]:
            for k in range(3):
                x = int(token.x0) + 30 * k
                image[100 + 70 * row : 140 + 70 * row, x : x + 22] = 0
    for k in range(3):
        image[310:350, LEFT + 30 * k : LEFT + 30 * k + 22] = 0
    reader = Reader(Token("sinh).", 0.7, 0, 0, 80, 40))
    found = look_again(image, Ink(image), tokens, [], reader, dpi=300, seconds=10)
    assert [t.text for t in found if t.y0 > 250] == ["sinh)."]
    away = image.copy()
    away[300:360] = 255
    for k in range(3):
        away[310:350, 900 + 30 * k : 922 + 30 * k] = 0  # under no line's first word: a scribble
    assert look_again(away, Ink(away), tokens, [], reader, dpi=300, seconds=10) == tokens


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ([("-", 0.95), ("BGĐVT);", 0.2)], True),
        ([("ĐT:", 0.8), ("028.3822.1100./.", 0.0)], True),
        ([("-", 0.3), ("xqk~", 0.1)], False),
        ([("mưn:", 0.5), ("zx.ưq.", 0.0)], False),
    ],
)
def test_doubtful_lines_that_hold_an_item_or_a_telephone_stay(
    words: list[tuple[str, float]], kept: bool
) -> None:
    tokens = [
        Token(text, sure, 300 + 150 * k, 600, 420 + 150 * k, 640, (1, 1, 1))
        for k, (text, sure) in enumerate(words)
    ]
    runs, _ = drop_noise([Run(tokens)], 40, 2480, 3508)
    assert bool(runs) is kept


def test_a_stroke_alone_in_its_cell_is_a_one() -> None:
    image = page()
    image[110:140, 120:126] = 0
    area = Rect(100, 100, 200, 160)
    stroke = Token("|", 0.4, 60, 24, 66, 50)
    read = read_cells(image, [Grid(area, ((area,),))], Reader(stroke), dpi=300, seconds=10)
    assert [t.text for t in read] == ["1"]
    beside = [stroke, Token("Xã", 0.9, 90, 24, 130, 50)]
    read = read_cells(image, [Grid(area, ((area,),))], Reader(*beside), dpi=300, seconds=10)
    assert [t.text for t in read] == ["|", "Xã"]
