"""Where Tesseract's language data lies on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.errors import MissingDependency

_DATA = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


def data_folder(language: str) -> str:
    """The folder that holds the data of ``language``; tesserocr's wheel brings the library only.

    Raises `MissingDependency` where none does.
    """
    name = language.removeprefix("script/") + ".traineddata"
    places = [os.environ.get("TESSDATA_PREFIX", ""), *_DATA]
    for place in places:
        for folder in (Path(place), Path(place) / "tessdata", Path(place) / "script"):
            if place and (folder / name).is_file():
                return str(folder)
    raise MissingDependency(
        "missing-language-data",
        f"Tesseract has no data for {language}. Install it: apt-get install tesseract-ocr tesseract-ocr-vie",
        stage="ocr",
    )
