"""References: every mention of another act, by number or by name, with kind, date, issuer and relation.

The quote runs from the kind of act to the end of its issuing body and stops before its title. Acts that a
list joins share the issuer that the last one names ("Quy định số …, Hướng dẫn số … và Công văn số … của Ban
Thường vụ Tỉnh ủy") if their numbers say the same issuer. The directive's own number is no reference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, combinations

from extractors import aliases, dated_acts, named_acts, numbers, tables, view
from extractors.mentions import Mention, bare, inside, issuer_of_named, numbered, same_number, short
from extractors.model import Number, Reading, Reference, Span, Warning
from extractors.named_acts import NamedAct
from extractors.relations import relate
from extractors.sharing import share
from extractors.zones import Zones

_LAWS = {"L", "PL"}


def find(text: str, zones: Zones, reading: Reading) -> list[Reference]:
    """The mentions of other acts, in order. ``reading`` gives the directive's own number and subject."""
    plain, low = view.plain(text), view.folded(text)
    own = reading.number
    skip = [own.span] if own and own.span else []
    mentions = [
        m for m in numbered(plain, low) if not _is_own(m, own) and not any(_overlaps(m, s) for s in skip)
    ]
    mentions += bare(plain, low, mentions)
    mentions += short(plain, low, mentions)
    taken = sorted((m.start, m.end) for m in mentions)
    for act in chain(named_acts.find(plain, low), _told(plain, low, zones)):
        titled = act.span[0] < zones.head[1] and plain[act.span[0] : act.span[0] + 8].isupper()
        titled = titled and act.kind not in _LAWS  # "… CỦA LUẬT ĐẤT ĐAI": another's act also in capitals
        if not inside(act.span, taken) and not titled:
            mentions.append(
                Mention(
                    *act.span,
                    None,
                    None,
                    act.kind,
                    True,
                    date=act.date,
                    issuer=act.issuer,
                    inner=act.span[0],
                    confidence=0.9,
                )
            )
            issuer_of_named(mentions[-1], plain, low)
    mentions.sort(key=lambda m: m.start)
    mentions = _unnested(mentions)
    share(mentions, plain, low)
    if reading.issuer is not None:
        _complete_own(mentions, plain, low, reading.issuer.name)
    mentions = sorted([*mentions, *aliases.find(plain, mentions)], key=lambda m: m.start)
    relate(mentions, low, zones, reading)
    return [
        Reference(
            text=view.squeeze(text[m.start : m.end]),
            number=m.number,
            type=m.kind,
            date=m.date,
            issuer=m.issuer,
            relation=m.relation,
            alias=m.alias,
            span=(m.start, m.end),
            confidence=m.confidence,
        )
        for m in mentions
    ]


def _complete_own(mentions: list[Mention], plain: str, low: str, name: str) -> None:
    """Lets an issuer's name go on where the directive's own head says how: "Học viện Kỹ thuật | mật mã"."""
    own = view.folded(name).split()
    for mention in mentions:
        said = view.folded(mention.issuer or "").split()
        size = next((k for k in range(min(len(said), len(own) - 1), 1, -1) if said[-k:] == own[:k]), 0)
        if not size or not view.squeeze(plain[mention.start : mention.end]).endswith(mention.issuer or "-"):
            continue
        rest = re.compile(r"\s{1,9}" + r"\s{1,9}".join(map(re.escape, own[size:])) + r"(?!\w)")
        more = rest.match(low, mention.end)
        if more:
            mention.issuer = f"{mention.issuer} {view.squeeze(plain[slice(*more.span())]).strip()}"
            mention.end = more.end()


def _told(plain: str, low: str, zones: Zones) -> Iterator[NamedAct]:
    """Acts told by body and day; what opens a line of the head is the directive's own title."""
    for act in dated_acts.find(plain, low):
        start = act.span[0]
        line = plain[max(0, start - 20) : start].rsplit("\n", 1)[-1]
        if start >= zones.head[1] or line.strip(" \t#*|"):
            yield act


def _is_own(mention: Mention, own: Number | None) -> bool:
    return (
        own is not None
        and own.text is not None
        and mention.number is not None
        and same_number(own.text, mention.number)
    )


def _overlaps(mention: Mention, span: Span) -> bool:
    return mention.inner < span[1] and span[0] < mention.end


def _unnested(mentions: list[Mention]) -> list[Mention]:
    """Of two mentions over the same letters the longer one stays ("Luật sửa đổi … của Luật …")."""
    out: list[Mention] = []
    for mention in mentions:
        if out and mention.start < out[-1].end:
            if mention.end - mention.start > out[-1].end - out[-1].start and mention.start == out[-1].start:
                out[-1] = mention
            continue
        out.append(mention)
    return out


def inconsistencies(references: list[Reference], own: Number | None) -> list[Warning]:
    """Warnings where one act seems to be cited in two ways: a near number, another date. None is merged."""
    out: list[Warning] = []
    by_number: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.number:
            by_number[tables.ascii_code(reference.number)].append(reference)
    for group in by_number.values():
        dated = {r.date for r in group if r.date}
        if len(dated) > 1:
            out.append(
                Warning(
                    code="reference-date-differs",
                    message=f"{group[0].number} is cited with different dates: {', '.join(sorted(dated))}.",
                    spans=[r.span for r in group if r.date],
                )
            )
    firsts = [group[0] for group in by_number.values()]
    for a, b in combinations(firsts[:400], 2):
        if a.number and b.number and near(a.number, b.number):
            out.append(
                Warning(
                    code="number-near-miss",
                    message=f"{a.number} and {b.number} may be one act; both are kept as printed.",
                    spans=[a.span, b.span],
                )
            )
    return out


def near(a: str, b: str) -> bool:
    """Whether two numbers look like one act misprinted: same serial and kind, and one body's code is the end
    of the other's ("21-HD/TW", "21-HD/BTCTW")."""
    x, y = numbers.parse(a), numbers.parse(b)
    if x is None or y is None or x.serial != y.serial or x.year != y.year or x.type_code != y.type_code:
        return False
    p, q = tables.ascii_code(x.issuer_code or ""), tables.ascii_code(y.issuer_code or "")
    if not p or not q or p == q:
        return p == q and tables.ascii_code(a) != tables.ascii_code(b)
    return p.endswith(q) or q.endswith(p)
