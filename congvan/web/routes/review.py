"""Review: the page beside what was read from it, field by field, with a person's word over the machine's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from sqlalchemy import select

from congvan.said import change, said
from congvan.web import doubt, fields, images, marks, pages
from congvan.web.ids import Id
from congvan.web.people import Person, address, needs, own_form
from corpus import corrections as layer
from corpus import undo
from corpus.corpus import Revised
from corpus.entering import NEW
from corpus.errors import NotFound, QueryError
from corpus.lookup import document_called
from corpus.schema import directives, documents
from corpus.schema import pages as page_table
from corpus.words import unpack
from extractors.model import Directive
from pipeline.document import Word

router = APIRouter(prefix="/review")
Reader = Annotated[Person, Depends(needs("reader"))]
Archivist = Annotated[Person, Depends(needs("archivist"))]

_BOX = re.compile(r"page (\d+): .*\[([\d.]+), ([\d.]+), ([\d.]+), ([\d.]+)\]")
_LISTED = 100
_REPAIRS = 200
_EAGER_PAGES = 4
_EAGER_GROUPS, _OPEN_GROUPS = 40, 7
"""A directive of so many groups comes with their fields; of a longer one, only these first ones do."""


def _queue(request: Request) -> list[doubt.Queued]:
    state = request.app.state
    found: list[doubt.Queued] = state.remembered.get(
        ("queue",), lambda: doubt.queued(state.corpus), fresh=True
    )
    return found


@router.get("")
def review_queue(request: Request, person: Reader) -> Response:
    queue = _queue(request)
    corpus = request.app.state.corpus
    with corpus.reading() as connection:
        from corpus.search import load_directives

        hits = load_directives(connection, [item.document_id for item in queue[:_LISTED]])
    return pages.page(request, "queue.html", hits=hits, waiting=len(queue), listed=_LISTED)


@router.get("/next")
def first(request: Request, person: Reader) -> Response:
    queue = _queue(request)
    return RedirectResponse(f"/review/{queue[0].id}" if queue else "/review", 303)


@router.get("/{name}")
def review(request: Request, name: str, person: Reader) -> Response:
    whole = request.query_params.get("all") == "1"
    request.app.state.images.start()  # it is up by the time that the browser asks for the pages
    return pages.page(request, "review.html", **_everything(request, name, whole=whole))


@router.get("/{name}/text/{number}")
def text_of(request: Request, name: str, number: Id, person: Reader) -> Response:
    """The text of one page, for a long directive."""
    corpus = request.app.state.corpus
    with corpus.reading() as connection:
        document_id = document_called(connection, name)
        found = corpus.load(connection, document_id)
        row = connection.execute(
            select(page_table).where(page_table.c.document_id == document_id, page_table.c.number == number)
        ).first()
    if row is None:
        raise NotFound("There is no such page.")
    pieces = _pieces(found, list(fields.every(found)), row)
    return pages.page(request, "_text.html", d=found, s={"row": row, "pieces": pieces})


@router.get("/{name}/group")
def group_of(request: Request, name: str, person: Reader, group: str) -> Response:
    """The fields of one group, for a long directive."""
    values = _everything(request, name)
    chosen = next((item for item in values["groups"] if item.name == group), None)
    if chosen is None:
        raise NotFound("There is no such group of fields.")
    return pages.page(request, "_group.html", g=chosen, **values)


def _everything(request: Request, name: str, *, whole: bool = False) -> dict[str, Any]:
    """What the page shows. Of a long directive the text of later pages and the fields of closed groups come
    when they are looked at; ``whole`` gives all at once."""
    corpus = request.app.state.corpus
    with corpus.reading() as connection:
        document_id = document_called(connection, name)
        found = corpus.load(connection, document_id)
        machine = corpus.load(connection, document_id, machine=True)
        rows = connection.execute(
            select(page_table).where(page_table.c.document_id == document_id).order_by(page_table.c.number)
        ).all()
        item = images.original(connection, document_id)
        history = layer.history(connection, document_id)
        needs_review = connection.execute(
            select(directives.c.needs_review).where(directives.c.document_id == document_id)
        ).scalar_one()
        id_ = connection.execute(
            select(documents.c.directive_id).where(documents.c.id == document_id)
        ).scalar_one()
    groups = list(fields.every(found))
    sheets = [
        {
            "row": row,
            "pieces": _pieces(found, groups, row) if whole or at < _EAGER_PAGES else None,
            "drawn": item.media_type in images.DRAWABLE,
            "words": bool(row.words),
        }
        for at, row in enumerate(rows)
    ]
    before, after, place = doubt.neighbours(_queue(request), id_)
    return {
        "d": found,
        "groups": groups,
        "eager": len(groups) if whole or len(groups) <= _EAGER_GROUPS else _OPEN_GROUPS,
        "opened": _OPEN_GROUPS,
        "sheets": sheets,
        "history": _by_field(history),
        "corrected": set(layer.latest(history)),
        "differences": layer.differences(machine, history),
        "machine": machine.model_dump(mode="json"),
        "value_at": layer.get,
        "crops": crops(found),
        "repairs": fixes(found, machine, history),
        "repaired": len(machine.repairs),
        "before": before,
        "after": after,
        "place": place,
        "waiting": len(_queue(request)),
        "needs_review": needs_review,
        "shown": shown,
        "problem": None,
        "problem_path": None,
        "typed": None,
        "chosen": "",
        "added": None,
        "addable": ADDED,
    }


def _pieces(found: Directive, groups: list[fields.Group], row: Any) -> list[marks.Piece]:
    """The text of a page, cut."""
    words = unpack(row.words) if row.words else []
    spans = [f.span for g in groups for f in g.fields if f.span] + [g.span for g in groups if g.span]
    return marks.cut(found.text, row.span_start, row.span_end, words, found.repairs, spans)


def fixes(found: Directive, machine: Directive, history: list[layer.Correction]) -> list[dict[str, Any]]:
    """The repairs to decide on, the most doubtful first, those decided last. ``key`` names a repair by its
    span as it was read; ``span`` is where it stands now (None: it was undone)."""
    decided = {
        item.field.partition("/")[2]: str(item.after)
        for item in layer.latest(history).values()
        if item.field.startswith("repairs/")
    }
    standing = iter(found.repairs)
    listed: list[dict[str, Any]] = []
    for repair in machine.repairs:
        key = f"{repair.span[0]}-{repair.span[1]}"
        state = decided.get(key)
        now = None if state == undo.UNDONE else next(standing)
        listed.append({"repair": repair, "key": key, "state": state, "span": now.span if now else None})
    listed.sort(key=lambda item: (item["state"] is not None, item["repair"].confidence))
    return listed[:_REPAIRS]


def _by_field(history: list[layer.Correction]) -> dict[str, list[layer.Correction]]:
    found: dict[str, list[layer.Correction]] = {}
    for item in history:
        found.setdefault(item.field, []).append(item)
    return found


def shown(value: Any) -> str:
    """A value as the history shows it."""
    return pages.day(value) if isinstance(value, str) else said(value)


def crops(found: Directive) -> list[dict[str, Any]]:
    """Ink that a person must read: where on which page, and the field that it is for."""
    sizes = {page.number: page for page in found.pages}
    cut = []
    for warning in found.warnings:
        match = _BOX.search(warning.message) if warning.code.startswith("handwritten-") else None
        if match is None or int(match[1]) not in sizes:
            continue
        page = sizes[int(match[1])]
        if not page.width or not page.height:
            continue
        x0, y0, x1, y1 = (float(match[i]) for i in range(2, 6))
        pad = 12.0
        box = (
            max(0, x0 - 6 * pad),
            max(0, y0 - pad),
            min(page.width, x1 + 6 * pad),
            min(page.height, y1 + pad),
        )
        path = "number/text" if warning.code == "handwritten-number" else "issued/date"
        cut.append(
            {"page": page.number, "path": path, "view": box, "width": page.width, "height": page.height}
        )
    return cut


@router.get("/{name}/words/{number}.json")
def words_of(request: Request, name: str, number: Id, person: Reader) -> Response:
    """The words of a page: ``[start, end, x0, y0, x1, y1, confidence or null]``, boxes in points."""
    with request.app.state.corpus.reading() as connection:
        document_id = document_called(connection, name)
        row = connection.execute(
            select(page_table.c.words).where(
                page_table.c.document_id == document_id, page_table.c.number == number
            )
        ).first()
    if row is None:
        raise NotFound("There is no such page.")
    words = unpack(row.words) if row.words else []
    return JSONResponse([_row(word) for word in words], headers={"cache-control": "private, max-age=60"})


def _row(word: Word) -> list[float | int | None]:
    box = word.box
    sure = None if word.confidence is None else round(word.confidence, 3)
    return [word.start, word.end, *(round(v, 1) for v in (box.x0, box.y0, box.x1, box.y1)), sure]


@router.post("/{name}/field", dependencies=[Depends(own_form)])
async def correct(request: Request, name: str, person: Archivist) -> Response:
    """Records what a person typed for one field; answers with the fields as they then stand."""
    form = await request.form()
    path, typed = str(form.get("path", "")), str(form.get("value", ""))
    if len(typed) > 20_000:
        raise QueryError("A value has at most 20000 characters.")
    from starlette.concurrency import run_in_threadpool

    return await run_in_threadpool(
        _correct, request, name, person, path, typed, str(form.get("why", "")).strip() or None
    )


def _correct(request: Request, name: str, person: Person, path: str, typed: str, why: str | None) -> Response:
    corpus = request.app.state.corpus
    try:
        value = fields.typed(corpus.directive(name), path, typed)
        _noted(request, name, person, corpus.enter(name, path, value, who=person.name, why=why))
    except QueryError as error:
        return _fields(request, name, Slip(str(error), path, typed))
    return _fields(request, name)


def _noted(request: Request, name: str, person: Person, entered: Revised) -> None:
    """Writes into the audit log what was corrected."""
    for item in entered[1]:
        note = f"{name} {item.field}: {change(item.replaced, item.after)}"
        request.app.state.accounts.note(person.name, "correct", note, address(request))


@dataclass(frozen=True, slots=True)
class Slip:
    """What was typed into a form that cannot be taken: why, the field's path, the text."""

    problem: str
    path: str
    typed: str
    chosen: str = ""
    """Of the form that adds: the list."""


