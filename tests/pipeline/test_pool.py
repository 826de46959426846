"""A file whose reader dies, hangs or eats the memory fails alone; the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.options import Limits, Options
from pipeline.pool import extract_many, file_options, run_many
from tests.pipeline.misbehaving import work


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("dies", "crashed"),
        ("crashes", "crashed"),
        ("hangs", "timeout"),
        ("raises", "internal"),
        ("hungry", "memory"),
    ],
)
def test_one_bad_file_among_good_ones(tmp_path: Path, name: str, code: str) -> None:
    paths = [tmp_path / f"{stem}.txt" for stem in ("a", name, "b", "c")]
    for path in paths:
        path.write_text("x")
    options = Options(limits=Limits(file_seconds=4, memory_bytes=3 * 1024**3))
    found = dict(run_many(work, paths, options, jobs=2))
    assert set(found) == set(paths)
    bad = found.pop(tmp_path / f"{name}.txt")
    assert (bad.status, [e.code for e in bad.errors]) == ("failed", [code])
    assert bad.source.name in bad.errors[0].message
    assert all(d.status == "complete" and d.text == "1" for d in found.values())


def test_an_abandoned_run_ends_its_children(tmp_path: Path) -> None:
    paths = [tmp_path / f"{stem}.txt" for stem in ("a", "hangs")]
    for path in paths:
        path.write_text("x")
    running = run_many(work, paths, Options(), jobs=1)
    assert next(running)[1].status == "complete"
    running.close()  # returns only once the hanging child is gone


def test_nothing_to_do() -> None:
    assert list(extract_many([])) == []


def test_pages_are_read_side_by_side_where_files_are_few() -> None:
    assert file_options(Options(), files=1, jobs=4).page_jobs == 4
    assert file_options(Options(), files=9, jobs=4).page_jobs == 1
