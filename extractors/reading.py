"""Runs every reader over a clean text, in order."""

from __future__ import annotations

import datetime as dt
import re

from extractors import (
    amendments,
    asides,
    bundle,
    deadline_binding,
    deadlines,
    moments,
    obligations,
    references,
    report_dates,
    rules,
    shape,
    structure,
    view,
)
from extractors.issuer import BODY_HEAD
from extractors.lead_in import mostly_orders
from extractors.model import Deadline, Issued, Obligation, Reading, Span, Warning
from extractors.reading_ends import read_ends
from extractors.zones import Zones, cut

_FROM_SIGNING = re.compile(
    r"ngày\s+(?:ký|ban\s+hành)|(?:ngày|sáng|trưa|chiều|tối|đêm|hôm)\s+(?:nay|mai)(?!\w)|"
    r"từ\s+nay(?!\s+(?:cho\s+)?(?:đến|tới)\s)"
)


def read(text: str) -> Reading:
    """What a directive says. ``text`` is NFC, whole, repaired; offsets in the result are into it.

    An article that reports an act gives that act's head, with ``kind="report"``. A text that is no directive
    (a novel, a price list) gives empty fields and the warning "not-a-directive".
    """
    text = shape.shaped(text) if any(map(str.isalnum, text)) else ""  # a blank page, or its dots
    zones = cut(text)
    reading = Reading()
    directive = read_ends(text, zones, reading)
    reading.references = references.find(text, zones, reading)
    if directive and reading.kind == "directive":
        bundled = bundle.others(text, zones, reading.number)
        reading.warnings += bundle.warnings(bundled)
        reading.references = [
            r for r in reading.references if not any(a <= r.span[0] < b for a, b in (o.span for o in bundled))
        ]
    if not directive and not any(reference.number for reference in reading.references):
        reading.references = []
    reading.warnings += references.inconsistencies(reading.references, reading.number)
    if directive:
        headless = any(warning.code == "head-missing" for warning in reading.warnings)
        _read_body(text, zones, reading, ordered=headless and mostly_orders(text))
    else:
        _read_orders(text, zones, reading)
    return reading


_ORDERED = 0.4
"""The share of words that orders hold in a text of orders; news and stories have less than a tenth."""


def _read_orders(text: str, zones: Zones, reading: Reading) -> None:
    """The duties of a text without a head, or of a page's middle, that is mostly orders to bodies it names;
    of any other text nothing is kept."""
    trial = Reading(references=reading.references)
    _read_body(text, zones, trial, orders=True)
    held = sum(len(o.text.split()) for o in trial.obligations)
    borne = sum(any(map(_is_official, o.bearers)) for o in trial.obligations)
    if borne < _LEAST_BORNE or held < _ORDERED * len(text.split()):
        return
    trial = Reading(references=reading.references)
    _read_body(text, zones, trial, orders=True, ordered=True)
    reading.obligations, reading.deadlines = trial.obligations, trial.deadlines
    reading.rules, reading.amendments = trial.rules, trial.amendments
    reading.references = references.find(text, zones, reading)
    message = (
        "The text has no head and names no body that orders; its duties were read: pages may be missing."
    )
    reading.warnings = [w for w in trial.warnings if w.code != "not-a-directive"]
    reading.warnings.append(Warning(code="head-missing", message=message))


_LEAST_BORNE = 2
_OFFICIAL = re.compile(
    r"(?:các|những|mọi|mỗi|từng|toàn thể|\d{1,3} ?%?)?\s*(?:cơ quan|đơn vị|địa phương|cấp ủy|cấp|chi bộ|"
    r"đảng viên|đoàn viên|hội viên|cán bộ|công chức|viên chức|thủ trưởng|giám đốc|chủ tịch|bí thư|trưởng|phó|"
    r"bộ trưởng|đồng chí|xã|phường|huyện|quận|tỉnh|thôn|khu phố|tổ|nhóm|doanh nghiệp|cơ sở|tổ chức|"
    r"nhà trường|giáo viên|chủ đầu tư|nhà thầu|thành viên)(?!\w)"
)


