"""Reads the body of a directive as a tree of clauses with their sentences and semicolon parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from extractors import paragraphs, phrases, predicates, sentences, view
from extractors.markers import BULLETS, RANKS, Marker
from extractors.model import Span, Warning

Kind = Literal["heading", "text", "row"]


class Zones(Protocol):
    """What `zones.cut` gives; only these parts are read here."""

    @property
    def body(self) -> Span: ...
    @property
    def footnotes(self) -> tuple[Span, ...]: ...
    @property
    def appendices(self) -> tuple[Span, ...]: ...


@dataclass(slots=True)
class Clause:
    """One paragraph of the body: a numbered clause, a dash, a heading, a row of a table, plain text.

    ``span`` leaves out the number; ``sentences`` are lists of parts between semicolons.
    """

    index: int
    span: Span
    marker: Marker | None
    kind: Kind
    parent: int | None
    label: str | None
    sentences: list[list[Span]]
    opens: bool = False
    """Ends with a colon that introduces the clauses below it."""
    rank: float = 99.0
    region: int = 0
    """0 in the body, 1… in the appendices."""
    children: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Structure:
    text: str
    plain: str
    low: str
    clauses: tuple[Clause, ...]

    def ancestors(self, clause: Clause) -> Iterator[Clause]:
        """From the parent up."""
        parent = clause.parent
        while parent is not None:
            yield self.clauses[parent]
            parent = self.clauses[parent].parent

    def printed(self, span: Span) -> str:
        return self.text[span[0] : span[1]]


_DECISION = re.compile(r"^\W*(?:quyết\s+định|quyết\s+nghị)\s*:?\s*$")
_ISSUED_WITH = re.compile(r"kèm\s+theo|phụ\s+lục")
_FORM_TITLE = re.compile(
    r"(?m)^\W*(?:mẫu|biểu|đề\s+cương|danh\s+sách|danh\s+mục|phiếu|bảng|đơn\s|tờ\s+khai|báo\s+cáo)\b"
)
_CLOSES = re.compile(
    r"\W*(?:(?:hướng\s+dẫn|công\s+văn|quy\s+định|kế\s+hoạch|chỉ\s+thị|thông\s+báo|nghị\s+quyết|kết\s+luận)\s+này\s|"
    r"(?:các|những)\s+nội\s+dung\s+(?:khác|còn\s+lại)\s|"
    r"đề\s+nghị|yêu\s+cầu|trên\s+đây|trong\s+quá\s+trình|quá\s+trình|nhận\s+được|rất\s+mong|trân\s+trọng|\w[^.;]{0,60}(?:yêu\s+cầu|đề\s+nghị|thông\s+báo|trân\s+trọng)\s)"
)
_PAGE_HEADING = re.compile(r"[ \t]{0,3}#{1,6}[ \t]")
"""Markdown's mark of a heading."""
_MAX_HEADING_WORDS = 28
_LONGEST_TITLE = 220
"""Characters of a numbered title that ends with a full stop."""
_LONG_TITLE_WORDS = 45


def parse(text: str, zones: Zones | None = None) -> Structure:
    """The clauses of the body and of the appendices, in order.

    ``zones`` is what `extractors.zones.cut` returns; without it, the whole text is the body.
    """
    plain, low = view.plain(text), view.folded(text)
    regions: list[Span] = [(0, len(text))]
    if zones:
        regions = [zones.body, *(span for span in zones.appendices if _belongs(low, span))]
    notes = zones.footnotes if zones else ()
    clauses: list[Clause] = []
    for number, region in enumerate(regions):
        found = paragraphs.read(plain, low, region, notes)
        clauses += _tree(text, plain, low, found, len(clauses), number)
    for clause in clauses:
        if clause.parent is not None:
            clauses[clause.parent].children.append(clause.index)
    return Structure(text, plain, low, tuple(clauses))


def _titles(plain: str, low: str, found: Sequence[paragraphs.Paragraph]) -> set[int]:
    """Numbered sentences that all stand over paragraphs of their own are titles, full stop or not: "1. Tăng
    cường công tác quản lý." above "Sở Y tế kiểm tra …", and so "2.", "3." beside it."""
    out: set[int] = set()
    runs: dict[float, list[int]] = {}
    failed: set[float] = set()

    def close(rank: float) -> None:
        for key in [key for key in runs if key >= rank]:
            members = runs.pop(key)
            if len(members) > 1 and key not in failed:
                out.update(members)
            failed.discard(key)

    for i, paragraph in enumerate(found):
        marker = paragraph.marker
        if marker is None or marker.label is None:
            continue
        close(marker.rank + 1)
        runs.setdefault(marker.rank, []).append(i)
        if not _over_text(plain, low, found, i):
            failed.add(marker.rank)
    close(0)
    return out


