"""The tables. One schema for SQLite and PostgreSQL; docs/database.md explains each table and view.

`documents`, `files`, `readings`, `corrections`, `runs` and `run_files` are the record: rows are added, never
rewritten. The other tables are what follows from them: the current reading of each document with people's
corrections on top, laid out for filters and joins, and rebuilt whenever either changes.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _document() -> Column[int]:
    return Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True)


def _span() -> list[Column[int]]:
    return [Column("span_start", Integer), Column("span_end", Integer)]


settings = Table(
    "settings", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False)
)

runs = Table(
    "runs",
    metadata,
    _id(),
    Column("started_at", String, nullable=False),
    Column("finished_at", String),
    Column("recipe", String, nullable=False),
    Column("host", String),
    Column("pid", Integer),
    Column("arguments", JSON, nullable=False),
    sqlite_autoincrement=True,
)

documents = Table(
    "documents",
    metadata,
    _id(),
    Column("directive_id", String, nullable=False, unique=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("media_type", String, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("added_at", String, nullable=False),
    sqlite_autoincrement=True,
)

files = Table(
    "files",
    metadata,
    _id(),
    _document(),
    Column("path", Text, nullable=False, unique=True),
    Column("seen_at", String, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    _id(),
    _document(),
    Column("run_id", ForeignKey("runs.id"), nullable=True),
    Column("recipe", String, nullable=False),
    Column("status", String, nullable=False),
    Column("created_at", String, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("page_warnings", JSON, nullable=False),
    sqlite_autoincrement=True,
)

run_files = Table(
    "run_files",
    metadata,
    _id(),
    Column("run_id", ForeignKey("runs.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("path", Text, nullable=False),
    Column("outcome", String, nullable=False),
    Column("status", String),
    Column("document_id", ForeignKey("documents.id"), nullable=True),
    Column("code", String),
    Column("message", Text),
    Column("at", String, nullable=False),
)

parties = Table(
    "parties",
    metadata,
    _id(),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, index=True),
)

party_aliases = Table(
    "party_aliases",
    metadata,
    _id(),
    Column("party_id", ForeignKey("parties.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("alias", Text, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("folded", Text, nullable=False, index=True),
)

acts = Table(
    "acts",
    metadata,
    _id(),
    Column("number", Text),
    Column("number_key", Text, index=True),
    Column("type_code", String),
    Column("date", String),
    Column("issuer", Text),
    Column("issuer_key", Text),
    Column("title", Text),
    Column("title_key", Text, index=True),
    Column("document_id", ForeignKey("documents.id", ondelete="SET NULL"), nullable=True, index=True),
    sqlite_autoincrement=True,
)

directives = Table(
    "directives",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("act_id", ForeignKey("acts.id", ondelete="SET NULL"), nullable=True, index=True),
    Column("status", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("number", Text),
    Column("number_key", Text, index=True),
    Column("serial", Integer),
    Column("year", Integer, index=True),
    Column("type_code", String),
    Column("type_name", String),
    Column("issuer_code", String),
    Column("system", String),
    Column("issuer", Text),
    Column("issuer_parent", Text),
    Column("issuer_id", ForeignKey("parties.id"), nullable=True, index=True),
    Column("level", String),
    Column("issued", String, index=True),
    Column("issued_precision", String),
    Column("place", Text),
    Column("urgency", String),
    Column("secrecy", String),
    Column("subject", Text),
    Column("addressees", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("signatories", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("confidence", Float, index=True),
    Column("needs_review", Boolean(create_constraint=False), nullable=False, index=True),
    Column("obligation_count", Integer, nullable=False),
    Column("indexed", JSON, nullable=False),
)

pages = Table(
    "pages",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    *_span(),
    Column("width", Float),
    Column("height", Float),
    Column("method", String, nullable=False),
    Column("confidence", Float),
    Column("words", LargeBinary),
)

citations = Table(
    "citations",
    metadata,
    _id(),
    _document(),
    Column("position", Integer, nullable=False),
    Column("act_id", ForeignKey("acts.id", ondelete="SET NULL"), nullable=True, index=True),
    Column("resolution", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("number", Text),
    Column("number_key", Text, index=True),
    Column("type_code", String),
    Column("date", String),
    Column("issuer", Text),
    Column("relation", String, nullable=False),
    Column("alias", Text),
    *_span(),
    Column("confidence", Float),
)

deadlines = Table(
    "deadlines",
    metadata,
    _id(),
    _document(),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("date", String),
    Column("precision", String),
    Column("bound", String, nullable=False),
    Column("event", Text),
    Column("recurrence", Text),
    Column("due", String(10), index=True),
    *_span(),
    Column("confidence", Float),
)

obligations = Table(
    "obligations",
    metadata,
    _id(),
    _document(),
    Column("obligation_id", String, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("clause", String),
    Column("modality", String, nullable=False),
    Column("action", Text),
    Column("condition", Text),
    Column("bearers", JSON, nullable=False),
    Column("partners", JSON, nullable=False),
    Column("report_to", JSON, nullable=False),
    Column("deadlines", JSON, nullable=False),
    Column("references", JSON, nullable=False),
    Column("due", String(10)),
    *_span(),
    Column("confidence", Float),
    Column("indexed", Text, nullable=False),
    sqlite_autoincrement=True,
)

obligation_keys = Table(
    "obligation_keys",
    metadata,
    Column("id", ForeignKey("obligations.id", ondelete="CASCADE"), primary_key=True),
    Column("document_id", Integer, nullable=False),
    Column("issuer_id", Integer),
    Column("type_key", String),
    Column("year", Integer),
    Column("due", String(10)),
    Column("bearer_id", Integer),
    Column("bearers", Integer, nullable=False),
    Column("confidence", Float),
    Index("ix_obligation_keys_due_id", "due", "id"),
)
"""What filters ask of an obligation, in a row of 40 bytes: to look at 100,000 obligations reads 4 MB, not 50.
``bearer_id`` is one of the ``bearers`` bearers; ``type_key`` is the kind as facet tokens have it."""

obligation_parties = Table(
    "obligation_parties",
    metadata,
    Column("obligation_id", ForeignKey("obligations.id", ondelete="CASCADE"), primary_key=True),
    Column("party_id", ForeignKey("parties.id"), primary_key=True, index=True),
    Column("role", String, primary_key=True),
    sqlite_with_rowid=False,
)

obligation_deadlines = Table(
    "obligation_deadlines",
    metadata,
    Column("obligation_id", ForeignKey("obligations.id", ondelete="CASCADE"), primary_key=True),
    Column("deadline_id", ForeignKey("deadlines.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

rules = Table(
    "rules",
    metadata,
    _id(),
    _document(),
    Column("rule_id", String, nullable=False, index=True),
    Column("kind", String, nullable=False, index=True),
    Column("clause", String),
    Column("text", Text, nullable=False),
    Column("data", JSON, nullable=False),
    *_span(),
    Column("confidence", Float),
)

amendments = Table(
    "amendments",
    metadata,
    _id(),
    _document(),
    Column("position", Integer, nullable=False),
    Column("act_id", ForeignKey("acts.id", ondelete="SET NULL"), nullable=True, index=True),
    Column("target", Text),
    Column("place", Text),
    Column("action", String, nullable=False),
    Column("old", Text),
    Column("new", Text),
    *_span(),
    Column("confidence", Float),
)

repairs = Table(
    "repairs",
    metadata,
    _id(),
    _document(),
    Column("kind", String, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    *_span(),
    Column("confidence", Float),
)

warnings = Table(
    "warnings",
    metadata,
    _id(),
    _document(),
    Column("code", String, nullable=False, index=True),
    Column("message", Text, nullable=False),
    Column("spans", JSON, nullable=False),
)

errors = Table(
    "errors",
    metadata,
    _id(),
    _document(),
    Column("page", Integer),
    Column("stage", String, nullable=False),
    Column("code", String, nullable=False, index=True),
    Column("message", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    _id(),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("reading_id", ForeignKey("readings.id"), nullable=False),
    Column("field", Text, nullable=False),
    Column("before", JSON(none_as_null=False), nullable=True),
    Column("after", JSON(none_as_null=False), nullable=True),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("at", String, nullable=False),
    sqlite_autoincrement=True,
)

saved_searches = Table(
    "saved_searches",
    metadata,
    Column("name", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("at", String, nullable=False),
)

DERIVED = (obligations, citations, deadlines, rules, amendments, repairs, warnings, errors, pages, directives)
"""Tables rebuilt from a reading and its corrections, in an order that deletes children first."""
