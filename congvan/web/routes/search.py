"""The first page: search."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import select
from starlette.datastructures import QueryParams

from congvan.web import facets, language, pages
from congvan.web.asked import ROWS, Asked, asked, said
from congvan.web.exports import export
from congvan.web.people import Person, needs, own_form
from corpus.errors import NotFound, QueryError
from corpus.index import Table
from corpus.saved import SavedSearch, everything, forget
from corpus.saved import save as keep
from corpus.schema import directives

router = APIRouter()
Reader = Annotated[Person, Depends(needs("reader"))]
Archivist = Annotated[Person, Depends(needs("archivist"))]


@router.get("/")
def search(request: Request, person: Reader) -> Response:
    corpus, remembered = request.app.state.corpus, request.app.state.remembered
    values: dict[str, Any] = {}
    found = counted = problem = None
    try:
        wanted = asked(request.query_params, pages.today(request))
        values = wanted.values
        find = corpus.search if wanted.kind == "directives" else corpus.obligations
        found = find(wanted.query, wanted.filters, sort=wanted.sort, limit=ROWS, offset=wanted.offset)
        table: Table = "directive" if wanted.kind == "directives" else "obligation"
        # counting thousands takes longer than finding them: the page does not wait for it
        if found.total <= AT_ONCE or remembered.knows(_key(table, wanted)) or _plain(request):
            counted = _counted(request, table, wanted)
    except (QueryError, NotFound) as error:
        problem = str(error)
        kind = request.query_params.get("kind")
        values = said(request.query_params, "directives" if kind == "directives" else "obligations")
    with corpus.reading() as connection:
        empty = connection.execute(select(directives.c.document_id).limit(1)).first() is None
        saved = [(item.name, address(item)) for item in everything(connection)]
    return pages.page(
        request,
        "search.html",
        values=values,
        found=found,
        facets=counted,
        problem=problem,
        empty=empty,
        saved=saved,
        page_number=wanted.page if found is not None else 1,
        rows=ROWS,
        status=400 if problem else 200,
    )


AT_ONCE = 300
"""Results up to which the facets come with them; of more, they come by themselves a moment later."""


def _plain(request: Request) -> bool:
    """The first page, which is counted beforehand, and browsers that say that they run no script."""
    return not request.url.query or request.query_params.get("facets") == "1"


def _key(table: Table, wanted: Asked) -> tuple[object, ...]:
    return ("facets", table, wanted.query, wanted.filters)


def _counted(request: Request, table: Table, wanted: Asked) -> Any:
    state = request.app.state
    return state.remembered.get(
        _key(table, wanted), lambda: facets.count(state.corpus, table, wanted.query, wanted.filters)
    )


@router.get("/facets")
def facets_found(request: Request, person: Reader) -> Response:
    """The facets of a search alone, for a page that shows its results already."""
    wanted = asked(request.query_params, pages.today(request))
    table: Table = "directive" if wanted.kind == "directives" else "obligation"
    return pages.page(request, "_facets.html", values=wanted.values, facets=_counted(request, table, wanted))


@router.get("/export")
def export_found(request: Request, person: Reader) -> Response:
    wanted = asked(request.query_params, pages.today(request))
    form = request.query_params.get("format", "csv")
    sheet = "directives" if wanted.kind == "directives" else "obligations"
    return export(request, form, sheet, wanted.query, wanted.filters)


@router.post("/saved", dependencies=[Depends(own_form)])
async def save(request: Request, person: Archivist) -> Response:
    form = await request.form()
    name = " ".join(str(form.get("name", "")).split())[:80]
    target = pages.local_path(str(form.get("next", "/")))
    if not name:
        raise QueryError("A saved search needs a name.")
    wanted = asked(QueryParams(target.partition("?")[2]), pages.today(request))
    kind: Any = wanted.kind
    with request.app.state.corpus.writing() as connection:
        keep(connection, SavedSearch(name, kind, wanted.query, wanted.filters))
    return RedirectResponse(target, 303)


@router.post("/saved/delete", dependencies=[Depends(own_form)])
async def drop(request: Request, person: Archivist) -> Response:
    form = await request.form()
    with request.app.state.corpus.writing() as connection:
        forget(connection, str(form.get("name", "")))
    return RedirectResponse(pages.local_path(str(form.get("next", "/"))), 303)


def address(item: SavedSearch) -> str:
    """Where a saved search is shown."""
    names = {"types": "type", "years": "year", "needs_review": "review"}
    values = {names.get(name, name): value for name, value in item.filters.as_dict().items()}
    flags = {name: str(int(value)) for name, value in values.items() if isinstance(value, bool)}
    return "/" + pages.query({"q": item.query, "kind": item.kind, **values, **flags})


@router.get("/language/{chosen}")
def choose_language(request: Request, chosen: str) -> Response:
    response = RedirectResponse(pages.local_path(request.query_params.get("next")), 303)
    if chosen in language.LANGUAGES:
        response.set_cookie(
            language.COOKIE, chosen, max_age=365 * 86_400, samesite="lax", httponly=True, path="/"
        )
    return response
