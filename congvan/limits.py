"""--config and --limit: limits other than the built-in ones, for the commands that read files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from pipeline.options import Limits

Function = TypeVar("Function", bound=Callable[..., Any])

_OPTIONS = (
    click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar="CONGVAN_CONFIG",
        metavar="FILE",
        help="TOML file with a table [limits] (docs/limits.md).  [default: $CONGVAN_CONFIG]",
    ),
    click.option(
        "--limit",
        "settings",
        multiple=True,
        metavar="NAME=VALUE",
        help="One limit, like pages=500 or memory_bytes=4GiB; may be given again.",
    ),
)


def limit_options(function: Function) -> Function:
    """Adds --config and --limit to a command, which gets ``config`` and ``settings``; see `chosen_limits`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def chosen_limits(config: Path | None, settings: tuple[str, ...]) -> Limits:
    """The limits to read with. What cannot be meant is a usage error (exit code 2)."""
    from pipeline.configuration import ConfigurationError, load, with_settings
    from pipeline.options import Limits

    try:
        return with_settings(load(config) if config is not None else Limits(), settings)
    except ConfigurationError as error:
        raise click.UsageError(str(error)) from error
