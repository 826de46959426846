"""Walls around what opens a foreign file: the child processes of the pool and the programs they start.

A child confines itself before it sees a file (`confine`); a program is started behind `guarded`, so that it
dies with the process that started it, however that one ends. What a platform does not offer is left out: the
other walls stand without it. What each wall is worth is told in docs/limits.md.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache

from pipeline.options import Limits

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PROBE_SECONDS = 10

ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"}
"""A child has one core: the engine's threads only slow it down (5 times), those of the image filters take the
cores that other children work on, and a process with threads cannot be forked safely (`pipeline.ocr.crew`).
The libraries read this as they are loaded."""


def confine(limits: Limits, *, network: bool = False) -> None:
    """Sets up this process to read foreign files; called once, first thing, in a child of the pool.

    A session and process group of its own, death with the parent, limits on address space, open files and
    the size of files written, no core dump, and, unless ``network``, no network where the platform lets us.
    """
    os.environ.update(ONE_THREAD)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt stops
    with suppress(PermissionError):
        os.setsid()
    import resource

    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_NOFILE, limits.open_files)
    _lower(resource.RLIMIT_FSIZE, limits.written_bytes)
    _lower(resource.RLIMIT_CORE, 0)
    if not network:
        leave_network()
    die_with_parent()  # last: a new user namespace would undo it


def may_fork() -> bool:
    """Whether a copy of this process works as this one does: no other thread holds a lock, or is missed."""
    return sys.platform.startswith("linux") and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208


def share_walls(parent: int, limits: Limits) -> None:
    """Sets up a process forked from ``parent`` to stay within its walls: limits are inherited, the death with
    the parent and the CPU seconds, where these are bounded, are not."""
    import resource

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _kill_at_parents_end()
    if os.getppid() != parent:
        os._exit(1)
    if resource.getrlimit(resource.RLIMIT_CPU)[0] != resource.RLIM_INFINITY:
        allow_cpu(limits.cpu_seconds)


def allow_cpu(seconds: float) -> None:
    """Lets this process use ``seconds`` of CPU from now on; past them the kernel ends it (SIGXCPU). Programs
    it starts have as much each."""
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    until = int(used.ru_utime + used.ru_stime + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (until if hard < 0 else min(until, hard), hard))


def _lower(kind: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    soft = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (soft, hard))


def die_with_parent() -> None:
    """Has the kernel kill this process when the thread that started it ends (Linux)."""
    if not sys.platform.startswith("linux"):
        return
    import multiprocessing

    parent = multiprocessing.parent_process()
    _kill_at_parents_end()
    if parent is not None and os.getppid() != parent.pid:
        os._exit(1)  # it died before we asked


def _kill_at_parents_end() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def leave_network() -> bool:
    """Moves this process into a network of its own in which nothing is; whether that was allowed.

    Needs a process of one thread, and a kernel that gives the right to root or to user namespaces. Sockets
    in the file system (PostgreSQL's) are reached as before.
    """
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if library.unshare(_CLONE_NEWNET) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return False
    # we stay who we were, also by name: files we make belong to the same user
    for name, line in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        with suppress(OSError), open(f"/proc/self/{name}", "w") as stream:  # noqa: PTH123 - no disk file
            stream.write(line)
    return True


def guarded(
    command: Sequence[str], *, family: bool = False, seconds: float = 0.0, written: int | None = None
) -> list[str]:
    """``command`` set up to die with the process that starts it (Linux; elsewhere it stays as it is).

    ``family``: it starts processes of its own, and these must die too. Where process namespaces are not
    allowed, they live ``seconds`` at most. ``written``: the size of any file it may write, its output too.
    """
    prefix = list(_leash())
    if family:
        namespace = _namespace()
        if namespace:
            prefix += namespace
        elif timeout := shutil.which("timeout"):
            # killed with its starter, it could end nobody: so it is not on the leash
            prefix = [timeout, "-s", "KILL", str(max(1, round(seconds)))]
    if written is not None and (bound := _bound()):
        prefix += [bound, f"--fsize={written}", "--"]
    return [*prefix, *command]


@cache
def _leash() -> tuple[str, ...]:
    """setpriv (util-linux): asks for the signal at the parent's death, then becomes the program. Asking
    between fork and exec in Python could deadlock, as pages are read in threads."""
    program = shutil.which("setpriv")
    leash = (program, "--pdeathsig", "KILL", "--") if program else ()
    return leash if leash and _works([*leash, "true"]) else ()


@cache
def _bound() -> str | None:
    """prlimit (util-linux): sets a limit, then becomes the program."""
    program = shutil.which("prlimit")
    return program if program and _works([program, "--fsize=1000", "--", "true"]) else None


@cache
def _namespace() -> tuple[str, ...]:
    """unshare (util-linux) with a process namespace: the kernel ends all in it with its first process."""
    program = shutil.which("unshare")
    if program is None or not _leash():
        return ()
    for rights in ((), ("--user", "--map-current-user")):
        command = (program, *rights, "--pid", "--fork", "--kill-child=KILL", "--")
        if _works([*command, "true"]):
            return command
    return ()


def _works(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PROBE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
