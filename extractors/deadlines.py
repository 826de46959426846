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

from extractors import calendar_vn, events, modes, moments, tasks, view
from extractors.dates import iso
from extractors.deadline_forms import AFTER_EVENT, FORMS, POINTS_BACK, Form
from extractors.model import Bound, Deadline, Obligation, Precision, Reference, Span, Warning
from extractors.moments import COUNT, FIXED
from extractors.structure import Clause, Structure

_BARE_LEAD = re.compile(
    r"(?:tổ\s+chức|họp|diễn\s+ra|khai\s+mạc|bế\s+mạc|thời\s+gian|bắt\s+đầu|sáng|chiều|tối|thời\s+hạn|hạn|xong|thực\s+hiện|treo\s+cờ)\s*(?:từ)?\s*:?\s*(?:thứ\s+\w+,?\s*)?$"
)
_OCCASION = re.compile(r"(?:^|\W)nhân\s+dịp\s[^,.;:]*\W(?:diễn\s+ra|tổ\s+chức|khai\s+mạc)(?:\W[^,.;:]*)?$")
_DATED = re.compile(
    rf"\s{{0,9}},?\s{{0,9}}(?:là\s+)?(?:trước|chậm\s+nhất|xong\s+trước|đến|vào)\s+(?:\w+\s+){{0,2}}?(?:{FIXED})"
)
_HARM = re.compile(
    r"(?<!chống\s)(?<!phòng\s)(?<!phó\s)(?<!với\s)(?:mưa\s+lũ|mưa\s+lớn|lũ\s+lụt|lũ|bão|ngập\s+lụt|ngập|thiên\s+tai|dịch\s+bệnh|nắng\s+nóng|rét\s+hại)\s*(?:,|diễn\s+ra|xảy\s+ra)?\s*$"
)
_MEETING = re.compile(
    r"(?:(?:cuộc|phiên|buổi)\s+(?:họp|làm\s+việc)|hội\s+nghị|kỳ\s+họp|giao\s+ban)\s*(?:vào)?\s*$"
)
_SAID_AT = re.compile(r"(?:ý\s+kiến|chỉ\s+đạo|kết\s+luận|thống\s+nhất|thông\s+báo|phát\s+biểu)\b")
_WHEN_LEAD = re.compile(r"(?:^|\W)thời\s+(?:gian|hạn)(?:\s+\w+){0,3}\s*:\s*(?:trong\s+)?$")
_YEAR_LEAD = re.compile(
    r"(?:hoàn\s+thành|xong|kết\s+thúc|ban\s+hành|trình|báo\s+cáo|đạt|phấn\s+đấu|thực\s+hiện)\W*(?:\w+\W+){0,9}$"
)
_YEAR_NOT = re.compile(
    r"(?:giai\s+đoạn|chiến\s+lược|quy\s+hoạch|tầm\s+nhìn|định\s+hướng|chương\s+trình|đề\s+án|mục\s+tiêu|dự\s+án)\W*(?:\w+\W+){0,14}$"
)
_ACT = (
    r"(?:công\s+văn|văn\s+bản|thông\s+báo|chỉ\s+thị|quyết\s+định|kế\s+hoạch|hướng\s+dẫn|kết\s+luận|"
    r"công\s+điện)"
)
_OWN_ACT = re.compile(
    rf"(?:kể\s+|tính\s+)?từ\s+(?:ngày\s+)?(?:ký|ban\s+hành|phát\s+hành)?\s*(?:ban\s+hành\s+)?{_ACT}\s*(?:này|ký|ban\s+hành)(?!\s+có\s+hiệu)|"
    rf"từ\s+ngày\s+(?:ký\s+ban\s+hành|ký|ban\s+hành)(?!\s+\w*\s*(?:hợp\s+đồng|{_ACT}(?!\s+này)))"
)


