"""Why a unit binds nobody, or binds whatever it stands under: questions that are asked one after the other.

Each takes the unit with what it stands under; it says how sure it is that it binds, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractors import constitution, cues, heading_bearers, modes, passives, phrases, section_titles
from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.markers import BULLETS
from extractors.said import Said, serves, takes_effect
from extractors.structure import Clause, Structure
from extractors.units import Unit

_SOME_ARE = re.compile(
    r"(?:và\s+|tuy\s+nhiên,?\s+)?một\s+số\s+(?:[^\s,;:]+\s+){1,4}(?:có\s+(?:tỷ\s+lệ|kết\s+quả|số)|chưa\s|hiệu\s+quả\s|còn\s)"
    r"(?!.{0,400}\b(?:phải|(?<!mắc\s)(?<!đề\s)(?<!dung\s)cần(?!\s+thơ)|yêu\s+cầu|đề\s+nghị|khẩn\s+trương|kịp\s+thời)\b)",
    re.DOTALL,
)
"""What some are like: "Một số huyện có tỷ lệ hoàn thành thấp như: …"."""
_NO_ORDERS = (
    cues.WHERE,
    cues.PROVISION,
    cues.UNCHANGED,
    cues.TOLD,
    cues.GRADE,
    cues.ROLE,
    cues.REPORTS_RULE,
    _SOME_ARE,
    cues.ATTACHED,
    cues.PRESENT,
    cues.CLOSES,
    cues.WEB,
    cues.PROCEDURE,
)
"""How units begin that order nothing, whoever stands in them."""


def _orders_nothing(said: Said) -> float | None:
    """Labels, provisions, courtesies, questions, what is attached or served."""
    low, found = said.low, said.found
    orders = (
        not any(pattern.match(low) for pattern in _NO_ORDERS)
        and (not modes.LABELLED.match(low) or _acts_behind_label(said.unit, low))
        and not (cues.QUESTION.search(low) and not found.must)
        and not serves(said.structure, said.unit, said.due)
        and not _is_bracketed(said)
        and not (cues.COURTEOUS.match(low) and not said.due)
        and not said.structure.plain.startswith("?", said.unit.span[1])
        and not (cues.POINTS_AT.match(low) and not _asks_behind(said))
        and not (cues.TO_KNOW.match(low) and not _informs(said))
        and not (cues.PASSED_ON.match(low) and _is_last_line(said))
        and not _names_leaders(said)
        and not (low.startswith("về ") and not found.asks and (_before_colon(said) or _is_topic(said)))
    )
    return None if orders else 0.0


_LEADERS = re.compile(
    r"lãnh\s+đạo(?:,\s+chuyên\s+viên)?\s+(?:các\s+)?(?!phòng,?\s+chống)(?:phòng|ban|văn\s+phòng|sở|cục|vụ)(?!\w)"
)


def _names_leaders(said: Said) -> bool:
    """Who comes, in a list: "Lãnh đạo Phòng Nội vụ", no word behind the name says what they do."""
    tokens = said.unit.tokens
    return bool(_LEADERS.match(said.low)) and not any(
        verbs().match(tokens.words, at) and not tokens.capital[at] for at in range(2, len(tokens))
    )


def _is_bracketed(said: Said) -> bool:
    """A remark in brackets that neither orders nor names who does something by when."""
    low, found = said.low, said.found
    alone = low.startswith("(") and low.endswith(")") and low.count("(") == 1
    return alone and not (found.must or found.asks or (found.subject and said.due))


def _is_last_line(said: Said) -> bool:
    """A paragraph without a number or a day behind which none follows, as a letter's last line is."""
    clause, clauses = said.clause, said.structure.clauses
    plain = clause.label is None and clause.marker is None and not said.due
    return plain and not any(other.region == clause.region for other in clauses[clause.index + 1 :])


def _asks_behind(said: Said) -> bool:
    return bool(said.found.subject and (said.found.asks or _behind_comma(said.unit)))


def _is_topic(said: Said) -> bool:
    """ "Thứ nhất, | về nội dung kiểm điểm." """
    found = said.found
    return not (found.subject or found.must or said.due or {",", ":"} & set(said.words))


def _before_colon(said: Said) -> bool:
    return said.structure.plain.startswith(":", said.unit.span[1])


def _informs(said: Said) -> bool:
    return bool(said.clause.label and said.found.subject and cues.INFORMS.search(said.low))


