"""Pages asked for at the start, and counts that are shown while they are renewed."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from congvan.web.app import create_app
from congvan.web.memory import Remembered
from corpus.corpus import Corpus
from tests.congvan.web.conftest import Shelf, read_here
from tests.corpus.build import make


def test_the_first_page_is_ready_before_the_server_listens(shelf: Shelf) -> None:
    shelf.scan()
    app = create_app(replace(shelf.settings, warm=True), read_many=read_here)
    with TestClient(app, base_url="http://127.0.0.1:8765"):
        assert any(key[0] == "facets" for key in app.state.remembered._kept)


def test_warming_reads_as_a_person_also_where_people_must_log_in(shelf: Shelf) -> None:
    app = create_app(replace(shelf.settings, warm=True), read_many=read_here)
    app.state.accounts.add("an", "a long password", "administrator")
    with TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False) as client:
        assert any(key[0] == "facets" for key in app.state.remembered._kept)
        assert client.get("/").status_code == 303  # nobody from outside is let in by it


def test_a_page_that_fails_does_not_keep_the_server_from_starting(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("congvan.web.facets.count", lambda *_: 1 / 0)
    app = create_app(replace(shelf.settings, warm=True), read_many=read_here)
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        assert client.get("/overview").status_code == 200


def test_what_is_cheap_is_never_old(shelf: Shelf) -> None:
    with Corpus.open(shelf.url) as corpus:
        remembered = Remembered(corpus)
        assert remembered.get(("count",), lambda: 1) == 1
        assert remembered.get(("count",), lambda: 2) == 1
        shelf.scan()
        assert remembered.get(("count",), lambda: 2) == 2
        remembered.close()


def test_what_took_long_is_shown_while_it_is_renewed(shelf: Shelf) -> None:
    renewed = threading.Event()

    def dear() -> str:
        until = time.thread_time() + 0.15
        while time.thread_time() < until:
            pass
        return "old"

    def new() -> str:
        renewed.set()
        return "new"

    with Corpus.open(shelf.url) as corpus:
        remembered = Remembered(corpus)
        assert remembered.get(("dear",), dear) == "old"
        shelf.scan()
        assert remembered.get(("dear",), lambda: "fresh", fresh=True) == "fresh"
        remembered._kept[("dear",)].cost = 1.0
        shelf.add(shelf.folder / "plan.txt", make("plan", number="7-CV/TU", date="2021-03-02"))
        assert remembered.get(("dear",), new) == "fresh"
        assert renewed.wait(10)
        remembered.close()
        assert remembered.get(("dear",), lambda: "newer") == "new"
