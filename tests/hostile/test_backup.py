"""A backup is a whole corpus of one moment, taken while another run writes; what cannot be is refused."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from congvan.cli import cli
from corpus.corpus import Corpus
from corpus.ingest import ingest
from tests.hostile.faulty import State, congvan, fill, start, state


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_a_backup_taken_while_files_come_in(tmp_path: Path) -> None:
    folder, database, copy = tmp_path / "in", tmp_path / "corpus.db", tmp_path / "copy.db"
    fill(folder, 12)
    Corpus.open(str(database)).close()
    writing = start(folder, database)
    taken = 0
    while writing.poll() is None:
        done = run("backup", copy, "--db", database, "--force")
        assert done.exit_code == 0, done.output
        held = state(copy)
        assert held.sound and held.documents == held.readings == held.files >= taken
        taken = held.documents
    assert writing.returncode == 0 and writing.stderr is not None
    writing.stderr.close()
    assert run("backup", copy, "--db", database, "--force").exit_code == 0
    assert state(copy) == State(12, 12, 12, 12, True)
    assert {path.name for path in tmp_path.glob("copy*")} == {"copy.db"}
    assert congvan("verify", "--db", str(copy)).returncode == 0


def test_what_cannot_be_is_refused(tmp_path: Path) -> None:
    database, copy = tmp_path / "corpus.db", tmp_path / "copy.db"
    assert run("backup", copy, "--db", database).exit_code == 4  # no corpus there
    with Corpus.open(str(database)) as corpus:
        ingest(corpus, [tmp_path / "none"])
    assert run("backup", database, "--db", database, "--force").exit_code == 2
    assert run("backup", copy, "--db", database).exit_code == 0
    before = copy.read_bytes()
    assert run("backup", copy, "--db", database).exit_code == 2
    assert run("backup", tmp_path / "no" / "folder.db", "--db", database).exit_code == 4
    assert copy.read_bytes() == before
