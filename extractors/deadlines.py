"""Finds the phrases that bound when something must be done, and values them by the directive's own date.

Document numbers, citations and the titles behind them are masked first: a date that identifies an act is no
deadline. `find` gives every candidate of the clauses; `binding` keeps those that bound a duty.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors import calendar_vn, deadline_context, events, modes, moments, periods, tasks, view
from extractors.dates import iso
from extractors.deadline_form import Form
from extractors.deadline_forms import AFTER_EVENT, FORMS, POINTS_BACK
from extractors.model import Bound, Deadline, Obligation, Precision, Reference, Span, Warning
from extractors.moments import COUNT
from extractors.structure import Clause, Structure

_ACT = (
    r"(?:công\s+văn|văn\s+bản|thông\s+báo|chỉ\s+thị|quyết\s+định|kế\s+hoạch|hướng\s+dẫn|kết\s+luận|"
    r"công\s+điện)"
)
_OWN_ACT = re.compile(
    rf"(?:kể\s+|tính\s+)?từ\s+(?:ngày\s+)?(?:ký|ban\s+hành|phát\s+hành)?\s*(?:ban\s+hành\s+)?{_ACT}\s*(?:này|ký|ban\s+hành)(?!\s+có\s+hiệu)|"
    rf"từ\s+ngày\s+(?:ký\s+ban\s+hành|ký|ban\s+hành)(?!\s+(?:\w+\s+)?(?:hợp\s+đồng|biên\s+bản|thỏa\s+thuận|bản|giấy|phiếu|chứng|{_ACT}(?!\s+này)))"
)


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
    low = events.masked(structure, [reference.span for reference in references])
    out: list[Deadline] = []
    for clause in structure.clauses:
        out += _of_clause(text, low, clause, issued)
    return _point_back(out)


def _of_clause(text: str, low: str, clause: Clause, issued: dt.date | None) -> list[Deadline]:
    found: list[tuple[Span, Form]] = []
    if clause.kind == "row":
        return _of_row(text, low, clause, issued)
    origin = clause.span[0]
    passage = low[slice(*clause.span)]
    mask = bytearray(len(passage))
    for form in FORMS:
        if not any(word in passage for word in form.needs):
            continue
        for match in form.pattern.finditer(low, *clause.span):
            start, end = match.span()
            if mask.find(1, start - origin, end - origin) >= 0:
                continue
            if not deadline_context.allowed(form, low, clause, start, end, issued):
                if form.name == "interval" or form.bound == "event":  # its parts are no deadlines either
                    mask[start - origin : end - origin] = b"\1" * (end - start)
                continue
            if form.tail:
                fronted = not low[clause.span[0] : start].strip() or bool(
                    _OPENS.search(low, start - 3, start)
                )
                end = events.end(text, low, end, clause.span[1], fronted)
                if end <= match.end() + 1 and form.name != "when-needed":
                    continue
                end = max(end, match.end())
                dated = _IN_BRACKETS.match(low, end, clause.span[1]) if form.bound == "event" else None
                end = dated.end() if dated else end
                held = mask.find(1, start - origin, end - origin)
                if held >= 0:  # "sau khi thu hoạch và hoàn thành trước mùa lũ": two deadlines
                    cut = re.search(r"\s(?:và|,)\s(?:\w+\s+){1,4}$", low[start : held + origin])
                    end = start + cut.start() if cut else held + origin
            end = _trimmed(low, start, end)
            if low[end : end + 1] == ")" and low.count("(", start, end) > low.count(")", start, end):
                end += 1
            mask[start - origin : end - origin] = b"\1" * (end - start)
            found.append(((start, end), form))
    ordered = sorted(found, key=lambda item: item[0])
    valued = [_deadline(text, low, span, form, issued) for span, form in ordered]
    return _each_year(_every_report(valued, low), low)


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
_OPENS = re.compile(r"[.;:]\s{1,2}$")
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


_TERM_ALONE = re.compile(moments.TERM)


def _of_row(text: str, low: str, row: Clause, issued: dt.date | None) -> list[Deadline]:
    """A table's row: each cell on its own; a cell that holds a date alone is a deadline."""
    out: list[Deadline] = []
    for start, end in tasks.cells(low, row.span):
        if start >= end:
            continue
        cell = replace(row, span=(start, end), kind="text")
        found = _of_clause(text, low, cell, issued)
        value = moments.read_cell(low[start:end], issued)
        if not found and value.iso and len(low[start:end].split()) <= 8:
            form = Form("cell", "on", FORMS[0].pattern, confidence=0.8)
            found = [_deadline(text, low, (start, end), form, issued)]
        elif not found and _TERM_ALONE.fullmatch(low, start, end):
            form = Form("cell", "by", FORMS[0].pattern, confidence=0.7)
            found = [_deadline(text, low, (start, end), form, None)]
        out += found
    return out


