"""The pages that show: search, one directive, deadlines, graph, overview, in both languages."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.congvan.web.conftest import Shelf, post
from tests.corpus.build import Duty, make


@pytest.fixture
def filled(shelf: Shelf, client: TestClient) -> TestClient:
    shelf.scan()
    plan = make(
        "plan",
        number="7-CV/TU",
        issuer="Tỉnh ủy Quảng An",
        date="2021-03-02",
        subject="Kế hoạch kiểm tra",
        duties=[Duty("Văn phòng không chia sẻ mật khẩu", ["Văn phòng"], modality="prohibition")],
    )
    shelf.add(shelf.folder / "plan.txt", plan)
    new = make(
        "new",
        number="22-CV/TU",
        issuer="Tỉnh ủy Quảng An",
        date="2023-01-05",
        references=[
            {
                "text": "Công văn số 15-CV/TU ngày 01/10/2022 của Tỉnh ủy Quảng An",
                "number": "15-CV/TU",
                "date": "2022-10-01",
                "issuer": "Tỉnh ủy Quảng An",
                "relation": "replaces",
            }
        ],
    )
    shelf.add(shelf.folder / "new.txt", new)
    return client


def test_an_empty_corpus_says_where_to_begin(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert 'href="/inbox"' in page.text


@pytest.mark.parametrize("typed", ["31/10/2022", "2022-10-31", "31.10.2022"])
def test_days_are_typed_and_shown_as_in_viet_nam(filled: TestClient, typed: str) -> None:
    page = filled.get("/", params={"due_before": typed, "due_after": "1/10/2022"})
    assert page.text.count('class="hit"') == 1
    assert 'name="due_before" value="' + typed.replace("2022-10-31", "31/10/2022") + '"' in page.text
    assert 'type="date"' not in page.text + filled.get("/due").text
    due = filled.get("/due", params={"as_of": "15/10/2022"}).text
    assert 'name="as_of" value="15/10/2022"' in due
    assert 'class="due soon">30/10/2022' in due
    assert filled.get("/due", params={"as_of": "31/02/2022"}).status_code == 400


@pytest.mark.parametrize("query", ["rà soát hồ sơ", "ra soat ho so"])
def test_search_finds_with_and_without_marks_and_shows_where(filled: TestClient, query: str) -> None:
    page = filled.get("/", params={"q": query})
    assert page.text.count('class="hit"') == 1
    assert "<mark>rà</mark>" in page.text
    assert "<mark>hồ</mark>" in page.text


def test_search_narrows_by_facets_with_counts(filled: TestClient) -> None:
    page = filled.get("/")
    assert "<span>phải làm</span> <small>2</small>" in page.text
    assert "<span>không được làm</span> <small>1</small>" in page.text
    narrowed = filled.get("/", params={"modality": "prohibition"})
    assert narrowed.text.count('class="hit"') == 1
    assert "Văn phòng không chia sẻ mật khẩu" in narrowed.text


def test_search_filters_by_bearer_and_day(filled: TestClient) -> None:
    page = filled.get("/", params={"bearer": "ban to chuc", "due_before": "2022-10-31"})
    assert page.text.count('class="hit"') == 1
    assert "30/10/2022" in page.text


def test_overdue_is_as_of_the_day_that_the_address_names(filled: TestClient) -> None:
    assert filled.get("/", params={"overdue": "1", "as_of": "2022-11-01"}).text.count('class="hit"') == 1
    assert filled.get("/", params={"overdue": "1", "as_of": "2023-01-01"}).text.count('class="hit"') == 2


def test_results_as_directives(filled: TestClient) -> None:
    page = filled.get("/", params={"q": "kiem tra", "kind": "directives"})
    assert page.text.count('class="hit"') == 1
    assert "7-CV/TU" in page.text


@pytest.mark.parametrize(
    "params",
    [
        {"q": "-chi"},
        {"due_before": "31/02/2022"},
        {"year": "hai nghìn"},
        {"page": "0"},
        {"page": "999999"},
        {"sort": "magic"},
        {"kind": "everything"},
        {"cites": "không có số này"},
        {"in_force": "maybe"},
    ],
)
def test_what_makes_no_sense_is_said_on_the_page(filled: TestClient, params: dict[str, str]) -> None:
    page = filled.get("/", params=params)
    if page.status_code == 200:
        assert "cites" in params  # an act that nothing cites is an answer, not a slip
    else:
        assert page.status_code == 400
        assert 'class="problem"' in page.text


def test_a_directive_as_printed_with_what_became_of_it(filled: TestClient, shelf: Shelf) -> None:
    page = filled.get("/act", params={"number": "15-CV/TU"})
    page = filled.get(page.headers["location"])
    assert "Tỉnh ủy Quảng An" in page.text
    assert "01/10/2022" in page.text
    assert 'id="o-o1"' in page.text
    assert "Ban Tổ chức Tỉnh ủy" in page.text
    assert "20 %" in page.text
    assert "đã bị thay thế" in page.text
    assert "22-CV/TU" in page.text
    assert "Quy định số 9-QĐ/TW" in page.text


def test_a_number_that_is_not_held_is_searched_for(filled: TestClient) -> None:
    answer = filled.get("/act", params={"number": "999-CV/TU"})
    assert answer.headers["location"].startswith("/?kind=directives&q=999")


def test_the_amended_act_says_who_amended_it(filled: TestClient) -> None:
    page = filled.get(filled.get("/act", params={"number": "7-CV/TU"}).headers["location"])
    assert "Được văn bản khác sửa đổi" in page.text
    assert "<ins>mới</ins>" in page.text


def test_deadlines_on_the_board_and_in_the_month(filled: TestClient) -> None:
    page = filled.get("/due", params={"as_of": "2022-11-01", "month": "2022-10"})
    overdue, _, later = page.text.partition("in-week")
    assert "rà soát hồ sơ" in overdue
    assert "Các huyện ủy báo cáo" in later
    assert "Tháng 10/2022" in page.text
    assert filled.get("/due", params={"month": "2022-13"}).status_code == 400


def test_the_calendar_feed(filled: TestClient) -> None:
    answer = filled.get("/due/feed.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20221030" in answer.text


def test_the_graph_leads_from_act_to_act(filled: TestClient) -> None:
    here = filled.get("/act", params={"number": "15-CV/TU"}).headers["location"]
    graph = filled.get(filled.get(f"{here}/graph").headers["location"])
    assert "9-QĐ/TW" in graph.text
    assert "edge implements" in graph.text
    assert "edge replaces" in graph.text
    assert filled.get("/graph/424242").status_code == 404


def test_the_overview_counts(filled: TestClient) -> None:
    page = filled.get("/overview", params={"as_of": "2022-10-15"})
    assert '<a href="/?kind=directives">3</a>' in page.text
    assert "số viết tay" in page.text
    assert "10/22 1" in page.text


def test_english_by_a_switch(filled: TestClient) -> None:
    answer = filled.get("/language/en", params={"next": "/overview"})
    assert answer.headers["location"] == "/overview"
    page = filled.get("/overview")
    assert '<html lang="en">' in page.text
    assert "acts cited but not held" in page.text
    filled.get("/language/vi")
    assert '<html lang="vi">' in filled.get("/overview").text


def test_saved_searches(filled: TestClient) -> None:
    post(
        filled, "/saved", name="Việc của Văn phòng", next="/?q=mat+khau&kind=obligations&modality=prohibition"
    )
    page = filled.get("/")
    assert "Việc của Văn phòng" in page.text
    assert "modality=prohibition" in page.text
    post(filled, "/saved/delete", name="Việc của Văn phòng", next="/")
    assert "Việc của Văn phòng" not in filled.get("/").text


@pytest.mark.parametrize(
    ("form", "start"),
    [("csv", "\ufeff"), ("jsonl", "{"), ("ics", "BEGIN:VCALENDAR"), ("graphml", "<?xml"), ("xlsx", "PK")],
)
def test_what_was_found_is_exported(filled: TestClient, form: str, start: str) -> None:
    answer = filled.get("/export", params={"q": "rà soát", "format": form})
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content.decode("utf-8", "replace").startswith(start)
    assert filled.get("/export", params={"format": "exe"}).status_code == 400
