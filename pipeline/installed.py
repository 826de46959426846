"""What the pipeline needs from the machine, whether it is there, and the command that installs it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata

from pipeline.readers.office import INSTALL as INSTALL_LIBREOFFICE
from pipeline.readers.office import find_libreoffice

_PACKAGES = ("pytesseract", "pdfplumber", "pypdfium2", "dateparser", "sqlalchemy")
_EXTRAS = {
    "fast": ("tesserocr", "scans take a fifth longer"),
    "web": ("fastapi", "no congvan serve"),
    "postgres": ("psycopg", "no corpus on PostgreSQL"),
    "cluster": ("distributed", "no congvan ingest --cluster"),
    "nlp": ("spacy", "no spaCy components"),
}
"""What comes with an extra: its package, and what is missing without it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked for. ``needed``: without it a main part does not work; ``remedy``: what to type."""

    name: str
    present: bool
    detail: str
    needed: bool = True
    remedy: str | None = None


def findings() -> list[Finding]:
    packages = [_package(name) for name in _PACKAGES]
    return [_python(), *_tesseract(), _libreoffice(), *packages, *(_extra(name) for name in _EXTRAS)]


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), version, remedy="sudo apt-get install python3.11")


def _tesseract() -> list[Finding]:
    install = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
    program = shutil.which("tesseract")
    if program is None:
        return [Finding("Tesseract", False, "not found; scans cannot be read", remedy=install)]
    version = _said([program, "--version"]).splitlines()
    languages = _said([program, "--list-langs"]).split()
    return [
        Finding("Tesseract", True, version[0] if version else program),
        Finding(
            "Tesseract data: vie",
            "vie" in languages,
            "Vietnamese" if "vie" in languages else "not found; scans cannot be read",
            remedy="sudo apt-get install tesseract-ocr-vie",
        ),
    ]


def _libreoffice() -> Finding:
    program = find_libreoffice()
    detail = program or "not found; .doc cannot be read, .rtf only without its fonts"
    return Finding("LibreOffice", program is not None, detail, needed=False, remedy=INSTALL_LIBREOFFICE)


def _package(name: str) -> Finding:
    try:
        return Finding(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, False, "not installed", remedy=f"pip install {name}")


def _extra(name: str) -> Finding:
    package, without = _EXTRAS[name]
    found = _package(package)
    if found.present:
        return Finding(package, True, found.detail, needed=False)
    return Finding(package, False, f"not installed; {without}", False, f"pip install 'congvan[{name}]'")


def _said(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", errors="replace")