def _deadline(text: str, low: str, span: Span, form: Form, issued: dt.date | None) -> Deadline:
    phrase = low[span[0] : span[1]]
    value = moments.Value()
    recurrence = event = None
    bound: Bound = form.bound
    confidence = form.confidence
    if bound == "recurring":
        recurrence = _recurrence(phrase)
    elif form.name == "interval" and bound == "by":
        value = moments.read(phrase[phrase.rfind("đến") :], issued)  # runs from the act's own day
    elif form.name == "interval":
        value = _interval(phrase, issued)
    elif form.name in ("term", "length"):
        value = _term(phrase, issued)
        event = re.sub(r"\s+", " ", text[span[0] : span[1]])[_event_at(phrase) :].rstrip(")") or None
    elif bound == "event":
        event = " ".join(text[span[0] : span[1]].split())
        value = moments.read(phrase[phrase.rfind("(") :], issued) if phrase.endswith(")") else value
    elif form.name == "cell":
        value = moments.read_cell(phrase, issued)
    elif form.name not in ("vague", "back", "until"):
        value = moments.read(phrase, issued)
        if bound == "by" and "trước" in phrase:
            bound = "before"  # "chậm nhất trước ngày …"
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


def _event_at(phrase: str) -> int:
    squeezed = re.sub(r"\s+", " ", phrase)
    match = re.search(AFTER_EVENT, squeezed)
    return match.start() if match else len(squeezed)


_FIRST_DAY = re.compile(
    r"\b(\d{1,2})(?!\d|\s{0,3}(?:giờ|g|h|phút)(?![^\W\d]))(?<!giờ\s\d\d)(?<!h\d\d)"
    r"(?:\s*[/.-]\s*(\d{1,2})|\s*tháng\s*(\d{1,2}))?"
)
"""The day that opens a stretch of time, past the hour: "từ 18 giờ 00 ngày | 31/8 đến …"."""


_DAYS_IN_A_ROW = re.compile(r"\d{1,2}\s?(?:,|-|–|và)\s?(?:ngày\s)?(?=\d{1,2}\D{1,7}\d{1,2}\D)")
"""Up to the last of several days, which alone has its month: "các ngày 10, 11 và | 12/6/2026"."""


def _interval(phrase: str, issued: dt.date | None) -> moments.Value:
    listed = None if "đến" in phrase else _DAYS_IN_A_ROW.search(phrase)
    if listed:
        first, second = phrase[: listed.end()], phrase[listed.end() :]
    else:
        first, _, second = (
            phrase.partition("đến") if "đến" in phrase else phrase.replace("–", "-").partition("-")
        )
    end = moments.read(second, issued)
    start = moments.read(first, issued)
    if end.iso and start.precision == "month" and start.inferred and end.precision in ("day", "time"):
        month, close = int((start.iso or "")[5:7]), moments.first_day(end.iso)
        if close:  # "từ tháng 01 đến ngày 15/3/2026"
            start = moments.Value(f"{close.year - (month > close.month)}-{month:02}", "month", end.inferred)
    elif end.iso and (start.iso is None or start.inferred):
        match = _FIRST_DAY.search(first)
        close = moments.first_day(end.iso)
        if match and close:
            month = int(match[2] or match[3] or close.month)
            year = close.year - (month > close.month)
            start = moments.Value(iso(int(match[1]), month, year), "day", end.inferred)
    if not (start.iso and end.iso):
        return moments.Value()
    return moments.Value(f"{start.iso}/{end.iso}", "interval", start.inferred or end.inferred)


