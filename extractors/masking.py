"""Fills in what is no deadline though it holds dates and events: citations, act numbers, titles of acts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.lexicon import classes
from extractors.model import Span
from extractors.structure import Structure

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MASK = "ø"
_NUMBER = re.compile(
    r"(?<![\w/])(?<!tháng\s)\d{1,5}[ \t]{0,2}(?:/\s{0,2}\d{4}[ \t]{0,2})?"
    r"(?:[/-]\s{0,2}[a-zđ][\wđ]{0,14}[ \t]{0,2}){1,4}"
    r"(?:,?\s+ngày\s+\d{1,2}\s*(?:tháng\s*\d{1,2}\s*năm\s*\d{4}|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}))?"
)
_DATED_ACT = re.compile(
    r"(?:luật|bộ luật|pháp lệnh|hiến pháp|nghị quyết|quyết định|công văn|văn bản|tờ trình|báo cáo|kế hoạch|"
    r"chỉ thị|thông báo|kết luận|"
    r"công điện|giấy mời|biên bản|"
    r"đơn)(?:\s+[^\s;.:,]+){0,14}?,?\s+ngày\s+\d{1,2}\s*(?:tháng\s*\d{1,2}\s*năm\s*\d{4}|"
    r"[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})(?=\s+của|\s*[;,)]|\s+về)"
)
_BINDS_DATE = re.compile(
    r"(?:trước|đến|hết|vào|lúc|nhất|từ|sau|trong|là|hạn|(?:phiên|kỳ|cuộc|buổi)\s+họp|hội\s+nghị)\s+(?:\d{1,2}\s*(?:giờ|g|h)\s*(?:\d{2}\s*)?(?:phút)?,?\s*)?ngày\s"
)
_SPELLED = re.compile(
    r"(?<=\d)\s{0,2}\((?:(?:không|lẻ|linh|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi|trăm)\s{0,2}){1,6}\)"
)
"""A number again in words behind its digits: "ngày 15 | (mười lăm) | của tháng báo cáo"."""
_TITLE = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?(?:về\s|v/v|ban hành|quy định|hướng dẫn|phê duyệt|sửa đổi|triển khai|thực "
    r"hiện|tăng cường)"
)
_DUE = re.compile(
    r"\s(?:cho\s+(?:đến|tới)\s+khi|chậm\s+nhất|muộn\s+nhất|trước\s+ngày\s+\d|trong\s+(?:thời\s+hạn|vòng)\s+\d|"
    r"trong\s+quý\s+[ivx\d]{1,3}(?:\s?/|\s+năm)|ngay\s+(?:sau\s+)?khi|đến\s+hết\s+ngày\s+\d)"
)
"""Times that no title holds: the order goes on behind it ("… theo Quyết định số 5 về mức chi | cho đến khi
có quy định mới")."""
_GOES_ON = {"trình", "gửi", "hoàn", "xong", "chậm", "trước", "phần", "còn"}
"""First words behind a comma with which the order goes on ("… một số điều của Luật, trình Chính phủ trong
tháng 10"); titles of acts hold them nowhere there."""
_LONGEST_TITLE = 420


def spelled(text: str, end: int) -> int:
    """Where a phrase ends whose last number is spelled out again in brackets behind it."""
    match = (
        _SPELLED.match(text.lower(), end, end + 60) if text[end : end + 3].strip().startswith("(") else None
    )
    return match.end() if match else end


def masked(structure: Structure, citations: Sequence[Span]) -> str:
    """Folded text whose citations, act numbers and dates of acts are filled in, as long as the original."""
    low = structure.low
    spans = list(citations)
    spans += [m.span() for m in _NUMBER.finditer(low)]
    spans += [m.span() for m in _DATED_ACT.finditer(low) if not _BINDS_DATE.search(m[0])]
    ordered = sorted(citations)
    for i, (_, end) in enumerate(ordered):
        if _TITLE.match(low, end):
            after = ordered[i + 1][0] if i + 1 < len(ordered) else len(low)
            spans.append((end, _title_end(low, end, min(after, end + _LONGEST_TITLE))))
    letters = list(low)
    for start, end in spans:
        for i in range(start, end):
            if letters[i].isalnum():
                letters[i] = _MASK
    for match in _SPELLED.finditer(low):
        letters[slice(*match.span())] = " " * (match.end() - match.start())
    return "".join(letters)


def _title_end(low: str, start: int, limit: int) -> int:
    """A cited act's title ends at a semicolon, full stop, colon, or a comma before a body or an order."""
    wording, bodies = classes("wording.tsv"), classes("bearers.tsv")
    due = _DUE.search(low, start, limit)
    limit = due.start() if due else limit
    for match in re.finditer(r"[;:.,“”]|\n\s*\n", low[start:limit]):
        at = start + match.end()
        if match[0] != ",":
            return start + match.start()
        words = _TOKEN.findall(low, at, min(limit, at + 60))[:6]
        starts = bodies["det"].match(words, 0) or bodies["head"].match(words, 0)
        orders = words and (words[0] in _GOES_ON or wording["assign"].match(words, 0))
        if words and (starts or orders or wording["must"].match(words, 0)):
            return start + match.start()
    return limit
