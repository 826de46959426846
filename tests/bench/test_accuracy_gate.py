"""A small gate: accuracy on the composed directives does not fall unseen. The full figures are in bench/.

The bounds lie a little under what is measured today (python -m bench.extraction); raise them when it rises.
"""

from __future__ import annotations

import pytest

import fixtures
from bench.metrics import Share, error_rates, matches, overlap, score
from bench.ocr import by_cells
from extractors.reading import read

LEAST = {
    "number": 0.98,
    "type": 0.98,
    "issuer": 0.95,
    "issued": 0.98,
    "place": 0.98,
    "subject": 0.92,
    "references": 0.97,
    "deadlines": 0.90,
    "obligations": 0.90,
    "rules": 0.95,
}


@pytest.fixture(scope="module")
def shares() -> dict[str, Share]:
    found: dict[str, Share] = {}
    for name in fixtures.names():
        score(fixtures.gold(name), read(fixtures.text(name)), found)
    return found


@pytest.mark.parametrize("field", LEAST)
def test_clean_text(shares: dict[str, Share], field: str) -> None:
    assert shares[field].gold >= 30
    assert shares[field].f1 >= LEAST[field], f"{field}: F1 {shares[field].f1:.3f}"


def test_a_scan(tesseract: str) -> None:
    """One page at office quality, through clean-up, OCR, layout and repair."""
    import numpy as np

    from pipeline.ocr import read_image
    from pipeline.repair import repair

    name = "mttq-cv-giam-sat"
    image = fixtures.print_scan(name, "office200", seed=3)[0]
    page = read_image(np.asarray(image.convert("L")), number=1, dpi=200.0)
    orders = fixtures.truth_orders(name)[0]
    letters, words = error_rates(
        [*orders, *map(by_cells, orders)], repair(page.text, words=page.words, method="ocr").text
    )
    assert letters <= 0.02, f"CER {letters:.4f}"
    assert words <= 0.04, f"WER {words:.4f}"


def test_the_measure_itself() -> None:
    gold = [{"quote": "nộp báo cáo trước ngày 5"}, {"quote": "họp"}]
    found = [{"text": "họp."}, {"text": "trước ngày 5 nộp báo cáo"}, {"text": "họp"}]
    assert matches(gold, found, lambda g, f: overlap(g["quote"], f["text"]), 0.6) == 2
    assert Share(hit=2, gold=2, predicted=3).f1 == pytest.approx(0.8)
    assert error_rates(["một hai", "hai một"], "hai  một") == (0.0, 0.0)
