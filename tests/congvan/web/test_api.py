"""The HTTP API: the same search as the pages, one error shape, pages, tags, limits."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from extractors.model import Directive
from tests.congvan.web.conftest import Shelf, serve
from tests.congvan.web.test_inbox import LETTER, finished
from tests.corpus.build import Duty, make

API = "/api/v1"


@pytest.fixture
def made(shelf: Shelf) -> Directive:
    return shelf.scan()


def test_search_of_both_kinds(client: TestClient, made: Directive) -> None:
    found = client.get(f"{API}/obligations", params={"q": "ra soat ho so"}).json()
    assert [item["id"] for item in found["items"]] == ["o1"]
    start, end = found["items"][0]["highlights"][0]
    assert found["items"][0]["text"][start:end] == "rà"
    assert found["items"][0]["due"] == "2022-10-29"
    found = client.get(f"{API}/directives", params={"issuer": "quang an", "type": "CV", "year": 2022}).json()
    assert [item["id"] for item in found["items"]] == [made.id]


def test_pages_follow_one_another(client: TestClient, shelf: Shelf) -> None:
    duties = [Duty(f"Việc thứ {number}", ["Sở"]) for number in range(5)]
    shelf.add(shelf.folder / "five.txt", make("five", duties=duties))
    address: str | None = f"{API}/obligations?limit=2&bearer=S%E1%BB%9F"
    seen: list[str] = []
    while address:
        page = client.get(address).json()
        assert page["total"] == 5
        seen += [item["id"] for item in page["items"]]
        address = page["next"]
    assert sorted(seen) == sorted(f"five-{number}" for number in range(5))


def test_a_directive_is_the_contract(client: TestClient, made: Directive) -> None:
    found = client.get(f"{API}/directives/{made.id}").json()
    assert Directive.model_validate(found).text == made.text
    assert client.get(f"{API}/directives/15-CV-TU").json()["id"] == made.id


def test_a_tag_saves_the_answer_until_it_changes(client: TestClient, shelf: Shelf, made: Directive) -> None:
    from corpus.corpus import Corpus

    for address in (f"{API}/directives/{made.id}", f"{API}/obligations"):
        tag = client.get(address).headers["etag"]
        assert client.get(address, headers={"if-none-match": tag}).status_code == 304
        with Corpus.open(shelf.url) as corpus:
            corpus.correct(made.id, "issuer/name", f"Tỉnh ủy {tag[1:4]}", who="An")
        assert client.get(address, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("/directives/khong-co", 404, "not-found"),
        ("/nothing", 404, "not-found"),
        ("/obligations?limit=0", 400, "invalid"),
        ("/obligations?limit=201", 400, "invalid"),
        ("/obligations?offset=10001", 400, "invalid"),
        ("/obligations?due_before=31/12/2022", 400, "invalid"),
        ("/obligations?due_before=2022-02-31", 400, "query"),
        ("/obligations?q=-chi", 400, "query"),
        ("/obligations?sort=magic", 400, "invalid"),
        ("/directives?in_force=perhaps", 400, "invalid"),
        ("/export?format=exe", 400, "invalid"),
        ("/acts/4242/graph", 404, "not-found"),
        ("/uploads/none", 404, "not-found"),
        ("/directives/%00", 404, "not-found"),
        ("/directives?typ=CV", 400, "invalid"),
        ("/export?format=csv&due_befor=2022-12-31", 400, "invalid"),
        ("/directives/{id}?machin=true", 400, "invalid"),
        ("/directives?type=ZZ", 400, "query"),
    ],
)
def test_every_error_has_one_shape(
    client: TestClient, made: Directive, address: str, status: int, code: str
) -> None:
    answer = client.get(API + address.replace("{id}", made.id))
    assert answer.status_code == status
    assert answer.json()["error"]["code"] == code
    assert answer.json()["error"]["message"]


def test_several_directives_of_a_number_are_named(client: TestClient, shelf: Shelf) -> None:
    for name, issuer in (("a", "Tỉnh ủy A"), ("b", "Tỉnh ủy B")):
        shelf.add(shelf.folder / name, make(name, number="5-CV/TU", issuer=issuer))
    answer = client.get(f"{API}/directives/5-CV-TU")
    assert answer.status_code == 409
    assert len(answer.json()["error"]["candidates"]) == 2


def test_a_clause_in_force_and_problems(client: TestClient, made: Directive, shelf: Shelf) -> None:
    law = make("law", number="7-QĐ/TU", type="QĐ", date="2020-01-01").model_copy(
        update={
            "text": "TỈNH ỦY\n*\nSố 7-QĐ/TU\nNgày 01/01/2020\n\nQUY CHẾ\nLàm việc\n\nĐiều 1. Trong 10 ngày.\n"
        }
    )
    cited = {"text": "Quyết định số 7-QĐ/TU ngày 01/01/2020", "number": "7-QĐ/TU", "date": "2020-01-01"}
    change = {"target": "7-QĐ/TU", "place": "Điều 1", "action": "replace", "old": "10 ngày", "new": "5 ngày"}
    shelf.add(shelf.folder / "law", law)
    shelf.add(shelf.folder / "new", make("new", number="8-QĐ/TU", references=[cited], amendments=[change]))
    address = f"{API}/directives/{law.id}/in-force"
    found = client.get(address, params={"place": "Điều 1"})
    assert (found.json()["printed"], found.json()["text"]) == (
        "Điều 1. Trong 10 ngày.",
        "Điều 1. Trong 5 ngày.",
    )
    tag = {"if-none-match": found.headers["etag"]}
    assert client.get(address, params={"place": "Điều 1"}, headers=tag).status_code == 304
    assert client.get(address, params={"place": "xyz"}).json()["error"]["code"] == "query"
    near = {"code": "reference-near-miss", "limit": 1}
    assert client.get(f"{API}/problems", params=near).json()["items"] == []
    shelf.add(shelf.folder / "bad", make("bad", references=[{**cited, "date": "2021-01-01"}]))
    page = client.get(f"{API}/problems", params=near).json()
    assert [item["id"] for item in page["items"]] == [make("bad").id] and page["more"] is False
    assert client.get(f"{API}/problems", params={"limit": 1}).json()["more"] is True


def test_facets_and_graph(client: TestClient, made: Directive) -> None:
    counted = client.get(f"{API}/facets").json()
    assert {"value": "Các huyện ủy", "count": 1} in counted["facets"]["bearer"]
    graph = client.get(f"{API}/directives/{made.id}/graph").json()
    assert {edge["relation"] for edge in graph["cites"]} == {"implements", "amends"}
    act = graph["cites"][0]["act"]
    back = client.get(f"{API}/acts/{act}/graph").json()
    assert [edge["directive"] for edge in back["cited_by"]] == [made.id]


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "ics", "graphml"])
def test_exports(client: TestClient, made: Directive, form: str) -> None:
    answer = client.get(f"{API}/export", params={"format": form})
    assert answer.status_code == 200
    assert len(answer.content) > 100


def test_an_export_that_is_held_already_is_not_sent_again(
    client: TestClient, shelf: Shelf, made: Directive
) -> None:
    asked = {"format": "csv", "q": "báo cáo"}
    tag = client.get(f"{API}/export", params=asked).headers["etag"]
    held = {"if-none-match": tag}
    assert client.get(f"{API}/export", params=asked, headers=held).status_code == 304
    assert client.get(f"{API}/export", params={**asked, "q": "hồ sơ"}, headers=held).status_code == 200
    assert client.get(f"{API}/export", params={**asked, "limit": 1}, headers=held).status_code == 200
    shelf.add(shelf.folder / "other", make("other"))
    assert client.get(f"{API}/export", params=asked, headers=held).status_code == 200


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "ics", "graphml"])
def test_exports_are_bounded_in_rows(shelf: Shelf, made: Directive, form: str) -> None:
    from dataclasses import replace

    shelf.add(shelf.folder / "other", make("other"))
    shelf.settings = replace(shelf.settings, export_rows=1)
    with serve(shelf) as client:
        refused = client.get(f"{API}/export", params={"format": form})
        assert refused.status_code == 400
        assert "More than 1 rows" in refused.json()["error"]["message"]
        few = client.get(f"{API}/export", params={"format": form, "limit": 1})
        assert few.status_code == 200
        if form == "jsonl":
            assert len(few.text.splitlines()) == 1
        one = {"format": form, "q": "Ban Tổ chức Tỉnh ủy rà soát"}
        assert client.get(f"{API}/export", params=one).status_code == 200
        assert client.get("/export", params={"format": form}).status_code == 400


def test_an_export_that_takes_too_long_is_cut_off(shelf: Shelf, made: Directive) -> None:
    from dataclasses import replace

    from congvan.web.exports import TooSlow

    shelf.settings = replace(shelf.settings, export_seconds=0.0)
    with serve(shelf) as client, pytest.raises(TooSlow):
        client.get(f"{API}/export", params={"format": "csv"})


def test_page_image_and_akoma_ntoso(client: TestClient, made: Directive) -> None:
    assert client.get(f"{API}/directives/{made.id}/pages/1.jpg").content.startswith(b"\xff\xd8\xff")
    assert "akomaNtoso" in client.get(f"{API}/directives/{made.id}/akn.xml").text


def test_an_upload_and_how_it_goes(client: TestClient) -> None:
    files = [("files", ("a.txt", LETTER.encode(), "text/plain"))]
    assert client.post(f"{API}/uploads", files=files).status_code == 403
    answer = client.post(f"{API}/uploads", files=files, headers={"x-congvan": "1"})
    assert answer.status_code == 202
    finished(client, "/inbox/" + answer.json()["run"])
    state = client.get(answer.headers["location"]).json()
    assert state["finished"] is True
    assert state["files"][0]["state"] == "complete"
    assert client.get(f"{API}/directives/{state['files'][0]['id']}").status_code == 200


def test_corrections_are_told(client: TestClient, shelf: Shelf, made: Directive) -> None:
    from corpus.corpus import Corpus

    with Corpus.open(shelf.url) as corpus:
        corpus.correct(made.id, "subject", "khác", who="An", why="đọc lại")
    told = client.get(f"{API}/directives/{made.id}/corrections").json()
    assert [(c["field"], c["before"], c["after"], c["who"]) for c in told] == [
        ("subject", "đánh giá cán bộ", "khác", "An")
    ]


def test_the_description_names_every_route_and_the_error(client: TestClient) -> None:
    document: dict[str, Any] = client.get(f"{API}/openapi.json").json()
    assert set(document["paths"]) >= {
        f"{API}{path}"
        for path in (
            "/directives", "/directives/{name}", "/directives/{name}/pages/{number}.jpg", "/obligations",
            "/directives/{name}/graph", "/export", "/uploads", "/uploads/{key}", "/facets",
        )
    }  # fmt: skip
    assert not any(not path.startswith(API) for path in document["paths"])
    answers = document["paths"][f"{API}/obligations"]["get"]["responses"]
    assert answers["400"]["content"]["application/json"]["schema"]["$ref"].endswith("/ErrorBody")


def test_a_statement_that_takes_too_long_is_stopped(shelf: Shelf) -> None:
    from dataclasses import replace

    shelf.settings = replace(shelf.settings, query_seconds=0.2)
    with serve(shelf) as client:
        from sqlalchemy import text

        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

        @client.app.get(f"{API}/endless")  # type: ignore[attr-defined,untyped-decorator]
        def endless_search() -> None:
            with client.app.state.corpus.reading() as connection:  # type: ignore[attr-defined]
                connection.execute(text(endless))

        answer = client.get(f"{API}/endless")
    assert answer.status_code == 503
    assert answer.json()["error"]["code"] == "timeout"
