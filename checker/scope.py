"""Within what a quota is counted: a grassroots organisation, a cell, an office, what one level manages."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.words import plain


@dataclass(frozen=True, slots=True)
class Scope:
    """``unit``: the kind of unit whose people are counted together, None where the rule names none.

    ``manager``: those that one level manages are counted together; ``group``: those with like tasks are.
    ``unread`` holds words that name some other bound, which the checker cannot count by.
    """

    unit: str | None = None
    manager: bool = False
    group: bool = False
    managed_by: str | None = None
    """The one body whose staff alone is counted, as `plain` words; None: that of each."""
    superior: bool = False
    """The units of one superior are counted together."""
    unread: str | None = None

    @property
    def stated(self) -> bool:
        return bool(self.unit or self.manager or self.group or self.superior or self.unread)

    def __str__(self) -> str:
        parts = [_LABELS[self.unit]] if self.unit else []
        if self.managed_by:
            parts.append(f"those whom {self.managed_by} manages")
        elif self.manager:
            parts.append("those whom one level manages")
        if self.group:
            parts.append("those with like tasks")
        if self.superior:
            parts.append("the units of one superior")
        return " and ".join(parts) or self.unread or ""


_LABELS = {
    "grassroots": "each grassroots party organisation",
    "cell": "each party cell",
    "office": "each office",
    "committee": "each committee",
}
GRASSROOTS, CELL, OFFICE, COMMITTEE = "grassroots", "cell", "office", "committee"


def written(text: str, name: str) -> str:
    """The words of a text that `plain` makes into ``name``, as they are written there."""
    words = text.split()
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 12) + 1):
            if plain(" ".join(words[start:end])) == name:
                return " ".join(words[start:end]).strip(" ,.;:“”")
    return name


_UNITS: tuple[tuple[str, str], ...] = (
    (r"to chuc co so dang|dang bo co so|tccsd|dang bo chi bo co so|chi bo co so", GRASSROOTS),
    (r"grassroots( party organisation)?", GRASSROOTS),
    (r"chi bo|party cell|cell", CELL),
    (r"co quan|to chuc co quan|don vi|office", OFFICE),
)
_POPULATION = re.compile(r"\b(dang vien|ca nhan|tap the|cong chuc|vien chuc|can bo)\b")
_WHERE = re.compile(
    r"(?:\b(?:trong|cua|tai|thuoc|o|theo) (?:pham vi )?(?:tung|moi|cung|mot)\b(?: (?:mot|tung|moi))?|"
    r"^(?:tung|moi)\b)(?P<what>.*)"
)


def read_scope(unit: str | None, text: str = "") -> Scope:
    """The scope that a rule's ``unit`` says, or, where it says none, that its sentence says after the
    bound."""
    told = plain(unit) if unit else ""
    if told:
        # a "unit" may be no more than the population: "số đảng viên", "tập thể, cá nhân"
        population = re.match(r"(so voi )?(tong )?so\b", told) or _POPULATION.search(told)
        manager_or_group = _read(told, explicit=False)
        if manager_or_group.manager or manager_or_group.group:
            return manager_or_group
        if not population:
            return _read(told, explicit=True)
        places = list(_WHERE.finditer(told))
        if places:
            found = _read(places[-1].group("what"), explicit=False)
            if found.stated:
                return found
    words = plain(text)
    bound = list(re.finditer(r"\b(khong (duoc )?(vuot )?qua|toi da)\b", words))
    if not bound:
        return Scope()
    start = bound[-1]
    # "của một tổ chức cơ sở đảng không vượt quá 20% … của tổ chức cơ sở đảng đó": the scope may stand on
    # either side of the bound
    for part in (words[start.end() :], words[: start.start()]):
        places = list(_WHERE.finditer(part))
        if re.search(r"\bdien quan ly cua mot cap\b", part):
            return _read(part, explicit=True)
        if places:
            found = _read(places[-1].group("what") if part is not words else part, explicit=False)
            if found.stated:
                return found
    return Scope()


def _read(words: str, *, explicit: bool) -> Scope:
    manager = bool(
        re.search(r"\b(cap quan ly|dien quan ly|phan cap quan ly|managed by|dien .+? quan ly)\b", words)
    )
    group = bool(re.search(r"\b(tuong dong|cung nhom|tung nhom|moi nhom|similar tasks)\b", words))
    # the body that manages ("phân cấp quản lý … của Ban Thường vụ") and the levels are not the unit counted
    # in
    rest = re.sub(r"\b(mot )?cap quan ly can bo\b|\bdien quan ly( cua)?\b", " ", words)
    unit: str | None = None
    position = len(rest) + 1
    for pattern, kind in _UNITS:
        match = re.search(rf"\b(?:{pattern})\b", rest)
        if match and match.start() < position:
            unit, position = kind, match.start()
    if manager and unit in (GRASSROOTS, CELL):
        unit = None
    if re.search(r"\b(?:dang bo|don vi|co quan|to chuc dang) cap tren truc tiep\b(?! co so)", words):
        return Scope(superior=True)
    if not (unit or manager or group):
        return Scope(unread=words) if explicit else Scope()
    return Scope(unit=unit, manager=manager, group=group, managed_by=_manager(words) if manager else None)


_NAMED = re.compile(
    r"\b(?:thuoc |trong )?dien (?P<before>(?!quan ly\b).+?) quan ly\b|\bdien quan ly cua (?P<after>.+)"
)
_ANY = re.compile(r"^(cung )?(mot|tung|moi|cac|cung) (cap|muc)\b|^cap\b|^(cung )?mot\b")


def _manager(words: str) -> str | None:
    """The body whose staff a rule is about ("thuộc diện Ban Thường vụ Tỉnh ủy quản lý"); None where it says
    "một cấp quản lý" or the like."""
    match = _NAMED.search(words)
    if match is None:
        return None
    name = re.sub(r"\s+(khong|toi da|duoc|la|tro len)\b.*$", "", match["before"] or match["after"])
    return None if _ANY.search(name) or len(name.split()) > 10 else name
