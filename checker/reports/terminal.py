"""A report as tables for the terminal: what is violated and in doubt in full, what is kept as a count."""

from __future__ import annotations

from typing import IO

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from checker.check import Report, RuleLine
from checker.verdict import Outcome, Verdict
from checker.what_if import Difference

COLOURS = {
    Outcome.KEPT: "green",
    Outcome.VIOLATED: "bold red",
    Outcome.NOT_APPLICABLE: "dim",
    Outcome.CANNOT_TELL: "yellow",
}
MAX_ROWS = 200
"""More rows than this are for JSON or XLSX; the table says how many were left out."""
MAX_DEMANDS = 8
"""Rules shown of an act that was set aside."""


def print_report(report: Report, file: IO[str], *, every: bool = False, width: int | None = None) -> None:
    """``every``: kept and not applicable verdicts as rows too."""
    # a pipe has no width of its own: 160 columns keep numbers and reasons on few lines
    console = Console(file=file, width=width or (None if file.isatty() else 160), highlight=False)
    _rules(report, console)
    when = f"On {report.on.isoformat()}, review of {report.year}, rounding {report.rounding.value}"
    if not report.rules:
        _set_aside(report, console)
        if not report.set_aside:
            console.print(
                "Name acts (--act), files (--directive) or rules of your own (--rules) to check against."
            )
        console.print(f"{when}: nothing was checked.")
        return
    _conflicts(report, console)
    _verdicts(report, console, every=every)
    counts = ", ".join(f"{report.summary[outcome]:,} {outcome.value}" for outcome in Outcome)
    console.print(f"{when}: {counts}.")


def print_rules(report: Report, file: IO[str], *, width: int | None = None) -> None:
    """The rules in force, their conflicts, and what was set aside and why."""
    console = Console(file=file, width=width or (None if file.isatty() else 160), highlight=False)
    _rules(report, console)
    _conflicts(report, console)
    _set_aside(report, console)


def _set_aside(report: Report, console: Console) -> None:
    if not report.set_aside:
        return
    table = Table(title="Set aside", title_justify="left", expand=True)
    table.add_column("what", ratio=2)
    table.add_column("why", ratio=3)
    for item in report.set_aside[:MAX_ROWS]:
        why = f"may bind: {item.why}" if item.doubtful else item.why
        what = [item.what, *(_cut(rule, 160) for rule in item.rules[:MAX_DEMANDS])]
        if len(item.rules) > MAX_DEMANDS:
            what.append(f"… and {len(item.rules) - MAX_DEMANDS} more")
        table.add_row(escape("\n  ".join(what)), escape(why), style="yellow" if item.doubtful else "dim")
    console.print(table)
    if len(report.set_aside) > MAX_ROWS:
        console.print(f"… and {len(report.set_aside) - MAX_ROWS:,} more: use --json.")


def _rules(report: Report, console: Console) -> None:
    if not report.rules:
        console.print("No rule is in force for these units.")
        return
    table = Table(title="Rules in force", title_justify="left", expand=True)
    table.add_column("id", no_wrap=True)
    table.add_column("what is demanded", ratio=3)
    table.add_column("source", ratio=2)
    table.add_column("wording", ratio=4)
    for rule in report.rules:
        also = f" (also {'; '.join(rule.also)})" if rule.also else ""
        yields = _yields(rule)
        table.add_row(
            escape(rule.id),
            escape(rule.demands + yields),
            escape(rule.cited + also),
            escape(_cut(rule.text, 240)),
        )
    console.print(table)


def _yields(rule: RuleLine) -> str:
    by_winner: dict[str, list[str]] = {}
    for who, winner in rule.yields.items():
        by_winner.setdefault(winner, []).append(who)
    return "".join(f"\nyields to {winner} for {', '.join(who)}" for winner, who in by_winner.items())


def _conflicts(report: Report, console: Console) -> None:
    for conflict in report.conflicts:
        who = ", ".join(subject.value for subject in conflict.subjects)
        prevails = f"{conflict.prevails} prevails" if conflict.prevails else "neither prevails"
        console.print(f"[yellow]Conflict[/] ({escape(who)}): {escape(conflict.difference)}")
        console.print(f"  → {escape(prevails)}: {escape(conflict.why)}")


def _verdicts(report: Report, console: Console, *, every: bool) -> None:
    told = (Outcome.VIOLATED, Outcome.CANNOT_TELL)
    rows = [v for v in report.verdicts if every or (v.outcome in told and v.counts)]
    rows.sort(key=lambda v: (v.outcome is not Outcome.VIOLATED, v.outcome is not Outcome.CANNOT_TELL))
    if not rows:
        return
    table = Table(title="Verdicts", title_justify="left", expand=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("unit", ratio=2)
    table.add_column("rule", no_wrap=True)
    table.add_column("numbers", ratio=2)
    table.add_column("to keep it, or what is missing", ratio=3)
    for verdict in rows[:MAX_ROWS]:
        table.add_row(*_row(verdict))
    console.print(table)
    if len(rows) > MAX_ROWS:
        console.print(f"… and {len(rows) - MAX_ROWS:,} more: use --json or --xlsx FILE.")


def _row(verdict: Verdict) -> tuple[str, str, str, str, str]:
    subject = f" ({verdict.subject.value}s)" if verdict.subject else ""
    outcome = verdict.outcome.value if verdict.counts else f"({verdict.outcome.value})"
    rest = [verdict.change] if verdict.change else [f"missing: {item}" for item in verdict.missing]
    rest += verdict.notes
    return (
        f"[{COLOURS[verdict.outcome]}]{outcome}[/]",
        escape(verdict.unit + subject),
        escape(verdict.rule),
        escape(verdict.numbers),
        escape("\n".join(text for text in rest if text)),
    )


def print_differences(differences: list[Difference], file: IO[str]) -> None:
    """What a change of ranks turns."""
    console = Console(file=file, width=None if file.isatty() else 160, highlight=False)
    if not differences:
        console.print("The change turns no verdict.")
        return
    table = Table(title="What if", title_justify="left", expand=True)
    for name in ("unit", "rule", "before", "after"):
        table.add_column(name, ratio=2)
    for item in differences:
        before = f"[{COLOURS[item.before]}]{item.before.value}[/] {escape(item.numbers_before)}"
        after = f"[{COLOURS[item.after]}]{item.after.value}[/] {escape(item.numbers_after)}"
        rule = item.rule if item.counts else f"({item.rule})"
        subject = f" ({item.subject.value}s)" if item.subject else ""
        table.add_row(escape(item.unit + subject), escape(rule), before, after)
    console.print(table)


def _cut(text: str, length: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1] + "…"
