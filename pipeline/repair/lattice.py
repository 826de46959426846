"""From tokens to a lattice: each line's damage names the channel that its words are read through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.repair.alphabet import strip_marks
from pipeline.repair.beam import EPSILON, Lattice
from pipeline.repair.channels import Candidates, Channel, Doubt
from pipeline.repair.damage import Damage
from pipeline.repair.dropped import Dropped
from pipeline.repair.gaps import Gaps
from pipeline.repair.lexicon import Lexicon
from pipeline.repair.tokens import Kind, Token, word
from pipeline.repair.vocabulary import NUMBER, UNKNOWN, Shape, folded, shapes, symbol

SHAPE_WEIGHT = 0.5
"""Measured: 0, 0.5, 1 and 1.5 restore 98.6, 98.5, 98.2 and 98.1 % of a stripped directive, but more of its
capitals' names with 0.5 than with 0."""

_CHUNK = re.compile(r"(\n[^\S\n]*\n\s*|[\n\f])|\S+")
_INNER = re.compile(r"[\w¢€|](?:[\w¢€|@’'‘`)(:.]*[\w¢€|@])?")
_CODE = re.compile(r"\d[\d.,/:%-]*\Z|.*\d.*[-/].*|.*@.*\.|[A-ZĐ]{2,}[-/]")
_ABBREVIATION = re.compile(r"[A-ZĐ]{2,}[-/]")
_SYLLABLE = re.compile(r"[A-Z][06]\Z|P[AO]NG\Z|[A-Z]{2,}.*[Éé€]")
_VOWELLESS = re.compile(r"[BCDGHKLMNPQRSTVX]{2,4}\Z")
_DIGITS = re.compile(r"\d{1,2}\Z")
"""May be a syllable ("16 chức" is "tổ chức"); real numbers hold by what stands around them,
and those that open a line count something."""
_SIGNS = {"&", "¥"}
_BESIDE = ",;:.()&\n"
_NUMERALS = {"I", "V", "X"}
"""What is left of "Đối", "Về" and "Xử" too."""
_NUMERAL = np.float32(-3.5)
"""One Roman number, five, among all numbers."""
_LOST = {Damage.STRIPPED, Damage.PARTLY, Damage.DROPPED}
"""Damage that takes no letter for another: what stands is what is left."""
_STOPS = {".", ";", ":", "!", "?", "…"}
_SERIAL = r"[^\S\n]{0,2}[:.]?[^\S\n]{0,3}\d{1,5}[^\S\n]{0,2}[-/][^\S\n]{0,2}"
_NUMBERED = re.compile(rf"{_SERIAL}[A-ZĐ\d]")
"""What follows "số" before a document's number; the model sees a sentence's end in its colon."""
_NUMBERED_ACT = re.compile(
    rf"{_SERIAL}(?:\d{{4}}[^\S\n]{{0,2}}/[^\S\n]{{0,2}})?"
    r"(?:[A-ZĐ]{2}|[A-ZĐ]\d{1,2}(?!\d)|[A-ZĐ]-|[LT]/)"
)
"""The same in mid-line, where a house, a month or a branch may have a number too: "hồ sơ 12/2018", "cơ sở 2 -
Bệnh viện"."""
_OTHER_SO = frozenset(("co", "tru", "ho"))
"""Before another word that has these letters: "cơ sở", "trụ sở", "hồ sơ"."""
_BLANK = re.compile(r"[^\S\n]{0,2}[:.][^\w\n]{0,20}[-/][^\S\n]{0,2}(?:\d{4}[^\S\n]?/[^\S\n]?)?[A-ZĐ]{2}")
"""What follows it in a head whose number is blank or written by hand: "Số: …/QĐ-UBND"."""


@dataclass
class Slots:
    """Positions of the lattice with the tokens they stand for."""

    tokens: list[Token] = field(default_factory=list)
    damages: list[Damage | None] = field(default_factory=list)
    """None where nothing may be changed."""
    opening: list[bool] = field(default_factory=list)
    numbers: list[NDArray[np.int32]] = field(default_factory=list)
    costs: list[NDArray[np.float32]] = field(default_factory=list)
    own: list[int] = field(default_factory=list)
    """The word as it stands; `UNKNOWN` where nothing stands, or nothing the model knows."""

    def add(
        self, token: Token, found: Candidates, damage: Damage | None, own: int, *, opening: bool = False
    ) -> None:
        self.tokens.append(token)
        self.damages.append(damage)
        self.opening.append(opening)
        self.numbers.append(found[0])
        self.costs.append(found[1])
        self.own.append(own)

    def lattice(self) -> Lattice:
        start = np.concatenate(([0], np.cumsum([len(n) for n in self.numbers]))).astype(np.int64)
        if not self.numbers:
            return Lattice(start, np.zeros(0, np.int32), np.zeros(0, np.float32))
        return Lattice(start, np.concatenate(self.numbers), np.concatenate(self.costs).astype(np.float32))


