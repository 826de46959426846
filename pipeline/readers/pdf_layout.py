"""A sound text layer laid out as a page: the columns of head and foot apart, ruled tables row by row.

A text layer comes in the order in which it was written. Word processors write the two columns of a head one
after the other, but a foot typed with tabs, or a table, comes out line by line across its columns. The layout
of scanned pages (`pipeline.ocr.layout`) sees the same words and boxes, so it serves here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.document import BY_OTHERS, Page
from pipeline.ocr.layout import lay_out
from pipeline.ocr.token import Token
from pipeline.overlays import Overlay, placed
from pipeline.readers.pdf_layer import Layer, place_of
from pipeline.readers.pdf_tables import find_tables

_DPI = 150.0
"""Scale of the layout, whose thresholds are in line heights, so that it hardly matters."""
_LEAST_LINES = 4
_LEAST_KEPT = 0.97
"""Share of the layer's letters that the layout must keep, or the layer is taken as it was written."""


def arrange(
    path: Path,
    page: Any,
    layer: Layer,
    number: int,
    size: tuple[float, float],
    overlays: Sequence[Overlay] = (),
) -> Page:
    """The page record of a layer whose words are placed; the words' boxes stay those of the layer.

    ``overlays`` (the number and the day of a directive signed electronically) are read where they stand.
    """
    import numpy as np

    from pipeline.imaging.clean import Prepared
    from pipeline.ocr.compose import compose

    scale = _DPI / 72
    width, height = size
    lines = _lines(layer)
    words = [(layer.text[w.start : w.end], w.box, line) for w, line in zip(layer.words, lines, strict=True)]
    shown = [(overlay.text, overlay.box, lines[before]) for overlay, before in placed(layer.words, overlays)]
    tokens = [
        Token(text, 1.0, box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale, line)
        for text, box, line in (*words, *shown)
    ]
    tables = find_tables(path, number, scale) if _draws_lines(page) else []
    layout = lay_out(tokens, tables, width * scale, height * scale)
    to_points = np.diag([1 / scale, 1 / scale, 1.0])
    blank = np.empty((0, 0), np.uint8)
    prepared = Prepared(blank, _DPI, to_points, width, height, steps=())
    laid = compose(layout, prepared, number)
    doubts = {place_of(word.box): word.confidence for word in layer.words if word.confidence is not None}
    if doubts:
        laid.words = [
            word if (doubt := doubts.get(place_of(word.box))) is None else replace(word, confidence=doubt)
            for word in laid.words
        ]
    confidence = BY_OTHERS if layer.by_ocr else _confidence(layer)
    laid.method, laid.confidence = "text-layer", confidence
    kept = sum(len(word) for word in laid.text.split())
    given = sum(len(word) for word in layer.text.split())
    if kept < _LEAST_KEPT * given:
        return Page(number, layer.text, "text-layer", layer.words, width, height, confidence)
    return laid


def _confidence(layer: Layer) -> float:
    """The share of the layer's words that are right, as far as their codes tell."""
    sure = [1.0 if word.confidence is None else word.confidence for word in layer.words]
    return round(sum(sure) / len(sure), 3) if sure else 1.0


def _lines(layer: Layer) -> list[tuple[int, int, int]]:
    """Which line of the layer each word stands on."""
    lines: list[tuple[int, int, int]] = []
    number = at = 0
    for word in layer.words:
        number += layer.text.count("\n", at, word.start)
        at = word.start
        lines.append((0, 0, number))
    return lines


def _draws_lines(page: Any) -> bool:
    """Whether the page draws enough lines or boxes for a table; else pdfplumber, which takes 50 to 300 ms a
    page, is not asked."""
    import pypdfium2.raw as raw

    drawn = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3)
    return sum(1 for _ in islice(drawn, _LEAST_LINES)) == _LEAST_LINES
