"""Reads the main clause that begins at a token: who acts, what binds them, how."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.bearers import Named, named
from extractors.lexicon import classes, verbs
from extractors.modality import later_modal, modality_of
from extractors.model import Modality
from extractors.phrases import CITATION, Tokens

_ASSIGN_STRONG = {
    "yêu cầu",
    "đề nghị",
    "giao",
    "giao cho",
    "giao nhiệm vụ cho",
    "giao trách nhiệm cho",
    "phân công",
    "ủy quyền",
    "ủy quyền cho",
    "mời",
    "trân trọng kính mời",
    "trân trọng đề nghị",
    "kính đề nghị",
    "kính mong",
    "rất mong",
    "kính mời",
    "kêu gọi",
    "kiến nghị",
}
_FORBIDS = (["nghiêm", "cấm"], ["cấm"], ["không", "cho", "phép"], ["cho", "phép"], ["khuyến", "khích"])
_FACTS = (
    ["không", "nhận", "được"],
    ["không", "nhận", "thấy"],
    ["không", "phát", "hiện"],
    ["không", "phát", "sinh"],
)
_STATES = (["không", "thuộc"], ["không", "có"], ["không", "bao"], ["không", "áp"])
_ROLES = (
    "là đầu mối",
    "là cơ quan thường",
    "là cơ quan đầu",
    "là cơ quan chủ",
    "là đơn vị đầu",
    "là đơn vị chủ",
    "là người chịu trách",
    "là người trực tiếp chịu",
)
"""A role given is a duty: "Sở Nội vụ là cơ quan đầu mối theo dõi …"."""
_POINTED = (["thị"], ["tiêu"], ["số"], ["định"], ["huy"], ["đạo"], ["dẫn"])
"""What "chỉ" makes a word of its own with: "Chỉ thị …", not "chỉ được …"."""
_CONDITIONS = {",", "khi", "nếu", "vào", "tại", "trong", "sau", "trước", "mà"}
"""Words between a subject and "thì" that begin a condition; without them the clause says which are meant."""
_PERIODS = {"năm", "quý", "tháng", "kỳ"}
"""What "trong" may stand before without a condition: "công tác trong năm chưa đủ 06 tháng"."""
_NOTICES = {
    "thông báo để",
    "xin thông báo để",
    "thông báo đến",
    "thông báo tới",
    "thông báo cho",
    "trân trọng thông báo để",
}


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a part of a sentence says.

    ``subject``: tokens of the bearer; ``second``: of one set off by "trước hết là"; ``verb``: token where
    the predicate begins (None: a noun phrase); ``assigned``: the bearer is the object of "giao", "yêu cầu" …;
    ``asks``: such a verb governs, with or without its object; ``must``: a modal verb binds;
    ``past``: it tells of what is or was.
    """

    subject: tuple[int, int] | None = None
    second: tuple[int, int] | None = None
    verb: int | None = None
    assigned: bool = False
    asks: bool = False
    must: bool = False
    past: bool = False
    opened: bool = False
    """An adverbial stands before it."""
    modality: Modality = "obligation"
    told: bool = False
    """A body asks ("Đảng ủy yêu cầu …"), not the sentence alone ("Yêu cầu …")."""
    beside: tuple[int, int] | None = None
    """Who acts in a further clause of the same sentence: "Đảng viên tự nhận loại, | chi bộ | bỏ phiếu"."""
    asker: str | None = None
    """The verb that asks ("giao", "đề nghị", "phân công")."""


