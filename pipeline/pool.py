"""Many files at once, each in a supervised child process: one that dies takes only its own file with it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import replace
from pathlib import Path

from extractors.model import Directive, Error
from pipeline.extract import extract_file, failed
from pipeline.options import Options

_AHEAD = 2
"""Files handed out ahead for each child: enough to keep them busy, few enough to keep memory flat."""


def extract_many(
    paths: Iterable[Path], options: Options | None = None, *, jobs: int | None = None
) -> Iterator[tuple[Path, Directive]]:
    """Directives of many files as they finish, in no given order; ``jobs`` children (default: the cores).

    A file whose child crashes, runs out of memory or passes ``limits.file_seconds`` comes as a failed
    directive.
    """
    yield from run_many(extract_file, paths, options, jobs=jobs)


def run_many(
    work: Callable[[Path, Options], Directive],
    paths: Iterable[Path],
    options: Options | None = None,
    *,
    jobs: int | None = None,
) -> Iterator[tuple[Path, Directive]]:
    import multiprocessing

    from pebble import ProcessPool

    options = options or Options()
    jobs = jobs or os.cpu_count() or 1
    pool = ProcessPool(
        max_workers=jobs,
        initializer=_start_child,
        initargs=(options.limits.memory_bytes,),
        context=multiprocessing.get_context("spawn"),
    )
    waiting: dict[Future[Directive], Path] = {}
    try:
        for path in paths:
            future = pool.schedule(work, args=[path, options], timeout=options.limits.file_seconds)
            waiting[future] = path
            if len(waiting) >= jobs * _AHEAD:
                yield from _finished(waiting, options)
        while waiting:
            yield from _finished(waiting, options)
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def file_options(options: Options, files: int, jobs: int) -> Options:
    """With fewer files than children, the pages of each file are read side by side instead."""
    return replace(options, page_jobs=max(1, jobs // max(1, files)))


def _finished(waiting: dict[Future[Directive], Path], options: Options) -> Iterator[tuple[Path, Directive]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        path = waiting.pop(future)
        yield path, _result(future, path, options)


def _result(future: Future[Directive], path: Path, options: Options) -> Directive:
    from pebble import ProcessExpired

    try:
        return future.result()
    except FutureTimeoutError:
        return failed(
            path,
            Error(
                stage="read",
                code="timeout",
                message=f"{path.name} was stopped after {options.limits.file_seconds:.0f} s. "
                "Split it, or raise the limit file_seconds.",
            ),
        )
    except ProcessExpired as error:
        killed = error.exitcode is not None and -error.exitcode in (signal.SIGKILL, signal.SIGSEGV)
        return failed(
            path,
            Error(
                stage="read",
                code="crashed",
                message=f"{path.name}: the process that read it died (exit code {error.exitcode}"
                f"{', out of memory or killed' if killed else ''}). The file may be damaged; try it alone.",
            ),
        )
    except MemoryError:
        return failed(
            path,
            Error(
                stage="read",
                code="memory",
                message=f"{path.name} needs more memory than the limit memory_bytes allows. "
                "Split it, or raise the limit.",
            ),
        )
    except Exception as error:  # noqa: BLE001 - a fault of ours must cost one file, not the run; it is reported
        return failed(
            path,
            Error(
                stage="read",
                code="internal",
                message=f"{path.name}: {type(error).__name__}: {error}. "
                "This is a fault of congvan; report it.",
            ),
        )


def _start_child(memory_bytes: int) -> None:
    """Limits of a child: address space; and the engine's threads, which only slow it down (5 times)."""
    import resource

    os.environ["OMP_THREAD_LIMIT"] = "1"
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt stops
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
