"""Finds the phrases that bound when something must be done, and values them by the directive's own date.

Document numbers, citations and the titles behind them are masked first: a date that identifies an act is no
deadline. `find` gives every candidate of the clauses; `deadline_binding` keeps those that bound a duty.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extractors import (
    deadline_cases,
    deadline_context,
    deadline_values,
    events,
    flat_rows,
    masking,
    moments,
    parts_forms,
    schedule,
    tasks,
    view,
)
from extractors import deadline_company as company
from extractors.deadline_around import Around
from extractors.deadline_form import HOUR_SAID, Form
from extractors.deadline_forms import FORMS
from extractors.model import Bound, Deadline, Reference, Span, Warning
from extractors.structure import Clause, Structure


def find(
    text: str,
    structure: Structure,
    *,
    references: Sequence[Reference] = (),
    issued: dt.date | None = None,
) -> list[Deadline]:
    """Every phrase of the clauses that may bound when something is done, in order.

    ``issued`` is the directive's own date: it gives the year to "trước ngày 25/10", the start to "05 ngày làm
    việc kể từ ngày ký". Dates of another kind ("kể từ ngày nhận được") stay null.
    """
    low = masking.masked(structure, [reference.span for reference in references])
    out: list[Deadline] = []
    times = {row.time.index for row in flat_rows.read(structure)}
    listed = dict(schedule.listed_times(structure))
    for clause in structure.clauses:
        read = _of_row if clause.index in times else _of_clause
        found = read(text, low, clause, issued)
        if not found and clause.index in listed:
            found = _alone(text, low, listed[clause.index], issued)
        out += found
    return company.point_back(out, low)


_NEEDED = tuple((form, frozenset(form.needs)) for form in FORMS)
_WORDS = frozenset(word for form in FORMS for word in form.needs if word != HOUR_SAID)
_HOUR = re.compile(r"\d\s{0,3}(?:giờ|[hg])")


@lru_cache(maxsize=1024)
def _forms_for(held_words: frozenset[str]) -> tuple[Form, ...]:
    """The forms, in order, of which a passage that holds these words may print one."""
    return tuple(form for form, needs in _NEEDED if not needs.isdisjoint(held_words))


def _of_clause(text: str, low: str, clause: Clause, issued: dt.date | None) -> list[Deadline]:
    found: list[tuple[Span, Form]] = []
    if clause.kind == "row":
        return _of_row(text, low, clause, issued)
    origin = clause.span[0]
    passage = low[slice(*clause.span)]
    mask = bytearray(len(passage))
    held_words = frozenset(word for word in _WORDS if word in passage)
    if _HOUR.search(passage):
        held_words |= {HOUR_SAID}
    for form in _forms_for(held_words):
        for match in form.pattern.finditer(low, *clause.span):
            start, end = match.span()
            if mask.find(1, start - origin, end - origin) >= 0:
                continue
            if not deadline_context.allowed(Around.of(form, low, clause, start, end, issued)):
                since = form.name == "after" and low.startswith(("từ", "kể từ"), start)
                event = form.bound == "event" and form.name not in _MAY_HOLD
                if form.name in ("interval", "by", "meeting") or event or since:
                    # its parts are no deadlines either
                    mask[start - origin : end - origin] = b"\1" * (end - start)
                continue
            if form.tail:
                counted = form.bound != "event"
                opens = _OPENS_TERM if counted else _OPENS
                fronted = not low[clause.span[0] : start].strip() or bool(
                    opens.search(low, max(0, start - 6), start)
                )
                end = events.end(text, low, end, clause.span[1], fronted, counted)
                if end <= match.end() + 1 and form.name not in ("when-needed", "ahead"):
                    continue
                end = max(end, match.end())
                dates = form.bound == "event" or form.name == "until"
                dated = _IN_BRACKETS.match(low, end, clause.span[1]) if dates else None
                end = dated.end() if dated else end
                held = mask.find(1, start - origin, end - origin)
                if held >= 0:  # "sau khi thu hoạch và hoàn thành trước mùa lũ": two deadlines
                    cut = re.search(r"\s(?:và|,)\s(?:\w+\s+){1,4}$", low[start : held + origin])
                    end = start + cut.start() if cut else held + origin
            whole = parts_forms.longer(low, form, (start, end), clause.span)
            if whole and mask.find(1, whole[0][0] - origin, whole[0][1] - origin) < 0:
                (start, end), form = whole
            end = _trimmed(low, start, end)
            if form.tail and end <= match.end() and low[start:end].split()[-1:] == ["khi"]:
                _take_in(found, mask, origin, form, (start, match.end()), low.startswith("khi", start))
                continue
            if low[end : end + 1] == ")" and low.count("(", start, end) > low.count(")", start, end):
                end += 1
            end = masking.spelled(text, end)
            all_days = _ALL_DAYS.match(low, end, clause.span[1]) if form.name == "term" else None
            end = all_days.end() if all_days else end
            led = _led_by(form, low, clause.span[0], start)
            start = start if mask.find(1, led - origin, start - origin) >= 0 else led
            mask[start - origin : end - origin] = b"\1" * (end - start)
            found.append(((start, end), form))
            for other in deadline_cases.further(low, form, end, clause.span[1]):
                if mask.find(1, other[0] - origin, other[1] - origin) < 0:
                    mask[other[0] - origin : other[1] - origin] = b"\1" * (other[1] - other[0])
                    found.append((other, form))
    ordered = _without_cases(sorted(found, key=lambda item: item[0]), low)
    valued = [_deadline(text, low, span, form, issued) for span, form in ordered]
    return company.read(valued, text, low)


def _take_in(
    found: list[tuple[Span, Form]], mask: bytearray, origin: int, form: Form, opening: Span, alone: bool
) -> None:
    """A time right behind "khi" is one with it: "trước khi | vào vụ Đông Xuân" an event, "khi | kết thúc quý
    III" (``alone``: no "trước" or "sau" before it) the time itself; one further on is a time of its own."""
    behind = next((i for i, (span, _) in enumerate(found) if 0 <= span[0] - opening[1] <= 1), None)
    if behind is None:
        return
    (_, end), timed = found[behind]
    whole = opening[0], end
    found[behind] = whole, timed if alone else form
    mask[whole[0] - origin : end - origin] = b"\1" * (end - whole[0])


