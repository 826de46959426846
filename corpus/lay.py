"""A document laid out: the rows that follow from a reading, put in and taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from corpus import acts as act_rules
from corpus import misses, records, undo
from corpus.act_set import Act, Acts
from corpus.bulk import Rows
from corpus.index import Entry, SearchIndex
from corpus.index import Table as IndexTable
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to be laid out. ``words``: packed words by page; ``doubts``: what a person should look at
    besides the reading's own warnings; ``reviewed``: a person answered all doubts of this reading."""

    document_id: int
    reading_id: int
    directive: Directive
    words: dict[int, bytes] = field(default_factory=dict)
    doubts: Sequence[Warning] = ()
    reviewed: bool = False

    @property
    def number_key(self) -> str | None:
        return act_rules.number_key(self.directive.number.text) if self.directive.number else None

    @property
    def doubtful(self) -> bool:
        if self.reviewed:
            return False
        if self.directive.status != "complete" or self.doubts:
            return True
        return any(warning.code not in TOLD for warning in self.directive.warnings)

    def names(self) -> Iterator[str]:
        """The bodies and people that the directive names."""
        if self.directive.issuer:
            yield self.directive.issuer.name
        for duty in self.directive.obligations:
            yield from (*duty.bearers, *duty.partners, *duty.report_to)


def lay(
    rows: Rows, index: SearchIndex, sheets: Sequence[Sheet], *, touched: Collection[str | None] = ()
) -> None:
    """Inserts the rows of documents, with what ``rows`` holds already, and looks again at what cites them.

    They come out as if each had been laid alone, in this order. ``touched``: keys of the numbers that the
    documents had before.
    """
    connection = rows.connection
    known = Acts(rows)
    mentions = [act_rules.mentions(sheet.directive.references) for sheet in sheets]
    known.look_up(mention.key for listed in mentions for mention in listed if mention.key)
    own = {sheet.number_key for sheet in sheets}
    known.look_up(key for key in own if key)
    names = dict.fromkeys(name for sheet in sheets for name in sheet.names())
    party = party_ids(connection, index, names)
    entries: dict[IndexTable, list[Entry]] = {"directive": [], "obligation": []}
    changed = set()
    for sheet, listed in zip(sheets, mentions, strict=True):
        resolutions = _gather(rows, known, party, sheet, listed, entries)
        if misses.doubtful(resolutions):
            changed.add(sheet.document_id)
    known.write()
    for table, found in entries.items():
        index.put(connection, table, found)
    changed |= act_rules.reconsider(connection, known, {key for key in (*own, *touched) if key})
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


def _gather(
    rows: Rows,
    known: Acts,
    party: dict[str, int],
    sheet: Sheet,
    mentions: list[act_rules.Mention],
    entries: dict[IndexTable, list[Entry]],
) -> set[str]:
    """Gathers the rows of one document; gives how its references were resolved."""
    document_id, directive = sheet.document_id, sheet.directive
    owner = {"document_id": document_id}
    facets = records.shared_facets(directive, [m.key for m in mentions if m.key], party)
    entry = records.directive_entry(document_id, directive, facets, party)
    entries["directive"].append(entry)
    act = act_rules.act_of(known, document_id, directive)
    row = {
        **records.directive_row(directive, needs_review=sheet.doubtful),
        "reading_id": sheet.reading_id,
        "act_id": act.id if act is not None else None,
        "issuer_id": party.get(directive.issuer.name) if directive.issuer else None,
        "indexed": {"head": entry.head, "facets": entry.facets},
    }
    cited, citation_rows = _citations(known, directive, mentions)
    amended = [
        {**records.amendment_row(directive, i), "act_id": cited.get(act_rules.number_key(item.target) or "")}
        for i, item in enumerate(directive.amendments)
    ]
    listed: list[tuple[Table, list[records.Row]]] = [
        (directives, [row]),
        (
            pages,
            [{**page, "words": sheet.words.get(page["number"])} for page in records.page_rows(directive)],
        ),
        (citations, citation_rows),
        (rules, records.rule_rows(directive)),
        (amendments, amended),
        (repairs, records.repair_rows(directive)),
        (warnings, records.warning_rows([*directive.warnings, *sheet.doubts])),
        (errors, records.error_rows(directive)),
    ]
    for table, found in listed:
        rows.add(table, [{**owner, **item} for item in found])
    entries["obligation"] += _gather_obligations(rows, owner, directive, facets, party)
    return {item["resolution"] for item in citation_rows}


def _citations(
    known: Acts, directive: Directive, mentions: list[act_rules.Mention]
) -> tuple[dict[str, int], list[records.Row]]:
    """The references as edges: the act that each cited number means, and the rows."""
    issuer = act_rules.issuer_key(directive.issuer.name) if directive.issuer else None
    resolved: dict[act_rules.Mention, tuple[Act | None, str]] = {}
    rows, cited = [], {}
    for position, (reference, mention) in enumerate(zip(directive.references, mentions, strict=True)):
        if mention.key is None:
            act, resolution = act_rules.named_act(known, reference)
        else:
            if mention not in resolved:
                resolved[mention] = act_rules.resolve(known, mention, issuer)
            act, resolution = resolved[mention]
            if act is not None:
                cited[mention.key] = act.id
                if resolution != "held":
                    act_rules.describe_stub(known, act, reference)
        row = records.citation_row(directive, position, mention)
        rows.append({**row, "act_id": act.id if act is not None else None, "resolution": resolution})
    return cited, rows


def _gather_obligations(
    rows: Rows,
    owner: dict[str, int],
    directive: Directive,
    facets: tuple[str, ...],
    party: dict[str, int],
) -> list[Entry]:
    """Gathers the rows of a document's deadlines and obligations; gives the entries of its obligations."""
    deadline_ids = rows.ids(deadlines, len(directive.deadlines))
    ids = rows.ids(obligations, len(directive.obligations))
    deadline_rows = records.deadline_rows(directive)
    rows.add(
        deadlines,
        [{"id": key, **owner, **row} for key, row in zip(deadline_ids, deadline_rows, strict=True)],
    )
    issuer_id = party.get(directive.issuer.name) if directive.issuer else None
    shared = {
        **owner,
        "issuer_id": issuer_id,
        "type_key": plain(directive.type.code) if directive.type else None,
        "year": records.issue_year(directive),
    }
    entries = []
    for position, (key, item) in enumerate(zip(ids, directive.obligations, strict=True)):
        bound = records.deadline_positions(directive, item)
        row = records.obligation_row(
            directive, position, [deadline_rows[i]["due"] for i in bound], facets, party
        )
        named = (("bearer", item.bearers), ("partner", item.partners), ("report_to", item.report_to))
        seen = {(party[name], role) for role, names in named for name in names if name in party}
        bearers = sorted({party[name] for name in item.bearers if name in party})
        rows.add(obligations, [{"id": key, **owner, **row}])
        rows.add(obligation_keys, [{"id": key, **shared, **records.key_row(row, bearers)}])
        rows.add(
            obligation_parties,
            [{"obligation_id": key, "party_id": who, "role": role} for who, role in sorted(seen)],
        )
        rows.add(
            obligation_deadlines, [{"obligation_id": key, "deadline_id": deadline_ids[i]} for i in bound]
        )
        entries.append(records.obligation_entry(key, row["text"], row["bearers"], row["indexed"]))
    return entries
