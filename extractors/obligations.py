"""Finds who must do what, under which clause, with what modality.

An obligation is a sentence, or a part of one between semicolons, that binds someone to act, to refrain, or
allows them to. What binds: a modal verb, a verb that asks ("giao", "đề nghị"), a body followed by a verb, or
an order under a lead-in or heading that binds. Narrative, reasons and clauses on the act itself do not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors import (
    binding,
    carried,
    cues,
    details,
    heading_bearers,
    leading,
    modes,
    periods,
    phrases,
    predicates,
    quoted,
    responsible,
    schedule,
    section_titles,
    sentences,
    tasks,
    things,
    units,
    view,
)
from extractors.certainty import certainty
from extractors.clause_numbers import number_as_printed
from extractors.duty_notes import DutyNotes
from extractors.model import Amendment, Deadline, Modality, Obligation, Reference, Span
from extractors.structure import Clause, Structure
from extractors.units import Unit

_FURTHER = (["đồng", "thời"], ["ngoài", "ra"])
"""Links before a further order of a letter without numbers: "Đồng thời | phát huy vai trò …"."""
_OF_PART = re.compile(r"^[IVX]{1,5}\.(?=\d)")
"""Before the number of a table's row: the part that the table stands in."""
_ITEM = re.compile(r"(\((?:\d{1,2}|[ivx]{1,5}|[a-zđ])\))\s{1,3}$")


@dataclass(slots=True)
class _Going:
    """What holds while the sentences of one clause are read."""

    clause: Clause
    inherited: list[str]
    """Who bears by the clauses above."""
    mode: modes.Mode
    current: list[str]
    """Who bears now."""
    first: list[str] | None = None
    """Whom the first sentence names: they bear again from each further sentence on."""
    bound: bool = False
    """Whether the sentence has bound somebody so far."""
    asked: bool = False
    ordered: bool = False
    narrates: bool = False
    """The sentences so far tell what was done."""

    @property
    def plain(self) -> bool:
        """A paragraph without a number of its own or above it."""
        return self.clause.label is None and self.clause.marker is None


