"""People's corrections: an append-only layer over the machine's readings.

A field is a path into the directive: "subject", "issuer/name", "number" (a whole object), or, for one
obligation or rule, its id: "obligations/<id>/bearers". An obligation or rule is added or taken out by a
correction of "obligations/<id>" to an object or to null; the other lists are corrected whole. The latest
correction of a field holds. What a person enters becomes such corrections in `corpus.entering`.
A repair is accepted or undone by a correction of "repairs/<start>-<end>" (its span as it was read); that a
directive was reviewed is a correction of "warnings" to none.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, insert, select

from corpus import answered, undo
from corpus.entering import BY_ID, FIXED, FOLLOWING, Change, correctable, entered
from corpus.errors import QueryError
from corpus.schema import corrections
from extractors.model import Directive, Span, Warning

DIFFERS = "correction-differs"
"""Code of the warning where a later reading disagrees with a correction in a new way."""
REVIEWED = "warnings"
"""The field whose correction says that a person answered what the reading was in doubt of."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One change: what stood before (in the reading it was made against), what stands now, who, when, why.

    ``replaced`` is what the change took the place of: an earlier correction's value, else ``before``.
    """

    id: int
    field: str
    before: Any
    after: Any
    who: str
    why: str | None
    at: str
    reading_id: int
    replaced: Any = None


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
    items: list[Correction] = []
    kin: dict[str, list[Correction]] = defaultdict(list)  # repairs are many, and each stands by itself
    for r in rows:
        earlier = kin[r.field if _repair(r.field) else r.field.partition("/")[0]]
        replaced = _replaced(earlier, r.field, r.before)
        items.append(Correction(r.id, r.field, r.before, r.after, r.who, r.why, r.at, r.reading_id, replaced))
        earlier.append(items[-1])
    return items


def _replaced(earlier: list[Correction], field: str, before: Any) -> Any:
    """What stood in a field, which the machine read as ``before``, after these corrections."""
    stood, parts = before, list[Correction]()
    for item in earlier:
        if item.field == field:
            stood, parts = item.after, []
        elif field.startswith(f"{item.field}/"):
            stood, parts = get({"_": item.after}, f"_{field.removeprefix(item.field)}"), []
        elif item.field.startswith(f"{field}/"):
            parts.append(item)
    if not parts or not isinstance(stood, dict):
        return stood
    held = {"_": deepcopy(stood)}  # values are many and long: only one that parts are put into is copied
    for item in parts:
        put(held, f"_{item.field.removeprefix(field)}", deepcopy(item.after))
    return held["_"]


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
    now = Directive.model_validate(data)
    now.warnings = answered.standing(machine, now)
    return now


def reviewed(items: Iterable[Correction], reading_id: int) -> bool:
    """Whether a person has answered the doubts of a reading."""
    return any(item.field == REVIEWED and item.reading_id == reading_id for item in items)


def differences(machine: Directive, items: Iterable[Correction]) -> list[Difference]:
    """Where the machine now disagrees both with itself before and with the person."""
    data = machine.model_dump(mode="json")
    found = []
    for item in latest(items).values():
        now = get(data, item.field)
        known = [_said(item.before), _said(item.after)]
        follows = item.field in _FOLLOW  # the field that it follows from says so already
        if _said(now) not in known and not follows and not (now is None and _repair(item.field)):
            found.append(Difference(item.field, item.after, item.before, now))
    return found


_FOLLOW = frozenset(chain.from_iterable(FOLLOWING.values()))


def _said(value: Any) -> Any:
    """A value without how sure the machine was of it, and where it stood."""
    if isinstance(value, dict):
        return {key: _said(part) for key, part in value.items() if key not in ("confidence", "span")}
    return [_said(part) for part in value] if isinstance(value, list) else value


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


def enter(
    connection: Connection,
    document_id: int,
    reading_id: int,
    machine: Directive,
    field: str,
    value: Any,
    *,
    who: str,
    why: str | None = None,
    at: Span | None = None,
) -> list[Correction]:
    """Records what a person enters for a field and gives the corrections that this makes: none where the
    directive says so already. ``at``: where a passage that is added was picked in the text.

    Raises `QueryError` where the field does not exist or the value does not fit it.
    """
    if _repair(field) is not None:
        return record(connection, document_id, reading_id, machine, [(field, value)], who=who, why=why)
    now = apply(machine, history(connection, document_id))
    changes = entered(now, field, value, at)
    held = now.model_dump(mode="json")
    if field != REVIEWED and all(get(held, path) == after for path, after in changes):
        return []
    first, *following = changes
    changes = [first, *((path, after) for path, after in following if get(held, path) != after)]
    return record(connection, document_id, reading_id, machine, changes, who=who, why=why)


def take_back(
    connection: Connection,
    document_id: int,
    reading_id: int,
    machine: Directive,
    field: str,
    *,
    who: str,
    why: str | None = None,
) -> list[Correction]:
    """Records that a field, and what follows from it, is what the machine read."""
    read = machine.model_dump(mode="json")
    whole = field
    while "/" in whole and get(read, whole.rpartition("/")[0]) is None:
        whole = whole.rpartition("/")[0]  # the machine read nothing that the field is a part of
    fields = [whole, *(FOLLOWING.get(field, ()) if whole == field else ())]
    changes = [(path, get(read, path)) for path in fields]
    return record(connection, document_id, reading_id, machine, changes, who=who, why=why)


def accept_repairs(
    connection: Connection, document_id: int, reading_id: int, machine: Directive, *, who: str
) -> list[Correction]:
    """Accepts every repair that is not decided yet."""
    decided = {item.field for item in history(connection, document_id)}
    fields = [f"repairs/{repair.span[0]}-{repair.span[1]}" for repair in machine.repairs]
    changes = [(field, undo.ACCEPTED) for field in fields if field not in decided]
    return record(connection, document_id, reading_id, machine, changes, who=who)


def record(
    connection: Connection,
    document_id: int,
    reading_id: int,
    machine: Directive,
    changes: Sequence[Change],
    *,
    who: str,
    why: str | None = None,
) -> list[Correction]:
    """Adds corrections together, as they are given.

    Raises `QueryError` where a field does not exist or a value does not fit it.
    """
    if not who.strip():
        raise QueryError("A correction needs a name: who says so?")
    data = machine.model_dump(mode="json")
    items = history(connection, document_id)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    new: list[Correction] = []
    for field, after in changes:
        _exists(data, field, after)
        before = get(data, field)
        trial = Correction(0, field, before, after, who.strip(), why, made, reading_id)
        new.append(trial)
    result = _fits(machine, items, new).model_dump(mode="json")
    rows = [
        {
            "document_id": document_id,
            "reading_id": reading_id,
            "field": item.field,
            "before": item.before,
            # as the model has it: "5" typed for a count is 5
            "after": item.after if _repair(item.field) else get(result, item.field),
            "who": item.who,
            "why": why,
            "at": made,
        }
        for item in new
    ]
    if rows:
        connection.execute(insert(corrections), rows)
    return history(connection, document_id)[len(items) :]


def _exists(data: dict[str, Any], field: str, after: Any) -> None:
    head = field.partition("/")[0]
    if (key := _repair(field)) is not None:
        if undo.named(data, key) is None:
            raise QueryError(f"There is no repair at {key}.")
        if after not in (undo.ACCEPTED, undo.UNDONE):
            raise QueryError(f"A repair is {undo.ACCEPTED} or {undo.UNDONE}.")
    elif head in FIXED or head not in Directive.model_fields:
        raise QueryError(f"{field} cannot be corrected. Fields: {', '.join(correctable())}.")


def _fits(machine: Directive, items: list[Correction], new: list[Correction]) -> Directive:
    """The directive with new corrections on top. Raises `QueryError` where one does not fit."""
    try:
        return apply(machine, [*items, *new])
    except ValidationError as error:
        first = error.errors()[0]
        item = new[0]
        raise QueryError(
            f"{_short(item.after)} does not fit {item.field}: "
            f"{'/'.join(str(part) for part in first['loc'])}: {first['msg']}."
        ) from error


def _repair(field: str) -> str | None:
    """The name of the repair that a path means, None where it means something else."""
    head, _, key = field.partition("/")
    return key if head == "repairs" and key else None


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
    if parts[0] in BY_ID and len(parts) == 2:
        _put_item(data[parts[0]], parts[1], after)
        return
    owner: Any = data
    for part in parts[:-1]:
        step = get(owner, part) if isinstance(owner, dict) else get({"_": owner}, f"_/{part}")
        if step is None and parts[0] in BY_ID:
            return  # the reading no longer has this clause; `differences` says so
        if step is None and isinstance(owner, dict):
            step = owner[part] = {}
        owner = step
    if not isinstance(owner, dict):
        raise QueryError(
            f"{field} leads nowhere. Paths are like issuer/name, signatories/0/name or "
            "obligations/ID/bearers."
        )
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
