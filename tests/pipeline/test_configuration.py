"""Limits from a file and from the command line; what cannot be meant is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from congvan.cli import cli
from pipeline.configuration import ConfigurationError, load, with_settings
from pipeline.options import Limits


def test_limits_of_a_file_and_of_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "congvan.toml"
    path.write_text('[limits]\npages = 500\nmemory_bytes = "4GiB"\npage_seconds = 7.5\n')
    limits = with_settings(load(path), ["pages=3", "file_bytes=1.5MiB"])
    assert limits == Limits(pages=3, memory_bytes=4 * 1024**3, page_seconds=7.5, file_bytes=1_572_864)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[limits]\npagse = 500\n", "Did you mean pages?"),
        ("[limits]\npages = 0\n", "pages = 0"),
        ("[limits]\npages = 1.5\n", "whole number"),
        ("[limits]\npages = true\n", "pages"),
        ('[limits]\npages = "many"\n', "many"),
        ("[limits]\npage_seconds = nan\n", "page_seconds"),
        ("[limit]\npages = 5\n", "[limits]"),
        ("limits = 5\n", "no table"),
        ("[limits\n", "not TOML"),
    ],
)
def test_what_cannot_be_meant_is_an_error(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "congvan.toml"
    path.write_text(text)
    with pytest.raises(ConfigurationError) as caught:
        load(path)
    assert says in str(caught.value) and str(path) in str(caught.value)


@pytest.mark.parametrize("setting", ["pages", "page=5", "pages=-1", "pages=x"])
@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_the_commands_refuse_with_exit_code_2(tmp_path: Path, command: str, setting: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    result = CliRunner().invoke(cli, [command, str(path), "--limit", setting])
    assert result.exit_code == 2 and setting.partition("=")[0] in result.output


def test_a_limit_of_the_command_line_holds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a" * 100)
    result = CliRunner().invoke(cli, ["extract", str(path), "--limit", "file_bytes=10"])
    assert result.exit_code == 1 and '"too-large"' in result.output
