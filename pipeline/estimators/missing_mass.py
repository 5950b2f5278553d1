"""The singleton rate as an estimate of the missing mass, and intervals that hold for it."""

from __future__ import annotations

import numpy as np

from pipeline.estimators.degenerate import share, share_interval
from pipeline.estimators.result import (
    Estimate,
    Floats,
    Numbers,
    checked_confidence,
    floats,
    plain,
    two_sided_quantile,
)

WORST_CASE_RISK = 0.6179
"""Largest n × E(f1/n − M)² over all distributions and all n ≥ 1 (arXiv 1705.05006)."""

LOWER_TAIL = 1.92
"""Constant of the lower tail of the missing mass: P(M < E M − ε) ≤ exp(−1.92 n ε²).

1 / (2 max x(1 − x) ln(1/x)) = 1.9205; derived in docs/statistics.md, after Berend and Kontorovich (2013).
"""


def good_turing(singletons: Numbers, n: Numbers) -> Floats:
    """M = f1 / n, the Good–Turing estimate of the missing mass.

    f1 : prompts answered exactly once; n : observations, abstentions included.

    Parameters
    ----------
    singletons, n : array_like
        Counts, broadcast against each other.

    Returns
    -------
    ndarray of float64
        Fraction of observations, 0 to 1; NaN where n is 0.

    Notes
    -----
    0 ≤ E f1/n − E M ≤ 1/n. It fails where observations depend on each other (use clusters) and overshoots
    where they were drawn without replacement.

    References
    ----------
    I. J. Good (1953), The population frequencies of species, Biometrika 40.
    """
    return share(singletons, n)


def score_interval(
    rate: Floats, n: Floats, z: Floats, *, design: Numbers = 1.0, pairs: Floats, extra: Numbers = 0.0
) -> tuple[Floats, Floats]:
    """Roots m of n² (m − G)² = z² [ D n m (1 − m) + 2 P + n² V ].

    G : rate; D : design effect; P : doubletons or pairs of clusters; V : further variance of the rate.

    Parameters
    ----------
    rate, n, z, design, pairs, extra : array_like
        Broadcast against each other.

    Returns
    -------
    tuple of two ndarray of float64
        Ends of the interval, cut to [0, 1]; [0, 1] where n is 0.
    """
    size = np.maximum(n, 1.0)
    centre = np.nan_to_num(rate)
    pull = z * z * floats(design) / size
    a = 1.0 + pull
    b = 2.0 * centre + pull
    c = centre * centre - z * z * (2.0 * pairs / (size * size) + floats(extra))
    root = np.sqrt(np.maximum(b * b - 4.0 * a * c, 0.0))
    return share_interval((b - root) / (2.0 * a), (b + root) / (2.0 * a), n)


def esty_wilson(
    singletons: Numbers,
    doubletons: Numbers,
    n: Numbers,
    *,
    confidence: Numbers = 0.95,
    sampling_rse: Numbers = 0.0,
) -> Estimate:
    """Roots m of (1 + z²/n) m² − (2 G + z²/n) m + G² − 2 f2 z²/n² = 0 with G = f1/n.

    f1, f2 : prompts answered exactly once, twice; n : observations; z : normal quantile. Esty's variance
    with the unknown mass in place of its estimate, as Wilson does for a binomial share.

    Parameters
    ----------
    singletons, doubletons, n : array_like
        Counts, broadcast against each other.
    confidence : array_like
        Probability that the interval covers the missing mass.
    sampling_rse : array_like
        Relative standard error of `singletons` where a sketch estimated it; its variance is added.

    Returns
    -------
    Estimate
        Fractions of observations, 0 to 1.

    Notes
    -----
    Covers within Monte-Carlo error of nominal for independent observations (benchmarks/coverage.py).
    For observations clustered in documents use `pipeline.estimators.clusters.cluster_interval`.

    References
    ----------
    W. W. Esty (1983), A normal limit law for a nonparametric estimator of the coverage of a random sample,
    Annals of Statistics 11. E. B. Wilson (1927), JASA 22.
    """
    rate, size = good_turing(singletons, n), floats(n)
    extra = (floats(sampling_rse) * np.nan_to_num(rate)) ** 2
    z = two_sided_quantile(confidence)
    low, high = score_interval(rate, size, z, pairs=floats(doubletons), extra=extra)
    return Estimate(plain(rate), plain(low), plain(high), plain(confidence), "Good–Turing, Esty–Wilson")


