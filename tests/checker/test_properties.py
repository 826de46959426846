"""What must hold for any results: order, independence of units, exactness at the limit, honesty under
doubt."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.settings import Rounding
from checker.verdict import Outcome
from tests.checker.build import run

QUOTA = {
    "id": "quota", "kind": "quota", "limit": 0.2, "of": "HTXSNV", "among": "HTTNV", "among_or_above": True,
    "unit": "tổ chức cơ sở đảng", "subject": "đảng viên",
}  # fmt: skip
CAP = {"id": "cap", "kind": "rank_cap", "of": "người đứng đầu", "not_above": "tập thể do mình đứng đầu"}
RANKS = ["HTXSNV", "HTTNV", "HTNV", "KHTNV", "không xếp loại"]

ranks = st.sampled_from(RANKS)
members = st.lists(ranks, max_size=12)


def unit(name: str, rank: str = "HTTNV") -> dict[str, Any]:
    return {"Đơn vị": name, "Loại đơn vị": "Đảng bộ cơ sở", "Xếp loại": rank}


def people(name: str, found: list[str], head: bool = True) -> list[dict[str, Any]]:
    return [
        {
            "Họ tên": f"{name} {n}", "Đơn vị": name, "Xếp loại đảng viên": rank,
            "Đứng đầu": name if head and n == 0 else "",
        }
        for n, rank in enumerate(found)
    ]  # fmt: skip


def verdicts(case: dict[str, Any]) -> dict[tuple[str, str], tuple[str, str]]:
    return {(v.rule, v.unit): (v.outcome.value, v.numbers) for v in run(case).verdicts}


def case(found: dict[str, list[str]], **more: Any) -> dict[str, Any]:
    return {
        "rules": [QUOTA, CAP],
        "units": [unit(name) for name in found],
        "people": [row for name, each in found.items() for row in people(name, each)] or None,
        **more,
    }


@settings(max_examples=40, deadline=None)
@given(first=members, second=members, seed=st.integers(0, 10**6))
def test_order_of_rows_does_not_matter(first: list[str], second: list[str], seed: int) -> None:
    straight = case({"Đảng bộ A": first, "Đảng bộ B": second})
    mixed = {**straight, "units": straight["units"][::-1], "people": list(straight["people"] or []) or None}
    if mixed["people"]:
        random.Random(seed).shuffle(mixed["people"])
    assert verdicts(straight) == verdicts(mixed)


@settings(max_examples=40, deadline=None)
@given(first=st.lists(ranks, min_size=1, max_size=12), kept=st.integers(0, 3))
def test_a_kept_unit_never_violates_another(first: list[str], kept: int) -> None:
    before = verdicts(case({"Đảng bộ A": first}))
    added = ["HTTNV"] * (5 * kept + 1) + ["HTXSNV"] * kept
    after = verdicts(case({"Đảng bộ A": first, "Đảng bộ B": added}))
    assert after["quota", "Đảng bộ B"][0] == "kept"
    assert {key: value for key, value in after.items() if key[1] == "Đảng bộ A"} == before


@settings(max_examples=60, deadline=None)
@given(hundredths=st.integers(1, 100), times=st.integers(1, 8))
def test_a_quota_met_exactly_is_kept_and_one_more_is_not(hundredths: int, times: int) -> None:
    share = Fraction(hundredths, 100)
    base = share.denominator * times
    top = int(share * base)
    rule = {**QUOTA, "limit": hundredths / 100}
    rows = [{"Họ tên": "x", "Đơn vị": "Đảng bộ A", "Xếp loại đảng viên": "HTXSNV", "times": top}]
    if base > top:
        rows.append(
            {"Họ tên": "y", "Đơn vị": "Đảng bộ A", "Xếp loại đảng viên": "HTTNV", "times": base - top}
        )
    exact = {"rule": rule, "units": [unit("Đảng bộ A")], "people": rows}
    assert verdicts(exact)["quota", "Đảng bộ A"][0] == "kept"
    if base > top:
        rows[0]["times"], rows[1]["times"] = top + 1, base - top - 1
        rows[:] = [row for row in rows if row["times"]]
        assert verdicts(exact)["quota", "Đảng bộ A"][0] == "violated"


@settings(max_examples=60, deadline=None)
@given(
    sure=st.lists(ranks, max_size=7),
    unread=st.integers(0, 2),
    homeless=st.lists(ranks, max_size=2),
    above=st.booleans(),
    limit=st.sampled_from([0.1, 0.2, 0.34, 0.5, 1.0]),
    rounding=st.sampled_from(["floor", "nearest", "ceiling"]),
)
def test_a_verdict_under_doubt_holds_for_every_way_the_doubt_may_fall(
    sure: list[str], unread: int, homeless: list[str], above: bool, limit: float, rounding: str
) -> None:
    """Compared with trying all ways out: each unreadable rank any rank, each homeless person here or
    elsewhere."""
    rows = people("Đảng bộ A", sure, head=False)
    rows += [{"Họ tên": f"u{n}", "Đơn vị": "Đảng bộ A", "Xếp loại đảng viên": "??"} for n in range(unread)]
    rows += [{"Họ tên": f"h{n}", "Xếp loại đảng viên": rank} for n, rank in enumerate(homeless)]
    rule = {**QUOTA, "limit": limit, "among_or_above": above}
    found = run(
        {"rule": rule, "units": [unit("Đảng bộ A")], "people": rows, "with": {"rounding": rounding}}
        if rows
        else {"rule": rule, "units": [unit("Đảng bộ A")], "with": {"rounding": rounding}}
    ).verdicts
    if not found:
        assert not sure and not unread
        return
    ways = set()
    for guessed in itertools.product(RANKS, repeat=unread):
        for here in itertools.product((False, True), repeat=len(homeless)):
            everyone = [*sure, *guessed, *(r for r, inside in zip(homeless, here, strict=True) if inside)]
            base = sum(r == "HTTNV" or (above and r == "HTXSNV") for r in everyone)
            top = everyone.count("HTXSNV")
            ways.add(top <= Rounding(rounding).whole(Fraction(str(limit)) * base))
    outcome = found[0].outcome
    if ways == {True}:
        assert outcome in (Outcome.KEPT, Outcome.NOT_APPLICABLE)
    elif ways == {False}:
        assert outcome is Outcome.VIOLATED
    else:
        assert outcome is Outcome.CANNOT_TELL


@settings(max_examples=60, deadline=None)
@given(found=st.lists(ranks, min_size=1, max_size=12), above=st.booleans())
def test_the_smallest_change_keeps_the_quota_and_one_less_does_not(found: list[str], above: bool) -> None:
    rule = {**QUOTA, "among_or_above": above}
    first = {"rule": rule, "units": [unit("Đảng bộ A")], "people": people("Đảng bộ A", found, head=False)}
    verdict = run(first).verdicts[0]
    if verdict.outcome is not Outcome.VIOLATED:
        assert verdict.change is None
        return
    assert verdict.change is not None
    wanted = int(verdict.change.split()[1])
    for changed, outcome in ((wanted, ("kept", "not applicable")), (wanted - 1, ("violated",))):
        lowered = list(found)
        for _ in range(changed):
            lowered[lowered.index("HTXSNV")] = "HTTNV"
        again = run({**first, "people": people("Đảng bộ A", lowered, head=False)}).verdicts[0]
        assert again.outcome.value in outcome


@settings(max_examples=40, deadline=None)
@given(head=ranks, bound=ranks)
def test_a_cap_is_violated_only_by_a_higher_rank(head: str, bound: str) -> None:
    found = verdicts(
        {"rule": CAP, "units": [unit("Đảng bộ A", bound)], "people": people("Đảng bộ A", [head])}
    )["cap", "Đảng bộ A"][0]
    order = RANKS.index
    if "không xếp loại" in (head, bound):
        assert found == "not applicable"
    else:
        assert found == ("violated" if order(head) < order(bound) else "kept")
