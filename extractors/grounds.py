"""What is done on the grounds that a sentence gives, where no main clause stands behind them: "Căn cứ nhu cầu
… để | xây dựng dự toán"; what is done if it is needed; and what those may or must do whom an event parts from
it."""

from __future__ import annotations

from dataclasses import replace

from extractors.bearers import named
from extractors.lexicon import classes, verbs
from extractors.main_clause import clause
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_GROUNDS = ["căn", "cứ"]
_LONGEST_LABEL = 24
_LONGEST_GROUNDS = 90
_AS_GROUNDS = (["làm", "cơ", "sở"], ["làm", "căn", "cứ"])


def on_grounds(tokens: Tokens, start: int) -> Predicate | None:
    """The order that "căn cứ" gives: "Kinh phí in ấn: | căn cứ số bản để xây dựng dự toán". None where
    somebody acts behind a comma, for whom the grounds are."""
    words = tokens.words
    at = start
    if words[start : start + 2] != _GROUNDS:
        stop = min(start + _LONGEST_LABEL, len(words))
        colon = words.index(":", start, stop) if ":" in words[start:stop] else None
        if colon is None or words[colon + 1 : colon + 3] != _GROUNDS or named(tokens, start) is not None:
            return None
        at = colon + 1
    for i in range(at + 3, min(at + _LONGEST_GROUNDS, len(words) - 1)):
        if words[i] in (";", ":"):
            return None
        if words[i] == "," and _acts(tokens, i + 1):
            return None
        if words[i] == "để" and (verbs().match(words, i + 1) or words[i + 1 : i + 4] in _AS_GROUNDS):
            acted = any(words[j] == "," and _acts(tokens, j + 1) for j in range(i + 1, len(words) - 1))
            return None if acted or "là" in words[i:] else Predicate(verb=at)
    return None


def _acts(tokens: Tokens, at: int) -> bool:
    """Whether a main clause begins here: a body with its verb, an asking verb, a modal."""
    body = named(tokens, at)
    wording = classes("wording.tsv")
    modal = any(wording[key].match(tokens.words, at) for key in ("assign", "must", "may", "not"))
    return modal or (body is not None and body.predicate is not None)


_NEEDS = (["khó", "khăn"], ["vướng", "mắc"], ["phát", "sinh"], ["thay", "đổi"], ["sai", "sót"])


def if_needed(tokens: Tokens, start: int) -> Predicate | None:
    """What is done in need: "có sai sót thì | báo ngay", "nếu cần | có thể bầu"."""
    words = tokens.words
    if words[start : start + 2] == ["nếu", "cần"]:
        at = start + 2 + (words[start + 2 : start + 3] == ["thiết"])
        may = at < len(words) and any(classes("wording.tsv")[key].match(words, at) for key in ("may", "must"))
        return clause(tokens, at, True) if may else None
    if words[start] != "có" or words[start + 1 : start + 3] not in _NEEDS:
        return None
    then = words.index("thì", start) if "thì" in words[start:] else None
    if then is None or then + 1 >= len(words):
        return None
    found = clause(tokens, then + 1, True)
    return found if found is not None and not found.past else None


_EVENTS = (["sau", "khi"], ["ngay", "sau"], ["trước", "khi"], ["khi"])
_LONGEST_NAME = 16
_LONGEST_EVENT = 20


def parted(tokens: Tokens, start: int) -> Predicate | None:
    """Those with a clause that says which, parted from what they may or must do by an event: "Hộ trồng chè
    nhỏ trong vùng dự án, sau khi được xã xác nhận, | có thể vay vốn"."""
    words = tokens.words
    wording = classes("wording.tsv")
    name = named(tokens, start)
    comma = words.index(",", start) if "," in words[start : start + _LONGEST_NAME] else None
    if (
        name is None
        or comma is None
        or name.end >= comma
        or comma < start + 3
        or verbs().match(words, name.end) > 1
    ):
        return None
    if not any(words[comma + 1 : comma + 1 + len(event)] == event for event in _EVENTS):
        return None
    if any(wording[key].match(words, i) for key in ("must", "may", "not") for i in range(name.end, comma)):
        return None
    stop = min(comma + _LONGEST_EVENT, len(words) - 1)
    for i in range(comma + 2, stop):
        if words[i] != ",":
            continue
        may = words[i + 1 : i + 3] == ["có", "thể"] or wording["may"].match(words, i + 1)
        if may or wording["must"].match(words, i + 1) or wording["not"].match(words, i + 1):
            found = clause(tokens, i + 1, False)
            return None if found is None else replace(found, subject=(start, comma))
    return None
