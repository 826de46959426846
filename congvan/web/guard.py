"""ASGI layers that every request passes: hosts, sizes of bodies, and the headers that bind the browser."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from congvan.web.settings import LOOPBACK_NAMES

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
"""Nothing inline, nothing from elsewhere, no frame: text of a document that got through would do nothing."""


class Guard:
    """``open_hosts``: whether any Host is served (with accounts); else only this machine's own names, so
    that a page elsewhere whose name is turned to this machine gets nothing."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        open_hosts: Callable[[], bool],
        form_bytes: int,
        upload_bytes: int,
        upload_paths: tuple[str, ...],
        https: bool,
    ) -> None:
        self.app, self.open_hosts, self.https = app, open_hosts, https
        self.form_bytes, self.upload_bytes, self.upload_paths = form_bytes, upload_bytes, upload_paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._dress(MutableHeaders(scope=message))
            await send(message)

        host = _name(headers.get(b"host", b"").decode("latin-1"))
        if host not in LOOPBACK_NAMES and not self.open_hosts():
            refuse = PlainTextResponse(
                "Without accounts this page answers to localhost only. Open http://127.0.0.1 instead.\n", 421
            )
            await refuse(scope, receive, send_with_headers)
            return
        bound = self.upload_bytes if scope["path"] in self.upload_paths else self.form_bytes
        stated = headers.get(b"content-length", b"0")
        if not stated.isdigit() or int(stated) > bound:
            refuse = PlainTextResponse(
                f"The request has more than {bound:,} bytes. Send less at once.\n", 413
            )
            await refuse(scope, receive, send_with_headers)
            return
        await self.app(scope, _counted(receive, bound), send_with_headers)

    def _dress(self, headers: MutableHeaders) -> None:
        headers.setdefault("content-security-policy", POLICY)
        headers["x-content-type-options"] = "nosniff"
        headers["x-frame-options"] = "DENY"
        headers["referrer-policy"] = "same-origin"
        headers["cross-origin-opener-policy"] = "same-origin"
        headers["cross-origin-resource-policy"] = "same-origin"
        headers["permissions-policy"] = "camera=(), microphone=(), geolocation=()"
        headers.setdefault("cache-control", "no-store")
        if self.https:
            headers["strict-transport-security"] = "max-age=31536000"


class TooLarge(Exception):
    """A body without a stated length went past the bound."""


def _counted(receive: Receive, bound: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > bound:
                raise TooLarge
        return message

    return counted


def _name(host: str) -> str:
    """The host without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.rpartition(":")[0] if ":" in host else host
