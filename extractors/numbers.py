"""Document numbers of every system: found, made canonical, taken apart.

Forms: Party `605-CV/TU` (Hướng dẫn 36-HD/VPTW), State `15/QĐ-BNV` and `05/BNV-VP` (Nghị định 30/2020/NĐ-CP,
Phụ lục I), normative `21/2026/TT-BCT`, Assembly `47/2019/QH14`, and those in use before (`1141-TC/QĐ/CĐKT`).
Canonical: no blanks, hyphens for dashes, marks put back in codes whose marks were lost ("QD" → "QĐ").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors import tables, view
from extractors.model import Number, Span, System

_GROUP = r"[A-ZĐƯƠ](?:[A-Za-zĐđƯƠ0-9]|&(?=[A-ZĐ])){0,14}"
_CODE = (
    rf"{_GROUP}(?:(?:[ ]{{0,2}}[-/&](?:[ ]{{0,2}}|[ ]?\n[ ]{{0,40}})|\.)[\"“'`]?{_GROUP}){{0,5}}"
    r"(?:[-/]nb(?!\w))?"
)
_GAP = r"[^\S\f]{0,3}"
"""No number goes on on the next page."""
_WRAP = rf"(?:{_GAP}|[ ]{{0,2}}\n[ ]{{0,40}})"
_BEFORE_MARK = r"(?:[^\S\n\f]{0,3}|[ \t]{0,2}\n[ ]{0,2}(?=/|-\S|-[ ][A-ZĐ]{2,4}r?[-/]))"
"""A hyphen and a blank at a line's start begin an item of a list, unless a code of an act follows."""
_YEAR = r"(?:1[89]|20)\d\d"
_O = "ốỐôÔồỒổỔỗỖộóÓòỏõoO06ơƠớờởỞỡợ"
"""What OCR engines read for the vowel of "Số"."""
_FILL = r"[\s.…]"
_DOTTED = rf"\d{{1,3}}\.\d{{1,2}}(?=\s{{0,3}}/\s{{0,3}}{_YEAR}\s{{0,3}}/)"
"""The Government's resolutions of special powers: "66.11/2026/NQ-CP"."""
_SERIAL = r"\d{1,6}(?:[A-ZĐ]{3,5}(?=/[A-ZĐ]{2})|[a-zA-ZĐđ]{0,2})"
"""With a letter ("12a/QĐ-UB") or, in old forms, the body's letters ("255TCT/QĐ/KH")."""
WRITTEN = re.compile(
    rf"(?:(?<![\w/.,-])|(?<=\b[sS][ốỐ]))(?P<serial>{_DOTTED}|{_SERIAL})(?:\s{{0,3}}(?P<first>[/-])\s{{0,3}}(?P<year>{_YEAR}))?"
    rf"(?:{_BEFORE_MARK}(?P<mark>[/-]){_WRAP}|"
    rf"(?P<space>[ ]{{1,2}})(?=[A-ZĐ]{{2,4}}r?/))(?P<code>{_CODE})(?![A-Za-zĐđÀ-ỹ])"
)
"""A number in running text (plain, case kept)."""
_WORDS = r"\s{1,3}[^\W\d]{2,9}\s{1,3}[^\W\d]{2,9}\s"
"""Two words behind "SỞ", which is no misread "SỐ" then: "SỞ LAO ĐỘNG - THƯƠNG BINH"."""
_HEAD = re.compile(
    rf"(?P<label>(?<!\w)[sS8§$][{_O}](?:\s{{1,2}}hiệu)?)(?!{_WORDS})\s{{0,4}}[:;.]?{_FILL}{{0,60}}(?P<serial>{_DOTTED}|{_SERIAL})?"
    rf"(?P<junk>[^\n/-]{{0,12}}?){_FILL}{{0,60}}(?:[/-]\s{{0,3}}(?P<year>{_YEAR})\s{{0,3}})?(?:-\s{{0,3}}(?=/))?"
    rf"(?P<mark>[/-]|(?<=[/-]\d{{4}})(?=[A-ZĐ]{{2}})|(?<=\d\s)(?=[A-ZĐ]{{2,4}}r?/[A-ZĐ]))\s{{0,6}}"
    rf"(?P<code>{_CODE})(?![A-Za-zĐđÀ-ỹ])"
)
_BARE = re.compile(rf"(?<!\w)[sS8§$][{_O}]\s{{0,4}}:?\s{{0,6}}(?P<serial>\d{{1,6}})\s{{0,6}}$")
_BLANK = re.compile(rf"(?<!\w)[sS8§$][{_O}]\s{{0,4}}[:.]{_FILL}{{0,80}}(?P<mark>[/-])?{_FILL}{{0,20}}$")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A number taken apart."""

    text: str
    serial: int | None
    year: int | None
    type_code: str | None
    issuer_code: str | None
    system: System | None


@dataclass(frozen=True, slots=True)
class Written:
    """A number that running text holds."""

    parsed: Parsed
    span: Span
    labelled: bool
    """"số" stands before it."""


_VOWELS = r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]"


def _capital(group: str) -> bool:
    """Codes are mostly capitals ("TTr", "QyĐ", "SNgV"); words in title case are not codes."""
    marks = [c for c in group if c.isalpha()]
    if marks and not re.search(_VOWELS, view.folded(group)):
        return True  # "Tg": no syllable
    return sum(c.isupper() for c in marks) > 0.5 * len(marks) or (
        len(marks) > 1 and marks[0].isupper() and tables.ascii_code(group) in tables.bodies()
    )


def mend_code(code: str) -> str:
    """Marks put back in a code that lost them, where a table knows it with marks only ("HDND" → "HĐND")."""
    if any(c in "ĐđƯƠ" for c in code) or "D" not in code.upper():
        return code
    stem = re.fullmatch(r"(.*?)(\d*)", code)
    known = tables.ascii_code(stem[1] if stem else code)
    kind = tables.kind_by_code(known)
    if kind:
        # "HD" is Hướng dẫn, and never HĐ for want of a mark; codes that are right as they stand stay
        exact = any(k.code == code for k in tables.kinds())
        return code if exact else kind.code if tables.ascii_code(kind.code) == known else code
    body = tables.bodies().get(known)
    return body.code + (stem[2] if stem else "") if body else code


def parse(printed: str) -> Parsed | None:
    """Takes a printed number apart; None where it is no number ("15", "km/h")."""
    match = WRITTEN.fullmatch(view.plain(printed).strip())
    return (
        _parsed(match["serial"], match["year"], match["mark"] or "", match["code"], match["first"])
        if match
        else None
    )


_INTERNAL = "nb"
"""Behind a body's code: for internal use ("17-CV/VPTW/nb", nội bộ)."""


