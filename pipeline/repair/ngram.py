"""The language model: log probabilities of syllables after up to three or four others, looked up in bulk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.repair import hashing

FINGERPRINT_BITS, PROBABILITY_BITS, BACKOFF_BITS = 16, 8, 8
MODEL = Path(__file__).parent / "data" / "model.npz"

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
Keys = NDArray[np.uint64]

_WORD = np.uint64(0x9E3779B97F4A7C15)
_STEP = np.uint64(0xD6E8FEB86659FD93)
_TURN = np.uint64(29)


def extend_context(context: Keys, word: NDArray[np.integer]) -> Keys:
    """The hash of a context with one more word before it."""
    grown = (context ^ ((word.astype(np.uint64) + np.uint64(1)) * _WORD)) * _STEP
    grown ^= grown >> _TURN
    return grown


def key_of(context: Keys, word: NDArray[np.integer]) -> Keys:
    """The key of an n-gram: the hash of its context and its last word."""
    return context + (word.astype(np.uint64) + np.uint64(1)) * _WORD


def pack_words(words: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


@dataclass(frozen=True)
class NGrams:
    """A trained model. Word numbers index ``words``; all logarithms are natural."""

    order: int
    words: list[str]
    index: dict[str, int]
    unigrams: Floats
    backoffs: Floats
    shapes: Floats
    table: NDArray[np.uint32]
    probability: list[Floats]
    backoff: list[Floats]

    def lookup(self, n: int, context: Keys, word: Ints) -> tuple[NDArray[np.bool_], Floats, Floats]:
        """For n-grams: whether each is in the model, its log probability and its back-off weight."""
        mixed = hashing.mix(key_of(context, word))
        a, b, c, second = hashing.slots(mixed, len(self.table) // 3)
        cell = self.table[a] ^ self.table[b] ^ self.table[c]
        found = (cell >> np.uint32(16)) == (second.astype(np.uint32) & np.uint32(0xFFFF))
        return (
            found,
            self.probability[n][(cell >> np.uint32(8)) & np.uint32(0xFF)],
            self.backoff[n][cell & np.uint32(0xFF)],
        )


def load(path: Path) -> NGrams:
    """Read a model that `training.write` wrote. Raises OSError or ValueError if it is none."""
    with np.load(path) as file:
        order = int(file["order"])
        words = file["words"].tobytes().decode().split("\n")
        empty = np.zeros(1, np.float32)
        return NGrams(
            order=order,
            words=words,
            index={w: i for i, w in enumerate(words)},
            unigrams=file["unigrams"].astype(np.float32),
            backoffs=file["backoffs"].astype(np.float32),
            shapes=file["shapes"].astype(np.float32),
            table=file["table"],
            probability=[empty, empty, *(file[f"p{n}"] for n in range(2, order + 1))],
            backoff=[empty, empty, *(file[f"b{n}"] for n in range(2, order + 1))],
        )


@lru_cache(maxsize=1)
def shipped() -> NGrams:
    """The model that comes with the package, loaded once a process."""
    return load(MODEL)
