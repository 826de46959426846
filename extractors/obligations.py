"""Finds who must do what, under which clause, with what modality.

An obligation is a sentence, or a part of one between semicolons, that binds someone to act, to refrain, or
allows them to. What binds: a modal verb, a verb that asks ("giao", "đề nghị"), a body followed by a verb, or
an order under a lead-in or heading that binds. Narrative, reasons and clauses on the act itself do not.
"""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors import cues, details, modes, phrases, predicates, sentences, tasks, view
from extractors.bearers import head, named
from extractors.lexicon import classes
from extractors.model import Amendment, Deadline, Obligation, Reference, Span
from extractors.phrases import CITATION, Tokens
from extractors.predicates import Predicate
from extractors.structure import Clause, Structure

_LONGEST_NAME = 2500
"""Characters of a bearer parted by semicolons; the longest read (a decision's last article) took 900."""
_MOST_PARTS = 20
_MOST_JOINS = 200
"""Joins tried in one sentence: no directive's has as many parts, and each try reads its parts again."""
_OPENS_QUOTE = re.compile(r':\s{0,3}([“"])')
_LONGEST_QUOTATION = 3000


@dataclass(slots=True)
class _Unit:
    """One or more parts of a sentence that bind together."""

    span: Span
    tokens: Tokens
    found: Predicate


def quotations(plain: str) -> list[Span]:
    """Passages quoted from other acts: a colon, a quotation mark, and several paragraphs before it closes."""
    out: list[Span] = []
    for match in _OPENS_QUOTE.finditer(plain):
        if out and match.start() < out[-1][1]:
            continue
        close = plain.find("”" if match[1] == "“" else '"', match.end(), match.end() + _LONGEST_QUOTATION)
        if close > 0 and "\n" in plain[match.end() : close]:
            out.append((match.start(), close))
    return out


_RESPONSIBLE = re.compile(
    r"(?:trách\s+nhiệm(?:\s+chỉ\s+đạo)?(?:,?\s+(?:tổ\s+chức\s+)?thực\s+hiện)?|(?:cơ\s+quan|đơn\s+vị)\s+(?:chủ\s+trì|thực\s+hiện)|"
    r"(?:phân\s+công|chủ\s+trì)(?:\s+thực\s+hiện)?)\s*:\s*(?=\S)"
)


