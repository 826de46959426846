"""What a rule forbids for those under a minimum: to be reviewed, to be ranked, to be ranked so high."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from checker.ranks import Rank, rank_in
from checker.words import plain


@dataclass(frozen=True, slots=True)
class Effect:
    """``reviewed``: they are not reviewed at all; ``at_least``: they are not ranked so high or higher
    (None: not ranked at all)."""

    reviewed: bool = False
    at_least: Rank | None = None

    def forbids(self, rank: Rank) -> bool:
        if rank is Rank.UNRANKED:
            return False
        return self.at_least is None or rank >= self.at_least

    @property
    def label(self) -> str:
        if self.reviewed:
            return "not reviewed"
        return f"not ranked {self.at_least.short} or above" if self.at_least is not None else "not ranked"


@lru_cache(maxsize=4096)
def read_effect(effect: str | None, text: str) -> Effect | None:
    """From the words of the effect, else of the rule; None where they name no effect that can be checked."""
    words = plain(effect or text)
    if not effect:
        denied = re.search(r"\b(khong|chua)\b.*", words)
        if denied is None:
            return None
        words = denied.group(0)
    rank = rank_in(words)
    if rank is not None and re.search(r"\b(tro len|muc|cao hon|or above)\b", words):
        if re.search(r"\bcao hon\b", words):
            return Effect(at_least=Rank(rank + 1)) if rank < Rank.EXCELLENT else None
        return Effect(at_least=rank)
    # a review that is forbidden forbids the ranking that would follow it; "không xếp loại nhưng vẫn phải kiểm
    # điểm" forbids the ranking only
    if re.search(r"\b(khong|chua) (phai )?(to chuc )?kiem diem\b|\bnot reviewed\b", words):
        return Effect(reviewed=True)
    return Effect() if re.search(r"\b(xep loai|danh gia|not ranked)\b", words) else None
