"""Finds machine-checkable constraints on a review's outcome: quotas, rank caps, least members and tenure.

Wordings are those of the Party's yearly reviews (Quy định 132-QĐ/TW, Hướng dẫn 21-HD/BTCTW and what carries
them out) and of the State's (Nghị định 90/2020/NĐ-CP, 48/2023/NĐ-CP).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from extractors import rule_subjects, rule_units, sentences, view
from extractors.clause_numbers import number_as_printed
from extractors.model import Amendment, Rule, RuleKind, Span, Warning
from extractors.moments import spaced
from extractors.structure import Clause, Structure

_RANK = spaced(
    r"(?:hoàn thành (?:xuất sắc|tốt)(?: (?:chức trách,\s*)?nhiệm vụ)?|hoàn thành nhiệm vụ|không hoàn thành "
    r"nhiệm vụ|k?ht(?:xs|t)?nv|xuất sắc|tốt|giỏi|khá|trung bình|yếu|đạt yêu cầu|loại [a-d])"
)
_QUOTED_RANK = re.compile(rf"[“\"]\s*({_RANK})\s*[”\"]|(?<!\w)({_RANK})(?!\w)")
_LIMIT = re.compile(
    r"(?:không\s+(?:được\s+)?(?:vượt\s+quá|vượt|quá|nhiều\s+hơn|cao\s+hơn|lớn\s+hơn)|tối\s+đa(?:\s+(?:là|"
    r"không\s+quá|bằng))?|nhiều\s+nhất(?:\s+là)?|(?:khống\s+chế|giới\s+hạn)(?:\s+(?:ở\s+mức|mức|trong))?)\s+"
    r"(?:(?P<words>một\s+phần\s+(?:hai|ba|tư|bốn|năm|sáu|mười))|"
    r"(?P<percent>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|phần\s+trăm)|(?P<part>\d)\s*/\s*(?P<whole>\d{1,2})(?!\d|"
    r"\s*/))"
)
_ABOUT = re.compile(
    r"%|một\s+phần|khống\s+chế|tối\s+đa|nhiều\s+nhất|không\s+quá|cao\s+hơn|vượt|trên\s+mức|"
    r"(?:chưa|không)\s+(?:đủ|tròn)|dưới|"
    r"ít\s+hơn|trở\s+xuống|chưa\s+được"
)
_QUOTA_SUBJECT = re.compile(
    r"(?:nhưng\s+|,\s*)(?=bảo\s+đảm\s+số|đảm\s+bảo\s+số|số\s+lượng|tỷ\s+lệ|số\s|xếp\s+loại)"
)
_QUALIFIER = re.compile(
    r"(?:riêng(?:\s+đối\s+với)?|đối\s+với|với)\s+[^.;]{3,160}?,\s*(?:thì\s+)?$|[^.,;“\"]{3,120}:\s*$"
)
"""What narrows a quota before its own words: "Riêng viên chức các trường, …", "Cán bộ diện … quản lý: …"."""
_PARTS = {"hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "mười": 10}
_WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_RANKED = re.compile(
    r"htxsnv|httnv|xếp\s+loại|hoàn\s+thành|chất\s+lượng|khen\s+thưởng|danh\s+hiệu|chiến\s+sĩ\s+thi\s+đua|đánh\s+giá|"
    r"lao\s+động\s+tiên\s+tiến|biểu\s+dương|tuyên\s+dương"
)
_CAP = re.compile(
    r"(?:không\s+(?:được\s+)?(?:(?:xếp(?:\s+loại)?|đánh\s+giá|nhận|"
    r"đề\s+nghị)\s+(?:ở\s+mức\s+)?(?:chất\s+lượng\s+)?)?(?:cao\s+hơn|vượt\s+quá|vượt|"
    r"trên))\s+(?:mức\s+)?(?:xếp\s+loại|chất\s+lượng|mức|đánh\s+giá|kết\s+quả\s+xếp\s+loại)|"
    r"không\s+được\s+xếp\s+loại\s+(?:chất\s+lượng\s+)?(?:ở\s+mức\s+)?cao\s+hơn(?:\s+mức\s+xếp\s+loại)?"
)
_SUBJECT_RANK = re.compile(
    r"(?:(?:kết\s+quả|mức)\s+(?:đánh\s+giá,?\s*)?(?:xếp\s+loại|chất\s+lượng)(?:\s+chất\s+lượng)?\s+(?:của|"
    r"đối\s+với)\s+|xếp\s+loại\s+(?:chất\s+lượng\s+)?(?:của\s+|đối\s+với\s+)?)"
)
_ONE = (
    r"(?:thành\s+viên|đồng\s+chí|người|đảng\s+viên|đoàn\s+viên|hội\s+viên|cán\s+bộ|công\s+chức|viên\s+chức|"
    r"lao\s+động)"
)
_MEMBERS = re.compile(
    r"(?:có\s+)?(?:(?:dưới|ít\s+hơn|không\s+đủ|chưa\s+đủ)\s*(?P<count>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)?"
    rf"\s*(?:\([^()]{{1,15}}\)\s*)?{_ONE}(?!\w)|"
    rf"từ\s+(?P<less>\d{{1,2}})\s*(?:\([^()]{{1,15}}\)\s*)?{_ONE}\s+trở\s+xuống(?!\w))"
)
_TENURE = re.compile(
    r"(?:(?:chưa|không)\s+(?:đủ|tròn)|dưới|chưa\s+được|"
    r"ít\s+hơn)\s+(?P<count>\d{1,2})\s*(?:\([^()]{1,15}\)\s*)?(?P<unit>tháng|năm)(?!\s+tuổi)"
)
_TENURED = re.compile(
    r"mới|thời\s+gian|công\s+tác|làm\s+việc|thành\s+lập|kết\s+nạp|chuyển|giữ\s+chức|bổ\s+nhiệm|luân\s+chuyển|"
    r"tuyển\s+dụng|nhận\s+nhiệm\s+vụ|về\s+chưa|sinh\s+hoạt|giới\s+thiệu\s+về"
)
_DENIED = (
    r"(?:(?:không|chưa)\s+(?:phải\s+|được\s+)?(?:(?:thực\s+hiện|tổ\s+chức|tiến\s+hành|đưa\s+vào|thuộc)\s+)?"
    r"(?:(?:diện|đối\s+tượng)\s+)?(?:phải\s+|được\s+)?|miễn\s+)"
)
_RANKING = r"(?:đánh\s+giá|xếp\s+loại|xếp|bình\s+xét|bình\s+bầu|phân\s+loại)"
_NOT_RANKED = re.compile(
    rf"{_DENIED}(?:(?:kiểm\s+điểm|xem\s+xét|xét)\s*,\s*|(?:xem\s+)?xét\s+)?(?:đề\s+nghị\s+)?(?:việc\s+)?{_RANKING}(?!\w)"
)
_NOT_REVIEWED = re.compile(rf"{_DENIED}(?:việc\s+)?(?:kiểm\s+điểm|(?:lấy\s+)?nhận\s+xét)")
_NOT_SO_HIGH = re.compile(
    rf"{_DENIED}(?:(?:xem\s+)?xét\s+|đề\s+nghị\s+|công\s+nhận\s+|{_RANKING}(?:\s*,\s*{_RANKING})?\s+){{1,3}}"
    r"(?:chất\s+lượng\s+)?(?:ở\s+)?(?:mức\s+)?[“\"]?"
    r"(?P<rank>hoàn\s+thành\s+(?:xuất\s+sắc|tốt)(?:\s+nhiệm\s+vụ)?|ht(?:xs|t)nv|xuất\s+sắc|tốt|giỏi|khá)(?!\w)"
)
""" "… không xét xếp loại | hoàn thành xuất sắc nhiệm vụ |": ranked they may be, but lower."""
_NOT_CONSIDERED = re.compile(
    r"(?:không|chưa)\s+(?:được\s+)?(?:xem\s+)?xét(?=\s*(?:[.;,:)]|$)|\s+(?:đối\s+với|ở|tại|trong|năm)(?!\w))"
)
""" "… thì không xét": of what, only the words before it can tell, if they do."""
_EXCEPT = re.compile(
    r"(?:,\s*)?(?:trừ|ngoại\s+trừ)\s+(?:các\s+|những\s+)?(?:trường\s+hợp(?:\s+(?:sau|đặc\s+biệt))?\s*:?\s*)?"
)
_SPLIT = re.compile(
    r"\(\d{1,2}\)\s*|\s*;\s*|(?<!\d),\s*(?=người|cán\s+bộ|đồng\s+chí)|\s+và\s+(?=người\s+(?:được|mới|giữ)|"
    r"cán\s+bộ\s+(?:được|mới))"
)


def find(text: str, structure: Structure, *, amendments: Sequence[Amendment] = ()) -> list[Rule]:
    """Rules in force by this directive, in order: those of an amendment's new words, not of its old ones."""
    old = [span for amendment in amendments if (span := _old_span(structure, amendment))]
    gone = [
        span for a in amendments if a.new is None and (span := _old_span(structure, a))
    ]  # words deleted, none put in their place
    out: list[Rule] = []
    taken: list[tuple[Span, str]] = []
    for clause in structure.clauses:
        if not _ABOUT.search(structure.low, *clause.span):
            continue
        for unit in _units(structure, clause):
            for rule in _of_unit(structure, clause, unit):
                if any(a <= rule.span[0] and rule.span[1] <= b for a, b in old) or any(
                    rule.span[0] <= a and b <= rule.span[1] for a, b in gone
                ):
                    continue
                if any(k == rule.kind and a < rule.span[1] and rule.span[0] < b for (a, b), k in taken):
                    continue
                taken.append((rule.span, rule.kind))
                out.append(rule)
    return sorted(out, key=lambda rule: rule.span)


