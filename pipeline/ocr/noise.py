"""Ink that is no text: scribbles, seals' rings, specks read as letters; and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.ocr.dashes import settle
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
_STARS = re.compile(r"\*{1,2}(?=[^\W_])")
_TRAILING = re.compile(r"(?<=[^\W_])(?:([.,;:])[-.,;:]|([.,;:])\2)$")
"""A stop with a speck beside it, read as a second one; three dots stand for what is left out and stay."""
_SPECKED = re.compile(r"([^\W\d_]{2,})([.:,;])([^\W\d_]{2,}[.,;:]?)")
_DASHES = ("-", "–", "—")
_PARTERS = ("|", ">")
"""Signs that web pages set between words."""
_PRINTED = 0.92


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
    if not (token.confidence > 0.6 and _STARS.match(text)):  # a note's mark, or a web page's for bold print
        text = _LEADING.sub("", text)
    text = _TRAILING.sub(lambda match: match.group(1) or match.group(2), text)
    text = text.strip("|_") or text
    return token if text == token.text else replace(token, text=text)


def unglue(token: Token) -> list[Token]:
    """Words that the engine ran together as words of their own, the box shared out: a date's word and figure
    ("ngày23"), a heading's numeral and its first word ("I.MỤC"), two words with a speck between them
    ("thực.hiện")."""
    pieces = _pieces(token.text)
    if len(pieces) == 1:
        return [token if pieces[0] == token.text else replace(token, text=pieces[0])]
    step = token.width / sum(len(piece) for piece in pieces)
    words: list[Token] = []
    x = token.x0
    for piece in pieces:
        words.append(replace(token, text=piece, x0=x, x1=x + step * len(piece)))
        x = words[-1].x1
    return words


def _pieces(text: str) -> list[str]:
    if match := _GLUED.fullmatch(text):
        return [piece for piece in match.groups() if piece]
    if match := re.fullmatch(r"([IVX]{1,4}\.)([A-ZÀ-ỸĐ]{2,})", text):
        return list(match.groups())
    match = re.fullmatch(r"(\d[\d/]*[.,;:])[.,;:]?([^\W\d_]{2,}[.,;:]?)", text)
    if match and is_syllable(match.group(2)):
        return list(match.groups())
    match = _SPECKED.fullmatch(text)
    if match and match.group(3)[0].islower() and is_syllable(match.group(1)) and is_syllable(match.group(3)):
        stop = match.group(2) if match.group(2) in ",;" else ""
        return [match.group(1) + stop, match.group(3)]
    return [text]


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
        for k, token in enumerate(settle(t, run) for t in run.tokens):
            if token.text in _PARTERS and _stands_between(run, k):
                tokens.append(token)
                continue
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


def _stands_between(run: Run, place: int) -> bool:
    """Whether a sign stands in the line, apart from both neighbours (no rule by the margin)."""
    if not 0 < place < len(run.tokens) - 1 or run.tokens[place].confidence < _PRINTED:
        return False
    before, token, after = run.tokens[place - 1 : place + 2]
    room = 0.15 * run.height
    return token.x0 - before.x1 > room and after.x0 - token.x1 > room


def _is_speck(token: Token, run: Run, place: int) -> bool:
    """A word that is a speck beside the line: too small for a letter, or one doubtful sign at its end.

    Words within the line stay, however doubtful: a letter lost is worse than one misread.
    """
    if _LETTER.search(token.text) is None:
        # a hyphen is half as wide as a capital is high
        return token.text == "-" and token.width < 0.18 * run.height
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
    """Whether a doubtful run still holds something: a document or telephone number, a date, an item after its
    dash, or syllables read surely."""
    if re.search(r"/[A-ZĐ]{2,}|\d/\d{4}/|[A-ZĐ]{2,}-[A-ZĐ]{2,}|\d{2,}\.\d{2,}\.\d{2,}", run.text):
        return True
    if is_number_line(run.text) or (holds(run.text, "thang", 0.8) and holds(run.text, "n", 1)):
        return True
    first, *rest = run.tokens
    if first.text in _DASHES and first.confidence > 0.85 and any(_LETTER.search(t.text) for t in rest):
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
