"""A corpus that an earlier release made is brought to today's schema, its data with it, on either database.

`released/REVISION.db.gz` is a SQLite corpus as the last code of that revision wrote it: three letters, a
scan, a broken PDF, a copy, a correction, an alias and a saved search. A new revision adds its own file when
it is superseded; a test holds that none is missing.
"""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.runtime.migration import HeadMaintainer, RevisionStep
from sqlalchemy import MetaData, inspect, text

from corpus.corpus import Corpus
from corpus.database import HEAD, connect
from corpus.migrations import FOLDER, KNOWN
from corpus.reindex import reindex
from corpus.saved import load
from corpus.schema import DERIVED, metadata

RELEASED = Path(__file__).parent / "released"
OLD = [revision for revision in KNOWN if revision != HEAD]
"""What is held of the corpus, whatever the revision; read from the files that went in."""
NUMBERS = {"1042-CV/TU", "3517/BNV-CTL", "16/CT-UBND", "9316-CV/VPTW", None}


@pytest.mark.parametrize("revision", OLD)
def test_every_superseded_revision_has_its_file(revision: str) -> None:
    assert (RELEASED / f"{revision}.db.gz").is_file()


@pytest.fixture(params=OLD)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((RELEASED / f"{request.param}.db.gz").read_bytes()))
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request: pytest.FixtureRequest, released: Path) -> Iterator[str]:
    """The URL of a corpus of an earlier revision."""
    if request.param == "sqlite":
        yield str(released)
        return
    url = request.getfixturevalue("postgres_empty")
    copy_to_postgresql(released, url)
    yield url


def copy_to_postgresql(source: Path, url: str) -> None:
    """Makes the tables of that revision and fills them with the rows of the SQLite file."""
    import psycopg
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    from corpus.database import parse_url

    with sqlite3.connect(source) as rows:
        rows.row_factory = sqlite3.Row
        revision = rows.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        engine = create_engine(parse_url(url))
        config = Config()
        config.set_main_option("script_location", str(FOLDER))
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, revision)
        found = MetaData()
        found.reflect(engine)
        with psycopg.connect(url) as target:
            target.execute("SET session_replication_role = replica")  # rows come in any order
            for table in found.tables.values():
                if table.name == "alembic_version" or table.name.endswith("_search"):
                    continue
                for row in rows.execute(f'SELECT * FROM "{table.name}"'):
                    kinds = {column.name: str(column.type) for column in table.columns}
                    values = [
                        bool(v) if kinds[k] == "BOOLEAN" and v is not None else v
                        for k, v in dict(row).items()
                    ]
                    names = ", ".join(f'"{name}"' for name in dict(row))
                    marks = ", ".join(["%s"] * len(values))
                    target.execute(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', values)
                if "id" in table.columns and table.columns["id"].autoincrement is not False:
                    target.execute(
                        f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM \"{table.name}\" "
                        f"WHERE pg_get_serial_sequence('{table.name}', 'id') IS NOT NULL"
                    )
        engine.dispose()


def dump(corpus: Corpus) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with corpus.reading() as connection:
        return {
            table.name: sorted(map(tuple, connection.execute(table.select())), key=repr)
            for table in metadata.sorted_tables
        }


def test_it_is_brought_to_today_and_holds_what_it_held(old: str) -> None:
    with Corpus.open(old, create=False) as corpus:
        with corpus.reading() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD
            assert {table.name for table in metadata.sorted_tables} <= set(
                inspect(connection).get_table_names()
            )
            assert load(connection, "review").query == "đánh giá"
        if corpus.engine.dialect.name == "postgresql":
            with corpus.writing() as connection:
                reindex(connection, corpus.index)  # its index was not in the SQLite file
        assert {hit.number for hit in corpus.search().items} == NUMBERS
        found = corpus.search("kiểm điểm").items
        assert [hit.number for hit in found][:1] == ["1042-CV/TU"]
        directive = corpus.directive("1042-CV/TU")
        assert directive.issued is not None and directive.issued.place == "Hà Giang"  # a person said so
        assert [item.who for item in corpus.corrections("1042-CV/TU")] == ["archivist"]
        assert corpus.obligations("phụ cấp").total > 0


def test_what_follows_from_the_record_is_as_it_would_be_laid_today(old: str) -> None:
    """The tables that a migration filled hold what storing the same readings anew puts there."""
    from corpus.store import rebuild

    derived = {table.name for table in DERIVED}
    with Corpus.open(old, create=False) as corpus:
        before = dump(corpus)
        with corpus.writing() as connection:
            if corpus.engine.dialect.name == "postgresql":
                reindex(connection, corpus.index)
            for (document,) in connection.execute(text("SELECT id FROM documents ORDER BY id")).all():
                rebuild(connection, corpus.index, document)
        after = dump(corpus)
    for name in sorted(derived):
        assert without_ids(name, after) == without_ids(name, before), name
    assert after["readings"] == before["readings"] and after["corrections"] == before["corrections"]


def without_ids(name: str, rows: dict[str, list[tuple[object, ...]]]) -> list[tuple[object, ...]]:
    """Rows without the numbers that rows are given as they are laid."""
    columns = [column.name for column in metadata.tables[name].columns]
    keep = [
        i
        for i, column in enumerate(columns)
        if column
        not in ("id", "obligation_id", "deadline_id", "act_id", "issuer_id", "party_id", "bearer_id")
    ]
    return sorted((tuple(row[i] for i in keep) for row in rows[name]), key=repr)


def test_a_migration_that_fails_on_its_way_leaves_the_old_corpus(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def schema() -> list[tuple[object, ...]]:
        with sqlite3.connect(released) as connection:
            tables = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
            due = connection.execute("SELECT id, due FROM deadlines ORDER BY id").fetchall()
            return [*tables, *due, *connection.execute("SELECT * FROM alembic_version")]

    write = HeadMaintainer.update_to_step

    def broken(self: HeadMaintainer, step: RevisionStep) -> None:
        """The last step of the last migration."""
        if step.info.up_revision_id == HEAD:
            raise RuntimeError("power cut")
        write(self, step)

    before = schema()
    monkeypatch.setattr(HeadMaintainer, "update_to_step", broken)
    with pytest.raises(RuntimeError, match="power cut"):
        connect(str(released), create=False)
    assert schema() == before
    monkeypatch.undo()
    connect(str(released), create=False).dispose()
    assert schema() != before
