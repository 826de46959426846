"""The sentences that a module says to people, found in its source: what a translation must cover."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_ENGLISH = re.compile(
    r"\b(the|of|is|are|was|has|have|not|no|that|which|when|what|who|whose|with|within|more|one|it|they|"
    r"there|this|may|by|than|at|at most|later|higher|fewer|people|rank|row|column|unit|units|members|managed|under|"
    r"group|yet|in doubt|limit|file|given|choose|write|use|name|names|wrong|already|too|say|all)\b"
)
_QUIET = {
    "Field",
    "compile",
    "debug",
    "info",
    "warning",
    "error",
    "exception",
    "match",
    "search",
    "sub",
    "option",
}
"""Calls whose words no person of the page reads: descriptions of fields, patterns, the log."""


def sentences(path: Path) -> Iterator[tuple[int, str]]:
    """``(line, sentence)``; what is filled in stands as ``{}``. Docstrings are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hidden: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _QUIET:
                hidden |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            hidden.add(id(node.value))
        if isinstance(node, ast.Assert):
            hidden |= {id(inner) for inner in ast.walk(node)}
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if id(node) in hidden or id(node) in inside:
            continue
        text = None
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        if text and " " in text.strip() and _ENGLISH.search(text):
            yield node.lineno, text
