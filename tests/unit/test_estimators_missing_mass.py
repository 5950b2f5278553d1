"""Estimators of the missing mass against scikit-bio, and their intervals against simulated populations."""

from __future__ import annotations

import numpy as np
import pytest
import skbio.diversity.alpha as oracle
from hypothesis import given
from hypothesis import strategies as st

from pipeline.estimators.clusters import cluster_interval, cluster_variance
from pipeline.estimators.coverage import chao_jost_coverage
from pipeline.estimators.missing_mass import (
    esty,
    esty_sd,
    esty_wilson,
    good_turing,
    rigorous_interval,
    worst_case_normal,
)
from pipeline.estimators.result import Estimate
from pipeline.estimators.richness import ace, chao1, chao1_unseen
from pipeline.exceptions import InputError

COUNTS = [
    [1] * 40 + [2] * 13 + [3] * 6 + [5] * 4 + [12, 40],
    [1] * 7 + [2, 2, 2, 4, 9, 11],
    [1, 1, 2, 3, 3, 30],
]


def spectrum(counts: list[int]) -> tuple[int, int, int, int]:
    return counts.count(1), counts.count(2), sum(counts), len(counts)


@pytest.mark.parametrize("counts", COUNTS)
def test_the_singleton_rate_is_what_scikit_bio_calls_one_minus_good_s_coverage(counts: list[int]) -> None:
    f1, _, n, _ = spectrum(counts)
    assert float(good_turing(f1, n)) == pytest.approx(1 - oracle.goods_coverage(counts), abs=1e-12)


@pytest.mark.parametrize("counts", COUNTS)
def test_esty_s_interval_agrees_with_scikit_bio_where_it_is_a_share(counts: list[int]) -> None:
    f1, f2, n, _ = spectrum(counts)
    low, high = oracle.esty_ci(counts)
    mine = esty(f1, f2, n, confidence=0.95)
    # scikit-bio rounds the normal quantile to 1.959963985 and does not cut at 0.
    assert (mine.low, mine.high) == pytest.approx((max(low, 0.0), min(high, 1.0)), abs=1e-9)


@pytest.mark.parametrize("counts", COUNTS)
def test_chao1_agrees_with_scikit_bio_up_to_the_factor_that_it_leaves_out(counts: list[int]) -> None:
    f1, f2, n, d = spectrum(counts)
    theirs = oracle.chao1(counts, bias_corrected=False) - d
    assert float(chao1_unseen(f1, f2, n)) == pytest.approx(theirs * (n - 1) / n, abs=1e-9)


@pytest.mark.parametrize("counts", COUNTS)
def test_ace_agrees_with_scikit_bio(counts: list[int]) -> None:
    values, prompts = np.unique(counts, return_counts=True)
    assert ace(values, prompts) == pytest.approx(oracle.ace(counts), abs=1e-9)


def test_ace_is_undefined_where_all_rare_prompts_are_singletons() -> None:
    assert np.isnan(ace([1], [50]))


def test_no_observations_give_no_rate_and_the_widest_interval() -> None:
    for interval in (
        esty_wilson(0, 0, 0),
        esty(0, 0, 0),
        worst_case_normal(0, 0),
        rigorous_interval(0, 0),
        chao_jost_coverage(0, 0, 0),
    ):
        assert np.isnan(interval.point)
        assert (interval.low, interval.high) == (0.0, 1.0)


def test_neither_singletons_nor_doubletons_leave_an_interval_with_width() -> None:
    interval = esty_wilson(0, 0, 100)
    assert interval.low == 0.0
    assert interval.high == pytest.approx(1.959963985**2 / (100 + 1.959963985**2))


def test_nothing_but_singletons_leaves_an_interval_with_width() -> None:
    interval = esty_wilson(50, 0, 50)
    assert interval.high == pytest.approx(1.0)
    assert interval.low == pytest.approx(50 / (50 + 1.959963985**2))


def test_an_interval_refuses_a_confidence_that_is_no_share() -> None:
    with pytest.raises(InputError, match="between 0 and 1"):
        esty_wilson(5, 2, 100, confidence=95)


def test_arrays_give_what_their_elements_give_one_by_one() -> None:
    f1, f2, n = np.array([0, 3, 90]), np.array([0, 1, 0]), np.array([0, 20, 100])
    together = esty_wilson(f1, f2, n)
    alone = [esty_wilson(*row) for row in zip(f1, f2, n, strict=True)]
    assert np.asarray(together.low).tolist() == [a.low for a in alone]
    assert np.asarray(together.high).tolist() == [a.high for a in alone]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=200))
def test_every_interval_lies_in_the_unit_range_and_holds_its_point(counts: list[int]) -> None:
    f1, f2, n, _ = spectrum(counts)
    for interval in (esty_wilson(f1, f2, n), worst_case_normal(f1, n), rigorous_interval(f1, n), esty(f1, f2, n)):
        assert 0.0 <= interval.low <= interval.point + 1e-9
        assert interval.point - 1e-9 <= interval.high <= 1.0


