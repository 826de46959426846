"""`congvan verify`: originals that are missing or altered."""

from __future__ import annotations

from dataclasses import asdict

import click

from congvan.logs import say
from congvan.options import database_errors, db_option, format_option, print_csv, print_json


@click.command()
@db_option
@format_option
def command(db: str | None, form: str) -> None:
    """Compare every original with what was read of it, and name those that are missing or altered.

    Exit code 1 where there are any.
    """
    from corpus.corpus import opened
    from corpus.verify import verify

    bad, good = [], 0
    with database_errors(), opened(db) as corpus:
        for item in verify(corpus):
            if item.state == "ok":
                good += 1
            else:
                bad.append(item)
    if form == "json":
        print_json({"ok": good, "problems": [asdict(item) for item in bad]})
    elif form == "csv":
        print_csv(["path", "state", "id", "message"], [[i.path, i.state, i.id, i.message] for i in bad])
    else:
        for item in bad:
            click.echo(f"{item.state:10}  {item.id[:8]}  {item.path}\n            {item.message}")
    say(f"{good:,} originals are as they were read, {len(bad):,} are not.")
    if bad:
        raise SystemExit(1)
