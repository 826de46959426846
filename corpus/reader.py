"""Reading for the corpus: the directive, and what else is kept of its pages (words, warnings)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import PrivateAttr

from corpus.words import pack
from extractors.model import Directive, Warning
from pipeline.document import Document, Word
from pipeline.extract import extract_document, from_document
from pipeline.options import Options
from pipeline.source import Source


class Read(Directive):
    """A directive that carries, from the child process that read it, what its JSON does not hold."""

    _words: dict[int, bytes] = PrivateAttr(default_factory=dict)
    _page_warnings: list[Warning] = PrivateAttr(default_factory=list)


def read(path: Path, options: Options) -> Directive:
    """Reads one file; the work of a child process. Never raises for bad input."""
    document, directive = extract_document(path, options)
    carried = Read.model_construct(**{name: getattr(directive, name) for name in Directive.model_fields})
    by_page: dict[int, list[Word]] = {}
    for number, word in document.words:
        by_page.setdefault(number, []).append(word)
    carried._words = {number: pack(words) for number, words in by_page.items()}
    carried._page_warnings = list(document.warnings)
    return carried


def carried(directive: Directive) -> tuple[dict[int, bytes], Sequence[Warning]]:
    """What a directive carries besides its JSON: packed words by page, and the pages' warnings."""
    return (directive._words, directive._page_warnings) if isinstance(directive, Read) else ({}, ())


def extract_again(kept: Directive, page_warnings: Sequence[Warning], path: Path) -> Directive:
    """Reads the fields anew from the text that was kept, without opening a page or asking an engine."""
    source = Source(path, kept.source.media_type, kept.source.sha256, kept.source.bytes)
    document = Document(kept.text, kept.pages, [], kept.repairs, list(page_warnings), kept.errors)
    return from_document(document, source)
