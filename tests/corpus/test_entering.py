"""What a person enters: held against the calendar and the tables, with what follows from it, and what was
missed added by its words."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.corpus import Corpus
from corpus.errors import QueryError
from corpus.filters import Filters
from extractors.model import ActType, Directive, Issued, Issuer, Number, Signatory, Warning
from tests.corpus.build import Duty, make

WHO = "Nguyễn Văn A"
BODY = "Phòng Lưu trữ kiểm kê kho\ntrước ngày 20/11/2022, theo Công văn số 77-CV/TU."


@pytest.fixture
def stored(sqlite: Corpus) -> Directive:
    made = make(
        references=[{"text": "Quy định số 9-QĐ/TW", "number": "9-QĐ/TW"}],
        duties=[Duty("Ban Tổ chức báo cáo", ["Ban Tổ chức"], "trước ngày 30/10/2022", "2022-10-30")],
        body=BODY,
    )
    made = made.model_copy(
        update={
            "number": Number(text=None, type_code="CV", confidence=0.5),
            "type": ActType(code="CV", name="Công văn"),
            "issuer": Issuer(name="Thành ủy Cần Tơ", confidence=0.4),
            "issued": Issued(date="2022-10", precision="month"),
            "signatories": [Signatory(name="Lê An", position="PHÓ BÍ THƯ")],
            "addressees": ["Các quận ủy", "Các huyện ủy"],
            "warnings": [Warning(code=code, message="…") for code in ("number-blank", "date-incomplete")],
        }
    )
    sqlite.store(made, recipe="1.1")
    return made


def entered(corpus: Corpus, directive: Directive, field: str, value: Any) -> Directive:
    return corpus.correct(directive.id, field, value, who=WHO)


def test_an_entry_of_a_list_is_corrected_by_its_place(sqlite: Corpus, stored: Directive) -> None:
    entered(sqlite, stored, "signatories/0/name", "Lê Anh")
    entered(sqlite, stored, "addressees/1", "Các thị ủy")
    entered(sqlite, stored, "references/0/number", "10 - QĐ/TW")
    now = entered(sqlite, stored, f"obligations/{stored.obligations[0].id}/bearers/0", "Văn phòng")
    assert now.signatories == [Signatory(name="Lê Anh", position="PHÓ BÍ THƯ")]
    assert now.addressees == ["Các quận ủy", "Các thị ủy"]
    assert (now.references[0].number, now.references[0].type) == ("10-QĐ/TW", "QĐ")
    assert now.obligations[0].bearers == ["Văn phòng"]
    now = entered(sqlite, stored, "addressees/0", None)
    assert now.addressees == ["Các thị ủy"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("signatories/1/name", "x"),
        ("signatories/name", "x"),
        ("signatories/0/name/x", "x"),
        ("signatories/+/name", "x"),
        ("signatories/0", 7),
        ("signatories", "x"),
        ("addressees/9", "x"),
        ("addressees/0/x", "x"),
        ("addressees", [1]),
        ("obligations/none/bearers", ["x"]),
        ("obligations/none", None),
        ("obligations/+", ""),
        ("rules/+", {"text": "Không quá 20%"}),
        ("issued/date/x", "x"),
        ("subject/x", "y"),
        ("kind", "report"),
        ("urgency", "mai"),
        ("type/code", "ZZZ"),
        ("warnings/0", None),
        ("deadlines/+", {"text": "sớm", "span": [5, 10_000]}),
        ("references/+", "Quy định số 9-QĐ/TW"),
    ],
)
def test_what_leads_nowhere_or_does_not_fit_is_refused(
    sqlite: Corpus, stored: Directive, field: str, value: object
) -> None:
    with pytest.raises(QueryError):
        entered(sqlite, stored, field, value)
    assert sqlite.corrections(stored.id) == []


@pytest.mark.parametrize("typed", ["2022-99-13", "31/9/2022", "2022-02-30", "2022-Q3", "hôm qua", "22"])
@pytest.mark.parametrize("field", ["issued/date", "issued", "references/0/date", "references"])
def test_a_date_that_is_none_is_refused(sqlite: Corpus, stored: Directive, field: str, typed: str) -> None:
    value: Any = {"issued": {"date": typed}, "references": [{"text": "Luật A", "date": typed}]}.get(
        field, typed
    )
    with pytest.raises(QueryError, match="is no date"):
        entered(sqlite, stored, field, value)
    assert sqlite.directive(stored.id).issued == stored.issued


@pytest.mark.parametrize(
    ("typed", "date", "precision"),
    [
        ("13/9/2022", "2022-09-13", "day"),
        ("ngày 13 tháng 9 năm 2022", "2022-09-13", "day"),
        ("9/2022", "2022-09", "month"),
        ("2022", "2022", "year"),
        (None, None, None),
    ],
)
def test_a_date_comes_with_its_precision(
    sqlite: Corpus, stored: Directive, typed: str | None, date: str | None, precision: str | None
) -> None:
    now = entered(sqlite, stored, "issued/date", typed)
    assert now.issued and (now.issued.date, now.issued.precision) == (date, precision)
    assert sqlite.search(filters=Filters(years=(2022,))).total == (1 if date else 0)


@pytest.mark.parametrize(
    ("typed", "date", "precision"),
    [
        ("2022-Q4", "2022-Q4", "quarter"),
        ("2022-10/2022-12", "2022-10/2022-12", "interval"),
        ("2022-10-30T17:00", "2022-10-30T17:00", "time"),
    ],
)
def test_a_deadline_may_be_a_period(
    sqlite: Corpus, stored: Directive, typed: str, date: str, precision: str
) -> None:
    now = entered(sqlite, stored, "deadlines/0/date", typed)
    assert (now.deadlines[0].date, now.deadlines[0].precision) == (date, precision)
    for wrong in ("2022-12/2022-10", "2022-13/2023-01", "2022-10-30T25:00"):
        with pytest.raises(QueryError, match="is no date"):
            entered(sqlite, stored, "deadlines/0/date", wrong)


def test_a_number_comes_with_its_parts_and_answers_its_warning(sqlite: Corpus, stored: Directive) -> None:
    now = entered(sqlite, stored, "number/text", "46/TB-UBND")
    assert now.number is not None
    assert (now.number.serial, now.number.type_code, now.number.system) == (46, "TB", "state")
    assert now.number.confidence == 1.0
    assert [warning.code for warning in now.warnings] == ["date-incomplete"]
    assert sqlite.search(filters=Filters(needs_review=True)).total == 1
    now = entered(sqlite, stored, "issued/date", "14/10/2022")
    assert now.warnings == []
    assert sqlite.search(filters=Filters(needs_review=True)).total == 0
    sqlite.take_back(stored.id, "number", who=WHO)
    assert [warning.code for warning in sqlite.directive(stored.id).warnings] == ["number-blank"]


def test_a_kind_of_act_comes_with_its_name(sqlite: Corpus, stored: Directive) -> None:
    assert entered(sqlite, stored, "type/code", "QĐ").type == ActType(code="QĐ", name="Quyết định")
    for typed, code in (("hđ", "HĐ"), ("da", "DA"), ("đa", "ĐA"), ("cong van", "CV"), (" kh ", "KH")):
        now = entered(sqlite, stored, "type/code", typed).type  # as the filter of kinds takes them
        assert now is not None and now.code == code
    assert entered(sqlite, stored, "type/name", "Kế hoạch").type == ActType(code="KH", name="Kế hoạch")
    other = {"code": "ZZ", "name": "Thư ngỏ"}
    assert entered(sqlite, stored, "type", other).type == ActType.model_validate(other)


def test_an_issuer_comes_with_its_level_and_is_taken_back_with_it(sqlite: Corpus, stored: Directive) -> None:
    now = entered(sqlite, stored, "issuer/name", "Đảng ủy phường Cái Khế")
    assert now.issuer and (now.issuer.level, now.issuer.confidence) == ("ward", 1.0)
    sqlite.take_back(stored.id, "issuer/name", who=WHO)
    assert sqlite.directive(stored.id).issuer == stored.issuer


def test_a_reading_that_is_surer_of_the_same_value_is_no_difference(
    sqlite: Corpus, stored: Directive
) -> None:
    entered(sqlite, stored, "number/text", "46/TB-UBND")
    entered(sqlite, stored, "issuer/name", "Thành ủy Cần Thơ")
    assert stored.issuer and stored.number
    again = stored.model_copy(
        update={
            "issuer": stored.issuer.model_copy(update={"confidence": 0.6}),
            "number": stored.number.model_copy(update={"confidence": 0.7}),
        }
    )
    sqlite.store(again, recipe="1.2")
    assert sqlite.differences(stored.id) == []


def test_what_was_missed_is_added_by_its_words_and_found_in_the_text(
    sqlite: Corpus, stored: Directive
) -> None:
    now = entered(sqlite, stored, "obligations/+", "Phòng Lưu trữ kiểm kê kho trước ngày 20/11/2022")
    added = now.obligations[-1]
    assert stored.text[slice(*added.span)].split() == added.text.split()
    assert added.bearers == ["Phòng Lưu trữ"] and added.deadlines == ["trước ngày 20/11/2022"]
    assert stored.text[slice(*now.deadlines[-1].span)] == "trước ngày 20/11/2022"
    due = sqlite.obligations(filters=Filters(bearer="lưu trữ", due_before="2022-11-21"))
    assert [hit.due for hit in due.items] == ["2022-11-19"]

    now = entered(sqlite, stored, "references/+", "Công văn số 77-CV/TU")
    assert now.references[-1].number == "77-CV/TU" and now.references[-1].type == "CV"
    assert stored.text[slice(*now.references[-1].span)] == "Công văn số 77-CV/TU"

    now = entered(sqlite, stored, "signatories/+", {"name": "Trần Bình", "position": "Bí thư"})
    assert [signatory.name for signatory in now.signatories] == ["Lê An", "Trần Bình"]
    assert now.signatories[-1].span is None
    now = entered(sqlite, stored, "signatories/1", None)
    assert [signatory.name for signatory in now.signatories] == ["Lê An"]


def test_words_that_the_text_does_not_hold_stand_nowhere(sqlite: Corpus, stored: Directive) -> None:
    now = entered(sqlite, stored, "obligations/+", "Chi cục Thuế thu đủ")
    assert now.obligations[-1].span == (0, 0) and now.obligations[-1].id
    with pytest.raises(QueryError, match="read already"):
        entered(sqlite, stored, "obligations/+", "Chi cục Thuế thu đủ.")


def test_a_phrase_that_recurs_is_the_one_picked_else_one_not_read_yet(sqlite: Corpus) -> None:
    made = make(body="Nộp trước ngày 5/11/2022; gửi trước ngày 5/11/2022; dán trước ngày 5/11/2022.")
    sqlite.store(made, recipe="1.1")
    phrase = "trước ngày 5/11/2022"
    places = [at for at in range(len(made.text)) if made.text.startswith(phrase, at)]
    sqlite.enter(made.id, "deadlines/+", phrase, who=WHO, at=(places[1], places[1]))
    sqlite.enter(made.id, "deadlines/+", phrase, who=WHO)
    sqlite.enter(made.id, "deadlines/+", phrase, who=WHO)
    now = sqlite.directive(made.id)
    assert [item.span[0] for item in now.deadlines] == [places[1], places[0], places[2]]
    assert {item.date for item in now.deadlines} == {"2022-11-05"}
    now = entered(sqlite, made, "deadlines/0", {"text": phrase, "bound": "by"})
    assert (now.deadlines[0].span[0], now.deadlines[0].bound) == (places[1], "by")


def test_a_new_phrase_of_an_obligation_falls_due(sqlite: Corpus, stored: Directive) -> None:
    duty = stored.obligations[0].id
    entered(sqlite, stored, f"obligations/{duty}/deadlines", ["trước ngày 20/11/2022"])
    assert [hit.due for hit in sqlite.obligations().items] == ["2022-11-19"]


def test_a_correction_says_what_it_took_the_place_of(sqlite: Corpus, stored: Directive) -> None:
    entered(sqlite, stored, "issued/date", "5/10/2022")
    entered(sqlite, stored, "issued/date", "6/10/2022")
    entered(sqlite, stored, "number/serial", 7)
    entered(sqlite, stored, "number/text", "8-CV/TU")
    made = sqlite.corrections(stored.id)
    days = [item for item in made if item.field == "issued/date"]
    assert [(item.replaced, item.after) for item in days] == [
        ("2022-10", "2022-10-05"),
        ("2022-10-05", "2022-10-06"),
    ]
    assert days[1].before == "2022-10"
    assert made[-1].replaced["serial"] == 7 and made[-1].before["serial"] is None


def test_what_is_said_already_is_no_correction(sqlite: Corpus, stored: Directive) -> None:
    for _ in range(2):
        entered(sqlite, stored, "subject", "Khác")
        entered(sqlite, stored, "secrecy", None)
    assert [item.field for item in sqlite.corrections(stored.id)] == ["subject"]


def test_a_reviewed_directive_waits_no_more_until_it_is_read_again(sqlite: Corpus) -> None:
    made = make("partly", status="partial", warnings=[Warning(code="head-missing", message="…")])
    sqlite.store(made, recipe="1.1")
    assert sqlite.search(filters=Filters(needs_review=True)).total == 1
    assert sqlite.mark_reviewed(made.id, who=WHO) == made.id
    assert sqlite.search(filters=Filters(needs_review=True)).total == 0
    sqlite.store(made, recipe="1.2")
    assert sqlite.search(filters=Filters(needs_review=True)).total == 1


@pytest.mark.parametrize(
    ("code", "field", "value", "answered"),
    [
        ("year-mismatch", "number/text", "4/2022/QĐ-UBND", True),
        ("year-mismatch", "number/text", "4/2021/QĐ-UBND", False),
        ("handwritten-date", "issued/date", "2022-10-02", True),
        ("handwritten-date", "issued/date", "2022", False),
        ("signature-nameless", "signatories/+", "Đỗ Cúc", True),
        ("signature-nameless", "signatories/0/position", "Bí thư", False),
        ("head-missing", "number/text", "4/QĐ-UBND", False),
    ],
)
def test_a_value_answers_the_warnings_that_asked_for_it(
    sqlite: Corpus, stored: Directive, code: str, field: str, value: str, answered: bool
) -> None:
    doubtful = stored.model_copy(update={"warnings": [Warning(code=code, message="…")]})
    sqlite.store(doubtful, recipe="1.2")
    assert (entered(sqlite, stored, field, value).warnings == []) is answered


def test_a_deadline_put_after_the_directives_day_is_no_longer_early(sqlite: Corpus) -> None:
    from extractors.deadlines import warnings

    made = make(duties=[Duty("Ban A nộp", ["Ban A"], "trước ngày 1/9/2022", "2022-09-01")])
    assert made.issued is not None
    day = __import__("datetime").date.fromisoformat(made.issued.date or "")
    made.warnings = warnings(made.deadlines, day)
    assert made.warnings
    sqlite.store(made, recipe="1.1")
    assert entered(sqlite, made, "deadlines/0/date", "2022-09-02").warnings == []
    assert entered(sqlite, made, "deadlines/0/date", "2022-11-02").warnings == []
