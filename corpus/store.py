"""Storing a reading: the record grows by one version, and the tables that follow from it are laid anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal

from sqlalchemy import Connection, Insert, Select, Table, bindparam, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from corpus import acts as act_rules
from corpus import corrections as correction_layer
from corpus import records, undo
from corpus.fold import name_key
from corpus.index import Entry, SearchIndex
from corpus.parties import party_ids
from corpus.schema import (
    DERIVED,
    acts,
    amendments,
    citations,
    deadlines,
    directives,
    documents,
    errors,
    files,
    obligation_deadlines,
    obligation_parties,
    obligations,
    pages,
    readings,
    repairs,
    rules,
    warnings,
)
from corpus.words import moved
from extractors.model import Directive, Warning

Outcome = Literal["stored", "unchanged"]

_BY_HASH = select(documents.c.id).where(documents.c.sha256 == bindparam("sha256"))


@dataclass(frozen=True, slots=True)
class Stored:
    """``outcome`` is unchanged where this very reading was there already (another run was faster)."""

    document_id: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Known:
    """What the corpus holds of a file's bytes: the newest reading's recipe and status, its errors' codes and
    the first one's message, and the paths where the bytes were seen, oldest first."""

    document_id: int
    id: str
    recipe: str
    status: str
    codes: tuple[str, ...]
    message: str | None
    paths: tuple[str, ...]

    @property
    def path(self) -> str | None:
        return self.paths[0] if self.paths else None


def now() -> str:
    """The moment, UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def known(connection: Connection, sha256: str) -> Known | None:
    """What is held of these bytes, None where nothing is."""
    row = connection.execute(
        select(documents.c.id, documents.c.directive_id, readings.c.recipe, readings.c.status)
        .join(readings, readings.c.document_id == documents.c.id)
        .where(documents.c.sha256 == sha256)
        .order_by(readings.c.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    problems = connection.execute(
        select(errors.c.code, errors.c.message).where(errors.c.document_id == row.id).order_by(errors.c.id)
    ).all()
    paths = connection.execute(select(files.c.path).where(files.c.document_id == row.id).order_by(files.c.id))
    return Known(
        document_id=row.id,
        id=row.directive_id,
        recipe=row.recipe,
        status=row.status,
        codes=tuple(dict.fromkeys(problem.code for problem in problems)),
        message=problems[0].message if problems else None,
        paths=tuple(paths.scalars()),
    )


def saw(connection: Connection, document_id: int, path: str) -> None:
    """Notes that a document lies at a path; a path whose bytes changed now belongs to its new document."""
    build = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    statement = build(files).values(document_id=document_id, path=path, seen_at=now())
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["path"],
            set_={"document_id": statement.excluded.document_id, "seen_at": statement.excluded.seen_at},
        )
    )


def store(
    connection: Connection,
    index: SearchIndex,
    directive: Directive,
    *,
    recipe: str,
    run_id: int | None = None,
    page_warnings: Sequence[Warning] = (),
    words: dict[int, bytes] | None = None,
    again: bool = False,
) -> Stored:
    """Stores a reading. ``again`` adds a version even where this recipe has read these bytes.

    ``words``: packed words with boxes by page number; ``page_warnings``: those of the directive's warnings
    that come from reading the pages, so that fields can be extracted anew from the page texts alone.
    """
    directive = records.storable(directive)
    found = connection.execute(_BY_HASH, {"sha256": directive.source.sha256}).scalar()
    new = found is None
    if found is None:
        source = directive.source
        found = _insert_one(
            connection,
            documents,
            {
                "directive_id": directive.id,
                "sha256": source.sha256,
                "media_type": source.media_type,
                "bytes": source.bytes,
                "name": source.name,
                "added_at": now(),
            },
        )
    elif not again:
        same = select(readings.c.id).where(
            readings.c.document_id == found,
            readings.c.recipe == recipe,
            readings.c.status == directive.status,
        )
        if connection.execute(same).first() is not None:
            return Stored(found, "unchanged")
    reading_id = _insert_one(
        connection,
        readings,
        {
            "document_id": found,
            "run_id": run_id,
            "recipe": recipe,
            "status": directive.status,
            "created_at": now(),
            "body": records.pack(directive),
            "page_warnings": [warning.model_dump(mode="json") for warning in page_warnings],
        },
    )
    if new:  # nothing to take out, and no correction yet: the reading is the directive
        _lay(connection, index, found, reading_id, directive, _doubtful(directive), words or {}, set())
    else:
        rebuild(connection, index, found, words=words)
    return Stored(found, "stored")


def current_reading(connection: Connection, document_id: int) -> tuple[int, Directive]:
    """The reading in force: the newest, but a failed one never stands in for one that was read."""
    rows = connection.execute(
        select(readings.c.id, readings.c.status)
        .where(readings.c.document_id == document_id)
        .order_by(readings.c.id.desc())
    ).all()
    chosen = next((row.id for row in rows if row.status != "failed"), rows[0].id)
    body = connection.execute(select(readings.c.body).where(readings.c.id == chosen)).scalar_one()
    return chosen, records.unpack(body)


def rebuild(
    connection: Connection,
    index: SearchIndex,
    document_id: int,
    *,
    words: dict[int, bytes] | None = None,
) -> None:
    """Lays the tables of one document anew from its reading and its corrections."""
    reading_id, machine = current_reading(connection, document_id)
    items = correction_layer.history(connection, document_id)
    directive = correction_layer.apply(machine, items)
    kept = words if words is not None else _kept_words(connection, document_id, reading_id, directive)
    touched, loose = _remove(connection, index, document_id)
    doubtful = _doubtful(directive) or bool(correction_layer.differences(machine, items))
    _lay(connection, index, document_id, reading_id, directive, doubtful, kept, touched)
    act_rules.drop_orphans(connection, loose)


def _doubtful(directive: Directive) -> bool:
    return directive.status != "complete" or bool(directive.warnings)


def _lay(
    connection: Connection,
    index: SearchIndex,
    document_id: int,
    reading_id: int,
    directive: Directive,
    needs_review: bool,
    words: dict[int, bytes],
    touched: set[str | None],
) -> None:
    """Inserts a document's rows, and looks again at what cites it. ``touched``: numbers it had before."""
    _insert(connection, index, document_id, reading_id, directive, needs_review, words)
    key = act_rules.number_key(directive.number.text) if directive.number else None
    for changed in touched | {key}:
        act_rules.reconsider(connection, changed)


