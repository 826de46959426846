"""What a directive quotes: other acts' passages, and the new texts that it puts into them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.model import Amendment, Span

_NUMBERED = re.compile(r"\s{0,3}(?:\d{1,3}(?:\.\d{1,3}){0,3}[.)]?|[a-zđ]\))\s+")
_SENTENCE = 8
"""Words of the shortest new text that may order something."""

_OPENS_QUOTE = re.compile(r':\s{0,3}([“"])')
_LONGEST_QUOTATION = 3000


def passages(plain: str) -> list[Span]:
    """Passages quoted from other acts: a colon, a quotation mark, and several paragraphs before it closes."""
    out: list[Span] = []
    for match in _OPENS_QUOTE.finditer(plain):
        if out and match.start() < out[-1][1]:
            continue
        close = plain.find("”" if match[1] == "“" else '"', match.end(), match.end() + _LONGEST_QUOTATION)
        if close > 0 and "\n" in plain[match.end() : close]:
            out.append((match.start(), close))
    return out


def new_texts(text: str, amendments: Sequence[Amendment]) -> list[Span]:
    """Where the sentences stand that amendments put into another act: they bind as the directive's own do. A
    phrase for a phrase orders nothing."""
    out: list[Span] = []
    for amendment in amendments:
        new = amendment.new or ""
        at = text.find(new, *amendment.span) if len(new.split()) >= _SENTENCE else -1
        if at >= 0:
            mark = _NUMBERED.match(new)
            out.append((at + (mark.end() if mark else 0), at + len(new)))
    return sorted(out)


_MARKS = '“"”'
_SAYS_IT = re.compile(
    r"[”\"]\s{0,2},?\s{1,3}(?:trong\s+)?(?:công\s+văn|công\s+điện|chỉ\s+thị|hướng\s+dẫn|quy\s+định|kế\s+hoạch|thông\s+báo|văn\s+bản|"
    r"kết\s+luận|nghị\s+quyết|quyết\s+định|thông\s+tư|nghị\s+định)(?:\s+(?:này|của\s[^,.;:“”\"]{2,60}|trên))?\s+"
    r"(?:nêu|ghi|nhấn\s+mạnh|yêu\s+cầu|chỉ\s+rõ|viết|quy\s+định)[^“”\"]{0,40}$"
)


def said(low: str, span: Span) -> Span:
    """What an act says in an article's sentence: without the mark that opens it and the words behind it that
    say where it stands (“Hiệu trưởng phải …”, văn bản nêu rõ)."""
    start, end = span
    tail = _SAYS_IT.search(low, start, end)
    if low[start : start + 1] in tuple(_MARKS) and tail is not None:
        return start + 1, tail.start()
    return span