class _Reader(DutyNotes):
    def __init__(
        self,
        structure: Structure,
        references: Sequence[Reference],
        deadlines: Sequence[Deadline],
        amendments: Sequence[Amendment],
        reported: bool = False,
        ordered: bool = False,
    ) -> None:
        super().__init__(structure, references, deadlines)
        self.reported, self.ordered = reported, ordered
        self.times = periods.titles(structure, self.deadlines)
        self.amended = sorted(amendment.span for amendment in amendments)
        self.new = quoted.new_texts(structure.text, amendments)
        self.quoted = quoted.passages(structure.plain)
        self.modes: dict[int, modes.Mode | None] = {}
        self.bearers: dict[int, list[str]] = {}
        self.asked: set[int] = {clause.region for clause in structure.clauses} if ordered else set()
        self.last_asked: dict[int, list[str]] = {}
        self.ordering = -1
        """The last paragraph without a number that orders; the next may go on with it."""
        self.labelled: set[int] = set()
        """Clauses that have nothing but labels below them ("Đơn vị chủ trì: …"): tasks, however short."""
        self.held: set[int] = set()
        """Clauses that are parts of an order above them."""

    def run(self) -> list[Obligation]:
        rows = {task.clause.index: task for task in tasks.read(self.structure)}
        lines = list(schedule.read(self.structure))
        self.labelled = schedule.tasks(self.structure, lines)
        flat = schedule.of_rows(self.structure)
        flat_tasks = {line.first for line in flat}
        self.labelled |= flat_tasks
        lines += flat
        labels = {i for line in lines if line.said != "time" for i in range(line.clause.index, line.last + 1)}
        for clause in self.structure.clauses:
            inherited = self._inherited(clause)
            if clause.index in self.held or (
                clause.index in labels and not responsible.span(self.structure, self.citations, clause)
            ):
                continue
            if clause.index in self.labelled:
                parts = sentences.split(self.structure.plain, self.structure.low, clause.span)
                before = len(self.out)
                self._read(replace(clause, kind="text", sentences=parts), inherited)
                if len(self.out) == before and clause.index in flat_tasks:
                    self._add_task(tasks.Task(clause, clause.span, clause.label), inherited)
            elif clause.kind == "heading":
                title = heading_bearers.heading_bearer(self.structure, clause)
                self.bearers[clause.index] = [self.name(title)] if title else inherited
            elif clause.kind == "text" and (
                borne := responsible.span(self.structure, self.citations, clause)
            ):
                self.bear(clause, borne)
            elif clause.kind == "text":
                self._read(clause, inherited)
            else:
                self.bearers[clause.index] = inherited
                if clause.index in rows:
                    self._add_task(rows[clause.index], inherited)
        for line in lines:
            self.take_line(line)
        for time, first, last in schedule.plan_times(self.structure):
            self.plan_time(time, first, last)
        return self.out

    def _inherited(self, clause: Clause) -> list[str]:
        return self.bearers.get(clause.parent, []) if clause.parent is not None else []

    def _beside(self, clause: Clause) -> list[str]:
        before = carried.beside(self.structure, self.citations, clause)
        return self.bearers.get(before.index, []) if before else []

    def _goes_on(self, clause: Clause, current: list[str]) -> list[str]:
        guided = carried.guided(self.structure, self.citations, clause)
        return current if guided is None else [self.name(span) for span in guided]

    def _read(self, clause: Clause, inherited: list[str]) -> None:
        if clause.opens and (title := heading_bearers.heading_bearer(self.structure, clause)):
            self.bearers[clause.index] = [self.name(title)]
            self.asked.add(clause.region)
            return
        going = self._begin(clause, inherited)
        for number, parts in enumerate(clause.sentences):
            self._read_sentence(going, number, parts)
        self._read_new(clause)
        self.bearers[clause.index] = self._goes_on(clause, going.current)
        topic = heading_bearers.topic_bearer(self.structure, clause)
        if topic and (topic[1] or not self.bearers[clause.index]):
            self.bearers[clause.index] = [self.name(topic[0])]
        if clause.opens and cues.FOLLOWS.search(self.structure.low[slice(*clause.span)]):
            self.asked.add(clause.region)

    def _begin(self, clause: Clause, inherited: list[str]) -> _Going:
        """What holds before a clause's first sentence."""
        current = inherited or self._beside(clause)
        if not current and clause.label is None:  # a letter without numbers: those asked go on
            current = self.last_asked.get(clause.region, [])
        new = any(a <= clause.span[0] < b for a, b in self.new)
        mode = modes.of(self.structure, clause, self.modes)
        mode = "open" if new and mode != "describes" else mode
        going = _Going(clause, inherited, mode, current)
        if self.reported and cues.SAYS_SO.match(self.structure.low, *clause.span):
            self.asked.add(clause.region)
        follows = self.ordered or self.ordering == clause.index - 1 >= 0
        if going.plain and follows and self._opens_with_order(clause):
            going.asked = going.ordered = True
        return going

    def _read_sentence(self, going: _Going, number: int, parts: list[Span]) -> None:
        clause = going.clause
        if number:
            # a new subject holds to the end of its sentence; the clause's own carries on
            going.current = going.first or going.inherited or going.current
        going.bound = False
        if number and self.takes_labels(clause, parts):
            return
        if going.mode == "describes" and cues.AIMS.match(self.structure.low, *parts[0]):
            return  # "Nhằm …; phân công nhiệm vụ cho các xã; …": a purpose to its end
        if len(parts) > 1 and cues.MEMBERS.match(self.structure.low, *parts[0]):
            return  # "Thành phần: Ban Thường trực; …; mời đại diện các thôn": who takes part
        if self.reported:
            parts = [quoted.said(self.structure.low, part) for part in parts]
        joined = units.read(self.structure, self.citations, parts)
        for i, unit in enumerate(joined):
            if i and binding.repeals_on(self.structure, joined[i - 1], unit):
                continue
            ends = i == len(joined) - 1
            leads = clause.index not in self.labelled and clause.opens and number == len(clause.sentences) - 1
            if not self._hands_on(going, unit, ends):
                self._read_unit(going, unit, first=number == 0, leads=leads and ends)
        self.closing_time(clause, parts)
        self.opening_event(parts)
        if number == 0 and not going.bound and joined:
            going.narrates = all(unit.found.past for unit in joined)
        if going.bound and going.plain:
            self.ordering = clause.index

    def _hands_on(self, going: _Going, unit: Unit, ends: bool) -> bool:
        """Whether a unit orders nothing itself but says who is to act: "Yêu cầu các sở thực hiện:", "giao Sở
        Y tế các việc sau: …"."""
        clause = going.clause
        if self.only_asks(unit):
            self.asked.add(clause.region)
            going.current = self.own_bearers(unit, []) or going.inherited
            going.asked = True
            return True
        if self.assigns_above(clause, unit):
            return True
        if not ends and leading.leads_inline(self.structure, unit):
            going.current = going.first = self.own_bearers(unit, []) or self.meant(unit) or going.current
            going.bound = going.asked = True
            return True
        return False

    def _read_unit(self, going: _Going, unit: Unit, *, first: bool, leads: bool) -> None:
        """Reads a unit of a clause's ``first`` or a later sentence; ``leads``: it ends with the colon that
        introduces the clauses below."""
        clause = going.clause
        self.end_events(unit)
        due = self.due(unit)
        if self.times_above(clause, unit) or self.is_time(unit):
            return
        own = self._own(going, unit, None if leads else going.mode, due, first)
        if self._is_quoted(unit.span[0]):
            return
        held = things.contents(self.structure, clause) if leads else None
        if held is not None:  # what a report holds is one with the order to report
            unit.span = (unit.span[0], self.structure.clauses[held].span[1])
            self.held.update(range(clause.index + 1, held + 1))
        elif leads and not leading.orders(self.structure, self.citations, clause, unit, going.mode, due):
            return
        confidence = self._certainty(going, unit, due, held is not None)
        if confidence is None:
            return
        if confidence and cues.SPREAD.search(self.structure.low, *unit.span) and not own:
            self._add(clause, unit, [], confidence)
        elif confidence:
            beside = unit.found.beside
            also = [self.name(unit.tokens.span(*beside))] if beside else []
            those = own if own and binding.only_for_these(unit) else going.current
            self._add(clause, unit, [*those, *also], confidence)
        going.bound = going.bound or confidence > 0
        going.narrates = going.narrates and not going.bound
        going.asked = going.asked or unit.found.asks
        going.ordered = going.ordered or (confidence > 0 and unit.found.must and clause.label is None)

    def _own(self, going: _Going, unit: Unit, mode: modes.Mode | None, due: bool, first: bool) -> list[str]:
        """Whom a unit names itself, after it is settled who goes on from it."""
        clause = going.clause
        own = self.own_bearers(unit, going.current)
        if own and binding.judged(self.structure, unit):
            own, going.current = [], going.inherited
        if own and going.inherited and binding.passes_on(self.structure, clause, unit, going.inherited):
            own, going.current = [], going.inherited
        if own and binding.only_for_these(unit):
            pass  # "Đối với các chủ hộ …, thì được …": those before them go on
        elif own and not binding.tells(self.structure, unit, mode, due):
            going.current = own
            going.first = own if first and going.first is None else going.first
        if unit.found.asks:
            self.asked.add(clause.region)
            if own and clause.marker is None:
                self.last_asked[clause.region] = own
        return own

    def _certainty(self, going: _Going, unit: Unit, due: bool, holds: bool) -> float | None:
        """How sure it is that a unit binds, 0 where it does not; None where it goes on with what is told.
        ``holds``: the clauses below are its parts."""
        asking = going.clause.region in self.asked
        confidence = certainty(
            self.structure, going.clause, unit, going.mode, borne=bool(going.current), asking=asking, due=due
        )
        if holds and not confidence and self.due(unit):
            confidence = 0.6  # "Thời hạn nộp biểu: - Chậm nhất ngày 05 …; - Chậm nhất ngày 15 …"
        weak = not (unit.found.subject or unit.found.must or unit.found.asks)
        if going.narrates and weak and unit.found.modality == "obligation" and not due:
            return None
        beside_it = going.bound and unit.found.subject is not None  # "A làm …; | B làm …"
        if not confidence and (weak or going.ordered or beside_it):
            asked = going.asked or going.ordered
            goes_on = binding.carries_on(
                self.structure, unit, asking=asking, bound=going.bound, asked=asked, due=due
            )
            confidence = 0.65 if goes_on else 0.0
        return confidence

    def _opens_with_order(self, clause: Clause) -> bool:
        """Whether a paragraph begins with an order without a subject ("Báo cáo đầy đủ các số liệu …")."""
        if not clause.sentences:
            return False
        first = clause.sentences[0][0]
        tokens = phrases.read(self.structure.plain, self.structure.low, first, self.citations)
        found = predicates.read(tokens)
        further = 2 if tokens.words[:2] in _FURTHER else 0
        further += tokens.words[further : further + 1] == [","]
        return found.verb in (0, further) and found.subject is None and not found.past

    def _is_quoted(self, at: int) -> bool:
        """Whether what begins at a place is another act's, not a new text that this directive gives it."""
        if any(a <= at < b for a, b in self.new):
            return False
        return any(a <= at < b for a, b in self.amended) or any(a < at < b for a, b in self.quoted)

    def _read_new(self, clause: Clause) -> None:
        """What a new text quoted within a clause orders: "Sửa đổi khoản 2 như sau: “2. Các sở phải …”"."""
        for span in self.new:
            if not (clause.span[0] < span[0] and span[1] <= clause.span[1]):
                continue
            current: list[str] = []
            for parts in sentences.split(self.structure.plain, self.structure.low, span):
                for unit in units.read(self.structure, self.citations, parts):
                    current = self.own_bearers(unit, current) or current
                    confidence = certainty(
                        self.structure, clause, unit, "open", borne=False, asking=False, due=self.due(unit)
                    )
                    if confidence:
                        self._add(clause, unit, current, confidence)

    def _add_task(self, task: tasks.Task, inherited: list[str]) -> None:
        bearers = [self.name(task.bearer)] if task.bearer else inherited
        tokens = phrases.read(self.structure.plain, self.structure.low, task.task, self.citations)
        found = predicates.read(tokens)
        if task.bearer is None and found.subject:
            bearers = [self.name(tokens.span(*found.subject))]
        self._add(task.clause, Unit(task.task, tokens, found), bearers, 0.8)
        added = self.out[-1]
        added.place = task.label
        added.clause = _OF_PART.sub("", task.label) if task.label else None
        added.modality = found.modality if found.must else "obligation"
        if task.time:
            added.deadlines += [deadline.text for deadline in self.within(task.time)]
        if task.partners:
            added.partners.append(self.name(task.partners))

    def _modality(self, clause: Clause, unit: Unit) -> Modality:
        if section_titles.forbidden(self.structure, clause) and clause.marker and not clause.opens:
            return "prohibition"
        plain = unit.found.modality == "obligation" and not unit.found.must
        if plain and unit.found.verb is None and cues.NOT_THERE.match(self.structure.low, *unit.span):
            return "prohibition"
        return (
            "permission" if plain and section_titles.rights(self.structure, clause) else unit.found.modality
        )

    def _item(self, clause: Clause, unit: Unit) -> str:
        """The number of the item in a clause's line: "3.1. Gồm: (1) …; (2) …" gives "(2)"; else ""."""
        at = max(clause.span[0], unit.span[0] - 8)
        item = _ITEM.search(self.structure.plain, at, unit.span[0])
        return item[1] if item else ""

    def _add(self, clause: Clause, unit: Unit, bearers: list[str], confidence: float) -> None:
        text = self.structure.printed(unit.span)
        key = f"{clause.label or ''}|{view.squeeze(self.structure.low[unit.span[0] : unit.span[1]])}"
        item = self._item(clause, unit)
        inside = self.within(unit.span)
        due = periods.due(inside, periods.over(self.structure, clause, self.times))
        self.places.append((clause.index, unit.found.subject is not None))
        self.out.append(
            Obligation(
                id=hashlib.sha256(key.encode()).hexdigest()[:16],
                text=text,
                clause=f"{number_as_printed(self.structure, clause) or ''}{item}" or None,
                place=f"{clause.label or ''}{item}" or None,
                modality=self._modality(clause, unit),
                bearers=list(bearers),
                action=details.action(self.structure, unit.tokens, unit.found, [d.span for d in inside]),
                partners=details.partners(self.structure, unit.tokens),
                report_to=details.report_to(self.structure, unit.tokens),
                condition=details.condition(self.structure, unit.tokens),
                deadlines=[d.text for d in due],
                references=[
                    r.text for r in self.references if unit.span[0] <= r.span[0] and r.span[1] <= unit.span[1]
                ],
                span=unit.span,
                confidence=confidence,
            )
        )


