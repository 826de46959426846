"""Prints the part of requirements.lock that some extras need: `python3 scripts/lock.py web postgres`.

The lock file pins all extras together, so that they agree; a server needs no linters. Needs no package.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = "setuptools"
"""What builds congvan itself, with --no-build-isolation."""


def pinned(lock: str) -> dict[str, tuple[str, set[str]]]:
    """By package: its lines, and the packages that it is there for. One may be pinned in several versions,
    each for some versions of Python; pip takes the one whose marker holds."""
    found: dict[str, tuple[str, set[str]]] = {}
    for block in re.split(r"^(?=[a-z0-9][a-z0-9._-]*==)", lock, flags=re.MULTILINE)[1:]:
        reasons = re.findall(
            r"^    #   (?:via )?([a-z0-9][a-z0-9._-]*)|^    # via ([a-z0-9][a-z0-9._-]*)", block, re.M
        )
        name = block.partition("==")[0]
        before, needed = found.get(name, ("", set()))
        found[name] = (before + block, needed | {one or other for one, other in reasons})
    return found


def wanted(project: dict[str, object], extras: list[str]) -> set[str]:
    """The names of what congvan itself asks for, with these extras."""
    optional = project["optional-dependencies"]
    assert isinstance(optional, dict) and isinstance(project["dependencies"], list)
    unknown = sorted(set(extras) - set(optional))
    if unknown:
        raise SystemExit(f"{unknown[0]} is no extra. There are: {', '.join(sorted(optional))}.")
    lines = [*project["dependencies"], *(line for extra in extras for line in optional[extra])]
    return {re.split(r"[\[<>=!~; ]", line)[0].lower().replace("_", "-") for line in lines} | {BUILD}


def part(lock: str, names: set[str]) -> str:
    """The blocks of these packages and of all that they need."""
    found = pinned(lock)
    missing = names - set(found)
    if missing:
        raise SystemExit(
            f"{sorted(missing)[0]} is not in requirements.lock: make it anew (its first lines say how)."
        )
    taken = set(names)
    while more := {name for name, (_, reasons) in found.items() if name not in taken and reasons & taken}:
        taken |= more
    return "".join(found[name][0] for name in sorted(taken))


if __name__ == "__main__":
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock_text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    sys.stdout.write(part(lock_text, wanted(declared, sys.argv[1:])))
