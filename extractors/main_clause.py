"""Reads the main clause that begins at a token: who acts, what binds them, how."""

from __future__ import annotations

from dataclasses import replace

from extractors.assigning import (
    ASSIGN_STRONG,
    agreed,
    assigned,
    noticed,
    own_staff,
    petitions,
    sent_on,
    to_know,
)
from extractors.bearers import Named, named
from extractors.lexicon import classes, verbs
from extractors.modality import later_modal, modality_of
from extractors.phrases import Tokens
from extractors.predicate import Predicate

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
            if told and to_know(words, told.end):
                return assigned(tokens, place, size, None, opened)
        body = classes("bearers.tsv")["head"].match(words, place + size) > 1  # "giao | ban thường vụ"
        if verbs().match(words, place) > size and not (tokens.capital[place + size] or body):
            continue  # "giao lưu", "giao ban"
        named_so = words[place + size : place + size + 1] == ["của"]  # "các chỉ tiêu, yêu cầu của Quốc hội"
        named_so = named_so or (
            words[place : place + size] == ["kiến", "nghị"] and not named(tokens, place + size)
        )
        if petitions(words, place, size):
            continue
        if size and not named_so and " ".join(words[place : place + size]) in ASSIGN_STRONG:
            return assigned(tokens, place, size, None, opened)
    subject = named(tokens, at)
    if subject and subject.predicate is not None:
        return _with_subject(tokens, subject, opened)
    if subject:
        return None
    if wording["opener"].match(words, at) and not verbs().match(words, at):
        return None
    if words[at : at + 2] == ["đồng", "ý"] or words[at : at + 4] == ["thống", "nhất", "chủ", "trương"]:
        return agreed(tokens, at, opened)
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
    leaves_out = words[at + 1 : at + 3] in _REVIEWS and "đối" in words[at:]
    falls_short = _SHORT.intersection(words[at + 3 : at + 6])  # "Chưa đánh giá đầy đủ tác động đối với …"
    if words[at] == "chưa" and (waits or leaves_out) and not falls_short:
        return Predicate(verb=at, must=True, opened=opened, modality="prohibition")
    if words[at] == "được" and (verbs().match(words, at + 1) or wording["assign"].match(words, at + 1)):
        return Predicate(verb=at, must=True, opened=opened, modality="permission")
    if verbs().match(words, at) or adverbs > at or words[at] == "không":
        return _predicate(tokens, at, opened)
    return None


_SHORT = frozenset(("đầy", "hết", "đủ", "kịp", "đúng", "sát", "rõ", "toàn", "kỹ", "nghiêm", "thường"))
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


def _gives_role(words: list[str], at: int) -> bool:
    return words[at] == "là" and " ".join(words[at : at + 5]).startswith(_ROLES)


def _with_subject(tokens: Tokens, subject: Named, opened: bool) -> Predicate:
    """What a clause says whose subject is named: whom it asks, or what the subject must do."""
    words = tokens.words
    at = subject.predicate
    assert at is not None
    if acts := _acts_then(tokens, subject.end, at):
        return _with_subject(tokens, acts, opened)
    if words[at] == "thì" and at + 1 < len(words):
        then = named(tokens, at + 1)
        if then is not None and then.predicate is not None:
            return _with_subject(tokens, then, opened)  # "Cán bộ vi phạm thì | người đứng đầu | phải …"
    if _directs(tokens, at):
        return assigned(tokens, at, 2, subject, opened)
    place = at
    while step := classes("wording.tsv")["adverb"].match(words, place):
        place += step
    other = _asks_others(tokens, subject, place, opened) or _lets_others(tokens, at, opened)
    return other or _acts_itself(tokens, subject, place, opened)


