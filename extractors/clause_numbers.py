"""The number that a page prints beside a clause, joined with those of the items below it."""

from __future__ import annotations

from extractors.structure import Clause, Structure

_OWN_NUMBER = frozenset(("decimal1", "decimal2", "decimal3", "decimal4", "ordinal", "step"))
_ABOVE_ALL = frozenset(("part", "chapter", "section", "article", "roman", "capital"))


def number_as_printed(structure: Structure, clause: Clause) -> str | None:
    """The number that a page shows beside a clause: "2", "2.1", "Thứ nhất", with those of the items below it,
    "3.1.1(4)", "2(a)"; of a clause right below a part or an article, its own ("a"); the part's where none
    stands beside it. `Clause.label` says in which part too ("II.2a")."""
    items: list[str] = []
    for each in (clause, *structure.ancestors(clause)):
        marker = each.marker
        if marker is None or marker.label is None:
            continue
        if marker.style in _ABOVE_ALL:
            return _items(items) or marker.label
        if marker.style in _OWN_NUMBER:
            above = _decimal_above(structure, each) if marker.style == "decimal1" else ""
            return above + marker.label + "".join(items)
        items.insert(0, marker.label if marker.style == "paren" else f"({marker.label})")
    return _items(items) or clause.label


def _items(items: list[str]) -> str:
    """Items below no number of their own: "a", "a(1)", "(1)"."""
    if items and items[0][1:-1].isalpha():
        items[0] = items[0][1:-1]
    return "".join(items)


def _decimal_above(structure: Structure, clause: Clause) -> str:
    """The number under which a plain one counts anew: "1." below "2." is "2.1"."""
    for above in structure.ancestors(clause):
        if above.marker and above.marker.label and above.marker.style in _OWN_NUMBER:
            return f"{number_as_printed(structure, above)}." if above.marker.style == "decimal1" else ""
        if above.marker and above.marker.label:
            return ""
    return ""
