"""Word lists of the register of directives, as tries over syllables; the lists lie in ``data/``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

TOKEN = re.compile(r"[^\W\d]{1,8}\.ư(?!\w)|\w+(?:/\w+)?|[^\w\s]")
"""Words, with "UBKTT.Ư" and "đ/c" as one, and marks one by one; of text and of lists alike."""


class Phrases:
    """A set of phrases; `match` gives the number of tokens of the longest one at a place."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._root: dict[str, Any] = {}
        for phrase in phrases:
            node = self._root
            for token in TOKEN.findall(phrase):
                node = node.setdefault(token, {})
            node[""] = True

    def match(self, words: Sequence[str], at: int) -> int:
        """Tokens of the longest phrase that starts at ``words[at]``, 0 for none."""
        if at >= len(words) or (node := self._root.get(words[at])) is None:
            return 0
        best, size, left = 0, 1, len(words) - at
        while True:
            if "" in node:
                best = size
            if size == left or (node := node.get(words[at + size])) is None:
                return best
            size += 1


def lines(name: str) -> list[str]:
    """Lines of a data file without comments."""
    text = (files("extractors") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip() and not line.startswith("#")]


@cache
def verbs() -> Phrases:
    return Phrases(lines("verbs.txt"))


@cache
def classes(name: str) -> dict[str, Phrases]:
    """A table of ``class<TAB>phrase|phrase…`` as one trie a class."""
    table: dict[str, list[str]] = {}
    for line in lines(name):
        key, _, phrases = line.partition("\t")
        table.setdefault(key, []).extend(phrases.split("|"))
    return {key: Phrases(phrases) for key, phrases in table.items()}