def _acts_behind_label(unit: Unit, low: str) -> bool:
    """Whether somebody is asked, or is to pay, behind a label: "Về kinh phí: giao Sở Tài chính tham mưu",
    "Kinh phí thực hiện: Sở Tài chính bố trí …"."""
    found = unit.found
    if found.asks and found.assigned and found.asker not in cues.INVITES:
        return True
    behind = found.verb is not None and unit.tokens.words[found.verb - 1] == ":"
    if behind and unit.tokens.words[found.verb : (found.verb or 0) + 2] == ["căn", "cứ"]:
        return True  # "Kinh phí in ấn: | căn cứ số bản để xây dựng dự toán"
    if behind and (found.must or found.modality == "prohibition"):
        return True  # "Về đối tượng: | Không kiểm điểm …"
    if found.subject is None or unit.tokens.words[found.verb or 0] in ("đã", "chưa", "không"):
        return False
    topic = low.startswith("về ") and unit.tokens.words[found.subject[0] - 1 : found.subject[0]] == [":"]
    if topic and unit.tokens.capital[found.subject[0]]:
        return True  # "Thứ hai, về vốn đầu tư: | Sở Tài chính cân đối …"
    timed = re.match(r"(?:về\s+)?(?:thời\s+(?:gian|hạn)|tiến\s+độ)(?:\s[^:]{2,40})?:", low) is not None
    return timed or re.match(r"(?:về\s+)?(?:nguồn\s+)?kinh\s+phí[\s:]", low) is not None


def _behind_comma(unit: Unit) -> bool:
    """Whether who must act stands behind a comma: "Đây là việc gấp, | các xã phải …"."""
    subject = unit.found.subject
    return unit.found.must and subject is not None and unit.tokens.words[subject[0] - 1] == ","


def _tells(structure: Structure, unit: Unit, low: str, due: bool) -> bool:
    """Whether a unit finds, defines or lists, though a verb of duty stands in it."""
    if (
        cues.FOUND_FAULT.match(low)
        or cues.TELLS_STATE.match(low)
        or cues.FINDS.search(low)
        or cues.FATED.search(low)
        or cues.PAST_TIMES.match(low)
    ):
        return True
    paid = due and verbs().match(unit.tokens.words, 0) > 0  # "Nộp lệ phí: 60.000 đồng, hạn cuối ngày 08/10"
    if cues.DEFINES.match(low) or (cues.AMOUNT.match(low) and not unit.found.must and not paid):
        return True
    free = unit.found.subject is None and unit.found.verb is None and not verbs().match(unit.tokens.words, 0)
    if free and cues.FORECASTS.match(low):
        return True
    if not unit.found.must and cues.APPOINTED.match(low):
        return True
    member = cues.MEMBER.match(structure.plain, unit.span[0], unit.span[1])
    if member is None or unit.found.must:
        return False
    rest = phrases.read(structure.plain, structure.low, (member.end(), unit.span[1]))
    office = named(rest, 0) if len(rest) else None
    return office is not None and office.predicate is None


def _finds(said: Said) -> float | None:
    if not said.found.asks and _tells(said.structure, said.unit, said.low, said.due):
        return 0.0
    return 0.0 if section_titles.claims(said.structure, said.clause) else None


def _is_granted(said: Said) -> float | None:
    """ "Được …" among somebody's rights; a standard that things meet binds nobody."""
    found = said.found
    granted = said.words[:1] == ["được"]
    if found.subject or found.asks or said.due or (found.must and not granted):
        return None
    if granted and section_titles.rights(said.structure, said.clause):
        return 0.7
    return 0.0 if section_titles.standards(said.structure, said.clause) else None


_WHO_THEY_ARE = frozenset(
    ("có", "thuộc", "làm", "đang", "được", "là", "hoạt", "công", "sinh", "tham", "đạt", "bị")
)
"""First words of what those are or do whom an act is for."""


def _is_meant(said: Said) -> float | None:
    """Those whom an act is for, in the list under "Đối tượng áp dụng"."""
    found = said.found
    listed = _listed_as_meant(said) or _is_exempt(said)
    if listed and not said.found.asks and _is_exempt(said):
        return 0.0
    if (found.must and not listed) or found.asks or said.due or found.modality == "prohibition":
        return None
    meant = listed or found.verb is None or said.words[found.verb] in _WHO_THEY_ARE
    return 0.0 if meant and section_titles.scope(said.structure, said.clause) else None


_MUST = re.compile(r"(?<!\w)(?:phải|cần|thì|chịu\s+trách\s+nhiệm|có\s+trách\s+nhiệm|không\s+được)(?!\w)")


