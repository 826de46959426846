"""Ink that is no text: scribbles, seals' rings, specks read as letters; and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.ocr.lines import Run
from pipeline.ocr.syllable import is_syllable
from pipeline.ocr.token import Token
from pipeline.ocr.words import holds, is_number_line

_LETTER = re.compile(r"[^\W_]")
_MARKS = frozenset(
    ["-", "–", "—", "+", "*", "•", "…", "...", "/", "&", "=", "%", "“", "”", "(", ")", "./.", "/."]
)
_CLOSING = re.compile(r"[-–—.]{2,}|[_.]{4,}|(?=.*[”\")])[”’\"').,;:]{1,4}")
_DOUBLED_DASH = {"--": "-", "—-": "–", "-—": "–", "–-": "–", "-–": "–", "——": "—", "––": "–"}
_MARKER = re.compile(r"[-–—+•*]|\(?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})[.)]")
_GLUED = re.compile(r"(\d{1,2})?(ngày|tháng|năm)(\d{1,4}[,.;]?)?(tháng|năm)?", re.IGNORECASE)
_LEADING = re.compile(r"^[.,;:'`´‘’|~_¡!ˆ^°*›‹»«]+(?=[^\W_])")
"""Specks before a word; an opening quotation mark or bracket is print and stays."""


def scrub(token: Token) -> Token | None:
    """``token`` without the specks read into it; None where nothing but specks is left.

    Bullets and dashes stay, a dash read twice is read once.
    """
    text = _DOUBLED_DASH.get(token.text, token.text)
    if _LETTER.search(text) is None:
        if text in _MARKS:
            return token if text == token.text else replace(token, text=text)
        kept = (
            re.fullmatch(r"[-–—.]{2,}|[_.]{4,}|(?=.*[”\")])[”’\"').,;:]{1,4}", text)
            and token.confidence > 0.6
        )
        return token if kept else None
    text = _LEADING.sub("", text)
    text = text.strip("|_") or text
    return token if text == token.text else replace(token, text=text)


def unglue(token: Token) -> list[Token]:
    """A date's word and figure that the engine ran together ("ngày23") as two words, the box shared out."""
    match = _GLUED.fullmatch(token.text)
    if match is None:
        return [token]
    pieces = [piece for piece in match.groups() if piece]
    step = token.width / sum(len(piece) for piece in pieces)
    words: list[Token] = []
    x = token.x0
    for piece in pieces:
        words.append(replace(token, text=piece, x0=x, x1=x + step * len(piece)))
        x = words[-1].x1
    return words


def drop_noise(
    runs: Sequence[Run], size: float, width: float, height: float
) -> tuple[list[Run], list[Token]]:
    """Runs that say something, and the tokens of the others. ``size``: the page's line height in pixels."""
    kept: list[Run] = []
    dropped: list[Token] = []
    for run in runs:
        if _is_noise(run, size, width, height):
            dropped.extend(run.tokens)
            continue
        tokens = []
        for k, token in enumerate(run.tokens):
            clean = None if _is_speck(token, run, k) else scrub(token)
            if clean is None:
                dropped.append(token)
            else:
                tokens.extend(unglue(clean))
        if tokens and (any(_LETTER.search(t.text) for t in tokens) or is_marker(run) or _is_rule(run)):
            kept.append(Run(tokens))
        else:
            dropped.extend(tokens)
    return kept, dropped


def _is_speck(token: Token, run: Run, place: int) -> bool:
    """A word that is a speck beside the line: too small for a letter, or one doubtful sign at its end.

    Words within the line stay, however doubtful: a letter lost is worse than one misread.
    """
    if _LETTER.search(token.text) is None:
        return False
    if (token.height < 0.3 * run.height or token.width < 0.12 * run.height) and token.confidence < 0.7:
        return True
    at_end = place in (0, len(run.tokens) - 1) and len(run.tokens) > 2
    return at_end and len(token.text) == 1 and not token.text.isalnum() and token.confidence < 0.5


def _is_noise(run: Run, size: float, width: float, height: float) -> bool:
    if is_marker(run) or _is_rule(run):
        return False
    letters = len(_LETTER.findall(run.text))
    if letters == 0:
        return True
    if run.height < 0.35 * size or (run.height > 3 * size and run.confidence < 0.7):
        return True
    margin = run.x1 < 0.04 * width or run.x0 > 0.96 * width
    margin = margin or run.y1 < 0.02 * height or run.y0 > 0.98 * height
    if margin and run.confidence < 0.8:
        return True
    if run.y1 - run.y0 > 0 and _speaks(run):
        return False
    if letters <= 2:
        return run.confidence < 0.6
    return run.confidence < 0.4


def _is_rule(run: Run) -> bool:
    """Whether a run is the asterisks or hyphens that Party documents set under issuer and subject (drawn
    rules are read as dashes or underscores, and at low confidence)."""
    return re.fullmatch(r"\*{1,3}|\* \* \*|-{4,6}", run.text) is not None and run.confidence > 0.5


def is_marker(run: Run) -> bool:
    """Whether a run is a list's dash or number, which stands apart from its item."""
    return _MARKER.fullmatch(run.text) is not None and run.confidence > 0.3


def _speaks(run: Run) -> bool:
    """Whether a doubtful run still holds something: a document number, a date, or syllables read surely."""
    if re.search(r"/[A-ZĐ]{2,}|\d/\d{4}/|[A-ZĐ]{2,}-[A-ZĐ]{2,}", run.text):
        return True
    if is_number_line(run.text) or (holds(run.text, "thang", 0.8) and holds(run.text, "n", 1)):
        return True
    sure = [t for t in run.tokens if t.confidence > 0.85 and len(t.text) > 1 and is_syllable(t.text)]
    return len(sure) >= 2


def is_page_number(row: Sequence[Run], width: float, height: float) -> bool:
    """Whether a row at the top or bottom of the page is its number: one to four digits, alone, in the
    middle third or at the right (Decree 30/2020, annex I, part I: top centre)."""
    if len(row) != 1 or not re.fullmatch(r"[-–—.~|\s]*\d{1,4}[-–—.~|\s]*", row[0].text):
        return False
    run = row[0]
    at_edge = run.y1 < 0.12 * height or run.y0 > 0.88 * height
    return at_edge and (0.35 * width < run.centre < 0.65 * width or run.x0 > 0.8 * width)
