"""Corrections for what extraction gets wrong: the band must hold the truth of worlds with known faults."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.estimators.missing_mass import esty_wilson
from pipeline.estimators.noise import (
    CERTAIN,
    NONE,
    AuditRow,
    CorrectedRate,
    NoiseModel,
    Share,
    corrected_band,
    unplaced_false_facts,
)
from pipeline.exceptions import InputError

CHECKED = 300
"""Items that the simulated audit looks at in each of its parts."""


def world(seed: int, recall: float, false_share: float, alias: float) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    """Counts of a true corpus, and what an extraction with known faults makes of it.

    Every prompt has two names; its second is used for a share `alias` of its statements. A statement is
    missed with chance 1 − recall; beside the found ones stand false ones about prompts that do not exist.
    """
    rng = np.random.default_rng(seed)
    p = 1.0 / np.arange(5, 8005) ** 1.1
    truth = rng.multinomial(12_000, p / p.sum())
    found = rng.binomial(truth, recall)
    second = rng.binomial(found, alias)
    false = rng.poisson(false_share / (1 - false_share) * found.sum())
    invented = np.bincount(rng.integers(0, 20 * false + 1, false))
    return truth, {"first": found - second, "second": second, "invented": invented}


def audited(rng: np.random.Generator, recall: float, parts: dict[str, np.ndarray]) -> NoiseModel:
    """Noise model of an audit by someone who knows the truth."""
    first, second, invented = parts["first"], parts["second"], parts["invented"]
    true_once = (first == 1).sum() + (second == 1).sum()
    split = ((first == 1) & (second > 0)).sum() + ((second == 1) & (first > 0)).sum()
    right = true_once / (true_once + (invented == 1).sum())
    kept = first[first > 1].sum() + second[second > 1].sum()
    others = kept / (kept + invented[invented > 1].sum())
    singles = int(rng.binomial(CHECKED, right))
    return AuditRow(
        "*",
        singletons_checked=CHECKED,
        singletons_right=singles,
        singletons_aliased=int(rng.binomial(singles, split / true_once)),
        others_checked=CHECKED,
        others_right=int(rng.binomial(CHECKED, others)),
        statements_in_text=CHECKED,
        statements_found=int(rng.binomial(CHECKED, recall)),
    ).model()


def extracted(parts: dict[str, np.ndarray], model: NoiseModel) -> tuple[CorrectedRate, float]:
    counts = np.concatenate(list(parts.values()))
    f1, f2, n, d = (counts == 1).sum(), (counts == 2).sum(), counts.sum(), (counts > 0).sum()
    rate = esty_wilson(f1, f2, n)
    return corrected_band(rate.low, rate.high, doubletons=f2, n=n, prompts=d, model=model), float(f1 / n)


@pytest.mark.parametrize(
    ("recall", "false_share", "alias"),
    [(1.0, 0.0, 0.0), (0.6, 0.0, 0.0), (1.0, 0.1, 0.0), (1.0, 0.0, 0.1), (0.7, 0.05, 0.05), (0.4, 0.1, 0.1)],
)
def test_the_band_holds_the_true_rate_of_worlds_with_known_faults(
    recall: float, false_share: float, alias: float
) -> None:
    held = []
    for seed in range(60):
        truth, parts = world(seed, recall, false_share, alias)
        model = audited(np.random.default_rng(1000 + seed), recall, parts)
        band, _ = extracted(parts, model)
        held.append(band.low <= (truth == 1).sum() / truth.sum() <= band.high)
    assert np.mean(held) >= 0.95


@pytest.mark.parametrize("reuse", [0.0, 0.5])
@pytest.mark.parametrize("false_share", [0.03, 0.1, 0.2])
def test_without_knowing_which_statements_are_false_the_band_holds_the_truth(false_share: float, reuse: float) -> None:
    held = []
    for seed in range(60):
        truth, parts = world(seed, 1.0, false_share, 0.0)
        # A share of the false statements repeats what another one says.
        repeated = np.random.default_rng(2000 + seed).binomial(parts["invented"], reuse)
        parts["invented"] = parts["invented"] + repeated
        counts = np.concatenate(list(parts.values()))
        right = truth.sum() / counts.sum()
        n, f1, f2 = counts.sum(), (counts == 1).sum(), (counts == 2).sum()
        rate = esty_wilson(f1, f2, n)
        band = corrected_band(
            rate.low,
            rate.high,
            doubletons=f2,
            n=n,
            prompts=(counts > 0).sum(),
            model=NoiseModel(),
            precision=(right, right),
        )
        held.append(band.low <= (truth == 1).sum() / truth.sum() <= band.high)
    assert np.mean(held) >= 0.95


def test_with_every_statement_right_the_unplaced_correction_changes_nothing() -> None:
    low, high = unplaced_false_facts(0.28, 0.33, doubletons=80, n=1000, precision=(1.0, 1.0))
    assert (float(low), float(high)) == (0.28, 0.33)


def test_false_facts_that_are_repeated_hide_singletons() -> None:
    # 100 true singletons, 200 true statements of repeated prompts, and 25 false facts stated four times each.
    band = corrected_band(0.25, 0.25, doubletons=0, n=400, prompts=175, model=NoiseModel(), precision=(0.75, 0.75))
    assert band.low <= 100 / 300 <= band.high + 1e-12


def test_false_facts_that_stand_alone_are_taken_from_the_singletons() -> None:
    # 300 singletons of 1,000 of which 100 are false: 200 of 900 are left.
    low, _ = unplaced_false_facts(0.3, 0.3, doubletons=0, n=1000, precision=(0.9, 0.95))
    assert float(low) == pytest.approx(200 / 900)


def test_missed_statements_inflate_the_rate_and_only_recall_corrects_it() -> None:
    truth, parts = world(5, recall=0.6, false_share=0.0, alias=0.0)
    rate = (truth == 1).sum() / truth.sum()
    precise_only, observed = extracted(parts, NoiseModel())
    with_recall, _ = extracted(parts, NoiseModel(recall=Share(0.6, 0.55, 0.65)))
    assert observed > rate + 0.03
    assert not precise_only.low <= rate <= precise_only.high
    assert with_recall.low <= rate <= with_recall.high


@pytest.mark.parametrize(
    ("fault", "without"),
    [
        ((1.0, 0.1, 0.0), {"singleton_precision": CERTAIN, "other_precision": CERTAIN}),
        ((1.0, 0.0, 0.1), {"alias_share": NONE}),
    ],
)
def test_leaving_out_a_correction_leaves_the_truth_outside(
    fault: tuple[float, float, float], without: dict[str, Any]
) -> None:
    truth, parts = world(3, *fault)
    model = audited(np.random.default_rng(3), fault[0], parts)
    rate = (truth == 1).sum() / truth.sum()
    band, _ = extracted(parts, model)
    partial, _ = extracted(parts, replace(model, **without))
    assert band.low <= rate <= band.high
    assert not partial.low <= rate <= partial.high


def test_a_perfect_extraction_leaves_the_interval_as_it_is() -> None:
    rate = esty_wilson(300, 80, 1000)
    band = corrected_band(rate.low, rate.high, doubletons=80, n=1000, prompts=500, model=NoiseModel())
    assert (band.low, band.high) == pytest.approx((rate.low, rate.high))


@given(st.floats(0.3, 1.0), st.floats(0.0, 0.3))
def test_less_certainty_never_narrows_the_band(middle: float, width: float) -> None:
    def band(spread: float) -> CorrectedRate:
        recall = Share(middle, max(middle - spread, 0.1), min(middle + spread, 1.0))
        return corrected_band(0.3, 0.35, doubletons=90, n=1000, prompts=550, model=NoiseModel(recall=recall))

    sure, unsure = band(0.0), band(width)
    assert unsure.low <= sure.low + 1e-12
    assert unsure.high >= sure.high - 1e-12


def test_a_share_that_was_not_measured_may_be_anything() -> None:
    assert Share.counted(0, 0) == Share(0.5, 0.0, 1.0)


def test_a_counted_share_has_its_wilson_interval() -> None:
    share = Share.counted(90, 100)
    assert (share.point, share.low, share.high) == pytest.approx((0.9, 0.825634, 0.944771), abs=1e-6)


@pytest.mark.parametrize("bounds", [(0.5, 0.6, 0.7), (1.1, 0.5, 1.2), (0.5, -0.1, 0.6)])
def test_a_share_out_of_order_is_refused(bounds: tuple[float, float, float]) -> None:
    with pytest.raises(InputError, match="share"):
        Share(*bounds)


def test_an_audit_with_more_right_than_checked_is_refused() -> None:
    with pytest.raises(InputError, match="right"):
        AuditRow("born", singletons_checked=10, singletons_right=11).model()
