"""Tesseract in this process through tesserocr: the model stays loaded between pages and lines."""

from __future__ import annotations

import os

import numpy as np

from pipeline.errors import ReadError
from pipeline.ocr.data import data_folder
from pipeline.ocr.program import parse_tsv
from pipeline.ocr.token import Token


class InProcess:
    """Tesseract's library with its model kept open. One thread at a time may use an instance."""

    name = "tesserocr"

    def __init__(self, language: str = "vie") -> None:
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr

        self.language = language
        self._library = tesserocr
        self._api = tesserocr.PyTessBaseAPI(
            path=data_folder(language),
            lang=language.removeprefix("script/"),
            psm=tesserocr.PSM.AUTO,
            oem=tesserocr.OEM.LSTM_ONLY,
        )

    def read(self, image: np.ndarray, *, dpi: float, psm: int = 3, seconds: float = 120.0) -> list[Token]:
        """See `pipeline.ocr.engine.Engine.read`."""
        from PIL import Image

        api = self._api
        api.SetPageSegMode(psm)
        api.SetImage(Image.fromarray(np.ascontiguousarray(image)))
        api.SetSourceResolution(round(dpi))
        try:
            if not api.Recognize(round(seconds * 1000)):
                raise ReadError(
                    "timeout",
                    f"the engine did not finish the page in {seconds:g} seconds and was stopped. "
                    "Raise page_seconds, or scan the page again.",
                    stage="ocr",
                )
            return parse_tsv(api.GetTSVText(0))
        finally:
            api.Clear()
