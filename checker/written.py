"""Rules written by hand, in YAML: the same kinds and terms, with a source and days between which they hold.

For what no directive in the corpus states. Unknown keys, repeated keys and shares above 1 are errors.
"""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from checker.errors import RulesError
from checker.record import Record
from checker.rules import AnyRule

MAX_BYTES = 2**20
"""A thousand rules have 300 kB."""


class RuleFile(Record):
    """A file of rules. Each holds for all units checked, on the days that its ``valid`` allows."""

    version: Literal[1] = Field(default=1, description="The version of this format.")
    rules: list[AnyRule]


def schema() -> dict[str, Any]:
    """The JSON Schema of a file of rules."""
    out = RuleFile.model_json_schema(mode="validation")
    out["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return out


def load_rules(path: Path) -> list[AnyRule]:
    """The rules of a YAML file. Raises `RulesError` naming the line or the entry at fault."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RulesError("too-large", f"{path} is over 1 MB; a file of rules is small. Split it.")
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise RulesError("encoding", f"{path} is not UTF-8 text. Save it as UTF-8.") from error
    except OSError as error:
        raise RulesError("unreadable", f"{path} cannot be read ({error.strerror}).") from error
    return parse_rules(text, str(path))


def parse_rules(text: str, name: str) -> list[AnyRule]:
    """As `load_rules`, from text; ``name`` is what errors call it."""
    data = _parse(text, name)
    if not isinstance(data, dict):
        raise RulesError("rules", f"{name}: a file of rules begins with “rules:” and a list below it.")
    try:
        rules = RuleFile.model_validate(data).rules
    except ValidationError as error:
        raise RulesError(
            "rules", f"{name}: " + "; ".join(_explain(item) for item in error.errors())
        ) from error
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise RulesError("rules", f"{name}: two rules have the id {rule.id!r}. Give each its own.")
        seen.add(rule.id)
        if rule.source.title is None and rule.source.act is None:
            rule.source.title = name
    return rules


def _parse(text: str, name: str) -> object:
    import yaml

    class Loader(yaml.SafeLoader):  # type: ignore[misc]  # yaml has no types
        """The safe loader, without YAML's silent overwriting of a key given twice."""

    def mapping(loader: Loader, node: yaml.MappingNode) -> dict[Hashable, object]:
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = loader.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise RulesError("rules", f"{name} line {line}: the key {key!r} is given twice.")
            seen.add(key)
        loader.flatten_mapping(node)
        return {
            loader.construct_object(k, deep=True): loader.construct_object(v, deep=True)
            for k, v in node.value
        }

    Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, mapping)
    try:
        return yaml.load(text, Loader)  # a subclass of the safe loader
    except yaml.MarkedYAMLError as error:
        line = f" line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise RulesError("yaml", f"{name}{line}: not well-formed YAML: {error.problem}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise RulesError("yaml", f"{name}: not well-formed YAML: {error}.") from error


def _explain(item: Any) -> str:
    """One of pydantic's errors as a line: "rules[2].limit: …"."""
    where = ""
    for part in item["loc"]:
        if isinstance(part, int):
            where += f"[{part + 1}]"
        elif part not in RULE_KINDS:
            where += f".{part}" if where else str(part)
    message = item["msg"].removeprefix("Value error, ")
    if item["type"] == "extra_forbidden":
        message = "is not a term of this kind of rule; remove it or correct its spelling"
    return f"{where}: {message}"


RULE_KINDS = frozenset(
    {"quota", "rank_cap", "minimum_members", "minimum_tenure", "deadline", "required_report"}
)
