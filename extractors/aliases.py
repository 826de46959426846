"""Short names that a directive gives an act, and then uses: "(sau đây gọi tắt là QĐ61) … theo QĐ61"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import view
from extractors.mentions import Mention

_CODE = re.compile(
    rf"[{view.CAPITALS}][^\W\d_]{{0,9}}(?:\s[{view.CAPITALS}][^\W\d_]{{0,9}}){{0,2}}[\s-]?\d{{1,4}}[a-zđ]?"
)
"""A name that no word of a sentence looks like; others ("Kế hoạch", "Quy chế") may mean any act."""


def find(plain: str, mentions: list[Mention]) -> Iterator[Mention]:
    """The uses of each short name, its definition first, as mentions of the act that it names."""
    taken = [(mention.start, mention.end) for mention in mentions]
    for mention in mentions:
        if mention.alias is None or mention.number is None or not _CODE.fullmatch(mention.alias):
            continue
        words = r"\s{1,3}".join(map(re.escape, mention.alias.split()))
        for match in re.compile(rf"(?<![\w/-]){words}(?![\w/-]|\.\d)").finditer(plain, mention.end):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                yield Mention(
                    *match.span(),
                    mention.parsed,
                    mention.number,
                    mention.kind,
                    True,
                    inner=match.start(),
                    confidence=0.9,
                )
