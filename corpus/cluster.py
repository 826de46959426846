"""Ingest on many machines: each file, or window of a long scan, is a task of a Dask scheduler.

On PostgreSQL the workers store what they read; on SQLite they hand it back and this process stores it. Either
way a file is held once: tasks may run twice when workers die, storing is idempotent (`corpus.remote`). Only a
few tasks a thread are under way at once, so that neither the scheduler nor this process holds the archive.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from corpus import originals, remote, runs
from corpus.corpus import Corpus
from corpus.errors import CorpusError
from corpus.ingest import Ingested, Report, Run, both, database_files, emptied
from corpus.inputs import Where, shown
from corpus.reader import kept_text
from corpus.remote import Job, Long
from extractors.model import Error
from pipeline import recipe, windows
from pipeline.extract import failed
from pipeline.options import Options
from pipeline.source import fingerprint

_log = logging.getLogger("congvan.cluster")
_A_THREAD = 3
"""Tasks under way for each thread of the workers: one at work, the next ones on their way to it."""
_LOOK_SECONDS = 2.0
"""How often the workers are counted anew."""
_PATIENCE = 30
"""Seconds that the scheduler has to answer."""


class Cluster:
    """A connection to a Dask scheduler; close it, or use it in a ``with`` statement."""

    def __init__(self, address: str) -> None:
        """``address`` as Dask writes it: tcp://host:8786 or tls://host:8786. Raises `CorpusError`."""
        try:
            import distributed
        except ModuleNotFoundError as error:
            raise CorpusError(
                "Ingest on a cluster needs Dask: pip install 'congvan[cluster]'", code="missing-dask"
            ) from error
        try:
            connect: Any = distributed.Client
            self._client: Any = connect(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise CorpusError(
                f"No Dask scheduler answers at {address} ({error}). Start one: dask scheduler", code="cluster"
            ) from error
        self.address = address
        self._threads, self._looked = 0, 0.0
        if not self.threads():
            _log.warning("no worker at %s yet: waiting for one", address)

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def threads(self) -> int:
        """How many tasks the workers take at once, looked up every few seconds."""
        if not self._looked or time.monotonic() > self._looked + _LOOK_SECONDS:
            self._threads = sum(self._client.nthreads().values())
            self._looked = time.monotonic()
        return self._threads

    def answers(self, tasks: Iterable[_Task], job: Job) -> Iterator[tuple[_Task, Any]]:
        """What became of each task, as they end: its answer, or the exception that it ended with."""
        import distributed

        coming = iter(tasks)
        as_completed: Any = distributed.as_completed
        ended: Any = as_completed(loop=self._client.loop, with_results=True, raise_errors=False)
        under_way: dict[str, _Task] = {}
        number = 0

        def submit(task: _Task) -> None:
            nonlocal number
            number += 1
            future = self._client.submit(
                task.work,
                job,
                task.where,
                *task.arguments,
                task.parts,
                key=f"congvan-{job.run_id}-{number}-{id(self)}",
                pure=False,
                retries=2,
            )
            under_way[future.key] = task
            ended.add(future)

        def fill() -> None:
            while len(under_way) < max(4, _A_THREAD * self.threads()):
                task = next(coming, None)
                if task is None:
                    return
                submit(task)

        fill()
        for future, answer in ended:
            task = under_way.pop(future.key)
            if future.status == "error":
                yield task, answer[1]  # (type, exception, traceback)
            elif not (future.cancelled() or isinstance(answer, (asyncio.CancelledError, CancelledError))):
                # an answer that was fetched stands, though its worker may be lost, and the status with it
                if isinstance(answer, Long):
                    task.parts = self._windows(task.where, answer.pages, job)
                    submit(task)
                    continue
                yield task, answer
            else:
                raise CorpusError(
                    f"The scheduler at {self.address} was lost. What was read is kept; start it and run the "
                    "command again.",
                    code="cluster",
                )
            fill()

    def _windows(self, where: Where, pages: int, job: Job) -> list[Any]:
        """The windows of a long file, as tasks whose answers go to the worker that joins them."""
        firsts = range(1, min(pages, job.options.limits.pages + 1) + 1, windows.WINDOW)
        _log.info("%s: %d pages, given out in %d windows", shown(where), pages, len(firsts))
        return [
            self._client.submit(remote.read_window, job, where, first, pure=False, retries=2)
            for first in firsts
        ]


@dataclass(slots=True)
class _Task:
    work: Any
    where: Where
    arguments: tuple[Any, ...] = ()
    parts: list[Any] | None = field(default=None)


def ingest_on(
    cluster: Cluster,
    corpus: Corpus,
    places: Sequence[Where],
    *,
    options: Options | None = None,
    retry: bool = False,
    report: Report | None = None,
) -> Ingested:
    """As `corpus.ingest.ingest`, on a cluster; ``places`` may be URLs that fsspec knows.

    Paths must mean the same files on every machine. A file whose workers were lost again and again is noted
    as failed ("worker-lost") and tried anew by the next run.
    """
    found = originals.find(places, skip=database_files(corpus))
    arguments = {"paths": [shown(place) for place in places], "retry": retry, "cluster": cluster.address}
    with corpus.writing() as connection:
        run_id = runs.start(connection, recipe.VERSION, arguments)
    done = Ingested(corpus, run_id)
    run = Run(corpus, run_id, len(found), retry, both(done.note, report))
    by_workers = corpus.engine.dialect.name == "postgresql"
    url = corpus.engine.url.render_as_string(hide_password=False) if by_workers else None
    job = Job(run_id, options or Options(), retry, url)
    if by_workers:
        for item in found:
            if item.problem is not None:
                run.fail(item.path, *item.problem)
        tasks = (_Task(remote.keep, item.path) for item in emptied(found) if item.problem is None)
        for task, answer in cluster.answers(tasks, job):
            if isinstance(answer, BaseException):
                run.fail(task.where, *_lost(task, answer))
            else:
                run.stored = run.stored or answer.outcome in ("complete", "partial")
                run.report(answer, run.total)
    else:
        run.fingerprint = _hash
        for task, answer in cluster.answers(_handing_back(run, emptied(found)), job):
            if isinstance(answer, BaseException):
                code, message = _lost(task, answer)
                error = Error(stage="read", code=code, message=message)
                run.keep(task.where, failed(Path(shown(task.where)), error))
            else:
                run.keep(task.where, remote.unpacked(answer))
    run.finish()
    return done


def _handing_back(run: Run, found: Any) -> Iterator[_Task]:
    for where in run.to_read(found):
        with run.corpus.reading() as connection:
            kept = kept_text(connection, run.hashes[where], run.retry)
        yield _Task(remote.hand_back, where, (kept,))


def _hash(where: Where) -> str:
    return originals.fingerprint(where) if isinstance(where, str) else fingerprint(where)[0]


def _lost(task: _Task, error: BaseException) -> tuple[str, str]:
    """Code and message for a file whose task ended in an exception; raises what concerns the whole run."""
    from distributed.scheduler import KilledWorker

    if isinstance(error, CorpusError):
        raise error
    if isinstance(error, KilledWorker):
        return "worker-lost", (
            f"{shown(task.where)}: the workers that read it were lost, one after the other. See their logs "
            "(out of memory?), then run the command again."
        )
    if isinstance(error, ModuleNotFoundError):
        raise CorpusError(
            f"A worker lacks {error.name}. Install the same congvan on all machines.", code="cluster"
        ) from error
    return "worker-error", f"{shown(task.where)}: {type(error).__name__}: {error}. Run the command again."
