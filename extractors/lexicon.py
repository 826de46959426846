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
        node: dict[str, Any] | None = self._root
        best = 0
        for i in range(at, len(words)):
            node = node.get(words[i]) if node else None
            if node is None:
                break
            if "" in node:
                best = i - at + 1
        return best


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
