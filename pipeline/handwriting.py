"""Handwritten numbers and days in the head: told from print, kept out of the text, pointed at.

On paper the number and the day are filled in by hand when a directive is registered. No engine here reads
handwriting, but each of them reads something, often at high confidence: so what stands in these blanks
counts as read only if it looks like print.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extractors.model import Warning
from pipeline.ocr.lines import Run
from pipeline.ocr.token import Token
from pipeline.ocr.words import is_number_line

_SURE, _LIKELY = 0.8, 0.5
"""Engine confidence under which a day, or a number of one digit, and a longer number is not taken as read."""

_LABEL = re.compile(r"\W*[sS$5][^\s\d:.;,/]?\s*[:.;,]*")
_LOST_LABEL = re.compile(r"\W*[S$5](?=[^\s/]{0,5}\s*/\s*[A-ZĐ]{2,}[-–A-ZĐa-zđ]*$)")
"""The label and the number read as one word ("S4 /TB-SYT")."""
_CODE = re.compile(r"[/-]?\s*(?:(?<=/)\s*\d{4}\s*/\s*)?[A-ZĐ][A-ZĐ][^\s]*|[/]\s*[A-ZĐ]\S*")
_DAY = re.compile(r"ng[aàáảãạăâ][yýỳ]", re.IGNORECASE)
_MONTH = re.compile(r"t?h[aàáảãạăâắẳằ]ng?", re.IGNORECASE)
_YEAR = re.compile(r"n[aàáảãạăâắ]m", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ink:
    """Ink taken out of the text: what it stood for ("number", "date") and where (pixels of the page read)."""

    kind: str
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a line's text with its box."""

    text: str
    x0: float
    x1: float
    confidence: float
    tokens: tuple[Token, ...] = ()

    def trusted(self, digits: str) -> bool:
        """Whether the engine is sure enough of ``digits``, or the other reader saw the same, whatever it
        made of the code after them. Of several digits in print, none was misread at half confidence."""
        if self.confidence >= (_SURE if len(digits) == 1 else _LIKELY):
            return True
        return any(
            (match := re.match(r"\D*(\d+)", other)) is not None and match.group(1) == digits
            for token in self.tokens
            for other, _ in token.alternatives
        )


def take_number(run: Run, image: np.ndarray) -> tuple[Run, Ink | None]:
    """The number line without a number that is not print, and the ink taken out (None: all is print, or
    the blank is blank). ``image``: the page read, in whose pixels the boxes are."""
    text, places = _spread(run.tokens)
    label = _LABEL.match(text) if is_number_line(text) else _LOST_LABEL.match(text)
    if label is None:
        return run, None
    run, text, places = _named(run, text, places, label)
    label = _LABEL.match(text) or label
    code = _CODE.search(text, label.end())
    start, end = label.end(), code.start() if code else len(text)
    middle = _part(text, places, start, end)
    size = _height(run.tokens)
    if middle is None:
        x0, x1 = places[label.end() - 1][2], places[code.start()][1] if code else run.x1
        ink = _ink_between(image, x0, x1, run, "number", size)
        return run, ink
    digits = re.sub(r"\s", "", middle.text)
    if re.fullmatch(r"\d{1,5}[a-zA-Z]?", digits) and middle.trusted(digits):
        reference = _part(text, places, end, len(text)) if code else None
        after = places[code.start()][1] if code else middle.x1
        unread = _ink_between(image, middle.x1, after, run, "number", size)
        if unread is None and is_print(image, middle.x0, middle.x1, run, reference, len(digits)):
            return run, None
    ink = Ink("number", middle.x0, run.y0 - 0.5 * size, middle.x1, run.y1 + 0.5 * size)
    kept = [(0, label.end())] + ([(code.start(), len(text))] if code else [])
    return _keep(text, places, kept), ink


def _named(
    run: Run, text: str, places: list[tuple[Token, float, float]], label: re.Match[str]
) -> tuple[Run, str, list[tuple[Token, float, float]]]:
    """The line with its label's letters as they must be ("Só:", "S6:" are "Số:")."""
    start = next(k for k, letter in enumerate(label.group()) if letter.isalnum() or letter == "$")
    if len(label.group()) < start + 2:
        if label.re is _LOST_LABEL:
            first = replace(run.tokens[0], text=text[:start] + "Số:" + run.tokens[0].text[start + 1 :])
            run = Run([first, *run.tokens[1:]])
            return run, *_spread(run.tokens)
        return run, text, places
    if label.group()[start + 1] in " :.;,":
        return run, text, places
    name = ("S" if text[start].isupper() or text[start] in "$5" else "s") + "ố"
    if text[start : start + 2] == name or run.tokens[0].text[start : start + 2] != text[start : start + 2]:
        return run, text, places
    first = run.tokens[0]
    first = replace(first, text=first.text[:start] + name + first.text[start + 2 :])
    run = Run([first, *run.tokens[1:]])
    return run, *_spread(run.tokens)


