"""The pages that show: search, one directive, deadlines, graph, overview, in both languages."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import QueryParams

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
    assert 'class="due soon">29/10/2022' in due
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


def facet(page: str, title: str) -> list[tuple[str, int, str | None]]:
    """The choices of a facet: label, count, address."""
    section = next(part for part in page.split("<section>") if part.startswith(f"<h2>{title}</h2>"))
    rows = re.findall(r"<li><(?:a|p)(.*?)><span>(.*?)</span> <small>(\d+)</small>", section.split("</ul>")[0])
    links = [re.search(r'href="([^"]*)"', tag) for tag, *_ in rows]
    return [
        (label, int(many), html.unescape(link[1]) if link else None)
        for (_, label, many), link in zip(rows, links, strict=True)
    ]


@pytest.mark.parametrize("kind", ["obligations", "directives"])
def test_each_count_of_a_facet_is_what_its_link_finds(filled: TestClient, kind: str) -> None:
    page = filled.get("/", params={"kind": kind}).text
    titles = re.findall(r"<section><h2>(.*?)</h2><ul>", page)
    assert {"Duyệt", "Viện dẫn văn bản", "Được viện dẫn bởi"} <= set(titles)
    assert ("Đến hạn" in titles) is (kind == "obligations")
    followed = 0
    for title in titles:
        for label, many, link in facet(page, title):
            if link is not None:
                assert filled.get(link).text.count('class="hit"') == many, (title, label)
                followed += 1
    assert followed > 8


def test_what_no_filter_asks_for_is_counted_without_a_link(filled: TestClient) -> None:
    due = {label: (many, link) for label, many, link in facet(filled.get("/").text, "Đến hạn")}
    assert due["không nêu ngày"] == (1, None)
    many, link = due["quá hạn"]
    assert many == 2 and link is not None
    chosen = facet(filled.get(link).text, "Đến hạn") if "Đến hạn</h2><ul>" in filled.get(link).text else []
    assert all(label == "quá hạn" for label, _, _ in chosen)


def test_a_type_is_counted_by_its_name() -> None:
    from congvan.web.asked import said
    from congvan.web.facets import Counted, sections

    counted = Counted({"type": [("CV", 3), ("??", 1)]})
    ((_, choices),) = sections(counted, said(QueryParams(), "directives"))
    assert [(c.label, c.changes) for c in choices] == [
        ("CV · Công văn", {"type": "CV"}),
        ("??", {"type": "??"}),
    ]


def test_bands_of_confidence_hold_those_above(filled: TestClient) -> None:
    from congvan.web.asked import said
    from congvan.web.facets import Counted, sections

    counted = Counted({"confidence": [("0.5", 3), ("0.9", 10), ("0.0", 1)]})
    values = said(QueryParams("min_confidence=0.9"), "obligations")
    ((_, choices),) = sections(counted, values)
    assert [(c.label, c.count, c.on) for c in choices] == [("0,9", 10, True), ("0,5", 13, False)]
    assert [c.changes for c in choices] == [{"min_confidence": None}, {"min_confidence": "0.5"}]


def test_days_that_are_near_are_asked_for_as_they_are_counted() -> None:
    from datetime import date, timedelta

    from congvan.web.asked import filters, said
    from congvan.web.facets import Counted, sections

    today = date.today()
    ((_, choices),) = sections(
        Counted({"due": [("soon", 2), ("later", 1)]}), said(QueryParams(), "obligations")
    )
    soon, later = (
        said(QueryParams({k: v for k, v in (c.changes or {}).items() if v}), "obligations") for c in choices
    )
    near, far = filters(soon, today.isoformat()), filters(later, today.isoformat())
    days = [(today + timedelta(days=n)).isoformat() for n in (-1, 0, 30, 31)]
    inside = [(near.due_after or "") < day < (near.due_before or "") for day in days]
    assert inside == [False, True, True, False]
    assert [(far.due_after or "") < day for day in days] == [False, False, False, True]


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
    assert "DTSTART;VALUE=DATE:20221029" in answer.text


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
