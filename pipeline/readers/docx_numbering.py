"""Automatic numbers of a DOCX: the labels ("1.", "a)", "-") that Word draws and does not store as text.

Rules: ECMA-376 part 1, 17.9 (numbering): an abstract numbering gives levels with a format and a pattern
such as "%1.%2."; an instance may override where a level starts; a deeper level starts again whenever a
higher one counts on.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from pipeline.readers.docx_styles import Styles

_ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")]
_ROMAN += [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
_LEVELS = 9
"""ECMA-376 part 1, 17.9.3: a list has levels 0 to 8."""
_HIGHEST = 32_767
"""Where a list may start to count; Word takes no more."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    pattern: str


class Numbering:
    """Counts the numbered paragraphs of one document in reading order."""

    def __init__(self, root: Any, styles: Styles) -> None:
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is None:
            return
        for abstract in root.iter(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._levels[key] = dict(_level(node) for node in abstract.iterchildren(f"{W}lvl"))
        for instance in root.iter(f"{W}num"):
            key = instance.get(f"{W}numId", "")
            link = instance.find(f"{W}abstractNumId")
            abstract_key = link.get(f"{W}val", "") if link is not None else ""
            overrides = self._overrides(instance, abstract_key)
            if overrides:
                self._levels[f"num {key}"] = {**self._levels.get(abstract_key, {}), **overrides}
                abstract_key = f"num {key}"
            self._abstract[key] = abstract_key

    def _overrides(self, instance: Any, abstract_key: str) -> dict[int, _Level]:
        found: dict[int, _Level] = {}
        for override in instance.iterchildren(f"{W}lvlOverride"):
            depth = _depth(override.get(f"{W}ilvl"))
            node = override.find(f"{W}lvl")
            level = _level(node)[1] if node is not None else self._levels.get(abstract_key, {}).get(depth)
            start = override.find(f"{W}startOverride")
            if level is not None and start is not None:
                level = _Level(_start(start.get(f"{W}val"), level.start), level.style, level.pattern)
            if level is not None:
                found[depth] = level
        return found

    def label(self, paragraph: Any) -> str | None:
        """The label of a paragraph, counted on; None where it has none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        inherited = self._styles.numbering_of(self._styles.of_paragraph(paragraph))
        key, depth = self._which(own, inherited)
        if key is None or key == "0" or key not in self._abstract:
            return None
        abstract = self._abstract[key]
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or level.style == "none":
            return None
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.style == "bullet":
            return "-"
        label = level.pattern
        for shown in range(depth + 1):
            if shown in levels:
                value = counts.get(shown, levels[shown].start)
                label = label.replace(f"%{shown + 1}", _formatted(value, levels[shown].style))
        return label.strip() or None

    @staticmethod
    def _which(own: Any, inherited: Any) -> tuple[str | None, int]:
        key, depth = None, 0
        for node in (inherited, own):
            if node is None:
                continue
            if (found := node.find(f"{W}numId")) is not None:
                key = found.get(f"{W}val")
            if (found := node.find(f"{W}ilvl")) is not None:
                depth = _depth(found.get(f"{W}val"))
        return key, depth


def _level(node: Any) -> tuple[int, _Level]:
    def value(tag: str, default: str) -> str:
        found = node.find(f"{W}{tag}")
        return default if found is None else (found.get(f"{W}val") or default)

    depth = _depth(node.get(f"{W}ilvl"))
    return depth, _Level(_start(value("start", "1"), 1), value("numFmt", "decimal"), value("lvlText", ""))


def _number(text: str | None, default: int, least: int, most: int) -> int:
    """The number that a text says; ``default`` where it says none, or one that no document holds."""
    try:
        value = int((text or "")[:20])
    except ValueError:
        return default
    return value if least <= value <= most else default


def _depth(text: str | None) -> int:
    return _number(text, 0, 0, _LEVELS - 1)


def _start(text: str | None, default: int) -> int:
    return _number(text, default, 0, _HIGHEST)


def _formatted(value: int, style: str) -> str:
    if style in ("lowerLetter", "upperLetter"):
        # Word repeats the letter beyond z: aa, bb
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else ""
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman"):
        roman = _roman(value)
        return roman if style == "upperRoman" else roman.lower()
    if style == "decimalZero":
        return f"{value:02d}"
    return str(value)


def _roman(value: int) -> str:
    out = ""
    for number, letters in _ROMAN:
        while value >= number:
            out, value = out + letters, value - number
    return out
