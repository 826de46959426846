"""What a person enters for a field: brought into form, held against what can stand there, and with the fields
that follow from it (a number's parts, a date's precision, the name of a kind of act).

The command line, the web page and the library all enter through here. A path leads to a field as in
`corpus.corrections`; in a list, a place counts from 0 ("signatories/0/name") and "+" adds ("references/+").
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from corpus import missed
from corpus.errors import QueryError
from extractors.model import Directive, Span

Change = tuple[str, Any]
"""A path and what stands there from now on."""

NEW = "+"
BY_ID = ("obligations", "rules")
"""Lists whose entries have ids: each entry is corrected by itself, under its id."""
RECORDS = (*BY_ID, "signatories", "references", "deadlines", "amendments")
FIXED = (
    "id",
    "schema_version",
    "source",
    "kind",
    "status",
    "errors",
    "pages",
    "repairs",
    "text",
    "digital_signatures",
    "suggestions",
)
"""What people do not correct here: the text's offsets carry every span (correct the fields instead)."""
FOLLOWING = {"issuer/name": ("issuer/level", "issuer/confidence"), "issued/date": ("issued/precision",)}
"""Fields of their own that a correction of another sets along."""
URGENCY = ("khẩn", "thượng khẩn", "hỏa tốc")
SECRECY = ("mật", "tối mật", "tuyệt mật")

_MEANT = {"number": "number/text", "type": "type/code", "issuer": "issuer/name", "issued": "issued/date"}
"""What a text means that is entered for a whole object."""


def entered(now: Directive, field: str, value: Any, at: Span | None = None) -> list[Change]:
    """The changes that a value entered for a field makes, the field's own first.

    ``now``: the directive as it stands; ``at``: where a passage that is added was picked in the text. Raises
    `QueryError` where the field does not exist or the value cannot stand there.
    """
    head, *rest = field.split("/")
    if head in FIXED or head not in Directive.model_fields:
        raise QueryError(f"{field} cannot be corrected. Fields: {', '.join(correctable())}.")
    if isinstance(value, str):
        field = _MEANT.get(field, field)
    if field in _FOLLOWED:
        return _FOLLOWED[field](now, value)
    held = now.model_dump(mode="json")[head]
    if head in BY_ID:
        return _clause(now, field, held, rest, value, at)
    if head in RECORDS:
        return [(head, _listed(now, field, held, rest, value, at))]
    if isinstance(held, list) and head != "warnings":
        return [(head, _strings(field, held, rest, value))]
    if head == "warnings" and rest:
        raise _nowhere(field)
    if head in _CHOICES and value is not None and value not in _CHOICES[head]:
        raise QueryError(f"{value} does not fit {head}: {', '.join(_CHOICES[head])}.")
    return [(field, value)]


def correctable() -> list[str]:
    """The fields that people correct, by their first names."""
    return [name for name in Directive.model_fields if name not in (*FIXED, "warnings")]


_CHOICES = {"urgency": URGENCY, "secrecy": SECRECY}


def _number_text(now: Directive, value: Any) -> list[Change]:
    if value is not None and not isinstance(value, str):
        raise QueryError(f"{value} does not fit number/text: it is no text.")
    return [("number", _number(now, value))]


def _number(now: Directive, typed: str | None) -> dict[str, Any] | None:
    """A number as typed, taken apart; its place in the text stays."""
    from extractors.numbers import parse

    old = now.number
    parsed = parse(typed) if typed else None
    if typed is None and old is None:
        return None
    span = list(old.span) if old and old.span else missed.span(now, typed or "")
    return {
        "text": parsed.text if parsed else typed,
        "serial": parsed.serial if parsed else None,
        "year": parsed.year if parsed else None,
        "type_code": parsed.type_code if parsed else old.type_code if old else None,
        "issuer_code": parsed.issuer_code if parsed else old.issuer_code if old else None,
        "system": parsed.system if parsed else old.system if old else None,
        "span": span,
        "confidence": 1.0,
    }


def _whole_number(now: Directive, value: Any) -> list[Change]:
    if isinstance(value, dict) and isinstance(value.get("text"), str):
        value = {**(_number(now, value["text"]) or {}), **value}
    return [("number", value)]


def _kind(now: Directive, value: Any) -> list[Change]:
    """A kind of act by its code, or by its name."""
    from corpus import kinds
    from extractors import tables

    if value is None:
        return [("type", None)]
    if now.type and value == now.type.code:
        return [("type", {"code": value, "name": now.type.name})]
    typed = str(value)
    code = kinds.coded(typed)
    bearing = [kind for kind in tables.kinds() if code in tables.codes_of(kind)]
    meant = sorted(bearing, key=lambda kind: kind.code != code) or kinds.by_name(typed)
    if not meant:
        raise QueryError(
            f"{typed} is no kind of act that is known. For another one enter type as an object with its code "
            "and name."
        )
    return [("type", {"code": meant[0].code, "name": meant[0].name})]


def _issuer_name(now: Directive, value: Any) -> list[Change]:
    from extractors import names

    if value is None:
        return [("issuer", None)]
    level = names.level(value) if isinstance(value, str) else None
    return [("issuer/name", value), ("issuer/level", level), ("issuer/confidence", 1.0)]


def _issued_date(now: Directive, value: Any) -> list[Change]:
    found = missed.dated({"date": value})
    return [("issued/date", found["date"]), ("issued/precision", found["precision"])]


