"""Folding: how text is compared when its marks are missing, and tokens as the search indexes hold them.

Two forms of every token are indexed. *Exact* keeps the marks (case and the place of the tone mark are made
one: "hoà" and "hòa" are the same syllable). *Folded* drops all marks, đ → d, so that what was typed or
printed without marks is found too.
"""

from __future__ import annotations

import re
import unicodedata

FOLD_VERSION = 1
"""Raise when a token would come out different: a database indexed otherwise is indexed anew on opening."""

MAX_TOKEN = 64
"""Characters kept of one token; longer runs are garbage, and PostgreSQL refuses lexemes over 2 kB."""

_MARKS = re.compile(r"[\u0300-\u036f]+")
_TOKEN = re.compile(r"[^\W_]+")
_D = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})  # ð: how Latin-1 sources print đ

_OLD_TO_NEW = {
    unicodedata.normalize("NFC", pair + mark): unicodedata.normalize("NFC", pair[0] + mark + pair[1])
    for pair in ("oa", "oe", "uy")
    for mark in "\u0300\u0301\u0309\u0303\u0323"
}
"""A final "oà" to "òa" and so on: two schools of placing the tone mark, one syllable."""


def fold(text: str) -> str:
    """Case and all marks dropped, đ → d: "Nâng cao chất lượng" gives "nang cao chat luong"."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed)).translate(_D)


def _forms(token: str) -> tuple[str, str]:
    """The exact and the folded form of a lower-case token."""
    tail = token[-2:]
    if tail in _OLD_TO_NEW and not (tail[0] == "u" and token[:1] == "q"):
        token = token[:-2] + _OLD_TO_NEW[tail]
    token = token[:MAX_TOKEN]
    # never empty, so that exact and folded tokens keep step
    return token, token if token.isascii() else fold(token) or token


class _Forms(dict[str, str]):
    """Tokens that were seen, with one of their two forms: there are few syllables, and a look-up in a dict
    takes a quarter of the time of a cached call."""

    def __init__(self, form: int) -> None:
        self._form = form

    def __missing__(self, token: str) -> str:
        if len(self) >= _MOST_SEEN:
            self.clear()
        found = self[token] = _forms(token)[self._form]
        return found


_MOST_SEEN = 100_000
_exact_form, _folded_form = _Forms(0).__getitem__, _Forms(1).__getitem__


def _pieces(text: str) -> list[str]:
    return _TOKEN.findall(unicodedata.normalize("NFC", text).casefold())


def exact_tokens(text: str) -> list[str]:
    """Runs of letters and digits, lower case, marks kept and the tone mark in one place ("uỷ" is "ủy"):
    "605-CV/TU" gives ["605", "cv", "tu"]."""
    return [*map(_exact_form, _pieces(text))]


def tokens(text: str) -> tuple[list[str], list[str]]:
    """``(exact, folded)`` tokens, as many of the one as of the other, so that phrases line up."""
    pieces = _pieces(text)
    return [*map(_exact_form, pieces)], [*map(_folded_form, pieces)]


def folded_name(text: str) -> str:
    """A name as it is compared: folded tokens joined by one space."""
    return " ".join(tokens(text)[1])


def name_key(text: str) -> str:
    """A name's identity: marks count, case, spacing and the place of the tone mark do not."""
    return " ".join(exact_tokens(text))
