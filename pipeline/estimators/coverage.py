"""Coverage: the mass of the prompts that the data does answer."""

from __future__ import annotations

import numpy as np

from pipeline.estimators.degenerate import share, share_interval
from pipeline.estimators.missing_mass import good_turing, score_interval
from pipeline.estimators.result import Estimate, Floats, Numbers, floats, plain, two_sided_quantile


def chao_jost_ratio(singletons: Numbers, doubletons: Numbers, n: Numbers) -> Floats:
    """A = (n − 1) f1 / ((n − 1) f1 + 2 f2): the factor by which one more observation shrinks the mass.

    With f2 = 0: (n − 1)(f1 − 1) / ((n − 1)(f1 − 1) + 2), and 0 where f1 ≤ 1.
    """
    f1, f2, more = floats(singletons), floats(doubletons), np.maximum(floats(n) - 1.0, 0.0)
    usual = np.nan_to_num(share(more * f1, more * f1 + 2.0 * f2))
    left = more * np.maximum(f1 - 1.0, 0.0)
    return floats(np.where(f2 > 0, usual, left / (left + 2.0)))


def chao_jost_coverage(singletons: Numbers, doubletons: Numbers, n: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """C = 1 − (f1/n) A, A as in `chao_jost_ratio`.

    f1, f2 : prompts answered exactly once, twice; n : observations.

    Parameters
    ----------
    singletons, doubletons, n : array_like
        Counts, broadcast against each other.
    confidence : array_like
        Probability that the interval covers.

    Returns
    -------
    Estimate
        Fractions of observations, 0 to 1. The interval is 1 minus the score interval around (f1/n) A with
        Esty's variance: the published bootstrap covers too rarely.

    References
    ----------
    A. Chao and L. Jost (2012), Coverage-based rarefaction and extrapolation, Ecology 93.
    """
    size = floats(n)
    missing = good_turing(singletons, size) * chao_jost_ratio(singletons, doubletons, size)
    z = two_sided_quantile(confidence)
    low, high = score_interval(missing, size, z, pairs=floats(doubletons))
    low, high = share_interval(1.0 - high, 1.0 - low, size)
    return Estimate(plain(1.0 - missing), plain(low), plain(high), plain(confidence), "Chao–Jost")
