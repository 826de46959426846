"""`congvan export`: the corpus, or what a search found, in the formats that others read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from congvan.options import database_errors, db_option, filter_options, filters
from congvan.outputs import writing

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from corpus.filters import Filters

_BINARY = ("xlsx",)


@click.command()
@db_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "xlsx", "ics", "graphml", "akn"]),
    default="jsonl",
    show_default=True,
    help="jsonl: directives as JSON Lines; csv, xlsx: tables; ics: a calendar of deadlines; graphml: acts "
    "and their references; akn: one directive as Akoma Ntoso XML (with --id).",
)
@click.option(
    "--table",
    type=click.Choice(["directives", "obligations", "references", "deadlines"]),
    default="obligations",
    show_default=True,
    help="Which table a CSV file holds (XLSX holds all).",
)
@click.option("--query", default="", metavar="WORDS", help="Only what a search for these words finds.")
@click.option("--id", "name", metavar="ID", help="One directive: its id or number (akn).")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@filter_options
def command(
    db: str | None, form: str, table: str, query: str, name: str | None, output: Path | None, **more: Any
) -> None:
    """Export the corpus, or what filters and a query leave, to standard output or a file. Memory stays
    flat whatever the size. In CSV, text that a spreadsheet would run as a formula gets an apostrophe before
    it; in XLSX every text is stored as text."""
    from corpus.corpus import opened

    if form in _BINARY and output is None:
        raise click.UsageError("A workbook goes to a file: add -o FILE.xlsx")
    if form == "akn" and name is None:
        raise click.UsageError("Akoma Ntoso holds one directive: add --id ID (an id or a number)")
    with database_errors(), opened(db) as corpus:
        chosen = filters(more)
        if output is None:
            _write(corpus, form, table, query, chosen, name, None)
            return
        part = output.with_name(output.name + ".part")
        try:
            with writing(output, "-o"):
                _write(corpus, form, table, query, chosen, name, part)
                part.replace(output)
        finally:
            part.unlink(missing_ok=True)


def _write(
    corpus: Corpus, form: str, table: Any, query: str, chosen: Filters, name: str | None, path: Path | None
) -> None:
    if form == "xlsx":
        from corpus.export.tables import write_xlsx

        assert path is not None
        write_xlsx(corpus, path, query, chosen)
        return
    stream = path.open("wb") if path is not None else sys.stdout.buffer
    try:
        for piece in _pieces(corpus, form, table, query, chosen, name):
            stream.write(piece)
        stream.flush()
    finally:
        if path is not None:
            stream.close()


def _pieces(corpus: Corpus, form: str, table: Any, query: str, chosen: Filters, name: str | None) -> Any:
    if form == "jsonl":
        return (d.model_dump_json().encode() + b"\n" for d in corpus.each(query, chosen))
    if form == "csv":
        from corpus.export.tables import csv_lines

        return csv_lines(corpus, table, query, chosen)
    if form == "ics":
        from corpus.export.ics import calendar

        return calendar(corpus, query, chosen)
    if form == "graphml":
        from corpus.export.graphml import graphml

        return graphml(corpus, query, chosen)
    from corpus.export.akn import akoma_ntoso

    return [akoma_ntoso(corpus.directive(name or ""))]
