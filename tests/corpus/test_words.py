"""Words with boxes, packed."""

from __future__ import annotations

import pytest

from corpus.words import pack, unpack
from pipeline.document import Box, Word


def test_words_come_back_within_a_fifth_of_a_point() -> None:
    words = [
        Word(10, 14, Box(70.04, 80.0, 101.3, 92.9), 0.87),
        Word(15, 19, Box(-3.0, 0.0, 5000.0, 12.0), None),
        Word(70_000, 70_004, Box(1, 2, 3, 4), 0.0),
    ]
    packed = pack(words)
    found = unpack(packed)
    assert [(w.start, w.end) for w in found] == [(10, 14), (15, 19), (70_000, 70_004)]
    assert found[0].box.x0 == pytest.approx(70.04, abs=0.1)
    assert found[0].confidence == pytest.approx(0.87, abs=0.003)
    assert found[1].confidence is None and found[2].confidence == 0.0
    assert found[1].box.x1 == pytest.approx(5000, abs=0.1)


def test_a_page_of_words_is_small() -> None:
    words = [
        Word(
            i * 5,
            i * 5 + 4,
            Box(70 + i % 12 * 40, 80 + i // 12 * 14.2, 105 + i % 12 * 40, 92 + i // 12 * 14.2),
            0.9,
        )
        for i in range(500)
    ]
    assert len(pack(words)) < 500 * 8
