"""Tesseract through pytesseract, for machines where the program must be found or called its way
(``pytesseract.pytesseract.tesseract_cmd``). Chosen with CONGVAN_OCR_ENGINE=pytesseract.

The default is our own call of the same program (`pipeline.ocr.program`): the words are the same, but
pytesseract writes each page as a file first, and at the time limit it stops only the process it started.
"""

from __future__ import annotations

import os

import numpy as np

from pipeline.errors import MissingDependency, ReadError
from pipeline.ocr.data import data_folder
from pipeline.ocr.program import INSTALL, fault, parse_tsv
from pipeline.ocr.token import Token


class Wrapped:
    """``language`` names the data ("vie", "script/Vietnamese")."""

    name = "pytesseract"

    def __init__(self, language: str = "vie") -> None:
        self.language = language

    def read(self, image: np.ndarray, *, dpi: float, psm: int = 3, seconds: float = 120.0) -> list[Token]:
        """See `pipeline.ocr.engine.Engine.read`. One call gives text, boxes and confidences."""
        import pytesseract
        from PIL import Image

        os.environ["OMP_THREAD_LIMIT"] = "1"  # pytesseract passes our environment on; see `program`
        config = f"--psm {psm} --oem 1 --dpi {round(dpi)}"
        language = self.language
        if language.startswith("script/"):
            config += f' --tessdata-dir "{data_folder(language)}"'
            language = language.removeprefix("script/")
        try:
            table = pytesseract.image_to_data(
                Image.fromarray(image),
                lang=language,
                config=config,
                timeout=seconds,
                output_type=pytesseract.Output.STRING,
            )
        except pytesseract.TesseractNotFoundError as error:
            raise MissingDependency(
                "missing-tesseract", f"the program tesseract is not installed. {INSTALL}", stage="ocr"
            ) from error
        except pytesseract.TesseractError as error:
            if "data file" in error.message or "Failed loading language" in error.message:
                raise MissingDependency(
                    "missing-language-data",
                    f"Tesseract has no data for {self.language}. {INSTALL}",
                    stage="ocr",
                ) from error
            raise fault(f"ended with code {error.status}: {error.message[-300:]}") from error
        except (UnicodeDecodeError, FileNotFoundError) as error:
            raise fault(f"answered with no readable table ({error})") from error
        except RuntimeError as error:  # pytesseract's word for its time limit
            raise ReadError(
                "timeout",
                f"the engine did not finish the page in {seconds:g} seconds and was stopped. "
                "Raise page_seconds, or scan the page again.",
                stage="ocr",
            ) from error
        return parse_tsv(str(table))
