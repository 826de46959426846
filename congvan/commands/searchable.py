"""`congvan searchable`: a scan with the text that was read laid invisibly over its pages."""

from __future__ import annotations

from pathlib import Path

import click

from congvan.outputs import check_file, writing


@click.command(name="searchable")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF to write."
)
@click.pass_context
def command(context: click.Context, file: Path, output: Path) -> None:
    """Make a searchable PDF of a scan.

    Writes the pages of FILE (PDF or image) as they are, with the text that was read and repaired laid
    invisibly over them, word by word, so that they can be searched and copied from. Pages that have a sound
    text layer stay as they are. FILE itself is not touched.
    """
    from pipeline.errors import MissingDependency, ReadError
    from pipeline.searchable import make_searchable

    check_file(output, "-o")
    try:
        with writing(output, "-o"):
            made = make_searchable(file, output)
    except MissingDependency as error:
        click.echo(f"{file}: {error.message}", err=True)
        context.exit(3)
    except ReadError as error:
        click.echo(f"{file}: {error.message}", err=True)
        context.exit(2 if error.code == "same-file" else 1)
    for problem in made.errors:
        click.echo(f"{file}, page {problem.page}: {problem.message}", err=True)
    click.echo(
        f"{output}: {made.pages} pages, text laid over {made.added}, {made.kept} left as they were.", err=True
    )
    if made.errors:
        context.exit(1)
