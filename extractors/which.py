"""Clauses inside a bearer's name that say which are meant, before the modal verb of the sentence."""

from __future__ import annotations

from extractors.lexicon import classes, verbs
from extractors.phrases import Tokens

_GENERIC = frozenset(
    (
        "tổ chức", "cá nhân", "cơ quan", "đơn vị", "doanh nghiệp", "cơ sở", "đảng viên", "cán bộ",
        "công chức", "viên chức", "học sinh", "sinh viên", "thí sinh", "đối tượng", "nhà thầu",
        "công dân", "gia đình",
    )
)  # fmt: skip
"""Names that may need a clause to say which are meant."""
_LONGEST_CLAUSE = 16


def end(tokens: Tokens, i: int) -> int:
    """Where "phải" or "có trách nhiệm" stands behind a clause that says which are meant: "Tổ chức, cá nhân |
    nuôi, vận chuyển thú quý | phải lập báo cáo". 0 for none."""
    words = tokens.words
    if " ".join(words[i - 2 : i]) not in _GENERIC or not verbs().match(words, i):
        return 0
    wording = classes("wording.tsv")
    for j in range(i + 1, min(i + _LONGEST_CLAUSE, len(words))):
        if words[j] == ",":
            if not verbs().match(words, j + 1):
                return 0
        elif wording["must"].match(words, j):
            return j if words[j] != "cần" and j > i + 1 else 0
        elif words[j] in _ENDS_WHICH or wording["not"].match(words, j) or wording["link"].match(words, j) > 1:
            return 0
    return 0


_ENDS_WHICH = frozenset(
    (";", ":", ".", "thì", "nếu", "khi", "để", "nhằm", "mà", "theo", "căn", "trước", "sau")
)
