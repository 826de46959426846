"""What befalls a database in earnest: killed at any statement, a disk that is full. Nothing half is ever seen."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, text

from corpus.corpus import Corpus
from corpus.errors import DiskFull
from corpus.ingest import ingest
from tests.corpus.build import Duty, make
from tests.corpus.test_ingest import Reader

FILES = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(
            f"file {number % (FILES - 1)}"
        )  # the last is a copy of the first
    return folder


def killed_at(wanted: int, url: str, work: Callable[[Corpus], object]) -> bool:
    """Works in a child that is killed before its ``wanted``-th statement, row of a COPY or commit; False where
    it came to its end."""
    child = os.fork()
    if child == 0:  # nothing of pytest may run here: it ends by the signal or by _exit
        code = 1
        try:
            corpus = Corpus.open(url)
            left = wanted

            def counting(*_: object) -> None:
                nonlocal left
                left -= 1
                if left <= 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            event.listen(corpus.engine, "before_cursor_execute", counting)
            event.listen(corpus.engine, "commit", counting)
            if corpus.engine.dialect.name == "postgresql":  # SQLAlchemy does not see what a COPY carries
                _before_each_row(counting)
            work(corpus)
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0
    return os.WIFSIGNALED(status)


def _before_each_row(call: Callable[[], None]) -> None:
    import psycopg

    for name in ("write", "write_row"):
        original = getattr(psycopg.Copy, name)

        def counted(*given: object, original: Callable[..., None] = original) -> None:
            call()
            original(*given)

        setattr(psycopg.Copy, name, counted)


def whole(corpus: Corpus) -> int:
    """The number of documents; every one must be there with all that belongs to it, or not at all."""
    with corpus.reading() as connection:

        def one(sql: str) -> int:
            return int(connection.execute(text(sql)).scalar_one())

        documents = one("SELECT count(*) FROM documents")
        assert one("SELECT count(*) FROM readings") == documents
        assert one("SELECT count(*) FROM directives") == documents
        assert one("SELECT count(*) FROM files") >= documents
        duties = one("SELECT coalesce(sum(obligation_count), 0) FROM directives")
        for table in ("obligations", "obligation_keys", "obligation_parties"):
            assert one(f"SELECT count(*) FROM {table}") == duties == documents
        if corpus.engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    assert corpus.search("báo cáo").total == documents
    assert corpus.obligations("báo cáo").total == documents
    return documents


def test_killed_at_any_statement(url: str, folder: Path) -> None:
    """SIGKILL before a statement or a commit, further on each time, till a run comes to its end."""
    seen, kills, at = [0], 0, 1
    while killed_at(at, url, lambda corpus: ingest(corpus, [folder], read_many=Reader())):
        kills += 1
        with Corpus.open(url) as corpus:
            seen.append(whole(corpus))
        at += 11
    with Corpus.open(url) as corpus:
        assert whole(corpus) == FILES - 1
    assert kills >= 5 and seen == sorted(seen)


def test_killed_while_a_batch_is_stored(url: str) -> None:
    """All of the batch, or nothing of it."""
    batch = [make(f"d{n}", duties=[Duty("Các cấp ủy báo cáo", ["Các cấp ủy"])]) for n in range(3)]
    at = 1
    while killed_at(at, url, lambda corpus: corpus.store_all(batch, recipe="1")):
        with Corpus.open(url) as corpus:
            assert corpus.search().total == corpus.obligations("báo cáo").total == 0
        at += 4
    with Corpus.open(url) as corpus:
        assert corpus.search("báo cáo").total == corpus.obligations("báo cáo").total == 3 and at > 12


def test_killed_while_a_correction_is_laid(url: str) -> None:
    """The correction and all that follows from it, or nothing of it."""
    made = make("a", subject="Cũ", duties=[Duty("Các cấp ủy báo cáo", ["Các cấp ủy"])])
    with Corpus.open(url) as corpus:
        corpus.store(made, recipe="1", path="/in/a")
    at = 1
    while killed_at(at, url, lambda corpus: corpus.correct(made.id, "subject", "Đúng", who="A")):
        with Corpus.open(url) as corpus:
            assert whole(corpus) == 1
            assert corpus.corrections(made.id) == [] and corpus.search().items[0].subject == "Cũ"
        at += 6
    with Corpus.open(url) as corpus:
        assert whole(corpus) == 1 and at > 20
        assert len(corpus.corrections(made.id)) == 1 and corpus.search().items[0].subject == "Đúng"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "congvan-test", str(place)]
    if (
        os.geteuid() != 0
        or shutil.which("mount") is None
        or subprocess.run(command, capture_output=True).returncode
    ):
        pytest.skip("a small disk can only be mounted by root, outside of a closed container")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_is_full(small_disk: Path) -> None:
    """The run ends with what to do; what was stored is whole; with room again, it goes on."""
    path = small_disk / "corpus.db"
    stored = 0
    with Corpus.open(str(path)) as corpus:
        with pytest.raises(DiskFull, match="Free some"):
            for number in range(200):
                corpus.store(long(number), recipe="1", path=f"/in/{number}")
                stored += 1
        assert 0 < stored < 200
        assert whole(corpus) == stored
        subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
        corpus.store(long(stored), recipe="1", path=f"/in/{stored}")
        assert whole(corpus) == stored + 1
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def long(number: int):  # type: ignore[no-untyped-def]
    body = " ".join(f"từ{number}x{position}" for position in range(3_000))
    return make(f"d{number}", body=body, duties=[Duty("Các cấp ủy báo cáo", ["Các cấp ủy"])])
