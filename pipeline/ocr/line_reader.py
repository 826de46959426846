"""A second reader for short stretches of a line: AsterOCR's network, run from the file in its wheel.

Only the network and its alphabet are taken from the package (asterocr 1.0.2, MIT): its own pipeline may go
to the net for weights and reads whole images in ways not needed here.
"""

from __future__ import annotations

import importlib.util
import json
import threading
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

_HEIGHT = 32
_MAX_WIDTH = 1000
"""The network's positions end at 256 steps of four pixels."""


@dataclass(frozen=True, slots=True)
class Reading:
    """``text`` as read; ``confidence``: mean probability of its letters."""

    text: str
    confidence: float


_loaded = threading.local()


def line_reader() -> LineReader | None:
    """This thread's reader, None where asterocr or onnxruntime is not installed."""
    if not hasattr(_loaded, "reader"):
        folder = package_folder()
        _loaded.reader = LineReader(folder) if folder is not None else None
    reader: LineReader | None = _loaded.reader
    return reader


def package_folder() -> Path | None:
    """Where asterocr's network lies; the package itself is not imported."""
    if importlib.util.find_spec("onnxruntime") is None:
        return None
    spec = importlib.util.find_spec("asterocr")
    for place in (spec.submodule_search_locations or ()) if spec is not None else ():
        folder = Path(place) / "assets"
        if (folder / "asternet.onnx").is_file() and (folder / "vocab.json").is_file():
            return folder
    return None


class LineReader:
    """Reads crops of one line each. One core, about 25 ms a word."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        # widths differ from crop to crop: an arena would keep the largest of each
        options.enable_cpu_mem_arena = False
        network = str(folder / "asternet.onnx")
        self._session: Any = onnxruntime.InferenceSession(
            network, options, providers=["CPUExecutionProvider"]
        )
        self._letters: list[str] = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))["chars"]
        self._input = self._session.get_inputs()[0].name

    def read(self, crops: Sequence[np.ndarray]) -> list[Reading]:
        """One reading a crop (grey, uint8, one line each)."""
        return [self._read(crop) for crop in crops]

    def _read(self, crop: np.ndarray) -> Reading:
        height, width = crop.shape
        if height < 4 or width < 4:
            return Reading("", 0.0)
        wide = max(_HEIGHT, min(_MAX_WIDTH, int(width * _HEIGHT / height)))
        wide = (wide + 3) // 4 * 4
        how = cv2.INTER_AREA if height > _HEIGHT else cv2.INTER_LINEAR
        small = cv2.resize(crop, (wide, _HEIGHT), interpolation=how).astype(np.float32) / 127.5 - 1.0
        tensor = np.broadcast_to(small, (1, 3, _HEIGHT, wide))
        scores = self._session.run(None, {self._input: np.ascontiguousarray(tensor)})[0][:, 0, :]
        best = scores.argmax(axis=1)
        kept = (best != 0) & np.concatenate(([True], best[1:] != best[:-1]))
        text = "".join(self._letters[k] for k in best[kept])
        sure = float(np.exp(scores.max(axis=1)[kept]).mean()) if kept.any() else 0.0
        return Reading(unicodedata.normalize("NFC", " ".join(text.split())), sure)
