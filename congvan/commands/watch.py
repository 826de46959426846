"""`congvan watch`: an inbox that scanners write to, read as files arrive."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from congvan.logs import said_as_json, say, told
from congvan.options import database_errors, db_option
from congvan.terminal import plain

if TYPE_CHECKING:
    from corpus.runs import FileOutcome


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@db_option
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes at once (default: the cores).")
@click.option(
    "--settle",
    type=click.FloatRange(min=0),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How long a file must lie unchanged before it is read.",
)
@click.option(
    "--every",
    type=click.FloatRange(min=0.05),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="How often the folder is looked at.",
)
@click.option("--until-quiet", is_flag=True, help="End when no file waits any more, instead of going on.")
def command(
    folder: Path, db: str | None, jobs: int | None, settle: float, every: float, until_quiet: bool
) -> None:
    """Watch FOLDER and ingest each file once it has stopped growing. Network shares too. Ctrl-C ends it."""
    from corpus.corpus import Corpus
    from corpus.ingest import database_files, ingest
    from corpus.watch import Inbox, watch

    with database_errors(), Corpus.open(db, create=True) as corpus:
        inbox = Inbox(folder, settle=settle, skip=frozenset(database_files(corpus)))

        def work(paths: Sequence[Path]) -> None:
            ingest(corpus, paths, jobs=jobs or os.cpu_count() or 1, report=_say)

        say(f"Watching {folder}. Ctrl-C ends it.")
        try:
            watch(inbox, work, every=every, until_quiet=until_quiet)
        except KeyboardInterrupt:
            say("Stopped.")


def _say(outcome: FileOutcome, _total: int) -> None:
    why = f"  {outcome.code}: {outcome.message}" if outcome.code else ""
    if said_as_json():
        told(outcome)
    else:
        say(plain(f"{outcome.outcome:10}  {Path(outcome.path).name}{why}", one_line=True))
