"""`congvan doctor`: what is installed, what is missing, and the command that mends it."""

from __future__ import annotations

import json

import click


@click.command()
@click.option(
    "--db", "database", envvar="CONGVAN_DB", help="The database to look at (default: the usual one)."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(database: str | None, as_json: bool) -> None:
    """Check Tesseract and its data, LibreOffice, fonts, packages and the database.

    Exit code 3 where something needed is missing, 4 where the database cannot be opened.
    """
    from congvan.doctor import look_at_database, look_at_fonts
    from pipeline.installed import findings

    found = [*findings(), look_at_fonts(), look_at_database(database)]
    if as_json:
        rows = [
            {"name": f.name, "present": f.present, "needed": f.needed, "detail": f.detail, "remedy": f.remedy}
            for f in found
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for finding in found:
            mark = "ok     " if finding.present else "MISSING" if finding.needed else "absent "
            click.echo(f"{mark}  {finding.name}: {finding.detail}")
            if not finding.present and finding.remedy:
                click.echo(f"         install: {finding.remedy}")
    missing = [f for f in found if f.needed and not f.present]
    if any(f.name != "Database" for f in missing):
        raise SystemExit(3)
    if missing:
        raise SystemExit(4)
