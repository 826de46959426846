"""What a hundred machines make of ten million pages: `python -m bench.simulate [--pages 10000000]`.

A discrete-event model of `congvan ingest --cluster` on PostgreSQL: one scheduler, threads that each read one
file (or one window of a long scan) at a time, a store of originals with a bandwidth, and a database whose
commits happen one after the other. Machines differ in speed, and die. The times that it starts from are
measured (docs/scale.md says how); --no-windows shows what long scans would cost if each were one task.
"""

from __future__ import annotations

import argparse
import heapq
import math
import random
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.windows import WINDOW

LONG_PAGES = 2 * WINDOW
_READ, _STORED, _DEATH, _BIRTH = range(4)


@dataclass(frozen=True, slots=True)
class Model:
    """What the model starts from; seconds, bytes and shares."""

    machines: int = 100
    threads: int = 8
    ocr_share: float = 0.7
    """Of the files: those that are scans; the others have a text layer."""
    ocr_seconds: float = 2.8
    """CPU of one scanned page."""
    text_seconds: float = 0.02
    """CPU of one page with text: extraction, also of what OCR read."""
    task_seconds: float = 0.001
    """Of the scheduler, for one task."""
    commit_seconds: float = 0.012
    """Of the database, for one file, while all others wait."""
    commit_page_seconds: float = 0.003
    """More for each page of the file."""
    page_bytes: float = 80e3
    bandwidth: float = 1e9
    """Of the store of originals, bytes a second."""
    life_hours: float = 500.0
    """Mean time between the deaths of a machine."""
    rebirth_seconds: float = 300.0
    start_seconds: float = 3.0
    """Of a child process that is new."""
    windows: bool = True


@dataclass(slots=True)
class Task:
    """A file, a window of one, or the joining of windows (``whole``)."""

    pages: int
    scanned: bool
    whole: File | None = None
    joins: bool = False


@dataclass(slots=True)
class File:
    pages: int
    waiting: int = 0
    """Windows not read yet."""


@dataclass(slots=True)
class Report:
    """What came out. Busy times are in seconds of one server."""

    seconds: float = 0.0
    files: int = 0
    pages: int = 0
    tasks: int = 0
    again: int = 0
    deaths: int = 0
    reading: float = 0.0
    scheduler: float = 0.0
    database: float = 0.0
    storage: float = 0.0


@dataclass(slots=True)
class Machine:
    speed: float
    alive: bool = True
    generation: int = 0
    running: dict[int, Task] = field(default_factory=dict)


def archive(pages: int, chance: random.Random, ocr_share: float) -> Iterator[tuple[int, bool]]:
    """Files of an archive, as (pages, scanned): most have a page or two, few have hundreds."""
    left = pages
    while left > 0:
        long = chance.random() < 0.002
        size = chance.randint(100, 1500) if long else 1 + int(chance.expovariate(1 / 2.2))
        size = min(size, left)
        left -= size
        yield size, long or chance.random() < ocr_share


