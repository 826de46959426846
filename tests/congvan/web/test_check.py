"""The checker's page: sheets in, verdicts with their sources, what-if, files out; and what it refuses."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from congvan.web.checking import Checks
from tests.checker.test_directives import OF_2021, directive, fixture
from tests.congvan.web.conftest import Shelf, serve, token

PEOPLE = [
    {"Họ và tên": "Lê An", "Đơn vị": "Đảng bộ xã Tân Lập", "Xếp loại đảng viên": "HTXSNV"},
    {"Họ và tên": "Lê Bình", "Đơn vị": "Đảng bộ xã Tân Lập", "Xếp loại đảng viên": "HTXSNV"},
    *[
        {"Họ và tên": f"Trần {n}", "Đơn vị": "Đảng bộ xã Tân Lập", "Xếp loại đảng viên": "HTTNV"}
        for n in range(7)
    ],
]
UNITS = [{"Đơn vị": "Đảng bộ xã Tân Lập", "Loại đơn vị": "Đảng bộ cơ sở", "Xếp loại": "HTTNV"}]
RULES = """
rules:
  - {id: own, kind: quota, limit: 20%, of: HTXSNV, among: HTTNV, among_or_above: true,
     unit: tổ chức cơ sở đảng, subject: đảng viên, source: {title: Quy chế, clause: "4"}}
"""


def sheet(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


@pytest.fixture
def stocked(shelf: Shelf) -> Shelf:
    """A corpus with a province's letter on reviews."""
    shelf.add(shelf.folder / "letter.txt", fixture("tu-cv-kiem-diem"))
    return shelf


def hand_in(client: TestClient, *, rules: str | None = None, sheets: Any = None, **values: str) -> Any:
    files = [
        ("results", (name, data))
        for name, data in (sheets or {"units.csv": sheet(UNITS), "people.csv": sheet(PEOPLE)}).items()
    ]
    if rules is not None:
        files.append(("rules", ("own.yaml", rules.encode())))
    data = {"csrf": token(client), "on": "01/02/2024", "year": "2023", **values}
    return client.post("/check", data=data, files=files)


def shown(client: TestClient, answer: Any, query: str = "") -> str:
    assert answer.status_code == 303, answer.text
    return client.get(answer.headers["location"] + query).text


def test_verdicts_come_with_numbers_wording_source_and_change(stocked: Shelf) -> None:
    with serve(stocked) as client:
        answer = hand_in(client, province="Hà Giang")
        page = shown(client, answer)
        assert "2 trên 9 = 22,2 % &gt; 20 %" in page
        assert "bớt 1 HTXSNV (xuống HTTNV): 1 trên 9 = 11,1 %" in page
        assert "1042-CV/TU, mục 2, trang 1" in page
        assert "không vượt quá 20%" in page
        place = re.search(r'href="(/review/[^"]+)#at=(\d+)-(\d+)"', page)
        assert place is not None
        text = client.get(place[1]).text
        assert f'data-a="{place[2]}"' in text
        report = client.get(answer.headers["location"] + "/report.json").json()
        assert report["summary"]["violated"] >= 1


def test_english_by_the_switch(stocked: Shelf) -> None:
    with serve(stocked) as client:
        client.get("/language/en?next=/check")
        page = shown(client, hand_in(client, province="Hà Giang"))
        assert "2 of 9 = 22.2 % &gt; 20 %" in page
        assert "rank 1 fewer HTXSNV" in page


def test_without_a_territory_no_rule_of_a_province_applies_and_it_is_said(stocked: Shelf) -> None:
    with serve(stocked) as client:
        page = shown(client, hand_in(client))
        assert "Chưa ghi tỉnh, huyện, xã" in page
        assert "1042-CV/TU" in page  # among those that may bind


def test_an_act_that_is_named_binds(stocked: Shelf) -> None:
    with serve(stocked) as client:
        page = shown(client, hand_in(client, rules_of="acts", acts="1042-CV/TU"))
        assert "2 trên 9 = 22,2 %" in page
        assert hand_in(client, rules_of="acts", acts="999-CV/TU").status_code == 400
        assert "Hãy ghi số" in hand_in(client, rules_of="acts").text


