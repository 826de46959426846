"""How sure it is that a unit binds someone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import cues, modes, phrases, starts, view
from extractors.bearer_heads import head
from extractors.bearers import named
from extractors.lexicon import classes
from extractors.markers import BULLETS
from extractors.structure import Clause, Structure
from extractors.units import Unit

_CARRIED = 0.65


def serves(structure: Structure, unit: Unit, due: bool) -> bool:
    """A body that hands its readers something "để tham khảo": nobody is asked, it bears nothing on."""
    found = unit.found
    if found.subject is None or found.verb is None or found.must or found.asks or due:
        return False
    start = unit.tokens.spans[found.verb][0]
    return bool(cues.OWN_SERVICE.match(structure.low, start, unit.span[1]))


def tells(structure: Structure, unit: Unit, mode: modes.Mode | None, due: bool) -> bool:
    """Whether a unit tells what its subject did or hands out: nobody who is to act goes on from it."""
    if serves(structure, unit, due):
        return True
    found = unit.found
    if found.must or found.asks or mode == "binds":
        return False
    return found.past or bool(cues.BYGONE.match(structure.low, *unit.span))


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
    if found.subject is None or found.asks or "nào" in unit.tokens.words[slice(*found.subject)]:
        return False
    first = found.subject[0]
    if unit.tokens.words[max(0, first - 2) : first] == ["đối", "với"]:
        return False  # whom the sentence is for acts: `for_whom` has left out those that are judged
    if found.verb is not None and " ".join(unit.tokens.words[found.verb : found.verb + 2]) in _REVIEWS:
        return False
    start = unit.tokens.spans[found.subject[1] - 1][0]
    return bool(cues.JUDGED.match(structure.low, start, unit.span[1]))


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
        above.kind == "heading" and modes.heading_bearer(structure, above)
        for above in structure.ancestors(clause)
    ):
        return True
    table = classes("bearers.tsv")
    first = found.subject[0] + table["det"].match(words, found.subject[0])
    size = max(table[outside].match(words, first) for outside in ("public", "business"))
    person = " ".join(words[first : first + size])
    return size > 0 and not any(person in view.lower(body) for body in led)


_SOME_ARE = re.compile(
    r"(?:và\s+|tuy\s+nhiên,?\s+)?một\s+số\s+(?:[^\s,;:]+\s+){1,4}(?:có\s+(?:tỷ\s+lệ|kết\s+quả|số)|chưa\s|hiệu\s+quả\s|còn\s)"
    r"(?!.{0,400}\b(?:phải|cần|yêu\s+cầu|đề\s+nghị|khẩn\s+trương|kịp\s+thời)\b)",
    re.DOTALL,
)
"""What some are like: "Một số huyện có tỷ lệ hoàn thành thấp như: …"."""


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
    if cues.NARRATES.match(low) or cues.BYGONE.match(low) or cues.NOTES.match(low) or _takes_effect(low):
        return 0.0
    if cues.TOLD.match(low) or cues.GRADE.match(low) or cues.QUESTION.search(low):
        return 0.0
    return _CARRIED if bound or (asked and (due or not found.opened)) else 0.0


_CALLS_IN = frozenset(("triệu tập", "mời đại", "mời các", "chủ trì"))
"""What a body does about a meeting under the title of who takes part."""
_IS_DONE = re.compile(
    r"(?!.{0,200}\b(?:đã|đang|vừa|chưa)\s)[^,;:]{2,160}?\s(?:được|do\s[^,;:]{4,60})\s"
    r"(?:thực\s+hiện|tổ\s+chức|tiến\s+hành|triển\s+khai|gửi|lập|thông\s+báo|công\s+bố|công\s+khai|niêm\s+yết|tính|"
    r"giao|cấp|quyết\s+định|quy\s+định|bố\s+trí|lưu|sử\s+dụng|phê\s+duyệt)\s",
    re.DOTALL,
)
"""How something is to be done, in a numbered clause: "Hội nghị được tổ chức tại thôn"."""


def _tells(structure: Structure, unit: Unit, low: str) -> bool:
    """Whether a unit finds, defines or lists, though a verb of duty stands in it."""
    if (
        cues.FOUND_FAULT.match(low)
        or cues.FINDS.search(low)
        or cues.FATED.search(low)
        or cues.PAST_TIMES.match(low)
    ):
        return True
    if cues.DEFINES.match(low) or (cues.AMOUNT.match(low) and not unit.found.must):
        return True
    if not unit.found.must and cues.APPOINTED.match(low):
        return True
    member = cues.MEMBER.match(structure.plain, unit.span[0], unit.span[1])
    if member is None or unit.found.must:
        return False
    rest = phrases.read(structure.plain, structure.low, (member.end(), unit.span[1]))
    office = named(rest, 0) if len(rest) else None
    return office is not None and office.predicate is None


_AN_ACT = re.compile(r"(?:các\s+)?[^\W\d]{2,6}\s+[^\W\d]{2,6}\s+(?:liên\s+tịch\s+)?số\s*:?\s*\d")
_REPEALED_BELOW = re.compile(
    r"(?<!\w)(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế|hết\s+hiệu\s+lực)(?:\s[^:.;]{1,60})?\s(?:sau|dưới)(?:\s+đây)?\s?:?\s*$"
)


def _is_repealed(structure: Structure, clause: Clause) -> bool:
    """Whether a clause is one of the acts that the clause above it repeals ("Bãi bỏ các quyết định sau:"):
    what its title says was its own."""
    if clause.parent is None or not _AN_ACT.match(structure.low, *clause.span):
        return False
    lead = modes.lead_in(structure, structure.clauses[clause.parent])
    return _REPEALED_BELOW.search(structure.low[slice(*lead)]) is not None


def _acts_behind_label(unit: Unit, low: str) -> bool:
    """Whether somebody is asked, or is to pay, behind a label: "Về kinh phí: giao Sở Tài chính tham mưu",
    "Kinh phí thực hiện: Sở Tài chính bố trí …"."""
    found = unit.found
    if found.asks and found.assigned and found.asker not in cues.INVITES:
        return True
    if found.subject is None or unit.tokens.words[found.verb or 0] in ("đã", "chưa", "không"):
        return False
    timed = re.match(r"(?:về\s+)?(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s[^:]{2,40})?:", low) is not None
    return timed or re.match(r"(?:về\s+)?(?:nguồn\s+)?kinh\s+phí[\s:]", low) is not None


_BY_LAW = re.compile(
    r"(?:^|[:,]\s+|\s)thực\s+hiện\s+(?:theo|đúng)\s+(?:quy\s+định|hướng\s+dẫn|nội\s+dung)\s+(?:tại|của|về)\s"
)
""" "Thời hạn nộp tờ khai … | thực hiện theo quy định tại khoản 3 Điều 5 Luật Phí"."""


def _empowers(unit: Unit) -> bool:
    """Whether who is empowered is named with what that body may do: "Ủy quyền cho Giám đốc Sở … cấp phép"."""
    found = unit.found
    return found.assigned and found.subject is not None and (found.verb or 0) >= found.subject[1]


def _takes_effect(low: str) -> bool:
    """Whether a folded part says that an act takes effect; "… trong 20 ngày kể từ ngày | Kế hoạch này được
    ban hành" only counts from it."""
    effect = cues.EFFECT.search(low)
    return effect is not None and re.search(r"từ\s+(?:ngày|khi)\s+$", low[: effect.start()]) is None


