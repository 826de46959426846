"""The acts that a person means by a number, an id or a title, as the filter of acts cited asks for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, or_, select

from corpus.acts import number_key
from corpus.errors import QueryError
from corpus.fold import folded_name
from corpus.schema import acts, citations, directives, documents
from extractors import numbers

MOST_REFERENCES = 20_000
"""References that words of a title may be read in. To fold so many takes half a second; "Quyết định" alone
left 200,000 of 300,000 and took 5."""

MIN_PREFIX = 4
"""Characters of an id that are enough to name a directive."""

_MARKED = str.maketrans(dict.fromkeys("aeiouyd", "_"))
"""Letters that may bear a mark; ``_`` is any one character to LIKE, of SQLite and PostgreSQL alike."""

_ABOUT = ("ve viec ", "ve ", "v v ")
"""How a subject begins that says what its act is about."""


@dataclass(slots=True)
class Called:
    """What answers to a name. ``keys``: numbers it may be; ``acts``: acts with their number's key;
    ``references``: citations whose own words name it, whichever act they were resolved to."""

    keys: set[str] = field(default_factory=set)
    acts: dict[int, str | None] = field(default_factory=dict)
    references: list[int] = field(default_factory=list)


def number_keys(name: str) -> list[str]:
    """The numbers (as `number_key`) that a name may mean: itself, and the one number that it holds
    ("Nghị quyết số 80-NQ/TW"), if it is only one."""
    printed = [name[slice(*found.span)] for found in numbers.find(name)]
    if not printed:
        upper = name.upper()  # typed in lower case; numbers in running text are not
        printed = [upper[slice(*found.span)] for found in numbers.find(upper)]
    keys = [number_key(name), number_key(printed[0]) if len(printed) == 1 else None]
    return list(dict.fromkeys(key for key in keys if key))


def acts_called(connection: Connection, name: str) -> Called:
    """All acts, held or only cited, that a number, an id, a title or words of a title may mean.

    A number or an id that something answers to is that and nothing else. Titles are compared without marks
    and case: an act answers whose title begins so, and a reference whose words hold them side by side.
    Raises `QueryError` where the name holds no letter or digit.
    """
    if not folded_name(name):
        raise QueryError(f"{name!r} names no act: it holds no letter.")
    found = Called(set(number_keys(name)))
    conditions = [acts.c.number_key.in_(sorted(found.keys))]
    if len(name) >= MIN_PREFIX and name.isalnum():
        owner = select(directives.c.act_id).join(documents, documents.c.id == directives.c.document_id)
        starts = documents.c.directive_id.startswith(name.lower(), autoescape=True)
        conditions.append(acts.c.id.in_(owner.where(starts)))
    rows = connection.execute(select(acts.c.id, acts.c.number_key).where(or_(*conditions)))
    found.acts = {row.id: row.number_key for row in rows}
    cited = select(citations.c.id).where(citations.c.number_key.in_(sorted(found.keys))).limit(1)
    if not found.acts and connection.execute(cited).first() is None:
        _titled(connection, found, folded_name(name))
    return found


def _titled(connection: Connection, found: Called, words: str) -> None:
    """Adds what is called so by a title. The database sorts out by letters that bear no mark (0.3 s among
    300,000 references); what it leaves is compared here. Raises `QueryError` where it leaves too many."""
    like = f"%{'%'.join(word.translate(_MARKED) for word in words.split())}%"
    titles = select(acts.c.id, acts.c.number_key, acts.c.title).where(acts.c.title.ilike(like))
    for row in connection.execute(titles):
        if _begins(folded_name(row.title), words):
            found.acts[row.id] = row.number_key
    named = (
        select(citations.c.id, citations.c.act_id, citations.c.text, acts.c.number_key)
        .outerjoin(acts, acts.c.id == citations.c.act_id)
        .where(citations.c.text.ilike(like))
        .limit(MOST_REFERENCES + 1)
    )
    read = connection.execute(named).all()
    if len(read) > MOST_REFERENCES:
        raise QueryError(
            f"“{words}” stands in more than {MOST_REFERENCES:,} references: give more words of the title, or "
            "the act's number."
        )
    for cited in read:
        text = folded_name(cited.text)
        if f" {words} " not in f" {text} ":
            continue
        found.references.append(cited.id)
        if cited.act_id is not None and _begins(text, words):
            found.acts[cited.act_id] = cited.number_key


def _begins(title: str, words: str) -> bool:
    """Whether a title (folded) begins with the words: "Luật Nhà ở ngày …", not "Luật sửa đổi Luật Nhà ở"."""
    starts = [title, *(title.removeprefix(about) for about in _ABOUT if title.startswith(about))]
    return any(f"{start} ".startswith(f"{words} ") for start in starts)
