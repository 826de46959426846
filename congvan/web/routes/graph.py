"""The graph of acts, one neighbourhood at a time."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection, select

from congvan.web import pages
from congvan.web.drawing import Node, neighbourhood, shorten
from congvan.web.ids import Id
from congvan.web.people import Person, needs
from corpus.errors import NotFound
from corpus.lookup import document_called
from corpus.schema import acts, citations, directives, documents

router = APIRouter()
Reader = Annotated[Person, Depends(needs("reader"))]

MOST = 24
"""Acts drawn on each side; the rest are counted."""
_WEIGHT = {"amends": 0, "replaces": 1, "implements": 2, "cites": 3}


@router.get("/d/{name}/graph")
def of_directive(request: Request, name: str, person: Reader) -> Response:
    with request.app.state.corpus.reading() as connection:
        document_id = document_called(connection, name)
        act_id = connection.execute(
            select(directives.c.act_id).where(directives.c.document_id == document_id)
        ).scalar()
    if act_id is None:
        raise NotFound("This file could not be read, so no act is known of it.")
    return RedirectResponse(f"/graph/{act_id}", 303)


@router.get("/graph/{act_id}")
def graph(request: Request, act_id: Id, person: Reader) -> Response:
    with request.app.state.corpus.reading() as connection:
        found = neighbours(connection, act_id)
    centre, coming, going = found["act"], found["coming"], found["going"]
    drawing = neighbourhood(
        _node(centre, ""),
        [_node(item, item["relation"]) for item in coming[:MOST]],
        [_node(item, item["relation"]) for item in going[:MOST]],
    )
    return pages.page(
        request,
        "graph.html",
        drawing=drawing,
        act=centre,
        coming=coming,
        going=going,
        most=MOST,
    )


def neighbours(connection: Connection, act_id: Id) -> dict[str, Any]:
    """The act, and the acts one reference away; of several references between two, the strongest."""
    held = documents.alias("held")
    columns = (
        acts.c.id,
        acts.c.number,
        acts.c.type_code,
        acts.c.date,
        acts.c.issuer,
        acts.c.title,
        acts.c.document_id,
        held.c.directive_id,
    )
    source = acts.outerjoin(held, held.c.id == acts.c.document_id)
    own = connection.execute(select(*columns).select_from(source).where(acts.c.id == act_id)).first()
    if own is None:
        raise NotFound("There is no such act.")
    going: list[dict[str, Any]] = []
    if own.document_id is not None:
        rows = connection.execute(
            select(*columns, citations.c.relation, citations.c.text, citations.c.resolution)
            .select_from(citations.outerjoin(source, acts.c.id == citations.c.act_id))
            .where(citations.c.document_id == own.document_id)
            .order_by(citations.c.position)
        ).all()
        going = _strongest([dict(row._mapping) for row in rows if row.id != act_id])
    rows = connection.execute(
        select(*columns, citations.c.relation, citations.c.text, citations.c.resolution)
        .select_from(
            citations.join(directives, directives.c.document_id == citations.c.document_id).join(
                source, acts.c.id == directives.c.act_id
            )
        )
        .where(citations.c.act_id == act_id, directives.c.act_id != act_id)
        .order_by(acts.c.date.desc())
    ).all()
    coming = _strongest([dict(row._mapping) for row in rows])
    return {"act": dict(own._mapping), "coming": coming, "going": going}


def _strongest(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    chosen: dict[Any, dict[str, Any]] = {}
    for edge in edges:
        key = edge["id"] if edge["id"] is not None else edge["text"].casefold()
        if key not in chosen or _WEIGHT[edge["relation"]] < _WEIGHT[chosen[key]["relation"]]:
            chosen[key] = edge
    return sorted(chosen.values(), key=lambda edge: _WEIGHT[edge["relation"]])


def _node(act: dict[str, Any], relation: str) -> Node:
    text = act.get("text") or ""
    name = act["number"] or (act["title"] if act["document_id"] is None else None) or act["type_code"] or text
    about = " · ".join(part for part in (pages.day(act["date"]), act["issuer"]) if part) or (
        act["title"] if act["number"] else ""
    )
    title = " — ".join(part for part in (act["number"], act["title"], act["issuer"], text) if part)
    link = None if act["id"] is None else f"/graph/{act['id']}"
    second = about or (text if text != name else "")
    lines = (shorten(name or "?", 34), shorten(second, 44))
    return Node(lines, title, link, act["document_id"] is not None, relation)
