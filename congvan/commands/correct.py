"""`congvan correct`: a person's word against the machine's, kept beside it."""

from __future__ import annotations

import getpass
import json
from typing import Any

import click

from congvan.logs import say
from congvan.options import database_errors, db_option
from congvan.said import change


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
    ids of obligations stand in `congvan show ID --json`. In other lists entries count from 0:
    signatories/0/name. What follows from a value is set along: a date's precision, a number's parts.

    "+" adds what was missed: obligations/+, deadlines/+, references/+ with the words of the text (who, by
    when and which act are read from them), signatories/+ with the name.

    VALUE is text, a JSON object or list, or null, which takes out. What the machine read is kept, and no
    later reading overwrites a correction.
    """
    from corpus.corpus import opened

    with database_errors(), opened(db) as corpus:
        directive, made = corpus.enter(name, field, _value(value), who=who, why=why)
    if not made:
        say(f"{directive.id}: {field} says so already; nothing was recorded.")
    for item in made:
        say(f"{directive.id}: {item.field}: {change(item.replaced, item.after, 'nothing')}")


def _value(typed: str) -> Any:
    """What was typed, as JSON where it is an object, a list, a quoted text or null. 2022 stays text, as it
    may be a year: the field tells."""
    try:
        value = json.loads(typed)
    except json.JSONDecodeError:
        return typed
    return typed if isinstance(value, bool | int | float) else value
