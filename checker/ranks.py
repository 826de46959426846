"""The four grades of a year-end review, and reading them from the spellings that sheets and acts use."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from checker.words import has, plain, table


class Rank(IntEnum):
    """Higher is better. `UNRANKED` is a statement ("không xếp loại"), not a missing value."""

    UNRANKED = 0
    NOT_COMPLETED = 1
    COMPLETED = 2
    GOOD = 3
    EXCELLENT = 4

    @property
    def label(self) -> str:
        return LABELS[self]

    @property
    def short(self) -> str:
        return SHORT[self]


LABELS = {
    Rank.UNRANKED: "không xếp loại",
    Rank.NOT_COMPLETED: "không hoàn thành nhiệm vụ",
    Rank.COMPLETED: "hoàn thành nhiệm vụ",
    Rank.GOOD: "hoàn thành tốt nhiệm vụ",
    Rank.EXCELLENT: "hoàn thành xuất sắc nhiệm vụ",
}
SHORT = {
    Rank.UNRANKED: "không xếp loại",
    Rank.NOT_COMPLETED: "KHTNV",
    Rank.COMPLETED: "HTNV",
    Rank.GOOD: "HTTNV",
    Rank.EXCELLENT: "HTXSNV",
}

_PREFIXES = (
    "dang vien",
    "chi bo",
    "dang bo",
    "to chuc dang",
    "tap the",
    "can bo",
    "cong chuc",
    "vien chuc",
    "du tu cach",
    "xep loai",
    "muc",
    "dat",
    "loai",
)
"""What a sheet may put before the grade: "Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ"."""


@cache
def _spellings() -> dict[str, Rank]:
    return {plain(row[1]): Rank(int(row[0])) for row in table("ranks.tsv")}


def read_rank(text: str) -> Rank | None:
    """The grade that a cell says; None where it is not one of the known spellings, however near."""
    words = plain(text)
    known = _spellings()
    while words not in known:
        prefix = next((p for p in _PREFIXES if words.startswith(p + " ")), None)
        if prefix is None:
            return None
        words = words[len(prefix) + 1 :]
    return known[words]


def rank_in(text: str) -> Rank | None:
    """The grade that a rule's words name ("được xếp loại “Hoàn thành tốt nhiệm vụ” trở lên").

    The longest spelling that stands in the text wins; of several grades the first. None where none is named.
    Single words ("tốt") count only where they are the whole text.
    """
    whole = read_rank(text)
    if whole is not None:
        return whole
    words = plain(text)
    best: tuple[int, int] | None = None
    rank: Rank | None = None
    for spelling, value in _spellings().items():
        if (" " not in spelling and len(spelling) < 4) or not has(words, spelling) or value is Rank.UNRANKED:
            continue
        if spelling in ("xuat sac", "hoan thanh", "excellent", "good"):
            continue
        key = (f" {words} ".index(f" {spelling} "), -len(spelling))
        if best is None or key < best:
            best, rank = key, value
    return rank
