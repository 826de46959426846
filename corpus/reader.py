"""Reading for the corpus: the directive, and what else is kept of its pages (words, warnings).

This runs in the child processes. Where the corpus holds the text of these very bytes as today's readers and
repair would give it, and only the extractors have changed since, the fields are read anew from that text: no
page is opened, no engine asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import PrivateAttr
from sqlalchemy import Connection, select

from corpus.corpus import Corpus
from corpus.database import parse_url
from corpus.schema import documents, readings
from corpus.store import current_reading
from corpus.words import pack
from extractors.model import Directive, Warning
from pipeline import recipe
from pipeline.document import Document, Word
from pipeline.errors import ReadError
from pipeline.extract import extract_document, from_document
from pipeline.options import Options
from pipeline.source import Source, fingerprint


class Read(Directive):
    """A directive that carries, from the child process that read it, what its JSON does not hold.

    ``_words`` is None where the text is the one that was held before, and its words with it.
    """

    _words: dict[int, bytes] | None = PrivateAttr(default=None)
    _page_warnings: list[Warning] = PrivateAttr(default_factory=list)


@dataclass(frozen=True, slots=True)
class FileReader:
    """Reads one file for the corpus at a URL; picklable. Never raises for bad input.

    ``retry``: what was read in part is read again from its pages.
    """

    url: str
    retry: bool = False

    @property
    def needs_network(self) -> bool:
        """Whether the corpus lies on a server that is reached over the network; see `pipeline.pool`."""
        url = parse_url(self.url)
        host = url.host or url.query.get("host") or "/"
        return url.get_backend_name() != "sqlite" and not str(host).startswith("/")

    def __call__(self, path: Path, options: Options) -> Directive:
        try:
            sha256, _ = fingerprint(path)
        except ReadError:
            return read(path, options)  # which says why
        with Corpus.open(self.url, create=False) as corpus, corpus.reading() as connection:
            kept = kept_text(connection, sha256, self.retry)
        return Again(kept)(path, options)


Kept = tuple[Directive, list[Warning]]
"""A reading whose text is as today's readers would give it, and the warnings of its pages."""


@dataclass(frozen=True, slots=True)
class Again:
    """Reads one file for the corpus, given what is held of it (`kept_text`); picklable, needs no database."""

    kept: Kept | None = None

    def __call__(self, path: Path, options: Options) -> Directive:
        if self.kept is None:
            return read(path, options)
        directive, page_warnings = self.kept
        return _carrying(extract_again(directive, page_warnings, path), None, page_warnings)


def kept_text(connection: Connection, sha256: str, retry: bool) -> Kept | None:
    """The text that the corpus holds of these bytes, where only the extractors have changed since.

    ``retry``: what was read in part does not count.
    """
    row = connection.execute(
        select(documents.c.id, readings.c.recipe, readings.c.status, readings.c.page_warnings)
        .join(readings, readings.c.document_id == documents.c.id)
        .where(documents.c.sha256 == sha256)
        .order_by(readings.c.id.desc())
        .limit(1)
    ).first()
    if row is None or row.recipe == recipe.VERSION or row.status == "failed":
        return None
    if row.recipe.partition(".")[0] != str(recipe.READ) or (retry and row.status != "complete"):
        return None
    kept = current_reading(connection, row.id)[1]
    if any(error.code.startswith("missing-") for error in kept.errors):
        return None  # the program may be installed by now
    return kept, [Warning.model_validate(item) for item in row.page_warnings]


def read(path: Path, options: Options) -> Directive:
    """Reads one file from its bytes. Never raises for bad input."""
    document, directive = extract_document(path, options)
    by_page: dict[int, list[Word]] = {}
    for number, word in document.words:
        by_page.setdefault(number, []).append(word)
    words = {number: pack(found) for number, found in by_page.items()}
    return _carrying(directive, words, document.warnings)


def _carrying(
    directive: Directive, words: dict[int, bytes] | None, page_warnings: Sequence[Warning]
) -> Directive:
    result = Read.model_construct(**{name: getattr(directive, name) for name in Directive.model_fields})
    result._words, result._page_warnings = words, list(page_warnings)
    return result


def carried(directive: Directive) -> tuple[dict[int, bytes] | None, Sequence[Warning]]:
    """What a directive carries besides its JSON: packed words by page, and the pages' warnings."""
    return (directive._words, directive._page_warnings) if isinstance(directive, Read) else (None, ())


def extract_again(kept: Directive, page_warnings: Sequence[Warning], path: Path) -> Directive:
    """Reads the fields anew from the text that was kept."""
    source = Source(path, kept.source.media_type, kept.source.sha256, kept.source.bytes)
    document = Document(
        kept.text, kept.pages, [], kept.repairs, list(page_warnings), kept.errors, kept.digital_signatures
    )
    return from_document(document, source)
