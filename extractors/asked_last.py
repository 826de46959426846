"""Who is asked at the end of a lead-in, a letter's last line or an answer, whoever is named before."""

from __future__ import annotations

from extractors import starts
from extractors.bearers import named
from extractors.main_clause import clause
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_ANNOUNCES = {"sau", "đây", ":"}

_ONLY_KNOW = {"biết", "được", "nắm", "tham", "có"}

_OFFICES = frozenset(
    (
        "phó",
        "trưởng",
        "bí",
        "chủ",
        "thứ",
        "giám",
        "cục",
        "thủ",
        "chánh",
        "tổng",
        "viện",
        "hiệu",
        "chính",
        "đại",
    )
)
"""First words of the offices that stand behind somebody's name; "Ủy viên" is asked for whole."""


def is_title_of(tokens: Tokens, start: int, at: int) -> bool:
    """Whether an office behind a comma is one more of somebody named in the preamble ("theo kết luận của đồng
    chí Lê Văn Mạ, Bí thư Tỉnh ủy, | Trưởng Đoàn …, Ban Thường vụ hướng dẫn"): a body acts further on."""
    words = tokens.words
    office = words[at] in _OFFICES or words[at : at + 2] == ["ủy", "viên"]
    if not office or words[at - 1] != ",":
        return False
    person = next(
        (
            i
            for i in range(at - 2, max(start, at - _LONGEST_TITLES), -1)
            if words[i : i + 2] == ["đồng", "chí"]
        ),
        None,
    )
    if person is None or not any(tokens.capital[person + 2 : person + 3]):
        return False
    for i in range(at + 1, len(words) - 2):
        if words[i] == "," and tokens.capital[i + 1] and words[i + 1] not in _OFFICES:
            body = named(tokens, i + 1)
            if body is not None and body.predicate is not None and words[i + 1 : i + 3] != ["ủy", "viên"]:
                return True
    return False


_LONGEST_TITLES = 60


def asked_behind(tokens: Tokens, start: int) -> Predicate | None:
    """What a lead-in asks behind its reason: "Rút kinh nghiệm việc này, Ban Thường vụ Huyện ủy yêu cầu các
    chi bộ thực hiện các việc sau:". The asking body has a capital."""
    if tokens.words[-1] not in _ANNOUNCES and tokens.words[-2:-1] != ["sau"]:
        return None
    return _asks_later(tokens, start)


def _asks_later(tokens: Tokens, start: int) -> Predicate | None:
    """What a body with a capital asks in a later clause of the sentence."""
    for at in starts.read(tokens, start)[1:]:
        if not tokens.capital[at] or not named(tokens, at):
            continue
        asked = clause(tokens, at, True)
        if asked and asked.asks and asked.subject:
            return asked
    return None


def asked_last(tokens: Tokens, found: Predicate) -> Predicate | None:
    """Who is asked at the end of a lead-in in which another body was named first: "Thực hiện kết luận của
    Phó Thủ tướng, Trưởng ban chỉ đạo …, Ủy ban nhân dân tỉnh giao | Văn phòng |:", "Ban Thường vụ sửa đổi Kế
    hoạch nói trên và yêu cầu | các chi bộ | thực hiện các việc sau"."""
    words = tokens.words
    announces = words[-1] in _ANNOUNCES or words[-2:-1] == ["sau"]
    assert found.subject is not None
    for i in range(found.subject[1], len(words) - 3):
        if announces and words[i : i + 3] == ["và", "yêu", "cầu"] and named(tokens, i + 3):
            return clause(tokens, i + 1, True)
    asked = _asks_later(tokens, 0) if found.opened else None
    ends = asked is not None and asked.subject is not None and asked.subject[1] >= len(words) - 1
    return asked if announces or ends else None


def closes(tokens: Tokens, start: int) -> Predicate | None:
    """A letter's last line, printed without the comma before what it asks: "Trên đây là ý kiến của Sở X đề
    nghị Sở Y tổng hợp", "… để Quý Sở nghiên cứu, thực hiện"."""
    words = tokens.words
    if words[start : start + 3] != ["trên", "đây", "là"]:
        return None
    for i in range(start + 4, len(words)):
        if words[i] == ",":
            return None
        if words[i : i + 2] in (["đề", "nghị"], ["yêu", "cầu"]) and words[i + 2 : i + 3] != ["của"]:
            asked = clause(tokens, i, True)
            if asked and asked.subject and asked.verb is not None and asked.verb > i:
                return asked
        told = named(tokens, i + 1) if words[i] == "để" and i + 1 < len(words) else None
        if told and told.predicate is not None and words[told.predicate] not in _ONLY_KNOW:
            return Predicate(
                (told.start, told.end), told.second, told.predicate, True, True, True, opened=True
            )
    return None


_ANSWERS = (["có", "ý", "kiến"], ["trả", "lời"], ["thông", "tin"], ["phúc", "đáp"], ["hướng", "dẫn"])


def told_to_act(tokens: Tokens, start: int) -> Predicate | None:
    """Who is to act on what an answer says: "Sở Tài chính có ý kiến để | các phòng Tài chính | biết và triển
    khai thực hiện"."""
    words = tokens.words
    at = words.index("để", start) if "để" in words[start : start + _LONGEST_ANSWER] else 0
    if not at or at + 1 >= len(words) or not any(words[at - len(said) : at] == said for said in _ANSWERS):
        return None
    told = named(tokens, at + 1)
    if told is None or words[told.end : told.end + 1] != ["biết"] or "thực" not in words[told.end :]:
        return None
    return Predicate((told.start, told.end), told.second, told.end, True, True, True, opened=True)


_LONGEST_ANSWER = 24
