"""Reads one sentence, or one part between semicolons: who acts, what binds them, how."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractors.askers import asks_at
from extractors.bearers import Named, named
from extractors.lexicon import classes, verbs
from extractors.modality import later_modal, modality_of
from extractors.model import Modality
from extractors.phrases import BRACKET, CITATION, QUOTE, Tokens

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
    "kính mời",
    "kêu gọi",
}
_CANDIDATES = 24
_PREAMBLE = {
    "căn",
    "để",
    "theo",
    "thực",
    "xét",
    "nhằm",
    "trên",
    "trước",
    "tiếp",
    "từ",
    "qua",
    "nhân",
    "triển",
    CITATION,
}
_FORBIDS = (["nghiêm", "cấm"], ["cấm"], ["không", "cho", "phép"], ["cho", "phép"])
_BASES = (
    ["nhiệm", "vụ"],
    ["được", "giao"],
    ["quyền", "hạn"],
    ["thực", "tế"],
    ["cụ", "thể"],
    ["tình", "hình"],
    ["phụ", "trách"],
)
_FACTS = (
    ["không", "nhận", "được"],
    ["không", "nhận", "thấy"],
    ["không", "phát", "hiện"],
    ["không", "phát", "sinh"],
)
_STATES = (["không", "thuộc"], ["không", "có"], ["không", "bao"], ["không", "áp"])
_NOTICES = {
    "thông báo để",
    "xin thông báo để",
    "thông báo đến",
    "thông báo tới",
    "thông báo cho",
    "trân trọng thông báo để",
}
_GOVERNED = {
    "của",
    "do",
    "thuộc",
    "với",
    "tại",
    "cho",
    "trong",
    "giữa",
    "ở",
    "trên",
    "đến",
    "về",
    "và",
    "theo",
    "từ",
}


_TIMED = {"sau", "ngay", "qua", "khi"}
"""Openers whose phrase often lacks the comma before the main clause: "Sau khi xem xét Chủ tịch … giao …"."""


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
    asker: str | None = None
    """The verb that asks ("giao", "đề nghị", "phân công")."""


def read(tokens: Tokens) -> Predicate:
    """The governing predicate of a part: the first that a bearer, a modal or an asking verb marks."""
    words = tokens.words
    wording = classes("wording.tsv")
    start = _skip_links(words, 0)
    if start >= len(words):
        return Predicate()
    start = _past_label(tokens, start)
    opened = _opens(words, start)
    weak: Predicate | None = None
    fallback: Predicate | None = None
    nominal: Predicate | None = None
    for n, at in enumerate(_candidates(tokens, start)):
        if wording["nominal"].match(words, at) and not verbs().match(words, at):
            if weak is None and fallback is None:
                whole = _anywhere(tokens, at, opened)
                if whole.verb is not None:
                    return whole
                nominal = nominal or whole
                continue
            break
        found = _clause(tokens, at, opened and n > 0)
        if found is None:
            continue
        asks_only = found.asks and not found.told and not (found.asker or "").startswith("giao")
        if asks_only and fallback and words[start] not in _PREAMBLE:
            break  # "…, hướng dẫn, đôn đốc, yêu cầu các đơn vị …": one of the things to do
        if found.asks:
            return found
        if found.subject and fallback and _ends_objects(tokens, start, found.subject[0]):
            continue
        if found.subject and opened and _weak(words, found):
            weak = weak or found
            continue
        if found.subject and nominal and (_weak(words, found) or not _distinct(tokens, found)):
            continue
        if found.subject and opened and not _distinct(tokens, found):
            weak = weak or found
            continue
        if found.subject:
            return _widen(tokens, start, found) if opened else found
        if n == 0 and not opened:
            return found
        if fallback is None and weak is None and opened:
            fallback = found
    if weak and (weak.must or not fallback):
        return _widen(tokens, start, weak)
    if fallback:
        return fallback
    if nominal:
        return nominal
    return _anywhere(tokens, start, opened)


def _past_label(tokens: Tokens, start: int) -> int:
    """ "Báo cáo 6 tháng: Các đơn vị gửi …": a label stands before the sentence and its subject."""
    words = tokens.words
    if verbs().match(words, start) and not classes("wording.tsv")["nominal"].match(words, start):
        return start
    for i in range(start + 1, min(start + 9, len(words) - 1)):
        if words[i] in (",", ";") or any(
            classes("wording.tsv")[k].match(words, i) for k in ("must", "assign")
        ):
            break
        if words[i] == ":":
            label = named(tokens, start)
            said = named(tokens, i + 1) if label is None else None
            asks = classes("wording.tsv")["assign"].match(words, start)
            if said and said.predicate is not None and not asks and words[i - 1] not in ("sau", "thể", "là"):
                return i + 1
            break
    return start


def _ends_objects(tokens: Tokens, start: int, at: int) -> bool:
    """Whether a body after a comma goes on with those reported to: "báo cáo Ủy ban nhân dân tỉnh, Bộ Tài
    chính về …"."""
    words = tokens.words
    for i in range(max(start, at - 16), at - 2):
        size = (
            2
            if words[i : i + 2] == ["báo", "cáo"]
            else 1
            if words[i] in ("gửi", "trình", "với", "mưu")
            else 0
        )
        before = named(tokens, i + size) if size else None
        if before and before.end >= at and before.start < at:
            return True
        if (
            before
            and before.predicate is None
            and words[before.end : before.end + 1] == [","]
            and before.end + 1 == at
        ):
            return True
    return False


