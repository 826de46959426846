"""What a body is, who sits on it and where: a charter tells it, it orders nothing ("Hội đồng gồm …")."""

from __future__ import annotations

import re

from extractors.bearer_heads import head
from extractors.lexicon import verbs
from extractors.said import Said

_BINDS = re.compile(r"(?<!\w)(?:phải|ít\s+nhất|tối\s+thiểu|không\s+quá|tối\s+đa|không\s+vượt)(?!\w)")
"""How a body must be made up: "Tổ thẩm định gồm 5 người, | phải có 01 kế toán"."""
_MADE_OF = (["gồm"], ["bao", "gồm"], ["trực", "thuộc"])
_SEATED = (["trụ", "sở"], ["con", "dấu"], ["tài", "khoản"], ["tư", "cách"])
_HOW_MANY = re.compile(r"(?:các|những|một|hai|ba|bốn|năm|số|từ|đến|\d{1,3})$")
"""How many there are; "ít nhất", "không quá" bind whoever makes the body up."""
_NO_MORE_SAID = frozenset(("để", "theo", "do", "giúp", "nhằm", "được", "là", "quy", "trong", "đặt", "riêng"))
"""Words behind which a clause about the parts goes on: "có các tổ chuyên môn | để thực hiện …"."""
_MEMBERS_OF = re.compile(
    r"[^.;:]{3,160}?\s(?:bao\s+gồm|gồm)(?:\s+có)?(?:\s+(?:các\s+)?(?:thành\s+viên|ông|bà|đồng\s+chí)(?:\s+sau)?)?"
    r"\s?:\s[^.]*$",
    re.DOTALL,
)
"""A clause up to one of those whom a body is made of: "Các tổ bao gồm: Tổ Thư ký; | Tổ Thẩm định"."""


def tells(said: Said) -> float | None:
    """0 for a unit that says what a body is made of, or names one of those; None for any other."""
    found = said.found
    if found.must or found.asks or said.due or found.modality == "prohibition" or _BINDS.search(said.low):
        return None
    return 0.0 if _is_made_of(said) or _is_one_of(said) else None


def _is_made_of(said: Said) -> bool:
    """ "Các Phó Chủ tịch | gồm …", "Hội đồng | có trụ sở tại …", "Văn phòng | có Chánh Văn phòng"."""
    found, words = said.found, said.words
    if found.subject is None or found.verb is None or found.subject[0] > 1:
        return False
    at = found.verb
    if any(words[at : at + len(made)] == made for made in _MADE_OF):
        return True
    if words[at] != "có":
        return False
    at += 1
    while at < len(words) and _HOW_MANY.match(words[at]):
        at += 1
    part = any(words[at : at + 2] == seated for seated in _SEATED) or words[at : at + 2] == ["thành", "viên"]
    size = 2 if part else head(said.unit.tokens, at) if at < len(words) else 0
    return size > 0 and not _acts_behind(words, at + size)


def _acts_behind(words: list[str], at: int) -> bool:
    """Whether a verb follows, so that "có …" only says who is meant: "đơn vị có người đi học | báo cáo"."""
    for i in range(at, len(words)):
        if words[i] in _NO_MORE_SAID:
            return False
        if verbs().match(words, i):
            return True
    return False


def _is_one_of(said: Said) -> bool:
    """ "… bao gồm: | Tổ Xây dựng quy chế; | Tổ Thẩm định", under a body's name."""
    clause, unit = said.clause, said.unit
    before = said.structure.low[clause.span[0] : unit.span[0]]
    if len(before) > _LONGEST or not _MEMBERS_OF.match(before.lstrip()):
        return False
    led = unit.tokens
    return head(led, 0) > 0 and led.capital[0]


_LONGEST = 600
"""Characters of a clause before one of those whom it lists."""
