"""An inbox: files are taken once, and only when nobody writes to them any more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.watch import Inbox, watch


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_a_file_is_given_once_when_it_lies_still(tmp_path: Path) -> None:
    clock = Clock()
    inbox = Inbox(tmp_path, settle=10, clock=clock)
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF")
    assert inbox.ready() == []
    clock.sleep(8)
    scan.write_bytes(b"%PDF-1.4 more")  # the scanner goes on writing
    assert inbox.ready() == []
    clock.sleep(8)
    assert inbox.ready() == [] and inbox.pending == 1
    clock.sleep(3)
    assert inbox.ready() == [scan]
    clock.sleep(60)
    assert inbox.ready() == [] and inbox.pending == 0
    scan.write_bytes(b"%PDF-1.4 scanned once more")
    inbox.ready()
    clock.sleep(11)
    assert inbox.ready() == [scan]


def test_a_file_that_goes_away_is_forgotten(tmp_path: Path) -> None:
    clock = Clock()
    inbox = Inbox(tmp_path, settle=10, clock=clock)
    part = tmp_path / "scan.part"
    part.write_bytes(b"x")
    inbox.ready()
    part.rename(tmp_path / "scan.tif")
    clock.sleep(11)
    assert inbox.ready() == []
    clock.sleep(11)
    assert inbox.ready() == [tmp_path / "scan.tif"]
    (tmp_path / "scan.tif").unlink()
    inbox.ready()
    assert inbox.pending == 0


def test_watch_ends_when_nothing_waits(tmp_path: Path) -> None:
    clock = Clock()
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    taken: list[Path] = []

    def work(paths: Sequence[Path]) -> None:
        taken.extend(paths)

    watch(Inbox(tmp_path, settle=3, clock=clock), work, every=1, until_quiet=True, sleep=clock.sleep)
    assert taken == [tmp_path / "a", tmp_path / "b"]


def test_an_error_ends_the_watch(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")

    def work(_paths: Sequence[Path]) -> None:
        raise RuntimeError("database")

    with pytest.raises(RuntimeError, match="database"):
        watch(Inbox(tmp_path, settle=0), work, every=0)
