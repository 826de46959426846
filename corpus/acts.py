"""Acts and the references between them.

An act is held (a document of the corpus is it) or a stub (only cited). A citation that could mean more
than one act resolves to nothing rather than to the nearest: numbers run anew each year (State) or term
(Party), and each province has its 605-CV/TU.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, exists, or_, select, update

from corpus.act_set import Act, Acts
from corpus.fold import exact_tokens, fold, name_key
from corpus.schema import acts, amendments, citations, directives
from extractors import view
from extractors.model import Directive, Reference
from extractors.names import spelled

_YEARED = re.compile(r"\d+-(?:19|20)\d{2}-")
_SHARED_CODE = re.compile(r"-(?:ubnd|hdnd)$")
"""People's committees and councils: 63 provinces and all below them number under the same code."""


# statements put together once: that costs SQLAlchemy more than running them costs SQLite
_CITING = (
    select(citations, directives.c.issuer.label("citing"))
    .join(directives, directives.c.document_id == citations.c.document_id)
    .where(citations.c.number_key.in_(bindparam("keys", expanding=True)))
    .order_by(citations.c.id)
)


def number_key(number: str | None) -> str | None:
    """What makes two prints of a number one: case, dashes, slashes, spaces and leading zeros do not count.

    Marks do: 15-HĐ/TU is a contract, 15-HD/TU a guideline.
    """
    if not number:
        return None
    parts = [part.lstrip("0") or "0" if part.isdigit() else part for part in exact_tokens(number)]
    return "-".join(parts) or None


def issuer_key(name: str) -> str:
    """What makes two prints of an issuer's name one: as `name_key`, abbreviations spelled out, so that
    "UBND tỉnh Cà Mau" is Ủy ban nhân dân tỉnh Cà Mau."""
    return name_key(spelled(view.folded(name)))


def identifies(key: str) -> bool:
    """True where the number alone names one act: it holds its year and a central body's code."""
    return _YEARED.match(key) is not None and _SHARED_CODE.search(fold(key)) is None


@dataclass(frozen=True, slots=True)
class Mention:
    """What a reference says of the act it means; None where it says nothing."""

    key: str | None
    date: str | None
    issuer: str | None


def mentions(references: list[Reference]) -> list[Mention]:
    """The references of one directive; what one mention of a number leaves out, another may supply."""
    dates: dict[str, set[str]] = {}
    issuers: dict[str, set[str]] = {}
    keys = [number_key(reference.number) for reference in references]
    for key, reference in zip(keys, references, strict=True):
        if key and reference.date:
            dates.setdefault(key, set()).add(reference.date)
        if key and reference.issuer:
            issuers.setdefault(key, set()).add(issuer_key(reference.issuer))
    found = []
    for key, reference in zip(keys, references, strict=True):
        date = reference.date or _only(dates.get(key or ""))
        issuer = issuer_key(reference.issuer) if reference.issuer else _only(issuers.get(key or ""))
        found.append(Mention(key, date, issuer))
    return found


def _only(values: set[str] | None) -> str | None:
    return next(iter(values)) if values is not None and len(values) == 1 else None


def same_date(one: str | None, other: str | None) -> bool | None:
    """Whether two dates agree at the precision of the coarser; None where one is unknown."""
    if not one or not other:
        return None
    return one.startswith(other) or other.startswith(one)


def same_issuer(one: str | None, other: str | None) -> bool | None:
    """Whether two names (keys) can be the same body: every word of the shorter is in the longer."""
    if not one or not other:
        return None
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first


def resolve(known: Acts, mention: Mention, citing_issuer: str | None) -> tuple[Act | None, str]:
    """The act that a mention of a number means, and how sure: held, stub, near-miss, ambiguous, unresolved.

    Makes a stub where the mention identifies an act that the corpus does not know.
    """
    if mention.key is None:
        return None, "unresolved"
    called = known.called(mention.key)
    fitting = [act for act in called if same_date(mention.date, act.date) is not False]
    certain = [act for act in fitting if _certain(mention, act, citing_issuer)]
    held = [act for act in certain if act.document_id is not None]
    if len(held) == 1:
        return held[0], "held"
    if len(held) > 1:
        closer = [act for act in held if same_issuer(mention.issuer or citing_issuer, act.issuer_key)]
        return (closer[0], "held") if len(closer) == 1 else (None, "ambiguous")
    missed = any(
        act.document_id is not None and same_issuer(mention.issuer, act.issuer_key) is not False
        for act in called
        if same_date(mention.date, act.date) is False
    )
    if certain:
        stub = next((a for a in certain if a.date == mention.date), certain[0])
        return stub, "near-miss" if missed else "stub"
    if mention.date or mention.issuer or identifies(mention.key):
        stub = known.add(number_key=mention.key, date=mention.date, issuer_key=mention.issuer)
        return stub, "near-miss" if missed else "stub"
    return None, "unresolved"


def _certain(mention: Mention, act: Act, citing_issuer: str | None) -> bool:
    """Number fits already, and no date contradicts: is it enough to say that this is the act?"""
    issuer = same_issuer(mention.issuer, act.issuer_key)
    if same_date(mention.date, act.date) and len(min(mention.date or "", act.date or "", key=len)) == 10:
        # the same number on the same day: two bodies would have to clash in both
        return issuer is not False or not _rivals(mention, act)
    if issuer is not None:
        return issuer
    if identifies(mention.key or ""):
        return True
    return mention.issuer is None and bool(same_issuer(citing_issuer, act.issuer_key))