def _opens(words: list[str], at: int) -> bool:
    """Whether an adverbial begins here; "Thực hiện Nghị quyết …," does, "Thực hiện nghiêm …" orders."""
    wording = classes("wording.tsv")
    if words[at] in (QUOTE, CITATION, BRACKET) or words[at][0].isdigit():
        return True
    if words[at : at + 2] in (["thực", "hiện"], ["triển", "khai"]):
        return words[at + 2 : at + 3] == [CITATION] or bool(wording["act"].match(words, at + 2))
    return bool(wording["opener"].match(words, at))


def _distinct(tokens: Tokens, found: Predicate) -> bool:
    """A body that stands out as a sentence's subject, by a capital or "các": "…, viên chức năm 2017 và …" may
    only go on with the list before it."""
    assert found.subject is not None
    at = found.subject[0]
    return (
        tokens.capital[at]
        or bool(classes("bearers.tsv")["det"].match(tokens.words, at))
        or (tokens.words[at - 1] == "thì")
    )


def _weak(words: list[str], found: Predicate) -> bool:
    """A predicate that tells rather than binds ("Nhà nước có điều chỉnh", "cá nhân được xếp loại")."""
    assert found.verb is not None
    return (
        found.past
        or (not found.must and words[found.verb] in ("có", "được"))
        or found.modality == "permission"
    )


def _widen(tokens: Tokens, start: int, found: Predicate) -> Predicate:
    """The bearer's enumeration may begin before the comma: "Sau kiểm điểm, từng tập thể, cá nhân …"."""
    assert found.subject is not None
    words = tokens.words
    for at in range(start + 1, found.subject[0]):
        if words[at] not in ("các", "từng", "mỗi", "những") or words[at - 1] in _GOVERNED - (
            {"với"} if words[at - 2 : at - 1] == ["đối"] else set()
        ):
            continue
        wider = named(tokens, at)
        if wider and wider.predicate == found.verb and wider.end >= found.subject[1]:
            return replace(found, subject=(at, wider.end))
    return found


def _skip_links(words: list[str], at: int) -> int:
    wording = classes("wording.tsv")
    for _ in range(4):
        while at < len(words) and words[at] in (",", ":", "-", "+", "/", "."):
            at += 1
        step = wording["link"].match(words, at)
        if not step or verbs().match(words, at) > step:
            break
        at += step
    return at


def _candidates(tokens: Tokens, start: int) -> list[int]:
    """Places where the main clause may begin: the start, after each comma, after "thì"."""
    out = [start]
    for i in range(start, len(tokens)):
        every = tokens.words[i] == "lần" and tokens.words[start][0].isdigit()
        if (every or tokens.words[i] in (",", "thì", ":")) and i + 1 < len(tokens):
            after = _skip_links(tokens.words, i + 1)
            if tokens.words[i] == "thì":
                after = _past_adverbial(tokens.words, after)
            if after < len(tokens):
                out.append(after)
        elif i > start + 1 and (
            _ends_basis(tokens.words, start, i)
            or (tokens.capital[i] and tokens.words[start] in _TIMED and asks_at(tokens.words, i))
        ):
            out.append(i)
        if len(out) >= _CANDIDATES:
            break
    return out