def _kept_words(
    connection: Connection, document_id: int, reading_id: int, directive: Directive
) -> dict[int, bytes]:
    """Words survive a rebuild from the same reading, moved along where a repair was undone; in the text of
    another reading their offsets would be wrong."""
    row = connection.execute(
        select(directives.c.text, directives.c.reading_id).where(directives.c.document_id == document_id)
    ).first()
    if row is None or (row.text != directive.text and row.reading_id != reading_id):
        return {}
    change = undo.between(row.text, directive.text) if row.text != directive.text else None
    rows = connection.execute(
        select(pages.c.number, pages.c.words).where(pages.c.document_id == document_id)
    ).all()
    return {row.number: moved(row.words, change) if change else row.words for row in rows if row.words}


def _remove(connection: Connection, index: SearchIndex, document_id: int) -> tuple[set[str | None], set[int]]:
    """Takes a document's rows out; gives the number keys to look at again and the acts it cited or was."""
    old = connection.execute(
        select(directives.c.number_key, directives.c.act_id, directives.c.text, directives.c.indexed).where(
            directives.c.document_id == document_id
        )
    ).first()
    if old is None:
        return set(), set()
    index.remove(connection, "directive", [directive_index_entry(document_id, old.text, old.indexed)])
    rows = connection.execute(
        select(obligations.c.id, obligations.c.text, obligations.c.bearers, obligations.c.indexed).where(
            obligations.c.document_id == document_id
        )
    ).all()
    index.remove(
        connection,
        "obligation",
        [records.obligation_entry(row.id, row.text, row.bearers, row.indexed) for row in rows],
    )
    loose = set(
        connection.execute(select(citations.c.act_id).where(citations.c.document_id == document_id)).scalars()
    )
    act_rules.release(connection, document_id)
    for table in DERIVED:
        connection.execute(delete(table).where(table.c.document_id == document_id))
    return {old.number_key}, {act for act in (*loose, old.act_id) if act is not None}


def directive_index_entry(document_id: int, text: str, indexed: dict[str, Any]) -> Entry:
    """What the index holds of a directive, from its row."""
    return Entry(id=document_id, text=text, head=indexed["head"], facets=tuple(indexed["facets"]))


def _insert(
    connection: Connection,
    index: SearchIndex,
    document_id: int,
    reading_id: int,
    directive: Directive,
    needs_review: bool,
    words: dict[int, bytes],
) -> None:
    owner = {"document_id": document_id}
    mentions = act_rules.mentions(directive.references)
    names = {name for o in directive.obligations for name in (*o.bearers, *o.partners, *o.report_to)}
    if directive.issuer:
        names.add(directive.issuer.name)
    party = party_ids(connection, index, names)
    facets = records.shared_facets(directive, [m.key for m in mentions if m.key], party)
    entry = records.directive_entry(document_id, directive, facets, party)
    act_id = act_rules.act_of(connection, document_id, directive)
    row = {
        **records.directive_row(directive, needs_review),
        "reading_id": reading_id,
        "act_id": act_id,
        "issuer_id": party.get(directive.issuer.name) if directive.issuer else None,
        "indexed": {"head": entry.head, "facets": entry.facets},
    }
    _insert_many(connection, directives, owner, [row])
    index.put(connection, "directive", [entry])
    page_rows = [{**row, "words": words.get(row["number"])} for row in records.page_rows(directive)]
    _insert_many(connection, pages, owner, page_rows)
    cited = _insert_citations(connection, owner, directive, mentions)
    _insert_obligations(connection, index, owner, directive, facets, party)
    _insert_many(connection, rules, owner, records.rule_rows(directive))
    amended = [
        {**records.amendment_row(directive, i), "act_id": cited.get(act_rules.number_key(item.target) or "")}
        for i, item in enumerate(directive.amendments)
    ]
    _insert_many(connection, amendments, owner, amended)
    _insert_many(connection, repairs, owner, records.repair_rows(directive))
    _insert_many(connection, warnings, owner, records.warning_rows(directive))
    _insert_many(connection, errors, owner, records.error_rows(directive))


