"""The command line. Commands load when called, so that `congvan --help` answers at once."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from congvan.logs import log_options

COMMANDS: dict[str, str] = {
    "extract": "Read files and print their directives as JSON; touches no database.",
    "restore": "Repair broken Vietnamese text.",
    "train": "Train a repair model from running text.",
    "ingest": "Read files and folders into the corpus.",
    "search": "Search directives and obligations.",
    "obligations": "List obligations: who owes what, by when.",
    "show": "Show one directive as a person reads it.",
    "export": "Export the corpus, or what a search found.",
    "problems": "List what failed or is in doubt, over the whole corpus (CSV, JSON).",
    "correct": "Record a person's correction of what was read.",
    "reviewed": "Mark directives as reviewed by a person.",
    "alias": "Say that a body goes by another name too.",
    "backup": "Copy the corpus to a file, whole and checked.",
    "verify": "Find originals that are missing or altered.",
    "watch": "Watch a folder and ingest what scanners write to it.",
    "check": "Hold review results (CSV, XLSX) against the rules in force.",
    "rules": "List the rules in force for a unit on a day, and what conflicts.",
    "serve": "Serve the web page and the HTTP API.",
    "searchable": "Make a searchable PDF of a scan: its pages with the text laid invisibly over them.",
    "doctor": "Say what is installed, what is missing and how to install it.",
    "schema": "Print the JSON Schema of a directive.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported only when called: `congvan.commands.<name>:command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"congvan.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        if all(parameter.name != "quiet" for parameter in command.params):
            command.params.extend(log_options())
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a command. Where who reads the output has had enough (`| head`), that is no failure."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            pass
        except SystemExit as ended:  # as rich ends when it meets one
            if not isinstance(ended.__context__, BrokenPipeError):
                raise
        # what is still in the buffer has nowhere to go: else Python complains as it ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup, params=list(log_options()), context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="congvan")
def cli() -> None:
    """Reads Vietnamese directives: scans, legacy files and broken text into an obligations database."""


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    cli()
