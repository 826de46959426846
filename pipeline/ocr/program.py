"""Tesseract as a program, one process a page, killed with all its children at the time limit.

pytesseract wraps the same program but kills only the process it started and reads its output through
pandas or a second pass; one TSV call gives text, boxes and confidences at half the time.
"""

from __future__ import annotations

import contextlib
import csv
import os
import signal
import subprocess

import numpy as np

from pipeline.errors import MissingDependency, ReadError
from pipeline.ocr.data import data_folder
from pipeline.ocr.token import Token, normal

_INSTALL = "Install Tesseract with its Vietnamese data: apt-get install tesseract-ocr tesseract-ocr-vie"


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
        try:
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=environment,
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise MissingDependency(
                "no-tesseract", f"the program {self.command} is not installed. {_INSTALL}", stage="ocr"
            ) from error
        try:
            out, complaint = process.communicate(picture, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise ReadError(
                "timeout",
                f"the engine did not finish the page in {seconds:g} seconds and was stopped. "
                "Raise page_seconds, or scan the page again.",
                stage="ocr",
            ) from error
        finally:
            if process.returncode is None:
                _kill_group(process)
        if process.returncode != 0:
            words = complaint.decode("utf-8", "replace").strip()
            if "Error opening data file" in words or "Failed loading language" in words:
                raise MissingDependency(
                    "no-language-data",
                    f"Tesseract has no data for {self.language}. {_INSTALL}",
                    stage="ocr",
                )
            raise ReadError(
                "engine",
                f"tesseract ended with code {process.returncode}: {words[-300:] or 'no message'}. "
                "Run `congvan doctor`, or scan the page again.",
                stage="ocr",
            )
        return out.decode("utf-8", "replace")


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """Ends the process with everything it started. A group that is gone already is no fault."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None and not stream.closed:
            with contextlib.suppress(BrokenPipeError):
                stream.close()
    process.wait()


def parse_tsv(table: str) -> list[Token]:
    """Tokens from Tesseract's TSV; rows above word level and empty words are left out."""
    tokens = []
    for row in csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < 12 or row[0] != "5":
            continue
        text = normal(row[11])
        if not text:
            continue
        x, y, width, height = (int(value) for value in row[6:10])
        line = (int(row[2]), int(row[3]), int(row[4]))
        confidence = max(0.0, float(row[10]) / 100)
        tokens.append(Token(text, confidence, x, y, x + width, y + height, line))
    return tokens
