"""Mending syllables: lines are judged, damaged ones decoded, and sure changes made."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from extractors.model import RepairKind, Warning
from pipeline.document import Word
from pipeline.repair.addresses import Span, address_spans, outside, touches
from pipeline.repair.alphabet import restyle, strip_marks, style_of
from pipeline.repair.beam import decode, posterior
from pipeline.repair.channels import Channel, Doubt, Slips, Stripped
from pipeline.repair.codes import code_edits
from pipeline.repair.damage import Damage, Evidence, judge, weigh
from pipeline.repair.dropped import Dropped
from pipeline.repair.edits import Edit, apart
from pipeline.repair.lattice import Slots, fill
from pipeline.repair.lexicon import Lexicon, shipped
from pipeline.repair.misread import Misread
from pipeline.repair.ngram import NGrams
from pipeline.repair.recurrence import recurring
from pipeline.repair.tokens import Kind, Token, tokenize
from pipeline.repair.vocabulary import RESERVED, Shape

SURE = {
    Damage.SOUND: 0.80,
    Damage.STRIPPED: 0.30,
    Damage.PARTLY: 0.50,
    Damage.DROPPED: 0.20,
    Damage.MISREAD: 0.20,
}
"""Changes less likely than this are left as they were and reported (measured: bench/repair.py)."""

_SURE_OF_SIGNS = 0.95
"""What digits and signs alone ask: they are numbers oftener than syllables misread."""

_SURE_OF_NAMES = 0.97
"""What a word asks that is written as a name is, in text that an engine with Vietnamese read."""

_LETTERS = re.compile(r"[^\W\d_]+")
_WIDTH = {Damage.DROPPED: 32, Damage.MISREAD: 24}
_WIDTH_USUAL = 10
_READ_TWICE = {Damage.DROPPED, Damage.MISREAD, Damage.STRIPPED, Damage.PARTLY}
"""Damage after which the document's own words are worth a second reading (of ten errors that a first leaves
in stripped directives it mends one)."""


_ONE_FORM = frozenset("CKOPSUVWXZÓÔÚÙÖ")
"""Capitals that differ from small letters in size alone, so that an engine takes one for the other."""
_SELDOM = -4.0
"""Log odds of a capital, against those of all words, under which it was misread (at -2 names lose theirs)."""


@dataclass
class Mended:
    edits: list[Edit]
    warnings: list[Warning]
    damages: Counter[Damage]
    """Lines of each kind."""


@lru_cache(maxsize=1)
def _dropped() -> Dropped:
    return Dropped(shipped())


@lru_cache(maxsize=1)
def _misread() -> Misread:
    return Misread(shipped())


@lru_cache(maxsize=1)
def _stripped() -> Stripped:
    return Stripped(shipped())


@lru_cache(maxsize=1)
def _slips() -> Slips:
    return Slips(shipped())


def mend(text: str, words: Sequence[Word] = (), *, slips: bool = False) -> Mended:
    """Edits that mend the syllables of NFC text.

    ``slips``: the text was read by an OCR engine that knows Vietnamese; its usual mistakes are looked for
    too.
    """
    lexicon = shipped()
    tokens = list(tokenize(text))
    lines = _lines(tokens)
    judged = _judge(tokens, lines, lexicon)
    damages = Counter(judged)
    if not slips and not set(damages) - {Damage.SOUND, Damage.FOREIGN}:
        return Mended([], [], damages)
    channels: dict[Damage, Channel] = {}
    if Damage.STRIPPED in damages:
        channels[Damage.STRIPPED] = _stripped()
    if Damage.PARTLY in damages:
        channels[Damage.PARTLY] = Stripped(lexicon, rate=_rate(tokens, lines, judged, lexicon))
    if Damage.DROPPED in damages:
        channels[Damage.DROPPED] = _dropped()
    if Damage.MISREAD in damages:
        channels[Damage.MISREAD] = _misread()
    if slips:
        channels[Damage.SOUND] = _slips()
    doubts = _doubts(text, tokens, words) if words else {}
    slots = fill(text, tokens, lines, judged, channels, lexicon, doubts)
    width = max((_WIDTH.get(d, _WIDTH_USUAL) for d in channels), default=_WIDTH_USUAL)
    addresses = address_spans(text)
    edits, warnings = _changes(slots, lexicon, width, addresses, newer=_habit(tokens))
    for (first, last), damage in zip(lines, judged, strict=True):
        edits.extend(code_edits(text, tokens[first].start, tokens[last - 1].end, damage))
    return Mended(apart(outside(edits, addresses)), warnings, damages)


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


def _doubts(text: str, tokens: Sequence[Token], words: Sequence[Word]) -> dict[int, Doubt]:
    """The OCR engine's doubt of each token that lies in one of its words, by where the token starts.

    Another reading of a word is one of its tokens only where both have as many runs of letters.
    """
    starts = [t.start for t in tokens]
    found: dict[int, Doubt] = {}
    for word in words:
        if word.confidence is None:
            continue
        runs = [word.start + m.start() for m in _LETTERS.finditer(text[word.start : word.end])]
        others = [_LETTERS.findall(unicodedata.normalize("NFC", other)) for other, _ in word.alternatives]
        place = bisect_left(starts, word.start)
        while place < len(tokens) and starts[place] < word.end:
            run = runs.index(starts[place]) if starts[place] in runs else None
            readings = [o[run] for o in others if run is not None and len(o) == len(runs)]
            found[starts[place]] = Doubt(word.confidence, tuple(readings))
            place += 1
    return found


def _changes(
    slots: Slots, lexicon: Lexicon, width: int, addresses: list[Span], *, newer: bool
) -> tuple[list[Edit], list[Warning]]:
    model = lexicon.model
    lattice = slots.lattice()
    chosen = decode(model, lattice, width=width)
    if _READ_TWICE.intersection(slots.damages):
        lattice = recurring(model, lattice, chosen)
        chosen = decode(model, lattice, width=width)
    picked = lattice.word[chosen]
    at = np.flatnonzero((picked >= len(RESERVED)) & (picked != np.array(slots.own, np.int32)))
    places = [place for place in at.tolist() if slots.damages[place] is not None]
    if not places:
        return [], []
    at = np.array(places, np.int64)
    shares = posterior(model, lattice, chosen, at)
    offsets = np.concatenate(([0], np.cumsum(lattice.start[at + 1] - lattice.start[at])))[:-1]
    confidences = shares[offsets + chosen[at] - lattice.start[at]].tolist()
    edits: list[Edit] = []
    unsure: list[tuple[int, int]] = []
    for place, number, confidence in zip(places, picked[at].tolist(), confidences, strict=True):
        damage, token = slots.damages[place], slots.tokens[place]
        if damage is None or touches(token.start, token.end, addresses):
            continue
        if confidence < _asked(token, damage, opening=slots.opening[place]):
            unsure.append((token.start, token.end))
            continue
        word = restyle(model.words[number], newer=newer)
        if not token.text.strip():
            if _begins(slots, place) and place + 1 < len(slots.tokens):
                word = word[0].upper() + word[1:]
            heard = slots.tokens[place + 1].kind is Kind.WORD if place + 1 < len(slots.tokens) else True
            # The space of a hole before a sign is the one that stood before the syllable.
            after = word + " " if heard or not token.text else " " + word
        else:
            seen = token.text
            if damage is Damage.MISREAD and seen.isupper() and len(seen) <= 3 and not _capitals(slots, place):
                # "BO Chính trị": the engine took a marked letter for a capital.
                seen = seen.capitalize()
            if damage is Damage.MISREAD and not slots.opening[place] and _is_small(model, number, seen):
                seen = seen.lower()
            after = recased(word, seen, letter_by_letter=damage is not Damage.MISREAD)
            if damage is Damage.DROPPED and word[0] > "\xff" and _begins(slots, place):
                after = after[0].upper() + after[1:]
        kind: RepairKind = "ocr" if damage in (Damage.SOUND, Damage.MISREAD) else "diacritics"
        edits.append(Edit(token.start, token.end, after, kind, confidence))
    warnings = []
    if unsure:
        message = f"{len(unsure)} words look damaged but no reading is sure; left as they were"
        warnings.append(Warning(code="repair-unsure", message=message, spans=unsure))
    return edits, warnings


def _begins(slots: Slots, place: int) -> bool:
    """Whether a sentence begins here: its capital may be among the letters that were dropped."""
    before = [t for t in slots.tokens[max(0, place - 6) : place] if t.text.strip() or t.kind is Kind.BREAK]
    if not slots.opening[place]:
        return False
    while before and before[-1].kind is Kind.LINE:
        before.pop()
    return not before or before[-1].kind is Kind.BREAK or before[-1].text[-1] in ".!?"


def _asked(token: Token, damage: Damage, *, opening: bool) -> float:
    """The confidence that a change of this token takes."""
    if token.text.strip() and not any(map(str.isalpha, token.text)):
        return _SURE_OF_SIGNS
    if damage is Damage.SOUND and not opening and token.text[:1].isupper() and token.text[1:].islower():
        return _SURE_OF_NAMES
    return SURE[damage]


def _habit(tokens: Sequence[Token]) -> bool:
    """Whether the document writes "uỷ" (newer) rather than "ủy"."""
    styles = Counter(style_of(t.text) for t in tokens if t.kind is Kind.WORD)
    return styles["newer"] > styles["older"]


def _is_small(model: NGrams, number: int, seen: str) -> bool:
    """Whether the capital that opens ``seen`` is a small letter of the same form, the word having none."""
    if seen[:1] not in _ONE_FORM or not seen[1:].islower():
        return False
    shapes = model.shapes[number]
    return bool(shapes[Shape.CAPITAL] - shapes[Shape.LOWER] < _SELDOM)


def _capitals(slots: Slots, place: int) -> bool:
    """Whether the words around are all in capitals too."""
    beside = [t for t in slots.tokens[max(0, place - 1) : place + 2] if t is not slots.tokens[place]]
    if any(t.kind is Kind.WORD and len(t.text) > 1 and t.text.isupper() for t in beside):
        return True
    near = [
        t.text for t in slots.tokens[max(0, place - 3) : place + 4] if t.kind is Kind.WORD and len(t.text) > 2
    ]
    return bool(near) and sum(t.isupper() for t in near) > len(near) / 2


@lru_cache(maxsize=1 << 16)
def recased(word: str, seen: str, *, letter_by_letter: bool = True) -> str:
    """The word in the case of what was seen."""
    if seen.islower():
        return word
    if word[0] == "l" and seen[0] in "I1|":
        # An engine that took l for I says nothing about case.
        seen = "l" + seen[1:]
        if seen.islower():
            return word
    letters = [c for c in seen if c.isalpha()]
    if letters and all(c.isupper() for c in letters) and (len(letters) > 1 or len(word) == 1):
        return word.upper()
    if letter_by_letter and len(word) == len(seen) and strip_marks(word) == strip_marks(seen).lower():
        return "".join(w.upper() if s.isupper() else w for w, s in zip(word, seen, strict=True))
    return word[0].upper() + word[1:] if letters and seen[0].isupper() else word
