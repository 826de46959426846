"""What a file's name hints at where the document shows nothing: offered to a person, never taken as read.

Clerks name the scan of a letter whose number was filled in by hand after that number: "2062 syt nvy.pdf" for
"Số: ___/SYT-NVY".
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePath

from extractors.model import Number, Suggestion, Warning


def from_file_name(name: str, number: Number | None, text: str) -> list[Suggestion]:
    """The number in ``name`` where the document's own has its code printed and its figure blank, and the same
    code stands right after a figure in the name; nothing where the two do not agree."""
    if number is None or number.text is not None or number.span is None:
        return []
    printed = re.sub(r"\s", "", text[slice(*number.span)])
    code = re.search(r"[/-]?[A-ZĐ][^\s\d]*$", printed)
    if code is None:
        return []
    gap = r"[\W_]*"
    letters = gap.join(re.escape(letter) for letter in _folded(code.group()) if letter.isalnum())
    year = rf"(?:{number.year}{gap})?" if number.year else ""
    found = re.search(
        rf"(?<![a-z\d])0*([1-9]\d{{0,4}}){gap}{year}{letters}(?![a-z])", _folded(PurePath(name).stem)
    )
    if found is None:
        return []
    between = f"/{number.year}" if number.year else ""
    value = f"{found.group(1)}{between}{code.group()}"
    return [Suggestion(field="number/text", value=value, source="file-name")]


def told(suggestion: Suggestion) -> Warning:
    """The warning that offers a suggestion."""
    return Warning(
        code="number-suggested",
        message=f"The file's name suggests the number {suggestion.value}; the page does not show it. "
        "Compare with the ink on the page before you enter it.",
    )


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