def _parsed(
    serial: str | None, year: str | None, mark: str, code: str, first: str | None = None
) -> Parsed | None:
    pieces = re.split(r"\s*([-/.&])\s*", re.sub(r"\s+(?=[-/.&])|(?<=[-/.&])[\s\"“'`]+", "", code))
    groups, marks = pieces[0::2], pieces[1::2]
    groups = [mend_code(group) for group in groups]
    if not all(map(_capital, groups)):
        # a word in title case after the code is the next word of the sentence, not part of it
        keep = next(i for i, group in enumerate(groups) if not _capital(group))
        if keep == 0:
            return None
        groups, marks = groups[:keep], marks[: keep - 1]
    for i in range(len(groups) - 1, 0, -1):
        if groups[i] == groups[i - 1] and tables.kind_by_code(groups[i]):  # "21-KL/KL/TW"
            del groups[i], marks[i - 1]
    text = groups[0] + "".join(m + g for m, g in zip(marks, groups[1:], strict=True))
    head = (
        (serial or "")
        + (f"{first or '/'}{year}" if year else "")
        + (mark or ("" if year else _lost_mark(serial, groups)))
    )
    typed = next(
        (i for i, g in enumerate(groups) if tables.kind_by_code(g) and not _is_unit(groups, i, mark)), None
    )
    kind = tables.kind_by_code(groups[typed]) if typed is not None else None
    rest = [g for i, g in enumerate(groups) if i != typed and g != _INTERNAL]
    issuer = "-".join(rest) if typed == 0 else (rest[0] if rest else None)
    digits = re.match(r"\d+", serial or "")
    if mark == "/" and not year and typed == 0 and marks == ["/"] and _is_party(groups[1]):
        head, mark = f"{serial}-", "-"  # "47/HD/BTCTW", the Party's "47-HD/BTCTW" with a slash
    return Parsed(
        text=head + text,
        serial=int(digits[0]) if digits else None,
        year=int(year) if year else None,
        type_code=kind.code if kind else None,
        issuer_code=(re.sub(r"(?<=QH)\d+$", "", issuer) if issuer else None) or None,
        system=_system(mark, year, kind if typed == 0 else None, rest),
    )


_COMMITTEE = re.compile(r"(?:TW|TƯ|TU|HU|QU|ĐU|TXU|THU)$")


def _is_party(code: str) -> bool:
    """Whether a code is a Party body's ("BTCTW", "TU")."""
    body = tables.bodies().get(tables.ascii_code(code))
    return body.system == "party" if body else _COMMITTEE.search(code) is not None


