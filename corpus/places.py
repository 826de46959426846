"""Places in an act, as other acts name them: "điểm c khoản 2 Điều 16", "Mục III, điểm 1.1, tiết (1)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import structure, view, zones
from extractors.structure import Clause, Structure

_LEVELS = ("phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "tiết")
"""From the outermost in; khoản and điểm stand in either order where the Party numbers 1., 1.1., a)."""
_PART = re.compile(
    r"(?<!\w)(phần|chương|tiểu\s+mục|mục|điều|khoản|điểm|tiết)\s+(?:số\s+|thứ\s+)?"
    r"(\(\w{1,4}\)|\d{1,3}(?:\.\d{1,3}){0,4}\s?[a-zđ]{0,2}|[ivxl]{1,6}|[a-zđ]\d?)(?![\w/])"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One step: "khoản 2" has the level of khoản and the number "2"."""

    level: int
    number: str


def parts(place: str) -> list[Part]:
    """The steps of a place, the outermost first; empty where it names none."""
    found = []
    for match in _PART.finditer(view.lower(place)):
        level = _LEVELS.index(re.sub(r"\s+", " ", match[1]))
        found.append(Part(level, re.sub(r"[\s()]", "", match[2])))
    return sorted(found, key=lambda part: part.level)


def several(place: str) -> bool:
    """Whether a place is several: "khoản 4 và khoản 5 Điều 3"."""
    levels = [part.level for part in parts(place)]
    return len(levels) != len(set(levels))


def each(place: str) -> list[str]:
    """The places that one names: "Điều 7, khoản 3, điểm a, điểm b; Điều 8" names three. One that is several
    in two ways at once ("Điều 3, Điều 5, khoản 1, khoản 2") stays as it is."""
    out = []
    for one in place.split(";"):
        steps = parts(one)
        levels = [step.level for step in steps]
        listed = {level for level in levels if levels.count(level) > 1}
        if len(listed) != 1:
            out.append(one.strip())
            continue
        out += [
            ", ".join(
                f"{_LEVELS[step.level]} {step.number}"
                for step in steps
                if step.level not in listed or step is own
            )
            for own in steps
            if own.level in listed
        ]
    return [one for one in out if one]


@dataclass(frozen=True, slots=True)
class Act:
    """The text of an act with its clauses."""

    text: str
    structure: Structure

    @classmethod
    def of(cls, text: str) -> Act:
        return cls(text, structure.parse(text, zones.cut(text)))

    def find(self, place: str) -> list[Clause]:
        """The clauses that a place can mean: one where it is found, none where it is not there."""
        wanted = parts(place)
        if not wanted:
            return []
        found = [clause for clause in self.structure.clauses if self._answers(clause, wanted)]
        return [clause for clause in found if clause.parent not in {other.index for other in found}]

    def _answers(self, clause: Clause, wanted: list[Part]) -> bool:
        """Whether the clause is the innermost step, and those above it hold the others, in their order."""
        if clause.marker is None or not _is(clause, wanted[-1]):
            return False
        above = list(self.structure.ancestors(clause))
        for part in reversed(wanted[:-1]):
            while above and not (above[0].marker is not None and _is(above[0], part)):
                above.pop(0)
            if not above:
                return False
        return True

    def span(self, clause: Clause) -> tuple[int, int]:
        """From the clause's number to the end of all that stands below it."""
        end = clause.span[1]
        stack = list(clause.children)
        while stack:
            below = self.structure.clauses[stack.pop()]
            end = max(end, below.span[1])
            stack += below.children
        floor = clause.span[0] if clause.marker is None else clause.marker.end
        start = max(self.text.rfind("\n", 0, floor), self.text.rfind("\f", 0, floor)) + 1
        return start, end

    def below(self, clause: Clause, other: Clause) -> bool:
        """Whether the first stands somewhere below the second."""
        return any(one.index == other.index for one in self.structure.ancestors(clause))


def _is(clause: Clause, part: Part) -> bool:
    """Whether a clause bears a number: by its own mark ("a"), or by the label that says where it stands
    ("2.3a")."""
    if clause.marker is None or clause.marker.label is None:
        return False
    own = view.lower(clause.marker.label).split()[-1].strip("()")
    if own == part.number:
        level = _LEVELS[part.level]
        return level not in ("điều", "chương", "phần") or clause.marker.style in (
            "article",
            "chapter",
            "part",
        )
    label = view.lower(clause.label or "").replace("(", ".").replace(")", "")
    return "." in part.number and (label == part.number or label.endswith("." + part.number))
