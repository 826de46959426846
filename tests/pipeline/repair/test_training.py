"""A model from text: small, normalised, found again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.repair import hashing, ngram, training
from pipeline.repair.beam import Lattice, decode, posterior

TEXT = [
    "Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy thực hiện nghiêm túc.",
    "Các cấp ủy thực hiện nghiêm túc quy định của Đảng.",
    "Tỉnh ủy giao Ban Tổ chức theo dõi, đôn đốc các cấp ủy thực hiện.",
    "Năm nay các cấp ủy báo cáo Ban Thường vụ Tỉnh ủy kết quả thực hiện quy định.",
] * 3


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> ngram.NGrams:
    path = tmp_path_factory.mktemp("model") / "small.npz"
    kept = training.train(TEXT, path, order=3, budget=500)
    assert 20 < kept <= 500
    return ngram.load(path)


def test_probabilities_sum_to_one(model: ngram.NGrams) -> None:
    every = np.arange(len(model.words), dtype=np.int32)
    for word in ("cấp", "thực", "ban"):
        history = np.array([model.index[word]], np.int32)
        context = ngram.extend_context(np.zeros(1, np.uint64), history)
        found, logs, _ = model.lookup(2, np.repeat(context, len(every)), every)
        weight = model.backoffs[model.index[word]]
        chances = np.where(found, np.exp(logs), np.exp(weight + model.unigrams))
        assert chances.sum() == pytest.approx(1.0, abs=0.1)
        assert found.any()


def test_what_was_seen_is_likelier(model: ngram.NGrams) -> None:
    history = np.array([model.index["cấp"]], np.int32)
    context = ngram.extend_context(np.zeros(1, np.uint64), history)
    found, logs, _ = model.lookup(2, context, np.array([model.index["ủy"]], np.int32))
    assert found[0]
    assert logs[0] > model.unigrams[model.index["ủy"]] + 0.5


def test_a_lattice_is_read_by_context(model: ngram.NGrams) -> None:
    numbers = [model.index[w] for w in ("các", "cấp", "ủy", "của", "thực", "hiện")]
    lattice = Lattice(
        np.array([0, 1, 2, 4, 5, 6], np.int64),
        np.array([numbers[0], numbers[1], numbers[3], numbers[2], numbers[4], numbers[5]], np.int32),
        np.zeros(6, np.float32),
    )
    chosen = decode(model, lattice)
    assert [model.words[n] for n in lattice.word[chosen]] == ["các", "cấp", "ủy", "thực", "hiện"]
    shares = posterior(model, lattice, chosen, np.array([2], np.int64))
    assert shares.sum() == pytest.approx(1.0)
    assert shares[1] > 0.9


def test_text_without_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no words"):
        training.train(["", "  "], tmp_path / "none.npz")


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.npz"
    path.write_bytes(b"not a model")
    with pytest.raises((OSError, ValueError)):
        ngram.load(path)


def test_a_static_table_gives_back_what_was_put_in() -> None:
    keys = hashing.mix(np.arange(1, 5001, dtype=np.uint64))
    cells = (np.arange(5000, dtype=np.uint32) * 7) & np.uint32(0xFFFF)
    table = hashing.build(keys, cells)
    a, b, c, _ = hashing.slots(keys, len(table) // 3)
    assert np.array_equal(table[a] ^ table[b] ^ table[c], cells)
    assert len(table) < 1.3 * len(keys)


def test_the_shipped_model_keeps_within_its_bounds() -> None:
    assert ngram.MODEL.stat().st_size <= 15_000_000
    assert ngram.shipped().order >= 3