def _lost_mark(serial: str | None, groups: list[str]) -> str:
    """The hyphen that a blank stands for in the Party's and the unions' form: "84 QĐ/TWĐTN"."""
    said = len(groups) > 1 and tables.kind_by_code(groups[0]) and not _is_unit(groups, 0, "")
    return "-" if serial and said else ""


_LATER = {"QD", "NQ", "CT", "TT", "TB"}


def _is_unit(groups: list[str], index: int, mark: str) -> bool:
    """Whether the code at ``index`` is a body's or unit's ("UBND-TC"), though a kind of act has it too."""
    codes = [tables.ascii_code(g) for g in groups]
    if index > 0:
        return mark != "-" or codes[index] not in _LATER  # the old State form: "1141-TC/QĐ/CĐKT"
    if len(codes) == 1:
        return codes[0] in {"TC", "PC"}
    if codes[0] == "TC" and mark != "/":
        return True  # the Ministry of Finance's: "1141-TC/QĐ/CĐKT", "1234 TC/HCSN"
    return mark == "-" and codes[0] in {"PC", "PA", "PL"} and any(c in _LATER for c in codes[1:])


def _system(mark: str, year: str | None, kind: tables.Kind | None, rest: list[str]) -> System | None:
    names = [tables.ascii_code(re.sub(r"\d+$", "", g)) for g in rest]
    if any(n in {"QH", "UBTVQH", "HDND", "VPQH"} for n in names):
        return "assembly"
    known = [tables.bodies()[n] for n in names if n in tables.bodies()]
    if any(b.system == "union" for b in known):
        return "union"
    if mark == "-" and kind and not year:
        return "party"
    if known:
        return "party" if known[0].system == "party" and mark == "-" else "state"
    return "state" if kind or rest else None


def find(text: str) -> Iterator[Written]:
    """Every number in running text, in order. Linear: each pattern is bounded, matches do not overlap."""
    plain = view.plain(text)
    yield from find_plain(plain, 0, len(plain))


def find_plain(plain: str, start: int, end: int) -> Iterator[Written]:
    """As `find`, in a text that `view.plain` made plain."""
    for match in WRITTEN.finditer(plain, start, end):
        labelled = bool(_LABEL_BEFORE.search(plain, max(0, match.start() - 12), match.start()))
        parsed = _parsed(match["serial"], match["year"], match["mark"] or "", match["code"], match["first"])
        if parsed is None:
            continue
        first = tables.ascii_code(re.split(r"[-/.&]", match["code"])[0].strip())
        known = tables.kind_by_code(first) is not None or first in tables.bodies() or bool(match["year"])
        if match["space"] and not (labelled and tables.kind_by_code(first)):
            continue  # "84 QĐ/TWĐTN", a blank for the hyphen
        spaced = " " in match[0][: match.start("code") - match.start()]
        if not labelled and (not known or (match["mark"] == "-" and spaced and parsed.type_code is None)):
            continue
        stop = _end(plain, match, parsed)
        parsed, stop = _without_note(plain, *_joined(plain, parsed, stop))
        yield Written(parsed, (match.start(), stop), labelled)


def _without_note(plain: str, parsed: Parsed, stop: int) -> tuple[Parsed, int]:
    """Cuts a footnote's mark off the code's end: "105/2025/NĐ-CP2", "42/2024/QH151"; the span holds it where
    date or issuer follow."""
    note = _NOTE.search(parsed.text) if parsed.year else None
    if note is None:
        return parsed, stop
    length = len(note["term"] or note["body"])
    issuer = parsed.issuer_code
    if issuer and issuer.endswith(parsed.text[-length:]) and not note["term"]:
        issuer = issuer[:-length]
    return replace(parsed, text=parsed.text[:-length], issuer_code=issuer), (
        stop if _GOES_ON.match(plain, stop) else stop - length
    )


_GOES_ON = re.compile(r"\s{1,3}(?:ngày|của)\s")
_NOTE = re.compile(r"QH1\d(?P<term>\d{1,2})$|[-/](?:CP|TTg|B[A-ZĐ]{2,8})(?P<body>\d{1,2})$")


def _joined(plain: str, parsed: Parsed, stop: int) -> tuple[Parsed, int]:
    """Takes in the rest of a body's code behind a blank: "28/2009/TT-BGD ĐT"."""
    rest = _REST.match(plain, stop)
    last = re.split(r"[-/.&]", parsed.text)[-1]
    if rest is None or tables.ascii_code(last) in tables.bodies() or not plain.endswith(last, 0, stop):
        return parsed, stop
    body = tables.bodies().get(tables.ascii_code(last + rest[1]))
    if body is None or parsed.issuer_code is None or not parsed.issuer_code.endswith(last):
        return parsed, stop
    return replace(parsed, text=parsed.text + rest[1], issuer_code=parsed.issuer_code + rest[1]), rest.end()


