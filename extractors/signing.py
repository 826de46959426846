"""What is doubtful about who signed: no signature, no name, an office that none has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors import view
from extractors.lines import OFFICE
from extractors.model import Signatory, Span, Warning

_OFFICE = re.compile(
    rf"{OFFICE.pattern}|"
    r"\b(?:trưởng|phó|quyền|chánh|chủ|ủy viên|thư ký|chỉ huy|thủ trưởng|đại diện|thanh tra)\b"
)
"""An office of the list, or a word of one that the list has not ("phó tư lệnh", "trưởng xưởng")."""


def doubts(signatories: Sequence[Signatory], recipients: Sequence[str], closing: Span) -> Iterator[Warning]:
    """The warnings about who signed a directive. ``signatories``: as read, nameless ones among them.

    Recipients stand beside the signature: a ``closing`` that has them and no signature has lost it.
    """
    if not signatories and recipients:
        message = "No signature can be read beside the recipients: look at the page and add who signed."
        yield Warning(code="signature-missing", message=message, spans=[closing])
    for signatory in signatories:
        spans = [signatory.span] if signatory.span else []
        if signatory.name is None:
            office = " ".join(part for part in (signatory.authority, signatory.position) if part)
            message = f"The signature has no name that can be read ({office}): look at the page and add it."
            yield Warning(code="signature-nameless", message=message, spans=spans)
        elif signatory.position and not _OFFICE.search(view.folded(signatory.position)):
            who, office = signatory.name, signatory.position
            message = f"{who} signs as “{office}”, which is no office known: compare it with the page."
            yield Warning(code="signature-office", message=message, spans=spans)
