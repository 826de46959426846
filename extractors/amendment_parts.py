"""Cuts a clause that says several changes: "thay thế Quyết định số 1; | bãi bỏ Điều 5 Quyết định số 2"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors import view
from extractors.model import Reference, Span
from extractors.structure import Clause, Structure

VERB = re.compile(
    r"(?<!\w)(?:được\s+)?(?P<verb>sửa\s+đổi\s*(?:,|và)\s*bổ\s+sung|điều\s+chỉnh\s*(?:,|và)\s*bổ\s+sung|điều\s+chỉnh|"
    r"bổ\s+sung\s*(?:,|và)\s*sửa\s+đổi|sửa\s+đổi|bổ\s+sung|thay\s+thế|thay|bãi\s+bỏ|hủy\s+bỏ|"
    r"bỏ|đính\s+chính|sửa(?:\s+lại)?|thêm(?:\s+vào)?)(?!\w)"
)
UNIT = (
    r"(?P<unit>phần|chương|mục|điều|khoản|điểm|tiết|phụ\s+lục|tiểu\s+mục|"
    r"gạch\s+đầu\s+dòng(?:\s+thứ)?|(?<!giai\s)đoạn|biểu\s+mẫu|mẫu|trang|dòng(?:\s+thứ)?)"
)
PLACE = re.compile(
    rf"(?<!\w){UNIT}\s+(?P<number>(?:số\s+)?(?:\(\d{{1,2}}\)|\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}\s?[a-zđ]{{0,2}}|[ivx]{{1,6}}|[a-zđ]\d?))(?![\w/])"
)
_AFTER_WORDS = re.compile(r"[”\"]\s*;\s*(?:đồng\s+thời\s+|và\s+)?(?=(?:bãi|thay|sửa|bổ|bỏ|hủy)\s)")
""" "thay cụm từ “…” bằng “…”; | bãi bỏ điểm 3.1"."""
_BETWEEN = re.compile(r"(?:[;,.]|\s(?=(?:và|đồng\s+thời)\s))\s*(?:(?:đồng\s+thời|và)\s+){0,2}")
_OF = re.compile(r"\s+(?:(?:các|quy\s+định\s+tại|một\s+phần|nội\s+dung)\s+)?")
_WORDS = re.compile(r"(?:cụm\s+từ|từ|câu|đoạn|nội\s+dung|chữ)\s*:?\s*[“\"]")
_VERB_LAST = re.compile(rf"{VERB.pattern}\s*$")
""" "Sửa đổi, | bãi bỏ khoản 2": one change with two verbs."""
_NOT_DONE_HERE = re.compile(
    r"(?<!\w)(?:căn\s+cứ|trình|đề\s+xuất|kiến\s+nghị|tham\s+mưu|đề\s+nghị|nghiên\s+cứu|rà\s+soát|xem\s+xét)(?!\w)"
)
"""What others have changed, or are to change, is not changed here."""
_FURTHER = re.compile(r"\s*(?:[,;]|\s(?=và\s))\s*(?:và\s+)?(?:các\s+)?")


@dataclass(frozen=True, slots=True)
class Part:
    """One change: the clause narrowed to it. ``last``: what the clause introduces below belongs to it;
    ``repealed``: it names only places, and the verb that repeals them stands in the part before."""

    clause: Clause
    last: bool = True
    repealed: bool = False


def cut(structure: Structure, clause: Clause, references: Sequence[Reference]) -> list[Part]:
    """The clause, or its parts where it says several changes: "thay thế Quyết định số 1; | bãi bỏ Điều 5
    Quyết định số 2 | và Điều 7 Quyết định số 3"."""
    if _listed(structure, clause):
        return [Part(clause, repealed=True)]
    start, end = clause.span
    cuts = sorted(
        {
            m.span()
            for m in _AFTER_WORDS.finditer(structure.low, start, end)
            if _quoted_before(structure, start, m)
        }
        | {m.span() for m in _BETWEEN.finditer(structure.low, start, end) if _again(structure, start, m, end)}
    )
    bounds = [(start, end)]
    for stop, begin in cuts:
        if stop > bounds[-1][0]:
            quote = structure.plain[stop] in '”"'
            bounds[-1:] = [(bounds[-1][0], stop + 1 if quote else stop), (begin, end)]
    out: list[Part] = []
    for at, span in enumerate(bounds):
        last = at == len(bounds) - 1
        pieces = _repealed(structure, span, references)
        for number, piece in enumerate(pieces):
            whole = last and number == len(pieces) - 1
            narrowed = clause if (whole and piece == clause.span) else _narrow(clause, piece, opens=whole)
            out.append(Part(narrowed, last=whole, repealed=number > 0))
    return out


