"""How sure it is that a unit binds someone."""

from __future__ import annotations

import re

from extractors import cues, modes, section_titles
from extractors.bearer_heads import head
from extractors.no_order import QUESTIONS
from extractors.said import Said
from extractors.structure import Clause, Structure
from extractors.units import Unit


def certainty(
    structure: Structure,
    clause: Clause,
    unit: Unit,
    mode: modes.Mode,
    *,
    borne: bool,
    asking: bool,
    due: bool,
) -> float:
    """How sure it is that a unit binds someone; 0 where it does not. For the arguments see `Said`.

    One question is asked after the other; the first that has an answer gives it.
    """
    said = Said(structure, clause, unit, mode, borne, asking, due)
    for question in QUESTIONS:
        answer = question(said)
        if answer is not None:
            return answer
    return _by_mode(said)


_CALLS_IN = frozenset(("triệu tập", "mời đại", "mời các", "chủ trì"))
"""What a body does about a meeting under the title of who takes part."""
_BY_LAW = re.compile(
    r"(?:^|[:,]\s+|\s)thực\s+hiện\s+(?:theo|đúng)\s+(?:quy\s+định|hướng\s+dẫn|nội\s+dung)\s+(?:tại|của|về)\s"
)
""" "Thời hạn nộp tờ khai … | thực hiện theo quy định tại khoản 3 Điều 5 Luật Phí"."""


def _by_mode(said: Said) -> float:
    """How sure an ordinary unit is by what it stands under."""
    if said.mode == "describes":
        return _described(said)
    if said.mode == "binds":
        return _bound(said)
    found, clause = said.found, said.clause
    if found.must:
        return 0.85 if found.subject or clause.label else 0.7
    if said.timed and (clause.label or said.asking):
        return 0.85
    return _of_subject(said) if found.subject else _of_nobody(said)


def _described(said: Said) -> float:
    """Among findings, aims, parts of a meeting: only what must be, or has a day ahead, binds."""
    found, low = said.found, said.low
    if found.subject == (0, found.verb) and " ".join(said.words[found.verb :][:2]) in _CALLS_IN:
        return 0.6  # "Thành phần: Ban Thường trực triệu tập và chủ trì hội nghị"
    if section_titles.account(said.structure, said.clause):
        verb = said.words[found.verb] if found.subject and found.verb is not None else ""
        return 0.6 if verb in ("phải", "cần") or (verb and said.timed and not found.past) else 0.0
    acts = found.subject is not None and found.subject[0] == 0 and found.verb is not None and not found.past
    if acts and section_titles.over_time(said.structure, said.clause):
        return 0.6  # "Thời gian tổng kết: a) Các tổ trưởng họp tổ ngay khi …"
    if found.modality == "prohibition" and found.verb == 0 and _LEAVES_OUT.match(low):
        return 0.6  # "Đối tượng: 1.3. Không kiểm điểm tập thể đối với …"
    ahead = low.startswith("đến ") and found.verb is not None and not cues.HAS_COME.search(low)
    return 0.6 if found.must or (said.timed and (ahead or not cues.SUMS_UP.match(low))) else 0.0


_LEAVES_OUT = re.compile(
    r"(?:không|chưa)\s+(?:tổ\s+chức\s+|tiến\s+hành\s+|thực\s+hiện\s+)?(?:việc\s+)?"
    r"(?:kiểm\s+điểm|đánh\s+giá|xếp\s+loại|phân\s+loại|nhận\s+xét|xem\s+xét|xét|bình\s+xét)\s"
)
"""What is not to be done with some, among those whom a review is of."""


def _bound(said: Said) -> float:
    """Under a lead-in that orders."""
    found = said.found
    if found.subject or found.must:
        return 0.95
    if found.verb is None and head(said.unit.tokens, 0) and not said.timed:
        return 0.0  # a list of bodies
    return 0.92 if found.verb is not None else 0.65


def _of_subject(said: Said) -> float:
    """A body with its verb, without a modal or a lead-in."""
    if said.clause.label is not None or said.asking:
        return 0.75
    if cues.BASED_ON_THIS.match(said.low):
        return 0.8
    capped = cues.CAPPED.search(said.low) and said.found.modality == "prohibition"
    return 0.7 if capped or (said.timed and cues.BY_THEN.search(said.low)) else 0.0


def _of_nobody(said: Said) -> float:
    """A numbered clause that only has a verb."""
    found, clause = said.found, said.clause
    numbered = clause.marker is not None or clause.label is not None
    if numbered and clause.label and not found.past and _BY_LAW.search(said.low):
        return 0.6
    ordered = said.borne or said.mode == "open" or not (clause.marker and clause.marker.style == "article")
    # "Trường hợp … thì | thực hiện": whoever meets the case
    then = found.verb is not None and "thì" in said.words[max(0, found.verb - 1) : found.verb]
    if found.verb is not None and numbered and (said.borne or then or not found.opened) and ordered:
        return 0.5 if found.opened else 0.55
    # "Quyền của thí sinh": each item
    return 0.65 if numbered and section_titles.rights(said.structure, clause) else 0.0