def test_what_if_turns_a_verdict_and_leaves_the_sheets_as_they_are(stocked: Shelf) -> None:
    with serve(stocked) as client:
        answer = hand_in(client, rules=RULES, rules_of="written")
        address = answer.headers["location"]
        page = client.get(address, params={"who": "Lê An", "rank": "HTTNV"}).text
        assert "Kết luận đổi theo" in page
        assert "1 trên 9 = 11,1 % &lt; 20 %" in page
        changed = {"change": "Lê An=HTTNV"}
        assert client.get(f"{address}/report.json", params=changed).json()["summary"]["violated"] == 0
        assert client.get(f"{address}/report.json").json()["summary"]["violated"] == 1
        nobody = client.get(address, params={"who": "Không Ai", "rank": "HTTNV"})
        assert nobody.status_code == 400
        assert "không có ai và không đơn vị nào tên “Không Ai”" in nobody.text


def test_a_change_in_one_capacity_leaves_the_other(stocked: Shelf) -> None:
    both = [{**row, "Xếp loại cán bộ": "HTXSNV"} for row in PEOPLE]
    with serve(stocked) as client:
        sheets = {"units.csv": sheet(UNITS), "people.csv": sheet(both)}
        official = RULES.replace("own", "officials").replace("đảng viên", "cán bộ").replace("rules:\n", "")
        answer = hand_in(client, sheets=sheets, rules=RULES + official, rules_of="written")
        asked = {"who": "Lê An", "rank": "HTTNV", "capacity": "đảng viên"}
        page = client.get(answer.headers["location"], params=asked).text
        turned = page[page.index("Kết luận đổi theo") : page.index('class="verdicts"')]
        assert "1 trên 9" in turned
        assert "8 trên 9" not in turned


def test_conflicts_are_shown_with_which_prevails(stocked: Shelf) -> None:
    other = RULES.replace("rules:\n", "").replace("own", "other").replace("unit: tổ chức cơ sở đảng, ", "")
    with serve(stocked) as client:
        page = shown(
            client,
            hand_in(
                client,
                rules=RULES + other.replace("among_or_above: true", "among_or_above: false"),
                rules_of="written",
            ),
        )
        assert "Quy tắc mâu thuẫn nhau" in page


def test_slips_are_named_by_row_and_column(stocked: Shelf) -> None:
    people = [*PEOPLE, {"Họ và tên": "Vũ Cường", "Đơn vị": "Đảng bộ xã Tân Lập", "Xếp loại đảng viên": "A+"}]
    with serve(stocked) as client:
        sheets = {"units.csv": sheet(UNITS), "people.csv": sheet(people)}
        page = shown(client, hand_in(client, sheets=sheets, rules=RULES, rules_of="written"))
        assert "people.csv dòng 11" in page
        assert "“A+” không phải mức xếp loại" in page


def test_rules_in_force_are_listed_without_sheets(stocked: Shelf) -> None:
    with serve(stocked) as client:
        asked = {"province": "Hà Giang", "on": "01/02/2024", "year": "2023"}
        page = client.get("/check/rules", params=asked).text
        assert "1042-CV/TU, mục 2, trang 1" in page
        assert "#at=" in page
        elsewhere = client.get("/check/rules", params={**asked, "province": "Cà Mau"}).text
        assert "đơn vị ở địa bàn khác" in elsewhere
        assert client.get("/check/rules", params={**asked, "on": "32/01/2024"}).status_code == 400


def test_files_come_out_in_the_pages_language(stocked: Shelf) -> None:
    with serve(stocked) as client:
        address = hand_in(client, rules=RULES, rules_of="written").headers["location"]
        book = client.get(f"{address}/report.xlsx")
        names = zipfile.ZipFile(io.BytesIO(book.content)).read("xl/workbook.xml").decode()
        assert "Kết luận" in names
        template = client.get("/check/template.xlsx")
        assert zipfile.is_zipfile(io.BytesIO(template.content))
        assert "Họ và tên" in client.get("/check/template.csv").content.decode("utf-8-sig")
        assert "Đơn vị" in client.get("/check/template.csv?table=units").text
        assert client.get("/check/template.exe").status_code == 404
        assert list(stocked.settings.folder.glob("template-*")) == []


