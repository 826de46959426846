"""The inbox: files in, what became of each, another try, bounds."""

from __future__ import annotations

import io
import threading
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from congvan.web.app import create_app
from corpus.reader import read
from pipeline.options import Options
from tests.congvan.web.conftest import Shelf, post, token

LETTER = """TỈNH ỦY QUẢNG AN
*
Số 21-CV/TU
V/v báo cáo tài sản
Quảng An, ngày 05 tháng 9 năm 2022

Kính gửi: Các huyện ủy

1. Các huyện ủy báo cáo kết quả trước ngày 30/10/2022.
"""


def send(client: TestClient, *files: tuple[str, bytes]) -> Any:
    return client.post(
        "/inbox",
        files=[("files", (name, data, "application/octet-stream")) for name, data in files],
        headers={"x-csrf-token": token(client)},
    )


def finished(client: TestClient, address: str) -> str:
    """The page of a run once it is done; the run itself says when."""
    run = client.app.state.inbox.run(address.rpartition("/")[2])  # type: ignore[attr-defined]
    until = time.monotonic() + 30
    while not run.finished:
        assert time.monotonic() < until
        run.ended.wait(1)
    return client.get(address).text


def test_a_file_is_read_and_found(client: TestClient, shelf: Shelf) -> None:
    sent = send(client, ("công văn 21.txt", LETTER.encode()))
    assert sent.status_code == 303
    page = finished(client, sent.headers["location"])
    assert "công văn 21.txt" in page
    assert "đọc đủ" in page
    assert "hx-get" not in page.partition('id="run"')[2][:200]
    assert "Các huyện ủy báo cáo kết quả" in client.get("/").text
    kept = list((shelf.settings.folder / "inbox").glob("*/*/*"))
    assert [path.name for path in kept] == ["công văn 21.txt"]


def test_the_same_bytes_again_are_a_duplicate(client: TestClient) -> None:
    finished(client, send(client, ("a.txt", LETTER.encode())).headers["location"])
    page = finished(client, send(client, ("b.txt", LETTER.encode())).headers["location"])
    assert "trùng" in page
    assert "Cùng nội dung với" in page


def test_a_file_that_fails_says_why_and_is_tried_again(client: TestClient) -> None:
    sent = send(client, ("good.txt", LETTER.encode()), ("broken.pdf", b"%PDF-1.4 cut short"))
    page = finished(client, sent.headers["location"])
    assert "tệp hỏng" in page
    assert "1 hỏng" in page
    again = post(client, sent.headers["location"] + "/retry")
    assert again.status_code == 303
    page = finished(client, again.headers["location"])
    assert "broken.pdf" in page
    assert "good.txt" not in page


def test_past_runs_stay_known_and_can_be_retried(client: TestClient) -> None:
    finished(client, send(client, ("broken.pdf", b"%PDF-1.4 cut short")).headers["location"])
    page = client.get("/inbox/1").text
    assert "broken.pdf" in page
    again = post(client, "/inbox/1/retry")
    assert "broken.pdf" in finished(client, again.headers["location"])


def test_a_retry_names_only_files_of_its_run(client: TestClient) -> None:
    finished(client, send(client, ("broken.pdf", b"%PDF-1.4 cut short")).headers["location"])
    assert post(client, "/inbox/1/retry", path="/etc/passwd").status_code == 400
    assert post(client, "/inbox/nothing/retry").status_code == 400


def test_uploads_are_bounded_and_nothing_is_left(client: TestClient, shelf: Shelf) -> None:
    for files, status in (
        ([("a.txt", b"x" * 60_000)], 413),
        ([("a.txt", b"x" * 40_000), ("b.txt", b"y" * 60_000)], 413),
        ([(f"{i}.txt", b"x" * 45_000) for i in range(3)], 413),
        ([(f"{i}.txt", b"x") for i in range(201)], 400),
    ):
        assert send(client, *files).status_code == status
    assert not list((shelf.settings.folder / "inbox").glob("*/*/*"))
    assert send(client).status_code == 400


def test_the_number_of_files_is_bounded_without_script_too(client: TestClient) -> None:
    files = [("files", (f"{i}.txt", b"x", "text/plain")) for i in range(201)]
    assert client.post("/inbox", files=files, data={"csrf": token(client)}).status_code == 413


@pytest.mark.parametrize("extension", ["zip", "docx"])
def test_an_archive_is_not_unpacked(client: TestClient, shelf: Shelf, extension: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../escaped.txt", LETTER)
        archive.writestr("inner.txt", LETTER)
        archive.writestr("bomb.bin", b"\0" * 20_000_000)
    page = finished(client, send(client, (f"tricks.{extension}", data.getvalue())).headers["location"])
    assert "không đọc được" in page
    assert not list(shelf.folder.rglob("escaped.txt"))
    assert not list(shelf.folder.rglob("inner.txt"))


def test_a_name_with_folders_stays_in_the_inbox(client: TestClient, shelf: Shelf) -> None:
    finished(client, send(client, ("../../../outside.txt", LETTER.encode())).headers["location"])
    found = list(Path(shelf.folder).rglob("outside.txt"))
    assert len(found) == 1
    assert shelf.settings.folder / "inbox" in found[0].parents


def test_the_page_that_is_read_shows_live(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = threading.Event()

    def run_many(_work: object, paths: Iterable[Path], *_: object, on_page: Any, **__: object) -> Any:
        for path in paths:
            on_page(path, 37, 100)
            assert seen.wait(20)
            yield path, read(path, Options())

    monkeypatch.setattr("corpus.ingest.run_many", run_many)
    with TestClient(
        create_app(shelf.settings), base_url="http://127.0.0.1:8765", follow_redirects=False
    ) as client:
        address = send(client, ("scan.txt", LETTER.encode())).headers["location"]
        until = time.monotonic() + 20
        while "trang 37" not in (page := client.get(address).text) and time.monotonic() < until:
            pass
        assert "trang 37 / 100" in page
        assert 'max="100" value="36"' in page
        assert 'hx-trigger="every 1s"' in page
        seen.set()
        assert "trang 37" not in finished(client, address)
