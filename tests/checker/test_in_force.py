"""Which rules bind a unit on a day, and which of two that differ prevails."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from checker.acts import Act, year_reviewed
from checker.in_force import InForce, rules_in_force
from checker.jurisdiction import Jurisdiction, reach, territory
from checker.record import Source
from checker.rules import RULE, AnyRule
from checker.settings import Settings
from checker.subjects import Subject
from extractors.model import Amendment, Reference

HERE = Jurisdiction(province="Cần Thơ", district="Quận Ninh Kiều", ward="An Bình")
SETTINGS = Settings(dt.date(2023, 12, 31), 2023)

CENTRAL: dict[str, Any] = {"issuer": "Ban Tổ chức Trung ương", "level": "central", "system": "party"}
PROVINCE: dict[str, Any] = {"issuer": "Thành ủy Cần Thơ", "level": "province", "system": "party"}


def act(name: str, issued: str | None, head: dict[str, Any], *terms: dict[str, Any], **more: Any) -> Act:
    source = Source(
        act=name,
        act_id=name,
        issuer=head.get("issuer"),
        level=head.get("level"),
        issued=issued,
        system=head.get("system"),
    )
    rules: list[AnyRule] = []
    for number, each in enumerate(terms, start=1):
        place = source.model_copy(update={"clause": each.get("clause", str(number))})
        body = {key: value for key, value in each.items() if key != "clause"}
        rules.append(RULE.validate_python({"id": f"{name}/{number}", "source": place, **body}))
    return Act(id=name, number=name, issued=issued, rules=tuple(rules), **head, **more)


def quota(**more: Any) -> dict[str, Any]:
    terms = {"kind": "quota", "limit": 0.2, "of": "HTXSNV", "among": "HTTNV", "among_or_above": True}
    return {**terms, "subject": "đảng viên", "unit": "tổ chức cơ sở đảng", **more}


def found(*acts: Act, where: Jurisdiction = HERE, settings: Settings = SETTINGS, **more: Any) -> InForce:
    return rules_in_force(acts, settings, where, **more)


def ids(result: InForce) -> list[str]:
    return [standing.rule.id for standing in result.rules]


def why(result: InForce, name: str) -> str:
    (one,) = [item for item in result.set_aside if item.act_id == name]
    return one.why


@pytest.mark.parametrize(
    ("head", "binds"),
    [
        (CENTRAL, True),
        (PROVINCE, True),
        ({"issuer": "Tỉnh ủy Quảng Nam", "level": "province", "system": "party"}, False),
        ({"issuer": "Quận ủy Ninh Kiều", "level": "district", "system": "party"}, True),
        ({"issuer": "Huyện ủy Phong Điền", "level": "district", "system": "party"}, False),
        (
            {
                "issuer": "Đảng ủy phường An Bình",
                "parent": "Đảng bộ quận Ninh Kiều",
                "level": "ward",
                "system": "party",
            },
            True,
        ),
        ({"issuer": "Đảng ủy phường Tân An", "level": "ward", "system": "party"}, False),
        # a ward of that name, in another district
        (
            {
                "issuer": "Đảng ủy phường An Bình",
                "parent": "Đảng bộ quận Thốt Nốt",
                "level": "ward",
                "system": "party",
            },
            False,
        ),
        ({"issuer": "Đảng ủy Sở Y tế", "level": "unit", "system": "party"}, None),
        ({"issuer": "Ban Thường vụ", "level": None, "system": "party"}, None),
        ({"issuer": "Ban Thường vụ Tỉnh ủy", "level": "province", "system": "party"}, None),
    ],
)
def test_reach_of_acts(head: dict[str, Any], binds: bool | None) -> None:
    assert reach(act("1-HD/X", "2022-01-01", head), HERE).binds is binds


def test_acts_of_the_state_do_not_bind_the_party() -> None:
    decree = act(
        "90/2020/NĐ-CP", "2020-08-13", {"issuer": "Chính phủ", "level": "central", "system": "state"}
    )
    assert reach(decree, Jurisdiction(system="party")).binds is False
    assert reach(decree, Jurisdiction(system="state")).binds is True


def test_territories_from_names_superiors_and_places() -> None:
    assert territory("Thành ủy Cần Thơ", None, None, "province").province == "can tho"
    assert territory("Ban Thường vụ Tỉnh ủy", None, "Quảng Nam", "province").province == "quang nam"
    ward = territory("Đảng ủy Phường 11", "Đảng bộ quận Gò Vấp", None, "ward")
    assert (ward.district, ward.ward) == ("go vap", "11")


def test_an_act_of_which_it_cannot_be_told_is_set_aside_as_doubtful() -> None:
    result = found(
        act("1-CV/ĐU", "2022-01-01", {"issuer": "Đảng ủy phường X", "level": "ward"}, quota()),
        where=Jurisdiction(),
    )
    assert ids(result) == []
    assert [item.doubtful for item in result.set_aside] == [True]
    assert "--ward" in result.set_aside[0].why


def test_a_person_may_say_that_an_act_binds() -> None:
    elsewhere = act("1-HD/TU", "2022-01-01", {"issuer": "Tỉnh ủy Quảng Nam", "level": "province"}, quota())
    assert ids(found(elsewhere)) == []
    assert ids(found(elsewhere, chosen={"1-HD/TU"})) == ["1-HD/TU/1"]


def test_an_act_binds_from_its_day_on() -> None:
    late = act("1-HD/TU", "2024-01-01", PROVINCE, quota())
    assert "after 2023-12-31" in why(found(late), "1-HD/TU")
    assert ids(found(late, settings=Settings(dt.date(2024, 1, 1), 2023))) == ["1-HD/TU/1"]


def test_an_act_without_a_date_is_taken_to_be_in_force_and_says_so() -> None:
    result = found(act("1-HD/TU", None, PROVINCE, quota()))
    assert result.rules[0].notes == ["The act's date is not known: it was taken to be in force."]


@pytest.mark.parametrize(
    ("subject", "year"),
    [
        ("Về tổ chức kiểm điểm, đánh giá, xếp loại tập thể, cá nhân năm 2021", 2021),
        ("Về kiểm điểm, đánh giá, xếp loại hằng năm", None),
        ("Về tuyển dụng năm 2021", None),
        ("Kiểm điểm theo Quy định ngày 08 tháng 3 năm 2018 của Bộ Chính trị", None),
        (None, None),
    ],
)
def test_the_year_that_an_act_is_about(subject: str | None, year: int | None) -> None:
    assert year_reviewed(act("1-CV/TU", "2021-12-01", PROVINCE, subject=subject)) == year


def test_an_act_about_one_year_binds_no_other_review() -> None:
    old = act("1-CV/TU", "2021-12-01", PROVINCE, quota(), subject="Về kiểm điểm, xếp loại năm 2021")
    assert "review of 2021, not 2023" in why(found(old), "1-CV/TU")
    assert ids(found(old, settings=Settings(dt.date(2022, 1, 20), 2021))) == ["1-CV/TU/1"]


def replacing(number: str, date: str | None = None, **more: Any) -> Reference:
    return Reference(text=number, number=number, date=date, relation="replaces", span=(0, 1), **more)


def test_a_replaced_act_is_out_of_force_once_the_other_is_issued() -> None:
    old = act("10-HD/TU", "2019-11-25", PROVINCE, quota(limit=0.15))
    new = act("20-HD/TU", "2023-06-01", PROVINCE, quota(), references=(replacing("10-HD/TU", "2019-11-25"),))
    result = found(old, new)
    assert ids(result) == ["20-HD/TU/1"]
    assert "replaced by 20-HD/TU" in why(result, "10-HD/TU")
    before = found(old, new, settings=Settings(dt.date(2022, 12, 31), 2022))
    assert ids(before) == ["10-HD/TU/1"]


def test_a_number_that_two_bodies_use_replaces_only_the_one_meant() -> None:
    ours = act("10-HD/TU", "2019-11-25", PROVINCE, quota(limit=0.15))
    theirs = replace(ours, id="other", issuer="Tỉnh ủy Quảng Nam", rules=())
    new = act("20-HD/TU", "2023-06-01", PROVINCE, quota(), references=(replacing("10-HD/TU"),))
    assert ids(found(ours, theirs, new)) == ["20-HD/TU/1"]


def test_a_mention_that_fits_two_acts_replaces_neither_and_is_told() -> None:
    one = act("10-HD/TU", "2019-11-25", PROVINCE, quota(limit=0.15))
    two = replace(one, id="two", issued="2014-11-25", rules=())
    new = act(
        "20-HD/TU",
        "2023-06-01",
        CENTRAL,
        quota(limit=0.1),
        references=(replacing("10-HD/TU", issuer="Thành ủy Cần Thơ"),),
    )
    result = found(one, two, new)
    assert "10-HD/TU/1" in ids(result)
    assert any("2 acts have that number" in item.why for item in result.set_aside)


def amendment(action: Any, old: str | None, new: str | None, place: str | None = None) -> Amendment:
    return Amendment(target="17-KH/ĐU", place=place, action=action, old=old, new=new, span=(0, 1000))


def test_an_amendment_takes_the_wording_it_replaces_out_of_force() -> None:
    old_text = "số đảng viên xếp loại HTXSNV không quá 15%"
    old = act(
        "17-KH/ĐU",
        "2020-12-18",
        PROVINCE,
        quota(limit=0.15, text=old_text),
        quota(subject="cán bộ", text="khác"),
    )
    new = act(
        "123-CV/ĐU",
        "2022-01-06",
        PROVINCE,
        quota(text="không quá 20%"),
        amendments=(amendment("replace", f"Nội dung “{old_text} số đảng viên”", "không quá 20%"),),
    )
    result = found(old, new)
    assert ids(result) == ["17-KH/ĐU/2", "123-CV/ĐU/1"]
    assert "123-CV/ĐU replaces its wording" in why(result, "17-KH/ĐU")


def test_an_amendment_by_place_and_an_insertion() -> None:
    old = act(
        "17-KH/ĐU",
        "2020-12-18",
        PROVINCE,
        {**quota(text="a"), "clause": "2.3a"},
        {**quota(subject="cán bộ", text="b"), "clause": "4"},
    )
    deleted = act(
        "1-CV/ĐU", "2022-01-06", PROVINCE, amendments=(amendment("delete", None, None, "Mục IV, điểm 2.3a"),)
    )
    inserted = act(
        "1-CV/ĐU", "2022-01-06", PROVINCE, amendments=(amendment("insert", None, "x", "Mục IV, điểm 2.3a"),)
    )
    assert ids(found(old, deleted)) == ["17-KH/ĐU/2"]
    assert ids(found(old, inserted)) == ["17-KH/ĐU/1", "17-KH/ĐU/2"]


def test_equal_rules_become_one_that_cites_both() -> None:
    low = act("10-HD/TU", "2023-01-01", PROVINCE, quota())
    high = act("25-HD/BTCTW", "2023-10-10", CENTRAL, quota())
    result = found(low, high)
    assert ids(result) == ["25-HD/BTCTW/1"]
    assert result.rules[0].also == ["10-HD/TU, clause 1"]
    assert result.conflicts == []


def prevails(*acts: Act) -> tuple[str | None, str]:
    (conflict,) = found(*acts).conflicts
    return conflict.prevails, conflict.why


def test_of_one_body_the_later_act_prevails() -> None:
    old = act("10-HD/TU", "2019-11-25", PROVINCE, quota(among_or_above=False))
    new = act("20-HD/TU", "2023-06-01", PROVINCE, quota())
    winner, reason = prevails(old, new)
    assert (winner, reason.startswith("later")) == ("20-HD/TU/1", True)


def test_between_levels_the_higher_prevails_though_it_is_older() -> None:
    high = act("21-HD/BTCTW", "2019-10-18", CENTRAL, quota(among_or_above=False))
    low = act("20-HD/TU", "2023-06-01", PROVINCE, quota())
    winner, reason = prevails(high, low)
    assert (winner, reason.startswith("higher")) == ("21-HD/BTCTW/1", True)


def test_a_lower_act_that_fills_in_what_the_higher_leaves_open_prevails() -> None:
    high = act("21-HD/BTCTW", "2019-10-18", CENTRAL, quota(unit=None))
    low = act("20-HD/TU", "2023-06-01", PROVINCE, quota())
    winner, reason = prevails(high, low)
    assert (winner, reason.startswith("more specific")) == ("20-HD/TU/1", True)


def test_within_one_act_the_more_narrowly_drawn_prevails_for_its_subjects_only() -> None:
    both = act(
        "123-CV/ĐU",
        "2022-01-06",
        PROVINCE,
        quota(),
        quota(subject="tập thể, cá nhân", among_or_above=False, unit=None),
    )
    result = found(both)
    (conflict,) = result.conflicts
    assert conflict.prevails == "123-CV/ĐU/1"
    assert conflict.subjects == [Subject.PARTY_MEMBER]
    general = next(standing for standing in result.rules if standing.rule.id == "123-CV/ĐU/2")
    assert general.yields == {Subject.PARTY_MEMBER: "123-CV/ĐU/1"}


def test_where_nothing_decides_both_are_held() -> None:
    one = act("1-HD/X", None, {"issuer": "A", "level": "central"}, quota())
    two = act("2-HD/Y", None, {"issuer": "B", "level": "central"}, quota(limit=0.15))
    result = found(one, two)
    assert [c.prevails for c in result.conflicts] == [None]
    assert all(not standing.yields for standing in result.rules)


def test_quotas_of_different_scopes_can_both_be_kept() -> None:
    one = act("1-HD/TU", "2023-01-01", PROVINCE, quota())
    two = act("2-HD/TU", "2023-02-01", PROVINCE, quota(unit="chi bộ", limit=0.15))
    result = found(one, two)
    assert result.conflicts == []
    assert len(result.rules) == 2


def test_a_cap_with_exceptions_differs_from_one_without() -> None:
    cap: dict[str, Any] = {
        "kind": "rank_cap",
        "of": "người đứng đầu",
        "not_above": "tập thể do mình đứng đầu",
    }
    plain = act("1-HD/TU", "2022-01-01", PROVINCE, cap)
    new = act("2-HD/TU", "2023-01-01", PROVINCE, {**cap, "exceptions": ["mới nhận nhiệm vụ dưới 03 tháng"]})
    assert prevails(plain, new)[0] == "2-HD/TU/1"


def test_not_ranked_and_not_reviewed_can_both_be_kept() -> None:
    few: dict[str, Any] = {"kind": "minimum_members", "count": 3, "subject": "tập thể"}
    one = act(
        "1-HD/TU", "2022-01-01", PROVINCE, {**few, "effect": "not ranked"}, {**few, "effect": "not reviewed"}
    )
    assert found(one).conflicts == []


def test_rules_written_by_hand_hold_between_their_days() -> None:
    rule = RULE.validate_python(
        {"id": "own", **quota(), "valid": {"from": dt.date(2023, 1, 1), "to": dt.date(2023, 6, 30)}}
    )
    assert found(written=[rule]).rules == []
    assert ids(found(written=[rule], settings=Settings(dt.date(2023, 6, 30), 2023))) == ["own"]


def test_duties_due_before_the_year_under_review_are_past() -> None:
    duty = {"kind": "deadline", "text": "kiểm điểm", "date": "2021-10-30", "bound": "before"}
    result = found(act("1-CV/TU", "2021-09-01", PROVINCE, duty))
    assert result.rules == []
    assert "before the year under review" in why(result, "1-CV/TU")


def test_duties_due_before_the_first_day_of_the_year_under_review_are_past() -> None:
    duty = {"kind": "deadline", "text": "kiểm điểm", "date": "2023-01-01"}
    early = act("1-CV/TU", "2022-09-01", PROVINCE, {**duty, "bound": "before"})
    assert "before the year under review" in why(found(early), "1-CV/TU")
    assert ids(found(act("2-CV/TU", "2022-09-01", PROVINCE, {**duty, "bound": "by"}))) == ["2-CV/TU/1"]


def test_duties_of_other_matters_are_held_only_when_their_act_is_named() -> None:
    duty = {"kind": "deadline", "text": "trồng rừng xong", "date": "2023-10-30", "bound": "before"}
    other = act("1-CV/TU", "2023-09-01", PROVINCE, duty)
    assert "--act 1-CV/TU" in why(found(other), "1-CV/TU")
    assert ids(found(other, chosen={"1-CV/TU"})) == ["1-CV/TU/1"]
