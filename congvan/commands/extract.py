"""`congvan extract`: files in, the JSON of their directives out; no database is touched."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from congvan.limits import chosen_limits, limit_options
from congvan.outputs import make_folder, writing
from congvan.terminal import plain

if TYPE_CHECKING:
    from extractors.model import Directive


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write NAME.json in DIR.",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Processes at once (default: the cores).")
@limit_options
def command(
    files: tuple[Path, ...],
    output: Path | None,
    jobs: int | None,
    config: Path | None,
    settings: tuple[str, ...],
) -> None:
    """Read FILES and print their directives: one file as indented JSON, several as JSON Lines.

    With -o, each is written to DIR/NAME.json, NAME being the file's name without its extension. Exit code
    1 where a file failed or a page could not be read, 3 where a program it needs is not installed.
    """
    from pipeline.options import Options
    from pipeline.pool import extract_many, file_options

    limits = chosen_limits(config, settings)
    if output is not None:
        make_folder(output, "-o")
    jobs = jobs or os.cpu_count() or 1
    waiting: dict[Path, Directive] = {}
    targets = _targets(files, output)
    printed = 0
    codes: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="congvan-") as scratch:
        options = file_options(Options(limits=limits, windows=Path(scratch)), len(files), jobs)
        for path, directive in extract_many(dict.fromkeys(files), options, jobs=min(jobs, len(files))):
            codes |= {error.code for error in directive.errors}
            _complain(path, directive)
            if output is not None:
                _write(targets[path], directive.model_dump_json(indent=2))
                continue
            waiting[path] = directive
            # printed in the order asked for, each as soon as those before it are done
            while printed < len(files) and files[printed] in waiting:
                click.echo(waiting[files[printed]].model_dump_json(indent=2 if len(files) == 1 else None))
                printed += 1
    if any(code.startswith("missing-") for code in codes):
        raise SystemExit(3)
    if codes:
        raise SystemExit(1)


def _targets(files: tuple[Path, ...], output: Path | None) -> dict[Path, Path]:
    """Where each file's JSON goes; two files of one stem keep their extensions, so none is overwritten."""
    if output is None:
        return {}
    stems: dict[str, set[Path]] = {}
    for path in files:
        stems.setdefault(path.stem, set()).add(path)
    targets: dict[Path, Path] = {}
    for paths in stems.values():
        for number, path in enumerate(sorted(paths)):
            name = path.stem if len(paths) == 1 else path.name
            target = output / f"{name}.json"
            if target in targets.values():
                target = output / f"{name}.{number}.json"
            targets[path] = target
    return targets


def _complain(path: Path, directive: Directive) -> None:
    for error in directive.errors:
        where = f", page {error.page}" if error.page else ""
        click.echo(plain(f"congvan: {path}{where}: {error.code}: {error.message}", one_line=True), err=True)


def _write(target: Path, text: str) -> None:
    from pipeline.durable import write_whole

    with writing(target, "-o"):
        write_whole(target, text.encode() + b"\n")
