"""Scaling on one machine, what a cluster adds to it, and memory over ten thousand files.

    python -m bench.scale --pages 48               # one child against two, local pool against Dask
    nice python -m bench.scale --small 10000       # memory of the run and its children, file by file
    nice python -m bench.scale --parts --db URL    # what bench.simulate starts from: a task, a commit

Pages are fixtures printed and degraded as scans, one a file (--scans DIR keeps them for the next time). Wall
time says what a quiet machine gains: each line tells how many cores other programs kept busy meanwhile. Where
that is not near 0, look at the CPU seconds: what two children use more than one for the same files is what
sharing costs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import event

from corpus.cluster import Cluster, ingest_on
from corpus.corpus import Corpus
from corpus.ingest import Ingested, ingest
from tests.hostile.faulty import children, fill

_TICKS = os.sysconf("SC_CLK_TCK")
PRESETS = ("clean300", "office200", "fax200")
"""What scanners in offices give."""


def scans(folder: Path, pages: int) -> None:
    """So many scanned pages, each a file of its own."""
    from PIL.PngImagePlugin import PngInfo

    import fixtures

    names = fixtures.names()
    for number in range(pages):
        name = names[number % len(names)]
        preset = PRESETS[(number + number // len(names)) % len(PRESETS)]
        image = fixtures.print_scan(name, preset, number)[0]
        told = PngInfo()
        told.add_text("Page", str(number))  # a clean page is the same each time, and twins are read once
        image.save(folder / f"{number:03}-{name}.png", dpi=image.info["dpi"], pnginfo=told)


def cpu(pid: int) -> float:
    """CPU seconds that a process, its dead children and its living descendants used until now."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    used = sum(int(value) for value in fields[11:15]) / _TICKS
    return used + sum(cpu(child) for child in _below(pid))


def _below(pid: int) -> list[int]:
    found = []
    for entry in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(word) for word in entry.read_text().split()]
    return found