def _fields(
    request: Request, name: str, slip: Slip | None = None, *, whole: bool = False, added: str | None = None
) -> Response:
    """The fields as they stand; with ``whole`` the text changed too, and the page is loaded anew. ``added``:
    the group that is new."""
    if whole and request.headers.get("hx-request"):
        return Response(status_code=204, headers={"HX-Refresh": "true"})
    if request.headers.get("hx-request") is None and slip is None:
        return RedirectResponse(f"/review/{name}", 303)
    values = {**_everything(request, name), "added": added}
    if slip is not None:
        values |= {
            "problem": slip.problem,
            "problem_path": slip.path,
            "typed": slip.typed,
            "chosen": slip.chosen,
        }
    template = "_fields.html" if request.headers.get("hx-request") else "review.html"
    # htmx swaps only answers that went well; the problem is shown in the fields themselves
    status = 200 if request.headers.get("hx-request") else 400
    return pages.page(request, template, status=status, **values)


@router.post("/{name}/repair", dependencies=[Depends(own_form)])
async def decide(request: Request, name: str, person: Archivist) -> Response:
    """Accepts or undoes a repair; ``all`` accepts every one that is not decided yet."""
    form = await request.form()
    decision, key = str(form.get("decision", "")), str(form.get("repair", ""))
    corpus = request.app.state.corpus
    if key == "all":
        made = corpus.accept_repairs(name, who=person.name)
    else:
        made = corpus.enter(name, f"repairs/{key}", decision, who=person.name)
    _noted(request, name, person, made)
    return _fields(request, name, whole=True)


