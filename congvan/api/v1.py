"""The routes of version 1: the same search, directives, graph and exports as the pages and commands."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, Field, TypeAdapter

from congvan.api.parameters import only_known
from congvan.api.shapes import (
    Act,
    ClauseInForce,
    CorrectionItem,
    DirectiveItem,
    ErrorBody,
    FacetBody,
    FileState,
    Graph,
    ObligationItem,
    Page,
    ProblemItem,
    Problems,
    RunBody,
)
from congvan.web import facets as counting
from congvan.web import people
from congvan.web.etags import etag, matches
from congvan.web.exports import export
from congvan.web.ids import Id
from congvan.web.inbox import Run
from congvan.web.people import Person, Refused, needs
from congvan.web.routes.directive import image_response
from congvan.web.routes.graph import neighbours
from congvan.web.routes.inbox import take_in
from corpus.corrections import history
from corpus.errors import NotFound, QueryError
from corpus.filters import Filters
from corpus.index import Table
from corpus.lookup import document_called
from corpus.schema import directives as directive_table
from extractors.model import Directive

_ERRORS: dict[int | str, dict[str, Any]] = {
    code: {"model": ErrorBody, "description": what}
    for code, what in {
        400: "The request makes no sense; the message says what to change.",
        401: "No valid token.",
        403: "The role does not allow it.",
        404: "There is no such thing.",
        409: "Several fit; name one by its id.",
        413: "Too large.",
        503: "The database is busy, or the search took too long.",
    }.items()
}
router = APIRouter(prefix="/api/v1", responses=_ERRORS, dependencies=[Depends(only_known)])
Reader = Annotated[Person, Depends(needs("reader"))]
Archivist = Annotated[Person, Depends(needs("archivist"))]
Name = Annotated[str, "an id, the beginning of one, or a number written with - for /"]


def own_request(request: Request) -> None:
    """What changes something needs a token, or (on a machine without accounts) a header of its own that no
    form of another site can send."""
    person = people.whoever(request)
    if person is None or not (person.by_token or request.headers.get("x-congvan") == "1"):
        raise Refused(403, "form", "Send a bearer token, or the header X-Congvan: 1.")
    origin = request.headers.get("origin")
    if origin and origin.partition("//")[2] != request.headers.get("host"):
        raise Refused(403, "origin", "This request was sent from another site.")


def chosen(
    issuer: Annotated[str | None, Query(max_length=300)] = None,
    bearer: Annotated[str | None, Query(max_length=300)] = None,
    type: Annotated[list[str] | None, Query(max_length=40)] = None,
    year: Annotated[list[Annotated[int, Field(ge=1, le=9999)]] | None, Query(max_length=80)] = None,
    modality: Literal["obligation", "prohibition", "permission"] | None = None,
    due_before: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,
    due_after: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$")] = None,
    cites: Annotated[str | None, Query(max_length=300)] = None,
    cited_by: Annotated[str | None, Query(max_length=300)] = None,
    status: Literal["complete", "partial", "failed"] | None = None,
    in_force: bool | None = None,
    needs_review: bool | None = None,
    min_confidence: Annotated[float | None, Query(ge=0, le=1)] = None,
) -> Filters:
    """The filters, the same for every search and export."""
    return Filters(
        issuer=issuer or None,
        bearer=bearer or None,
        types=tuple(type or ()),
        years=tuple(year or ()),
        modality=modality,
        due_before=due_before,
        due_after=due_after,
        cites=cites or None,
        cited_by=cited_by or None,
        status=status,
        in_force=in_force,
        needs_review=needs_review,
        min_confidence=min_confidence,
    )


Chosen = Annotated[Filters, Depends(chosen)]
Words = Annotated[
    str, Query(max_length=1000, description="Words to find; empty: all that the filters leave.")
]
Limit = Annotated[int, Query(ge=1, le=200)]
Offset = Annotated[int, Query(ge=0, le=10_000)]


def _answer(request: Request, body: BaseModel) -> Response:
    """JSON with its tag; 304 where the asker holds it already."""
    return _tagged(request, body.model_dump_json().encode(), "application/json")


def _tagged(request: Request, data: bytes, media_type: str) -> Response:
    tag = etag(data)
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    return Response(data, media_type=media_type, headers=headers)


def _page(request: Request, found: Any, item: type[BaseModel]) -> dict[str, Any]:
    end = found.offset + len(found.items)
    following = None
    if found.items and (found.more or end < found.total) and end <= 10_000:
        following = str(request.url.include_query_params(offset=end, limit=found.limit))
        following = following.removeprefix(f"{request.url.scheme}://{request.url.netloc}")
    return {
        "items": [item.model_validate(asdict(hit)) for hit in found.items],
        "total": found.total,
        "more": found.more,
        "limit": found.limit,
        "offset": found.offset,
        "order": found.order,
        "next": following,
    }


@router.get("/directives", response_model=Page[DirectiveItem])
def search_directives(
    request: Request,
    person: Reader,
    filters: Chosen,
    q: Words = "",
    sort: Literal["relevance", "issued", "-issued", "number", "added", "confidence"] | None = None,
    limit: Limit = 20,
    offset: Offset = 0,
    exact: bool = False,
) -> Response:
    """Directives that hold the words and the filters, best first."""
    found = request.app.state.corpus.search(q, filters, sort=sort, limit=limit, offset=offset, exact=exact)
    return _answer(request, Page[DirectiveItem](**_page(request, found, DirectiveItem)))


@router.get("/obligations", response_model=Page[ObligationItem])
def search_obligations(
    request: Request,
    person: Reader,
    filters: Chosen,
    q: Words = "",
    sort: Literal["relevance", "due", "-due", "issued", "-issued", "confidence"] | None = None,
    limit: Limit = 20,
    offset: Offset = 0,
    exact: bool = False,
) -> Response:
    """Obligations that hold the words and the filters; without words, those due first come first."""
    found = request.app.state.corpus.obligations(
        q, filters, sort=sort, limit=limit, offset=offset, exact=exact
    )
    return _answer(request, Page[ObligationItem](**_page(request, found, ObligationItem)))


@router.get("/facets", response_model=FacetBody)
def facets(
    request: Request,
    person: Reader,
    filters: Chosen,
    q: Words = "",
    kind: Literal["obligations", "directives"] = "obligations",
) -> Response:
    """What a search found, counted by each filter: kind, year, issuer, bearer, modality, status, due,
    confidence, needs_review, in_force, cites, cited_by."""
    table: Table = "obligation" if kind == "obligations" else "directive"
    state = request.app.state
    found = state.remembered.get(
        ("facets", table, q, filters), lambda: counting.count(state.corpus, table, q, filters)
    )
    counts = {name: [{"value": v, "count": n} for v, n in pairs] for name, pairs in found.counts.items()}
    body = FacetBody.model_validate({"facets": counts, "counted": found.counted, "partly": found.partly})
    return _answer(request, body)


@router.get("/directives/{name}", response_model=Directive)
def one_directive(request: Request, person: Reader, name: str, machine: bool = False) -> Response:
    """One directive with people's corrections on top (docs/json.md); ``machine``: as it was read."""
    found = request.app.state.corpus.directive(name, machine=machine)
    return _answer(request, found)


