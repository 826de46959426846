"""Local accounts, sessions, tokens and the audit log, in a SQLite file of their own.

They do not lie in the corpus, which people hand on and open with other tools. Passwords are kept as argon2id
hashes, sessions and tokens as SHA-256 of random bytes, so that the file gives none of them away.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
    update,
)

Role = Literal["reader", "archivist", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
MIN_PASSWORD = 10

_metadata = MetaData()
_users = Table(
    "users",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("created_at", String, nullable=False),
    sqlite_autoincrement=True,
)
_sessions = Table(
    "sessions",
    _metadata,
    Column("digest", String, primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("expires_at", String, nullable=False),
)
_tokens = Table(
    "tokens",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    Column("digest", String, nullable=False, unique=True),
    Column("label", String, nullable=False),
    Column("created_at", String, nullable=False),
)
_audit = Table(
    "audit",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("address", String),
    Column("action", String, nullable=False),
    Column("detail", Text),
    sqlite_autoincrement=True,
)
_settings = Table(
    "settings", _metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False)
)


class AccountError(ValueError):
    """What was asked of an account cannot be done; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class User:
    """A person with an account."""

    id: int
    name: str
    role: Role
    active: bool
    created_at: str


class Accounts:
    """The accounts of one folder. Safe for several threads."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        self.path = path
        self.engine: Engine = create_engine(
            f"sqlite:///{path}", connect_args={"timeout": 30, "check_same_thread": False}
        )
        event.listen(self.engine, "connect", _on_connect)
        _metadata.create_all(self.engine)
        self._hasher = PasswordHasher()
        self.secret = self._secret()

    def close(self) -> None:
        self.engine.dispose()

    @cached_property
    def _nobody(self) -> str:
        """A hash that no password opens, to be checked where there is no account."""
        return self._hasher.hash(secrets.token_hex(16))

    def _secret(self) -> bytes:
        """The key that forms are signed with: made once, kept."""
        with self.engine.begin() as connection:
            row = connection.execute(select(_settings.c.value).where(_settings.c.key == "secret")).scalar()
            if row is None:
                row = secrets.token_hex(32)
                connection.execute(insert(_settings).values(key="secret", value=row))
        return bytes.fromhex(row)

    def count(self) -> int:
        """Number of accounts that can log in."""
        with self.engine.connect() as connection:
            query = select(func.count()).select_from(_users).where(_users.c.active)
            return int(connection.execute(query).scalar_one())

    def users(self) -> list[User]:
        with self.engine.connect() as connection:
            return [_user(row) for row in connection.execute(select(_users).order_by(_users.c.name))]

    def add(self, name: str, password: str, role: str) -> User:
        """Makes an account. Raises `AccountError`."""
        name = name.strip()
        if not name or len(name) > 80 or any(not c.isprintable() for c in name):
            raise AccountError("A name has 1 to 80 printable characters.")
        chosen = _role(role)
        hashed = self._hash(password)
        with self.engine.begin() as connection:
            if connection.execute(select(_users.c.id).where(_users.c.name == name)).first():
                raise AccountError(f"There is an account {name} already.")
            if chosen != "administrator" and not _administrators(connection):
                raise AccountError("The first account must be an administrator.")
            values = {"name": name, "role": chosen, "password": hashed, "active": True, "created_at": _now()}
            connection.execute(insert(_users).values(values))
            return _user(connection.execute(select(_users).where(_users.c.name == name)).one())

    def change(
        self,
        user_id: int,
        *,
        role: str | None = None,
        password: str | None = None,
        active: bool | None = None,
    ) -> User:
        """Changes an account; a new password or role ends its sessions. Raises `AccountError`."""
        values: dict[str, Any] = {}
        if role is not None:
            values["role"] = _role(role)
        if password is not None:
            values["password"] = self._hash(password)
        if active is not None:
            values["active"] = active
        with self.engine.begin() as connection:
            found = connection.execute(select(_users).where(_users.c.id == user_id)).first()
            if found is None:
                raise AccountError("There is no such account.")
            if values:
                connection.execute(update(_users).where(_users.c.id == user_id).values(values))
                connection.execute(delete(_sessions).where(_sessions.c.user_id == user_id))
            if active is False:
                connection.execute(delete(_tokens).where(_tokens.c.user_id == user_id))
            if not _administrators(connection):
                raise AccountError("One administrator must remain.")
            return _user(connection.execute(select(_users).where(_users.c.id == user_id)).one())

    def _hash(self, password: str) -> str:
        if len(password) < MIN_PASSWORD:
            raise AccountError(f"A password has at least {MIN_PASSWORD} characters.")
        if len(password) > 1_000:
            raise AccountError("A password has at most 1000 characters.")
        return self._hasher.hash(password)

    def check(self, name: str, password: str) -> User | None:
        """The account that the name and password open. Takes as long where there is no such account."""
        with self.engine.connect() as connection:
            row = connection.execute(select(_users).where(_users.c.name == name.strip())).first()
        nobody = self._nobody
        try:
            self._hasher.verify(row.password if row else nobody, password[:1_000])
        except (VerificationError, InvalidHashError):
            return None
        if row is None or not row.active:
            return None
        if self._hasher.check_needs_rehash(row.password):
            with self.engine.begin() as connection:
                hashed = self._hasher.hash(password)
                connection.execute(update(_users).where(_users.c.id == row.id).values(password=hashed))
        return _user(row)

    def begin_session(self, user: User, hours: int) -> str:
        """The secret of a new session, for the cookie."""
        token = secrets.token_urlsafe(32)
        until = (datetime.now(UTC) + timedelta(hours=hours)).isoformat(timespec="seconds")
        with self.engine.begin() as connection:
            connection.execute(delete(_sessions).where(_sessions.c.expires_at < _now()))
            connection.execute(
                insert(_sessions).values(digest=digest(token), user_id=user.id, expires_at=until)
            )
        return token

    def session(self, token: str) -> User | None:
        """Whose session a cookie is, None where it is none or has ended."""
        query = (
            select(_users)
            .join(_sessions, _sessions.c.user_id == _users.c.id)
            .where(_sessions.c.digest == digest(token), _sessions.c.expires_at >= _now(), _users.c.active)
        )
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return _user(row) if row else None

    def end_session(self, token: str) -> None:
        with self.engine.begin() as connection:
            connection.execute(delete(_sessions).where(_sessions.c.digest == digest(token)))

    def add_token(self, user: User, label: str) -> str:
        """A new token for the API and calendars; it is shown once, only its hash is kept."""
        token = "cv_" + secrets.token_urlsafe(32)
        with self.engine.begin() as connection:
            values = {"user_id": user.id, "digest": digest(token), "label": label[:80], "created_at": _now()}
            connection.execute(insert(_tokens).values(values))
        return token

    def tokens(self, user: User) -> list[dict[str, Any]]:
        query = select(_tokens.c.id, _tokens.c.label, _tokens.c.created_at).where(
            _tokens.c.user_id == user.id
        )
        with self.engine.connect() as connection:
            return [dict(row._mapping) for row in connection.execute(query.order_by(_tokens.c.id))]

    def drop_token(self, user: User, token_id: int) -> None:
        with self.engine.begin() as connection:
            connection.execute(delete(_tokens).where(_tokens.c.id == token_id, _tokens.c.user_id == user.id))

    def token_user(self, token: str) -> User | None:
        """Whose token it is."""
        query = (
            select(_users)
            .join(_tokens, _tokens.c.user_id == _users.c.id)
            .where(_tokens.c.digest == digest(token), _users.c.active)
        )
        with self.engine.connect() as connection:
            row = connection.execute(query).first()
        return _user(row) if row else None

    def note(self, who: str, action: str, detail: str = "", address: str | None = None) -> None:
        """Adds a line to the audit log."""
        values = {
            "at": _now(),
            "who": who[:80],
            "address": address,
            "action": action,
            "detail": detail[:2_000],
        }
        with self.engine.begin() as connection:
            connection.execute(insert(_audit).values(values))

    def audit(self, limit: int = 200, before: int | None = None) -> list[dict[str, Any]]:
        """The audit log, newest first."""
        query = select(_audit).order_by(_audit.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(_audit.c.id < before)
        with self.engine.connect() as connection:
            return [dict(row._mapping) for row in connection.execute(query)]


def digest(token: str) -> str:
    """What is kept of a secret that is random already: no slow hash is needed."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _on_connect(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")


def _administrators(connection: Connection) -> int:
    query = select(func.count()).select_from(_users).where(_users.c.active, _users.c.role == "administrator")
    return int(connection.execute(query).scalar_one())


def _role(role: str) -> Role:
    for known in ROLES:
        if role == known:
            return known
    raise AccountError(f"The roles are {', '.join(ROLES)}.")


def _user(row: Any) -> User:
    return User(row.id, row.name, row.role, bool(row.active), row.created_at)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
