"""Beam search for the likeliest reading of a lattice, many stretches of text in lock step.

A lattice is a row of positions, each with the candidates that may have stood there and the logarithm of the
channel's probability for each. Stretches are decoded side by side so that every step is a few operations on
long arrays: that is what makes it fast without compiled code of our own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.repair.ngram import NGrams, extend_context
from pipeline.repair.vocabulary import STOP

_HOPELESS = 8.0
_AT_ONCE = 4096
"""Positions whose candidates are weighed together: memory stays flat."""
EPSILON = -1
"""The candidate that stands for nothing: the model does not see the position."""

SHORTEST, LONGEST, OVERLAP, TOGETHER = 24, 160, 8, 384
"""Positions a stretch, positions it is read on either side beyond them, stretches in lock step."""
_STEP_WORTH = 2.5
"""A step costs as much as this many positions read twice at each seam (measured): long texts bear
long stretches, short ones are read faster in short ones."""

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass
class Lattice:
    """Candidates of all positions in one row: position i has those from ``start[i]`` to ``start[i + 1]``."""

    start: Longs
    word: Ints
    cost: Floats


@dataclass
class _Hypotheses:
    stretch: Longs
    score: Floats
    context: NDArray[np.uint64]
    backoff: Floats
    depth: Longs
    recent: Ints

    def take(self, index: Longs) -> _Hypotheses:
        return _Hypotheses(
            self.stretch[index],
            self.score[index],
            self.context[index],
            self.backoff[index],
            self.depth[index],
            self.recent[index],
        )


def decode(model: NGrams, lattice: Lattice, *, width: int = 12, margin: float = 11.0) -> Longs:
    """For each position the place in the lattice of the candidate on the best path.

    At most ``width`` hypotheses a stretch, none more than ``margin`` nats behind the best, are
    kept.
    """
    count = len(lattice.start) - 1
    chosen = lattice.start[:-1].copy()
    if not count or len(lattice.word) == count:
        return chosen
    stretch = int(min(max((count / _STEP_WORTH) ** 0.5, SHORTEST), LONGEST))
    cuts = np.arange(0, count, stretch, dtype=np.int64)
    for first in range(0, len(cuts), TOGETHER):
        keep = cuts[first : first + TOGETHER]
        begin = np.maximum(keep - OVERLAP, 0)
        kept = np.minimum(keep + stretch, count)
        end = np.minimum(kept + OVERLAP, count)
        _decode_together(model, lattice, chosen, (keep, kept), begin, end, width, margin)
    return chosen


def _start(model: NGrams, stretches: int) -> _Hypotheses:
    reach = model.order - 1
    stop = np.full(stretches, STOP, np.int32)
    context = np.zeros((stretches, reach), np.uint64)
    context[:, 0] = extend_context(np.zeros(stretches, np.uint64), stop)
    backoff = np.zeros((stretches, reach), np.float32)
    backoff[:, 0] = model.backoffs[STOP]
    return _Hypotheses(
        np.arange(stretches, dtype=np.int64),
        np.zeros(stretches, np.float32),
        context,
        backoff,
        np.ones(stretches, np.int64),
        np.full((stretches, reach), STOP, np.int32),
    )


def _score(model: NGrams, hyps: _Hypotheses, parent: Longs, word: Ints) -> tuple[Floats, Floats, Longs]:
    """For each pair of a hypothesis and a word: log probability, new back-off weights, new depth."""
    reach = model.order - 1
    depth = hyps.depth[parent]
    owed = np.cumsum(hyps.backoff[:, ::-1], axis=1)[:, ::-1]
    logs = model.unigrams[word] + owed[parent, 0]
    backoff = np.zeros((len(parent), reach), np.float32)
    backoff[:, 0] = model.backoffs[word]
    found_depth = np.ones(len(parent), np.int64)
    alive = np.arange(len(parent))
    for n in range(2, model.order + 1):
        alive = alive[depth[alive] >= n - 1]
        if not len(alive):
            break
        rows = parent[alive]
        found, log, back = model.lookup(n, hyps.context[rows, n - 2], word[alive])
        alive, log, back, rows = alive[found], log[found], back[found], rows[found]
        logs[alive] = log + (owed[rows, n - 1] if n <= reach else 0.0)
        if n <= reach:
            backoff[alive, n - 1] = back
            found_depth[alive] = n
    return logs, backoff, found_depth


def _advance(
    model: NGrams, hyps: _Hypotheses, parent: Longs, word: Ints, score: Floats, backoff: Floats, depth: Longs
) -> _Hypotheses:
    """The hypotheses that follow from the surviving pairs."""
    old = hyps.take(parent)
    silent = word == EPSILON
    context = np.zeros_like(old.context)
    context[:, 0] = extend_context(np.zeros(len(word), np.uint64), word)
    for k in range(1, context.shape[1]):
        context[:, k] = extend_context(context[:, k - 1], old.recent[:, k - 1])
    recent = np.concatenate((word[:, None], old.recent[:, :-1]), axis=1)
    if silent.any():
        context[silent], recent[silent] = old.context[silent], old.recent[silent]
    return _Hypotheses(old.stretch, score, context, backoff, depth, recent)


def _decode_together(
    model: NGrams,
    lattice: Lattice,
    result: Longs,
    keep: tuple[Longs, Longs],
    begin: Longs,
    end: Longs,
    width: int,
    margin: float,
) -> None:
    stretches = len(begin)
    hyps = _start(model, stretches)
    length = end - begin
    steps = int(length.max())
    parents: list[Longs] = []
    choices: list[Longs] = []
    finish = np.zeros(stretches, np.int64)
    for step in range(steps):
        position = begin[hyps.stretch] + step
        first, many = lattice.start[position], lattice.start[position + 1] - lattice.start[position]
        parent = np.repeat(np.arange(len(position)), many)
        chosen = np.arange(len(parent)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(first, many)
        word = lattice.word[chosen]
        silent = word == EPSILON
        if silent.any():
            backoff, depth = hyps.backoff[parent], hyps.depth[parent]
            logs = np.zeros(len(parent), np.float32)
            heard = np.flatnonzero(~silent)
            if len(heard):
                logs[heard], backoff[heard], depth[heard] = _score(model, hyps, parent[heard], word[heard])
        else:
            logs, backoff, depth = _score(model, hyps, parent, word)
        score = hyps.score[parent] + logs + lattice.cost[chosen]
        best = np.full(stretches, -np.inf, np.float32)
        stretch = hyps.stretch[parent]
        np.maximum.at(best, stretch, score)
        near = np.flatnonzero(score >= best[stretch] - margin)
        hyps = _advance(
            model,
            hyps,
            parent[near],
            word[near],
            score[near] - best[stretch[near]],
            backoff[near],
            depth[near],
        )
        order = _survivors(hyps, width)
        hyps = hyps.take(order)
        parents.append(parent[near][order])
        choices.append(chosen[near][order])
        ended = length[hyps.stretch] == step + 1
        if ended.any():
            done = np.flatnonzero(ended & (hyps.score == 0))
            finish[hyps.stretch[done]] = done
            if ended.all():
                break
            going = np.flatnonzero(~ended)
            # Parents index the arrays as they were before stretches ended.
            hyps = hyps.take(going)
            parents.append(going)
            choices.append(np.full(len(going), -2, np.int64))
    _trace(result, keep, begin, end, finish, parents, choices)


def _survivors(hyps: _Hypotheses, width: int) -> Longs:
    """One hypothesis for each state the model tells apart, at most ``width`` a stretch, grouped by
    stretch.
    """
    state = hyps.context[np.arange(len(hyps.depth)), hyps.depth - 1] + hyps.stretch.astype(
        np.uint64
    ) * np.uint64(0x9E3779B97F4A7C15)
    order = np.lexsort((-hyps.score, state))
    first = np.ones(len(order), bool)
    first[1:] = state[order[1:]] != state[order[:-1]]
    order = order[first]
    order = order[np.lexsort((-hyps.score[order], hyps.stretch[order]))]
    stretch = hyps.stretch[order]
    begins = np.flatnonzero(np.concatenate(([True], stretch[1:] != stretch[:-1])))
    rank = np.arange(len(order)) - np.repeat(begins, np.diff(np.concatenate((begins, [len(order)]))))
    kept: Longs = order[rank < width]
    return kept


def _trace(
    chosen: Longs,
    keep: tuple[Longs, Longs],
    begin: Longs,
    end: Longs,
    finish: Longs,
    parents: list[Longs],
    choices: list[Longs],
) -> None:
    """Follow the best hypotheses back and write what they chose where a stretch is to keep it."""
    stretches = len(begin)
    steps = int((end - begin).max())
    rows: list[int] = []
    step = -1
    for choice in choices:
        if not (len(choice) and choice[0] == -2):
            step += 1
        rows.append(step)
    best = np.full((stretches, steps), -1, np.int64)
    at = np.full(stretches, -1, np.int64)
    for row in range(len(choices) - 1, -1, -1):
        step = rows[row]
        carried = len(choices[row]) > 0 and choices[row][0] == -2
        if not carried:
            starting = end - begin == step + 1
            at[starting] = finish[starting]
        live = at >= 0
        if not carried:
            best[live, step] = choices[row][at[live]]
        at[live] = parents[row][at[live]]
    for number in range(stretches):
        low, high = keep[0][number], keep[1][number]
        inner = slice(int(low - begin[number]), int(high - begin[number]))
        chosen[low:high] = best[number, inner]


def posterior(model: NGrams, lattice: Lattice, chosen: Longs, positions: Longs) -> Floats:
    """How likely each candidate of the given positions is while all others stay as chosen.

    Returns one probability for each candidate of ``positions`` in order (those of a position sum to 1).
    """
    reach = model.order - 1
    words = lattice.word[chosen]
    heard = np.flatnonzero(words != EPSILON)
    line = np.concatenate((np.full(reach, STOP), words[heard], np.full(reach, STOP))).astype(np.int32)
    parts = [
        _posterior(model, lattice, chosen, positions[first : first + _AT_ONCE], words, heard, line)
        for first in range(0, len(positions), _AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _posterior(
    model: NGrams, lattice: Lattice, chosen: Longs, positions: Longs, words: Ints, heard: Longs, line: Ints
) -> Floats:
    reach = model.order - 1
    # A silent position stands before the next heard one.
    place = np.searchsorted(heard, positions) + reach
    hyps = _start(model, len(positions))
    nothing = np.zeros(len(positions), np.float32)
    row = np.arange(len(positions))
    for back in range(reach, 0, -1):
        word = line[place - back]
        _, backoff, depth = _score(model, hyps, row, word)
        hyps = _advance(model, hyps, row, word, nothing, backoff, depth)
    many = lattice.start[positions + 1] - lattice.start[positions]
    row = np.repeat(row, many)
    candidate = (
        np.arange(len(row))
        - np.repeat(np.cumsum(many) - many, many)
        + np.repeat(lattice.start[positions], many)
    )
    word = lattice.word[candidate]
    total = lattice.cost[candidate].astype(np.float32)
    own = words[positions][row] != EPSILON
    silent = word == EPSILON
    logs, backoff, depth = _score(model, hyps, row, np.where(silent, STOP, word).astype(np.int32))
    backoff[silent], depth[silent] = hyps.backoff[row[silent]], hyps.depth[row[silent]]
    total += np.where(silent, 0, logs)
    # What lies far behind already will not catch up; the chosen candidates stay in any case.
    lead = np.full(len(positions), -np.inf, np.float32)
    np.maximum.at(lead, row, total)
    live = np.flatnonzero((total > lead[row] - _HOPELESS) | (candidate == chosen[positions][row]))
    count, total = len(total), total[live]
    hyps = _advance(model, hyps, row[live], word[live], total, backoff[live], depth[live])
    after = (place[row] + own)[live]
    each = np.arange(len(live))
    for ahead in range(reach):
        word = line[np.minimum(after + ahead, len(line) - 1)]
        logs, backoff, depth = _score(model, hyps, each, word)
        total += logs
        hyps = _advance(model, hyps, each, word, total, backoff, depth)
    every = np.full(count, -np.inf, np.float32)
    every[live] = total
    total = every
    best = np.full(len(positions), -np.inf, np.float32)
    np.maximum.at(best, row, total)
    weight = np.exp(total - best[row])
    shares: Floats = (weight / np.bincount(row, weight, len(positions))[row]).astype(np.float32)
    return shares
