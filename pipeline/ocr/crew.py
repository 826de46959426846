"""Processes that read the pages of one file side by side, forked from the one that reads the file.

A page goes to whichever is free; its image is drawn there, so that the parent has little to do and holds no
images. They have the parent's walls (`pipeline.isolation`): its limits, its process group, its network; and
they end with it. One that dies costs its page, and only if the page does it twice: the second time nothing
else is read meanwhile, for it may have been the memory of all together.

What they answer is trusted as the parent is: without them it would do the same with the same bytes.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait

from pipeline import progress
from pipeline.document import Page
from pipeline.errors import ReadError, ended, lost_page
from pipeline.isolation import share_walls
from pipeline.ocr.pages import Draw, Job, failed, read_job
from pipeline.options import Options

_AHEAD = 4
"""Pages under way for each process, those read but not yet asked for among them: so that one slow page does
not stop the others. They are text by then."""
_DEATHS = 2


def preload() -> None:
    """Loads what reads pages before the processes are forked, which then share it. Not the second reader: its
    library starts a thread, and a process with threads cannot be forked safely."""
    from pipeline.ocr import read  # noqa: F401 - loaded for those who are forked
    from pipeline.ocr.engine import engine

    with suppress(Exception):  # whoever reads the first page tells what is missing
        engine()


def _look_ahead() -> None:
    """Loads what a page goes to once it is read (0.8 s), while the first are read and nothing else is to be
    done: later the processes would wait for their next pages meanwhile."""
    import extractors.reading  # noqa: F401 - loaded for later
    from pipeline.repair import repair

    repair("Thực hiện", words=[], method="ocr")


@dataclass(slots=True)
class _Task:
    job: Job
    page: Page | None = None
    deaths: int = 0
    """How many processes ended while they read it."""


@dataclass(slots=True)
class _Worker:
    process: int
    pipe: Connection
    task: _Task | None = None

    def bury(self) -> int:
        """Ends it, whatever it does; its exit code, minus the signal that ended it."""
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        self.pipe.close()
        try:
            return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        except ChildProcessError:  # the program leaves no word of its children
            return -signal.SIGKILL


@dataclass(slots=True)
class Crew:
    """The processes of one file; none before there is a page for it."""

    options: Options
    draw: Draw | None
    name: str
    workers: list[_Worker] = field(default_factory=list)
    todo: deque[_Task] = field(default_factory=deque)
    """Pages that nobody reads yet: one more than there are processes free."""

    def read(self, jobs: Iterator[Job]) -> Iterator[Page]:
        """See `pipeline.ocr.pages.read_jobs`."""
        order: deque[_Task] = deque()
        most = _AHEAD * self.options.page_jobs
        more = idle = True
        try:
            while more or order:
                self._hand_out()
                if order and (page := order[0].page) is not None:
                    order.popleft()
                    yield page
                elif more and not self.todo and len(order) < most:
                    job = next(jobs, None)
                    more = job is not None
                    if job is not None:
                        task = _Task(job, job.settled())
                        order.append(task)
                        self.todo.extend([task] if task.page is None else [])
                elif order:
                    if idle:
                        idle = False
                        _look_ahead()
                    self._hear()
        finally:
            for worker in self.workers:
                worker.bury()
            self.workers.clear()

    def _hand_out(self) -> None:
        while self.todo:
            task, busy = self.todo[0], [worker for worker in self.workers if worker.task is not None]
            if any(worker.task.deaths for worker in busy if worker.task) or (busy and task.deaths):
                return
            worker = self._free()
            if worker is None:
                if not self.workers:  # the machine gives no process: then here
                    task.page = read_job(self.todo.popleft().job, self.options, self.draw)
                return
            try:
                worker.pipe.send(task.job)
            except (BrokenPipeError, ConnectionResetError):
                self._bury(worker)
                continue
            worker.task = self.todo.popleft()

    def _free(self) -> _Worker | None:
        for worker in self.workers:
            if worker.task is None:
                return worker
        if len(self.workers) >= self.options.page_jobs:
            return None
        ours, theirs = Pipe()
        parent = os.getpid()
        try:
            process = os.fork()
        except OSError:
            ours.close()
            theirs.close()
            return None
        if not process:
            self._serve(parent, ours, theirs)
        theirs.close()
        self.workers.append(_Worker(process, ours))
        return self.workers[-1]

    def _hear(self) -> None:
        """Waits until a page is read, or one that reads died."""
        busy = {worker.pipe: worker for worker in self.workers if worker.task is not None}
        for pipe in wait(list(busy)):
            worker = busy[pipe]  # type: ignore[index]
            task = worker.task
            if task is None:
                continue
            try:
                answer, used = worker.pipe.recv()
            except (EOFError, OSError, pickle.UnpicklingError):
                self._died(worker, task)
                continue
            worker.task = None
            if self.options.clock is not None:
                self.options.clock.elsewhere += used
            if isinstance(answer, Exception):
                raise answer
            task.page = answer

    def _died(self, worker: _Worker, task: _Task) -> None:
        code = self._bury(worker)
        task.deaths += 1
        if task.deaths < _DEATHS:
            self.todo.appendleft(task)
        else:
            task.page = failed(task.job, lost_page(self.name, task.job.number, *ended(code)))

    def _bury(self, worker: _Worker) -> int:
        self.workers.remove(worker)
        return worker.bury()

    def _serve(self, parent: int, ours: Connection, theirs: Connection) -> None:
        """Reads page after page until the pipe closes; the life of a forked process, which ends here."""
        try:
            share_walls(parent, self.options.limits)
            progress.listen(None)  # only the parent talks to the supervisor
            ours.close()
            for worker in self.workers:
                worker.pipe.close()
            while True:
                job = theirs.recv()
                before = time.process_time()
                answer = self._answer(job)
                theirs.send((answer, time.process_time() - before))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            pass
        finally:
            os._exit(0)  # not a line of what the parent would do at its end

    def _answer(self, job: Job) -> Page | Exception:
        try:
            return read_job(job, self.options, self.draw)
        except ReadError as error:
            return error
        except MemoryError:
            return MemoryError()
        except Exception as error:  # noqa: BLE001 - a fault of ours: raised in the parent, as if it had read
            return RuntimeError(f"{type(error).__name__}: {error}")
