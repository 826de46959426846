"""What a search may be narrowed to, and what it gives back: plain data for commands and the API alike."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Generic, Literal, TypeVar

from corpus.errors import QueryError

Item = TypeVar("Item")
DirectiveSort = Literal["relevance", "issued", "-issued", "number", "added", "confidence"]
ObligationSort = Literal["relevance", "due", "-due", "issued", "-issued", "confidence"]

MAX_LIMIT = 1_000
MAX_OFFSET = 10_000
COUNT_LIMIT = 2_000
"""Matches are counted up to here; beyond, a person narrows the search and nobody reads the exact number."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Filters:
    """All that are given must hold. Names are compared without marks or case, as words side by side.

    ``due_before`` and ``due_after`` are days (ISO) that are themselves left out; ``cites`` is a number, an
    id, or words of a title, ``cited_by`` a number or an id; ``in_force`` False keeps only acts that another
    act of the corpus replaces.
    """

    issuer: str | None = None
    bearer: str | None = None
    types: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    modality: str | None = None
    due_before: str | None = None
    due_after: str | None = None
    cites: str | None = None
    cited_by: str | None = None
    status: str | None = None
    in_force: bool | None = None
    needs_review: bool | None = None
    min_confidence: float | None = None

    def __post_init__(self) -> None:
        for name in ("due_before", "due_after"):
            value = getattr(self, name)
            if value is not None and not _DATE.fullmatch(value):
                raise QueryError(f"{value} is no day. Write it as year-month-day: 2022-12-31.")

    def as_dict(self) -> dict[str, Any]:
        """Only what is given, as JSON values."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Filters:
        """The reverse of `as_dict`. Raises `QueryError` for a name that is no filter."""
        unknown = set(data) - {item.name for item in fields(cls)}
        if unknown:
            raise QueryError(f"No such filter: {', '.join(sorted(unknown))}.")
        values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class DirectiveHit:
    """A directive that was found. ``highlights`` are offsets into ``snippet``."""

    id: str
    document_id: int
    file: str
    number: str | None
    type_code: str | None
    type_name: str | None
    issuer: str | None
    issued: str | None
    subject: str | None
    status: str
    needs_review: bool
    confidence: float | None
    obligations: int
    snippet: str = ""
    highlights: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ObligationHit:
    """An obligation that was found, and the directive that lays it down. ``highlights`` are into ``text``."""

    id: str
    directive: str
    document_id: int
    number: str | None
    type_code: str | None
    issuer: str | None
    issued: str | None
    subject: str | None
    clause: str | None
    modality: str
    text: str
    action: str | None
    bearers: list[str]
    partners: list[str]
    report_to: list[str]
    condition: str | None
    deadlines: list[str]
    due: str | None
    span: tuple[int, int]
    confidence: float | None
    highlights: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Results(Generic[Item]):
    """One page of what was found. ``total`` counts no further than `COUNT_LIMIT` (``more``: there are more).

    ``order`` is how they are sorted: a relevance search with thousands of equals lists the newest first.
    """

    items: list[Item]
    total: int
    more: bool
    limit: int
    offset: int
    order: str


def check_page(limit: int, offset: int) -> None:
    """Raises `QueryError` where a page is out of bounds."""
    if not 1 <= limit <= MAX_LIMIT:
        raise QueryError(f"The limit is 1 to {MAX_LIMIT}. To get everything, use congvan export.")
    if not 0 <= offset <= MAX_OFFSET:
        raise QueryError(f"The offset is 0 to {MAX_OFFSET}. Narrow the search, or use congvan export.")
