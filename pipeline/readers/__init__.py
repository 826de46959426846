"""One module a format; each turns a source into pages, one record a page, also where some fail."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Protocol, cast

from pipeline import source as kinds
from pipeline.document import Page
from pipeline.errors import ReadError
from pipeline.options import Options
from pipeline.source import SUPPORTED, Source

_READERS = {
    kinds.TEXT: "text",
    kinds.HTML: "html",
    kinds.DOCX: "docx",
    kinds.DOC: "office",
    kinds.RTF: "office",
    kinds.PDF: "pdf",
    kinds.PNG: "image",
    kinds.JPEG: "image",
    kinds.TIFF: "image",
    kinds.WEBP: "image",
}


class Reader(Protocol):
    def read(self, source: Source, options: Options) -> Iterator[Page]: ...


def read_pages(source: Source, options: Options) -> Iterator[Page]:
    """The pages of a source, in order. Raises `ReadError` where the file as a whole cannot be read;
    a page that cannot be read comes as a page without text and with its error."""
    name = _READERS.get(source.media_type)
    if name is None:
        raise ReadError(
            "unsupported-type",
            f"{source.name}: its bytes are of no supported type. Supported: {SUPPORTED}. "
            "Save it in one of these, or check that it is not damaged.",
        )
    reader = cast(Reader, importlib.import_module(f"pipeline.readers.{name}"))
    return reader.read(source, options)
