"""Codes and abbreviations that damage left in a form no rule of numbering allows: "24-QD/TW", "15-KH/ĐÐU".

Only forms that can have been one thing are mended; numbers are never touched. The codes are those of Decree
30/2020/NĐ-CP, Appendix III (State), and Guideline 36-HD/VPTW of 2018 (Party).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.model import RepairKind
from pipeline.repair.damage import Damage
from pipeline.repair.edits import Edit

_BARE = (
    (re.compile(r"(?<=[-/])QD(?=[-/])|\bQD(?=[-/](?:TW|TU|UBND|TTg|HU|QU|BTC|DU)\b)"), "QĐ"),
    (re.compile(r"(?<=/)ND(?=-CP\b)"), "NĐ"),
    (re.compile(r"(?<=/)CD(?=-TTg\b)"), "CĐ"),
    (re.compile(r"\bHDND\b"), "HĐND"),
    (re.compile(r"\bB?LDTBXH\b"), ""),
    (re.compile(r"\bB?GDDT\b"), ""),
    (re.compile(r"(?<=[A-Z]/)DU\b"), "ĐU"),
)
"""Marks lost: "" puts Đ for the D that stands before T, B or the end."""
_DROPPED = (
    (re.compile(r"(?<=\d-)Q(?=/[A-Z]{2})|(?<=/)Q(?=-[A-Z]{2})"), "QĐ"),
    (re.compile(r"(?<=/)N(?=-CP\b)"), "NĐ"),
)
_MISREAD = (
    *_BARE,
    (re.compile(r"(?<=[\d/]-)Q[bBDÐ](?=/)|(?<=/)Q[bBÐ](?=-)"), "QĐ"),
    (re.compile(r"\b(?=[XVI1]*[XV])[XVI]+1[XVI1]*\b"), "1"),
    (re.compile(r"(?<=\b[Qq]u[yýỷỳ] )\|(?=[\s.,;])"), "I"),
)
"""The last two are Roman numerals with 1 for I, and the first quarter with a stroke for it ("Quý |")."""
_SLIPS = (
    (re.compile(r"(?:Đ+Ð|Ð+Đ)[ĐÐ]*"), "Đ"),
    (re.compile(r"\bNÑQ?(?=/)"), "NQ"),
    (re.compile(r"(?<=QH)[Il](?=1\d\b)"), ""),
    (re.compile(r"(?<=[\d/]-)Q[bÐ](?=/)|(?<=/)Q[bÐ](?=-)"), "QĐ"),
)
"""Tesseract doubles Đ (once as Ð, U+00D0) and puts an I into "QH14"."""
LOOKALIKES = {"Ð": "Đ", "ð": "đ", "Ƣ": "Ư", "ƣ": "ư"}
"""Letters of no Vietnamese text that stand for Vietnamese ones: Icelandic eth (U+00D0), which Tesseract and
old keyboards write, and OI (U+01A2), which PDFs from some versions of Word give for ư."""
TO_VIETNAMESE = str.maketrans("".join(LOOKALIKES), "".join(LOOKALIKES.values()))
"""The same as a table for `str.translate`."""
_LOOKALIKE = re.compile(f"[{''.join(LOOKALIKES)}]")
_TABLES = {Damage.STRIPPED: _BARE, Damage.DROPPED: _DROPPED, Damage.MISREAD: _MISREAD}


def code_edits(text: str, start: int, end: int, damage: Damage) -> Iterator[Edit]:
    """Edits to the codes of a line with this damage."""
    for pattern, new in _TABLES.get(damage, ()):
        for match in pattern.finditer(text, start, end):
            old = match.group()
            after = new or re.sub("D(?=T|TB|$)", "Đ", old)
            if new == "1":
                after = old.replace("1", "I")
            kind: RepairKind = "ocr" if damage is Damage.MISREAD else "diacritics"
            yield Edit(match.start(), match.end(), after, kind, 0.97)


def slip_edits(text: str) -> Iterator[Edit]:
    """Edits to codes as Tesseract misreads them, in text read by OCR."""
    for pattern, new in _SLIPS:
        for match in pattern.finditer(text):
            yield Edit(match.start(), match.end(), new, "ocr", 0.98)


def lookalike_edits(text: str) -> Iterator[Edit]:
    """Edits from `LOOKALIKES`. The caller makes sure that the text is Vietnamese."""
    for match in _LOOKALIKE.finditer(text):
        yield Edit(match.start(), match.end(), LOOKALIKES[match.group()], "unicode", 0.99)
