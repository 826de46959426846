"""`congvan reviewed`: a person has looked, and the directive no longer waits for review."""

from __future__ import annotations

import getpass

import click

from congvan.logs import say
from congvan.options import database_errors, db_option


@click.command()
@click.argument("names", metavar="ID…", nargs=-1, required=True)
@db_option
@click.option("--who", default=getpass.getuser, show_default="your user name", help="Who says so.")
@click.option("--why", help="Why: what shows it.")
def command(names: tuple[str, ...], db: str | None, who: str, why: str | None) -> None:
    """Mark directives as reviewed: their warnings are answered, `--needs-review` finds them no more.

    Read again, a directive is in doubt again where the new reading is. ID is its id, the beginning of its id
    (four characters or more), or its number.
    """
    from corpus.corpus import opened

    with database_errors(), opened(db) as corpus:
        for name in names:
            say(f"{corpus.mark_reviewed(name, who=who, why=why)}: reviewed")
