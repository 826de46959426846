"""Tesseract as a program, one process a page, killed with all its children at the time limit.

pytesseract (`pipeline.ocr.wrapped`) runs the same program, but writes each page as a file first and kills
only the process that it started.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess

import numpy as np

from pipeline.errors import MissingDependency, ReadError
from pipeline.ocr.data import data_folder
from pipeline.ocr.token import Token, normal
from pipeline.programs import run

INSTALL = "Install Tesseract with its Vietnamese data: apt-get install tesseract-ocr tesseract-ocr-vie"


class Program:
    """The ``tesseract`` command; ``language`` names its data ("vie", "script/Vietnamese")."""

    name = "tesseract"

    def __init__(self, language: str = "vie", command: str = "tesseract") -> None:
        self.language = language
        self.command = command

    def read(self, image: np.ndarray, *, dpi: float, psm: int = 3, seconds: float = 120.0) -> list[Token]:
        """See `pipeline.ocr.engine.Engine.read`."""
        height, width = image.shape[:2]
        picture = b"P5 %d %d 255\n" % (width, height) + np.ascontiguousarray(image).tobytes()
        arguments = [self.command, "stdin", "stdout", "--psm", str(psm), "--oem", "1", *self._data()]
        arguments += ["--dpi", str(round(dpi)), "-c", "tessedit_create_tsv=1"]
        return parse_tsv(self._run(arguments, picture, seconds))

    def _data(self) -> list[str]:
        """Where the language data lies. Distributions keep script data now in the data folder, now in a
        folder within it; the program's own search finds only one of the two."""
        if self.language.startswith("script/"):
            return ["--tessdata-dir", data_folder(self.language), "-l", self.language.removeprefix("script/")]
        return ["-l", self.language]

    def _run(self, arguments: list[str], picture: bytes, seconds: float) -> str:
        # one thread a process: Tesseract's own threads cost five times the CPU for a small gain in time
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        if shutil.which(self.command) is None:  # a wrapper would only tell by its exit code
            raise MissingDependency(
                "missing-tesseract", f"the program {self.command} is not installed. {INSTALL}", stage="ocr"
            )
        try:
            done = run(
                arguments,
                data=picture,
                seconds=seconds,
                environment=environment,
            )
        except subprocess.TimeoutExpired as error:
            raise ReadError(
                "timeout",
                f"the engine did not finish the page in {seconds:g} seconds and was stopped. "
                "Raise page_seconds, or scan the page again.",
                stage="ocr",
            ) from error
        if done.code != 0:
            words = done.err.decode("utf-8", "replace").strip()
            if "Error opening data file" in words or "Failed loading language" in words:
                raise MissingDependency(
                    "missing-language-data",
                    f"Tesseract has no data for {self.language}. {INSTALL}",
                    stage="ocr",
                )
            raise fault(f"ended with code {done.code}: {words[-300:] or 'no message'}")
        return done.out.decode("utf-8", "replace")


def fault(what: str) -> ReadError:
    """The error of an engine that did ``what``, with what to do next."""
    return ReadError(
        "engine", f"tesseract {what}. Run `congvan doctor`, or scan the page again.", stage="ocr"
    )


def parse_tsv(table: str) -> list[Token]:
    """Tokens from Tesseract's TSV; rows above word level and empty words are left out. Raises `ReadError`
    ("engine") where it is no such table: an answer of nothing is not an empty page, which has a row too."""
    tokens = []
    pages = 0
    for row in csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        pages += row[0] == "1"
        if len(row) < 12 or row[0] != "5":
            continue
        text = normal(row[11])
        if not text:
            continue
        try:
            x, y, width, height = (int(value) for value in row[6:10])
            line = (int(row[2]), int(row[3]), int(row[4]))
            confidence = max(0.0, float(row[10]) / 100)
        except ValueError as error:
            raise fault(f"answered with a table that is none ({error})") from error
        tokens.append(Token(text, confidence, x, y, x + width, y + height, line))
    if not pages:
        raise fault("ended well but answered with no table")
    return tokens
