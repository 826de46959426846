"""What the API answers with, as OpenAPI describes it."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

Item = TypeVar("Item")


class Problem(BaseModel):
    """What went wrong. ``code`` is stable and for machines; ``message`` says what to do next."""

    code: str
    message: str
    candidates: list[str] | None = Field(default=None, description="Ids to choose from, where several fit.")


class ErrorBody(BaseModel):
    """The one shape of every error."""

    error: Problem


class Page(BaseModel, Generic[Item]):
    """One page of what was found. ``total`` counts to 2,000; ``more``: there are more than that."""

    items: list[Item]
    total: int
    more: bool
    limit: int
    offset: int
    order: str
    next: str | None = Field(default=None, description="Address of the next page, null on the last.")


class DirectiveItem(BaseModel):
    """A directive that was found. ``highlights`` are offsets into ``snippet``."""

    id: str
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
    file: str
    snippet: str
    highlights: list[tuple[int, int]]


class ObligationItem(BaseModel):
    """An obligation that was found, and the directive that lays it down. ``highlights`` are into ``text``."""

    id: str
    directive: str
    number: str | None
    type_code: str | None
    issuer: str | None
    issued: str | None
    subject: str | None
    clause: str | None
    modality: str
    text: str
    bearers: list[str]
    partners: list[str]
    report_to: list[str]
    condition: str | None
    deadlines: list[str]
    due: str | None
    span: tuple[int, int]
    confidence: float | None
    highlights: list[tuple[int, int]]


class ProblemItem(BaseModel):
    """A failure (``severity`` error) or a doubt (warning) of a directive."""

    id: str
    number: str | None
    path: str | None
    status: str
    severity: str
    page: int | None
    stage: str | None
    code: str
    message: str


class Problems(BaseModel):
    """A page of problems, in the order in which the documents came in."""

    items: list[ProblemItem]
    limit: int
    offset: int
    more: bool


class Change(BaseModel):
    """What another act (``by``, its id) changed at a place."""

    place: str | None
    action: str
    old: str | None
    new: str | None
    by: str
    by_number: str | None
    on: str | None


class ClauseInForce(BaseModel):
    """A clause as printed and as it stands. ``text`` is null where that cannot be told (``doubts`` say why),
    empty where the clause was taken out."""

    place: str
    printed: str | None
    text: str | None
    changes: list[Change]
    doubts: list[str]


class FacetCount(BaseModel):
    value: str
    count: int


class FacetBody(BaseModel):
    """Counts of what was found, by name of facet. ``partly``: only the first ``counted`` were counted.

    ``due``: overdue, soon (within 30 days), later, none. ``confidence``: the least in each band.
    """

    facets: dict[str, list[FacetCount]]
    counted: int
    partly: bool


class Act(BaseModel):
    """An act, held or only cited (``directive`` null)."""

    act: int | None
    number: str | None
    type: str | None
    date: str | None
    issuer: str | None
    title: str | None
    directive: str | None
    relation: str | None = None
    text: str | None = None
    resolution: str | None = None


class Graph(BaseModel):
    """An act with those one reference away: ``cites`` what it refers to, ``cited_by`` what refers to it."""

    act: Act
    cites: list[Act]
    cited_by: list[Act]


class FileState(BaseModel):
    """One file of a run. ``state``: waiting, reading, complete, partial, failed, duplicate or unchanged."""

    name: str
    state: str
    id: str | None = None
    code: str | None = None
    message: str | None = None


class RunBody(BaseModel):
    """An upload as it goes."""

    run: str
    finished: bool
    files: list[FileState]
    error: str | None = None


class CorrectionItem(BaseModel):
    """A person's correction: what the machine read, what stood there (the machine's word, or an earlier
    correction), what stands now."""

    field: str
    before: object = None
    replaced: object = None
    after: object = None
    who: str
    why: str | None
    at: str
