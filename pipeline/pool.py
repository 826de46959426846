"""Many files at once, each in a supervised child process: one that dies takes only its own file with it.

The children have a pipe each and share no lock, so that one may be killed at any moment, also while it sends
or while it waits. (Pools of the libraries, concurrent.futures and pebble, hand out work over one locked
channel: a worker killed while it holds the channel, or when it has taken a task but not yet said so, breaks
the pool or loses the task.)
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from pathlib import Path

from extractors.model import Directive
from pipeline.child import Work
from pipeline.extract import extract_file
from pipeline.options import Options
from pipeline.supervisor import Child, Outcome, Task

OnPage = Callable[[Path, int, int | None], None]
"""Called with a file, the page of it that is being read, and how many it has, where that is known."""


def extract_many(
    paths: Iterable[Path], options: Options | None = None, *, jobs: int | None = None
) -> Iterator[tuple[Path, Directive]]:
    """Directives of many files as they finish, in no given order; ``jobs`` children (default: the cores).

    A file whose child crashes or takes too long is tried again, without the page that did it where that is
    known; where that does not help it comes as a failed directive.
    """
    yield from run_many(extract_file, paths, options, jobs=jobs)


def run_many(
    work: Work,
    paths: Iterable[Path],
    options: Options | None = None,
    *,
    jobs: int | None = None,
    on_page: OnPage | None = None,
) -> Iterator[tuple[Path, Directive]]:
    """As `extract_many`, with another way to read a file: ``work`` must be picklable. It has no network,
    unless it has an attribute ``needs_network`` that is true. Consume it in one thread: the children die
    with the thread that started them. ``on_page`` is called in that thread as pages are begun."""
    options = options or Options()
    network = bool(getattr(work, "needs_network", False))
    tasks = (Task(path, options, work) for path in paths)
    pool = _Pool(tasks, options, network, jobs or os.cpu_count() or 1, on_page)
    try:
        yield from pool.run()
        pool.dismiss()
    finally:
        pool.close()


class Reader:
    """One file after the other, each in a supervised child that stays for the next: for a thread that is
    given its files singly, as in a worker of a cluster. Use it in the thread that made it, with which its
    child dies; close it in the end."""

    def __init__(self, options: Options) -> None:
        """``options``: those whose limits on memory, open files and written bytes hold for the child."""
        self._pool = _Pool(iter(()), options, False, 1)

    def read(self, work: Work, path: Path, options: Options) -> Directive:
        """What ``work`` makes of a file; as in `run_many` it is tried again, and ends as a record."""
        self._pool.tasks = iter([Task(path, options, work)])
        [(_, directive)] = self._pool.run()
        return directive

    def close(self) -> None:
        self._pool.close()


def file_options(options: Options, files: int, jobs: int) -> Options:
    """With fewer files than children, the pages of each file are read side by side instead."""
    return replace(options, page_jobs=max(1, jobs // max(1, files)))


@dataclass(slots=True)
class _Pool:
    tasks: Iterator[Task]
    options: Options
    network: bool
    jobs: int
    on_page: OnPage | None = None
    again: deque[Task] = field(default_factory=deque)
    children: list[Child] = field(default_factory=list)

    def run(self) -> Iterator[tuple[Path, Directive]]:
        while self._hand_out():
            busy = [child for child in self.children if child.task is not None]
            patience = min(child.deadline() for child in busy) - time.monotonic()
            wait([handle for c in busy for handle in (c.pipe, c.process.sentinel)], max(0.0, patience))
            outcomes = [found for child in busy if (found := self._look_at(child)) is not None]
            self.again.extend(outcome.task for outcome in outcomes if outcome.directive is None)
            self._hand_out()  # before the caller takes its time with what is done
            for outcome in outcomes:
                if outcome.directive is not None:
                    yield outcome.task.path, outcome.directive

    def _hand_out(self) -> bool:
        """Gives every child a file; False where none reads any and none is left."""
        while self.again or self._more():
            child = self._idle()
            if child is None:
                return True
            task = self.again.popleft()
            if not child.give(task):
                self.again.appendleft(task)
                self._bury(child)
        return any(child.task is not None for child in self.children)

    def _idle(self) -> Child | None:
        for child in self.children:
            if child.task is None:
                return child
        if len(self.children) >= self.jobs:
            return None
        self.children.append(Child.start(self.options, network=self.network))
        return self.children[-1]

    def _more(self) -> bool:
        """Whether another task comes; it is kept."""
        for task in self.tasks:
            self.again.append(task)
            return True
        return False

    def _look_at(self, child: Child) -> Outcome | None:
        before = child.page, child.pages
        outcome, alive = child.hear()
        turned = child.page and (child.page, child.pages) != before
        if turned and self.on_page is not None and child.task is not None and child.page:
            self.on_page(child.task.path, child.page, child.pages)
        if outcome is None and not alive:
            outcome, _ = child.hear()  # what it said before it died
        if outcome is not None:
            return outcome
        if not alive:
            outcome = child.died()
        elif time.monotonic() >= child.deadline():
            outcome = child.overdue()
        else:
            return None
        self._bury(child)
        return outcome

    def _bury(self, child: Child) -> None:
        child.kill()
        self.children.remove(child)

    def close(self) -> None:
        for child in self.children:
            child.kill()
        self.children.clear()

    def dismiss(self) -> None:
        for child in self.children:
            child.dismiss()
        self.children.clear()