_LEADS = re.compile(r"(?<!\w)(?:bãi\s+bỏ|hủy\s+bỏ)\s[^.;:]{0,80}\s(?:sau|sau\s+đây|dưới\s+đây)\s{0,3}:?\s*$")


def _listed(structure: Structure, clause: Clause) -> bool:
    """Whether a clause is an item of "Bãi bỏ các quy định sau đây: | 1. Khoản 2 Điều 5 Quyết định số …": it
    begins with the place that goes, and holds no verb of change."""
    if clause.parent is None or not PLACE.match(structure.low, *clause.span):
        return False
    above = structure.clauses[clause.parent].span
    led = _LEADS.search(structure.low, max(above[0], above[1] - 160), above[1])
    return led is not None and "“" not in structure.plain[slice(*clause.span)]


def _narrow(clause: Clause, span: Span, *, opens: bool) -> Clause:
    return replace(clause, span=span, opens=clause.opens and opens)


def _quoted_before(structure: Structure, start: int, found: re.Match[str]) -> bool:
    before = structure.plain[start : found.start() + 1]
    return before.count("“") == before.count("”") and before.count('"') % 2 == 0


def _again(structure: Structure, start: int, found: re.Match[str], end: int) -> bool:
    """Whether a further change begins behind the separator: a verb and the place, or words, that it changes.
    Behind a comma or "và" only a repeal does: other verbs go on there with what was said before."""
    low = structure.low
    verb = VERB.match(low, found.end(), end)
    if verb is None:
        return False
    of = _OF.match(low, verb.end(), end)
    repeals = verb["verb"].split()[0] in ("bãi", "hủy")
    if of is None or not (PLACE.match(low, of.end(), end) or _WORDS.match(low, of.end(), end)):
        return False
    if not repeals and not found[0].startswith(";"):
        return False
    before = structure.plain[start : found.start()]
    if before.count("“") != before.count("”") or before.count('"') % 2:
        return False
    if _VERB_LAST.search(low, max(start, found.start() - 40), found.start()):
        return False
    return _NOT_DONE_HERE.search(low, start, found.start()) is None


def _repealed(structure: Structure, span: Span, references: Sequence[Reference]) -> list[Span]:
    """The part, cut behind each act of which it repeals places where places of another act follow."""
    low = structure.low
    verb = VERB.search(low, *span)
    if verb is None or verb["verb"].split()[0] not in ("bãi", "hủy", "bỏ"):
        return [span]
    if any(mark in structure.plain[slice(*span)] for mark in '“"'):
        return [span]
    acts = [r.span for r in references if r.number and verb.end() <= r.span[0] and r.span[1] <= span[1]]
    out = [span]
    for at, (_, stop) in enumerate(acts[:-1]):
        between = _FURTHER.match(low, stop, acts[at + 1][0])
        if between and PLACE.match(low, between.end(), acts[at + 1][0]):
            out[-1:] = [(out[-1][0], stop), (between.end(), span[1])]
    return [view.trim(structure.plain, *piece, " \t\n.;,") for piece in out] if len(out) > 1 else [span]