def _old_span(structure: Structure, amendment: Amendment) -> Span | None:
    if not amendment.old:
        return None
    at = structure.text.find(amendment.old, *amendment.span)
    return (at, at + len(amendment.old)) if at >= 0 else None


def _units(structure: Structure, clause: Clause) -> list[tuple[Span, Span]]:
    """Parts of a clause, inside its quotations too, each with the sentence it stands in."""
    plain, low = structure.plain, structure.low
    out: list[tuple[Span, Span]] = []
    spans = [clause.span]
    for start, end in sentences.protected(plain, clause.span):
        if end - start > 60 and plain[start] in '“"':
            spans.append((start + 1, end - 1))
    for span in spans:
        for parts in sentences.split(plain, low, span):
            whole = (parts[0][0], parts[-1][1])
            for i, part in enumerate(parts):
                if len(parts) > 1 and _EXCEPT.search(low, *part):
                    out.append(((part[0], _excepted_to(low, parts[i:])), whole))
                else:
                    out.append((part, whole))
    return sorted(out, key=lambda unit: unit[0][1] - unit[0][0])


def _excepted_to(low: str, parts: Sequence[Span]) -> int:
    """Where the exceptions end that the first part opens: before the next part that sets a rule itself."""
    end = parts[0][1]
    for part in parts[1:]:
        if _CAP.search(low, *part) or _LIMIT.search(low, *part):
            break
        end = part[1]
    return end


