"""What a search found, in the formats of `congvan export`, piece by piece."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import Response, StreamingResponse

from congvan.web.etags import etag, matches
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


class TooSlow(TimeoutError):
    """An export took longer than exports may; the asker sees that the answer was cut off."""


def export(
    request: Request, form: str, sheet: Any, query: str, filters: Filters, limit: int | None = None
) -> Response:
    """What is found, as a file that is sent as it is made; 304 where the asker holds it already.

    Raises `QueryError` at once, not midway: for a format that does not exist, and where more is found than
    one export may hold and ``limit`` does not say that its beginning will do. One that takes longer than
    ``export_seconds`` is cut off, so that no slow reader holds on to the database for ever.
    """
    corpus, settings = request.app.state.corpus, request.app.state.settings
    if form not in FORMATS:
        raise QueryError(f"The formats are {', '.join(FORMATS)}.")
    if form == "graphml" and sheet == "obligations":
        sheet = "directives"
    most = settings.export_rows
    both = form == "xlsx"  # its workbook has sheets of either
    for table in ("directive", "obligation"):
        own = table == ("obligation" if sheet == "obligations" else "directive")
        if (own or both) and corpus.more_than(table, most, query, filters) and (limit or most + 1) > most:
            raise QueryError(
                f"More than {most} rows are found, which is more than one export holds. "
                "Narrow the search, or use congvan export."
            )
    media_type, name = FORMATS[form]
    version = request.app.state.remembered.version()
    # weak: a calendar says when it was made, and is the same calendar all the same
    tag = etag(repr((version, form, sheet, query, filters, limit)))
    headers = {"etag": f"W/{tag}", "cache-control": "private, no-cache"}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    headers["content-disposition"] = f'attachment; filename="{name}"'
    body = _in_time(_pieces(corpus, form, sheet, query, filters, limit), settings.export_seconds)
    return StreamingResponse(body, media_type=media_type, headers=headers)


def _in_time(pieces: Iterator[bytes], seconds: float) -> Iterator[bytes]:
    until = time.monotonic() + seconds
    for piece in pieces:
        if time.monotonic() > until:
            raise TooSlow(f"An export took longer than {seconds:.0f} s and was cut off.")
        yield piece


def _pieces(
    corpus: Corpus, form: str, sheet: Any, query: str, filters: Filters, limit: int | None
) -> Iterator[bytes]:
    if form == "jsonl":
        for directive in corpus.each(query, filters, limit=limit):
            yield directive.model_dump_json().encode() + b"\n"
    elif form == "csv":
        from corpus.export.tables import csv_lines

        yield "\ufeff".encode()  # without it, spreadsheets take UTF-8 for something else
        yield from csv_lines(corpus, sheet, query, filters, limit)
    elif form == "ics":
        from corpus.export.ics import calendar

        yield from calendar(corpus, query, filters, limit)
    elif form == "graphml":
        from corpus.export.graphml import graphml

        yield from graphml(corpus, query, filters, limit)
    else:
        from corpus.export.tables import write_xlsx

        with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
            path = Path(folder) / "export.xlsx"
            write_xlsx(corpus, path, query, filters, limit)
            with path.open("rb") as stream:
                while piece := stream.read(_PIECE):
                    yield piece
