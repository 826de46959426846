"""The licences of everything that congvan needs: `python -m bench.licences [--sbom FILE]`.

Walks from congvan's own requirements (extras included with --all) through the installed packages, prints each
with its version and licence, and fails (exit code 1) where one is unknown or not among those that may be
shipped beside Apache-2.0 code. --sbom writes the list as CycloneDX 1.5 JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from importlib import metadata
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = re.compile(
    r"apache|mit\b|bsd|isc\b|mpl|mozilla|psf|python software|unlicense|zlib|hpnd|cmu|public domain|cc0|zope"
    r"|historical permission|boost|lgpl|lesser general public",
    re.IGNORECASE,
)
"""Permissive licences, and those whose terms end at their own files or library (MPL, LGPL)."""
FORBIDDEN = re.compile(r"(?<!l)(?<!lesser )\b(?:a?gpl|affero|general public)", re.IGNORECASE)
LOOKED_UP = {
    # packages whose metadata says nothing, read in their source distribution
    "underthesea-core": "Apache-2.0",
}


def needed(all_extras: bool) -> list[metadata.Distribution]:
    """The installed distributions that congvan's requirements lead to, in order of name."""
    found: dict[str, metadata.Distribution] = {}
    waiting: list[tuple[str, frozenset[str]]] = []
    own = metadata.distribution("congvan")
    extras = frozenset(own.metadata.get_all("Provides-Extra") or []) - {"dev"} if all_extras else frozenset()
    waiting.append(("congvan", extras))
    done = set()
    while waiting:
        name, wanted = waiting.pop()
        if (name, wanted) in done:
            continue
        done.add((name, wanted))
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another platform, or an extra that is not installed
        found[name] = distribution
        for line in distribution.requires or []:
            requirement = Requirement(line)
            if requirement.marker is None or any(
                requirement.marker.evaluate({**default_environment(), "extra": extra})
                for extra in (wanted or {""})
            ):
                waiting.append((canonicalize_name(requirement.name), frozenset(requirement.extras)))
    found.pop("congvan")
    return [found[name] for name in sorted(found)]


def licence(distribution: metadata.Distribution) -> str:
    """What a distribution says its licence is, in few words."""
    data = distribution.metadata
    classifiers = [
        c.rpartition(" :: ")[2] for c in data.get_all("Classifier") or [] if c.startswith("License ::")
    ]
    said = data.get("License-Expression") or ", ".join(c for c in classifiers if c != "OSI Approved")
    said = said or (data.get("License") or "").strip().split("\n")[0][:60]
    return said or LOOKED_UP.get(canonicalize_name(data["Name"]), "")


def sbom(found: list[metadata.Distribution]) -> dict[str, object]:
    """The list as CycloneDX 1.5: congvan, and what it needs with versions, package URLs and licences."""
    own = metadata.version("congvan")
    components = [
        {
            "type": "library",
            "name": d.metadata["Name"],
            "version": d.version,
            "purl": f"pkg:pypi/{canonicalize_name(d.metadata['Name'])}@{d.version}",
            "licenses": [{"license": {"name": licence(d)}}],
        }
        for d in found
    ]
    about = {"component": {"type": "application", "name": "congvan", "version": own}}
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": about,
        "components": components,
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="with the extras (not dev)")
    parser.add_argument("--sbom", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    bad = 0
    found = needed(arguments.all)
    for distribution in found:
        said = licence(distribution)
        wrong = not ALLOWED.search(said) or bool(FORBIDDEN.search(said))
        bad += wrong
        mark = "  <-- look" if wrong else ""
        print(f"{distribution.metadata['Name']:28} {distribution.version:14} {said or '?'}{mark}")
    print(f"{len(found)} packages, {bad} to look at")
    if arguments.sbom:
        arguments.sbom.write_text(json.dumps(sbom(found), indent=2) + "\n", encoding="utf-8")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