def _of_unit(structure: Structure, clause: Clause, unit: tuple[Span, Span]) -> list[Rule]:
    (start, end), whole = unit
    low = structure.low
    if end - start > 2500 or any(
        b - a > 60
        and start <= a
        and b <= end
        and structure.plain[a] in '“"'
        and _has_inner(structure, (a, b))
        for a, b in sentences.protected(structure.plain, (start, end))
    ):
        return []  # read part by part inside its quotation
    out: list[Rule] = []
    cap = _CAP.search(low, start, end)
    if cap:
        out.append(_rank_cap(structure, clause, (start, end), cap))
    for limit in _LIMIT.finditer(low, start, end):
        quota = _quota(structure, clause, (start, end), limit)
        if quota:
            out.append(quota)
    if not cap:
        out += _thresholds(structure, clause, (start, end), whole)
    return out


def _has_inner(structure: Structure, span: Span) -> bool:
    low = structure.low
    return any(p.search(low, *span) for p in (_CAP, _LIMIT, _MEMBERS, _TENURE))


def _rule(structure: Structure, clause: Clause, kind: RuleKind, span: Span, **values: object) -> Rule:
    span = view.trim(structure.plain, *span, ' \t\n\r\f.,;:”"')
    key = f"{clause.label or ''}|{kind}|{view.squeeze(structure.low[span[0] : span[1]])}"
    return Rule(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        kind=kind,
        text=structure.printed(span),
        clause=number_as_printed(structure, clause),
        place=clause.label,
        span=span,
        **values,  # type: ignore[arg-type]
    )


