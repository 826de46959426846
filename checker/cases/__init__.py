"""Cases of each kind of rule, as YAML beside this file: input and expected verdicts; tests and
documentation."""

from __future__ import annotations

from importlib import resources
from typing import Any


def kinds() -> list[str]:
    """The kinds of rules that have cases."""
    folder = resources.files("checker").joinpath("cases")
    return sorted(item.name.removesuffix(".yaml") for item in folder.iterdir() if item.name.endswith(".yaml"))


def load(kind: str) -> list[dict[str, Any]]:
    """The cases of a kind, each with the file's ``rule``, ``units`` and ``with`` where it has none of its
    own."""
    import yaml

    text = resources.files("checker").joinpath("cases", f"{kind}.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    out = []
    for case in data["cases"]:
        common = {key: data[key] for key in ("units", "with") if key in data}
        if "rules" not in case:
            common["rule"] = data["rule"]
        out.append({**common, **case})
    return out