def _asks_others(tokens: Tokens, subject: Named, place: int, opened: bool) -> Predicate | None:
    """Whom the subject asks, tells, agrees to let act; None where it acts itself."""
    words = tokens.words
    wording = classes("wording.tsv")
    size = wording["assign"].match(words, place)
    if verbs().match(words, place) > size and not any(tokens.capital[place + size : place + size + 1]):
        size = 0  # "Tổ công tác giao ban hằng tuần"
    phrase = " ".join(words[place : place + size])
    strong = size and phrase in ASSIGN_STRONG and wording["must"].match(words, subject.predicate or 0) != 1
    if strong and not petitions(words, place, size):
        found = assigned(tokens, place, size, subject, opened)
        own = phrase in ("phân công", "giao") and own_staff(tokens, place + size)
        if (found.assigned and not own) or phrase in ("yêu cầu", "đề nghị"):
            return found  # "Bộ đội Biên phòng kêu gọi tàu thuyền về bờ": they act themselves
    if (sent := sent_on(tokens, place, opened)) is not None:
        return sent
    if words[place : place + 2] == ["đồng", "ý"] and (let := agreed(tokens, place, opened)).assigned:
        return let
    return noticed(tokens, place, size, opened)


def _directs(tokens: Tokens, place: int) -> bool:
    """Whether the subject directs others: "UBND tỉnh | chỉ thị | các sở …", "… chỉ thị:"."""
    words = tokens.words
    if words[place : place + 2] != ["chỉ", "thị"]:
        return False
    behind = words[place + 2 : place + 3]
    return behind in ([], [":"], ["như"]) or named(tokens, place + 2) is not None


def _lets_others(tokens: Tokens, at: int, opened: bool) -> Predicate | None:
    """Whom the subject allows or encourages: "Trường khuyến khích | các đơn vị | họp trực tuyến"."""
    if tokens.words[at : at + 2] not in (["khuyến", "khích"], ["cho", "phép"]):
        return None
    allowed = named(tokens, at + 2)
    if allowed is None or allowed.predicate is None:
        return None
    span, how = (allowed.start, allowed.end), modality_of(tokens, at)
    return Predicate(span, allowed.second, allowed.predicate, must=True, opened=opened, modality=how)


def _acts_itself(tokens: Tokens, subject: Named, place: int, opened: bool) -> Predicate:
    """What the subject must do; a modal further on tells which are meant up to it. ``place``: behind the
    adverbs of the predicate."""
    words = tokens.words
    at = subject.predicate
    assert at is not None
    later = later_modal(tokens, at) if not classes("wording.tsv")["must"].match(words, place) else None
    then = later if later is not None and words[later - 1] == "thì" else None
    then = _then(words, at) if later is None else then
    other = named(tokens, then) if then else None
    if other and other.predicate is not None:
        return _with_subject(tokens, other, opened)
    if later is not None and words[later - 1] == "thì":
        return _meant_by(tokens, subject, later, opened)
    if later is not None:
        subject, at = replace(subject, end=_name_ends(words, subject, later), predicate=later), later
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


def _meant_by(tokens: Tokens, subject: Named, later: int, opened: bool) -> Predicate:
    """Those whom a clause before "thì" tells: "Đơn vị nào chưa báo cáo thì …", "Công chức có thời gian công
    tác chưa đủ 06 tháng thì …"; a condition is no part of their name."""
    words = tokens.words
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


def _name_ends(words: list[str], subject: Named, later: int) -> int:
    """Where a name ends whose clause goes on to the modal that binds."""
    at = subject.predicate
    assert at is not None
    if words[at] == "là" and words[later - 1] == ",":
        return at  # "Sở Nội vụ | là cơ quan thường trực, có trách nhiệm …"
    if at > subject.end + 3:
        return subject.end  # an adverbial stands between: "Cơ quan X: Trong 05 ngày, báo số tiền phải nộp"
    if words[later - 1] == "nhưng":
        return at  # "Viên chức đi học | không thuộc diện đánh giá nhưng phải nộp báo cáo"
    conditions = (i for i in range(subject.end, later) if words[i] in ("thì", "khi", "nếu", "sau", "trước"))
    return next(conditions, later)


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