class _Reader:
    def __init__(
        self,
        structure: Structure,
        references: Sequence[Reference],
        deadlines: Sequence[Deadline],
        amendments: Sequence[Amendment],
    ) -> None:
        self.structure = structure
        self.citations = sorted(reference.span for reference in references)
        self.references = references
        self.deadlines = sorted(deadlines, key=lambda deadline: deadline.span)
        self.starts = [deadline.span[0] for deadline in self.deadlines]
        self.amended = sorted(amendment.span for amendment in amendments)
        self.quoted = quotations(structure.plain)
        self.modes: dict[int, modes.Mode | None] = {}
        self.bearers: dict[int, list[str]] = {}
        self.asked: set[int] = set()
        self.last_asked: dict[int, list[str]] = {}
        self.out: list[Obligation] = []

    def run(self) -> list[Obligation]:
        rows = {task.clause.index: task for task in tasks.read(self.structure)}
        for clause in self.structure.clauses:
            inherited = self._inherited(clause)
            if clause.kind == "heading":
                title = modes.heading_bearer(self.structure, clause)
                self.bearers[clause.index] = [self._name(title)] if title else inherited
            elif clause.kind == "text" and (borne := _RESPONSIBLE.match(self.structure.low, *clause.span)):
                self._bear(clause, (borne.end(), clause.span[1]))
            elif clause.kind == "text":
                self._read(clause, inherited)
            else:
                self.bearers[clause.index] = inherited
                if clause.index in rows:
                    self._add_task(rows[clause.index], inherited)
        return self.out

    def _bear(self, clause: Clause, span: Span) -> None:
        """ "Trách nhiệm thực hiện: Sở Y tế." below a clause's orders: they have no bearer but this one."""
        names = [
            self._name(part)
            for parts in sentences.split(self.structure.plain, self.structure.low, span)
            for part in parts
        ]
        for obligation in reversed(self.out):
            if obligation.clause != clause.label or obligation.bearers:
                break
            obligation.bearers = list(names)

    def _within(self, span: Span) -> list[Deadline]:
        first = bisect.bisect_left(self.starts, span[0])
        last = bisect.bisect_left(self.starts, span[1])
        return [deadline for deadline in self.deadlines[first:last] if deadline.span[1] <= span[1]]

    def _inherited(self, clause: Clause) -> list[str]:
        return self.bearers.get(clause.parent, []) if clause.parent is not None else []

    def _beside(self, clause: Clause) -> list[str]:
        """Whom the clause before this one names, below an article that names nobody: "2. Người được ủy quyền
        phải … 3. Chuẩn bị …"."""
        if clause.parent is None or clause.marker is None or not clause.label:
            return []
        above = self.structure.clauses[clause.parent]
        at = bisect.bisect_left(above.children, clause.index)
        before = self.structure.clauses[above.children[at - 1]] if at else None
        article = above.marker is not None and above.marker.style == "article"
        if not article or before is None or before.marker is None or before.label == clause.label:
            return []
        tokens = phrases.read(
            self.structure.plain, self.structure.low, clause.sentences[0][0], self.citations
        )
        found = predicates.read(tokens)
        if found.verb != 0 or found.must or found.asks:
            return []
        return self.bearers.get(before.index, []) if before.marker.style == clause.marker.style else []

    def _name(self, span: Span) -> str:
        return view.squeeze(self.structure.plain[span[0] : span[1]]).strip(" ,;:")

    def _read(self, clause: Clause, inherited: list[str]) -> None:
        current = inherited or self._beside(clause)
        if not current and clause.label is None:  # a letter without numbers: those asked go on
            current = self.last_asked.get(clause.region, [])
        mode = modes.of(self.structure, clause, self.modes)
        if clause.opens and (title := modes.heading_bearer(self.structure, clause)):
            self.bearers[clause.index] = [self._name(title)]
            self.asked.add(clause.region)
            return
        first: list[str] | None = None
        asked = narrates = False
        for number, parts in enumerate(clause.sentences):
            if number:
                # a new subject holds to the end of its sentence; the clause's own carries on
                current = first or (inherited if inherited else current)
            bound = False
            for i, unit in enumerate(units := self._units(parts)):
                last = clause.opens and number == len(clause.sentences) - 1 and i == len(units) - 1
                own = self._own_bearers(unit, current)
                if own and not self._serves(unit):
                    current = own
                    first = own if number == 0 and first is None else first
                if unit.found.asks:
                    self.asked.add(clause.region)
                    if own and clause.marker is None:
                        self.last_asked[clause.region] = own
                if any(a <= unit.span[0] < b for a, b in self.amended):
                    continue
                if any(a < unit.span[0] < b for a, b in self.quoted):
                    continue
                if last and not self._orders(clause, unit, mode):
                    continue
                confidence = self._binds(clause, unit, mode, bool(current))
                weak = not (unit.found.subject or unit.found.must or unit.found.asks)
                if narrates and weak and unit.found.modality == "obligation" and not self._due(unit):
                    continue
                if not confidence and weak and self._carries_on(unit, clause, bound, asked):
                    confidence = 0.65
                if confidence:
                    self._add(clause, unit, current, confidence)
                bound = bound or confidence > 0
                narrates = narrates and not bound
                asked = asked or unit.found.asks
            if number == 0 and not bound and units:
                narrates = all(unit.found.past for unit in units)
        self.bearers[clause.index] = self._announced(clause, current)
        if clause.opens and cues.FOLLOWS.search(self.structure.low[slice(*clause.span)]):
            self.asked.add(clause.region)

    def _serves(self, unit: _Unit) -> bool:
        """A body that hands its readers something "để tham khảo": nobody is asked, it bears nothing on."""
        found = unit.found
        if found.subject is None or found.verb is None or found.must or found.asks or self._due(unit):
            return False
        start = unit.tokens.spans[found.verb][0]
        return bool(cues.OWN_SERVICE.match(self.structure.low, start, unit.span[1]))

    def _due(self, unit: _Unit) -> bool:
        return any(d.bound in ("before", "by", "recurring") for d in self._within(unit.span))

    def _carries_on(self, unit: _Unit, clause: Clause, bound: bool, asked: bool) -> bool:
        """An order without a subject that goes on with what was asked before it: the next part of a sentence
        that binds, the next sentence after "Yêu cầu …", "nếu có vướng mắc, kịp thời báo cáo …"."""
        found = unit.found
        low = self.structure.low[slice(*unit.span)]
        if cues.WHEN_IN_NEED.match(low):
            return clause.region in self.asked
        if found.verb is None or found.past or len(low.split()) < 3 or modes.LABELLED.match(low):
            return False
        if (
            cues.NARRATES.match(low)
            or cues.BYGONE.match(low)
            or cues.NOTES.match(low)
            or cues.EFFECT.search(low)
        ):
            return False
        return bound or (asked and not found.opened)

    def _announced(self, clause: Clause, current: list[str]) -> list[str]:
        """Whom a lead-in leaves to act: not the body that only announces ("… ban hành Kế hoạch như sau:"),
        but those it guides ("Sở Nội vụ hướng dẫn các cơ quan … như sau:")."""
        if not clause.opens or clause.marker is not None or not clause.sentences:
            return current
        span = clause.sentences[-1][-1]
        tokens = phrases.read(self.structure.plain, self.structure.low, span, self.citations)
        found = predicates.read(tokens)
        if found.asks or not found.subject or found.verb is None:
            return current
        for i in range(found.subject[1], len(tokens)):
            announces = modes.announces(tokens.words, i)
            if announces:
                told = named(tokens, i + announces) if i + announces < len(tokens) else None
                return [self._name(tokens.span(told.start, told.end))] if told else []
            if tokens.words[i] == ",":
                break
        return current

    def _units(self, parts: Sequence[Span]) -> list[_Unit]:
        """Joins parts that have no verb of their own to the part before them: an enumeration is one."""
        structure = self.structure
        read: list[_Unit] = []
        run, joins_left = 0, _MOST_JOINS
        for part in parts:
            if (
                read
                and run < _MOST_PARTS
                and joins_left > 0
                and part[1] - read[-1].span[0] < _LONGEST_NAME
                and self._open_name(read[-1])
            ):
                part = (read.pop().span[0], part[1])
                run += 1
                joins_left -= 1
            else:
                run = 0
            tokens = phrases.read(structure.plain, structure.low, part, self.citations)
            read.append(_Unit(part, tokens, predicates.read(tokens)))
        read = self._purpose_joined(read)
        stands = [self._stands(unit) for unit in read]
        weakest = max((i for i, stand in enumerate(stands) if not stand), default=-1)
        out: list[_Unit] = []
        joined: set[int] = set()
        listing = False
        for i, unit in enumerate(read):
            weak = not unit.found.subject and not unit.found.must and not unit.found.asks
            titled = i > 0 and self._titled(unit, read[i - 1])
            joins = titled or (
                i > 0 and (not stands[i] or (weak and listing and (not stands[0] or i < weakest)))
            )
            if joins:
                listing = listing or not stands[i]
                out[-1].span = (out[-1].span[0], unit.span[1])
                joined.add(len(out) - 1)
            else:
                listing = not stands[i]
                out.append(unit)
        for i in joined:
            out[i].tokens = phrases.read(structure.plain, structure.low, out[i].span, self.citations)
        return out

    def _purpose_joined(self, read: list[_Unit]) -> list[_Unit]:
        """A purpose that holds a semicolon ("Để việc thu … rác; nước thải được kịp thời, Sở X đề nghị …")
        goes with the part where a body asks."""
        at = next((i for i, unit in enumerate(read) if unit.found.asks or unit.found.must), 0)
        if not at or read[0].tokens.words[:1] not in (["để"], ["nhằm"]):
            return read
        before = any(unit.found.subject and unit.found.verb is not None for unit in read[:at])
        if before or not read[at].found.told:
            return read
        span = (read[0].span[0], read[at].span[1])
        tokens = phrases.read(self.structure.plain, self.structure.low, span, self.citations)
        found = predicates.read(tokens)
        return [_Unit(span, tokens, found), *read[at + 1 :]] if found.told else read

    def _open_name(self, unit: _Unit) -> bool:
        """A bearer whose list goes on after the semicolon ("Chánh Văn phòng …; Giám đốc các sở …")."""
        found = unit.found
        if found.asks and found.subject:
            return found.subject[1] >= len(unit.tokens) - 1
        if found.verb is not None or found.must:
            return False
        whole = named(unit.tokens, 0)
        return whole is not None and whole.predicate is None and whole.end >= len(unit.tokens) - 1

    def _titled(self, unit: _Unit, before: _Unit) -> bool:
        """A cited act's title that goes on after a semicolon and sounds like an order."""
        start = next((i for i, word in enumerate(unit.tokens.words) if word.isalpha()), 0)
        known = classes("wording.tsv")["title"].match(unit.tokens.words, start)
        words = before.tokens.words
        return known > 0 and (CITATION in words or "quyết" in words or "luận" in words)

    def _stands(self, unit: _Unit) -> bool:
        found = unit.found
        if found.verb is None or (found.past and not found.must):
            return False
        return bool(found.subject or found.must or found.asks) or not found.opened or found.verb is not None

    def _own_bearers(self, unit: _Unit, current: list[str]) -> list[str]:
        found = unit.found
        if found.asker in ("phân công", "mời") and current:
            return []  # those who act assign their own people
        if not found.subject or found.verb is None:
            return details.addressed(self.structure, unit.tokens)
        names = [self._name(unit.tokens.span(*found.subject))]
        if found.second:
            names.append(self._name(unit.tokens.span(*found.second)))
        return names

    def _orders(self, clause: Clause, unit: _Unit, mode: modes.Mode) -> bool:
        """Whether a lead-in orders something itself, beside introducing what follows."""
        if unit.found.verb is None or unit.found.past:
            return False
        listing = clause.label is not None and self.structure.low[slice(*unit.span)].endswith("gồm")
        if clause.marker is None and not listing:
            return False
        low = self.structure.low[unit.span[0] : unit.span[1]]
        if not unit.found.must and (cues.TOPIC.match(low) or self._all_bring_subjects(clause)):
            return False
        rest = cues.LEAD_TAIL.sub("", low)
        if unit.found.asks or len(rest.split()) < 9:
            return False
        return not cues.PURE.search(rest) and mode != "describes"

    def _all_bring_subjects(self, clause: Clause) -> bool:
        """Whether every clause below names who acts: what stands over them is a title."""
        below = [self.structure.clauses[i] for i in clause.children]
        if not below or any(not child.sentences for child in below):
            return False
        for child in below:
            span = child.sentences[0][0]
            found = predicates.read(
                phrases.read(self.structure.plain, self.structure.low, span, self.citations)
            )
            if not found.subject or found.verb is None:
                return False
        return True

    def _binds(self, clause: Clause, unit: _Unit, mode: modes.Mode, borne: bool) -> float:
        """How sure it is that a unit binds someone; 0 where it does not."""
        found = unit.found
        low = self.structure.low[unit.span[0] : unit.span[1]]
        if (
            modes.LABELLED.match(low)
            or cues.WHERE.match(low)
            or cues.PROVISION.match(low)
            or cues.UNCHANGED.match(low)
            or self._serves(unit)
            or low.startswith("(thông báo")
        ):
            return 0.0
        if (
            cues.NARRATES.match(low)
            and not (found.subject or found.asks or (found.must and clause.label))
            and mode != "binds"
        ):
            return 0.0
        if cues.BYGONE.match(low) and not found.must and not found.asks:
            return 0.0
        if cues.SPREAD.search(low):
            return 0.6
        if cues.EFFECT.search(low) and not found.subject:
            return 0.0
        due = [d for d in self._within(unit.span) if d.bound in ("before", "by", "recurring")]
        timed = bool(due) and not re.match(r"(?:\S+\s+){0,7}đã\s", low)
        words = len(low.split())
        if words < 3 or (found.verb is None and words < 5):
            return 0.0
        if (cues.NOTES.match(low) and not found.subject) or cues.SALUTES.search(low):
            return 0.0
        if mode == "enacts" and re.match(r"ủy\s+quyền", low):
            return 0.0
        article = clause.marker is not None and clause.marker.style == "article"
        if (
            (mode == "enacts" or article)
            and not found.subject
            and not found.asks
            and cues.PERFORMS.match(low)
        ):
            return 0.0
        if found.past and not found.must and timed and found.verb is None and clause.label:
            return 0.65  # "Kết quả được trả trong 03 ngày …"
        if found.past and not found.must:
            return 0.6 if mode == "binds" and found.subject and found.verb is not None else 0.0
        if found.asks and found.asker in cues.INVITES:
            return 0.0
        if found.asks:
            return 0.92
        if mode == "describes":
            return 0.6 if found.must or timed else 0.0
        if mode == "binds":
            if found.subject or found.must:
                return 0.95
            if found.verb is None and head(unit.tokens, 0) and not timed:
                return 0.0  # a list of bodies
            return 0.85 if found.verb is not None else 0.6
        if found.must:
            return 0.85 if found.subject or clause.label else 0.7
        if timed and (clause.label or clause.region in self.asked):
            return 0.75
        if found.subject:
            if clause.label is not None or clause.region in self.asked:
                return 0.8
            return 0.0
        numbered = clause.marker is not None or clause.label is not None
        ordered = borne or mode == "open" or not (clause.marker and clause.marker.style == "article")
        if found.verb is not None and numbered and (borne or not found.opened) and ordered:
            return 0.65 if found.opened else 0.7
        return 0.0

    def _add_task(self, task: tasks.Task, inherited: list[str]) -> None:
        bearers = [self._name(task.bearer)] if task.bearer else inherited
        tokens = phrases.read(self.structure.plain, self.structure.low, task.task, self.citations)
        found = predicates.read(tokens)
        if task.bearer is None and found.subject:
            bearers = [self._name(tokens.span(*found.subject))]
        self._add(task.clause, _Unit(task.task, tokens, found), bearers, 0.8)
        added = self.out[-1]
        added.clause = task.label
        added.modality = found.modality if found.must else "obligation"
        if task.time:
            added.deadlines += [deadline.text for deadline in self._within(task.time)]
        if task.partners:
            added.partners.append(self._name(task.partners))

    def _add(self, clause: Clause, unit: _Unit, bearers: list[str], confidence: float) -> None:
        text = self.structure.printed(unit.span)
        key = f"{clause.label or ''}|{view.squeeze(self.structure.low[unit.span[0] : unit.span[1]])}"
        inside = self._within(unit.span)
        self.out.append(
            Obligation(
                id=hashlib.sha256(key.encode()).hexdigest()[:16],
                text=text,
                clause=clause.label,
                modality=unit.found.modality,
                bearers=list(bearers),
                action=details.action(self.structure, unit.tokens, unit.found, [d.span for d in inside]),
                partners=details.partners(self.structure, unit.tokens),
                report_to=details.report_to(self.structure, unit.tokens),
                condition=details.condition(self.structure, unit.tokens),
                deadlines=[d.text for d in inside],
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
) -> list[Obligation]:
    """Obligations, prohibitions and permissions of a directive, in order.

    ``references``, ``deadlines`` and ``amendments`` are those of the same text; what an amendment quotes is
    not read as this directive's own order. ``act`` is the kind of act ("CV", "BC"): a report's plans are its
    own author's. Call it only for a text known to be a directive.
    """
    if act in cues.TELLING:
        return []
    found = _Reader(structure, references, deadlines, amendments).run()
    seen: dict[str, int] = {}
    for obligation in found:  # one order printed twice under one clause: ids stay apart
        seen[obligation.id] = seen.get(obligation.id, 0) + 1
        if seen[obligation.id] > 1:
            obligation.id = f"{obligation.id}-{seen[obligation.id]}"
    return found
