"""Lines that only name who is responsible: "Đơn vị thực hiện: Sở Y tế" below a clause's orders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import phrases
from extractors.bearers import named
from extractors.model import Span
from extractors.structure import Clause, Structure

_RESPONSIBLE = re.compile(
    r"(?:trách\s+nhiệm(?:\s+chỉ\s+đạo)?(?:,?\s+(?:tổ\s+chức\s+)?thực\s+hiện)?|(?:cơ\s+quan|đơn\s+vị)\s+(?:chủ\s+trì|thực\s+hiện)|"
    r"(?:phân\s+công|chủ\s+trì)(?:\s+thực\s+hiện)?)\s*:\s*(?=\S)"
)


def span(structure: Structure, citations: Sequence[Span], clause: Clause) -> Span | None:
    """Where the line names bodies alone; None for other lines: with a predicate it is an order."""
    label = _RESPONSIBLE.match(structure.low, *clause.span)
    if label is None:
        return None
    rest = (label.end(), clause.span[1])
    tokens = phrases.read(structure.plain, structure.low, rest, citations)
    body = named(tokens, 0) if len(tokens) else None
    return None if body and body.predicate is not None and body.predicate < len(tokens) else rest
