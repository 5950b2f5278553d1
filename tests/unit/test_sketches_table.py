"""Sketches of shards as rows of a table: distinct counts, frequencies, and the merge of tables."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from datasketch import HyperLogLogPlusPlus
from hypothesis import given
from hypothesis import strategies as st

from pipeline.counting.sketches.collect import shard_sketches
from pipeline.counting.sketches.distinct import (
    distinct_count,
    distinct_error,
    empty_registers,
    merged_registers,
    observe,
    registers_from_bytes,
    registers_to_bytes,
)
from pipeline.counting.sketches.frequency import PromptFrequencies, PromptFrequency
from pipeline.counting.sketches.sample import PromptSample
from pipeline.counting.sketches.table import merge_sketches, sample_of, sample_row
from pipeline.exceptions import InputError
from pipeline.identity import prompt_id
from schemas import SKETCHES, STAGED_FACTS
from tests.facts_factory import statement


def facts(documents: int, seed: int = 0) -> list[dict[str, Any]]:
    draw = random.Random(seed)
    return [
        statement(
            f"doc{i}", f"person {draw.randrange(documents)}", draw.choice(["spouse", "child"]),
            draw.choice(["x", "y", None]), domain="ab"[i % 2], position=i, start=20 * j,
        )
        for i in range(documents) for j in range(draw.randint(1, 4))
    ]  # fmt: skip


def sketched(rows: list[dict[str, Any]], shard: str = "s") -> pa.Table:
    return shard_sketches(pa.Table.from_pylist(rows, schema=STAGED_FACTS.arrow_schema), shard)


def test_registers_count_within_their_error() -> None:
    draw = np.random.default_rng(3)
    for distinct in (10, 1000, 50_000):
        errors = []
        for _ in range(10):
            registers = empty_registers()
            observe(registers, np.repeat(draw.integers(-(2**63), 2**63, distinct, dtype=np.int64), 2))
            errors.append(distinct_count(registers) / distinct - 1)
        assert np.max(np.abs(errors)) < 5 * distinct_error()


def test_registers_rank_zeros_as_datasketch_does_on_reversed_hashes() -> None:
    values = np.random.default_rng(4).integers(-(2**63), 2**63, 500, dtype=np.int64)
    registers = empty_registers(8)
    observe(registers, values)
    oracle = HyperLogLogPlusPlus(p=8, hashfunc=lambda v: v)
    for value in values.view(np.uint64).tolist():
        rest = int(f"{value >> 8:056b}"[::-1], 2)  # datasketch counts zeros from the other end
        oracle.update(rest << 8 | value & 255)
    assert np.array_equal(registers, oracle.reg)


@given(st.lists(st.integers(-(2**63), 2**63 - 1)), st.lists(st.integers(-(2**63), 2**63 - 1)))
def test_merged_registers_are_those_of_both(one: list[int], other: list[int]) -> None:
    a, b, both = empty_registers(6), empty_registers(6), empty_registers(6)
    observe(a, np.array(one, dtype=np.int64))
    observe(b, np.array(other, dtype=np.int64))
    observe(both, np.array(one + other, dtype=np.int64))
    assert np.array_equal(registers_from_bytes(registers_to_bytes(merged_registers(a, b))), both)


def test_registers_of_different_precision_do_not_merge() -> None:
    with pytest.raises(InputError, match="registers"):
        merged_registers(empty_registers(6), empty_registers(7))


def test_frequencies_are_never_below_the_truth_and_their_interval_holds() -> None:
    frequencies = PromptFrequencies()
    ids = np.random.default_rng(5).integers(-(2**63), 2**63, 30_000, dtype=np.int64)
    counts = np.random.default_rng(6).geometric(0.3, ids.size)
    frequencies.add(np.repeat(ids, counts))
    missed = 0
    for prompt, count in zip(ids[:2000].tolist(), counts[:2000].tolist(), strict=True):
        found = frequencies.lookup(prompt)
        assert found.high >= count
        assert not found.exact
        missed += found.low > count
    assert missed <= 2000 * (1 - 0.99)
    assert frequencies.lookup(12345).high < 20


def test_a_prompt_that_was_never_stated_is_known_to_be_unstated_where_a_counter_is_empty() -> None:
    frequencies = PromptFrequencies()
    frequencies.add(np.array([1, 1, 2], dtype=np.int64))
    assert frequencies.lookup(99) == PromptFrequency(0, 0, 0, exact=True, confidence=1.0)
    assert frequencies.lookup(1).high == 2
    assert PromptFrequency.known(3) == PromptFrequency(3, 3, 3, exact=True, confidence=1.0)


def test_totals_of_a_shard_are_counts_by_hand() -> None:
    rows = facts(50)
    found = {
        (r["unit"], r["domain"], r["attribute"]): (r["n"], r["abstentions"])
        for r in sketched(rows).to_pylist()
        if r["kind"] == "totals"
    }
    for domain in "ab":
        for attribute in ("spouse", "child"):
            mine = [f for f in rows if f["domain"] == domain and f["attribute"] == attribute]
            assert found["mention", domain, attribute] == (len(mine), sum(f["abstained"] for f in mine))
            answered = {(f["doc_id"], f["prompt_id"]) for f in mine if not f["abstained"]}
            seen = {(f["doc_id"], f["prompt_id"]) for f in mine}
            assert found["document", domain, attribute] == (len(seen), len(seen - answered))


def test_sketches_of_eight_shards_merge_into_those_of_one() -> None:
    rows = facts(160, seed=8)
    whole = merge_sketches([sketched(rows)])
    parts = [sketched([f for f in rows if f["position"] % 8 == s], f"s{s}") for s in range(8)]
    assert merge_sketches(parts).equals(whole)
    assert merge_sketches(reversed(parts)).equals(whole)
    assert merge_sketches([merge_sketches(parts[:3]), merge_sketches(parts[3:])]).equals(whole)


def test_an_empty_shard_adds_nothing() -> None:
    assert sketched([]).num_rows == 0
    rows = facts(20)
    assert merge_sketches([sketched(rows), sketched([])]).equals(merge_sketches([sketched(rows)]))


def test_the_merged_table_answers_how_many_values_and_how_often() -> None:
    rows = facts(100, seed=9)
    merged = merge_sketches([sketched(rows)]).to_pylist()
    values = next(r for r in merged if (r["kind"], r["domain"], r["attribute"]) == ("hll_values", "a", "spouse"))
    assert round(distinct_count(registers_from_bytes(values["payload"]))) == 2
    count_min = next(r for r in merged if r["kind"] == "count_min")
    wanted = prompt_id("person 3", "spouse")
    truth = sum(f["prompt_id"] == wanted and not f["abstained"] for f in rows)
    assert PromptFrequencies.from_bytes(count_min["payload"]).lookup(wanted).high == truth


def singleton_table(ids: list[int], size: int = 16, unit: str = "document") -> pa.Table:
    sample = PromptSample.of(
        size, np.array(ids, dtype=np.int64), np.zeros(len(ids), dtype=np.int64), np.ones((len(ids), 2), dtype=np.int64)
    )
    row = sample_row(unit, "d", "spouse", sample) | {"n": 2 * len(ids), "abstentions": len(ids)}
    return pa.Table.from_pylist([row], schema=SKETCHES.arrow_schema)


@given(st.lists(st.lists(st.integers(-40, 40), max_size=60), min_size=2, max_size=5))
def test_singleton_sketches_merge_exactly_as_rows_of_the_table(parts: list[list[int]]) -> None:
    whole = singleton_table([p for part in parts for p in part])
    assert merge_sketches(singleton_table(part) for part in parts).equals(whole)


def test_a_sample_comes_back_from_its_row() -> None:
    row = singleton_table(list(range(30))).to_pylist()[0]
    found = sample_of(row)
    assert found.ids.tolist() == list(range(16))
    assert found.bound == 16
    assert found.counts.tolist() == [[1, 1]] * 16


def test_sketches_of_different_sizes_do_not_merge() -> None:
    with pytest.raises(InputError, match="--sketch-size"):
        merge_sketches([singleton_table([1]), singleton_table([2], size=32)])


def test_clusters_that_may_reach_into_other_runs_are_not_merged() -> None:
    assert merge_sketches([singleton_table([1], unit="cluster")]).num_rows == 0
