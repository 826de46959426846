"""The tables in `extractors/data/`: kinds of acts, bodies and their codes, provinces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from extractors import view
from extractors.model import Level, System


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of act: its code in numbers, its name, who uses it."""

    code: str
    name: str
    systems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a code in document numbers stands for."""

    code: str
    name: str
    level: Level
    system: System


@dataclass(frozen=True, slots=True)
class Province:
    name: str
    kind: str
    """"tỉnh" or "thành phố"."""
    eras: frozenset[str]
    """"63": until 30 June 2025; "34": since 1 July 2025."""
    seat: str


def rows(name: str) -> list[list[str]]:
    """The rows of a tab-separated table, without comments."""
    text = resources.files("extractors").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]


def ascii_code(code: str) -> str:
    """A code without marks and case, as an OCR engine without Vietnamese may read it ("QĐ" → "QD")."""
    import unicodedata

    stripped = unicodedata.normalize("NFD", code.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in stripped if not unicodedata.combining(c)).upper()


@cache
def kinds() -> tuple[Kind, ...]:
    return tuple(Kind(r[0], r[1], frozenset(r[2].split())) for r in rows("types.tsv"))


@cache
def kinds_by_name() -> dict[str, Kind]:
    """Folded name → kind; the first of a name wins."""
    out: dict[str, Kind] = {}
    for kind in kinds():
        out.setdefault(view.folded(kind.name), kind)
    return out


@cache
def _codes() -> dict[Kind, tuple[str, ...]]:
    listed = zip(kinds(), rows("types.tsv"), strict=True)
    return {kind: (kind.code, *(row[3].split() if len(row) > 3 else ())) for kind, row in listed}


def codes_of(kind: Kind) -> tuple[str, ...]:
    """The codes that say a kind in numbers, its own first."""
    return _codes()[kind]


@cache
def _kinds_by_code() -> dict[str, Kind]:
    out: dict[str, Kind] = {}
    for kind, codes in _codes().items():
        for code in codes:
            out.setdefault(ascii_code(code), kind)
    return out


def kind_by_code(code: str) -> Kind | None:
    """The kind that a code says, marks and case aside ("QD" is QĐ); None for a code of no kind."""
    return _kinds_by_code().get(ascii_code(code))


@cache
def bodies() -> dict[str, Body]:
    """Code without marks and case → body."""
    out: dict[str, Body] = {}
    for code, name, level, system in rows("bodies.tsv"):
        out.setdefault(ascii_code(code), Body(code, name, cast(Level, level), cast(System, system)))
    return out


@cache
def provinces() -> dict[str, Province]:
    """Folded name → province, of both eras."""
    return {
        view.folded(name): Province(name, kind, frozenset(eras.split()), seat)
        for name, kind, eras, seat in rows("provinces.tsv")
    }


@dataclass(frozen=True, slots=True)
class District:
    name: str
    kind: str
    """"huyện", "quận", "thị xã" or "thành phố"."""
    province: str


@cache
def districts() -> dict[str, tuple[District, ...]]:
    """Folded name → the units of the district level that bear it (until 30 June 2025)."""
    out: dict[str, tuple[District, ...]] = {}
    for name, kind, province in rows("districts.tsv"):
        key = view.folded(name)
        out[key] = (*out.get(key, ()), District(name, kind, province))
    return out
