"""The addresses that `congvan serve` takes."""

from __future__ import annotations

import socket

import click
import pytest

from congvan.commands.serve import _listen


def _free() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def test_an_address_that_this_machine_lacks_is_left_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where "localhost" names ::1 and IPv6 is switched off. 192.0.2.0/24 is nobody's (RFC 5737)."""
    port = _free()
    lacking = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", port))
    here = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [lacking, here, here])
    listening = _listen("a.name", port)
    try:
        assert [one.getsockname() for one in listening] == [("127.0.0.1", port)]
    finally:
        for one in listening:
            one.close()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [lacking])
    with pytest.raises(click.UsageError, match="--port or --host"):
        _listen("a.name", port)
