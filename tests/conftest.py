"""What tests share: where the real documents lie, and what the machine has."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout; the test is skipped where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real documents (../shared) are not on this machine")
    return folder


@pytest.fixture(scope="session")
def tesseract() -> str:
    program = shutil.which("tesseract")
    if program is None:
        pytest.skip("Tesseract is not installed (sudo apt-get install tesseract-ocr tesseract-ocr-vie)")
    return program


@pytest.fixture(scope="session")
def libreoffice() -> str:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (sudo apt-get install libreoffice-writer-nogui)")
    return program