@router.get("/directives/{name}/pages/{number}.jpg", response_class=Response)
def page_image(
    request: Request,
    person: Reader,
    name: str,
    number: Id,
    width: Annotated[int, Query(ge=1, le=1600)] = 1000,
) -> Response:
    """A page's picture (JPEG), 400, 1000 or 1600 pixels across."""
    return image_response(request, name, number, width)


@router.get("/directives/{name}/akn.xml", response_class=Response)
def akoma_ntoso(request: Request, person: Reader, name: str) -> Response:
    """One directive as Akoma Ntoso XML."""
    from corpus.export.akn import akoma_ntoso as build

    return _tagged(request, build(request.app.state.corpus.directive(name)), "application/xml")


@router.get("/directives/{name}/corrections", response_model=list[CorrectionItem])
def corrections(request: Request, person: Reader, name: str) -> Response:
    """What people corrected, oldest first."""
    with request.app.state.corpus.reading() as connection:
        items = history(connection, document_called(connection, name))
    told = [CorrectionItem(**{k: getattr(i, k) for k in CorrectionItem.model_fields}) for i in items]
    return _tagged(request, TypeAdapter(list[CorrectionItem]).dump_json(told), "application/json")


@router.get("/directives/{name}/in-force", response_model=ClauseInForce)
def clause_in_force(
    request: Request,
    person: Reader,
    name: str,
    place: Annotated[str, Query(min_length=1, max_length=200, description="Like: khoản 2 Điều 5")],
    on: date | None = None,
) -> Response:
    """A clause after what other acts changed in it, where old and new text are known; ``on``: as of a day."""
    found = request.app.state.corpus.in_force(name, place, on)
    return _answer(request, ClauseInForce.model_validate(asdict(found)))


