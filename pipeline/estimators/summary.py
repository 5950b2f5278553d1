"""Every estimate for one spectrum, as a dictionary that JSON can hold."""

from __future__ import annotations

import math
from typing import Any

from pipeline.estimators.coverage import chao_jost_coverage
from pipeline.estimators.degenerate import too_small
from pipeline.estimators.floors import ceiling, expected_floor, guaranteed_floor, plug_in_floor, theorem2_floor
from pipeline.estimators.missing_mass import esty_wilson, rigorous_interval, worst_case_normal
from pipeline.estimators.result import Estimate, checked_confidence
from pipeline.estimators.richness import ace, chao1, chao1_unseen, chao1_without_singletons
from pipeline.estimators.simple_good_turing import simple_good_turing
from pipeline.estimators.spectrum import Spectrum
from pipeline.exceptions import InputError


def estimate(
    spectrum: Spectrum,
    *,
    confidence: float = 0.95,
    answer_space: int | None = None,
    calibration_error: float = 0.0,
    abstentions: int = 0,
) -> dict[str, Any]:
    """Compute everything that can be said of one spectrum.

    Parameters
    ----------
    spectrum : Spectrum
        How many prompts were answered how often.
    confidence : float
        Confidence of intervals and floors, 0 to 1.
    answer_space : int, optional
        Number of equally likely answers of a prompt, |R|, 2 or more; left out, answers are taken to be too
        many to guess.
    calibration_error : float
        δ of the theorems, 0 to 1.
    abstentions : int
        Observations that say the answer is not known, beside those of the spectrum.

    Returns
    -------
    dict
        Numbers, None where the data says nothing; intervals as {point, low, high, confidence, method}. With
        `too_small` there are no floors, and the rate's interval is worth more than its point.

    Raises
    ------
    InputError
        If an argument is out of its range.
    """
    _check(confidence, answer_space, calibration_error, abstentions)
    whole = Spectrum(spectrum.counts, spectrum.prompts, spectrum.abstentions + abstentions)
    f1, f2, n, d = whole.f(1), whole.f(2), whole.n, whole.d
    rate = esty_wilson(f1, f2, n, confidence=confidence)
    covered = chao_jost_coverage(f1, f2, n, confidence=confidence)
    values: dict[str, Any] = {
        "n": n,
        "abstentions": whole.abstentions,
        "prompts": d,
        "singletons": f1,
        "doubletons": f2,
        "singleton_rate": _interval(rate),
        "singleton_rate_worst_case": _interval(worst_case_normal(f1, n, confidence=confidence)),
        "singleton_rate_rigorous": _interval(rigorous_interval(f1, n, confidence=confidence)),
        "unique_value_ratio": f1 / d if d else None,
        "coverage": _number(covered.point),
        "coverage_interval": _interval(covered),
        "prompts_unseen": _number(chao1_unseen(f1, f2, n)),
        "chao1": _interval(_chao1(whole, confidence)),
        "ace": _number(ace(whole.counts, whole.prompts)),
        "simple_good_turing": _smoothed(whole),
    }
    floors = _floors(whole, rate, confidence, answer_space, calibration_error)
    if too_small(f1, f2, n):
        floors |= dict.fromkeys(FLOORS, None) | {"vacuous": True}
    return values | {"too_small": bool(too_small(f1, f2, n))} | floors


FLOORS = ("floor", "floor_guaranteed", "floor_theorem2", "floor_plug_in", "ceiling")
"""What is not said of data too small for a rate."""


def _floors(
    whole: Spectrum, rate: Estimate, confidence: float, answer_space: int | None, delta: float
) -> dict[str, Any]:
    f1, n = whole.f(1), whole.n
    wrong = math.inf if answer_space is None else answer_space - 1
    space = math.inf if answer_space is None else answer_space
    guess = 1.0 / space
    guaranteed = guaranteed_floor(f1, n, wrong, confidence=confidence, calibration_error=delta).point
    theorem = theorem2_floor(f1, n, wrong, confidence=confidence, calibration_error=delta).point
    plug_in = plug_in_floor(f1, whole.f(2), n, wrong, confidence=confidence, calibration_error=delta).point
    return {
        "answer_space": answer_space,
        "guessability": guess,
        "calibration_error": delta,
        "floor": _number(expected_floor(rate.low, guess, confidence=confidence, calibration_error=delta).point),
        "floor_guaranteed": _number(guaranteed),
        "floor_theorem2": _number(theorem),
        "floor_plug_in": _number(plug_in),
        "ceiling": _number(ceiling(f1, n, space, confidence=confidence).point),
        "vacuous": not float(guaranteed) > 0,
    }


def _chao1(whole: Spectrum, confidence: float) -> Estimate:
    if whole.f(1) == 0:
        return chao1_without_singletons(whole.counts, whole.prompts, confidence=confidence)
    return chao1(whole.f(1), whole.f(2), whole.n, whole.d, confidence=confidence)


def _smoothed(whole: Spectrum) -> dict[str, Any]:
    smooth = simple_good_turing(whole)
    return {
        "p0": _number(smooth.unseen),
        "intercept": _number(smooth.intercept),
        "slope": _number(smooth.slope),
        "reliable": smooth.reliable,
        "adjusted_counts": {str(r): float(a) for r, a in zip(whole.counts, smooth.adjusted, strict=True)},
    }


def _interval(value: Estimate) -> dict[str, Any]:
    return {
        "point": _number(value.point),
        "low": _number(value.low),
        "high": _number(value.high),
        "confidence": _number(value.confidence),
        "method": value.method,
    }


def _number(value: Any) -> float | None:
    number = float(value)
    return number if math.isfinite(number) else None


def _check(confidence: float, answer_space: int | None, calibration_error: float, abstentions: int) -> None:
    checked_confidence(confidence)
    if answer_space is not None and answer_space < 2:
        raise InputError(f"answer space {answer_space}: a prompt has two possible answers or more")
    if not 0.0 <= calibration_error <= 1.0:
        raise InputError(f"calibration error {calibration_error} is no share: give a number from 0 to 1")
    if abstentions < 0:
        raise InputError(f"abstentions {abstentions}: a number of observations is 0 or more")
