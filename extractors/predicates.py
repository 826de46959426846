"""Reads one sentence, or one part between semicolons: which of its clauses governs, and what it says."""

from __future__ import annotations

from dataclasses import replace

from extractors import starts
from extractors.agents import agent, approver, behind_colon, done_by, falls_to, handled_by, share, will_do
from extractors.asked_last import asked_behind, asked_last, closes, is_title_of, told_to_act
from extractors.bearers import named
from extractors.for_whom import at_level, for_whom
from extractors.grounds import if_needed, on_grounds, parted
from extractors.in_cases import (
    asked_for,
    behind_event,
    behind_which,
    if_they,
    in_bare_case,
    in_case,
    in_course,
    in_need,
    nobody,
    only_these,
    thing_must,
    when_done,
)
from extractors.labels import past_label, past_place
from extractors.lexicon import classes, verbs
from extractors.listed_bodies import beside, distinct, ends_objects, goes_on_list, in_list_of_things
from extractors.main_clause import clause
from extractors.modal_anywhere import anywhere
from extractors.passives import may_be, sent_on
from extractors.phrases import CITATION, Tokens
from extractors.predicate import Predicate

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


def read(tokens: Tokens) -> Predicate:
    """The governing predicate of a part: the first that a bearer, a modal or an asking verb marks."""
    found = _read(tokens)
    if found.subject and not (found.asks or found.must) and (asked := asked_last(tokens, found)):
        found = asked
    return replace(found, beside=beside(tokens, found)) if found.subject else found


_ELSEWHERE = (
    behind_colon, asked_for, nobody, done_by, handled_by, in_need, in_case, behind_event, only_these,
    on_grounds, if_needed, parted, share, for_whom, at_level, if_they, in_bare_case, will_do, when_done,
    may_be, thing_must, sent_on,
)  # fmt: skip
"""Readings of sentences whose governing clause is not where it usually stands, in the order tried."""


def _read(tokens: Tokens) -> Predicate:
    words = tokens.words
    wording = classes("wording.tsv")
    start = starts.skip_links(words, 0)
    if start >= len(words):
        return Predicate()
    start = past_label(tokens, start)
    if (main := behind_which(tokens, start)) is not None:
        start = main
    start = past_place(tokens, start)
    opened = starts.opens(words, start)
    if closing := closes(tokens, start):
        return closing
    if (course := in_course(tokens, 0)) is not None:
        return course
    if told := told_to_act(tokens, start):
        return told
    for elsewhere in _ELSEWHERE:
        if (case := elsewhere(tokens, start)) is not None:
            return case
    if words[start : start + 2] in _NOUNS and (whole := _must_be(tokens, start, opened)) is not None:
        return whole
    weak: Predicate | None = None
    fallback: Predicate | None = None
    nominal: Predicate | None = None
    listed: Predicate | None = None
    for n, at in enumerate(starts.read(tokens, start)):
        if wording["nominal"].match(words, at) > verbs().match(words, at):
            if weak is None and fallback is None:
                whole = anywhere(tokens, at, opened)
                if whole.verb is not None:
                    named_elsewhere = approver(tokens, at) or agent(tokens, at) or falls_to(tokens, at)
                    return (named_elsewhere if whole.must and not whole.subject else None) or whole
                nominal = nominal or whole
                continue
            break
        found = clause(tokens, at, opened and n > 0)
        if found is None:
            continue
        asks_only = found.asks and not found.told and not (found.asker or "").startswith("giao")
        if asks_only and ((fallback and words[start] not in _PREAMBLE) or (weak and weak.must)):
            break  # "…, hướng dẫn, đôn đốc, yêu cầu các đơn vị …": one of the things to do
        if found.asks:
            led = agent(tokens, start) if n and not opened and found.asker in ("giao", "giao cho") else None
            return found if led is None or found.told else led
        if found.subject and n and opened and is_title_of(tokens, start, found.subject[0]):
            continue
        if found.subject and fallback and ends_objects(tokens, start, found.subject[0]):
            continue
        if found.subject and n and not opened and in_list_of_things(tokens, start, found):
            continue
        if found.subject and not found.asks and n and goes_on_list(tokens, start, found):
            listed = listed or (found if opened and found.must else None)
            continue
        if found.subject and opened and _weak(words, found):
            weak = weak or found
            continue
        if found.subject and nominal and (_weak(words, found) or not distinct(tokens, found)):
            continue
        if found.subject and opened and not distinct(tokens, found):
            weak = weak or found
            continue
        if found.subject:
            led = agent(tokens, start) if n and not opened and not found.must else None
            if led and led.subject and led.subject[0] < found.subject[0]:
                return (
                    led  # "Việc in do Sở A chủ trì, | Sở B phối hợp": the first leads, the other is beside it
                )
            return _widen(tokens, start, found) if opened else found
        if n == 0 and not opened:
            return (None if found.must else asked_behind(tokens, start)) or found
        if fallback is None and weak is None and opened:
            fallback = found
    if weak and (weak.must or not fallback):
        return _widen(tokens, start, weak)
    if fallback:
        first = listed and listed.subject and fallback.verb is not None and listed.subject[0] < fallback.verb
        # "Sau khi có ý kiến của thôn, | ủy ban xã phải họp dân"
        return listed if listed and first and not fallback.must else fallback
    bare = nominal or anywhere(tokens, start, opened)
    if listed and bare.must and not bare.subject:
        return listed  # "Từ ngày có thông báo của cơ quan thuế, | người mua phải nộp …"
    return (approver if bare.must else agent)(tokens, start) or falls_to(tokens, start) or bare


_NOUNS = (["dự", "thảo"], ["dự", "toán"], ["dự", "án"])


def _must_be(tokens: Tokens, start: int, opened: bool) -> Predicate | None:
    """What must be done with a thing whose name sounds like a verb: "Dự thảo | phải được đưa ra bàn"."""
    words = tokens.words
    must = next((i for i in range(start + 2, len(words)) if words[i] in ("phải", ";", ":")), None)
    acts = (i for i in range(start + 2, must or start) if words[i] == ",")
    if must is None or words[must] != "phải" or any(verbs().match(words, i + 1) for i in acts):
        return None
    return approver(tokens, start) or anywhere(tokens, start, opened)


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
        if words[at] not in ("các", "từng", "mỗi", "những") or words[at - 1] in starts.GOVERNED - (
            {"với"} if words[at - 2 : at - 1] == ["đối"] else set()
        ):
            continue
        wider = named(tokens, at)
        if wider and wider.predicate == found.verb and wider.end >= found.subject[1]:
            return replace(found, subject=(at, wider.end))
    return found
