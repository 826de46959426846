"""Hostile files: every one ends as a record within its limits; none runs, reads or writes anything else.

The files are made by programs (`tests.hostile.pdfs`, `archives`, `pictures`). Those that cost the most time
are left to `python -m bench.hostile`, which reads all of them under the limits that users have.
"""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from click.testing import CliRunner

from congvan.cli import cli
from extractors.model import Directive
from pipeline.options import Limits, Options
from pipeline.pool import extract_many
from tests.hostile.archives import ARCHIVES
from tests.hostile.pdfs import CANARY, PDFS
from tests.hostile.pictures import NAMES, PICTURES, TEXTS

LIMITS = Limits(
    expanded_bytes=100 * 1024**2,
    pages=5,
    pixels=30_000_000,
    page_seconds=10,
    stall_seconds=25,
    file_seconds=60,
    convert_seconds=25,
    cpu_seconds=25,
    memory_bytes=3 * 1024**3,
)
SLOW = {"tiny-pattern.pdf", "many-paths.pdf", "nested-forms.pdf", "million-pages.pdf", "many-attributes.html"}
SLOW |= {
    "much-text.pdf",
    "entities.html",
    "wide-table.html",
    "object-stream-bomb.pdf",
    "many-annotations.pdf",
    "flate-bomb-twice.pdf",
    "bin.rtf",
    "groups.rtf",
    "objects.rtf",
}
SLOW |= {f"{name}.txt" for name in ("roman", "tabs", "astral", "lines", "quotes", "rtl", "dots", "joiners")}
SECRET = "the canary's secret"
SAID = {
    # what each must say; a set: any of these codes; None: read without an error
    "million-pages.txt": {"too-many-pages"},
    "page-tree-loop.pdf": {"damaged-page"},
    "deep-page-tree.pdf": {"damaged-page"},
    "flat-box.pdf": {"too-few-pixels"},
    "recursive-form.pdf": {"crashed", "timeout"},  # the wall that it meets first: stack or clock
    "zip-bomb.docx": {"too-large"},
    "lying-sizes.docx": {"damaged"},
    "version-9.9.docx": {"damaged"},
    "laughs.docx": {"unsafe"},
    "quadratic.docx": {"unsafe"},
    "outside-entity.docx": {"unsafe"},
    "deep-tables.docx": {"too-deep"},
    "deep-tables-shallow-enough.docx": {"too-deep"},
    "deep.html": {"too-deep"},
    "roman-numbers.docx": None,
    "letter-numbers.docx": None,
    "wide-numbers.docx": None,
    "deep-level.docx": None,
    "zip-slip.docx": None,
    "scripts.html": None,
    "active.pdf": None,
    "65535.png": {"too-many-pixels"},
    "65535.jpg": {"too-many-pixels"},
    "65535.tif": {"too-many-pixels"},
    "4294967295.tif": {"too-many-pixels"},
    "10000-frames.tif": {"too-many-pages"},
    "text-bomb.png": {"damaged"},
    "control.txt": None,
}
BY_DESIGN = {"internal"}
"""A fault of ours is never the right answer."""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Directive]:
    """All hostile files but the slow ones, read together; and nothing else is in their folder afterwards."""
    folder = tmp_path_factory.mktemp("hostile") / "in"
    folder.mkdir()
    Path(CANARY).write_text(SECRET)
    paths = []
    for name, make in {**PDFS, **ARCHIVES, **PICTURES, **TEXTS}.items():
        if name not in SLOW:
            path = folder / name
            path.write_bytes(make())
            paths.append(path)
    before = {path: path.stat().st_size for path in folder.parent.rglob("*")}
    found = {path.name: directive for path, directive in extract_many(paths, Options(limits=LIMITS), jobs=2)}
    after = {path: path.stat().st_size for path in folder.parent.rglob("*")}
    assert after == before
    assert set(found) == {path.name for path in paths}
    yield found  # type: ignore[misc]
    assert Path(CANARY).read_text() == SECRET  # nobody wrote there
    Path(CANARY).unlink()


def test_every_file_ends_as_a_record(records: dict[str, Directive]) -> None:
    for name, directive in records.items():
        assert directive.source.name == name and directive.source.bytes > 0
        assert (directive.status == "complete") == (not directive.errors), name
        for error in directive.errors:
            assert error.code not in BY_DESIGN, (name, error.message)
        for page in directive.pages:
            assert 0 <= page.start <= page.end <= len(directive.text)
        assert len(directive.pages) <= LIMITS.pages + 1, name


@pytest.mark.parametrize("name", sorted(SAID))
def test_what_is_said_of_it(records: dict[str, Directive], name: str) -> None:
    codes = {error.code for error in records[name].errors}
    expected = SAID[name]
    assert codes == set() if expected is None else codes & expected, records[name].errors


def test_nothing_of_the_machine_gets_into_a_record(records: dict[str, Directive]) -> None:
    for name, directive in records.items():
        assert SECRET not in directive.model_dump_json(), name
    assert "Số: 12/CV-UBND" in records["scripts.html"].text and "fetch" not in records["scripts.html"].text


def test_names_that_no_file_should_have(tmp_path: Path) -> None:
    """Read as any other; the JSON says the name, the terminal is not made to obey it."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        try:
            (folder / os.fsdecode(name)).write_text(f"Số: {number}/CV-UBND\n")
        except OSError:  # this file system has no such names
            continue
    (folder / "bad\x1b[2J\u202e\nname.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    paths = [Path(entry.path) for entry in os.scandir(folder)]
    result = CliRunner().invoke(cli, ["extract", "--", *map(str, paths)])
    assert result.exit_code == 1, result.output
    records = [Directive.model_validate_json(line) for line in result.stdout.splitlines()]
    assert len(records) == len(paths)
    assert {r.source.name for r in records if r.status == "complete"} >= {"-rf.txt", "new\nline.txt"}
    assert json.dumps([r.source.name for r in records])  # text, not bytes
    strange = [c for c in result.stderr if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n"]
    assert not strange and result.stderr.count("\n") == sum(r.status == "failed" for r in records)
    assert {path.name for path in tmp_path.iterdir()} == {"in"} and len(list(folder.iterdir())) == len(paths)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the table is Linux's")
def test_nothing_is_left_running(records: dict[str, Directive]) -> None:
    here = os.getpid()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parts = (entry / "stat").read_text().rpartition(")")[2].split()
                command = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            mine = int(parts[1]) == here
            assert not (mine and (b"tesseract" in command or b"soffice" in command))
