"""People's corrections: an append-only layer over the machine's readings.

A field is a path into the directive: "subject", "issuer/name", "number" (a whole object), or, for one
obligation or rule, its id: "obligations/<id>/bearers". An obligation or rule is added or taken out by a
correction of "obligations/<id>" to an object or to null. The latest correction of a field holds.
A repair is accepted or undone by a correction of "repairs/<start>-<end>" (its span as it was read).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from corpus import undo
from corpus.errors import QueryError
from corpus.schema import corrections
from extractors.model import Directive, Warning

DIFFERS = "correction-differs"
"""Code of the warning where a later reading disagrees with a correction in a new way."""
_LISTS_BY_ID = ("obligations", "rules")
_FIXED = (
    "id",
    "schema_version",
    "source",
    "status",
    "errors",
    "pages",
    "repairs",
    "text",
    "digital_signatures",
    "suggestions",
)
"""What people do not correct here: the text's offsets carry every span (correct the fields instead)."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change: what stood before (in the reading it was made against), what stands now, who, when, why."""

    id: int
    field: str
    before: Any
    after: Any
    who: str
    why: str | None
    at: str
    reading_id: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A field where the machine, reading again, says neither what it said before nor what the person says."""

    field: str
    corrected: Any
    machine_before: Any
    machine_now: Any


def history(connection: Connection, document_id: int) -> list[Correction]:
    """All corrections of a document, oldest first."""
    rows = connection.execute(
        select(corrections).where(corrections.c.document_id == document_id).order_by(corrections.c.id)
    )
    return [Correction(r.id, r.field, r.before, r.after, r.who, r.why, r.at, r.reading_id) for r in rows]


def latest(items: Iterable[Correction]) -> dict[str, Correction]:
    """The correction that holds for each field, in the order in which they were made."""
    chosen: dict[str, Correction] = {}
    for item in items:
        chosen.pop(item.field, None)
        chosen[item.field] = item
    return chosen


def apply(machine: Directive, items: Iterable[Correction]) -> Directive:
    """The directive as it stands: the machine's reading with people's corrections on top."""
    chosen = latest(items)
    if not chosen:
        return machine
    data = machine.model_dump(mode="json")
    repairs = {key: undo.named(data, key) for key in map(_repair, chosen) if key}
    for item in chosen.values():
        if key := _repair(item.field):
            repair = repairs[key]
            # another reading may have repaired something else there; `differences` says so
            if repair is not None and undo.said(repair) == item.before:
                undo.decide(data, repair, item.after)
        else:
            put(data, item.field, item.after)
    return Directive.model_validate(data)


def differences(machine: Directive, items: Iterable[Correction]) -> list[Difference]:
    """Where the machine now disagrees both with itself before and with the person."""
    data = machine.model_dump(mode="json")
    found = []
    for item in latest(items).values():
        now = get(data, item.field)
        if now not in (item.before, item.after) and not (now is None and _repair(item.field)):
            found.append(Difference(item.field, item.after, item.before, now))
    return found


def doubts(machine: Directive, items: Iterable[Correction]) -> list[Warning]:
    """A warning for each field where a later reading says neither what it said before nor what the person
    says."""
    return [
        Warning(
            code=DIFFERS,
            message=f"{item.field}: corrected to {_short(item.corrected)}; the machine, which had read "
            f"{_short(item.machine_before)}, now reads {_short(item.machine_now)}. Which is right?",
        )
        for item in differences(machine, items)
    ]


def _short(value: Any) -> str:
    said = json.dumps(value, ensure_ascii=False)
    return said if len(said) <= 80 else f"{said[:79]}…"


def record(
    connection: Connection,
    document_id: int,
    reading_id: int,
    machine: Directive,
    field: str,
    after: Any,
    *,
    who: str,
    why: str | None = None,
) -> Directive:
    """Adds a correction and gives the directive as it then stands.

    Raises `QueryError` where the field does not exist or the value does not fit it.
    """
    if not who.strip():
        raise QueryError("A correction needs a name: who says so?")
    head = field.partition("/")[0]
    if (key := _repair(field)) is not None:
        if undo.named(machine.model_dump(mode="json"), key) is None:
            raise QueryError(f"There is no repair at {key}.")
        if after not in (undo.ACCEPTED, undo.UNDONE):
            raise QueryError(f"A repair is {undo.ACCEPTED} or {undo.UNDONE}.")
    elif head in _FIXED or head not in Directive.model_fields:
        raise QueryError(f"{field} cannot be corrected. Fields: {', '.join(_correctable())}.")
    data = machine.model_dump(mode="json")
    before = get(data, field)
    items = history(connection, document_id)
    row = {
        "document_id": document_id,
        "reading_id": reading_id,
        "field": field,
        "before": before,
        "after": after,
        "who": who.strip(),
        "why": why,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    trial = Correction(0, field, before, after, row["who"], why, row["at"], reading_id)
    try:
        result = apply(machine, [*items, trial])
    except ValidationError as error:
        first = error.errors()[0]
        raise QueryError(
            f"{json.dumps(after, ensure_ascii=False)} does not fit {field}: "
            f"{'/'.join(str(part) for part in first['loc'])}: {first['msg']}."
        ) from error
    connection.execute(insert(corrections).values(row))
    return result


def _repair(field: str) -> str | None:
    """The name of the repair that a path means, None where it means something else."""
    head, _, key = field.partition("/")
    return key if head == "repairs" and key else None


def _correctable() -> list[str]:
    return [name for name in Directive.model_fields if name not in (*_FIXED, "kind", "warnings")]


def get(data: dict[str, Any], field: str) -> Any:
    """The value at a path, None where there is nothing."""
    if (key := _repair(field)) is not None:
        return undo.said(undo.named(data, key))
    value: Any = data
    for part in field.split("/"):
        if isinstance(value, list):
            value = next((item for item in value if isinstance(item, dict) and item.get("id") == part), None)
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    return value


def put(data: dict[str, Any], field: str, after: Any) -> None:
    """Sets the value at a path. Raises `QueryError` where the path leads nowhere."""
    parts = field.split("/")
    if parts[0] in _LISTS_BY_ID and len(parts) == 2:
        _put_item(data[parts[0]], parts[1], after)
        return
    owner: Any = data
    for part in parts[:-1]:
        step = get(owner, part) if isinstance(owner, dict) else get({"_": owner}, f"_/{part}")
        if step is None and parts[0] in _LISTS_BY_ID:
            return  # the reading no longer has this clause; `differences` says so
        if step is None:
            step = owner[part] = {}
        owner = step
    if not isinstance(owner, dict):
        raise QueryError(f"{field} leads nowhere. Paths are like issuer/name or obligations/ID/bearers.")
    owner[parts[-1]] = after


def _put_item(items: list[dict[str, Any]], key: str, after: Any) -> None:
    position = next((i for i, item in enumerate(items) if item.get("id") == key), None)
    if after is None:
        if position is not None:
            del items[position]
    elif position is None:
        items.append({**after, "id": key})
    else:
        items[position] = {**after, "id": key}
