"""What `deploy/` tells machines to do can be done: files that are there, commands and options that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from congvan.cli import cli

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy").glob("*.service"))


def instructions() -> list[tuple[str, str]]:
    """The container file's instructions, lines that go on joined, comments left out."""
    text = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.M)).splitlines()
    return [tuple(line.split(None, 1)) for line in lines if line.strip()]  # type: ignore[misc]


def test_what_the_container_copies_is_there() -> None:
    copied = set()
    for name, rest in instructions():
        if name == "COPY":
            *sources, _target = shlex.split(rest)
            copied |= set(sources)
            assert all((ROOT / source).exists() for source in sources), rest
    packages = {path.parent.name for path in ROOT.glob("*/py.typed")}
    assert packages <= copied, "a package is missing in the container"


def test_the_container_runs_as_nobody_special_and_pins_what_it_installs() -> None:
    done = instructions()
    assert dict(done)["USER"] == "congvan"
    installs = [rest for name, rest in done if name == "RUN" and "pip install" in rest]
    assert installs and all("--require-hashes" in rest or "--no-deps" in rest for rest in installs)
    extras = re.search(r"scripts/lock\.py ([a-z ]+) >", " ".join(installs))
    assert extras is not None
    subprocess.run(
        ["python3", ROOT / "scripts" / "lock.py", *extras[1].split()], check=True, capture_output=True
    )


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_call_commands_that_are(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    called = re.findall(r"^ExecStart=\S*/congvan (.+)$", text, re.M)
    assert called
    for line in called:
        name, *arguments = shlex.split(line)
        command = cli.get_command(click.Context(cli), name)  # type: ignore[attr-defined]
        assert command is not None
        arguments = [a if not a.startswith("/srv") else str(ROOT) for a in arguments]
        command.make_context(name, arguments)  # an option that does not exist is a usage error
    for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "User=congvan"):
        assert line in text or unit.stem.endswith("backup")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_units_are_well_formed(unit: Path) -> None:
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)], capture_output=True, text=True
    )
    said = [
        line for line in done.stderr.splitlines() if unit.name in line and "is not executable" not in line
    ]
    assert not said
