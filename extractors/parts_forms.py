"""Deadlines that tell their moment by its parts (`time_parts`), with the word that makes it a bound."""

from __future__ import annotations

import re

from extractors.composite_forms import LATEST
from extractors.deadline_form import Form, form
from extractors.model import Span
from extractors.moments import EACH, spaced
from extractors.time_parts import CHAIN, EDGE, LONGER, NEXT, NEXT_ONE, ORDER, PART, WITHIN

_MOMENT = rf"(?:{CHAIN}|{NEXT_ONE})"
_BEFORE = rf"(?:{LATEST} )?trước (?:thời điểm |lúc |khi (?:hết|kết thúc|bắt đầu|bước (?:sang|vào)) |khi )?"
_BY = (
    rf"(?:{LATEST}|không (?:muộn|chậm|trễ) (?:hơn|quá)|không quá|(?:hạn )?(?:cho )?(?:đến|tới)(?: hết)?|"
    r"hết|(?:ngay |nội )?trong(?: vòng| thời gian)?) "
)
_ON = r"(?:vào(?: lúc| hồi)?|lúc|hồi|đúng)(?: khoảng)? "
_AFTER = r"(?:kể từ|bắt đầu từ|từ|sau) "
_ANY = rf"(?:{_BEFORE}|{_BY}|{_ON})"
_EVERY = rf"(?:{EACH}|(?:mỗi|từng|h[ằà]ng) (?:học kỳ|năm học|kỳ|khóa|đợt)(?!\w))"
_BY_NEEDS = ("nhất", "hơn", "quá", "đến", "tới", "hết", "trong")

PARTS_FORMS: tuple[Form, ...] = (
    form(
        "recurring",
        "recurring",
        rf"(?:định kỳ )?{_ANY}?(?:{PART}{WITHIN}){{1,4}}{_EVERY}",
        needs=("hằng", "hàng", "mỗi", "từng"),
    ),
    form(
        "recurring",
        "recurring",
        rf"(?:định kỳ )?{_ANY}(?:{PART}{WITHIN}){{0,3}}(?:ngày(?: làm việc)?|tuần|tháng) {ORDER} (?:của )?"
        rf"{LONGER}(?: {NEXT})?",
        needs=("đầu", "cuối", "thứ"),
    ),
    form(
        "event",
        "event",
        rf"(?:{_BY}|{_ON})ngày(?: làm việc)? (?:đầu tiên|kế tiếp|tiếp theo|liền sau) sau (?=[^\W\d])",
        tail=True,
        needs=("ngày",),
        confidence=0.8,
    ),
    form("before", "before", rf"{_BEFORE}{_MOMENT}", needs=("trước",), confidence=0.85),
    form("year", "by", rf"{_BY}(?:{EDGE}?năm {NEXT})", needs=("năm",), confidence=0.75),
    form("by", "by", rf"{_BY}{_MOMENT}", needs=_BY_NEEDS, confidence=0.85),
    form("on", "on", rf"{_ON}{_MOMENT}", needs=("vào", "lúc", "hồi", "đúng"), confidence=0.85),
    form("after", "after", rf"{_AFTER}{_MOMENT}", needs=("từ", "sau"), confidence=0.8),
)


_LED = re.compile(spaced(rf"(?<!\w)(?:{_BEFORE}|{_BY}|{_ON})(?:{PART}{WITHIN}){{0,2}}$"))
"""What stands before a moment whose bound, or whose hour, a form left out."""
_REACH = 60


def longer(low: str, form: Form, span: Span, within: Span) -> tuple[Span, Form] | None:
    """The whole of a moment that a form read in part, with the form that reads it, None for what is whole.

    Parts may go on behind it ("trong quý I | của năm kế tiếp"), or lead it ("chậm nhất | cuối giờ chiều ngày
    15/8")."""
    if form.tail or form.bound not in ("before", "by", "on") or form.name == "interval":
        return None
    start, end = span
    led = _LED.search(low, max(within[0], start - _REACH), start)
    for begin in (led.start(), start) if led else (start,):
        for other in PARTS_FORMS:
            match = other.pattern.match(low, begin, within[1])
            if match and match.end() >= end and (begin, match.end()) != span:
                return match.span(), other
    return None
