"""Those whom "Đối với …" means, where they act themselves: behind it, behind "thì", behind a colon."""

from __future__ import annotations

from dataclasses import replace

from extractors.agents import agent
from extractors.bearer_heads import head
from extractors.bearers import Named, named
from extractors.lexicon import classes
from extractors.main_clause import clause
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_DONE_TO = frozenset(("xử", "xem", "xét", "thu", "đình", "kỷ", "cho", "miễn", "không", "chưa", "việc", "áp"))
"""First syllables of what is done to those meant, not by them: "thì xử lý", "thì xem xét kỷ luật"."""


def for_whom(tokens: Tokens, start: int) -> Predicate | None:
    """Who acts behind "Đối với" without a comma: "Đối với | học sinh lớp 12 | phải ôn tập"."""
    words = tokens.words
    whom = named(tokens, start + 2) if words[start : start + 2] == ["đối", "với"] else None
    matter = next((i for i in range(start + 2, len(words) - 3) if words[i : i + 2] == [",", "việc"]), None)
    if whom is not None and matter is not None and (led := agent(tokens, matter + 1)) is not None:
        return led  # "Đối với hộ có khiếu nại, việc xem xét lại do | Thanh tra huyện | chủ trì"
    if whom is not None and (then := _then(tokens, whom) or _which_colon(tokens, whom)) is not None:
        return then
    if whom is not None and (acts := _who_acts(tokens, whom)) is not None:
        return acts
    if whom is not None and words[whom.end : whom.end + 1] == [","] and whom.end + 2 < len(words):
        at = whom.end + 1
        must = (
            clause(tokens, at, True) if words[at] in ("cần", "phải") and tokens.capital[whom.start] else None
        )
        if must is not None and must.subject is None:
            return replace(must, subject=(whom.start, whom.end), second=whom.second)
    if whom is None or whom.predicate is None or words[whom.predicate - 1] in (",", ":"):
        return None
    wording = classes("wording.tsv")
    at = whom.predicate
    if not (wording["must"].match(words, at) or wording["adverb"].match(words, at)):
        return None
    found = clause(tokens, start + 2, True)
    return None if found is None or found.past or words[at] == "thì" else found


_LEVELS = frozenset(("cấp", "xã", "phường", "huyện", "tỉnh", "thôn", "trường", "cơ", "chi", "khu"))


def at_level(tokens: Tokens, start: int) -> Predicate | None:
    """Those of a level who must act: "Ở | cấp xã | cần lập tổ"; a single place is where it is done."""
    words = tokens.words
    if words[start] not in ("ở", "tại") or start + 2 >= len(words):
        return None
    det = classes("bearers.tsv")["det"].match(words, start + 1)
    level = words[start + 1 + det] in _LEVELS and (det > 0 or words[start + 1] == "cấp")
    body = named(tokens, start + 1) if level else None
    if (
        body is None
        or body.predicate != body.end
        or not classes("wording.tsv")["must"].match(words, body.end)
    ):
        return None
    if "được" in words[body.end : body.end + 2]:
        return None  # "Ở các xã cần được quan tâm": others care for them
    found = clause(tokens, start + 1, True)
    return found if found is not None and found.subject is not None and not found.asks else None


def _who_acts(tokens: Tokens, whom: Named) -> Predicate | None:
    """The body behind a comma that acts for those meant, whom a clause tells: "Đối với những hộ thực sự khó
    khăn, | Ủy ban nhân dân xã được xét miễn phí". None where it is one of them."""
    words, table = tokens.words, classes("bearers.tsv")
    first = whom.start + table["det"].match(words, whom.start)
    people = words[first] == "nơi" or any(table[name].match(words, first) for name in ("public", "business"))
    comma = words.index(",", first) if people and "," in words[first : whom.end] else 0
    told = {*_WHICH, "nơi"}.intersection(words[first:comma]) and ":" not in words[first:comma]
    while told and comma and not head(tokens, comma + 1) and "," in words[comma + 1 : whom.end]:
        comma = words.index(",", comma + 1)
    listed = not comma or not told or table["det"].match(words, comma + 1)
    body = named(tokens, comma + 1) if not listed and comma + 2 < len(words) else None
    if body is None or body.predicate is None or head(tokens, comma + 1) < 2:
        return None
    acts = clause(tokens, comma + 1, True)
    return acts if acts is not None and acts.subject is not None and not acts.asks else None