@router.post("/{name}/machine", dependencies=[Depends(own_form)])
async def as_read(request: Request, name: str, person: Archivist) -> Response:
    """Takes a correction back: the field again says what the machine read."""
    path = str((await request.form()).get("path", ""))
    corpus = request.app.state.corpus
    field = fields.find(corpus.directive(name), path)
    made = corpus.take_back(name, field.history if field else path, who=person.name)
    _noted(request, name, person, made)
    return _fields(request, name)


@router.post("/{name}/add", dependencies=[Depends(own_form)])
async def add(request: Request, name: str, person: Archivist) -> Response:
    """Adds what the machine missed, by its words; ``at`` is where they were picked in the text."""
    form = await request.form()
    chosen, words, at = (str(form.get(key, "")) for key in ("list", "words", "at"))
    if chosen not in ADDED:
        raise QueryError(f"{chosen[:40]} is none of the choices.")
    if len(words) > 20_000:
        raise QueryError("A value has at most 20000 characters.")
    from starlette.concurrency import run_in_threadpool

    return await run_in_threadpool(_add, request, name, person, chosen, words, at)


ADDED = ("obligations", "deadlines", "references", "signatories")
"""The lists to which a person adds in the page."""


def _add(request: Request, name: str, person: Person, chosen: str, words: str, at: str) -> Response:
    corpus = request.app.state.corpus
    place = (int(at), int(at)) if at.isascii() and at.isdecimal() and len(at) < 10 else None
    path = f"{chosen}/{NEW}"
    try:
        if not words.strip():
            raise QueryError("There are no words in this.")
        made = corpus.enter(name, path, words.strip(), who=person.name, at=place)
    except QueryError as error:
        return _fields(request, name, Slip(str(error), NEW, words, chosen))
    _noted(request, name, person, made)
    first = made[1][0]
    group = first.field if "/" in first.field else f"{chosen}/{len(first.after) - 1}"
    return _fields(request, name, added="head" if chosen == "signatories" else group)