_STEP = re.compile(r"bước\s+\d{1,2}\s?[:.]\s")


def _over_text(plain: str, low: str, found: Sequence[paragraphs.Paragraph], i: int) -> bool:
    """Whether a numbered paragraph is one short sentence, no order to a body, that longer paragraphs stand
    under."""
    start, end = view.trim(plain, *found[i].span)
    marker = found[i].marker
    if _STEP.match(low, start, end) and i + 1 < len(found) and found[i + 1].marker is None:
        return True  # "2.2. Bước 2: Kiểm tra hiện trạng." over what is done in it
    if (
        end - start > _LONGEST_TITLE
        or marker is None
        or not _has_more_below(low, found, i, 1.5 * (end - start))
    ):
        return False
    if len(sentences.split(plain, low, (start, end))) > 1:
        return False
    said = predicates.read(phrases.read(plain, low, (start, end)))
    return not (said.subject or said.asks or said.must)


def _has_more_below(low: str, found: Sequence[paragraphs.Paragraph], i: int, least: float) -> bool:
    """Whether paragraphs under a numbered one, to the next of its rank, have more letters than ``least``."""
    marker = found[i].marker
    below = 0
    for j in range(i + 1, len(found)):
        after = found[j].marker
        if found[j].cells or (after is None and _CLOSES.match(low, *found[j].span)):
            break
        if after is not None and marker is not None and after.rank <= marker.rank:
            break
        below += found[j].span[1] - found[j].span[0]
        if below > least:
            return True
    return False


def _belongs(low: str, appendix: Span) -> bool:
    """Whether an appendix is issued with the directive ("kèm theo …", "PHỤ LỤC") and is no form to fill in; a
    letter of another body that is only attached orders nothing here."""
    top = low[appendix[0] : min(appendix[1], appendix[0] + 600)]
    return bool(_ISSUED_WITH.search(top)) and not _FORM_TITLE.search(top[:400])


def _tree(
    text: str, plain: str, low: str, found: Sequence[paragraphs.Paragraph], first: int, region: int
) -> list[Clause]:
    clauses: list[Clause] = []
    stack: list[Clause] = []
    titles = _titles(plain, low, found)
    last_numbered = max((i for i, p in enumerate(found) if p.marker and p.marker.label), default=-1)
    for i, paragraph in enumerate(found):
        after = found[i + 1] if i + 1 < len(found) else None
        start, end = view.trim(plain, *paragraph.span)
        opens = plain[start:end].rstrip(' .*"”').endswith(":") or _announces(
            low, (start, end), paragraph, after
        )
        kind: Kind = "row" if paragraph.cells else "text"
        titled = i in titles or _is_heading(
            plain, low, (start, end), paragraph.marker, after, i < last_numbered
        )
        if kind == "text" and not opens and titled:
            kind = "heading"
        marker = paragraph.marker
        rank = _rank(marker, stack)
        if marker is None and _PAGE_HEADING.match(text, text.rfind("\n", 0, start) + 1):
            rank = RANKS["capital"] - 0.5  # a web page's heading: what stood above it ends
        elif marker is None:
            rank = _plain_rank(plain, low, (start, end), kind, opens, after, stack, i > last_numbered)
        while stack and stack[-1].rank >= rank:
            stack.pop()
        parent = stack[-1] if stack else None
        clause = Clause(
            index=first + len(clauses),
            span=(start, end),
            marker=marker,
            kind=kind,
            parent=parent.index if parent else None,
            label=_label(marker, parent, stack),
            sentences=[] if kind != "text" else sentences.split(plain, low, (start, end)),
            opens=opens,
            rank=rank,
            region=region,
        )
        clauses.append(clause)
        if marker is not None or opens or kind == "heading":
            stack.append(clause)
    return clauses


_SAYS_BELOW = re.compile(
    r"(?<!tháng\s)(?<!quý\s)(?<!năm\s)(?<!kỳ\s)(?<!tuần\s)(?<!ngày\s)(?<!hôm\s)(?<!buổi\s)(?<!học\s)(?<!phiên\s)(?<!trước\s)(?<!về\s)"
    r"(?<!\w)(?:sau|sau\s+đây)\s?\.?$"
)
"""A paragraph's last words; "trước ngày 05 của tháng sau" announces nothing."""


