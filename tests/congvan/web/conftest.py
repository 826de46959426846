"""A corpus with one scanned page, some directives around it, and the page that serves them."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from corpus.corpus import Corpus
from corpus.reader import read
from corpus.words import pack
from extractors.model import (
    ActType,
    Amendment,
    Deadline,
    Directive,
    Issued,
    Issuer,
    Number,
    Obligation,
    PageRecord,
    Reference,
    Repair,
    Rule,
    Signatory,
    Source,
    Warning,
)
from pipeline.document import Box, Word
from pipeline.options import Limits, Options

pytest.importorskip("fastapi", reason="the web page needs pip install 'congvan[web]'")

from fastapi.testclient import TestClient

from congvan.web.apart import Apart
from congvan.web.app import create_app
from congvan.web.checking import Checks
from congvan.web.images import PageImages
from congvan.web.settings import Settings

LINES = (
    "TỈNH ỦY QUẢNG AN",
    "Số: 15-CV/TU",
    "V/v đánh giá cán bộ",
    "Thực hiện Quy định số 9-QĐ/TW và sửa Công văn số 7-CV/TU:",
    "Ban Tổ chức Tỉnh uỷ rà soát hồ sơ trước ngày 30/10/2022.",
    "Các huyện ủy báo cáo kết quả trước ngày 15/11/2022.",
    "Không quá 20% số đảng viên hoàn thành tốt nhiệm vụ.",
)
WIDTH, HEIGHT = 595.0, 842.0
TOP, STEP, SIZE = 60, 40, 14


def scanned(folder: Path, name: str = "scan.png", **more: Any) -> tuple[Path, Directive, dict[int, bytes]]:
    """A page as a picture, what was read of it, and its words, one box a word."""
    text = "\n".join(LINES) + "\n"
    image = Image.new("L", (int(WIDTH), int(HEIGHT)), 255)
    pen = ImageDraw.Draw(image)
    words = []
    for number, line in enumerate(LINES):
        for found in re.finditer(r"\S+", line):
            start = text.index(line) + found.start()
            x, y = 40 + 6.0 * found.start(), TOP + STEP * number
            box = Box(x, y, x + 6.0 * len(found[0]), y + SIZE)
            pen.rectangle((box.x0, box.y0 + 3, box.x1 - 3, box.y1), fill=60)
            words.append(Word(start, start + len(found[0]), box, 0.4 if found[0] == "uỷ" else 0.97))
    path = folder / name
    image.save(path)
    data = path.read_bytes()

    def span(part: str, after: int = 0) -> tuple[int, int]:
        start = text.index(part, after)
        return start, start + len(part)

    first = span("Ban Tổ chức Tỉnh uỷ rà soát hồ sơ trước ngày 30/10/2022")
    second = span("Các huyện ủy báo cáo kết quả trước ngày 15/11/2022")
    sha256 = hashlib.sha256(data).hexdigest()
    directive = Directive(
        id=sha256[:16],
        source=Source(name=name, media_type="image/png", sha256=sha256, bytes=len(data), pages=1),
        status="complete",
        text=text,
        pages=[
            PageRecord(
                number=1, start=0, end=len(text), width=WIDTH, height=HEIGHT, method="ocr", confidence=0.91
            )
        ],
        repairs=[
            Repair(kind="ocr", span=span("đánh giá"), before="danh gia", after="đánh giá", confidence=0.6)
        ],
        number=Number(
            text="15-CV/TU",
            serial=15,
            type_code="CV",
            issuer_code="TU",
            system="party",
            span=span("15-CV/TU"),
        ),
        type=ActType(code="CV", name="Công văn"),
        issuer=Issuer(name="Tỉnh ủy Quảng An", span=span("TỈNH ỦY QUẢNG AN"), confidence=0.98),
        issued=Issued(date="2022-10-01", precision="day", place="Quảng An"),
        subject="đánh giá cán bộ",
        addressees=["Các huyện ủy"],
        signatories=[Signatory(name="Lê Thị Bình", position="PHÓ BÍ THƯ")],
        references=[
            Reference(
                text="Quy định số 9-QĐ/TW",
                number="9-QĐ/TW",
                type="QĐ",
                issuer="Bộ Chính trị",
                relation="implements",
                span=span("Quy định số 9-QĐ/TW"),
            ),
            Reference(
                text="Công văn số 7-CV/TU",
                number="7-CV/TU",
                date="2021-03-02",
                issuer="Tỉnh ủy Quảng An",
                relation="amends",
                span=span("Công văn số 7-CV/TU"),
            ),
        ],
        deadlines=[
            Deadline(
                text="trước ngày 30/10/2022",
                date="2022-10-30",
                bound="before",
                span=span("trước ngày 30/10/2022"),
            ),
            Deadline(
                text="trước ngày 15/11/2022",
                date="2022-11-15",
                bound="before",
                span=span("trước ngày 15/11/2022"),
            ),
        ],
        obligations=[
            Obligation(
                id="o1",
                text=text[slice(*first)],
                clause="1",
                bearers=["Ban Tổ chức Tỉnh ủy"],
                action="rà soát hồ sơ",
                deadlines=["trước ngày 30/10/2022"],
                span=first,
                confidence=0.9,
            ),
            Obligation(
                id="o2",
                text=text[slice(*second)],
                clause="2",
                bearers=["Các huyện ủy"],
                action="báo cáo kết quả",
                deadlines=["trước ngày 15/11/2022"],
                span=second,
                confidence=0.5,
            ),
        ],
        rules=[
            Rule(
                id="r1",
                kind="quota",
                text=LINES[6],
                limit=0.2,
                of="hoàn thành tốt nhiệm vụ",
                span=span(LINES[6]),
            )
        ],
        amendments=[
            Amendment(target="7-CV/TU", place="mục 2", action="replace", old="cũ", new="mới", span=(0, 5))
        ],
        warnings=[
            Warning(
                code="handwritten-number",
                message="page 1: the number is written by hand; look at the ink at "
                "[76.0, 100.0, 130.0, 114.0] (points) and enter it.",
            )
        ],
        **more,
    )
    return path, directive, {1: pack(words)}


class Shelf:
    """Where a test's corpus and files lie."""

    def __init__(self, folder: Path, template: Path) -> None:
        self.folder = folder
        self.url = shutil.copy(template, folder / "corpus.db").as_posix()
        self.settings = Settings(
            url=self.url, folder=folder / "web", upload_bytes=50_000, request_bytes=120_000
        )

    def add(self, path: Path, directive: Directive, words: dict[int, bytes] | None = None) -> Directive:
        with Corpus.open(self.url) as corpus:
            corpus.store(directive, recipe="1.1", path=str(path), words=words)
        return directive

    def scan(self, name: str = "scan.png", **more: Any) -> Directive:
        return self.add(*scanned(self.folder, name, **more))


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """argon2 as ever, but at a cost that tests can bear."""
    from argon2 import PasswordHasher

    cheap = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr("congvan.web.accounts.PasswordHasher", lambda: cheap)


