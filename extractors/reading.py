"""Runs every reader over a clean text, in order."""

from __future__ import annotations

import datetime as dt
import re

from extractors import (
    amendments,
    asides,
    bundle,
    closing,
    completion,
    deadline_binding,
    deadlines,
    elsewhere,
    head,
    moments,
    names,
    obligations,
    references,
    report,
    report_dates,
    report_own,
    report_told,
    rules,
    shape,
    signing,
    structure,
    tables,
    view,
)
from extractors.head_rows import page_title
from extractors.head_values import Head
from extractors.issuer import BODY_HEAD
from extractors.lead_in import asking, has_items, lead_in, mostly_orders, opening_body, orders_itself
from extractors.lines import ADDRESSED, TITLE
from extractors.model import ActType, Deadline, Issued, Obligation, Reading, Signatory, Span, Warning
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
    directive = _read_ends(text, zones, reading)
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


_BARE_KIND = re.compile(
    r"(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy)$"
)
"""A name that ends with the kind of its territory, which the place of issue completes."""


def _read_ends(text: str, zones: Zones, reading: Reading) -> bool:
    """Reads head and closing, or the head of the act that an article reports; False for neither."""
    found = _read_parts(text, zones, reading)
    if found and not any(signatory.name for signatory in reading.signatories):
        named = elsewhere.signatory(zones.above)
        named = named or (elsewhere.signed_last(text) if reading.kind == "directive" else None)
        reading.signatories += [named] if named else []
    if found and reading.kind == "directive" and reading.issuer is None:
        place = reading.issued.place if reading.issued else None
        signed = next((s.authority for s in reading.signatories if s.authority), "")
        reading.issuer = elsewhere.issuer_signed_for(signed, place, text)
    if found and reading.kind == "directive" and reading.issuer is not None:
        place = reading.issued.place if reading.issued else None
        bare = _BARE_KIND.search(reading.issuer.name) and names.territory(reading.issuer.name) is None
        if place and bare:
            name, _ = completion.complete(reading.issuer.name, reading.issuer.parent, place, text)
            reading.issuer.name = name
    if found and reading.issuer is not None:
        reading.issuer.name = elsewhere.of_school(reading.issuer.name, text)
    if found and reading.kind == "directive" and reading.type is None:
        reading.type = elsewhere.called_itself(text)
    beside = reading.recipients if found and reading.kind == "directive" else []
    reading.warnings += signing.doubts(reading.signatories, beside, zones.closing)
    reading.signatories = [signatory for signatory in reading.signatories if signatory.name]
    return found


def _read_parts(text: str, zones: Zones, reading: Reading) -> bool:
    top = head.read_head(text, zones)
    signer = _introduce(text, zones, top) if top.number is None and top.addressees else None
    reading.recipients = closing.recipients(text, zones)
    reading.signatories = closing.signatories(text, zones) or ([signer] if signer else [])
    if (not top.found or top.page) and _reads_report(text, reading):
        return True
    signed = any(s.authority or s.position for s in reading.signatories)
    if top.found or (top.addressees and signed) or (top.type and _opens_as_act(text)):
        reading.number, reading.type, reading.issuer, reading.issued = (
            top.number,
            top.type,
            top.issuer,
            top.issued,
        )
        reading.urgency, reading.secrecy = top.urgency, top.secrecy
        reading.subject, reading.addressees = top.subject, top.addressees
        reading.warnings += top.warnings
        return True
    if reading.recipients and any(s.authority or s.position for s in reading.signatories):
        message = "No number, kind of act or addressees were found: the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    if (own := elsewhere.titled(text)) is not None:
        reading.type, reading.issuer, reading.subject = own
        message = "The text has no head: its title names the kind of act; the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    ordering = lead_in(text) if has_items(text) else None
    if ordering is not None:
        reading.issuer, reading.subject = ordering, elsewhere.page_heading(text)
        message = (
            "No number, kind of act or addressees were found: the issuer is the body that orders in the "
            "text; "
            "the first page may be missing."
        )
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    if _reads_headless(text, reading):
        return True
    if (asks := orders_itself(text)) is not None:
        reading.issuer, reading.subject = asks, elsewhere.page_heading(text)
        message = "The text has no head: its issuer is the body that asks; the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    if _in_articles(text):
        message = "The text has no head: it is parts of an act in articles; the first page may be missing."
        reading.warnings.append(Warning(code="head-missing", message=message))
        return True
    reading.recipients, reading.signatories = [], []
    message = (
        "No number, kind of act or addressees were found at the start of this text: "
        "it may be no directive, or pages of it are missing."
    )
    reading.warnings.append(Warning(code="not-a-directive", message=message))
    return False


