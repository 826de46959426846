"""Finds what a directive changes in another act: the act, the place, the old words and the new.

Party directives quote both ("Tại điểm 2.3a, sửa đổi nội dung “…” thành như sau: “…”"); State acts name the
place and print the new text below ("Sửa đổi, bổ sung khoản 6 Điều 3 như sau: “6. …”"). Acts that are replaced
or repealed whole are references with that relation, not amendments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors import amended_act, amended_place, amendment_parts, errata, view
from extractors.amendment_parts import UNIT, VERB, Part
from extractors.model import Amendment, AmendmentAction, Reference, Span
from extractors.structure import Clause, Structure

_BY_ANNEX = re.compile(
    r"(?<!\w)(?:bằng|như|theo)\s+(?P<new>(?:các\s+|nội\s+dung\s+tại\s+)?(?:phụ\s+lục|mẫu|biểu\s+mẫu|biểu|danh\s+mục)(?!\w)[^.;]{1,300})"
)
""" "Thay thế Mục I Phụ lục II … bằng Phụ lục I ban hành kèm theo Quyết định này": new text in an annex."""
_LONGEST = 60_000
_CLAUSES_AHEAD = 400


def find(
    text: str,
    structure: Structure,
    *,
    references: Sequence[Reference] = (),
    subject: str | None = None,
) -> list[Amendment]:
    """Amendments in the body, in order. ``subject`` is the directive's own; it may name the act amended."""
    out: list[Amendment] = []
    done = 0
    default = amended_act.default(structure, references, subject)
    for clause in structure.clauses:
        if clause.kind == "row" or clause.span[0] < done:
            continue
        for part in amendment_parts.cut(structure, clause, references):
            found = _of_part(structure, part, references, default)
            if found:
                out.append(found)
                done = found.span[1]
    return out


def _of_part(
    structure: Structure, part: Part, references: Sequence[Reference], default: str | None
) -> Amendment | None:
    clause = part.clause
    if part.repealed:
        return _deleted(structure, clause, references, default)
    corrected = _corrected(structure, clause, references, default)
    if corrected is not None:
        return corrected
    low = structure.low
    first_quote = structure.plain.find("“", *clause.span)
    verb = VERB.search(low, *clause.span)
    opens = verb is not None and not low[clause.span[0] : verb.start()].strip()
    if (
        verb
        and opens
        and first_quote < 0
        and (repeals := _AND_REPEALS.match(low, verb.end(), clause.span[1]))
    ):
        verb = VERB.search(low, repeals.end("mark"), clause.span[1])
    passive = verb is not None and re.match(r"được\s+(?:thay|sửa|điều|bổ)", verb[0]) is not None
    if (
        verb is None
        or (0 <= first_quote < verb.start() and not passive)
        or verb.start() - clause.span[0] > 400
    ):
        return None
    if re.search(r"ban\s+hành|căn\s+cứ|theo\s+đề\s+nghị", low[clause.span[0] : verb.start()]):
        return None
    quotes, end = _quotes(structure, clause, clause.span[0] if passive else verb.end(), ahead=part.last)
    moved = _FROM_TO.search(low, verb.end(), clause.span[1]) if not quotes else None
    if moved and amended_place.read(structure, clause, []):
        quotes, end = [moved.span("old"), moved.span("new")], moved.end("new")
    if not quotes and part.last and _announces(structure, clause):
        return None
    places = amended_place.read(structure, clause, quotes)
    name = re.sub(r"\s+", " ", verb["verb"])
    deletes = name in ("bãi bỏ", "hủy bỏ", "bỏ")
    between = low[verb.end() : quotes[0][0]] if quotes else ""
    words = re.search(r"(?:từ|câu|đoạn|nội\s+dung)\s*[“\"]?$", between)
    if not places and (not words or re.search(r"[.;]\s", between)):
        return None
    if not quotes and not deletes:
        below = _below(structure, clause) or _annexed(structure, clause, verb.end())
        says = (
            passive
            or _place_follows(low, verb.end(), clause.span[1])
            or _opens_order(structure, clause, verb)
        )
        if below is None or not says:
            return None
        quotes, end = [below], below[1]
    elif not quotes and not _place_follows(low, verb.end(), clause.span[1]):
        return None
    old, new, action = _sides(low, name, verb.end(), quotes)
    start = clause.span[0]
    return Amendment(
        target=amended_act.target(
            structure, clause, references, (start, quotes[0][0] if quotes else end), default
        ),
        place=places,
        action=action,
        old=_words(structure, old),
        new=_words(structure, new),
        span=(start, end),
        confidence=0.9 if places and quotes else 0.75,
    )


_AND_REPEALS = re.compile(r"(?P<mark>\s*(?:,|và)\s+)(?:bãi|hủy)\s+bỏ\s")
""" "Sửa đổi, | bãi bỏ khoản 2 Điều 8": no new words follow, so it is the repeal that is done here."""


