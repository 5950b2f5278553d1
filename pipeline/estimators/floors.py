"""Floors under the error rate of a model, and the ceiling that an ideal one reaches.

Every floor here is about prompts drawn as the training prompts were. docs/statistics.md derives them.
"""

from __future__ import annotations

import numpy as np
from scipy import special

from pipeline.estimators.degenerate import share
from pipeline.estimators.missing_mass import LOWER_TAIL, esty_wilson, good_turing
from pipeline.estimators.result import Estimate, Floats, Numbers, checked_confidence, floats, plain

SPLIT = (0.2, 0.4, 0.1, 0.3)
"""Shares of γ of the four events of the guaranteed floor: missing mass, singletons, rare prompts, answers.

Fixed beforehand: a split chosen by the data at hand would void the guarantee.
"""


def _lower_bound(low: Numbers, confidence: Numbers, method: str) -> Estimate:
    clipped = np.clip(floats(low), 0.0, 1.0)
    return Estimate(plain(clipped), plain(clipped), plain(np.ones_like(clipped)), plain(confidence), method)


def wrong_answers(guessability: Numbers) -> Floats:
    """|E| = 1/q − 1: the number of wrong answers that the theorems reckon with, q the guessability.

    With uniform answers q = 1/|R| and this is |R| − 1. With skewed answers it is the largest threshold at
    which the proof still goes through (docs/statistics.md).
    """
    q = floats(guessability)
    return np.maximum(share(1.0, q) - 1.0, 0.0)


def theorem2_floor(
    singletons: Numbers,
    n: Numbers,
    smallest_wrong_answers: Numbers,
    *,
    confidence: Numbers = 0.95,
    calibration_error: Numbers = 0.0,
) -> Estimate:
    """G − 2/|E| − (35 + 6 ln n)/√n − δ, cut to [0, 1].

    G = f1/n; |E| : least number of wrong answers of a prompt; δ : calibration error. The printed constants
    hold at 99 % and so at less; above 99 % the general 6 ln(3n/γ)/√n of the paper's Appendix B takes their
    place.

    Parameters
    ----------
    singletons, n, smallest_wrong_answers : array_like
        Broadcast against each other.
    confidence : array_like
        Probability with which the floor holds, over training data and answers.
    calibration_error : array_like
        δ, 0 to 1.

    Returns
    -------
    Estimate
        Error rate, 0 to 1; the upper end is 1. NaN where n is 0.

    References
    ----------
    A. T. Kalai, O. Nachum, S. Vempala and E. Zhang (2025), Why language models hallucinate,
    arXiv 2509.04664, Theorem 2.
    """
    size = np.maximum(floats(n), 1.0)
    gamma = 1.0 - checked_confidence(confidence)
    printed, general = 35.0 + 6.0 * np.log(size), 6.0 * np.log(3.0 * size / gamma)
    slack = np.where(gamma < 0.01 - 1e-12, np.maximum(printed, general), printed) / np.sqrt(size)
    rate = good_turing(singletons, n)
    floor = rate - 2.0 / _positive(smallest_wrong_answers) - slack - floats(calibration_error)
    return _lower_bound(floor, confidence, "Theorem 2 of Kalai et al. 2025")


def missing_mass_lower_limit(
    singletons: Numbers,
    n: Numbers,
    *,
    gamma_mass: Numbers,
    gamma_rate: Numbers,
    design: Numbers = 1.0,
) -> Floats:
    """L = G − 1/n − sqrt(ln(1/γ1)/(1.92 n)) − sqrt(2 ln(1/γ2)/n), with n/D for n after the rate.

    The missing mass is at least L with probability 1 − γ1 − γ2, whatever the distribution: Berend and
    Kontorovich's lower tail for the mass, McDiarmid's for the rate, 1/n for the bias. D : design effect.
    """
    size = np.maximum(floats(n) / floats(design), 1.0)
    mass = np.sqrt(np.log(1.0 / floats(gamma_mass)) / (LOWER_TAIL * size))
    rate = np.sqrt(2.0 * np.log(1.0 / floats(gamma_rate)) / size)
    return floats(good_turing(singletons, n) - 1.0 / size - mass - rate)


