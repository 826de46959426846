"""`congvan backup`: a copy of the corpus as it is at one moment, while others go on reading and writing."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import click

from congvan.logs import say
from congvan.options import EXIT_DATABASE, database_errors, db_option

_PAGES = 2_000
"""Database pages copied at a time (8 MB); between them others may write."""


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@db_option
@click.option("--force", is_flag=True, help="Replace FILE where it exists.")
def command(target: Path, db: str | None, force: bool) -> None:
    """Copy the corpus to FILE, whole and checked. A run of `congvan ingest` may go on meanwhile.

    FILE is a corpus itself: `congvan search --db FILE` reads it. To restore, end what uses the corpus and
    copy FILE to its place. Originals are not in it; `congvan verify` says whether they are all there. For a
    corpus on PostgreSQL use pg_dump.

    Exit code 4 where the database cannot be read or FILE cannot be written.
    """
    from corpus.corpus import opened
    from corpus.database import read_only_address
    from pipeline.durable import keep

    if target.exists() and not force:
        raise click.UsageError(f"{target} is there already. Name another file, or replace it with --force.")
    with database_errors(), opened(db) as corpus:
        url = corpus.engine.url
        if url.get_backend_name() != "sqlite" or not url.database:
            raise click.UsageError(
                f"This corpus is on PostgreSQL. Use: pg_dump -Fc {url.database} > {target}"
            )
        source = Path(url.database)
        if target.absolute() == source.absolute() or (target.exists() and target.samefile(source)):
            raise click.UsageError(f"{target} is the corpus itself. Name another file.")
        part = target.with_name(f"{target.name}.{os.getpid()}.part")
        try:
            _copy(read_only_address(url) or source.absolute().as_uri(), part)
            keep(part, target)
        except (sqlite3.Error, OSError) as error:
            click.echo(
                f"congvan: {target} was not written ({error}). Free some room, or name another.", err=True
            )
            raise SystemExit(EXIT_DATABASE) from error
        finally:
            for suffix in ("", "-journal", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    part.with_name(part.name + suffix).unlink()
    say(f"{target}: {target.stat().st_size:,} bytes, checked.")


def _copy(source: str, part: Path) -> None:
    """SQLite's own online backup of the database at an address: one state of it, however long it takes."""
    with (
        closing(sqlite3.connect(source, timeout=30, uri=True)) as original,
        closing(sqlite3.connect(part)) as copy,
    ):
        original.backup(copy, pages=_PAGES, sleep=0.01)
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(
                f"the copy is not sound: {found}; check the disk, and the corpus itself"
            )
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