def esty_sd(singletons: Numbers, doubletons: Numbers, n: Numbers) -> Floats:
    """sqrt(f1 (1 − f1/n) + 2 f2) / n: Esty's standard deviation of f1/n − M; NaN where n is 0."""
    f1, f2, size = floats(singletons), floats(doubletons), floats(n)
    return share(np.sqrt(np.maximum(f1 * (1.0 - np.nan_to_num(share(f1, size))), 0.0) + 2.0 * f2), size)


def esty(singletons: Numbers, doubletons: Numbers, n: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """G ± z sqrt(f1 (1 − f1/n) + 2 f2) / n, cut to [0, 1]: the interval as Esty printed it.

    Parameters and units as in `esty_wilson`. It has width 0 where f1 = f2 = 0 and where all are singletons:
    prefer `esty_wilson`.

    References
    ----------
    W. W. Esty (1983), Annals of Statistics 11.
    """
    rate = good_turing(singletons, n)
    half = two_sided_quantile(confidence) * esty_sd(singletons, doubletons, n)
    low, high = share_interval(rate - half, rate + half, n)
    return Estimate(plain(rate), plain(low), plain(high), plain(confidence), "Good–Turing, Esty 1983")


def worst_case_normal(singletons: Numbers, n: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """G ± z sqrt(0.6179 / n), cut to [0, 1]: the normal interval with the largest risk that there is.

    Parameters and units as in `esty_wilson`. It needs no doubletons and is 1.6 to 1.9 times as wide.

    References
    ----------
    N. Rajaraman, A. Thangaraj and A. T. Suresh (2017), Minimax risk for missing mass estimation,
    arXiv 1705.05006: the worst-case risk of Good–Turing lies between 0.6080/n and 0.6179/n.
    """
    rate = good_turing(singletons, n)
    half = two_sided_quantile(confidence) * np.sqrt(WORST_CASE_RISK / np.maximum(floats(n), 1.0))
    low, high = share_interval(rate - half, rate + half, n)
    return Estimate(plain(rate), plain(low), plain(high), plain(confidence), "Good–Turing, worst-case normal")


def rigorous_interval(singletons: Numbers, n: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """[G − 1/n − s(1.92) − t, G + s(1) + t], s(C) = sqrt(ln(4/γ)/(C n)), t = sqrt(2 ln(4/γ)/n).

    Holds for every distribution and every n: no normal approximation. s bounds the missing mass around its
    mean, t (McDiarmid) the rate around its own; γ is split evenly over the four tails.

    Parameters and units as in `esty_wilson`.

    References
    ----------
    D. Berend and A. Kontorovich (2013), On the concentration of the missing mass, ECP 18.
    D. McAllester and L. Ortiz (2003), Concentration inequalities for the missing mass, JMLR 4 (upper tail).
    """
    rate, size = good_turing(singletons, n), np.maximum(floats(n), 1.0)
    tail = np.log(4.0 / (1.0 - checked_confidence(confidence))) / size
    drift = np.sqrt(2.0 * tail)
    low, high = share_interval(rate - 1.0 / size - np.sqrt(tail / LOWER_TAIL) - drift, rate + np.sqrt(tail) + drift, n)
    return Estimate(plain(rate), plain(low), plain(high), plain(confidence), "Good–Turing, rigorous")
