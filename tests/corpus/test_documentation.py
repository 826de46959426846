"""docs/database.md says what there is: every table, every view, every format."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import inspect

from corpus.corpus import Corpus
from corpus.schema import metadata
from tests.corpus.build import Duty, make

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "database.md").read_text(encoding="utf-8")


def test_every_table_and_view_is_documented(corpus: Corpus) -> None:
    names = set(re.findall(r"`(\w+)`", DOCUMENT))
    views = set(inspect(corpus.engine).get_view_names())
    assert views and views <= names
    assert set(metadata.tables) - {"settings"} <= names


def test_the_query_of_the_document_runs(corpus: Corpus) -> None:
    corpus.store(make(duties=[Duty("Sở báo cáo", ["Sở"], "trước 30/10", "2022-10-30")]), recipe="1")
    sql = re.search(r"```sql\n(.*?);\n```", DOCUMENT, re.DOTALL)
    assert sql is not None
    with corpus.reading() as connection:
        rows = connection.exec_driver_sql(sql[1]).all()
    assert [tuple(row)[:2] for row in rows] == [("Sở", "2022-10-29")]


def test_every_view_can_be_read(corpus: Corpus) -> None:
    corpus.store(make(duties=[Duty("Sở báo cáo", ["Sở"])], references=[{"text": "Điều lệ Đảng"}]), recipe="1")
    with corpus.reading() as connection:
        for view in inspect(corpus.engine).get_view_names():
            connection.exec_driver_sql(f"SELECT * FROM {view}").all()
        page = connection.exec_driver_sql("SELECT text FROM v_pages").scalar_one()
    assert page == make(duties=[Duty("Sở báo cáo", ["Sở"])], references=[{"text": "Điều lệ Đảng"}]).text