def machine() -> float:
    """CPU seconds that all programs of the machine used until now."""
    fields = [int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / _TICKS  # without idle and waiting


def timed(what: str, work: Callable[[], object]) -> tuple[float, float]:
    """Wall and CPU seconds of some work, of this process and all below it (a cluster's too)."""
    before, all_before, begun = cpu(os.getpid()), machine(), time.monotonic()
    work()
    wall, used = time.monotonic() - begun, cpu(os.getpid()) - before
    others = max(0.0, machine() - all_before - used) / wall
    print(f"{what:24} {wall:7.1f} s wall  {used:7.1f} s CPU  others {others:4.2f} cores", flush=True)
    return wall, used


def compare(pages: int, repeats: int, what: Sequence[str], kept: Path | None) -> None:
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        folder = kept or Path(name) / "in"
        if not folder.exists():
            folder.mkdir(parents=True)
            scans(folder, pages)
        files = sorted(folder.iterdir())[:pages]
        number = 0
        best: dict[str, tuple[float, float]] = {}

        def run(key: str, work: Callable[[Corpus], Ingested]) -> None:
            nonlocal number
            number += 1
            with Corpus.open(str(Path(name) / f"{number}.db")) as corpus:
                wall, used = timed(key, lambda: check(work(corpus)))
            before = best.get(key, (float("inf"),) * 2)
            best[key] = (min(before[0], wall), min(before[1], used))

        def check(done: Ingested) -> None:
            assert done.counts == {"complete": len(files)}, done.counts

        for _ in range(repeats):
            for jobs in (1, 2):
                if f"local{jobs}" in what:
                    run(f"local{jobs}", lambda corpus, jobs=jobs: ingest(corpus, files, jobs=jobs))
            if "dask" in what:
                with cluster(Path(name)) as (address, _), Cluster(address) as connected:
                    wait_for(connected)
                    run("dask, new workers", lambda corpus: ingest_on(connected, corpus, files))
                    run("dask, warm", lambda corpus: ingest_on(connected, corpus, files))
                Path(name, "scheduler.json").unlink(missing_ok=True)
        if {"local1", "local2"} <= set(best):
            one, two = best["local1"], best["local2"]
            print(f"two children do {one[0] / two[0]:.2f} times the work of one in the same wall time")
            print(f"two children use {two[1] / one[1]:.3f} times the CPU seconds of one for the same files")
        for key, dask in best.items():
            if key.startswith("dask") and "local2" in best:
                two = best["local2"]
                print(
                    f"{key}: {dask[0] / two[0] - 1:+.1%} wall time, {dask[1] / two[1] - 1:+.1%} CPU seconds"
                )


def wait_for(connected: Cluster) -> None:
    """Until there is a worker."""
    while not connected.threads():
        time.sleep(0.5)
        connected._looked = 0.0


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """A scheduler and one worker of two threads, each a process: address and process ids."""
    import json

    told = folder / "scheduler.json"
    base = [sys.executable, "-m", "dask"]
    ends = ["--scheduler-file", str(told), "--no-dashboard", "--host", "127.0.0.1"]
    with (folder / "log").open("wb") as log:
        scheduler = subprocess.Popen([*base, "scheduler", "--port", "0", *ends], stderr=log)
        limits = ["--nthreads", "2", "--memory-limit", "0", "--local-directory", str(folder)]
        worker = subprocess.Popen([*base, "worker", *limits, *ends], stderr=log)
        try:
            while not told.exists():
                time.sleep(0.1)
            yield json.loads(told.read_text())["address"], (scheduler.pid, worker.pid)
        finally:
            for process in (worker, scheduler):
                process.terminate()
                process.wait(timeout=30)


def nothing(_job: object, _where: object, _parts: object) -> int:
    """A task that does nothing."""
    return 0


def parts(url: str | None, tasks: int = 3000) -> None:
    """CPU seconds of the scheduler for a task, and wall seconds of a commit of a directive."""
    from corpus.cluster import _Task
    from corpus.remote import Job
    from pipeline.options import Options

    with tempfile.TemporaryDirectory(prefix="scale-") as name, cluster(Path(name)) as (address, pids):
        with Cluster(address) as connected:
            wait_for(connected)
            here, there = cpu(os.getpid()), cpu(pids[0])
            done = sum(
                1
                for _ in connected.answers(
                    (_Task(nothing, Path("x")) for _ in range(tasks)), Job(1, Options())
                )
            )
            here, there = cpu(os.getpid()) - here, cpu(pids[0]) - there
        each = there / done * 1000, here / done * 1000
        print(f"{done} tasks: CPU of the scheduler {each[0]:.2f} ms a task, of this process {each[1]:.2f} ms")
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        commits(url or str(Path(name) / "x.db"))


def commits(url: str, rounds: int = 10) -> None:
    """Stores the fixtures, each as many documents of other bytes and numbers."""
    import hashlib

    import fixtures
    from corpus.reader import read
    from pipeline.options import Options

    folder = Path(fixtures.__file__).parent / "directives"
    directives = [read(folder / f"{name}.txt", Options()) for name in fixtures.names()]
    wall, used, server, count = 0.0, 0.0, 0, 0
    with Corpus.open(url) as corpus:
        if corpus.engine.dialect.name == "postgresql":
            with corpus.reading() as connection:  # the pool gives the same connection again and again
                server = int(connection.exec_driver_sql("SELECT pg_backend_pid()").scalar())
        for number in range(rounds):
            for directive in directives:
                sha256 = hashlib.sha256(f"{time.time_ns()} {directive.id}".encode()).hexdigest()
                copy = directive.model_copy(deep=True)
                copy.id, copy.source.sha256 = sha256[:16], sha256
                if copy.number is not None:
                    copy.number.text = f"{number + 1}{copy.number.text}"
                begun = time.monotonic(), time.process_time(), cpu(server) if server else 0.0
                corpus.store(copy, recipe="bench", path=f"/x/{sha256}")
                wall += time.monotonic() - begun[0]
                used += time.process_time() - begun[1] + (cpu(server) - begun[2] if server else 0.0)
                count += 1
    pages = sum(len(d.text) for d in directives) / len(directives) / 2000
    print(
        f"{count} commits of {pages:.1f} pages' text: {wall / count * 1000:.1f} ms wall, "
        f"{used / count * 1000:.1f} ms CPU (the server's with it)"
    )


def memory(pid: int) -> int:
    """Resident memory of a process in bytes, shared pages included; 0 where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def small(files: int, jobs: int) -> int:
    """Ingests so many small letters; prints memory at each tenth, and says whether it stays flat."""
    with tempfile.TemporaryDirectory(prefix="scale-") as name:
        folder = Path(name) / "in"
        fill(folder, files)
        seen, parent, child = 0, [], []
        begun = time.monotonic()

        def report(_outcome: object, total: int) -> None:
            nonlocal seen
            seen += 1
            if seen % max(1, total // 20) == 0:
                parent.append(memory(os.getpid()))
                child.append(max([memory(pid) for pid in children(os.getpid())] or [0]))
                print(f"{seen:6} files {time.monotonic() - begun:7.1f} s  run {parent[-1] / 1e6:6.1f} MB  "
                      f"largest child {child[-1] / 1e6:6.1f} MB", flush=True)  # fmt: skip

        with Corpus.open(str(Path(name) / "x.db")) as corpus:
            # SQLite's own cache fills up to 64 MB, which would look like growth; this is its default
            event.listen(corpus.engine, "connect", lambda raw, _: raw.execute("PRAGMA cache_size = -2000"))
            corpus.engine.dispose()
            done = ingest(corpus, [folder], jobs=jobs, report=report)  # type: ignore[arg-type]
        half = len(parent) // 2
        grown = (parent[-1] - parent[half]) / (files / 2)
        most = max(child[half:]) / max(child[:half])
        print(f"{done.counts}; run: {grown:.0f} bytes more a file in the second half; "
              f"children: {most:.2f} times the first half's")  # fmt: skip
        return int(done.counts != {"complete": files} or grown > 4096 or most > 1.2)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=48)
    parser.add_argument("--repeats", type=int, default=1, help="the least of so many is taken")
    parser.add_argument("--what", nargs="*", default=["local1", "local2", "dask"])
    parser.add_argument("--scans", type=Path, metavar="DIR", help="the pages, made there where it is missing")
    parser.add_argument("--small", type=int, metavar="FILES")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--parts", action="store_true")
    parser.add_argument("--db", metavar="URL", help="Of --parts: an empty database; default: a SQLite file.")
    arguments = parser.parse_args()
    if arguments.parts:
        parts(arguments.db)
        return 0
    if arguments.small:
        return small(arguments.small, arguments.jobs)
    compare(arguments.pages, arguments.repeats, arguments.what, arguments.scans)
    return 0


if __name__ == "__main__":
    sys.exit(main())
