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


@pytest.fixture
def postgres_url(postgres: str) -> str:
    """The URL of an empty database."""
    import psycopg

    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(postgres.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgres.format(name=name)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database that does not exist yet, or is empty."""
    if request.param == "sqlite":
        return str(tmp_path / "corpus.db")
    made: str = request.getfixturevalue("postgres_url")
    return made


@pytest.fixture
def corpus(url: str) -> Iterator[Corpus]:
    with Corpus.open(url) as opened:
        yield opened


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(str(tmp_path / "corpus.db")) as opened:
        yield opened
