"""`congvan problems`: what failed, what is in doubt, where a re-reading disagrees with a person."""

from __future__ import annotations

from dataclasses import asdict, astuple

import click

from congvan.options import database_errors, db_option, format_option, print_csv, print_json

_COLUMNS = ("id", "number", "path", "status", "severity", "page", "stage", "code", "message")


@click.command()
@db_option
@format_option
@click.option("--failures", is_flag=True, help="Only what could not be read, wholly or in part.")
@click.option("--code", metavar="CODE", help="Only problems of this code, like correction-differs.")
def command(db: str | None, form: str, failures: bool, code: str | None) -> None:
    """List what a person should look at, over the whole corpus.

    Pages that failed, doubts of a reading, references that nearly meet an act of the corpus, corrections that
    a later reading disagrees with.
    """
    from corpus.corpus import opened
    from corpus.problems import problem_codes

    with database_errors(), opened(db) as corpus:
        found = list(corpus.problems(failures=failures, code=code))
        codes = None
        if code is not None:
            with corpus.reading() as connection:
                codes = problem_codes(connection)
    if form == "json":
        print_json([asdict(item) for item in found])
    elif form == "csv":
        print_csv(_COLUMNS, [astuple(item) for item in found])
    else:
        for item in found:
            where = f"page {item.page}: " if item.page else ""
            click.echo(f"{item.id[:8]}  {item.severity:7}  {item.code:20}  {item.number or item.path or ''}")
            click.echo(f"          {where}{item.message}")
    if codes is not None and code not in codes:
        click.echo(f"No problem has the code {code}. There are: {', '.join(codes) or 'none'}.", err=True)
    click.echo(f"{len(found):,} problems of {len({item.id for item in found}):,} directives.", err=True)
