"""What commands say besides their answer: on standard error, as much as was asked for, as text or as JSON.

Every command takes --quiet, --verbose and --log-format; `say` is for what a person is told by the way, the
loggers below "congvan" are for what happened.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from congvan.terminal import plain

if TYPE_CHECKING:
    import logging

    from corpus.runs import FileOutcome

_QUIET, _VERBOSE, _FORMAT, _HANDLER = (
    f"congvan.{name}" for name in ("quiet", "verbose", "log_format", "log_handler")
)
NOTE = 29
"""The level of what `say` says: below a warning, above what --verbose adds."""


def log_options() -> list[click.Option]:
    """The options that every command takes; they act by themselves, commands do not see them."""
    return [
        click.Option(
            ["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_set(_QUIET),
            help="Say nothing but errors.",
        ),
        click.Option(
            ["-v", "--verbose"],
            count=True,
            expose_value=False,
            callback=_set(_VERBOSE),
            help="Say what is done; -vv: say all.",
        ),
        click.Option(
            ["--log-format"],
            type=click.Choice(["text", "json"]),
            envvar="CONGVAN_LOG_FORMAT",
            expose_value=False,
            callback=_set(_FORMAT),
            help="How to say it: lines of text, or of JSON.  [default: $CONGVAN_LOG_FORMAT, else text]",
        ),
    ]


def _set(name: str) -> Any:
    def callback(context: click.Context, _parameter: click.Parameter, value: Any) -> None:
        if value:
            context.meta[name] = value
            _configure(context)

    return callback


def quiet() -> bool:
    """Whether the command was told to say nothing but errors."""
    context = click.get_current_context(silent=True)
    return bool(context is not None and context.meta.get(_QUIET))


def verbose() -> bool:
    """Whether the command was told to say what it does."""
    context = click.get_current_context(silent=True)
    return bool(context is not None and context.meta.get(_VERBOSE))


def said_as_json() -> bool:
    """Whether what is said goes out as lines of JSON."""
    context = click.get_current_context(silent=True)
    return bool(context is not None and context.meta.get(_FORMAT) == "json")


def say(message: str, **fields: Any) -> None:
    """Tells the person at the command line something by the way: on standard error, unless --quiet."""
    if quiet():
        return
    if said_as_json():
        import logging

        logging.getLogger("congvan").log(NOTE, message, extra={"fields": fields})
    else:
        click.echo(message, err=True)


def told(outcome: FileOutcome) -> None:
    """Logs what became of a file: one that was not read wholly is a warning where lines of JSON are asked
    for (commands tell people of it themselves)."""
    import logging
    from dataclasses import asdict

    trouble = outcome.status in ("failed", "partial") and said_as_json()
    fields = {name: value for name, value in asdict(outcome).items() if value is not None}
    logging.getLogger("congvan.files").log(
        logging.WARNING if trouble else logging.INFO,
        "%s: %s",
        outcome.outcome,
        plain(outcome.path, one_line=True),
        extra={"fields": {("error" if name == "message" else name): value for name, value in fields.items()}},
    )


def _configure(context: click.Context) -> None:
    import logging

    as_json = context.meta.get(_FORMAT) == "json"
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _json_lines() if as_json else logging.Formatter("%(levelname)s %(name)s: %(message)s")
    )
    verbose = context.meta.get(_VERBOSE, 0)
    level = NOTE
    if context.meta.get(_QUIET):
        level = logging.ERROR
    elif verbose:
        level = logging.DEBUG if verbose > 1 else logging.INFO
    logging.addLevelName(NOTE, "NOTE")
    root, ours = logging.getLogger(), logging.getLogger("congvan")
    before = context.meta.pop(_HANDLER, None)  # of another of the options
    if before is not None:
        root.removeHandler(before)
    else:
        levels = root.level, ours.level
        context.find_root().call_on_close(lambda: _restore(context.meta, levels))
    context.meta[_HANDLER] = handler
    root.addHandler(handler)
    # what libraries say is for -vv: theirs are many, and few are meant for people
    root.setLevel(level if level != logging.INFO else logging.WARNING)
    ours.setLevel(level)


def _restore(meta: dict[str, Any], levels: tuple[int, int]) -> None:
    """Leaves the loggers as they were: whoever calls a command from Python has his own."""
    import logging

    logging.getLogger().removeHandler(meta.pop(_HANDLER))
    logging.getLogger().setLevel(levels[0])
    logging.getLogger("congvan").setLevel(levels[1])


def _json_lines() -> logging.Formatter:
    import json
    import logging
    from datetime import UTC, datetime

    class Lines(logging.Formatter):
        """One object a line: time (UTC), level, logger, message, and the fields of what happened."""

        def format(self, record: logging.LogRecord) -> str:
            line: dict[str, Any] = {
                "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
                "level": record.levelname.lower(),
                "logger": record.name,
                "message": record.getMessage(),
                **getattr(record, "fields", {}),
            }
            if record.exc_info:
                line["traceback"] = self.formatException(record.exc_info)
            return json.dumps(line, ensure_ascii=False, default=str)

    return Lines()
