"""What the server counts of itself, for Prometheus at /metrics, and whether it can do its work, at /healthz.

Requests are told apart by the route, never by the address asked for: an address can hold anything, and each
new one would be a series of its own.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from congvan.web.people import Person, needs
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from corpus.corpus import Corpus
    from corpus.runs import FileOutcome

router = APIRouter()
_log = logging.getLogger("congvan.requests")
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_FILE_SECONDS = (0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200)
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class Metrics:
    """The counters of one application, in a registry of its own."""

    def __init__(self, app: FastAPI) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._requests = Counter(
            "congvan_requests",
            "Requests answered, by method, route and status.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = Histogram(
            "congvan_request_seconds",
            "Time to answer a request.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self._files = Counter(
            "congvan_files",
            "Uploaded files by what became of them, with the code of the first error.",
            ("outcome", "code"),
            registry=self.registry,
        )
        self._file_seconds = Histogram(
            "congvan_file_seconds", "Time to read a file.", buckets=_FILE_SECONDS, registry=self.registry
        )
        waiting = Gauge("congvan_inbox_waiting", "Uploaded files not read yet.", registry=self.registry)
        waiting.set_function(
            lambda: float(sum(run.count("waiting", "reading") for run in app.state.inbox.runs()))
        )
        up = Gauge("congvan_database_up", "1 where the corpus answers.", registry=self.registry)
        up.set_function(lambda: float(not unwell(app.state.corpus)))
        size = Gauge(
            "congvan_database_bytes", "Size of a SQLite corpus, its log included.", registry=self.registry
        )
        size.set_function(lambda: float(_size(app.state.corpus)))

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts a request."""
        self._requests.labels(method if method in _METHODS else "other", route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def read(self, outcome: FileOutcome, seconds: float) -> None:
        """Counts a file of the inbox."""
        self._files.labels(outcome.outcome, outcome.code or "").inc()
        self._file_seconds.observe(seconds)


class Measured:
    """The ASGI layer that counts and logs every answer; the outermost, so that refusals count too."""

    def __init__(self, app: ASGIApp, *, answered: Callable[[str, str, int, float], None]) -> None:
        self.app, self.answered = app, answered

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status = time.monotonic(), 500

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            seconds = time.monotonic() - begun
            route = _route(scope)
            self.answered(scope["method"], route, status, seconds)
            said = {
                "method": scope["method"],
                "route": route,
                "path": scope["path"],
                "status": status,
                "ms": round(seconds * 1000, 1),
            }
            _log.info("%s %s %d", scope["method"], scope["path"], status, extra={"fields": said})


def install(app: FastAPI) -> None:
    """Adds the counting, /metrics and /healthz to an application whose state is laid out."""
    metrics = app.state.metrics = Metrics(app)
    app.state.inbox.on_outcome = metrics.read
    app.include_router(router, include_in_schema=False)
    app.add_middleware(Measured, answered=metrics.answered)


@router.get("/metrics")
def show_metrics(request: Request, _person: Annotated[Person, Depends(needs("reader"))]) -> Response:
    """Prometheus' text format. Where there are accounts it takes a token, as the API does."""
    from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

    return Response(generate_latest(request.app.state.metrics.registry), media_type=CONTENT_TYPE_LATEST)


@router.get("/healthz")
def health(request: Request) -> JSONResponse:
    """200 where the server can do its work, 503 with what is wrong; open to all, tells nothing else."""
    wrong = unwell(request.app.state.corpus)
    if wrong:
        return JSONResponse({"status": "unwell", "cause": wrong}, 503, headers={"retry-after": "5"})
    return JSONResponse({"status": "well"})


def unwell(corpus: Corpus) -> str | None:
    """Why the corpus cannot serve (a code), None where it can: it answers, and its schema is of today."""
    from corpus.database import HEAD

    try:
        with corpus.reading() as connection:
            version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    except CorpusError as error:
        return error.code
    return None if version == HEAD else "migrated"  # another version of congvan brought it further


def _size(corpus: Corpus) -> int:
    url = corpus.engine.url
    if url.get_backend_name() != "sqlite" or not url.database:
        return 0
    path = Path(url.database)
    files = [path, path.with_name(path.name + "-wal")]
    return sum(file.stat().st_size for file in files if file.exists())


def _route(scope: Scope) -> str:
    """The route's pattern ("/api/v1/directives/{name}"), "none" where no route was found."""
    route: Any = scope.get("route")
    path = getattr(route, "path", None)
    if path is not None:
        return str(path)
    return "/static" if scope["path"].startswith("/static/") else "none"
