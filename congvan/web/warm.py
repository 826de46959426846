"""The main pages asked once by the server itself, so that the first person need not wait for what all share:
templates, statements that SQLite prepares, counts over the whole corpus."""

from __future__ import annotations

import logging
from typing import Any

from starlette.types import ASGIApp, Message

from congvan.web.people import Person

log = logging.getLogger("congvan.web")

FIRST = ("/", "/due", "/overview")
"""Those that count over the whole corpus: asked before the server listens."""
REST = ("/?kind=directives", "/review", "/check", "/inbox")


async def ask(app: ASGIApp, address: str) -> int:
    """Asks for a page as a reader would, without a network, and gives the status of the answer."""
    path, _, query = address.partition("?")
    scope: dict[str, Any] = {
        "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path,
        "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"127.0.0.1")], "client": None, "server": ("127.0.0.1", 80),
        # who asks is known from inside only: no request from outside can bring a state along
        "state": {"person": Person("congvan", "administrator"), "session_key": "warm"},
    }  # fmt: skip
    status = 0

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        if message["type"] == "http.response.start":
            status = message["status"]

    await app(scope, receive, send)
    return status


async def warm(app: ASGIApp, addresses: tuple[str, ...]) -> None:
    """Asks for each. A page that fails is left for the person who asks for it next, and told in the log."""
    for address in addresses:
        try:
            status = await ask(app, address)
        except Exception as error:  # noqa: BLE001 - the server must start whatever a page says
            log.warning("warming %s: %s", address, error)
            continue
        if status >= 400:
            log.info("warming %s: %d", address, status)