@given(st.lists(st.integers(1, 60), min_size=1, max_size=200))
def test_one_observation_a_document_makes_the_cluster_interval_the_esty_wilson_interval(counts: list[int]) -> None:
    f1, f2, n, _ = spectrum(counts)
    mine = cluster_interval(f1, n, zz=f1, zn=f1, nn=n, pairs=f2)
    assert (mine.low, mine.high) == pytest.approx((esty_wilson(f1, f2, n).low, esty_wilson(f1, f2, n).high), abs=1e-12)
    variance = cluster_variance(good_turing(f1, n), n, zz=f1, zn=f1, nn=n, pairs=f2)
    assert np.sqrt(variance) == pytest.approx(esty_sd(f1, f2, n), abs=1e-12)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=200))
def test_chao1_never_falls_below_the_prompts_that_were_seen(counts: list[int]) -> None:
    f1, f2, n, d = spectrum(counts)
    interval = chao1(f1, f2, n, d)
    assert d - 1e-9 <= interval.low <= interval.point + 1e-9
    assert interval.point <= interval.high + 1e-9


POPULATIONS = {
    "uniform, worst case": np.ones(1172),
    "uniform, small": np.ones(200),
    "Zipf 1": 1.0 / np.arange(1, 5001),
    "Zipf 1.5": np.arange(1, 5001) ** -1.5,
    "geometric": 0.99 ** np.arange(1500),
    "head and rare tail": np.r_[np.full(10, 0.09), np.full(2000, 0.1 / 2000)],
}
RUNS, N = 1000, 1000


def covered(interval: Estimate, truth: np.ndarray) -> float:
    return float(np.mean((np.asarray(interval.low) <= truth) & (truth <= np.asarray(interval.high))))


@pytest.mark.parametrize("name", POPULATIONS)
def test_the_score_interval_covers_the_missing_mass_as_often_as_it_says(name: str) -> None:
    p = POPULATIONS[name] / POPULATIONS[name].sum()
    counts = np.random.default_rng(20250904).multinomial(N, p, size=RUNS)
    truth = (counts == 0) @ p
    f1, f2 = (counts == 1).sum(1), (counts == 2).sum(1)
    for confidence in (0.95, 0.99):
        # Four standard errors of a share over RUNS draws, and one rounding of the normal approximation.
        allowed = 4 * np.sqrt(confidence * (1 - confidence) / RUNS) + 0.005
        assert covered(esty_wilson(f1, f2, N, confidence=confidence), truth) >= confidence - allowed
        assert covered(worst_case_normal(f1, N, confidence=confidence), truth) >= confidence - allowed
        assert covered(rigorous_interval(f1, N, confidence=confidence), truth) >= confidence


def test_a_binomial_interval_would_cover_far_less_than_it_claims() -> None:
    p = POPULATIONS["uniform, worst case"] / 1172
    counts = np.random.default_rng(1).multinomial(N, p, size=RUNS)
    f1 = (counts == 1).sum(1)
    g = f1 / N
    half = 1.96 * np.sqrt(g * (1 - g) / N)
    naive = Estimate(g, g - half, g + half, 0.95, "binomial")
    assert covered(naive, (counts == 0) @ p) < 0.8


def test_the_cluster_variance_is_the_mean_squared_error_where_documents_share_some_prompts() -> None:
    # Documents state two of the four facts of an entity, so that pairs of documents share none, one or both.
    rng, documents, p = np.random.default_rng(13), 300, np.full(400, 1 / 400)
    errors, variances = [], []
    for _ in range(500):
        entity = rng.choice(400, documents, p=p)
        prompt = 4 * entity[:, None] + rng.random((documents, 4)).argsort(1)[:, :2]
        counts = np.bincount(prompt.ravel(), minlength=1600)
        z = (counts[prompt] == 1).sum(1)
        shared: dict[tuple[int, ...], int] = {}
        for twice in np.flatnonzero(counts == 2):
            pair = tuple(np.flatnonzero((prompt == twice).any(1)).tolist())
            shared[pair] = shared.get(pair, 0) + 1
        rate, n = z.sum() / (2 * documents), 2 * documents
        sums = {"zz": (z**2).sum(), "zn": 2 * z.sum(), "nn": 4 * documents}
        variances.append(float(cluster_variance(rate, n, **sums, pairs=sum(s * s for s in shared.values()))))
        errors.append(float(rate - (counts == 0).mean()))
    # The mean of 500 squares of a normal error is known to one part in sixteen.
    assert np.mean(variances) == pytest.approx(np.mean(np.square(errors)), rel=0.2)


def test_the_cluster_interval_covers_where_documents_state_several_facts_of_one_entity() -> None:
    rng, facts, documents = np.random.default_rng(7), 5, 600
    p = 1.0 / np.arange(1, 3001)
    p /= p.sum()
    entities = rng.multinomial(documents, p, size=RUNS)
    truth = (entities == 0) @ p
    f1, f2, n = facts * (entities == 1).sum(1), facts * (entities == 2).sum(1), facts * documents
    clusters = cluster_interval(
        f1, n, zz=facts * f1, zn=facts * f1, nn=np.full(RUNS, facts**2 * documents), pairs=facts * f2
    )
    assert 0.92 <= covered(clusters, truth) <= 0.98
    assert covered(esty_wilson(f1, f2, n), truth) < 0.75
