"""Ingest on a real Dask scheduler with several worker processes, one of which is killed in mid-run."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from congvan.cli import cli
from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.ingest import Ingested, ingest
from corpus.runs import FileOutcome, outcomes
from corpus.verify import verify
from pipeline.windows import WINDOW
from tests.hostile.faulty import children, fill

pytest.importorskip("distributed", reason="Dask is not installed (pip install 'congvan[cluster]')")
from corpus.cluster import Cluster, ingest_on

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="children are found in /proc")
FILES = 24


@dataclass
class Machines:
    """A scheduler and its workers; ``workers[0]`` runs under its nanny, as Dask starts them by default."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    folder = tmp_path_factory.mktemp("dask")
    told = folder / "scheduler.json"
    where = ["--scheduler-file", str(told), "--no-dashboard"]

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        with (folder / "log").open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, *where], stdout=log, stderr=log, cwd=Path.cwd()
            )

    local = ["--host", "127.0.0.1"]
    one = ["--nthreads", "1", "--memory-limit", "0", "--local-directory", str(folder), *local]
    scheduler = start("scheduler", "--port", "0", *local)
    workers = [
        start("worker", *one),
        start("worker", "--no-nanny", *one),
        start("worker", "--no-nanny", *one),
    ]
    try:
        _until(told.exists)
        import json

        yield Machines(json.loads(told.read_text())["address"], workers)
    finally:
        for process in (*workers, scheduler):
            process.terminate()
        for process in (*workers, scheduler):
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
            process.kill()
            process.wait()


def _until(done: Callable[[], object], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)


def _alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


def ingest_killing(
    machines: Machines, victim: int, corpus: Corpus, places: list[Path | str]
) -> tuple[Ingested, list[int]]:
    """A run in which a worker is killed once some files are done; the children that it had."""
    orphans: list[int] = []

    def report(_outcome: FileOutcome, _total: int) -> None:
        seen.append(1)
        if len(seen) == 4:
            orphans.extend(children(machines.workers[victim].pid))
            machines.workers[victim].send_signal(signal.SIGKILL)

    seen: list[int] = []
    with Cluster(machines.address) as cluster:
        _until(lambda: len(cluster._client.nthreads()) >= len([w for w in machines.workers if not w.poll()]))
        return ingest_on(cluster, corpus, places, report=report), orphans


def held(corpus: Corpus, run: Ingested) -> tuple[int, int, int]:
    """Documents and readings held, and files that the run noted."""
    with corpus.reading() as connection:
        counts = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("documents", "readings")
        ]
        return (*counts, len(outcomes(connection, run.run_id)))


def test_workers_hand_back_for_sqlite_and_one_dies(
    machines: Machines, sqlite: Corpus, tmp_path: Path
) -> None:
    fill(tmp_path / "in", FILES)
    (tmp_path / "in" / "twin.txt").write_bytes((tmp_path / "in" / "003.txt").read_bytes())
    (tmp_path / "in" / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    done, orphans = ingest_killing(machines, 1, sqlite, [tmp_path / "in"])
    assert done.counts == {"complete": FILES, "failed": 1, "duplicate": 1}
    assert held(sqlite, done) == (FILES + 1, FILES + 1, FILES + 2)
    _until(lambda: not any(_alive(pid) for pid in orphans), 10)
    again = ingest(sqlite, [tmp_path / "in"])  # without the cluster: the same corpus, nothing to do
    assert again.counts == {"unchanged": FILES + 2}


def test_workers_store_in_postgresql_and_one_dies(
    machines: Machines, postgres_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    fill(tmp_path / "in", FILES)
    (tmp_path / "in" / "twin.txt").write_bytes((tmp_path / "in" / "003.txt").read_bytes())
    scan = [Image.new("L", (128, 128), 255) for _ in range(2 * WINDOW + 3)]
    scan[0].save(tmp_path / "in" / "long.tif", save_all=True, append_images=scan[1:])
    url = (tmp_path / "in").as_uri()
    with Corpus.open(postgres_url) as corpus:
        done, _ = ingest_killing(machines, 2, corpus, [url, f"{url}/missing"])
        assert done.counts == {"complete": FILES + 1, "duplicate": 1, "failed": 1}
        assert held(corpus, done) == (FILES + 1, FILES + 1, FILES + 3)
        assert f"long.tif: {2 * WINDOW + 3} pages, given out in 3 windows" in caplog.text
        with corpus.reading() as connection:
            paths = connection.exec_driver_sql("SELECT path FROM files").scalars().all()
            pages = connection.exec_driver_sql("SELECT max(number) FROM pages").scalar()
        assert all(path.startswith("file://") for path in paths)
        assert pages == 2 * WINDOW + 3
        assert {checked.state for checked in verify(corpus)} == {"ok"}
        (tmp_path / "in" / "001.txt").write_text("another")
        (tmp_path / "in" / "002.txt").rename(tmp_path / "002.txt")
        assert sorted(c.state for c in verify(corpus) if c.state != "ok") == ["altered", "missing"]
        fill(tmp_path / "in", FILES)
        with Cluster(machines.address) as cluster:
            again = ingest_on(cluster, corpus, [url])
        assert again.counts == {"unchanged": FILES + 2}
        assert held(corpus, again)[:2] == (FILES + 1, FILES + 1)


def test_a_scheduler_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.cluster._PATIENCE", 0.2)
    with pytest.raises(CorpusError, match="No Dask scheduler answers"):
        Cluster("tcp://127.0.0.1:9")
    result = CliRunner().invoke(cli, ["ingest", "s3://archive/2021", "--db", str(tmp_path / "x.db")])
    assert result.exit_code == 2 and "--cluster" in result.output


def test_a_worker_with_another_recipe_refuses(sqlite: Corpus, tmp_path: Path) -> None:
    from corpus import remote
    from pipeline.options import Options

    job = remote.Job(1, Options(), recipe="0.0")
    with pytest.raises(CorpusError, match="same congvan"):
        remote.hand_back(job, tmp_path / "a.txt", None, None)


def test_a_task_that_runs_twice_stores_once(postgres_url: str, tmp_path: Path) -> None:
    """A worker may die after it stored and before it said so: the scheduler gives the task out again."""
    from corpus import remote, runs
    from pipeline.options import Options

    fill(tmp_path, 1)
    try:
        with Corpus.open(postgres_url) as corpus:
            with corpus.writing() as connection:
                run_id = runs.start(connection, "x", {})
            job = remote.Job(run_id, Options(), url=postgres_url)
            first = remote.keep(job, tmp_path / "000.txt", None)
            assert remote.keep(job, tmp_path / "000.txt", None) == first
            missing = remote.keep(job, tmp_path / "none.txt", None)
            assert isinstance(missing, FileOutcome) and missing.code == "not-here"
            assert held(corpus, Ingested(corpus, run_id)) == (1, 1, 2)
    finally:
        remote.close()
        remote._corpus.cache_clear()
