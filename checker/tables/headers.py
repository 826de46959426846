"""Which column a header names, in Vietnamese or English; which of the three tables a sheet is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from checker.words import plain, table

TableName = Literal["units", "people", "reports"]
NAMES: tuple[TableName, ...] = ("units", "people", "reports")

_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that the checker reads: its key, the tables it stands in, its headers (the first are the
    template's)."""

    key: str
    tables: tuple[str, ...]
    vietnamese: tuple[str, ...]
    english: tuple[str, ...]


@cache
def columns() -> tuple[Column, ...]:
    return tuple(
        Column(row[0], tuple(row[1].split()), tuple(row[2].split("|")), tuple(row[3].split("|")))
        for row in table("headers.tsv")
    )


@cache
def _by_header() -> dict[str, str]:
    out: dict[str, str] = {}
    for column in columns():
        for header in (column.key.replace("_", " "), *column.vietnamese, *column.english):
            known = out.setdefault(plain(header), column.key)
            assert known == column.key, f"two columns share the header {header!r}"
    return out


def column_of(header: str) -> str | None:
    """The key of the column that a header names, None where it is none of ours."""
    words = plain(_ASIDE.sub(" ", header)) or plain(header)
    known = _by_header()
    if words in known:
        return known[words]
    # "Xếp loại năm 2023": the year is no part of the column's name
    return known.get(re.sub(r" nam \d{4}$", "", words))


def nearest(header: str) -> str | None:
    """The header of ours that one which is not known is probably a slip of."""
    from difflib import get_close_matches

    words = plain(header)
    close = get_close_matches(words, list(_by_header()), n=1, cutoff=0.8)
    if not close:
        return None
    key = _by_header()[close[0]]
    return next(column.vietnamese[0] for column in columns() if column.key == key)


def table_of(keys: frozenset[str]) -> TableName | None:
    """People have names, reports a day they were handed in; what has units and neither is of units."""
    if "handed_in" in keys:
        return "reports"
    if "person" in keys or {"person_code", "unit"} <= keys:
        return "people"
    return "units" if keys & {"unit", "unit_code"} else None
