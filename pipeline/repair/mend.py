"""Mending syllables: lines are judged, damaged ones decoded, and sure changes made."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.model import RepairKind, Warning
from pipeline.document import Word
from pipeline.repair.alphabet import restyle, strip_marks, style_of
from pipeline.repair.beam import EPSILON, Lattice, decode, posterior
from pipeline.repair.channels import Channel, Slips, Stripped
from pipeline.repair.damage import Damage, Evidence, judge, weigh
from pipeline.repair.edits import Edit
from pipeline.repair.lexicon import Lexicon, shipped
from pipeline.repair.tokens import Kind, Token, tokenize
from pipeline.repair.vocabulary import UNKNOWN, Shape, folded, shapes, symbol

SURE = {"diacritics": 0.30, "ocr": 0.93}
"""Changes less likely than this are left as they were and reported (measured: see bench/repair.py)."""
_SHAPE_WEIGHT = 0.5


@dataclass
class Mended:
    edits: list[Edit]
    warnings: list[Warning]


def mend(
    text: str, words: Sequence[Word] = (), *, slips: bool = False, lexicon: Lexicon | None = None
) -> Mended:
    """Edits that mend the syllables of NFC text.

    ``slips``: the text was read by an OCR engine that knows Vietnamese; its usual mistakes are looked for too.
    """
    lexicon = lexicon or shipped()
    shaped = list(shapes(tokenize(text)))
    tokens = [t for t, _ in shaped]
    lines = _lines(tokens)
    judged = _judge(tokens, lines, lexicon)
    if not slips and all(d in (Damage.SOUND, Damage.FOREIGN) for d in judged):
        return Mended([], [])
    channels: dict[Damage, Channel] = {Damage.STRIPPED: Stripped(lexicon)}
    if Damage.PARTLY in judged:
        channels[Damage.PARTLY] = Stripped(lexicon, rate=_rate(tokens, lines, judged, lexicon))
    if slips:
        channels[Damage.SOUND] = Slips(lexicon)
    doubts = _confidences(tokens, words) if words else {}
    start, numbers, costs = [0], [], []
    kinds: list[RepairKind | None] = []
    for (first, last), damage in zip(lines, judged, strict=True):
        channel = channels.get(damage)
        kind: RepairKind = "ocr" if damage is Damage.SOUND else "diacritics"
        for place in range(first, last):
            token, shape = shaped[place]
            if token.kind is not Kind.WORD:
                mark = symbol(token)
                numbers.append(np.array([EPSILON if mark is None else mark], np.int32))
                costs.append(np.zeros(1, np.float32))
                kinds.append(None)
            else:
                if channel is None:
                    found = np.array([lexicon.model.index.get(folded(token.text), UNKNOWN)], np.int32)
                    cost = np.zeros(1, np.float32)
                else:
                    found, cost = channel.candidates(token.text, doubts.get(place))
                if shape is not Shape.OPENING and len(found) > 1:
                    cost = cost + _SHAPE_WEIGHT * lexicon.model.shapes[found, int(shape)]
                numbers.append(found)
                costs.append(cost)
                kinds.append(kind if channel is not None else None)
            start.append(start[-1] + len(numbers[-1]))
    lattice = Lattice(
        np.array(start, np.int64), np.concatenate(numbers), np.concatenate(costs).astype(np.float32)
    )
    return _changes(tokens, kinds, lattice, lexicon)


def _lines(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Ranges of tokens, one a line; the line's end belongs to it."""
    lines, first = [], 0
    for place, token in enumerate(tokens):
        if token.kind in (Kind.LINE, Kind.BREAK):
            lines.append((first, place + 1))
            first = place + 1
    if first < len(tokens):
        lines.append((first, len(tokens)))
    return lines


def _judge(tokens: Sequence[Token], lines: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[Damage]:
    whole = Evidence()
    each = []
    for first, last in lines:
        seen = weigh(tokens[first:last], lexicon)
        each.append(seen)
        whole += seen
    around = judge(whole)
    return [judge(seen, around=around) for seen in each]


def _rate(
    tokens: Sequence[Token], lines: Sequence[tuple[int, int]], judged: Sequence[Damage], lexicon: Lexicon
) -> float:
    """The share of marks lost in partly stripped lines, from words that must have lost theirs."""
    whole = Evidence()
    for (first, last), damage in zip(lines, judged, strict=True):
        if damage is Damage.PARTLY:
            whole += weigh(tokens[first:last], lexicon)
    # Of stripped words 47 % are impossible as they stand.
    return min(0.9, max(0.05, whole.bare / 0.47 / max(whole.words, 1)))


def _confidences(tokens: Sequence[Token], words: Sequence[Word]) -> dict[int, float]:
    """The OCR engine's confidence for each token that lies in one of its words."""
    starts = [t.start for t in tokens]
    found: dict[int, float] = {}
    for word in words:
        if word.confidence is None:
            continue
        place = bisect_left(starts, word.start)
        while place < len(tokens) and tokens[place].start < word.end:
            found[place] = word.confidence
            place += 1
    return found


def _changes(
    tokens: Sequence[Token], kinds: Sequence[RepairKind | None], lattice: Lattice, lexicon: Lexicon
) -> Mended:
    model = lexicon.model
    chosen = decode(model, lattice)
    picked = lattice.word[chosen]
    newer = _habit(tokens)
    places = []
    for place, kind in enumerate(kinds):
        if (
            kind is not None
            and picked[place] > UNKNOWN
            and model.words[picked[place]] != folded(tokens[place].text)
        ):
            places.append(place)
    if not places:
        return Mended([], [])
    at = np.array(places, np.int64)
    shares = posterior(model, lattice, chosen, at)
    offsets = np.concatenate(([0], np.cumsum(lattice.start[at + 1] - lattice.start[at])))
    edits: list[Edit] = []
    unsure: list[tuple[int, int]] = []
    for index, place in enumerate(places):
        kind = kinds[place]
        assert kind is not None
        token = tokens[place]
        confidence = float(shares[offsets[index] + chosen[place] - lattice.start[place]])
        if confidence < SURE[kind]:
            unsure.append((token.start, token.end))
            continue
        after = recased(model.words[picked[place]], token.text, newer=newer)
        edits.append(Edit(token.start, token.end, after, kind, confidence))
    warnings = []
    if unsure:
        warnings.append(
            Warning(
                code="repair-unsure",
                message=f"{len(unsure)} words look damaged but no reading is sure; left as they were",
                spans=unsure,
            )
        )
    return Mended(edits, warnings)


def _habit(tokens: Sequence[Token]) -> bool:
    """Whether the document writes "uỷ" (newer) rather than "ủy"."""
    styles = Counter(style_of(t.text) for t in tokens if t.kind is Kind.WORD)
    return styles["newer"] > styles["older"]


def recased(word: str, seen: str, *, newer: bool = False) -> str:
    """The word in the case of what was seen, its tone mark where the document puts it."""
    word = restyle(word, newer=newer)
    if seen.islower():
        return word
    if seen.isupper() and (len(seen) > 1 or len(word) == 1):
        return word.upper()
    if len(word) == len(seen) and strip_marks(word) == strip_marks(seen).lower():
        return "".join(w.upper() if s.isupper() else w for w, s in zip(word, seen, strict=True))
    return word[0].upper() + word[1:]
