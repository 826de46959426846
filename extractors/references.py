"""References: every mention of another act, by number or by name, with kind, date, issuer and relation.

The quote runs from the kind of act to the end of its issuing body and stops before its title. Acts that a
list joins share the issuer that the last one names ("Quy định số …, Hướng dẫn số … và Công văn số … của Ban
Thường vụ Tỉnh ủy") if their numbers say the same issuer. The directive's own number is no reference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

from extractors import dates, named_acts, numbers, relations, tables, view
from extractors.body_phrases import body_end
from extractors.model import Number, Reading, Reference, Relation, Span, Warning
from extractors.numbers import Parsed
from extractors.zones import Zones

_PAGE = r"(?:\s{0,3}\n\s{0,80}\d{1,3}\s{0,3}\n)?"
_DAY = re.compile(rf"{_PAGE}\s{{0,6}}[,(]?\s{{0,60}}(?:ký\s{{1,3}}|ban hành\s{{1,3}})?ngày\s{{1,6}}")
_YEAR = re.compile(r"\s{0,3}[,(]?\s{0,3}(?:năm|/)\s{0,3}((?:19|20)\d\d)(?!\d)")
_OF = re.compile(rf"{_PAGE}\s{{0,4}}\)?,?\s{{0,60}}(?:của|do)\s{{1,60}}(?:liên\s{{1,3}})?")
_PLENUM = re.compile(r"\s{1,4}(?=hội\s{1,3}nghị\s{1,3}(?:lần|trung|ban))")
_ALIAS = re.compile(
    r"\(\s?(?:sau\s{1,3}đây\s{1,3})?(?:được\s{1,3})?(?:gọi|viết)\s{1,3}(?:tắt\s{1,3}|chung\s{1,3})?là:?\s{1,3}(?P<alias>[^()\n]{2,120}?)\s?\)"
)
_LINK = re.compile(r"^(?:[\s,;/&-]|và|cùng|các|với|hoặc|số|:|\d{1,3}\n)*$")
_BARE = re.compile(r"\s{0,3}số:?\s{1,3}(?P<serial>\d{1,6})(?=\s{0,3}(?:,?\s{1,3}ngày\s|\s{1,3}của\s))")
_LABEL = re.compile(r"số\s{0,3}:?\s{0,40}$")
_LAW = re.compile(r"(?<!\w)(?:bộ luật|luật|pháp lệnh)(?!\w)")


@dataclass(slots=True)
class _Mention:
    """A mention on its way to a `Reference`."""

    start: int
    end: int
    parsed: Parsed | None
    number: str | None
    kind: str | None
    worded: bool
    """A kind of act stands before the number."""
    date: str | None = None
    issuer: str | None = None
    confidence: float = 0.97
    alias: str | None = None
    inner: int = 0
    """Where the number starts (the quote's start, for an act without one)."""
    relation: Relation = "cites"
    settled: bool = False
    extra: dict[str, str] = field(default_factory=dict)


def find(text: str, zones: Zones, reading: Reading) -> list[Reference]:
    """The mentions of other acts, in order. ``reading`` gives the directive's own number and subject."""
    plain, low = view.plain(text), view.folded(text)
    own = reading.number
    skip = [own.span] if own and own.span else []
    mentions = [
        m for m in _numbered(plain, low) if not _is_own(m, own) and not any(_overlaps(m, s) for s in skip)
    ]
    mentions += _bare(plain, low, mentions)
    mentions += _short(plain, low, mentions)
    taken = sorted((m.start, m.end) for m in mentions)
    for act in named_acts.find(plain, low):
        if not _inside(act.span, taken):
            mentions.append(
                _Mention(
                    *act.span, None, None, act.kind, True, date=act.date, inner=act.span[0], confidence=0.9
                )
            )
            _issuer_of_named(mentions[-1], plain, low)
    mentions.sort(key=lambda m: m.start)
    mentions = _unnested(mentions)
    _share(mentions, plain, low)
    _relate(mentions, low, zones, reading)
    return [
        Reference(
            text=view.squeeze(text[m.start : m.end]),
            number=m.number,
            type=m.kind,
            date=m.date,
            issuer=m.issuer,
            relation=m.relation,
            alias=m.alias,
            span=(m.start, m.end),
            confidence=m.confidence,
        )
        for m in mentions
    ]


@cache
def _kinds() -> re.Pattern[str]:
    names = sorted((view.folded(k.name) for k in tables.kinds()), key=len, reverse=True)
    names = [n for n in names if n not in {"luật", "bộ luật", "pháp lệnh"}]
    words = "|".join(
        n.replace(" ", r"\s{1,40}") for n in [*names, "văn bản", "chương trình hành độ", "đề án", "thư"]
    )
    return re.compile(
        rf"(?<!\w)(?:{words})(?:\s{{1,3}}(?:liên tịch|liên ngành|kết luận|chung))?\s{{0,40}}(?:\([^()\n]{{0,40}}\)\s{{0,3}})?(?:số\s{{0,3}}:?\s{{0,40}})?$"
    )


def _numbered(plain: str, low: str) -> list[_Mention]:
    out: list[_Mention] = []
    floor = 0
    for written in numbers.find_plain(plain, 0, len(plain)):
        a, b = written.span
        begin, kind_name = _kind_before(low, max(floor, a - 120), a)
        worded = kind_name is not None
        law = written.parsed.issuer_code in {"QH", "UBTVQH"} and not worded
        if law:
            begin, kind_name = _law_before(low, max(floor, a - 260), a, begin)
            worded = kind_name is not None
        mention = _Mention(begin, b, written.parsed, written.parsed.text, None, worded, inner=a)
        mention.kind = _kind(written.parsed, kind_name)
        _extend(mention, plain, low)
        out.append(mention)
        floor = mention.end
    return out


def _kind_before(low: str, floor: int, end: int) -> tuple[int, str | None]:
    """The start of the kind of act, or of "số", that stands right before a number, and the kind's name."""
    match = _kinds().search(low, floor, end)
    if match:
        name = re.sub(r"\s*(?:\(.*)?(?:số\s*:?\s*)?$", "", view.squeeze(match[0]))
        return match.start(), name
    label = _LABEL.search(low, max(floor, end - 50), end)
    return (label.start() if label else end), None


def _law_before(low: str, floor: int, end: int, begin: int) -> tuple[int, str | None]:
    """ "Luật …" before a number of the Assembly, its title between them."""
    stop = max(low.rfind(mark, floor, end) for mark in (";", ".\n", ". ", ":"))
    floor = max(floor, stop + 1)
    last = None
    for match in _LAW.finditer(low, floor, end):
        last = (
            match
            if last is None
            or low[last.end() : match.start()].strip() not in {"sửa đổi, bổ sung một số điều của"}
            else last
        )
    if last is None or re.search(r"\d/\d", low[last.end() : begin]):
        return begin, None
    return last.start(), last[0]


def _kind(parsed: Parsed | None, name: str | None) -> str | None:
    if parsed and parsed.type_code:
        return parsed.type_code
    if name:
        known = tables.kinds_by_name().get(name)
        while known is None and " " in name:
            name = name.rsplit(" ", 1)[0]
            known = tables.kinds_by_name().get(name)
        if known:
            return known.code
    if parsed and parsed.issuer_code in {"QH"}:
        return "L" if name is not None else None
    return None


def _extend(mention: _Mention, plain: str, low: str) -> None:
    """Takes in the date and the issuing body that follow."""
    end = mention.end
    day = _DAY.match(low, end)
    if day:
        found = dates.DAY.match(low, day.end())
        value = dates.day_of(found) if found else None
        if found and value:
            mention.date, end = value, found.end()
    if mention.date is None and mention.parsed and not mention.parsed.year:
        year = _YEAR.match(low, end)
        if year and low[year.start() : year.end()].strip()[:3] == "năm":
            mention.date, end = year[1], year.end()
    mention.end = end
    _take_issuer(mention, plain, low)


def _take_issuer(mention: _Mention, plain: str, low: str) -> None:
    end = mention.end
    of = _OF.match(low, end) or _PLENUM.match(low, end)
    if of:
        body = body_end(plain, low, of.end(), len(plain))
        if body is not None:
            close = ")" if ")" in low[of.start() : of.end()] else ""
            if not (
                of[0].strip(" ,)").startswith("do")
                and not re.match(r"\s{1,3}(?:ban hành|ký)", low[body : body + 12])
            ):
                mention.issuer, mention.end = view.squeeze(plain[of.end() : body]), body
                mention.extra["close"] = close


def _issuer_of_named(mention: _Mention, plain: str, low: str) -> None:
    if mention.kind in {"NQ", "KL"}:
        return
    of = _OF.match(low, mention.end)
    if of and mention.date and low.startswith("quốc hội", of.end()):
        _take_issuer(mention, plain, low)


def _bare(plain: str, low: str, mentions: list[_Mention]) -> list[_Mention]:
    """Numbers without a code, behind a kind and before a date or body: "Công văn số 335 ngày … của …"."""
    taken = sorted((m.start, m.end) for m in mentions)
    out = []
    for match in _BARE.finditer(low):
        begin, name = _kind_before(low, max(0, match.start("serial") - 60), match.start("serial"))
        if name is None or _inside((begin, match.end()), taken):
            continue
        mention = _Mention(
            begin,
            match.end(),
            None,
            match["serial"],
            _kind(None, name),
            True,
            inner=match.start("serial"),
            confidence=0.75,
        )
        _extend(mention, plain, low)
        if mention.date or mention.issuer:
            out.append(mention)
    return out


_SHORT = re.compile(
    r"(?<!\w)(?P<kind>công văn|kế hoạch|quy định|quyết định|nghị quyết|chỉ thị|kết luận|hướng dẫn|thông tư|nghị định|"
    r"chương trình|đề án|thông báo|báo cáo|tờ trình|công điện|văn bản|luật)\s{1,40}(?:số\s{1,40})?(?P<serial>\d{1,5})"
    r"(?![\d%]|\s{0,3}[-/.,]\s{0,3}[\da-zđ]|\s{1,3}(?:tháng|năm|ngày|tuần|giờ|quý|điều|khoản|nội dung|nhiệm vụ|bước|phần|lần|"
    r"tiêu chí|nhóm|mức|cấp|loại|huyện|xã|tỉnh|đồng|triệu|tỷ))"
)


def _short(plain: str, low: str, mentions: list[_Mention]) -> list[_Mention]:
    """Mentions cut short to kind and serial ("Công văn số 4406") of an act that the text cites in full."""
    full: dict[tuple[int, str | None], _Mention] = {}
    for mention in mentions:
        if mention.parsed and mention.parsed.serial is not None:
            for key in (mention.kind, "CV" if mention.parsed.type_code is None else None):
                full.setdefault((mention.parsed.serial, key), mention)
    taken = sorted((m.start, m.end) for m in mentions)
    out = []
    for match in _SHORT.finditer(low):
        kind = tables.kinds_by_name().get(view.squeeze(match["kind"]))
        key = kind.code if kind and kind.code != "ĐA" else None
        if kind and kind.name == "Quyết định" or kind and kind.name == "Quy định":
            key = "QĐ"
        whole = full.get((int(match["serial"]), key)) if kind else None
        if whole is None and kind and kind.code == "ĐA":
            whole = next((m for (serial, _), m in full.items() if serial == int(match["serial"])), None)
        if whole is None or _inside(match.span(), taken) or not plain[match.start()].isupper():
            continue
        mention = _Mention(
            *match.span(),
            whole.parsed,
            whole.number,
            whole.kind,
            True,
            inner=match.start("serial"),
            confidence=0.8,
        )
        _take_issuer(mention, plain, low)
        out.append(mention)
    return out


def _is_own(mention: _Mention, own: Number | None) -> bool:
    return (
        own is not None
        and own.text is not None
        and mention.number is not None
        and same_number(own.text, mention.number)
    )


def same_number(a: str, b: str) -> bool:
    """Whether two canonical numbers are one, marks in codes and case aside."""
    return re.sub(r"\s", "", tables.ascii_code(a)) == re.sub(r"\s", "", tables.ascii_code(b))


def _overlaps(mention: _Mention, span: Span) -> bool:
    return mention.inner < span[1] and span[0] < mention.end


def _inside(span: Span, taken: list[Span]) -> bool:
    from bisect import bisect_right

    i = bisect_right(taken, (span[1], -1)) - 1
    return any(a < span[1] and span[0] < b for a, b in taken[max(0, i - 2) : i + 2])


def _unnested(mentions: list[_Mention]) -> list[_Mention]:
    """Of two mentions over the same letters the longer one stays ("Luật sửa đổi … của Luật …")."""
    out: list[_Mention] = []
    for mention in mentions:
        if out and mention.start < out[-1].end:
            if mention.end - mention.start > out[-1].end - out[-1].start and mention.start == out[-1].start:
                out[-1] = mention
            continue
        out.append(mention)
    return out


def _share(mentions: list[_Mention], plain: str, low: str) -> None:
    """Lists share the issuer, and numbers without a kind of their own the kind and date, of their neighbours."""
    for i in range(len(mentions) - 2, -1, -1):
        a, b = mentions[i], mentions[i + 1]
        if not _listed(low, a, b) or a.parsed is None or b.parsed is None:
            continue
        if a.issuer is None and b.issuer and _same_issuer(a, b):
            a.issuer, a.confidence = b.issuer, min(a.confidence, 0.9)
        if not b.worded and a.date is None and b.date:
            a.date = b.date
    for i, mention in enumerate(mentions):
        before = mentions[i - 1] if i else None
        listed = before is not None and _listed(low, before, mention)
        if listed and before is not None and not mention.worded and mention.kind is None:
            mention.kind = before.kind
        if mention.issuer is None:
            mention.issuer = _issuer_before(plain, low, mention)
        if (
            mention.issuer is None
            and listed
            and before is not None
            and before.extra.get("from") == "before"
            and _same_issuer(before, mention)
        ):
            mention.issuer, mention.extra["from"] = before.issuer, "before"
        alias = _ALIAS.search(low, mention.end, min(len(low), mention.end + 400))
        following = mentions[i + 1].inner if i + 1 < len(mentions) else len(low)
        if alias and (alias.start() < following) and ";" not in low[mention.end : alias.start()]:
            mention.alias = view.squeeze(plain[alias.start("alias") : alias.end("alias")])


def _listed(low: str, a: _Mention, b: _Mention) -> bool:
    gap = low[a.end : b.start]
    return len(gap) < 40 and bool(_LINK.match(gap)) and "\n\n" not in gap


def _same_issuer(a: _Mention, b: _Mention) -> bool:
    def code(mention: _Mention) -> str:
        return tables.ascii_code((mention.parsed.issuer_code or "").split("-")[0]) if mention.parsed else ""

    return bool(code(a)) and code(a) == code(b)


_AT = re.compile(r"\stại\s{1,3}(?:các\s{1,3}|bản\s{1,3})?$")
_FROM = re.compile(r"(?<!\w)(?:của|do)\s{1,3}")


def _issuer_before(plain: str, low: str, mention: _Mention) -> str | None:
    """The body in "theo đề nghị của … tại Tờ trình số …"."""
    at = _AT.search(low, max(0, mention.start - 14), mention.start)
    if at is None:
        return None
    floor = max(0, at.start() - 160)
    for of in reversed(list(_FROM.finditer(low, floor, at.start()))):
        end = body_end(plain, low, of.end(), at.start() + 1)
        if end is not None and not plain[end : at.start()].strip(" ,"):
            mention.extra["from"] = "before"
            return view.squeeze(plain[of.end() : end])
    return None


def _relate(mentions: list[_Mention], low: str, zones: Zones, reading: Reading) -> None:
    """Sets each mention's relation; see `relations`."""
    own = view.folded(reading.subject or "")
    amending = bool(re.match(r"(?:về việc )?(?:sửa đổi|bổ sung|bãi bỏ|điều chỉnh)", own))
    top: tuple[int, Relation] | None = None  # segment start and relation of the last mention on top level
    last_top: Relation | None = None
    for i, mention in enumerate(mentions):
        note = next((n for n in zones.footnotes if n[0] <= mention.start < n[1]), None)
        floor = note[0] if note else zones.body[0] if mention.start >= zones.body[0] else zones.head[0]
        begin, mark = relations.segment_start(low, mention.start, floor)
        earlier = [m for m in mentions[max(0, i - 12) : i] if m.start >= begin]
        before = _without(low, begin, mention.start, earlier)
        directly = low[earlier[-1].end : mention.start] if earlier else ""
        if earlier and _alias_of(low, mention, earlier):
            mention.relation = _alias_of(low, mention, earlier) or "cites"
            continue
        sibling = bool(earlier) and bool(
            re.search(r"(?:[,;)”\"]|\bvà|\bcùng|\bhoặc)\s*(?:các\s+)?$", directly.rstrip(" \n") + " ")
        )
        nested = (
            bool(earlier)
            and not sibling
            and not re.search(r"[,;]\s*(?:căn cứ|thực hiện|theo|trên cơ sở)\b[^,;]*$", directly)
        )
        after = low[mention.end : mentions[i + 1].start if i + 1 < len(mentions) else mention.end + 160]
        if sibling and top and top[0] == begin:
            own_words = (
                relations.relation(_tail(directly), after, nested=False)
                if re.search(r"\w{3}", directly)
                else None
            )
            mention.relation = own_words if own_words in {"replaces"} else top[1]
            continue
        value = relations.relation(before, after, nested=nested)
        if (
            value is None
            and not re.search(r"\w{3}", before)
            and mark in {";", "-", "+", "\n", "•", "–"}
            and last_top
        ):
            value = last_top if not note else None
        if nested:
            mention.relation = "cites"
            continue
        mention.relation = value or ("amends" if amending and mention.start < zones.body[0] else "cites")
        top, last_top = (begin, mention.relation), mention.relation


def _tail(directly: str) -> str:
    return re.split(r"[,;]", directly)[-1]


def _without(low: str, begin: int, end: int, earlier: list[_Mention]) -> str:
    parts, at = [], begin
    for mention in earlier:
        parts.append(low[at : mention.start])
        at = max(at, mention.end)
    return " ".join([*parts, low[at:end]])


def _alias_of(low: str, mention: _Mention, earlier: list[_Mention]) -> Relation | None:
    """The relation of the act whose alias this mention defines: it stands in brackets behind that act's title."""
    opened = low[max(0, mention.start - 45) : mention.start]
    if (
        not re.search(
            r"\(\s?(?:(?:sau đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là:?\s+)?$", opened
        )
        or not mention.number
    ):
        return None
    for other in reversed(earlier):
        if other.number and same_number(other.number, mention.number):
            return other.relation
    return None


def inconsistencies(references: list[Reference], own: Number | None) -> list[Warning]:
    """Warnings where one act seems to be cited in two ways: a near number, or another date. Nothing is merged."""
    out: list[Warning] = []
    by_number: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.number:
            by_number[tables.ascii_code(reference.number)].append(reference)
    for group in by_number.values():
        dated = {r.date for r in group if r.date}
        if len(dated) > 1:
            out.append(
                Warning(
                    code="reference-date-differs",
                    message=f"{group[0].number} is cited with different dates: {', '.join(sorted(dated))}.",
                    spans=[r.span for r in group if r.date],
                )
            )
    firsts = [group[0] for group in by_number.values()]
    for a, b in combinations(firsts[:400], 2):
        if a.number and b.number and near(a.number, b.number):
            out.append(
                Warning(
                    code="number-near-miss",
                    message=f"{a.number} and {b.number} may be one act; both are kept as printed.",
                    spans=[a.span, b.span],
                )
            )
    return out


def near(a: str, b: str) -> bool:
    """Whether two numbers look like one act misprinted: same serial and kind, one body's code inside the other's,
    or one letter apart."""
    x, y = numbers.parse(a), numbers.parse(b)
    if x is None or y is None or x.serial != y.serial or x.year != y.year or x.type_code != y.type_code:
        return False
    p, q = tables.ascii_code(x.issuer_code or ""), tables.ascii_code(y.issuer_code or "")
    if not p or not q or p == q:
        return p == q and tables.ascii_code(a) != tables.ascii_code(b)
    return p.endswith(q) or q.endswith(p)
