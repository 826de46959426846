"""Options that several commands share, and how they print what they found."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from congvan.days import day

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from corpus.filters import Filters
    from corpus.saved import Kind

Function = TypeVar("Function", bound=Callable[..., Any])

EXIT_DATABASE = 4

db_option = click.option(
    "--db",
    metavar="URL",
    help="The corpus: a SQLite file or postgresql://…  [default: $CONGVAN_DB, else congvan/congvan.db in the "
    "user's data folder]",
)

_FILTERS = (
    click.option("--issuer", metavar="NAME", help="Issued by a body whose name holds these words."),
    click.option("--bearer", metavar="NAME", help="Binds a body or people whose name holds these words."),
    click.option(
        "--type", "types", multiple=True, metavar="KIND", help="Kind of act: CV, QĐ …, or its name."
    ),
    click.option("--year", "years", multiple=True, type=int, metavar="YEAR", help="Year of issue."),
    click.option("--modality", type=click.Choice(["obligation", "prohibition", "permission"])),
    click.option(
        "--due-before", type=day, metavar="DAY", help="Due before this day (2022-12-31 or 31/12/2022)."
    ),
    click.option("--due-after", type=day, metavar="DAY", help="Due after this day."),
    click.option(
        "--overdue",
        type=day,
        metavar="DAY",
        is_flag=False,
        flag_value="today",
        help="Due before today, or before the day given.",
    ),
    click.option(
        "--cites", metavar="ACT", help="Cites this act: a number, an id, a title, or words of a title."
    ),
    click.option("--cited-by", metavar="ACT", help="Is cited by this directive: a number or an id."),
    click.option("--status", type=click.Choice(["complete", "partial", "failed"]), help="How it was read."),
    click.option(
        "--in-force/--replaced", default=None, help="Not replaced, or replaced, by another act held."
    ),
    click.option("--needs-review/--clean", default=None, help="With, or without, a doubt to answer."),
    click.option("--min-confidence", type=click.FloatRange(0, 1), metavar="SHARE"),
)


def filter_options(function: Function) -> Function:
    """Adds the filters to a command; `filters` makes them one object."""
    for option in reversed(_FILTERS):
        function = option(function)
    return function


def filters(values: dict[str, Any]) -> Filters:
    """Takes the filters out of a command's values and gives them as one object."""
    from corpus.filters import Filters

    names = [
        "issuer",
        "bearer",
        "types",
        "years",
        "modality",
        "due_before",
        "due_after",
        "cites",
        "cited_by",
        "status",
        "in_force",
        "needs_review",
        "min_confidence",
    ]
    given = {name: values.pop(name) for name in names}
    overdue = values.pop("overdue")
    if overdue is not None:
        given["due_before"] = min(filter(None, [given["due_before"], overdue]))
    return Filters(**given)


_SAVED = (
    click.option("--save", metavar="NAME", help="Save this search under a name."),
    click.option("--saved", metavar="NAME", help="Run the search saved under this name."),
)


def saved_options(function: Function) -> Function:
    """Adds --save and --saved; `saved_search` acts on them."""
    for option in reversed(_SAVED):
        function = option(function)
    return function


def saved_search(
    corpus: Corpus, kind: Kind, query: str, chosen: Filters, save: str | None, saved: str | None
) -> tuple[str, Filters]:
    """The search to run: the one saved, or the one typed, which is saved where that is asked for."""
    from corpus import saved as store
    from corpus.errors import QueryError

    if saved is not None:
        if query or chosen.as_dict():
            raise QueryError("--saved runs a search as it was saved: leave out words and filters.")
        with corpus.reading() as connection:
            found = store.load(connection, saved)
        if found.kind != kind:
            raise QueryError(f"{saved} is a search of {found.kind}.")
        return found.query, found.filters
    if save is not None:
        with corpus.writing() as connection:
            store.save(connection, store.SavedSearch(save, kind, query, chosen))
    return query, chosen


def page_options(sorts: Sequence[str]) -> Callable[[Function], Function]:
    """Adds --sort, --limit, --offset, --exact and --format."""

    def add(function: Function) -> Function:
        for option in reversed(
            (
                click.option("--sort", type=click.Choice(list(sorts)), help="Order of what is found."),
                click.option("--limit", type=int, default=20, show_default=True, metavar="N"),
                click.option("--offset", type=int, default=0, metavar="N", help="Leave out the first N."),
                click.option("--exact", is_flag=True, help="Only what holds the marks as typed."),
                format_option,
            )
        ):
            function = option(function)
        return function

    return add


format_option = click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)


@contextmanager
def database_errors() -> Iterator[None]:
    """Turns errors of the corpus into a message and an exit code: 4 the database, 2 what was asked."""
    from corpus.errors import Ambiguous, CorpusError, NotFound, QueryError

    try:
        yield
    except CorpusError as error:
        click.echo(f"congvan: {error.message}", err=True)
        raise SystemExit(EXIT_DATABASE) from error
    except QueryError as error:
        raise click.UsageError(str(error)) from error
    except NotFound as error:
        click.echo(f"congvan: {error}", err=True)
        raise SystemExit(1) from error
    except Ambiguous as error:
        click.echo(f"congvan: {error} Name one by its id:", err=True)
        for candidate in error.candidates:
            click.echo(f"  {candidate}", err=True)
        raise SystemExit(2) from error


def print_json(value: object) -> None:
    """Indented JSON on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """CSV on standard output, safe to open in a spreadsheet."""
    from corpus.export.cells import csv_cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([csv_cell(value) for value in row])


def more_line(shown: int, total: int, more: bool, offset: int) -> str:
    """ "1 to 20 of 133": what the table above is part of."""
    count = f"more than {total:,}" if more else f"{total:,}"
    if not shown:
        return "Nothing found." if not total else f"Nothing so far down: {count} in all."
    line = f"{offset + 1:,} to {offset + shown:,} of {count}"
    return (
        line if offset + shown >= total and not more else f"{line}; the next with --offset {offset + shown}"
    )
