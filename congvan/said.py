"""A field's value in a few words, as the history of corrections and the command line show it."""

from __future__ import annotations

import json
from typing import Any

_NAMING = ("text", "name", "date", "code", "target")
"""What an object is known by, the first that it has."""
_LONGEST = 300


def said(value: Any, nothing: str = "∅") -> str:
    """The value on one line; ``nothing`` for none."""
    if value is None or value in ("", []):
        return nothing
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        naming = [value[key] for key in _NAMING if key in value]
        if naming:
            return said(next((name for name in naming if name), None), nothing)
    if isinstance(value, list):
        return "; ".join(said(item, nothing) for item in value)[:_LONGEST]
    return json.dumps(value, ensure_ascii=False)[:_LONGEST]


def change(before: Any, after: Any, nothing: str = "∅") -> str:
    """What a correction changed; of a list only the entries that went and those that came."""
    if isinstance(before, list) and isinstance(after, list):
        before, after = (
            [item for item in before if item not in after],
            [item for item in after if item not in before],
        )
    return f"{said(before, nothing)} → {said(after, nothing)}"
