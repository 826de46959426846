"""`congvan rules`: the rules in force, their conflicts, and what was set aside."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from congvan.options import database_errors
from congvan.rulebook import jurisdiction, rule_options, rulebook, settings


@click.command()
@rule_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of rules written by hand, and stop.")
@click.option(
    "--validate",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Check a file of rules written by hand, and stop.",
)
def command(as_json: bool, schema: bool, validate: Path | None, **more: Any) -> None:
    """List the rules that bind units of a territory on a day: each with its source clause, those that
    conflict with which prevails and why, and the acts set aside.

    The id of a duty is what the sheet of reports may name. Exit code 2 where a file of rules is not well
    formed, 4 where the database cannot be opened.
    """
    from checker.check import check
    from checker.errors import CheckError
    from checker.results import Results
    from checker.written import load_rules
    from checker.written import schema as rules_schema

    if schema:
        click.echo(json.dumps(rules_schema(), ensure_ascii=False, indent=2))
        return
    try:
        if validate is not None:
            click.echo(f"{validate}: {len(load_rules(validate))} rules, all well formed")
            return
        where = jurisdiction(more)
        chosen = settings(more.pop("on"), more["year"])
        with database_errors():
            book, chosen = rulebook(where=where, chosen=chosen, **more)
    except CheckError as error:
        click.echo(f"congvan: {error.message}", err=True)
        raise SystemExit(2) from error
    report = check(Results(), book, chosen, where)
    if as_json:
        click.echo(
            report.model_dump_json(indent=2, include={"on", "year", "rules", "conflicts", "set_aside"})
        )
        return
    from checker.reports.terminal import print_rules

    print_rules(report, sys.stdout)