def _is_official(bearer: str) -> bool:
    """Whether a bearer is a body or an office; in a story people bid each other."""
    low = view.folded(bearer)
    return bool(_OFFICIAL.match(low) or BODY_HEAD.match(re.sub(r"^(?:các|những|mọi|mỗi)\s+", "", low)))


def _read_body(
    text: str,
    zones: Zones,
    reading: Reading,
    *,
    orders: bool = False,
    ordered: bool = False,
    since: dt.date | None = None,
) -> None:
    """``orders``: they need no lead-in that asks, as in an article about an act; ``ordered``: the whole text
    is known to order; ``since``: the day from which days without a year are reckoned where no date is."""
    clauses = structure.parse(text, zones)
    day, whole = (since, False) if since else _day(reading.issued)
    headless = any(warning.code == "head-missing" for warning in reading.warnings)
    if day is None and (orders or headless or reading.kind == "report"):
        cited_spans = [reference.span for reference in reading.references]
        day, whole = report_dates.year_of(view.folded(text), cited_spans), False
    cited = reading.references
    reading.amendments = amendments.find(text, clauses, references=cited, subject=reading.subject)
    _mark_amended(reading)
    found = deadlines.find(text, clauses, references=cited, issued=day)
    if not whole:
        found = [_undated(deadline) for deadline in found]
    reading.obligations = obligations.find(
        text,
        clauses,
        references=cited,
        deadlines=found,
        amendments=reading.amendments,
        act=reading.type.code if reading.type else None,
        reported=orders or reading.kind == "report",
        ordered=ordered,
    )
    _whole_names(text, reading)
    if reading.kind == "report":
        title, told = (
            _title_end(text),
            [span for w in reading.warnings if w.code == "report" for span in w.spans],
        )
        beside = asides.find(text)
        reading.obligations = [
            o
            for o in reading.obligations
            if o.span[0] >= title
            and not _only_reports(text, o, told)
            and not any(a <= o.span[0] < b for a, b in beside)
        ]
        _borne_by_addressees(text, reading, told)
    titles = (0, _title_end(text)) if reading.kind == "report" else (0, 0)
    reading.deadlines = deadline_binding.bound(found, clauses, reading.obligations, titles)
    if day is None and (first := _before_all(reading.deadlines)) is not None:
        _read_body(text, zones, reading, orders=orders, ordered=ordered, since=first)
        return
    reading.rules = rules.find(text, clauses, amendments=reading.amendments)
    _forbid_more(view.folded(text), reading)
    reading.warnings += structure.warnings(clauses)
    reading.warnings += deadlines.warnings(reading.deadlines, day) + rules.warnings(reading.rules)


_ASIDE = re.compile(r",\s{1,3}(?:trong đó|đồng thời)\s")
"""Leads from what is ordered to a limit beside it."""


def _forbid_more(low: str, reading: Reading) -> None:
    """An order that sets a share not to be exceeded forbids more, whatever its first verb: "Chi bộ chỉ xếp
    loại … không quá 20 %"."""
    shares = [rule.span for rule in reading.rules if rule.kind == "quota" and rule.span]
    for obligation in reading.obligations:
        a, b = obligation.span
        aside = _ASIDE.search(low, a, b)
        capped = any(a <= start and end <= (aside.start() if aside else b) for start, end in shares)
        if capped and obligation.modality == "obligation":
            obligation.modality = "prohibition"


def _whole_names(text: str, reading: Reading) -> None:
    """The issuer's own name, where it has commas, whole where it bears: "Tiểu ban thông tin" is "Tiểu ban
    thông tin, tuyên truyền, khánh tiết" where the text goes on so."""
    words = view.folded(reading.issuer.name).split() if reading.issuer and "," in reading.issuer.name else []
    low, plain = view.folded(text), view.plain(text)
    for n in range(len(words), 2, -1):
        name = " ".join(words[:n])
        pattern = re.escape(name).replace(r"\ ", r"\s{1,3}")
        seen = re.finditer(pattern, low) if "," in name[:-1] else iter(())
        printed = next((match for match in seen if not plain[slice(*match.span())].isupper()), None)
        if printed is None:
            continue
        whole = view.squeeze(plain[slice(*printed.span())]).strip(" ,")
        short = {name[:i] for i, letter in enumerate(name) if letter == ","}
        for obligation in reading.obligations:
            obligation.bearers = [whole if view.folded(b) in short else b for b in obligation.bearers]
        return


