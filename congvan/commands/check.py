"""`congvan check`: review results against the rules in force."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from congvan.options import EXIT_DATABASE, database_errors
from congvan.outputs import check_file, writing
from congvan.rulebook import jurisdiction, rule_options, rulebook, settings

if TYPE_CHECKING:
    from checker.check import Report, Rulebook
    from checker.jurisdiction import Jurisdiction
    from checker.results import Results
    from checker.settings import Settings

MAX_TOLD = 50
"""Slips printed to standard error; JSON and XLSX hold them all."""


@click.command()
@click.argument(
    "files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="RESULTS…"
)
@rule_options
@click.option("--unit", metavar="NAME", help="Whose people they are, where no column says it.")
@click.option(
    "--as",
    "capacity",
    metavar="WORD",
    help="In which capacity people are ranked, where no column says it: đảng viên, cán bộ, công chức or "
    "viên chức.",
)
@click.option(
    "--rounding",
    type=click.Choice(["floor", "nearest", "ceiling"]),
    default="floor",
    show_default=True,
    help="How 20 % of 14 = 2.8 people become whole: at most 2 (floor), 3 (nearest, ceiling).",
)
@click.option(
    "--what-if", "changes", multiple=True, metavar="NAME=RANK", help="Change a rank, see what it turns"
)
@click.option("--all", "every", is_flag=True, help="Show what is kept and not applicable too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option(
    "--xlsx", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write a workbook."
)
@click.option("--strict", is_flag=True, help="Exit with 1 where a rule is violated.")
@click.option(
    "--template",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write blank sheets (.xlsx or .csv) with examples, and stop.",
)
@click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Of the template."
)
def command(
    files: tuple[Path, ...],
    template: Path | None,
    lang: Any,
    unit: str | None,
    capacity: str | None,
    rounding: str,
    changes: tuple[str, ...],
    every: bool,
    as_json: bool,
    xlsx: Path | None,
    strict: bool,
    **more: Any,
) -> None:
    """Hold review RESULTS (CSV, XLSX: units, people, reports) against the rules in force: those of the
    corpus, of directives handed in, and those written by hand.

    Exit code 1 where a row could not be read (standard error names it) or, with --strict, where a rule is
    violated; 2 where a file is no table; 4 where the database cannot be opened.
    """
    from checker.errors import CheckError

    try:
        if template is not None:
            from checker.template import write_template

            with writing(template, "--template"):
                written = write_template(template, lang)
            for path in written:
                click.echo(f"wrote {path}", err=True)
            return
        if not files:
            raise click.UsageError("Name a file of results; for blank ones: congvan check --template r.xlsx")
        if xlsx is not None:
            check_file(xlsx, "--xlsx")
        run = _prepare(files, unit, capacity, rounding, more)
        report = _check(*run)
        if changes:
            _what_if(run, report, changes, as_json=as_json)
        else:
            _print(report, as_json=as_json, every=every)
        if xlsx is not None:
            from checker.reports.workbook import write_report

            with writing(xlsx, "--xlsx"):
                write_report(report, xlsx)
            click.echo(f"wrote {xlsx}", err=True)
    except CheckError as error:
        click.echo(f"congvan: {error.message}", err=True)
        raise SystemExit(2) from error
    _tell(report, run[1].chosen if report.rules else frozenset())
    if any(issue.severe for issue in report.issues) or (strict and report.violated):
        raise SystemExit(1)


def _prepare(
    files: tuple[Path, ...], unit: str | None, capacity: str | None, rounding: str, more: dict[str, Any]
) -> tuple[Results, Rulebook, Settings, Jurisdiction]:
    from checker.check import capacity_called
    from checker.settings import Rounding
    from checker.tables.load import load_results

    subject = capacity_called(capacity) if capacity else None
    if capacity and subject is None:
        raise click.UsageError(f"--as {capacity}: write đảng viên, cán bộ, công chức or viên chức.")
    where = jurisdiction(more)
    chosen = settings(more.pop("on"), more["year"], rounding=Rounding(rounding), capacity=subject)
    results = load_results(files, unit=unit)
    with database_errors():
        book, chosen = rulebook(where=where, chosen=chosen, units=results.units.values(), **more)
    return results, book, chosen, where


def _check(results: Results, book: Rulebook, chosen: Settings, where: Jurisdiction) -> Report:
    from checker.check import check

    return check(results, book, chosen, where)


def _print(report: Report, *, as_json: bool, every: bool) -> None:
    if as_json:
        click.echo(report.model_dump_json(indent=2))
        return
    from checker.reports.terminal import print_report

    print_report(report, sys.stdout, every=every)


def _what_if(
    run: tuple[Results, Rulebook, Settings, Jurisdiction],
    before: Report,
    changes: tuple[str, ...],
    *,
    as_json: bool,
) -> None:
    from checker.what_if import apply, differences, read_change

    results, book, chosen, where = run
    after = _check(apply(results, [read_change(text) for text in changes]), book, chosen, where)
    turned = differences(before.verdicts, after.verdicts)
    if as_json:
        import json

        click.echo(
            json.dumps([item.model_dump(mode="json") for item in turned], ensure_ascii=False, indent=2)
        )
        return
    from checker.reports.terminal import print_differences

    print_differences(turned, sys.stdout)


def _tell(report: Report, named: frozenset[str]) -> None:
    """Slips, acts that may bind, and what is left out of acts that the person named, to standard error."""
    for issue in report.issues[:MAX_TOLD]:
        column = f", column {issue.column!r}" if issue.column else ""
        click.echo(f"congvan: {issue.where or 'results'}{column}: {issue.message}", err=True)
    if len(report.issues) > MAX_TOLD:
        click.echo(f"congvan: … and {len(report.issues) - MAX_TOLD} more; --json lists them all", err=True)
    doubtful = [item for item in report.set_aside if item.doubtful]
    left_out = [item for item in report.set_aside if not item.doubtful and item.act_id in named]
    for item in (*doubtful[:5], *left_out[:5]):
        click.echo(f"congvan: not applied: {item.what}: {item.why}", err=True)
    if len(left_out) > 5:
        click.echo(f"congvan: … and {len(left_out) - 5} more of the acts named; see congvan rules", err=True)
    if len(doubtful) > 5:
        click.echo(f"congvan: … and {len(doubtful) - 5} more acts that may bind; see congvan rules", err=True)


__all__ = ["EXIT_DATABASE", "command"]