_SINGLE: dict[int, Candidates] = {}


def fixed(number: int) -> Candidates:
    """The one candidate that is sure."""
    if number not in _SINGLE:
        _SINGLE[number] = (np.array([number], np.int32), np.zeros(1, np.float32))
    return _SINGLE[number]


def fill(
    text: str,
    tokens: Sequence[Token],
    lines: Sequence[tuple[int, int]],
    judged: Sequence[Damage],
    channels: Mapping[Damage, Channel],
    lexicon: Lexicon,
    doubts: Mapping[int, Doubt],
) -> Slots:
    """The positions of all lines. ``doubts``: the OCR engine's, by the place where a token starts."""
    slots = Slots()
    shaped = list(shapes(tokens))
    index = lexicon.model.index
    memory: dict[tuple[Damage, str, Shape], tuple[Candidates, int]] = {}
    gaps = Gaps(text)
    for (first, last), damage in zip(lines, judged, strict=True):
        channel = channels.get(damage)
        row = shaped[first:last]
        if damage is Damage.MISREAD and row:
            row = list(shapes(_chunks(text, row[0][0].start, row[-1][0].end, lexicon)))
        alone = _abbreviations(row) if damage is not Damage.MISREAD else frozenset()
        if damage in (Damage.DROPPED, Damage.MISREAD):
            alone |= _signs(text, row)
        if damage is Damage.DROPPED:
            alone |= _enumerated(text, row)
        gone = channel.vanished if isinstance(channel, Dropped) else None
        for token, shape in row:
            numeral = isinstance(channel, Dropped) and token.text in _NUMERALS and token.start not in alone
            if token.kind is not Kind.WORD and not numeral:
                if gone is not None and gaps.before_sign(text, token):
                    hole = Token(token.start - 1, token.start, " ", Kind.WORD)
                    slots.add(hole, _with_silence(gone, gaps.HOLE), damage, UNKNOWN)
                mark = symbol(token)
                slots.add(token, fixed(EPSILON if mark is None else mark), None, UNKNOWN)
                continue
            opening = shape is Shape.OPENING
            if gone is not None:
                first = token.start - (text[token.start - 2 : token.start] == "  ")
                slots.add(
                    Token(first, token.start, text[first : token.start], Kind.WORD),
                    _with_silence(gone, gaps.before_word(text, token)),
                    damage,
                    UNKNOWN,
                    opening=opening,
                )
            short = lexicon.short.get(token.text.lower()) if token.text.isupper() else None
            if channel is None or token.start in alone or (short and damage in _LOST):
                own = short or index.get(folded(token.text), UNKNOWN)
                slots.add(token, fixed(own), None, own)
                continue
            if damage is not Damage.DROPPED and _names_number(text, token):
                slots.add(token, fixed(index["số"]), damage, index.get(folded(token.text), UNKNOWN))
                continue
            doubt = doubts.get(token.start)
            key = (damage, token.text, shape)
            seen = memory.get(key) if doubt is None else None
            if seen is None:
                found, cost = channel.candidates(token.text, doubt)
                if numeral:
                    found, cost = np.append(found, np.int32(NUMBER)), np.append(cost, _NUMERAL)
                if not opening and len(found) > 1 and damage is not Damage.DROPPED:
                    cost = cost + SHAPE_WEIGHT * lexicon.model.shapes[found, int(shape)]
                seen = (found, cost), index.get(folded(token.text), UNKNOWN)
                if doubt is None:
                    memory[key] = seen
            slots.add(token, seen[0], damage, seen[1], opening=opening)
    return slots


def _names_number(text: str, token: Token) -> bool:
    """Whether a word, whatever marks it has, is the "số" of a document's number."""
    if strip_marks(token.text.lower()) != "so":
        return False
    opens = not text[text.rfind("\n", 0, token.start) + 1 : token.start].strip(" \t")
    if opens:
        return bool(_NUMBERED.match(text, token.end) or _BLANK.match(text, token.end))
    before = strip_marks(text[max(0, token.start - 12) : token.start].lower()).split()
    return not (before and before[-1] in _OTHER_SO) and _NUMBERED_ACT.match(text, token.end) is not None


