"""`congvan search`: directives by words and filters."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from congvan.options import (
    database_errors,
    db_option,
    filter_options,
    filters,
    more_line,
    page_options,
    print_csv,
    print_json,
    saved_options,
    saved_search,
)

if TYPE_CHECKING:
    from corpus.filters import DirectiveHit, Results

_SORTS = ("relevance", "issued", "-issued", "number", "added", "confidence")
_COLUMNS = [
    "id",
    "number",
    "type_code",
    "type_name",
    "issuer",
    "issued",
    "subject",
    "status",
    "needs_review",
    "confidence",
    "obligations",
    "file",
    "snippet",
]


@click.command()
@click.argument("query", nargs=-1)
@db_option
@filter_options
@saved_options
@page_options(_SORTS)
def command(
    query: tuple[str, ...],
    db: str | None,
    sort: str | None,
    limit: int,
    offset: int,
    exact: bool,
    form: str,
    **more: Any,
) -> None:
    """Search directives. All words must be there, with or without their marks; what has the marks as typed,
    and the words side by side, comes first.

    "words in quotes" must stand side by side; -word must not be there; either OR other; begin* finds what
    begins so. Without words, lists what the filters leave.
    """
    from corpus.corpus import opened

    with database_errors(), opened(db) as corpus:
        save, saved = more.pop("save"), more.pop("saved")
        words, chosen = saved_search(corpus, "directives", " ".join(query), filters(more), save, saved)
        found = corpus.search(words, chosen, sort=sort, limit=limit, offset=offset, exact=exact)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        print_csv(_COLUMNS, [[getattr(hit, name) for name in _COLUMNS] for hit in found.items])
    else:
        _print_table(found)


def _print_table(found: Results[DirectiveHit]) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    for hit in found.items:
        head = Text.assemble(
            (hit.number or hit.type_name or hit.file, "bold"),
            *(f"  {part}" for part in (hit.issued, hit.issuer) if part),
            (f"  {hit.id[:8]}", "dim"),
            (f"  {hit.status}" if hit.status != "complete" else "", "red"),
        )
        console.print(head)
        for line in (Text(hit.subject or ""), marked(hit.snippet, hit.highlights)):
            if line.plain:
                console.print(Padding(line, (0, 0, 0, 4)))
    click.echo(more_line(len(found.items), found.total, found.more, found.offset), err=True)


def marked(line: str, highlights: list[tuple[int, int]]) -> Any:
    """A line with what matched in bold."""
    from rich.text import Text

    text = Text(line)
    for start, end in highlights:
        text.stylize("bold reverse", start, end)
    return text
