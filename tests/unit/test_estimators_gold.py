"""Every published or independently computed reference case, to 1e-6 where the quantity is the same."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.estimators.missing_mass import esty_sd
from pipeline.estimators.richness import chao1_variance
from pipeline.estimators.simple_good_turing import simple_good_turing
from pipeline.estimators.spectrum import Spectrum
from pipeline.estimators.summary import estimate
from pipeline.estimators.thinning import thinned_singletons

pytestmark = pytest.mark.shared

SHARED = Path(os.environ.get("MONOFACT_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold" / "statistics_cases.dev.json"


def cases() -> list[Any]:
    if os.environ.get("CI") or not GOLD.exists():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"{GOLD} is not here, or CI is set"))]
    return [pytest.param(case, id=case["name"]) for case in json.loads(GOLD.read_text(encoding="utf-8"))["cases"]]


def close(mine: Any, theirs: float) -> bool:
    return mine == pytest.approx(theirs, abs=1e-6, rel=1e-6)  # type: ignore[no-any-return]  # approx has no types


def spectrum_of(case: dict[str, Any]) -> Spectrum:
    return Spectrum.from_pairs(case["spectrum"])


@pytest.mark.parametrize("case", cases())
def test_counts_rates_and_intervals_are_those_of_exact_arithmetic(case: dict[str, Any]) -> None:
    spectrum, own = spectrum_of(case), case["own_formula"]
    result = estimate(spectrum)
    assert (result["n"], result["prompts"]) == (own["n"], own["D"])
    assert [spectrum.f(j) for j in (1, 2, 3, 4)] == [own[f"f{j}"] for j in (1, 2, 3, 4)]
    rate = result["singleton_rate"]
    assert close(rate["point"], own["singleton_rate"])
    # A mass below 0 or above 1 is impossible; the reference is not cut.
    low, high = own["esty_wilson95"]
    assert close(rate["low"], max(low, 0.0))
    assert close(rate["high"], min(high, 1.0))
    assert close(esty_sd(spectrum.f(1), spectrum.f(2), spectrum.n), own["esty_sd"])
    assert close(result["coverage"], own["chao_jost_coverage"])
    assert close(result["chao1"]["point"], own["chao1_classic_n_minus_1_over_n"])


@pytest.mark.parametrize("case", cases())
def test_chao1_and_its_interval_are_those_of_spader(case: dict[str, Any]) -> None:
    spectrum, theirs = spectrum_of(case), case["peers_R"]
    chao1 = estimate(spectrum)["chao1"]
    for mine, key in ((chao1["point"], "est"), (chao1["low"], "lo95"), (chao1["high"], "hi95")):
        assert close(mine, theirs[f"SpadeR.SpecAbunChao1.{key}"])
    if spectrum.f(1):
        variance = chao1_variance(spectrum.f(1), spectrum.f(2), spectrum.n, spectrum.d)
        assert close(float(variance) ** 0.5, theirs["SpadeR.SpecAbunChao1.se"])


@pytest.mark.parametrize("case", cases())
def test_ace_is_that_of_vegan_and_scikit_bio(case: dict[str, Any]) -> None:
    mine, vegan = estimate(spectrum_of(case))["ace"], case["peers_R"]["vegan.estimateR.S.ACE"]
    assert (mine is None) == (vegan is None)
    assert mine is None or close(mine, vegan)


@pytest.mark.parametrize("case", cases())
def test_coverage_is_that_of_inext(case: dict[str, Any]) -> None:
    assert close(estimate(spectrum_of(case))["coverage"], case["peers_R"]["iNEXT.Chat.Ind.m=1n"])


@pytest.mark.parametrize("case", cases())
def test_simple_good_turing_is_that_of_nltk(case: dict[str, Any]) -> None:
    smooth = simple_good_turing(spectrum_of(case))
    if smooth.counts.size < 2:
        pytest.skip("one count only: no line to fit")
    slope, intercept = case["peers_python"]["nltk.SGT.slope_intercept"]
    assert close(smooth.slope, slope)
    assert close(smooth.intercept, intercept)
    adjusted = dict(zip(smooth.counts.tolist(), smooth.adjusted.tolist(), strict=True))
    for count, theirs in case["peers_python"]["nltk.SGT.rstar=prob*n"].items():
        assert close(adjusted[float(count)], theirs)


@pytest.mark.parametrize("case", cases())
def test_simple_good_turing_meets_the_published_figures(case: dict[str, Any]) -> None:
    if not (case["quoted"] or {}).get("rstar"):
        pytest.skip("no published figures for this case")
    smooth = simple_good_turing(spectrum_of(case))
    assert smooth.unseen == pytest.approx(case["quoted"]["P0"], abs=1e-9)
    for count, r in case["quoted"]["rstar"].items():
        # Printed with seven digits.
        assert smooth.adjusted[smooth.counts == float(count)].tolist() == pytest.approx([r], rel=5e-7)


@pytest.mark.parametrize("case", cases())
def test_thinning_to_all_of_the_data_changes_nothing(case: dict[str, Any]) -> None:
    spectrum = spectrum_of(case)
    assert thinned_singletons(spectrum, 1.0) == spectrum.f(1)
    assert thinned_singletons(spectrum, 1 - 1e-9) == pytest.approx(spectrum.f(1), rel=1e-5, abs=1e-5)