def _then(tokens: Tokens, whom: Named) -> Predicate | None:
    """ "Đối với | các xã chưa lập đề án | thì khẩn trương lập": those meant act, if nobody else is named."""
    words = tokens.words
    for i in range(whom.end, min(whom.end + 40, len(words) - 1)):
        if words[i] in (";", ":", "."):
            return None
        if words[i] != "thì":
            continue
        if words[i + 1 : i + 4] == ["không", "tổ", "chức"] and words[whom.start] in _PLACES:
            banned = Predicate(verb=i + 1, must=True, opened=True, modality="prohibition")
            return replace(banned, subject=(whom.start, i), second=whom.second)
        organizes = words[i + 1 : i + 3] == ["tổ", "chức"] and not tokens.capital[i + 1]
        done = Predicate(verb=i + 1, opened=True) if organizes else clause(tokens, i + 1, True)
        if done is None or done.subject or done.asks or done.verb is None or done.past:
            return None
        if words[done.verb] in _DONE_TO or words[i + 1] in _DONE_TO:
            return None
        case = next((k for k in range(whom.end, i) if words[k] in ("nếu", "khi", "mà")), i)
        end = case - (words[case - 1] == ",")
        return replace(done, subject=(whom.start, end), second=whom.second)
    return None


_WHICH = frozenset(("thực", "khó", "bị", "có", "không", "chưa", "đã", "đang", "thuộc", "từ", "trên", "dưới"))
"""First words of what tells which are meant: "thôn | có từ 100 cử tri trở lên"."""
_LONGEST_WHICH = 14
"""Words within which the colon must stand, as far as `share` looks for its own."""
_PLACES = frozenset(("thôn", "xã", "phường", "bản", "ấp", "huyện", "tỉnh", "xóm"))
_BODIES = (
    ["chi", "bộ"],
    ["đảng", "bộ"],
    ["đơn", "vị"],
    ["địa", "phương"],
    ["chi", "hội"],
    ["chi", "đoàn"],
    ["dân", "phố"],
)
_OWN_ACTS = frozenset(
    ("có", "phải", "tổ", "lập", "nộp", "báo", "gửi", "thực", "rà", "xây", "tiến", "bầu", "họp")
)
"""First words of what bodies do themselves; "kiểm điểm", "miễn học phí" others do to those meant."""


def _acts_itself(words: list[str], end: int) -> bool:
    """Whether those named up to ``end`` are a body or a place, not people who are dealt with."""
    return words[end - 1] in _PLACES or words[end - 2 : end] in _BODIES


def _which_colon(tokens: Tokens, whom: Named) -> Predicate | None:
    """ "Đối với | thôn có từ 100 cử tri trở lên |: tổ chức hội nghị toàn thể": those meant act."""
    words = tokens.words
    colon = words.index(":", whom.start) if ":" in words[whom.start : whom.start + _LONGEST_WHICH] else 0
    size = head(tokens, whom.start + classes("bearers.tsv")["det"].match(words, whom.start))
    first = whom.start + size
    if not colon or colon + 1 >= len(words) or words[first] not in _WHICH or "," in words[first:colon]:
        return None
    if not (_acts_itself(words, first) and words[colon + 1] in _OWN_ACTS):
        return None
    done = clause(tokens, colon + 1, True)
    if done is None or done.subject or done.asks or done.past:
        return None
    return replace(done, subject=(whom.start, colon))
