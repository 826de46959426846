"""Bodies that issue an act together: joint circulars, rules of cooperation, joint plans."""

from __future__ import annotations

import re

from extractors import names, tables, view
from extractors.completion import complete
from extractors.model import Number

_TOGETHER = re.compile(r"liên tịch|phối hợp")
_JOINT_CODES = frozenset(
    {"TTLT", "NQLT", "QCPH", "CTPH", "KHPH", "CTRPH", "KHLT", "HDLT", "CVLT", "QCLT", "BBLT"}
)


def issuers(printed: list[str], number: Number | None, titled: str) -> list[str]:
    """The bodies among those printed that issue together; [] where one issues and the others are its
    superiors.

    Two signs: the kind is a joint one, or the number has a code for each body.
    """
    if len(printed) < 2:
        return []
    codes = (
        [tables.ascii_code(g) for g in re.split(r"[-/.&]", number.text or "") if g.isalpha()]
        if number
        else []
    )
    bodies = {view.folded(tables.bodies()[c].name) for c in codes if c in tables.bodies()}
    coded = [name for name in printed if any(_same(body, name) for body in bodies)]
    if len(coded) > 1 and len(bodies) > 1:
        return printed[printed.index(coded[0]) :]
    if any(code in _JOINT_CODES for code in codes) or _TOGETHER.search(titled[:60]):
        return printed if _peers(printed) else []
    return []


def _same(body: str, name: str) -> bool:
    low = view.folded(name)
    return low == body or low.startswith(body + " ")


def _peers(printed: list[str]) -> bool:
    """Whether bodies are of one rank: none is the other's superior."""
    heads = [view.folded(name).split()[0] for name in printed]
    if heads[0] == "bộ" and heads[-1] in {"cục", "vụ", "tổng", "viện", "trường", "thanh"}:
        return False
    return not (view.folded(printed[0]).startswith("ủy ban nhân dân") and heads[-1] in {"sở", "phòng", "ban"})


def named(together: list[str], place: str | None, text: str) -> str:
    """The names joined by " - "; a territory that the last line gives for all stands once, at the end."""
    area = names.territory(together[-1])
    full = [n if area and names.territory(n) is None else complete(n, None, place, text)[0] for n in together]
    return " - ".join(full)
