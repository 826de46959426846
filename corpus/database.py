"""Opening a database: where it lies, its version, its transactions, and errors people can act on.

SQLite runs in WAL mode with foreign keys on and a busy timeout; every writing transaction begins with BEGIN
IMMEDIATE, so that two writers wait for each other instead of failing half-way. PostgreSQL is chosen by URL.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    ProgrammingError,
)
from sqlalchemy.pool import NullPool

from corpus.errors import CorpusError, DatabaseLocked, DiskFull, NewerDatabase, NoDatabase, NotADatabase

HEAD = "0003"
"""The schema's version: the newest migration (a test holds the two together)."""

_WRITE_LOCK = 0x636F6E67  # "cong"; any number that no other program of the server uses

_CACHE = -65_536
"""Pages that SQLite keeps, in KB: its default of 2 MB makes a search in a large index seek on disk."""
_PASSING_CACHE = -8_192
"""The same for what reads a whole corpus once and comes back to no page: an export of a million obligations
took 129 MB with 64 MB of pages, and no less time."""

BUSY_SECONDS = 30.0
"""How long a writer waits for another before it gives up."""


def default_url() -> str:
    """CONGVAN_DB where set, else congvan.db in the user's data folder (XDG_DATA_HOME, ~/.local/share)."""
    chosen = os.environ.get("CONGVAN_DB")
    if chosen:
        return chosen
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(home) / "congvan" / "congvan.db")


def parse_url(url: str) -> URL:
    """A database URL, or a path, which means a SQLite file. Raises `CorpusError` where it is neither."""
    if "://" not in url:
        return URL.create("sqlite", database=str(Path(url).expanduser()))
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise CorpusError(
            f"{url} is no database URL. Give a file (corpus.db) or postgresql://user@host/name.", code="url"
        ) from error
    backend = parsed.get_backend_name()
    if backend in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if backend != "sqlite":
        raise CorpusError(
            f"{backend} databases are not supported. Use SQLite (a file) or postgresql://…", code="url"
        )
    return parsed


