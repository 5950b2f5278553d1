"""The missing mass where observations come in documents or near-duplicate clusters."""

from __future__ import annotations

import numpy as np

from pipeline.estimators.degenerate import share
from pipeline.estimators.missing_mass import good_turing, score_interval
from pipeline.estimators.result import Estimate, Floats, Numbers, floats, plain, two_sided_quantile


def cluster_variance(rate: Numbers, n: Numbers, *, zz: Numbers, zn: Numbers, nn: Numbers, pairs: Numbers) -> Floats:
    """Var = [ Σ_d (Z_d − G n_d)² + 2 Σ_{d<d'} s_dd' s_d'd ] / n² = [ zz − 2 G zn + G² nn + 2 pairs ] / n².

    Z_d : observations of document d whose prompts no other document answers; n_d : its observations;
    s_dd' : observations in d of prompts found in exactly the two documents d and d'.

    Parameters
    ----------
    rate : array_like
        G = Σ Z_d / n.
    n : array_like
        Observations.
    zz, zn, nn, pairs : array_like
        Σ Z_d², Σ Z_d n_d, Σ n_d², Σ_{d<d'} s_dd' s_d'd.

    Returns
    -------
    ndarray of float64
        Variance of G − M; NaN where n is 0. With one observation a document it is Esty's variance.
    """
    g = np.nan_to_num(floats(rate))
    within = floats(zz) - 2.0 * g * floats(zn) + g * g * floats(nn)
    return share(np.maximum(within, 0.0) + 2.0 * floats(pairs), floats(n) ** 2)


def design_effect(singletons: Numbers, n: Numbers, *, zz: Numbers, zn: Numbers, nn: Numbers) -> Floats:
    """D = max(1, [ zz − 2 G zn + G² nn ] / [ n G (1 − G) ]), and nn / n where G is 0 or 1.

    How many times larger the within-document part of the variance is than Esty's. Where every observation
    is a singleton, or none is, nothing can be measured and documents are taken to be all alike inside.

    Parameters as in `cluster_variance`.
    """
    f1, size = floats(singletons), floats(n)
    g = np.nan_to_num(good_turing(f1, size))
    within = floats(zz) - 2.0 * g * floats(zn) + g * g * floats(nn)
    binomial = size * g * (1.0 - g)
    alike = np.nan_to_num(share(nn, size), nan=1.0)
    within, binomial, alike = np.broadcast_arrays(within, binomial, alike)
    measured = np.divide(within, binomial, out=np.array(alike), where=binomial > 0)
    return np.maximum(measured, 1.0)


def cluster_interval(
    singletons: Numbers,
    n: Numbers,
    *,
    zz: Numbers,
    zn: Numbers,
    nn: Numbers,
    pairs: Numbers,
    confidence: Numbers = 0.95,
    sampling_rse: Numbers = 0.0,
) -> Estimate:
    """Roots m of n² (m − G)² = z² [ D n m (1 − m) + 2 pairs ], D the design effect.

    The cluster variance in the score form of `esty_wilson`, with which it agrees exactly where every document
    holds one observation.

    Parameters
    ----------
    singletons, n : array_like
        Observations of prompts that one document alone answers; all observations.
    zz, zn, nn, pairs : array_like
        As in `cluster_variance`.
    confidence, sampling_rse : array_like
        As in `pipeline.estimators.missing_mass.esty_wilson`.

    Returns
    -------
    Estimate
        Fractions of observations, 0 to 1.
    """
    rate, size = good_turing(singletons, n), floats(n)
    extra = (floats(sampling_rse) * np.nan_to_num(rate)) ** 2
    design = design_effect(singletons, n, zz=zz, zn=zn, nn=nn)
    z = two_sided_quantile(confidence)
    low, high = score_interval(rate, size, z, design=design, pairs=floats(pairs), extra=extra)
    return Estimate(plain(rate), plain(low), plain(high), plain(confidence), "Good–Turing, clusters, score")
