"""A directive laid out in rows: what each derived table holds of one document."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus.acts import Mention, number_key
from corpus.due import due, earliest
from corpus.index import Entry
from corpus.index.base import facet
from extractors.model import Directive, Obligation, Warning

Row = dict[str, Any]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def pack(directive: Directive) -> bytes:
    """A reading as it is kept: the contract's JSON, compressed."""
    return zlib.compress(directive.model_dump_json().encode(), 6)


def unpack(body: bytes) -> Directive:
    """The reading that was kept."""
    return Directive.model_validate_json(zlib.decompress(body))


def issue_year(directive: Directive) -> int | None:
    """The year of issue, from the date or, where that is missing, from the number."""
    if directive.issued and directive.issued.date and directive.issued.date[:4].isdigit():
        return int(directive.issued.date[:4])
    return directive.number.year if directive.number else None


def directive_row(directive: Directive, *, needs_review: bool) -> Row:
    """The head of a directive as one row, without the ids of other tables."""
    number, issuer, issued, act_type = directive.number, directive.issuer, directive.issued, directive.type
    sure = [item.confidence for item in (number, issuer) if item is not None]
    sure += [page.confidence for page in directive.pages if page.confidence is not None]
    return {
        "status": directive.status,
        "kind": directive.source.kind,
        "number": number.text if number else None,
        "number_key": number_key(number.text) if number else None,
        "serial": number.serial if number else None,
        "year": issue_year(directive),
        "type_code": act_type.code if act_type else None,
        "type_name": act_type.name if act_type else None,
        "issuer_code": number.issuer_code if number else None,
        "system": number.system if number else None,
        "issuer": issuer.name if issuer else None,
        "issuer_parent": issuer.parent if issuer else None,
        "level": issuer.level if issuer else None,
        "issued": issued.date if issued else None,
        "issued_precision": issued.precision if issued else None,
        "place": issued.place if issued else None,
        "urgency": directive.urgency,
        "secrecy": directive.secrecy,
        "subject": directive.subject,
        "addressees": directive.addressees,
        "recipients": directive.recipients,
        "signatories": [signatory.model_dump(mode="json") for signatory in directive.signatories],
        "text": directive.text,
        "confidence": min(sure, default=None),
        "needs_review": needs_review,
        "obligation_count": len(directive.obligations),
    }


def storable(directive: Directive) -> Directive:
    """The directive without NUL characters, which neither PostgreSQL nor SQLite's functions can hold, and
    without lone surrogates, which no encoding can; one character stands for one, so offsets stay."""
    if _UNSTORABLE.search(directive.text) is None:
        return directive
    return Directive.model_validate(_clean(directive.model_dump()))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_clean(item) for item in value]
    return value


def page_rows(directive: Directive) -> list[Row]:
    seen: dict[int, Row] = {}
    for page in directive.pages:
        seen[page.number] = {
            "number": page.number,
            "span_start": page.start,
            "span_end": page.end,
            "width": page.width,
            "height": page.height,
            "method": page.method,
            "confidence": page.confidence,
        }
    return list(seen.values())


def citation_row(directive: Directive, position: int, mention: Mention) -> Row:
    reference = directive.references[position]
    return {
        "position": position,
        "text": reference.text,
        "number": reference.number,
        "number_key": mention.key,
        "type_code": reference.type,
        "date": reference.date,
        "issuer": reference.issuer,
        "relation": reference.relation,
        "alias": reference.alias,
        **_place(reference),
    }


def deadline_rows(directive: Directive) -> list[Row]:
    return [
        {
            "position": position,
            "text": deadline.text,
            "date": deadline.date,
            "precision": deadline.precision,
            "bound": deadline.bound,
            "event": deadline.event,
            "recurrence": deadline.recurrence,
            "due": due(deadline),
            **_place(deadline),
        }
        for position, deadline in enumerate(directive.deadlines)
    ]


def deadline_positions(directive: Directive, obligation: Obligation) -> list[int]:
    """Which deadlines bind an obligation: those it quotes, the one nearest to it where a phrase recurs."""
    chosen = []
    for quote in obligation.deadlines:
        same = [i for i, deadline in enumerate(directive.deadlines) if deadline.text == quote]
        if same:
            chosen.append(min(same, key=lambda i: _distance(directive.deadlines[i].span, obligation.span)))
    return list(dict.fromkeys(chosen))


