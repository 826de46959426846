"""Machines die: runs that are killed, disks that fill up, databases that are locked. Nothing is lost, nothing
is double, the next run completes. `python -m bench.faults` does a hundred rounds of the killing."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.corpus import Corpus
from corpus.errors import DatabaseLocked
from corpus.ingest import ingest
from tests.hostile.faulty import State, congvan, fill, held, round_of, start, state

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are found in /proc")


@pytest.mark.parametrize(("what", "seed"), [("parent", 1), ("child", 2)])
def test_killed_at_random_and_run_again(tmp_path: Path, what: str, seed: int) -> None:
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    fill(folder, 12)
    assert round_of(folder, database, 12, what, random.Random(seed), within=4.0) == []
    assert congvan("verify", "--db", str(database)).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB that can be made larger; needs the right to mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "congvan-test", str(disk)], capture_output=True
    )
    if made.returncode != 0:
        pytest.skip("mounting a small disk is not allowed here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk(tmp_path: Path, small_disk: Path) -> None:
    folder, database = tmp_path / "in", small_disk / "corpus.db"
    fill(folder, 12)
    for number in range(12):  # a directive of some size, so that it fills up on the way
        with (folder / f"{number:03}.txt").open("a", encoding="utf-8") as stream:
            stream.write("Yêu cầu các sở báo cáo kết quả thực hiện theo quy định.\n" * 200)
    run = start(folder, database)
    assert run.stderr is not None
    said = run.stderr.read().decode()
    assert run.wait(timeout=120) == 4 and "No room is left" in said, said
    kept = state(database)
    assert kept.sound and kept.documents < 12
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    again = congvan("ingest", str(folder), "--db", str(database))
    assert again.returncode == 0, again.stderr
    assert state(database) == State(12, 12, 12, 12, True)
    assert congvan("verify", "--db", str(database)).returncode == 0


def test_a_locked_database(tmp_path: Path) -> None:
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    fill(folder, 2)
    Corpus.open(str(database)).close()
    with held(database) as other:
        other.isolation_level = None
        other.execute("BEGIN IMMEDIATE")
        with Corpus.open(str(database), busy_seconds=0.05) as corpus, pytest.raises(DatabaseLocked) as caught:
            ingest(corpus, [folder])
        assert "run the command again" in caught.value.message
    with Corpus.open(str(database)) as corpus:
        assert ingest(corpus, [folder], jobs=1).counts == {"complete": 2}
    assert state(database) == State(2, 2, 2, 2, True)