def _deleted(
    structure: Structure, clause: Clause, references: Sequence[Reference], default: str | None
) -> Amendment:
    """Places of a further act under a repealing verb: "Bãi bỏ Điều 2 Quyết định số 1 và | Điều 5 Quyết định
    số 2 |"."""
    return Amendment(
        target=amended_act.target(structure, clause, references, clause.span, default),
        place=amended_place.read(structure, clause, []),
        action="delete",
        span=clause.span,
        confidence=0.75,
    )


_FROM_TO = re.compile(
    r"\stừ\s+(?P<old>(?:ngày|tháng|mức|tỷ\s+lệ|tên|\d)[^.;]{0,120}?)\s+(?:thành|sang)\s+(?P<new>[^.;]{2,160}?)(?=[.;]?\s*$)"
)
""" "Điều chỉnh thời hạn tại mục 2 … từ | ngày 30/7 | thành | ngày 30/8 |": old and new without quotes."""


def _corrected(
    structure: Structure, clause: Clause, references: Sequence[Reference], default: str | None
) -> Amendment | None:
    """A correction of what was printed, in this clause or, "Nay sửa lại là: “…”", in the one below it."""
    start, end = clause.span
    quotes = _outermost(structure.plain, start, end)
    found = errata.read(structure.low, start, quotes)
    if found is None and len(quotes) == 1 and clause.index + 1 < len(structure.clauses):
        below = structure.clauses[clause.index + 1]
        if below.marker is None and errata.goes_on(structure.low[below.span[0] : below.span[0] + 80]):
            end = below.span[1]
            quotes = _outermost(structure.plain, start, end)
            found = errata.read(structure.low, start, quotes)
    if found is None:
        return None
    old, new, action = found
    return Amendment(
        target=amended_act.target(structure, clause, references, (start, quotes[0][0]), default),
        place=amended_place.read(structure, clause, quotes),
        action=action,
        old=_words(structure, old),
        new=_words(structure, new),
        span=(start, view.trim(structure.plain, start, end, " \t\n.;,")[1]),
        confidence=0.85,
    )


def _announces(structure: Structure, clause: Clause) -> bool:
    """A heading ("Điều 1. Bãi bỏ một phần khoản 2 …") over the clause that says it."""
    after = structure.clauses[clause.index + 1 : clause.index + 2]
    if not after or after[0].marker is not None:
        return False
    verb = VERB.search(structure.low, *after[0].span)
    return verb is not None and verb.start() - after[0].span[0] < 60


def _place_follows(low: str, start: int, limit: int) -> bool:
    """ "Bãi bỏ điểm c khoản 1 Điều 12", not "bãi bỏ Công văn số …"."""
    return bool(
        re.match(
            rf"\s*(?:các\s+|quy\s+định\s+tại\s+|một\s+phần\s+)?{UNIT}\s", low[start : min(limit, start + 80)]
        )
    )


def _quotes(structure: Structure, clause: Clause, start: int, *, ahead: bool) -> tuple[list[Span], int]:
    """Outermost quotations after the verb, in this clause or, ``ahead``, right below it, and where the last
    one ends."""
    end = clause.span[1]
    last = clause
    if not ahead:
        return _outermost(structure.plain, start, end), view.trim(structure.plain, *clause.span, " \t\n.;,")[
            1
        ]
    if structure.plain.find("“", start, end) < 0 and structure.plain.find('"', start, end) < 0:
        after = structure.clauses[clause.index + 1] if clause.index + 1 < len(structure.clauses) else None
        if after is None or not _opens_quote(structure, after):
            return [], end
        last = after
        end = after.span[1]
    elif clause.opens and clause.index + 1 < len(structure.clauses):
        after = structure.clauses[
            clause.index + 1
        ]  # "“…” thành như sau:", the new words on lines of their own
        if _opens_quote(structure, after) and not _unclosed(structure.plain, start, end):
            last, end = after, after.span[1]
    # a quotation may run over many paragraphs: take in clauses until the marks balance
    at = last.index
    while at + 1 < len(structure.clauses) and at - clause.index < _CLAUSES_AHEAD:
        if not _unclosed(structure.plain, start, end) or end - start > _LONGEST:
            break
        if _next_article(structure, clause, structure.clauses[at + 1]):
            break  # the closing mark was lost
        at += 1
        end = structure.clauses[at].span[1]
    spans = _outermost(structure.plain, start, end)
    if not spans:
        return [], clause.span[1]
    if spans[-1][1] <= clause.span[1]:
        return spans, view.trim(structure.plain, *clause.span, " \t\n.;,")[1]
    return spans, spans[-1][1]


def _next_article(structure: Structure, clause: Clause, after: Clause) -> bool:
    """Whether a clause is the article that follows the one in which an amendment stands."""
    if after.marker is None or after.marker.style != "article":
        return False
    own = next(
        (c for c in (clause, *structure.ancestors(clause)) if c.marker and c.marker.style == "article"), None
    )
    return own is not None and own.marker is not None and after.marker.number == (own.marker.number[0] + 1,)


def _opens_quote(structure: Structure, clause: Clause) -> bool:
    before = structure.plain[max(0, clause.span[0] - 12) : clause.span[0] + 1]
    return "“" in before or '"' in before


