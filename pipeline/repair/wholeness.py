"""Whether a run of signs reads as Vietnamese words, numbers or a code: the yardstick for decoding layers."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.repair.alphabet import ALL_LETTERS
from pipeline.syllable import is_syllable


@lru_cache(maxsize=65536)
def reads_whole(chunk: str) -> bool:
    """Whether a run of signs reads as words, numbers or a code."""
    core = chunk.strip("“”\"'‘’()[]{}.,;:!?…-–—*/%+")
    if not core:
        return all(ord(c) >= 0x20 for c in chunk)
    parts = re.findall(r"[^\W\d_]+|[\d.,:%]+", core)
    if not parts or sum(len(p) for p in parts) + len(re.findall(r"[-/.(),:–]", core)) < len(core):
        return False
    return all(p[0] in "0123456789.,:%" or _word(p, alone=len(parts) == 1) for p in parts)


def _word(part: str, *, alone: bool) -> bool:
    if (
        part.isupper()
        and len(part) <= 8
        and all(c in ALL_LETTERS for c in part)
        and (not alone or part.isascii())
    ):
        return True
    return is_syllable(part.lower()) and (part[1:].islower() or len(part) == 1 or part.isupper())
