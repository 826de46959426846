"""How a directive stands to an act that it mentions: implements, amends, replaces, cites.

By the words before the mention in its sentence (the annotation guide's list). An act inside the title of
another act is only cited; a mention that a list or "và" joins to another has that one's relation.
"""

from __future__ import annotations

import re

from extractors.model import Relation

_IMPLEMENTS = re.compile(
    r"(?<!\w)(?:căn cứ(?: vào)?|thực hiện(?: (?:đúng|nghiêm|tốt|nghiêm túc|có hiệu quả|hiệu quả|thắng lợi|thành công))*|theo|"
    r"theo tinh thần|thi hành|triển khai|quán triệt|chấp hành|tuân thủ|trên cơ sở|phù hợp với|bám sát|cụ thể hóa|"
    r"tổ chức thực hiện|tiếp tục thực hiện|nêu tại|gắn với|áp dụng|tuân theo|tinh thần|đúng|kế thừa|học tập)(?!\w)"
)
_AMENDS = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung|điều chỉnh|đính chính)(?!\w)")
_REPLACES = re.compile(r"(?<!\w)(?:thay thế|thay cho|bãi bỏ|hủy bỏ|hủy|thu hồi|thay bằng)(?!\w)")
_REPLACED = re.compile(r"(?:hết hiệu lực|bị bãi bỏ|được thay thế|không còn hiệu lực|chấm dứt hiệu lực)")
_NEGATED = re.compile(
    r"(?:chưa|không)\s+(?:được\s+)?(?:tổ chức\s+)?(?:thực hiện|chấp hành|tuân thủ|theo|đúng)"
)
_CITES = re.compile(
    r"(?<!\w)(?:quy định tại|nêu tại|tại|bởi|kèm theo|của|gồm|ban hành|có|nhận được|ngày)(?!\w)"
)
_BREAK = re.compile(r"[.:!?]\s|\n\s*\n|\n\s*[-+•–]\s|\n\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\))\s|;")


def segment_start(low: str, start: int, floor: int) -> tuple[int, str]:
    """Where the sentence, or the part of it behind a semicolon, starts that holds ``start``; and what ends
    the one before ("" at the text's start)."""
    begin, mark = floor, ""
    for match in _BREAK.finditer(low, max(floor, start - 1500), start):
        if match[0][0] == "." and re.search(
            r"(?<!\w)(?:tp|tx|tt|ths|ts|gs|đ/c)$", low[max(0, match.start() - 4) : match.start()]
        ):
            continue
        begin, mark = match.end(), match[0].strip()[:1] or "\n"
    return begin, mark


def relation(before: str, after: str, *, nested: bool, amending: bool = False) -> Relation | None:
    """The relation that the words before and after a mention say; None where they say nothing.

    ``before`` is the folded text from the start of the segment to the mention, other mentions left out;
    ``nested`` says that the mention stands inside another act's title; ``amending`` that the directive's own
    title says it amends.
    """
    if nested:
        return "cites"
    if _REPLACED.search(after[:160].split(";")[0].split(".")[0]):
        return "replaces"
    near = before[-160:]
    replaced = _last(_REPLACES, near)
    amended = _last(_AMENDS, near)
    if (
        replaced is not None
        and _close(near, replaced, 14)
        and replaced >= (amended if amended is not None else -1)
    ):
        return "replaces"
    if amended is not None and _close(near, amended, 22):
        return "amends"
    if _NEGATED.search(near):
        return "cites"
    opening = before.strip(' \t\n-+•.,;:“"(')
    first = _IMPLEMENTS.match(opening)
    if first:
        return "implements"
    done = _last(_IMPLEMENTS, before[-260:])
    if done is not None and _close(before[-260:], done, 14):
        return "implements"
    return None


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for match in pattern.finditer(text):
        found = match.start()
    return found


def _close(text: str, position: int, words: int) -> bool:
    return len(text[position:].split()) <= words


def says_implements(text: str) -> bool:
    """Whether a lead-in or a footnote opens with words that say the acts below are carried out."""
    return bool(_IMPLEMENTS.match(text.strip(' \t\n-+•.,;:“"()¹²³⁴⁵⁶⁷⁸⁹0123456789[]�')))