_BASE_FIRST = re.compile(r"\W*(?:(?:tính\s+)?trên|trong)\s+(?:tổng\s+)?số\s(?!.*\bsố\s)", re.DOTALL)
"""A quota whose base stands first; no other count may follow it."""
_MADE = re.compile(r"(?:được|xếp\s+loại|đánh\s+giá|công\s+nhận|đạt)\s")


def _quota(structure: Structure, clause: Clause, unit: Span, limit: re.Match[str]) -> Rule | None:
    low = structure.low
    before = low[unit[0] : limit.start()]
    base: re.Match[str] | None
    ranked: re.Match[str] | None
    ranks = list(_QUOTED_RANK.finditer(low, unit[0], limit.start()))
    after = list(_QUOTED_RANK.finditer(low, limit.end(), unit[1]))
    if not ranks and len(after) > 1 and _MADE.search(low, after[0].end(), after[1].start()):
        base, ranked = after[0], after[1]  # "Không quá 20% số đơn vị tốt được xếp loại xuất sắc"
    elif not _RANKED.search(before):
        return None
    elif ranks and after and _BASE_FIRST.match(before):
        base, ranked = ranks[-1], after[0]  # "Trong số đơn vị tốt, không quá 20% được xếp loại xuất sắc"
    else:
        base, ranked = (after[0] if after else None), (ranks[-1] if ranks else None)
    of = _rank(structure, ranked) if ranked else None
    among = _rank(structure, base) if base else None
    above = bool(base and re.match(r"\s*[”\"]?\s*trở\s+lên", low[base.end() : base.end() + 16]))
    start = _subject_start(low, unit[0], limit.start())
    narrowed = _QUALIFIER.match(low, unit[0], start) if start > unit[0] else None
    if narrowed:
        start = unit[0]
    end = unit[1]
    stop = re.search(r",\s*(?=trong\s+đó|đồng\s+thời|trừ|nhưng|bảo\s+đảm)", low[limit.end() : end])
    if stop:
        end = limit.end() + stop.start()
    value = (
        1 / _PARTS[limit["words"].split()[-1]]
        if limit["words"]
        else (
            float(limit["percent"].replace(",", ".")) / 100
            if limit["percent"]
            else int(limit["part"]) / max(1, int(limit["whole"]))
        )
    )
    return _rule(
        structure,
        clause,
        "quota",
        (start, end),
        limit=round(value, 4),
        subject=rule_subjects.counted(
            structure, clause, (start, limit.start()) if ranks or base is None else (limit.end(), base.end())
        ),
        of=of,
        among=among,
        among_or_above=above if among else None,
        unit=rule_units.within(structure, (unit[0], end), start, limit.span()),
        confidence=0.9 if of and among else 0.7,
    )


def _subject_start(low: str, start: int, limit: int) -> int:
    """The quota's subject: after the last comma or "nhưng" that begins it, after leading orders."""
    passage = low[start:limit]
    found = list(_QUOTA_SUBJECT.finditer(passage))
    if found:
        return start + found[-1].end()
    lead = re.match(r"(?:thực\s+hiện\s+(?:nghiêm|đúng|tốt)\s+(?:việc\s+)?|việc\s+)", passage)
    return start + lead.end() if lead else start


def _rank(structure: Structure, match: re.Match[str]) -> str:
    group = 1 if match[1] else 2
    return view.squeeze(structure.plain[match.start(group) : match.end(group)])


def _rank_cap(structure: Structure, clause: Clause, unit: Span, cap: re.Match[str]) -> Rule:
    low = structure.low
    start, end = unit
    found = list(_SUBJECT_RANK.finditer(low, start, cap.start()))
    subject = found[-1] if found else None
    begin = subject.start() if subject else max(start, low.rfind(", ", start, cap.start()) + 2)
    if subject is None and re.match(r"(?:trong\s+đó|đồng\s+thời|riêng),?\s*", low[start : cap.start()]):
        begin = start
    of_start = subject.end() if subject else begin
    exception = _EXCEPT.search(low, cap.end(), end)
    bound_end = exception.start() if exception else end
    bound = view.squeeze(structure.plain[cap.end() : bound_end]).strip(" ,.;")
    bound = re.sub(r"^(?:(?:chất lượng|xếp loại|của|đối với)\s+)+", "", bound)
    exceptions: list[str] = []
    if exception and not low[exception.end() : end].strip(" \n:") and clause.opens and clause.children:
        below = [structure.clauses[i] for i in clause.children]
        exceptions = [view.squeeze(structure.plain[a:b]).strip(" ,.;…") for a, b in (c.span for c in below)]
        end = below[-1].span[1]
    elif exception:
        passage = structure.plain[exception.end() : end]
        parts = re.split(_SPLIT, passage)
        exceptions = [view.squeeze(part).strip(" ,.;…") for part in parts]
        exceptions = [part for part in exceptions if len(part.split()) > 1]
    whose = view.squeeze(structure.plain[of_start : cap.start()]).strip(" ,:") or None
    if whose is None and subject:  # "Người đứng đầu xếp loại không cao hơn …"
        begin = start
        whose = view.squeeze(structure.plain[start : subject.start()]).strip(" ,") or None
    return _rule(
        structure,
        clause,
        "rank_cap",
        (begin, end),
        subject=whose,
        of=whose,
        not_above=bound or None,
        exceptions=exceptions,
        confidence=0.9 if subject else 0.75,
    )


