"""Recognises what numbers a clause: "I.", "1.", "1.1.", "a)", "(1)", "-", "+", "Điều 2.", "Thứ nhất,".

Source of the forms: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5 (phần, chương, mục, điều, khoản, điểm) and the
Party's habit of "3.1.1", "(1)", "Thứ nhất" and dashes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import view
from extractors.model import Span

RANKS = {
    "part": 0,
    "chapter": 1,
    "section": 2,
    "capital": 3,
    "roman": 4,
    "article": 5,
    "ordinal": 7,
    "decimal1": 6,
    "decimal2": 8,
    "decimal3": 9,
    "decimal4": 10,
    "step": 10.5,
    "letter": 11,
    "paren": 12,
    "star": 12.5,
    "dash": 13,
    "plus": 14,
    "dot": 15,
}
"""The lower, the higher in the document; a clause's parent is the nearest before it of a lower rank."""

BULLETS = frozenset(("star", "dash", "plus", "dot"))
"""Marks of a list's items that count nothing."""

_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_COUNTS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
LETTERS = "abcdđeghiklmnopqrstuvxy"

_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"phần\s{1,3}(?:thứ\s{1,3}(?:\w+)|[ivx]{1,5}|\d{1,2})(?=[\s.:,-]|$)\s{0,3}[.:,-]?")),
    ("chapter", re.compile(r"chương\s{1,3}(?:[ivxl]{1,6}|\d{1,3})(?=[\s.:-]|$)\s{0,3}[.:-]?")),
    ("section", re.compile(r"mục\s{1,3}(?:[ivx]{1,5}|\d{1,3})(?=\s{0,3}[.:-]|\s*$)\s{0,3}[.:-]?")),
    ("article", re.compile(r"điều\s{1,3}\d{1,4}[a-zđ]{0,2}(?=\s{0,3}[.:-]|\s*$)\s{0,3}[.:-]?")),
    (
        "ordinal",
        re.compile(
            rf"(?:thứ\s{{1,3}}(?:{'|'.join(_ORDINALS)})|(?:{'|'.join(_COUNTS)})\s{{1,3}}là)\s{{0,2}}[,:.;-]"
            r"(?!\s{0,3}(?:ngày\s{1,3})?\d{1,2}\s?[/.-]\s?\d)"
        ),
    ),
    ("step", re.compile(r"bước\s{1,3}(?:\d{1,2}|[ivx]{1,4})\s{0,2}[.:,)-]\s{0,3}")),
    (
        "roman",
        re.compile(
            r"(?:x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})(?:\s{0,3}[.)/]\s{0,60}|\s{0,3}-\s+|\s{0,2}:\s+)(?=\S)"
        ),
    ),
    ("capital", re.compile(r"[a-eđ](?:\s{0,2}[./]|\s{1,2}-)\s{1,3}(?=\S)")),
    ("decimal", re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.[a-eđ][.)]\s{1,3}(?=\S)")),
    ("decimal", re.compile(r"\d{1,2}(?:\s?\.\d{1,2}){1,3}[a-zđ]?(?:\s{0,2}[.)/:-]\s{0,3}|\s{1,3})(?=\D)")),
    ("decimal", re.compile(r"\d{1,2}(?:\s?\.\s?[1-9]\d?){1,3}[a-zđ]?\s{0,2}[.)/:]\s{0,3}(?=\D)")),
    ("decimal", re.compile(r"\d{1,2}[a-zđ]?\s{0,2}(?:\./\.|[.)/])(?:\s{0,3}|\s{0,3}-\s)(?=[^\s\d.,;)%/-])")),
    ("decimal", re.compile(r"\d{1,2}\s{0,1}-\s{1,3}(?=[^\s\d])")),
    ("decimal", re.compile(r"\d{1,2}\.\s{1,3}(?=\d{1,3}(?:\s?%\s|\s[^\W\d]{2,9}\s))")),
    ("paren", re.compile(r"\(\s?(?:\d{1,2}|[ivx]{1,4}|[a-zđ])\s?\)[.:]?\s{0,3}")),
    ("letter", re.compile(r"[a-zđ]\d{0,2}(?:\s{0,2}[)/]\s{0,3}|\.\s{1,3}|-\s{1,3}(?=[^\W\d]))(?=\S)")),
    ("star", re.compile(rf"{view.STAR}\s{{1,4}}(?=\S)")),
    ("dash", re.compile(r"-\s{0,4}(?=[^\s\d-])|-\s{1,4}(?=\d)")),
    ("plus", re.compile(r"\+\s{0,4}(?=\S)")),
    ("dot", re.compile(r"[•●○▪■◦·➢✓❖]\s{0,4}(?=\S)|~\s{1,4}(?=[^\s\d])")),
)