def _term(phrase: str, issued: dt.date | None) -> moments.Value:
    """The end of a term that runs from the directive's own date; nothing for other terms."""
    length = moments.term(phrase)
    if length is None or issued is None or not _OWN_ACT.search(phrase):
        return moments.Value()
    number, unit = length
    if unit == "ngày làm việc":
        day = calendar_vn.add_working_days(issued, number)
    elif unit in ("ngày", "tuần"):
        day = calendar_vn.add_days(issued, number * (7 if unit == "tuần" else 1))
    elif unit in ("tháng", "năm"):
        day = calendar_vn.add_months(issued, number * (12 if unit == "năm" else 1))
    else:
        return moments.Value()
    return moments.Value(day.isoformat(), "day", inferred=True)


_UNITS = {
    "năm": "yearly",
    "quý": "quarterly",
    "qúy": "quarterly",
    "tháng": "monthly",
    "tuần": "weekly",
    "ngày": "daily",
}


_PLURALS = {"tháng": "months", "năm": "years", "tuần": "weeks", "quý": "quarters", "ngày": "days"}


def _recurrence(phrase: str) -> str:
    """ "monthly:25", "yearly:11-15", "quarterly:first-month:05", "every:6-months"; else the unit alone."""
    every = re.search(rf"({COUNT})\s+(tháng|năm|tuần|quý|ngày)\s*(?:một|01|1|/)", phrase)
    every = every or re.search(rf"định\s+kỳ\s+({COUNT})\s+(tháng|năm|tuần|quý|ngày)", phrase)
    day = re.search(
        r"(?:ngày|trước|vào|đến|nhất|mùng|mồng)\s+(\d{1,2})(?!\d|\s*(?:giờ|h\b|g\b))(?:\s*(?:[/.-]|tháng)\s*(\d{1,2}))?",
        phrase,
    )
    unit = re.search(
        r"(?:h[ằà]ng|mỗi|từng|định\s+kỳ|của|đầu|cuối)\s+(năm|quý|qúy|tháng(?!\s+\d)|tuần|ngày)", phrase
    )
    if every and not unit:
        length = moments.term(phrase)
        number = length[0] if length else 1
        return f"every:{number}-{_PLURALS[every[2]]}"
    part = re.search(r"tháng\s+(đầu|cuối)", phrase)
    name = _UNITS[unit[1]] if unit else "weekly" if phrase.endswith(" tuần") else "yearly"
    if part and re.search(r"quý", phrase):
        name = f"quarterly:{'first' if part[1] == 'đầu' else 'last'}-month"
    if not day:
        return name
    return f"{name}:{int(day[2]):02}-{int(day[1]):02}" if day[2] else f"{name}:{int(day[1]):02}"


def _point_back(found: list[Deadline]) -> list[Deadline]:
    """ "Sau thời gian trên" takes its date from the deadline before it that has one."""
    last: str | None = None
    for deadline in found:
        if deadline.date is None and POINTS_BACK.match(view.folded(deadline.text)):
            within = view.folded(deadline.text).startswith("trong") and last is not None
            if within and deadline.recurrence is None and deadline.event is None:
                deadline.date, deadline.precision = last, _precision(last or "")
            elif last and deadline.bound != "by" and deadline.recurrence is None and deadline.event is None:
                end = moments.last_day(last)
                deadline.date = end.isoformat() if end and "/" in last else last
                deadline.precision = _precision(deadline.date)
        elif deadline.date and deadline.bound in ("before", "by", "on"):
            last = deadline.date
    return found