def _borne_by_addressees(text: str, reading: Reading, told: list[Span]) -> None:
    """Those to whom an article says the act was sent bear what the same sentence says it asks, where nobody
    is named: "X đã gửi Sở Y tế, | đề nghị kiểm tra …; | báo cáo …"."""
    for a, b in told if reading.addressees else ():
        start = text.rfind("\n", 0, a) + 1
        ends = re.compile(r"\.\s|\n|$").search(text, b)
        stop = ends.start() if ends else len(text)
        for o in reading.obligations:
            if not o.bearers and start <= o.span[0] < stop:
                o.bearers = list(reading.addressees)


def _title_end(text: str) -> int:
    """Where an article's titles end: its first printed lines that are no sentences; 0 where it has none."""
    end = 0
    for line in re.finditer(r"[^\n]*\w[^\n]*", text):
        if line[0].rstrip(" *_\t\r")[-1:] in tuple(".:;,") or len(line[0].split()) > 45:
            break
        end = line.end()
    return end if end < len(text.rstrip()) else 0


def _only_reports(text: str, obligation: Obligation, told: list[Span]) -> bool:
    """Whether it is the sentence that tells who issued the act, not what the act asks: "Chủ tịch UBND tỉnh ký
    ban hành Công điện số …". Its bearer stands before the act."""
    for a, b in told:
        if obligation.span[0] <= a and b <= obligation.span[1] and obligation.bearers:
            return view.squeeze(text[obligation.span[0] : a]).find(obligation.bearers[0]) >= 0
    return False


def _mark_amended(reading: Reading) -> None:
    """An act that this directive amends, though no mention of it says so, is amended where first named; one
    that it corrects, wherever it is named."""
    corrects = "đính chính" in view.folded(reading.subject or "")
    for target in {a.target for a in reading.amendments if a.target}:
        mentions = [r for r in reading.references if r.number == target]
        for mention in mentions if corrects else ():
            mention.relation = "amends" if mention.relation == "cites" else mention.relation
        if mentions and all(r.relation != "amends" for r in mentions):
            for mention in mentions[: 2 if len(mentions) > 1 and mentions[0].alias else 1]:
                mention.relation = "amends" if mention.relation == "cites" else mention.relation


def _day(issued: Issued | None) -> tuple[dt.date | None, bool]:
    """The directive's date, or the first day of the month or year that is printed; and if it is whole."""
    parts = [int(p) for p in issued.date.split("-")] if issued and issued.date else []
    if not parts:
        return None, True
    return dt.date(*([*parts, 1, 1])[:3]), len(parts) == 3


_FULL_DAY = re.compile(r"(?<!\d)(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|tháng\s\d{1,2}\snăm\s)20\d\d(?!\d)")
_BEFORE_IT = dt.timedelta(days=240)
"""Eight months: a text's days without a year stand mostly before the one printed in full, in its year
("sơ kết trước ngày 30/6, tổng kết trước ngày 15/12/2024"); what lies further back is of the year after."""


def _before_all(found: list[Deadline]) -> dt.date | None:
    """A day some months before the first that the deadlines of a text without a date print in full: those
    without a year are reckoned from it. None where they print days of several years, or none."""
    printed = [d.date for d in found if d.date and _FULL_DAY.search(view.folded(d.text))]
    known = [day for value in printed for day in (moments.first_day(value), moments.last_day(value)) if day]
    return min(known) - _BEFORE_IT if len({day.year for day in known}) == 1 else None


def _undated(deadline: Deadline) -> Deadline:
    """A term that runs from a signing day that is not printed has no date."""
    if _FROM_SIGNING.search(view.folded(deadline.text)):
        return deadline.model_copy(update={"date": None, "precision": None})
    return deadline
