"""What the lines beside and below an order say of it: who does it, with whom, by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import cues, schedule, sentences
from extractors.duty_source import ASSIGNED, DutySource
from extractors.model import Deadline, Obligation, Reference, Span
from extractors.structure import Clause, Structure
from extractors.units import Unit

_WHEN = re.compile(r"(?:ngay\s+)?khi\s")
"""An event that is a case too: what follows in the sentence is not bound to it."""
_ON_ITS_OWN = re.compile(
    r"(?:riêng|đối\s+với|trường\s+hợp|nếu|trong|đồng\s+thời|tăng\s+cường|đẩy\s+mạnh|không|sau|trước|trang\s+bị|nâng\s+cao)\s"
)
"""What is done whatever the event that its sentence opens with, or in a case or at a time of its own."""
_ALWAYS = re.compile(r"(?:thường\s+xuyên|tiếp\s+tục|duy\s+trì)\s")
_AROUND = re.compile(
    r"(?<!\w)(?:chuẩn\s+bị|báo\s+cáo|tổng\s+kết|rút\s+kinh\s+nghiệm|giấy\s+mời|dự\s+toán|kịch\s+bản|phân\s+công|đăng\s+ký|lập\s+danh\s+sách)(?!\w)"
)
"""What is done before or after a plan's time."""
_ITEM_OF = re.compile(r"\([a-zđ\d]{1,5}\)")


def _in_clause(obligation: Obligation, clause: Clause) -> bool:
    """Whether an obligation was read from the clause, or from an item in its line."""
    label = clause.label or ""
    return obligation.place == clause.label or bool(
        _ITEM_OF.fullmatch((obligation.place or "")[len(label) :])
    )


class DutyNotes(DutySource):
    """The orders read so far, and what is added to them from lines that are no orders."""

    def __init__(
        self, structure: Structure, references: Sequence[Reference], deadlines: Sequence[Deadline]
    ) -> None:
        super().__init__(structure, references, deadlines)
        self.out: list[Obligation] = []
        self.places: list[tuple[int, bool]] = []
        """Of each obligation: the index of its clause, and whether it names its bearer itself."""

    def plan_time(self, time: Span, first: int, last: int) -> None:
        """Gives what a plan is about its time, where it has none of its own."""
        for obligation, (index, _) in zip(self.out, self.places, strict=True):
            around = _AROUND.search(self.structure.low, *obligation.span)
            if first <= index <= last and not obligation.deadlines and not around:
                obligation.deadlines = [deadline.text for deadline in self.within(time)]

    def take_line(self, line: schedule.Line) -> None:
        """Gives the tasks above a label their bearers or their time, where they have none of their own."""
        for obligation, (index, own) in zip(self.out, self.places, strict=True):
            if not line.first <= index < line.clause.index:
                continue
            if line.said == "bearers" and line.content and not own:
                obligation.bearers = [self.name(part) for part in line.content]
            elif line.said == "partners":
                names = [self.name(part) for part in line.content]
                obligation.partners += [name for name in names if name not in obligation.partners]
            elif line.said == "time" and not obligation.deadlines:
                obligation.deadlines = [d.text for part in line.content for d in self.within(part)]

    def takes_labels(self, clause: Clause, parts: Sequence[Span]) -> bool:
        """Whether a sentence only says who does what stands before it in its clause, and by when."""
        said = schedule.in_line(self.structure, parts)
        above = [
            (obligation, own)
            for obligation, (index, own) in zip(self.out, self.places, strict=True)
            if index == clause.index
        ]
        if said is None or not above:
            return False
        for kind, content in said:
            names = [self.name(part) for part in content] if kind != "time" else []
            due = [d.text for part in content for d in self.within(part)] if kind == "time" else []
            for obligation, own in above:
                if kind == "bearers" and not own:
                    obligation.bearers = list(names)
                elif kind == "partners":
                    obligation.partners += [name for name in names if name not in obligation.partners]
                elif not obligation.deadlines:
                    obligation.deadlines = list(due)
        return True

    def bear(self, clause: Clause, span: Span) -> None:
        """ "Trách nhiệm thực hiện: Sở Y tế." below a clause's orders: they have no bearer but this one."""
        names = [
            self.name(part)
            for parts in sentences.split(self.structure.plain, self.structure.low, span)
            for part in parts
        ]
        for obligation in reversed(self.out):
            if not _in_clause(obligation, clause) or obligation.bearers:
                break
            obligation.bearers = list(names)

    def assigns_above(self, clause: Clause, unit: Unit) -> bool:
        """ "Giám sát việc thu quỹ. (Giao Ban Kiểm tra chủ trì trong quý II/2026)": the brackets say who does
        what stands before them, and by when."""
        opens = ASSIGNED.match(self.structure.low, *unit.span)
        if opens is None or not self.out or not _in_clause(self.out[-1], clause):
            return False
        body = self.body((opens.end(), unit.span[1]))
        if body is None:
            return False
        above = self.out[-1]
        above.bearers = [body]
        above.deadlines += [deadline.text for deadline in self.within(unit.span)]
        above.span = (above.span[0], unit.span[1])
        above.text = self.structure.printed(above.span)
        return True

    def times_above(self, clause: Clause, unit: Unit) -> bool:
        """ "… lập kế hoạch. Hoàn thành trước ngày 05/10.": by when the order before is due, none itself."""
        above = self.out[-1] if self.out else None
        if above is None or above.deadlines or not cues.ITS_TIME.match(self.structure.low, *unit.span):
            return False
        if not clause.span[0] <= above.span[0] < unit.span[0]:
            return False
        above.deadlines += [deadline.text for deadline in self.within(unit.span)]
        return bool(above.deadlines)

    def closing_time(self, clause: Clause, parts: Sequence[Span]) -> None:
        """Gives a sentence's parts the time in brackets at its end: "Mở lớp …; chấm điểm … (hoàn thành trong
        quý I)"; none that has its own, nor what stands before one that has."""
        sentence = parts[0][0], parts[-1][1]
        closing = cues.DONE_BY.search(self.structure.low, *sentence) if len(parts) > 1 else None
        times = [d.text for d in self.within(closing.span())] if closing else []
        for obligation in reversed(self.out) if times else ():
            if obligation.span[0] < sentence[0]:
                break
            if obligation.deadlines and obligation.deadlines != times:
                break
            if obligation.bearers != self.out[-1].bearers or _ALWAYS.match(
                self.structure.low, *obligation.span
            ):
                break
            obligation.deadlines = list(times)

    def opening_event(self, parts: Sequence[Span]) -> None:
        """Gives the parts of a sentence the event that it opens with: "Trước khi nghỉ hè, các trường họp phụ
        huynh; bàn giao học sinh …"; none that has its own time, its own subject or its own case."""
        start, stop = parts[0][0], parts[-1][1]
        event = next((d for d in self.within(parts[0]) if d.bound == "event" and d.span[0] == start), None)
        low = self.structure.low
        if len(parts) < 2 or event is None or _WHEN.match(low, start) or low[event.span[1]] != ",":
            return
        limit = next((part[0] for part in parts[1:] if self._on_its_own(part[0])), stop)
        first = len(self.out)
        while first and self.out[first - 1].span[0] >= start:
            first -= 1
        for n in range(first + 1, len(self.out)):
            obligation = self.out[n]
            if obligation.deadlines or self.places[n][1] or obligation.span[0] >= limit:
                break
            obligation.deadlines = [event.text]

    def _on_its_own(self, at: int) -> bool:
        return any(form.match(self.structure.low, at) for form in (_WHEN, _ON_ITS_OWN, _ALWAYS))