@router.get("/problems", response_model=Problems)
def problems(
    request: Request,
    person: Reader,
    failures: bool = False,
    code: Annotated[str | None, Query(max_length=80)] = None,
    limit: Limit = 50,
    offset: Offset = 0,
) -> Response:
    """What a person should look at: failures, doubts, near misses, disagreements with a correction."""
    found = list(
        request.app.state.corpus.problems(failures=failures, code=code, limit=limit + 1, offset=offset)
    )
    items = [ProblemItem.model_validate(asdict(item)) for item in found[:limit]]
    return _answer(request, Problems(items=items, limit=limit, offset=offset, more=len(found) > limit))


@router.get("/directives/{name}/graph", response_model=Graph)
def graph(request: Request, person: Reader, name: str) -> Response:
    """The acts that a directive refers to, and those that refer to it."""
    from sqlalchemy import select

    with request.app.state.corpus.reading() as connection:
        document_id = document_called(connection, name)
        act_id = connection.execute(
            select(directive_table.c.act_id).where(directive_table.c.document_id == document_id)
        ).scalar()
        if act_id is None:
            raise NotFound("This file could not be read, so no act is known of it.")
        found = neighbours(connection, act_id)
    return _answer(
        request,
        Graph(
            act=_act(found["act"]),
            cites=[_act(e) for e in found["going"]],
            cited_by=[_act(e) for e in found["coming"]],
        ),
    )


@router.get("/acts/{act_id}/graph", response_model=Graph)
def act_graph(request: Request, person: Reader, act_id: Id) -> Response:
    """The same of any act, also one that is cited but not held."""
    with request.app.state.corpus.reading() as connection:
        found = neighbours(connection, act_id)
    return _answer(
        request,
        Graph(
            act=_act(found["act"]),
            cites=[_act(e) for e in found["going"]],
            cited_by=[_act(e) for e in found["coming"]],
        ),
    )


def _act(row: dict[str, Any]) -> Act:
    return Act(
        act=row["id"],
        number=row["number"],
        type=row["type_code"],
        date=row["date"],
        issuer=row["issuer"],
        title=row["title"],
        directive=row["directive_id"],
        relation=row.get("relation"),
        text=row.get("text"),
        resolution=row.get("resolution"),
    )


@router.get("/export", response_class=StreamingResponse)
def export_found(
    request: Request,
    person: Reader,
    filters: Chosen,
    format: Literal["jsonl", "csv", "xlsx", "ics", "graphml"] = "jsonl",
    table: Literal["directives", "obligations", "references", "deadlines"] = "obligations",
    q: Words = "",
    limit: Annotated[int | None, Query(ge=1, description="Only the first so many that are found.")] = None,
) -> Response:
    """All that a search finds, as a file; it is sent as it is made, and memory stays flat."""
    sheet = table if format in ("csv", "xlsx", "ics") else "directives"
    if format == "ics" and sheet != "obligations":
        raise QueryError("A calendar holds obligations: table=obligations.")
    return export(request, format, sheet, q, filters, limit)


@router.post("/uploads", status_code=202, response_model=RunBody, dependencies=[Depends(own_request)])
async def upload(request: Request, person: Archivist) -> Response:
    """Files (multipart, field ``files``) to be read; answers at once with the run to ask after."""
    run = await take_in(request, person)
    where = f"/api/v1/uploads/{run.key}"
    return JSONResponse(_run(run).model_dump(), 202, headers={"location": where})


@router.get("/uploads/{key}", response_model=RunBody)
def upload_state(request: Request, person: Archivist, key: str) -> Response:
    """How an upload goes."""
    run = request.app.state.inbox.run(key)
    if run is None:
        raise NotFound("There is no such upload in this server's memory.")
    return JSONResponse(_run(run).model_dump())


def _run(run: Run) -> RunBody:
    files = []
    for item in run.items:
        done = item.outcome
        files.append(
            FileState(
                name=item.name,
                state=item.state,
                id=done.id if done else None,
                code=done.code if done else None,
                message=done.message if done else None,
            )
        )
    return RunBody(run=run.key, finished=run.finished, files=files, error=run.error)