def _distance(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(other[0] - one[1], one[0] - other[1], 0)


def obligation_row(
    directive: Directive,
    position: int,
    days: Iterable[str | None],
    facets: tuple[str, ...],
    party: Mapping[str, int],
) -> Row:
    """``days``: when its deadlines are due."""
    obligation = directive.obligations[position]
    day = earliest(days)
    own = (
        *facets,
        facet("modality", obligation.modality),
        *due_facets(day),
        *(facet("bearer", party[name]) for name in obligation.bearers if name in party),
    )
    return {
        "obligation_id": obligation.id,
        "position": position,
        "text": obligation.text,
        "clause": obligation.place or obligation.clause,
        "modality": obligation.modality,
        "action": obligation.action,
        "condition": obligation.condition,
        "bearers": obligation.bearers,
        "partners": obligation.partners,
        "report_to": obligation.report_to,
        "deadlines": obligation.deadlines,
        "references": obligation.references,
        "due": day,
        "indexed": " ".join(own),
        **_place(obligation),
    }


def key_row(obligation: Row, bearers: Sequence[int]) -> Row:
    """What filters ask of an obligation itself; ``obligation`` is its row, ``bearers`` are ids of parties."""
    return {
        "due": obligation["due"],
        "bearer_id": bearers[0] if bearers else None,
        "bearers": len(bearers),
        "confidence": obligation["confidence"],
    }


def due_facets(day: str | None) -> tuple[str, ...]:
    """Tokens of a due day: its year and its month, so that a range is a handful of tokens."""
    return (facet("due", day[:4]), facet("due", day[:7])) if day else ()


def rule_rows(directive: Directive) -> list[Row]:
    return [
        {
            "rule_id": rule.id,
            "kind": rule.kind,
            "clause": rule.place or rule.clause,
            "text": rule.text,
            "data": rule.model_dump(mode="json", exclude=None if rule.place else {"place"}),
            **_place(rule),
        }
        for rule in directive.rules
    ]


def amendment_row(directive: Directive, position: int) -> Row:
    amendment = directive.amendments[position]
    return {
        "position": position,
        "target": amendment.target,
        "place": amendment.place,
        "action": amendment.action,
        "old": amendment.old,
        "new": amendment.new,
        **_place(amendment),
    }


def repair_rows(directive: Directive) -> list[Row]:
    return [{"kind": r.kind, "before": r.before, "after": r.after, **_place(r)} for r in directive.repairs]


def warning_rows(found: Iterable[Warning]) -> list[Row]:
    return [{"code": w.code, "message": w.message, "spans": [list(span) for span in w.spans]} for w in found]


def error_rows(directive: Directive) -> list[Row]:
    return [
        {"page": e.page, "stage": e.stage, "code": e.code, "message": e.message} for e in directive.errors
    ]


def _place(item: Any) -> Row:
    return {"span_start": item.span[0], "span_end": item.span[1], "confidence": item.confidence}


def shared_facets(directive: Directive, cited: Iterable[str], party: Mapping[str, int]) -> tuple[str, ...]:
    """Facet tokens of a directive and all its obligations. ``cited``: keys of the numbers it cites."""
    found = [facet("status", directive.status)]
    if directive.issuer and directive.issuer.name in party:
        found.append(facet("issuer", party[directive.issuer.name]))
    if directive.type:
        found.append(facet("type", directive.type.code))
    year = issue_year(directive)
    if year is not None:
        found.append(facet("year", year))
    return (*found, *dict.fromkeys(facet("cites", key) for key in cited))


def obligation_entry(key: int, text: str, bearers: Sequence[str], facets: str) -> Entry:
    """An obligation as the index holds it; who must do it is part of what is searched, also where only the
    lead-in says it."""
    named = [name for name in bearers if name not in text]
    return Entry(id=key, text="\n".join([text, *named]), facets=tuple(facets.split()))


def directive_entry(
    document_id: int, directive: Directive, facets: tuple[str, ...], party: Mapping[str, int]
) -> Entry:
    """A directive as the index holds it."""
    number, act_type = directive.number, directive.type
    head = [number.text if number else None, act_type.name if act_type else None, directive.subject]
    bearers = {party[name] for item in directive.obligations for name in item.bearers if name in party}
    days = [day for d in directive.deadlines if (day := due(d))]
    modalities = {facet("modality", item.modality) for item in directive.obligations}
    own = dict.fromkeys(
        [
            *facets,
            *sorted(modalities),
            *(token for day in days for token in due_facets(day)),
            *(facet("bearer", key) for key in sorted(bearers)),
        ]
    )
    return Entry(
        id=document_id,
        text=directive.text,
        head="\n".join(part for part in head if part),
        facets=tuple(own),
    )