def test_the_template_itself_can_be_checked(stocked: Shelf) -> None:
    with serve(stocked) as client:
        template = client.get("/check/template.xlsx").content
        page = shown(client, hand_in(client, sheets={"mau.xlsx": template}, rules=RULES, rules_of="written"))
        assert "3 đơn vị, 2 cá nhân" in page
        assert "Lỗi trong bảng" not in page


BOMB = io.BytesIO()
with zipfile.ZipFile(BOMB, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("xl/worksheets/sheet1.xml", b'<c r="XFD1048576"/>')
ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12)
)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.csv", b"", "rỗng"),
        ("scan.csv", b"\x00\x01\x02", "nhị phân"),
        ("book.xls", b"\xd0\xcf\x11\xe0" + bytes(60), ".xls cũ"),
        ("bomb.xlsx", BOMB.getvalue(), "kéo đến cột XFD"),
        ("broken.xlsx", b"PK\x03\x04 cut", "hỏng"),
        ("words.csv", "một,hai\nba,bốn\n".encode(), "không bảng nào có tiêu đề"),
        ("old.csv", "Họ và tên\n".encode("utf-16-le") + b"\xff", "UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_what_is_no_sheet_is_refused_with_what_to_do(
    stocked: Shelf, name: str, data: bytes, told: str
) -> None:
    with serve(stocked) as client:
        answer = hand_in(client, sheets={name: data}, rules=RULES, rules_of="written")
        assert answer.status_code == 400
        assert told in answer.text
        assert str(stocked.settings.folder) not in answer.text
        assert list(stocked.settings.folder.glob("check-*")) == []


def test_hostile_rules_are_refused(stocked: Shelf) -> None:
    with serve(stocked) as client:
        for rules in ("rules: [", ALIASES, "!!python/object/apply:os.system ['true']", RULES + "bad: 1\n"):
            answer = hand_in(client, rules=rules, rules_of="written")
            assert answer.status_code == 400
            assert 'class="problem"' in answer.text
        again = hand_in(client, rules=RULES, rules_of="written")
        assert again.status_code == 303


def test_sheets_are_bounded(stocked: Shelf) -> None:
    with serve(stocked) as client:
        large = hand_in(client, sheets={"large.csv": b"x" * (stocked.settings.upload_bytes + 1)})
        assert large.status_code == 413
        assert hand_in(client, sheets={f"{n}.csv": b"a" for n in range(21)}).status_code in (400, 413)
        assert client.post("/check", data={"csrf": token(client)}).status_code == 400
        assert client.post("/check", data={}).status_code == 403


def test_names_in_sheets_are_escaped(stocked: Shelf) -> None:
    evil = "<script>alert(1)</script>"
    people = [{**row, "Họ và tên": evil, "Đơn vị": evil} for row in PEOPLE]
    with serve(stocked) as client:
        sheets = {f"{evil}.csv": sheet(people)}
        page = shown(
            client,
            hand_in(client, sheets=sheets, rules=RULES.replace("Quy chế", evil), rules_of="written"),
            "?outcome=",
        )
        assert evil not in page
        assert "&lt;script&gt;" in page


def test_a_check_is_its_owners_alone(stocked: Shelf) -> None:
    with serve(stocked) as client:
        address = hand_in(client, rules=RULES, rules_of="written").headers["location"]
        checks: Checks = client.app.state.checks  # type: ignore[attr-defined]
        key = address.rpartition("/")[2]
        mine = client.app.state.checks.of(next(iter(checks._held.values())).who)  # type: ignore[attr-defined]
        assert [held.key for held in mine] == [key]
        assert checks.get(key, "someone else") is None
        assert client.get("/check/not-there").status_code == 404


