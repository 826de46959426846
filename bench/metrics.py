"""How near a reading is to its gold annotation: scalars equal after folding, mentions matched one to one.

The same idea as the judges' scorer (fixtures/README.md): references match by canonical number, deadlines,
obligations and rules by the overlap of their words; a match needs a Dice overlap of 0.6 (rules: 0.4).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import Levenshtein

from extractors.model import Reading

Item = Mapping[str, Any]


@dataclass(slots=True)
class Share:
    """Hits among gold and among predicted, added up over documents."""

    hit: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.gold + self.predicted) if self.gold + self.predicted else 1.0

    def add(self, hit: int, gold: int, predicted: int) -> None:
        self.hit, self.gold, self.predicted = self.hit + hit, self.gold + gold, self.predicted + predicted


def fold(text: str | None) -> str:
    folded = unicodedata.normalize("NFC", text or "").lower().replace("–", "-")
    return re.sub(r"\s+", " ", folded).strip(' .,;:-/()[]“”"')


def overlap(one: str | None, other: str | None) -> float:
    """Dice overlap of two bags of words, 0 to 1."""
    a, b = (Counter(re.findall(r"\w+", fold(text))) for text in (one, other))
    both = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / both if both else 0.0


def matches(
    gold: Sequence[Item], found: Sequence[Item], alike: Callable[[Item, Item], float], least: float
) -> int:
    """How many gold items find a partner of their own, the likest pairs first."""
    pairs = sorted(
        ((alike(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for likeness, i, j in pairs:
        if likeness >= least and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
    return len(used_gold)


def _same_reference(gold: Item, found: Item) -> float:
    if gold.get("number"):
        return float(fold(gold["number"]) == fold(found.get("number")))
    return 0.0 if found.get("number") else overlap(gold["quote"], found["text"])


def _same_words(gold: Item, found: Item) -> float:
    return overlap(gold["quote"], found["text"])


def _same_rule(gold: Item, found: Item) -> float:
    return overlap(gold["quote"], found["text"]) if gold["kind"] == found["kind"] else 0.0


MENTIONS: dict[str, tuple[Callable[[Item, Item], float], float]] = {
    "references": (_same_reference, 0.6),
    "deadlines": (_same_words, 0.6),
    "obligations": (_same_words, 0.6),
    "rules": (_same_rule, 0.4),
}


def score(gold: Item, reading: Reading, shares: dict[str, Share]) -> None:
    """Adds one document to ``shares``: a share per scalar field and per kind of mention."""
    read = reading.model_dump()
    flat = {
        "number": (read["number"] or {}).get("text"),
        "type": (read["type"] or {}).get("code"),
        "issuer": (read["issuer"] or {}).get("name"),
        "issued": (read["issued"] or {}).get("date"),
        "place": (read["issued"] or {}).get("place"),
        "subject": read["subject"],
    }
    for field, got in flat.items():
        shares.setdefault(field, Share()).add(int(fold(gold.get(field)) == fold(got)), 1, 1)
    for kind, (alike, least) in MENTIONS.items():
        want, found = gold.get(kind) or [], read[kind]
        shares.setdefault(kind, Share()).add(matches(want, found, alike, least), len(want), len(found))


def error_rates(truths: Sequence[str], read: str) -> tuple[float, float]:
    """Character and word error rate of ``read``, the least over the legal reading orders ``truths``."""
    got = re.sub(r"\s+", " ", unicodedata.normalize("NFC", read)).strip()
    rates: list[tuple[float, float]] = []
    for truth in truths:
        want = re.sub(r"\s+", " ", unicodedata.normalize("NFC", truth)).strip()
        letters = Levenshtein.distance(want, got) / max(1, len(want))
        words = Levenshtein.distance(want.split(), got.split()) / max(1, len(want.split()))
        rates.append((letters, words))
    return min(rates)
