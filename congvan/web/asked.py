"""What a person asked for, from the address: words, filters, order, page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from congvan.web import days
from corpus.errors import QueryError
from corpus.filters import MAX_OFFSET, Filters

ROWS = 20
KINDS = ("obligations", "directives")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search as the address says it. ``values`` writes it back into an address."""

    query: str
    kind: str
    filters: Filters
    sort: str | None
    page: int
    values: dict[str, Any]

    @property
    def offset(self) -> int:
        return (self.page - 1) * ROWS


def asked(params: QueryParams, today: str, kind: str | None = None) -> Asked:
    """Reads an address. Raises `QueryError` for what makes no sense."""
    chosen = kind or params.get("kind", "obligations")
    if chosen not in KINDS:
        raise QueryError(f"There are obligations and directives to search, not {chosen}.")
    page = _whole(params.get("page") or "1", "page") or 0
    if page < 1 or (page - 1) * ROWS > MAX_OFFSET:
        raise QueryError("Pages this far down are not shown. Narrow the search, or export it.")
    query = params.get("q", "").strip()
    if len(query) > 1_000:
        raise QueryError("The query is longer than 1000 characters.")
    values = said(params, chosen)
    return Asked(query, chosen, filters(values, today), values["sort"], page, values)


def said(params: QueryParams, kind: str) -> dict[str, Any]:
    """What an address says, whether it makes sense or not: for the form to show again."""
    values: dict[str, Any] = {
        "q": params.get("q", "").strip(),
        "kind": kind,
        "sort": params.get("sort") or None,
    }
    for name in ("issuer", "bearer", "modality", "due_before", "due_after", "cites", "cited_by", "status",
                 "overdue", "in_force", "review", "min_confidence"):  # fmt: skip
        values[name] = params.get(name, "").strip() or None
    values["type"] = tuple(value for value in params.getlist("type") if value)
    values["year"] = tuple(value for value in params.getlist("year") if value)
    return values


def filters(values: dict[str, Any], today: str) -> Filters:
    """The filters that an address names."""
    before, after = days.day(values["due_before"]), days.day(values["due_after"])
    if values["overdue"]:
        before = min(filter(None, (before, today)))
    return Filters(
        issuer=values["issuer"],
        bearer=values["bearer"],
        types=values["type"],
        years=tuple(_whole(year, "year") or 0 for year in values["year"]),
        modality=_one(values["modality"], "modality", ("obligation", "prohibition", "permission")),
        due_before=before,
        due_after=after,
        cites=values["cites"],
        cited_by=values["cited_by"],
        status=_one(values["status"], "status", ("complete", "partial", "failed")),
        in_force=_flag(values["in_force"], "in_force"),
        needs_review=_flag(values["review"], "review"),
        min_confidence=_share(values["min_confidence"]),
    )


def _one(value: str | None, name: str, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise QueryError(f"{name} is one of {', '.join(known)}.")
    return value


def _whole(value: str, name: str) -> int | None:
    if not value:
        return None
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise QueryError(f"{name}: {value[:40]} is no whole number.")
    return int(value)


def _flag(value: str | None, name: str) -> bool | None:
    if value is None:
        return None
    if value not in ("0", "1"):
        raise QueryError(f"{name} is 0 or 1.")
    return value == "1"


def _share(value: str | None) -> float | None:
    if value is None:
        return None
    try:
        share = float(value)
    except ValueError as error:
        raise QueryError(f"min_confidence: {value[:40]} is no number.") from error
    if not 0 <= share <= 1:
        raise QueryError("min_confidence is 0 to 1.")
    return share