@router.post("/{name}/remove", dependencies=[Depends(own_form)])
async def remove(request: Request, name: str, person: Archivist) -> Response:
    """Takes an entry of a list out, by a correction like any other. ``span``: where it stands, so that what
    moved up after the page was shown is not taken for it."""
    form = await request.form()
    path, span = str(form.get("path", "")), str(form.get("span", ""))
    corpus = request.app.state.corpus
    group = next((g for g in fields.body(corpus.directive(name)) if g.removable == path), None)
    if group is None:
        raise QueryError(f"{path} cannot be taken out.")
    if span and group.span and span != f"{group.span[0]}-{group.span[1]}":
        raise QueryError("The list has changed since the page was shown. Load it again.")
    _noted(request, name, person, corpus.enter(name, path, None, who=person.name))
    return _fields(request, name)


@router.post("/{name}/done", dependencies=[Depends(own_form)])
def done(request: Request, name: str, person: Archivist) -> Response:
    """Marks a directive as reviewed: its warnings are answered. Goes on to the next of the queue."""
    state = request.app.state
    queue = _queue(request)
    with state.corpus.reading() as connection:
        document_id = document_called(connection, name)
    at = next((i for i, item in enumerate(queue) if item.document_id == document_id), -1)
    state.corpus.mark_reviewed(name, who=person.name)
    state.accounts.note(person.name, "reviewed", name, address(request))
    following = queue[at + 1].id if at + 1 < len(queue) else None
    return RedirectResponse(f"/review/{following}" if following else "/review", 303)
