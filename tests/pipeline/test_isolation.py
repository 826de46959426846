"""The walls around a child process, and what it starts."""

from __future__ import annotations

import os
import pickle
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import fields
from pathlib import Path

import pytest

from extractors.model import Directive, Source
from pipeline.child import unpack
from pipeline.isolation import guarded
from pipeline.options import Limits, Options
from pipeline.pool import run_many
from pipeline.programs import OUTPUT_BYTES, run
from tests.pipeline.misbehaving import page_killer, probe

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these walls stand on Linux")
LIMITS = Limits(file_seconds=60, memory_bytes=3 * 1024**3, open_files=300, written_bytes=1024**2)


def told(path: Path, options: Options | None = None) -> dict[str, str]:
    """What a child finds out about itself, by name."""
    path.write_text("x")
    [(_, directive)] = run_many(probe, [path], options or Options(limits=LIMITS), jobs=1)
    return dict(line.split("=", 1) for line in directive.text.splitlines())


@linux
def test_a_child_is_walled_in(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        found = told(tmp_path / f"{server.getsockname()[1]}.txt")
    assert found["session"] == found["group"] == found["pid"]
    assert found["memory"] == str(3 * 1024**3) and found["files"] == "300" and found["core"] == "0"
    assert found["written"] == "refused"
    assert found["threads"] == found["filters"] == "1"
    may = subprocess.run(["unshare", "--user", "--net", "true"], capture_output=True).returncode == 0
    if may or os.geteuid() == 0:
        assert found["network"] == "none"


@linux
def test_a_child_keeps_its_memory_between_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Dask worker is told to give freed memory back at once; its children, which read images, are not."""
    monkeypatch.setenv("MALLOC_TRIM_THRESHOLD_", "65536")
    assert told(tmp_path / "1.txt")["trim"] == "unset"


@linux
def test_work_that_needs_the_network_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    with socket.create_server(("127.0.0.1", 0)) as server:
        path = tmp_path / f"{server.getsockname()[1]}.txt"
        path.write_text("x")
        from tests.pipeline.misbehaving import NetworkProbe

        [(_, directive)] = run_many(NetworkProbe(), [path], Options(limits=LIMITS), jobs=1)
    assert "network=reached" in directive.text


def test_a_page_that_kills_its_reader_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("crash 2")
    [(_, directive)] = run_many(page_killer, [path], Options(page_jobs=4), jobs=2)
    assert directive.text == "page 1, page 3"
    assert [(e.page, e.code) for e in directive.errors] == [(2, "crashed")]
    assert "three.txt" in directive.errors[0].message


def test_a_page_that_hangs_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("hang 3")
    [(_, directive)] = run_many(page_killer, [path], Options(limits=Limits(stall_seconds=1)), jobs=1)
    assert directive.text == "page 1, page 2"
    assert [(e.page, e.code) for e in directive.errors] == [(3, "timeout")]


def test_a_file_of_killing_pages_fails_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("crash 0")  # before any page
    [(_, directive)] = run_many(page_killer, [path], Options(), jobs=1)
    assert (directive.status, [e.code for e in directive.errors]) == ("failed", ["crashed"])


def test_cpu_time_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("spin 2")
    [(_, directive)] = run_many(page_killer, [path], Options(limits=Limits(cpu_seconds=1)), jobs=1)
    assert [(e.page, e.code) for e in directive.errors] == [(2, "cpu")]


def test_a_record_that_is_too_large_fails(tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("none")
    [(_, directive)] = run_many(page_killer, [path], Options(limits=Limits(record_bytes=100)), jobs=1)
    assert [e.code for e in directive.errors] == ["too-large"]


def test_a_child_killed_at_any_moment_costs_no_other_file(tmp_path: Path) -> None:
    """Killed from outside again and again, while it starts, reads or waits: every file comes, once."""
    paths = [tmp_path / f"{n}.txt" for n in range(12)]
    for path in paths:
        path.write_text("none")
    seen: list[Path] = []
    for path, directive in run_many(page_killer, paths, Options(), jobs=2):
        seen.append(path)
        assert directive.status == "complete" and directive.text == "page 1, page 2, page 3"
        if len(seen) in (1, 4, 8):
            for pid in _children():
                os.kill(pid, signal.SIGKILL)
    assert sorted(seen) == sorted(paths)


def _children() -> list[int]:
    import multiprocessing

    return [child.pid for child in multiprocessing.active_children() if child.pid is not None]


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, ("true",))


def test_nothing_but_records_is_taken_from_a_child() -> None:
    source = Source(name="a", media_type="text/plain", sha256="0" * 64, bytes=1)
    directive = Directive(id="0" * 16, source=source, status="complete", text="Số")
    assert unpack(pickle.dumps(directive)) == directive
    for bad in (_Evil(), {"a": 1}, os.system):
        with pytest.raises(pickle.UnpicklingError):
            unpack(pickle.dumps(bad))


def test_a_program_is_bounded_and_goes_with_its_children() -> None:
    mark = f"{os.getpid()}.5"  # seconds nobody else sleeps
    with pytest.raises(subprocess.TimeoutExpired):
        run(["sh", "-c", f"sleep {mark} & wait"], seconds=0.5)
    _wait_until(lambda: not _running(mark))
    with pytest.raises(FileNotFoundError):
        run(["no-such-program-at-all"], seconds=5)
    done = run(["sh", "-c", "cat; echo oh >&2; exit 7"], data=b"in", seconds=10)
    assert (done.code, done.out, done.err) == (7, b"in", b"oh\n")


def test_a_program_that_talks_without_end_is_cut_short(tmp_path: Path) -> None:
    from pipeline.errors import ReadError

    with pytest.raises(ReadError) as caught:
        run(["head", "-c", str(OUTPUT_BYTES + 1), "/dev/zero"], seconds=30)
    assert caught.value.code == "too-much-output"


STARTER = """
import sys, time, threading
from pipeline.programs import run
for command, family in ((["sleep", "MARK"], False), (["sh", "-c", "sleep MARK & sleep MARK; true"], True)):
    threading.Thread(target=run, args=(command,), kwargs={"seconds": 60, "family": family}).start()
print("up", flush=True)
time.sleep(60)
"""


@linux
@pytest.mark.skipif(shutil.which("setpriv") is None, reason="needs setpriv (util-linux)")
def test_programs_die_with_a_killed_starter() -> None:
    mark = f"{os.getpid()}.25"  # seconds nobody else sleeps
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER.replace("MARK", mark)], stdout=subprocess.PIPE, cwd=Path.cwd()
    )
    try:
        assert starter.stdout is not None and starter.stdout.readline() == b"up\n"
        _wait_until(lambda: len(_sleeping(mark)) == 3)
        starter.kill()
        starter.wait()
        namespaces = "--pid" in guarded(["true"], family=True)
        _wait_until(lambda: len(_running(mark)) == 0 if namespaces else len(_sleeping(mark)) == 2)
    finally:
        starter.kill()
        starter.wait()
        for pid in _running(mark):
            os.kill(pid, signal.SIGKILL)


def _running(words: str) -> list[int]:
    """Processes whose last argument is ``words`` (shells that were told of them left out)."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                arguments = (entry / "cmdline").read_bytes().split(b"\0")
            except OSError:
                continue
            if words.encode() in arguments:
                found.append(int(entry.name))
    return found


def _sleeping(mark: str) -> list[int]:
    return [pid for pid in _running(mark) if Path(f"/proc/{pid}/comm").read_text() == "sleep\n"]


def _wait_until(done: object, seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.02)


def test_the_table_of_limits_is_complete() -> None:
    """docs/limits.md names every limit with its default."""
    table = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", table, re.MULTILINE))
    units = {"": 1, "MiB": 1024**2, "GiB": 1024**3}
    documented = {}
    for name, value in rows.items():
        number, _, unit = value.partition(" ")
        documented[name] = float(number) * units[unit]
    assert documented == {item.name: float(item.default) for item in fields(Limits)}
