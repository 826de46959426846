"""Which act a clause changes: the one it names, one above it, or the one in the directive's own title."""

from __future__ import annotations

from collections.abc import Sequence

from extractors import relation_cues, view
from extractors.model import Reference, Span
from extractors.structure import Clause, Structure


def target(
    structure: Structure, clause: Clause, references: Sequence[Reference], own: Span, default: str | None
) -> str | None:
    """The act that the clause names, or one above it: there, one that is given a short name to go on with
    ("sau đây gọi tắt là …") before one that is only named nearer.

    ``own``: the clause's span up to the new words; ``default``: the act taken where none of these is said to
    be changed. The act's number, None where no act is known.
    """
    for span in (own, *(above.span for above in structure.ancestors(clause))):
        inside = [r for r in references if span[0] <= r.span[0] < span[1] and r.number]
        inside = [r for r in inside if not _changed_it_earlier(structure, span[0], r)]
        if inside:
            best = [r for r in inside if r.relation == "amends"]
            if not best and span != own:
                best = [r for r in inside if r.alias]
            if not best and span != own and default:
                continue  # an act that a recital above only cites
            return (best or inside)[-1].number
    return default


def _changed_it_earlier(structure: Structure, start: int, reference: Reference) -> bool:
    """Whether the act is named as one that had changed the place before: "Điều 5 (đã được sửa đổi tại …)"."""
    said = view.squeeze(structure.low[max(start, reference.span[0] - _BEFORE) : reference.span[0]])
    return bool(relation_cues.CHANGED_EARLIER.search(said.rstrip()))


_BEFORE = 200


def default(structure: Structure, references: Sequence[Reference], subject: str | None) -> str | None:
    """The act named in the directive's own title, else the one most often said to be amended."""
    if subject:
        folded = view.squeeze(view.folded(subject))
        named = [r for r in references if r.number and view.lower(r.number) in folded.replace(" ", "")]
        if named:
            return named[0].number
    amended = [r.number for r in references if r.relation == "amends" and r.number]
    return max(amended, key=amended.count) if amended else None
