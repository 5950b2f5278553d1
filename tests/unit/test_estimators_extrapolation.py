"""Predicting the rate at more data, and refusing to where nobody can."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.estimators.extrapolation import extrapolate
from pipeline.estimators.spectrum import Spectrum
from pipeline.estimators.thinning import thinned_singletons, trend
from pipeline.exceptions import InputError


def spectrum_of(counts: np.ndarray) -> Spectrum:
    values, prompts = np.unique(counts[counts > 0], return_counts=True)
    return Spectrum.from_pairs(zip(values.tolist(), prompts.tolist(), strict=True))


def worlds() -> list[np.ndarray]:
    """Counts of whole corpora in which frequencies fall as they do in texts."""
    rng = np.random.default_rng(17)
    ranks = np.arange(1, 400_001)
    masses = [
        1.0 / (ranks + 2.7) ** 1.1,
        1.0 / (ranks + 10.0) ** 1.25,
        ranks ** -(1.0 + 0.02 * np.log(ranks)),
        rng.pareto(1.2, 200_000) + 1.0,
        np.exp(rng.normal(0, 2.2, 100_000)),
    ]
    return [rng.multinomial(400_000, p / p.sum()) for p in masses]


@pytest.mark.parametrize(("factor", "error"), [(2, 0.05), (5, 0.10), (10, 0.20)])
def test_a_thinned_corpus_predicts_the_whole(factor: int, error: float) -> None:
    rng = np.random.default_rng(factor)
    errors = []
    for whole in worlds():
        truth = float((whole == 1).sum() / whole.sum())
        part = rng.binomial(whole, 1 / factor)
        answer = extrapolate(spectrum_of(part), factor)
        assert answer["singleton_rate"]["low"] <= truth <= answer["singleton_rate"]["high"]
        found = int((whole > 0).sum() - (part > 0).sum())
        assert answer["new_prompts"]["low"] <= found <= answer["new_prompts"]["high"]
        errors.append(abs(answer["singleton_rate"]["point"] / truth - 1))
        assert answer["new_prompts"]["point"] == pytest.approx(found, rel=error)
    assert np.median(errors) <= error


def test_thinning_is_exact_in_expectation() -> None:
    whole = worlds()[0]
    spectrum, rng = spectrum_of(whole), np.random.default_rng(0)
    drawn = [(rng.binomial(whole, 0.25) == 1).sum() for _ in range(20)]
    # The mean of 20 draws has a standard error below a thousandth here.
    assert thinned_singletons(spectrum, 0.25) == pytest.approx(np.mean(drawn), rel=5e-3)


def test_the_trend_of_a_power_law_is_a_straight_line() -> None:
    # f_j ∝ Γ(j − a)/Γ(j + 1) is the spectrum of a power law with exponent a: the rate falls as F^(a − 1).
    from scipy.special import gammaln  # noqa: PLC0415 - only here

    a, j = 0.6, np.arange(1, 4000)
    f = np.round(1e7 * np.exp(gammaln(j - a) - gammaln(j + 1) - gammaln(1 - a))).astype(int)
    line = trend(Spectrum.from_pairs(zip(j.tolist(), f.tolist(), strict=True)))
    assert line.slope == pytest.approx(a - 1, abs=0.02)
    assert line.bend == pytest.approx(0.0, abs=0.01)


def test_observations_in_documents_widen_the_band() -> None:
    spectrum = spectrum_of(worlds()[0])
    alone, documents = (
        extrapolate(spectrum, 4)["singleton_rate"],
        extrapolate(spectrum, 4, design=5.0)["singleton_rate"],
    )
    assert documents["low"] < alone["low"]
    assert documents["high"] > alone["high"]
    assert documents["point"] == alone["point"]


def test_the_same_data_is_its_own_prediction() -> None:
    spectrum = spectrum_of(worlds()[0])
    answer = extrapolate(spectrum, 1)
    assert answer["singleton_rate"]["point"] == pytest.approx(spectrum.f(1) / spectrum.n)
    assert answer["new_prompts"] == {"point": 0.0, "low": 0.0, "high": 0.0}


def test_the_floor_follows_the_low_end() -> None:
    answer = extrapolate(spectrum_of(worlds()[0]), 3, guessability=0.25, calibration_error=0.001)
    assert answer["floor"] == pytest.approx(max(answer["singleton_rate"]["low"] * 0.75 - 0.001, 0))
    assert answer["floor_point"] == pytest.approx(answer["singleton_rate"]["point"] * 0.75 - 0.001)


@pytest.mark.parametrize(("factor", "reason"), [(10.5, "above 10"), (0.5, "1 or more"), (float("nan"), "1 or more")])
def test_a_factor_that_nobody_can_answer_for_is_refused(factor: float, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        extrapolate(spectrum_of(worlds()[0]), factor)


def test_too_few_singletons_are_refused() -> None:
    with pytest.raises(InputError, match="99 singletons"):
        extrapolate(Spectrum.from_pairs([(1, 99), (2, 50), (3, 400)]), 2)


def test_a_sampled_run_may_look_further_and_is_told_that_only_the_band_counts() -> None:
    whole = worlds()[0]
    part = np.random.default_rng(2).binomial(whole, 1 / 50)
    answer = extrapolate(spectrum_of(part), 50, largest_factor=100)
    assert not answer["reliable"]
    assert answer["singleton_rate"]["low"] <= (whole == 1).sum() / whole.sum() <= answer["singleton_rate"]["high"]
