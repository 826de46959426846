"""A static table from 64-bit keys to 32-bit cells at about 1.23 cells a key, looked up in bulk.

A Bloomier filter (Chazelle and others, 2004; built by peeling a random 3-hypergraph as in Botelho, Pagh and
Ziviani, 2007): a key's cell is the exclusive or of three slots. Keys are not stored; the cell carries a
fingerprint, so that a key that was never put in is taken for one that was with probability 2^-bits.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
U32 = NDArray[np.uint32]

_M1, _M2 = np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53)
_S33, _S32 = np.uint64(33), np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def mix(keys: U64) -> U64:
    """Spread the bits of 64-bit keys (the finaliser of MurmurHash3, public domain)."""
    mixed = keys ^ (keys >> _S33)
    mixed *= _M1
    mixed ^= mixed >> _S33
    mixed *= _M2
    mixed ^= mixed >> _S33
    return mixed


def slots(mixed: U64, size: int) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], U64]:
    """Three slots in a table of 3 x ``size`` cells, and the second hash, whose low bits are the
    fingerprint.
    """
    n = np.uint64(size)
    second = mixed * _M2
    second ^= second >> _S32
    first = ((mixed >> _S32) * n >> _S32).astype(np.int64)
    middle = ((mixed & _LOW) * n >> _S32).astype(np.int64) + size
    last = ((second >> _S32) * n >> _S32).astype(np.int64) + 2 * size
    return first, middle, last, second


def build(mixed: U64, cells: U32) -> U32:
    """The table for distinct mixed keys and their cells. Raises ValueError in the rare case that it has
    none.
    """
    count = len(mixed)
    size = int(count * 1.23 / 3) + 16
    ends = np.stack(slots(mixed, size)[:3])
    degree = np.zeros(3 * size, np.int32)
    owner = np.zeros(3 * size, np.int64)
    everyone = np.arange(count, dtype=np.int64)
    for row in ends:
        np.add.at(degree, row, 1)
        np.bitwise_xor.at(owner, row, everyone)
    rounds: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
    free = np.flatnonzero(degree == 1)
    peeled = 0
    while len(free):
        keys, first = np.unique(owner[free], return_index=True)
        rounds.append((keys, free[first]))
        peeled += len(keys)
        touched = ends[:, keys]
        for row in touched:
            np.subtract.at(degree, row, 1)
            np.bitwise_xor.at(owner, row, keys)
        near = np.unique(touched)
        free = near[degree[near] == 1]
    if peeled != count:
        raise ValueError(f"{count - peeled} keys could not be placed; build again with other keys")
    table = np.zeros(3 * size, np.uint32)
    for keys, slot in reversed(rounds):
        a, b, c = (table[ends[i, keys]] for i in range(3))
        table[slot] = a ^ b ^ c ^ table[slot] ^ cells[keys]
    return table