_COUNTED_FROM = re.compile(r"(?:được\s+)?tính\s+(?:từ\s[^.;:]{0,60})?$")
"""What a report's figures cover ("Số liệu được tính từ ngày 21 … đến ngày 20 …"), not when it is due."""
_EACH_TIME = re.compile(
    r"\s+(?:báo\s+cáo|cập\s+nhật|gửi|tổng\s+hợp|kiểm\s+tra|rà\s+soát|thống\s+kê|xây\s+dựng|tiến\s+hành)"
)
_PERIODICALLY = re.compile(
    r"\s+(?:báo\s+cáo|kiểm\s+tra|tổng\s+hợp|rà\s+soát|đánh\s+giá|sơ\s+kết|gửi|thông\s+báo|giám\s+sát)"
)
_DONE_BY_THEN = re.compile(
    r"(?:ban\s+hành|ký(?:\s+kết)?|cấp|phê\s+duyệt|phát\s+sinh|hình\s+thành|tuyển\s+dụng|bổ\s+nhiệm|thành\s+lập|"
    r"nghỉ\s+hưu|xảy\s+ra|sử\s+dụng|khởi\s+công|công\s+nhận|kết\s+nạp|hiệu\s+lực)\s*$"
)
"""With a day long past: which things are meant ("văn bản ban hành trước ngày …"), not when to act."""


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
            if not _allowed(form, low, clause, start, end, issued):
                if form.name == "interval":  # its parts are no deadlines either
                    mask[start - origin : end - origin] = b"\1" * (end - start)
                continue
            if form.tail:
                end = events.end(text, low, end, clause.span[1])
                if end <= match.end() + 1:
                    continue
                held = mask.find(1, start - origin, end - origin)
                if held >= 0:  # "sau khi thu hoạch và hoàn thành trước mùa lũ": two deadlines
                    cut = re.search(r"\s(?:và|,)\s(?:\w+\s+){1,4}$", low[start : held + origin])
                    end = start + cut.start() if cut else held + origin
            while end > start and low[end - 1] in " \t\n\f\r,;.:":
                end -= 1
            if low[end : end + 1] == ")" and low.count("(", start, end) > low.count(")", start, end):
                end += 1
            mask[start - origin : end - origin] = b"\1" * (end - start)
            found.append(((start, end), form))
    ordered = sorted(found, key=lambda item: item[0])
    return _each_year([_deadline(text, low, span, form, issued) for span, form in ordered], low)


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


def _of_row(text: str, low: str, row: Clause, issued: dt.date | None) -> list[Deadline]:
    """A table's row: each cell on its own; a cell that holds a date alone is a deadline."""
    out: list[Deadline] = []
    for start, end in tasks.cells(low, row.span):
        if start >= end:
            continue
        cell = replace(row, span=(start, end), kind="text")
        found = _of_clause(text, low, cell, issued)
        value = moments.read(low[start:end], issued)
        if not found and value.iso and len(low[start:end].split()) <= 8:
            form = Form("cell", "on", FORMS[0].pattern, confidence=0.8)
            found = [_deadline(text, low, (start, end), form, issued)]
        out += found
    return out


def _allowed(form: Form, low: str, clause: Clause, start: int, end: int, issued: dt.date | None) -> bool:
    before = low[max(clause.span[0], start - 90) : start]
    if form.name in ("interval", "by", "after") and _COUNTED_FROM.search(before):
        return False
    if form.name == "bare":
        if before.rstrip().endswith(":") and not low[end : clause.span[1]].strip(" .;,"):
            return True  # "Tựu trường: ngày 26/8/2024."
        return bool(_BARE_LEAD.search(before)) and not _is_bygone_meeting(before, low[start:end], issued)
    if form.name == "interval":  # when something else took place, not when to act
        return not _HARM.search(before) and not _OCCASION.search(
            low[max(clause.span[0], start - 300) : start]
        )
    if form.name == "vague":  # "đúng thời hạn trước ngày …": the day alone is the deadline
        return not _DATED.match(low, end)
    if form.name == "when":
        return bool(_WHEN_LEAD.search(before))
    if form.name == "year":
        if re.search(r"tính\s*$", before):
            return False
        if _YEAR_NOT.search(before) or re.match(
            r"\s*(?:,\s*tầm\s+nhìn|là\b|và\s+định\s+hướng)", low[end : end + 20]
        ):
            return False
        year = re.search(r"\d{4}", low[start:end])
        past = year and issued and int(year[0]) < issued.year
        last = bool(re.match(r"\s*(?:[.;,)]|$)", low[end : end + 3]))
        return not past and bool(_YEAR_LEAD.search(before) or last or not before.strip())
    if form.name == "term" and not form.tail:
        bygone = re.match(r"\s*(?:qua|gần\s+đây|liền|liên\s+tục|đầu|trước)\b", low[end : end + 12])
        return not bygone and not re.match(r"trong\s+(?!vòng|thời)\D*\w+\s+(?:năm|tháng)$", low[start:end])
    if form.name == "start":
        return (
            not before.strip()
            or bool(re.search(r"[.;:]\s*$|(?:^|\W)(?:đồng\s+thời|và),?\s*$", before))
            or (form.bound == "recurring" and bool(re.search(r"định\s+kỳ\s*$", before)))
            or (before.rstrip().endswith(",") and bool(_EACH_TIME.match(low, end)))
        )
    if form.name in ("before", "by") and _DONE_BY_THEN.search(before):
        day = moments.last_day(moments.read(low[start:end], issued).iso or "")
        return issued is None or day is None or day >= issued
    if form.name == "periodic":
        opens = not before.strip() or re.search(r"[.;:,]\s*$", before)
        return bool((opens and _PERIODICALLY.match(low, end)) or "đột" in low[start:end])
    if form.name == "after":
        return not re.search(r"(?:hiệu\s+lực(?:\s+thi\s+hành)?|giai\s+đoạn)\s*$", before)
    return True


