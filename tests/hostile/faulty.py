"""Runs of `congvan ingest` that are killed, and what must hold of the corpus afterwards."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "from congvan.cli import main; main()"
LETTER = (
    "ỦY BAN NHÂN DÂN\nTỈNH A\n\nSố: {n}/UBND-NC\n\nA, ngày 3 tháng 2 năm 2021\n\n"
    "Kính gửi: Các sở, ban, ngành\n\n"
    "Yêu cầu các sở báo cáo kết quả trước ngày 30/10/2021.\n\nNơi nhận:\n- Như trên;\n"
)


def fill(folder: Path, count: int) -> None:
    """``count`` letters, each of its own number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(LETTER.format(n=number + 1), encoding="utf-8")


def start(folder: Path, database: Path, jobs: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PROGRAM, "ingest", str(folder), "--db", str(database), "-j", str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=Path.cwd())


def congvan(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, cwd=Path.cwd()
    )


def children(pid: int) -> list[int]:
    """The processes that read files for a run (those of the machinery left out)."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError, IndexError):
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == pid and b"spawn_main" in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
    return found


def kill_at_random(
    run: subprocess.Popen[bytes], what: str, chance: random.Random, within: float
) -> list[int]:
    """Kills the run, or one of its children, at a moment within so many seconds; its children until then."""
    time.sleep(chance.uniform(0.0, within))
    found = children(run.pid)
    with suppress(ProcessLookupError):
        if what == "parent":
            run.kill()
        elif found:
            os.kill(chance.choice(found), signal.SIGKILL)
    return found


@dataclass(frozen=True, slots=True)
class State:
    """What a corpus holds."""

    documents: int
    readings: int
    files: int
    complete: int
    sound: bool


def state(database: Path) -> State:
    if not database.exists():
        return State(0, 0, 0, 0, True)
    with held(database) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return State(0, 0, 0, 0, True)

        def count(query: str) -> int:
            return int(connection.execute(f"SELECT count(*) FROM {query}").fetchone()[0])

        sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        sound = sound and not connection.execute("PRAGMA foreign_key_check").fetchall()
        doubled = count("(SELECT sha256 FROM documents GROUP BY sha256 HAVING count(*) > 1)")
        return State(
            count("documents"),
            count("readings"),
            count("files"),
            count("readings WHERE status = 'complete'"),
            sound and not doubled,
        )


@contextmanager
def held(database: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(database, timeout=30)
    try:
        yield connection
    finally:
        connection.close()


def round_of(
    folder: Path, database: Path, count: int, what: str, chance: random.Random, within: float
) -> list[str]:
    """One round: a run with a kill in it, then a whole run. What is wrong afterwards, in words."""
    run = start(folder, database)
    below = kill_at_random(run, what, chance, within)
    code = run.wait(timeout=300)
    wrong = []
    if what == "child" and code != 0:
        wrong.append(
            f"a run that lost a child ended with {code}: "
            f"{(run.stderr.read() if run.stderr else b'')[-300:]!r}"
        )
    end = time.monotonic() + 10
    while any(_alive(pid) for pid in below) and time.monotonic() < end:
        time.sleep(0.02)
    left = [pid for pid in below if _alive(pid)]
    if left:
        wrong.append(f"children outlive the run: {left}")
    between = state(database)
    if not between.sound or between.readings > count:
        wrong.append(f"after the kill: {between}")
    again = start(folder, database)
    if again.wait(timeout=300) != 0:
        wrong.append(f"the next run ended with {again.returncode}")
    after = state(database)
    if after != State(count, count, count, count, True):
        wrong.append(f"after the next run: {after}, not {count} of each")
    verified = congvan("verify", "--db", str(database))
    if verified.returncode != 0:
        wrong.append(f"congvan verify: {verified.stdout[-300:]}{verified.stderr[-300:]}")
    for process in (run, again):
        if process.stderr is not None:
            process.stderr.close()
    return wrong


def _alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