@pytest.fixture(scope="session")
def children() -> Iterator[dict[str, Apart]]:
    """Child processes that tests share: starting one takes longer than what most tests ask of it."""
    made: dict[str, Apart] = {}
    yield made
    for apart in made.values():
        Apart.close(apart)


@pytest.fixture(autouse=True)
def shared_children(children: dict[str, Apart], monkeypatch: pytest.MonkeyPatch) -> None:
    def shared(limits: Limits, prepare: Any = None) -> Apart:
        if prepare.__module__ not in children:
            children[prepare.__module__] = Apart(limits, prepare)
        return children[prepare.__module__]

    monkeypatch.setattr("congvan.web.checking.Apart", shared)
    monkeypatch.setattr("congvan.web.images.Apart", shared)
    monkeypatch.setattr(Checks, "close", lambda self: None)
    monkeypatch.setattr(PageImages, "close", lambda self: None)


@pytest.fixture(scope="session")
def empty_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "corpus.db"
    Corpus.open(str(path)).close()
    return path


@pytest.fixture
def shelf(tmp_path: Path, empty_corpus: Path) -> Shelf:
    return Shelf(tmp_path, empty_corpus)


def read_here(paths: Iterable[Path]) -> Iterator[tuple[Path, Directive]]:
    """Reads without child processes, for speed."""
    for path in paths:
        yield path, read(path, Options())


def serve(shelf: Shelf) -> TestClient:
    app = create_app(shelf.settings, read_many=read_here)
    return TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False)


@pytest.fixture
def client(shelf: Shelf) -> Iterator[TestClient]:
    """A browser at the machine itself, without accounts."""
    with serve(shelf) as opened:
        yield opened


def token(client: TestClient, page: str = "/login") -> str:
    """The token that our forms carry, as a browser finds it."""
    found = re.search(r'"X-CSRF-Token":"([0-9a-f]+)"', client.get(page, follow_redirects=True).text)
    assert found is not None
    return found[1]


def post(client: TestClient, address: str, /, **data: str) -> Any:
    return client.post(address, data={"csrf": token(client), **data})