def find(
    text: str,
    structure: Structure,
    *,
    references: Sequence[Reference] = (),
    deadlines: Sequence[Deadline] = (),
    amendments: Sequence[Amendment] = (),
    act: str | None = None,
    reported: bool = False,
    ordered: bool = False,
) -> list[Obligation]:
    """Obligations, prohibitions and permissions of a directive, in order.

    ``references``, ``deadlines`` and ``amendments`` are those of the same text; of what an amendment quotes
    the new text binds, the old does not. ``act`` is the kind of act ("CV", "BC"): a report
    tells, but for its sections of tasks to come. ``reported``: the text is an article about the act;
    ``ordered``: it has no head, and orders throughout. Call it only for a text known to be a directive.
    """
    if act in cues.TELLING and act not in ("BC", "GM"):
        return []
    found = _Reader(structure, references, deadlines, amendments, reported, ordered).run()
    if act == "GM":  # who is invited to what binds nobody; what they are asked to bring does
        found = [item for item in found if cues.ASKS_GUESTS.search(structure.low, *item.span)]
    if act == "BC":
        planned = section_titles.planned(structure)
        found = [item for item in found if any(a <= item.span[0] < b for a, b in planned)]
    seen: dict[str, int] = {}
    for obligation in found:  # one order printed twice under one clause: ids stay apart
        seen[obligation.id] = seen.get(obligation.id, 0) + 1
        if seen[obligation.id] > 1:
            obligation.id = f"{obligation.id}-{seen[obligation.id]}"
    return found
