"""What the server says of itself: counts for Prometheus, and whether it is well."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the web page needs pip install 'congvan[web]'")

from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from congvan.web.app import create_app
from congvan.web.settings import Settings
from corpus.runs import FileOutcome


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    return create_app(Settings(url=str(tmp_path / "corpus.db"), folder=tmp_path / "web"))


def counted(client: TestClient) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    answer = client.get("/metrics")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/plain")
    families = text_string_to_metric_families(answer.text)
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in families
        for sample in family.samples
    }


def test_requests_are_counted_by_route(app: FastAPI) -> None:
    with TestClient(app, base_url="http://localhost") as client:
        client.get("/api/v1/directives/nothing-1")
        client.get("/api/v1/directives/nothing-2")
        client.get("/no/such/place-7")
        client.request("BREW", "/healthz")
        client.get("/static/style.css")
        client.get("/", headers={"host": "evil.example"})
        found = counted(client)

    def requests(route: str, status: int, method: str = "GET") -> float | None:
        labels = (("method", method), ("route", route), ("status", str(status)))
        return found.get(("congvan_requests_total", labels))

    assert requests("/api/v1/directives/{name}", 404) == 2
    assert requests("none", 404) == 1
    assert requests("none", 421) == 1  # refused before any route
    assert requests("/static", 200) == 1
    assert requests("/healthz", 405, "other") == 1
    assert not [key for key in found if "place-7" in str(key) or "nothing-1" in str(key)]
    assert found["congvan_request_seconds_count", (("route", "/api/v1/directives/{name}"),)] == 2
    assert found["congvan_database_up", ()] == 1 and found["congvan_database_bytes", ()] > 4096


def test_files_of_the_inbox_are_counted(app: FastAPI) -> None:
    app.state.inbox.on_outcome(FileOutcome("/a.pdf", "failed", "failed", code="damaged"), 0.2)
    app.state.inbox.on_outcome(FileOutcome("/b.pdf", "complete", "complete"), 3.0)
    with TestClient(app, base_url="http://localhost") as client:
        found = counted(client)
    assert found["congvan_files_total", (("code", "damaged"), ("outcome", "failed"))] == 1
    assert found["congvan_files_total", (("code", ""), ("outcome", "complete"))] == 1
    assert found["congvan_file_seconds_sum", ()] == 3.2
    assert found["congvan_inbox_waiting", ()] == 0


def test_an_upload_counts(app: FastAPI) -> None:
    with TestClient(app, base_url="http://localhost") as client:
        path = app.state.inbox.place("a.txt")
        path.write_bytes(b"")
        run = app.state.inbox.start([("a.txt", path)], "me")
        assert run.ended.wait(60)
        found = counted(client)
    assert found["congvan_files_total", (("code", "empty"), ("outcome", "failed"))] == 1


def test_with_accounts_metrics_need_a_token_and_health_does_not(app: FastAPI) -> None:
    with TestClient(app, base_url="http://localhost") as client:
        app.state.accounts.add("root", "a long pass phrase", "administrator")
        assert client.get("/metrics", follow_redirects=False).status_code in (303, 401)
        assert client.get("/healthz").json() == {"status": "well"}


def test_health_tells_what_is_wrong(app: FastAPI, tmp_path: Path) -> None:
    with TestClient(app, base_url="http://localhost") as client:
        assert client.get("/healthz").status_code == 200
        with sqlite3.connect(tmp_path / "corpus.db") as other:
            other.execute("UPDATE alembic_version SET version_num = '9999'")
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()["cause"]) == (503, "migrated")
        assert counted(client)["congvan_database_up", ()] == 0
        (tmp_path / "corpus.db").write_bytes(b"\0" * 8192)
        for beside in tmp_path.glob("corpus.db-*"):
            beside.unlink()
        app.state.corpus.engine.dispose()
        assert client.get("/healthz").status_code == 503