def clause(tokens: Tokens, at: int, opened: bool) -> Predicate | None:
    words = tokens.words
    wording = classes("wording.tsv")
    adverbs = at
    while step := wording["adverb"].match(words, adverbs):
        if words[adverbs] == "chỉ" and words[adverbs + 1 : adverbs + 2] in _POINTED:
            break
        adverbs += step
    for place in dict.fromkeys((at, adverbs)):
        size = wording["assign"].match(words, place)
        if words[place : place + size] == ["thông", "báo"]:
            told = named(tokens, place + size)
            if told and _to_know(words, told.end):
                return _assigned(tokens, place, size, None, opened)
        body = classes("bearers.tsv")["head"].match(words, place + size) > 1  # "giao | ban thường vụ"
        if verbs().match(words, place) > size and not (tokens.capital[place + size] or body):
            continue  # "giao lưu", "giao ban"
        named_so = words[place + size : place + size + 1] == ["của"]  # "các chỉ tiêu, yêu cầu của Quốc hội"
        named_so = named_so or (
            words[place : place + size] == ["kiến", "nghị"] and not named(tokens, place + size)
        )
        if _petitions(words, place, size):
            continue
        if size and not named_so and " ".join(words[place : place + size]) in _ASSIGN_STRONG:
            return _assigned(tokens, place, size, None, opened)
    subject = named(tokens, at)
    if subject and subject.predicate is not None:
        return _with_subject(tokens, subject, opened)
    if subject:
        return None
    if wording["opener"].match(words, at) and not verbs().match(words, at):
        return None
    if words[at : at + 2] == ["đồng", "ý"] or words[at : at + 4] == ["thống", "nhất", "chủ", "trương"]:
        return _agreed(tokens, at, opened)
    if _gives_role(words, at):
        return _predicate(tokens, at, opened)
    for phrase in _FORBIDS:
        target = named(tokens, at + len(phrase)) if words[at : at + len(phrase)] == phrase else None
        if target and target.predicate is not None:
            base = _predicate(tokens, at, opened)
            return replace(base, subject=(target.start, target.end), second=target.second, must=True)
        people = _people(words, target.start) if target else 0
        if target and people and target.start + people < len(words):
            base = _predicate(tokens, at, opened)  # "Nghiêm cấm | người dân | vớt củi", whatever the verb
            return replace(base, subject=(target.start, target.start + people), must=True)
    if any(wording[key].match(words, at) for key in ("must", "not", "may")):
        return _predicate(tokens, at, opened)
    waits = words[:3] == ["trong", "thời", "gian"] and opened and verbs().match(words, at + 1) > 0
    if words[at] == "chưa" and (waits or (words[at + 1 : at + 3] in _REVIEWS and "đối" in words[at:])):
        return Predicate(verb=at, must=True, opened=opened, modality="prohibition")
    if words[at] == "được" and (verbs().match(words, at + 1) or wording["assign"].match(words, at + 1)):
        return Predicate(verb=at, must=True, opened=opened, modality="permission")
    if verbs().match(words, at) or adverbs > at or words[at] == "không":
        return _predicate(tokens, at, opened)
    return None


_REVIEWS = (
    ["đánh", "giá"], ["xếp", "loại"], ["phân", "loại"], ["kiểm", "điểm"], ["xem", "xét"], ["bổ", "nhiệm"],
    ["kết", "nạp"],
)  # fmt: skip
"""What is not yet to be done about those meant: "Chưa | xếp loại | đối với tổ mới thành lập"."""


def _people(words: list[str], at: int) -> int:
    """How many words name people of no office here: "các hộ dân", "học sinh"; 0 for others."""
    table = classes("bearers.tsv")
    det = table["det"].match(words, at)
    size = table["public"].match(words, at + det)
    return det + size if size else 0


def _petitions(words: list[str], at: int, size: int) -> bool:
    """ "Kiến nghị cơ quan có thẩm quyền xử lý": to petition is the duty, whoever then acts."""
    said = " ".join(words[at + size : at + size + 8])
    asks = words[at : at + size] in (["kiến", "nghị"], ["đề", "xuất"])
    return (
        asks
        and re.match(r"(?:các )?(?:cơ quan|cấp|người)\s(?:\S+\s){0,3}?(?:có )?thẩm quyền", said) is not None
    )


def _gives_role(words: list[str], at: int) -> bool:
    return words[at] == "là" and " ".join(words[at : at + 5]).startswith(_ROLES)


