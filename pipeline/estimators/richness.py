"""How many prompts there are: Chao1 and ACE. Lower bounds in practice, of no use where the rate is near 1."""

from __future__ import annotations

import numpy as np

from pipeline.estimators.degenerate import halved_square_ratio, share
from pipeline.estimators.result import Estimate, Floats, Numbers, floats, plain, two_sided_quantile


def chao1_unseen(singletons: Numbers, doubletons: Numbers, n: Numbers) -> Floats:
    """F0 = ((n − 1)/n) f1² / (2 f2); with f2 = 0: ((n − 1)/n) f1 (f1 − 1) / 2.

    Parameters
    ----------
    singletons, doubletons, n : array_like
        Counts, broadcast against each other.

    Returns
    -------
    ndarray of float64
        Lower bound on the number of prompts never answered; NaN where n is 0.

    References
    ----------
    A. Chao (1984), Nonparametric estimation of the number of classes in a population, Scand. J. Stat. 11.
    """
    size = floats(n)
    return share(size - 1.0, size) * halved_square_ratio(singletons, doubletons)


def chao1_variance(singletons: Numbers, doubletons: Numbers, n: Numbers, prompts: Numbers) -> Floats:
    """f2 [ (a/2) r² + a² r³ + a² r⁴/4 ], a = (n − 1)/n, r = f1/f2.

    With f2 = 0: a f1 (f1 − 1)/2 + a² f1 (2 f1 − 1)²/4 − a² f1⁴ / (4 S), S the Chao1 estimate.

    Parameters as in `chao1`.
    """
    f1, f2, size = floats(singletons), floats(doubletons), floats(n)
    a = share(size - 1.0, size)
    r = np.nan_to_num(share(f1, f2))
    usual = f2 * (a / 2.0 * r**2 + a**2 * r**3 + a**2 * r**4 / 4.0)
    total = floats(prompts) + chao1_unseen(f1, f2, size)
    single = a * f1 * np.maximum(f1 - 1.0, 0.0) / 2.0 + a**2 * f1 * (2.0 * f1 - 1.0) ** 2 / 4.0
    single = np.maximum(single - a**2 * np.nan_to_num(share(f1**4, 4.0 * total)), 0.0)
    return floats(np.where(f2 > 0, usual, single))


def chao1(
    singletons: Numbers, doubletons: Numbers, n: Numbers, prompts: Numbers, *, confidence: Numbers = 0.95
) -> Estimate:
    """S = d + F0, F0 as in `chao1_unseen`; interval d + F0/K to d + F0 K, K = exp(z sqrt(ln(1 + var/F0²))).

    d : prompts answered. The interval is log-normal in the unseen part, so that it never falls below d.

    Parameters
    ----------
    singletons, doubletons, n, prompts : array_like
        Counts, broadcast against each other.
    confidence : array_like
        Probability that the interval covers.

    Returns
    -------
    Estimate
        Numbers of prompts; NaN where n is 0, d throughout where nothing points to unseen prompts.

    References
    ----------
    A. Chao (1987), Estimating the population size for capture-recapture data, Biometrics 43.
    """
    unseen, seen = chao1_unseen(singletons, doubletons, n), floats(prompts)
    variance = chao1_variance(singletons, doubletons, n, prompts)
    spread = np.log1p(np.nan_to_num(share(variance, unseen**2)))
    factor = np.exp(two_sided_quantile(confidence) * np.sqrt(spread))
    low, high = seen + unseen / factor, seen + unseen * factor
    return Estimate(plain(seen + unseen), plain(low), plain(high), plain(confidence), "Chao1")


def chao1_without_singletons(counts: Numbers, prompts: Numbers, *, confidence: Numbers = 0.95) -> Estimate:
    """Interval of d/(1 − P) ± z s/(1 − P), at least d, where no prompt is a singleton; the point is d.

    P = Σ f_i e^(−i) / d, the share of prompts that chance hides; s² = Σ f_i (e^(−i) − e^(−2i)) −
    (Σ i f_i e^(−i))² / n.

    Parameters
    ----------
    counts, prompts : array_like of int, shape (k,)
        The spectrum, no count being 1.
    confidence : array_like
        Probability that the interval covers.

    Returns
    -------
    Estimate
        Numbers of prompts.

    References
    ----------
    A. Chao and C.-H. Chiu (2016), Species richness: estimation and comparison (the interval of SpadeR).
    """
    i, f = floats(counts), floats(prompts)
    d, n = float(f.sum()), float(i @ f)
    hidden = float(f @ np.exp(-i)) / max(d, 1.0)
    variance = float(f @ (np.exp(-i) - np.exp(-2.0 * i))) - float((i * f) @ np.exp(-i)) ** 2 / max(n, 1.0)
    half = two_sided_quantile(confidence) * np.sqrt(max(variance, 0.0)) / (1.0 - hidden)
    low, high = np.maximum(d / (1.0 - hidden) - half, d), d / (1.0 - hidden) + half
    return Estimate(d, plain(low), plain(high), plain(confidence), "Chao1, no singletons")


def ace(counts: Numbers, prompts: Numbers, *, rare: int = 10) -> float:
    """S = d_abundant + d_rare / C + (f1 / C) g², C = 1 − f1/n_rare.

    g² = max( (d_rare / C) Σ i (i − 1) f_i / (n_rare (n_rare − 1)) − 1, 0 ), sums over i ≤ `rare`.

    Parameters
    ----------
    counts, prompts : array_like of int, shape (k,)
        The spectrum: `prompts[i]` prompts were answered `counts[i]` times.
    rare : int
        Largest count of a rare prompt.

    Returns
    -------
    float
        Number of prompts; NaN where all the rare ones are singletons.

    References
    ----------
    A. Chao and S.-M. Lee (1992), Estimating the number of classes via sample coverage, JASA 87.
    """
    i, f = floats(counts), floats(prompts)
    few = i <= rare
    d_rare, n_rare = float(f[few].sum()), float((i * f)[few].sum())
    f1 = float(f[i == 1].sum())
    d_abundant = float(f[~few].sum())
    if n_rare == 0:
        return d_abundant
    if f1 == n_rare:
        return float("nan")
    cover = 1.0 - f1 / n_rare
    factorial = float((i * (i - 1.0) * f)[few].sum())
    skew = max(d_rare / cover * factorial / (n_rare * (n_rare - 1.0)) - 1.0, 0.0)
    return d_abundant + d_rare / cover + f1 / cover * skew
