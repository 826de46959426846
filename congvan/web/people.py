"""Who is asking, and what they may do: sessions, tokens, roles, and proof that a form is our own."""

from __future__ import annotations

import getpass
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from fastapi import Request

from congvan.web.accounts import Accounts, Role, User

COOKIE = "congvan_session"
_RANK: dict[str, int] = {"reader": 0, "archivist": 1, "administrator": 2}


class Refused(Exception):
    """The request may not go on. ``status`` 401: log in first; 403: not with this role or this form."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass(frozen=True, slots=True)
class Person:
    """Who is asking; ``user`` is None on a machine without accounts."""

    name: str
    role: Role
    user: User | None = None
    by_token: bool = False

    def may(self, role: str) -> bool:
        """Whether this person has the role, or one above it."""
        return _RANK[self.role] >= _RANK[role]


def local_person() -> Person:
    """The person at this machine, where there are no accounts."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = "local"
    return Person(name, "administrator")


def whoever(request: Request) -> Person | None:
    """Who is asking, None where accounts are in use and nobody is logged in."""
    if not hasattr(request.state, "person"):
        request.state.person = _recognise(request)
    found: Person | None = request.state.person
    return found


def _recognise(request: Request) -> Person | None:
    accounts: Accounts = request.app.state.accounts
    if accounts.count() == 0:
        return local_person()
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        user = accounts.token_user(token.strip())
        return Person(user.name, user.role, user, by_token=True) if user else None
    cookie = request.cookies.get(COOKIE)
    user = accounts.session(cookie) if cookie else None
    return Person(user.name, user.role, user) if user else None


def needs(role: Role) -> Callable[[Request], Person]:
    """A dependency: the person, who must have this role or one above it."""

    def check(request: Request) -> Person:
        person = whoever(request)
        if person is None:
            raise Refused(401, "login", "Log in first.")
        if not person.may(role):
            raise Refused(403, "role", f"This needs the role {role}.")
        return person

    return check


def session_key(request: Request) -> str:
    """The cookie that forms are bound to; made where there is none (`congvan.web.pages` sets it)."""
    if not hasattr(request.state, "session_key"):
        request.state.session_key = request.cookies.get(COOKIE) or secrets.token_urlsafe(32)
    key: str = request.state.session_key
    return key


def form_token(request: Request) -> str:
    """What a form of ours carries: only a page that we sent to this browser knows it."""
    accounts: Accounts = request.app.state.accounts
    return hmac.new(accounts.secret, session_key(request).encode(), "sha256").hexdigest()


async def own_form(request: Request) -> None:
    """A dependency for all that changes something: the request comes from a form of ours (CSRF).

    A request with a bearer token needs none: browsers do not send one on their own.
    """
    person = whoever(request)
    if person is None and request.url.path != "/login":
        raise Refused(401, "login", "Log in first.")  # before a byte of what was sent is read
    if person is not None and person.by_token:
        return
    origin = request.headers.get("origin")
    if origin and origin != "null" and urlsplit(origin).netloc != request.headers.get("host"):
        raise Refused(403, "origin", "This form was sent from another site.")
    given: Any = request.headers.get("x-csrf-token")
    if given is None and request.cookies.get(COOKIE):
        form = await request.form()
        given = form.get("csrf")
    if not isinstance(given, str) or not request.cookies.get(COOKIE):
        raise Refused(403, "form", "The form is too old. Load the page again.")
    if not hmac.compare_digest(given.encode(), form_token(request).encode()):
        raise Refused(403, "form", "The form is too old. Load the page again.")


def address(request: Request) -> str | None:
    """Where the request comes from."""
    return request.client.host if request.client else None
