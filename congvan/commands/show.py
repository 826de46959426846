"""`congvan show`: one directive as a person reads it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from congvan.options import database_errors, db_option, print_json
from congvan.said import change, said

if TYPE_CHECKING:
    from rich.console import Console

    from corpus.corpus import Corpus
    from corpus.graph import Neighbours
    from corpus.in_force import InForce
    from extractors.model import Directive


@click.command()
@click.argument("name", metavar="ID")
@db_option
@click.option("--json", "as_json", is_flag=True, help="The directive's JSON instead.")
@click.option("--text", "with_text", is_flag=True, help="The whole text as well.")
@click.option(
    "--html", "as_html", is_flag=True, help="A web page of the text with what was read marked in it."
)
@click.option(
    "--clause", metavar="PLACE", help='A clause ("khoản 2 Điều 5") after what other acts changed in it.'
)
@click.option("--machine", is_flag=True, help="As it was read, without people's corrections.")
def command(
    name: str,
    db: str | None,
    as_json: bool,
    with_text: bool,
    as_html: bool,
    clause: str | None,
    machine: bool,
) -> None:
    """Show one directive: head, obligations, deadlines, references, what is doubtful, what people corrected.

    ID is its id, the beginning of its id (four characters or more), or its number.
    """
    from corpus.corpus import opened

    with database_errors(), opened(db) as corpus:
        if clause is not None:
            _clause(corpus.in_force(name, clause), as_json)
            return
        directive = corpus.directive(name, machine=machine)
        if as_json:
            click.echo(directive.model_dump_json(indent=2))
            return
        if as_html:
            from extractors.rendering import page

            number = directive.number.text if directive.number else None
            titled = " · ".join(filter(None, (number, directive.subject))) or directive.source.name
            click.echo(page(directive.text, directive, titled))
            return
        from rich.console import Console

        console = Console(highlight=False)
        _head(console, directive)
        _obligations(console, directive)
        _deadlines(console, directive)
        _graph(console, directive, corpus)
        _doubts(console, directive, corpus)
        if with_text:
            console.rule("Text")
            console.print(directive.text, markup=False)


def _clause(found: InForce, as_json: bool) -> None:
    """The clause as it stands, with what changed it; exit code 1 where that cannot be told."""
    if as_json:
        print_json(asdict(found))
    else:
        click.echo(found.text if found.text is not None else found.printed or "")
        for change in found.changes:
            click.echo(
                f"{change.on or '?'}  {change.action}  {change.by_number or change.by}: {change.place}",
                err=True,
            )
        for doubt in found.doubts:
            click.echo(f"Not certain: {doubt}. The text above is as printed.", err=True)
    if found.doubts:
        raise SystemExit(1)


def _head(console: Console, directive: Directive) -> None:
    from rich.table import Table
    from rich.text import Text

    d = directive
    issuer = d.issuer
    issued = d.issued
    lines: list[tuple[str, str | None]] = [
        ("Number", d.number.text if d.number else None),
        ("Kind", f"{d.type.name} ({d.type.code})" if d.type else None),
        (
            "Issuer",
            f"{issuer.name} ({issuer.parent})"
            if issuer and issuer.parent
            else issuer.name
            if issuer
            else None,
        ),
        ("Issued", ", ".join(filter(None, (issued.place, issued.date))) if issued else None),
        ("Subject", d.subject),
        ("Urgency", d.urgency),
        ("Secrecy", d.secrecy),
        ("To", "\n".join(d.addressees)),
        ("Copies", "\n".join(d.recipients)),
        ("Signed", "\n".join(_signed(s) for s in d.signatories)),
        (
            "File",
            f"{d.source.name} ({d.source.media_type}, {d.source.bytes:,} bytes, {d.source.pages or 0} pages)",
        ),
        ("Read", f"{d.status}, {_methods(d)}"),
        ("Id", d.id),
    ]
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in lines:
        if value:
            table.add_row(label, Text(value))
    console.print(table)


def _signed(signatory: Any) -> str:
    return ", ".join(part for part in (signatory.authority, signatory.position, signatory.name) if part)


def _methods(directive: Directive) -> str:
    counts: dict[str, int] = {}
    for page in directive.pages:
        counts[page.method] = counts.get(page.method, 0) + 1
    return (
        ", ".join(f"{count} {'page' if count == 1 else 'pages'} by {name}" for name, count in counts.items())
        or "no pages"
    )


def _obligations(console: Console, directive: Directive) -> None:
    from rich.table import Table
    from rich.text import Text

    if not directive.obligations:
        return
    table = Table(
        title=f"Obligations ({len(directive.obligations)})",
        title_justify="left",
        show_lines=True,
        expand=True,
    )
    table.add_column("clause", overflow="fold", width=8)
    table.add_column("who", overflow="fold", ratio=1)
    table.add_column("what", overflow="fold", ratio=3)
    table.add_column("by when", overflow="fold", ratio=1)
    for item in directive.obligations:
        what = Text(" ".join(item.text.split()))
        if item.modality != "obligation":
            what = Text(f"[{item.modality}] ", style="yellow").append(what)
        who = Text("; ".join(item.bearers))
        table.add_row(Text(item.place or item.clause or ""), who, what, Text("; ".join(item.deadlines)))
    console.print(table)


def _deadlines(console: Console, directive: Directive) -> None:
    from rich.table import Table
    from rich.text import Text

    if not directive.deadlines:
        return
    table = Table(title=f"Deadlines ({len(directive.deadlines)})", title_justify="left")
    for name in ("date", "bound", "as printed"):
        table.add_column(name, overflow="fold")
    for item in directive.deadlines:
        table.add_row(Text(item.date or ""), Text(item.bound), Text(" ".join(item.text.split())))
    console.print(table)


def _graph(console: Console, directive: Directive, corpus: Corpus) -> None:
    from rich.table import Table
    from rich.text import Text

    found: Neighbours = corpus.neighbours(directive.id)
    for title, edges in (("References", found.cites), ("Referred to by", found.cited_by)):
        if not edges:
            continue
        table = Table(title=f"{title} ({len(edges)})", title_justify="left")
        table.add_column("relation")
        table.add_column("act", overflow="fold")
        table.add_column("held as", overflow="fold")
        for edge in edges:
            label = edge.label if edge.resolution in ("held", "stub") else f"{edge.label} [{edge.resolution}]"
            table.add_row(
                Text(edge.relation), Text(" ".join(label.split())), Text((edge.directive or "")[:8])
            )
        console.print(table)
    if found.replaced_by:
        console.print(Text(f"Replaced by: {', '.join(found.replaced_by)}", style="yellow"))


def _doubts(console: Console, directive: Directive, corpus: Corpus) -> None:
    from rich.text import Text

    from corpus.corrections import REVIEWED

    for error in directive.errors:
        where = f"page {error.page}: " if error.page else ""
        console.print(Text(f"error {error.code}: {where}{error.message}", style="red"))
    for warning in directive.warnings:
        console.print(Text(f"warning {warning.code}: {warning.message}", style="yellow"))
    for item in corpus.corrections(directive.id):
        why = f" ({item.why})" if item.why else ""
        by = f"by {item.who}, {item.at[:10]}{why}"
        if item.field == REVIEWED:
            console.print(Text(f"reviewed {by}"))
        else:
            console.print(Text(f"corrected {item.field} {by}: {change(item.replaced, item.after)}"))
    for difference in corpus.differences(directive.id):
        console.print(
            Text(
                f"reading again says otherwise: {difference.field} is {said(difference.machine_now)}, it was "
                f"{said(difference.machine_before)}; corrected to {said(difference.corrected)}",
                style="yellow",
            )
        )