def _is_bygone_meeting(before: str, phrase: str, issued: dt.date | None) -> bool:
    """ "… ý kiến chỉ đạo tại cuộc họp ngày 22/8/2024": the day names the meeting, and bounds nothing."""
    if not _MEETING.search(before):
        return False
    day = moments.first_day(moments.read(phrase, issued).iso or "")
    return bool(_SAID_AT.search(before)) or (issued is not None and day is not None and day < issued)


def _deadline(text: str, low: str, span: Span, form: Form, issued: dt.date | None) -> Deadline:
    phrase = low[span[0] : span[1]]
    value = moments.Value()
    recurrence = event = None
    bound: Bound = form.bound
    confidence = form.confidence
    if bound == "recurring":
        recurrence = _recurrence(phrase)
    elif form.name == "interval":
        value = _interval(phrase, issued)
    elif form.name == "term":
        value = _term(phrase, issued)
        event = re.sub(r"\s+", " ", text[span[0] : span[1]])[_event_at(phrase) :] or None
    elif bound == "event":
        event = " ".join(text[span[0] : span[1]].split())
    elif form.name not in ("vague", "back"):
        value = moments.read(phrase, issued)
        if bound == "by" and "trước" in phrase:
            bound = "before"  # "chậm nhất trước ngày …"
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


def _interval(phrase: str, issued: dt.date | None) -> moments.Value:
    first, _, second = phrase.partition("đến") if "đến" in phrase else phrase.partition("-")
    end = moments.read(second, issued)
    start = moments.read(first, issued)
    if end.iso and (start.iso is None or start.inferred):
        match = re.search(r"(?:ngày\s+|\b)(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})|\s*tháng\s*(\d{1,2}))?", first)
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
        r"(?:ngày|trước|vào|đến|nhất)\s+(\d{1,2})(?!\d|\s*(?:giờ|h\b|g\b))(?:\s*(?:[/.-]|tháng)\s*(\d{1,2}))?",
        phrase,
    )
    unit = re.search(r"(?:h[ằà]ng|mỗi|từng|định\s+kỳ|của)\s+(năm|quý|qúy|tháng(?!\s+\d)|tuần|ngày)", phrase)
    if every and not unit:
        length = moments.term(phrase)
        number = length[0] if length else 1
        return f"every:{number}-{_PLURALS[every[2]]}"
    part = re.search(r"tháng\s+(đầu|cuối)", phrase)
    name = _UNITS[unit[1]] if unit else "yearly"
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
            if last and deadline.bound != "by" and deadline.recurrence is None and deadline.event is None:
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


def binding(
    found: Iterable[Deadline], structure: Structure, obligations: Sequence[Obligation]
) -> list[Deadline]:
    """The deadlines that bound a duty: inside an obligation, a lead-in, or a clause "Thời gian: …"."""
    spans = [obligation.span for obligation in obligations]
    for clause in structure.clauses:
        low = structure.low[clause.span[0] : clause.span[1]]
        if re.match(r"(?:thời\s+(?:gian|hạn)(?!\s+(?:qua|tới|vừa))(?:\s+[^\s:,;.]+){0,9})\s*:", low):
            spans.append(clause.span)
            spans += [structure.clauses[child].span for child in clause.children]
        elif (
            clause.opens and clause.sentences and clause.children and modes.own(structure, clause) == "binds"
        ):
            spans.append(clause.sentences[-1][-1])
    spans += [task.time for task in tasks.read(structure) if task.time]
    spans.sort()
    starts = [span[0] for span in spans]
    reach: list[int] = []  # how far any span that begins so far extends
    for _, end in spans:
        reach.append(max(end, reach[-1] if reach else 0))
    return [
        deadline
        for deadline in found
        if (deadline.bound in ("before", "by") and _ASKED.search(structure.low, *_before(deadline.span)))
        or ((at := bisect.bisect_right(starts, deadline.span[0])) and deadline.span[1] <= reach[at - 1])
    ]


_ASKED = re.compile(r"(?<!\w)(?:đề\s+nghị|yêu\s+cầu|giao)\s+(?!của)[^.;“”]{10,200}$")
"""What somebody is said to have been asked: "Cục A đã có Văn bản … đề nghị Cục B báo cáo trước ngày …"."""


def _before(span: Span) -> Span:
    return max(0, span[0] - 240), span[0]


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
