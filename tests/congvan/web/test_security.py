"""What a hostile document, name, form or address tries, tried."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from congvan.web.inbox import safe_name
from congvan.web.pages import local_path
from extractors.model import ActType, Issued, Issuer, Number, Signatory, Warning
from tests.congvan.web.conftest import Shelf, post, scanned, token

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{7*7}}"
PAGES = Path(__file__).parents[3] / "congvan" / "web" / "templates"


class Markup(HTMLParser):
    """Elements and attributes as a browser sees them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(text: str) -> None:
    for tag, attributes in Markup(text).found:
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/")
        assert not any(name.startswith("on") or name == "style" for name in attributes), (tag, attributes)
        assert attributes.get("src") != "x"
        assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:", "vbscript:"))
    assert "49}}" not in text


@pytest.fixture
def evil(shelf: Shelf) -> str:
    """A directive with script in every field, in its text and in its file's name."""
    path, made, words = scanned(shelf.folder)
    made.source.name = f"a{EVIL}.png"
    made.number = Number(text=EVIL, type_code=EVIL, issuer_code=EVIL)
    made.type = ActType(code=EVIL, name=EVIL)
    made.issuer = Issuer(name=f"Ủy ban {EVIL}", parent=EVIL)
    made.issued = Issued(date=EVIL, place=EVIL)
    made.subject = made.urgency = made.secrecy = EVIL
    made.addressees = made.recipients = [EVIL]
    made.signatories = [Signatory(name=EVIL, position=EVIL, authority=EVIL)]
    made.text = EVIL + made.text[len(EVIL) :]
    for item in made.obligations:
        item.text = item.action = item.condition = item.clause = EVIL
        item.bearers = item.partners = item.report_to = [f"Ban {EVIL}"]
        item.deadlines = [EVIL]
        item.id = f"{item.id}{EVIL}"
    for deadline in made.deadlines:
        deadline.text = EVIL
        deadline.event = EVIL
    for reference in made.references:
        reference.text = f"Số {EVIL}"
        reference.number = f"1/{EVIL}"
        reference.issuer = reference.alias = EVIL
    for rule in made.rules:
        rule.text = rule.of = rule.among = EVIL
    for change in made.amendments:
        change.target = change.place = change.old = change.new = EVIL
    for repair in made.repairs:
        repair.before = repair.after = EVIL
    made.warnings.append(Warning(code=EVIL, message=EVIL, spans=[(0, 4)]))
    shelf.add(path, made, words)
    return made.id


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/?kind=directives",
        "/?q=script",
        "/?kind=directives&q=script",
        "/d/{id}",
        "/review/{id}",
        "/review",
        "/due",
        "/due?as_of=2022-10-15&month=2022-10",
        "/overview",
        "/graph/1",
        "/graph/2",
        "/?q={evil}",
        "/?issuer={evil}&bearer={evil}&type={evil}",
        "/due?bearer={evil}",
        "/login?next={evil}",
        "/d/{evil}",
        "/act?number={evil}",
    ],
)
def test_script_in_a_document_or_an_address_stays_text(evil: str, client: TestClient, address: str) -> None:
    from urllib.parse import quote

    answer = client.get(address.format(id=evil, evil=quote(EVIL)))
    assert_harmless(answer.text)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_script_in_a_correction_stays_text(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    for path in ("subject", "number/text", "obligations/o1/bearers", "issued/date"):
        post(client, f"/review/{made.id}/field", path=path, value=EVIL, why=EVIL)
    for address in (f"/review/{made.id}", f"/d/{made.id}", "/", "/audit"):
        assert_harmless(client.get(address).text)


def test_no_template_turns_escaping_off_or_holds_script_or_style() -> None:
    for path in PAGES.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|<style|\sstyle=|\son[a-z]+=|javascript:", text), (
            path.name
        )
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path.name


def test_the_original_is_saved_never_shown(shelf: Shelf, client: TestClient) -> None:
    answer = client.get(f"/d/{shelf.scan().id}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/accounts.py",
        "/d/..%2f..%2fetc%2fpasswd/original",
        "/d/....//original",
        "/review/..%2f../words/1.json",
        "/inbox/..%2f..%2fetc",
        "/api/v1/directives/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_address_leads_out_of_its_folder(shelf: Shelf, client: TestClient, address: str) -> None:
    shelf.scan()
    answer = client.get(address)
    assert answer.status_code in (303, 404)
    assert "root:" not in answer.text
    assert "import" not in answer.text


@pytest.mark.parametrize(
    "page",
    [
        "/saved",
        "/inbox",
        "/people",
        "/logout",
        "/review/x/field",
        "/review/x/done",
        "/review/x/repair",
        "/login",
    ],
)
def test_a_form_of_another_site_does_nothing(client: TestClient, page: str) -> None:
    good = token(client)
    assert client.post(page, data={"name": "x"}).status_code == 403
    assert client.post(page, data={"csrf": "0" * 64}).status_code == 403
    elsewhere = {"origin": "https://evil.example"}
    assert client.post(page, data={"csrf": good}, headers=elsewhere).status_code == 403
    client.cookies.clear()
    assert client.post(page, data={"csrf": good}).status_code == 403


def test_another_name_for_this_machine_is_refused_without_accounts(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example:8765"}).status_code == 421
    for name in ("localhost:8765", "127.0.0.1:8765", "[::1]:8765"):
        assert client.get("/", headers={"host": name}).status_code == 200


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("/due?month=2022-10", "/due?month=2022-10"),
        ("https://evil.example", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/a\\..\\b", "/"),
        ("/ok\nset-cookie: x", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
        (None, "/"),
    ],
)
def test_going_back_leads_nowhere_else(target: str | None, kept: str) -> None:
    assert local_path(target) == kept


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("công văn 608.pdf", "công văn 608.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\system.ini", "system.ini"),
        ("/absolute/path.txt", "path.txt"),
        ("..", "file"),
        ("", "file"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("CON.txt", "file-CON.txt"),
        ('<script>"|?*.pdf', "script.pdf"),
        ("ế" * 300 + ".pdf", "ế" * 58 + ".pdf"),
        (".bashrc", "bashrc"),
    ],
)
def test_names_of_uploads_are_names_and_nothing_else(sent: str, kept: str) -> None:
    assert safe_name(sent) == kept
    assert len(safe_name(sent).encode()) <= 180


def test_a_body_larger_than_a_form_is_refused_unread(client: TestClient) -> None:
    answer = client.post("/saved", content=b"x" * 1_100_000)
    assert answer.status_code == 413

    def endless() -> object:
        for _ in range(40):
            yield b"y" * 50_000

    assert client.post("/saved", content=endless(), headers={"x-csrf-token": "0"}).status_code in (403, 413)  # type: ignore[arg-type]


def test_every_answer_binds_the_browser(client: TestClient) -> None:
    for address in ("/", "/nothing-here", "/api/v1/directives", "/static/app.js"):
        headers = client.get(address).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert "default-src 'none'" in headers["content-security-policy"]
