"""Splits a clause into sentences, and a sentence at its semicolons; quotations and brackets stay whole."""

from __future__ import annotations

import re

from extractors.model import Span

_STOPS = re.compile(r"[.!?…;:]+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(,“\"/-])(?:tp|tx|tt|ts|ths|pgs|gs|bs|ks|cn|ncs|st|đ/c|v\.v|vv|kt|tm|tl|tuq|q|p|h|t|ub|mr|dr|ông|bà|"
    r"no|co|ltd|[a-zđ]|\d)$"
)
_COUNTED = re.compile(
    r"(?:quý|tháng|loại|cấp|nhóm|lục|mẫu|số|khoản|điều|mục|bước|thứ|phần|hạng|mức|đợt|vòng|khối|lớp|ương|quyết|quận|phường|"
    r"lần|kỳ|tổ|ngày|giai\sđoạn)\s\d$"
)
"""What a single digit ends may end a sentence: "… xong trong quý 3. Các sở …"."""
_OPENERS = {"“": "”", "(": ")", "[": "]", "«": "»", "‘": "’"}
_MARKS = re.compile('["“”()\\[\\]«»‘’]')
_ITEM = re.compile(r"\s*(?P<mark>\((?:i{1,3}|iv|vi{0,3}|ix|x|\d{1,2}|[a-zđ])\))\s+")
_NEXT_ITEM = re.compile(r"[;,.]\s*\((?:ii|2|b)\)\s")
_BARE_LEAD = re.compile(
    r"(?:cụ\s+thể|trong\s+đó|theo\s+đó|gồm|bao\s+gồm|như\s+sau|sau\s+đây)(?:\s+(?:là|như\s+sau|gồm))?,?"
)
_NO_LEAD = re.compile(
    r"(?:đặc\s+biệt\s+là|nhất\s+là|như|là|hành\s+vi|vi\s+phạm|trường\s+hợp|đối\s+tượng|các\s+loại)(?:\s+sau(?:\s+đây)?)?\s*$"
)
"""Leads to a list of things or cases, not of orders."""
_CLOSERS = re.compile(r"[ \t\n\f\r”\"')/.*]*")
_LONGEST_QUOTE = 4000


def protected(plain: str, span: Span) -> list[Span]:
    """Spans of quotations and brackets (outermost), in order; an opener that never closes protects nothing.

    Straight quotes pair up in turn. Linear: each character is read once.
    """
    out: list[Span] = []
    stack: list[tuple[str, int]] = []
    straight = -1
    for mark in _MARKS.finditer(plain, *span):
        i, char = mark.start(), mark[0]
        if char == '"':
            if straight < 0:
                straight = i
            else:
                out.append((straight, i + 1))
                straight = -1
        elif char in _OPENERS:
            stack.append((_OPENERS[char], i))
        elif stack and any(char == close for close, _ in stack[-6:]):
            while stack[-1][0] != char:
                stack.pop()
            _, start = stack.pop()
            if i - start < _LONGEST_QUOTE:
                out.append((start, i + 1))
    out.sort()
    merged: list[Span] = []
    for start, end in out:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def split(plain: str, low: str, span: Span) -> list[list[Span]]:
    """Sentences of a clause, each a list of its parts between semicolons; spans without final punctuation.

    A full stop ends a sentence where a capital, a quotation mark, a bracket or the end follows, and no
    abbreviation or number stands before it.
    """
    shields = protected(plain, span)
    sentences: list[list[Span]] = []
    parts: list[Span] = []
    start = span[0]
    shield = 0
    items = False
    first = _ITEM.match(plain, start, span[1])
    if first and _NEXT_ITEM.search(plain, first.end(), span[1]):
        start, items = first.end(), True  # "(1) Họp …; (2) Lập …"
    closed = (-1, -1)
    for match in _STOPS.finditer(plain, *span):
        at, end = match.span()
        while shield < len(shields) and shields[shield][1] <= at:
            shield += 1
        if shield < len(shields) and shields[shield][0] <= at:
            continue
        mark = match[0]
        if ";" in mark:
            parts.append((start, at))
            start = end
            if items and (item := _ITEM.match(plain, start)):
                start = item.end()
        elif (
            mark == ":"
            and (item := _ITEM.match(plain, end))
            and _NEXT_ITEM.search(plain, item.end(), span[1])
            and not _NO_LEAD.search(low, start, at)
        ):
            # "Cụ thể: (i) …; (ii) …"
            if not _BARE_LEAD.fullmatch(low, *_trim(plain, start, at)):
                parts.append((start, at))
            start = item.end()
            items = True
        elif mark == ":" and (
            (not parts and _asks(plain, low, start, at, end))
            or _leads_capitals(plain, low, start, at, span[1])
        ):
            parts.append((start, at))
            start = end
        elif mark != ":":
            if not closed[0] <= end <= closed[1]:  # one run of closers is walked through once
                closed = (end, _CLOSERS.match(plain, end, span[1]).end())  # type: ignore[union-attr]
            if not _ends(plain, low, at, end, closed[1], span):
                continue
            parts.append((start, at))
            sentences.append(parts)
            item = _ITEM.match(plain, end) if items else None
            parts, start, items = [], item.end() if item else end, bool(item)
    parts.append((start, span[1]))
    sentences.append(parts)
    cleaned = [
        [part for part in (_trim(plain, *p) for p in parts) if part[0] < part[1]] for parts in sentences
    ]
    return [[bit for part in parts for bit in _agreed(plain, low, part)] for parts in cleaned if parts]


