"""Exports: valid, complete, flat, and safe to open."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from lxml import etree
from openpyxl import load_workbook
from sqlalchemy import Connection, event

from corpus.corpus import Corpus
from corpus.export.graphml import graphml
from corpus.export.ics import calendar
from corpus.export.tables import HEADERS, csv_lines, write_xlsx
from corpus.filters import Filters
from extractors.model import Directive
from tests.corpus.build import Duty, make

ALL = Filters()
EVIL = "=cmd|' /C calc'!A0"


@pytest.fixture
def filled(sqlite: Corpus) -> Corpus:
    sqlite.store(
        make(
            "a",
            subject=EVIL,
            duties=[
                Duty("-Các cấp ủy; báo cáo", ["@Các cấp ủy"], "trước ngày 30/10/2022", "2022-10-30"),
                Duty("không hạn\n\fhai dòng", []),
            ],
            references=[{"text": "Điều lệ <Đảng> & quy định", "relation": "implements"}],
        ),
        recipe="1",
    )
    sqlite.store(
        make(
            "b",
            number="2-CV/TU",
            subject="Khác",
            references=[
                {"text": "Công văn số 605-CV/TU ngày 14/10/2022", "number": "605-CV/TU", "date": "2022-10-14"}
            ],
        ),
        recipe="1",
    )
    return sqlite


def table(corpus: Corpus, sheet: str, query: str = "", filters: Filters = ALL) -> list[dict[str, str]]:
    lines = b"".join(csv_lines(corpus, sheet, query, filters)).decode()  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(lines)))


def test_json_lines_are_the_contract(filled: Corpus) -> None:
    validator = Draft202012Validator(Directive.model_json_schema(mode="serialization"))
    lines = [json.loads(directive.model_dump_json()) for directive in filled.each()]
    assert len(lines) == 2
    for line in lines:
        validator.validate(line)
        for item in [*line["obligations"], *line["references"], *line["deadlines"]]:
            assert line["text"][item["span"][0] : item["span"][1]] == item["text"]


def test_csv_holds_every_row_and_runs_no_formula(filled: Corpus) -> None:
    first, second = table(filled, "directives")
    assert first["subject"] == "'" + EVIL
    assert second["number"] == "2-CV/TU"
    duties = table(filled, "obligations")
    assert [row["due"] for row in duties] == ["2022-10-29", ""]
    assert duties[0]["text"].startswith("'-Các cấp ủy; báo cáo")
    assert duties[0]["bearers"] == "'@Các cấp ủy"
    assert duties[1]["text"] == "không hạn hai dòng"
    assert [row["citing"] for row in table(filled, "references")] == ["605-CV/TU", "2-CV/TU"]
    assert table(filled, "references")[1]["target"] == make("a").id
    assert [row["due"] for row in table(filled, "deadlines")] == ["2022-10-29"]


def test_an_export_can_be_narrowed(filled: Corpus) -> None:
    assert [row["number"] for row in table(filled, "directives", "khac")] == ["2-CV/TU"]
    assert len(table(filled, "obligations", "", Filters(due_before="2023-01-01"))) == 1


def test_a_workbook_holds_text_as_text(filled: Corpus, tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_xlsx(filled, path, "", ALL)
    book = load_workbook(path)
    assert book.sheetnames == list(HEADERS)
    sheet = book["directives"]
    subject = next(cell for cell in sheet[2] if cell.value == EVIL)
    assert subject.data_type == "s"
    assert book["obligations"].max_row == 3
    with zipfile.ZipFile(path) as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist() if name.endswith(".xml"))


def test_the_calendar_has_one_entry_a_day_due(filled: Corpus) -> None:
    read = Calendar.from_ical(b"".join(calendar(filled, "", ALL)))
    [event] = read.walk("VEVENT")
    assert event["dtstart"].dt == date(2022, 10, 29)
    assert "Các cấp ủy" in event["summary"] and "trước ngày 30/10/2022" in event["description"]
    assert event["uid"] == f"{make('a').id}-a-0@congvan"


def test_the_graph_is_graphml_with_stubs(filled: Corpus) -> None:
    root = etree.fromstring(b"".join(graphml(filled, "", ALL)))
    name = "{http://graphml.graphdrawing.org/xmlns}"
    nodes = root.findall(f".//{name}node")
    edges = root.findall(f".//{name}edge")
    assert (len(nodes), len(edges)) == (3, 2)
    ids = {node.get("id") for node in nodes}
    assert all({edge.get("source"), edge.get("target")} <= ids for edge in edges)
    held = [node.findtext(f"{name}data[@key='n_held']") for node in nodes]
    assert sorted(held) == ["false", "true", "true"]
    assert root.findtext(f".//{name}edge/{name}data[@key='e_text']") == "Điều lệ <Đảng> & quy định"


def test_memory_of_an_export_does_not_grow_with_the_corpus(sqlite: Corpus) -> None:
    """Peak memory while exporting 150 directives is that of exporting 50, but for a margin."""

    def peak() -> int:
        tracemalloc.start()
        for _ in csv_lines(sqlite, "obligations", "", ALL):
            pass
        for directive in sqlite.each():
            directive.model_dump_json()
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    def fill(start: int, end: int) -> None:
        with sqlite.writing() as connection:
            from corpus.store import store

            for i in range(start, end):
                duties = [Duty(f"Các cấp ủy báo cáo lần {j} " * 5, ["Các cấp ủy"]) for j in range(10)]
                store(connection, sqlite.index, make(f"d{i}", number=f"{i}-CV/TU", duties=duties), recipe="1")

    fill(0, 50)
    peak()  # fills the caches
    small = peak()
    fill(50, 150)
    assert peak() < small * 1.8


def test_an_export_keeps_few_pages_and_leaves_the_connection_as_it_was(sqlite: Corpus) -> None:
    """Python's own memory is measured above; SQLite's pages are the other part, and lie outside of it."""
    sqlite.store(make("a", duties=[Duty("Báo cáo", ["A"])]), recipe="1")
    kept: list[int] = []

    def pages(connection: Connection) -> None:
        kept.append(-int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one()) // 1024)

    def look(connection: Connection, _cursor: object, statement: str, *_more: object) -> None:
        if statement.lstrip().startswith("SELECT"):
            pages(connection)

    event.listen(sqlite.engine, "before_cursor_execute", look)
    for export in (csv_lines(sqlite, "obligations", "", ALL), sqlite.each(), graphml(sqlite, "", ALL)):
        assert list(export)
    event.remove(sqlite.engine, "before_cursor_execute", look)
    assert kept and max(kept) <= 8
    with sqlite.reading() as connection:
        pages(connection)
    assert kept[-1] == 64
