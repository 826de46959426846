"""The body of a directive as the hierarchy of Akoma Ntoso: parts, articles, clauses, points, one in another.

The clauses are those that the extractors read (`extractors.structure`); not a letter of the text is left out.
What stands between two clauses (a footnote, the foot of a page) stays with the clause before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.export.cells import xlsx_text
from extractors.model import Span
from extractors.structure import Clause

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

_TAGS = {
    "part": "part",
    "chapter": "chapter",
    "section": "section",
    "capital": "division",
    "roman": "division",
    "article": "article",
    "ordinal": "clause",
    "decimal1": "paragraph",
    "decimal2": "subparagraph",
    "decimal3": "subparagraph",
    "decimal4": "subparagraph",
    "step": "level",
    "letter": "point",
    "paren": "level",
    "star": "indent",
    "dash": "indent",
    "plus": "indent",
    "dot": "indent",
}
"""Elements by what numbers a clause (`extractors.markers`): an article for điều, a paragraph for khoản."""
_LINE = re.compile(r"[^\n\f]+")

Mark = tuple[int, int, str, dict[str, str]]
"""Start, end, element and attributes of what is marked up within a line."""


def add(parent: Any, tag: str, text: str | None = None, **attributes: str) -> Any:
    """A new last child in Akoma Ntoso's namespace."""
    from lxml import etree

    clean = {name: xlsx_text(value) for name, value in attributes.items()}
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", clean)
    if text is not None:
        element.text = xlsx_text(text)
    return element


@dataclass(slots=True)
class Writer:
    """Writes stretches of one text, with what was read in them marked up; a mark that crosses the end of a
    stretch is cut there."""

    text: str
    marks: Sequence[Mark]
    used: set[str] = field(default_factory=set)

    def inline(self, element: Any, span: Span) -> None:
        """Fills an element with a stretch of the text."""
        start, end = span
        last, place = None, start
        for low, high, tag, attributes in self.marks:
            low, high = max(low, place), min(high, end)
            if low >= high or low >= end:
                continue
            _append(element, last, self.text[place:low])
            last = add(element, tag, self.text[low:high], **attributes)
            place = high
        _append(element, last, self.text[place:end])

    def lines(self, parent: Any, span: Span) -> None:
        """Every line that is not blank, as a paragraph."""
        for match in _LINE.finditer(self.text, *span):
            if match.group().strip():
                self.inline(add(parent, "p"), match.span())

    def eid(self, wanted: str) -> str:
        """An id that no other element has: numbers recur where a document is misnumbered."""
        found, again = wanted, 2
        while found in self.used:
            found, again = f"{wanted}-{again}", again + 1
        self.used.add(found)
        return found

    def clauses(self, body: Any, clauses: Sequence[Clause], region: Span) -> None:
        """The clauses of a region of the text, nested; all of them lie within it, in order."""
        if not clauses:
            self.lines(body, region)
            return
        before = [None, *clauses[:-1]]
        starts = [self._number_start(clause, last) for clause, last in zip(clauses, before, strict=True)]
        self.lines(body, (region[0], starts[0]))
        after = [*starts[1:], region[1]]
        made: dict[int, Any] = {}
        for clause, start, end in zip(clauses, starts, after, strict=True):
            parent = made.get(clause.parent) if clause.parent is not None else None
            made[clause.index] = self._clause(body if parent is None else parent, clause, start, end)

    def _number_start(self, clause: Clause, before: Clause | None) -> int:
        """Where a clause begins, its number included."""
        if clause.marker is None:
            return clause.span[0]
        end = min(clause.marker.end, clause.span[0])
        floor = max(self.text.rfind("\n", 0, end), self.text.rfind("\f", 0, end)) + 1
        return max(floor, before.span[1] if before else 0)

    def _clause(self, parent: Any, clause: Clause, start: int, end: int) -> Any:
        """One clause up to where the next begins; its children are put into it later."""
        marker = clause.marker
        tag = _TAGS[marker.style] if marker else "division" if clause.kind == "heading" else "alinea"
        above = parent.get("eId")
        label = _slug(marker.label) if marker and marker.label else str(len(parent) + 1)
        element = add(parent, tag, eId=self.eid(f"{above + '__' if above else ''}{tag}_{label}"))
        own = clause.span
        if marker is not None:
            self.inline(add(element, "num"), (start, own[0]))
        if clause.kind == "heading" and self.text[slice(*own)].strip():
            self.inline(add(element, "heading"), own)
            own = (own[1], own[1])
        rest = (own[1], end)
        below = bool(clause.children)
        if self.text[slice(*own)].strip() or self.text[slice(*rest)].strip() or not below:
            wrapper = "intro" if below else "content"
            block = add(element, wrapper, eId=self.eid(f"{element.get('eId')}__{wrapper}"))
            if self.text[slice(*own)].strip():
                self.inline(add(block, "p"), own)
            self.lines(block, rest)
            if not len(block):
                add(block, "p")
        return element


def _append(element: Any, last: Any, text: str) -> None:
    clean = xlsx_text(text)
    if last is None:
        element.text = (element.text or "") + clean
    else:
        last.tail = (last.tail or "") + clean


def _slug(label: str) -> str:
    """A label as it may stand in an id: "Điều 2" is "2", "a" is "a"."""
    last = label.split()[-1] if label.split() else label
    return re.sub(r"[^\w.-]+", "-", last).strip("-.") or "x"
