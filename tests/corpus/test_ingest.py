"""Ingest: what becomes of each file, a second run, a run that is killed, two runs at once."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from corpus.corpus import Corpus
from corpus.ingest import Ingested, ingest
from corpus.inputs import Found
from corpus.runs import FileOutcome
from corpus.schema import documents, files, obligations, pages, readings, run_files, runs
from extractors.model import Directive, Error
from pipeline import recipe
from pipeline.options import Options
from tests.corpus.build import Duty, make

LETTER = "THÀNH ỦY CẦN THƠ\n*\nSố {n}-CV/TU\n\nCần Thơ, ngày 14 tháng 10 năm 2022\n\nKính gửi: Các quận ủy\n"


class Reader:
    """Stands in for the child processes: makes a directive of a file's name, and counts what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, paths: Iterable[Path]) -> Iterator[tuple[Path, Directive]]:
        for path in paths:
            self.read.append(path.name)
            content = path.read_text()
            failed = content.startswith("broken")
            missing = content.startswith("missing")
            made = make(content, duties=[Duty("Các cấp ủy báo cáo", ["Các cấp ủy"])])
            if failed or missing:
                code = "truncated" if failed else "missing-tesseract"
                errors = [
                    Error(stage="open", code=code, message=f"{path.name}: is cut short. Ask for it again.")
                ]
                made = make(content, status="failed", errors=errors)
            yield path, made


def run(corpus: Corpus, reader: Reader, *paths: Path, retry: bool = False) -> Ingested:
    return ingest(corpus, paths, retry=retry, read_many=reader)


def outcomes(result: Ingested) -> dict[str, str]:
    return {Path(item.path).name: item.outcome for item in result.outcomes}


def count(corpus: Corpus, table: object) -> int:
    with corpus.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("one")
    (folder / "b.txt").write_text("broken")
    (folder / "sub" / "c.txt").write_text("three")
    (folder / "sub" / "copy of a.txt").write_text("one")
    (folder / ".hidden").write_text("hidden")
    (folder / "~$a.docx").write_text("lock")
    return folder


def test_every_file_is_accounted_for_and_read_once(corpus: Corpus, folder: Path) -> None:
    reader = Reader()
    first = run(corpus, reader, folder)
    assert outcomes(first) == {
        "a.txt": "complete",
        "b.txt": "failed",
        "c.txt": "complete",
        "copy of a.txt": "duplicate",
    }
    assert reader.read == ["a.txt", "b.txt", "c.txt"]
    [problem] = first.problems
    assert (problem.code, problem.status) == ("truncated", "failed") and "Ask for it again" in str(
        problem.message
    )
    second = run(corpus, reader, folder)
    assert set(outcomes(second).values()) == {"unchanged"}
    assert len(reader.read) == 3
    assert [Path(item.path).name for item in second.problems] == ["b.txt"]  # still named, with its reason
    assert "cut short" in str(second.problems[0].message) and "--retry" in str(second.problems[0].message)
    assert (count(corpus, documents), count(corpus, readings), count(corpus, files)) == (3, 3, 4)


def test_retry_reads_again_what_failed(corpus: Corpus, folder: Path) -> None:
    reader = Reader()
    run(corpus, reader, folder)
    run(corpus, reader, folder, retry=True)
    assert reader.read[3:] == ["b.txt"]


