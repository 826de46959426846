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
from itertools import pairwise

from extractors import (
    dates,
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
from extractors.deadline_around import Around
from extractors.deadline_form import HOUR_SAID, Form
from extractors.deadline_forms import FORMS, POINTS_BACK
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
    return _point_back(out, low)


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
    return _terms(_beside(_each_year(_every_report(_joined(valued, text, low), low), low), low), low)


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


_TERM_IS = re.compile(
    r"(?:thời\s+hạn|(?<!thời\s)hạn(?:\s+(?:cuối|chót))?)(?:\s+\w{1,8}){0,7}?\s*(?:là|:)\s*(?:vào\s+|đến\s+)?$"
)


def _terms(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Hạn chót nộp phiếu là | 17 giờ ngày 20/4": the day a term ends."""
    for deadline in found:
        at = deadline.span[0]
        if deadline.bound == "on" and deadline.date and _TERM_IS.search(low[max(0, at - 90) : at]):
            deadline.bound = "by"
    return found


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
_TIMES = re.compile(r"(?:lần|buổi|kỳ|đợt|cuộc)(?:\s?/\s?\w{2,5})?$")
_WHEN = re.compile(r"(?:vào|lúc|trước|kể\s+từ|bắt\s+đầu\s+từ)\s")
_SINCE = re.compile(r"kể\s+từ|bắt\s+đầu\s+từ")


def _joined(found: list[Deadline], text: str, low: str) -> list[Deadline]:
    """ "hai tuần một lần, | vào chiều thứ Năm": how often and when is one deadline."""
    out: list[Deadline] = []
    for deadline in found:
        often = out[-1] if out else None
        at, end = deadline.span
        if (
            often
            and often.bound == "recurring"
            and _TIMES.search(low[slice(*often.span)])
            and re.fullmatch(r",?\s", low[often.span[1] : at])
            and _WHEN.match(low, at)
            and (_SINCE.match(low, at) or not re.search(r"\d{4}", deadline.text))
        ):
            span = often.span[0], end
            rule = deadline_values.recurrence(low[slice(*span)])
            out[-1] = often.model_copy(update={"span": span, "text": text[slice(*span)], "recurrence": rule})
            continue
        out.append(deadline)
    return out


_REGULAR_REPORT = re.compile(
    r"báo\s+cáo\s+(?:(?:định\s+kỳ|sơ\s+kết|tổng\s+kết)\s+)?(?:(?:0?[369]|sáu|chín)\s+tháng|năm|quý|tháng|tuần)"
    r"(?:\s+(?:đầu\s+năm|cuối\s+năm))?\s*:"
)


_NEXT_ITEM = re.compile(r"\n[ \t]{0,40}(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))")


def _every_report(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Báo cáo 6 tháng: … trước ngày 05/7": due every year, the text fixes none."""
    for deadline in found:
        day = moments.first_day(deadline.date or "")
        yearless = deadline.precision == "day" and not re.search(r"\d{4}", deadline.text)
        if not (day and yearless) or deadline.recurrence is not None:
            continue
        before = low[max(0, deadline.span[0] - 300) : deadline.span[0]]
        named = list(_REGULAR_REPORT.finditer(before))
        if named and not _NEXT_ITEM.search(before, named[-1].end()):
            deadline.recurrence = f"yearly:{day.month:02}-{day.day:02}"
            deadline.date = deadline.precision = None
    return found


def _each_year(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Hằng năm, … báo cáo trước ngày 15/12": the day is every year's, the text fixes no date."""
    for first, second in pairwise(found):
        between = low[first.span[1] : second.span[0]]
        yearless = second.date is not None and not re.search(r"\d{4}", second.text)
        if first.recurrence == "yearly" and yearless and "." not in between and len(between) < 200:
            day = moments.first_day(second.date or "")
            if day and second.precision == "day":
                second.recurrence = f"yearly:{day.month:02}-{day.day:02}"
            second.date = second.precision = None
    return found


_BESIDE = re.compile(r"\s?(?:\([^()]{1,30}\))?\s?(?:và|,|;|,? còn)\s")


def _beside(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Chậm nhất 17 giờ ngày 10/9 (đợt 1) và 17 giờ ngày 30/9 (đợt 2)": one bound for both."""
    for first, second in pairwise(found):
        if (
            second.bound == "on"
            and first.bound in ("by", "before")
            and first.date
            and second.date
            and re.match(r"\d|ngày\s", low[second.span[0] : second.span[1]])
            and _BESIDE.fullmatch(low[first.span[1] : second.span[0]])
        ):
            second.bound = first.bound
    return found


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
_SAME_DAY = re.compile(r"\scùng ngày$")
_SAME_MONTH = re.compile(r"ngày\s{1,3}(\d{1,2})\s{1,3}cùng tháng$")
_ELSEWHEN = re.compile(
    r"[.:](?=\s)|\n\s*\n|(?<!\w)(?:h[ằà]ng|mỗi|từng|nếu|khi|thì|trong\s+ngày|phát\s+sinh)(?!\w)"
)
"""Between a day and "trước 17 giờ cùng ngày": another sentence, or another day is meant."""


def _point_back(found: list[Deadline], low: str) -> list[Deadline]:
    """ "Sau thời gian trên" takes its date from the deadline before it that has one, "trước 17 giờ cùng ngày"
    from the day right before it."""
    last: str | None = None
    day: Deadline | None = None
    for deadline in found:
        if deadline.date is None and POINTS_BACK.match(view.folded(deadline.text)):
            within = view.folded(deadline.text).startswith("trong") and last is not None
            if within and deadline.recurrence is None and deadline.event is None:
                deadline.date, deadline.precision = last, deadline_values.precision(last or "")
            elif last and deadline.bound != "by" and deadline.recurrence is None and deadline.event is None:
                end = moments.last_day(last)
                deadline.date = end.isoformat() if end and "/" in last else last
                deadline.precision = deadline_values.precision(deadline.date)
        elif day is not None and day.date and (same := _SAME_MONTH.search(view.folded(deadline.text))):
            value = dates.iso(int(same[1]), int(day.date[5:7]), int(day.date[:4]))
            deadline.date, deadline.precision = value, "day" if value else None
        elif deadline.date is None and _SAME_DAY.search(view.folded(deadline.text)):
            near = day is not None and not _ELSEWHEN.search(low, day.span[1], deadline.span[0])
            if near and day is not None and day.date:
                deadline.date, deadline.precision = day.date[:10], "day"
        elif deadline.date and deadline.bound in ("before", "by", "on"):
            last = deadline.date
        if (
            deadline.date
            and len(deadline.date) >= 10
            and "/" not in deadline.date
            and deadline.bound != "after"
        ):
            day = deadline
    return found


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
