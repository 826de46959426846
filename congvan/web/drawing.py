"""Drawings as plain numbers: where the boxes and lines of a graph and the bars of a chart go.

The templates write them as SVG; no script draws, so they print, zoom and read aloud like the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

NODE_WIDTH, NODE_HEIGHT, GAP = 300, 58, 14
WIDTH = 1120


@dataclass(frozen=True, slots=True)
class Node:
    """An act as it is drawn. ``lines``: number, then what it is about; ``link`` None: it leads nowhere."""

    lines: tuple[str, ...]
    title: str
    link: str | None
    held: bool
    relation: str = ""
    x: float = 0
    y: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    path: str
    relation: str


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    centre: Node
    nodes: list[Node] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def neighbourhood(centre: Node, coming: Sequence[Node], going: Sequence[Node]) -> Drawing:
    """The act in the middle, those that refer to it on the left, those it refers to on the right; a side
    where there is nothing takes no room."""
    step = NODE_HEIGHT + GAP
    height = max(len(coming), len(going), 1) * step + GAP
    aside = (WIDTH - NODE_WIDTH) / 2 - 1
    middle = 1 + (aside if coming else 0)
    width = round(middle + NODE_WIDTH + 1 + (aside if going else 0))
    placed = _at(centre, middle, (height - NODE_HEIGHT) / 2)
    nodes, lines = [], []
    for side, items in (("left", coming), ("right", going)):
        top = (height - len(items) * step + GAP) / 2
        for position, item in enumerate(items):
            x = 1 if side == "left" else middle + aside
            node = _at(item, x, top + position * step)
            nodes.append(node)
            first, last = (node, placed) if side == "left" else (placed, node)
            lines.append(Line(_curve(first, last), item.relation))
    return Drawing(width, round(height), placed, nodes, lines)


def _at(node: Node, x: float, y: float) -> Node:
    return Node(node.lines, node.title, node.link, node.held, node.relation, round(x, 1), round(y, 1))


def _curve(first: Node, last: Node) -> str:
    x0, y0 = first.x + NODE_WIDTH, first.y + NODE_HEIGHT / 2
    x1, y1 = last.x - 7, last.y + NODE_HEIGHT / 2
    bend = (x1 - x0) / 2
    return f"M{x0:.1f},{y0:.1f} C{x0 + bend:.1f},{y0:.1f} {x1 - bend:.1f},{y1:.1f} {x1:.1f},{y1:.1f}"


def shorten(text: str, limit: int) -> str:
    """At most so many characters, cut between words."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1].rsplit(" ", 1)[0] if " " in text[: limit - 1] else text[: limit - 1]
    return cut.rstrip(" ,;:") + "…"


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    value: float
    shown: str
    x: float
    y: float
    width: float
    height: float
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    width: int
    height: int
    bars: list[Bar]


def columns(
    values: Sequence[tuple[str, float, str, str | None]],
    *,
    width: int = 560,
    height: int = 190,
    most: float = 0,
) -> Chart:
    """Upright bars: ``(label, value, value as shown, link)``. Room is left for labels above and below."""
    if not values:
        return Chart(width, height, [])
    top, foot = 20, 24
    scale = (height - top - foot) / (most or max(value for _, value, _, _ in values) or 1)
    slot = width / len(values)
    wide = min(48.0, slot * 0.72)
    bars = []
    for position, (label, value, shown, link) in enumerate(values):
        tall = max(1.0 if value else 0.0, value * scale)
        x = position * slot + (slot - wide) / 2
        bars.append(
            Bar(
                label,
                value,
                shown,
                round(x, 1),
                round(height - foot - tall, 1),
                round(wide, 1),
                round(tall, 1),
                link,
            )
        )
    return Chart(width, height, bars)
