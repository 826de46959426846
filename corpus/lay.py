"""A document laid out: the rows that follow from a reading, put in and taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Select, Table, bindparam, delete, insert, select

from corpus import acts as act_rules
from corpus import misses, records, undo
from corpus.bulk import insert_rows
from corpus.fold import name_key
from corpus.index import Entry, SearchIndex
from corpus.index.base import plain
from corpus.parties import party_ids
from corpus.problems import TOLD
from corpus.schema import (
    DERIVED,
    amendments,
    citations,
    deadlines,
    directives,
    errors,
    obligation_deadlines,
    obligation_keys,
    obligation_parties,
    obligations,
    pages,
    repairs,
    rules,
    warnings,
)
from corpus.words import moved
from extractors.model import Directive, Warning


def _doubtful(directive: Directive) -> bool:
    return directive.status != "complete" or any(w.code not in TOLD for w in directive.warnings)


def lay(
    connection: Connection,
    index: SearchIndex,
    document_id: int,
    reading_id: int,
    directive: Directive,
    *,
    words: dict[int, bytes],
    doubts: Sequence[Warning] = (),
    touched: Iterable[str | None] = (),
) -> None:
    """Inserts a document's rows, and looks again at what cites it.

    ``words``: packed words by page; ``doubts``: what a person should look at besides the reading's own
    warnings; ``touched``: keys of the numbers that the document had before.
    """
    resolutions = _insert(connection, index, document_id, reading_id, directive, words, doubts)
    key = act_rules.number_key(directive.number.text) if directive.number else None
    changed = {document_id} if misses.doubtful(resolutions) else set()
    for number in {*touched, key}:
        changed |= act_rules.reconsider(connection, number)
    misses.note(connection, changed)


def kept_words(
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


def remove(connection: Connection, index: SearchIndex, document_id: int) -> tuple[set[str | None], set[int]]:
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
    words: dict[int, bytes],
    doubts: Sequence[Warning],
) -> set[str]:
    """Gives how the references were resolved."""
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
        **records.directive_row(directive, needs_review=_doubtful(directive) or bool(doubts)),
        "reading_id": reading_id,
        "act_id": act_id,
        "issuer_id": party.get(directive.issuer.name) if directive.issuer else None,
        "indexed": {"head": entry.head, "facets": entry.facets},
    }
    _insert_many(connection, directives, owner, [row])
    index.put(connection, "directive", [entry])
    page_rows = [{**row, "words": words.get(row["number"])} for row in records.page_rows(directive)]
    _insert_many(connection, pages, owner, page_rows)
    cited, resolutions = _insert_citations(connection, owner, directive, mentions)
    _insert_obligations(connection, index, owner, directive, facets, party)
    _insert_many(connection, rules, owner, records.rule_rows(directive))
    amended = [
        {**records.amendment_row(directive, i), "act_id": cited.get(act_rules.number_key(item.target) or "")}
        for i, item in enumerate(directive.amendments)
    ]
    _insert_many(connection, amendments, owner, amended)
    _insert_many(connection, repairs, owner, records.repair_rows(directive))
    _insert_many(connection, warnings, owner, records.warning_rows([*directive.warnings, *doubts]))
    _insert_many(connection, errors, owner, records.error_rows(directive))
    return resolutions


def _insert_citations(
    connection: Connection, owner: dict[str, int], directive: Directive, mentions: list[act_rules.Mention]
) -> tuple[dict[str, int], set[str]]:
    """Inserts the references as edges; gives the act that each cited number means, and the resolutions."""
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
    return cited, {row["resolution"] for row in rows}


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
    issuer_id = party.get(directive.issuer.name) if directive.issuer else None
    shared = {
        **owner,
        "issuer_id": issuer_id,
        "type_key": plain(directive.type.code) if directive.type else None,
        "year": records.issue_year(directive),
    }
    keys: list[dict[str, Any]] = []
    roles, bound = [], []
    for key, item, row in zip(ids, directive.obligations, rows, strict=True):
        named = (("bearer", item.bearers), ("partner", item.partners), ("report_to", item.report_to))
        seen = {(party[name], role) for role, names in named for name in names if name in party}
        bearers = sorted({party[name] for name in item.bearers if name in party})
        keys.append({"id": key, **shared, **records.key_row(row, bearers)})
        roles += [{"obligation_id": key, "party_id": who, "role": role} for who, role in sorted(seen)]
        bound += [
            {"obligation_id": key, "deadline_id": deadline_ids[i]}
            for i in records.deadline_positions(directive, item)
        ]
    insert_rows(connection, obligation_keys, keys)
    insert_rows(connection, obligation_parties, roles)
    insert_rows(connection, obligation_deadlines, bound)


@cache
def _insert_into(table: Table) -> Insert:
    """Made once: putting a statement together costs SQLAlchemy more than running it costs SQLite."""
    return insert(table)


@cache
def _ids_of(table: Table) -> Select[int]:
    return (
        select(table.c.id).where(table.c.document_id == bindparam("document_id")).order_by(table.c.position)
    )


def insert_one(connection: Connection, table: Table, values: dict[str, Any]) -> int:
    """Inserts one row and gives its id."""
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
    insert_rows(connection, table, [{**owner, **row} for row in rows])
    if not ids:
        return []
    return list(connection.execute(_ids_of(table), owner).scalars())
