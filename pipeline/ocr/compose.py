"""From lines in reading order to a page: text, words with offsets and boxes in points, confidence."""

from __future__ import annotations

import re

import numpy as np

from extractors.model import Repair
from pipeline.document import Box, Page, Word
from pipeline.imaging.clean import Prepared
from pipeline.ocr.confidence import calibrated
from pipeline.ocr.layout import Layout
from pipeline.ocr.token import Token

_BROKEN_OFF = re.compile(r"\d{1,5}(/\d{4})?[/-][A-ZĐ][A-Za-zĐđ]*-$")
_PARTY_NUMBER = re.compile(r"\d{1,5}-$"), re.compile(r"[A-ZĐ]{2,}[a-zđ]?/[A-ZĐ]{2,}")
_DATE = re.compile(r"(?<!\d)\d{1,2}-(\d{1,2}-)?$"), re.compile(r"(\d{1,2}-)?\d{4}\b")
_ASSEMBLY = re.compile(r"\d/QH$")
_END_MARK = re.compile(r"\.?/\.|\./")
_CODE = re.compile(r"[A-ZĐ]{2,}[A-Za-zĐđ0-9-]*[.,;:)]*$")


def compose(layout: Layout, prepared: Prepared, number: int) -> Page:
    """The page record of ``layout``. Lines end in a newline, zones in an empty line, wide gaps are tabs.

    A document number that a line's end cuts ("3916/QĐ-" "BYT") is joined, and told as a repair.
    """
    text = ""
    words: list[Word] = []
    repairs: list[Repair] = []
    zone: str | None = None
    last: Token | None = None
    for line in layout.lines:
        first = next((run.tokens[0] for run in line.runs if run is not None), None)
        if zone is not None:
            if last is not None and first is not None and zone == line.zone and is_cut(last.text, first.text):
                start = len(text) - len(last.text)
                after = last.text + first.text
                before = f"{last.text}\n{first.text}"
                repairs.append(
                    Repair(kind="hyphenation", span=(start, start + len(after)), before=before, after=after)
                )
            else:
                text += "\n\n" if line.zone != zone else "\n"
        zone = line.zone
        last = None
        for place, run in enumerate(line.runs):
            if place:
                text += "\t"
            tokens = run.tokens if run is not None else []
            for k, token in enumerate(tokens):
                is_end = k > 0 and k == len(tokens) - 1 and _END_MARK.fullmatch(token.text) is not None
                if k and not is_end and not (last is not None and is_cut(last.text, token.text)):
                    text += " "
                start = len(text)
                # the mark that ends a directive's body is "./.", close to its last word
                text += "./." if is_end else token.text
                box = to_box(token.x0, token.y0, token.x1, token.y1, prepared.to_points)
                words.append(Word(start, len(text), box, calibrated(token.confidence), token.alternatives))
                last = token
    return Page(number, text, "ocr", words, prepared.width, prepared.height, _mean(words), repairs)


def is_cut(before: str, after: str) -> bool:
    """Whether ``after`` goes on with the document number, or the date, in which ``before`` breaks off at its
    hyphen ("3916/QĐ-" "BYT", "15-" "HD/TU", "05-" "11-2014")."""
    if _ASSEMBLY.search(before):
        return re.match(r"\d{1,2}\b", after) is not None
    for broken_off, rest in (_PARTY_NUMBER, _DATE):
        if broken_off.search(before) and rest.match(after):
            return True
    return _BROKEN_OFF.search(before) is not None and _CODE.match(after) is not None


def to_box(x0: float, y0: float, x1: float, y1: float, to_points: np.ndarray) -> Box:
    """A box in pixels as it lies on the page that came, in points (upright, around the turned one)."""
    # numbers one by one: for four corners numpy takes ten times as long
    (a, b, c), (d, e, f), (g, h, i) = to_points.tolist()
    placed = [
        ((a * x + b * y + c) / w, (d * x + e * y + f) / w)
        for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
        if (w := g * x + h * y + i)
    ]
    across, down = [x for x, _ in placed], [y for _, y in placed]
    return Box(round(min(across), 2), round(min(down), 2), round(max(across), 2), round(max(down), 2))


def _mean(words: list[Word]) -> float | None:
    sure = [word.confidence for word in words if word.confidence is not None]
    return round(sum(sure) / len(sure), 3) if sure else None
