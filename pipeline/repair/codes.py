"""Codes and abbreviations that damage left in a form no rule of numbering allows: "24-QD/TW", "15-KH/ĐÐU".

Only forms that can have been one thing are mended; numbers are never touched. The codes are those of Decree
30/2020/NĐ-CP, Appendix III (State), and Guideline 36-HD/VPTW of 2018 (Party).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import tables
from extractors.model import RepairKind
from pipeline.repair.damage import Damage
from pipeline.repair.edits import Edit

_BARE = (
    (r"(?<=[-/])QD(?=[-/. ]|\d|i/)|\bQDi?(?=[-/][A-ZĐ])|(?<=\d )QD(?=[/-])", "Q"),
    (r"(?<=/)ND(?=-CP\b)", "NĐ"),
    (r"(?<=/)CD(?=-TTg\b)", "CĐ"),
    (r"\b[A-Z]{0,6}HDND\b|\bHDBCQG\b|\bTW?DTN\b|\bCDKT\b", "D"),
    (r"\bHDBT\b", "HĐBT"),
    (r"\b(?:VP|UBKT|BTC)DU\b", ""),
    (r"\bDBSCL\b", "ĐBSCL"),
    (r"\bHDQT\b", "HĐQT"),
    (r"\bBCD\b", "BCĐ"),
    (r"\bDBQH\b", "ĐBQH"),
    (r"\bDHQG", "ĐHQG"),
    (r"\bLDLD\b", "LĐLĐ"),
    (r"\b(?:B|S)?LDTBXH\b|\bLDTB&XH\b", ""),
    (r"\b(?:B|S)?(?:GD|KH)&?DT\b", ""),
    (r"\bTTDT\b", ""),
    (r"(?<=[A-Zr]/)[A-Z]{0,3}DUK?\b", ""),
    (r"(?<![\w/])d(?=/c\b)", "đ"),
    (r"(?<![\w/])D(?=/c\b)", "Đ"),
)
"""Marks lost: "" puts Đ for the D that stands before T, U or the end, "D" for every D that follows no N, "Q"
after Q.
"""
_DROPPED = (
    (r"(?<=\d-)Q(?=i?/[A-Z]{2})|(?<=/)Q(?=-[A-Z]{2})", "QĐ"),
    (r"(?<=/)N(?=-CP\b)", "NĐ"),
    (r"(?<=/)C(?=-TTg\b)", "CĐ"),
    (r"\bHND(?=\b|QG)|(?<=TT)HND\b", "HĐND"),
    (r"\bVPU\b|\bUBKTU\b", "U"),
    (r"\bHQT\b", "HĐQT"),
    (r"\bBQH\b", "ĐBQH"),
    (r"\b(?:B|S)?LTB&?XH\b", "L"),
    (r"\b(?:B|S)?(?:GD|KH)&?T\b", "D&H"),
    (r"(?<=[Cc]ng )TTT\b", "TTĐT"),
    (r"(?<=-(?:BC|CV|CT|HD|KH|KL|NQ|QC|TB)/)UK?\b|(?<=-(?:CTr|TTr)/)UK?\b", "U"),
    (r"(?<![\w/])/c\b", "đ/c"),
)
"""Đ lost: "L", "D&H" and "U" put it after L, before T and before U."""
_TORN = (r"(?<=\d-) (?=(?:[A-ZĐ]{2,3}|TTr|CTr)/[A-ZĐ])|(?<=\d/[A-ZĐ]{2}-) (?=[A-ZĐ]{2,8}\b)", "")
"""A space that an engine saw inside "80-NQ/TW", "18/2025/TT-BCT"."""
_MISREAD = (
    (_TORN[0], " "),
    *_BARE,
    (r"(?<=[\d/]-)Q[bBDÐ](?=/)|(?<=/)Q[bBÐ](?=-)", "QĐ"),
    (r"\b(?=[XVI1]*[XV])[XVI]+1[XVI1]*\b", "1"),
    (r"(?<=\b[Qq]u[yýỷỳ] )\|(?=[\s.,;])", "I"),
)
"""The last two are Roman numerals with 1 for I, and the first quarter with a stroke for it ("Quý |")."""
_SLIPS = (
    (re.compile(_TORN[0]), ""),
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
_FOREIGN = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινρ",
        "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXoivp",
        strict=True,
    )
)
"""Cyrillic and Greek letters drawn as Latin ones are (after the confusables of Unicode, UTS 39), which
keyboards and engines with more than one script put into codes: "СТ-UBND"."""
_FOREIGN_CAPITALS = "".join(c for c in _FOREIGN if c.isupper())
_FOREIGN_LETTER = re.compile(f"[{''.join(_FOREIGN)}]")
_WORD = re.compile(r"\S+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_CODE_OF_FOREIGN = re.compile(
    rf"(?=\S*[\d/-])[\d./-]*[{_FOREIGN_CAPITALS}]{{2}}[\d./{_FOREIGN_CAPITALS}-]*[.,;:]?\Z"
)
_TABLES = {
    damage: (re.compile("|".join(f"({pattern})" for pattern, _ in table)), [new for _, new in table])
    for damage, table in (
        (Damage.STRIPPED, _BARE),
        (Damage.PARTLY, _BARE),
        (Damage.DROPPED, _DROPPED),
        (Damage.MISREAD, _MISREAD),
    )
}
_PUT = {
    " ": (re.compile(" "), ""),
    "": (re.compile("D(?=T|U|$)"), "Đ"),
    "D": (re.compile("(?<!N)D"), "Đ"),
    "Q": (re.compile("QD"), "QĐ"),
    "1": (re.compile("1"), "I"),
    "L": (re.compile("L"), "LĐ"),
    "D&H": (re.compile("T"), "ĐT"),
    "U": (re.compile("U"), "ĐU"),
}


def code_edits(text: str, start: int, end: int, damage: Damage) -> Iterator[Edit]:
    """Edits to the codes of a line with this damage."""
    found = _TABLES.get(damage)
    if found is None:
        return
    pattern, changes = found
    kind: RepairKind = "ocr" if damage is Damage.MISREAD else "diacritics"
    for match in pattern.finditer(text, start, end):
        old, new = match.group(), changes[(match.lastindex or 1) - 1]
        after = _PUT[new][0].sub(_PUT[new][1], old) if new in _PUT else new
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


def _names_body(word: str) -> bool:
    """Whether letters of another script look like a body's short name: "ВСТ", not "ТАСС"."""
    drawn = "".join(_FOREIGN.get(letter, letter) for letter in word)
    return re.sub(r"\W", "", drawn) in tables.bodies()


def foreign_edits(text: str) -> Iterator[Edit]:
    """Edits from letters of other scripts to the Latin ones they look like, in words that hold Latin letters
    too, in codes ("12/СТ") and, where the text has no other letters of that script, in bodies' short names
    ("ВСТ").

    Words of another script, and its letters as signs (Δ, 5 Ω), stand. The caller makes sure that the text is
    Vietnamese.
    """
    if not _FOREIGN_LETTER.search(text):
        return
    written = any(c not in _FOREIGN for c in _OTHER_SCRIPT.findall(text))  # another language is, in part
    # whole words first: one pattern for both takes the square of a long word's length
    for match in _WORD.finditer(text):
        word = match.group()
        if not _FOREIGN_LETTER.search(word):
            continue
        if any(c not in _FOREIGN for c in _OTHER_SCRIPT.findall(word)):
            continue
        code = _CODE_OF_FOREIGN.match(word) or (not written and _names_body(word))
        if not _LATIN.search(word) and not code:
            continue
        for place, letter in enumerate(word, match.start()):
            if letter in _FOREIGN:
                yield Edit(place, place + 1, _FOREIGN[letter], "unicode", 0.97)
