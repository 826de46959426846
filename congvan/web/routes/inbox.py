"""The inbox: files in, progress as it goes, what failed and why, and another try."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from congvan.web import pages
from congvan.web.inbox import Inbox, Run, remove_quietly
from congvan.web.people import Person, Refused, address, needs, own_form
from corpus import runs as run_log
from corpus.errors import NotFound, QueryError
from corpus.schema import run_files
from corpus.schema import runs as run_table

router = APIRouter(prefix="/inbox")
Archivist = Annotated[Person, Depends(needs("archivist"))]
_PIECE = 1 << 20


@router.get("")
def inbox(request: Request, person: Archivist) -> Response:
    with request.app.state.corpus.reading() as connection:
        past = run_log.history(connection, 10)
    return pages.page(request, "inbox.html", runs=request.app.state.inbox.runs(), past=past, problem=None)


@router.post("", dependencies=[Depends(own_form)])
async def upload(request: Request, person: Archivist) -> Response:
    run = await take_in(request, person)
    if request.headers.get("hx-request"):
        return Response(status_code=204, headers={"HX-Redirect": f"/inbox/{run.key}"})
    return RedirectResponse(f"/inbox/{run.key}", 303)


async def take_in(request: Request, person: Person) -> Run:
    """Writes the files of an upload down and queues them. Raises `Refused` where they are too many or too
    large, and then keeps none."""
    settings = request.app.state.settings
    form: FormData = await request.form(max_files=settings.upload_files, max_fields=20)
    given = [item for item in form.getlist("files") if isinstance(item, UploadFile) and item.filename]
    if not given:
        raise Refused(400, "no-files", "Choose at least one file.")
    if len(given) > settings.upload_files:
        raise Refused(413, "too-many", f"At most {settings.upload_files} files at once. Send them in parts.")
    return await run_in_threadpool(_keep, request, person, given)


def _keep(request: Request, person: Person, given: list[UploadFile]) -> Run:
    settings, box = request.app.state.settings, request.app.state.inbox
    kept: list[tuple[str, Path]] = []
    try:
        for item in given:
            path: Path = box.place(item.filename or "")
            kept.append((item.filename or path.name, path))
            written = 0
            with path.open("xb") as stream:
                while piece := item.file.read(_PIECE):
                    written += len(piece)
                    if written > settings.upload_bytes:
                        limit = pages.size(settings.upload_bytes)
                        raise Refused(413, "too-large", f"{path.name} is larger than {limit}. Split it.")
                    stream.write(piece)
            path.chmod(0o600)
    except BaseException:
        for _, path in kept:
            remove_quietly(path)
        raise
    names = ", ".join(name for name, _ in kept[:20])
    request.app.state.accounts.note(person.name, "upload", f"{len(kept)}: {names}", address(request))
    run: Run = box.start(kept, person.name)
    return run


@router.get("/{key}")
def run(request: Request, key: str, person: Archivist) -> Response:
    box: Inbox = request.app.state.inbox
    found = box.run(key)
    if found is None and key.isdigit() and len(key) < 10:
        return _past(request, int(key))
    if found is None:
        raise NotFound("This upload is no longer in memory. What became of it stands under Past runs.")
    part = request.headers.get("hx-request") and request.headers.get("hx-target") == "run"
    return pages.page(request, "_run.html" if part else "run.html", run=found)


def _past(request: Request, run_id: int) -> Response:
    with request.app.state.corpus.reading() as connection:
        row = connection.execute(select(run_table).where(run_table.c.id == run_id)).first()
        if row is None:
            raise NotFound("There is no such run.")
        outcomes = run_log.outcomes(connection, run_id)
    return pages.page(request, "past.html", run=row, outcomes=outcomes)


@router.post("/{key}/retry", dependencies=[Depends(own_form)])
async def retry(request: Request, key: str, person: Archivist) -> Response:
    """Reads again what failed, or was read in part: all of a run, or the one file named."""
    form = await request.form()
    box: Inbox = request.app.state.inbox
    again = await run_in_threadpool(_to_retry, request, key, str(form.get("path", "")) or None)
    if not again:
        raise QueryError("Nothing of this run can be tried again.")
    return RedirectResponse(f"/inbox/{box.start(again, person.name, retry=True).key}", 303)


def _to_retry(request: Request, key: str, only: str | None) -> list[tuple[str, Path]]:
    """Only files that a run of this corpus has named: a form cannot name any other."""
    box: Inbox = request.app.state.inbox
    found = box.run(key)
    pairs: list[tuple[str, str, Any]]
    if found is not None:
        pairs = [
            (i.name, i.path, i.outcome.status if i.outcome else None) for i in found.items if found.finished
        ]
    elif key.isdigit() and len(key) < 10:
        with request.app.state.corpus.reading() as connection:
            rows = connection.execute(select(run_files).where(run_files.c.run_id == int(key))).all()
        pairs = [(Path(row.path).name, row.path, row.status) for row in rows]
    else:
        pairs = []
    return [
        (name, Path(path))
        for name, path, status in pairs
        if status in ("failed", "partial", None) and (only is None or path == only)
    ]
