"""A corpus on each database: every test that takes ``corpus`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.corpus import Corpus
from corpus.schema import metadata


def _program(name: str) -> str | None:
    found = shutil.which(name)
    if found:
        return found
    places = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(places[-1]) if places else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a server of our own (no network, thrown away at the end), without the database's name."""
    pytest.importorskip(
        "psycopg", reason="the PostgreSQL driver is not installed (pip install psycopg[binary])"
    )
    initdb, server = _program("initdb"), _program("pg_ctl")
    if initdb is None or server is None:
        pytest.skip("PostgreSQL is not installed (sudo apt-get install postgresql)")
    owner = None
    if os.geteuid() == 0:  # the server refuses to run as root
        try:
            owner = pwd.getpwnam("postgres").pw_name
        except KeyError:
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    folder = Path(tempfile.mkdtemp(prefix="congvan-pg-"))
    if owner:
        shutil.chown(folder, owner)
    data = folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run = {"check": True, "capture_output": True, "user": owner, "cwd": folder}
    subprocess.run(
        [initdb, "-N", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", str(data)], **run
    )  # type: ignore[call-overload]
    # the server keeps what it is given as standard output; a pipe would never end
    subprocess.run(
        [server, "-w", "-D", str(data), "-l", str(folder / "log"), "-o", options, "start"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=owner,
        cwd=folder,
    )
    try:
        yield f"postgresql://postgres@/{{name}}?host={folder}"
    finally:
        subprocess.run([server, "-m", "immediate", "-D", str(data), "stop"], **run)  # type: ignore[call-overload]
        shutil.rmtree(folder)


def _create(server: str, name: str) -> str:
    import psycopg

    with psycopg.connect(server.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.format(name=name)


@pytest.fixture(scope="session")
def postgres_tables(postgres: str) -> str:
    """The URL of a database with the tables in it; `postgres_url` empties them for each test."""
    url = _create(postgres, "congvan")
    Corpus.open(url).close()
    return url


@pytest.fixture
def postgres_url(postgres_tables: str) -> str:
    """The URL of a database that holds nothing but the tables."""
    import psycopg

    names = ", ".join([*metadata.tables, "directive_search", "obligation_search", "party_search"])
    with psycopg.connect(postgres_tables, autocommit=True) as connection:
        connection.execute(f"TRUNCATE {names} RESTART IDENTITY CASCADE")
    return postgres_tables


@pytest.fixture
def postgres_empty(postgres: str) -> str:
    """The URL of a database without tables."""
    return _create(postgres, f"t{uuid.uuid4().hex}")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables in it, to be copied."""
    path = tmp_path_factory.mktemp("template") / "corpus.db"
    Corpus.open(str(path)).close()
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return shutil.copy(sqlite_template, tmp_path / "corpus.db").as_posix()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """The URL of a database that holds nothing but the tables."""
    made: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return made


@pytest.fixture
def corpus(url: str) -> Iterator[Corpus]:
    with Corpus.open(url) as opened:
        yield opened


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Corpus]:
    with Corpus.open(sqlite_url) as opened:
        yield opened