def _effect(structure: Structure, unit: Span, whole: Span) -> str | None:
    """ "not reviewed", "not ranked", or both; "not ranked X or above" where only a rank is denied: as the
    part says, else as its sentence began."""
    low = structure.low
    for span in (unit, (whole[0], unit[1])):
        effects = []
        if _NOT_REVIEWED.search(low, *span):
            effects.append("not reviewed")
        high = _NOT_SO_HIGH.search(low, *span)
        if high:
            rank = view.squeeze(structure.plain[slice(*high.span("rank"))])
            effects.append(f"not ranked {rank} or above")
        elif _NOT_RANKED.search(low, *span) or re.search(
            r"không\s+kiểm\s+điểm,\s*(?:đánh\s+giá|xếp)", low[slice(*span)]
        ):
            effects.append("not ranked")
        if effects:
            return ", ".join(effects)
    return None


def _thresholds(structure: Structure, clause: Clause, unit: Span, whole: Span) -> list[Rule]:
    low = structure.low
    out: list[Rule] = []
    members = _MEMBERS.search(low, *unit)
    tenure = _TENURE.search(low, *unit)
    around = max(whole[0], unit[0] - 2000), whole[1]
    effect = _effect(structure, unit, around) if members or tenure else None
    # "… thì không xét": a least number of a review, of which it is not said what falls away below it
    unsaid = not effect and bool(_NOT_CONSIDERED.search(low, *unit))
    unsaid = unsaid and any(
        _RANKED.search(low, *span) for span in (around, *(c.span for c in structure.ancestors(clause)))
    )
    if tenure and re.search(r"từ\s+\d+\s+\w+\s+đến\s*$", low[unit[0] : tenure.start()]):
        tenure = None  # a range, not a least term
    bound = rule_subjects.bounded(structure, unit) if effect or unsaid else None
    if members and (members["count"] or members["less"]) and (effect or unsaid):
        printed = members["count"]
        count = (_WORDS.get(printed) or int(printed)) if printed else int(members["less"]) + 1
        out.append(
            _rule(
                structure,
                clause,
                "minimum_members",
                unit,
                count=count,
                effect=effect,
                subject=bound,
                confidence=0.9 if effect else 0.7,
            )
        )
    if tenure and (effect or unsaid) and _TENURED.search(low, *unit):
        months = int(tenure["count"]) * (12 if tenure["unit"] == "năm" else 1)
        out.append(
            _rule(
                structure,
                clause,
                "minimum_tenure",
                unit,
                months=months,
                effect=effect,
                subject=bound,
                confidence=0.9 if effect else 0.7,
            )
        )
    return out


def warnings(found: Sequence[Rule]) -> list[Warning]:
    """One quota stated with two bases or two limits."""
    out = []
    quotas = [rule for rule in found if rule.kind == "quota" and rule.of]
    for i, first in enumerate(quotas):
        for second in quotas[i + 1 :]:
            same = view.folded(first.of or "") == view.folded(second.of or "")
            if same and (first.among_or_above, first.limit) != (second.among_or_above, second.limit):
                out.append(
                    Warning(
                        code="quota-two-bases",
                        message=f"The quota of {first.of!r} is stated twice with different bases or limits: "
                        f"{first.text[:160]!r} and {second.text[:160]!r}. Ask its issuer which holds.",
                        spans=[first.span, second.span],
                    )
                )
                break
    return out