def _ends_basis(words: list[str], start: int, at: int) -> bool:
    """ "Căn cứ chức năng, nhiệm vụ | cụ thể hóa …": the basis ends without a comma before a verb."""
    if words[start] not in ("căn", "theo", "trên", "tùy") or words[at - 2 : at] not in _BASES:
        return False
    wording = classes("wording.tsv")
    return any(wording[key].match(words, at) for key in ("must", "adverb")) or verbs().match(words, at) > 1


def _past_adverbial(words: list[str], at: int) -> int:
    """ "… thì trong đề án chỉ thể hiện …": where the predicate begins behind a short adverbial."""
    wording = classes("wording.tsv")
    if at >= len(words) or not wording["opener"].match(words, at) or verbs().match(words, at):
        return at
    for i in range(at + 1, min(at + 12, len(words))):
        if words[i] == ",":
            break
        if any(wording[key].match(words, i) for key in ("must", "not", "may", "adverb")):
            return i
    return at


def _clause(tokens: Tokens, at: int, opened: bool) -> Predicate | None:
    words = tokens.words
    wording = classes("wording.tsv")
    adverbs = at
    while step := wording["adverb"].match(words, adverbs):
        adverbs += step
    for place in dict.fromkeys((at, adverbs)):
        size = wording["assign"].match(words, place)
        if words[place : place + size] == ["thông", "báo"]:
            told = named(tokens, place + size)
            if told and _to_know(words, told.end):
                return _assigned(tokens, place, size, None, opened)
        if verbs().match(words, place) > size and not tokens.capital[place + size]:
            continue  # "giao lưu", "giao ban"
        if size and " ".join(words[place : place + size]) in _ASSIGN_STRONG:
            return _assigned(tokens, place, size, None, opened)
    subject = named(tokens, at)
    if subject and subject.predicate is not None:
        return _with_subject(tokens, subject, opened)
    if subject:
        return None
    if wording["opener"].match(words, at) and not verbs().match(words, at):
        return None
    if words[at : at + 2] == ["đồng", "ý"]:
        return _agreed(tokens, at, opened)
    for phrase in _FORBIDS:
        target = named(tokens, at + len(phrase)) if words[at : at + len(phrase)] == phrase else None
        if target and target.predicate is not None:
            base = _predicate(tokens, at, opened)
            return replace(base, subject=(target.start, target.end), second=target.second, must=True)
    if any(wording[key].match(words, at) for key in ("must", "not", "may")):
        return _predicate(tokens, at, opened)
    if words[at] == "được" and (verbs().match(words, at + 1) or wording["assign"].match(words, at + 1)):
        return Predicate(verb=at, must=True, opened=opened, modality="permission")
    if verbs().match(words, at) or adverbs > at or words[at] == "không":
        return _predicate(tokens, at, opened)
    return None


def _to_know(words: list[str], at: int) -> bool:
    """ "… biết, thực hiện", "để biết và thực hiện" after the body that a notice tells."""
    place = at + (words[at : at + 1] == ["để"])
    return words[place : place + 1] == ["biết"]


def _assigned(tokens: Tokens, at: int, size: int, subject: Named | None, opened: bool) -> Predicate:
    """ "Giao Sở Y tế chủ trì …": the object is the bearer."""
    place = at + size
    words = tokens.words
    asker = " ".join(words[at:place])
    if place < len(words) and words[place] in (":", "cho"):
        place += 1
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
        modality=modality_of(tokens, predicate if predicate is not None else place),
        asker=asker,
        told=subject is not None,
    )


def _agreed(tokens: Tokens, at: int, opened: bool) -> Predicate:
    """ "Đồng ý chủ trương Ủy ban nhân dân tỉnh lập Đề án": whom it names may act; else it binds nobody."""
    place = at + 2
    while place < len(tokens) and tokens.words[place] in (
        "về",
        "chủ",
        "trương",
        "cho",
        "để",
        "nguyên",
        "tắc",
        "với",
    ):
        place += 1
    target = named(tokens, place) if place < len(tokens) else None
    if target is None or target.predicate is None:
        return Predicate(past=True, opened=opened)
    return Predicate(
        (target.start, target.end),
        target.second,
        target.predicate,
        True,
        True,
        True,
        opened=opened,
        modality="permission",
    )