def _to_know(words: list[str], at: int) -> bool:
    """ "… biết, thực hiện", "để biết và thực hiện" after the body that a notice tells."""
    place = at + (words[at : at + 1] == ["để"])
    return words[place : place + 1] == ["biết"]


def _to_act(words: list[str], told: Named) -> bool:
    """Whether those told are to act ("thông báo đến các sở biết, thực hiện"), not only to know of it."""
    rest = " ".join(words[told.end : told.end + 9])
    carry_out = re.search(r"thực hiện|triển khai|chấp hành|tham gia", rest)
    acts = told.predicate == told.end and words[told.end] != "biết"
    return acts or carry_out is not None


def _assigned(tokens: Tokens, at: int, size: int, subject: Named | None, opened: bool) -> Predicate:
    """ "Giao Sở Y tế chủ trì …": the object is the bearer."""
    place = at + size
    words = tokens.words
    asker = " ".join(words[at:place])
    if place < len(words) and words[place] in (":", "cho"):
        place += 1
    if words[place : place + 2] == ["trước", "mắt"]:
        place += 2  # "yêu cầu trước mắt các cấp ủy tập trung …"
    target = named(tokens, place) if place < len(words) else None
    if target is None:
        return Predicate(
            verb=at,
            asks=True,
            opened=opened,
            must=True,
            modality=modality_of(tokens, place),
            asker=asker,
            told=subject is not None,
        )
    predicate = target.predicate
    return Predicate(
        subject=(target.start, target.end),
        second=target.second,
        verb=predicate if predicate is not None else at,
        assigned=True,
        asks=True,
        must=True,
        opened=opened,
        modality=_granted(asker, at, predicate)
        or modality_of(tokens, predicate if predicate is not None else place),
        asker=asker,
        told=subject is not None,
    )


def _granted(asker: str, at: int, predicate: int | None) -> Modality | None:
    """Who is empowered may act: "Ủy quyền cho Giám đốc Sở … cấp phép"; where a body is to empower another, it
    has a duty."""
    empowers = at == 0 and predicate is not None and asker.startswith("ủy quyền")
    return "permission" if empowers else None


_DONE_BY_SAYING_SO = frozenset(
    (
        "bổ nhiệm",
        "miễn nhiệm",
        "công nhận",
        "thông qua",
        "ban hành",
        "điều động",
        "kỷ luật",
        "phê duyệt",
        "cử",
    )
)


def _is_let(words: list[str], at: int) -> bool:
    """Whether behind "đồng ý" stands what may now be done ("Đồng ý | tổ chức lễ trao giải"), nobody named and
    nothing else asked."""
    if words[at - 2 : at] != ["đồng", "ý"] or not verbs().match(words, at):
        return False
    done = words[at] in _DONE_BY_SAYING_SO or " ".join(words[at : at + 2]) in _DONE_BY_SAYING_SO
    asks = classes("wording.tsv")["assign"]
    return not done and not any(
        asks.match(words, i + 1) for i, word in enumerate(words) if word in (",", ";")
    )


_WITH_WHAT = frozenset(
    ("về", "chủ", "trương", "cho", "phép", "giao", "để", "nguyên", "tắc", "với", "đề", "nghị", "của")
)
"""Words between an agreement and whom it lets act: "Đồng ý chủ trương cho phép | UBND xã …"."""


def _agreed(tokens: Tokens, at: int, opened: bool) -> Predicate:
    """ "Đồng ý chủ trương Ủy ban nhân dân tỉnh lập Đề án": whom it names may act; else it binds nobody."""
    place = at + 2
    while place < len(tokens) and tokens.words[place] in _WITH_WHAT:
        place += 1
    target = named(tokens, place) if place < len(tokens) else None
    if target is None and _is_let(tokens.words, at + 2):
        return Predicate(verb=at, must=True, opened=opened, modality="permission")
    if target is None or target.predicate is None or "thôi" in tokens.words[target.start : target.end]:
        return Predicate(past=True, opened=opened)  # "… để đồng chí X thôi giữ chức": done by saying so
    return Predicate(
        (target.start, target.end),
        target.second,
        target.predicate,
        True,
        True,
        True,
        opened=opened,
        modality="obligation" if tokens.words[place - 1] == "giao" else "permission",
    )