def _announces(
    low: str, span: Span, paragraph: paragraphs.Paragraph, after: paragraphs.Paragraph | None
) -> bool:
    """ "Điều 7. Đội kiểm tra có nhiệm vụ sau." over numbered clauses: a full stop where a colon is meant."""
    if after is None or after.marker is None or paragraph.cells:
        return False
    below = paragraph.marker is None or after.marker.rank > paragraph.marker.rank
    return below and _SAYS_BELOW.search(low, max(span[0], span[1] - 30), span[1]) is not None


def _rank(marker: Marker | None, stack: Sequence[Clause]) -> float:
    if marker is None:
        return 99.0
    rank = float(marker.rank)
    if marker.style == "step":  # below whatever number stands over the first of them
        held = next((c.rank for c in reversed(stack) if c.marker and c.marker.style == "step"), None)
        above = next((c for c in reversed(stack) if c.marker and c.marker.label), None)
        return held if held is not None else (above.rank + 0.4 if above else rank)
    if marker.style == "paren":  # "(1)" below a dash that introduces a list, and "(2)" beside it
        beside = next((c.rank for c in reversed(stack) if c.marker and c.marker.style == "paren"), None)
        last = stack[-1] if stack else None
        listed = last is not None and last.marker is not None and last.marker.style in BULLETS
        if beside is None and last is not None and listed and last.opens:
            return last.rank + 0.4
        return rank if beside is None else beside
    if marker.style.startswith("decimal") and marker.number[-1] == 1 and marker.style == "decimal1":
        # "1." below "Thứ nhất," or below a dash or a letter that introduces a list
        for clause in reversed(stack):
            if clause.marker and clause.marker.style in ("letter", "paren", "ordinal") and clause.opens:
                return clause.rank + 0.4
            if clause.marker and clause.marker.style == "decimal1":
                break
    return rank


def _plain_rank(
    plain: str,
    low: str,
    span: Span,
    kind: Kind,
    opens: bool,
    after: paragraphs.Paragraph | None,
    stack: Sequence[Clause],
    tail: bool,
) -> float:
    """Where a paragraph without a number stands.

    One that introduces a list stands right above the list's items; "QUYẾT ĐỊNH:" above the articles; one
    after the last numbered clause is outside any, save below an article (gold of a Party directive: the
    closing "Đề nghị …" has no clause). Others belong to the clause before them.
    """
    if _DECISION.match(low[span[0] : span[1]]):
        return RANKS["article"] - 3.0
    if (opens or kind == "heading") and after is not None and after.marker is not None:
        return float(after.marker.rank) - 0.5
    if opens or kind == "heading":
        upper = plain[span[0] : span[1]].isupper()
        return RANKS["capital"] - 0.5 if upper else RANKS["dash"] - 0.5
    articles = any(clause.marker and clause.marker.style == "article" for clause in stack)
    above = stack[-1] if stack else None
    holds = above is not None and (above.opens or (above.marker is not None and above.kind == "heading"))
    if tail and not articles and (not holds or (after is None and _CLOSES.match(low, *span))):
        return 50.0 if above is not None and _goes_on(plain, low, span) else -1.0
    if stack and stack[-1].marker and stack[-1].marker.style in BULLETS:
        return RANKS["dash"] - 0.2
    return 50.0


def _goes_on(plain: str, low: str, span: Span) -> bool:
    """Whether a paragraph behind the last numbered clause goes on ordering ("Tập trung khôi phục …"), nobody
    named: who is meant stands in the clause above."""
    if _CLOSES.match(low, *span) or view.trim(plain, *span)[0] != span[0]:
        return False
    said = predicates.read(phrases.read(plain, low, span))
    return said.verb == 0 and said.subject is None and not said.asks and not said.past


def _begins_below(marker: Marker, after: paragraphs.Paragraph | None) -> bool:
    """Whether the first of the clauses below follows: "II. Xây dựng kế hoạch năm 2024." | "1. …"."""
    below = after.marker if after is not None else None
    return below is not None and below.rank > marker.rank and below.label in ("1", "1.1", "a")