_AGREES = re.compile(
    r"(?:cơ\s+bản\s+)?(?:đồng\s+ý|thống\s+nhất|nhất\s+trí|chấp\s+thuận)\s[^;:]{5,400}?(?P<mark>[,:])\s+"
    r"(?=(?:đồng\s+thời,?\s+)?(?:giao|đề\s+nghị|yêu\s+cầu)\s+(?P<body>\S))"
)


def _agreed(plain: str, low: str, part: Span) -> list[Span]:
    """ "Đồng ý chủ trương …, giao Sở Tài chính …": what is agreed to stands apart from what is ordered."""
    match = _AGREES.match(low, *part)
    if match is None or not plain[match.start("body")].isupper():
        return [part]
    return [_trim(plain, part[0], match.start("mark")), (match.end(), part[1])]


_ASKS = re.compile(
    r"(?:^|\s)thực\s+hiện\s+(?:tốt\s+|nghiêm\s+(?:túc\s+)?|ngay\s+|đồng\s+bộ\s+|(?:có\s+)?hiệu\s+quả\s+)?(?:các|những|một\s+số)\s+(?:giải\s+pháp|nội\s+dung|nhiệm\s+vụ|việc|"
    r"biện\s+pháp)(?:\s+[^\s,;]{1,9}){0,4}\s+sau(?:\s+đây)?$|"
    r"(?:^|\s)(?:chỉ\s+(?:đạo|thị)|yêu\s+cầu|đề\s+nghị)(?:\s+(?:như\s+sau|sau\s+đây|cụ\s+thể|"
    r"(?:(?:thực\s+hiện\s+)?(?:các|những|một\s+số)\s+(?:nội\s+dung|nhiệm\s+vụ|việc)\s+sau(?:\s+đây)?)))?$|"
    r"(?:^|\s)(?:có|cho)\s+ý\s+kiến(?:\s+chỉ\s+đạo)?\s+như\s+sau$"
)
_LONGEST_ASKING = 700


def only_asks(low: str) -> bool:
    """Whether a folded part ends with a verb that asks, nobody and nothing named behind it."""
    return bool(_ASKS.search(low[-_LONGEST_ASKING:].strip()))


def _asks(plain: str, low: str, start: int, at: int, end: int) -> bool:
    """ "…, Chủ tịch tỉnh chỉ đạo: Các sở rà soát …; bảo đảm …": who asks stands apart from what is asked."""
    if at - start > _LONGEST_ASKING or not only_asks(low[start:at]):
        return False
    after = plain[end : end + 12]
    return after[:1] == " " and after.lstrip()[:1].isupper()


_LEADS_LIST = re.compile(
    r"(?:^|[\s,])(?:sau|sau\s+đây|như\s+sau|cụ\s+thể|nguyên\s+tắc|nội\s+dung|bao\s+gồm|gồm|"
    r"(?:giai\s+đoạn|đợt|bước)\s+\d{1,2})$"
)
_NEXT_CAPITAL = re.compile(r";\s{1,3}(?=[^\W\d_])")
_LONGEST_LIST = 3000


def _leads_capitals(plain: str, low: str, start: int, at: int, limit: int) -> bool:
    """ "Giai đoạn 1: Hoàn thành …; Rà soát …": a lead in mid-paragraph to parts that each begin with a
    capital."""
    if (
        not _LEADS_LIST.search(low[max(start, at - 40) : at])
        or not plain[at + 1 : at + 3].strip()[:1].isupper()
    ):
        return False
    stop = re.search(r"[.!?]\s", plain[at:limit])
    end = min(at + stop.start() if stop else limit, at + _LONGEST_LIST)
    return any(plain[match.end()].isupper() for match in _NEXT_CAPITAL.finditer(plain, at, end))


def _ends(plain: str, low: str, at: int, end: int, after: int, span: Span) -> bool:
    """``after``: where what closes a sentence ends (quotation marks, brackets, white space)."""
    if after >= span[1]:
        return True
    if after == end and plain[end - 1] != "…":
        return False  # "1.1", "v.v.", "www.x.vn"
    if not (plain[after].isupper() or plain[after] in '“"(-–+' or plain[after].isdigit()):
        return False
    if plain[at] == "." and end - at == 1:
        before = low[max(span[0], at - 10) : at]
        numbered = re.search(r"\d\d$|\d[%)]$|\d\s?/\s?\d$", before) or _COUNTED.search(
            low[max(span[0], at - 12) : at]
        )
        word = re.search(r"(?<!\w)chuẩn y$|(?<!\w)(?:phụ lục|nhóm|loại|hạng|khối|lớp|điểm) [a-zđ]$", before)
        if _ABBREVIATION.search(before) and not numbered and not word:
            return False
        if before.endswith(" số") and plain[after].isdigit():
            return False  # "Công văn số. 15"
        if plain[after].isdigit() and re.search(r"\d$", before):
            return False
    return True


def _trim(plain: str, start: int, end: int) -> Span:
    while start < end and (plain[start].isspace() or plain[start] in ".,;:/*"):
        start += 1
    while end > start and (plain[end - 1].isspace() or plain[end - 1] in ".,;:/-*"):
        end -= 1
    return start, end
