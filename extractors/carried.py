"""Who goes on from one clause to those beside and below it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from extractors import cues, heading_bearers, modes, phrases, predicates
from extractors.bearers import Named, named
from extractors.model import Span
from extractors.structure import Clause, Structure


def beside(structure: Structure, citations: Sequence[Span], clause: Clause) -> Clause | None:
    """The clause before this one, whose bearer goes on below an article that names nobody: "2. Người được ủy
    quyền phải … 3. Chuẩn bị …"."""
    if clause.parent is None or clause.marker is None or not clause.label:
        return None
    above = structure.clauses[clause.parent]
    at = bisect.bisect_left(above.children, clause.index)
    before = structure.clauses[above.children[at - 1]] if at else None
    article = above.marker is not None and above.marker.style == "article"
    if not article or before is None or before.marker is None or before.label == clause.label:
        return None
    tokens = phrases.read(structure.plain, structure.low, clause.sentences[0][0], citations)
    found = predicates.read(tokens)
    if found.verb != 0 or found.must or found.asks:
        return None
    return before if before.marker.style == clause.marker.style else None


def guided(structure: Structure, citations: Sequence[Span], clause: Clause) -> list[Span] | None:
    """Whom a lead-in leaves to act in place of its subject: not the body that only announces ("… ban hành Kế
    hoạch như sau:": nobody), but those it guides ("Sở Nội vụ hướng dẫn các cơ quan … như sau:"). None where
    its subject acts itself."""
    if not clause.opens or clause.marker is not None or not clause.sentences:
        return None
    span = heading_bearers.lead_in(structure, clause)
    tokens = phrases.read(structure.plain, structure.low, span, citations)
    found = predicates.read(tokens)
    if found.asks or not found.subject or found.verb is None:
        return None
    planned = cues.OWN_PLAN.search(structure.low, *span)
    if planned or cues.CONCLUDES.search(structure.low, *span):
        drawn = planned is not None and not planned["made"].startswith("ban")
        return None if drawn and not _others_act(structure, citations, clause) else []
    for i in range(found.subject[1], len(tokens)):
        told_of = tokens.words[i - 1] in ("theo", "đúng", "các", "những", "của")  # "theo quy định tại …"
        announces = 0 if told_of else modes.announces(tokens.words, i)
        if announces:
            told = named(tokens, i + announces) if i + announces < len(tokens) else None
            told = told or _asked(tokens, i + announces)
            return [tokens.span(told.start, told.end)] if told else []
        if tokens.words[i] == ",":
            break
    return None


def _others_act(structure: Structure, citations: Sequence[Span], clause: Clause) -> bool:
    """Whether a clause below names its own body: who drew up the plan then leaves it to those named there."""
    for below in structure.clauses[clause.index + 1 :]:
        if clause.index not in {above.index for above in structure.ancestors(below)}:
            if below.region != clause.region:
                break
            continue
        if not below.sentences or not below.sentences[0]:
            if below.kind == "heading" and heading_bearers.heading_bearer(structure, below):
                return True
            continue
        tokens = phrases.read(structure.plain, structure.low, below.sentences[0][0], citations)
        found = predicates.read(tokens)
        if found.subject or found.asks:
            return True
    return False


def _asked(tokens: phrases.Tokens, at: int) -> Named | None:
    """Whom an act asks that is made known: "X ban hành Công văn số … yêu cầu | các chi bộ | thực hiện …:"."""
    words = tokens.words
    for i in range(at, len(words) - 3):
        size = 2 if words[i : i + 2] in (["yêu", "cầu"], ["đề", "nghị"], ["chỉ", "đạo"]) else 0
        body = named(tokens, i + size) if size else None
        if body is not None and body.predicate is not None:
            return body
    return None
