"""Acts and the references between them.

An act is held (a document of the corpus is it) or a stub (only cited). A citation that could mean more
than one act resolves to nothing rather than to the nearest: numbers run anew each year (State) or term
(Party), and each province has its 605-CV/TU.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, CursorResult, Row, bindparam, delete, exists, insert, or_, select, update

from corpus.fold import exact_tokens, fold, name_key
from corpus.schema import acts, amendments, citations, directives
from extractors.model import Directive, Reference

_YEARED = re.compile(r"\d+-(?:19|20)\d{2}-")
_SHARED_CODE = re.compile(r"-(?:ubnd|hdnd)$")
"""People's committees and councils: 63 provinces and all below them number under the same code."""


# statements put together once: that costs SQLAlchemy more than running them costs SQLite
_BY_KEY = select(acts).where(acts.c.number_key == bindparam("key")).order_by(acts.c.id)
_BY_ID = select(acts).where(acts.c.id == bindparam("act"))
_INSERT = insert(acts)
_CITING = (
    select(citations, directives.c.issuer.label("citing"))
    .join(directives, directives.c.document_id == citations.c.document_id)
    .where(citations.c.number_key == bindparam("key"))
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
            issuers.setdefault(key, set()).add(name_key(reference.issuer))
    found = []
    for key, reference in zip(keys, references, strict=True):
        date = reference.date or _only(dates.get(key or ""))
        issuer = name_key(reference.issuer) if reference.issuer else _only(issuers.get(key or ""))
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


def resolve(connection: Connection, mention: Mention, citing_issuer: str | None) -> tuple[int | None, str]:
    """The act that a mention of a number means, and how sure: held, stub, near-miss, ambiguous, unresolved.

    Makes a stub where the mention identifies an act that the corpus does not know.
    """
    if mention.key is None:
        return None, "unresolved"
    known = connection.execute(_BY_KEY, {"key": mention.key}).all()
    fitting = [act for act in known if same_date(mention.date, act.date) is not False]
    certain = [act for act in fitting if _certain(mention, act, citing_issuer)]
    held = [act for act in certain if act.document_id is not None]
    if len(held) == 1:
        return held[0].id, "held"
    if len(held) > 1:
        closer = [act for act in held if same_issuer(mention.issuer or citing_issuer, act.issuer_key)]
        return (closer[0].id, "held") if len(closer) == 1 else (None, "ambiguous")
    missed = any(
        act.document_id is not None and same_issuer(mention.issuer, act.issuer_key) is not False
        for act in known
        if same_date(mention.date, act.date) is False
    )
    if certain:
        stub = next((a for a in certain if a.date == mention.date), certain[0])
        return stub.id, "near-miss" if missed else "stub"
    if mention.date or mention.issuer or identifies(mention.key):
        return _new_stub(connection, mention), "near-miss" if missed else "stub"
    return None, "unresolved"


def _certain(mention: Mention, act: Row[Any], citing_issuer: str | None) -> bool:
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


def _rivals(mention: Mention, act: Row[Any]) -> bool:
    """Both name a place and not the same: "Tỉnh ủy Quảng Nam" is not "Tỉnh ủy Quảng Ngãi"."""
    one, other = (mention.issuer or "").split(), (act.issuer_key or "").split()
    common = set(one) & set(other)
    return bool(common) and one[-1] != other[-1] and one[:1] == other[:1]


def _new_stub(connection: Connection, mention: Mention) -> int:
    values = {"number_key": mention.key, "date": mention.date, "issuer_key": mention.issuer}
    return _new_id(connection.execute(_INSERT, values))


def named_act(connection: Connection, reference: Reference) -> tuple[int | None, str]:
    """The act that a reference without a number names ("Điều lệ Đảng"): the same words, the same act."""
    key = name_key(reference.text)
    if not key:
        return None, "unresolved"
    found = connection.execute(
        select(acts.c.id, acts.c.document_id).where(acts.c.title_key == key, acts.c.number_key.is_(None))
    ).first()
    if found is not None:
        return int(found.id), "held" if found.document_id is not None else "stub"
    result = connection.execute(
        insert(acts).values(
            title=reference.text,
            title_key=key,
            type_code=reference.type,
            date=reference.date,
            issuer=reference.issuer,
            issuer_key=name_key(reference.issuer) if reference.issuer else None,
        )
    )
    return _new_id(result), "stub"


def describe_stub(connection: Connection, act_id: int, reference: Reference) -> None:
    """Gives a stub what a reference says of it, where nothing was known."""
    row = connection.execute(_BY_ID, {"act": act_id}).one()
    if row.document_id is not None:
        return
    known = {
        "number": reference.number,
        "type_code": reference.type,
        "date": reference.date,
        "issuer": reference.issuer,
        "issuer_key": name_key(reference.issuer) if reference.issuer else None,
    }
    news = {name: value for name, value in known.items() if value and not getattr(row, name)}
    if news:
        connection.execute(update(acts).where(acts.c.id == act_id).values(news))


def act_of(connection: Connection, document_id: int, directive: Directive) -> int | None:
    """The act that a document is: the one that was cited or held already, else a new one.

    Two files of the same act (a scan and its Word file) are one act when number, day and issuer agree.
    """
    if directive.status == "failed":
        return None
    number = directive.number.text if directive.number else None
    issuer = directive.issuer.name if directive.issuer else None
    key, issuer_key = number_key(number), name_key(issuer) if issuer else None
    date = directive.issued.date if directive.issued else None
    values = {
        "number": number,
        "number_key": key,
        "type_code": directive.type.code if directive.type else None,
        "date": date,
        "issuer": issuer,
        "issuer_key": issuer_key,
        "title": directive.subject,
    }
    if key is not None:
        mention = Mention(key, date, issuer_key)
        known = connection.execute(_BY_KEY, {"key": key}).all()
        for act in known:
            if same_date(date, act.date) is False or not _certain(mention, act, issuer_key):
                continue
            if act.document_id is None:
                connection.execute(
                    update(acts).where(acts.c.id == act.id).values(**values, document_id=document_id)
                )
                return int(act.id)
            if date and act.date == date and act.issuer_key == issuer_key:
                return int(act.id)
    result = connection.execute(_INSERT, {**values, "document_id": document_id})
    return _new_id(result)


def _new_id(result: CursorResult[Any]) -> int:
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])


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


def reconsider(connection: Connection, key: str | None) -> set[int]:
    """Looks again at every citation of a number, after an act with that number came, went or changed; gives
    the documents whose citations now mean something else."""
    changed: set[int] = set()
    if key is None:
        return changed
    rows = connection.execute(_CITING, {"key": key}).all()
    for row in rows:
        mention = Mention(key, row.date, name_key(row.issuer) if row.issuer else None)
        if row.date is None or row.issuer is None:
            mention = _completed(connection, mention, row.document_id)
        act_id, resolution = resolve(connection, mention, name_key(row.citing) if row.citing else None)
        if (act_id, resolution) != (row.act_id, row.resolution):
            changed.add(row.document_id)
            connection.execute(
                update(citations).where(citations.c.id == row.id).values(act_id=act_id, resolution=resolution)
            )
            connection.execute(
                update(amendments)
                .where(amendments.c.document_id == row.document_id, amendments.c.act_id == row.act_id)
                .values(act_id=act_id)
            )
    return changed


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
