"""Accounts, roles, sessions, the throttle on logins, and the audit log."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from congvan.commands.serve import command
from congvan.web.accounts import AccountError, Accounts
from congvan.web.settings import is_loopback
from congvan.web.throttle import Throttle
from tests.congvan.web.conftest import Shelf, post, serve, token

PASSWORD = "mật khẩu dài"


@pytest.fixture
def accounts(shelf: Shelf) -> Iterator[Accounts]:
    made = Accounts(shelf.settings.folder / "accounts.db")
    made.add("an", PASSWORD, "administrator")
    made.add("binh", PASSWORD, "archivist")
    made.add("chi", PASSWORD, "reader")
    yield made
    made.close()


@pytest.fixture
def client(shelf: Shelf, accounts: Accounts) -> Iterator[TestClient]:
    with serve(shelf) as opened:
        yield opened


def login(client: TestClient, name: str, password: str = PASSWORD) -> int:
    return post(client, "/login", name=name, password=password).status_code  # type: ignore[no-any-return]


def test_nothing_is_shown_before_login(client: TestClient, shelf: Shelf) -> None:
    made = shelf.scan()
    for address in ("/", f"/d/{made.id}", f"/d/{made.id}/original", f"/d/{made.id}/pages/1.jpg", "/overview"):
        answer = client.get(address)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=")
    assert client.get("/api/v1/directives").status_code == 401
    assert client.get("/due/feed.ics").status_code == 303


def test_nothing_that_is_sent_is_read_before_login(client: TestClient, shelf: Shelf) -> None:
    files = [("files", ("a.txt", b"x" * 1000, "text/plain"))]
    answer = client.post("/inbox", files=files, data={"csrf": token(client)})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login")
    assert not list((shelf.settings.folder / "inbox").glob("*/*"))


def test_login_opens_and_logout_closes(client: TestClient) -> None:
    before = client.cookies.get("congvan_session")
    assert login(client, "chi") == 303
    assert client.cookies.get("congvan_session") != before
    assert client.get("/").status_code == 200
    kept = client.cookies.get("congvan_session")
    assert post(client, "/logout").status_code == 303
    client.cookies.set("congvan_session", kept or "")
    assert client.get("/").status_code == 303


def test_the_cookie_is_closed_to_scripts_and_other_sites(client: TestClient) -> None:
    answer = post(client, "/login", name="chi", password=PASSWORD)
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize(
    ("name", "may"), [("chi", {"read"}), ("binh", {"read", "write"}), ("an", {"read", "write", "rule"})]
)
def test_roles(client: TestClient, shelf: Shelf, name: str, may: set[str]) -> None:
    made = shelf.scan()
    login(client, name)
    assert client.get(f"/d/{made.id}").status_code == 200
    corrected = post(client, f"/review/{made.id}/field", path="subject", value="khác")
    assert corrected.status_code == (303 if "write" in may else 403)
    assert client.get("/inbox").status_code == (200 if "write" in may else 403)
    for address in ("/people", "/audit"):
        assert client.get(address).status_code == (200 if "rule" in may else 403)
    made_account = post(client, "/people", name="moi", password=PASSWORD, role="reader")
    assert made_account.status_code == (303 if "rule" in may else 403)
    page = client.get(f"/review/{made.id}").text
    assert ('class="save"' in page) == ("write" in may)


def test_wrong_passwords_are_slowed_down_by_name(client: TestClient) -> None:
    for _ in range(5):
        assert login(client, "chi", "sai hoàn toàn") == 403
    assert login(client, "chi") == 429
    assert login(client, "CHI") == 429
    assert login(client, "binh") == 303


def test_wrong_names_are_slowed_down_by_address(client: TestClient) -> None:
    client.app.state.by_address = Throttle(3, 300)  # type: ignore[attr-defined]
    for number in range(3):
        assert login(client, f"nobody{number}") == 403
    assert login(client, "binh") == 429


def test_the_throttle_opens_again() -> None:
    now = [0.0]
    throttle = Throttle(2, 60, clock=lambda: now[0])
    throttle.failed("a")
    now[0] = 10
    throttle.failed("a")
    assert throttle.wait("a") == 50
    assert throttle.wait("b") == 0
    now[0] = 61
    assert throttle.wait("a") == 0


def test_an_account_closed_or_given_a_new_password_is_logged_out(
    client: TestClient, accounts: Accounts
) -> None:
    login(client, "binh")
    user = next(user for user in accounts.users() if user.name == "binh")
    key = accounts.add_token(user, "api")
    assert accounts.token_user(key) is not None
    accounts.change(user.id, active=False)
    assert client.get("/").status_code == 303
    assert login(client, "binh") == 403
    assert accounts.token_user(key) is None


def test_rules_of_accounts(accounts: Accounts, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name, password, role in (
        ("an", PASSWORD, "reader"),
        ("moi", "ngắn", "reader"),
        ("moi", PASSWORD, "king"),
        ("", PASSWORD, "reader"),
        ("a\nb", PASSWORD, "reader"),
    ):
        with pytest.raises(AccountError):
            accounts.add(name, password, role)
    admin = next(user for user in accounts.users() if user.role == "administrator")
    with pytest.raises(AccountError):
        accounts.change(admin.id, role="reader")
    with pytest.raises(AccountError):
        accounts.change(admin.id, active=False)
    assert [user.active for user in accounts.users()] == [True, True, True]
    empty = Accounts(tmp_path_factory.mktemp("none") / "accounts.db")
    with pytest.raises(AccountError):
        empty.add("chi", PASSWORD, "reader")
    empty.close()


def test_the_file_gives_no_password_or_session_away(client: TestClient, accounts: Accounts) -> None:
    login(client, "chi")
    cookie = client.cookies.get("congvan_session") or "?"
    key = accounts.add_token(accounts.users()[0], "api")
    data = b"".join(path.read_bytes() for path in accounts.path.parent.glob("accounts.db*"))
    for secret in (PASSWORD, cookie, key):
        assert secret.encode() not in data
    assert b"$argon2id$" in data
    assert accounts.path.stat().st_mode & 0o077 == 0


def test_the_audit_log_knows_logins_and_corrections(client: TestClient, shelf: Shelf) -> None:
    made = shelf.scan()
    login(client, "an", "sai hoàn toàn")
    login(client, "an")
    post(client, f"/review/{made.id}/field", path="subject", value="Nội dung khác")
    page = client.get("/audit").text
    for word in ("login-failed", "login<", "correct<", "đánh giá cán bộ → Nội dung khác", "testclient"):
        assert word in page


def test_one_changes_ones_own_password(client: TestClient) -> None:
    login(client, "chi")
    assert post(client, "/account/password", old="sai", new="mật khẩu mới đây").status_code == 400
    assert post(client, "/account/password", old=PASSWORD, new="ngắn").status_code == 400
    assert post(client, "/account/password", old=PASSWORD, new="mật khẩu mới đây").status_code == 303
    assert client.get("/account").status_code == 200
    client.cookies.clear()
    assert login(client, "chi") == 403
    assert login(client, "chi", "mật khẩu mới đây") == 303


def test_a_token_opens_api_and_calendar_but_no_more_than_its_role(client: TestClient, shelf: Shelf) -> None:
    shelf.scan()
    login(client, "chi")
    page = post(client, "/account/tokens", label="lịch").text
    key = page.partition("<code>")[2].partition("</code>")[0]
    client.cookies.clear()
    bearer = {"authorization": f"Bearer {key}"}
    assert client.get("/api/v1/obligations", headers=bearer).json()["total"] == 2
    assert client.get(f"/due/feed.ics?token={key}").text.startswith("BEGIN:VCALENDAR")
    files = [("files", ("a.txt", b"x", "text/plain"))]
    assert client.post("/api/v1/uploads", files=files, headers=bearer).status_code == 403
    assert client.get("/due/feed.ics?token=cv_wrong").status_code == 303


def test_without_accounts_no_other_machine_is_served(shelf: Shelf) -> None:
    ran = CliRunner().invoke(
        command, ["--db", shelf.url, "--host", "0.0.0.0", "--folder", str(shelf.folder / "w")]
    )
    assert ran.exit_code == 2
    assert "--add-account" in ran.output


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("127.8.9.1", True), ("0.0.0.0", False),
     ("192.168.1.4", False), ("::", False), ("example.org", False)],
)  # fmt: skip
def test_addresses_of_this_machine(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_an_account_is_made_from_the_command_line(shelf: Shelf) -> None:
    options = ["--db", shelf.url, "--folder", str(shelf.folder / "w"), "--add-account", "dung"]
    assert CliRunner().invoke(command, options, input="ngắn\n").exit_code == 2
    assert CliRunner().invoke(command, options, input=PASSWORD + "\n").exit_code == 0
    made = Accounts(shelf.folder / "w" / "accounts.db")
    assert made.check("dung", PASSWORD) is not None
    made.close()


def test_the_token_of_one_session_is_not_that_of_another(client: TestClient) -> None:
    first = token(client)
    client.cookies.clear()
    assert token(client) != first
