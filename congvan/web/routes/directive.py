"""One directive: as printed, what it lays on whom, what it rests on, and what became of it."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, RedirectResponse, Response
from sqlalchemy import select

from congvan.web import images, pages
from congvan.web.etags import etag, matches
from congvan.web.ids import Id
from congvan.web.people import Person, needs
from corpus import graph
from corpus.due import due
from corpus.errors import NotFound
from corpus.lookup import document_called
from corpus.schema import acts, citations, directives, documents
from extractors.model import Directive

router = APIRouter()
Reader = Annotated[Person, Depends(needs("reader"))]


@router.get("/d/{name}")
def directive(request: Request, name: str, person: Reader) -> Response:
    corpus = request.app.state.corpus
    with corpus.reading() as connection:
        document_id = document_called(connection, name)
        found = corpus.load(connection, document_id)
        around = graph.neighbours(connection, document_id)
        amended = graph.in_force(connection, document_id)
        row = connection.execute(
            select(directives.c.needs_review, directives.c.act_id).where(
                directives.c.document_id == document_id
            )
        ).one()
        cited = connection.execute(
            select(
                citations.c.position,
                citations.c.resolution,
                citations.c.act_id,
                acts,
                documents.c.directive_id,
            )
            .outerjoin(acts, acts.c.id == citations.c.act_id)
            .outerjoin(documents, documents.c.id == acts.c.document_id)
            .where(citations.c.document_id == document_id)
        ).all()
    dates = {deadline.text: deadline for deadline in found.deadlines}
    return pages.page(
        request,
        "directive.html",
        d=found,
        around=around,
        amended=amended,
        needs_review=row.needs_review,
        act_id=row.act_id,
        by_bearer=by_bearer(found),
        due_of=lambda item: min(
            (d for t in item.deadlines if t in dates and (d := due(dates[t]))), default=None
        ),
        held={item.position: item for item in cited},
        timeline=timeline(found, amended),
    )


def by_bearer(found: Directive) -> list[tuple[str, list[Any]]]:
    """Obligations under the body or people that bear them, in the order in which these first appear."""
    groups: dict[str, list[Any]] = {}
    for item in found.obligations:
        for name in item.bearers or [""]:
            groups.setdefault(name, []).append(item)
    return list(groups.items())


def timeline(found: Directive, amended: list[graph.AmendedPlace]) -> list[tuple[str, str, str]]:
    """``(day, what, text)`` in the order of time: acts referred to, issue, deadlines, later changes."""
    events = {(r.date, "cited", r.text) for r in found.references if r.date}
    if found.issued and found.issued.date:
        events.add((found.issued.date, "issued", found.subject or ""))
    events |= {(day, "due", d.text) for d in found.deadlines if (day := due(d))}
    events |= {(c.on, "amended", c.by_number or c.by) for c in amended if c.on}
    return sorted((day, what, " ".join(text.split())) for day, what, text in events)


@router.get("/d/{name}/pages/{number}.jpg")
def page_image(request: Request, name: str, number: Id, person: Reader, width: int = 1000) -> Response:
    return image_response(request, name, number, width)


def image_response(request: Request, name: str, number: int, width: int) -> Response:
    """A page's picture; its tag tells the browser that a kept one is still right, without drawing it."""
    state = request.app.state
    if number < 1 or number > 100_000:
        raise NotFound("There is no such page.")
    with state.corpus.reading() as connection:
        item = images.original(connection, document_called(connection, name), number)
    chosen = next((w for w in images.WIDTHS if w >= width), images.WIDTHS[-1])
    tag = etag(f"{item.sha256}-{number}-{chosen}")
    headers = {"etag": tag, "cache-control": "private, max-age=86400"}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    try:
        path = state.images.get(item, number, chosen)
    except images.NoImage as error:
        raise NotFound(error.message) from error
    return FileResponse(path, media_type="image/jpeg", headers=headers)


@router.get("/d/{name}/original")
def original(request: Request, name: str, person: Reader) -> Response:
    """The file itself, to be saved: never shown by the browser, whatever it holds."""
    state = request.app.state
    with state.corpus.reading() as connection:
        item = images.original(connection, document_called(connection, name))
    try:
        path = state.images.path(item)
    except images.NoImage as error:
        raise NotFound(error.message) from error
    headers = {"content-security-policy": "sandbox; default-src 'none'"}
    return FileResponse(path, media_type="application/octet-stream", filename=item.name, headers=headers)


@router.get("/d/{name}/directive.json")
def as_json(request: Request, name: str, person: Reader) -> Response:
    found = request.app.state.corpus.directive(name)
    headers = {"content-disposition": f'attachment; filename="{found.id}.json"'}
    return Response(found.model_dump_json(indent=2), media_type="application/json", headers=headers)


@router.get("/d/{name}/directive.xml")
def as_akoma_ntoso(request: Request, name: str, person: Reader) -> Response:
    from corpus.export.akn import akoma_ntoso

    found = request.app.state.corpus.directive(name)
    headers = {"content-disposition": f'attachment; filename="{found.id}.xml"'}
    return Response(akoma_ntoso(found), media_type="application/xml", headers=headers)


@router.get("/act")
def act(request: Request, person: Reader, number: str = "") -> Response:
    """Goes to the act of a number, or searches for it where it is not held, or is not the only one."""
    try:
        with request.app.state.corpus.reading() as connection:
            document_id = document_called(connection, number)
            key = connection.execute(
                select(documents.c.directive_id).where(documents.c.id == document_id)
            ).scalar_one()
    except LookupError:
        return RedirectResponse(f"/?kind=directives&q={quote(number)}", 303)
    return RedirectResponse(f"/d/{key}", 303)
