"""Training: running text in, a smoothed, pruned, quantised n-gram model out.

Smoothing is interpolated modified Kneser-Ney (Chen and Goodman, 1998); pruning drops the n-grams whose loss
changes the model least (after Stolcke, 1998) until the file fits, and keeps what remains normalised.
"""

from __future__ import annotations

import io
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pipeline.durable import write_whole
from pipeline.repair import hashing
from pipeline.repair.ngram import (
    BACKOFF_BITS,
    FINGERPRINT_BITS,
    PROBABILITY_BITS,
    extend_context,
    key_of,
    pack_words,
)
from pipeline.repair.tokens import Kind, tokenize
from pipeline.repair.vocabulary import RESERVED, STOP, Shape, folded, shapes, symbol
from pipeline.syllable import is_syllable

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass
class Counted:
    """Text as symbols: every paragraph opens with STOP. Words are numbered as they come."""

    words: dict[str, int] = field(default_factory=lambda: {w: i for i, w in enumerate(RESERVED)})
    stream: list[NDArray[np.int32]] = field(default_factory=list)
    damped: list[bool] = field(default_factory=list)
    shape: Counter[tuple[int, Shape]] = field(default_factory=Counter)

    def add(self, paragraph: str, *, damped: bool = False) -> None:
        """Count a paragraph. ``damped``: it is one of many like it that were composed or listed."""
        row = [STOP]
        for token, shape in shapes(tokenize(unicodedata.normalize("NFC", paragraph))):
            if token.kind is Kind.WORD:
                number = self.words.setdefault(folded(token.text), len(self.words))
                self.shape[number, shape] += 1
                row.append(number)
            else:
                mark = symbol(token)
                if mark is not None and not (mark == STOP and row[-1] == STOP):
                    row.append(mark)
        if len(row) > 1:
            if row[-1] != STOP:
                row.append(STOP)
            self.stream.append(np.array(row, np.int32))
            self.damped.append(damped)


@dataclass
class Order:
    """All n-grams of one order: prefix and suffix are places in the order below, ``last`` the last word."""

    prefix: Ints
    suffix: Ints
    last: Ints
    raw: Ints
    adjusted: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    probability: Floats = field(default_factory=lambda: np.zeros(0))
    lower: Floats = field(default_factory=lambda: np.zeros(0))
    keep: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, bool))


def renumber(counted: Counted, *, lexicon: Iterable[str] = ()) -> tuple[list[str], NDArray[np.int32]]:
    """The vocabulary by falling count, and the stream in its numbers.

    Kept are syllables seen twice or listed in the lexicon, and other words seen ten times.
    """
    stream = np.concatenate(counted.stream)
    count = np.bincount(stream, minlength=len(counted.words))
    listed = {folded(w) for w in lexicon}
    names = list(counted.words)
    kept = [
        i
        for i in range(len(RESERVED), len(names))
        if count[i] >= (2 if is_syllable(names[i]) else 10) or names[i] in listed
    ]
    kept.sort(key=lambda i: (-count[i], names[i]))
    seen = set(names)
    words = [*RESERVED, *(names[i] for i in kept), *sorted(w for w in listed - seen if is_syllable(w))]
    table = np.zeros(len(names), np.int32)
    table[: len(RESERVED)] = np.arange(len(RESERVED))
    table[np.array(kept, np.int64)] = np.arange(len(kept)) + len(RESERVED)
    return words, table[stream]