@dataclass(frozen=True, slots=True)
class Marker:
    """What numbers a clause: its kind, its label as printed (None for a dash), the span it takes."""

    style: str
    label: str | None
    number: tuple[int, ...]
    end: int

    @property
    def rank(self) -> float:
        return RANKS[self.style]


def read(plain: str, low: str, span: Span) -> Marker | None:
    """The marker at the start of a line, or None. ``plain`` and ``low`` are the views of the whole text."""
    start, end = span
    while start < end and plain[start] in " \t|\\#>*_\ufeff":
        start += 1
    for style, pattern in _FORMS:
        match = pattern.match(low, start, end)
        if not match:
            continue
        printed = plain[start : match.end()]
        if style == "roman" and re.match(r"v\s{0,2}/\s{0,2}v\b", low[start : start + 8]):
            continue  # "V/v …", the mark of a letter's subject
        if style in ("roman", "capital") and not printed.strip()[0].isupper():
            continue
        if style == "letter" and printed[0].isupper() and (printed[0] not in "ABCDĐE" or "-" in printed):
            continue
        if style == "ordinal" and not printed.strip()[0].isupper():
            continue
        if style == "ordinal" and printed.split()[-1][0].isupper() and not printed.isupper():
            continue  # "Thứ Ba, ngày …" is a weekday
        if style in ("part", "chapter", "section", "article", "step") and not plain[start].isupper():
            continue
        label = re.sub(r"\s+", " ", printed).strip(" .,:;/-")
        if style == "paren":
            label = re.sub(r"\s", "", printed).strip(".:")
        if style == "letter":
            label = label.rstrip(")").rstrip("-")
        if style == "decimal":
            label = re.sub(r"\s", "", label).rstrip(")")
            style = f"decimal{min(4, label.count('.') + 1)}"
        if style in BULLETS:
            label = ""
        return Marker(style, label or None, _number(style, label.lower()), match.end())
    return None


def _number(style: str, label: str) -> tuple[int, ...]:
    """The label as integers, so that the next one can be told; () where it does not count."""
    if style.startswith("decimal"):
        return tuple(int(n) for n in re.findall(r"\d+", label))
    if style in ("article", "paren", "step") and (found := re.search(r"\d+", label)):
        return (int(found[0]),)
    if style == "roman" or style in ("chapter", "section"):
        found = re.search(r"[ivxl]+$|\d+$", label)
        return (_roman(found[0]),) if found else ()
    if style in ("letter", "capital") and label[:1] in LETTERS:
        return (LETTERS.index(label[0]) + 1,)
    if style == "ordinal":
        words = label.split()
        table = _ORDINALS if words[0] == "thứ" else _COUNTS
        key = words[1] if words[0] == "thứ" else words[0]
        return (table.index(key) + 1,)
    return ()


def _roman(text: str) -> int:
    if text.isdigit():
        return int(text)
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    total = 0
    for here, after in zip(text, text[1:] + " ", strict=True):
        value = values[here]
        total += -value if values.get(after, 0) > value else value
    return total
