"""`congvan alias`: two names of one body."""

from __future__ import annotations

import click

from congvan.options import database_errors, db_option


@click.command()
@click.argument("name")
@click.argument("alias")
@db_option
def command(name: str, alias: str, db: str | None) -> None:
    """Say that the body NAME is also called ALIAS: filters by either name then find both."""
    from corpus.corpus import opened
    from corpus.parties import add_alias

    with database_errors(), opened(db) as corpus, corpus.writing() as connection:
        add_alias(connection, name, alias)