_REST = re.compile(r"[ ]([A-ZĐƯƠ]{2,4})(?![\w/-])")


_LABEL_BEFORE = re.compile(rf"(?<!\w)[sS8§$][{_O}]\s{{0,3}}:?\s{{0,6}}$")


def _end(plain: str, match: re.Match[str], parsed: Parsed) -> int:
    """The end of the print: what `_parsed` cut off the code's end is not part of it."""
    dropped = len(re.findall(r"[-/.&]", match["code"])) - len(
        re.findall(r"[-/.&]", parsed.text.split(match["mark"])[-1])
    )
    groups = re.findall(_GROUP, match["code"])
    if dropped > 0 and groups and not _capital(groups[-1]):
        keep = next(i for i, group in enumerate(groups) if not _capital(group))
        piece = re.match(rf"(?:{_GROUP}\s{{0,2}}[-/.&]?\s{{0,2}}){{{keep}}}", match["code"])
        if piece:
            return match.start("code") + len(piece[0].rstrip(" -/.&\n\t"))
    return match.end()


def head_number_plain(plain: str, offset: int = 0) -> Number | None:
    """The number that a plain line of the head gives, which starts at ``offset``; its ``text`` is None where
    the serial is left blank."""
    match = _HEAD.search(plain)
    if match:
        parsed = _parsed(match["serial"], match["year"], match["mark"], match["code"])
        if parsed is not None:
            a, b = match.start("serial"), match.end()
            if a < 0:
                a = match.start("mark")
            junk = re.sub(r"[\s.…]", "", match["junk"])
            whole = match["serial"] is not None and not junk
            return Number(
                text=parsed.text if whole else None,
                serial=parsed.serial if whole else None,
                year=parsed.year,
                type_code=parsed.type_code,
                issuer_code=parsed.issuer_code,
                system=parsed.system,
                span=(offset + a, offset + b),
                confidence=_sureness(match, parsed, plain) if whole else 0.5,
            )
    alone = WRITTEN.fullmatch(plain.strip(" \t|.,"))
    if alone:
        parsed = _parsed(alone["serial"], alone["year"], alone["mark"], alone["code"], alone["first"])
        if parsed is not None and (parsed.type_code or parsed.issuer_code):
            a = plain.index(alone[0])
            return _number(parsed, (offset + a, offset + a + len(alone[0])), 0.9)
    bare = _BARE.search(plain)
    if bare:
        return Number(
            text=bare["serial"],
            serial=int(bare["serial"]),
            span=(offset + bare.start("serial"), offset + bare.end("serial")),
            confidence=0.6,
        )
    blank = _BLANK.search(plain)
    return (
        Number(text=None, span=(offset + blank.start(), offset + blank.end()), confidence=0.3)
        if blank
        else None
    )


def _sureness(match: re.Match[str], parsed: Parsed, plain: str) -> float:
    """A lone digit, a gap behind few digits, a letter on the serial may be the rest of a handwritten number:
    State numbers below ten are printed with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    serial = match["serial"]
    if re.match(r"\s?[-/&][A-ZĐ]", plain[match.end() : match.end() + 3]):
        return 0.6  # the code goes on, run together with what follows
    gap = match.group(0)[match.end("serial") - match.start() :][:1].isspace()
    if not serial.isdigit() or (len(serial) == 1 and (gap or parsed.system != "party")):
        return 0.6
    return 0.75 if gap and len(serial) == 2 else 0.98


def label_at(plain: str, start: int, end: int) -> Span | None:
    """The span from "Số" to the end of a head's number, where one starts at ``start``."""
    match = _HEAD.match(plain, start, min(end, start + 300))
    return (
        match.span()
        if match and _parsed(match["serial"], match["year"], match["mark"], match["code"])
        else None
    )


def _number(parsed: Parsed, span: Span, confidence: float) -> Number:
    return Number(
        text=parsed.text,
        serial=parsed.serial,
        year=parsed.year,
        type_code=parsed.type_code,
        issuer_code=parsed.issuer_code,
        system=parsed.system,
        span=span,
        confidence=confidence,
    )


def number_of(written: Written, confidence: float = 0.9) -> Number:
    """A number found in running text, as a directive's own number (an article that reports an act)."""
    return _number(written.parsed, written.span, confidence)
