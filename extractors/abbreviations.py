"""Abbreviations that a directive gives those who act, and uses: "cố vấn học tập (CVHT) … CVHT phải …"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.lexicon import TOKEN, classes, verbs

_IN_BRACKETS = re.compile(
    r"\(\s?(?:(?:sau đây |dưới đây )?(?:được )?(?:gọi|viết) (?:tắt|chung) là:?\s?)?[“\"]?"
    r"([A-ZĐƯ]{3,8})[”\"]?\s?\)"
)
_LOOK_BACK = 120
"""Letters before the bracket that may hold the full name."""
_ALONE = frozenset(("người", "hộ", "ban", "viện", "trường", "sở", "cục"))
"""Heads of one word that are bodies and persons in whatever name: "người giám sát", not "phòng cháy"."""
_UNNAMED = 2
"""Words of the full name that may have no letter of their own ("Ban Quản lý | các | dự án (BQLDA)")."""


@lru_cache(maxsize=16)
def of_bearers(plain: str) -> frozenset[str]:
    """Folded abbreviations in brackets behind the name of a body or person whose words they begin."""
    found = set()
    table = classes("bearers.tsv")
    for match in _IN_BRACKETS.finditer(plain):
        letters = match[1].lower()
        words = TOKEN.findall(plain[max(0, match.start() - _LOOK_BACK) : match.start()].lower())
        for at in range(max(0, len(words) - len(letters) - _UNNAMED), len(words)):
            size = table["head"].match(words, at)
            if not size or verbs().match(words, at) >= size or table["not"].match(words, at) >= size:
                continue  # "báo cáo tài chính (BCTC)", "cơ sở dữ liệu (CSDL)"
            if (size > 1 or words[at] in _ALONE) and _begin(letters, words[at:]):
                found.add(letters)
                break
    return frozenset(found)


def _begin(letters: str, words: list[str]) -> bool:
    """Whether the letters are those that the words begin with, in order, the first one's first."""
    if _bare(words[0]) != _bare(letters):
        return False
    left = iter([_bare(word) for word in words])
    return all(_bare(letter) in left for letter in letters)


def _bare(word: str) -> str:
    """The first letter without its marks: "Dự án" is DA, "Ủy ban" is UB; some type D for Đ."""
    return unicodedata.normalize("NFD", word)[0].replace("đ", "d")
