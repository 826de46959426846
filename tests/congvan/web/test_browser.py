"""The pages in a real browser: keyboard, ink, live progress, a phone's width, and what axe-core finds."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.congvan.web.conftest import Shelf, read_here
from tests.congvan.web.test_check import PEOPLE, RULES, UNITS, sheet
from tests.congvan.web.test_inbox import LETTER
from tests.corpus.build import Duty, make

sync_api = pytest.importorskip("playwright.sync_api", reason="browser tests need pip install playwright")
expect = sync_api.expect
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="browser tests need Chromium: sudo apt-get install chromium"
)
PHONE = {"width": 390, "height": 800}
DESK = {"width": 1440, "height": 900}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        # the sandbox refuses to run as root, which containers do
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, empty_corpus: Path) -> Iterator[tuple[str, Shelf, str]]:
    """The page served for real: its address, the shelf behind it, and the id of the scan."""
    shelf = Shelf(tmp_path_factory.mktemp("site"), empty_corpus)
    made = shelf.scan()
    duties = [Duty("Văn phòng không chia sẻ mật khẩu", ["Văn phòng"], modality="prohibition")]
    shelf.add(shelf.folder / "plan.txt", make("plan", number="7-CV/TU", date="2021-03-02", duties=duties))
    with served(shelf) as (origin, _):
        yield origin, shelf, made.id


@contextmanager
def served(shelf: Shelf) -> Iterator[tuple[str, Any]]:
    """The page on a port of its own: its address, and the application."""
    import uvicorn

    from congvan.web.app import create_app

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(shelf.settings, read_many=read_here)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        thread.join(0.05)
    yield f"http://127.0.0.1:{port}", app
    server.should_exit = True
    thread.join(10)


class Watched:
    """A page whose console is watched: an error there, or a breach of the policy, fails the test."""

    def __init__(self, browser: Any, size: dict[str, int]) -> None:
        self.context = browser.new_context(viewport=size, locale="vi-VN")
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.said: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _hear(self, message: Any) -> None:
        if message.type == "error":
            self.said.append(message.text)


@pytest.fixture
def desk(browser: Any) -> Iterator[Any]:
    watched = Watched(browser, DESK)
    yield watched.page
    watched.context.close()
    assert watched.said == []


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    watched = Watched(browser, PHONE)
    yield watched.page
    watched.context.close()
    assert watched.said == []


def addresses(made: str) -> list[str]:
    return [
        "/",
        "/?q=ra+soat&bearer=ban+to+chuc",
        "/?kind=directives",
        f"/d/{made}",
        f"/review/{made}",
        "/review",
        "/inbox",
        "/due?as_of=2022-10-15&month=2022-10",
        "/graph/1",
        "/overview?as_of=2022-10-15",
        "/check",
        "/check/rules?on=01/02/2024&year=2023&province=H%C3%A0+Giang",
        "/people",
        "/audit",
    ]


def serious(page: Any) -> None:
    """Fails where axe-core finds a serious violation on the page."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    found = [
        f"{page.url}: {item['id']}: {item['nodes'][0]['html'][:120]}"
        for item in axe.Axe().run(page).response["violations"]
        if item["impact"] in ("serious", "critical")
    ]
    assert found == []