def _insert_citations(
    connection: Connection, owner: dict[str, int], directive: Directive, mentions: list[act_rules.Mention]
) -> dict[str, int]:
    """Inserts the references as edges; gives the act that each cited number means."""
    issuer = name_key(directive.issuer.name) if directive.issuer else None
    resolved: dict[act_rules.Mention, tuple[int | None, str]] = {}
    rows, cited = [], {}
    for position, (reference, mention) in enumerate(zip(directive.references, mentions, strict=True)):
        if mention.key is None:
            act_id, resolution = act_rules.named_act(connection, reference)
        else:
            if mention not in resolved:
                resolved[mention] = act_rules.resolve(connection, mention, issuer)
            act_id, resolution = resolved[mention]
            if act_id is not None:
                cited[mention.key] = act_id
                if resolution != "held":
                    act_rules.describe_stub(connection, act_id, reference)
        row = records.citation_row(directive, position, mention)
        rows.append({**row, "act_id": act_id, "resolution": resolution})
    _insert_many(connection, citations, owner, rows)
    return cited


def _insert_obligations(
    connection: Connection,
    index: SearchIndex,
    owner: dict[str, int],
    directive: Directive,
    facets: tuple[str, ...],
    party: dict[str, int],
) -> None:
    deadline_ids = _insert_many(connection, deadlines, owner, records.deadline_rows(directive), ids=True)
    rows = [records.obligation_row(directive, i, facets, party) for i in range(len(directive.obligations))]
    ids = _insert_many(connection, obligations, owner, rows, ids=True)
    index.put(
        connection,
        "obligation",
        [
            records.obligation_entry(key, row["text"], row["bearers"], row["indexed"])
            for key, row in zip(ids, rows, strict=True)
        ],
    )
    roles, bound = [], []
    for key, item in zip(ids, directive.obligations, strict=True):
        named = (("bearer", item.bearers), ("partner", item.partners), ("report_to", item.report_to))
        seen = {(party[name], role) for role, names in named for name in names if name in party}
        roles += [{"obligation_id": key, "party_id": who, "role": role} for who, role in sorted(seen)]
        bound += [
            {"obligation_id": key, "deadline_id": deadline_ids[i]}
            for i in records.deadline_positions(directive, item)
        ]
    _insert_many(connection, obligation_parties, {}, roles)
    _insert_many(connection, obligation_deadlines, {}, bound)


@cache
def _insert_into(table: Table) -> Insert:
    """Made once: putting a statement together costs SQLAlchemy more than running it costs SQLite."""
    return insert(table)


@cache
def _ids_of(table: Table) -> Select[int]:
    return (
        select(table.c.id).where(table.c.document_id == bindparam("document_id")).order_by(table.c.position)
    )


def _insert_one(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    result = connection.execute(_insert_into(table), values)
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


def _insert_many(
    connection: Connection,
    table: Table,
    owner: dict[str, int],
    rows: list[dict[str, Any]],
    *,
    ids: bool = False,
) -> list[int]:
    """Inserts rows in their order; with ``ids``, gives the new ids by ``position``.

    They are asked for afterwards: INSERT … RETURNING in order would send SQLite each row alone.
    """
    if not rows:
        return []
    connection.execute(_insert_into(table), [{**owner, **row} for row in rows])
    if not ids:
        return []
    return list(connection.execute(_ids_of(table), owner).scalars())


def set_target(connection: Connection, document_id: int, directive: Directive) -> Directive:
    """Fills in the ids of the acts that the corpus holds."""
    rows = connection.execute(
        select(citations.c.position, documents.c.directive_id)
        .join(acts, acts.c.id == citations.c.act_id)
        .join(documents, documents.c.id == acts.c.document_id)
        .where(citations.c.document_id == document_id)
    ).all()
    targets = {row.position: row.directive_id for row in rows}
    for position, reference in enumerate(directive.references):
        reference.target = targets.get(position)
    return directive
