"""Circles: a unit above itself, or heads who head each other's units."""

from __future__ import annotations

from checker.results import Issue, Results


def find_circles(results: Results) -> frozenset[str]:
    """The units that stand in a circle, each circle with an issue that names its rows."""
    superiors = {key: {unit.parent} for key, unit in results.units.items() if unit.parent is not None}
    out: set[str] = set()
    for circle in _circles({k: {p for p in v if p is not None} for k, v in superiors.items()}):
        _tell(results, circle, "superiors", "each is the other's superior")
        out |= set(circle)
    above = {key: {unit.key for unit in results.chain(key)} for key in _head_units(results)}
    heading: dict[str, set[str]] = {}
    for person in results.people:
        if person.unit is None:
            continue
        for headed in person.heads:
            # one who stands in a unit and heads it, its superior or a part of it is the usual case
            related = headed in above.get(person.unit, set()) or person.unit in above.get(headed, set())
            if not related:
                heading.setdefault(person.unit, set()).add(headed)
    for circle in _circles(heading):
        _tell(results, circle, "heads", "the head of each belongs to the other")
        out |= set(circle)
    return frozenset(out)


def _head_units(results: Results) -> set[str]:
    return {
        key
        for person in results.people
        if person.heads and person.unit is not None
        for key in (person.unit, *person.heads)
    }


def _tell(results: Results, circle: list[str], code: str, why: str) -> None:
    rows = ", ".join(f"“{results.units[key].name}” (row {results.units[key].place.row})" for key in circle)
    place = results.units[circle[0]].place
    message = f"a circle: {rows}; {why}. What depends on them cannot be told until one row is mended"
    results.issues.append(Issue(f"circle-of-{code}", message, place))


def _circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """The strongly connected parts with more than one member, and those that point at themselves (Tarjan,
    without recursion: chains may be long)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    on_stack: set[str] = set()
    stack: list[str] = []
    out: list[list[str]] = []
    for root in sorted(edges):
        if root in index:
            continue
        work = [(root, iter(sorted(edges.get(root, ()))))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, successors = work[-1]
            for successor in successors:
                if successor not in index:
                    index[successor] = low[successor] = len(index)
                    stack.append(successor)
                    on_stack.add(successor)
                    work.append((successor, iter(sorted(edges.get(successor, ())))))
                    break
                if successor in on_stack:
                    low[node] = min(low[node], index[successor])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part: list[str] = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        part.append(member)
                        if member == node:
                            break
                    if len(part) > 1 or node in edges.get(node, ()):
                        out.append(sorted(part))
    return out