def test_a_missing_program_is_tried_again_by_itself(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_text("missing")
    reader = Reader()
    run(corpus, reader, tmp_path / "scan.txt")
    run(corpus, reader, tmp_path / "scan.txt")
    assert reader.read == ["scan.txt", "scan.txt"]


def test_a_changed_file_is_a_new_document_at_the_same_path(corpus: Corpus, folder: Path) -> None:
    reader = Reader()
    run(corpus, reader, folder)
    (folder / "a.txt").write_text("one, corrected")
    assert outcomes(run(corpus, reader, folder))["a.txt"] == "complete"
    assert (count(corpus, documents), count(corpus, files)) == (4, 4)


def test_bad_paths_are_outcomes(corpus: Corpus, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "dangling"
    link.symlink_to(tmp_path / "nowhere")
    result = run(corpus, Reader(), empty, pipe, link, tmp_path / "absent")
    codes = {Path(item.path).name: item.code for item in result.problems}
    assert codes == {
        "empty": "empty-folder",
        "pipe": "not-a-file",
        "dangling": "not-a-file",
        "absent": "not-found",
    }


def test_the_database_does_not_ingest_itself(sqlite: Corpus) -> None:
    home = Path(sqlite.engine.url.database or "").parent
    (home / "a.txt").write_text("one")
    assert list(outcomes(run(sqlite, Reader(), home))) == ["a.txt"]


def test_a_new_reading_recipe_reads_again(
    corpus: Corpus, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader()
    run(corpus, reader, folder)
    monkeypatch.setattr(recipe, "READ", recipe.READ + 1)
    monkeypatch.setattr(recipe, "VERSION", f"{recipe.READ}.1")
    run(corpus, reader, folder)
    assert reader.read[3:] == ["a.txt", "b.txt", "c.txt"]
    assert (count(corpus, documents), count(corpus, readings)) == (3, 6)


def test_a_new_extraction_recipe_opens_no_page(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept is enough: the text is read by today's extractors, words and corrections stay."""
    from corpus import reader as module

    path = tmp_path / "a.txt"
    path.write_text(LETTER.format(n=605))
    url = corpus.engine.url.render_as_string(hide_password=False)

    def read_here(paths: Iterable[Path]) -> Iterator[tuple[Path, Directive]]:
        for one in paths:
            yield one, module.FileReader(url)(one, Options())

    with monkeypatch.context() as patch:
        patch.setattr(module, "from_document", None)  # the first time, the whole way through the pipeline
        assert outcomes(ingest(corpus, [path], read_many=read_here)) == {"a.txt": "complete"}
    first = corpus.directive("605-CV/TU")
    with corpus.writing() as connection:
        connection.execute(update(pages).values(words=b"kept"))
    corpus.correct(first.id, "subject", "Đúng", who="A")
    monkeypatch.setattr(recipe, "VERSION", f"{recipe.READ}.999")
    monkeypatch.setattr(module, "extract_document", None)  # opening the file would fail
    assert outcomes(ingest(corpus, [path], read_many=read_here)) == {"a.txt": "complete"}
    again = corpus.directive("605-CV/TU")
    assert (again.text, again.issuer, again.subject) == (first.text, first.issuer, "Đúng")
    assert again.warnings == first.warnings
    with corpus.reading() as connection:
        assert connection.execute(select(pages.c.words)).scalar_one() == b"kept"
        assert connection.execute(select(readings.c.recipe).order_by(readings.c.id)).scalars().all() == [
            f"{recipe.READ}.{recipe.EXTRACT}",
            recipe.VERSION,
        ]
    assert outcomes(ingest(corpus, [path], read_many=read_here)) == {"a.txt": "unchanged"}


def test_a_run_is_written_down(corpus: Corpus, folder: Path) -> None:
    result = run(corpus, Reader(), folder)
    with corpus.reading() as connection:
        row = connection.execute(select(runs)).one()
        assert row.finished_at is not None and row.recipe == recipe.VERSION
        noted = connection.execute(select(run_files.c.outcome).where(run_files.c.run_id == result.run_id))
        assert sorted(noted.scalars()) == ["complete", "complete", "duplicate", "failed"]


KILLED = """
import os, signal, sys
from pathlib import Path
from corpus.corpus import Corpus
from corpus.ingest import ingest
from tests.corpus.test_ingest import Reader

seen = 0
def report(outcome, total):
    global seen
    seen += 1
    if seen == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)

with Corpus.open(sys.argv[1]) as corpus:
    ingest(corpus, [Path(sys.argv[2])], read_many=Reader(), report=report)
"""


def test_killed_half_way_and_run_again_nothing_is_lost_or_doubled(sqlite_url: str, tmp_path: Path) -> None:
    """SIGKILL inside the very transaction of each of several files, then one whole run."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(f"file {number % 25}")
    for at in (1, 9):
        done = subprocess.run(
            [sys.executable, "-c", KILLED, sqlite_url, str(folder), str(at)], cwd=Path.cwd()
        )
        assert done.returncode == -signal.SIGKILL
    with Corpus.open(sqlite_url) as corpus:
        held = count(corpus, documents)
        assert 0 < held < 25
        reader = Reader()
        result = run(corpus, reader, folder)
        assert len(reader.read) == 25 - held
        assert len(result.outcomes) == 30
        expected = (25, 25, 30, 25)
        found = tuple(count(corpus, table) for table in (documents, readings, files, obligations))
        assert found == expected
        assert corpus.obligations("báo cáo").total == 25
        with corpus.reading() as connection:
            unfinished = connection.execute(select(func.count()).where(runs.c.finished_at.is_(None))).scalar()
        assert unfinished == 2


def test_two_runs_at_once_do_no_harm(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"file {number}")
    program = KILLED
    both = [
        subprocess.Popen([sys.executable, "-c", program, url, str(folder), "-1"], cwd=Path.cwd())
        for _ in range(2)
    ]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    with Corpus.open(url) as corpus:
        assert (count(corpus, documents), count(corpus, readings), count(corpus, obligations)) == (20, 20, 20)


def test_the_real_pool_end_to_end(sqlite: Corpus, tmp_path: Path) -> None:
    """Through the pool of child processes; an empty file fails with its reason."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(LETTER.format(n=605))
    (folder / "empty.txt").write_text("")
    result = ingest(sqlite, [folder], jobs=2)
    assert outcomes(result) == {"a.txt": "complete", "empty.txt": "failed"}
    assert [item.code for item in result.problems] == ["empty"]
    assert sqlite.directive("605-CV/TU").source.name == "a.txt"
    again = ingest(sqlite, [folder], jobs=2)
    assert outcomes(again) == {"a.txt": "unchanged", "empty.txt": "unchanged"}


def test_a_run_holds_no_more_the_longer_it_goes(sqlite: Corpus, tmp_path: Path) -> None:
    """Ten million files must not be held in memory: of those that went well nothing is kept, of those to come
    the path alone, until it is their turn."""
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text("broken" if number == 7 else f"file {number}")
    held: list[tuple[int, int]] = []

    def count_objects() -> tuple[int, int]:
        gc.collect()
        things = gc.get_objects()
        outcomes, found = (sum(isinstance(x, kind) for x in things) for kind in (FileOutcome, Found))
        return outcomes, found

    def report(_outcome: FileOutcome, total: int) -> None:
        nonlocal seen
        assert total == 40
        seen += 1
        if seen in (1, 40):
            held.append(count_objects())

    seen = 0
    done = ingest(sqlite, [tmp_path], report=report, read_many=Reader())
    assert done.counts == {"complete": 39, "failed": 1} and done.total == 40
    (first, coming), (last, left) = held
    assert last <= first + 1  # the one that failed
    assert coming > 30 and left < 3
    assert [Path(item.path).name for item in done.problems] == ["07.txt"]
