"""The singleton rate, new prompts and floor at several times the data."""

from __future__ import annotations

from typing import Any

import numpy as np

from pipeline.estimators.floors import expected_floor
from pipeline.estimators.result import checked_confidence
from pipeline.estimators.spectrum import Spectrum
from pipeline.estimators.thinning import Envelope, Trend, envelope, trend
from pipeline.exceptions import InputError

LARGEST_FACTOR = 10.0
"""Beyond ten times the data nothing that was tried predicts a rate."""

FEWEST_SINGLETONS = 100
"""With fewer singletons the slope is noise."""

METHOD = "log–log parabola through exactly thinned rates; low end Chao–Jost, high end power law f1/d"


def extrapolate(
    spectrum: Spectrum,
    factor: float,
    confidence: float = 0.95,
    *,
    guessability: float = 0.0,
    calibration_error: float = 0.0,
    design: float = 1.0,
    largest_factor: float = LARGEST_FACTOR,
) -> dict[str, Any]:
    """Predict the singleton rate and the new prompts at `factor` times the data.

    Parameters
    ----------
    spectrum : Spectrum
        The spectrum of the data at hand.
    factor : float
        Size of the data to predict for, in sizes of the data at hand; 1 or more.
    confidence : float
        Confidence of the sampling errors inside the band, 0 to 1.
    guessability, calibration_error : float
        As in `pipeline.estimators.floors.expected_floor`.
    design : float
        Design effect of observations that come in documents, 1 or more
        (`pipeline.estimators.clusters.design_effect`).
    largest_factor : float
        Largest factor that is not refused. Above 10 only the ends of the band mean anything: a run over a
        sample of the corpus may ask for them.

    Returns
    -------
    dict
        factor, n, singleton_rate {point, low, high}, new_prompts {point, low, high}, floor (from the low
        end), floor_point, confidence, method, reliable (False above ten times the data).

    Raises
    ------
    InputError
        If the factor is below 1 or above `largest_factor`, or fewer than 100 prompts are singletons.

    Notes
    -----
    The data must be a random part of what is predicted. docs/statistics.md has the measured errors.
    """
    _refuse(spectrum, factor, largest_factor)
    checked_confidence(confidence)
    middle, ends = trend(spectrum), envelope(spectrum, confidence, design)
    low, high = float(ends.fast(factor)), float(ends.slow(factor))
    point = float(np.clip(middle.at(factor), low, high))
    floor, floor_point = (
        expected_floor(rate, guessability, confidence=confidence, calibration_error=calibration_error).point
        for rate in (low, point)
    )
    return {
        "factor": factor,
        "n": round(factor * spectrum.n),
        "singleton_rate": {"point": point, "low": low, "high": high},
        "new_prompts": _new_prompts(spectrum.n, factor, middle, ends),
        "floor": floor,
        "floor_point": floor_point,
        "confidence": confidence,
        "method": METHOD if factor > 1 else "singleton rate as it is",
        "reliable": factor <= LARGEST_FACTOR,
    }


def _refuse(spectrum: Spectrum, factor: float, largest_factor: float) -> None:
    if not 1.0 <= factor < np.inf:
        raise InputError(f"factor {factor}: give how many times the data, 1 or more")
    if factor > largest_factor:
        raise InputError(
            f"factor {factor:g} is above {largest_factor:g}: no method that was tried predicts the rate so far "
            "ahead; ask for less, or analyze more of the data"
        )
    if spectrum.f(1) < FEWEST_SINGLETONS:
        raise InputError(
            f"only {spectrum.f(1)} singletons: with fewer than {FEWEST_SINGLETONS} the rate at more data cannot "
            "be known; analyze more of the data"
        )


def _new_prompts(n: int, factor: float, middle: Trend, ends: Envelope) -> dict[str, float]:
    """N ∫ G(F n) dF from 1 to factor, along the three curves of the rate."""
    more = factor - 1.0
    fast = ends.low * n * (-np.expm1(-ends.decay * more) / ends.decay if ends.decay > 0 else more)
    slow = ends.high * n * (factor**ends.exponent - 1.0) / ends.exponent
    nodes, weights = np.polynomial.legendre.leggauss(40)
    x = (nodes + 1.0) / 2.0 * np.log(factor)
    point = n * float(np.sum(weights * middle.at(np.exp(x)) * np.exp(x))) * np.log(factor) / 2.0
    return {"point": float(np.clip(point, fast, slow)), "low": float(fast), "high": float(slow)}
