"""Opening: versions, errors that say what to do, what a full disk or another writer does."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select, text

from corpus import database
from corpus.corpus import Corpus
from corpus.errors import CorpusError, DatabaseLocked, DiskFull, NewerDatabase, NoDatabase, NotADatabase
from corpus.migrations import FOLDER, KNOWN
from corpus.schema import documents, metadata
from tests.corpus.build import Duty, make


def test_the_tables_are_those_of_the_schema(corpus: Corpus) -> None:
    """The migrations and `corpus.schema` say the same, on either database."""

    def ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: object) -> bool:
        return not (kind == "table" and name is not None and ("_fts" in name or name.endswith("_search")))

    with corpus.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_version_that_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    script = ScriptDirectory.from_config(config)
    assert script.get_current_head() == database.HEAD
    assert {revision.revision for revision in script.walk_revisions()} == set(KNOWN)


def test_an_empty_postgresql_database_is_made_ready(postgres_empty: str) -> None:
    with Corpus.open(postgres_empty) as corpus:
        corpus.store(make(), recipe="1")
        assert corpus.search("kiểm").total == 1


def test_opening_an_existing_database_is_quick(sqlite_url: str) -> None:
    """The promise is 100 ms; here only that no migration tool is loaded, which is what would break it."""
    program = (
        "import sys; from corpus.corpus import Corpus; Corpus.open(sys.argv[1]).close(); "
        "assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program, sqlite_url], check=True)


def test_foreign_keys_and_wal_are_on(sqlite: Corpus) -> None:
    with sqlite.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_a_server_plans_each_search_and_starts_no_worker(postgres_url: str) -> None:
    """Also on a connection whose transactions were rolled back."""
    with Corpus.open(postgres_url) as corpus:
        for _ in range(2):
            with pytest.raises(RuntimeError), corpus.reading() as connection:
                said = [
                    connection.execute(text(f"SHOW {name}")).scalar()
                    for name in ("max_parallel_workers_per_gather", "jit", "plan_cache_mode")
                ]
                assert said == ["0", "off", "force_custom_plan"]
                raise RuntimeError


@pytest.mark.parametrize("create", [True, False])
def test_a_newer_database_is_left_alone(sqlite_url: str, create: bool) -> None:
    with sqlite3.connect(sqlite_url) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabase, match="pip install --upgrade"):
        Corpus.open(sqlite_url, create=create)


def test_a_missing_database_is_only_made_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "down" / "corpus.db"
    with pytest.raises(NoDatabase, match="congvan ingest"):
        Corpus.open(str(path), create=False)
    assert not path.parent.exists()
    Corpus.open(str(path)).close()
    assert path.exists()


def test_what_is_no_database_of_ours_is_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Kính gửi: Các quận ủy, huyện ủy. " * 100)
    with pytest.raises(NotADatabase):
        Corpus.open(str(letter))
    assert letter.read_text().startswith("Kính gửi")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as raw:
        raw.execute("CREATE TABLE recipes (id)")
    with pytest.raises(NotADatabase, match="not one of congvan's"):
        Corpus.open(str(other))
    with pytest.raises(NotADatabase, match="folder"):
        Corpus.open(str(tmp_path))


@pytest.mark.parametrize("url", ["mysql://u@h/d", "http://x", "postgresql://nobody@127.0.0.1:1/none"])
def test_urls_that_lead_nowhere(url: str) -> None:
    with pytest.raises(CorpusError):
        Corpus.open(url)


def test_a_password_is_never_shown() -> None:
    with pytest.raises(CorpusError) as caught:
        Corpus.open("postgresql://me:geheim@127.0.0.1:1/none")
    assert "geheim" not in caught.value.message


def test_a_locked_database_is_waited_for_then_named(sqlite_url: str) -> None:
    holder = sqlite3.connect(sqlite_url, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Corpus.open(sqlite_url, busy_seconds=0.2) as corpus:
        assert corpus.search("x").total == 0  # readers go on
        begun = time.monotonic()
        with pytest.raises(DatabaseLocked, match="Wait until the other run is done"):
            corpus.store(make(), recipe="1")
        assert time.monotonic() - begun >= 0.2
        holder.execute("COMMIT")
        corpus.store(make(), recipe="1")
    holder.close()


def test_a_full_disk_loses_nothing_that_was_kept(sqlite: Corpus) -> None:
    """SQLite is told that its disk ends here, and answers as it does on a disk that is full."""
    sqlite.store(make("kept"), recipe="1")
    with sqlite.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    event_sql = f"PRAGMA max_page_count = {pages + 2}"
    with sqlite.engine.connect() as connection:
        connection.exec_driver_sql(event_sql)  # the pool hands this connection out again
    big = make("big", duties=[Duty(f"báo cáo số {i} " * 50, ["Ban"]) for i in range(200)])
    with pytest.raises(DiskFull, match="Free some"):
        sqlite.store(big, recipe="1")
    with sqlite.reading() as connection:
        assert connection.execute(select(func.count()).select_from(documents)).scalar() == 1
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    assert sqlite.search("kiểm").total == 1


def test_the_default_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("CONGVAN_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert database.default_url() == str(tmp_path / "congvan" / "congvan.db")
    monkeypatch.setenv("CONGVAN_DB", "elsewhere.db")
    assert database.default_url() == "elsewhere.db"


@pytest.fixture
def read_only(sqlite_url: str) -> Iterator[str]:
    """A corpus of one directive, neither it nor its folder to be written; it names what root may not do."""
    folder = Path(sqlite_url).parent
    with Corpus.open(sqlite_url) as corpus:
        corpus.store(make("a", subject="Quy chế bến đò"), recipe="1")
    modes = {path: path.stat().st_mode & 0o777 for path in (Path(sqlite_url), folder)}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    yield sqlite_url
    for path, mode in modes.items():
        path.chmod(mode)


def as_a_reader(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as a user whom permissions hold; root drops the capabilities that pass them by."""
    less: list[str] = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("setpriv (util-linux) is not installed: root may write everything")
        dropped = "-dac_override,-dac_read_search"
        less = ["setpriv", "--bounding-set", dropped, "--inh-caps", dropped]
    command = [*less, sys.executable, "-m", "congvan", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_corpus_that_may_only_be_read_is_searched(
    read_only: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    found = as_a_reader("search", "ben do", "--db", read_only)
    assert found.returncode == 0, found.stderr
    assert "605-CV/TU" in found.stdout
    copy = tmp_path_factory.mktemp("copy") / "copy.db"
    assert as_a_reader("backup", str(copy), "--db", read_only).returncode == 0
    assert [path.name for path in Path(read_only).parent.iterdir()] == [Path(read_only).name]
    refused = as_a_reader("search", "x", "--save", "mine", "--db", read_only)
    assert refused.returncode == 4 and "Check the permissions" in refused.stderr


def test_one_of_an_earlier_release_says_who_can_help(read_only: str) -> None:
    folder = Path(read_only).parent
    folder.chmod(0o755)
    Path(read_only).chmod(0o644)
    with closing(sqlite3.connect(read_only)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
        connection.commit()
    Path(read_only).chmod(0o444)
    folder.chmod(0o555)
    refused = as_a_reader("search", "x", "--db", read_only)
    assert refused.returncode == 4 and "earlier version" in refused.stderr