def _introduce(text: str, zones: Zones, top: Head) -> Signatory | None:
    """The head of a letter that a page reprints without it, from the page's sentence above it ("Ngày …,
    X có Công văn số … về việc …. Nội dung công văn:"); who signed it, where the sentence says so."""
    address = ADDRESSED.search(view.folded(text), *zones.head)
    above = text[: address.start()] if address else ""
    told = report.read_report(above) or report_told.read_told(above)
    if told is None or not told.issuing:
        return None
    top.number = told.number if told.number.text else None
    top.type, top.issuer = told.type or top.type, told.issuer or top.issuer
    top.issued, top.subject = told.issued or top.issued, top.subject or told.subject
    return told.signatory


_ITSELF = re.compile(r"(?<!\w)(công văn|thông báo|kế hoạch|hướng dẫn|chỉ thị|công điện)\s{1,3}này(?!\w)")


def _reads_headless(text: str, reading: Reading) -> bool:
    """Whether a body that asks opens the text ("Ban Thường vụ … đề nghị …") and the text calls itself an act
    ("công văn này"): the body and the kind of act are all there is of a head."""
    itself = _ITSELF.search(view.folded(text[:_REACH]))
    issuer = opening_body(text) if itself else None
    if itself is None or issuer is None:
        return False
    kind = tables.kinds_by_name()[itself[1]]
    reading.type, reading.issuer = ActType(code=kind.code, name=kind.name), issuer
    message = "The text has no head: kind and issuer are from its sentences; the first page may be missing."
    reading.warnings.append(Warning(code="head-missing", message=message))
    return True


_BASIS = re.compile(
    r"(?m)^\W{0,6}(?:căn cứ|thực hiện|theo đề nghị|xét|để)\s|(?:như sau|sau đây|(?:nội dung|việc) sau)\s?:"
)
_TITLE_OF = re.compile(
    r"\W{0,4}\w+ \w+ (?:về|v/v|tổ chức|xét|thực hiện|triển khai|đánh giá|kiểm tra|đăng ký|tuyển|phân công|"
    r"hướng dẫn)\s"
)
_TOP, _REACH = 3000, 20000


def _opens_as_act(text: str) -> bool:
    """Whether a text starts with a kind of act in capitals ("HƯỚNG DẪN") or a page's title ("Thông báo về …")
    and soon says what it rests on: an act whose head was not copied."""
    first = next((line for line in text.splitlines() if re.search(r"\w", line)), "")
    low = view.folded(text[:_TOP])
    about = page_title(first) and _TITLE_OF.match(view.folded(first))
    return bool(((first.isupper() and TITLE.match(view.folded(first))) or about) and _BASIS.search(low))


def _told(text: str) -> report.Report | None:
    """An act told of without its number; None where another body orders in the text, whose act it then is."""
    told = report_told.read_told(text)
    ordering = lead_in(text) if told and has_items(text) else None
    if told is None or told.issuer is None or ordering is None:
        return told
    a, b = view.folded(told.issuer.name), view.folded(ordering.name)
    return told if a in b or b in a else None


_IN_PARTS = re.compile(r"\W{0,8}(?:chương|phần|mục|điều)\s{1,3}(?:[ivx]{1,5}|\d{1,3})(?!\w)")


_ARTICLE = re.compile(r"(?m)^\W{0,6}điều\s{1,3}\d{1,3}[a-zđ]?\s{0,2}[.:]")
_LEAST_ARTICLES = 3


def _in_articles(text: str) -> bool:
    """Whether a text opens with a part of an act and goes on in articles ("Chương I … Điều 1. …")."""
    low = view.folded(text)
    articles = sum(1 for _ in _ARTICLE.finditer(low))
    return _IN_PARTS.match(low[:40]) is not None and articles >= _LEAST_ARTICLES


def _reads_report(text: str, reading: Reading) -> bool:
    if _IN_PARTS.match(view.folded(text[:40])):
        return False  # an act's own parts, its head lost: what it cites is not what it reports
    reported = report.read_report(text)
    if reported is not None and (own := report_own.carries_out(text, reported)):
        reading.issuer = reading.issuer or asking(text, own)
        return False
    if reported is not None and (reported.issuer is None or reported.subject is None):
        reported = report_told.filled(reported, text)
    if reported is not None:
        reported = report.with_asker(report_told.signed_later(reported, text), text)
    reported = reported or _told(text) or report_told.read_said(text)
    if reported is None or (reading.signatories and not reported.issuing):
        return False
    signed = [
        s for s in reading.signatories if s.authority or s.position
    ]  # of the letter that a page reprints
    reading.signatories = [reported.signatory] if reported.signatory else signed
    reading.recipients = reading.recipients if signed else []
    reading.kind = "report"
    reading.number = reported.number if reported.number.text else None
    reading.type, reading.issuer = reported.type, reported.issuer
    reading.issued, reading.subject = reported.issued, reported.subject
    reading.addressees = reported.addressees
    message = "This text reports an act and is not the act itself: the head's fields are the reported act's."
    reading.warnings.append(Warning(code="report", message=message, spans=[reported.span]))
    return True


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
