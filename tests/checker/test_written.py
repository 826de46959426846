"""Rules written by hand: every slip is told with its place; the schema says what is allowed."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

from checker.errors import RulesError
from checker.kinds.quota import Quota
from checker.written import load_rules, parse_rules, schema

GOOD = """
version: 1
rules:
  - id: party-members
    kind: quota
    limit: 20%
    of: HTXSNV
    among: HTTNV
    among_or_above: true
    subject: đảng viên
    valid: {from: 2023-01-01}
    source: {title: Quy chế của cơ quan, clause: "4"}
  - {id: report, kind: required_report, text: gửi báo cáo, date: 2024-01-15, bearers: [chi bộ]}
"""


def test_a_file_of_rules() -> None:
    first, second = parse_rules(GOOD, "own.yaml")
    assert isinstance(first, Quota)
    assert (first.limit, first.source.label()) == (0.2, "Quy chế của cơ quan, clause 4")
    assert second.source.label() == "own.yaml"
    jsonschema.validate(
        yaml.safe_load(
            GOOD.replace("20%", "0.2")
            .replace("2023-01-01", '"2023-01-01"')
            .replace("2024-01-15", '"2024-01-15"')
        ),
        schema(),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules: [{id: a, kind: quota, limt: 0.2}]", r"rules\[1\].limt: is not a term"),
        (
            "rules: [{id: a, kind: quota, limit: 20}]",
            r"rules\[1\].limit: a share lies between 0 and 1: write 20%",
        ),
        ("rules: [{id: a, kind: quota, limit: -0.1}]", r"rules\[1\].limit"),
        ("rules: [{id: a, kind: quotas}]", r"quotas"),
        ("rules: [{kind: quota}]", r"rules\[1\].id"),
        ("rules: [{id: a, kind: quota}, {id: a, kind: quota}]", "two rules have the id 'a'"),
        ("rules:\n  - id: a\n    kind: quota\n    id: b\n", "line 4: the key 'id' is given twice"),
        ("rules: [{id: a, kind: deadline, date: mai}]", "no ISO day"),
        ("rules: [{id: a, kind: quota, valid: {from: 2023-02-01, to: 2023-01-01}}]", "lies before"),
        ("rules: [{id: a, kind: minimum_members, count: -1}]", r"rules\[1\].count"),
        ("rules: [", "line 1: not well-formed YAML"),
        ("- a", "begins with “rules:”"),
        ("rules: !!python/object/apply:os.system [ls]", "not well-formed YAML"),
        ("more: 1\nrules: []", "more"),
    ],
)
def test_slips_are_named(text: str, message: str) -> None:
    with pytest.raises(RulesError, match=message) as caught:
        parse_rules(text, "own.yaml")
    assert caught.value.message.startswith("own.yaml")


def test_a_file_that_is_no_text(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "rules.yaml"
    path.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(RulesError, match="not UTF-8"):
        load_rules(path)
