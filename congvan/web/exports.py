"""What a search found, in the formats of `congvan export`, piece by piece."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.corpus import Corpus
from corpus.errors import QueryError
from corpus.filters import Filters

FORMATS = {
    "jsonl": ("application/x-ndjson", "congvan.jsonl"),
    "csv": ("text/csv; charset=utf-8", "congvan.csv"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "congvan.xlsx"),
    "ics": ("text/calendar; charset=utf-8", "congvan.ics"),
    "graphml": ("application/graphml+xml", "congvan.graphml"),
}
_PIECE = 1 << 16


def export(
    corpus: Corpus, form: str, sheet: Any, query: str, filters: Filters
) -> tuple[Iterator[bytes], str, str]:
    """The pieces, their media type, and a name for the file. Raises `QueryError` at once, not midway."""
    if form not in FORMATS:
        raise QueryError(f"The formats are {', '.join(FORMATS)}.")
    if form == "graphml" and sheet == "obligations":
        sheet = "directives"
    find = corpus.obligations if sheet == "obligations" else corpus.search
    find(query, filters, limit=1)
    media_type, name = FORMATS[form]
    return _pieces(corpus, form, sheet, query, filters), media_type, name


def _pieces(corpus: Corpus, form: str, sheet: Any, query: str, filters: Filters) -> Iterator[bytes]:
    if form == "jsonl":
        for directive in corpus.each(query, filters):
            yield directive.model_dump_json().encode() + b"\n"
    elif form == "csv":
        from corpus.export.tables import csv_lines

        yield "\ufeff".encode()  # without it, spreadsheets take UTF-8 for something else
        yield from csv_lines(corpus, sheet, query, filters)
    elif form == "ics":
        from corpus.export.ics import calendar

        yield from calendar(corpus, query, filters)
    elif form == "graphml":
        from corpus.export.graphml import graphml

        yield from graphml(corpus, query, filters)
    else:
        from corpus.export.tables import write_xlsx

        with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
            path = Path(folder) / "export.xlsx"
            write_xlsx(corpus, path, query, filters)
            with path.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    yield piece
