"""Everything that congvan needs may be shipped beside it, and is in the lock file."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import re
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from bench import licences
from bench.licences import ALLOWED, FORBIDDEN, licence, needed

ROOT = Path(__file__).parents[2]


def test_licences_of_what_is_needed() -> None:
    found = {d.metadata["Name"]: licence(d) for d in needed(all_extras=True)}
    assert len(found) > 30
    assert not {n: said for n, said in found.items() if not ALLOWED.search(said) or FORBIDDEN.search(said)}


def test_the_patterns_know_copyleft_from_the_rest() -> None:
    for bad in (
        "GPL-3.0-only",
        "GNU General Public License v3 (GPLv3)",
        "AGPL-3.0",
        "GNU Affero General Public",
    ):
        assert FORBIDDEN.search(bad)
    for good in ("LGPL-3.0", "GNU Library or Lesser General Public License (LGPL)", "MIT", "BSD-3-Clause"):
        assert ALLOWED.search(good) and not FORBIDDEN.search(good)


def test_the_lock_file_pins_every_requirement_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {canonicalize_name(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    core = re.search(r"^dependencies = \[\n(.*?)^\]", declared, re.MULTILINE | re.DOTALL)
    assert core is not None
    names = re.findall(r'^\s*"([A-Za-z0-9._-]+)', core[1], re.MULTILINE)
    assert {canonicalize_name(name) for name in names} <= pinned
    blocks = re.split(r"^(?=[A-Za-z0-9._-]+==)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_lock_file_holds_every_extra_and_can_be_cut_to_some() -> None:
    spec = importlib.util.spec_from_file_location("lock", ROOT / "scripts" / "lock.py")
    assert spec is not None and spec.loader is not None
    cut = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cut)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = list(project["optional-dependencies"])
    whole = cut.pinned(cut.part(lock, cut.wanted(project, extras)))
    assert set(whole) == set(cut.pinned(lock))
    versions = re.findall(r"^[a-z0-9._-]+==[^\\]+", lock, re.MULTILINE)
    cut_out = re.findall(r"^[a-z0-9._-]+==[^\\]+", cut.part(lock, set(cut.pinned(lock))), re.MULTILINE)
    assert sorted(cut_out) == sorted(versions)  # also one pinned twice, for two versions of Python
    core = set(cut.pinned(cut.part(lock, cut.wanted(project, []))))
    assert {"click", "sqlalchemy", "pydantic-core", "setuptools"} <= core
    assert not core & {"fastapi", "uvicorn", "distributed", "spacy", "underthesea", "pytest", "psycopg"}


def test_the_bill_of_materials_names_every_package_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "sbom.json"
    monkeypatch.setattr(sys, "argv", ["licences", "--all", "--sbom", str(target)])
    assert licences.main() == 0
    said = json.loads(target.read_text(encoding="utf-8"))
    assert (said["bomFormat"], said["specVersion"]) == ("CycloneDX", "1.5")
    assert said["metadata"]["component"]["name"] == "congvan"
    urls = [component["purl"] for component in said["components"]]
    assert len(set(urls)) == len(urls)
    for name in ("sqlalchemy", "fastapi", "distributed"):  # of the core and of extras
        version = importlib.metadata.version(name)
        assert f"pkg:pypi/{name}@{version}" in urls
    assert all(component["licenses"][0]["license"]["name"] for component in said["components"])