def test_axe_finds_nothing_serious(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    for address in addresses(made):
        desk.goto(origin + address)
        serious(desk)


def test_nothing_is_wider_than_a_phone(phone: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    wide = []
    for address in addresses(made):
        phone.goto(origin + address)
        if phone.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(address)
    assert wide == []


def test_search_by_keyboard_alone(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(origin + "/")
    desk.keyboard.press("/")
    desk.keyboard.type("ra soat")
    desk.keyboard.press("Enter")
    expect(desk.locator(".hit")).to_have_count(1)
    assert "q=ra%20soat" in desk.url
    assert desk.locator(".hit mark").first.inner_text() == "rà"
    desk.locator("#q").press("Escape")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/d/{made}*")


def test_a_chosen_field_shows_its_ink_and_its_place(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(f"{origin}/review/{made}")
    desk.wait_for_selector(".ink .low", state="attached")
    desk.keyboard.press("j")
    desk.wait_for_selector(".ink .hot", state="attached")
    assert "".join(desk.locator(".reading .hot").all_inner_texts()) == "15-CV/TU"
    box = desk.locator(".ink .hot").bounding_box()
    plate = desk.locator(".plate").bounding_box()
    scale = plate["width"] / 595
    assert box["x"] - plate["x"] == pytest.approx((40 + 6 * 4 - 1) * scale, abs=2)
    assert box["y"] - plate["y"] == pytest.approx((100 - 1) * scale, abs=2)
    assert desk.evaluate("document.querySelector('.plate img').naturalWidth") == 595
    # and back: a click on the page's ink chooses the field that stands there
    desk.mouse.click(plate["x"] + 70 * scale, plate["y"] + 67 * scale)
    expect(desk.locator(".field.at")).to_have_attribute("data-path", "issuer/name")


def test_a_correction_by_keyboard_stays_beside_its_history(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(f"{origin}/review/{made}")
    desk.keyboard.press("j")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Control+A")
    desk.keyboard.type("17-CV/TU")
    desk.keyboard.press("Enter")
    desk.wait_for_selector(".field.corrected.at")
    assert desk.locator("#f-number-text").input_value() == "17-CV/TU"
    desk.locator(".field.at .history summary").click()
    assert "15-CV/TU" in desk.locator(".field.at .history").inner_text()
    desk.locator("#f-issued-date").fill("32/13/2022")
    desk.locator("#f-issued-date").press("Enter")
    desk.wait_for_selector("#f-issued-date[aria-invalid]")
    assert desk.evaluate("document.activeElement.id") == "f-issued-date"
    desk.locator('[data-path="number/text"] .history summary').click()
    desk.locator('[data-path="number/text"] .history button').click()
    expect(desk.locator("#f-number-text")).to_have_value("15-CV/TU")


def test_what_is_marked_in_the_text_is_added(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(f"{origin}/review/{made}")
    desk.wait_for_selector("#add", state="attached")
    words = "báo cáo kết quả"
    desk.evaluate(
        """words => {
          const nodes = [...document.querySelectorAll(".reading [data-a]")];
          const node = nodes.map((one) => one.firstChild).find((one) => one && one.data.includes(words));
          const range = document.createRange();
          range.setStart(node, node.data.indexOf(words));
          range.setEnd(node, node.data.indexOf(words) + words.length);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )
    expect(desk.locator("#add .pick")).not_to_have_attribute("hidden", "")
    desk.keyboard.press("t")
    expect(desk.locator("#add-words")).to_have_value(words)
    desk.locator("#add .primary").click()
    expect(desk.locator("details.new")).to_contain_text(words)
    desk.wait_for_selector(".reading .hot")
    assert words in "".join(desk.locator(".reading .hot").all_inner_texts())
    serious(desk)
    desk.locator("details.new .remove button").click()
    expect(desk.locator("details.new")).to_have_count(0)


def test_a_repair_is_undone_by_keyboard(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(f"{origin}/review/{made}")
    desk.locator("#repairs > summary").click()
    desk.locator("#repairs .go").focus()
    expect(desk.locator("#repairs .fix.at")).to_have_count(1)
    desk.keyboard.press("u")
    expect(desk.locator(".reading")).to_contain_text("V/v danh gia cán bộ")
    desk.locator("#repairs > summary").click()
    desk.locator("#repairs .accept").first.click()
    expect(desk.locator(".reading")).to_contain_text("V/v đánh giá cán bộ")


def test_files_are_sent_and_their_progress_comes_by_itself(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, _ = site
    desk.goto(origin + "/inbox")
    desk.locator('input[name="files"]').set_input_files(
        [
            {"name": "công văn 21.txt", "mimeType": "text/plain", "buffer": LETTER.encode()},
            {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 cut"},
        ]
    )
    assert "2 tệp đã chọn" in desk.locator("#chosen").inner_text()
    desk.locator("#send").click()
    desk.wait_for_url("**/inbox/*")
    desk.wait_for_selector("#run:not([hx-get])")
    assert desk.locator("h1").inner_text() == "Đã đọc 2 tệp"
    desk.set_viewport_size({"width": 390, "height": 800})
    assert not desk.evaluate("document.documentElement.scrollWidth > innerWidth")
    desk.set_viewport_size({"width": 1280, "height": 900})
    assert desk.locator("tr.complete").count() == 1
    assert "tệp hỏng" in desk.locator("tr.failed").inner_text()
    desk.locator("tr.failed button").click()
    desk.wait_for_selector("#run:not([hx-get])")
    assert desk.locator("tr").count() == 2


def test_too_much_is_said_before_it_is_sent(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, _ = site
    desk.goto(origin + "/inbox")
    desk.locator('input[name="files"]').set_input_files(
        [{"name": "large.txt", "mimeType": "text/plain", "buffer": b"x" * 60_000}]
    )
    assert desk.locator("#drop-problem").is_visible()


def test_the_graph_is_walked_by_clicks(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(f"{origin}/d/{made}/graph")
    desk.locator(".network .node.implements").click()
    expect(desk.locator("h1")).to_contain_text("9-QĐ/TW")
    desk.locator(".network .node.implements").click()
    expect(desk.locator("h1")).to_contain_text("15-CV/TU")


def test_a_reference_shows_its_card_to_pointer_and_keyboard(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(f"{origin}/d/{made}")
    holder = desk.locator(".card-holder").first
    card = holder.locator(".card")
    expect(card).to_be_hidden()
    holder.hover()
    expect(card).to_be_visible()
    expect(card).to_contain_text("7-CV/TU")
    desk.mouse.move(0, 0)
    expect(card).to_be_hidden()
    holder.locator("a").focus()
    expect(card).to_be_visible()


def test_deadlines_as_of_a_day_that_is_typed(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(origin + "/due")
    expect(desk.locator(".column.overdue .hit").first).to_be_visible()
    desk.locator("#as_of").fill("28/10/2022")
    desk.locator("#as_of").press("Enter")
    expect(desk.locator(".column.overdue .hit")).to_have_count(0)
    expect(desk.locator(f'.column.in-week .hit a[href^="/d/{made}"]')).to_have_count(1)
    desk.locator(f'.calendar a[href^="/d/{made}"]').first.click()
    desk.wait_for_url(f"**/d/{made}*")


def test_the_overview_leads_to_what_it_counts(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, _ = site
    desk.goto(origin + "/overview?as_of=2022-10-15")
    desk.locator(".tiles .review a").click()
    expect(desk.locator(".hit")).not_to_have_count(0)
    desk.go_back()
    desk.locator(".chart a").first.click()
    expect(desk.locator("h1").first).to_be_attached()


def test_people_log_in_and_see_what_their_role_allows(
    browser: Any, tmp_path_factory: pytest.TempPathFactory, empty_corpus: Path
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("people"), empty_corpus)
    shelf.scan()
    with served(shelf) as (origin, app):
        app.state.accounts.add("an", "a long password", "administrator")
        app.state.accounts.add("binh", "another password", "reader")
        watched = Watched(browser, DESK)
        page = watched.page
        page.goto(origin + "/people")
        page.locator("[name=name]").fill("binh")
        page.locator("[name=password]").fill("another password")
        page.keyboard.press("Enter")
        expect(page.locator(".problem")).to_contain_text("quản trị")
        page.goto(origin + "/")
        expect(page.locator(".bar nav")).not_to_contain_text("Hộp nhận")
        serious(page)
        page.locator(".who .menu summary").click()
        page.get_by_text("Đăng xuất").click()
        page.locator("[name=name]").fill("an")
        page.locator("[name=password]").fill("a long password")
        page.keyboard.press("Enter")
        expect(page.locator(".bar nav")).to_contain_text("Hộp nhận")
        page.goto(origin + "/audit")
        expect(page.locator("tbody tr").first).to_contain_text("an")
        watched.context.close()


def test_results_are_checked_and_tried_otherwise(desk: Any, site: tuple[str, Shelf, str]) -> None:
    origin, _, made = site
    desk.goto(origin + "/")
    desk.locator("nav").get_by_text("Kiểm tra").click()
    desk.locator("[name=results]").set_input_files(
        [
            {"name": "units.csv", "mimeType": "text/csv", "buffer": sheet(UNITS)},
            {"name": "people.csv", "mimeType": "text/csv", "buffer": sheet(PEOPLE)},
        ]
    )
    desk.locator("[name=rules]").set_input_files(
        [{"name": "own.yaml", "mimeType": "text/yaml", "buffer": RULES.encode()}]
    )
    desk.locator("[name=on]").fill("01/02/2024")
    desk.locator("[name=year]").fill("2023")
    desk.locator("[name=acts]").fill(made)
    desk.get_by_text("chỉ các văn bản này").click()
    desk.locator(".checkform > button").click()
    expect(desk.locator(".verdict-tiles .violated b")).to_have_text("1")
    expect(desk.locator(".ruling.violated").first).to_contain_text("2 trên 9 = 22,2 % > 20 %")
    serious(desk)
    desk.locator("#who").fill("Lê An")
    desk.locator("#rank").select_option("HTTNV")
    desk.locator(".whatif form button").click()
    expect(desk.locator(".turned .verdict.violated")).to_have_count(1)
    expect(desk.locator(".turned .verdict.kept")).to_have_count(1)
    serious(desk)
    desk.locator(".whatif .chosen a").click()
    expect(desk.locator(".turned")).to_have_count(0)
    with desk.expect_download() as saved:
        desk.get_by_text("Tải Excel").click()
    assert saved.value.suggested_filename == "congvan-check.xlsx"
    # the act's own rule cannot be told (it names no base): its page opens with the words lit
    desk.locator(".ruling.cannot_tell").first.get_by_text("xem trang gốc").click()
    desk.wait_for_selector(".ink .hot", state="attached")
    assert "20%" in "".join(desk.locator(".reading .hot").all_inner_texts())


def test_all_scripts_together_stay_small() -> None:
    static = Path(__file__).parents[3] / "congvan" / "web" / "static"
    assert sum(path.stat().st_size for path in static.glob("*.js")) < 300_000