def _precision(value: str) -> Precision:
    if "/" in value:
        return "interval"
    return "quarter" if "Q" in value else ("day", "month", "year")[(10, 7, 4).index(len(value))]


_NEXT_SENTENCE = 160
"""Characters behind an order within which a sentence of its own says by when."""


def binding(
    found: Iterable[Deadline],
    structure: Structure,
    obligations: Sequence[Obligation],
    titles: Span = (0, 0),
) -> list[Deadline]:
    """The deadlines that bound a duty: inside an obligation, a lead-in, or a clause "Thời gian: …".

    ``titles``: an article's headlines, which say by when in short ("Hoàn thành đại hội trước ngày 30/6").
    """
    spans = [obligation.span for obligation in obligations]
    for clause in structure.clauses:
        low = structure.low[clause.span[0] : clause.span[1]]
        if re.match(r"(?:thời\s+(?:gian|hạn)(?!\s+(?:qua|tới|vừa))(?:\s+[^\s:,;.]+){0,9})\s*:", low):
            spans.append(clause.span)
            spans += [structure.clauses[child].span for child in clause.children]
        elif _is_timed(structure, clause):
            spans.append(clause.span)
        elif (
            clause.opens and clause.sentences and clause.children and modes.own(structure, clause) == "binds"
        ):
            spans.append(clause.sentences[-1][-1])
        spans += [
            part for parts in clause.sentences for part in parts if _SAYS_WHEN.match(structure.low, *part)
        ]
    found = list(found)
    spans += [task.time for task in tasks.read(structure) if task.time]
    spans += tasks.times(structure)
    spans += periods.bound(structure, found, obligations)
    ends: dict[str, list[int]] = {}
    for obligation in obligations:
        for text in obligation.deadlines:
            ends.setdefault(text, []).append(obligation.span[1])
    spans.sort()
    starts = [span[0] for span in spans]
    reach: list[int] = []  # how far any span that begins so far extends
    for _, end in spans:
        reach.append(max(end, reach[-1] if reach else 0))
    return [
        deadline
        for deadline in found
        if any(0 <= deadline.span[0] - end <= _NEXT_SENTENCE for end in ends.get(deadline.text, ()))
        or (
            deadline.bound in ("before", "by")
            and (
                titles[0] <= deadline.span[0] < titles[1]
                or _ASKED.search(structure.low, *_before(deadline.span))
            )
        )
        or ((at := bisect.bisect_right(starts, deadline.span[0])) and deadline.span[1] <= reach[at - 1])
    ]


_SAYS_WHEN = re.compile(
    r"thời\s+(?:gian|hạn|điểm)\s+(?:bắt\s+đầu|tiến\s+hành|thực\s+hiện|hoàn\s+thành|nộp|gửi|báo\s+cáo|tổ\s+chức|triển\s+khai|đăng\s+ký|tiếp\s+nhận)\s"
    r"(?!.{0,200}\bđã\s)",
    re.DOTALL,
)
"""A sentence that says when, without a colon: "Thời gian bắt đầu chi trả qua Bưu điện từ ngày 01/01/2026"."""


def _is_timed(structure: Structure, clause: Clause) -> bool:
    """Whether a clause stands under a title that names its time: "Điều 2. Thời hạn ủy quyền"."""
    above = structure.clauses[clause.parent] if clause.parent is not None else None
    if above is None or above.kind != "heading":
        return False
    title = structure.low[slice(*above.span)]
    return bool(re.match(r"thời\s+(?:hạn|gian)\s", title)) and len(title.split()) <= 12


_ASKED = re.compile(r"(?<!\w)(?:đề\s+nghị|yêu\s+cầu|giao)\s+(?!của)[^.;“”]{10,330}$")
"""What somebody is said to have been asked: "Cục A đã có Văn bản … đề nghị Cục B báo cáo trước ngày …"."""


def _before(span: Span) -> Span:
    return max(0, span[0] - 370), span[0]


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
