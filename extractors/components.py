"""spaCy components: any reader on its own, spans in ``doc.spans``.

``nlp = blank()`` gives a pipeline over Vietnamese with a tokeniser by blanks and punctuation (no pyvi);
``nlp.add_pipe("congvan_references")`` adds a reader. Each fills ``doc.spans[NAME]``; a span's label says
what it is, and ``doc._.congvan`` holds the whole `Reading`. Importing this module registers the components.

``congvan_words`` stands apart: underthesea's words, labelled with their part of speech ("V", "N", "Np"), for
search and study. No reader uses it: its tags lowered the F1 of obligations from .937 to .930 on 70 documents
(1 found more, 12 false).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

try:
    import spacy
except ModuleNotFoundError as missing:
    raise ModuleNotFoundError(
        f"The components need {missing.name}: pip install 'congvan[nlp]'", name=missing.name
    ) from missing
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors import words
from extractors.model import Reading
from extractors.reading import read

_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_Spans = Iterable[tuple[tuple[int, int] | None, str]]
_READERS: dict[str, Callable[[Reading], _Spans]] = {
    "head": lambda r: [
        (r.number.span if r.number else None, "NUMBER"),
        (r.issuer.span if r.issuer else None, "ISSUER"),
        (r.issued.span if r.issued else None, "ISSUED"),
    ],
    "signatories": lambda r: [(s.span, "SIGNATORY") for s in r.signatories],
    "references": lambda r: [(x.span, x.relation.upper()) for x in r.references],
    "deadlines": lambda r: [(x.span, x.bound.upper()) for x in r.deadlines],
    "obligations": lambda r: [(x.span, x.modality.upper()) for x in r.obligations],
    "rules": lambda r: [(x.span, x.kind.upper()) for x in r.rules],
    "amendments": lambda r: [(x.span, x.action.upper()) for x in r.amendments],
}
NAMES = (*_READERS, "words")
"""What can be added as ``congvan_NAME``."""


class Tokenizer:
    """Words, single marks, blanks: every letter is in a token, so no span ends between tokens."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words: list[str] = []
        spaces: list[bool] = []
        for match in _TOKEN.finditer(text):
            piece = match[0]
            if piece[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to store: the tokeniser has no state."""

    def from_disk(self, _path: Any, **_: Any) -> Tokenizer:
        return self


def blank() -> Language:
    """An empty pipeline for Vietnamese whose tokens cover the text exactly."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(nlp.vocab)
    nlp.max_length = 20_000_000
    return nlp


def reading_of(doc: Doc) -> Reading:
    """The `Reading` of a doc, made once for all the components that are on it."""
    if doc._.congvan is None:
        doc._.congvan = read(doc.text)
    reading: Reading = doc._.congvan
    return reading


def _found(name: str, doc: Doc) -> _Spans:
    if name == "words":
        return [(word.span, word.tag) for word in words.find(doc.text)]
    return _READERS[name](reading_of(doc))


def _component(name: str) -> None:
    def component(doc: Doc) -> Doc:
        spans: list[Span] = []
        for span, label in _found(name, doc):
            found = (
                doc.char_span(*span, label=label, alignment_mode="expand")
                if span and span[0] < span[1]
                else None
            )
            if found is not None:
                spans.append(found)
        doc.spans[name] = spans
        return doc

    Language.component(f"congvan_{name}", func=component)


if not Doc.has_extension("congvan"):
    Doc.set_extension("congvan", default=None)
for _name in NAMES:
    _component(_name)