_LONGEST_STAFF = 3
"""Words of staff that are nobody in particular; more say whose they are ("lãnh đạo các sở")."""


def _own_staff(tokens: Tokens, at: int) -> bool:
    """Whether a body assigns people of its own house, nobody in particular: "Chi bộ phân công | đảng viên |
    theo dõi" is the body's duty; "giao | cán bộ, công chức | rà soát" theirs."""
    staff = classes("bearers.tsv")["staff"].match(tokens.words, at) and not tokens.capital[at]
    people = named(tokens, at) if staff else None
    if people is None or "," in tokens.words[people.start : people.end]:
        return False
    if people.predicate == people.end and tokens.words[people.end - 1] == "và":
        return True  # "phân công | người trực cả đêm | và chịu trách nhiệm …": the body goes on
    ends = people.predicate is None and people.end >= len(tokens)
    full = tokens.words[people.end - 2 : people.end] in (["chính", "thức"], ["dự", "bị"])
    nobody = people.end - people.start - 2 * full <= _LONGEST_STAFF
    return (ends or people.predicate == people.end) and nobody


def _only_tells(words: list[str], told: Named) -> bool:
    """Whether a body tells those whom it serves: "Sở Giáo dục thông báo cho | phụ huynh | nộp hồ sơ"."""
    table = classes("bearers.tsv")
    return table["public"].match(words, told.start + table["det"].match(words, told.start)) > 0


def _with_subject(tokens: Tokens, subject: Named, opened: bool) -> Predicate:
    words = tokens.words
    wording = classes("wording.tsv")
    at = subject.predicate
    assert at is not None
    if acts := _acts_then(tokens, subject.end, at):
        return _with_subject(tokens, acts, opened)
    place = at
    while step := wording["adverb"].match(words, place):
        place += step
    size = wording["assign"].match(words, place)
    if verbs().match(words, place) > size and not any(tokens.capital[place + size : place + size + 1]):
        size = 0  # "Tổ công tác giao ban hằng tuần"
    phrase = " ".join(words[place : place + size])
    petitions = _petitions(words, place, size)
    if size and phrase in _ASSIGN_STRONG and wording["must"].match(words, at) != 1 and not petitions:
        found = _assigned(tokens, place, size, subject, opened)
        own = phrase in ("phân công", "giao") and _own_staff(tokens, place + size)
        if (found.assigned and not own) or phrase in ("yêu cầu", "đề nghị"):
            return found  # "Bộ đội Biên phòng kêu gọi tàu thuyền về bờ": they act themselves
    if (sent := _sent_on(tokens, place, opened)) is not None:
        return sent
    if words[place : place + 2] == ["đồng", "ý"]:
        agreed = _agreed(tokens, place, opened)
        if agreed.assigned:
            return agreed
    if phrase in _NOTICES or phrase == "thông báo":
        target = named(tokens, place + size)
        target = None if target and _only_tells(words, target) else target
        if target and (_to_act(words, target) or (phrase == "thông báo" and _to_know(words, target.end))):
            return Predicate(
                (target.start, target.end),
                target.second,
                target.predicate or place,
                True,
                True,
                True,
                opened=opened,
            )
    if words[at : at + 2] in (["khuyến", "khích"], ["cho", "phép"]):
        allowed = named(tokens, at + 2)
        if allowed and allowed.predicate is not None:  # "Trường khuyến khích các đơn vị họp trực tuyến"
            return Predicate(
                (allowed.start, allowed.end),
                allowed.second,
                allowed.predicate,
                must=True,
                opened=opened,
                modality=modality_of(tokens, at),
            )
    later = later_modal(tokens, at) if not wording["must"].match(words, place) else None
    if later is not None and words[later - 1] == "thì":
        other = named(tokens, later)
        if other and other.predicate is not None:
            return _with_subject(tokens, other, opened)
        # "Đơn vị nào chưa báo cáo thì …", "Công chức có thời gian công tác chưa đủ 06 tháng thì …"
        which = not any(
            words[i] in _CONDITIONS and words[i + 1] not in _PERIODS and "gần" not in words[i + 2 : i + 5]
            for i in range(subject.end, later - 1)
        )
        return Predicate(
            subject=(subject.start, later - 1 if which else subject.end),
            second=subject.second,
            verb=later,
            must=True,
            opened=opened,
            modality=modality_of(tokens, later, subject=True),
        )
    if later is None and (then := _then(words, at)):
        other = named(tokens, then)
        if other and other.predicate is not None:
            return _with_subject(tokens, other, opened)
    if later is not None:
        end = next(
            (i for i in range(subject.end, later) if words[i] in ("thì", "khi", "nếu", "sau", "trước")), later
        )
        if words[later - 1] == "nhưng":
            end = at  # "Viên chức đi học | không thuộc diện đánh giá nhưng phải nộp báo cáo"
        if at > subject.end + 3:
            end = subject.end  # an adverbial stands between: "Cơ quan X: Trong 05 ngày, báo số tiền phải nộp"
        if words[at] == "là" and words[later - 1] == ",":
            end = at  # "Sở Nội vụ | là cơ quan thường trực, có trách nhiệm …"
        subject, at = replace(subject, end=end, predicate=later), later
    base = _predicate(tokens, at, opened)
    return Predicate(
        subject=(subject.start, subject.end),
        second=subject.second,
        verb=at,
        must=base.must,
        past=base.past,
        opened=opened,
        modality=modality_of(tokens, at, subject=True),
    )