def _abbreviations(row: Sequence[tuple[Token, Shape]]) -> frozenset[int]:
    """Where capitals without marks stand among small letters ("TU", "MTTQ"); no heading, whose words stand
    together.
    """
    words = [t for t, _ in row if t.kind is Kind.WORD and len(t.text) > 1]
    upper = [False, *(w.text.isupper() for w in words), False]
    if 2 * sum(upper) >= len(words):
        return frozenset()
    return frozenset(
        word.start
        for place, word in enumerate(words, 1)
        if upper[place]
        and len(word.text) <= 5
        and word.text.isascii()
        and not (upper[place - 1] or upper[place + 1])
    )


def _signs(text: str, row: Sequence[tuple[Token, Shape]]) -> frozenset[int]:
    """Where "V/v" and "KT." stand: a letter at a stroke, capitals without a vowel before a stop and words."""
    found = set()
    for place, (token, _) in enumerate(row):
        if token.kind is not Kind.WORD:
            continue
        before, after = text[max(token.start - 1, 0) : token.start], text[token.end : token.end + 2]
        if len(token.text) == 1:
            stroke = before == "/" or after[:1] == "/"
        else:
            more = any(t.kind is Kind.WORD for t, _ in row[place + 1 :])
            stroke = after[:1] == "." and more and _VOWELLESS.match(token.text) is not None
        if stroke:
            found.add(token.start)
    return frozenset(found)


def _enumerated(text: str, row: Sequence[tuple[Token, Shape]]) -> frozenset[int]:
    """Where "a)", "V." open a line, and where capitals stand between two signs ("Lưu: VT, NN."): such are an
    abbreviation, and the words of a heading have none of their own between them.
    """
    found = set()
    for place, (token, _) in enumerate(row):
        if token.kind not in (Kind.WORD, Kind.NUMBER):
            continue
        before = row[place - 1][0].text[-1:] if place else "\n"
        after = row[place + 1][0].text[:1] if place + 1 < len(row) else "\n"
        first = place == 0 or (place == 1 and before in '"“-')
        if first:
            marker = after in ".)" and len(token.text) == 1
        else:
            marker = token.text.isupper() and before in _BESIDE and (after in _BESIDE)
        if marker:
            found.add(token.start)
    return frozenset(found)


def _with_silence(gone: Candidates, cost: float) -> Candidates:
    """What may have vanished, and nothing at all at this ``cost``."""
    return np.append(np.int32(EPSILON), gone[0]), np.append(np.float32(cost), gone[1])


def _chunks(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    """Tokens of a line that an engine without Vietnamese read: digits and signs may be letters.

    Capitals that no syllable has without its marks are an abbreviation.
    """
    for match in _CHUNK.finditer(text, start, end):
        if match.group(1):
            blank = match.group().count("\n") > 1
            yield Token(match.start(), match.end(), match.group(), Kind.BREAK if blank else Kind.LINE)
            continue
        inner = _INNER.search(match.group())
        if match.group() in _SIGNS:
            yield Token(match.start(), match.end(), match.group(), Kind.WORD)
            continue
        if inner is None or not match.group().strip("|_"):
            kind = (
                Kind.STOP if match.group() in _STOPS else Kind.COMMA if match.group() == "," else Kind.OTHER
            )
            yield Token(match.start(), match.end(), match.group(), kind)
            continue
        begin, core = match.start() + inner.start(), inner.group()
        if _DIGITS.match(match.group()) and match.start() > start:
            yield Token(begin, begin + len(core), core, Kind.WORD)
        elif _CODE.match(core) or _ABBREVIATION.match(text, begin):
            yield Token(begin, begin + len(core), core, Kind.NUMBER if core[0].isdigit() else Kind.CODE)
        elif (
            core.isupper() and not _SYLLABLE.match(core) and strip_marks(core.lower()) not in lexicon.by_base
        ):
            yield Token(begin, begin + len(core), core, Kind.CODE)
        else:
            yield word(begin, core)
        if inner.end() < len(match.group()):
            after = match.group()[inner.end() :]
            place = begin + len(core)
            if "," in after:
                yield Token(place, match.end(), after, Kind.COMMA)
            elif any(c in _STOPS for c in after):
                yield Token(place, match.end(), after, Kind.STOP)
            else:
                yield Token(place, match.end(), after, Kind.OTHER)