class Simulation:
    def __init__(self, model: Model, files: Iterator[tuple[int, bool]], chance: random.Random) -> None:
        self.model, self.files, self.chance = model, files, chance
        self.machines = [Machine(chance.uniform(0.9, 1.1)) for _ in range(model.machines)]
        self.free: list[tuple[int, int]] = [
            (m, t) for t in range(model.threads) for m in range(model.machines)
        ]
        self.ready: deque[Task] = deque()
        self.events: list[tuple[float, int, int, int, int, int]] = []
        self.number = 0
        self.now = self.scheduler = self.database = self.storage = 0.0
        self.working = 0
        self.report = Report()
        self.finished = False

    def run(self) -> Report:
        for m in range(self.model.machines):
            self._death_of(m)
        self._hand_out()
        while self.working or self.ready or not self.finished:
            self.now, _, kind, m, t, generation = heapq.heappop(self.events)
            machine = self.machines[m]
            if kind == _DEATH:
                self._die(m)
            elif kind == _BIRTH:
                machine.alive = True
                self.free += [(m, t) for t in range(self.model.threads)]
                self._death_of(m)
            elif generation != machine.generation:
                continue  # the machine died meanwhile
            elif kind == _READ:
                self._store(m, t)
            else:
                self._done(m, t)
            self._hand_out()
        self.report.seconds = self.now
        return self.report

    def _at(self, moment: float, kind: int, m: int, t: int = 0) -> None:
        self.number += 1
        heapq.heappush(self.events, (moment, self.number, kind, m, t, self.machines[m].generation))

    def _next(self) -> Task | None:
        if self.ready:
            return self.ready.popleft()
        found = next(self.files, None)
        if found is None:
            self.finished = True
            return None
        pages, scanned = found
        self.report.files += 1
        self.report.pages += pages
        if not (self.model.windows and scanned and pages >= LONG_PAGES):
            return Task(pages, scanned)
        file = File(pages, math.ceil(pages / WINDOW))
        for first in range(0, pages, WINDOW):
            self.ready.append(Task(min(WINDOW, pages - first), True, file))
        return self.ready.popleft()

    def _hand_out(self) -> None:
        model = self.model
        while self.free:
            m, t = self.free[-1]
            machine = self.machines[m]
            if not machine.alive:
                self.free.pop()
                continue
            task = self._next()
            if task is None:
                return
            self.free.pop()
            self.working += 1
            machine.running[t] = task
            self.report.tasks += 1
            self.scheduler = max(self.scheduler, self.now) + model.task_seconds
            self.report.scheduler += model.task_seconds
            moment = self.scheduler
            work = self._work(task) / machine.speed
            if not task.joins:
                size = task.pages * model.page_bytes / model.bandwidth
                self.storage = max(self.storage, moment) + size
                self.report.storage += size
                moment = self.storage
            self.report.reading += work
            self._at(moment + work, _READ, m, t)

    def _work(self, task: Task) -> float:
        model = self.model
        if task.joins:
            return task.pages * model.text_seconds
        seconds = task.pages * (0.0 if task.whole else model.text_seconds)
        if task.scanned:  # the mean of many pages, each between half and twice as long
            spread = 0.35 / math.sqrt(task.pages)
            seconds += task.pages * model.ocr_seconds * max(0.3, self.chance.gauss(1.0, spread))
        return seconds

    def _store(self, m: int, t: int) -> None:
        task = self.machines[m].running[t]
        if task.whole is not None and not task.joins:
            self._done(m, t)
            return
        seconds = self.model.commit_seconds + task.pages * self.model.commit_page_seconds
        self.database = max(self.database, self.now) + seconds
        self.report.database += seconds
        self._at(self.database, _STORED, m, t)

    def _done(self, m: int, t: int) -> None:
        task = self.machines[m].running.pop(t)
        self.working -= 1
        self.free.append((m, t))
        if task.whole is not None and not task.joins:
            task.whole.waiting -= 1
            if task.whole.waiting == 0:
                self.ready.append(Task(task.whole.pages, True, task.whole, joins=True))

    def _death_of(self, m: int) -> None:
        self._at(self.now + self.chance.expovariate(1 / (self.model.life_hours * 3600)), _DEATH, m)

    def _die(self, m: int) -> None:
        machine = self.machines[m]
        self.report.deaths += 1
        self.report.again += sum(task.pages for task in machine.running.values())
        self.ready.extendleft(machine.running.values())
        self.working -= len(machine.running)
        machine.running.clear()
        self.free = [place for place in self.free if place[0] != m]
        machine.alive, machine.generation = False, machine.generation + 1
        self.finished = False
        self._at(self.now + self.model.rebirth_seconds + self.model.start_seconds, _BIRTH, m)


def tell(report: Report, model: Model) -> None:
    threads = model.machines * model.threads
    ideal = report.reading / threads
    print(f"{report.pages:,} pages in {report.files:,} files, {report.tasks:,} tasks; "
          f"{model.machines} machines of {model.threads} threads")  # fmt: skip
    print(f"  {report.seconds / 3600:8.2f} h; the work alone, spread evenly: {ideal / 3600:.2f} h "
          f"({ideal / report.seconds:.1%} of the threads' time)")  # fmt: skip
    for name in ("scheduler", "database", "storage"):
        print(f"  {name:10} {getattr(report, name) / report.seconds:6.1%} busy")
    print(f"  {report.deaths} machines died, {report.again:,} pages were read again "
          f"({report.again / max(1, report.pages):.4%})")  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    model = Model()
    parser.add_argument("--pages", type=int, default=10_000_000)
    parser.add_argument("--machines", type=int, default=model.machines)
    parser.add_argument("--threads", type=int, default=model.threads)
    parser.add_argument("--ocr-seconds", type=float, default=model.ocr_seconds)
    parser.add_argument("--ocr-share", type=float, default=model.ocr_share)
    parser.add_argument("--task-seconds", type=float, default=model.task_seconds)
    parser.add_argument("--commit-seconds", type=float, default=model.commit_seconds)
    parser.add_argument("--commit-page-seconds", type=float, default=model.commit_page_seconds)
    parser.add_argument("--bandwidth", type=float, default=model.bandwidth)
    parser.add_argument("--life-hours", type=float, default=model.life_hours)
    parser.add_argument("--no-windows", dest="windows", action="store_false")
    parser.add_argument("--seed", type=int, default=1)
    arguments = vars(parser.parse_args())
    pages, seed = arguments.pop("pages"), arguments.pop("seed")
    model = Model(**arguments)
    chance = random.Random(seed)
    begun = time.monotonic()
    report = Simulation(model, archive(pages, chance, model.ocr_share), chance).run()
    tell(report, model)
    print(f"  (simulated in {time.monotonic() - begun:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
