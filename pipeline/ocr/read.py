"""The stages of reading one page, in order."""

from __future__ import annotations

import re
import time

import numpy as np

from pipeline.document import Page
from pipeline.handwriting import Ink as Written
from pipeline.handwriting import take_date, take_number, warning
from pipeline.imaging.clean import Prepared, prepare
from pipeline.imaging.grid import Grid, erase_strokes, find_grids
from pipeline.imaging.ink import Ink
from pipeline.imaging.limits import check_size
from pipeline.imaging.orientation import looks_sideways
from pipeline.ocr import dashes, numerals, quotes, stops
from pipeline.ocr.cells import blank_out, read_cells
from pipeline.ocr.compose import compose, to_box
from pipeline.ocr.doubt import doubt_of
from pipeline.ocr.engine import Engine, engine
from pipeline.ocr.layout import Layout, Line, lay_out
from pipeline.ocr.line_reader import line_reader
from pipeline.ocr.margin import add_margin_marks
from pipeline.ocr.party_marks import add_marks
from pipeline.ocr.second_look import look_again
from pipeline.ocr.stamps import is_table
from pipeline.ocr.token import Token
from pipeline.ocr.turning import best_turn, looks_wrong
from pipeline.ocr.vote import vote
from pipeline.ocr.words import is_number_line
from pipeline.options import Options

_HEAD_LINES = 16


def read(image: np.ndarray, *, number: int, dpi: float | None, options: Options | None = None) -> Page:
    """See `pipeline.ocr.read_image`."""
    options = options or Options()
    height, width = image.shape[:2]
    check_size(width, height, limit=options.limits.pixels, page=number)
    started = time.monotonic()
    prepared = prepare(image, dpi)
    if prepared.blank:
        return Page(number, "", "ocr", width=prepared.width, height=prepared.height, confidence=1.0)
    reader = engine()

    def left() -> float:
        return max(1.0, options.limits.page_seconds - (time.monotonic() - started))

    if looks_sideways(prepared.image):
        turned = best_turn(prepared, reader, (0, 90, 270), left())
        if turned:
            prepared = prepare(image, dpi, turned=turned)
    tokens, grids = read_tokens(prepared, reader, left())
    if looks_wrong(tokens):
        turned = best_turn(prepared, reader, (0, 180, 90, 270), left())
        if turned:
            prepared = prepare(image, dpi, turned=turned)
            tokens, grids = read_tokens(prepared, reader, left())
    layout = lay_out(tokens, grids, prepared.image.shape[1], prepared.image.shape[0])
    second_reading(layout, prepared.image)
    settle(layout, prepared)
    inks = take_ink(layout, prepared.image)
    page = compose(layout, prepared, number)
    for ink in inks:
        box = to_box(ink.x0, ink.y0, ink.x1, ink.y1, prepared.to_points)
        page.warnings.append(warning(ink, (box.x0, box.y0, box.x1, box.y1), number))
    return page


def _like_head(line: Line, place: int) -> bool:
    """Whether a line near the top of a page whose head was not found is its number or its date."""
    if place >= _HEAD_LINES or len(line.runs) != 1 or line.runs[0] is None:
        return False
    said = line.runs[0].text
    if is_number_line(said):
        return len(said) < 45 and re.search(r"[/-]\s?[A-ZĐ]{2}|[A-ZĐ]{2,}/[A-ZĐ]{2}", said) is not None
    return len(said) < 70 and _is_date_line(said)


def _is_date_line(said: str) -> bool:
    return re.search(r",?\s*ngày.*tháng.*năm(\s+\d{4})?\W*$", said) is not None


def take_ink(layout: Layout, image: np.ndarray) -> list[Written]:
    """Takes handwriting out of the head's number and date, and tells where it stood.

    Only the first line of each kind is looked at: the subject may begin with "số" as well, and the acts that
    a body is based on have dates. Where the head was not found whole, what looks like its lines counts.
    """
    inks: list[Written] = []
    numbered = dated = False
    head = [line for line in layout.lines if line.zone == "head"]
    rest = [line for k, line in enumerate(layout.lines) if line.zone != "head" and _like_head(line, k)]
    for line in (*head, *rest):
        run = line.runs[0] if line.runs else None
        if run is None:
            continue
        if not numbered:
            kept, ink = take_number(run, image)
            numbered = kept is not run or ink is not None or is_number_line(run.text)
            if numbered:
                line.runs = [kept]
                inks.extend([ink] if ink is not None else [])
                continue
        if not dated:
            kept, written = take_date(run, image)
            dated = kept is not run or bool(written) or _is_date_line(run.text)
            line.runs = [kept]
            inks.extend(written)
    return inks


def read_tokens(prepared: Prepared, reader: Engine, seconds: float) -> tuple[list[Token], list[Grid]]:
    """All words of a prepared page, those of tables and passed-over places included, and its ruled areas."""
    deadline = time.monotonic() + seconds

    def left() -> float:
        return max(1.0, deadline - time.monotonic())

    image, dpi = prepared.image, prepared.dpi
    grids = find_grids(image, dpi)
    tables = [grid for grid in grids if is_table(grid)]
    page = blank_out(image, tables) if tables else image
    tokens = reader.read(page, dpi=dpi, seconds=left())
    if tables:
        ruled = erase_strokes(image, tables, dpi)
        tokens.extend(read_cells(ruled, tables, reader, dpi=dpi, seconds=left()))
    ink = prepared.ink or Ink(image)
    tokens = look_again(image, ink, tokens, grids, reader, dpi=dpi, seconds=left())
    tokens = add_margin_marks(image, ink, tokens, grids, reader, dpi=dpi, seconds=left())
    return add_marks(ink, tokens), grids


def settle(layout: Layout, prepared: Prepared) -> None:
    """Has stops, dashes, Roman numerals and quotation marks as ink and the page's other marks show them."""
    ink = prepared.ink or Ink(prepared.image)
    for line in layout.lines:
        line.runs = [
            run and dashes.settle_by_ink(numerals.settle(stops.settle(run, ink), ink), ink)
            for run in line.runs
        ]
    quotes.settle(layout)


def second_reading(layout: Layout, image: np.ndarray) -> None:
    """Has the doubtful words of the layout read again where a second reader is installed."""
    reader = line_reader()
    if reader is None:
        return
    runs = [run for line in layout.lines for run in line.runs if run is not None]
    doubt = doubt_of(token for run in runs for token in run.tokens)
    for line in layout.lines:
        line.runs = [vote(run, image, reader, doubt) if run is not None else None for run in line.runs]
