"""The application: pages and API on one corpus."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from sqlalchemy import Engine, event
from starlette.exceptions import HTTPException
from starlette.types import Scope

from congvan.api import v1
from congvan.web import metrics, pages
from congvan.web.accounts import Accounts
from congvan.web.checking import Checks
from congvan.web.guard import Guard, TooLarge
from congvan.web.images import PageImages
from congvan.web.inbox import Inbox
from congvan.web.memory import Remembered
from congvan.web.people import Refused
from congvan.web.routes import check, directive, due, graph, inbox, overview, people, review, search
from congvan.web.settings import Settings
from congvan.web.throttle import Throttle
from congvan.web.warm import FIRST, REST, warm
from corpus.corpus import Corpus
from corpus.errors import Ambiguous, CorpusError, NotFound, QueryError

log = logging.getLogger("congvan.web")


def create_app(settings: Settings, *, read_many: Any = None) -> FastAPI:
    """The application. It opens the corpus (made where it is missing) and closes it at the end.

    ``read_many`` replaces the pool of child processes that reads uploads (`corpus.ingest.ingest`).
    """

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        rest = None
        if settings.warm:
            await warm(app, FIRST)
            app.state.images.start()
            rest = asyncio.create_task(warm(app, REST))
        yield
        if rest is not None:
            rest.cancel()
        app.state.remembered.close()
        app.state.inbox.close()
        app.state.images.close()
        app.state.checks.close()
        app.state.corpus.close()
        app.state.accounts.close()

    app = FastAPI(
        title="congvan",
        version="1",
        lifespan=life,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    state = app.state
    state.settings = settings
    state.corpus = Corpus.open(settings.url, create=True)
    _limit_time(state.corpus.engine, settings.query_seconds)
    state.accounts = Accounts(settings.folder / "accounts.db")
    state.templates = pages.environment()
    state.images = PageImages(settings.folder / "pages", settings.cache_bytes)
    state.inbox = Inbox(settings.url, settings.folder / "inbox", jobs=settings.jobs, read_many=read_many)
    state.remembered = Remembered(state.corpus)
    state.checks = Checks(state.corpus)
    state.by_name, state.by_address = Throttle(5, 300), Throttle(20, 300)
    for module in (search, directive, review, inbox, due, graph, overview, check, people):
        app.include_router(module.router, include_in_schema=False)
    app.include_router(v1.router)
    app.mount("/static", _Static(directory=Path(__file__).parent / "static"), name="static")
    _answer_errors(app)
    app.add_middleware(
        Guard,
        open_hosts=lambda: state.accounts.count() > 0,
        form_bytes=settings.form_bytes,
        upload_bytes=settings.request_bytes,
        upload_paths=("/inbox", "/api/v1/uploads", "/check"),
        https=settings.https,
    )
    metrics.install(app)
    return app


class _Static(StaticFiles):
    """Files with a version in their address, which browsers may keep."""

    def file_response(
        self, full_path: Any, stat_result: Any, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        kept = b"?" if not scope.get("query_string") else b""
        response.headers["cache-control"] = "no-cache" if kept else "public, max-age=31536000, immutable"
        return response


def _limit_time(engine: Engine, seconds: float) -> None:
    """Stops a statement that takes too long, so that no question holds up all others."""
    if engine.dialect.name == "postgresql":

        @event.listens_for(engine, "connect")
        def on_connect(connection: Any, _record: object) -> None:
            with connection.cursor() as cursor:
                cursor.execute(f"SET statement_timeout = {int(seconds * 1000)}")
            connection.commit()

        engine.dispose()  # connections made before this know no limit
        return

    @event.listens_for(engine, "before_cursor_execute")
    def before(
        connection: Any, _cursor: Any, statement: str, _parameters: Any, _context: Any, _many: bool
    ) -> None:
        raw: sqlite3.Connection = connection.connection.driver_connection
        until = time.monotonic() + seconds
        raw.set_progress_handler(lambda: int(time.monotonic() > until), 20_000)


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(Refused)
    async def refused(request: Request, error: Refused) -> Response:
        if error.status == 401 and not _api(request):
            if request.headers.get("hx-request"):
                return Response(status_code=401, headers={"HX-Redirect": "/login"})
            where = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            target = "/login" + pages.query({"next": where if request.method == "GET" else "/"})
            return RedirectResponse(target, 303)
        headers = {"www-authenticate": "Bearer"} if error.status == 401 else {}
        return _error(request, error.status, error.code, error.message, headers)

    @app.exception_handler(QueryError)
    async def bad_query(request: Request, error: QueryError) -> Response:
        return _error(request, 400, "query", str(error))

    @app.exception_handler(NotFound)
    async def not_found(request: Request, error: NotFound) -> Response:
        return _error(request, 404, "not-found", str(error))

    @app.exception_handler(Ambiguous)
    async def ambiguous(request: Request, error: Ambiguous) -> Response:
        return _error(request, 409, "ambiguous", str(error), candidates=error.candidates)

    @app.exception_handler(CorpusError)
    async def database(request: Request, error: CorpusError) -> Response:
        if "interrupted" in error.message or "statement timeout" in error.message:
            seconds = request.app.state.settings.query_seconds
            message = f"The search took longer than {seconds:.0f} s. Narrow it with a filter or more words."
            return _error(request, 503, "timeout", message, {"retry-after": "5"})
        status = 503 if error.code in ("locked", "unreachable", "disk-full") else 500
        return _error(request, status, error.code, error.message)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = "/".join(str(part) for part in first["loc"][1:])
        return _error(request, 400, "invalid", f"{where}: {first['msg']}.")

    @app.exception_handler(TooLarge)
    async def too_large(request: Request, error: TooLarge) -> Response:
        return _error(request, 413, "too-large", "The request is too large. Send less at once.")

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        codes = {404: "not-found", 405: "method", 413: "too-large"}
        message = "There is nothing at this address." if error.status_code == 404 else str(error.detail)
        return _error(request, error.status_code, codes.get(error.status_code, "refused"), message)

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> Response:
        log.error("a fault at %s", request.url.path, exc_info=error)
        return _error(request, 500, "internal", "This is a fault of congvan; the log says more. Report it.")


def _api(request: Request) -> bool:
    return request.url.path.startswith("/api/")


def _error(
    request: Request,
    status: int,
    code: str,
    message: str,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> Response:
    """One shape for all errors of the API; a page for people."""
    if _api(request):
        body = {"error": {"code": code, "message": message, **more}}
        return JSONResponse(body, status, headers=headers)
    return pages.page(
        request, "error.html", status=status, headers=headers, code=code, message=message, title=code, **more
    )
