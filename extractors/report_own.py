"""A page that prints an act of its own, without a head, which tells first of the act that it carries out:
"Ban Chấp hành đã ban hành Quy định số … . Để thi hành Quy định trên, Ban Tổ chức hướng dẫn … như sau:"."""

from __future__ import annotations

import re

from extractors import tables, view
from extractors.model import Span
from extractors.report import Report

_KINDS = "|".join(sorted(map(re.escape, tables.kinds_by_name()), key=len, reverse=True))
_CARRIES_OUT = re.compile(
    r"(?:^|[.\n])\s{0,9}để\s{1,3}(?:thi hành|thực hiện|tổ chức thực hiện|triển khai(?: thực hiện)?)\s{1,3}"
    rf"(?:{_KINDS})\s{{1,3}}(?:nêu trên|nói trên|trên|này)\s?,\s{{1,3}}(?P<body>[^,.;:\n]{{4,90}}?)\s{{1,3}}"
    r"(?:hướng dẫn|yêu cầu|đề nghị|quy định)\s[^.;\n]{0,240}?(?:như sau|sau đây|sau)\s?:"
)
_REACH = 1200
"""Characters behind the act told of within which the page says who carries it out."""


def carries_out(text: str, report: Report) -> Span | None:
    """The sentence in which another body carries out the act that a text reports first: the act is not the
    text's own. None where the text says no such thing."""
    low = view.folded(text)
    match = _CARRIES_OUT.search(low, report.span[1], report.span[1] + _REACH)
    if match is None:
        return None
    issuer = view.folded(report.issuer.name) if report.issuer else ""
    body = " ".join(match["body"].split())
    return None if issuer and (body in issuer or issuer in body) else match.span()
