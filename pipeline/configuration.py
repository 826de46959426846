"""Limits other than the built-in ones, from a TOML file or from NAME=VALUE on the command line.

    [limits]
    pages = 500
    memory_bytes = "4GiB"

A name that is no limit, or a value that cannot be one, is an error: a limit misspelt is a limit not set.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pipeline.options import Limits

_UNITS = {"": 1, "KiB": 1024, "MiB": 1024**2, "GiB": 1024**3}
_SIZE = re.compile(r"([0-9][0-9_]*(?:\.[0-9]+)?) ?(KiB|MiB|GiB|)")


class ConfigurationError(ValueError):
    """A configuration that cannot be meant; the message says where, what and what is allowed."""


def load(path: Path, base: Limits | None = None) -> Limits:
    """``base`` (the built-in limits) with those of a TOML file instead. Raises `ConfigurationError`."""
    import tomllib

    try:
        with path.open("rb") as stream:
            found = tomllib.load(stream)
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: is not TOML ({error}).") from error
    if unknown := sorted(set(found) - {"limits"}):
        raise ConfigurationError(f"{path}: {unknown[0]} is no part of it. It holds one table: [limits].")
    table = found.get("limits", {})
    if not isinstance(table, Mapping):
        raise ConfigurationError(f"{path}: limits is no table. Write [limits] on a line of its own.")
    return changed(base or Limits(), table, str(path))


def with_settings(base: Limits, settings: Iterable[str]) -> Limits:
    """``base`` with NAME=VALUE settings of a command line. Raises `ConfigurationError`."""
    given: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise ConfigurationError(f"{setting}: write it as NAME=VALUE, like pages=500.")
        given[name.strip()] = value.strip()
    return changed(base, given, "--limit")


def changed(base: Limits, values: Mapping[str, Any], where: str) -> Limits:
    """``base`` with other values by name; ``where`` they were found is named in errors."""
    kinds = {item.name: type(getattr(base, item.name)) for item in fields(Limits)}
    new: dict[str, int | float] = {}
    for name, value in values.items():
        if name not in kinds:
            near = get_close_matches(name, kinds, 1)
            hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(sorted(kinds))}."
            raise ConfigurationError(f"{where}: {name} is no limit. {hint}")
        number = _number(value)
        if number is None or number <= 0 or (kinds[name] is int and number != int(number)):
            whole = (
                "a whole number above 0, or a size like 512MiB" if kinds[name] is int else "seconds above 0"
            )
            raise ConfigurationError(f"{where}: {name} = {value} cannot be; give {whole}.")
        new[name] = int(number) if kinds[name] is int else float(number)
    return replace(base, **new)  # type: ignore[arg-type]


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value if value == value and abs(value) != float("inf") else None
    found = _SIZE.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    digits = found[1].replace("_", "")
    number = float(digits) if "." in digits else int(digits)
    return number * _UNITS[found[2]]
