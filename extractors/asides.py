"""What a page prints beside an article: related news, captions, downloads. None of it is the act's."""

from __future__ import annotations

import re

from extractors import view
from extractors.model import Span

_RELATED = re.compile(
    r"\W{0,4}(?:(?:tin|bài|bài\s+viết|các\s+tin|tin\s+tức|chủ\s+đề)\s+(?:liên\s+quan|khác|cùng\s+chuyên\s+mục|mới)|"
    r"(?:đọc|xem|tham\s+khảo)\s+thêm|có\s+thể\s+bạn\s+quan\s+tâm|tin\s+cùng\s+chuyên\s+mục)\W*"
)
_BESIDE = re.compile(
    r"\W{0,4}(?:ảnh(?:\s+(?:trong\s+bài|minh\s+họa|tư\s+liệu))?|tải\s+(?:về|file|tệp|văn\s+bản)|tệp\s+đính\s+kèm|file\s+đính\s+kèm|"
    r"nguồn|tác\s+giả|theo\s+dõi\s+chúng\s+tôi)\s{0,2}:"
)
_CAPTION = re.compile(r"[^.;:\n]{8,300}[-–.(]\s{0,2}ảnh\s{0,2}:[^\n]{0,60}$")
"""A caption with its photographer: "Người dân di dời tài sản - Ảnh: H.T"."""
_MOST_WORDS = 22
"""Words of a related headline; a longer line is a sentence of the article."""


def find(text: str) -> list[Span]:
    """The spans of lines that are no part of an article, in order."""
    low = view.folded(text)
    out: list[Span] = []
    related = False
    for a, b in view.lines(text):
        line = low[a:b].strip()
        if not line:
            continue
        headline = line[-1] not in ".;:" and len(line.split()) <= _MOST_WORDS
        related = headline if related else _RELATED.fullmatch(line.rstrip(" :")) is not None
        if related or _BESIDE.match(line) or _CAPTION.fullmatch(line):
            out.append((a, b))
    return out
