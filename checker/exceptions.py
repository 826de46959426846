"""Exceptions of a rank cap: a post that is not one's main one, appointed only lately; what else they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from checker.words import plain

ExceptionKind = Literal["not main post", "newly appointed", "empty", "other"]

_MONTHS = re.compile(
    r"\b(?:duoi|chua du|chua den|khong du|chua qua|less than|under) (\d{1,2}) (?:thang|months?)\b"
)
_POST = re.compile(
    r"\bkhong phai( la)? nhiem vu chinh\b|\bkhong phai( la)? chuc vu chinh\b|\bkiem nhiem\b"
    r"|\bkhong chuyen trach\b"
    r"|\bnot (the |their )?main (post|duty)\b"
)
_NEW = re.compile(
    r"\bmoi\b|\bduoc bo nhiem\b|\bnhan nhiem vu\b|\bdieu dong\b|\bluan chuyen\b|\bgiu chuc vu\b|\bappointed\b"
)
_PARTY_ONLY = re.compile(r"\bdoi voi (muc xep loai (chat luong )?cua )?(to chuc dang|cap uy|chi bo|dang bo)")


@dataclass(frozen=True, slots=True)
class CapException:
    """``months``: the tenure under which "newly appointed" exempts; ``party_only``: exempts from the rank of
    the party organisation only. "empty" holds no word (the source ends in "…"), "other" needs a person."""

    kind: ExceptionKind
    text: str
    months: int | None = None
    party_only: bool = False


@lru_cache(maxsize=4096)
def read_exception(text: str) -> CapException:
    words = plain(text)
    if not re.search(r"[a-z]", words):
        return CapException("empty", text)
    months = _MONTHS.search(words)
    if months and _NEW.search(words):
        return CapException("newly appointed", text, months=int(months.group(1)))
    if _POST.search(words):
        return CapException("not main post", text, party_only=bool(_PARTY_ONLY.search(words)))
    return CapException("other", text)
