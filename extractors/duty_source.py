"""What duties are read from: clauses, acts cited, deadlines found; what a span of them names, and by when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from extractors import binding, details, phrases, sentences, view
from extractors.bearers import named
from extractors.model import Deadline, Reference, Span
from extractors.structure import Structure
from extractors.units import Unit

_MEANT = re.compile(r"(?:đối\s+với|về\s+phía)\s+")
_PASSIVE = re.compile(
    r"(?P<body>(?:Sở|Bộ|UBND|Ủy ban|Ban|Cục|Chi cục|Tổng cục|Văn phòng|Công an|Thanh tra|Phòng|Trung tâm|"
    r"Kho bạc|Bảo hiểm|Ngân hàng|Viện|Vụ)\s[^,]{1,80}) được (?:giao|phân công)(?: nhiệm vụ)?"
)
""" "Sở Y tế được giao | chủ trì …": it is charged; "đơn vị được giao" says which one."""
_ALIAS = re.compile(
    r"\s\((?:[A-ZĐÂÊÔƠƯ&/-]{2,15}|(?:đầu mối|cơ quan|đơn vị|bộ phận|gọi|viết) "
    r"(?:thường trực|chủ trì|đầu mối|tổng hợp|kiểm soát|tắt)[^()]{0,60})\)$"
)
"""Behind a name, what else it is called or what it does: "(EVNNPT)", "(cơ quan thường trực)"."""
ASSIGNED = re.compile(r"\(\s?(?:giao|phân\s+công)\s+(?:cho\s+)?")
"""Before the body charged with what stands before the brackets: "(Giao Ban Kiểm tra chủ trì …)"."""


_COMMITTEE = re.compile(
    r"(?:cấp|tỉnh|thành|huyện|quận|thị|đảng|chi|xã|phường) ủy|đảng bộ|chi bộ|ban cán sự|đảng đoàn"
)


def _leads(unit: Unit, current: Sequence[str]) -> bool:
    """Whether "Lãnh đạo" is what Party committees are to do ("Các huyện ủy …: | - Lãnh đạo chính quyền rà
    soát …"), not who acts ("Lãnh đạo các sở rà soát")."""
    words, subject = unit.tokens.words, unit.found.subject
    leads = words[:2] == ["lãnh", "đạo"] and subject is not None and subject[0] == 0
    return leads and any(_COMMITTEE.search(view.folded(body)) for body in current)


class DutySource:
    """The text of the clauses with what was found in it; what a span or a part of a sentence names."""

    def __init__(
        self, structure: Structure, references: Sequence[Reference], deadlines: Sequence[Deadline]
    ) -> None:
        self.structure = structure
        self.citations = sorted(reference.span for reference in references)
        self.references = references
        self.deadlines = sorted(deadlines, key=lambda deadline: deadline.span)
        self.starts = [deadline.span[0] for deadline in self.deadlines]

    def within(self, span: Span) -> list[Deadline]:
        """The deadlines that stand wholly in a span, in order."""
        first = bisect.bisect_left(self.starts, span[0])
        last = bisect.bisect_left(self.starts, span[1])
        return [deadline for deadline in self.deadlines[first:last] if deadline.span[1] <= span[1]]

    def name(self, span: Span) -> str:
        """A body as printed in a span, on one line: without a time behind it and words that only join it."""
        first = bisect.bisect_right(self.starts, span[0])
        timed = [start for start in self.starts[first : first + 1] if start < span[1]]
        end = min(timed) if timed else span[1]  # "Các xã | trong quý I/2026 phải …"
        name = view.squeeze(self.structure.plain[span[0] : end]).strip(" ,;:")
        name = re.sub(r"\s\((?:theo|sau đây|gọi)\s[^()]{3,200}\)", "", name)
        name = re.sub(r"\s(?:và|hoặc|vẫn|cũng|đều|theo|sẽ|còn|ở|tại|trong|khi)$", "", name)
        name = _ALIAS.sub("", name)
        passive = _PASSIVE.fullmatch(name)
        return passive["body"] if passive else name

    def end_events(self, unit: Unit) -> None:
        """Ends an event before the comma behind which whoever acts is named: "Khi hộ dân yêu cầu, | tổ công
        tác hướng dẫn kê khai, nộp hồ sơ"."""
        subject = unit.found.subject
        if subject is None or not subject[0] or unit.tokens.words[subject[0] - 1] != ",":
            return
        at = unit.tokens.spans[subject[0] - 1][0]
        for deadline in self.within(unit.span):
            if deadline.span[0] < at < deadline.span[1]:
                more = view.squeeze(deadline.text[at - deadline.span[0] :])
                deadline.span = (deadline.span[0], at)
                deadline.text = deadline.text[: at - deadline.span[0]]
                deadline.event = deadline.event and deadline.event.removesuffix(more)

    def only_asks(self, unit: Unit) -> bool:
        """ "…, Thủ tướng yêu cầu | : Bộ Y tế …": what is asked, and of whom, stands behind the colon."""
        after = self.structure.plain[unit.span[1] : unit.span[1] + 12]
        asked = after.startswith(":") and after[1:].strip(" ")[:1].isupper()
        return asked and sentences.only_asks(self.structure.low[slice(*unit.span)])

    def meant(self, unit: Unit) -> list[str]:
        """ "Đối với các xã: (1) …": whom the lead means."""
        means = _MEANT.match(self.structure.low, *unit.span)
        body = self.body((means.end(), unit.span[1])) if means else None
        return [body] if body else []

    def body(self, span: Span) -> str | None:
        """The body named at the start of a span."""
        tokens = phrases.read(self.structure.plain, self.structure.low, span, self.citations)
        body = named(tokens, 0) if len(tokens) else None
        return self.name(tokens.span(body.start, body.end)) if body else None

    def is_time(self, unit: Unit) -> bool:
        """Whether a part is nothing but a time: "Từ ngày 01/6 đến ngày 15/6/2026." below "1. Thời gian:";
        "Không được quá ngày 15/6" forbids."""
        if self.structure.low.startswith("không", unit.span[0]):
            return False
        return any(d.span == unit.span and d.event is None for d in self.within(unit.span))

    def due(self, unit: Unit) -> bool:
        """Whether a part says by when, or how often."""
        return any(d.bound in ("before", "by", "recurring") for d in self.within(unit.span))

    def own_bearers(self, unit: Unit, current: list[str]) -> list[str]:
        """Who must act by the part itself; [] where it names nobody. ``current``: who must by what stands
        before it."""
        found = unit.found
        named_so = found.subject is not None and any(unit.tokens.capital[slice(*found.subject)])
        if found.asker in ("phân công", "mời") and current and not (found.asker != "mời" and named_so):
            return []  # those who act assign their own people
        if found.asker == "phân công" and not found.told and binding.anybody(unit):
            return []
        if not found.subject or found.verb is None:
            inside = ASSIGNED.search(self.structure.low, *unit.span)
            body = self.body((inside.end(), unit.span[1])) if inside else None
            if body:
                return [body]
            if meant := details.meant(self.structure, unit.tokens):
                return meant
            return [] if current else details.addressed(self.structure, unit.tokens)
        names = [self.name(unit.tokens.span(*found.subject))]
        if current and _leads(unit, current):
            return []
        if names == ["nơi"] or names == ["Nơi"]:
            return []  # "nơi đã ban hành thì …": one of those told before, which is not said
        if found.second:
            names.append(self.name(unit.tokens.span(*found.second)))
        return names
