"""Logging in and out, one's own account, the accounts of all, and the audit log."""

from __future__ import annotations

import math
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from congvan.web import pages, people
from congvan.web.accounts import MIN_PASSWORD, ROLES, AccountError, Accounts
from congvan.web.ids import Before, Id
from congvan.web.people import Person, Refused, address, needs, own_form

router = APIRouter()
Reader = Annotated[Person, Depends(needs("reader"))]
Administrator = Annotated[Person, Depends(needs("administrator"))]


@router.get("/login")
def login_page(request: Request, next: str = "/") -> Response:
    if people.whoever(request) is not None:
        return RedirectResponse(pages.local_path(next), 303)
    return pages.page(request, "login.html", next=pages.local_path(next), problem=None, name="")


@router.post("/login", dependencies=[Depends(own_form)])
async def login(request: Request) -> Response:
    form = await request.form()
    name, password = str(form.get("name", ""))[:200], str(form.get("password", ""))
    target = pages.local_path(str(form.get("next", "/")))
    return await run_in_threadpool(_login, request, name.strip(), password, target)


def _login(request: Request, name: str, password: str, target: str) -> Response:
    state = request.app.state
    accounts: Accounts = state.accounts
    where = address(request) or "?"
    wait = max(state.by_name.wait(name.casefold()), state.by_address.wait(where))
    if wait > 0:
        seconds = math.ceil(wait)
        accounts.note(name, "login-throttled", address=where)
        return pages.page(
            request,
            "login.html",
            status=429,
            headers={"retry-after": str(seconds)},
            next=target,
            name=name,
            problem=("throttled", seconds),
        )
    user = accounts.check(name, password)
    if user is None:
        state.by_name.failed(name.casefold())
        state.by_address.failed(where)
        accounts.note(name, "login-failed", address=where)
        return pages.page(request, "login.html", status=403, next=target, name=name, problem=("wrong", 0))
    state.by_name.succeeded(name.casefold())
    accounts.note(user.name, "login", address=where)
    response = RedirectResponse(target, 303)
    pages.set_session(request, response, accounts.begin_session(user, state.settings.session_hours))
    return response


@router.post("/logout", dependencies=[Depends(own_form)])
def logout(request: Request, person: Reader) -> Response:
    request.app.state.accounts.end_session(request.cookies.get(people.COOKIE, ""))
    request.app.state.accounts.note(person.name, "logout", address=address(request))
    response = RedirectResponse("/login", 303)
    response.delete_cookie(people.COOKIE, path="/")
    return response


@router.get("/account")
def account(request: Request, person: Reader) -> Response:
    return _account(request, person)


def _account(
    request: Request,
    person: Person,
    *,
    token: str | None = None,
    problem: str | None = None,
    done: bool = False,
) -> Response:
    accounts: Accounts = request.app.state.accounts
    tokens = accounts.tokens(person.user) if person.user else []
    return pages.page(
        request,
        "account.html",
        status=400 if problem else 200,
        tokens=tokens,
        token=token,
        problem=problem,
        done=done,
        least=MIN_PASSWORD,
    )


@router.post("/account/password", dependencies=[Depends(own_form)])
async def change_password(request: Request, person: Reader) -> Response:
    form = await request.form()
    old, new = str(form.get("old", "")), str(form.get("new", ""))
    return await run_in_threadpool(_change_password, request, person, old, new)


def _change_password(request: Request, person: Person, old: str, new: str) -> Response:
    accounts: Accounts = request.app.state.accounts
    if person.user is None:
        raise Refused(403, "no-account", "There are no accounts on this server.")
    throttle = request.app.state.by_name
    if throttle.wait(person.name.casefold()) > 0:
        raise Refused(429, "throttled", "Too many tries. Wait a few minutes.")
    if accounts.check(person.name, old) is None:
        throttle.failed(person.name.casefold())
        return _account(request, person, problem="The old password is wrong.")
    try:
        user = accounts.change(person.user.id, password=new)
    except AccountError as error:
        return _account(request, person, problem=str(error))
    accounts.note(person.name, "password", address=address(request))
    response = RedirectResponse("/account", 303)
    pages.set_session(
        request, response, accounts.begin_session(user, request.app.state.settings.session_hours)
    )
    return response


@router.post("/account/tokens", dependencies=[Depends(own_form)])
async def add_token(request: Request, person: Reader) -> Response:
    form = await request.form()
    if person.user is None:
        raise Refused(403, "no-account", "There are no accounts on this server.")
    label = " ".join(str(form.get("label", "")).split()) or "API"
    token = request.app.state.accounts.add_token(person.user, label)
    request.app.state.accounts.note(person.name, "token-made", label, address(request))
    return _account(request, person, token=token)


@router.post("/account/tokens/{token_id}/delete", dependencies=[Depends(own_form)])
def drop_token(request: Request, token_id: Id, person: Reader) -> Response:
    if person.user is not None:
        request.app.state.accounts.drop_token(person.user, token_id)
        request.app.state.accounts.note(person.name, "token-dropped", str(token_id), address(request))
    return RedirectResponse("/account", 303)


@router.get("/people")
def all_people(request: Request, person: Administrator) -> Response:
    return _people(request)


def _people(request: Request, problem: str | None = None) -> Response:
    users = request.app.state.accounts.users()
    return pages.page(
        request,
        "people.html",
        status=400 if problem else 200,
        users=users,
        roles=ROLES,
        problem=problem,
        least=MIN_PASSWORD,
    )


@router.post("/people", dependencies=[Depends(own_form)])
async def add_person(request: Request, person: Administrator) -> Response:
    form = await request.form()
    name, password, role = (str(form.get(key, "")) for key in ("name", "password", "role"))
    accounts: Accounts = request.app.state.accounts
    try:
        user = await run_in_threadpool(accounts.add, name, password, role)
    except AccountError as error:
        return _people(request, str(error))
    accounts.note(person.name, "account-made", f"{user.name}: {user.role}", address(request))
    return RedirectResponse("/people", 303)


@router.post("/people/{user_id}", dependencies=[Depends(own_form)])
async def change_person(request: Request, user_id: Id, person: Administrator) -> Response:
    form = await request.form()
    accounts: Accounts = request.app.state.accounts
    password = str(form.get("password", "")) or None
    role = str(form.get("role", "")) or None
    active = {"1": True, "0": False}.get(str(form.get("active", "")))
    try:
        user = await run_in_threadpool(
            lambda: accounts.change(user_id, role=role, password=password, active=active)
        )
    except AccountError as error:
        return _people(request, str(error))
    state = "active" if user.active else "closed"
    what = f"{user.name}: {user.role}, {state}{', new password' if password else ''}"
    accounts.note(person.name, "account-changed", what, address(request))
    return RedirectResponse("/people", 303)


@router.get("/audit")
def audit(request: Request, person: Administrator, before: Before = None) -> Response:
    lines = request.app.state.accounts.audit(100, before)
    return pages.page(request, "audit.html", lines=lines)