def _is_exempt(said: Said) -> bool:
    """Whether an item names more of those whom the title above exempts: "- Hội viên đang học xa nhà"."""
    marker = said.clause.marker
    who = section_titles.exempt(said.structure, said.clause) if marker and marker.style in BULLETS else None
    plain = not said.due and said.found.modality == "obligation"
    names = who is not None and said.low.startswith(who) and plain
    return names and not re.search(r"\s(?:thì|có\s+trách)\s", said.low)


def _listed_as_meant(said: Said) -> bool:
    """Whether a unit stands in the list behind "Về tập thể:", the first sentence of its clause."""
    first = said.structure.low[said.clause.span[0] : said.unit.span[1]]
    led = cues.MEANT.match(first.lstrip())
    verb = said.words[said.found.verb] if said.found.verb is not None else None
    does = verb is not None and (said.found.subject is None or verb not in {*_WHO_THEY_ARE, "được"})
    return led is not None and ". " not in first and not does and _MUST.search(said.low) is None


def _is_drafted(said: Said) -> float | None:
    """What is drafted, was agreed or is a purpose, where nobody is named and nothing must be."""
    found, low = said.found, said.low
    helps = cues.HELPS.match(low) is not None and not (found.must or found.asks or said.due)
    if helps and modes.purposes(said.structure, said.clause):
        return 0.0
    if found.subject or found.must or found.asks or said.due:
        return None
    agreed = cues.AGREED.match(low) and said.mode != "binds"
    purpose = cues.PURPOSE.match(low) and modes.purposes(said.structure, said.clause)
    return 0.0 if cues.DRAFT.match(low) or agreed or purpose else None


def _narrates(said: Said) -> float | None:
    found = said.found
    if said.mode == "binds" or not cues.NARRATES.match(said.low):
        return None
    return None if found.subject or found.asks or (found.must and said.clause.label) else 0.0


def _of_time(said: Said) -> float | None:
    """What sets the time of something, tells of it, or of what had been."""
    found, low = said.found, said.low
    if cues.SETS_TIME.match(low) and said.mode != "describes":
        return 0.6
    if cues.TELLS_TIME.match(low) and not (found.subject or found.must or found.asks):
        return 0.0
    behind = found.subject is not None and said.words[found.subject[0] - 1] == "," and found.subject[0] > 0
    told = not found.must or (_HAS_BEEN.search(low) is not None and not behind)
    if cues.BYGONE.match(low) and told and not found.asks and found.modality != "prohibition":
        return 0.0
    if cues.SPREAD.search(low):
        return 0.6
    if found.subject or cues.BRINGS_ABOUT.match(low) or (_orders(said) and not cues.REPEALS.match(low)):
        return None
    return 0.0 if takes_effect(low) else None


def _orders(said: Said) -> bool:
    """Whether a unit begins with what is to be done: "Phổ biến quy chế mới thay quy chế hết hiệu lực"."""
    found = said.found
    act = classes("wording.tsv")["act"].match(said.words, 0)
    return found.verb == 0 and not found.past and not act and said.mode == "binds"


_HAS_BEEN = re.compile(r"\sđã\s[^,;]{2,80}?\sphải\s|^[^;:]{2,120}?\sđã\s+được\s")
_AN_ACT = re.compile(
    r"(?:các\s+)?(?:(?:phụ\s+lục|danh\s+mục|biểu\s+mẫu)\s[^:;.]{0,600}?\sban\s+hành\s+(?:kèm\s+)?theo\s+)?"
    r"[^\W\d]{2,6}\s+[^\W\d]{2,6}\s+(?:liên\s+tịch\s+)?số\s*:?\s*\d"
)
_REPEALED_BELOW = re.compile(
    r"(?<!\w)(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế|hết\s+hiệu\s+lực)(?:\s[^:.;]{1,60})?\s(?:sau|dưới)(?:\s+đây)?\s?:?\s*$"
)


def _is_repealed(structure: Structure, clause: Clause) -> bool:
    """Whether a clause is one of the acts that the clause above it repeals ("Bãi bỏ các quyết định sau:"):
    what its title says was its own."""
    if clause.parent is None or not _AN_ACT.match(structure.low, *clause.span):
        return False
    lead = heading_bearers.lead_in(structure, structure.clauses[clause.parent])
    return _REPEALED_BELOW.search(structure.low[slice(*lead)]) is not None


