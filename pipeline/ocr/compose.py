"""From lines in reading order to a page: text, words with offsets and boxes in points, confidence."""

from __future__ import annotations

import numpy as np

from pipeline.document import Box, Page, Word
from pipeline.imaging.clean import Prepared
from pipeline.ocr.layout import Layout
from pipeline.ocr.token import Token


def compose(layout: Layout, prepared: Prepared, number: int) -> Page:
    """The page record of ``layout``. Lines end in a newline, zones in an empty line, wide gaps are tabs."""
    parts: list[str] = []
    words: list[Word] = []
    length = 0
    zone: str | None = None

    def add(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    for line in layout.lines:
        if zone is not None:
            add("\n\n" if line.zone != zone else "\n")
        zone = line.zone
        for place, run in enumerate(line.runs):
            if place:
                add("\t")
            for k, token in enumerate(run.tokens):
                if k:
                    add(" ")
                start = length
                add(token.text)
                box = to_box(token, prepared.to_points)
                words.append(Word(start, length, box, round(token.confidence, 3), token.alternatives))
    confidence = _mean(words)
    return Page(number, "".join(parts), "ocr", words, prepared.width, prepared.height, confidence)


def to_box(token: Token, to_points: np.ndarray) -> Box:
    """The token's box on the page as it came, in points (the upright box around the turned one)."""
    corners = np.array(
        [[token.x0, token.y0, 1], [token.x1, token.y0, 1], [token.x1, token.y1, 1], [token.x0, token.y1, 1]]
    )
    placed = corners @ to_points.T
    placed = placed[:, :2] / placed[:, 2:]
    (x0, y0), (x1, y1) = placed.min(axis=0), placed.max(axis=0)
    return Box(round(float(x0), 2), round(float(y0), 2), round(float(x1), 2), round(float(y1), 2))


def _mean(words: list[Word]) -> float | None:
    sure = [word.confidence for word in words if word.confidence is not None]
    return round(sum(sure) / len(sure), 3) if sure else None