def test_old_checks_make_room(stocked: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("congvan.web.checking._KEPT", 2)
    with serve(stocked) as client:
        first, *_, last = (
            hand_in(client, rules=RULES, rules_of="written").headers["location"] for _ in range(3)
        )
        assert client.get(first).status_code == 404
        assert client.get(last).status_code == 200


def test_the_json_is_what_the_command_line_gives(stocked: Shelf, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from congvan.cli import cli

    paths = []
    for name, data in (
        ("units.csv", sheet(UNITS)),
        ("people.csv", sheet(PEOPLE)),
        ("own.yaml", RULES.encode()),
    ):
        (tmp_path / name).write_bytes(data)
        paths.append(str(tmp_path / name))
    options = ["--rules", paths.pop(), "--on", "2024-02-01", "--year", "2023", "--json"]
    told = json.loads(CliRunner().invoke(cli, ["check", *paths, *options]).stdout)
    with serve(stocked) as client:
        address = hand_in(client, rules=RULES, rules_of="written").headers["location"]
        assert client.get(f"{address}/report.json").json() == told


def test_the_year_follows_the_day_and_the_acts_named_unless_it_is_said(shelf: Shelf) -> None:
    shelf.add(shelf.folder / "letter.txt", directive(OF_2021, "of-2021"))
    with serve(shelf) as client:
        assert 'name="year" value=""' in client.get("/check").text
        for asked in (
            {"on": "10/01/2022", "year": "", "province": "Hà Giang", "district": "Xín Mần"},
            {"on": "01/12/2025", "year": "", "rules_of": "acts", "acts": "77-CV/HU"},
        ):
            page = shown(client, hand_in(client, **asked))
            assert "kiểm điểm năm 2021" in page
            assert "2 trên 9 = 22,2 %" in page
            assert 'name="year" value=""' in client.get("/check").text
        shown(client, hand_in(client, on="10/01/2022", year="2024", rules_of="acts", acts="77-CV/HU"))
        assert 'name="year" value="2024"' in client.get("/check").text


def test_no_rule_applied_is_not_no_violation(shelf: Shelf) -> None:
    shelf.add(shelf.folder / "letter.txt", directive(OF_2021, "of-2021"))
    with serve(shelf) as client:
        page = shown(client, hand_in(client, rules_of="acts", acts="77-CV/HU", year="2024"))
        assert "Chưa kiểm tra được gì" in page
        assert "verdict-tiles" not in page
        assert "không phải năm 2024; muốn xét kết quả theo văn bản này thì ghi năm 2021" in page
        assert "HTXSNV không quá 20 %" in page  # what the act set aside demands
        before = client.get("/check").text
        assert "không có quy tắc nào áp dụng" in before
        assert "không vi phạm" not in before
        people = [{**PEOPLE[0], "Xếp loại đảng viên": "HTTNV"}]
        kept = {"units.csv": sheet(UNITS), "people.csv": sheet(people)}
        shown(client, hand_in(client, rules=RULES, rules_of="written", sheets=kept))
        assert "không vi phạm" in client.get("/check").text


@pytest.mark.shared
def test_the_real_directives_drive_the_page(shared: Path, shelf: Shelf) -> None:
    """Seeds 001, 003 and 004 in the corpus: verdicts, sources and conflicts on the page, no rule by hand."""
    ids = {}
    for path in sorted((shared / "seeds").glob("00[134]_*.txt")):
        made = directive(path.read_text(encoding="utf-8"), path.name[:3])
        shelf.add(shelf.folder / path.name, made)
        ids[path.name[:3]] = made.id
    sheets = {
        "units.csv": sheet([*UNITS, {"Đơn vị": "Chi bộ Hai", "Loại đơn vị": "Chi bộ", "Xếp loại": "HTTNV"}]),
        "people.csv": sheet(
            [{**row, "Đứng đầu": "Chi bộ Hai" if row["Họ và tên"] == "Lê An" else ""} for row in PEOPLE]
        ),
    }
    when = {"on": "10/02/2022", "year": "2021"}
    with serve(shelf) as client:
        acts = f"{ids['001']}; {ids['004']}"
        page = shown(client, hand_in(client, sheets=sheets, rules_of="acts", acts=acts, **when))
        assert "2 trên 9 = 22,2 % &gt; 20 %" in page
        assert "HTXSNV &gt; HTTNV" in page
        for seed in ("001", "004"):
            assert f"/review/{ids[seed]}#at=" in page  # each verdict leads to the words of its act
        later = {"on": "01/12/2022", "year": "2022"}
        page = shown(client, hand_in(client, sheets=sheets, rules_of="acts", acts=ids["003"], **later))
        assert f"/review/{ids['003']}#at=" in page
