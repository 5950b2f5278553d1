"""Signatures of documents against the library they are compatible with, and against true similarities."""

from __future__ import annotations

import random

import numpy as np
import pyarrow as pa
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from pipeline.duplicates import signatures
from pipeline.duplicates.minhash import PERMUTATIONS, SCHEME, SEED, minhash, similarity
from pipeline.duplicates.shingles import WORDS, shingles, word_hashes
from pipeline.identity import text_hash
from schemas import DOCUMENT_BATCH
from schemas.signatures import STAGED_SIGNATURES


def batch(texts: list[str]) -> pa.RecordBatch:
    rows = [
        {"doc_id": f"d{i}", "domain": "d", "shard": "s", "position": i, "title": None, "text": text}
        for i, text in enumerate(texts)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=DOCUMENT_BATCH.arrow_schema)


@given(st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=1200))
def test_signatures_equal_those_of_datasketch(values: list[int]) -> None:
    oracle = MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme=SCHEME, hashfunc=lambda v: v)
    for value in set(values):
        oracle.update(value)
    assert np.array_equal(minhash(np.array(values, dtype=np.uint32)), oracle.hashvalues)


@given(st.text())
def test_equal_words_and_no_others_have_equal_hashes(text: str) -> None:
    words = "".join(
        c if (c.isalnum() if c.isascii() else True) else " " for c in text.lower()
    ).split(" ")  # fmt: skip
    words = [w for w in words if w]
    hashes = word_hashes(text).tolist()
    assert len(hashes) == len(words)
    assert [words.index(w) for w in words] == [hashes.index(h) for h in hashes]


def test_layout_case_and_punctuation_do_not_tell_copies_apart() -> None:
    one = "Marie Curie was born in Warsaw, on 7 November 1867."
    other = "  marie curie was born\n in warsaw on 7 november 1867!"
    assert np.array_equal(shingles(one), shingles(other))


def test_a_text_of_n_words_has_n_minus_four_shingles_and_short_ones_have_one() -> None:
    assert [shingles("w " * n).size for n in (0, 1, WORDS - 1, WORDS, WORDS + 3)] == [0, 1, 1, 1, 4]


def test_the_order_of_words_counts() -> None:
    assert shingles("one two three four five") != shingles("two one three four five")


def test_estimated_similarity_is_the_jaccard_similarity_within_its_error() -> None:
    draw = np.random.default_rng(1)
    errors = []
    for _ in range(200):
        shared, own = draw.integers(50, 300), draw.integers(1, 60)
        values = draw.integers(0, 2**32, shared + 2 * own, dtype=np.uint32)
        true = shared / (shared + 2 * own)
        estimate = similarity(minhash(values[: shared + own]), minhash(np.r_[values[:shared], values[shared + own :]]))
        errors.append((estimate - true) / np.sqrt(true * (1 - true) / PERMUTATIONS))
    assert abs(np.mean(errors)) < 0.3
    assert 0.8 < np.std(errors) < 1.2


def test_a_long_text_has_the_signature_of_its_parts_together() -> None:
    draw = random.Random(1)
    text = " ".join(str(draw.randrange(500)) for _ in range(40_000))
    found = shingles(text)
    assert found.size == 40_000 - WORDS + 1
    assert np.array_equal(minhash(found), np.minimum(minhash(found[:17_000]), minhash(found[17_000:])))


def test_signatures_have_one_row_for_each_document_in_its_schema() -> None:
    texts = ["", "…", "one", "a b c d e f g " * 50, "a b c d e f g " * 50]
    rows = signatures(batch(texts))
    assert rows.schema.equals(STAGED_SIGNATURES.arrow_schema)
    assert rows.column("text_hash").to_pylist() == [text_hash(t) for t in texts]
    listed = rows.to_pylist()
    assert listed[0]["signature"] is None
    assert listed[0]["band_00"] is None
    assert len(listed[2]["signature"]) == 4 * PERMUTATIONS
    assert {k: listed[3][k] for k in ("signature", "band_19")} == {k: listed[4][k] for k in ("signature", "band_19")}
    assert listed[2]["band_00"] != listed[3]["band_00"]


def test_lone_surrogates_have_signatures_too() -> None:
    assert shingles("half a \ud800 pair").size == 1
