"""What a correction (đính chính) changes: "in “A”, sửa lại là “B”", "sau cụm từ “A” thiếu cụm từ “B”".

A correction quotes what was printed before it says what to read: its verb stands behind the first quotation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.model import AmendmentAction, Span

_READ = re.compile(
    r"(?<!\w)(?:sửa|đính\s+chính|đọc|viết|điều\s+chỉnh|thay)\s*(?:lại\s+)?(?:cho\s+đúng\s+)?(?:đúng\s+)?"
    r"(?:là|thành|như\s+sau|bằng)\s*:?\s*(?:(?:cụm\s+)?từ\s+|câu\s+|đoạn\s+)?[“\"]$"
)
"""Between what was printed and what to read."""
_PRINTED = re.compile(
    r"(?:(?<!\w)(?:đã\s+)?(?:in|viết|ghi|nêu|đánh\s+máy|trình\s+bày)\s*(?:là|nhầm|sai|nhầm\s+là|sai\s+là)?\s*:?|"
    r"(?<!\w)(?:từ|câu|đoạn|nội\s+dung|chữ|số))\s*(?:(?:cụm\s+)?từ\s+)?[“\"]$"
)
_MISSING = re.compile(r"(?<!\w)(?:thiếu|bỏ\s+sót|còn\s+sót|in\s+sót)(?!\w)")
_INSTEAD = re.compile(r"(?:như\s+sau|thành|là|bằng)\s*:?\s*(?:(?:cụm\s+)?từ\s+|câu\s+|đoạn\s+)?[“\"]$")
_PASSAGE = re.compile(
    r"^\W*(?:sửa(?:\s+đổi)?(?:\s+lại)?|thay(?:\s+thế)?)\s+(?:đoạn|câu|ý|phần|nội\s+dung)(?!\w)[^“\"]{0,160}[“\"]$"
)
"""A passage told by what it says and not by its number: "Sửa đoạn nói về nhiệm vụ: “…” như sau: “…”"."""
_REACH = 400


def read(low: str, start: int, quotes: Sequence[Span]) -> tuple[Span | None, Span, AmendmentAction] | None:
    """Old words, new words and action of a clause that starts at ``start``; None where it corrects nothing.

    ``quotes`` are its outermost quotations, without their marks.
    """
    if not quotes or quotes[0][0] - start > _REACH:
        return None
    lead = low[start : quotes[0][0]]
    missing = _MISSING.search(low, start, quotes[-1][0])
    if len(quotes) > 1 and _PASSAGE.match(lead) and _INSTEAD.search(low[quotes[0][1] : quotes[1][0]][-60:]):
        return quotes[0], quotes[1], "replace"
    for old, new in pairwise(quotes):
        if not _READ.search(low[old[1] : new[0]][-90:]):
            continue
        if missing and missing.start() < new[0]:
            return None, new, "insert"
        if _PRINTED.search(low[max(start, old[0] - 90) : old[0]]):
            return old, new, "replace"
    if missing and len(quotes) > 1 and quotes[-2][1] <= missing.start():
        return None, quotes[-1], "insert"  # "sau cụm từ “A” thiếu cụm từ “B”"
    return None


_GOES_ON = re.compile(
    r"\W*(?:nay\s+)?(?:xin\s+)?(?:được\s+)?(?:sửa|đính\s+chính|đọc|viết|điều\s+chỉnh)\s*(?:lại\s+)?"
    r"(?:cho\s+đúng\s+)?(?:đúng\s+)?(?:là|thành|như\s+sau)\s*:?\s*[“\"]"
)


def goes_on(low: str) -> bool:
    """Whether a paragraph says what to read for the words quoted above it."""
    return _GOES_ON.match(low) is not None