def take_date(run: Run, image: np.ndarray) -> tuple[Run, list[Ink]]:
    """The place-and-date line without a day or month that is not print, and the ink taken out."""
    text, places = _spread(run.tokens)
    day = _DAY.search(text)
    month = _MONTH.search(text, day.end()) if day else None
    if day is None or month is None:
        return run, []
    year = _YEAR.search(text, month.end())
    named = _named_words(run, text, [(day, "ngày"), (month, "tháng"), *([(year, "năm")] if year else [])])
    if named is not run:
        return take_date(named, image)
    size = _height(run.tokens)
    inks: list[Ink] = []
    kept: list[tuple[int, int]] = [(0, day.end())]
    year_part = _part(text, places, year.end(), len(text)) if year else None
    reference = year_part if year_part and re.fullmatch(r"\s*\d{4}\W*", year_part.text) else None
    blanks = [(day, month)] + ([(month, year)] if year else [])
    for (before, after), top in zip(blanks, (31, 12), strict=False):
        part = _part(text, places, before.end(), after.start())
        if part is None:
            # a word's box may reach over the ink after it: "ngày" is under three capitals' height wide
            x0 = min(places[before.end() - 1][2], places[before.start()][1] + 0.8 * size * len(before[0]))
            ink = _ink_between(image, x0, places[after.start()][1], run, "date", size)
            if ink:
                inks.append(ink)
        else:
            digits = part.text.strip()
            read = re.fullmatch(r"\d{1,2}", digits) is not None and 1 <= int(digits) <= top
            if (
                read
                and part.confidence >= _SURE
                and is_print(image, part.x0, part.x1, run, reference, len(digits))
            ):
                kept.append((before.end(), after.start()))
            else:
                inks.append(Ink("date", part.x0, run.y0 - 0.5 * size, part.x1, run.y1 + 0.5 * size))
        kept.append((after.start(), after.end()))
    last = year or month
    rest = _part(text, places, last.end(), len(text))
    if rest is not None:
        unread = reference is None or rest.confidence <= 0.85
        if unread if year is not None else (rest.confidence < 0.9 or bool(inks)):
            inks.append(Ink("date", rest.x0, run.y0 - 0.5 * size, rest.x1, run.y1 + 0.5 * size))
        else:
            kept.append((last.end(), len(text)))
    if not inks:
        return run, []
    return _keep(text, places, kept), inks


def _named_words(run: Run, text: str, words: Sequence[tuple[re.Match[str], str]]) -> Run:
    """The line with its three words as they must be ("háng", "thẳng" between "ngày" and "năm" is
    "tháng"); ``run`` itself where they are."""
    wrong = {found.group(): word for found, word in words if found.group().lower() != word}
    tokens = []
    for token in run.tokens:
        word = wrong.get(token.text)
        tokens.append(replace(token, text=word) if word and word != token.text else token)
    return Run(tokens) if tokens != run.tokens else run


def is_print(image: np.ndarray, x0: float, x1: float, run: Run, reference: _Part | None, count: int) -> bool:
    """Whether the ink between ``x0`` and ``x1`` on the run's line is ``count`` printed digits: as high as
    one another and as the print beside them, on one line with it.

    Printed digits differ by under a tenth of their height; of 17 handwritten or stamped numbers and days
    on real scans none passes both height and foot.
    """
    digits = _components(image, x0 - 3, x1 + 3, run, count)
    if not digits:
        return False
    heights = np.array([h for _, _, h in digits], float)
    feet = np.array([y + h for _, y, h in digits], float)
    height = float(np.median(heights))
    if len(digits) > count + 1 or len(digits) < max(1, count - 1):
        return False
    if heights.max() > 1.15 * height or heights.min() < 0.85 * height:
        return False
    if feet.max() - feet.min() > 0.18 * height:
        return False
    if reference is None:
        return True
    beside = _components(image, reference.x0, reference.x1, run)
    if not beside:
        return True
    usual = float(np.median([h for _, _, h in beside]))
    foot = float(np.median([y + h for _, y, h in beside]))
    return abs(height - usual) <= 0.16 * usual and abs(float(np.median(feet)) - foot) <= 0.18 * usual


def warning(ink: Ink, box: tuple[float, float, float, float], page: int) -> Warning:
    """The warning that points at the ink: ``box`` in points on the page."""
    where = ", ".join(f"{value:.1f}" for value in box)
    what = "number" if ink.kind == "number" else "date"
    return Warning(
        code=f"handwritten-{what}",
        message=f"page {page}: the {what} is written by hand, stamped or not legible; "
        f"look at the ink at [{where}] (points) and enter it.",
    )