_SENDS = frozenset(("chuyển", "gửi", "sao", "có"))
_LONGEST_SENT = 9


def _sent_on(tokens: Tokens, at: int, opened: bool) -> Predicate | None:
    """Who is asked behind an act that is passed on: "Sở Y tế gửi Công văn số … | đề nghị các bệnh viện thực
    hiện"."""
    words = tokens.words
    if at >= len(words) or words[at] not in _SENDS or CITATION not in words[at + 1 : at + 4]:
        return None
    for i in range(at + 2, min(at + _LONGEST_SENT, len(words) - 2)):
        if words[i] == ";":
            return None
        if words[i : i + 2] in (["đề", "nghị"], ["yêu", "cầu"]):
            asked = _assigned(tokens, i, 2, None, opened)
            return asked if asked.assigned else None
    return None


_LONGEST_CASE = 40


def _acts_then(tokens: Tokens, at: int, modal: int) -> Named | None:
    """Who acts behind "thì", before the modal: "Xã để xảy ra vi phạm thì | Chủ tịch UBND xã | phải …"."""
    then = _then(tokens.words[:modal], at)
    acts = named(tokens, then) if then and then < modal else None
    return acts if acts and acts.predicate == modal else None


def _then(words: list[str], at: int) -> int:
    """Where the main clause begins behind a case without "nếu": "Đảng viên vi phạm thì | chi bộ xem xét"; or
    0."""
    for i in range(at, min(at + _LONGEST_CASE, len(words) - 1)):
        if words[i] in (";", ".", ":"):
            break
        if words[i] == "thì":
            return i + 1
    return 0


def _predicate(tokens: Tokens, at: int, opened: bool) -> Predicate:
    wording = classes("wording.tsv")
    words = tokens.words
    must = any(wording[key].match(words, at) for key in ("must", "not", "may"))
    past = bool(wording["past"].match(words, at)) or words[at : at + 2] in _STATES
    past = past and not _gives_role(words, at)
    past = past or words[at : at + 3] in _FACTS
    return Predicate(
        verb=at, must=must, past=past and not must, opened=opened, modality=modality_of(tokens, at)
    )
