"""What a person types into the search box, parsed: words, "phrases", -without, either OR other, begin*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.errors import QueryError
from corpus.fold import tokens

_PIECE = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')

MAX_PHRASES = 50
"""More words than this are a pasted text, not a query; each costs a walk through the index."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens that must stand side by side. ``prefix``: the last one may go on."""

    exact: tuple[str, ...]
    folded: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Alternatives, one of which must stand in the text (or none of them, where ``negated``)."""

    alternatives: tuple[Phrase, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All groups must hold. No groups: everything matches."""

    groups: tuple[Group, ...] = ()

    @property
    def positive(self) -> list[Group]:
        return [group for group in self.groups if not group.negated]

    @property
    def negative(self) -> list[Group]:
        return [group for group in self.groups if group.negated]

    @property
    def marked(self) -> bool:
        """True where the query holds marks, so that exact matches can be told from folded ones."""
        return any(p.exact != p.folded for group in self.positive for p in group.alternatives)

    def as_phrase(self) -> Query | None:
        """All words side by side, as one phrase; None where the query is one already, or holds an OR."""
        positive = self.positive
        if len(positive) < 2 or any(len(group.alternatives) > 1 for group in positive):
            return None
        if any(group.alternatives[0].prefix for group in positive[:-1]):
            return None
        parts = [group.alternatives[0] for group in positive]
        whole = Phrase(
            tuple(token for part in parts for token in part.exact),
            tuple(token for part in parts for token in part.folded),
            parts[-1].prefix,
        )
        return Query((Group((whole,)), *self.negative))

    def phrases(self) -> list[Phrase]:
        """What to highlight: every phrase that is asked for."""
        return [phrase for group in self.positive for phrase in group.alternatives]


def phrase(text: str, *, prefix: bool = False) -> Phrase | None:
    """The tokens of a text as one phrase, None where it holds no letter or digit."""
    exact, folded = tokens(text)
    return Phrase(tuple(exact), tuple(folded), prefix) if exact else None


def parse(text: str) -> Query:
    """Parses a query. Raises `QueryError` where nothing is asked for, only excluded, or far too much."""
    groups: list[Group] = []
    join_next = False
    for piece in _PIECE.finditer(text):
        word = piece.group(4)
        if word == "OR" and groups:
            join_next = True
            continue
        if word is None:
            negated, body, prefix = bool(piece.group(1)), piece.group(2), bool(piece.group(3))
        else:
            negated = word.startswith("-") and len(word) > 1
            body, prefix = (word[1:] if negated else word), word.endswith("*")
        found = phrase(body, prefix=prefix)
        if found is None:
            continue
        if join_next and not negated and not groups[-1].negated:
            groups[-1] = Group((*groups[-1].alternatives, found))
        else:
            groups.append(Group((found,), negated))
        join_next = False
    if sum(len(group.alternatives) for group in groups) > MAX_PHRASES:
        raise QueryError(f"The query has more than {MAX_PHRASES} words. Ask for fewer.")
    query = Query(tuple(groups))
    if text.strip() and not query.positive:
        raise QueryError(
            "The query asks for no word. Give at least one word that must be there (-word only excludes)."
        )
    return query