_NEW_SENTENCE = re.compile(r"[.;:]\s")
_TERMS = frozenset(("term", "length", "by", "before"))


def _without_cases(found: list[tuple[Span, Form]], low: str) -> list[tuple[Span, Form]]:
    """Without "Khi …" where its sentence says by when: "Khi có người ốm, báo trạm y tế trong 30 phút" gives
    the case, then the time."""
    kept = []
    for n, (span, form) in enumerate(found):
        case = form.bound == "event" and low.startswith("khi ", span[0]) and low.startswith(",", span[1])
        later = (
            other[0]
            for other, timed in found[n + 1 : n + 3]
            if case and timed.name in _TERMS and timed.bound != "event"
        )
        if not any(not _NEW_SENTENCE.search(low, span[1], start) for start in later):
            kept.append((span, form))
    return kept


_ALL_DAYS = re.compile(
    r",?\s{1,3}kể\s{1,3}cả\s{1,3}(?:các\s{1,3})?(?:ngày\s{1,3})?(?:nghỉ|lễ)"
    r"(?:,?\s{1,3}(?:và\s)?(?:nghỉ|lễ|tết))?(?!\w)"
)
"""Behind a term: "trong vòng 08 ngày, | kể cả ngày nghỉ"."""
_REGULARLY = re.compile(r"(?<!\w)(?:(?:định|thường)\s{1,3}kỳ|cứ)\s{1,3}$")
_UNTIL = re.compile(r"(?<!\w)cho\s{1,3}$")


def _led_by(form: Form, low: str, first: int, start: int) -> int:
    """Where a phrase begins with the word that leads it: "định kỳ | vào ngày 25 hằng tháng", "cứ | 03
    giờ/lần", "cho | đến hết ngày 31/12"."""
    until = form.bound == "by" and low.startswith("đến", start)
    each = low.startswith(("hằng", "hàng", "mỗi"), start)  # how often, by itself
    pattern = _REGULARLY if form.bound == "recurring" and not each else _UNTIL if until else None
    match = pattern.search(low, max(first, start - 16), start) if pattern else None
    return match.start() if match else start


_HANGING = (" và", " hoặc", " thì", " phải")


def _trimmed(low: str, start: int, end: int) -> int:
    """The end without marks and words that only join it to what follows."""
    while end > start and (low[end - 1] in " \t\n\f\r,;.:" or low.endswith(_HANGING, start, end)):
        end -= 1 if low[end - 1] in " \t\n\f\r,;.:" else len(low[start:end].split()[-1])
    return end


_IN_BRACKETS = re.compile(
    r"\s{0,3}\((?:[^()]{0,40}?\s)?(?:ngày\s{1,3})?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d\s?\)"
)
"""When an event is: "ngay sau lễ mít-tinh (ngày 03/02/2026)"."""
_OPENS_TERM = re.compile(r"(?:[.,;:]\s|\sthì\s)\s?$")
_OPENS = re.compile(r"(?:[.;:]\s|\sthì\s)\s?$")
_MAY_HOLD = frozenset(("outcome", "not-before"))
"""Forms whose first words may stand inside another event: "sau khi | thi hành xong …"."""
_HOUR_ALONE = re.compile(
    r"(?:lúc\s+)?\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?phút)?(?:\s(?:thứ\s\w{2,4}|chủ\snhật|hằng\s\w{3,5}))?"
)
_TERM_ALONE = re.compile(moments.TERM)


