"""Work apart from the server: a child that dies, hangs or lies costs its own call and no other."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from checker.ranks import Rank
from checker.results import Place
from congvan.web.apart import Apart, Ended
from pipeline.options import Limits


@pytest.fixture(scope="module")
def apart() -> Iterator[Apart]:
    made = Apart(Limits(memory_bytes=2 * 1024**3, record_bytes=10_000))
    yield made
    made.close()


def ask(apart: Apart, function: object, *arguments: object, seconds: float = 20.0) -> object:
    return apart.call(function, *arguments, seconds=seconds, classes=frozenset({"checker.results.Place"}))  # type: ignore[arg-type]


def place(row: int) -> Place:
    return Place("a.csv", None, row)


def whoami() -> int:
    return os.getpid()


def fill() -> int:
    return len(bytearray(8 * 1024**3))


def fail() -> None:
    raise ValueError("no such thing")


def test_an_answer_comes_back_from_another_process(apart: Apart) -> None:
    assert ask(apart, place, 7) == Place("a.csv", None, 7)
    assert ask(apart, whoami) not in (os.getpid(), None)
    assert ask(apart, whoami) == ask(apart, whoami)


def test_a_child_that_dies_costs_one_call(apart: Apart) -> None:
    with pytest.raises(Ended, match="died"):
        ask(apart, os._exit, 3)
    assert ask(apart, place, 1) == place(1)


def test_one_that_hangs_is_ended(apart: Apart) -> None:
    with pytest.raises(Ended, match="longer than"):
        ask(apart, time.sleep, 60, seconds=0.2)
    assert ask(apart, place, 1) == place(1)


def test_memory_is_bounded(apart: Apart) -> None:
    with pytest.raises(MemoryError):
        ask(apart, fill)


def test_a_fault_is_told(apart: Apart) -> None:
    with pytest.raises(Ended, match="no such thing"):
        ask(apart, fail)


def test_only_what_was_asked_for_comes_back(apart: Apart) -> None:
    with pytest.raises(Ended, match="answer that is none"):
        ask(apart, os.stat, ".")
    with pytest.raises(Ended, match="died"):  # an answer past the bound closes the pipe
        ask(apart, bytes, 20_000)
    assert ask(apart, place, 1) == place(1)


class _Packed:
    """Packs as early releases of Python 3.11 pack a member of an enumeration."""

    def __init__(self, kind: type, name: str) -> None:
        self.kind, self.name = kind, name

    def __reduce__(self) -> tuple[object, tuple[type, str]]:
        return getattr, (self.kind, self.name)


def packed(kind: type, name: str) -> _Packed:
    return _Packed(kind, name)


def test_members_of_enumerations_come_back_however_they_are_packed(apart: Apart) -> None:
    classes = frozenset({"checker.ranks.Rank", "checker.results.Place"})
    for rank in Rank:
        assert apart.call(packed, Rank, rank.name, seconds=20, classes=classes) is rank
    for kind, name in [(Rank, "__init__"), (Rank, "mro"), (Place, "__init__")]:
        with pytest.raises(Ended, match="answer that is none"):
            apart.call(packed, kind, name, seconds=20, classes=classes)
    with pytest.raises(Ended, match="answer that is none"):
        ask(apart, packed, Rank, next(iter(Rank)).name)  # nobody asked for ranks
