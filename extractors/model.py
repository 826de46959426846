"""The Directive: what a file that was read says, as data.

Field names and meanings are the public contract (docs/json.md); fields may be added, never renamed.
Spans are half-open ``(start, end)`` offsets into ``Directive.text``, counted in Unicode code points.
What a directive does not say is ``None`` or ``[]``; a value that is uncertain carries a low
``confidence`` and a warning.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1"

Span = tuple[int, int]
Confidence = float
System = Literal["party", "state", "assembly", "union"]
Level = Literal["central", "province", "district", "ward", "unit"]
Precision = Literal["day", "month", "quarter", "year", "interval", "time"]
Bound = Literal["before", "by", "on", "after", "event", "recurring"]
Relation = Literal["implements", "amends", "replaces", "cites"]
Modality = Literal["obligation", "prohibition", "permission"]
RuleKind = Literal["quota", "rank_cap", "minimum_members", "minimum_tenure"]
AmendmentAction = Literal["replace", "insert", "delete"]
RepairKind = Literal["encoding", "unicode", "diacritics", "ocr", "hyphenation"]
Method = Literal["text-layer", "ocr", "native"]
Status = Literal["complete", "partial", "failed"]
SourceKind = Literal["directive", "report"]
"""``report``: a page or article that reports an act; the head fields are the reported act's."""


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", validate_assignment=False)


class Number(Record):
    """A document number. ``text`` is canonical (no spaces); the span shows the print."""

    text: str | None
    serial: int | None = None
    year: int | None = None
    type_code: str | None = None
    issuer_code: str | None = None
    system: System | None = None
    span: Span | None = None
    confidence: Confidence = 1.0


class ActType(Record):
    code: str
    name: str


class Issuer(Record):
    """The body that issues: ``name`` in full with its territory, ``parent`` the superior body as printed."""

    name: str
    parent: str | None = None
    level: Level | None = None
    span: Span | None = None
    confidence: Confidence = 1.0


class Issued(Record):
    """ISO 8601 date at the precision that the document gives ("2022-09" where the day is blank)."""

    date: str | None = None
    precision: Precision | None = None
    place: str | None = None
    span: Span | None = None


class Signatory(Record):
    name: str | None = None
    position: str | None = None
    authority: str | None = None
    span: Span | None = None


class Reference(Record):
    """One mention of an act, by number or by name. ``target`` is the act's id once the corpus holds it."""

    text: str
    number: str | None = None
    type: str | None = None
    date: str | None = None
    issuer: str | None = None
    relation: Relation = "cites"
    alias: str | None = None
    target: str | None = None
    span: Span
    confidence: Confidence = 1.0


class Deadline(Record):
    """A phrase that bounds when something must be done; ``date`` is null unless the text fixes one."""

    text: str
    date: str | None = None
    precision: Precision | None = None
    bound: Bound
    event: str | None = None
    recurrence: str | None = None
    span: Span
    confidence: Confidence = 1.0


class Obligation(Record):
    id: str
    text: str
    clause: str | None = None
    """The clause's number as printed ("2", "3.1.1(4)")."""
    place: str | None = None
    """The clause's number with the parts that it stands in ("II.2"); no other clause has it."""
    modality: Modality = "obligation"
    bearers: list[str] = Field(default_factory=list)
    action: str | None = None
    partners: list[str] = Field(default_factory=list)
    report_to: list[str] = Field(default_factory=list)
    condition: str | None = None
    deadlines: list[str] = Field(default_factory=list)
    references: list[str] = Field(default_factory=list)
    span: Span
    confidence: Confidence = 1.0


class Rule(Record):
    """A machine-checkable constraint on the outcome of a review."""

    id: str
    kind: RuleKind
    text: str
    clause: str | None = None
    place: str | None = None
    limit: float | None = None
    of: str | None = None
    among: str | None = None
    among_or_above: bool | None = None
    subject: str | None = None
    """Whose ranks the rule counts or bounds, as written ("đảng viên"); where null, ``text`` tells."""
    unit: str | None = None
    not_above: str | None = None
    exceptions: list[str] = Field(default_factory=list)
    count: int | None = None
    months: int | None = None
    effect: str | None = None
    span: Span
    confidence: Confidence = 1.0


class Amendment(Record):
    target: str | None = None
    place: str | None = None
    action: AmendmentAction
    old: str | None = None
    new: str | None = None
    span: Span
    confidence: Confidence = 1.0


class Warning(Record):
    code: str
    message: str
    spans: list[Span] = Field(default_factory=list)


class Error(Record):
    """What could not be read: the page (None: the whole file), the stage, a code and what to do next."""

    page: int | None = None
    stage: str
    code: str
    message: str


class Source(Record):
    name: str
    media_type: str
    sha256: str
    bytes: int
    pages: int | None = None
    kind: SourceKind = "directive"


class PageRecord(Record):
    number: int
    start: int
    end: int
    width: float | None = None
    height: float | None = None
    method: Method
    confidence: Confidence | None = None


class Repair(Record):
    """One change to the text; ``span`` is where ``after`` stands, ``before`` is what the source said."""

    kind: RepairKind
    span: Span
    before: str
    after: str
    confidence: Confidence = 1.0


class Reading(Record):
    """What the extractors read from a clean text."""

    number: Number | None = None
    type: ActType | None = None
    issuer: Issuer | None = None
    issued: Issued | None = None
    urgency: str | None = None
    secrecy: str | None = None
    subject: str | None = None
    addressees: list[str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    signatories: list[Signatory] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    obligations: list[Obligation] = Field(default_factory=list)
    rules: list[Rule] = Field(default_factory=list)
    amendments: list[Amendment] = Field(default_factory=list)
    warnings: list[Warning] = Field(default_factory=list)
    kind: SourceKind = Field(default="directive", exclude=True)


class DigitalSignature(Record):
    """A digital signature that a PDF carries: who signed (the certificate's common name), when (ISO 8601), on
    which page. It is read, not verified."""

    page: int
    signer: str | None = None
    time: str | None = None
    reason: str | None = None


class Suggestion(Record):
    """A value that the document does not show and something else hints at: for a person to accept. ``field``
    names it as a path into the directive, ``source`` says what hints at it ("file-name")."""

    field: str
    value: str
    source: str


class Directive(Reading):
    """One file, read: the contract that downstream tools consume."""

    schema_version: Literal["1"] = "1"
    id: str
    source: Source
    status: Status
    errors: list[Error] = Field(default_factory=list)
    text: str = ""
    pages: list[PageRecord] = Field(default_factory=list)
    repairs: list[Repair] = Field(default_factory=list)
    digital_signatures: list[DigitalSignature] = Field(default_factory=list)
    suggestions: list[Suggestion] = Field(default_factory=list)
