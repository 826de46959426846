"""Other directives in the same file: behind the closing stands a head with a number of its own."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.head import read_head
from extractors.model import Number, Span, Warning
from extractors.zones import Zones, cut

_TOP = 900
"""Letters within which a head has its number."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another directive's number and its place in the text."""

    number: str
    span: Span


def others(text: str, zones: Zones, own: Number | None) -> list[Other]:
    """The directives behind the first one's closing, in order; an attached plan or form without a number of
    its own is the first one's appendix."""
    out = []
    for start, end in zones.appendices:
        part = text[start:end]
        head = read_head(part, cut(part))
        number = head.number
        if number is None or number.text is None or head.issuer is None or head.issued is None:
            continue
        if number.span and number.span[0] < _TOP and (own is None or number.text != own.text):
            out.append(Other(number.text, (start, end)))
    return out


def warnings(found: list[Other]) -> list[Warning]:
    """What was not read of the file, and what to do about it."""
    return [
        Warning(
            code="another-directive",
            message=f"Behind this directive stands another one, {other.number} (from character "
            f"{other.span[0]}): it was not read. Put it into a file of its own and ingest that too.",
            spans=[other.span],
        )
        for other in found
    ]