def _lists_acts(said: Said) -> float | None:
    """An item of a list of acts, or of those that are repealed."""
    found = said.found
    listed = said.clause.marker is not None and said.clause.marker.style in BULLETS
    if listed and said.words[:1] == [phrases.CITATION] and not (found.asks or found.must):
        return 0.0
    if not (found.asks or found.must) and _is_repealed(said.structure, said.clause):
        return 0.0
    return 0.0 if not found.subject and cues.REPEALS_ACTS.match(said.low) else None


def _too_short(said: Said) -> float | None:
    words = len(said.low.split())
    return 0.0 if words < 3 or (said.found.verb is None and words < 5) else None


def _notes(said: Said) -> float | None:
    """What is noted, or come to terms with, and greetings."""
    found, low = said.found, said.low
    noted = cues.NOTES.match(low, said.predicate_at) is not None
    if found.must and found.modality == "permission" and low.startswith("đồng ý"):
        return None  # what is agreed to may be done
    ordered_so = said.mode == "binds" or said.due or " trước khi " in low
    if ordered_so and found.subject and cues.COMES_TO_TERMS.match(low, said.predicate_at):
        noted = False
    if noted and not (found.subject and (found.must or found.asks)):
        return 0.0
    return 0.0 if cues.SALUTES.search(low) else None


def _empowers(unit: Unit) -> bool:
    """Whether who is empowered is named with what that body may do: "Ủy quyền cho Giám đốc Sở … cấp phép"."""
    found = unit.found
    return found.assigned and found.subject is not None and (found.verb or 0) >= found.subject[1]


def _enacts(said: Said) -> float | None:
    """What the act itself does by being issued: it empowers somebody, it brings something about."""
    found, low = said.found, said.low
    if said.mode == "enacts" and re.match(r"ủy\s+quyền", low) and not _empowers(said.unit):
        return 0.0
    article = said.clause.marker is not None and said.clause.marker.style == "article"
    enacted = (said.mode == "enacts" or article) and not found.subject and not found.asks
    return 0.0 if enacted and cues.PERFORMS.match(low) else None


def _is_past(said: Said) -> float | None:
    """What is to be ("sẽ"), and what was or is done by somebody ("được …", "đã …")."""
    found, words = said.found, said.words
    if found.subject and found.verb is not None and words[found.verb] == "sẽ":
        return 0.6 if said.mode != "describes" else 0.0
    if not found.past or found.must:
        return None
    if cues.REACHES.search(said.low) and not found.subject:
        return 0.0
    if said.timed and found.verb is None and said.clause.label and " đang được " not in said.low:
        return 0.65  # "Kết quả được trả trong 03 ngày …"
    if said.clause.label and said.mode in ("binds", "open") and cues.IS_DONE.match(said.low):
        return 0.5
    if said.mode == "binds" and said.asking and "\t" not in said.low and passives.done_to(said.unit.tokens):
        return 0.6  # "Sổ kho được sắp xếp theo số thẻ"
    defines = found.verb is not None and words[found.verb] == "là"
    return 0.6 if said.mode == "binds" and found.subject and found.verb is not None and not defines else 0.0


def _asks(said: Said) -> float | None:
    if not said.found.asks:
        return None
    return 0.0 if said.found.asker in cues.INVITES else 0.92


_MATTER = re.compile(
    r"(?:đối\s+với|về)\s+(?:công\s+tác|lĩnh\s+vực|nội\s+dung|việc)\s[^:;]{3,300}$", re.DOTALL
)
_SAYS = re.compile(r"(?<!\w)(?:phải|cần|thì|không|được|yêu\s+cầu|đề\s+nghị|giao)(?!\w)|,\s+[^\W\d]+")


def _is_title(said: Said) -> float | None:
    """ "Đối với công tác quản lý kho vật tư trong mùa lũ", over clauses of its own."""
    over = bool(said.clause.children) and _MATTER.match(said.low) is not None
    alone = said.found.subject is None and not said.due and not _SAYS.search(said.low)
    return 0.0 if over and alone else None


def _is_forbidden(said: Said) -> float | None:
    """An item under "Các hành vi bị nghiêm cấm", whatever its words."""
    item = said.clause.marker is not None and not said.clause.opens and said.clause.kind != "heading"
    return 0.85 if item and section_titles.forbidden(said.structure, said.clause) else None


QUESTIONS: tuple[Callable[[Said], float | None], ...] = (
    _is_forbidden,
    _is_title,
    _orders_nothing,
    _finds,
    constitution.tells,
    _is_granted,
    _is_meant,
    _is_drafted,
    _narrates,
    _of_time,
    _lists_acts,
    _too_short,
    _notes,
    _enacts,
    _is_past,
    _asks,
)