def connect(url: str, *, create: bool, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine on a database of this version, migrated where it is older.

    ``create`` makes a missing or empty one. Raises `NoDatabase`, `NotADatabase`, `NewerDatabase`,
    `DatabaseLocked`, `DiskFull` or `CorpusError`.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        _check_file(parsed, create)
    with translated(parsed):
        engine = _engine(parsed, busy_seconds)
        try:
            version = _version(engine)
            if version != HEAD:
                _upgrade(engine, parsed, version, create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def require(url: str) -> None:
    """Raises as `connect` does where a database file is not there."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        _check_file(parsed, create=False)


def _check_file(url: URL, create: bool) -> None:
    if not url.database or url.database == ":memory:":
        return
    path = Path(url.database)
    if path.is_dir():
        raise NotADatabase(f"{path} is a folder, not a database. Name a file, like {path / 'congvan.db'}.")
    if not path.exists():
        if not create:
            raise NoDatabase(
                f"There is no corpus at {path}. Make one with: congvan ingest FOLDER --db {path}"
            )
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(
                f"The folder {path.parent} cannot be made ({error.strerror}). Choose another with --db.",
                code="unwritable",
            ) from error


def _engine(url: URL, busy_seconds: float) -> Engine:
    options: dict[str, Any] = {"json_serializer": _dump_json}
    if url.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": busy_seconds, "check_same_thread": False}
        if read_only_address(url):
            # each connection asks anew whether somebody writes to the file by now
            options["poolclass"] = NullPool
            options["creator"] = lambda: sqlite3.connect(
                read_only_address(url) or str(url.database),
                uri=True,
                timeout=busy_seconds,
                check_same_thread=False,
            )
    try:
        engine = create_engine(url, **options)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise CorpusError(
            "PostgreSQL needs a driver that is not installed: pip install 'congvan[postgres]'", code="driver"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_sqlite_reading if "creator" in options else _on_sqlite_connect)
        event.listen(engine, "begin", _on_sqlite_begin)
    else:
        event.listen(engine, "connect", _on_postgresql_connect)
    return engine


def read_only_address(url: URL) -> str | None:
    """The address (`sqlite3.connect` with ``uri``) of a file that this user may read and not write; None for
    any other.

    SQLite reads a database in WAL mode only beside its shared memory, which it cannot make in a folder that
    it may not write. Where nobody has the database open there is none, nor a log: then the file is all there
    is, and is read as one that does not change.
    """
    if not url.database or url.database == ":memory:":
        return None
    path = Path(url.database).absolute()
    log, memory = (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))
    writable = os.access(path, os.W_OK) and (os.access(path.parent, os.W_OK) or memory.exists())
    if writable or not path.is_file():
        return None
    return f"{path.as_uri()}?mode=ro{'' if log.exists() else '&immutable=1'}"


def _dump_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _on_sqlite_connect(connection: sqlite3.Connection, _record: object) -> None:
    _on_sqlite_reading(connection, _record)
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")  # WAL: a power cut loses the last commits, never the database
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(
        "PRAGMA wal_autocheckpoint=4000"
    )  # 16 MB: each page of the index is copied back less often
    cursor.close()


def _on_sqlite_reading(connection: sqlite3.Connection, _record: object) -> None:
    """What holds of a database that is only read, too."""
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA cache_size={_CACHE}")
    cursor.execute("PRAGMA temp_store=MEMORY")
    cursor.close()


def _on_postgresql_connect(connection: Any, _record: object) -> None:
    """No second process and no compiler for a search that takes 50 ms: to start and end a worker took from 20
    to 150 ms, the longer the busier the machine (at a million obligations)."""
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SET jit = off")
        # a plan made for any words at all serves none: the rare and the common want different ones
        cursor.execute("SET plan_cache_mode = force_custom_plan")
    connection.commit()  # else they end with the first transaction that is rolled back


def _on_sqlite_begin(connection: Connection) -> None:
    immediate = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def _version(engine: Engine) -> str | None:
    """The version that the database says it has, None where it has no tables at all."""
    try:
        with engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            connection.execute(text("SELECT 1 FROM documents LIMIT 1"))
            return str(found) if found is not None else None
    except (OperationalError, ProgrammingError) as error:
        with engine.connect() as connection:
            if not inspect(connection).get_table_names():
                return None
            if {"alembic_version", "documents"} <= set(inspect(connection).get_table_names()):
                raise  # not for want of tables: locked, unreadable, …
        raise NotADatabase(
            f"{_name(engine.url)} is a database, but not one of congvan's. Choose another with --db."
        ) from error


def tidy(engine: Engine) -> None:
    """After much was stored: what the planner knows is brought up to date, and PostgreSQL's list of words not
    yet in the index is emptied (each search would walk it)."""
    with translated(engine.url), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA analysis_limit = 400")
            connection.exec_driver_sql("PRAGMA optimize")
            connection.commit()
            return
        connection = connection.execution_options(isolation_level="AUTOCOMMIT")
        for table, columns in (
            ("directive", ("exact", "folded")),
            ("obligation", ("exact", "folded")),
            ("party", ("folded",)),
        ):
            for column in columns:
                connection.exec_driver_sql(f"SELECT gin_clean_pending_list('ix_{table}_search_{column}')")
        connection.exec_driver_sql("ANALYZE")


def _upgrade(engine: Engine, url: URL, version: str | None, create: bool) -> None:
    if version is None and not create:
        raise NoDatabase(f"{_name(url)} is empty. Fill it with: congvan ingest FOLDER --db {_name(url)}")
    from corpus.migrations import KNOWN, upgrade

    if version in KNOWN and url.get_backend_name() == "sqlite" and read_only_address(url):
        raise CorpusError(
            f"{_name(url)} was written by an earlier version of congvan and must be brought up to date, "
            f"which you may not do. Someone who may write it opens it once: congvan verify --db {_name(url)}",
            code="unwritable",
        )

    if version is not None and version not in KNOWN:
        raise NewerDatabase(
            f"{_name(url)} was written by a later version of congvan (schema {version}, this one knows "
            f"{HEAD}). Update congvan: pip install --upgrade congvan"
        )
    upgrade(engine)


def _name(url: URL) -> str:
    return url.database or ":memory:" if url.get_backend_name() == "sqlite" else url.render_as_string()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database from beginning to end."""
    with translated(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def passing(engine: Engine) -> Iterator[Connection]:
    """As `reading`, for one pass over all of it: memory stays that of a small corpus."""
    with reading(engine) as connection:
        if engine.dialect.name != "sqlite":
            yield connection
            return
        connection.exec_driver_sql(f"PRAGMA cache_size={_PASSING_CACHE}")
        try:
            yield connection
        finally:
            connection.exec_driver_sql(f"PRAGMA cache_size={_CACHE}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the write lock from its beginning; all of it is kept or none."""
    with (
        translated(engine.url),
        engine.connect().execution_options(immediate=True) as connection,
        connection.begin(),
    ):
        lock(connection)
        yield connection


def lock(connection: Connection) -> None:
    """One writer at a time on PostgreSQL too, until its transaction ends: two runs that meet the same act or
    body for the first time must not both make it. BEGIN IMMEDIATE does as much on SQLite."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS:.0f}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITE_LOCK})")


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turns the driver's errors into `CorpusError`s that say what to do next."""
    try:
        yield
    except (DatabaseError, InterfaceError) as error:
        raise _explain(error, _name(url)) from error


def _explain(error: DatabaseError | InterfaceError, name: str) -> CorpusError:
    cause = str(error.orig or error).strip()
    low = cause.lower()
    if (
        "database is locked" in low
        or "database table is locked" in low
        or "lock timeout" in low
        or "locktimeout" in low
    ):
        return DatabaseLocked(
            f"{name} is in use: another process kept it locked for over {BUSY_SECONDS:.0f} s. "
            "Wait until the other run is done, then run the command again."
        )
    if "disk is full" in low or "no space left" in low or "disk full" in low:
        return DiskFull(
            f"No room is left on the disk of {name}. Free some, then run the command again: "
            "what was stored is kept."
        )
    if "not a database" in low or "malformed" in low:
        return NotADatabase(
            f"{name} is not a database, or is damaged ({cause}). Choose another with --db, "
            "or restore it from a copy."
        )
    if "readonly database" in low or "unable to open" in low or "permission denied" in low:
        return CorpusError(
            f"{name} cannot be opened for this ({cause}). Check the permissions of the file and its folder, "
            "or choose another with --db.",
            code="unwritable",
        )
    if "connection" in low or "could not translate host" in low:
        return CorpusError(
            f"The server of {name} cannot be reached ({cause}). Check the URL and that PostgreSQL runs.",
            code="unreachable",
        )
    return CorpusError(f"{name}: the database refused ({cause}).", code="database")