def _with_subject(tokens: Tokens, subject: Named, opened: bool) -> Predicate:
    words = tokens.words
    wording = classes("wording.tsv")
    at = subject.predicate
    assert at is not None
    place = at
    while step := wording["adverb"].match(words, place):
        place += step
    size = wording["assign"].match(words, place)
    phrase = " ".join(words[place : place + size])
    if size and phrase in _ASSIGN_STRONG and wording["must"].match(words, at) != 1:
        found = _assigned(tokens, place, size, subject, opened)
        if found.assigned or phrase in ("yêu cầu", "đề nghị", "kêu gọi"):
            return found
    if phrase in _NOTICES or phrase == "thông báo":
        target = named(tokens, place + size)
        if target and (phrase in _NOTICES or _to_know(words, target.end)):
            return Predicate(
                (target.start, target.end),
                target.second,
                target.predicate or place,
                True,
                True,
                True,
                opened=opened,
            )
    later = later_modal(tokens, at) if not wording["must"].match(words, place) else None
    if later is not None and words[later - 1] == "thì":
        other = named(tokens, later)
        if other and other.predicate is not None:
            return _with_subject(tokens, other, opened)
        which = words[subject.end : subject.end + 1] == ["nào"]  # "Đơn vị nào chưa báo cáo thì …"
        return Predicate(
            subject=(subject.start, later - 1 if which else subject.end),
            second=subject.second,
            verb=later,
            must=True,
            opened=opened,
            modality=modality_of(tokens, later, subject=True),
        )
    if later is not None:
        end = next(
            (i for i in range(subject.end, later) if words[i] in ("khi", "nếu", "sau", "trước")), later
        )
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


def _predicate(tokens: Tokens, at: int, opened: bool) -> Predicate:
    wording = classes("wording.tsv")
    words = tokens.words
    must = any(wording[key].match(words, at) for key in ("must", "not", "may"))
    past = bool(wording["past"].match(words, at)) or words[at : at + 2] in _STATES
    past = past or words[at : at + 3] in _FACTS
    return Predicate(
        verb=at, must=must, past=past and not must, opened=opened, modality=modality_of(tokens, at)
    )


def _anywhere(tokens: Tokens, start: int, opened: bool) -> Predicate:
    """No clause begins where one should: a modal verb anywhere ("Việc kiểm điểm … phải …") still binds."""
    wording = classes("wording.tsv")
    words = tokens.words
    for i in range(start, len(words)):
        for key in ("not", "must", "may"):
            if wording[key].match(words, i) and words[i] != "cấm":
                if key == "may" or words[i] in ("đề", "chịu", "nên", "sẽ"):
                    continue
                if words[i : i + 2] == ["chưa", "được"]:
                    continue  # "thu nhập … chưa được bảo đảm" finds fault
                if i and words[i - 1] in ("nếu", "khi", "mà", "đã", "không", "việc", "không"):
                    continue
                return Predicate(verb=i, must=True, opened=opened, modality=modality_of(tokens, i))
    for i in range(start, len(words)):
        limit = wording["limit"].match(words, i)
        if limit and any(word[0].isdigit() for word in words[i + limit : i + limit + 3]):
            return Predicate(
                verb=i,
                must=True,
                opened=opened,
                modality="prohibition" if words[i] == "không" else "obligation",
            )
        if words[i : i + 3] == ["không", "cao", "hơn"]:
            return Predicate(verb=i, must=True, opened=opened, modality="prohibition")
    for i in range(start, len(words) - 2):
        if words[i : i + 3] == ["thực", "hiện", "theo"] or words[i : i + 3] == ["thực", "hiện", "đúng"]:
            return Predicate(verb=i, must=True, opened=opened)
    for i in range(start, len(words)):
        if words[i] == "được" or wording["past"].match(words, i):
            return Predicate(verb=None, past=True, opened=opened)
    return Predicate(opened=opened)