def _unclosed(plain: str, start: int, end: int) -> bool:
    passage = plain[start:end]
    if '"' in passage and "“" not in passage:
        return passage.count('"') % 2 == 1
    ends = sum(_ends_quote(plain, start + i) for i, letter in enumerate(passage) if letter == '"')
    return passage.count("“") > passage.count("”") + ends


_AFTER_QUOTE = re.compile(r"[\s.;,)/]{0,6}(?:\n|$)")


def _ends_quote(plain: str, at: int) -> bool:
    """Whether a straight mark ends a paragraph, and so closes a quotation that a curled one opened."""
    return not plain[at - 1].isspace() and _AFTER_QUOTE.match(plain, at + 1) is not None


def _outermost(plain: str, start: int, end: int) -> list[Span]:
    out: list[Span] = []
    depth = begin = 0
    straight = False
    for i in range(start, end):
        char = plain[i]
        if depth and char == '"' and not straight and _ends_quote(plain, i):
            depth -= 1
            if depth == 0:
                out.append((begin + 1, i))
        elif char == "“" or (char == '"' and not straight):
            straight = straight or char == '"'
            if depth == 0:
                begin = i
            depth += 1
        elif depth and (char == "”" or (char == '"' and straight)):
            straight = straight and char != '"'
            depth -= 1
            if depth == 0:
                out.append((begin + 1, i))
    if depth:  # never closed: to the end of the passage
        out.append((begin + 1, view.trim(plain, begin, end, " \t\n\r.;”")[1]))
    return out


def _below(structure: Structure, clause: Clause) -> Span | None:
    """New text printed below without quotation marks ("Sửa đổi điểm 1 như sau:")."""
    if not clause.opens or not clause.children:
        return None
    first = structure.clauses[clause.children[0]]
    last = structure.clauses[clause.children[-1]]
    while last.children:
        last = structure.clauses[last.children[-1]]
    if any(_amends(structure, structure.clauses[i]) for i in clause.children):
        return None  # a heading over amendments of its own
    return first.span[0], last.span[1]


def _opens_order(structure: Structure, clause: Clause, verb: re.Match[str]) -> bool:
    """Whether an amending verb governs its clause ("Sửa đổi điểm 1 như sau:", "Tại Mục II, sửa đổi …"), and
    is not told of in a sentence about something else ("Hồ sơ trình bày nội dung bổ sung …:")."""
    before = structure.low[clause.span[0] : verb.start()].strip(' \t\n-+*•“"')
    return (
        not before
        or re.match(r"(?:tại|ở|trong)\s", before) is not None
        or before.endswith(("nay", "khoản", ","))
        or _ONLY_PLACES.fullmatch(before) is not None
    )


_ONLY_PLACES = re.compile(r"(?:(?:phần|chương|mục|điều|khoản|điểm|tiết)\s[\w.]{1,6}[\s,]{0,3}){1,4}")
""" "Điều 6 | bổ sung thêm một đoạn như sau:": the place stands for the sentence's subject."""


def _annexed(structure: Structure, clause: Clause, start: int) -> Span | None:
    """Where the clause names the annex that holds the new text."""
    if not _place_follows(structure.low, start, clause.span[1]):
        return None
    found = _BY_ANNEX.search(structure.low, start, clause.span[1])
    return view.trim(structure.plain, *found.span("new")) if found else None


def _amends(structure: Structure, clause: Clause) -> bool:
    """Whether a clause below says what it changes: "1. Sửa đổi …", "2. Khoản 5 được sửa đổi như sau:"."""
    start, end = clause.span
    if VERB.match(structure.low, start, end):
        return True
    passive = VERB.search(structure.low, start, min(end, start + 120)) if clause.opens else None
    return passive is not None and passive[0].startswith("được")


def _sides(
    low: str, verb: str, start: int, quotes: Sequence[Span]
) -> tuple[Span | None, Span | None, AmendmentAction]:
    if verb in ("bãi bỏ", "hủy bỏ", "bỏ"):
        if len(quotes) > 1 and re.search(r"thay\s+(?:thế\s+)?bằng", low[quotes[0][1] : quotes[1][0]]):
            return quotes[0], quotes[1], "replace"
        return (quotes[0] if quotes else None), None, "delete"
    between = low[quotes[0][1] : quotes[1][0]] if len(quotes) > 1 else ""
    if verb == "bổ sung" or verb.startswith("thêm"):
        if len(quotes) > 1 and re.search(r"sửa\s+đổi", between):
            return None, quotes[-1], "replace"
        return None, quotes[0], "insert"
    if len(quotes) > 1:
        return quotes[0], quotes[1], "replace"
    lead = low[start : quotes[0][0]]
    if re.search(r"thành|như\s+sau|là|bằng|:", lead) or not re.search(r"nội\s+dung|cụm\s+từ|đoạn", lead):
        return None, quotes[0], "replace"
    return quotes[0], None, "replace"


def _words(structure: Structure, span: Span | None) -> str | None:
    return structure.printed(view.trim(structure.plain, *span)) if span else None