def guaranteed_floor(
    singletons: Numbers,
    n: Numbers,
    smallest_wrong_answers: Numbers,
    *,
    confidence: Numbers = 0.95,
    calibration_error: Numbers = 0.0,
    design: Numbers = 1.0,
) -> Estimate:
    """L − (1 + 1/|E|) sqrt(ζ L ln(1/γ4)/2) − 2/|E| − δ, cut to [0, 1], with ζ = W(n/γ3)/n.

    L : lower limit of the missing mass (`missing_mass_lower_limit`); W : Lambert's function, the solution of
    W e^W = n/γ3, so that every prompt of mass above ζ was seen; γ = 1 − confidence, split by `SPLIT`.
    Finite sample, no normal approximation, the assumptions of Theorem 2.

    Parameters, returns and units as in `theorem2_floor`; besides:

    Parameters
    ----------
    design : array_like
        Design effect of observations that come in documents, 1 or more; 1 for independent ones. It makes the
        tails those of n / design observations: prudent, but a theorem only where it is 1.

    Notes
    -----
    Derived in docs/statistics.md. 0 where the data cannot support a floor.
    """
    size = np.maximum(floats(n), 1.0)
    gamma = 1.0 - checked_confidence(confidence)
    mass, rate, rare, answers = (part * gamma for part in SPLIT)
    limit = missing_mass_lower_limit(singletons, n, gamma_mass=mass, gamma_rate=rate, design=design)
    limit = np.maximum(limit, 0.0)
    largest = special.lambertw(size / rare).real / size
    errors = _positive(smallest_wrong_answers)
    spread = (1.0 + 1.0 / errors) * np.sqrt(largest * np.log(1.0 / answers) / 2.0)
    floor = limit - spread * np.sqrt(limit)
    floor = floor - 2.0 / errors - floats(calibration_error)
    return _lower_bound(np.where(floats(n) > 0, floor, np.nan), confidence, "guaranteed floor")


def plug_in_floor(
    singletons: Numbers,
    doubletons: Numbers,
    n: Numbers,
    smallest_wrong_answers: Numbers,
    *,
    confidence: Numbers = 0.95,
    calibration_error: Numbers = 0.0,
) -> Estimate:
    """M_low − (1 + 1/|E|) sqrt((f2 + 1) ln(2/γ))/n − 2/|E| − δ, cut to [0, 1].

    The form of `guaranteed_floor` with what the data says of the variances: asymptotic, not guaranteed. M_low
    is the lower end of the Esty–Wilson interval, 2 (f2 + 1)/n² stands for the sum of squared masses of unseen
    prompts; γ is halved between the two.

    Parameters, returns and units as in `theorem2_floor`; `doubletons` : prompts answered exactly twice.
    """
    size, errors = np.maximum(floats(n), 1.0), _positive(smallest_wrong_answers)
    gamma = 1.0 - checked_confidence(confidence)
    low = floats(esty_wilson(singletons, doubletons, n, confidence=confidence).low)
    spread = (1.0 + 1.0 / errors) * np.sqrt((floats(doubletons) + 1.0) * np.log(2.0 / gamma)) / size
    floor = low - spread - 2.0 / errors - floats(calibration_error)
    return _lower_bound(np.where(floats(n) > 0, floor, np.nan), confidence, "plug-in floor, asymptotic")


def expected_floor(
    missing_mass_low: Numbers,
    guessability: Numbers,
    *,
    confidence: Numbers = 0.95,
    calibration_error: Numbers = 0.0,
) -> Estimate:
    """M_low (1 − q) − δ, cut to [0, 1].

    M_low : lower limit of the missing mass; q : chance that the best guess without knowledge is right.

    Parameters
    ----------
    missing_mass_low, guessability : array_like
        Shares, 0 to 1, broadcast against each other.
    confidence : array_like
        Confidence of the interval whose lower limit is given.
    calibration_error : array_like
        δ, 0 to 1.

    Returns
    -------
    Estimate
        Error rate, 0 to 1, of a learner that answers what it has not seen as well as can be; the upper end
        is 1. With uniform answers and the missing mass itself, the ideal calibrated learner errs exactly so.
    """
    floor = floats(missing_mass_low) * (1.0 - floats(guessability)) - floats(calibration_error)
    return _lower_bound(floor, confidence, "expected floor")


def ceiling(singletons: Numbers, n: Numbers, largest_answer_space: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """G (1 − 1/|R|) + max(13, 5 sqrt(ln(5/γ)))/√n, cut to [0, 1].

    |R| : largest number of possible answers of a prompt, infinite where nobody knows it. 13 is the printed
    constant at 99 %; the general one takes over above that.

    Parameters
    ----------
    singletons, n, largest_answer_space : array_like
        Broadcast against each other.
    confidence : array_like
        Probability with which an ideal calibrated learner stays below.

    Returns
    -------
    Estimate
        Error rate, 0 to 1; the lower end is 0.

    References
    ----------
    Kalai et al. (2025), arXiv 2509.04664, Theorem 2, upper part.
    """
    size = np.maximum(floats(n), 1.0)
    gamma = 1.0 - checked_confidence(confidence)
    slack = np.maximum(13.0, 5.0 * np.sqrt(np.log(5.0 / gamma))) / np.sqrt(size)
    high = np.clip(good_turing(singletons, n) * (1.0 - 1.0 / floats(largest_answer_space)) + slack, 0.0, 1.0)
    return Estimate(plain(high), plain(np.zeros_like(high)), plain(high), plain(confidence), "ceiling")


def _positive(wrong: Numbers) -> Floats:
    """Numbers of wrong answers kept off 0, where every floor is 0 anyway."""
    return np.maximum(floats(wrong), 1e-9)