def _of_row(text: str, low: str, row: Clause, issued: dt.date | None) -> list[Deadline]:
    """A table's row: each cell on its own; a cell that holds a date alone is a deadline."""
    out: list[Deadline] = []
    for start, end in tasks.cells(low, row.span):
        if start >= end:
            continue
        cell = replace(row, span=(start, end), kind="text")
        out += _of_clause(text, low, cell, issued) or _alone(text, low, (start, end), issued)
    return out


def _alone(text: str, low: str, span: Span, issued: dt.date | None) -> list[Deadline]:
    """The deadline that a passage is which holds a date alone; none where it holds anything else."""
    passage = low[slice(*span)]
    if moments.read_cell(passage, issued).iso and len(passage.split()) <= _LONGEST_DATE:
        form = Form("cell", "on", FORMS[0].pattern, confidence=0.8)
        return [_deadline(text, low, span, form, issued)]
    if _HOUR_ALONE.fullmatch(low, *span):
        return [_deadline(text, low, span, Form("cell", "on", FORMS[0].pattern, confidence=0.7), None)]
    if _TERM_ALONE.fullmatch(low, *span):
        form = Form("cell", "by", FORMS[0].pattern, confidence=0.7)
        return [_deadline(text, low, span, form, None)]
    return []


_LONGEST_DATE = 8
"""Words of a date and its hour."""


def _deadline(text: str, low: str, span: Span, form: Form, issued: dt.date | None) -> Deadline:
    phrase, squeezed = low[span[0] : span[1]], re.sub(r"\s+", " ", text[span[0] : span[1]])
    value = moments.Value()
    recurrence = event = None
    bound: Bound = form.bound
    confidence = form.confidence
    if bound == "recurring":
        recurrence = deadline_values.recurrence(phrase)
    elif form.name == "interval" and bound == "by":
        value = moments.read(phrase[phrase.rfind("đến") :], issued)  # runs from the act's own day
    elif form.name == "interval":
        value = deadline_values.interval(phrase, issued)
    elif form.name in ("term", "length"):
        value = deadline_values.term(phrase, issued)
        event = squeezed[deadline_values.event_at(view.folded(squeezed)) :].rstrip(")") or None
    elif bound == "event":
        event = " ".join(text[span[0] : span[1]].split())
        value = moments.read(phrase[phrase.rfind("(") :], issued) if phrase.endswith(")") else value
    elif form.name == "until" and phrase.endswith(")"):
        value = deadline_values.interval(phrase, issued)
    elif form.name == "until" and (open_end := re.search(r"\s(?:đến|tới)\s+khi\s", phrase)):
        begins = moments.read(phrase[: open_end.start()], issued)
        first = moments.first_day(begins.iso) if begins.iso else None
        if issued is None or first is None or first >= issued:  # an earlier day says which things are meant
            value, bound = begins, "after"
        event = " ".join(text[span[0] + open_end.start() : span[1]].split())
    elif form.name == "same-month":
        pass  # its month is another deadline's
    elif form.name == "edge-days":
        value = moments.edge_days(phrase)
    elif form.name == "cell":
        value = moments.read_cell(phrase, issued)
    elif form.name not in ("vague", "back", "until", "several"):
        value = moments.read(phrase, issued)
        if bound == "by" and "trước" in phrase:
            bound = "before"  # "chậm nhất trước ngày …"
    if form.name == "this-month" and issued and phrase.split()[-2] == "tháng":
        value = moments.Value(f"{issued.year}-{issued.month:02}", "month", True)
    if value.iso is None and issued and _THIS_YEAR.fullmatch(phrase):
        value = moments.Value(str(issued.year), "year", True)
    if form.name == "ahead" and value.precision == "month":
        value = moments.Value()  # "02 ngày trước phiên họp tháng 10": the day of the meeting is not told
    if form.name == "ahead" and re.match(r"(?:chậm|muộn|trễ) nhất\s", phrase):
        bound = "by"
    if form.name in ("interval", "cell", "when") and value.iso and value.precision not in ("day", "time"):
        bound = "by"  # within a stretch of time: by its end
    if value.inferred:
        confidence *= 0.8
    return Deadline(
        text=text[span[0] : span[1]],
        date=value.iso,
        precision=value.precision if value.iso else None,
        bound=bound,
        event=event,
        recurrence=recurrence,
        span=span,
        confidence=round(confidence, 2),
    )


_THIS_YEAR = re.compile(r"từ\s+nay\s+(?:cho\s+)?(?:đến|tới)\s+(?:hết|cuối)\s+năm(?:\s+nay)?")


def warnings(found: Sequence[Deadline], issued: dt.date | None) -> list[Warning]:
    """Deadlines that lie before the directive's own date."""
    out = []
    for deadline in found:
        last = moments.last_day(deadline.date) if deadline.date else None
        if issued and last and last < issued and deadline.bound in ("before", "by", "on"):
            out.append(
                Warning(
                    code="deadline-before-issue",
                    message=f"The deadline {deadline.text!r} ({deadline.date}) lies before the "
                    f"directive's date {issued.isoformat()}; check both against the page.",
                    spans=[deadline.span],
                )
            )
    return out
