"""What the checker says, in Vietnamese: whole sentences by table, what is filled into them by itself.

Verdicts are made once, in English, as machines have them. `checker/data/vietnamese.tsv` pairs each sentence
with its Vietnamese one; what stands in the places of names is translated in its turn, a column's key becomes
its Vietnamese header, an ISO day the day as it is written in Viet Nam. What fits no sentence stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from checker.words import table

_PLACE = re.compile(r"\{(\w+)\}")
_NUMBERS, _RANKS = frozenset("nmk"), frozenset(("rank", "bound", "lower"))
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SHARE = re.compile(r"(\d)\.(\d+)(?= %|:)")
_QUOTED = re.compile(r"(?<!\w)'([^']*)'(?!\w)")
_BAR = " | "
_JOINS = (_BAR, "; ", " / ", ", ")


class Phrases:
    """Pairs of sentences with places, applied by calling. The sentence with most words of its own wins."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._whole: dict[str, str] = {}
        self._patterns: list[tuple[int, str, re.Pattern[str], str]] = []
        for said, meant in pairs:
            if not _PLACE.search(said):
                self._whole[said] = meant
                continue
            parts = _PLACE.split(said)
            pattern = "".join(
                _group(part, quoted=parts[at - 1].endswith("“")) if at % 2 else re.escape(part)
                for at, part in enumerate(parts)
            )
            own = sum(len(part) for part in parts[::2])
            longest = max(parts[::2], key=len)
            self._patterns.append((own, longest, re.compile(pattern, re.DOTALL), meant))
        self._patterns.sort(key=lambda item: -item[0])

    def __call__(self, text: str) -> str | None:
        """The sentence in the other language; None where the table holds none that fits."""
        found = self._whole.get(text)
        if found is not None:
            return found
        for _, longest, pattern, meant in self._patterns:
            # looking for a piece first is twenty times as fast as trying every pattern
            match = pattern.fullmatch(text) if longest in text else None
            if match is not None:
                filled = {name: self.inner(value) for name, value in match.groupdict().items()}
                return _PLACE.sub(lambda place, filled=filled: filled[place[1]], meant)  # type: ignore[misc]
        return None

    def inner(self, text: str) -> str:
        """What fills a place, or several sentences in a row: each part translated where it can be."""
        found = None if _BAR in text else self(text)
        if found is not None:
            return found
        for join in _JOINS:
            parts = text.split(join)
            said = [self.inner(part) for part in parts] if len(parts) > 1 else []
            if said != parts and said:
                return join.join(said)
        return text


def _group(name: str, *, quoted: bool) -> str:
    if name in _NUMBERS:
        return rf"(?P<{name}>\d+)"
    if name in _RANKS:
        return rf"(?P<{name}>không xếp loại|[^\s,()]+)"
    return rf"(?P<{name}>[^”]+)" if quoted else rf"(?P<{name}>.+?)"


@cache
def _vietnamese() -> Phrases:
    from checker.tables.headers import columns

    headers = [(column.key, column.vietnamese[0]) for column in columns() if column.key != "unit"]
    pairs = [(row[0], row[1]) for row in table("vietnamese.tsv")]
    known = {said for said, _ in pairs}
    return Phrases([*pairs, *((key, header) for key, header in headers if key not in known)])


def dated(text: str) -> str:
    """Text with its ISO days as they are written in Viet Nam: 31/12/2023."""
    return _DAY.sub(lambda day: f"{day[3]}/{day[2]}/{day[1]}", text)


@lru_cache(maxsize=65536)
def vietnamese(text: str) -> str:
    """A sentence of the checker in Vietnamese; unchanged where it is none (names, wording of acts)."""
    if not text:
        return text
    said = _vietnamese().inner(text)
    said = dated(said)
    return _QUOTED.sub(r"“\1”", _SHARE.sub(r"\1,\2", said))
