"""Tells where a body that asks others begins ("… | Chủ tịch Ủy ban nhân dân tỉnh giao Sở Y tế …")."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.lexicon import classes, verbs

_ASKING = frozenset(("giao", "yêu cầu", "đề nghị", "chỉ đạo", "phân công", "giao cho"))
_GOVERNS = frozenset(("được", "do", "của", "với", "cho", "bởi", "cùng", "và", "theo", "tại", "khi"))
"""Words before a body that make it part of what was said: "sau khi được Ủy ban … giao"."""
_LONGEST_ASKER = 14


def asks_at(words: Sequence[str], at: int) -> bool:
    """Whether a body begins at a word whose verb asks another body, no comma between: a main clause begins
    there even where the phrase before it lacks its comma."""
    bodies, wording = classes("bearers.tsv"), classes("wording.tsv")
    if at and words[at - 1] in _GOVERNS:
        return False
    size = bodies["head"].match(words, at)
    if not size or bodies["not"].match(words, at):
        return False
    for i in range(at + size, min(at + size + _LONGEST_ASKER, len(words))):
        if not words[i][0].isalpha() or words[i] == "được":
            return False  # "cơ quan chuyên môn được Ủy ban … phân công": another asked it
        verb = wording["assign"].match(words, i)
        if words[i] == "giao" and words[i - 1] in ("bàn", "chuyển"):
            return False  # "bàn giao cho Thanh tra huyện": hands over
        if verb and " ".join(words[i : i + verb]) in _ASKING:
            place = i + verb
            place += bodies["det"].match(words, place)
            return bodies["head"].match(words, place) > verbs().match(words, place)  # "báo | cáo"
    return False
