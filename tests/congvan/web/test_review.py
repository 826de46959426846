"""Review: the page and its ink, corrections with their history, repairs, the queue."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from corpus.corpus import Corpus
from tests.congvan.web.conftest import LINES, Shelf, post, token


def corrected(shelf: Shelf, name: str) -> object:
    with Corpus.open(shelf.url) as corpus:
        return corpus.directive(name)


def test_text_is_cut_where_fields_words_and_repairs_begin(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    page = client.get(f"/review/{made.id}").text
    pieces = re.findall(
        r'<span(?: class="([a-z ]*)")? data-a="(\d+)" data-b="(\d+)"(?: title="([^"]*)")?>([^<]*)', page
    )
    assert "".join(piece[4] for piece in pieces) == made.text
    assert [piece[4] for piece in pieces if "doubt" in piece[0]] == ["uỷ"]
    assert [(p[4], p[3]) for p in pieces if "repair" in p[0]] == [("đánh giá", "trước khi sửa: danh gia")]
    start, end = made.number.span  # type: ignore[union-attr,misc]
    assert any((int(p[1]), int(p[2])) == (start, end) for p in pieces)


def test_words_come_with_their_boxes(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    words = client.get(f"/review/{made.id}/words/1.json").json()
    first = words[0]
    assert made.text[first[0] : first[1]] == "TỈNH"
    assert first[2:6] == [40.0, 60.0, 64.0, 74.0]
    assert first[6] == pytest.approx(0.97, abs=0.01)
    assert client.get(f"/review/{made.id}/words/2.json").status_code == 404


def test_the_page_image_is_drawn_once_and_tagged(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    answer = client.get(f"/d/{made.id}/pages/1.jpg?width=400")
    assert answer.headers["content-type"] == "image/jpeg"
    drawn = Image.open(__import__("io").BytesIO(answer.content))
    assert drawn.width == 400
    (shelf.folder / "scan.png").unlink()
    again = client.get(f"/d/{made.id}/pages/1.jpg?width=400")
    assert again.content == answer.content
    tagged = client.get(
        f"/d/{made.id}/pages/1.jpg?width=400", headers={"if-none-match": answer.headers["etag"]}
    )
    assert tagged.status_code == 304
    assert client.get(f"/d/{made.id}/pages/2.jpg").status_code == 404


def test_an_original_that_changed_is_not_shown_as_what_was_read(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    Image.new("L", (10, 10), 0).save(shelf.folder / "scan.png")
    page = client.get(f"/d/{made.id}/pages/1.jpg")
    assert page.status_code == 404
    assert "tệp trên đĩa không còn là tệp đã đọc" in page.text
    assert client.get(f"/d/{made.id}/original").status_code == 404


def test_handwriting_is_shown_as_its_crop(shelf: Shelf, client: TestClient) -> None:
    page = client.get(f"/review/{shelf.scan().id}").text
    box = re.search(r'class="crop" data-for="number/text"><svg viewBox="([\d. ]+)"', page)
    assert box is not None
    x, y, width, height = (float(value) for value in box[1].split())
    assert x <= 76 and y <= 100 and x + width >= 130 and y + height >= 114


def test_a_correction_is_kept_with_its_history_and_can_be_taken_back(
    shelf: Shelf, client: TestClient
) -> None:
    made = shelf.scan()
    post(client, f"/review/{made.id}/field", path="number/text", value="16 - CV/TU")
    now = corrected(shelf, made.id)
    assert now.number.text == "16-CV/TU"  # type: ignore[attr-defined]
    assert now.number.serial == 16  # type: ignore[attr-defined]
    page = client.get(f"/review/{made.id}").text
    assert "Lịch sử (1)" in page
    assert "15-CV/TU" in page
    post(client, f"/review/{made.id}/machine", path="number/text")
    assert corrected(shelf, made.id).number.text == "15-CV/TU"  # type: ignore[attr-defined]
    assert "Lịch sử (2)" in client.get(f"/review/{made.id}").text


def test_the_same_value_again_is_no_correction(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    for _ in range(2):
        post(client, f"/review/{made.id}/field", path="number/text", value="16-CV/TU")
        post(client, f"/review/{made.id}/field", path="subject", value="đánh giá cán bộ")
    with Corpus.open(shelf.url) as corpus:
        assert [item.field for item in corpus.corrections(made.id)] == ["number"]


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        ("issued/date", "5/10/2022", "2022-10-05"),
        ("issued/date", "2022-10", "2022-10"),
        ("issued/date", "10/2022", "2022-10"),
        ("obligations/o1/bearers", "Ban Tổ chức\r\n\r\n Văn phòng ", ["Ban Tổ chức", "Văn phòng"]),
        ("obligations/o1/modality", "permission", "permission"),
        ("addressees", "", []),
        ("urgency", "hỏa tốc", "hỏa tốc"),
        ("references/0/relation", "cites", "cites"),
        ("deadlines/1/date", "16/11/2022", "2022-11-16"),
        ("signatories/0/name", "Lê Thị  Bình An", "Lê Thị Bình An"),
        ("rules/r1/limit", "0,15", 0.15),
        ("amendments/0/place", "", None),
    ],
)
def test_every_kind_of_field_is_corrected(
    shelf: Shelf, client: TestClient, path: str, typed: str, value: object
) -> None:
    made = shelf.scan()
    answer = post(client, f"/review/{made.id}/field", path=path, value=typed)
    assert answer.status_code == 303
    found: object = corrected(shelf, made.id).model_dump(mode="json")  # type: ignore[attr-defined]
    for part in path.split("/"):
        if isinstance(found, list):
            found = found[int(part)] if part.isdigit() else next(i for i in found if i["id"] == part)
        else:
            found = found[part]  # type: ignore[index]
    assert found == value


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("issued/date", "31/02/2022"),
        ("issued/date", "hôm qua"),
        ("obligations/o1/modality", "maybe"),
        ("text", "khác"),
        ("source/name", "x"),
        ("obligations/none/bearers", "x"),
        ("rules/r1/limit", "nhiều"),
    ],
)
def test_what_cannot_be_a_value_is_refused_and_kept_in_the_field(
    shelf: Shelf, client: TestClient, path: str, typed: str
) -> None:
    made = shelf.scan()
    answer = client.post(
        f"/review/{made.id}/field",
        data={"path": path, "value": typed},
        headers={"hx-request": "true", "x-csrf-token": token(client)},
    )
    if path.startswith(("issued", "rules/r1")):
        assert 'role="alert"' in answer.text
        assert f'value="{typed}"' in answer.text
    with Corpus.open(shelf.url) as corpus:
        assert corpus.corrections(made.id) == []


def test_an_obligation_that_is_none_is_taken_out(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    post(client, f"/review/{made.id}/remove", path="obligations/o2")
    assert [o.id for o in corrected(shelf, made.id).obligations] == ["o1"]  # type: ignore[attr-defined]
    assert post(client, f"/review/{made.id}/remove", path="subject").status_code == 400


@pytest.mark.parametrize(
    ("chosen", "words", "said"),
    [
        ("obligations", "Ban Tổ chức Tỉnh uỷ rà soát hồ sơ", {"bearers": ["Ban Tổ chức Tỉnh uỷ"]}),
        ("deadlines", "trước ngày 5/11/2022", {"date": "2022-11-05", "bound": "before", "precision": "day"}),
        ("references", "Quyết định số 8-QĐ/TU", {"number": "8-QĐ/TU", "type": "QĐ"}),
        ("signatories", "Trần Văn Em", {"name": "Trần Văn Em"}),
    ],
)
def test_what_the_machine_missed_is_added(
    shelf: Shelf, client: TestClient, chosen: str, words: str, said: dict[str, object]
) -> None:
    made = shelf.scan()
    page = client.get(f"/review/{made.id}").text
    assert f'<option value="{chosen}">' in page
    shown = client.post(
        f"/review/{made.id}/add",
        data={"list": chosen, "words": words, "at": ""},
        headers={"hx-request": "true", "x-csrf-token": token(client)},
    ).text
    now = corrected(shelf, made.id).model_dump(mode="json")  # type: ignore[attr-defined]
    assert len(now[chosen]) == len(getattr(made, chosen)) + 1
    added = now[chosen][-1]
    assert {name: added[name] for name in said} == said
    new = re.findall(r'<details class="group new" id="g-([^"]+)" open>', shown)
    key = added.get("id", len(now[chosen]) - 1)
    assert new == ["head" if chosen == "signatories" else f"{chosen}-{key}"]


def test_what_is_added_stands_where_it_was_picked(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    at = made.text.index("báo cáo kết quả")
    post(client, f"/review/{made.id}/add", list="obligations", words="báo cáo  kết quả", at=str(at))
    added = corrected(shelf, made.id).obligations[-1]  # type: ignore[attr-defined]
    assert added.span == (at, at + len("báo cáo kết quả"))


@pytest.mark.parametrize(
    ("chosen", "words"), [("obligations", " "), ("references", "Quy định số 9-QĐ/TW"), ("text", "x")]
)
def test_what_cannot_be_added_is_refused_and_kept_in_the_form(
    shelf: Shelf, client: TestClient, chosen: str, words: str
) -> None:
    made = shelf.scan()
    answer = post(client, f"/review/{made.id}/add", list=chosen, words=words, at="x")
    assert answer.status_code == 400
    if words.strip() and chosen != "text":
        assert re.search(r'<textarea id="add-words"[^>]*aria-invalid="true"[^>]*>Quy định số 9', answer.text)
        assert "Điều này đã có" in answer.text
    with Corpus.open(shelf.url) as corpus:
        assert corpus.corrections(made.id) == []


@pytest.mark.parametrize("path", ["deadlines/0", "references/0", "amendments/0", "rules/r1"])
def test_an_entry_of_any_list_is_taken_out(shelf: Shelf, client: TestClient, path: str) -> None:
    made = shelf.scan()
    head = path.partition("/")[0]
    first = getattr(made, head)[0]
    page = client.get(f"/review/{made.id}").text
    assert f'name="path" value="{path}"><input type="hidden" name="span"' in page
    assert post(client, f"/review/{made.id}/remove", path=path, span="1-2").status_code == 400
    post(client, f"/review/{made.id}/remove", path=path, span=f"{first.span[0]}-{first.span[1]}")
    assert len(getattr(corrected(shelf, made.id), head)) == len(getattr(made, head)) - 1


def test_a_signature_that_is_emptied_is_none(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    for name in ("name", "position"):
        post(client, f"/review/{made.id}/field", path=f"signatories/0/{name}", value="")
    assert corrected(shelf, made.id).signatories == []  # type: ignore[attr-defined]


def test_the_page_and_the_library_say_the_same(shelf: Shelf, client: TestClient) -> None:
    typed = {
        "number/text": "16 - QĐ/TU",
        "type/code": "QĐ",
        "issuer/name": "Tỉnh ủy Quảng Ninh",
        "issued/date": "10/2022",
        "references/1/date": "3/3/2021",
        "deadlines/0/date": "31/10/2022",
    }
    made = shelf.scan()
    for path, value in typed.items():
        post(client, f"/review/{made.id}/field", path=path, value=value)
    by_page = corrected(shelf, made.id)
    with Corpus.open(shelf.url) as corpus:
        listed = [(item.field, item.after) for item in corpus.corrections(made.id)]
        for path in typed:
            corpus.take_back(made.id, path if "/" not in path else _history(by_page, path), who="An")
        for path, value in typed.items():
            corpus.correct(made.id, path, value, who="An")
        again = corpus.corrections(made.id)[-len(listed) :]
    assert [(item.field, item.after) for item in again] == listed
    assert corrected(shelf, made.id) == by_page


def _history(directive: object, path: str) -> str:
    from congvan.web import fields

    field = fields.find(directive, path)  # type: ignore[arg-type]
    return field.history if field else path


def test_a_repair_is_undone_and_accepted(shelf: Shelf, client: TestClient) -> None:
    made = shelf.scan()
    key = "-".join(str(place) for place in made.repairs[0].span)
    post(client, f"/review/{made.id}/repair", repair=key, decision="undone")
    assert "V/v danh gia cán bộ" in corrected(shelf, made.id).text  # type: ignore[attr-defined]
    page = client.get(f"/review/{made.id}").text
    assert "đã bỏ" in page
    post(client, f"/review/{made.id}/repair", repair="all", decision="accepted")
    assert "V/v danh gia cán bộ" in corrected(shelf, made.id).text  # type: ignore[attr-defined]
    post(client, f"/review/{made.id}/repair", repair=key, decision="accepted")
    assert corrected(shelf, made.id).text == made.text  # type: ignore[attr-defined]
    assert post(client, f"/review/{made.id}/repair", repair="0-1", decision="undone").status_code == 400


def test_the_queue_begins_with_the_most_doubtful(shelf: Shelf, client: TestClient) -> None:
    sure = shelf.scan("sure.png")
    unsure = shelf.scan("unsure.png")
    # the same drawing has the same bytes: a second document needs other ones
    assert sure.id == unsure.id
    path = shelf.folder / "other.png"
    Image.new("L", (20, 20), 99).save(path)
    import hashlib

    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    other = unsure.model_copy(
        update={
            "id": sha256[:16],
            "source": unsure.source.model_copy(update={"sha256": sha256, "name": "other.png"}),
            "number": unsure.number.model_copy(update={"confidence": 0.2}),  # type: ignore[union-attr]
        }
    )
    shelf.add(path, other)
    page = client.get("/review").text
    assert page.index(f"/review/{other.id}") < page.index(f"/review/{sure.id}")
    assert client.get("/review/next").headers["location"] == f"/review/{other.id}"
    assert f'id="go-after" href="/review/{sure.id}"' in client.get(f"/review/{other.id}").text
    answer = post(client, f"/review/{other.id}/done")
    assert answer.headers["location"] == f"/review/{sure.id}"
    assert f"/review/{other.id}" not in client.get("/review").text
    assert corrected(shelf, other.id).warnings == []  # type: ignore[attr-defined]


def test_a_text_without_pictures_is_reviewed_alone(shelf: Shelf, client: TestClient) -> None:
    from tests.corpus.build import make

    made = shelf.add(shelf.folder / "a.txt", make("a", body=LINES[3]))
    page = client.get(f"/review/{made.id}").text
    assert "no-image" in page
    assert LINES[3] in page
    assert client.get(f"/d/{made.id}/pages/1.jpg").status_code == 404
