"""Whom an act binds: by the level and territory of the body that issues it, Party or State."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.acts import Act
from checker.results import Unit
from checker.words import has, plain
from extractors.model import Level, System
from extractors.tables import rows

LEVELS: tuple[Level, ...] = ("central", "province", "district", "ward", "unit")
"""From the highest."""


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Where a unit stands: its province, district and ward, and whether it is of the Party or the State.
    What is None is not known."""

    province: str | None = None
    district: str | None = None
    ward: str | None = None
    system: System | None = None

    @property
    def stated(self) -> bool:
        return bool(self.province or self.district or self.ward)

    def of(self, unit: Unit) -> Jurisdiction:
        """The unit's own, completed by this one where the sheet says nothing."""
        return Jurisdiction(
            unit.province or self.province,
            unit.district or self.district,
            unit.ward or self.ward,
            self.system,
        )


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether an act binds; None where it cannot be told. ``why`` is for people."""

    binds: bool | None
    why: str


_PREFIX: dict[str, str] = {
    "province": r"(?:tinh uy|thanh uy|tinh|thanh pho|tp|dang bo tinh|dang bo thanh pho)",
    "district": r"(?:quan uy|huyen uy|thi uy|thanh uy|quan|huyen|thi xa|thanh pho|tp)",
    "ward": r"(?:dang uy|phuong|xa|thi tran|dac khu)",
}


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(sorted((plain(row[0]) for row in rows("provinces.tsv")), key=len, reverse=True))


@lru_cache(maxsize=4096)
def bare(name: str, level: str) -> str:
    """A territory's name without what kind it is: "Quận Gò Vấp" gives "go vap", "Phường 11" gives "11"."""
    words = plain(name)
    return re.sub(rf"^(?:{_PREFIX[level]} )+", "", words)


@dataclass(frozen=True, slots=True)
class Territory:
    province: str | None = None
    district: str | None = None
    ward: str | None = None


@lru_cache(maxsize=65536)
def territory(issuer: str | None, parent: str | None, place: str | None, level: Level | None) -> Territory:
    """The territory of a body, from its name, its superior's and the place where it issues; names are
    `bare`."""
    texts = [plain(text) for text in (issuer, parent) if text]
    province = next((p for p in _provinces() for text in texts if has(text, p)), None)
    if province is None and place and level == "province":
        # "Cần Thơ, ngày …": a province's acts are dated at its name, or at its seat
        province = next((p for p in _provinces() if has(plain(place), p)), None)
    district = _named(texts, r"\b(?:quan uy|huyen uy|thi uy|quan|huyen|thi xa) (.+)")
    if district is None and level == "district":
        district = _named(texts[:1], r"\b(?:thanh uy|thanh pho|tp) (.+)")
    ward = _named(texts, r"\b(?:phuong|xa|thi tran|dac khu) (.+)")
    return Territory(province, district, ward)


def _named(texts: list[str], pattern: str) -> str | None:
    for text in texts:
        match = re.search(pattern, text)
        if match:
            return re.split(r" (?:phuong|xa|quan|huyen|tinh|thanh pho|tp|thi xa|thi tran) ", match.group(1))[
                0
            ]
    return None


def reach(act: Act, where: Jurisdiction) -> Reach:
    """Whether an act binds a unit that stands there.

    A central act binds all; a province's what lies in the province, and so on down. Acts of the Party bind
    everyone in the political system within the territory (Quy định 132-QĐ/TW, 124-QĐ/TW: "tập thể, cá nhân
    trong hệ thống chính trị"); acts of the State and its assemblies do not bind organisations of the Party.
    """
    if where.system == "party" and act.system in ("state", "assembly", "union"):
        return Reach(False, "an act of the State does not bind an organisation of the Party")
    if act.system == "union" and where.system not in (None, "union"):
        return Reach(False, "an act of a mass organisation binds its own units")
    if act.level is None:
        return Reach(None, f"the level of its issuer ({act.issuer or 'not read'}) is not known")
    if act.level == "central":
        return Reach(True, "a central act")
    if act.level == "unit":
        return Reach(None, f"it binds the units under {act.issuer or 'its issuer'} only")
    own = territory(act.issuer, act.parent, act.place, act.level)
    wanted: dict[str, tuple[str | None, str | None]] = {
        "province": (own.province, where.province),
        "district": (own.district, where.district),
        "ward": (own.ward, where.ward),
    }
    depth = LEVELS.index(act.level)
    compared = []
    for level in LEVELS[1 : depth + 1]:
        theirs, ours = wanted[level]
        if theirs is not None and ours is not None and bare(theirs, level) != bare(ours, level):
            return Reach(False, f"it is an act of {act.issuer}; the unit lies elsewhere")
        compared.append(theirs is not None and ours is not None)
    if compared and compared[-1]:
        return Reach(True, f"an act of {act.issuer}, where the unit lies")
    if wanted[act.level][0] is None:
        return Reach(None, f"the territory of its issuer ({act.issuer or 'not read'}) is not known")
    return Reach(None, f"whether the unit lies in the {act.level} of {act.issuer}: say --{act.level}")
