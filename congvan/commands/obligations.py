"""`congvan obligations`: who must do what, by when."""

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
    from corpus.filters import ObligationHit, Results

_SORTS = ("relevance", "due", "-due", "issued", "-issued", "confidence")


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
    """List obligations: who must do what, by when. Without words, those due first come first.

    For example, what the Organisation Commission owes before the end of 2022:
    congvan obligations --bearer "Ban Tổ chức Thành ủy" --due-before 2022-12-31
    """
    from corpus.corpus import opened

    with database_errors(), opened(db) as corpus:
        save, saved = more.pop("save"), more.pop("saved")
        words, chosen = saved_search(corpus, "obligations", " ".join(query), filters(more), save, saved)
        found = corpus.obligations(words, chosen, sort=sort, limit=limit, offset=offset, exact=exact)
    if form == "json":
        print_json(asdict(found))
    elif form == "csv":
        from corpus.export.tables import HEADERS

        columns = HEADERS["obligations"]
        print_csv(columns, [[getattr(hit, name) for name in columns] for hit in found.items])
    else:
        _print_table(found)


def _print_table(found: Results[ObligationHit]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from congvan.commands.search import marked

    console = Console(highlight=False)
    if found.items:
        table = Table(show_lines=True, expand=True)
        table.add_column("due", overflow="fold", width=12)
        for name, ratio in (("bearer", 2), ("obligation", 5), ("directive", 2)):
            table.add_column(name, overflow="fold", ratio=ratio)
        for hit in found.items:
            due = Text(hit.due or "")
            if hit.deadlines:
                due.append(("\n" if hit.due else "") + "; ".join(hit.deadlines), style="dim")
            said = marked(hit.text.replace("\n", " "), hit.highlights)
            if hit.modality != "obligation":
                said = Text(f"[{hit.modality}] ", style="yellow").append(said)
            source = Text(hit.number or hit.directive[:8])
            source.append(f"\n{hit.clause}" if hit.clause else "")
            source.append(f"\n{hit.issuer}" if hit.issuer else "", style="dim")
            table.add_row(due, Text("; ".join(hit.bearers)), said, source)
        console.print(table)
    click.echo(more_line(len(found.items), found.total, found.more, found.offset), err=True)