def _issued_precision(now: Directive, value: Any) -> list[Change]:
    raise QueryError("issued/precision follows from issued/date: correct that.")


def _whole_issued(now: Directive, value: Any) -> list[Change]:
    return [("issued", missed.dated(value) if isinstance(value, dict) else value)]


_FOLLOWED: dict[str, Callable[[Directive, Any], list[Change]]] = {
    "number": _whole_number,
    "number/text": _number_text,
    "type/code": _kind,
    "type/name": _kind,
    "issuer/name": _issuer_name,
    "issued": _whole_issued,
    "issued/date": _issued_date,
    "issued/precision": _issued_precision,
}


def _clause(
    now: Directive, field: str, held: list[dict[str, Any]], rest: list[str], value: Any, at: Span | None
) -> list[Change]:
    """An obligation or a rule: a whole one, one of its fields, or an entry of such a field."""
    head = field.partition("/")[0]
    if not rest:
        return [(head, _all(now, head, held, value))]
    key, *inner = rest
    item = next((entry for entry in held if entry["id"] == key), None)
    if not inner and value is not None:
        entry, due = missed.item(now, head, value, at or (item["span"] if item else None))
        entry["id"] = missed.identity(now, head, entry) if key == NEW else key
        if key == NEW and any(other["id"] == entry["id"] for other in held):
            raise QueryError(f"This is read already: {head}/{entry['id']}.")
        return [(f"{head}/{entry['id']}", entry), *_due(now, due)]
    if item is None:
        raise QueryError(f"There is no {field} here. `congvan show ID --json` lists the ids of {head}.")
    if not inner:
        return [(field, None)]
    name, *deeper = inner
    path = f"{head}/{key}/{name}"
    if isinstance(item.get(name), list):
        entries = _strings(field, item[name], deeper, value)
        phrases = entries if name == "deadlines" else []
        return [(path, entries), *_due(now, missed.unread(now, item["span"], phrases))]
    if deeper:
        raise _nowhere(field)
    return [(path, _share(value) if name == "limit" else value)]


def _due(now: Directive, new: list[dict[str, Any]]) -> list[Change]:
    """Deadlines that come along with what is entered: without their dates nothing falls due."""
    return [("deadlines", [*now.model_dump(mode="json")["deadlines"], *new])] if new else []


def _listed(
    now: Directive, field: str, held: list[dict[str, Any]], rest: list[str], value: Any, at: Span | None
) -> list[dict[str, Any]]:
    """A list of records as it then stands: its entries have no names of their own, so all are one field."""
    head = field.partition("/")[0]
    if not rest:
        return _all(now, head, held, value)
    key, *inner = rest
    items = deepcopy(held)
    if key == NEW and not inner and value is not None:
        entry = missed.item(now, head, value, at)[0]
        for number, other in enumerate(held):
            if entry["span"] and entry["span"][1] and tuple(other["span"] or ()) == tuple(entry["span"]):
                raise QueryError(f"This is read already: {head}/{number}.")
        return [*items, entry]
    position = _position(field, held, key)
    if len(inner) > 1:
        raise _nowhere(field)
    if inner:
        items[position] = missed.with_field(head, items[position], inner[0], value)
    elif value is not None:
        old = items[position]["span"]  # what takes its place stands there, if it stands there at all
        items[position] = missed.item(now, head, value, at or old)[0]
    if (not inner and value is None) or missed.says_nothing(head, items[position]):
        del items[position]
    return items


def _all(now: Directive, head: str, held: list[dict[str, Any]], value: Any) -> list[dict[str, Any]]:
    """A whole list as entered; what stands in it unchanged is not looked at again."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise QueryError(f"{head} is a list. {head}/{NEW} adds to it.")
    items = []
    for given in value:
        entry = given if given in held else missed.item(now, head, given, None)[0]
        if head in BY_ID and not entry.get("id"):
            entry["id"] = missed.identity(now, head, entry)
        items.append(entry)
    return items


def _strings(field: str, held: list[str], rest: list[str], value: Any) -> list[str]:
    """A list of texts as it then stands; a text entered for it is one entry a line."""
    if not rest:
        lines = value.split("\n") if isinstance(value, str) else value or []
        if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
            raise QueryError(f"{field} is a list of texts. {field}/{NEW} adds to it.")
        return [" ".join(line.split()) for line in lines if line.strip()]
    if len(rest) > 1 or not isinstance(value, str | None):
        raise _nowhere(field)
    if rest[0] == NEW and value:
        return [*held, " ".join(value.split())]
    position = _position(field, held, rest[0])
    return [*held[:position], *([" ".join(value.split())] if value else []), *held[position + 1 :]]


def _position(field: str, held: list[Any], key: str) -> int:
    if not key.isdecimal():
        raise _nowhere(field)
    if int(key) >= len(held):
        path = field[: field.index(f"/{key}")]
        raise QueryError(
            f"There is no {field} here: entries of {path} count from 0, and it has {len(held)}. "
            f"{path}/{NEW} adds one."
        )
    return int(key)


def _share(value: Any) -> Any:
    """A share as people write it: "0,15"."""
    if not isinstance(value, str):
        return value
    try:
        return float(value.replace(",", "."))
    except ValueError as error:
        raise QueryError(f"{value} is no number. Write a share as 0.2.") from error


def _nowhere(field: str) -> QueryError:
    return QueryError(
        f"{field} leads nowhere. Paths are like issuer/name, signatories/0/name or obligations/ID/bearers."
    )
