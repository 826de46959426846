"""Whether a unit goes on with an order, tells of what was done, or speaks of those whom a review is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import cues, heading_bearers, modes, view
from extractors.lexicon import classes, verbs
from extractors.said import serves, takes_effect
from extractors.structure import Clause, Structure
from extractors.units import Unit

_CARRIED = 0.65


def tells(structure: Structure, unit: Unit, mode: modes.Mode | None, due: bool) -> bool:
    """Whether a unit tells what its subject did or hands out: nobody who is to act goes on from it."""
    if serves(structure, unit, due):
        return True
    found = unit.found
    if found.must or found.asks or mode == "binds":
        return False
    return found.past or bool(
        cues.BYGONE.match(structure.low, *unit.span) or cues.TOLD.match(structure.low, *unit.span)
    )


def only_for_these(unit: Unit) -> bool:
    """Whether a sentence is for some alone ("Đối với hộ mua tại vườn thì …"), who do not act in the
    next."""
    subject = unit.found.subject
    if subject is None or subject[0] < 2:
        return False
    before = unit.tokens.words[subject[0] - 2 : subject[0]]
    return before == ["đối", "với"] and "thì" in unit.tokens.words[subject[1] :]


def judged(structure: Structure, unit: Unit) -> bool:
    """Whether the subject is the one a review is of ("Chi bộ … thì không xếp loại"), not the one who reviews;
    with "nào" it acts itself ("nơi nào làm chưa đúng thì xếp loại lại")."""
    found = unit.found
    if found.subject is None or found.asks:
        return False
    low = structure.low[slice(*unit.span)]
    if "nào" in unit.tokens.words[slice(*found.subject)]:
        return _PEOPLE.match(low) is not None and _ENFORCED.search(low) is not None
    first = found.subject[0]
    if unit.tokens.words[max(0, first - 2) : first] == ["đối", "với"]:
        return False  # whom the sentence is for acts: `for_whom` has left out those that are judged
    words = unit.tokens.words
    said = words[found.verb : found.verb + 2] if found.verb is not None else []
    if found.verb == found.subject[1] and "thì" in words[found.verb :]:
        before = words[found.verb : words.index("thì", found.verb)]
        acts = words[found.verb] not in _STATES and verbs().match(words, found.verb)
        if "," in before and acts and not _REVIEWED.match(" ".join(words[slice(*found.subject)])):
            return False  # "Công an tỉnh điều tra vụ việc, có kết luận thì chuyển hồ sơ": it acts
    if " ".join(said) in _REVIEWS or said[:1] in (["xét"], ["chỉ"]):
        return False
    if " cũng không " in low and " đối với " in low:
        return False  # "Các chi bộ cũng không xếp loại đối với …": they review
    start = unit.tokens.spans[found.subject[1] - 1][0]
    return bool(cues.JUDGED.match(structure.low, start, unit.span[1]))


_REVIEWED = re.compile(
    r"(?:(?:các|những|mọi|mỗi)\s)?(?:người|cán bộ|công chức|viên chức|đảng viên|hội viên|đoàn viên|tập thể|"
    r"cá nhân|tổ chức|cơ quan|đơn vị|chi bộ|đảng bộ|hộ|học sinh|đồng chí|công dân|doanh nghiệp|cơ sở)(?!\w)"
)
"""Those whom a review, or a measure, may be of."""
_STATES = frozenset(("không", "chưa", "có", "bị", "vi", "để", "đã"))
_PEOPLE = re.compile(r"(?:các\s+)?(?:hộ|người|cá\s+nhân|tổ\s+chức,\s+cá\s+nhân|chủ|cơ\s+sở|doanh\s+nghiệp)\s")
_ENFORCED = re.compile(
    r"\sthì\s(?:(?:tổ\s+chức|tiến\s+hành)\s+)?(?:cưỡng\s+chế|thu\s+hồi|xử\s+phạt|đình\s+chỉ)(?!\w)"
)
"""What is done to "hộ nào …", whom others enforce the rule on."""
_REVIEWS = frozenset(("quyết định", "xem xét", "rà soát", "tổng hợp", "phê duyệt", "thẩm định", "giới thiệu"))
"""What those do who review: "Huyện ủy quyết định số chi bộ được xếp loại xuất sắc"."""


def passes_on(structure: Structure, clause: Clause, unit: Unit, led: Sequence[str]) -> bool:
    """Whether "Yêu cầu …" orders a body's own asking: under that body's heading ("1. Sở Y tế | - Yêu cầu các
    bệnh viện …"), or of people outside ("Yêu cầu người nộp thuế cung cấp …") whom the lead-in does not
    address itself. ``led``: those whom it does."""
    found = unit.found
    words = unit.tokens.words
    if found.asker != "yêu cầu" or found.subject is None or words[:2] != ["yêu", "cầu"]:
        return False
    if any(unit.tokens.capital[slice(*found.subject)]):
        return False
    if any(
        above.kind == "heading" and heading_bearers.heading_bearer(structure, above)
        for above in structure.ancestors(clause)
    ):
        return True
    table = classes("bearers.tsv")
    first = found.subject[0] + table["det"].match(words, found.subject[0])
    size = max(table[outside].match(words, first) for outside in ("public", "business"))
    person = " ".join(words[first : first + size])
    return size > 0 and not any(person in view.lower(body) for body in led)


def anybody(unit: Unit) -> bool:
    """Whether those assigned are staff of whoever acts ("phân công cán bộ trực"), nobody in particular."""
    subject = unit.found.subject
    words = unit.tokens.words[slice(*subject)] if subject else []
    return classes("bearers.tsv")["staff"].match(words, 0) > 0 and len(words) <= 4


def repeals_on(structure: Structure, before: Unit, unit: Unit) -> bool:
    """ "Quy định này có hiệu lực từ ngày ký; bãi bỏ Công văn số …": the act goes on about itself."""
    effect = before.found.subject is None and cues.EFFECT.search(structure.low, *before.span)
    return bool(effect and cues.REPEALS.match(structure.low, unit.span[0]))


def carries_on(
    structure: Structure, unit: Unit, *, asking: bool, bound: bool, asked: bool, due: bool
) -> float:
    """How sure it is that an order without a subject goes on with what was asked before it: the next part of
    a sentence that binds, the next sentence after "Yêu cầu …", "nếu có vướng mắc, kịp thời báo cáo …"."""
    found = unit.found
    low = structure.low[slice(*unit.span)]
    if cues.WHEN_IN_NEED.match(low):
        return _CARRIED if asking else 0.0
    if found.verb is None or found.past or len(low.split()) < 3 or modes.LABELLED.match(low):
        return 0.0
    if cues.NARRATES.match(low) or cues.BYGONE.match(low) or cues.NOTES.match(low) or takes_effect(low):
        return 0.0
    if (
        cues.TOLD.match(low)
        or cues.GRADE.match(low)
        or cues.QUESTION.search(low)
        or cues.COURTEOUS.match(low)
    ):
        return 0.0
    return _CARRIED if bound or (asked and (due or not found.opened)) else 0.0