def _behind_comma(unit: Unit) -> bool:
    """Whether who must act stands behind a comma: "Đây là việc gấp, | các xã phải …"."""
    subject = unit.found.subject
    return unit.found.must and subject is not None and unit.tokens.words[subject[0] - 1] == ","


def _predicate_at(unit: Unit) -> int:
    """Where the predicate starts behind a subject, counted from the unit's start; 0 without a subject."""
    found = unit.found
    if found.subject is None or found.verb is None:
        return 0
    return unit.tokens.spans[found.verb][0] - unit.span[0]


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
    """How sure it is that a unit binds someone; 0 where it does not."""
    found = unit.found
    said = starts.says_so(unit.tokens.words, 0)
    low = structure.low[unit.tokens.spans[said][0] if said else unit.span[0] : unit.span[1]]
    if (
        (modes.LABELLED.match(low) and not _acts_behind_label(unit, low))
        or cues.WHERE.match(low)
        or cues.PROVISION.match(low)
        or cues.UNCHANGED.match(low)
        or cues.TOLD.match(low)
        or cues.GRADE.match(low)
        or cues.COURTEOUS.match(low)
        or cues.QUESTION.search(low)
        or cues.REPORTS_RULE.match(low)
        or serves(structure, unit, due)
        or (
            low.startswith("(")
            and low.endswith(")")
            and low.count("(") == 1
            and not (found.must or found.asks or (found.subject and due))
        )
        or _SOME_ARE.match(low)
        or structure.plain.startswith("?", unit.span[1])
        or (cues.POINTS_AT.match(low) and not (found.subject and (found.asks or _behind_comma(unit))))
        or (cues.TO_KNOW.match(low) and not (clause.label and found.subject and cues.INFORMS.search(low)))
        or (low.startswith("về ") and structure.plain.startswith(":", unit.span[1]) and not found.asks)
        or cues.ATTACHED.match(low)
        or cues.PRESENT.match(low)
        or cues.CLOSES.match(low)
        or cues.WEB.match(low)
        or cues.PROCEDURE.match(low)
    ):
        return 0.0
    if (not found.asks and _tells(structure, unit, low)) or modes.claims(structure, clause):
        return 0.0
    granted = unit.tokens.words[:1] == ["được"]
    if not (found.subject or found.asks or due) and (granted or not found.must):
        if granted and modes.rights(structure, clause):
            return 0.7
        if modes.standards(structure, clause):
            return 0.0
    if not (found.subject or found.must or found.asks or due):
        if cues.DRAFT.match(low):
            return 0.0
        if cues.AGREED.match(low) and mode != "binds":
            return 0.0
        if cues.PURPOSE.match(low) and modes.purposes(structure, clause):
            return 0.0
    if (
        cues.NARRATES.match(low)
        and not (found.subject or found.asks or (found.must and clause.label))
        and mode != "binds"
    ):
        return 0.0
    if cues.SETS_TIME.match(low) and mode != "describes":
        return 0.6
    if cues.TELLS_TIME.match(low) and not (found.subject or found.must or found.asks):
        return 0.0
    if cues.BYGONE.match(low) and not found.must and not found.asks:
        return 0.0
    if cues.SPREAD.search(low):
        return 0.6
    if _takes_effect(low) and not found.subject and not cues.BRINGS_ABOUT.match(low):
        return 0.0
    timed = due and not re.match(r"(?:\S+\s+){0,7}đã\s", low)
    listed = clause.marker is not None and clause.marker.style in BULLETS
    if listed and unit.tokens.words[:1] == [phrases.CITATION] and not (found.asks or found.must):
        return 0.0  # an item of a list of acts
    if not (found.asks or found.must) and _is_repealed(structure, clause):
        return 0.0
    if not found.subject and cues.REPEALS_ACTS.match(low):
        return 0.0
    words = len(low.split())
    if words < 3 or (found.verb is None and words < 5):
        return 0.0
    noted = cues.NOTES.match(low, _predicate_at(unit)) is not None
    ordered_so = mode == "binds" or due or " trước khi " in low
    if ordered_so and found.subject and cues.COMES_TO_TERMS.match(low, _predicate_at(unit)):
        noted = False
    if (noted and not (found.subject and (found.must or found.asks))) or cues.SALUTES.search(low):
        return 0.0
    if mode == "enacts" and re.match(r"ủy\s+quyền", low) and not _empowers(unit):
        return 0.0
    article = clause.marker is not None and clause.marker.style == "article"
    if (mode == "enacts" or article) and not found.subject and not found.asks and cues.PERFORMS.match(low):
        return 0.0
    if found.subject and found.verb is not None and unit.tokens.words[found.verb] == "sẽ":
        return 0.6 if mode != "describes" else 0.0
    if found.past and not found.must and timed and found.verb is None and clause.label:
        return 0.65  # "Kết quả được trả trong 03 ngày …"
    if found.past and not found.must and clause.label and mode in ("binds", "open") and _IS_DONE.match(low):
        return 0.5
    if found.past and not found.must:
        defines = found.verb is not None and unit.tokens.words[found.verb] == "là"
        return 0.6 if mode == "binds" and found.subject and found.verb is not None and not defines else 0.0
    if found.asks and found.asker in cues.INVITES:
        return 0.0
    if found.asks:
        return 0.92
    if mode == "describes":
        if found.subject == (0, found.verb) and " ".join(unit.tokens.words[found.verb :][:2]) in _CALLS_IN:
            return 0.6  # "Thành phần: Ban Thường trực triệu tập và chủ trì hội nghị"
        ahead = low.startswith("đến ") and found.verb is not None and not cues.HAS_COME.search(low)
        return 0.6 if found.must or (timed and (ahead or not cues.SUMS_UP.match(low))) else 0.0
    if mode == "binds":
        if found.subject or found.must:
            return 0.95
        if found.verb is None and head(unit.tokens, 0) and not timed:
            return 0.0  # a list of bodies
        return 0.92 if found.verb is not None else 0.65
    if found.must:
        return 0.85 if found.subject or clause.label else 0.7
    if timed and (clause.label or asking):
        return 0.85
    if found.subject:
        if clause.label is not None or asking:
            return 0.75
        capped = cues.CAPPED.search(low) and found.modality == "prohibition"
        if cues.BASED_ON_THIS.match(low):
            return 0.8
        return 0.7 if capped or (timed and cues.BY_THEN.search(low)) else 0.0
    numbered = clause.marker is not None or clause.label is not None
    if numbered and clause.label and not found.past and _BY_LAW.search(low):
        return 0.6
    ordered = borne or mode == "open" or not (clause.marker and clause.marker.style == "article")
    # "Trường hợp … thì | thực hiện": whoever meets the case
    then = found.verb is not None and "thì" in unit.tokens.words[max(0, found.verb - 1) : found.verb]
    if found.verb is not None and numbered and (borne or then or not found.opened) and ordered:
        return 0.5 if found.opened else 0.55
    return 0.65 if numbered and modes.rights(structure, clause) else 0.0  # "Quyền của thí sinh": each item