def _is_heading(
    plain: str,
    low: str,
    span: Span,
    marker: Marker | None,
    after: paragraphs.Paragraph | None,
    numbered_after: bool,
) -> bool:
    """A short paragraph without final punctuation that something stands under. ``numbered_after``: numbered
    clauses are still to come."""
    printed = plain[span[0] : span[1]].strip()
    if printed.endswith((".", ";", ",", "!", "?")) and not re.search(r"[A-ZĐ]\.$", printed):
        words = printed.rstrip(".").split()
        titled = marker is not None and printed.endswith(".") and printed.rstrip(".").isupper()
        most = 24 if marker and marker.rank <= RANKS["roman"] and _begins_below(marker, after) else 8
        if not titled and not (marker is not None and marker.rank <= RANKS["article"] and len(words) <= most):
            return False
    if printed.isupper():
        return len(printed.split()) <= 4 * _MAX_HEADING_WORDS
    bare = after is not None and after.marker is None and marker is not None and marker.label is not None
    if len(printed.split()) > (_LONG_TITLE_WORDS if bare else _MAX_HEADING_WORDS):
        return False
    if after is None or after.cells:
        return after is not None
    if marker is None:
        return after.marker is not None and len(printed.split()) <= 14 and not printed.endswith("/")
    if marker.style in BULLETS:
        return after.marker is not None and after.marker.rank > marker.rank
    if after.marker is None:
        # "1. Sở Tài chính" above a plain paragraph; not a list item that lacks its full stop
        if not numbered_after and _CLOSES.match(low, *after.span):
            return False
        whole = plain[after.span[0] : after.span[1]].rstrip(' ”"*/').endswith(".")
        return len(printed.split()) <= 18 or (
            numbered_after and whole and not _CLOSES.match(low, *after.span)
        )
    return after.marker.rank > marker.rank


def _label(marker: Marker | None, parent: Clause | None, stack: Sequence[Clause] = ()) -> str | None:
    """The clause's number as printed; what does not say where it stands follows its parent's ("3.1.1(4)",
    "IV.2.1")."""
    above = parent.label if parent else None
    if marker is None or marker.label is None:
        return above
    label = marker.label
    if above is None or marker.style in (
        "part",
        "chapter",
        "section",
        "article",
        "roman",
        "capital",
        "ordinal",
        "step",
    ):
        return label
    if marker.style == "paren":
        return f"{above}{label}"
    if marker.style.startswith("decimal"):
        if "." in label:  # "3.1.1" says where it stands, save below which part
            return _below_part(marker, stack)
        return f"{above}.{label}"
    if marker.style == "letter" and above[-1].isdigit() and not above.startswith("Điều "):
        return f"{above}{label}"  # "2.3a"
    return f"{above}.{label}"


def _below_part(marker: Marker, stack: Sequence[Clause]) -> str:
    """ "2.1" below "2." of part IV is "IV.2.1"; where IV itself is counted ("4.1" below "IV."), "4.1"."""
    label = marker.label or ""
    outer = [c for c in stack if c.marker and c.label and not c.marker.style.startswith("decimal")]
    if not outer or outer[-1].marker is None or outer[-1].marker.style not in ("roman", "capital", "section"):
        return label
    within = any(
        c.marker
        and c.marker.style.startswith("decimal")
        and c.marker.number == marker.number[: len(c.marker.number)]
        for c in stack[stack.index(outer[-1]) + 1 :]
    )
    if not within and outer[-1].marker.number[-1:] == marker.number[:1]:
        return label
    return f"{outer[-1].label}.{label}"


def warnings(structure: Structure) -> list[Warning]:
    """Numbers that stand twice at one level ("3.2" … "3.2"): a clause cited by it may be either."""
    seen: dict[tuple[int, int | None, str], Clause] = {}
    out: list[Warning] = []
    for clause in structure.clauses:
        marker = clause.marker
        if marker is None or marker.label is None or marker.style == "capital":
            continue
        lettered = marker.style in ("letter", "paren")
        if lettered and (clause.parent is None or not structure.clauses[clause.parent].label):
            continue  # below no number, lists of letters may begin anew
        scope = None if "." in marker.label or marker.style == "article" else clause.parent
        printed = (clause.label or marker.label) if lettered else marker.label
        key = (clause.region, scope, printed)
        first = seen.setdefault(key, clause)
        if first is not clause:
            out.append(
                Warning(
                    code="numbering-repeats",
                    message=f"The number {printed!r} stands twice; a reference to it may mean either.",
                    spans=[first.span, clause.span],
                )
            )
    return out
