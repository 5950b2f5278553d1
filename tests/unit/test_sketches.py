"""The hash sample of prompts, and the counts and errors that follow from it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from pipeline.counting.sketches.estimates import sampled_spectrum, scaled, scaled_with_distinct
from pipeline.counting.sketches.sample import PromptSample, inclusion_probability
from pipeline.exceptions import InputError
from pipeline.identity import prompt_id


def sample(size: int, ids: list[int], codes: list[int]) -> PromptSample:
    rows = np.array(ids, dtype=np.int64)
    return PromptSample.of(size, rows, np.array(codes, dtype=np.int64), np.ones((rows.size, 1), dtype=np.int64))


def same(one: PromptSample, other: PromptSample) -> bool:
    return one.bound == other.bound and all(
        np.array_equal(a, b)
        for a, b in zip((one.ids, one.codes, one.counts), (other.ids, other.codes, other.counts), strict=True)
    )


observations = st.lists(st.tuples(st.integers(-60, 60), st.integers(0, 2), st.integers(0, 7)), max_size=300)


@given(observations)
def test_eight_shards_merged_in_any_order_are_one_pass(stated: list[tuple[int, int, int]]) -> None:
    whole = sample(16, [p for p, _, _ in stated], [d for _, d, _ in stated])
    parts = [
        sample(16, [p for p, _, s in stated if s == shard], [d for _, d, s in stated if s == shard])
        for shard in range(8)
    ]
    forth = back = sample(16, [], [])
    for part in parts:
        forth = forth.merged(part)
    for part in reversed(parts):
        back = part.merged(back)
    assert same(forth, whole)
    assert same(back, whole)


@given(observations)
def test_a_sampled_prompt_has_its_exact_count_in_every_domain(stated: list[tuple[int, int, int]]) -> None:
    found = sample(16, [p for p, _, _ in stated], [d for _, d, _ in stated])
    pairs = [(p, d) for p, d, _ in stated]
    for prompt, domain, count in zip(
        found.ids.tolist(), found.codes.tolist(), found.counts[:, 0].tolist(), strict=True
    ):
        assert pairs.count((prompt, domain)) == count
    held = set(found.ids.tolist())
    assert held == set(sorted({p for p, _ in pairs})[:16])


def test_prompt_ids_are_uniform_even_where_names_are_a_sequence() -> None:
    for name in ("person {}", "{}", "a" * 200 + "{}", "{} of the {}"):
        ids = np.array([prompt_id(name.format(i, i), "date_of_birth") for i in range(20_000)], dtype=np.float64)
        assert stats.kstest((ids + 2.0**63) / 2.0**64, "uniform").pvalue > 1e-4


def test_the_low_bits_that_count_distinct_prompts_say_nothing_of_the_high_bits_that_sample_them() -> None:
    ids = np.array([prompt_id(f"person {i}", "spouse") for i in range(40_000)], dtype=np.int64)
    low, high = ids & 15, (ids >> 60) & 15
    table = np.zeros((16, 16))
    np.add.at(table, (low, high), 1)
    assert stats.chi2_contingency(table).pvalue > 1e-4


def test_the_error_of_the_rate_is_what_is_stated() -> None:
    draw = np.random.default_rng(7)
    size, distinct, share = 512, 20_000, 0.6
    estimates, stated = [], []
    for _ in range(300):
        ids = draw.integers(-(2**63), 2**63, distinct, dtype=np.int64)
        found = PromptSample.of(
            size,
            ids,
            np.zeros(distinct, dtype=np.int64),
            np.where(np.arange(distinct) < share * distinct, 1, 2)[:, None],
        )
        singles = scaled(int((found.counts[:, 0] == 1).sum()), found.probability)
        estimates.append(singles.value / (share * distinct) - 1)
        stated.append(singles.relative_error)
    theory = np.sqrt((1 - size / distinct) / (size * share))
    assert abs(np.mean(estimates)) < 4 * theory / np.sqrt(300)
    assert np.std(estimates) == pytest.approx(theory, rel=0.15)
    assert np.mean(stated) == pytest.approx(theory, rel=0.05)


def test_knowing_the_number_of_prompts_brings_the_error_to_the_cramer_rao_bound() -> None:
    share, held, probability = 0.7, 1000, 0.1
    known = scaled_with_distinct(700, held, probability, held / probability, 0.0)
    assert known.relative_error == pytest.approx(np.sqrt((1 - share) * (1 - probability) / (held * share)))
    unknown = scaled_with_distinct(700, held, probability, held / probability, 1e9)
    assert unknown.relative_error == pytest.approx(scaled(700, probability).relative_error)
    assert unknown.value == pytest.approx(scaled(700, probability).value)


def test_a_sample_of_all_prompts_has_no_error() -> None:
    assert scaled(5, 1.0).value == 5
    assert scaled(5, 1.0).variance == 0
    assert inclusion_probability(None) == 1.0
    assert inclusion_probability(0) == 0.5


def test_a_sample_without_singletons_does_not_claim_to_know_that_there_are_none() -> None:
    assert scaled(0, 0.1).relative_error > 0.9


def test_the_spectrum_of_a_sample_counts_prompts_by_frequency() -> None:
    values, prompts = sampled_spectrum(np.array([1, 3, 1, 0, 2, 1]))
    assert values.tolist() == [1, 2, 3]
    assert prompts.tolist() == [3, 1, 1]


def test_sketches_too_small_or_of_different_sizes_are_refused() -> None:
    with pytest.raises(InputError, match="--sketch-size"):
        sample(4, [1], [0])
    with pytest.raises(InputError, match="16 and 17"):
        sample(16, [1], [0]).merged(sample(17, [1], [0]))
