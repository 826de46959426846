"""No pattern of the extractors runs away: each is tried on texts made to make it, and must take time in
proportion."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import extractors
from extractors import composite_forms, limit_forms, told_forms

_LENGTH = 3000
_PIECES = (" ", "\n", "1", "a", "ủy ", ", ", "- ", ". ", "1/", "“", "(", "1 a, ", "A ", "ngày 1 ")
_LIMIT = 0.1
"""Seconds of processor time for one search: linear ones take about 2 ms, quadratic ones 0.2 s and more."""


def _inside(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth < 3 and isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(f"{name}[{key!r}]", item, depth + 1)
    elif depth < 3 and isinstance(value, (list, tuple, frozenset)):
        for i, item in enumerate(value):
            yield from _inside(f"{name}[{i}]", item, depth + 1)
    elif isinstance(getattr(value, "pattern", None), re.Pattern):
        yield f"{name}.pattern", value.pattern  # type: ignore[attr-defined]


def _searched(source: str) -> set[str]:
    """Names of patterns that code searches with."""
    direct = re.findall(r"(\w+)(?:\(\)|\[[^\]]*\])?\.(?:search|finditer|findall|split|sub)\(", source)
    return {*direct, *re.findall(r"re\.(?:search|split|sub|findall)\((\w+),", source)}


@functools.cache
def _patterns() -> dict[str, tuple[re.Pattern[str], bool]]:
    """Every compiled pattern of the package by the name it has there; True where some code searches with it, from
    any place, False where it is only matched at a given one."""
    folder = Path(extractors.__file__).parent
    whole = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    shared = _searched(whole)
    found: dict[str, tuple[re.Pattern[str], bool]] = {}
    seen: set[str] = set()
    for module in sorted(pkgutil.iter_modules(extractors.__path__), key=lambda m: m.name):
        if module.name in ("components", "rendering", "words"):  # spaCy and underthesea: no patterns on text
            continue
        loaded = importlib.import_module(f"extractors.{module.name}")
        own = _searched((folder / f"{module.name}.py").read_text(encoding="utf-8"))
        for name, value in vars(loaded).items():
            if hasattr(value, "cache_info") and value.__module__ == loaded.__name__:
                try:
                    value = value()
                except TypeError:  # takes an argument
                    continue
            for full, pattern in _inside(f"{module.name}.{name}", value):
                if pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    held = own if name.startswith("_") else shared
                    found[full] = (pattern, name in held or full.endswith(".pattern") or "[" in full)
    return found


_BOUNDED = {
    "structure._FORM_TITLE": 400,
    "head_rows._NO_TITLE": 300,
    "sharing._WHEN": 90,
    "shape._CLOSING": 600,
    "rules._SPLIT": 2500,
    "cues.LEAD_TAIL": 200,
}
"""Searched in passages of at most so many characters."""


def _hostile(pattern: re.Pattern[str]) -> list[str]:
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", pattern.pattern)))[:4]
    return [*_PIECES, *(f"{word} " for word in words), " ".join(words) + " "]


def _seconds(pattern: re.Pattern[str], text: str, searches: bool) -> float:
    start = time.process_time()
    if searches:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
    return time.process_time() - start


@pytest.mark.parametrize("part", range(6))
def test_patterns_take_time_in_proportion(part: int) -> None:
    slow = []
    for name, (pattern, searches) in sorted(_patterns().items())[part::6]:
        length = min(_LENGTH, _BOUNDED.get(name, _LENGTH))
        for piece in _hostile(pattern):
            text = (piece * (length // len(piece) + 1))[:length]
            if _seconds(pattern, text, searches) > _LIMIT:
                again = min(_seconds(pattern, text, searches) for _ in range(2))
                if again > _LIMIT:
                    slow.append((name, piece, round(again, 2)))
    assert not slow


def test_the_patterns_are_found() -> None:
    assert len(_patterns()) > 400
    others = (limit_forms.LIMIT_FORMS, told_forms.TOLD_FORMS, composite_forms.COMPOSITE_FORMS)
    first = sum(map(len, others))  # those of `deadline_forms` stand behind them
    assert {"composite_forms.COMPOSITE_FORMS[0].pattern", f"deadline_forms.FORMS[{first}].pattern"} <= set(
        _patterns()
    )
