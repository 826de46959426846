"""Whole pages: a printed fixture degraded, turned, blanked."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

import fixtures
from pipeline.errors import ReadError
from pipeline.ocr import read_image
from pipeline.options import Limits, Options

NAME = "bnv-cv-phu-cap"


@pytest.fixture(scope="module")
def scan() -> np.ndarray:
    image = fixtures.print_scan(NAME, "clean150")[0]
    return np.ascontiguousarray(np.asarray(image.convert("RGB"))[:, :, ::-1])


def error_rate(text: str) -> float:
    read = " ".join(unicodedata.normalize("NFC", text).split())
    return min(
        Levenshtein.distance(truth, read) / len(truth)
        for order in fixtures.truth_orders(NAME)[0]
        for truth in [" ".join(order.split())]
    )


@pytest.mark.tesseract
def test_a_printed_page_comes_back_as_text_upright_or_not(tesseract: str, scan: np.ndarray) -> None:
    page = read_image(scan, number=4, dpi=150)
    assert (page.number, page.method) == (4, "ocr")
    assert error_rate(page.text) < 0.05
    assert "Số: 3517/BNV-CTL" in page.text
    assert "Kính gửi:\n- Các Bộ" in page.text
    assert page.width == pytest.approx(595, abs=2)
    assert page.confidence is not None and 0.9 < page.confidence < 1
    assert "".join(page.text[w.start : w.end] for w in page.words) == "".join(page.text.split())
    number = next(w for w in page.words if page.text[w.start : w.end].startswith("3517"))
    assert number.box.x0 < 300 and 60 < number.box.y0 < 150

    head_down = read_image(np.ascontiguousarray(np.rot90(scan, 2)), number=1, dpi=150)
    assert head_down.text == page.text
    turned = next(w for w in head_down.words if head_down.text[w.start : w.end].startswith("3517"))
    assert turned.box.y1 == pytest.approx(page.height - number.box.y0, abs=3)


def test_a_blank_page_stays_a_blank_page() -> None:
    page = read_image(np.full((1754, 1240), 252, np.uint8), number=2, dpi=150)
    assert (page.number, page.text, page.words, page.errors) == (2, "", [], [])


def test_a_page_past_the_limit_of_pixels_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read_image(np.zeros((400, 400), np.uint8), number=7, options=Options(limits=Limits(pixels=1000)))
    assert (caught.value.code, caught.value.page) == ("too-many-pixels", 7)


@pytest.mark.tesseract
@pytest.mark.shared
def test_a_handwritten_number_on_a_real_scan_is_null_with_a_warning(tesseract: str, shared) -> None:  # type: ignore[no-untyped-def]
    import cv2

    page = read_image(cv2.imread(str(shared / "scans" / "nq_115_ba_vi.png")), number=1)
    assert "Số: /NQ-CP" in page.text
    assert {w.code for w in page.warnings} == {"handwritten-number", "handwritten-date"}
