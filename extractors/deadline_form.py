"""One way to print a deadline, and the words that must stand in a clause before it is searched."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.model import Bound
from extractors.moments import spaced

_W = r"(?<!\w)"
_RECURS = ("hằng", "hàng", "mỗi", "từng", "định", "lần", "tháng đầu", "tháng cuối")
HOUR_SAID = "#giờ"
"""Stands among the words a form needs for an hour in figures ("17 giờ", "7h30")."""
_NEEDS: dict[str, tuple[str, ...]] = {
    "ahead": ("trước",),
    "when": ("tháng", "quý", "quí", "qúy", "năm"),
    "interval": ("từ", "(", "trong ngày"),
    "season": ("từ nay",),
    "weekly": ("thứ", "chủ"),
    "length": ("từ", "quá", "đa"),
    "during": ("gian",),
    "when-needed": ("khi ",),
    "opening": ("khi ", "kết thúc"),
    "years": ("năm",),
    "until": ("từ",),
    "ad-hoc": ("đột xuất",),
    "within": _RECURS,
    "edge": ("đầu", "giữa", "cuối", "hằng", "hàng", "mỗi", "từng"),
    "back": ("thời", "hạn", "ngày", "mốc"),
    "recurring": _RECURS,
    "last": _RECURS,
    "each": _RECURS,
    "occasion": ("dịp",),
    "planned": ("dự",),
    "throughout": ("suốt", "gian", "nghỉ"),
    "periodic": ("định",),
    "term": ("ngày", "giờ", "tiếng", "tháng", "tuần", "năm", "phút"),
    "year": ("năm",),
    "vague": ("gian", "nhất", "đúng", "hạn", "đảm"),
    "before-event": ("trước ngày",),
    "event": ("khi", "ngay", "sau", "trước", "trong", "tại", "từ nay"),
    "start": ("sau", "từ", *_RECURS),
    "on": ("vào", "lúc", "hồi", HOUR_SAID, "sáng", "chiều", "tối", "trưa"),
    "bare": ("/", "tháng", "-", ".", "tết"),
    "before": ("trước",),
    "after": ("từ", "sau"),
}
_NEEDS_BY: dict[str, tuple[str, ...]] = {"by": ("nhất", "lắm", "hạn", "không", "đến", "hết", "trong", "thúc")}


@dataclass(frozen=True, slots=True)
class Form:
    """A way to print a deadline. ``tail``: an event follows, which `events.end` bounds."""

    name: str
    bound: Bound
    pattern: re.Pattern[str]
    tail: bool = False
    confidence: float = 0.95
    needs: tuple[str, ...] = ("",)
    """Words one of which every print of it holds: most clauses hold none, and are not searched."""


def form(
    name: str,
    bound: Bound,
    pattern: str,
    tail: bool = False,
    confidence: float = 0.95,
    needs: tuple[str, ...] | None = None,
) -> Form:
    return Form(
        name,
        bound,
        re.compile(_W + spaced(pattern)),
        tail,
        confidence,
        needs or _NEEDS.get(name, _NEEDS_BY.get(bound, ("",))),
    )