def count_orders(
    stream: NDArray[np.int32], damped: NDArray[np.bool_], size: int, highest: int
) -> list[Order]:
    """Count n-grams of orders 1 to ``highest``; none holds STOP but as its first or last word.

    Where ``damped`` the text was composed: seen there c times counts as log2(1 + c), because a template
    repeats its words far oftener than writers do (undamped, contexts in templates shut out all that follows
    elsewhere).
    """
    symbols = stream.astype(np.int64)
    unigrams = Order(
        np.zeros(size, np.int64),
        np.zeros(size, np.int64),
        np.arange(size),
        _tally(symbols, damped, size),
    )
    orders = [unigrams]
    ids = symbols.copy()
    valid = np.ones(len(symbols), bool)
    stop = symbols == STOP
    for n in range(2, highest + 1):
        before = np.concatenate(([-1], ids[:-1]))
        before_valid = np.concatenate(([False], valid[:-1]))
        if n == 2:
            valid = before_valid & ~(stop & np.concatenate(([True], stop[:-1])))
        else:
            valid = before_valid & valid & ~np.concatenate((np.ones(n - 2, bool), stop[: len(stop) - n + 2]))
        keys = before[valid] * size + symbols[valid]
        unique, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        places = np.flatnonzero(valid)[first]
        orders.append(
            Order(unique // size, ids[places], unique % size, _tally(inverse, damped[valid], len(unique)))
        )
        ids = np.full(len(symbols), -1, np.int64)
        ids[valid] = inverse
    return orders


def _tally(ids: Ints, damped: NDArray[np.bool_], size: int) -> Ints:
    plain = np.bincount(ids[~damped], minlength=size)
    composed = np.bincount(ids[damped], minlength=size)
    tally: Ints = plain + np.rint(np.log2(1 + composed)).astype(np.int64)
    return tally


def smooth(orders: list[Order]) -> None:
    """Interpolated modified Kneser-Ney probabilities for every n-gram seen."""
    size = len(orders[0].last)
    for n, order in enumerate(orders, 1):
        if n == len(orders):
            order.adjusted = order.raw.copy()
        else:
            order.adjusted = np.bincount(orders[n].suffix, minlength=len(order.raw))
            opens = order.last == STOP if n == 1 else _opens(orders, n)
            order.adjusted[opens] = order.raw[opens]
    for n, order in enumerate(orders, 1):
        count = order.adjusted
        seen = [max(int((count == k).sum()), 1) for k in range(1, 5)]
        y = seen[0] / (seen[0] + 2 * seen[1])
        discounts = np.array([0.0, *(k - (k + 1) * y * seen[k] / seen[k - 1] for k in range(1, 4))])
        discounts = np.clip(discounts, 0.0, [0, 0.99, 1.9, 2.9])
        taken = discounts[np.minimum(count, 3)]
        if n == 1:
            total = count.sum()
            order.lower = np.full(size, 1 / size)
            order.probability = (count - taken) / total + taken.sum() / total / size
            continue
        below = orders[n - 2]
        total = np.bincount(order.prefix, count, minlength=len(below.raw))
        spare = np.bincount(order.prefix, taken, minlength=len(below.raw))
        order.lower = below.probability[order.suffix]
        weight = (spare / np.maximum(total, 1))[order.prefix]
        order.probability = (count - taken) / np.maximum(total, 1)[order.prefix] + weight * order.lower


def _opens(orders: list[Order], n: int) -> NDArray[np.bool_]:
    """Which n-grams begin with STOP (nothing can stand before them)."""
    opens: NDArray[np.bool_] = orders[0].last == STOP
    for order in orders[1:n]:
        opens = opens[order.prefix]
    return opens


def prune(orders: list[Order], budget: int) -> None:
    """Keep at most about ``budget`` n-grams above the unigrams: those whose loss would cost most."""
    costs = []
    for order in orders[1:]:
        gain = order.raw * np.abs(np.log(order.probability) - np.log(order.lower))
        costs.append(np.where(order.raw > 0, gain, 0.0))
    every = np.concatenate(costs)
    low, high = 0.0, float(every.max())
    for _ in range(30):
        middle = (low + high) / 2
        if _mark(orders, costs, middle) > budget:
            low = middle
        else:
            high = middle
    _mark(orders, costs, high)


def _mark(orders: list[Order], costs: list[Floats], threshold: float) -> int:
    """Mark what is kept at a threshold; an n-gram's prefix and suffix stay with it. Returns how many."""
    kept = 0
    orders[0].keep = np.ones(len(orders[0].raw), bool)
    for order, cost in zip(orders[1:], costs, strict=True):
        order.keep = cost > threshold
    for n in range(len(orders), 2, -1):
        order, below = orders[n - 1], orders[n - 2]
        below.keep[order.prefix[order.keep]] = True
        below.keep[order.suffix[order.keep]] = True
    for order in orders[1:]:
        kept += int(order.keep.sum())
    return kept


def backoffs(orders: list[Order]) -> list[Floats]:
    """For each order but the highest, the weight of the order below where an n-gram was not kept."""
    weights = []
    for n in range(1, len(orders)):
        order = orders[n]
        kept = order.keep
        size = len(orders[n - 1].raw)
        used = np.bincount(order.prefix[kept], order.probability[kept], minlength=size)
        low = np.bincount(order.prefix[kept], order.lower[kept], minlength=size)
        weights.append(np.clip((1 - used) / np.maximum(1 - low, 1e-9), 1e-6, 1.0))
    return weights


def _codebook(values: Floats, bits: int) -> NDArray[np.float32]:
    """Levels for natural logarithms: evenly spaced in rank, so that common values are finest."""
    count = 1 << bits
    ranks = np.quantile(values, (np.arange(count) + 0.5) / count) if len(values) else np.zeros(count)
    even = np.linspace(values.min(), values.max(), count) if len(values) else ranks
    return np.sort((ranks + even) / 2).astype(np.float32)


def _encode(values: Floats, codebook: NDArray[np.float32]) -> NDArray[np.uint32]:
    middles = (codebook[1:] + codebook[:-1]) / 2
    return np.searchsorted(middles, values).astype(np.uint32)


def write(path: Path, words: list[str], orders: list[Order], counted_shapes: NDArray[np.float32]) -> None:
    """Quantise and write the model (NumPy's .npz without compression, so that it can be mapped)."""
    weights = backoffs(orders)
    parts, cells = [], []
    books: dict[str, NDArray[np.float32]] = {}
    spell: list[NDArray[np.int32]] = [np.arange(len(words), dtype=np.int32)[:, None]]
    for n, order in enumerate(orders[1:], 2):
        spell.append(np.concatenate((spell[-1][order.prefix], order.last[:, None].astype(np.int32)), axis=1))
        kept = order.keep
        logs = np.log(order.probability[kept])
        back = np.log(weights[n - 1][kept]) if n <= len(weights) else np.zeros(int(kept.sum()))
        books[f"p{n}"] = _codebook(logs, PROBABILITY_BITS)
        books[f"b{n}"] = _codebook(back, BACKOFF_BITS)
        parts.append(key_of(_contexts(spell[-1][kept]), spell[-1][kept][:, -1]))
        cells.append(_encode(logs, books[f"p{n}"]) << np.uint32(BACKOFF_BITS) | _encode(back, books[f"b{n}"]))
    mixed = hashing.mix(np.concatenate(parts))
    prints = hashing.slots(mixed, 1)[3].astype(np.uint32) & np.uint32((1 << FINGERPRINT_BITS) - 1)
    shift = np.uint32(PROBABILITY_BITS + BACKOFF_BITS)
    table = hashing.build(mixed, (prints << shift) | np.concatenate(cells))
    save: Any = np.savez
    stored = io.BytesIO()  # handed a name, NumPy adds .npz where it has none
    save(
        stored,
        order=np.array(len(orders)),
        words=pack_words(words),
        unigrams=np.log(orders[0].probability).astype(np.float16),
        backoffs=np.log(weights[0]).astype(np.float16),
        shapes=counted_shapes.astype(np.float16),
        table=table,
        **books,
    )
    write_whole(path, stored.getbuffer())


def _contexts(ngrams: NDArray[np.int32]) -> NDArray[np.uint64]:
    context = np.zeros(len(ngrams), np.uint64)
    for column in range(ngrams.shape[1] - 2, -1, -1):
        context = extend_context(context, ngrams[:, column])
    return context


def shape_weights(counted: Counted, words: list[str]) -> NDArray[np.float32]:
    """log P(shape | word) for LOWER, CAPITAL and UPPER, smoothed towards the mean of all words."""
    index = {w: i for i, w in enumerate(words)}
    table = np.zeros((len(words), 3))
    for number, name in enumerate(counted.words):
        if name in index:
            for shape in (Shape.LOWER, Shape.CAPITAL, Shape.UPPER):
                table[index[name], shape] = counted.shape[number, shape]
    mean = table.sum(0) / max(table.sum(), 1) + 1e-6
    smoothed = (table + 4 * mean) / (table + 4 * mean).sum(1, keepdims=True)
    weights: NDArray[np.float32] = np.log(smoothed / mean).astype(np.float32)
    return weights


def train(
    text: Iterable[str],
    path: Path,
    *,
    phrases: Iterable[str] = (),
    lexicon: Iterable[str] = (),
    order: int = 4,
    budget: int = 2_800_000,
) -> int:
    """Train on paragraphs of running text and write the model. Returns the number of n-grams kept.

    ``phrases`` are composed or listed text, counted with damping; ``lexicon`` names syllables to know even
    if no text holds them. ``budget`` bounds the n-grams: the file takes about 4.9 bytes for each. Raises
    ValueError if the text holds no words.
    """
    counted = Counted()
    for paragraph in text:
        counted.add(paragraph)
    for phrase in phrases:
        counted.add(phrase, damped=True)
    if not counted.stream:
        raise ValueError("the text holds no words")
    words, stream = renumber(counted, lexicon=lexicon)
    damped = np.repeat(np.array(counted.damped), [len(row) for row in counted.stream])
    orders = count_orders(stream, damped, len(words), order)
    smooth(orders)
    prune(orders, budget)
    write(path, words, orders, shape_weights(counted, words))
    return sum(int(o.keep.sum()) for o in orders[1:])
