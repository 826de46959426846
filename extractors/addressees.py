"""Lists of bodies and persons: the addressees after "Kính gửi", the recipients after "Nơi nhận"."""

from __future__ import annotations

import re

from extractors import view
from extractors.layout import Cell

BULLET = re.compile(r"^\s*(?:\.\s+(?=\S)|[-+•·–▪○●o~]\s*(?=\S)|\d{1,2}[.)]\s+)")
_LABEL = re.compile(r"^\W*(?:đồng\s*)?kính\s+(?:gửi|gởi|trình)\W*")
_ENDS = " \t\r\n,;:*|"


_BODY_BEGINS = re.compile(r"(?<=[\w)])\.\s+(?:Thực hiện|Căn cứ|Triển khai|Để)\s")
"""The letter's first sentence, run on behind the last of the list."""


_ADDRESS = re.compile(r"\s{0,3}\(\s?(?:[Đđ]ịa chỉ|[Đđ]/c)\s?:[^()]{3,200}\)")
"""Where somebody lives or sits, behind the name."""
_PARTS = re.compile(r";(?![^()]{0,120}\))")
"""Between items, not inside a bracket ("(địa chỉ: …; mã số thuế: …)")."""


def addressees(cells: list[Cell], kinds: list[str]) -> list[str]:
    """One item per bullet; without bullets, one per semicolon or line that starts anew."""
    items: list[str] = []
    bulleted = any(BULLET.match(cell.text) for cell in cells[1:])
    done = True
    for n, (cell, kind) in enumerate(zip(cells, kinds, strict=True)):
        line = cell.text
        if n == 0:
            label = re.search(
                r"kính\s{1,3}(?:gửi|gởi|trình)\s{0,3}:?|(?:^|\s)điện\s{0,2}:|^điện$|kính\s{1,3}mời\s{0,2}:",
                cell.low,
            )
            line = line[label.end() :].lstrip(" :*-") if label else line
            line = (
                ("- " + line)
                if line.strip() and BULLET.match(cell.text[label.end() :].lstrip(" :*") if label else "")
                else line
            )
        elif kind not in {"", "address"}:
            continue
        if not re.search(r"\w", line) or re.match(r"\W*\(?sau đây\s", view.folded(line)):
            continue
        bullet = BULLET.match(line)
        text = line[bullet.end() :] if bullet else line
        again = _LABEL.match(view.folded(text))
        text = text[again.end() :] if again else text
        fresh = bool(bullet or again) or (not bulleted and done and (not items or text[:1].isupper()))
        if fresh or not items:
            items.append(text)
        else:
            items[-1] = f"{items[-1]} {text}"
        done = line.rstrip().endswith((";", ".", ","))
    if not bulleted:
        items = [part for item in items for part in _PARTS.split(item)]
    return tidy(items)


def tidy(items: list[str]) -> list[str]:
    """Items on one line, without the punctuation at their ends; empty ones left out."""
    out = []
    for item in items:
        begins = _BODY_BEGINS.search(item)
        line = view.squeeze(item[: begins.start()] if begins else item).strip(_ENDS)
        line = _ADDRESS.sub("", line)
        line = re.sub(r"(?<![./\w]{2})\.\s*/?\.?$|\./\.?$", "", line).rstrip(_ENDS + ".")
        if re.search(r"\w", line):
            out.append(line)
    return out
