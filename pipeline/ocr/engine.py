"""The engine protocol, and the choice of one: in process where tesserocr is installed, else the program."""

from __future__ import annotations

import importlib.util
import os
import threading
from typing import Protocol

import numpy as np

from pipeline.ocr.token import Token


class Engine(Protocol):
    """Reads a prepared image: text, boxes and confidences in one pass."""

    name: str

    def read(self, image: np.ndarray, *, dpi: float, psm: int = 3, seconds: float = 120.0) -> list[Token]:
        """Tokens of ``image`` (grey, uint8) with boxes in its pixels.

        Raises `ReadError` ("timeout" after ``seconds``, "engine" where the engine fails) and
        `MissingDependency` where it or its data is not installed.
        """
        ...


_engines = threading.local()


def engine(name: str = "auto", language: str = "vie") -> Engine:
    """The engine of this thread (an in-process engine keeps its model loaded and is not shared).

    ``name``: "auto" (what CONGVAN_OCR_ENGINE names, else the fastest), "tesserocr", "tesseract" or
    "pytesseract".
    """
    if name == "auto":
        name = os.environ.get("CONGVAN_OCR_ENGINE") or (
            "tesserocr" if importlib.util.find_spec("tesserocr") else "tesseract"
        )
    known: dict[tuple[str, str], Engine] = _engines.__dict__.setdefault("known", {})
    if (name, language) not in known:
        if name == "tesserocr":
            from pipeline.ocr.inprocess import InProcess

            known[name, language] = InProcess(language)
        elif name == "tesseract":
            from pipeline.ocr.program import Program

            known[name, language] = Program(language)
        elif name == "pytesseract":
            from pipeline.ocr.wrapped import Wrapped

            known[name, language] = Wrapped(language)
        else:
            raise ValueError(f"no engine is called {name!r}: use auto, tesserocr, tesseract or pytesseract")
    return known[name, language]