def _components(
    image: np.ndarray, x0: float, x1: float, run: Run, count: int | None = None
) -> list[tuple[int, int, int]]:
    """Left, top and height of the letter-sized ink between ``x0`` and ``x1`` about the run's line.

    Where there are more than ``count``, those that the ends cut through are left out: a box shared out
    over its letters ends within the stroke that follows.
    """
    size = _height(run.tokens)
    top = max(0, int(run.y0 - 0.3 * size))
    bottom = int(run.y1 + 0.3 * size)
    part = image[top:bottom, max(0, int(x0)) : int(x1)]
    if part.size == 0:
        return []
    _, _, stats, _ = cv2.connectedComponentsWithStats((part < 150).astype(np.uint8), connectivity=8)
    pieces = [(int(x), top + int(y), int(w), int(h)) for x, y, w, h, area in stats[1:] if area > 12]
    sized = [(x, y, w, h) for x, y, w, h in _whole(pieces) if h > 0.45 * size and w > 0.05 * size]
    if count is not None and len(sized) > count:
        sized = [(x, y, w, h) for x, y, w, h in sized if x > 0 and x + w < part.shape[1]]
    return sorted((x, y, h) for x, y, _, h in sized)


def _whole(pieces: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Letters (left, top, width, height) from pieces of ink: at low resolution thin strokes break, and the
    loops of an 8 or the foot of a 2 stand alone above one another."""
    letters: list[tuple[int, int, int, int]] = []
    for x, y, w, h in sorted(pieces):
        if letters:
            left, top, width, height = letters[-1]
            shared = min(left + width, x + w) - max(left, x)
            if shared > 0.6 * min(width, w):
                end, foot = max(left + width, x + w), max(top + height, y + h)
                first, head = min(left, x), min(top, y)
                letters[-1] = (first, head, end - first, foot - head)
                continue
        letters.append((x, y, w, h))
    return letters


def _ink_between(image: np.ndarray, x0: float, x1: float, run: Run, kind: str, size: float) -> Ink | None:
    """The ink in a blank that the engine read as nothing, None where there is only paper."""
    if x1 - x0 < 0.3 * size or not _components(image, x0 + 0.1 * size, x1 - 0.1 * size, run):
        return None
    return Ink(kind, x0, run.y0 - 0.5 * size, x1, run.y1 + 0.5 * size)


def _height(tokens: Sequence[Token]) -> float:
    """Height of a capital on the line: word boxes with a descender or a mark are a third higher."""
    return 0.8 * float(np.median([t.height for t in tokens]))


def _spread(tokens: Sequence[Token]) -> tuple[str, list[tuple[Token, float, float]]]:
    """The line's text, and for each of its characters the token and the ends of its share of the box."""
    text = ""
    places: list[tuple[Token, float, float]] = []
    for k, token in enumerate(tokens):
        if k:
            text += " "
            places.append((token, tokens[k - 1].x1, token.x0))
        step = token.width / max(0.1, sum(_share(letter) for letter in token.text))
        x = token.x0
        for letter in token.text:
            text += letter
            places.append((token, x, x + step * _share(letter)))
            x = places[-1][2]
    return text, places


def _share(letter: str) -> float:
    """About how wide a letter is, in ems of Times, which directives are set in (Decree 30/2020)."""
    if letter.isdigit():
        return 0.5
    if letter in ".,:;/|'iltjI":
        return 0.3
    if letter in "-()[]frst":
        return 0.36
    if letter.isupper() or letter in "mw":
        return 0.7
    return 0.47


def _part(text: str, places: Sequence[tuple[Token, float, float]], start: int, end: int) -> _Part | None:
    while start < end and not text[start].strip():
        start += 1
    while end > start and not text[end - 1].strip():
        end -= 1
    if start >= end:
        return None
    tokens = tuple(dict.fromkeys(places[k][0] for k in range(start, end) if text[k].strip()))
    confidence = min(token.confidence for token in tokens)
    return _Part(text[start:end], places[start][1], places[end - 1][2], confidence, tokens)


def _keep(text: str, places: Sequence[tuple[Token, float, float]], spans: Sequence[tuple[int, int]]) -> Run:
    """A run of the words within ``spans``, each with its share of its token's box."""
    tokens: list[Token] = []
    for start, end in spans:
        for word in re.finditer(r"\S+", text[start:end]):
            first, last = places[start + word.start()], places[start + word.end() - 1]
            tokens.append(replace(first[0], text=word.group(), x0=first[1], x1=last[2]))
    return Run(tokens)
