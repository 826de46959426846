"""`congvan ingest`: files and folders into the corpus, resumable, with a report of what failed and why."""

from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from congvan.limits import chosen_limits, limit_options
from congvan.logs import quiet, said_as_json, say, told, verbose
from congvan.options import database_errors, db_option
from congvan.outputs import check_file, writing
from congvan.terminal import plain

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from corpus.ingest import Ingested, Report
    from corpus.runs import FileOutcome
    from pipeline.options import Options

_COLUMNS = ("path", "outcome", "status", "id", "code", "message")


def _place(text: str) -> Path | str:
    """A path, or the URL of originals (with --cluster)."""
    from corpus.originals import is_url

    return text if is_url(text) else Path(text)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_place, metavar="PATH…")
@db_option
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes at once (default: the cores).")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Read on the workers of a Dask scheduler, like tcp://host:8786 (docs/scale.md).",
)
@click.option("--retry", is_flag=True, help="Read again what failed, or was read only in part, before.")
@click.option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write what became of each file, as CSV or (FILE.json) JSON.",
)
@limit_options
def command(
    paths: tuple[Path | str, ...],
    db: str | None,
    jobs: int | None,
    cluster: str | None,
    retry: bool,
    report_file: Path | None,
    config: Path | None,
    settings: tuple[str, ...],
) -> None:
    """Read files and folders (all that is in them) into the corpus.

    Each file is kept the moment it is read. Run the command again after a stop: it goes on where it was,
    and reads nothing twice. Files whose bytes are there already are reported as unchanged, or as duplicates
    of the file that they equal.

    With --cluster, PATH lies where all workers see it, or is a URL that fsspec knows (s3://…). Their children
    read the files; on PostgreSQL the workers store them as well.

    Exit code 1 where a file or a page could not be read, 3 where a program for it is not installed, 4 where
    the database refused.
    """
    from corpus.corpus import Corpus
    from corpus.ingest import ingest
    from pipeline.options import Options

    options = Options(limits=chosen_limits(config, settings))
    if report_file is not None:
        check_file(report_file, "--report")
    with database_errors(), Corpus.open(db, create=True) as corpus, _progress() as progress:
        try:
            if cluster is not None:
                result = _on_cluster(cluster, corpus, paths, options, retry, progress.advance)
            else:
                result = ingest(
                    corpus,
                    _local(paths),
                    options=options,
                    jobs=jobs or os.cpu_count() or 1,
                    retry=retry,
                    report=progress.advance,
                )
        except KeyboardInterrupt:
            say("Stopped. What was read is kept; the same command goes on from here.")
            raise SystemExit(130) from None
        where = corpus.engine.url.render_as_string(hide_password=True)
        report = _report(report_file, result) if report_file is not None else b""
    if said_as_json():
        say(f"{result.total} files", **result.counts, run=result.run_id, corpus=where)
    else:
        _print_summary(result, where)
    if report_file is not None:
        _write(report_file, report)
    codes = {outcome.code or "" for outcome in result.problems}
    if any(code.startswith("missing-") for code in codes):
        raise SystemExit(3)
    if result.problems:
        raise SystemExit(1)


def _local(places: tuple[Path | str, ...]) -> list[Path]:
    for place in places:
        if isinstance(place, str):
            raise click.UsageError(f"{place} is a URL: originals at URLs are read with --cluster ADDRESS.")
    return [Path(place) for place in places]


def _on_cluster(
    address: str,
    corpus: Corpus,
    places: tuple[Path | str, ...],
    options: Options,
    retry: bool,
    report: Report,
) -> Ingested:
    from corpus.cluster import Cluster, ingest_on

    with Cluster(address) as cluster:
        return ingest_on(cluster, corpus, places, options=options, retry=retry, report=report)


class _progress:
    """A bar on a terminal's standard error; silent elsewhere."""

    def __init__(self) -> None:
        from rich.console import Console

        self._console = Console(stderr=True)
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> _progress:
        if self._console.is_terminal and not quiet() and not verbose() and not said_as_json():
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            self._bar = Progress(
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                TextColumn("{task.description}", markup=False),
                console=self._console,
                transient=True,
            )
            self._bar.start()
        return self

    def advance(self, outcome: FileOutcome, total: int) -> None:
        told(outcome)
        if self._bar is None:
            return
        if self._task is None:
            self._task = self._bar.add_task("", total=total)
        name = plain(Path(outcome.path).name, one_line=True)
        self._bar.update(self._task, advance=1, description=f"{outcome.outcome}: {name[:50]}")

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()


def _report(path: Path, result: Ingested) -> bytes:
    """What became of each file, in the form that the report's name asks for."""
    from corpus.export.cells import csv_cell

    rows = [{name: asdict(outcome)[name] for name in _COLUMNS} for outcome in result.outcomes]
    if path.suffix.lower() == ".json":
        said = json.dumps({"counts": result.counts, "files": rows}, ensure_ascii=False, indent=2)
        return f"{said}\n".encode()
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    writer.writerows([csv_cell(row[name]) for name in _COLUMNS] for row in rows)
    return stream.getvalue().encode()


def _write(path: Path, report: bytes) -> None:
    from pipeline.durable import write_whole

    with writing(path, "--report"):
        if path.exists() and not path.is_file():
            path.write_bytes(report)  # a pipe or a device
        else:
            write_whole(path, report)


def _print_summary(result: Ingested, where: str) -> None:
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(stderr=True, highlight=False)
    if result.problems:
        console.print("Could not be read, or not wholly:")
    for outcome in result.problems:
        name = plain(Path(outcome.path).name, one_line=True)
        line = Text.assemble((f"  {outcome.status} ", "red"), (outcome.code or "", "bold"), f"  {name}")
        console.print(line)
        message = plain(outcome.message or "", one_line=True).removeprefix(f"{name}: ")
        console.print(Padding(Text(message, style="dim"), (0, 0, 0, 4)))
    if quiet():
        return
    counts = ", ".join(f"{count:,} {name}" for name, count in sorted(result.counts.items()))
    before = sum(outcome.outcome in ("unchanged", "duplicate") for outcome in result.problems)
    known = f" ({before:,} of them failed, or were read in part, before)" if before else ""
    console.print(Text(f"{result.total:,} files: {counts or 'none'}{known}. Corpus: {where}"))