def _rivals(mention: Mention, act: Act) -> bool:
    """Both name a place and not the same: "Tỉnh ủy Quảng Nam" is not "Tỉnh ủy Quảng Ngãi"."""
    one, other = (mention.issuer or "").split(), (act.issuer_key or "").split()
    common = set(one) & set(other)
    return bool(common) and one[-1] != other[-1] and one[:1] == other[:1]


def named_act(known: Acts, reference: Reference) -> tuple[Act | None, str]:
    """The act that a reference without a number names ("Điều lệ Đảng"): the same words, the same act."""
    key = name_key(reference.text)
    if not key:
        return None, "unresolved"
    found = known.titled(key)
    if found is not None:
        return found, "held" if found.document_id is not None else "stub"
    made = known.add(
        title=reference.text,
        title_key=key,
        type_code=reference.type,
        date=reference.date,
        issuer=reference.issuer,
        issuer_key=issuer_key(reference.issuer) if reference.issuer else None,
    )
    return made, "stub"


def describe_stub(known: Acts, act: Act, reference: Reference) -> None:
    """Gives a stub what a reference says of it, where nothing was known."""
    if act.document_id is not None:
        return
    said = {
        "number": reference.number,
        "type_code": reference.type,
        "date": reference.date,
        "issuer": reference.issuer,
        "issuer_key": issuer_key(reference.issuer) if reference.issuer else None,
    }
    news = {name: value for name, value in said.items() if value and not getattr(act, name)}
    if news:
        known.change(act, **news)


def act_of(known: Acts, document_id: int, directive: Directive) -> Act | None:
    """The act that a document is: the one that was cited or held already, else a new one.

    Two files of the same act (a scan and its Word file) are one act when number, day and issuer agree.
    """
    if directive.status == "failed":
        return None
    number = directive.number.text if directive.number else None
    issuer = directive.issuer.name if directive.issuer else None
    key, named = number_key(number), issuer_key(issuer) if issuer else None
    date = directive.issued.date if directive.issued else None
    values = {
        "number": number,
        "type_code": directive.type.code if directive.type else None,
        "date": date,
        "issuer": issuer,
        "issuer_key": named,
        "title": directive.subject,
        "document_id": document_id,
    }
    if key is not None:
        mention = Mention(key, date, named)
        for act in known.called(key):
            if same_date(date, act.date) is False or not _certain(mention, act, named):
                continue
            if act.document_id is None:
                known.change(act, **values)
                return act
            if date and act.date == date and act.issuer_key == named:
                return act
    return known.add(number_key=key, **values)


def release(connection: Connection, document_id: int) -> None:
    """Lets go of the act that a document was, before it is read anew; another file of it takes over."""
    held = connection.execute(select(acts.c.id).where(acts.c.document_id == document_id)).scalars().all()
    for act_id in held:
        heir = connection.execute(
            select(directives.c.document_id).where(
                directives.c.act_id == act_id, directives.c.document_id != document_id
            )
        ).scalar()
        connection.execute(update(acts).where(acts.c.id == act_id).values(document_id=heir))


def reconsider(connection: Connection, known: Acts, keys: Collection[str]) -> set[int]:
    """Looks again at every citation of these numbers, after acts of them came, went or changed; gives the
    documents whose citations now mean something else. Writes new stubs, and what else ``known`` has gathered.
    """
    if not keys:
        return set()
    known.look_up(keys)
    changed = []
    for row in connection.execute(_CITING, {"keys": sorted(keys)}).all():
        mention = Mention(row.number_key, row.date, name_key(row.issuer) if row.issuer else None)
        if row.date is None or row.issuer is None:
            mention = _completed(connection, mention, row.document_id)
        act, resolution = resolve(known, mention, name_key(row.citing) if row.citing else None)
        act_id = act.id if act is not None else None
        if (act_id, resolution) != (row.act_id, row.resolution):
            changed.append((row, act_id, resolution))
    known.write()
    for row, act_id, resolution in changed:
        connection.execute(
            update(citations).where(citations.c.id == row.id).values(act_id=act_id, resolution=resolution)
        )
        _point_amendments(connection, row.document_id, row.number_key, act_id)
    return {row.document_id for row, _, _ in changed}


def _point_amendments(connection: Connection, document_id: int, key: str, act_id: int | None) -> None:
    """What a document changes in the act of a number is changed in the act that the number means now."""
    rows = connection.execute(
        select(amendments.c.id, amendments.c.target).where(amendments.c.document_id == document_id)
    ).all()
    ids = [row.id for row in rows if number_key(row.target) == key]
    if ids:
        connection.execute(update(amendments).where(amendments.c.id.in_(ids)).values(act_id=act_id))


def _completed(connection: Connection, mention: Mention, document_id: int) -> Mention:
    siblings = connection.execute(
        select(citations.c.date, citations.c.issuer).where(
            citations.c.document_id == document_id, citations.c.number_key == mention.key
        )
    ).all()
    date = mention.date or _only({row.date for row in siblings if row.date})
    issuer = mention.issuer or _only({name_key(row.issuer) for row in siblings if row.issuer})
    return Mention(mention.key, date, issuer)


def drop_orphans(connection: Connection, candidates: set[int]) -> None:
    """Deletes those of the acts that nothing holds, cites or amends any more."""
    if not candidates:
        return
    used = or_(
        exists().where(citations.c.act_id == acts.c.id),
        exists().where(directives.c.act_id == acts.c.id),
        exists().where(amendments.c.act_id == acts.c.id),
    )
    connection.execute(delete(acts).where(acts.c.id.in_(candidates), acts.c.document_id.is_(None), ~used))
