"""Words as they are compared, and the tables of `checker/data/`: without case, marks and punctuation."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from corpus.fold import folded_name


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Words in lower case without marks, one space between: "Hoàn thành tốt" gives "hoan thanh tot"."""
    return folded_name(text)


def table(name: str) -> list[list[str]]:
    """The rows of a tab-separated table, without comments."""
    text = resources.files("checker").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def has(text: str, phrase: str) -> bool:
    """True where the phrase stands in the text as whole words; both are `plain`."""
    return f" {phrase} " in f" {text} "
