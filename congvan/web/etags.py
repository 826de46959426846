"""Tags by which a browser or a program asks whether what it holds is still right."""

from __future__ import annotations

import hashlib

from fastapi import Request


def etag(content: str | bytes) -> str:
    """A tag that changes with the content."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return f'"{hashlib.sha256(data).hexdigest()[:32]}"'


def matches(request: Request, tag: str) -> bool:
    """Whether the asker holds this very content."""
    given = request.headers.get("if-none-match", "")
    return any(item.strip().removeprefix("W/") in (tag, "*") for item in given.split(",") if item.strip())
