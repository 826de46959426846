"""`congvan correct`: a person's word against the machine's, kept beside it."""

from __future__ import annotations

import getpass
import json
from typing import Any

import click

from congvan.logs import say
from congvan.options import database_errors, db_option


@click.command()
@click.argument("name", metavar="ID")
@click.argument("field")
@click.argument("value")
@db_option
@click.option("--who", default=getpass.getuser, show_default="your user name", help="Who says so.")
@click.option("--why", help="Why: what shows it.")
def command(name: str, field: str, value: str, db: str | None, who: str, why: str | None) -> None:
    """Correct FIELD of the directive ID to VALUE.

    FIELD is a path: subject, issuer/name, number/text, issued/date, obligations/OBLIGATION/bearers; the
    ids of obligations stand in `congvan show ID --json`. VALUE is JSON ("null" takes out); what is no JSON
    is text. What the machine read is kept, and no later reading overwrites a correction.
    """
    from corpus.corpus import opened

    try:
        after: Any = json.loads(value)
    except json.JSONDecodeError:
        after = value
    with database_errors(), opened(db) as corpus:
        directive = corpus.correct(name, field, after, who=who, why=why)
    say(f"{directive.id}: {field} is now {json.dumps(after, ensure_ascii=False)}")
