"""Machines die: runs that are killed, disks that fill up, databases that are locked. Nothing is lost, nothing
is double, the next run completes. `python -m bench.faults` does a hundred rounds of the killing."""

from __future__ import annotations

import gzip
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from corpus.corpus import Corpus
from corpus.errors import DatabaseLocked
from corpus.ingest import ingest
from pipeline.windows import WINDOW
from tests.hostile.faulty import State, congvan, fill, held, round_of, start, state

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are found in /proc")


@pytest.mark.parametrize(("what", "seed"), [("parent", 1), ("child", 2)])
def test_killed_at_random_and_run_again(tmp_path: Path, what: str, seed: int) -> None:
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    fill(folder, 12)
    assert round_of(folder, database, 12, what, random.Random(seed), within=4.0) == []


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


def test_a_long_scan_killed_midway_goes_on_where_it_was(tmp_path: Path) -> None:
    """The whole run dies once a window of pages is kept; the next run reads the rest, and only that."""
    folder, database = tmp_path / "in", tmp_path / "corpus.db"
    folder.mkdir()
    frames = [Image.new("L", (128, 128), 255) for _ in range(2 * WINDOW)]
    frames[0].save(folder / "long.tif", save_all=True, append_images=frames[1:])
    run = start(folder, database)
    windows = tmp_path / ".corpus.db.windows"
    name = f"1-{WINDOW}.json.gz"
    while not list(windows.glob(f"*/{name}")):
        assert run.poll() is None, "it ended before it could be killed"
    run.kill()
    run.wait()
    assert run.stderr is not None
    run.stderr.close()
    assert state(database).documents == 0
    [kept] = windows.glob(f"*/{name}")
    marked = gzip.decompress(kept.read_bytes()).replace(b'"text":""', b'"text":"kept"', 1)
    kept.write_bytes(gzip.compress(marked))
    again = congvan("ingest", str(folder), "--db", str(database))
    assert again.returncode == 0, again.stderr
    with Corpus.open(str(database)) as corpus:
        [hit] = corpus.search().items
        directive = corpus.directive(hit.id)
    assert len(directive.pages) == 2 * WINDOW and directive.text.startswith("kept\f")
    assert not list(windows.iterdir())
    assert state(database) == State(1, 1, 1, 1, True)
    assert congvan("verify", "--db", str(database)).returncode == 0
