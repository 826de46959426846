"""Acts told by body and day alone: "Nghị quyết của Đảng ủy xã ngày 5/3/2012", "Công văn ngày … của …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import dates, tables, view
from extractors.body_phrases import OPENERS, body_end
from extractors.issuer import BODY_HEAD
from extractors.named_acts import NamedAct

_KIND = re.compile(
    r"(?<!\w)(?P<kind>nghị\s{1,3}quyết|quyết\s{1,3}định|chỉ\s{1,3}thị|kết\s{1,3}luận|công\s{1,3}văn|"
    r"thông\s{1,3}báo|kế\s{1,3}hoạch|hướng\s{1,3}dẫn|công\s{1,3}điện|tờ\s{1,3}trình|thông\s{1,3}tri|"
    r"văn\s{1,3}bản)(?:\s{1,3}kết\s{1,3}luận|\s{1,3}chỉ\s{1,3}đạo)?(?!\w)"
)
_DAY_FIRST = re.compile(r",?\s{1,3}(?:ký\s{1,3})?ngày\s{1,3}")
_DAY_LAST = re.compile(r",?\s{1,3}(?:ký\s{1,3}|họp\s{1,3})?ngày\s{1,3}")
_BLANKS = re.compile(r"\s{1,3}")
_MONTH = re.compile(
    r",?\s{1,3}tháng\s{1,3}(?P<month>\d{1,2})\s{0,2}(?:/|-|năm\s)\s{0,2}(?P<year>(?:19|20)\d\d)(?!\d)"
)
_OF = re.compile(r"\s{1,3}của\s{1,3}")
_RESOLVES = frozenset(["nghị quyết", "chỉ thị", "kết luận", "thông tri"])
"""Kinds that a month identifies, and that stand without "của" before their body."""


def find(plain: str, low: str) -> Iterator[NamedAct]:
    """Mentions in order."""
    for match in _KIND.finditer(low):
        kind = view.squeeze(match["kind"])
        day, at = _day(low, _DAY_FIRST, match.end())
        of = _OF.match(low, at)
        if of is None and (day or kind not in _RESOLVES):
            continue
        beside = of or _BLANKS.match(low, at)
        start = beside.end() if beside else at
        end = _body(plain, low, start)
        if end is None:
            continue
        issuer = view.squeeze(plain[start:end])
        stop = end
        if day is None:
            day, stop = _day(low, _DAY_LAST, end)
        month = _MONTH.match(low, end) if day is None and kind in _RESOLVES else None
        if month:
            day, stop = dates.iso(None, int(month["month"]), int(month["year"])), month.end()
        if day is None:
            continue
        known = tables.kinds_by_name().get(kind)
        yield NamedAct(known.code if known else None, day, (match.start(), stop), issuer)


def _day(low: str, lead: re.Pattern[str], at: int) -> tuple[str | None, int]:
    opens = lead.match(low, at)
    found = dates.DAY.match(low, opens.end()) if opens else None
    value = dates.day_of(found) if found else None
    return (value, found.end()) if found and value else (None, at)


def _body(plain: str, low: str, start: int) -> int | None:
    opens = BODY_HEAD.match(low[start : start + 40]) or OPENERS.match(low, start)
    return body_end(plain, low, start, len(plain)) if opens and plain[start].isupper() else None
